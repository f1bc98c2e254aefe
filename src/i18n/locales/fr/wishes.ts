import type { WishMessages } from '../en/wishes.js';
import { spaced } from './spaced.js';

const when = (count: number): string =>
  count > 1 ? `quand il y en aura ${count} en stock` : 'quand il y en aura en stock';

const ways = {
  email: (to?: string) => (to ? `Nous écrirons à ${to}` : 'Nous vous écrirons'),
  sms: (to?: string) => (to ? `Nous enverrons un SMS au ${to}` : 'Nous vous enverrons un SMS'),
  push: (to?: string) =>
    to ? `Vous aurez une notification sur ${to}` : 'Vous aurez une notification',
  account: (_to?: string) => 'Nous le dirons dans votre compte',
};

/** What the stock badge says when somebody asks it for more, in French. */
export const wishes = spaced<WishMessages>({
  saidBy: (who, moment) => `${who} l’a dit ${moment}.`,
  countedAt: (where) => `Les articles sont comptés ici : ${where}.`,
  kinds: {
    carrier: 'Le transporteur',
    shop: 'Le magasin',
    warehouse: 'L’entrepôt',
    maker: 'Le fabricant',
    bank: 'La banque',
    customer: 'Vous',
    system: 'Le système du magasin',
  },
  how: (count) => `Comment vous prévenir ${when(count)} ?`,
  channel: {
    email: 'Par e-mail',
    sms: 'Par SMS',
    push: 'Par notification',
    account: 'Dans votre compte',
  },
  address: { email: 'Votre adresse e-mail', sms: 'Votre numéro de portable' },
  unreadable: {
    email: 'Ceci ne se lit pas comme une adresse e-mail.',
    sms: 'Ceci ne se lit pas comme un numéro de téléphone.',
  },
  send: 'Me prévenir',
  asking: 'Nous demandons au magasin.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `Demande faite ${since}. ` : ''}${
      channel ? ways[channel](to) : 'Nous vous préviendrons'
    } ${when(count)}${until ? `, jusqu’au ${until}` : ''}.`,
  stop: 'Ne plus me prévenir',
  back: (moment) =>
    moment
      ? `Nous vous l’avons dit ${moment} : il y en avait en stock.`
      : 'Il y en a eu en stock depuis votre demande.',
  expired: (day) =>
    `${day ? `Au ${day}, il` : 'Il'} n’en était pas arrivé : nous ne guettons plus pour vous.`,
  used: 'Vous l’avez acheté depuis votre demande.',
  cancelled: 'Vous avez mis fin à votre demande : nous ne vous préviendrons plus.',
  again: 'Me prévenir à nouveau',
  noted: 'Le magasin en a pris note.',
  pending: 'Le magasin a reçu votre demande et ne l’a pas encore confirmée.',
  lost: 'Nous ne savons pas si votre demande a été notée. Vous pouvez la refaire : elle ne comptera qu’une fois.',
  lostStop:
    'Nous ne savons pas si votre demande a pris fin. Vous pouvez recommencer : cela ne comptera qu’une fois.',
  offline: 'Vous êtes hors ligne. Rien n’a été envoyé.',
  signIn: 'Le magasin vous demande de vous reconnecter. Rien n’a été noté.',
  refused: 'Le magasin ne prend pas cette demande.',
});

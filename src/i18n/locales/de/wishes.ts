import { oneStop } from '../../texts.js';
import type { WishMessages } from '../en/wishes.js';

const when = (count: number): string =>
  count > 1 ? `sobald ${count} Stück vorrätig sind` : 'sobald es vorrätig ist';

const ways = {
  email: (to?: string) => (to ? `Wir schreiben an ${to}` : 'Wir schreiben Ihnen'),
  sms: (to?: string) => (to ? `Wir schicken eine SMS an ${to}` : 'Wir schicken Ihnen eine SMS'),
  push: (to?: string) =>
    to
      ? `Wir schicken eine Mitteilung auf dieses Gerät: ${to}`
      : 'Wir schicken Ihnen eine Mitteilung',
  account: (_to?: string) => 'Wir sagen es Ihnen in Ihrem Kundenkonto',
};

/** What the stock badge says when somebody asks it for more, in German. */
export const wishes = oneStop<WishMessages>({
  saidBy: (who, moment) => `${who} hat das ${moment} gesagt.`,
  countedAt: (where) => `Gezählt wird hier: ${where}.`,
  kinds: {
    carrier: 'Der Paketdienst',
    shop: 'Der Shop',
    warehouse: 'Das Lager',
    maker: 'Der Hersteller',
    bank: 'Die Bank',
    customer: 'Sie',
    system: 'Das System des Shops',
  },
  how: (count) => `Wie sollen wir Ihnen Bescheid geben, ${when(count)}?`,
  channel: {
    email: 'Per E-Mail',
    sms: 'Per SMS',
    push: 'Per Mitteilung',
    account: 'Im Kundenkonto',
  },
  address: { email: 'Ihre E-Mail-Adresse', sms: 'Ihre Handynummer' },
  unreadable: {
    email: 'Das liest sich nicht wie eine E-Mail-Adresse.',
    sms: 'Das liest sich nicht wie eine Telefonnummer.',
  },
  send: 'Benachrichtigen',
  asking: 'Wir fragen beim Shop nach.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `Ihr Wunsch: ${since}. ` : ''}${
      channel ? ways[channel](to) : 'Wir geben Ihnen Bescheid'
    }, ${when(count)}${until ? `, längstens bis ${until}` : ''}.`,
  stop: 'Nicht mehr benachrichtigen',
  back: (moment) =>
    moment
      ? `Wir haben Ihnen ${moment} gesagt, dass es vorrätig war.`
      : 'Seit Ihrem Wunsch war es schon einmal vorrätig.',
  expired: (day) =>
    `Es ist ${day ? `bis ${day} ` : ''}nicht eingetroffen, und wir achten nicht mehr für Sie darauf.`,
  used: 'Sie haben es seit Ihrem Wunsch gekauft.',
  cancelled: 'Sie haben Ihren Wunsch beendet: Wir benachrichtigen Sie nicht mehr.',
  again: 'Wieder benachrichtigen',
  noted: 'Der Shop hat es notiert.',
  pending: 'Der Shop hat Ihren Wunsch bekommen und noch nicht bestätigt.',
  lost: 'Wir wissen nicht, ob Ihr Wunsch notiert wurde. Sie können noch einmal fragen: Er zählt nur einmal.',
  lostStop:
    'Wir wissen nicht, ob der Shop damit aufhört. Sie können es noch einmal sagen: Es zählt nur einmal.',
  offline: 'Sie sind offline. Es wurde nichts gesendet.',
  signIn: 'Bitte melden Sie sich beim Shop wieder an. Es wurde nichts notiert.',
  refused: 'Der Shop nimmt diesen Wunsch nicht an.',
});

import type { WishMessages } from '../en/wishes.js';

const when = (count: number): string =>
  count > 1 ? `zodra er ${count} op voorraad zijn` : 'zodra het op voorraad is';

const ways = {
  email: (to?: string) => (to ? `We mailen naar ${to}` : 'We mailen je'),
  sms: (to?: string) => (to ? `We sturen een sms naar ${to}` : 'We sturen je een sms'),
  push: (to?: string) => (to ? `We sturen een melding naar ${to}` : 'We sturen je een melding'),
  account: (_to?: string) => 'We zeggen het in je account',
};

/** What the stock badge says when somebody asks it for more, in Dutch. */
export const wishes: WishMessages = {
  saidBy: (who, moment) => `${who} zei dat ${moment}.`,
  countedAt: (where) => `Hier wordt geteld: ${where}.`,
  kinds: {
    carrier: 'De bezorger',
    shop: 'De winkel',
    warehouse: 'Het magazijn',
    maker: 'De fabrikant',
    bank: 'De bank',
    customer: 'Jij',
    system: 'Het systeem van de winkel',
  },
  how: (count) => `Hoe laten we het je weten ${when(count)}?`,
  channel: {
    email: 'Per e-mail',
    sms: 'Per sms',
    push: 'Met een melding',
    account: 'In je account',
  },
  address: { email: 'Je e-mailadres', sms: 'Je mobiele nummer' },
  unreadable: {
    email: 'Dit lijkt geen e-mailadres te zijn.',
    sms: 'Dit lijkt geen telefoonnummer te zijn.',
  },
  send: 'Houd me op de hoogte',
  asking: 'We vragen het aan de winkel.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `Je vroeg het ${since}. ` : ''}${
      channel ? ways[channel](to) : 'We laten het je weten'
    } ${when(count)}${until ? `, tot ${until}` : ''}.`,
  stop: 'Niet meer laten weten',
  back: (moment) =>
    moment
      ? `We lieten je ${moment} weten dat het op voorraad was.`
      : 'Sinds je het vroeg, is het op voorraad geweest.',
  expired: (day) =>
    `Het is ${day ? `tot ${day} ` : ''}niet binnengekomen, en we letten er niet meer voor je op.`,
  used: 'Je hebt het gekocht sinds je het vroeg.',
  cancelled: 'Je vroeg ons te stoppen: we laten je niets meer weten.',
  again: 'Opnieuw laten weten',
  noted: 'De winkel heeft het genoteerd.',
  pending: 'De winkel heeft je verzoek ontvangen en nog niet bevestigd.',
  lost: 'We weten niet of je verzoek is genoteerd. Je kunt het opnieuw vragen: het telt maar één keer.',
  lostStop:
    'We weten niet of de winkel ermee stopt. Je kunt het opnieuw vragen: het telt maar één keer.',
  offline: 'Je bent offline. Er is niets verstuurd.',
  signIn: 'De winkel vraagt je opnieuw in te loggen. Er is niets genoteerd.',
  refused: 'De winkel neemt dit verzoek niet aan.',
};

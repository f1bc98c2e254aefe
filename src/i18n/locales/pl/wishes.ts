import type { WishMessages } from '../en/wishes.js';

const when = (count: number): string =>
  count > 1 ? `gdy w magazynie będzie ${count}` : 'gdy będzie w magazynie';

const ways = {
  email: (to?: string) => (to ? `Napiszemy na adres ${to}` : 'Napiszemy do Ciebie'),
  sms: (to?: string) => (to ? `Wyślemy SMS na numer ${to}` : 'Wyślemy Ci SMS'),
  push: (to?: string) => (to ? `Wyślemy powiadomienie (${to})` : 'Wyślemy Ci powiadomienie'),
  account: (_to?: string) => 'Napiszemy o tym na Twoim koncie',
};

/** What the stock badge says when somebody asks it for more, in Polish. */
export const wishes: WishMessages = {
  saidBy: (who, moment) => `Tak podaje ${who} (${moment}).`,
  countedAt: (where) => `Sztuki są liczone tutaj: ${where}.`,
  kinds: {
    carrier: 'przewoźnik',
    shop: 'sklep',
    warehouse: 'magazyn',
    maker: 'producent',
    bank: 'bank',
    customer: 'klient',
    system: 'system sklepu',
  },
  how: (count) => `Jak mamy Cię powiadomić, ${when(count)}?`,
  channel: {
    email: 'E-mailem',
    sms: 'SMS-em',
    push: 'Powiadomieniem',
    account: 'Na Twoim koncie',
  },
  address: { email: 'Twój adres e-mail', sms: 'Twój numer komórki' },
  unreadable: {
    email: 'To nie wygląda na adres e-mail.',
    sms: 'To nie wygląda na numer telefonu.',
  },
  send: 'Powiadom mnie',
  asking: 'Pytamy sklep.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `Prośba zapisana ${since}. ` : ''}${
      channel ? ways[channel](to) : 'Powiadomimy Cię'
    }, ${when(count)}${until ? `, najpóźniej: ${until}` : ''}.`,
  stop: 'Już nie powiadamiajcie',
  back: (moment) =>
    moment
      ? `Powiadomiliśmy Cię ${moment}, że jest w magazynie.`
      : 'Od Twojej prośby pojawiło się w magazynie.',
  expired: (day) =>
    `Nie nadeszło${day ? ` (termin: ${day})` : ''} i już tego dla Ciebie nie pilnujemy.`,
  used: 'Od Twojej prośby już to kupiono.',
  cancelled: 'Na Twoją prośbę już nie powiadamiamy.',
  again: 'Powiadom mnie ponownie',
  noted: 'Sklep to zapisał.',
  pending: 'Sklep otrzymał prośbę i jeszcze jej nie potwierdził.',
  lost: 'Nie wiemy, czy to zapisano. Możesz poprosić ponownie: liczy się raz.',
  lostStop: 'Nie wiemy, czy sklep przestanie. Możesz poprosić ponownie: liczy się raz.',
  offline: 'Brak połączenia z siecią. Niczego nie wysłano.',
  signIn: 'Sklep prosi o ponowne zalogowanie. Niczego nie zapisano.',
  refused: 'Sklep tego nie zapisuje.',
};

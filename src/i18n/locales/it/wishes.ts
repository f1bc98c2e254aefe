import type { WishMessages } from '../en/wishes.js';
import { dated } from './base.js';

const when = (count: number): string =>
  count > 1 ? `quando ce ne sono ${count}` : 'quando è disponibile';

const ways = {
  email: (to?: string) => (to ? `Scriviamo a ${to}` : 'Le scriviamo'),
  sms: (to?: string) => (to ? `Inviamo un SMS al ${to}` : 'Le inviamo un SMS'),
  push: (to?: string) => (to ? `Inviamo una notifica a ${to}` : 'Le inviamo una notifica'),
  account: (_to?: string) => 'Lo diciamo nel suo account',
};

/** What the stock badge says when somebody asks it for more, in Italian. */
export const wishes: WishMessages = {
  saidBy: (who, moment) => `${who} lo ha detto ${moment}.`,
  countedAt: (where) => `I pezzi sono contati in: ${where}.`,
  kinds: {
    carrier: 'Il corriere',
    shop: 'Il negozio',
    warehouse: 'Il magazzino',
    maker: 'Il produttore',
    bank: 'La banca',
    customer: 'Lei',
    system: 'Il sistema del negozio',
  },
  how: (count) => `Come la avvisiamo ${when(count)}?`,
  channel: {
    email: 'Per e-mail',
    sms: 'Per SMS',
    push: 'Con una notifica',
    account: 'Nel suo account',
  },
  address: { email: 'Il suo indirizzo e-mail', sms: 'Il suo numero di cellulare' },
  unreadable: {
    email: 'Questo non sembra un indirizzo e-mail.',
    sms: 'Questo non sembra un numero di telefono.',
  },
  send: 'Avvisami',
  asking: 'Chiediamo al negozio.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `Ha chiesto un avviso ${since}. ` : ''}${
      channel ? ways[channel](to) : 'La avvisiamo'
    } ${when(count)}${until ? `, fino a ${dated(until)}` : ''}.`,
  stop: 'Non avvisarmi più',
  back: (moment) =>
    moment
      ? `L’avviso è partito ${moment}: era disponibile.`
      : 'È stato disponibile da quando ha chiesto l’avviso.',
  expired: (day) =>
    `Non era arrivato${day ? ` entro ${dated(day)}` : ''}, e non lo controlliamo più per Lei.`,
  used: 'Lo ha comprato dopo aver chiesto l’avviso.',
  cancelled: 'Ci ha chiesto di smettere: non la avvisiamo più.',
  again: 'Avvisami di nuovo',
  noted: 'Il negozio ne ha preso nota.',
  pending: 'Il negozio lo ha ricevuto e non lo ha ancora confermato.',
  lost: 'Non sappiamo se ne è stata presa nota. Può chiederlo di nuovo: conta una volta sola.',
  lostStop: 'Non sappiamo se il negozio smette. Può chiederlo di nuovo: conta una volta sola.',
  offline: 'Non c’è connessione. Non è stato inviato nulla.',
  signIn: 'Il negozio le chiede di accedere di nuovo. Non è stato annotato nulla.',
  refused: 'Il negozio non accetta questa richiesta.',
};

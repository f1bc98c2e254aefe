import type { CheckoutMessages } from '../en/checkout.js';
import { the, towards } from './base.js';
import { contracted } from './contracted.js';

/** What the checkout guard says, in Italian. */
export const checkout = contracted<CheckoutMessages>({
  before: 'Prima di pagare',
  checking: 'Verifichiamo tutto il carrello con il negozio',
  handing: 'La sua scelta passa nel carrello',

  yours: (noun) => `Il suo articolo (${noun})`,
  goods: (count, total, nouns) =>
    count === total
      ? `I suoi ${total} articoli (${nouns})`
      : `${count} dei suoi ${total} articoli (${nouns})`,
  named: (count, total, name) =>
    count === total ? `I suoi ${total} × ${name}` : `${count} dei suoi ${total} × ${name}`,
  things: (count, total) =>
    count === total
      ? `I ${total} articoli del suo carrello`
      : `${count} dei ${total} articoli del suo carrello`,
  notOnShelf: (subject, count) => `${subject} non ${count === 1 ? 'è' : 'sono'} in magazzino.`,
  soldOut: (subject, count) =>
    `${subject} non ${count === 1 ? 'è più disponibile' : 'sono più disponibili'}.`,
  notAsTold: (subject, count) =>
    `${subject} non ${count === 1 ? 'arriva' : 'arrivano'} come le avevamo detto.`,
  unconfirmed: 'Il negozio non ha confermato il suo carrello.',
  unconfirmedGoesOn:
    'Il negozio non ha potuto confermare la disponibilità. Il suo pagamento prosegue comunque.',
  notTaken: 'La sua scelta non è arrivata nel carrello.',
  noted: 'La avvisiamo quando torna disponibile.',
  holdEnded: (time) =>
    `I suoi pezzi erano riservati fino\u00a0a\u00a0${the(time)}. Quel momento è passato.`,
  tooOld: 'Quello che sapevamo del suo carrello è troppo vecchio per farvi affidamento.',

  checkedNow: 'Verificato ora,',
  changedNow: 'È appena cambiato.',
  checked: (ago) => `Verificato ${ago},`,
  whole: 'tutto il carrello. Non le è stato addebitato nulla.',
  notCharged: 'Non le è stato addebitato nulla.',
  askingAgain: 'Chiediamo di nuovo al negozio.',
  noAnswer: 'Non abbiamo ricevuto una risposta utilizzabile.',
  offline: 'Non c’è connessione.',
  noSense: 'La risposta del suo sistema non è attendibile.',
  incomplete: 'La sua risposta non dice tutto.',
  noBasket: 'Questa pagina non ha detto che cosa contiene.',
  blocked: 'Senza la conferma, il negozio non incassa nulla.',
  pageKept: 'Questa pagina ha ancora il carrello com’era.',
  writesTo: (channel) => `Scriviamo a ${channel}.`,

  now: 'Ora',
  later: 'Più tardi',
  none: 'Non disponibile',
  told: 'Le era stato detto',
  unknown: 'Non si sa',
  unknownHelp: 'Nessuno ha detto se c’è',
  units: (count, total, noun) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} di ${total}`,
  about: (date) => (date ? ` ${towards(date)}` : ', ancora senza data'),
  held: (time) => `, da parte per Lei fino\u00a0a\u00a0${the(time)}`,
  someHeld: (count, time) => `, ${count} da parte per Lei fino\u00a0a\u00a0${the(time)}`,
  prepaid: 'da ordinare dopo il pagamento',
  deposit: 'da ordinare dopo un acconto',
  afterHold: (time) =>
    `Dopo ${the(time)} altri possono comprare ciò che è da parte; chiediamo di nuovo prima che paghi.`,
  rest: (count) =>
    count === 1
      ? 'L’altra riga del suo carrello è come le avevamo detto.'
      : `Le altre ${count} righe del suo carrello sono come le avevamo detto.`,
  showAll: (count) => `Mostra tutte e ${count}`,
  showFewer: 'Mostra meno',

  choices: 'Come vuole continuare?',
  pay: (count, amount) => `Paga ${count === 1 ? 'il pezzo' : `i ${count} pezzi`}${amount}`,
  payAll: (amount) => `Paga tutto${amount}`,
  payShelf: (count, amount) =>
    `Paga ${count === 1 ? 'il pezzo' : `i ${count} pezzi`} in magazzino${amount}`,
  payAllShelf: (amount) => `Paga ciò che è in magazzino${amount}`,
  swap: (goods, amount) => `Prendi ${goods ?? 'qualcos’altro'} in cambio${amount}`,
  payRest: (amount) => `Paga il resto e ricevi un avviso${amount}`,
  beTold: 'Ricevi un avviso quando torna disponibile',
  amount: (amount) => `: ${amount}`,
  dueNow: (due, total) => `, ${due} ora su ${total}`,
  allCanLeave: (count) =>
    count === 1 ? 'Può partire subito' : `Tutti e ${count} possono partire subito`,
  canLeave: (count) => (count === 1 ? '1 può partire subito' : `${count} possono partire subito`),
  comes: (count, about) => `${count}${about}`,
  writes: (channel) =>
    channel
      ? `Scriviamo a ${channel} quando torna disponibile`
      : 'La avvisiamo quando torna disponibile',
  nothingPaid: 'Non si paga nulla',
  notPossible: (reason) => `Non è possibile: ${reason}`,
  back: 'Torna al carrello',
  nothingCharged: 'Nulla è addebitato',
  staysHeld: (count, time) =>
    `Nulla si perde, ${count === 1 ? 'il pezzo resta' : `i ${count} pezzi restano`} da parte fino\u00a0a\u00a0${the(time)}`,
  again: 'Chiedi di nuovo al negozio',
  againHelp: 'Paga solo se tutto è confermato',
  anyway: 'Paga comunque',
  anywayHelp: 'In seguito può risultare che manca qualcosa',

  basketChanged: 'Il suo carrello è cambiato. Viene verificato di nuovo quando paga.',
  pageChanged: 'Nel frattempo la pagina è cambiata. Quando ha premuto non è stato pagato nulla.',
  restored: 'C’è tutto come le avevamo detto. Ora può pagare.',

  person: 'Prima una domanda?',
  personUntil: (time) => `, fino\u00a0a\u00a0le\u00a0${time}`,
  personClosed: (moment) => `, ora chiuso${moment ? `, riapre ${moment}` : ''}`,
  personNoWay: 'Prima una domanda? Chieda al negozio prima di pagare.',
});

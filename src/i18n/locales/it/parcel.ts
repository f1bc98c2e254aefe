import type { ParcelMessages } from '../en/parcel.js';
import { towards } from './base.js';
import { contracted } from './contracted.js';

/** What a parcel's own part of the page says, in Italian. */
export const parcel = contracted<ParcelMessages>({
  allEvents: (count) =>
    count === 1 ? 'Mostra la registrazione' : `Mostra tutte le ${count} registrazioni`,
  fewerEvents: 'Mostra meno registrazioni',
  future: 'con una data futura secondo la fonte',
  inTheirWords: (who) => `${who}, con parole proprie`,
  recorded: 'Che cosa è stato registrato',

  carrier: 'Corriere',
  trackingNumber: 'Numero',
  trackOn: (who) => `Segui il pacco sul sito: ${who}`,
  call: (number) => `chiama il numero ${number}`,
  proof: 'Prova',
  signedBy: (who) => `firmato da ${who}`,
  photo: 'vedi la foto',
  partOnly: 'solo una parte',
  noProof: 'nessuno ha firmato e non c’è una foto',

  said: 'Consegnato',
  denied: 'Non ricevuto',
  you: 'Lei',
  settles: 'Che cosa lo chiarisce:',
  settledBy: (what, due) => `${what}${due ? `, ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `Sostituisce ${fault}${on ? ` (${on})` : ''}${position ? `, nel pacco ${position}` : ''}.`,
  inPlaceOf: (position) => `Sostituisce il pacco ${position}.`,
  replacedBy: (position) => `Lo sostituisce il pacco ${position}.`,
  doIt: {
    collect: 'Vedi dove ritirarlo',
    pay: 'Paga qui',
    address: 'Correggi l’indirizzo qui',
    documents: 'Invia i documenti qui',
    arrange: 'Scegli un giorno qui',
    contact: 'Scrivi al corriere qui',
  },

  carrierAnswers: 'Chi lo porta',
  keepCarrier: (name) => `Mantieni ${name}`,
  takeCarrier: (name) => `Invialo con ${name}`,
  otherCarrier: 'Un altro corriere, per favore',
  otherCarrierHelp: 'Il negozio deve ancora dire quale',
  anotherCarrier: 'un altro corriere',
  carrierChosen: (name, moment) =>
    name ? `Ha scelto ${name}, ${moment}.` : `Ha chiesto un altro corriere, ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `Non ancora inviato: può scegliere ${moment ? `(termine: ${moment})` : 'finché non parte'}${who && `, secondo ${who}`}. Se non fa nulla, ${stands ? `resta così: ${stands}` : 'il negozio ne sceglie un altro'}.`,
  carrierOver: (moment, stands) =>
    `Il termine per scegliere è passato (${moment}). Ora ${stands ? `decide il negozio; per ora: ${stands}` : 'il negozio ne sceglie un altro'}.`,

  parcels: 'I suoi pacchi',
  tile: {
    arrived: 'arrivato',
    coming: 'in arrivo',
    needs: 'ha bisogno di Lei',
    trouble: 'ha un problema',
    replaced: 'ne arriva un altro al suo posto',
  },
  holds: (count, total, name) =>
    `${total !== undefined && count < total ? `${count} di ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count) => (count === 1 ? 'Mostra quello arrivato' : `Mostra i ${count} arrivati`),
  hideArrived: 'Nascondi quelli arrivati',
  showOthers: (count) => (count === 1 ? 'Mostra l’altro' : `Mostra gli altri ${count}`),
  hideOthers: 'Nascondi gli altri',
  notSent: 'Non ancora inviato',

  now: () => 'Ora',
  expected: 'Previsto',
  missedMark: 'Non mantenuto.',
  deliveredMark: 'Consegnato',
  lastScanLabel: 'Ultima registrazione',
  orderedLabel: 'Ordinato',
  madeLabel: 'Promessa fatta',
  promisedLabel: (day) => `Promesso ${day || 'oggi'}`,
  lineExpected: (window, promise) => `Previsto ${window}. Promesso ${promise}.`,
  lineMissed: (promise) => `Promesso ${promise}. Quel momento è passato.`,
  lineOpen: (promise) => `Promesso ${promise}. Quel momento non è ancora passato.`,
  lineDelivered: (moment, promise) => `Consegnato ${moment}. Promesso ${promise}.`,
  lineSince: (label, moment) => `${label}: ${moment}.`,

  secondComing: (reference) =>
    `Un altro pacco è in viaggio verso di Lei (${reference}). Ci chiami se non lo vuole.`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count} da parte per Lei`,
  awaited: (count, date, condition) =>
    `${count} ${date ? towards(date) : 'più tardi, ancora senza data'}${
      condition
        ? `, da ordinare ${condition === 'deposit' ? 'dopo l’acconto' : 'dopo il pagamento'}`
        : ''
    }`,
  failed: (count) => `${count} non ${count === 1 ? 'disponibile' : 'disponibili'}`,
  delivery: (charge) => `consegna ${charge}`,
});

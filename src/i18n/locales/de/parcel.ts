import { oneStop } from '../../texts.js';
import type { ParcelMessages } from '../en/parcel.js';

/** What a parcel's own part of the page says, in German. */
export const parcel = oneStop<ParcelMessages>({
  allEvents: (count) => (count === 1 ? 'Eintrag zeigen' : `Alle ${count} Einträge zeigen`),
  fewerEvents: 'Weniger Einträge zeigen',
  future: 'von der Quelle auf einen künftigen Zeitpunkt datiert',
  inTheirWords: (who) => `${who}, im eigenen Wortlaut`,
  recorded: 'Was erfasst wurde',

  carrier: 'Paketdienst',
  trackingNumber: 'Sendungsnummer',
  trackOn: (who) => `Verfolgen bei ${who}`,
  call: (number) => `anrufen: ${number}`,
  proof: 'Nachweis',
  signedBy: (who) => `unterschrieben: ${who}`,
  photo: 'Foto ansehen',
  partOnly: 'nur ein Teil davon',
  noProof: 'niemand hat unterschrieben, und es gibt kein Foto',

  said: 'Zugestellt',
  denied: 'Nicht erhalten',
  you: 'Sie',
  settles: 'Was es klärt:',
  settledBy: (what, due) => `${what}${due ? `, ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `Ersatz für ${fault}${on ? `, ${on}` : ''}${position ? `, aus Paket ${position}` : ''}.`,
  inPlaceOf: (position) => `Ersatz für Paket ${position}.`,
  replacedBy: (position) => `Paket ${position} ersetzt es.`,
  doIt: {
    collect: 'Zeigen, wo Sie es abholen',
    pay: 'Hier bezahlen',
    address: 'Adresse hier korrigieren',
    documents: 'Unterlagen hier einreichen',
    arrange: 'Tag hier auswählen',
    contact: 'Hier hinschreiben',
  },

  carrierAnswers: 'Wer es bringt',
  keepCarrier: (name) => `Bei ${name} bleiben`,
  takeCarrier: (name) => `Mit ${name} schicken`,
  otherCarrier: 'Bitte ein anderer Paketdienst',
  otherCarrierHelp: 'Welcher, muss der Shop noch sagen',
  anotherCarrier: 'ein anderer Paketdienst',
  carrierChosen: (name, moment) =>
    name
      ? `Sie haben ${name} gewählt, ${moment}.`
      : `Sie haben um einen anderen Paketdienst gebeten, ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `Noch nicht verschickt: Sie können wählen, ${moment ? `bis ${moment}` : 'bis es verschickt wird'}${who && `, sagt ${who}`}. Wenn Sie nichts tun, ${stands ? `bleibt es dabei: ${stands}` : 'wählt der Shop einen anderen'}.`,
  carrierOver: (moment, stands) =>
    `Sie konnten wählen bis ${moment}. Jetzt ${stands ? `entscheidet der Shop; bisher: ${stands}` : 'wählt der Shop einen anderen'}.`,

  parcels: 'Ihre Pakete',
  tile: {
    arrived: 'angekommen',
    coming: 'kommt noch',
    needs: 'braucht Sie',
    trouble: 'nicht in Ordnung',
    replaced: 'ein anderes ersetzt es',
  },
  holds: (count, total, name) =>
    `${total !== undefined && count < total ? `${count} von ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count) =>
    count === 1 ? 'Das angekommene zeigen' : `Die ${count} angekommenen zeigen`,
  hideArrived: 'Die angekommenen ausblenden',
  showOthers: (count) => (count === 1 ? 'Das andere zeigen' : `Die anderen ${count} zeigen`),
  hideOthers: 'Die anderen ausblenden',
  notSent: 'Noch nicht verschickt',

  now: () => 'Jetzt',
  expected: 'Erwartet',
  missedMark: 'Verpasst.',
  deliveredMark: 'Zugestellt',
  lastScanLabel: 'Letzter Scan',
  orderedLabel: 'Bestellt',
  madeLabel: 'Zusage gemacht',
  promisedLabel: (day) => (day ? `Zugesagt ${day}` : 'Zugesagt heute'),
  lineExpected: (window, promise) => `Erwartet ${window}. Zugesagt ${promise}.`,
  lineMissed: (promise) => `Zugesagt ${promise}. Diese Zeit ist vorbei.`,
  lineOpen: (promise) => `Zugesagt ${promise}. Diese Zeit ist noch nicht vorbei.`,
  lineDelivered: (moment, promise) => `Zugestellt ${moment}. Zugesagt ${promise}.`,
  lineSince: (label, moment) => `${label}: ${moment}.`,

  secondComing: (reference) =>
    `Es ist noch eine unterwegs zu Ihnen (${reference}). Rufen Sie uns an, wenn Sie sie nicht möchten.`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count} für Sie zurückgelegt`,
  awaited: (count, date, condition) =>
    `${count} ${date ? `etwa am ${date}` : 'später, noch ohne Datum'}${
      condition
        ? `, wird bestellt, sobald ${condition === 'deposit' ? 'die Anzahlung geleistet ist' : 'Sie bezahlt haben'}`
        : ''
    }`,
  failed: (count) => `${count} nicht lieferbar`,
  delivery: (charge) => `Lieferung ${charge}`,
});

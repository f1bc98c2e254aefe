import type { ParcelMessages } from '../en/parcel.js';

/** What a parcel's own part of the page says, in Dutch. */
export const parcel: ParcelMessages = {
  allEvents: (count) => (count === 1 ? 'Toon de stap' : `Toon alle ${count} stappen`),
  fewerEvents: 'Toon minder stappen',
  future: 'door de bron in de toekomst gedateerd',
  inTheirWords: (who) => `${who}, in eigen woorden`,
  recorded: 'Wat is vastgelegd',

  carrier: 'Bezorger',
  trackingNumber: 'Nummer',
  trackOn: (who) => `Volgen bij ${who}`,
  call: (number) => `bel ${number}`,
  proof: 'Bewijs',
  signedBy: (who) => `getekend door ${who}`,
  photo: 'bekijk de foto',
  partOnly: 'maar een deel ervan',
  noProof: 'niemand heeft getekend, en er is geen foto',

  said: 'Bezorgd',
  denied: 'Niet ontvangen',
  you: 'Jij',
  settles: 'Wat uitsluitsel geeft:',
  settledBy: (what, due) => `${what}${due ? `, ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `Vervangt: ${fault}${on ? `, ${on}` : ''}${position ? `, in pakket ${position}` : ''}.`,
  inPlaceOf: (position) => `Vervangt pakket ${position}.`,
  replacedBy: (position) => `Pakket ${position} vervangt het.`,
  doIt: {
    collect: 'Bekijk waar je het ophaalt',
    pay: 'Betaal het hier',
    address: 'Verbeter hier het adres',
    documents: 'Stuur hier de papieren',
    arrange: 'Kies hier een dag',
    contact: 'Schrijf ze hier',
  },

  carrierAnswers: 'Wie het brengt',
  keepCarrier: (name) => `Bij ${name} blijven`,
  takeCarrier: (name) => `Met ${name} versturen`,
  otherCarrier: 'Graag een andere bezorger',
  otherCarrierHelp: 'De winkel moet nog zeggen welke',
  anotherCarrier: 'een andere bezorger',
  carrierChosen: (name, moment) =>
    name ? `Je koos ${name}, ${moment}.` : `Je vroeg om een andere bezorger, ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `Nog niet verstuurd: je kunt kiezen ${moment ? `tot ${moment}` : 'tot het wordt verstuurd'}${who && `, zegt ${who}`}. Doe je niets, dan ${stands ? `blijft het zo: ${stands}` : 'kiest de winkel een andere'}.`,
  carrierOver: (moment, stands) =>
    `Je kon kiezen tot ${moment}. Nu ${stands ? `beslist de winkel; tot nu toe: ${stands}` : 'kiest de winkel een andere'}.`,

  parcels: 'Je pakketten',
  tile: {
    arrived: 'aangekomen',
    coming: 'komt nog',
    needs: 'heeft je nodig',
    trouble: 'niet in orde',
    replaced: 'een ander vervangt het',
  },
  holds: (count, total, name) =>
    `${total !== undefined && count < total ? `${count} van ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count) =>
    count === 1 ? 'Toon het pakket dat er is' : `Toon de ${count} die er zijn`,
  hideArrived: 'Verberg wat er al is',
  showOthers: (count) => (count === 1 ? 'Toon het andere' : `Toon de andere ${count}`),
  hideOthers: 'Verberg de andere',
  notSent: 'Nog niet verstuurd',

  now: () => 'Nu',
  expected: 'Verwacht',
  missedMark: 'Gemist.',
  deliveredMark: 'Bezorgd',
  lastScanLabel: 'Laatste scan',
  orderedLabel: 'Besteld',
  madeLabel: 'Belofte gedaan',
  promisedLabel: (day) => (day ? `Beloofd ${day}` : 'Beloofd vandaag'),
  lineExpected: (window, promise) => `Verwacht ${window}. Beloofd ${promise}.`,
  lineMissed: (promise) => `Beloofd ${promise}. Die tijd is voorbij.`,
  lineOpen: (promise) => `Beloofd ${promise}. Die tijd is nog niet voorbij.`,
  lineDelivered: (moment, promise) => `Bezorgd ${moment}. Beloofd ${promise}.`,
  lineSince: (label, moment) => `${label}: ${moment}.`,

  secondComing: (reference) =>
    `Er is er nog een naar je onderweg (${reference}). Bel ons als je die niet wilt.`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count} voor je apart gelegd`,
  awaited: (count, date, condition) =>
    `${count} ${date ? `rond ${date}` : 'later, nog geen datum'}${
      condition
        ? `, besteld zodra ${condition === 'deposit' ? 'de aanbetaling is gedaan' : 'je hebt betaald'}`
        : ''
    }`,
  failed: (count) => `${count} niet leverbaar`,
  delivery: (charge) => `bezorging ${charge}`,
};

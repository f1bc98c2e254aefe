import { plural } from '../../plural.js';
import type { ParcelMessages } from '../en/parcel.js';

/** What a parcel's own part of the page says, in Polish. */
export const parcel: ParcelMessages = {
  allEvents: (count) => (count === 1 ? 'Pokaż wpis' : `Pokaż wszystkie wpisy (${count})`),
  fewerEvents: 'Pokaż mniej wpisów',
  future: 'z datą w przyszłości, tak podaje źródło',
  inTheirWords: (who) => `${who}, własnymi słowami`,
  recorded: 'Co zapisano',

  carrier: 'Przewoźnik',
  trackingNumber: 'Numer',
  trackOn: (who) => `Śledź na stronie przewoźnika (${who})`,
  call: (number) => `zadzwoń: ${number}`,
  proof: 'Dowód',
  signedBy: (who) => `podpis: ${who}`,
  photo: 'zobacz zdjęcie',
  partOnly: 'tylko część',
  noProof: 'nikt nie podpisał i nie ma zdjęcia',

  said: 'Doręczona',
  denied: 'Nie dotarła',
  you: 'Ty',
  settles: 'Co to rozstrzyga:',
  settledBy: (what, due) => `${what}${due ? `, ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `W zamian. Powód: ${fault}${on ? ` (${on})` : ''}${position ? `, paczka ${position}` : ''}.`,
  inPlaceOf: (position) => `Zastępuje paczkę ${position}.`,
  replacedBy: (position) => `Zastępuje ją paczka ${position}.`,
  doIt: {
    collect: 'Zobacz, gdzie odebrać',
    pay: 'Zapłać tutaj',
    address: 'Popraw adres tutaj',
    documents: 'Wyślij dokumenty tutaj',
    arrange: 'Wybierz dzień tutaj',
    contact: 'Napisz tutaj',
  },

  carrierAnswers: 'Kto ją przywiezie',
  keepCarrier: (name) => `Zostaje ${name}`,
  takeCarrier: (name) => `Niech przywiezie ją ${name}`,
  otherCarrier: 'Poproszę o innego przewoźnika',
  otherCarrierHelp: 'Sklep jeszcze nie powiedział którego',
  anotherCarrier: 'inny przewoźnik',
  carrierChosen: (name, moment) =>
    name ? `Twój wybór to ${name}, ${moment}.` : `Twoja prośba to inny przewoźnik, ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `Jeszcze nie wysłano: możesz wybrać ${moment ? `(termin: ${moment})` : 'do chwili wysłania'}${who && `, podaje ${who}`}. Jeśli nic nie zrobisz, ${stands ? `przywiezie ją ${stands}` : 'sklep wybierze innego'}.`,
  carrierOver: (moment, stands) =>
    `Czas na wybór minął (${moment}). Teraz ${stands ? `decyduje sklep; na razie jest to ${stands}` : 'sklep wybiera innego'}.`,

  parcels: 'Twoje paczki',
  tile: {
    arrived: 'dotarła',
    coming: 'jeszcze nie dotarła',
    needs: 'potrzebuje Twojej pomocy',
    trouble: 'coś jest nie tak',
    replaced: 'zastępuje ją inna',
  },
  holds: (count, total, name) =>
    `${total !== undefined && count < total ? `${count} z ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count) => (count === 1 ? 'Pokaż tę, która dotarła' : `Pokaż doręczone (${count})`),
  hideArrived: 'Ukryj doręczone',
  showOthers: (count) =>
    plural('pl', count, {
      one: 'Pokaż pozostałą paczkę',
      few: `Pokaż ${count} pozostałe`,
      other: `Pokaż ${count} pozostałych`,
    }),
  hideOthers: 'Ukryj pozostałe',
  notSent: 'Jeszcze nie wysłano',

  now: () => 'Teraz',
  expected: 'Przewidywany',
  missedMark: 'Niedotrzymany.',
  deliveredMark: 'Doręczona',
  lastScanLabel: 'Ostatni skan',
  orderedLabel: 'Zamówiono',
  madeLabel: 'Dano obietnicę',
  promisedLabel: (day) => `Obiecano na ${day || 'dziś'}`,
  lineExpected: (window, promise) => `Przewidywany termin: ${window}. Obiecano ${promise}.`,
  lineMissed: (promise) => `Obiecano ${promise}. Ten termin minął.`,
  lineOpen: (promise) => `Obiecano ${promise}. Ten termin jeszcze nie minął.`,
  lineDelivered: (moment, promise) => `Doręczono ${moment}. Obiecano ${promise}.`,
  lineSince: (label, moment) => `${label}: ${moment}.`,

  secondComing: (reference) =>
    `Jest do Ciebie w drodze jeszcze jedna (${reference}). Zadzwoń do nas, jeśli jej nie chcesz.`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count} odłożone dla Ciebie`,
  awaited: (count, date, condition) =>
    `${count} ${date ? `około ${date}` : 'później, jeszcze bez daty'}${
      condition
        ? `, zamówimy po ${condition === 'deposit' ? 'wpłacie zaliczki' : 'Twojej wpłacie'}`
        : ''
    }`,
  failed: (count) => `${count} niedostępne`,
  delivery: (charge) => `dostawa ${charge}`,
};

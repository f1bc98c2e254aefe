import type { CheckoutMessages } from '../en/checkout.js';

/** What the checkout guard says, in Polish. What nobody can decline stands in brackets. */
export const checkout: CheckoutMessages = {
  before: 'Zanim zapłacisz',
  checking: 'Sprawdzamy w sklepie cały koszyk',
  handing: 'Twój wybór trafia do koszyka',

  yours: (noun) => `Twój artykuł (${noun})`,
  goods: (count, total, nouns) =>
    `Z Twojego koszyka: ${nouns} (${count === total ? total : `${count}\u00a0z\u00a0${total}`})`,
  named: (count, total, name) =>
    `Z Twojego koszyka: ${count === total ? total : `${count} z ${total}`} × ${name}`,
  things: (count, total) =>
    count === total
      ? `Wszystkie artykuły w Twoim koszyku (${total})`
      : `Artykuły z Twojego koszyka (${count} z ${total})`,
  notOnShelf: (subject) => `${subject} – tego nie ma na półce.`,
  soldOut: (subject) => `${subject} – to już wyprzedane.`,
  notAsTold: (subject) => `${subject} – to będzie inaczej, niż mówiliśmy.`,
  unconfirmed: 'Sklep nie potwierdził Twojego koszyka.',
  unconfirmedGoesOn: 'Sklep nie mógł potwierdzić stanu magazynu. Płatność mimo to idzie dalej.',
  notTaken: 'Twój wybór nie trafił do koszyka.',
  noted: 'Powiemy Ci, gdy znów będzie.',
  holdEnded: (time) => `Sztuki były odłożone dla Ciebie do\u00a0${time}. Ten czas już minął.`,
  tooOld: 'To, co wiemy o Twoim koszyku, jest zbyt stare, by na tym polegać.',

  checkedNow: 'Sprawdzono teraz,',
  changedNow: 'To zmieniło się przed chwilą.',
  checked: (ago) => `Sprawdzono ${ago},`,
  whole: 'cały koszyk. Niczego nie pobrano.',
  notCharged: 'Niczego nie pobrano.',
  askingAgain: 'Pytamy sklep jeszcze raz.',
  noAnswer: 'Nie mamy odpowiedzi, z której dałoby się skorzystać.',
  offline: 'Brak połączenia z siecią.',
  noSense: 'Na odpowiedzi jego systemu nie można polegać.',
  incomplete: 'Jego odpowiedź nie obejmuje wszystkiego.',
  noBasket: 'Ta strona nie powiedziała, co w nim jest.',
  blocked: 'Bez tego sklep nie przyjmuje zapłaty.',
  pageKept: 'Na tej stronie koszyk jest nadal taki, jak był.',
  writesTo: (channel) => `Napiszemy: ${channel}.`,

  now: 'Teraz',
  later: 'Później',
  none: 'Niedostępne',
  told: 'Tak mówiono',
  unknown: 'Nie wiadomo',
  unknownHelp: 'Nikt nie powiedział, czy to jest',
  units: (count, total, noun) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} z ${total}`,
  about: (date) => (date ? ` około ${date}` : ', jeszcze bez daty'),
  held: (time) => `, odłożone dla Ciebie do\u00a0${time}`,
  someHeld: (count, time) => `, ${count} odłożone dla Ciebie do\u00a0${time}`,
  prepaid: 'zamówimy po Twojej wpłacie',
  deposit: 'zamówimy po wpłacie zaliczki',
  afterHold: (time) =>
    `Po\u00a0${time} to, co odłożone, może kupić każdy; zapytamy ponownie, zanim zapłacisz.`,
  rest: (count) =>
    count === 1
      ? 'Z drugą pozycją w Twoim koszyku jest tak, jak mówiliśmy.'
      : `Z pozostałymi pozycjami w Twoim koszyku (${count}) jest tak, jak mówiliśmy.`,
  showAll: (count) => `Pokaż wszystkie (${count})`,
  showFewer: 'Pokaż mniej',

  choices: 'Co robimy dalej?',
  pay: (count, amount) => `Zapłać za ${count === 1 ? 'to' : count}${amount}`,
  payAll: (amount) => `Zapłać za wszystko${amount}`,
  payShelf: (count, amount) => `Zapłać za to, co na półce (${count})${amount}`,
  payAllShelf: (amount) => `Zapłać za to, co na półce${amount}`,
  swap: (goods, amount) =>
    `Weź w zamian${goods ? `: ${goods.replace(/,$/, '')}` : ' coś innego'}${amount}`,
  payRest: (amount) => `Zapłać za resztę, o tym powiadomimy${amount}`,
  beTold: 'Powiadomienie, gdy znów będzie',
  amount: (amount) => `: ${amount}`,
  dueNow: (due, total) => `, teraz ${due} z ${total}`,
  allCanLeave: (count) =>
    count === 1 ? 'Do wysłania od razu' : `Całość (${count}) do wysłania od razu`,
  canLeave: (count) => `${count} do wysłania od razu`,
  comes: (count, about) => `${count}${about}`,
  writes: (channel) =>
    channel ? `Napiszemy, gdy znów będzie (${channel})` : 'Powiemy Ci, gdy znów będzie',
  nothingPaid: 'Nic nie płacisz',
  notPossible: (reason) => `Niemożliwe: ${reason}`,
  back: 'Wróć do koszyka',
  nothingCharged: 'Niczego nie pobieramy',
  staysHeld: (count, time) =>
    `Nic nie przepada, odłożone sztuki (${count}) czekają do\u00a0${time}`,
  again: 'Zapytaj sklep ponownie',
  againHelp: 'Zapłacisz tylko wtedy, gdy wszystko się potwierdzi',
  anyway: 'Zapłać mimo to',
  anywayHelp: 'Później może się okazać, że czegoś brakuje',

  basketChanged: 'Twój koszyk się zmienił. Sprawdzimy go ponownie, gdy będziesz płacić.',
  pageChanged: 'Strona w międzyczasie się zmieniła. Tym naciśnięciem nic nie zostało zapłacone.',
  restored: 'Wszystko jest tak, jak mówiliśmy. Możesz teraz zapłacić.',

  person: 'Najpierw pytanie?',
  personUntil: (time) => `, do\u00a0${time}`,
  personClosed: (moment) => `, teraz zamknięte${moment ? `, znów czynne ${moment}` : ''}`,
  personNoWay: 'Najpierw pytanie? Zadaj je sklepowi, zanim zapłacisz.',
};

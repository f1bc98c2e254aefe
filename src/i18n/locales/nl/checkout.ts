import type { CheckoutMessages } from '../en/checkout.js';

/** What the checkout guard says, in Dutch. */
export const checkout: CheckoutMessages = {
  before: 'Voordat je betaalt',
  checking: 'We controleren de hele winkelmand bij de winkel',
  handing: 'Je keuze gaat naar je winkelmand',

  yours: (noun) => `Je ${noun}`,
  goods: (count, total, nouns) =>
    count === total ? `Je ${total} ${nouns}` : `${count} van je ${total} ${nouns}`,
  named: (count, total, name) =>
    count === total ? `Je ${total} × ${name}` : `${count} van je ${total} × ${name}`,
  things: (count, total) =>
    `${count === total ? `Alle ${total}` : `${count} van de ${total}`} artikelen in je winkelmand`,
  notOnShelf: (subject, count) => `${subject} ${count === 1 ? 'ligt' : 'liggen'} niet op voorraad.`,
  soldOut: (subject, count) => `${subject} ${count === 1 ? 'is' : 'zijn'} uitverkocht.`,
  notAsTold: (subject, count) =>
    `${subject} ${count === 1 ? 'komt' : 'komen'} niet zoals we je hadden gezegd.`,
  unconfirmed: 'De winkel heeft je winkelmand niet bevestigd.',
  unconfirmedGoesOn: 'De winkel kon de voorraad niet bevestigen. Je betaling gaat toch door.',
  notTaken: 'Je keuze is niet in je winkelmand aangekomen.',
  noted: 'We laten het je weten als het er weer is.',
  holdEnded: (time) => `Je artikelen waren gereserveerd tot\u00a0${time}. Die tijd is voorbij.`,
  tooOld: 'Wat we van je winkelmand wisten, is te oud om op te vertrouwen.',

  checkedNow: 'Nu gecontroleerd,',
  changedNow: 'Dit is zojuist veranderd.',
  checked: (ago) => `Gecontroleerd ${ago},`,
  whole: 'de hele winkelmand. Er is niets afgeschreven.',
  notCharged: 'Er is niets afgeschreven.',
  askingAgain: 'We vragen het opnieuw aan de winkel.',
  noAnswer: 'We kregen geen bruikbaar antwoord.',
  offline: 'Je bent offline.',
  noSense: 'Op het antwoord van het systeem kun je niet vertrouwen.',
  incomplete: 'Het antwoord is niet volledig.',
  noBasket: 'Deze pagina heeft niet gezegd wat erin zit.',
  blocked: 'Zonder dat neemt de winkel geen betaling aan.',
  pageKept: 'Op deze pagina is de winkelmand nog zoals hij was.',
  writesTo: (channel) => `We schrijven naar ${channel}.`,

  now: 'Nu',
  later: 'Later',
  none: 'Niet leverbaar',
  told: 'Dit was gezegd',
  unknown: 'Niet bekend',
  unknownHelp: 'Niemand heeft gezegd of het er is',
  units: (count, total, noun) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} van ${total}`,
  about: (date) => (date ? ` rond ${date}` : ', nog geen datum'),
  held: (time) => `, voor je gereserveerd tot\u00a0${time}`,
  someHeld: (count, time) => `, waarvan ${count} voor je gereserveerd tot\u00a0${time}`,
  prepaid: 'besteld zodra je hebt betaald',
  deposit: 'besteld zodra je een aanbetaling hebt gedaan',
  afterHold: (time) =>
    `Na\u00a0${time} kan iedereen kopen wat gereserveerd is; we vragen het opnieuw voordat je betaalt.`,
  rest: (count) =>
    count === 1
      ? 'De andere regel in je winkelmand is zoals we je hadden gezegd.'
      : `De andere ${count} regels in je winkelmand zijn zoals we je hadden gezegd.`,
  showAll: (count) => `Toon alle ${count}`,
  showFewer: 'Toon minder',

  choices: 'Hoe wil je verder?',
  pay: (count, amount) => `${count === 1 ? 'Betalen' : `Alle ${count} betalen`}${amount}`,
  payAll: (amount) => `Alles betalen${amount}`,
  payShelf: (count, amount) => `Betaal de ${count} op voorraad${amount}`,
  payAllShelf: (amount) => `Betaal wat op voorraad is${amount}`,
  swap: (goods, amount) =>
    `${goods ? `Neem in plaats daarvan ${goods}` : 'Neem iets anders'}${amount}`,
  payRest: (amount) => `Betaal de rest en laat het me weten${amount}`,
  beTold: 'Laat het me weten als het er weer is',
  amount: (amount) => `: ${amount}`,
  dueNow: (due, total) => `, nu ${due} van ${total}`,
  allCanLeave: (count) => (count === 1 ? 'Kan nu weg' : `Alle ${count} kunnen nu weg`),
  canLeave: (count) => (count === 1 ? '1 kan nu weg' : `${count} kunnen nu weg`),
  comes: (count, about) => `${count}${about}`,
  writes: (channel) =>
    channel
      ? `We schrijven naar ${channel} als het er weer is`
      : 'We laten het je weten als het er weer is',
  nothingPaid: 'Er wordt niets betaald',
  notPossible: (reason) => `Niet mogelijk: ${reason}`,
  back: 'Terug naar de winkelmand',
  nothingCharged: 'Er wordt niets afgeschreven',
  staysHeld: (count, time) =>
    count === 1
      ? `Er gaat niets verloren, het artikel blijft gereserveerd tot\u00a0${time}`
      : `Er gaat niets verloren, de ${count} blijven gereserveerd tot\u00a0${time}`,
  again: 'Vraag het opnieuw aan de winkel',
  againHelp: 'Je betaalt alleen als alles is bevestigd',
  anyway: 'Toch betalen',
  anywayHelp: 'Achteraf kan blijken dat er iets ontbreekt',

  basketChanged: 'Je winkelmand is veranderd. Bij het betalen wordt die opnieuw gecontroleerd.',
  pageChanged: 'De pagina is intussen veranderd. Met die druk op de knop is niets betaald.',
  restored: 'Alles is er zoals we je hadden gezegd. Je kunt nu betalen.',

  person: 'Eerst een vraag?',
  personUntil: (time) => `, tot\u00a0${time}`,
  personClosed: (moment) => `, nu gesloten${moment ? `, weer open ${moment}` : ''}`,
  personNoWay: 'Eerst een vraag? Vraag het aan de winkel voordat je betaalt.',
};

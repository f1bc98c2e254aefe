import { oneStop } from '../../texts.js';
import type { CheckoutMessages } from '../en/checkout.js';

/** What the checkout guard says, in German. */
export const checkout = oneStop<CheckoutMessages>({
  before: 'Bevor Sie bezahlen',
  checking: 'Wir prüfen den ganzen Warenkorb beim Shop',
  handing: 'Ihre Wahl kommt in Ihren Warenkorb',

  yours: (noun) => `Ihr Artikel (${noun})`,
  goods: (count, total, nouns) =>
    count === total ? `Ihre ${total} ${nouns}` : `${count} von ${total} (${nouns})`,
  named: (count, total, name) =>
    count === total ? `Ihre ${total} × ${name}` : `${count} von ${total} × ${name}`,
  things: (count, total) =>
    count === total
      ? `Alle ${total} Artikel in Ihrem Warenkorb`
      : `${count} von ${total} Artikeln in Ihrem Warenkorb`,
  notOnShelf: (subject, count) => `${subject} ${count === 1 ? 'ist' : 'sind'} nicht auf Lager.`,
  soldOut: (subject, count) => `${subject} ${count === 1 ? 'ist' : 'sind'} ausverkauft.`,
  notAsTold: (subject, count) =>
    `${subject} ${count === 1 ? 'kommt' : 'kommen'} nicht so, wie wir es Ihnen gesagt haben.`,
  unconfirmed: 'Der Shop hat Ihren Warenkorb nicht bestätigt.',
  unconfirmedGoesOn:
    'Der Shop konnte den Bestand nicht bestätigen. Ihre Zahlung läuft trotzdem weiter.',
  notTaken: 'Ihre Wahl ist nicht in Ihrem Warenkorb angekommen.',
  noted: 'Wir sagen Ihnen, wenn es wieder da ist.',
  holdEnded: (time) => `Ihre Artikel waren bis\u00a0${time} reserviert. Diese Zeit ist vorbei.`,
  tooOld: 'Was wir über Ihren Warenkorb wussten, ist zu alt, um sich darauf zu verlassen.',

  checkedNow: 'Gerade geprüft,',
  changedNow: 'Das hat sich gerade geändert.',
  checked: (ago) => `Geprüft ${ago},`,
  whole: 'der ganze Warenkorb. Es wurde nichts abgebucht.',
  notCharged: 'Es wurde nichts abgebucht.',
  askingAgain: 'Wir fragen noch einmal beim Shop nach.',
  noAnswer: 'Wir haben keine brauchbare Antwort bekommen.',
  offline: 'Sie sind offline.',
  noSense: 'Auf die Antwort seines Systems ist kein Verlass.',
  incomplete: 'Seine Antwort ist nicht vollständig.',
  noBasket: 'Diese Seite hat nicht gesagt, was darin liegt.',
  blocked: 'Ohne das nimmt der Shop keine Zahlung an.',
  pageKept: 'Auf dieser Seite ist der Warenkorb noch so wie vorher.',
  writesTo: (channel) => `Wir schreiben an ${channel}.`,

  now: 'Sofort',
  later: 'Später',
  none: 'Nicht lieferbar',
  told: 'Angekündigt war',
  unknown: 'Nicht bekannt',
  unknownHelp: 'Niemand hat gesagt, ob es da ist',
  units: (count, total, noun) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} von ${total}`,
  about: (date) => (date ? ` etwa am ${date}` : ', noch ohne Datum'),
  held: (time) => `, für Sie reserviert bis\u00a0${time}`,
  someHeld: (count, time) => `, davon ${count} für Sie reserviert bis\u00a0${time}`,
  prepaid: 'wird bestellt, sobald Sie bezahlt haben',
  deposit: 'wird bestellt, sobald Sie eine Anzahlung geleistet haben',
  afterHold: (time) =>
    `Nach\u00a0${time} können andere kaufen, was reserviert ist; wir fragen noch einmal nach, bevor Sie bezahlen.`,
  rest: (count) =>
    count === 1
      ? 'Die andere Position in Ihrem Warenkorb ist so, wie wir es Ihnen gesagt haben.'
      : `Die anderen ${count} Positionen in Ihrem Warenkorb sind so, wie wir es Ihnen gesagt haben.`,
  showAll: (count) => `Alle ${count} zeigen`,
  showFewer: 'Weniger zeigen',

  choices: 'Wie möchten Sie weitermachen?',
  pay: (count, amount) => `${count === 1 ? 'Bezahlen' : `Alle ${count} bezahlen`}${amount}`,
  payAll: (amount) => `Alles bezahlen${amount}`,
  payShelf: (count, amount) =>
    `${count === 1 ? 'Nur das eine vorrätige' : `Nur die ${count} vorrätigen`} bezahlen${amount}`,
  payAllShelf: (amount) => `Bezahlen, was vorrätig ist${amount}`,
  swap: (goods, amount) =>
    `${goods ? `Stattdessen: ${goods}` : 'Stattdessen etwas anderes'}${amount}`,
  payRest: (amount) => `Den Rest bezahlen und Bescheid bekommen${amount}`,
  beTold: 'Bescheid bekommen, wenn es wieder da ist',
  amount: (amount) => `: ${amount}`,
  dueNow: (due, total) => `, jetzt ${due} von ${total}`,
  allCanLeave: (count) =>
    count === 1 ? 'Kann sofort verschickt werden' : `Alle ${count} können sofort verschickt werden`,
  canLeave: (count) =>
    count === 1 ? '1 kann sofort verschickt werden' : `${count} können sofort verschickt werden`,
  comes: (count, about) => `${count}${about}`,
  writes: (channel) =>
    channel
      ? `Wir schreiben an ${channel}, wenn es wieder da ist`
      : 'Wir sagen Ihnen, wenn es wieder da ist',
  nothingPaid: 'Es wird nichts bezahlt',
  notPossible: (reason) => `Nicht möglich: ${reason}`,
  back: 'Zurück zum Warenkorb',
  nothingCharged: 'Es wird nichts abgebucht',
  staysHeld: (count, time) =>
    count === 1
      ? `Nichts geht verloren, der Artikel bleibt reserviert bis\u00a0${time}`
      : `Nichts geht verloren, die ${count} bleiben reserviert bis\u00a0${time}`,
  again: 'Noch einmal beim Shop nachfragen',
  againHelp: 'Sie bezahlen nur, wenn alles bestätigt ist',
  anyway: 'Trotzdem bezahlen',
  anywayHelp: 'Es kann sich später zeigen, dass etwas fehlt',

  basketChanged: 'Ihr Warenkorb hat sich geändert. Beim Bezahlen wird er neu geprüft.',
  pageChanged: 'Die Seite hat sich inzwischen geändert. Mit diesem Klick wurde nichts bezahlt.',
  restored: 'Alles ist da, wie wir es Ihnen gesagt haben. Sie können jetzt bezahlen.',

  person: 'Noch eine Frage vorher?',
  personUntil: (time) => `, bis\u00a0${time}`,
  personClosed: (moment) => `, jetzt geschlossen${moment ? `, wieder geöffnet ${moment}` : ''}`,
  personNoWay: 'Noch eine Frage vorher? Fragen Sie den Shop, bevor Sie bezahlen.',
});

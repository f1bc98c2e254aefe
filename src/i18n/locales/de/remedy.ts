import { oneStop } from '../../texts.js';
import type { RemedyMessages } from '../en/remedy.js';

/** What the remedy says beyond the button and the path of the money, in German. */
export const remedy = oneStop<RemedyMessages>({
  turnedUp: (who, moment) => `${who} hat die Lieferung ${moment} als zugestellt erfasst.`,
  turnedUpHelp:
    'Wenn Sie sie haben, sagen Sie es uns. Wenn nicht, ist nichts zu tun: Die Erstattung läuft weiter.',
  arrivedAfterAll: 'Es ist doch angekommen',
  otherMind: 'Ich habe es mir anders überlegt',
  arrivedUntil: (until) => `Nimmt die Erstattung zurück, möglich bis ${until}`,

  heldBy: 'Aufgehalten durch',
  since: (moment) => `seit ${moment}`,
  you: 'Sie',
  takes: 'Was es braucht',
  owner: 'Wer sich kümmert',
  nextStep: 'Nächster Schritt bis',
  stepLate: 'Diese Zeit ist vorbei. Rufen Sie uns an: Das Geld steht Ihnen trotzdem zu.',

  reversal: 'Die Abbuchung selbst wird rückgängig gemacht.',
  reversalHelp: 'Sie verschwindet von Ihrem Kontoauszug; eine eigene Gutschrift erscheint nicht.',

  law: 'Was das Gesetz sagt',
  ownPromise:
    'Was wir hier anbieten, ist unser eigenes Versprechen und geht über das Gesetz hinaus.',
  rightsStand: 'Ihre Rechte bleiben, was immer Sie hier wählen.',
  lawDay: (day) => `Nach dem Gesetz muss das Geld bis ${day} zurück sein.`,
  lawGrown: (percent, more, total, isOwed) =>
    `${isOwed ? '' : 'Wenn bei Ihnen nichts angekommen ist: '}Nach dem Gesetz ist der Betrag um ${percent} % gewachsen: ${more} mehr, zusammen ${total}.`,
  lawGrows: (percent, day) => `Ab ${day} wächst er um ${percent} %.`,

  cameLate:
    'Die Lieferung kam, nachdem das Geld schon unterwegs war. Sie wählen, wie es weitergeht; nichts wird ohne Sie entschieden.',
  keep: (amount) => (amount ? `Behalten und ${amount} zurückzahlen` : 'Behalten'),
  keepHelp: 'Wir sagen Ihnen, wie das geht',
  chargedTo: (method) => `Abbuchung: ${method}`,
  giveBack: 'Zurückschicken',
  giveBackHelp: 'Nichts zu bezahlen',

  other: 'Etwas anderes stimmt nicht',
  what: 'Was stimmt nicht?',
  ground: {
    'not-delivered': 'Es ist nicht gekommen',
    late: 'Es kam zu spät',
    incomplete: 'Es fehlt etwas',
    damaged: 'Es ist beschädigt',
    'wrong-item': 'Es ist nicht das, was ich bestellt habe',
    'delivered-elsewhere': 'Es wurde woanders abgelegt',
    'not-received': 'Angeblich zugestellt, aber ich habe es nicht',
  },
  attached:
    'Wir legen bei, was zugesagt war, was der Paketdienst erfasst hat und was auf dieser Seite steht. Sie müssen nichts schreiben.',
  thenWhat: 'Was sollen wir für Sie tun?',
  close: 'Schließen',

  receipt: 'Beleg zum Aufheben',
  order: 'Bestellung',
  refund: 'Erstattung',
  amount: 'Betrag',
  noAmount: 'Wir kennen ihn nicht',
  to: 'Auf',
  asked: 'Verlangt',
  ordered: 'Angewiesen',
  sent: 'Von der Bank gesendet',
  settled: 'Auf Ihrem Konto',
  reversed: 'Vom Kontoauszug verschwunden',
  ifDatePasses: 'Verstreicht ein Datum, steht es auf dieser Seite.',
  reference: 'Vorgangsnummer',
  sameEverywhere: 'am Telefon und im Laden dieselbe',
  paidWith: 'womit Sie bezahlt haben',
  ready: 'Im Laden bereit',
  fetched: 'Von Ihnen abgeholt',
  over: {
    failed: 'Hat nicht geklappt',
    returned: 'Zu uns zurückgekommen',
    withdrawn: 'Zurückgenommen',
  },
  notDated: 'ohne Datum',
  another: (reference, amount, state) => `${reference}${amount && `, ${amount}`}: ${state}`,
  inAll: (amount, count) => `${amount} zusammen, in ${count} Erstattungen.`,
  expected: 'Erwartet bis',
  wrong: 'Was nicht stimmte',
  written: 'Geschrieben',
  row: (label, value) => `${label}: ${value}`,
  print: 'Drucken',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  notCopied: 'Kopieren war nicht möglich. Der Text ist markiert: Kopieren Sie ihn von hier.',
  save: 'Als Text speichern',
  remind: 'An das Datum erinnern',
  notMade: 'Die Erinnerung ließ sich nicht anlegen. Drücken Sie noch einmal.',
  remindWhat: (amount) => `${amount} sollten heute zurück sein`,
});

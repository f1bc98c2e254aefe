import { oneStop } from '../../texts.js';
import type { OrderMessages } from '../en/order.js';
import { bare, within } from './base.js';

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)} Minuten`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} Stunden`
      : `${Math.floor(minutes / 1440)} Tagen`;
};

const had = (who: string): string => (who === 'Wir' ? 'hatten' : 'hatte');

const YOURS = 'Ihr Geld';

/**
 * What an order says, in German. The shop's own nouns stand in brackets or after a colon, because their
 * gender is not known: what comes is always the delivery.
 */
export const order = oneStop<OrderMessages>({
  order: (reference) => `Bestellung ${reference}`,
  refund: (reference) => `Erstattung ${reference}`,
  parcelOf: (position, total) => `Paket ${position} von ${total}`,
  parcel: (position, name) => `Paket ${position}${name ? `, ${name}` : ''}`,
  thing: (noun) => `Ihre Lieferung${noun ? ` (${noun})` : ''}`,
  firstParcel: 'erstes Paket',
  goods: () => 'Artikel',
  units: (count, total, noun) =>
    total === 1 || count === undefined
      ? noun
      : total === undefined
        ? `${count} ${noun}`
        : count === total
          ? `alle ${count} ${noun}`
          : `${count} von ${total} (${noun})`,
  we: 'Wir',
  carrier: 'Der Paketdienst',

  before: (time, day) => `${day && `${day} `}vor ${time}`,
  between: (from, until, day) => `${day && `${day} `}zwischen ${bare(from)} und ${until}`,
  byDay: (date) => `spätestens am ${date}`,

  missed: (who, thing, when) =>
    `${who} ${had(who)} versprochen: ${thing} kommt ${when}. Sie ist nicht angekommen.`,
  missedSeveral: (who, when) =>
    `${who} ${had(who)} versprochen: Ihre Pakete kommen ${when}. Es sind nicht alle angekommen.`,
  expectedBetween: (thing, when) => `${thing} wird ${when} erwartet.`,
  expectedAround: (thing, when) =>
    `${thing} wird ${/^\d+(:\d+)?\u00a0Uhr/.test(when) ? `gegen ${when}` : `etwa am ${when}`} erwartet.`,
  expectedLate: (thing, when, promised) =>
    `${thing} wird jetzt ${when} erwartet, später als zugesagt (${promised}).`,
  arrived: (thing, moment) => `${thing} wurde ${moment} zugestellt.`,
  arrivedSome: (thing) => `${thing} wurde zugestellt.`,
  arrivedSeveral: (count) => `Alle ${count} Pakete wurden zugestellt.`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `Von Ihren ${total} Paketen ist noch keines angekommen.`
        : `Von Ihren ${total} Paketen ${arrived === 1 ? 'ist 1' : `sind ${arrived}`} angekommen.`,
      needs === 0 ? '' : needs === 1 ? 'Eines braucht Sie.' : `${needs} brauchen Sie.`,
      trouble === 0
        ? ''
        : trouble === 1
          ? 'Mit einem stimmt etwas nicht.'
          : `Mit ${trouble} stimmt etwas nicht.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, promised) =>
    `Paket ${position} ${promised ? `ist ${when} zugesagt` : `wird ${when} erwartet`}.`,
  disputed: (who) => `${who} sagt: zugestellt. Sie sagen: nicht da.`,
  bothNoted: 'Beides ist festgehalten. Ein Scan ist noch keine Zustellung.',
  contradicted: (thing) => `Was man uns über ${thing} sagt, widerspricht sich.`,
  doubts: {
    'codes-disagree': 'Die Codes des Paketdienstes widersprechen einander.',
    'words-disagree': 'Code und Text des Paketdienstes sagen Verschiedenes.',
    'status-disagrees': 'Status und Scans des Paketdienstes sagen Verschiedenes.',
    'delivered-before-events': 'Die Zustellung läge vor dem Versand.',
    'two-parcels': 'Unter einer Nummer sind zwei Wege erfasst.',
    other: 'Die Quellen sind sich nicht einig.',
  },
  notRepeated:
    'Wir geben keines von beiden als wahr weiter. Rufen Sie uns an, wenn Sie mehr wissen möchten.',
  partly: (thing) => `${thing} wurde nur zum Teil zugestellt.`,
  handedTo: {
    recipient: '',
    neighbour: ' Übergeben in der Nachbarschaft.',
    'safe-place': ' Abgelegt an einem sicheren Ort.',
    mailbox: ' Abgelegt im Briefkasten.',
    reception: ' Übergeben am Empfang.',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `Zum Abholen${bring ? `, bitte mitbringen: ${bring}` : ''}`,
      pay: `Zu bezahlen: ${amount ?? 'was verlangt wird'}`,
      address: 'Bitte die Adresse korrigieren',
      documents: 'Bitte die verlangten Unterlagen einreichen',
      arrange: `Bitte einen Tag vereinbaren: ${who}`,
      contact: `Bitte anrufen: ${who}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `Die Lieferung war ${by} abzuholen. Wir wissen nicht, ob sie noch dort liegt.`
      : kind === 'pay'
        ? `Zu bezahlen war ${by}: ${amount ?? 'was verlangt wird'}.`
        : `${what}. Das war zu erledigen: ${by}.`;
  },
  findWay: 'Rufen Sie uns an, wir suchen mit Ihnen einen Weg.',
  silent: (thing) => `Wir wissen nicht, wo ${thing} ist.`,
  estimateStale: (thing) => `Wir sind nicht sicher, wann ${thing} kommt.`,
  outForDelivery: (thing) => `${thing} ist in Zustellung.`,
  moving: (thing) => `${thing} ist unterwegs.`,
  announced: (thing) => `${thing} ist noch nicht unterwegs.`,
  promised: (thing, when) => `${thing} ist ${when} zugesagt.`,
  promisedPart: (units, _count, when, rest, date) =>
    `${when} zugesagt: ${units}. Der Rest (${rest}): ${date ? `etwa am ${date}` : 'später'}.`,
  promisedSome: (when) => `Ein Teil Ihrer Bestellung ist ${when} zugesagt. Der Rest kommt später.`,
  nothing: 'Wir haben Ihre Bestellung. Mehr hat uns noch niemand gesagt.',
  attempted: (who, moment) => `${who} hat ${moment} versucht zuzustellen.`,
  'ready-for-pickup': (thing) => `${thing} liegt für Sie bereit.`,
  pickupOver: (thing) => `${thing} lag für Sie bereit.`,
  problem: (thing) => `Es gibt ein Problem: ${thing}.`,
  returning: (thing) => `${thing} ist auf dem Rückweg zu uns.`,
  returned: (thing) => `${thing} ist zu uns zurückgekommen.`,
  cancelled: (thing) => `${thing} wurde storniert.`,
  customs: (thing) => `${thing} ist beim Zoll.`,
  claimed: (thing, by) =>
    by
      ? `Ersatz für ${thing} ist ${by} an Ihrer Tür zugesagt.`
      : `Wir schicken Ersatz für ${thing}.`,
  claimedLate: (thing, by) =>
    `Ersatz für ${thing} war ${by} an Ihrer Tür zugesagt. Er ist nicht angekommen.`,
  callUs:
    'Diese Zeit ist vorbei. Rufen Sie uns an: Was Sie gewählt haben, steht Ihnen trotzdem zu.',
  claimedWait: (units, by) => `Sie möchten warten: ${units}.${by ? ` Zugesagt ${by}.` : ''}`,
  claimedGoods: (goods, by) => `Sie möchten stattdessen: ${goods}.${by ? ` Zugesagt ${by}.` : ''}`,
  short: (units) => `Doch nicht lieferbar: ${units}.`,
  shortUnsure: (units, total) =>
    total === 1
      ? `Wir wissen nicht, ob das lieferbar ist: ${units}.`
      : `Wir wissen nicht, wie viele davon lieferbar sind: ${units}.`,
  doubt: {
    contradiction: 'Was man uns gesagt hat, widerspricht sich.',
    age: 'Was man uns gesagt hat, ist zu alt, um es als wahr weiterzugeben.',
  },
  callToChoose: 'Rufen Sie uns an: Nichts wird ohne Sie entschieden.',
  imposed: (who, day, when) =>
    `${who} ${who === 'Wir' ? 'haben' : 'hat'} Ihre Lieferung ohne Ihre Zustimmung verschoben${day ? `: ${day}` : `, jetzt ${when}`}.`,
  imposedSome: (who) =>
    `${who} ${who === 'Wir' ? 'haben' : 'hat'} Ihre Lieferung ohne Ihre Zustimmung verschoben.`,
  brokenPromise: 'Das bricht, was zugesagt war.',
  stillCounts: (agreed) => `Was vereinbart ist, ${agreed}, gilt weiterhin.`,
  toldAt: (moment) => `Mitgeteilt ${moment}.`,
  theirReason: 'Begründung:',
  proposed: (by, count, narrows) =>
    `${
      by === 'carrier'
        ? 'Der Paketdienst bittet Sie'
        : by === 'shop'
          ? 'Wir bitten Sie'
          : 'Man bittet Sie'
    } um ${
      count > 1
        ? `eine andere Lieferzeit: Es gibt ${count} Vorschläge`
        : narrows
          ? 'eine kürzere Zeit innerhalb des Vereinbarten'
          : 'eine andere Lieferzeit'
    }. Ohne Ihre Zustimmung ändert sich nichts.`,
  timeOver: 'Die Zeit zum Antworten ist vorbei.',
  theyDecide: (who) => `Ob die Lieferung dann kommt, entscheidet ${within(who)}.`,
  askedWhen: (moment) => `Angefragt ${moment}`,
  askedSome: 'Angefragt',
  askedBy: (who) => `(${who}).`,
  somebody: 'jemand ohne Namen',
  firstPromised: (when) => `Zuerst zugesagt: ${when}.`,
  changeUnread: 'Eine spätere Änderung ist für uns nicht lesbar.',
  agreedAt: (moment) => `Vereinbart ${moment}.`,
  saidArrived: (thing) => `Sie haben uns gesagt, dass ${thing} angekommen ist.`,
  takenBack: (reference, moment) =>
    `Sie haben die Erstattung ${reference} ${moment} zurückgenommen.`,
  stillOpen:
    'Es wurde nichts ausgezahlt. Wenn es doch nicht da ist, können Sie sie wieder verlangen.',
  claimedOther: 'Wir haben notiert, was Sie gewählt haben.',
  claim: (reference) => `Vorgang ${reference}`,

  refundAsked: (amount, isCash) =>
    `Sie haben ${amount || YOURS} zurückverlangt. ${isCash ? 'Der Shop' : 'Die Bank'} hat noch nicht bestätigt.`,
  refundOrdered: (amount) => `Ihre Erstattung${amount && ` von ${amount}`} ist angewiesen.`,
  refundSent: (amount) => `Ihre Erstattung${amount && ` von ${amount}`} hat unsere Bank verlassen.`,
  cashReady: (amount) =>
    amount
      ? `Ihre ${amount} liegen bar im Laden für Sie bereit.`
      : 'Ihre Erstattung liegt bar im Laden für Sie bereit.',
  refundSettled: (amount) => `Ihre Erstattung${amount && ` von ${amount}`} ist ausgezahlt.`,
  refundBlocked: (amount) => `Ihre Erstattung${amount && ` von ${amount}`} wird aufgehalten.`,
  heldSince: (date, by, you) =>
    you
      ? `Wir warten seit ${date} auf Sie.`
      : `Aufgehalten seit ${date}${by ? ` (${by}).` : '. Niemand hat gesagt, von wem.'}`,
  refundFailed: (amount) =>
    `Ihre Erstattung${amount && ` von ${amount}`} hat nicht geklappt. Wir schulden sie Ihnen weiterhin.`,
  refundReturned: (amount) =>
    `Ihre Erstattung${amount && ` von ${amount}`} kam zu uns zurück. Wir schulden sie Ihnen weiterhin.`,
  refundLate: (amount, due) =>
    `Ihre Erstattung${amount && ` von ${amount}`} war fällig: ${due}. Niemand hat sie bestätigt.`,
  noAmount: YOURS,

  checking: 'Wir prüfen, ob Ihre Anfrage durchgekommen ist.',
  notReceived: 'Ihre Anfrage ist nicht beim Shop angekommen.',
  pressOnce: 'Drücken Sie noch einmal. Es kann nur einmal geschehen.',
  notTakenBack: 'Die Erstattung lässt sich hier nicht mehr zurücknehmen.',
  refundGoesOn: 'Die Erstattung läuft weiter wie bisher.',
  notSentOffline: 'Ihre Anfrage wurde nicht gesendet. Sie sind offline.',
  refused: 'Das ist von hier aus nicht möglich.',
  takenUnread: 'Dazu ist schon etwas vermerkt, und wir können es nicht lesen.',
  withdrawing: 'Wir nehmen Ihren Wunsch nach Erstattung zurück.',
  askingCopy: 'Wir fragen das System des Shops. Bis es antwortet, ist dies unsere letzte Kopie.',
  lastCopy: 'Das System des Shops antwortet nicht. Dies ist unsere letzte Kopie.',
  lastCopyOffline: 'Sie sind offline. Dies ist unsere letzte Kopie.',
  wasThen: 'War damals',
  promisedRow: 'Zugesagt',
  alsoPromised: 'Auch zugesagt',
  needsAnswer:
    'Gerade lässt es sich nicht senden. Es ist noch hier, wenn das System des Shops antwortet.',
  noCopy: 'Das System des Shops antwortet nicht. Wir können Ihre Bestellung gerade nicht zeigen.',
  notFound: 'Wir finden diese Bestellung hier nicht.',
  forbidden: 'Bitte melden Sie sich wieder an, um diese Bestellung zu sehen.',
  forbiddenCopy: 'Bitte melden Sie sich wieder an, um zu sehen, was neu ist.',
  offlineNoCopy: 'Sie sind offline. Wir können Ihre Bestellung gerade nicht zeigen.',
  unreadable: 'Was das System des Shops zu dieser Bestellung sagt, ist nicht lesbar.',
  loading: 'Wir fragen den Shop, wo Ihre Bestellung ist',

  live: 'Live.',
  toldUs: (who, ago) => `${who} hat uns das ${ago} gesagt.`,
  scannedAs: (who, words, moment) => `${who}: ${words}, ${moment}.`,
  stillGood: (who, ago, every) =>
    `${who} hat uns das ${ago} gesagt. Gescannt wird etwa ${every}, also gilt es noch.`,
  hours: (count) => (count === 1 ? 'jede Stunde' : `alle ${count} Stunden`),
  unknownPlace: 'Wir wissen nicht, wo sie ist.',
  unknownPlaces: 'Wir wissen nicht, wo sie sind.',
  lastScan: (who, moment, place) => `Letzter Scan: ${who}, ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who, moment) => `Angekündigt ${moment} (${who}); seitdem nichts.`,
  neverScanned: 'Noch kein Paketdienst hat sie erfasst.',
  silentFor: (seconds, every) =>
    `Kein Scan seit ${span(seconds)}${
      every
        ? `; üblich ist einer ${every === 86_400 ? 'am Tag' : `alle ${span(every).replace(/Tagen$/, 'Tage')}`}`
        : ''
    }.`,
  newsMissed: (time) => `Neuigkeiten waren bis ${time} zugesagt und sind nicht gekommen.`,
  recorded: (who, moment) => `Erfasst: ${who}, ${moment}.`,
  recordedUndated: (who) => `Erfasst: ${who}, ohne Uhrzeit.`,
  inTime: 'Pünktlich.',
  late: 'Zu spät.',
  lateBy: (promised) => `Zugesagt war: ${promised}.`,
  lastChecked: (ago) => `Zuletzt geprüft: ${ago}.`,
  tooOld: (was) => `Unsere Angabe war ${was}; sie ist zu alt, um sie als wahr weiterzugeben.`,
  madeBy: (who, moment) => `Angabe: ${who}${moment ? `, ${moment}` : ', ohne Datum'}.`,
  us: 'unser Shop',
  shop: 'der Shop',
  bank: 'die Bank des Shops',
  confirmed: 'Bestätigt',
  byWhomWhen: (who, moment) => `(${who}) ${moment}.`,
  askedAt: (moment) => `Verlangt ${moment}.`,
  answerBy: (due) => `Kommt bis ${due} keine Antwort, übernimmt ein Mensch.`,
  answerLate: (due) =>
    `Die Antwort war bis ${due} fällig. Rufen Sie uns an: Das Geld steht Ihnen trotzdem zu.`,
  waitForAnswer: 'Sie müssen nichts weiter tun.',
  sentAt: (moment) => `Gesendet ${moment}.`,
  onAccountBy: (due) => `Auf Ihrem Konto bis ${due}.`,
  goneBy: (due) => `Vom Kontoauszug verschwunden bis ${due}.`,
  endedAt: (moment, reason) => `${reason ?? 'Niemand nannte einen Grund'} (${moment}).`,
  doNotAsk: 'Verlangen Sie es nicht noch einmal, es ist nichts verloren.',
  askedNoAnswer: (moment) =>
    `Ihre Anfrage (${moment}) ist abgeschickt; die Antwort kam nicht bei uns an.`,
  nothingMoved: 'Es wurde nichts abgebucht und nichts erstattet.',
  pressAgain:
    'Wenn Sie wieder online sind, drücken Sie noch einmal. Ausgezahlt werden kann nur einmal.',
  refusedAt: (moment) => `Abgelehnt ${moment}.`,
  amountChanged: 'Der Betrag hat sich geändert. Der neue steht unten; es ist nichts geschehen.',
  copiedAt: (moment, ago) => `Kopie von ${moment}, ${ago}.`,
  mayHaveMoved: 'Seither kann sich etwas geändert haben.',
  tryAgainAt: (time) => `Wir versuchen es um ${time} von selbst wieder.`,
  notFoundHelp: 'Vielleicht stimmt eine Ziffer nicht, oder sie gehört zu einem anderen Konto.',
  forbiddenHelp: 'Ihr Zugang ist abgelaufen; Ihre Bestellung nicht.',
  passedMeanwhile: 'Diese Zeit ist vorbei. Ob es angekommen ist, kann diese Kopie nicht sagen.',
  stillStands: 'Es gilt weiterhin.',
  newsBy: 'Neuigkeiten bis',
  newsEvenIfNone: 'hier, auch wenn es keine gibt',
  chosenWait: 'Sie möchten warten. Die Erstattung bleibt hier für Sie.',

  allHours: (zone) => `Alle Uhrzeiten: ${zone}.`,

  refundAction: (amount) => `Nicht angekommen: ${amount} zurück`,
  cancelAction: 'Bestellung stornieren',
  reshipAction: 'Noch einmal schicken',
  replaceAction: 'Ersetzen',
  swapAction: (goods) => `Stattdessen: ${goods}`,
  waitFor: () => 'Darauf warten',
  choose: (_count, paid) =>
    `${paid ? 'Sie haben schon bezahlt. ' : ''}Sie wählen, wie es weitergeht; nichts wird ohne Sie entschieden.`,
  waitAction: 'Noch etwas warten',
  refundChoice: (amount) => `${amount} erstatten`,
  toMethod: (method, due) =>
    `${/^(als|bar) /.test(method) ? '' : 'auf '}${method}${due ? `, dort bis ${due}` : ''}`,
  credit: 'als Guthaben beim Shop',
  cash: 'bar im Laden',
  transfer: 'ein Bankkonto',
  card: 'die Karte, mit der Sie bezahlt haben',
  wallet: 'das Wallet, mit dem Sie bezahlt haben',
  thereBy: (due) => `dort bis ${due}`,
  atDoor: (due) => `Bei Ihnen ${due}`,
  refundStays: (until) => `Die Erstattung bleibt hier für Sie bis ${until}`,
  refundStaysOpen: 'Die Erstattung bleibt hier für Sie',
  nothingToExplain: 'Nichts zu begründen.',
  undoUntil: (until) => `Taucht es auf, können Sie das bis ${until} zurücknehmen.`,
  notPossible: (reason) => `Nicht möglich: ${reason}`,
  locked: 'Ihre Anfrage wird gesendet',
  lockedChecking: 'Wir prüfen',
  onlyOnce: 'auszahlen lässt es sich nur einmal',
  needsConnection: 'geht wieder, wenn Sie eine Verbindung haben',
  confirmTitle: (what) => `${what}?`,
  confirmLarge: 'Noch ein Blick, denn es geht um viel Geld.',
  confirmSure: 'Noch ein Blick, zur Sicherheit.',
  confirmFramed: 'Noch ein Blick, denn diese Seite wird in einer anderen gezeigt.',
  confirmChanged: 'Noch ein Blick: Das ist gerade erst erschienen oder hat sich geändert.',
  confirmYes: 'Ja, so machen',
  confirmNo: 'Jetzt nicht',
  tryNow: 'Jetzt versuchen',
  choices: 'Andere Wege',
  whatNow: 'Was sollen wir für Sie tun?',

  by: (due) => `bis ${due}`,
  dateLate: 'Dieses Datum ist vorbei. Das Geld steht Ihnen trotzdem zu: Rufen Sie uns an.',
  noDate: 'noch kein Datum',

  noTime: 'ohne Uhrzeit',
  localTime: 'Ortszeit',
  noWords: 'Ohne Text erfasst',
  quoted: (words) => `„${words}“`,
  theirDoing: {
    carrier: 'Es liegt am Paketdienst.',
    shop: 'Es liegt an uns.',
    recipient: 'Es liegt an der Adresse.',
    customs: 'Es liegt am Zoll.',
    weather: 'Es liegt am Wetter.',
    other: '',
  },
  // Each begins with a word that may be written small within a sentence.
  phase: {
    announced: 'Beim Paketdienst angekündigt',
    collected: 'Dem Paketdienst übergeben',
    'in-transit': 'Unterwegs',
    customs: 'Beim Zoll',
    'out-for-delivery': 'In Zustellung',
    attempted: 'Vergeblicher Zustellversuch',
    'ready-for-pickup': 'Abholbereit',
    delivered: 'Zugestellt',
    problem: 'Etwas ist schiefgegangen',
    returning: 'Auf dem Rückweg',
    returned: 'Zurück beim Absender',
    cancelled: 'Storniert',
  },
  arrivedIn: (place) => `In ${place} angekommen`,
  leftFrom: (place) => `Hat ${place} verlassen`,
  partUnreadable: {
    shipments: (position) => `Paket ${position} war nicht lesbar`,
    promises: () => 'Was zugesagt wurde, war nicht lesbar',
    offers: () => 'Eine Ihrer Möglichkeiten war nicht lesbar',
    refunds: () => 'Ein Teil Ihrer Erstattung war nicht lesbar',
    events: () => 'Ein Eintrag im Verlauf war nicht lesbar',
    other: () => 'Ein Teil dieser Seite war nicht lesbar',
  },
  partUnreadableHelp:
    'Wir wissen, dass es das gibt, nicht, was darin steht. Der Rest der Seite stimmt.',

  person: 'Lieber mit einem Menschen sprechen?',
  personUntil: (time) => `, bis ${time}`,
  personClosed: (moment) => `, jetzt geschlossen${moment ? `, wieder geöffnet ${moment}` : ''}`,
  give: 'Nennen Sie',
  theySee: ': Dort sieht man dieselbe Seite.',
  personNoWay: 'Lieber mit einem Menschen sprechen? Fragen Sie den Shop und nennen Sie',
  stop: '.',
});

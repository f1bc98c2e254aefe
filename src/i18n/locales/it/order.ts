import type { OrderMessages } from '../en/order.js';
import { the, towards } from './base.js';
import { contracted } from './contracted.js';

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)} minuti`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} ore`
      : `${Math.floor(minutes / 1440)} giorni`;
};

const we = 'Noi';
const us = 'noi';
const credit = 'un buono del negozio';
const cash = 'contanti, in negozio';
const promise = (who: string): string =>
  who === we ? 'Avevamo promesso' : `${who} aveva promesso`;

/**
 * What the order, the parcel and the remedy say, in Italian. What a merchant calls the goods stands in
 * brackets beside a word whose gender is known, as possessives and participles depend on it.
 */
export const order = contracted<OrderMessages>({
  order: (reference) => `Ordine ${reference}`,
  refund: (reference) => `Rimborso ${reference}`,
  parcelOf: (position, total) => `Pacco ${position} di ${total}`,
  parcel: (position, name) => `Pacco ${position}${name ? `, ${name}` : ''}`,
  thing: (noun) => `il suo ${noun === 'primo pacco' ? noun : `pacco${noun ? ` (${noun})` : ''}`}`,
  firstParcel: 'primo pacco',
  goods: (count) => (count === 1 ? 'articolo' : 'articoli'),
  units: (count, total, noun) =>
    total === 1
      ? `il suo articolo${noun === 'articolo' ? '' : ` (${noun})`}`
      : count === undefined
        ? noun
        : total === undefined || count === total
          ? `${count} ${noun}`
          : count === 1
            ? `1 su ${total} ${noun}`
            : `${count} ${noun} su ${total}`,
  we,
  carrier: 'Il corriere',

  before: (time, day) => `prima di le ${time}${day && ` di ${day}`}`,
  between: (from, until, day) => `tra le ${from} e le ${until}${day && ` di ${day}`}`,
  byDay: (date) => `entro ${date}`,

  missed: (who, thing, when) => `${promise(who)} di consegnare ${thing} ${when}. Non è arrivato.`,
  missedSeveral: (who, when) =>
    `${promise(who)} di consegnare i suoi pacchi ${when}. Non sono arrivati tutti.`,
  expectedBetween: (thing, when) => `${thing} è previsto ${when}.`,
  expectedAround: (thing, when) => `${thing} è previsto intorno a ${the(when)}.`,
  expectedLate: (thing, when, promised) =>
    `${thing} è ora previsto ${when}, più tardi di quanto promesso (${promised}).`,
  arrived: (thing, moment) => `${thing} è stato consegnato ${moment}.`,
  arrivedSome: (thing) => `${thing} è stato consegnato.`,
  arrivedSeveral: (count) => `Tutti i ${count} pacchi sono stati consegnati.`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `Nessuno dei suoi ${total} pacchi è ancora arrivato.`
        : arrived === 1
          ? `È arrivato uno dei suoi ${total} pacchi.`
          : `Sono arrivati ${arrived} dei suoi ${total} pacchi.`,
      needs === 0 ? '' : needs === 1 ? 'Uno ha bisogno di Lei.' : `${needs} hanno bisogno di Lei.`,
      trouble === 0 ? '' : trouble === 1 ? 'Uno ha un problema.' : `${trouble} hanno un problema.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, promised) =>
    `Il pacco ${position} è ${promised ? 'promesso' : 'previsto'} ${when}.`,
  disputed: (who) => `${who} dice di averlo consegnato. Lei dice che non c’è.`,
  bothNoted: 'Entrambe le versioni sono annotate. Una registrazione non è ancora una consegna.',
  contradicted: (thing) => `Quello che ci dicono di ${thing} si contraddice.`,
  doubts: {
    'codes-disagree': 'I codici stessi del corriere dicono cose diverse.',
    'words-disagree': 'Il codice del corriere e il suo testo dicono cose diverse.',
    'status-disagrees':
      'Lo stato indicato dal corriere e le sue registrazioni dicono cose diverse.',
    'delivered-before-events': 'Sarebbe stato consegnato prima di partire.',
    'two-parcels': 'Sotto lo stesso numero sono registrati due percorsi.',
    other: 'Le fonti non concordano.',
  },
  notRepeated: 'Non diamo per certa nessuna delle due cose. Ci chiami se vuole saperne di più.',
  partly: (thing) => `È stata consegnata solo una parte di ${thing}.`,
  handedTo: {
    recipient: '',
    neighbour: ' È stato consegnato a un vicino.',
    'safe-place': ' È stato lasciato in un luogo sicuro.',
    mailbox: ' È stato lasciato nella cassetta della posta.',
    reception: ' È stato consegnato in portineria.',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `Lo ritiri${bring ? ` con ${bring}` : ''}`,
      pay: `Paghi ${amount ?? 'quanto richiesto'}`,
      address: 'Corregga l’indirizzo',
      documents: 'Invii i documenti richiesti',
      arrange: `Concordi un giorno con ${who}`,
      contact: `Chiami ${who}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `Andava ritirato ${by}. Non sappiamo se è ancora lì.`
      : kind === 'pay'
        ? `Bisognava pagare ${amount ?? 'quanto richiesto'} ${by}.`
        : `${what}. Andava fatto ${by}.`;
  },
  findWay: 'Ci chiami: cerchiamo una soluzione con Lei.',
  silent: (thing) => `Non sappiamo dove si trova ${thing}.`,
  estimateStale: (thing) => `Non sappiamo con certezza quando arriva ${thing}.`,
  outForDelivery: (thing) => `${thing} è in consegna.`,
  moving: (thing) => `${thing} è in viaggio.`,
  announced: (thing) => `${thing} non è ancora partito.`,
  promised: (thing, when) => `${thing} è promesso ${when}.`,
  promisedPart: (units, _count, when, rest, date) =>
    `${units}: arrivo promesso ${when}. Il resto (${rest}): ${date ? towards(date) : 'più tardi'}.`,
  promisedSome: (when) =>
    `Una parte del suo ordine è promessa ${when}. Il resto arriverà più tardi.`,
  nothing: 'Abbiamo il suo ordine. Nessuno ci ha ancora detto altro.',
  attempted: (who, moment) => `${who} ha tentato la consegna${moment && ` ${moment}`}.`,
  'ready-for-pickup': (thing) => `${thing} è pronto per il ritiro.`,
  pickupOver: (thing) => `${thing} era pronto per il ritiro.`,
  problem: (thing) => `C’è un problema con ${thing}.`,
  returning: (thing) => `${thing} sta tornando da noi.`,
  returned: (thing) => `${thing} è tornato da noi.`,
  cancelled: (thing) => `La consegna di ${thing} è stata annullata.`,
  customs: (thing) => `${thing} è in dogana.`,
  claimed: (thing, by) =>
    by
      ? `La sostituzione di ${thing} è promessa alla sua porta ${by}.`
      : `Le inviamo la sostituzione di ${thing}.`,
  claimedLate: (thing, by) =>
    `La sostituzione di ${thing} era promessa alla sua porta ${by}. Non è arrivata.`,
  callUs: 'Quel momento è passato. Ci chiami: ciò che ha scelto le è comunque dovuto.',
  claimedWait: (units, by) =>
    `Ha scelto di aspettare ${units}.${by ? ` La consegna è promessa ${by}.` : ''}`,
  claimedGoods: (goods, by) =>
    `Ha scelto ${goods} in cambio.${by ? ` La consegna è promessa ${by}.` : ''}`,
  short: (units) => `Alla fine non possiamo fornirle ${units}.`,
  shortUnsure: (units, total) =>
    total === 1
      ? `Non sappiamo se potremo fornirle ${units}.`
      : `Non sappiamo quanto potremo fornirle di ciò che ha ordinato: ${units}.`,
  doubt: {
    contradiction: 'Quello che ci hanno detto si contraddice.',
    age: 'Quello che ci hanno detto è troppo vecchio per ripeterlo come vero.',
  },
  callToChoose: 'Ci chiami: nulla si decide senza di Lei.',
  imposed: (who, day, when) =>
    `${who} ha spostato la consegna${day ? ` a ${day}` : `, ora ${when},`} senza chiederle il consenso.`,
  imposedSome: (who) => `${who} ha spostato la consegna senza chiederle il consenso.`,
  brokenPromise: 'Così non si mantiene quanto promesso.',
  stillCounts: (agreed) => `Quanto concordato, ${agreed}, vale ancora.`,
  toldAt: (moment) => `Comunicato ${moment}.`,
  theirReason: 'Il motivo indicato:',
  proposed: (by, count, narrows) =>
    `${by === 'carrier' ? 'Il corriere chiede' : by === 'shop' ? 'Chiediamo' : 'Si chiede'} ${
      count > 1
        ? `di spostare la consegna: ci sono ${count} proposte`
        : narrows
          ? 'il suo accordo per una fascia oraria più breve, entro quanto concordato'
          : 'di spostare la consegna'
    }. Nulla cambia senza il suo consenso.`,
  timeOver: 'Il tempo per rispondere è finito.',
  theyDecide: (who) => `Se la consegna avviene in quel momento, lo decide ${who}.`,
  askedWhen: (moment) => `Richiesto ${moment}`,
  askedSome: 'Richiesto',
  askedBy: (who) => `da ${who}.`,
  somebody: 'qualcuno di cui non è indicato il nome',
  firstPromised: (when) => `Prima promessa: ${when}.`,
  changeUnread: 'È seguita una modifica che non riusciamo a leggere.',
  agreedAt: (moment) => `Concordato ${moment}.`,
  saidArrived: (thing) => `Ci ha detto di aver ricevuto ${thing}.`,
  takenBack: (reference, moment) =>
    `Ha annullato il rimborso ${reference}${moment && ` ${moment}`}.`,
  stillOpen: 'Non è stato pagato nulla. Se alla fine non c’è, può chiederlo di nuovo.',
  claimedOther: 'Abbiamo annotato la sua scelta.',
  claim: (reference) => `Riferimento ${reference}`,

  refundAsked: (amount, isCash) =>
    `Ha chiesto il rimborso${amount && ` di ${amount}`}. ${isCash ? 'Il negozio' : 'La banca'} non ha ancora confermato.`,
  refundOrdered: (amount) => `Abbiamo disposto il rimborso${amount && ` di ${amount}`}.`,
  refundSent: (amount) => `Il rimborso${amount && ` di ${amount}`} è partito dalla nostra banca.`,
  cashReady: (amount) => `Il rimborso${amount && ` di ${amount}`} è pronto in contanti in negozio.`,
  refundSettled: (amount) => `Il rimborso${amount && ` di ${amount}`} è stato pagato.`,
  refundBlocked: (amount) => `Il rimborso${amount && ` di ${amount}`} è bloccato.`,
  heldSince: (date, by, you) =>
    you
      ? `Aspettiamo Lei da ${date}.`
      : `Bloccato ${by ? `da ${by}, ` : ''}a partire da ${date}.${by ? '' : ' Nessuno ha detto da chi.'}`,
  refundFailed: (amount) =>
    `Il rimborso${amount && ` di ${amount}`} non è andato a buon fine. Glielo dobbiamo ancora.`,
  refundReturned: (amount) =>
    `Il rimborso${amount && ` di ${amount}`} è tornato indietro. Glielo dobbiamo ancora.`,
  refundLate: (amount, due) =>
    `Il rimborso${amount && ` di ${amount}`} doveva arrivare ${due}. Nessuno lo ha confermato.`,
  noAmount: 'il suo denaro',

  checking: 'Stiamo verificando se la sua richiesta è arrivata.',
  notReceived: 'La sua richiesta non è arrivata al negozio.',
  pressOnce: 'Prema ancora una volta. Si può fare una volta sola.',
  notTakenBack: 'Qui il rimborso non si può più annullare.',
  refundGoesOn: 'Il rimborso prosegue così com’è.',
  notSentOffline: 'La sua richiesta non è stata inviata. Non c’è connessione.',
  refused: 'Da qui non si può fare.',
  takenUnread: 'Per questo è già registrato qualcosa, e non riusciamo a leggerlo.',
  withdrawing: 'Stiamo annullando la sua richiesta di rimborso.',
  askingCopy:
    'Stiamo interrogando il sistema del negozio. Finché non risponde, questa è la nostra ultima copia.',
  lastCopy: 'Il sistema del negozio non risponde. Questa è la nostra ultima copia.',
  lastCopyOffline: 'Non c’è connessione. Questa è la nostra ultima copia.',
  wasThen: 'In quel momento',
  promisedRow: 'Promesso',
  alsoPromised: 'Promesso inoltre',
  needsAnswer:
    'Per ora non si può inviare. Sarà ancora qui quando il sistema del negozio risponderà.',
  noCopy: 'Il sistema del negozio non risponde. Per ora non possiamo mostrarle l’ordine.',
  notFound: 'Qui non troviamo questo ordine.',
  forbidden: 'Acceda di nuovo per vedere questo ordine.',
  forbiddenCopy: 'Acceda di nuovo per vedere le novità.',
  offlineNoCopy: 'Non c’è connessione. Per ora non possiamo mostrarle l’ordine.',
  unreadable: 'Non riusciamo a leggere ciò che il sistema del negozio dice di questo ordine.',
  loading: 'Chiediamo al negozio dov’è il suo ordine',

  live: 'In diretta.',
  toldUs: (who, ago) => `${who} ce l’ha detto ${ago}.`,
  scannedAs: (who, words, moment) => `${who}: ${words}, ${moment}.`,
  stillGood: (who, ago, every) =>
    `${who} ce l’ha detto ${ago}. Registra il pacco circa ogni ${every}, quindi è ancora valido.`,
  hours: (count) => (count === 1 ? 'ora' : `${count} ore`),
  unknownPlace: 'Non sappiamo dove si\u00a0trova.',
  unknownPlaces: 'Non sappiamo dove si trovano.',
  lastScan: (who, moment, place) =>
    `${who} lo ha registrato l’ultima volta ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who, moment) => `Annunciato a ${who} ${moment}; da allora nulla.`,
  neverScanned: 'Nessun corriere lo ha ancora registrato.',
  silentFor: (seconds, every) =>
    `Nessuna registrazione da ${span(seconds)}${
      every
        ? `; di solito ce n’è una ${every === 86_400 ? 'al giorno' : `ogni ${span(every)}`}`
        : ''
    }.`,
  newsMissed: (time) => `Erano promesse notizie entro ${the(time)} e non sono arrivate.`,
  recorded: (who, moment) => `Registrato da ${who} ${moment}.`,
  recordedUndated: (who) => `Registrato da ${who}, senza orario.`,
  inTime: 'In tempo.',
  late: 'In ritardo.',
  lateBy: (promised) => `Era promesso ${promised}.`,
  lastChecked: (ago) => `Ultima verifica: ${ago}.`,
  tooOld: (was) => `Quello che sapevamo era: ${was}. È troppo vecchio per ripeterlo come vero.`,
  madeBy: (who, moment) =>
    `${who === us ? 'L’abbiamo detto noi' : `L’ha detto ${who}`}${moment ? ` ${moment}` : ', senza data'}.`,
  us,
  shop: 'il negozio',
  bank: 'la banca del negozio',
  confirmed: 'Confermato',
  byWhomWhen: (who, moment) => `da ${who} ${moment}.`,
  askedAt: (moment) => `Richiesto ${moment}.`,
  answerBy: (due) => `Se non c’è risposta entro ${the(due)}, se ne occupa una persona.`,
  answerLate: (due) =>
    `La risposta doveva arrivare entro ${the(due)}. Ci chiami: il denaro le è comunque dovuto.`,
  waitForAnswer: 'Non deve fare altro.',
  sentAt: (moment) => `Inviato ${moment}.`,
  onAccountBy: (due) => `Sul suo conto entro ${due}.`,
  goneBy: (due) => `Tolto dal suo estratto conto entro ${due}.`,
  endedAt: (moment, reason) => `${reason ?? 'Nessuno ha indicato un motivo'} (${moment}).`,
  doNotAsk: 'Non lo chieda di nuovo, nulla è perso.',
  askedNoAnswer: (moment) => `Ha inviato la richiesta ${moment}; la risposta non ci è arrivata.`,
  nothingMoved: 'Nulla è stato addebitato o rimborsato.',
  pressAgain: 'Quando torna la connessione, prema ancora una volta. Si può pagare una volta sola.',
  refusedAt: (moment) => `Rifiutato ${moment}.`,
  amountChanged: 'L’importo è cambiato. Quello nuovo è qui sotto; non è stato fatto nulla.',
  copiedAt: (moment, ago) => `Copia di ${moment}, ${ago}.`,
  mayHaveMoved: 'Da allora qualcosa può essere cambiato.',
  tryAgainAt: (time) => `Riproviamo noi a le ${time}.`,
  notFoundHelp: 'Forse una cifra non è giusta, o l’ordine è stato fatto con un altro account.',
  forbiddenHelp: 'Il suo accesso è scaduto; il suo ordine no.',
  passedMeanwhile: 'Quel momento è passato. Questa copia non può dire se la consegna è avvenuta.',
  stillStands: 'Vale ancora.',
  newsBy: 'Notizie entro',
  newsEvenIfNone: 'qui, anche se non ce ne sono',
  chosenWait: 'Ha scelto di aspettare. Il rimborso resta qui per Lei.',

  allHours: (zone) => `Fuso di tutti gli orari: ${zone}.`,

  refundAction: (amount) => `Non è arrivato: rimborso di ${amount}`,
  cancelAction: 'Annulla l’ordine',
  reshipAction: 'Ricevi un altro invio',
  replaceAction: 'Sostituisci l’articolo',
  swapAction: (goods) => `Ricevi ${goods} in cambio`,
  waitFor: (count) => `Aspetta che ${count === 1 ? 'arrivi' : 'arrivino'}`,
  choose: (_count, paid) =>
    `${paid ? 'Ha già pagato. ' : ''}Scelga che cosa fare; nulla si decide al posto suo.`,
  waitAction: 'Aspetta ancora un po’',
  refundChoice: (amount) => `Rimborso di ${amount}`,
  toMethod: (method, due) =>
    `${method === cash ? 'in' : method === credit ? 'con' : 'su'} ${method}${due ? `, entro ${due}` : ''}`,
  credit,
  cash,
  transfer: 'un conto bancario',
  card: 'la carta usata per pagare',
  wallet: 'il portafoglio usato per pagare',
  thereBy: (due) => `entro ${due}`,
  atDoor: (due) => `Alla sua porta ${due}`,
  refundStays: (until) => `Il rimborso resta qui per Lei fino a ${until}`,
  refundStaysOpen: 'Il rimborso resta qui per Lei',
  nothingToExplain: 'Nulla da spiegare.',
  undoUntil: (until) => `Se arriva, può annullare fino a ${until}.`,
  notPossible: (reason) => `Non è possibile: ${reason}`,
  locked: 'Inviamo la sua richiesta',
  lockedChecking: 'Stiamo verificando',
  onlyOnce: 'si può pagare una volta sola',
  needsConnection: 'funziona di nuovo quando c’è connessione',
  confirmTitle: (what) => `${what}?`,
  confirmLarge: 'Guardi ancora una volta: è un importo elevato.',
  confirmSure: 'Guardi ancora una volta, per sicurezza.',
  confirmFramed: 'Guardi ancora una volta: questa pagina è mostrata dentro un’altra.',
  confirmChanged: 'Guardi ancora una volta: questo è appena apparso o cambiato.',
  confirmYes: 'Sì, procedi',
  confirmNo: 'Non ora',
  tryNow: 'Riprova ora',
  choices: 'Altre possibilità',
  whatNow: 'Che cosa vuole che facciamo?',

  by: (due) => `entro ${the(due)}`,
  dateLate: 'Questa data è passata. Le è comunque dovuto: ci chiami.',
  noDate: 'ancora senza data',

  noTime: 'senza orario',
  localTime: 'ora locale',
  noWords: 'Registrato senza testo',
  quoted: (words) => `«${words}»`,
  theirDoing: {
    carrier: 'Per causa del corriere.',
    shop: 'Per causa nostra.',
    recipient: 'All’indirizzo.',
    customs: 'La dogana.',
    weather: 'Il maltempo.',
    other: '',
  },
  phase: {
    announced: 'Annunciato al corriere',
    collected: 'Affidato al corriere',
    'in-transit': 'In viaggio',
    customs: 'In dogana',
    'out-for-delivery': 'In consegna',
    attempted: 'Consegna tentata, non riuscita',
    'ready-for-pickup': 'Pronto per il ritiro',
    delivered: 'Consegnato',
    problem: 'C’è stato un problema',
    returning: 'Sulla via del ritorno',
    returned: 'Tornato al mittente',
    cancelled: 'Annullato',
  },
  arrivedIn: (place) => `Arrivato a ${place}`,
  leftFrom: (place) => `Partito da ${place}`,
  partUnreadable: {
    shipments: (position) => `Non è stato possibile leggere il pacco ${position}`,
    promises: () => 'Non è stato possibile leggere ciò che era promesso',
    offers: () => 'Non è stato possibile leggere una delle sue scelte',
    refunds: () => 'Non è stato possibile leggere una parte del suo rimborso',
    events: () => 'Non è stato possibile leggere una voce della cronologia',
    other: () => 'Non è stato possibile leggere una parte di questa pagina',
  },
  partUnreadableHelp:
    'Sappiamo che esiste, non che cosa dice. Il resto di questa pagina è attendibile.',

  person: 'Preferisce parlare con una persona?',
  personUntil: (time) => `, fino a le ${time}`,
  personClosed: (moment) => `, ora chiuso${moment ? `, riapre ${moment}` : ''}`,
  give: 'Indichi',
  theySee: ': chi le risponde vede questa stessa pagina.',
  personNoWay: 'Preferisce parlare con una persona? Si rivolga al negozio e indichi',
  stop: '.',
});

import type { OrderMessages } from '../en/order.js';
import { bare, within } from './base.js';

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)} minuten`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} uur`
      : `${Math.floor(minutes / 1440)} dagen`;
};

const had = (who: string): string => (who === 'We' ? 'hadden' : 'had');

const YOURS = 'je geld';

/** What an order says, in Dutch. The shop's own nouns are never replaced by a pronoun: their gender is not known. */
export const order: OrderMessages = {
  order: (reference) => `Bestelling ${reference}`,
  refund: (reference) => `Terugbetaling ${reference}`,
  parcelOf: (position, total) => `Pakket ${position} van ${total}`,
  parcel: (position, name) => `Pakket ${position}${name ? `, ${name}` : ''}`,
  thing: (noun) => `je ${noun ?? 'pakket'}`,
  firstParcel: 'eerste pakket',
  goods: (count) => (count === 1 ? 'artikel' : 'artikelen'),
  units: (count, total, noun) =>
    total === 1 || count === undefined
      ? `je ${noun}`
      : total === undefined
        ? `${count} ${noun}`
        : count === total
          ? `je ${count} ${noun}`
          : `${count} van je ${total} ${noun}`,
  we: 'We',
  carrier: 'De bezorger',

  before: (time, day) => `${day && `${day} `}vóór ${time}`,
  between: (from, until, day) => `${day && `${day} `}tussen ${bare(from)} en ${until}`,
  byDay: (date) => `uiterlijk ${date}`,

  missed: (who, thing, when) =>
    `${who} ${had(who)} beloofd: ${thing} komt ${when}. Er is niets aangekomen.`,
  missedSeveral: (who, when) =>
    `${who} ${had(who)} beloofd: je pakketten komen ${when}. Ze zijn niet allemaal aangekomen.`,
  expectedBetween: (thing, when) => `${thing} wordt ${when} verwacht.`,
  expectedAround: (thing, when) => `${thing} wordt rond ${when} verwacht.`,
  expectedLate: (thing, when, promised) =>
    `${thing} wordt nu ${when} verwacht, later dan beloofd (${promised}).`,
  arrived: (thing, moment) => `${thing} is ${moment} bezorgd.`,
  arrivedSome: (thing) => `${thing} is bezorgd.`,
  arrivedSeveral: (count) => `Alle ${count} pakketten zijn bezorgd.`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `Van je ${total} pakketten is er nog geen aangekomen.`
        : `Van je ${total} pakketten ${arrived === 1 ? 'is er 1' : `zijn er ${arrived}`} aangekomen.`,
      needs === 0 ? '' : needs === 1 ? 'Eén heeft je nodig.' : `${needs} hebben je nodig.`,
      trouble === 0
        ? ''
        : trouble === 1
          ? 'Met één is er iets mis.'
          : `Met ${trouble} is er iets mis.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, promised) =>
    `Pakket ${position} ${promised ? `is beloofd ${when}` : `wordt ${when} verwacht`}.`,
  disputed: (who) => `${who} zegt: bezorgd. Jij zegt: het is er niet.`,
  bothNoted: 'Beide zijn genoteerd. Een scan is nog geen bezorging.',
  contradicted: (thing) => `Wat men ons over ${thing} zegt, spreekt zichzelf tegen.`,
  doubts: {
    'codes-disagree': 'De codes van de bezorger spreken elkaar tegen.',
    'words-disagree': 'De code en de tekst van de bezorger zeggen iets anders.',
    'status-disagrees': 'De status en de scans van de bezorger zeggen iets anders.',
    'delivered-before-events': 'Het zou bezorgd zijn voordat het vertrok.',
    'two-parcels': 'Onder één nummer zijn twee reizen vastgelegd.',
    other: 'De bronnen zijn het oneens.',
  },
  notRepeated: 'We herhalen geen van beide als waar. Bel ons als je meer wilt weten.',
  partly: (thing) => `Van ${thing} is maar een deel bezorgd.`,
  handedTo: {
    recipient: '',
    neighbour: ' Afgegeven bij de buren.',
    'safe-place': ' Achtergelaten op een veilige plek.',
    mailbox: ' In de brievenbus gedaan.',
    reception: ' Afgegeven bij de receptie.',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `Haal het op${bring ? ` met ${bring}` : ''}`,
      pay: `Betaal ${amount ?? 'wat gevraagd wordt'}`,
      address: 'Verbeter het adres',
      documents: 'Stuur de gevraagde papieren',
      arrange: `Spreek een dag af met ${who}`,
      contact: `Bel ${who}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `Het moest ${by} worden opgehaald. We weten niet of het er nog ligt.`
      : kind === 'pay'
        ? `${amount ?? 'Wat gevraagd wordt'} moest ${by} worden betaald.`
        : `${what}. Dat moest gebeuren ${by}.`;
  },
  findWay: 'Bel ons: we zoeken samen met je een oplossing.',
  silent: (thing) => `We weten niet waar ${thing} is.`,
  estimateStale: (thing) => `We weten niet zeker wanneer ${thing} komt.`,
  outForDelivery: (thing) => `${thing} is met de bezorger onderweg naar je toe.`,
  moving: (thing) => `${thing} is onderweg.`,
  announced: (thing) => `${thing} is nog niet vertrokken.`,
  promised: (thing, when) => `${thing} is beloofd, ${when}.`,
  promisedPart: (units, _count, when, rest, date) =>
    `${units}: beloofd ${when}. De rest (${rest}): ${date ? `rond ${date}` : 'later'}.`,
  promisedSome: (when) => `Een deel van je bestelling is beloofd, ${when}. De rest komt later.`,
  nothing: 'We hebben je bestelling. Meer heeft niemand ons nog gezegd.',
  attempted: (who, moment) => `${who} heeft ${moment} geprobeerd te bezorgen.`,
  'ready-for-pickup': (thing) => `${thing} ligt voor je klaar.`,
  pickupOver: (thing) => `${thing} lag voor je klaar.`,
  problem: (thing) => `Er is iets mis met ${thing}.`,
  returning: (thing) => `${thing} is op weg terug naar ons.`,
  returned: (thing) => `${thing} is bij ons teruggekomen.`,
  cancelled: (thing) => `De bezorging van ${thing} is geannuleerd.`,
  customs: (thing) => `${thing} is bij de douane.`,
  claimed: (thing, by) =>
    by
      ? `Vervanging voor ${thing} is beloofd aan je deur, ${by}.`
      : `We sturen vervanging voor ${thing}.`,
  claimedLate: (thing, by) =>
    `Vervanging voor ${thing} was beloofd aan je deur, ${by}. Er is niets aangekomen.`,
  callUs: 'Die tijd is voorbij. Bel ons: je hebt toch recht op wat je koos.',
  claimedWait: (units, by) =>
    `Je koos ervoor te wachten op ${units}.${by ? ` Beloofd ${by}.` : ''}`,
  claimedGoods: (goods, by) => `Je koos in plaats daarvan ${goods}.${by ? ` Beloofd ${by}.` : ''}`,
  short: (units) => `Toch niet leverbaar: ${units}.`,
  shortUnsure: (units, total) =>
    total === 1
      ? `We weten niet of dit leverbaar is: ${units}.`
      : `We weten niet hoeveel hiervan leverbaar zijn: ${units}.`,
  doubt: {
    contradiction: 'Wat men ons zei, spreekt zichzelf tegen.',
    age: 'Wat men ons zei, is te oud om als waar te herhalen.',
  },
  callToChoose: 'Bel ons: niets wordt zonder jou beslist.',
  imposed: (who, day, when) =>
    `${who} ${who === 'We' ? 'hebben' : 'heeft'} je bezorging zonder je akkoord verplaatst${day ? ` naar ${day}` : `, nu ${when}`}.`,
  imposedSome: (who) =>
    `${who} ${who === 'We' ? 'hebben' : 'heeft'} je bezorging zonder je akkoord verplaatst.`,
  brokenPromise: 'Dat breekt wat beloofd was.',
  stillCounts: (agreed) => `Wat is afgesproken, ${agreed}, telt nog steeds.`,
  toldAt: (moment) => `Gezegd ${moment}.`,
  theirReason: 'Hun reden:',
  proposed: (by, count, narrows) =>
    `${
      by === 'carrier'
        ? 'De bezorger vraagt je'
        : by === 'shop'
          ? 'We vragen je'
          : 'Je wordt gevraagd'
    } ${
      count > 1
        ? `je bezorging te verplaatsen: er zijn ${count} voorstellen`
        : narrows
          ? 'akkoord te gaan met een kortere tijd, binnen wat is afgesproken'
          : 'je bezorging te verplaatsen'
    }. Zonder je akkoord verandert er niets.`,
  timeOver: 'De tijd om te antwoorden is voorbij.',
  theyDecide: (who) => `Of het dan komt, beslist ${within(who)}.`,
  askedWhen: (moment) => `Gevraagd ${moment}`,
  askedSome: 'Gevraagd',
  askedBy: (who) => `door ${who}.`,
  somebody: 'iemand zonder naam',
  firstPromised: (when) => `Eerst beloofd ${when}.`,
  changeUnread: 'Er volgde een wijziging die we niet kunnen lezen.',
  agreedAt: (moment) => `Afgesproken ${moment}.`,
  saidArrived: (thing) => `Je zei ons dat ${thing} is aangekomen.`,
  takenBack: (reference, moment) => `Je hebt terugbetaling ${reference} ${moment} ingetrokken.`,
  stillOpen: 'Er is niets uitbetaald. Als het er toch niet is, kun je het opnieuw vragen.',
  claimedOther: 'We hebben genoteerd wat je koos.',
  claim: (reference) => `Kenmerk ${reference}`,

  refundAsked: (amount, isCash) =>
    `Je vroeg ${amount || YOURS} terug. De ${isCash ? 'winkel' : 'bank'} heeft nog niet bevestigd.`,
  refundOrdered: (amount) =>
    `De opdracht om je ${amount && `${amount} `}terug te betalen is gegeven.`,
  refundSent: (amount) =>
    `Je terugbetaling${amount && ` van ${amount}`} is bij onze bank vertrokken.`,
  cashReady: (amount) => `Je ${amount || 'terugbetaling'} ligt contant voor je klaar in de winkel.`,
  refundSettled: (amount) => `Je terugbetaling${amount && ` van ${amount}`} is uitbetaald.`,
  refundBlocked: (amount) => `Je terugbetaling${amount && ` van ${amount}`} wordt tegengehouden.`,
  heldSince: (date, by, you) =>
    you
      ? `We wachten sinds ${date} op jou.`
      : `Tegengehouden ${by ? `door ${by} ` : ''}sinds ${date}.${by ? '' : ' Niemand heeft gezegd door wie.'}`,
  refundFailed: (amount) =>
    `Je terugbetaling${amount && ` van ${amount}`} is niet gelukt. We zijn je dat nog steeds schuldig.`,
  refundReturned: (amount) =>
    `Je ${amount || 'terugbetaling'} kwam bij ons terug. We zijn je dat nog steeds schuldig.`,
  refundLate: (amount, due) =>
    `Je terugbetaling${amount && ` van ${amount}`} had er moeten zijn: ${due}. Niemand heeft die bevestigd.`,
  noAmount: YOURS,

  checking: 'We kijken of je verzoek is doorgekomen.',
  notReceived: 'Je verzoek heeft de winkel niet bereikt.',
  pressOnce: 'Druk nog één keer. Het kan maar één keer gebeuren.',
  notTakenBack: 'De terugbetaling kan hier niet meer worden ingetrokken.',
  refundGoesOn: 'De terugbetaling gaat gewoon door.',
  notSentOffline: 'Je verzoek is niet verstuurd. Je bent offline.',
  refused: 'Dit kan niet vanaf hier.',
  takenUnread: 'Hiervoor is al iets vastgelegd, en we kunnen het niet lezen.',
  withdrawing: 'We trekken je verzoek om terugbetaling in.',
  askingCopy:
    'We vragen het aan het systeem van de winkel. Tot het antwoordt, is dit onze laatste kopie.',
  lastCopy: 'Het systeem van de winkel antwoordt niet. Dit is onze laatste kopie.',
  lastCopyOffline: 'Je bent offline. Dit is onze laatste kopie.',
  wasThen: 'Was toen',
  promisedRow: 'Beloofd',
  alsoPromised: 'Ook beloofd',
  needsAnswer:
    'Het kan nu niet worden verstuurd. Het staat er nog als het systeem van de winkel antwoordt.',
  noCopy: 'Het systeem van de winkel antwoordt niet. We kunnen je bestelling nu niet laten zien.',
  notFound: 'We vinden deze bestelling hier niet.',
  forbidden: 'Log opnieuw in om deze bestelling te zien.',
  forbiddenCopy: 'Log opnieuw in om te zien wat er nieuw is.',
  offlineNoCopy: 'Je bent offline. We kunnen je bestelling nu niet laten zien.',
  unreadable: 'We kunnen niet lezen wat het systeem van de winkel over deze bestelling zegt.',
  loading: 'We vragen de winkel waar je bestelling is',

  live: 'Live.',
  toldUs: (who, ago) => `${who} zei ons dat ${ago}.`,
  scannedAs: (who, words, moment) => `${who}: ${words}, ${moment}.`,
  stillGood: (who, ago, every) =>
    `${who} zei ons dat ${ago}. Er is ongeveer elke ${every} een scan, dus dit klopt nog.`,
  hours: (count) => (count === 1 ? 'uur' : `${count} uur`),
  unknownPlace: 'We weten niet waar het is.',
  unknownPlaces: 'We weten niet waar ze zijn.',
  lastScan: (who, moment, place) => `Laatste scan: ${who}, ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who, moment) => `Aangemeld bij ${who} ${moment}; sindsdien niets.`,
  neverScanned: 'Nog geen bezorger heeft het vastgelegd.',
  silentFor: (seconds, every) =>
    `Al ${span(seconds)} geen scan${
      every ? `; normaal is er een ${every === 86_400 ? 'per dag' : `per ${span(every)}`}` : ''
    }.`,
  newsMissed: (time) => `Nieuws was beloofd tegen ${time} en is niet gekomen.`,
  recorded: (who, moment) => `Vastgelegd door ${who}, ${moment}.`,
  recordedUndated: (who) => `Vastgelegd door ${who}, zonder tijd.`,
  inTime: 'Op tijd.',
  late: 'Te laat.',
  lateBy: (promised) => `Het was beloofd: ${promised}.`,
  lastChecked: (ago) => `Laatst gecontroleerd: ${ago}.`,
  tooOld: (was) => `De tijd die we hadden was ${was}; die is te oud om als waar te herhalen.`,
  madeBy: (who, moment) =>
    `Gezegd door ${within(who)}${moment ? `, ${moment}` : ', zonder datum'}.`,
  us: 'ons',
  shop: 'de winkel',
  bank: 'de bank van de winkel',
  confirmed: 'Bevestigd',
  byWhomWhen: (who, moment) => `door ${who} ${moment}.`,
  askedAt: (moment) => `Gevraagd ${moment}.`,
  answerBy: (due) => `Is er tegen ${due} geen antwoord, dan neemt een mens het over.`,
  answerLate: (due) =>
    `Het antwoord had er moeten zijn tegen ${due}. Bel ons: je hebt toch recht op je geld.`,
  waitForAnswer: 'Je hoeft niets meer te doen.',
  sentAt: (moment) => `Verstuurd ${moment}.`,
  onAccountBy: (due) => `Uiterlijk ${due} op je rekening.`,
  goneBy: (due) => `Uiterlijk ${due} van je afschrift verdwenen.`,
  endedAt: (moment, reason) => `${reason ?? 'Niemand gaf een reden'} (${moment}).`,
  doNotAsk: 'Vraag het niet opnieuw, er is niets verloren.',
  askedNoAnswer: (moment) => `Je vroeg het ${moment}; het antwoord heeft ons niet bereikt.`,
  nothingMoved: 'Er is niets afgeschreven of terugbetaald.',
  pressAgain: 'Druk nog één keer als je weer online bent. Er kan maar één keer worden betaald.',
  refusedAt: (moment) => `Geweigerd ${moment}.`,
  amountChanged: 'Het bedrag is veranderd. Het nieuwe staat hieronder; er is niets gebeurd.',
  copiedAt: (moment, ago) => `Kopie van ${moment}, ${ago}.`,
  mayHaveMoved: 'Sindsdien kan er iets veranderd zijn.',
  tryAgainAt: (time) => `We proberen het om ${time} vanzelf opnieuw.`,
  notFoundHelp: 'Misschien klopt een cijfer niet, of is er besteld met een ander account.',
  forbiddenHelp: 'Je toegang is verlopen; je bestelling niet.',
  passedMeanwhile: 'Die tijd is voorbij. Of het is aangekomen, kan deze kopie niet zeggen.',
  stillStands: 'Dit geldt nog steeds.',
  newsBy: 'Nieuws tegen',
  newsEvenIfNone: 'hier, ook als er geen is',
  chosenWait: 'Je koos ervoor te wachten. De terugbetaling blijft hier voor je staan.',

  allHours: (zone) => `Alle tijden: ${zone}.`,

  refundAction: (amount) => `Niet bezorgd: ${amount} terug`,
  cancelAction: 'Annuleer de bestelling',
  reshipAction: 'Stuur een ander',
  replaceAction: 'Vervang het',
  swapAction: (goods) => `Neem in plaats daarvan ${goods}`,
  waitFor: () => 'Erop wachten',
  choose: (_count, paid) =>
    `${paid ? 'Je hebt al betaald. ' : ''}Kies wat er gebeurt; niets wordt voor je beslist.`,
  waitAction: 'Nog even wachten',
  refundChoice: (amount) => `Betaal ${amount} terug`,
  toMethod: (method, due) => `naar ${method}${due ? `, daar uiterlijk ${due}` : ''}`,
  credit: 'tegoed bij de winkel',
  cash: 'de winkel, contant af te halen',
  transfer: 'een bankrekening',
  card: 'de kaart waarmee je betaalde',
  wallet: 'de wallet waarmee je betaalde',
  thereBy: (due) => `daar uiterlijk ${due}`,
  atDoor: (due) => `Bij jou thuis ${due}`,
  refundStays: (until) => `De terugbetaling blijft hier voor je staan tot ${until}`,
  refundStaysOpen: 'De terugbetaling blijft hier voor je staan',
  nothingToExplain: 'Je hoeft niets uit te leggen.',
  undoUntil: (until) => `Als het opduikt, kun je dit terugdraaien tot ${until}.`,
  notPossible: (reason) => `Niet mogelijk: ${reason}`,
  locked: 'We versturen je verzoek',
  lockedChecking: 'We controleren',
  onlyOnce: 'het kan maar één keer worden betaald',
  needsConnection: 'kan weer als je verbinding hebt',
  confirmTitle: (what) => `${what}?`,
  confirmLarge: 'Nog één blik, want het is een groot bedrag.',
  confirmSure: 'Nog één blik, voor de zekerheid.',
  confirmFramed: 'Nog één blik, want deze pagina staat in een andere.',
  confirmChanged: 'Nog één blik: dit is net verschenen of veranderd.',
  confirmYes: 'Ja, doe maar',
  confirmNo: 'Nu niet',
  tryNow: 'Probeer het nu',
  choices: 'Andere mogelijkheden',
  whatNow: 'Wat zullen we doen?',

  by: (due) => `uiterlijk ${due}`,
  dateLate: 'Die datum is voorbij. Je hebt er toch recht op: bel ons.',
  noDate: 'nog geen datum',

  noTime: 'geen tijd',
  localTime: 'plaatselijke tijd',
  noWords: 'Vastgelegd zonder tekst',
  quoted: (words) => `‘${words}’`,
  theirDoing: {
    carrier: 'Het ligt aan de bezorger.',
    shop: 'Het ligt aan ons.',
    recipient: 'Het ligt aan het adres.',
    customs: 'De douane.',
    weather: 'Het weer.',
    other: '',
  },
  phase: {
    announced: 'Aangemeld bij de bezorger',
    collected: 'Aan de bezorger gegeven',
    'in-transit': 'Onderweg',
    customs: 'Bij de douane',
    'out-for-delivery': 'Bij de bezorger in de wagen',
    attempted: 'Bezorging geprobeerd, niet gelukt',
    'ready-for-pickup': 'Klaar om op te halen',
    delivered: 'Bezorgd',
    problem: 'Er ging iets mis',
    returning: 'Op de terugweg',
    returned: 'Terug bij de afzender',
    cancelled: 'Geannuleerd',
  },
  arrivedIn: (place) => `Aangekomen in ${place}`,
  leftFrom: (place) => `Vertrokken uit ${place}`,
  partUnreadable: {
    shipments: (position) => `Pakket ${position} was niet leesbaar`,
    promises: () => 'Wat beloofd was, was niet leesbaar',
    offers: () => 'Een van je mogelijkheden was niet leesbaar',
    refunds: () => 'Een deel van je terugbetaling was niet leesbaar',
    events: () => 'Een stap in de geschiedenis was niet leesbaar',
    other: () => 'Een deel van deze pagina was niet leesbaar',
  },
  partUnreadableHelp: 'We weten dat het bestaat, niet wat er staat. De rest van de pagina klopt.',

  person: 'Liever met een mens praten?',
  personUntil: (time) => `, tot ${time}`,
  personClosed: (moment) => `, nu gesloten${moment ? `, weer open ${moment}` : ''}`,
  give: 'Noem',
  theySee: ': daar zien ze dezelfde pagina.',
  personNoWay: 'Liever met een mens praten? Vraag het de winkel en noem',
  stop: '.',
};

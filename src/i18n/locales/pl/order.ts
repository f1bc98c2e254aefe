import { plural } from '../../plural.js';
import type { OrderMessages } from '../en/order.js';
import { onDay } from './base.js';

const few = (count: number, one: string, two: string, many: string): string =>
  plural('pl', count, { one, few: two, many, other: many });

/** How long, after `od`: `31 godzin`. */
const since = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return minutes < 120
    ? `${minutes} ${minutes === 1 ? 'minuty' : 'minut'}`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} godzin`
      : `${Math.floor(minutes / 1440)} dni`;
};

const hours = (count: number): string => `${count} ${few(count, 'godzinę', 'godziny', 'godzin')}`;

/** How often, after `raz na`: `2 godziny`, `6 godzin`. */
const every = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return minutes < 120
    ? `${minutes} ${few(minutes, 'minutę', 'minuty', 'minut')}`
    : minutes < 48 * 60
      ? hours(Math.floor(minutes / 60))
      : `${Math.floor(minutes / 1440)} dni`;
};

const we = 'nasz sklep';
const firstParcel = 'pierwsza paczka';
/** Where the money goes, as it stands after a verb. */
const onto: Readonly<Record<string, string>> = {
  'bon do sklepu': 'jako bon do sklepu',
  'gotówka w sklepie': 'w gotówce, w sklepie',
  'konto bankowe': 'na konto bankowe',
  'karta użyta do zapłaty': 'na kartę użytą do zapłaty',
  'portfel użyty do zapłaty': 'na portfel użyty do zapłaty',
};
const promised = (who: string): string => (who === we ? 'Obiecaliśmy' : `Obiecano (${who})`);

/**
 * What the order, the parcel and the remedy say, in Polish. Names that nobody can decline (of carriers,
 * places, goods) stand in brackets, after a colon, or as the subject of a verb in the present; whoever reads
 * is never a man or a woman.
 */
export const order: OrderMessages = {
  order: (reference) => `Zamówienie ${reference}`,
  refund: (reference) => `Zwrot pieniędzy ${reference}`,
  parcelOf: (position, total) => `Paczka ${position} z ${total}`,
  parcel: (position, name) => `Paczka ${position}${name ? `, ${name}` : ''}`,
  thing: (noun) =>
    noun === firstParcel ? `Twoja ${noun}` : `Twoja paczka${noun ? ` (${noun})` : ''}`,
  firstParcel,
  goods: (count) => (count === 1 ? 'artykuł' : 'artykuły'),
  units: (count, total, noun) =>
    total === 1 || count === undefined
      ? noun
      : `${noun} (${count}${total === undefined || count === total ? '' : `\u00a0z\u00a0${total}`})`,
  we,
  carrier: 'Przewoźnik',

  before: (time, day) => `przed ${time}${day && ` ${day}`}`,
  between: (from, before, day) => `między ${from} a ${before}${day && ` ${day}`}`,
  byDay: (date) => `najpóźniej ${onDay(date)}`,

  missed: (who, thing, when) => `${promised(who)}, że ${thing} dotrze ${when}. Nie dotarła.`,
  missedSeveral: (who, when) =>
    `${promised(who)}, że Twoje paczki dotrą ${when}. Nie wszystkie dotarły.`,
  expectedBetween: (thing, when) => `${thing} powinna dotrzeć ${when}.`,
  expectedAround: (thing, when) => `${thing} powinna dotrzeć mniej więcej wtedy: ${when}.`,
  expectedLate: (thing, when, was) =>
    `${thing} ma dotrzeć później, niż obiecano (${was}): przewidywany termin to ${when}.`,
  arrived: (thing, moment) => `${thing} została doręczona ${moment}.`,
  arrivedSome: (thing) => `${thing} została doręczona.`,
  arrivedSeveral: (count) => `Wszystkie paczki (${count}) zostały doręczone.`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `Żadna z Twoich ${total} paczek jeszcze nie dotarła.`
        : `${few(arrived, 'Dotarła', 'Dotarły', 'Dotarło')} ${arrived} z Twoich ${total} paczek.`,
      needs === 0
        ? ''
        : needs === 1
          ? 'Jedna potrzebuje Twojej pomocy.'
          : `${needs} ${few(needs, 'potrzebuje', 'potrzebują', 'potrzebuje')} Twojej pomocy.`,
      trouble === 0
        ? ''
        : trouble === 1
          ? 'Z jedną coś jest nie tak.'
          : `Z ${trouble} paczkami coś jest nie tak.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, isPromised) =>
    `${isPromised ? 'Obiecany' : 'Przewidywany'} termin paczki ${position}: ${when}.`,
  disputed: (who) => `${who} podaje, że doręczono. Ty mówisz, że jej nie ma.`,
  bothNoted: 'Obie wersje są zapisane. Skan to jeszcze nie doręczenie.',
  contradicted: (thing) => `${thing}: to, co nam o niej podano, jest ze sobą sprzeczne.`,
  doubts: {
    'codes-disagree': 'Własne kody przewoźnika mówią różne rzeczy.',
    'words-disagree': 'Kod przewoźnika i jego słowa mówią różne rzeczy.',
    'status-disagrees': 'Status u przewoźnika i jego własne skany mówią różne rzeczy.',
    'delivered-before-events': 'Byłaby doręczona, zanim wyruszyła.',
    'two-parcels': 'Pod jednym numerem zapisano dwie różne drogi.',
    other: 'Źródła nie są zgodne.',
  },
  notRepeated:
    'Żadnej z wersji nie podajemy jako prawdziwej. Jeśli chcesz wiedzieć więcej, zadzwoń do nas.',
  partly: (thing) => `${thing} została doręczona tylko w części.`,
  handedTo: {
    recipient: '',
    neighbour: ' Przekazano ją sąsiadom.',
    'safe-place': ' Zostawiono ją w bezpiecznym miejscu.',
    mailbox: ' Zostawiono ją w skrzynce na listy.',
    reception: ' Zostawiono ją w recepcji.',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `Odbierz ją${bring ? ` (weź ze sobą: ${bring})` : ''}`,
      pay: `Zapłać ${amount ?? 'wymaganą kwotę'}`,
      address: 'Popraw adres',
      documents: 'Wyślij wymagane dokumenty',
      arrange: `Umów dzień dostawy (${who})`,
      contact: `Skontaktuj się z przewoźnikiem${/^przewoźnik$/i.test(who) ? '' : ` (${who})`}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `Trzeba było ją odebrać ${by}. Nie wiemy, czy wciąż tam jest.`
      : kind === 'pay'
        ? `Trzeba było zapłacić ${amount ?? 'wymaganą kwotę'} ${by}.`
        : `${what}. Trzeba było to zrobić ${by}.`;
  },
  findWay: 'Zadzwoń do nas: poszukamy razem wyjścia.',
  silent: (thing) => `Nie wiemy, gdzie jest ${thing}.`,
  estimateStale: (thing) => `Nie mamy pewności, kiedy dotrze ${thing}.`,
  outForDelivery: (thing) => `${thing} została wydana do doręczenia.`,
  moving: (thing) => `${thing} jest w drodze.`,
  announced: (thing) => `${thing} jeszcze nie wyruszyła.`,
  promised: (thing, when) => `Obiecano, że ${thing} dotrze ${when}.`,
  promisedPart: (units, _count, when, rest, date) =>
    `Obiecano dostawę ${when}: ${units}. Reszta (${rest}): ${date ? `około ${date}` : 'później'}.`,
  promisedSome: (when) => `Obiecano, że część zamówienia dotrze ${when}. Reszta później.`,
  nothing: 'Mamy Twoje zamówienie. Nikt jeszcze nie powiedział nam nic więcej.',
  attempted: (who, moment) => `${who}: podjęto próbę doręczenia${moment && ` ${moment}`}.`,
  'ready-for-pickup': (thing) => `${thing} czeka na Ciebie.`,
  pickupOver: (thing) => `${thing} czekała na Ciebie.`,
  problem: (thing) => `${thing}: coś jest nie tak.`,
  returning: (thing) => `${thing} wraca do nas.`,
  returned: (thing) => `${thing} wróciła do nas.`,
  cancelled: (thing) => `${thing}: dostawa została odwołana.`,
  customs: (thing) => `${thing} jest w urzędzie celnym.`,
  claimed: (thing, by) =>
    by
      ? `Nowa przesyłka w zamian (${thing}) jest obiecana pod drzwi ${by}.`
      : `Wysyłamy nową przesyłkę w zamian (${thing}).`,
  claimedLate: (thing, by) =>
    `Nowa przesyłka w zamian (${thing}) była obiecana pod drzwi ${by}. Nic nie dotarło.`,
  callUs: 'Ten termin minął. Zadzwoń do nas: to, co wybrano, nadal Ci się należy.',
  claimedWait: (units, by) => `Twój wybór to czekać: ${units}.${by ? ` Obiecano ${by}.` : ''}`,
  claimedGoods: (goods, by) => `Twój wybór w zamian: ${goods}.${by ? ` Obiecano ${by}.` : ''}`,
  short: (units) => `Jednak nie możemy dostarczyć: ${units}.`,
  shortUnsure: (units, total) =>
    `Nie wiemy, ${total === 1 ? 'czy' : 'ile z tego'} możemy dostarczyć: ${units}.`,
  doubt: {
    contradiction: 'To, co nam podano, jest ze sobą sprzeczne.',
    age: 'To, co nam podano, jest zbyt stare, by powtarzać je jako prawdę.',
  },
  callToChoose: 'Zadzwoń do nas: o niczym nie zdecydujemy bez Ciebie.',
  imposed: (who, day, when) =>
    `${who}: dostawa przesunięta${day ? ` na ${day}` : `, teraz ${when},`} bez Twojej zgody.`,
  imposedSome: (who) => `${who}: dostawa przesunięta bez Twojej zgody.`,
  brokenPromise: 'To łamie daną obietnicę.',
  stillCounts: (agreed) => `To, co uzgodniono (${agreed}), nadal obowiązuje.`,
  toldAt: (moment) => `Przekazano ${moment}.`,
  theirReason: 'Podany powód:',
  proposed: (by, count, narrows) =>
    `${by === 'carrier' ? 'Przewoźnik prosi' : by === 'shop' ? 'Prosimy' : 'Jest prośba'} o ${
      count > 1
        ? `zmianę terminu dostawy: liczba propozycji to ${count}`
        : narrows
          ? 'zgodę na krótszy czas w ramach tego, co uzgodniono'
          : 'zmianę terminu dostawy'
    }. Nic się nie zmieni bez Twojej zgody.`,
  timeOver: 'Czas na odpowiedź minął.',
  theyDecide: (who) => `O tym, czy dostawa będzie wtedy, decyduje ${who}.`,
  askedWhen: (moment) => `Zapytano ${moment}`,
  askedSome: 'Zapytano',
  askedBy: (who) => `(pyta ${who}).`,
  somebody: 'ktoś, kogo nie podano',
  firstPromised: (when) => `Pierwsza obietnica: ${when}.`,
  changeUnread: 'Potem nastąpiła zmiana, której nie możemy odczytać.',
  agreedAt: (moment) => `Uzgodniono ${moment}.`,
  saidArrived: (thing) => `Wiemy od Ciebie, że ${thing} dotarła.`,
  takenBack: (reference, moment) => `Wycofano zwrot ${reference}${moment && ` ${moment}`}.`,
  stillOpen: 'Nic nie wypłacono. Jeśli jednak jej nie ma, możesz poprosić ponownie.',
  claimedOther: 'Zapisaliśmy Twój wybór.',
  claim: (reference) => `Numer sprawy ${reference}`,

  refundAsked: (amount, isCash) =>
    `Prosisz o zwrot${amount && ` ${amount}`}. ${isCash ? 'Sklep' : 'Bank'} jeszcze go nie potwierdził.`,
  refundOrdered: (amount) => `Zwrot${amount && ` ${amount}`} został zlecony.`,
  refundSent: (amount) => `Zwrot${amount && ` ${amount}`} wyszedł z naszego banku.`,
  cashReady: (amount) => `Zwrot${amount && ` ${amount}`} czeka na Ciebie w sklepie, w gotówce.`,
  refundSettled: (amount) => `Zwrot${amount && ` ${amount}`} został wypłacony.`,
  refundBlocked: (amount) => `Zwrot${amount && ` ${amount}`} jest wstrzymany.`,
  heldSince: (date, by, you) =>
    you
      ? `Czekamy na Ciebie od: ${date}.`
      : `Wstrzymany od: ${date}${by ? ` (${by})` : ''}.${by ? '' : ' Nikt nie podał, przez kogo.'}`,
  refundFailed: (amount) =>
    `Zwrot${amount && ` ${amount}`} nie doszedł do skutku. Nadal jesteśmy Ci go winni.`,
  refundReturned: (amount) =>
    `Zwrot${amount && ` ${amount}`} wrócił do nas. Nadal jesteśmy Ci go winni.`,
  refundLate: (amount, due) =>
    `Zwrot${amount && ` ${amount}`} miał dotrzeć ${due}. Nikt go nie potwierdził.`,
  noAmount: 'Twoich pieniędzy',

  checking: 'Sprawdzamy, czy Twoja prośba dotarła.',
  notReceived: 'Twoja prośba nie dotarła do sklepu.',
  pressOnce: 'Naciśnij jeszcze raz. To może się stać tylko raz.',
  notTakenBack: 'Zwrotu nie można już tutaj wycofać.',
  refundGoesOn: 'Zwrot idzie dalej swoim torem.',
  notSentOffline: 'Twoja prośba nie została wysłana. Brak połączenia z siecią.',
  refused: 'Tego nie da się zrobić stąd.',
  takenUnread: 'Jest już zapis, ale nie udało się go odczytać.',
  withdrawing: 'Wycofujemy Twoją prośbę o zwrot.',
  askingCopy: 'Pytamy system sklepu. Dopóki nie odpowie, to jest nasza ostatnia kopia.',
  lastCopy: 'System sklepu nie odpowiada. To jest nasza ostatnia kopia.',
  lastCopyOffline: 'Brak połączenia z siecią. To jest nasza ostatnia kopia.',
  wasThen: 'Wtedy było tak',
  promisedRow: 'Obiecano',
  alsoPromised: 'Obiecano też',
  needsAnswer: 'Teraz nie da się tego wysłać. Będzie tu nadal, gdy system sklepu odpowie.',
  noCopy: 'System sklepu nie odpowiada. Nie możemy teraz pokazać Twojego zamówienia.',
  notFound: 'Nie możemy tu znaleźć tego zamówienia.',
  forbidden: 'Zaloguj się ponownie, aby zobaczyć to zamówienie.',
  forbiddenCopy: 'Zaloguj się ponownie, aby zobaczyć, co nowego.',
  offlineNoCopy: 'Brak połączenia z siecią. Nie możemy teraz pokazać Twojego zamówienia.',
  unreadable: 'Nie możemy odczytać, co system sklepu mówi o tym zamówieniu.',
  loading: 'Pytamy sklep, gdzie jest Twoje zamówienie',

  live: 'Na żywo.',
  toldUs: (who, ago) => `${who}: informacja otrzymana ${ago}.`,
  scannedAs: (who, words, moment) => `${who}: ${words}, ${moment}.`,
  stillGood: (who, ago, often) =>
    `${who}: informacja otrzymana ${ago}. Skany są tam mniej więcej raz na ${often}, więc jest nadal aktualna.`,
  hours: (count) => (count === 1 ? 'godzinę' : hours(count)),
  unknownPlace: 'Nie wiemy, gdzie\u00a0jest.',
  unknownPlaces: 'Nie wiemy, gdzie są.',
  lastScan: (who, moment, place) => `${who}: ostatni skan ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who, moment) => `Zgłoszono ${moment} (${who}); od tego czasu nic.`,
  neverScanned: 'Żaden przewoźnik jeszcze jej nie zarejestrował.',
  silentFor: (seconds, usual) =>
    `Brak skanu od ${since(seconds)}${
      usual ? `; zwykle jest ${usual === 86_400 ? 'raz dziennie' : `raz na ${every(usual)}`}` : ''
    }.`,
  newsMissed: (time) => `Wiadomość miała być najpóźniej: ${time}. Nie nadeszła.`,
  recorded: (who, moment) => `Zapisano ${moment} (${who}).`,
  recordedUndated: (who) => `Zapisano bez podania czasu (${who}).`,
  inTime: 'Na czas.',
  late: 'Po czasie.',
  lateBy: (was) => `Obiecano ${was}.`,
  lastChecked: (ago) => `Ostatnie sprawdzenie: ${ago}.`,
  tooOld: (was) => `Znany nam termin to ${was}; jest zbyt stary, by powtarzać go jako prawdę.`,
  madeBy: (who, moment) => `Tak podaje ${who}${moment ? ` (${moment})` : ', bez daty'}.`,
  us: we,
  shop: 'sklep',
  bank: 'bank sklepu',
  confirmed: 'Potwierdzono',
  byWhomWhen: (who, moment) => `${moment} (${who}).`,
  askedAt: (moment) => `Prośba wysłana ${moment}.`,
  answerBy: (due) => `Jeśli nie będzie odpowiedzi (termin: ${due}), zajmie się tym człowiek.`,
  answerLate: (due) =>
    `Odpowiedź miała nadejść (termin: ${due}). Zadzwoń do nas: pieniądze nadal Ci się należą.`,
  waitForAnswer: 'Nie musisz już nic robić.',
  sentAt: (moment) => `Wysłano ${moment}.`,
  onAccountBy: (due) => `Na Twoim koncie najpóźniej: ${due}.`,
  goneBy: (due) => `Zniknie z Twojego wyciągu najpóźniej: ${due}.`,
  endedAt: (moment, reason) => `${reason ?? 'Nikt nie podał powodu'} (${moment}).`,
  doNotAsk: 'Nie proś drugi raz, nic nie przepadło.',
  askedNoAnswer: (moment) => `Prośba wyszła ${moment}; odpowiedź do nas nie dotarła.`,
  nothingMoved: 'Niczego nie pobrano ani nie zwrócono.',
  pressAgain: 'Gdy wrócisz do sieci, naciśnij jeszcze raz. Wypłata może być tylko jedna.',
  refusedAt: (moment) => `Odmowa: ${moment}.`,
  amountChanged: 'Kwota się zmieniła. Nowa jest poniżej; nic nie zostało zrobione.',
  copiedAt: (moment, ago) => `Kopia zapisana ${moment}, ${ago}.`,
  mayHaveMoved: 'Od tego czasu coś mogło się zmienić.',
  tryAgainAt: (time) => `Sami spróbujemy ponownie o ${time}.`,
  notFoundHelp: 'Może któraś cyfra się nie zgadza albo zamówiono z innego konta.',
  forbiddenHelp: 'Skończył się Twój dostęp, ale nie Twoje zamówienie.',
  passedMeanwhile: 'Ten termin minął. Ta kopia nie może powiedzieć, czy paczka dotarła.',
  stillStands: 'To nadal obowiązuje.',
  newsBy: 'Wiadomość najpóźniej',
  newsEvenIfNone: 'tutaj, nawet jeśli nie ma nic nowego',
  chosenWait: 'Twój wybór to czekać. Zwrot pozostaje tu dla Ciebie.',

  allHours: (zone) => `Strefa wszystkich godzin: ${zone}.`,

  refundAction: (amount) => `Nie dotarło: zwrot ${amount}`,
  cancelAction: 'Anuluj zamówienie',
  reshipAction: 'Wyślijcie drugą paczkę',
  replaceAction: 'Wymieńcie',
  swapAction: (goods) => `W zamian: ${goods}`,
  waitFor: () => 'Poczekaj na to',
  choose: (_count, paid) =>
    `${paid ? 'To jest już zapłacone. ' : ''}Wybierz, co dalej; nic nie zostało przesądzone.`,
  waitAction: 'Poczekaj trochę dłużej',
  refundChoice: (amount) => `Zwrot ${amount}`,
  toMethod: (method, due) =>
    `${onto[method] ?? `dokąd: ${method}`}${due ? `, najpóźniej: ${due}` : ''}`,
  credit: 'bon do sklepu',
  cash: 'gotówka w sklepie',
  transfer: 'konto bankowe',
  card: 'karta użyta do zapłaty',
  wallet: 'portfel użyty do zapłaty',
  thereBy: (due) => `będzie najpóźniej: ${due}`,
  atDoor: (due) => `U Twoich drzwi ${due}`,
  refundStays: (until) => `Zwrot pozostaje tu dla Ciebie do: ${until}`,
  refundStaysOpen: 'Zwrot pozostaje tu dla Ciebie',
  nothingToExplain: 'Niczego nie trzeba wyjaśniać.',
  undoUntil: (until) => `Jeśli się znajdzie, możesz to cofnąć do: ${until}.`,
  notPossible: (reason) => `Niemożliwe: ${reason}`,
  locked: 'Wysyłamy Twoją prośbę',
  lockedChecking: 'Sprawdzamy',
  onlyOnce: 'wypłata może być tylko jedna',
  needsConnection: 'znów zadziała, gdy będzie połączenie',
  confirmTitle: (what) => `${what}?`,
  confirmLarge: 'Spójrz jeszcze raz, bo to duża kwota.',
  confirmSure: 'Spójrz jeszcze raz.',
  confirmFramed: 'Spójrz jeszcze raz, bo ta strona jest pokazana wewnątrz innej.',
  confirmChanged: 'Spójrz jeszcze raz: to dopiero się pojawiło lub zmieniło.',
  confirmYes: 'Tak, zrób to',
  confirmNo: 'Nie teraz',
  tryNow: 'Spróbuj teraz',
  choices: 'Inne możliwości',
  whatNow: 'Co mamy zrobić?',

  by: (due) => `najpóźniej: ${due}`,
  dateLate: 'Ta data minęła. To nadal Ci się należy: zadzwoń do nas.',
  noDate: 'jeszcze bez daty',

  noTime: 'bez godziny',
  localTime: 'czas miejscowy',
  noWords: 'Zapis bez słów',
  quoted: (words) => `„${words}”`,
  theirDoing: {
    carrier: 'Po stronie przewoźnika.',
    shop: 'Po naszej stronie.',
    recipient: 'Pod adresem dostawy.',
    customs: 'Urząd celny.',
    weather: 'Pogoda.',
    other: '',
  },
  phase: {
    announced: 'Zgłoszona przewoźnikowi',
    collected: 'Przekazana przewoźnikowi',
    'in-transit': 'W drodze',
    customs: 'W urzędzie celnym',
    'out-for-delivery': 'Wydana do doręczenia',
    attempted: 'Próba doręczenia, bez powodzenia',
    'ready-for-pickup': 'Gotowa do odbioru',
    delivered: 'Doręczona',
    problem: 'Coś poszło nie tak',
    returning: 'W drodze powrotnej',
    returned: 'Z powrotem u nadawcy',
    cancelled: 'Odwołana',
  },
  arrivedIn: (place) => `Dotarła do punktu po drodze (${place})`,
  leftFrom: (place) => `Opuściła punkt po drodze (${place})`,
  partUnreadable: {
    shipments: (position) => `Nie udało się odczytać paczki ${position}`,
    promises: () => 'Nie udało się odczytać, co obiecano',
    offers: () => 'Nie udało się odczytać jednej z Twoich możliwości',
    refunds: () => 'Nie udało się odczytać części Twojego zwrotu',
    events: () => 'Nie udało się odczytać jednego wpisu w historii',
    other: () => 'Nie udało się odczytać części tej strony',
  },
  partUnreadableHelp: 'Wiemy, że istnieje, ale nie, co mówi. Reszta tej strony jest w porządku.',

  person: 'Wolisz porozmawiać z człowiekiem?',
  personUntil: (time) => `, do ${time}`,
  personClosed: (moment) => `, teraz zamknięte${moment ? `, znów czynne ${moment}` : ''}`,
  give: 'Podaj',
  theySee: ': po drugiej stronie widać tę samą stronę.',
  personNoWay: 'Wolisz porozmawiać z człowiekiem? Zapytaj w sklepie i podaj',
  stop: '.',
};

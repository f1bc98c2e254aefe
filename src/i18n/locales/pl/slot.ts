import type { SlotMessages } from '../en/slot.js';
import { onDay } from './base.js';

/** `nigdy w soboty`: every week. */
const each = (day: string): string =>
  ({
    poniedziałek: 'w poniedziałki',
    wtorek: 'we wtorki',
    środa: 'w środy',
    czwartek: 'w czwartki',
    piątek: 'w piątki',
    sobota: 'w soboty',
    niedziela: 'w niedziele',
  })[day] ?? day;

const isUs = (who: string): boolean => /^nasz sklep$/i.test(who);
const isYou = (who: string): boolean => who === 'Ty';

/** What the slot element says of an agreed time and of changes to it, in Polish. */
export const slot: SlotMessages = {
  day: (_day, longDay) => longDay,
  onDay: (day) => day,
  window: (day, hours) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'Cały dzień',
  you: 'Ty',
  carrier: 'przewoźnik',

  agreed: 'Ustalono',
  promised: 'Obiecano',
  firstPromised: 'Pierwsza obietnica',
  expected: 'Prognoza',
  proposed: 'Propozycja',
  moved: 'Nowy termin',
  narrowed: 'Dokładniej',
  withYou: (moment) => `z Tobą${moment && `, ${moment}`}`,
  toldBy: (who, moment) => `podaje ${who}${moment && `, ${moment}`}`,
  agreedBy: (who, moment) =>
    `zgoda${who && ` (${isYou(who) ? 'Twoja' : who})`}${moment && `, ${moment}`}`,
  stillCounts: 'To nadal obowiązuje.',
  notKept: 'Tego nie dotrzymano.',
  unreadAgreed:
    'Nikt nie może powiedzieć, co teraz obowiązuje: późniejszej zmiany nie da się odczytać.',
  within: 'Przewidywanie, w ramach tego, co uzgodniono.',
  outside: 'Przewidywanie. Niczego nie zmienia w tym, co uzgodniono.',
  estimate: 'Przewidywanie, nie obietnica.',
  noConsent: 'bez Twojej zgody',
  withinAgreed: 'w ramach tego, co uzgodniono',
  askedBy: (who, moment) =>
    `${isYou(who) ? 'Twoja prośba' : `prosi ${who}`}${moment && `, ${moment}`}`,
  movedBy: (who, moment) =>
    `${isYou(who) ? 'Twoja zmiana' : `zmienia ${who}`}${moment && `, ${moment}`}`,
  reason: 'Podany powód:',
  unreadWindow: 'Termin, którego nie możemy odczytać',
  unreadWindowHelp: 'Nikt nie może się tu na niego zgodzić.',

  youSaid: (what) => `Od Ciebie wiemy: ${what}`,
  never: (weekday, date, from, until) =>
    `nigdy${weekday ? ` ${each(weekday)}` : date && ` ${onDay(date)}`}${
      from && until
        ? ` między ${from} a ${until}`
        : from
          ? ` po ${from}`
          : until && ` przed ${until}`
    }`,

  countsAnyway: (canPick) =>
    `Mimo to tak uzgodniono i obowiązuje to, dopóki nie uzgodnimy innego terminu. ${canPick ? 'Wybierz inny albo zadzwoń do nas.' : 'Zadzwoń do nas.'}`,

  answers: (what) => `Twoja odpowiedź: ${what}`,
  unreadProposal: 'zmiana, której nie da się odczytać',
  keep: (what) => `Zostaje ${what}`,
  insist: (what) => `Ma zostać ${what}`,
  keepAgreed: 'Zostaje to, co uzgodniono',
  asAgreed: (when) => `Jak uzgodniono${when && `, ${when}`}`,
  nothingMoves: 'Nic się nie zmienia',
  accept: (what) => `Zgoda: ${what}`,
  sameHours: (hours) => `Te same godziny, ${hours}`,
  narrower: 'Krótszy czas, w ramach tego, co uzgodniono',
  once: (words) => `${words}, ten jeden raz`,
  another: 'Wybierz inny termin',
  anotherHelp: 'Z wolnych terminów',
  sending: 'Wysyłamy Twoją odpowiedź',
  oneAnswer: 'Twoja odpowiedź jest w drodze',
  notLoaded: 'Nie udało się wczytać wolnych terminów. Naciśnij ponownie.',
  elsewhere: 'Ta strona nie może wysłać Twojej odpowiedzi. Może ją przyjąć człowiek.',
  ifSilent: (due) => `Jeśli nie odpowiesz${due && ` (${due})`},`,
  stands: (what) => `obowiązuje ${what}.`,
  standsAgreed: 'obowiązuje to, co uzgodniono.',
  refundEnds:
    'Jeśli zgodzisz się na inny termin, będzie się liczyć właśnie on, a proponowany tu zwrot może wygasnąć.',
  refundWaits: (moment) =>
    `Jeśli zgodzisz się na inny termin, będzie się liczyć właśnie on: zwrot, o który można by prosić ${moment}, poczeka na niego.`,
  moves: (who, what) =>
    `${isUs(who) ? 'przyjedziemy' : `${who} przyjedzie`} ${what} bez Twojej zgody. To, co uzgodniono, i tak będzie obowiązywać.`,
  atOther: onDay,
  otherTime: 'w tym innym terminie',
  nobodySaid: 'nikt nam nie powiedział, co będzie. Obowiązuje to, co uzgodniono.',
  tooLate: (moment) => `Czas na odpowiedź minął ${moment}.`,
  lateMoves: (who) =>
    `${isUs(who) ? 'Możemy' : `${who} może`} przyjechać w tym innym terminie bez Twojej zgody, a to złamałoby obietnicę.`,
  lateCounts: 'Nikt nam nie powiedział, co teraz będzie. Obowiązuje to, co uzgodniono.',
  pickStill: 'Nadal możesz wybrać inny termin.',
  pickOver:
    'Ten termin już minął, więc innego nie da się tu wybrać. Zadzwoń do nas: człowiek uzgodni go z Tobą i nic z tego, co Ci się należy, nie przepadnie.',
  notAsked: 'Nikt Cię nie pytał, a brak odpowiedzi nie jest zgodą. Obowiązuje to, co uzgodniono.',
  imposedHelp:
    'Ta strona nie może wysłać na to odpowiedzi. Zadzwoń do nas: obowiązuje to, co uzgodniono.',

  kept: (by, name, what) =>
    `Zostaje ${what}${
      !by ? '' : by === 'customer' ? ', tak jak wybrano' : `, tak postanawia za Ciebie ${name}`
    }.`,
  whatAgreed: 'to, co uzgodniono',
  hadAsked: (who, what) =>
    isYou(who) ? `Twoja prośba dotyczyła: ${what}.` : `Poprzednia prośba (${who}): ${what}.`,
  anotherTime: 'inny termin',
  withdrawn: (who) =>
    isYou(who)
      ? 'Twoja prośba o inny termin jest wycofana.'
      : `Prośba o inny termin jest wycofana (${who}).`,
  answered: (moment) => `Odpowiedź zapisana ${moment}.`,
  lost: 'Nie wiemy, czy Twoja odpowiedź dotarła do sklepu.',
  lostHelp:
    'Na razie nic się tu nie zmieniło. Możesz odpowiedzieć ponownie: liczy się tylko jedna odpowiedź.',
  lostLater: 'Gdy tylko system sklepu odpowie, ta strona to powie.',
  neverArrived: (moment) => `Twoja odpowiedź, udzielona ${moment}, nie dotarła do sklepu.`,
  received: (what) => `Sklep ma Twoją odpowiedź${what && ` „${what}”`}.`,
  receivedHelp: 'Co z niej wynika, tu jeszcze nie wiadomo.',
  notSent: 'Twoja odpowiedź nie została wysłana.',
  notSentOffline: 'Twoja odpowiedź nie została wysłana. Brak połączenia z siecią.',
  pressOnce: 'Nic się nie zmieniło. Naciśnij jeszcze raz.',
  pressOnline: 'Nic się nie zmieniło. Gdy wrócisz do sieci, naciśnij jeszcze raz.',
  pressLater: 'Nic się nie zmieniło. Gdy system sklepu znów odpowie, naciśnij jeszcze raz.',
  refused: (what, moment) =>
    `Twoja odpowiedź${what && ` „${what}”`}, udzielona ${moment}, nie liczy się.`,
  why: {
    answered: (what) => `Wcześniej przyszła inna odpowiedź: „${what}”.`,
    withdrawn: 'Prośbę wycofano, zanim nadeszła Twoja odpowiedź.',
    late: 'Czas na odpowiedź już minął.',
    other: 'System sklepu nie podał powodu.',
  },
  counts: (what) => `Teraz obowiązuje: ${what}.`,
  below: 'Obowiązuje to, co jest tutaj.',

  changes: (count) => `Wszystkie zmiany (${count})`,
  fewer: 'Ukryj zmiany',
  first: 'Pierwsza obietnica. Ten wpis nigdy się nie zmienia.',
  askedFor: (who) => (isYou(who) ? 'Twoja prośba.' : `Prosi ${who}.`),
  movedTo: (who) => (isYou(who) ? 'Twoja zmiana.' : `Zmienia ${who}.`),
  chosen: (who) => (isYou(who) ? 'Twój wybór.' : `Wybiera ${who}.`),
  state: {
    proposed: 'Czeka na Twoją odpowiedź.',
    late: 'Nikt nie odpowiedział na czas.',
    accepted: (by, name, moment) =>
      `${!by ? 'Jest zgoda' : by === 'customer' ? 'Twoja zgoda' : `Zgoda za Ciebie (${name})`}${moment && `, ${moment}`}.`,
    declined: (by, name, moment) =>
      `${
        !by ? 'Zostało' : by === 'customer' ? 'Zostało, tak jak wybrano,' : `Zostało (${name})`
      } to, co uzgodniono${moment && `, ${moment}`}.`,
    withdrawn: 'Prośbę wycofano.',
    expired: 'Nikt nie odpowiedział na czas. Zostało to, co uzgodniono.',
    replaced: 'Zastąpiła to inna zmiana.',
    imposed: 'Zmiana bez Twojej zgody.',
    narrowed: 'Zmiana bez pytania, w ramach tego, co uzgodniono.',
    unknown: 'Nie da się odczytać, co z tego wynikło.',
  },

  calendar: 'Dodaj do kalendarza',
  calendarAgain: 'Zaktualizuj kalendarz',
  calendarWhat: (thing) => `Dostawa: ${thing}`,
  calendarOld: (was) => `Twój wpis w kalendarzu pokazuje: ${was}.`,
  calendarOldHelp: 'Weź nowy: zastąpi stary.',
  calendarEnded: 'Nic już nie przyjdzie. Usuń to z kalendarza.',
  calendarFailed: 'Nie udało się utworzyć wpisu do kalendarza. Naciśnij ponownie.',
};

import type { SlotMessages } from '../en/slot.js';
import { bare, within } from './base.js';

const isPlural = (who: string): boolean => /^we$/i.test(who);

/** What the slot element says, in Dutch. */
export const slot: SlotMessages = {
  day: (_day, longDay) => longDay,
  onDay: (day) => day,
  window: (day, hours) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'De hele dag',
  you: 'jou',
  carrier: 'de bezorger',

  agreed: 'Afgesproken',
  promised: 'Beloofd',
  firstPromised: 'Eerst beloofd',
  expected: 'Verwacht',
  proposed: 'Voorgesteld',
  moved: 'Verplaatst naar',
  narrowed: 'Preciezer',
  withYou: (moment) => `met jou${moment && `, ${moment}`}`,
  toldBy: (who, moment) => `door ${who}${moment && `, ${moment}`}`,
  agreedBy: (who, moment) => `akkoord${who && ` van ${who}`}${moment && ` ${moment}`}`,
  stillCounts: 'Dat telt nog steeds.',
  notKept: 'Dat is niet nagekomen.',
  unreadAgreed: 'Niemand kan zeggen wat nu telt: een latere wijziging is niet leesbaar.',
  within: 'Een schatting, binnen wat is afgesproken.',
  outside: 'Een schatting. Ze verandert niets aan wat is afgesproken.',
  estimate: 'Een schatting, geen belofte.',
  noConsent: 'zonder je akkoord',
  withinAgreed: 'binnen wat is afgesproken',
  askedBy: (who, moment) => `gevraagd door ${who}${moment && `, ${moment}`}`,
  movedBy: (who, moment) => `door ${who}${moment && `, ${moment}`}`,
  reason: 'Hun reden:',
  unreadWindow: 'Een tijd die niet leesbaar is',
  unreadWindowHelp: 'Niemand kan er hier mee instemmen.',

  youSaid: (what) => `Je hebt gezegd: ${what}`,
  never: (weekday, date, from, until) =>
    `nooit${weekday ? ` op ${weekday}` : date && ` op ${date}`}${
      from && until
        ? ` tussen ${bare(from)} en ${until}`
        : from
          ? ` na ${from}`
          : until && ` vóór ${until}`
    }`,

  countsAnyway: (canPick) =>
    `Het is toch afgesproken, en telt tot er een andere tijd is afgesproken. ${canPick ? 'Kies er een, of bel ons.' : 'Bel ons.'}`,

  answers: (what) => `Je antwoord: ${what}`,
  unreadProposal: 'de wijziging die niet leesbaar is',
  keep: (what) => `Houd ${what}`,
  insist: (what) => `Blijf bij ${what}`,
  keepAgreed: 'Houd wat is afgesproken',
  asAgreed: (when) => `Zoals afgesproken${when && `, ${when}`}`,
  nothingMoves: 'Er verandert niets',
  accept: (what) => `Ga akkoord met ${what}`,
  sameHours: (hours) => `Zelfde tijd, ${hours}`,
  narrower: 'Een kortere tijd, binnen wat is afgesproken',
  once: (words) => `${words}, alleen deze keer`,
  another: 'Kies een andere tijd',
  anotherHelp: 'Uit de tijden die vrij zijn',
  sending: 'We versturen je antwoord',
  oneAnswer: 'Je antwoord is onderweg',
  notLoaded: 'De vrije tijden konden niet worden geladen. Druk nog eens.',
  elsewhere: 'Deze pagina kan je antwoord niet versturen. Een mens kan het aannemen.',
  ifSilent: (due) => `Als je ${due && `${due} `}niet antwoordt,`,
  stands: (what) => `blijft staan: ${what}.`,
  standsAgreed: 'blijft staan wat is afgesproken.',
  refundEnds:
    'Als je akkoord gaat met een andere tijd, telt die, en kan de terugbetaling die hier staat vervallen.',
  refundWaits: (moment) =>
    `Als je akkoord gaat met een andere tijd, telt die: de terugbetaling die je ${moment} zou kunnen vragen, wacht daarop.`,
  moves: (who, what) =>
    `${isPlural(who) ? 'zouden' : 'zou'} ${within(who)} zonder je akkoord komen: ${what}. Wat is afgesproken, zou nog steeds tellen.`,
  atOther: (day) => day,
  otherTime: 'op die andere tijd',
  nobodySaid: 'heeft niemand ons gezegd wat er gebeurt. Wat is afgesproken, telt.',
  tooLate: (moment) => `De tijd om te antwoorden eindigde ${moment}.`,
  lateMoves: (who) =>
    `${who} ${isPlural(who) ? 'kunnen' : 'kan'} op die andere tijd komen zonder je akkoord; dat zou de belofte breken.`,
  lateCounts: 'Niemand heeft ons gezegd wat er nu gebeurt. Wat is afgesproken, telt.',
  pickStill: 'Je kunt nog een andere tijd kiezen.',
  pickOver:
    'Die tijd is voorbij, dus hier kun je geen andere meer kiezen. Bel ons: een mens spreekt die met je af, en niets waar je recht op hebt gaat verloren.',
  notAsked: 'Je bent niets gevraagd, en niet antwoorden is geen akkoord. Wat is afgesproken, telt.',
  imposedHelp:
    'Deze pagina kan daar geen antwoord op versturen. Bel ons: wat is afgesproken, telt.',

  kept: (by, name, what) =>
    !by
      ? `Het blijft bij ${what}.`
      : by === 'customer'
        ? `Je bent gebleven bij ${what}.`
        : `${name} is voor jou gebleven bij ${what}.`,
  whatAgreed: 'wat is afgesproken',
  hadAsked: (who, what) => `${who} ${isPlural(who) ? 'hadden' : 'had'} gevraagd om ${what}.`,
  anotherTime: 'een andere tijd',
  withdrawn: (who) => `${who} ${isPlural(who) ? 'vragen' : 'vraagt'} geen andere tijd meer.`,
  answered: (moment) => `Beantwoord ${moment}.`,
  lost: 'We weten niet of je antwoord de winkel heeft bereikt.',
  lostHelp:
    'Hier is tot nu toe niets veranderd. Je kunt opnieuw antwoorden: maar één antwoord telt.',
  lostLater: 'Zodra het systeem van de winkel antwoordt, staat het op deze pagina.',
  neverArrived: (moment) => `Je antwoord, ${moment} gegeven, heeft de winkel niet bereikt.`,
  received: (what) => `De winkel heeft je antwoord${what && ` ‘${what}’`}.`,
  receivedHelp: 'Wat eruit volgt, is hier nog niet bekend.',
  notSent: 'Je antwoord is niet verstuurd.',
  notSentOffline: 'Je antwoord is niet verstuurd. Je bent offline.',
  pressOnce: 'Er is niets veranderd. Druk nog één keer.',
  pressOnline: 'Er is niets veranderd. Druk nog één keer als je weer online bent.',
  pressLater:
    'Er is niets veranderd. Druk nog één keer als het systeem van de winkel weer antwoordt.',
  refused: (what, moment) => `Je antwoord${what && ` ‘${what}’`}, ${moment} gegeven, telt niet.`,
  why: {
    answered: (what) => `Een ander antwoord was eerder: ‘${what}’.`,
    withdrawn: 'De vraag was al ingetrokken voordat je antwoord kwam.',
    late: 'De tijd om te antwoorden was voorbij.',
    other: 'Het systeem van de winkel gaf geen reden.',
  },
  counts: (what) => `Wat nu telt: ${what}.`,
  below: 'Wat hier staat, telt.',

  changes: (count) => `Alle wijzigingen (${count})`,
  fewer: 'Verberg de wijzigingen',
  first: 'Eerst beloofd. Deze regel verandert nooit.',
  askedFor: (who) => `Gevraagd door ${who}.`,
  movedTo: (who) => `Door ${who}.`,
  chosen: (who) => `Gekozen door ${who}.`,
  state: {
    proposed: 'Wacht op je antwoord.',
    late: 'Niemand antwoordde op tijd.',
    accepted: (by, name, moment) =>
      `${!by ? 'Akkoord' : by === 'customer' ? 'Je ging akkoord' : `${name} ging voor jou akkoord`}${moment && ` ${moment}`}.`,
    declined: (by, name, moment) =>
      `${!by ? 'Wat was afgesproken, bleef' : `${by === 'customer' ? 'Je hield' : `${name} hield`} wat was afgesproken`}${moment && `, ${moment}`}.`,
    withdrawn: 'De vraag is ingetrokken.',
    expired: 'Niemand antwoordde op tijd. Wat was afgesproken, bleef.',
    replaced: 'Een andere wijziging kwam ervoor in de plaats.',
    imposed: 'Gedaan zonder je akkoord.',
    narrowed: 'Gedaan zonder te vragen, binnen wat is afgesproken.',
    unknown: 'Wat ervan geworden is, is niet leesbaar.',
  },

  calendar: 'Zet in de agenda',
  calendarAgain: 'Werk de agenda bij',
  calendarWhat: (thing) => `Bezorging van ${thing}`,
  calendarOld: (was) => `In je agenda staat nog: ${was}.`,
  calendarOldHelp: 'Neem de nieuwe afspraak: die vervangt de oude.',
  calendarEnded: 'Er komt niets meer. Haal de afspraak uit je agenda.',
  calendarFailed: 'De afspraak kon niet worden gemaakt. Druk nog eens.',
};

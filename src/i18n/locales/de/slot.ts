import { oneStop } from '../../texts.js';
import type { SlotMessages } from '../en/slot.js';
import { bare, within } from './base.js';

const isPlural = (who: string): boolean => /^(wir|sie selbst)$/i.test(who);

/** What the slot element says, in German. Who did something is named after a colon, so that no name is inflected. */
export const slot = oneStop<SlotMessages>({
  day: (_day, longDay) => longDay,
  onDay: (day) => day,
  window: (day, hours) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'Den ganzen Tag',
  you: 'Sie selbst',
  carrier: 'der Paketdienst',

  agreed: 'Vereinbart',
  promised: 'Zugesagt',
  firstPromised: 'Zuerst zugesagt',
  expected: 'Erwartet',
  proposed: 'Vorgeschlagen',
  moved: 'Verschoben auf',
  narrowed: 'Genauer',
  withYou: (moment) => `mit Ihnen${moment && `, ${moment}`}`,
  toldBy: (who, moment) => `Angabe: ${who}${moment && `, ${moment}`}`,
  agreedBy: (who, moment) => `Zustimmung${who && `: ${who}`}${moment && `${who && ','} ${moment}`}`,
  stillCounts: 'Das gilt weiterhin.',
  notKept: 'Das wurde nicht eingehalten.',
  unreadAgreed: 'Niemand kann sagen, was jetzt gilt: Eine spätere Änderung ist nicht lesbar.',
  within: 'Eine Schätzung, innerhalb des Vereinbarten.',
  outside: 'Eine Schätzung. Sie ändert nichts an dem, was vereinbart ist.',
  estimate: 'Eine Schätzung, keine Zusage.',
  noConsent: 'ohne Ihre Zustimmung',
  withinAgreed: 'innerhalb des Vereinbarten',
  askedBy: (who, moment) => `Anfrage: ${who}${moment && `, ${moment}`}`,
  movedBy: (who, moment) => `Änderung: ${who}${moment && `, ${moment}`}`,
  reason: 'Begründung:',
  unreadWindow: 'Eine Zeit, die nicht lesbar ist',
  unreadWindowHelp: 'Hier kann niemand zustimmen.',

  youSaid: (what) => `Sie haben gesagt: ${what}`,
  never: (weekday, date, from, until) =>
    `nie${weekday ? ` am ${weekday}` : date && ` am ${date}`}${
      from && until
        ? ` zwischen ${bare(from)} und ${until}`
        : from
          ? ` nach ${from}`
          : until && ` vor ${until}`
    }`,

  countsAnyway: (canPick) =>
    `Es wurde trotzdem vereinbart und gilt, bis eine andere Zeit vereinbart ist. ${canPick ? 'Wählen Sie eine, oder rufen Sie uns an.' : 'Rufen Sie uns an.'}`,

  answers: (what) => `Ihre Antwort: ${what}`,
  unreadProposal: 'die Änderung, die nicht lesbar ist',
  keep: (what) => `${what} behalten`,
  insist: (what) => `Auf dieser Zeit bestehen: ${what}`,
  keepAgreed: 'Das Vereinbarte behalten',
  asAgreed: (when) => `Wie vereinbart${when && `, ${when}`}`,
  nothingMoves: 'Nichts ändert sich',
  accept: (what) => `${what} annehmen`,
  sameHours: (hours) => `Gleiche Uhrzeit, ${hours}`,
  narrower: 'Eine kürzere Zeit, innerhalb des Vereinbarten',
  once: (words) => `${words}, nur dieses Mal`,
  another: 'Eine andere Zeit wählen',
  anotherHelp: 'Aus den freien Zeiten',
  sending: 'Ihre Antwort wird gesendet',
  oneAnswer: 'Ihre Antwort ist unterwegs',
  notLoaded: 'Die freien Zeiten ließen sich nicht laden. Drücken Sie noch einmal.',
  elsewhere: 'Diese Seite kann Ihre Antwort nicht senden. Ein Mensch kann sie aufnehmen.',
  ifSilent: (due) => `Wenn Sie ${due && `${due} `}nicht antworten,`,
  stands: (what) => `gilt weiter: ${what}.`,
  standsAgreed: 'gilt weiter, was vereinbart ist.',
  refundEnds:
    'Wenn Sie einer anderen Zeit zustimmen, gilt diese, und die hier angebotene Erstattung kann enden.',
  refundWaits: (moment) =>
    `Wenn Sie einer anderen Zeit zustimmen, gilt diese: Die Erstattung, die Sie ${moment} verlangen könnten, wartet dann so lange.`,
  moves: (who, what) =>
    `${isPlural(who) ? 'würden' : 'würde'} ${within(who)} ohne Ihre Zustimmung zu einer anderen Zeit kommen (${what}). Was vereinbart ist, würde weiterhin gelten.`,
  atOther: (day) => day,
  otherTime: 'ohne nähere Angabe',
  nobodySaid: 'hat uns niemand gesagt, was geschieht. Es gilt, was vereinbart ist.',
  tooLate: (moment) => `Die Zeit zum Antworten endete ${moment}.`,
  lateMoves: (who) =>
    `${who} ${isPlural(who) ? 'könnten' : 'könnte'} zu der anderen Zeit ohne Ihre Zustimmung kommen; das wäre ein Bruch der Zusage.`,
  lateCounts: 'Niemand hat uns gesagt, was jetzt geschieht. Es gilt, was vereinbart ist.',
  pickStill: 'Sie können immer noch eine andere Zeit wählen.',
  pickOver:
    'Diese Zeit ist vorbei, deshalb lässt sich hier keine andere mehr wählen. Rufen Sie uns an: Ein Mensch vereinbart sie mit Ihnen, und nichts, was Ihnen zusteht, geht verloren.',
  notAsked:
    'Sie wurden nicht gefragt, und wenn Sie nicht antworten, ist das keine Zustimmung. Es gilt, was vereinbart ist.',
  imposedHelp:
    'Diese Seite kann darauf keine Antwort senden. Rufen Sie uns an: Es gilt, was vereinbart ist.',

  kept: (by, name, what) =>
    !by
      ? `Es blieb dabei: ${what}.`
      : by === 'customer'
        ? `Sie sind dabei geblieben: ${what}.`
        : `${name} ist für Sie dabei geblieben: ${what}.`,
  whatAgreed: 'was vereinbart ist',
  hadAsked: (who, what) => `${who} ${isPlural(who) ? 'hatten' : 'hatte'} angefragt: ${what}.`,
  anotherTime: 'eine andere Zeit',
  withdrawn: (who) => `${who} ${isPlural(who) ? 'möchten' : 'möchte'} keine andere Zeit mehr.`,
  answered: (moment) => `Beantwortet ${moment}.`,
  lost: 'Wir wissen nicht, ob Ihre Antwort beim Shop angekommen ist.',
  lostHelp:
    'Hier hat sich bisher nichts geändert. Sie können noch einmal antworten: Nur eine Antwort zählt.',
  lostLater: 'Sobald das System des Shops antwortet, steht es auf dieser Seite.',
  neverArrived: (moment) => `Ihre Antwort, ${moment} gegeben, ist nicht beim Shop angekommen.`,
  received: (what) => `Der Shop hat Ihre Antwort${what && ` „${what}“`}.`,
  receivedHelp: 'Was daraus folgt, ist hier noch nicht bekannt.',
  notSent: 'Ihre Antwort wurde nicht gesendet.',
  notSentOffline: 'Ihre Antwort wurde nicht gesendet. Sie sind offline.',
  pressOnce: 'Nichts hat sich geändert. Drücken Sie noch einmal.',
  pressOnline: 'Nichts hat sich geändert. Wenn Sie wieder online sind, drücken Sie noch einmal.',
  pressLater:
    'Nichts hat sich geändert. Wenn das System des Shops wieder antwortet, drücken Sie noch einmal.',
  refused: (what, moment) => `Ihre Antwort${what && ` „${what}“`}, ${moment} gegeben, zählt nicht.`,
  why: {
    answered: (what) => `Eine andere Antwort war schneller: „${what}“.`,
    withdrawn: 'Die Anfrage wurde zurückgezogen, bevor Ihre Antwort kam.',
    late: 'Die Zeit zum Antworten war vorbei.',
    other: 'Das System des Shops nennt keinen Grund.',
  },
  counts: (what) => `Jetzt gilt: ${what}.`,
  below: 'Es gilt, was hier steht.',

  changes: (count) => `Alle Änderungen (${count})`,
  fewer: 'Änderungen ausblenden',
  first: 'Zuerst zugesagt. Dieser Eintrag ändert sich nie.',
  askedFor: (who) => `Anfrage: ${who}.`,
  movedTo: (who) => `Änderung: ${who}.`,
  chosen: (who) => `Gewählt: ${who}.`,
  state: {
    proposed: 'Wartet auf Ihre Antwort.',
    late: 'Niemand hat rechtzeitig geantwortet.',
    accepted: (by, name, moment) =>
      !by
        ? `Zugestimmt${moment && ` ${moment}`}.`
        : by === 'customer'
          ? `Sie haben${moment && ` ${moment}`} zugestimmt.`
          : `${name} hat${moment && ` ${moment}`} für Sie zugestimmt.`,
    declined: (by, name, moment) =>
      !by
        ? `Es blieb bei dem, was vereinbart war${moment && `, ${moment}`}.`
        : `${by === 'customer' ? 'Sie haben' : `${name} hat`} das Vereinbarte${moment && ` ${moment}`} behalten.`,
    withdrawn: 'Die Anfrage wurde zurückgezogen.',
    expired: 'Niemand hat rechtzeitig geantwortet. Es blieb bei dem, was vereinbart war.',
    replaced: 'Eine andere Änderung trat an ihre Stelle.',
    imposed: 'Ohne Ihre Zustimmung gemacht.',
    narrowed: 'Ohne Rückfrage gemacht, innerhalb des Vereinbarten.',
    unknown: 'Was daraus wurde, ist nicht lesbar.',
  },

  calendar: 'In den Kalender eintragen',
  calendarAgain: 'Kalender aktualisieren',
  calendarWhat: (thing) => thing,
  calendarOld: (was) => `Ihr Kalendereintrag zeigt noch: ${was}.`,
  calendarOldHelp: 'Nehmen Sie den neuen: Er ersetzt den alten.',
  calendarEnded: 'Es kommt nichts mehr. Löschen Sie den Eintrag aus Ihrem Kalender.',
  calendarFailed: 'Der Kalendereintrag ließ sich nicht anlegen. Drücken Sie noch einmal.',
});

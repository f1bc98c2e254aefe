import type { Source } from '../../../model/index.js';

/** What kind of source did something, if anybody says. */
type By = Source['kind'] | undefined;

/** What the slot element says of an agreed time and of changes to it, in English. */
export const slot = {
  // Times: `day` is short, `longDay` in full
  day: (day: string, _longDay: string) => day,
  onDay: (day: string) => day,
  window: (day: string, hours: string) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'The whole day',
  you: 'you',
  carrier: 'the carrier',

  // What counts, what was first promised, what is expected
  agreed: 'Agreed',
  promised: 'Promised',
  firstPromised: 'First promised',
  expected: 'Expected',
  proposed: 'Proposed',
  moved: 'Moved to',
  narrowed: 'More precisely',
  withYou: (moment: string) => `with you${moment && `, ${moment}`}`,
  toldBy: (who: string, moment: string) => `by ${who}${moment && `, ${moment}`}`,
  agreedBy: (who: string, moment: string) =>
    `agreed${who && ` to by ${who}`}${moment && ` ${moment}`}`,
  stillCounts: 'It still counts.',
  notKept: 'It was not kept.',
  unreadAgreed: 'Nobody can tell what counts now: a change that followed cannot be read.',
  within: 'An estimate, within what was agreed.',
  outside: 'An estimate. It changes nothing of what was agreed.',
  estimate: 'An estimate, not a promise.',
  noConsent: 'without your consent',
  withinAgreed: 'within what was agreed',
  askedBy: (who: string, moment: string) => `asked by ${who}${moment && `, ${moment}`}`,
  movedBy: (who: string, moment: string) => `by ${who}${moment && `, ${moment}`}`,
  reason: 'Their reason:',
  unreadWindow: 'A time we cannot read',
  unreadWindowHelp: 'Nobody can agree to it here.',

  // What the customer has ruled out
  youSaid: (what: string) => `You said: ${what}`,
  never: (weekday: string, date: string, from: string, until: string) =>
    `never${weekday ? ` on a ${weekday}` : date && ` on ${date}`}${
      from && until
        ? ` between ${from} and ${until}`
        : from
          ? ` after ${from}`
          : until && ` before ${until}`
    }`,

  countsAnyway: (canPick: boolean) =>
    `It was agreed all the same, and counts until another time is agreed. ${canPick ? 'Pick one, or call us.' : 'Call us.'}`,

  // Three answers
  answers: (what: string) => `Your answer about ${what}`,
  unreadProposal: 'the change that cannot be read',
  keep: (what: string) => `Keep ${what}`,
  insist: (what: string) => `Insist on ${what}`,
  keepAgreed: 'Keep what was agreed',
  asAgreed: (when: string) => `As agreed${when && `, ${when}`}`,
  nothingMoves: 'Nothing changes',
  accept: (what: string) => `Accept ${what}`,
  sameHours: (hours: string) => `Same hours, ${hours}`,
  narrower: 'A shorter time, within what was agreed',
  once: (words: string) => `${words}, this once`,
  another: 'Pick another time',
  anotherHelp: 'From the times that are free',
  sending: 'Sending your answer',
  oneAnswer: 'Your answer is on its way',
  notLoaded: 'The free times could not be loaded. Press again.',
  elsewhere: 'This page cannot send your answer. A person can take it.',
  ifSilent: (due: string) => `If you do not answer${due && ` ${due}`},`,
  stands: (what: string) => `${what} stands.`,
  standsAgreed: 'what was agreed stands.',
  refundEnds:
    'If you agree to another time, that time is what counts, and the refund offered here may end.',
  refundWaits: (moment: string) =>
    `If you agree to another time, that time is what counts: the refund you could ask for ${moment} waits for it.`,
  moves: (who: string, what: string) =>
    `${who} would come ${what} without your consent. What was agreed would still count.`,
  atOther: (day: string) => `on ${day}`,
  otherTime: 'at that other time',
  nobodySaid: 'nobody told us what happens. What was agreed is what counts.',
  tooLate: (moment: string) => `The time to answer ended ${moment}.`,
  lateMoves: (who: string) =>
    `${who} may come at that other time without your consent, which would break what was promised.`,
  lateCounts: 'Nobody has told us what happens now. What was agreed is what counts.',
  pickStill: 'You can still pick another time.',
  pickOver:
    'That time is over, so another one cannot be picked here. Call us: a person agrees on it with you, and nothing you are owed is lost.',
  notAsked:
    'You were not asked, and nothing you leave unanswered is consent. What was agreed counts.',
  imposedHelp: 'This page cannot send an answer to it. Call us: what was agreed counts.',

  // What became of it
  kept: (by: By, name: string, what: string) =>
    !by
      ? `${what} was kept.`
      : by === 'customer'
        ? `You kept ${what}.`
        : `${name} kept ${what} for you.`,
  whatAgreed: 'what was agreed',
  hadAsked: (who: string, what: string) => `${who} had asked for ${what}.`,
  anotherTime: 'another time',
  withdrawn: (who: string) => `${who} no longer asks for another time.`,
  answered: (moment: string) => `Answered ${moment}.`,
  lost: 'We do not know whether your answer reached the shop.',
  lostHelp: 'Nothing has changed here so far. You can answer again: only one answer counts.',
  lostLater: 'As soon as the shop’s system answers, this page says so.',
  neverArrived: (moment: string) => `Your answer, given ${moment}, did not reach the shop.`,
  received: (what: string) => `The shop has your answer${what && ` “${what}”`}.`,
  receivedHelp: 'What follows from it is not known here yet.',
  notSent: 'Your answer was not sent.',
  notSentOffline: 'Your answer was not sent. You are offline.',
  pressOnce: 'Nothing has changed. Press once more.',
  pressOnline: 'Nothing has changed. When you are back, press once more.',
  pressLater: 'Nothing has changed. When the shop’s system answers again, press once more.',
  refused: (what: string, moment: string) =>
    `Your answer${what && ` “${what}”`}, given ${moment}, does not count.`,
  why: {
    answered: (what: string) => `Another answer came first: “${what}”.`,
    withdrawn: 'Who had asked took it back before your answer came.',
    late: 'The time to answer had ended.',
    other: 'The shop’s system gave no reason.',
  },
  counts: (what: string) => `What counts now: ${what}.`,
  below: 'What counts is what stands here.',

  // Every change
  changes: (count: number) => `All changes (${count})`,
  fewer: 'Hide the changes',
  first: 'First promised. This entry never changes.',
  askedFor: (who: string) => `Asked for by ${who}.`,
  movedTo: (who: string) => `By ${who}.`,
  chosen: (who: string) => `Chosen by ${who}.`,
  state: {
    proposed: 'Waits for your answer.',
    late: 'Nobody answered in time.',
    accepted: (by: By, name: string, moment: string) =>
      `${!by ? 'Agreed' : by === 'customer' ? 'You agreed' : `${name} agreed for you`}${moment && ` ${moment}`}.`,
    declined: (by: By, name: string, moment: string) =>
      `${!by ? 'What was agreed was kept' : `${by === 'customer' ? 'You' : name} kept what was agreed`}${moment && ` ${moment}`}.`,
    withdrawn: 'Taken back by who had asked.',
    expired: 'Nobody answered in time. What was agreed stood.',
    replaced: 'Another change took its place.',
    imposed: 'Made without your consent.',
    narrowed: 'Made without asking, within what was agreed.',
    unknown: 'What became of it cannot be read.',
  },

  // The calendar
  calendar: 'Add to calendar',
  calendarAgain: 'Update the calendar',
  calendarWhat: (thing: string) => `Delivery of ${thing}`,
  calendarOld: (was: string) => `The calendar entry you took shows ${was}.`,
  calendarOldHelp: 'Take the new one: it replaces the old one.',
  calendarEnded: 'Nothing comes any more. Take it out of your calendar.',
  calendarFailed: 'The calendar entry could not be made. Press again.',
};

/** See {@link slot}. */
export type SlotMessages = typeof slot;

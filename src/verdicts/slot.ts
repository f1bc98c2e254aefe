import {
  civilDate,
  offsetAgrees,
  offsetMinutes,
  toEpoch,
  WEEKDAYS,
  type BrokenPart,
  type Constraint,
  type DeliveryPromise,
  type EpochMilliseconds,
  type Revision,
  type Slot,
  type SlotHold,
  type SlotList,
  type Window,
} from '../model/index.js';
import {
  agreedOf,
  imposedOf,
  isWithin,
  narrowedOf,
  spanOf,
  startOfDay,
  windowEnd,
  type Span,
} from './agreed.js';
import { earliest, freshness, type Freshness, type Timed } from './freshness.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The part of a {@link Window} that says when; its zone is the delivery address's. */
export type Times = Omit<Window, 'timeZone'>;

/**
 * What the wall clock of the zone shows during a span, as if it were UTC: one stretch, or one for each
 * side of a change of the clocks. An hour that is skipped is in neither; one that comes twice is in both.
 */
const onTheWall = ({ from, before }: Span, timeZone: string): readonly Span[] => {
  const offset = offsetMinutes(timeZone, from);
  if (offset === undefined || from >= before) return [];
  if (offset === offsetMinutes(timeZone, before - 1))
    return [{ from: from + offset * MINUTE, before: before + offset * MINUTE }];
  const middle = Math.floor((from + before) / 2);
  return [
    { from, before: middle },
    { from: middle, before },
  ].flatMap((half) => onTheWall(half, timeZone));
};

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether what a wall clock shows from one moment to another has a moment of a constraint. */
const meets = ({ weekday, date, from, until }: Constraint, wall: Span): boolean => {
  const first = Math.floor(wall.from / DAY);
  // After a week and a day, days of the week only come again.
  const last = Math.min(Math.ceil(wall.before / DAY) - 1, first + 8);
  const isHit = (day: number): boolean =>
    day * DAY + (until === undefined ? DAY : minutes(until) * MINUTE) > wall.from &&
    day * DAY + (from === undefined ? 0 : minutes(from) * MINUTE) < wall.before;
  if (date !== undefined) return isHit(Date.parse(date) / DAY);
  for (let day = first; day <= last; day++)
    // The first day of all was a Thursday.
    if ((weekday === undefined || WEEKDAYS[(day + 3) % 7] === weekday) && isHit(day)) return true;
  return false;
};

/**
 * What of the customer's impossible times a window shares a moment with, if any: the first of them. Of a
 * deadline it is its own day that counts, up to the deadline.
 *
 * @param timeZone of the delivery address; days and hours are meant there
 */
export const conflictOf = (
  window: Times,
  constraints: readonly Constraint[] | undefined,
  timeZone: string,
): Constraint | undefined => {
  if (!constraints?.length) return undefined;
  const span = spanOf({ ...window, timeZone });
  if (!span) return undefined;
  const day = span.from === -Infinity && civilDate(timeZone, span.before - 1);
  const from = day ? startOfDay(day, timeZone)! : span.from;
  return metBy({ from, before: span.before }, constraints, timeZone);
};

const metBy = (
  span: Span,
  constraints: readonly Constraint[] | undefined,
  timeZone: string,
): Constraint | undefined => {
  if (!constraints?.length) return undefined;
  const walls = onTheWall(span, timeZone);
  return constraints.find((constraint) => walls.some((wall) => meets(constraint, wall)));
};

/** A change that waits for the customer's answer, or was made without it and can still be answered. */
export interface Proposal {
  readonly revision: Revision;
  /** What the customer had ruled out and the proposed window takes up. */
  readonly conflict: Constraint | undefined;
  /** Until when an answer counts: as is said, and never after what was agreed is over; epoch milliseconds. */
  readonly ends: EpochMilliseconds | undefined;
  /** Whether there is something that can be agreed to, and the time for it has not run out. */
  readonly answerable: boolean;
  /** Whether it only says more precisely what was agreed. */
  readonly narrows: boolean;
}

/** What was agreed, since when, and what else has been asked for. */
export interface SlotVerdict extends Timed {
  /** The promise as it was first made. */
  readonly first: Window;
  /** What counts now; `undefined`: nobody knows. */
  readonly agreed: Window | undefined;
  /** What of the customer's impossible times it takes up all the same. */
  readonly conflict: Constraint | undefined;
  /** The accepted change that made it so. */
  readonly since: Revision | undefined;
  /** The oldest first. */
  readonly proposals: readonly Proposal[];
  /** See {@link imposedOf}. */
  readonly imposed: Revision | undefined;
  /** See {@link narrowedOf}. */
  readonly narrowed: Revision | undefined;
  /** The newest first. */
  readonly revisions: readonly Revision[];
}

/**
 * R5: a promise is never rewritten. Nothing has changed by a proposal, nor by its time running out.
 *
 * @param constraints what the customer has ruled out
 * @param now server time, epoch milliseconds; a lower bound of it
 */
export const slotVerdict = (
  promise: DeliveryPromise,
  constraints: readonly Constraint[] | undefined,
  now: EpochMilliseconds,
): SlotVerdict => {
  const { revisions = [] } = promise;
  const agreed = agreedOf(promise);
  // Once the agreed time is over there is nothing left to keep or to move.
  const agreedEnd = agreed && windowEnd(agreed);
  const imposed = imposedOf(promise);
  const proposed = revisions.filter(
    (one) => one.state === 'proposed' || (one === imposed && one.answerable),
  );
  return {
    first: promise,
    agreed,
    conflict: agreed && conflictOf(agreed, constraints, agreed.timeZone),
    since: agreed && revisions.findLast(({ state }) => state === 'accepted'),
    proposals: proposed.map((revision) => {
      const { window } = revision;
      const ends = Math.min(toEpoch(revision.answerBy) ?? Infinity, agreedEnd ?? Infinity);
      return {
        revision,
        conflict: window && conflictOf(window, constraints, window.timeZone),
        ends: ends === Infinity ? undefined : ends,
        // Nobody can agree to what cannot be read, nor to what is over.
        answerable: !!window && now < ends && now < (windowEnd(window) ?? -Infinity),
        narrows: !!window && !!agreed && isWithin(window, agreed) && !isWithin(agreed, window),
      };
    }),
    imposed,
    narrowed: narrowedOf(promise),
    revisions: [...revisions].reverse(),
    changesAt: earliest(
      now,
      ...(proposed.length ? [agreedEnd] : []),
      ...proposed.flatMap(({ answerBy, window }) => [
        toEpoch(answerBy),
        window && windowEnd(window),
      ]),
    ),
  };
};

/** Seconds for which a list of slots may be repeated where its source states nothing. */
export const SLOTS_MAX_AGE = 300;

/**
 * A slot as it may be shown.
 *
 * - `free`: can be chosen; its places may be unstated.
 * - `full`: no place left, other than one held for this customer.
 * - `past`: it has begun.
 * - `ruled-out`: shares a moment with what the customer has ruled out.
 * - `unavailable`: the backend lists it with a reason, or says that there is nothing on that day.
 */
export interface ListedSlot {
  readonly slot: Slot;
  readonly state: 'free' | 'full' | 'past' | 'ruled-out' | 'unavailable';
  readonly conflict: Constraint | undefined;
}

/** One day, and what begins on it. */
export interface ListedDay {
  /** Civil date in the list's zone. */
  readonly date: string;
  /** By beginning, then by end. */
  readonly slots: readonly ListedSlot[];
  /** Why there are none, `true` where nobody says why. */
  readonly closed: string | true | undefined;
  /** Set if the customer has ruled out the whole day. */
  readonly ruledOut: Constraint | undefined;
}

/** The slots of a list, day by day. */
export interface SlotsVerdict extends Timed {
  /** Those of which something was said, the earliest first. */
  readonly days: readonly ListedDay[];
  /** How many can be chosen. */
  readonly free: number;
  /** The first that can be chosen. */
  readonly earliest: Slot | undefined;
  /** The first of the shortest that can be chosen, if another one is longer. */
  readonly shortest: Slot | undefined;
  /** What the customer holds, until it ends. */
  readonly hold: SlotHold | undefined;
  /** How far the list may be repeated (R2). */
  readonly freshness: Freshness;
}

/** What follows from a list at any time: kept with it, since a list of thousands is judged at every change. */
interface Sorted {
  readonly slots: readonly (Span & {
    readonly slot: Slot;
    readonly date: string;
    readonly conflict: Constraint | undefined;
  })[];
  readonly broken: readonly BrokenPart[];
}
const sortedLists = new WeakMap<SlotList, Sorted>();

const sort = (list: SlotList): Sorted => {
  const known = sortedLists.get(list);
  if (known) return known;
  const { timeZone } = list;
  const broken: BrokenPart[] = [];
  const ids = new Set<string>();
  const slots = list.slots
    .filter(({ slotId, from, before }) => {
      const problem = ids.has(slotId)
        ? 'the same slotId twice'
        : [from, before].some((at) => !offsetAgrees(at, timeZone)) &&
          'offset and time zone disagree';
      if (problem) broken.push({ path: `slots.${slotId}`, problem });
      else ids.add(slotId);
      return !problem;
    })
    .map((slot) => {
      const span = { from: toEpoch(slot.from)!, before: toEpoch(slot.before)! };
      return {
        slot,
        ...span,
        date: civilDate(timeZone, span.from)!,
        conflict: metBy(span, list.constraints, timeZone),
      };
    })
    .sort((a, b) => a.from - b.from || a.before - b.before);
  for (const { date } of list.closed ?? [])
    if (slots.some((each) => each.date === date))
      broken.push({ path: `closed.${date}`, problem: 'a day without slots has some' });
  const sorted = { slots, broken };
  sortedLists.set(list, sorted);
  return sorted;
};

/**
 * What in a list contradicts itself, which no schema of one slot can tell: offsets that are not the
 * zone's, an identifier that comes twice (the first counts), slots on a day that has none.
 */
export const brokenSlots = (list: SlotList): readonly BrokenPart[] => sort(list).broken;

/**
 * What can be chosen now, and why the rest cannot. Slots that contradict their list's zone are left out,
 * see {@link brokenSlots}.
 *
 * @param now server time, epoch milliseconds; a lower bound of it
 */
export const slotsVerdict = (list: SlotList, now: EpochMilliseconds): SlotsVerdict => {
  const fresh = freshness(list, now, SLOTS_MAX_AGE);
  const holdEnds = toEpoch(list.hold?.until);
  const hold = holdEnds !== undefined && now < holdEnds ? list.hold : undefined;
  const closed = new Map<string, string | true>(
    list.closed?.map(({ date, reason }) => [date, reason ?? true]),
  );
  const { slots } = sort(list);
  const byDate = new Map<string, ListedSlot[]>([...closed.keys()].map((date) => [date, []]));
  const free: Sorted['slots'][number][] = [];
  for (const each of slots) {
    const { slot, date, conflict } = each;
    const state =
      now >= each.from
        ? 'past'
        : slot.unavailable || closed.has(date)
          ? 'unavailable'
          : slot.capacity === 0 && hold?.slotId !== slot.slotId
            ? 'full'
            : conflict
              ? 'ruled-out'
              : 'free';
    if (state === 'free') free.push(each);
    const listed = { slot, state, conflict } as const;
    if (!byDate.get(date)?.push(listed)) byDate.set(date, [listed]);
  }
  const length = ({ from, before }: Span): number => before - from;
  const shortest = Math.min(...free.map(length));
  return {
    days: [...byDate]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, ofDay]) => ({
        date,
        slots: ofDay,
        closed: closed.get(date),
        ruledOut: list.constraints?.find(
          (constraint) =>
            constraint.from === undefined &&
            constraint.until === undefined &&
            meets(constraint, { from: Date.parse(date), before: Date.parse(date) + DAY }),
        ),
      })),
    free: free.length,
    earliest: free[0]?.slot,
    shortest: free.some((each) => length(each) > shortest)
      ? free.find((each) => length(each) === shortest)!.slot
      : undefined,
    hold,
    freshness: fresh,
    changesAt: earliest(
      now,
      fresh.changesAt,
      hold && holdEnds,
      slots.find(({ from }) => from > now)?.from,
    ),
  };
};

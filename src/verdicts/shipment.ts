import {
  InstantSchema,
  parseWhole,
  toEpoch,
  type EpochMilliseconds,
  type Phase,
  type RecipientAction,
  type Shipment,
  type TrackingEvent,
} from '../model/index.js';
import { earliest, FUTURE_TOLERANCE, lasting, once, type Timed } from './freshness.js';
import { dueAt } from './promise.js';

/** What can be said of a shipment. */
export interface ShipmentVerdict extends Timed {
  /** The furthest the believable events support; `undefined` is unknown, also where sources disagree. */
  readonly phase: Phase | undefined;
  /** The event that supports it. */
  readonly event: TrackingEvent | undefined;
  /** The last event of any kind that has a believable time. */
  readonly lastEvent: TrackingEvent | undefined;
  /** Delivered whole and nobody denies it, and when if that was said. */
  readonly delivered: boolean;
  readonly deliveredAt: EpochMilliseconds | undefined;
  /** The carrier calls it delivered and the recipient says that it is not there (R11). */
  readonly disputed: boolean;
  /** Only a part of it was handed over. */
  readonly partly: boolean;
  /** Why what is told of it cannot all be true; then nothing of it is claimed (R3). */
  readonly doubts: readonly string[];
  /** What the recipient has to do so that it goes on, and the event that asks for it. */
  readonly action: RecipientAction | undefined;
  readonly asked: TrackingEvent | undefined;
  /** No news for longer than is usual, since that instant: nobody knows where it is. */
  readonly silentSince: EpochMilliseconds | undefined;
  /** The instant by which news was promised in vain. */
  readonly newsMissed: EpochMilliseconds | undefined;
}

/** Seconds without a scan that are still usual where nobody states a figure. */
const USUAL: Partial<Record<Phase, number>> = {
  announced: 3 * 86_400,
  collected: 2 * 86_400,
  'in-transit': 2 * 86_400,
  customs: 5 * 86_400,
  'out-for-delivery': 12 * 3600,
};

const ENDS: readonly (Phase | undefined)[] = ['delivered', 'returned', 'cancelled'];
const BEGINS: readonly (Phase | undefined)[] = ['announced', 'collected'];
const RETURNS: readonly (Phase | undefined)[] = ['returning', 'returned'];

const HOUR = 3_600_000;

/** What a wall clock shows, read as if it stood in Greenwich; a day alone is its beginning. */
export const wallOf = (localTime = ''): EpochMilliseconds | undefined =>
  toEpoch(
    parseWhole(
      InstantSchema,
      `${localTime.length === 10 ? `${localTime}T00:00` : localTime.replace(' ', 'T')}Z`,
    ),
  );
/** Whether only the day of a local time is said. */
export const isDay = ({ localTime }: TrackingEvent): boolean => localTime?.length === 10;

/** When an event happened, as far as it is said. */
export interface Happened {
  /** Its place among others: the instant, or what its local clock showed. */
  readonly place: EpochMilliseconds;
  /** The instants it lies between: zones are at most 14 hours ahead of Greenwich and 12 behind it. */
  readonly first: EpochMilliseconds;
  readonly last: EpochMilliseconds;
}

/** An event with what follows from it alone. */
interface Noted {
  readonly event: TrackingEvent;
  readonly text: string;
  readonly time: Happened | undefined;
}
const eventOf = ({ event }: Noted): TrackingEvent => event;
const noted = once((event: TrackingEvent): Noted => {
  const { at, localTime } = event;
  const instant = toEpoch(at);
  const wall = wallOf(localTime);
  return {
    event,
    text: JSON.stringify(event),
    time:
      instant !== undefined
        ? { place: instant, first: instant, last: instant }
        : wall === undefined
          ? undefined
          : {
              place: wall,
              first: wall - 14 * HOUR,
              last: wall + (isDay(event) ? 36 : 12) * HOUR,
            },
  };
});

/** See {@link Happened}; `undefined` if nobody says when. A local time orders events, it dates none. */
export const happened = (event: TrackingEvent): Happened | undefined => noted(event).time;

const distinct = once((events: readonly TrackingEvent[]): readonly Noted[] =>
  [...new Map(events.map(noted).map((each) => [each.text, each])).values()].sort((a, b) =>
    a.text < b.text ? -1 : 1,
  ),
);
const NONE: TrackingEvent[] = [];
const notedOf = ({ events = NONE }: Shipment): readonly Noted[] => distinct(events);

/** Each event once, however often it was told, in an order that does not depend on how it was told. */
export const distinctEvents = (shipment: Shipment): readonly TrackingEvent[] =>
  notedOf(shipment).map(eventOf);

const isBy = (time: Happened | undefined, now: EpochMilliseconds): boolean =>
  time !== undefined && time.first <= now + FUTURE_TOLERANCE;

/** When an event happened, if that can have been by now. */
export const happenedBy = (
  event: TrackingEvent,
  now: EpochMilliseconds,
): EpochMilliseconds | undefined => {
  const time = happened(event);
  return isBy(time, now) ? time!.place : undefined;
};

const believed = (all: readonly Noted[], now: EpochMilliseconds): Noted[] =>
  all
    .filter(({ time }) => isBy(time, now))
    // Already in an order of their own, so that what is equal here stays as it is.
    .sort((a, b) => a.time!.place - b.time!.place || order(a.event) - order(b.event));

/** Events that happened by now, oldest first; those without a believable time are left out. */
export const believable = (shipment: Shipment, now: EpochMilliseconds): TrackingEvent[] =>
  believed(notedOf(shipment), now).map(eventOf);

// Two scans of the same second: the further one is the later one, whatever order they came in.
const PROGRESS: readonly (Phase | undefined)[] = [
  undefined,
  'announced',
  'collected',
  'in-transit',
  'customs',
  'problem',
  'out-for-delivery',
  'attempted',
  'ready-for-pickup',
  'returning',
  'cancelled',
  'returned',
  'delivered',
];
const order = (event: TrackingEvent): number => PROGRESS.indexOf(event.phase);

/** One event told in two ways that cannot both be true. */
const toldTwice = (events: readonly TrackingEvent[]): boolean => {
  const phases = new Map<string, Phase>();
  return events.some(({ id, phase }) => {
    if (id === undefined || phase === undefined) return false;
    const before = phases.get(id);
    phases.set(id, phase);
    return before !== undefined && before !== phase;
  });
};

/** Why a delivery cannot be believed beside everything else that was recorded with a time. */
const doubtOf = (
  delivery: Happened | undefined,
  events: readonly TrackingEvent[],
): string | undefined => {
  if (delivery === undefined) return undefined;
  const journey = events.filter(
    ({ phase }) => phase !== undefined && phase !== 'delivered' && !RETURNS.includes(phase),
  );
  const after = journey.filter((event) => happened(event)!.first > delivery.last);
  if (after.some(({ phase }) => BEGINS.includes(phase))) return 'two-parcels';
  return after.length && after.length === journey.length ? 'delivered-before-events' : undefined;
};

/**
 * The verdict on one shipment: the same for any order or repetition of its events.
 *
 * A delivery stands against later scans of the journey (late messages are common); only a return
 * that begins afterwards ends it. An event from the future or without a time moves nothing. What cannot
 * all be true is said to be so, and nothing of it is claimed.
 *
 * @param now server time, epoch milliseconds
 */
export const shipmentVerdict = lasting((shipment: Shipment, now): ShipmentVerdict => {
  const all = notedOf(shipment);
  const past = believed(all, now);
  const events = past.map(eventOf);
  const lastEvent = events.at(-1);
  let event: TrackingEvent | undefined;
  for (const next of events) {
    if (next.phase === undefined) continue;
    const overridesDelivery = next.phase === 'delivered' || RETURNS.includes(next.phase);
    if (event?.phase === 'delivered' && !overridesDelivery) continue;
    event = next;
  }
  // "Delivered" without a readable time is still said to be delivered; when is unknown.
  const undated = all.find((each) => each.event.phase === 'delivered' && !each.time);
  if (undated && !RETURNS.includes(event?.phase)) event = undated.event;

  const told = event?.phase;
  const claimed = told === 'delivered';
  const doubt = claimed && event && doubtOf(happened(event), events);
  const doubts = [
    ...new Set([
      ...(shipment.doubts ?? []),
      ...(doubt ? [doubt] : []),
      ...(toldTwice(all.map(eventOf)) ? ['codes-disagree'] : []),
    ]),
  ].sort();
  const { proof, account } = shipment;
  // A whole delivery that came after a part of it is one.
  const partly =
    !!proof?.part && !(claimed && (toEpoch(event?.at) ?? 0) > (toEpoch(proof.at) ?? Infinity));
  const disputed = claimed && account?.received === false;
  const phase = doubts.length || (claimed && partly) ? undefined : told;
  const delivered = phase === 'delivered' && !disputed;

  // The latest that any of them can have been: silence is not told before it is certain.
  const lastAt = lastEvent && Math.max(...past.map(({ time }) => time!.last));
  const usual = shipment.newsEvery ?? (phase && USUAL[phase]);
  const waits = phase === 'ready-for-pickup' || ENDS.includes(phase);
  const quietFrom =
    waits || lastAt === undefined || usual === undefined ? undefined : lastAt + usual * 1000;
  const due = toEpoch(shipment.nextNewsBy);
  const brokenWord = !waits && due !== undefined && now >= due && (lastAt ?? 0) < due;
  const silent = (quietFrom !== undefined && now >= quietFrom) || brokenWord;

  const ended = ENDS.includes(phase) || phase === 'returning' || disputed;
  // What was asked of the recipient stands until the parcel goes on; the same scan again answers nothing.
  const asked = ended
    ? undefined
    : events.findLast(
        (each, index) =>
          each.action &&
          events
            .slice(index)
            .every((later) => later.phase === undefined || later.phase === each.phase),
      );
  return {
    phase,
    event,
    lastEvent,
    delivered,
    deliveredAt: delivered ? toEpoch(event?.at) : undefined,
    disputed,
    partly,
    doubts,
    action: asked?.action,
    asked,
    silentSince: silent ? (lastAt ?? due) : undefined,
    newsMissed: brokenWord ? due : undefined,
    changesAt: earliest(
      now,
      quietFrom,
      waits ? undefined : due,
      dueAt(asked?.action?.by),
      toEpoch(shipment.carrierOffer?.until),
      // An event dated in the future is believed when its time has come.
      ...all.map(({ time }) => (time?.first ?? 0) - FUTURE_TOLERANCE),
    ),
  };
});

import {
  toEpoch,
  type EpochMilliseconds,
  type Phase,
  type Shipment,
  type TrackingEvent,
} from '../model/index.js';
import { earliest, FUTURE_TOLERANCE, type Timed } from './freshness.js';

/** What can be said of a shipment. */
export interface ShipmentVerdict extends Timed {
  /** The furthest the believable events support; `undefined` is unknown. */
  readonly phase: Phase | undefined;
  /** The event that supports it. */
  readonly event: TrackingEvent | undefined;
  /** The last event of any kind that has a believable time. */
  readonly lastEvent: TrackingEvent | undefined;
  /** Delivered, and when if that was said. */
  readonly delivered: boolean;
  readonly deliveredAt: EpochMilliseconds | undefined;
  /** No news for longer than is usual, since that instant: nobody knows where it is. */
  readonly silentSince: EpochMilliseconds | undefined;
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

/** Events that happened by now, oldest first; those without a believable time are left out. */
export const believable = (shipment: Shipment, now: EpochMilliseconds): TrackingEvent[] =>
  (shipment.events ?? [])
    .filter((event) => {
      const at = toEpoch(event.at);
      return at !== undefined && at <= now + FUTURE_TOLERANCE;
    })
    .sort((a, b) => Date.parse(a.at!) - Date.parse(b.at!) || order(a) - order(b) || compare(a, b));

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
const compare = (a: TrackingEvent, b: TrackingEvent): number => {
  const left = JSON.stringify(a);
  const right = JSON.stringify(b);
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * The verdict on one shipment: the same for any order or repetition of its events.
 *
 * A delivery stands against later scans of the journey (late messages are common); only a return
 * that begins afterwards ends it. An event from the future or without a time moves nothing.
 *
 * @param now server time, epoch milliseconds
 */
export const shipmentVerdict = (shipment: Shipment, now: EpochMilliseconds): ShipmentVerdict => {
  const events = believable(shipment, now);
  const lastEvent = events.at(-1);
  let event: TrackingEvent | undefined;
  for (const next of events) {
    if (next.phase === undefined) continue;
    const overridesDelivery =
      next.phase === 'returning' || next.phase === 'returned' || next.phase === 'delivered';
    if (event?.phase === 'delivered' && !overridesDelivery) continue;
    event = next;
  }
  // "Delivered" without a readable time is still said to be delivered; when is unknown.
  const undated = (shipment.events ?? [])
    .filter((candidate) => candidate.phase === 'delivered' && candidate.at === undefined)
    .sort(compare)[0];
  if (undated && event?.phase !== 'returning' && event?.phase !== 'returned') event = undated;

  const phase = event?.phase;
  const delivered = phase === 'delivered';
  const lastAt = toEpoch(lastEvent?.at);
  const usual = shipment.newsEvery ?? (phase && USUAL[phase]);
  const waits = phase === 'ready-for-pickup' || ENDS.includes(phase);
  const quietFrom =
    waits || lastAt === undefined || usual === undefined ? undefined : lastAt + usual * 1000;
  const due = toEpoch(shipment.nextNewsBy);
  const brokenWord = !waits && due !== undefined && now >= due && (lastAt ?? 0) < due;
  const silent = (quietFrom !== undefined && now >= quietFrom) || brokenWord;
  return {
    phase,
    event,
    lastEvent,
    delivered,
    deliveredAt: delivered ? toEpoch(event?.at) : undefined,
    silentSince: silent ? (lastAt ?? due) : undefined,
    changesAt: earliest(
      now,
      quietFrom,
      waits ? undefined : due,
      // An event dated in the future is believed when its time has come.
      ...(shipment.events ?? []).map(({ at }) => (toEpoch(at) ?? 0) - FUTURE_TOLERANCE),
    ),
  };
};

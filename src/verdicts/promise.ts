import {
  endOfDay,
  toEpoch,
  type DeliveryPromise,
  type Due,
  type EpochMilliseconds,
  type Estimate,
} from '../model/index.js';
import { agreedOf, imposedOf, windowEnd } from './agreed.js';
import { earliest, freshness, type Freshness, type Timed } from './freshness.js';

/**
 * Where a promise stands.
 *
 * - `kept`, `kept-late`: arrived in time, or after it.
 * - `on-time`, `at-risk`: a fresh estimate falls inside, or outside.
 * - `broken`: it was changed without the customer's consent, and its time has not yet come.
 * - `missed`: the deadline and its grace have passed and nothing says that it arrived.
 * - `unknown`: it stands, and no fresh word supports or contradicts it; or it arrived and nobody says when.
 */
export interface PromiseVerdict extends Timed {
  readonly state: 'kept' | 'kept-late' | 'on-time' | 'at-risk' | 'broken' | 'missed' | 'unknown';
  /** The instant the promise runs to; `undefined` if nobody knows what was agreed, or its zone is unreadable. */
  readonly deadline: EpochMilliseconds | undefined;
}

/** What is known of the delivery the promise is about. */
export interface Delivery {
  readonly delivered: boolean;
  readonly deliveredAt?: EpochMilliseconds | undefined;
  readonly estimate?: Estimate | undefined;
}

/** Seconds for which an estimate may be repeated where its source states nothing. */
export const ESTIMATE_MAX_AGE = 4 * 3600;

/** The instant by which something is due: the instant itself, or the end of the day in its zone. */
export const dueAt = (due: Due | undefined): EpochMilliseconds | undefined =>
  due === undefined || typeof due === 'string' ? toEpoch(due) : endOfDay(due.date, due.timeZone);

/**
 * The instant a promise lapses, before any grace: the end of what is agreed now. "By Monday" lapses when
 * Tuesday begins there. A change that nobody agreed to moves nothing (R5, R6).
 */
export const deadlineOf = (promise: DeliveryPromise): EpochMilliseconds | undefined => {
  const agreed = agreedOf(promise);
  return agreed && windowEnd(agreed);
};

/** When an estimate ends: its window, or its day in the promise's zone. */
export const estimateEnd = (estimate: Estimate, timeZone: string): EpochMilliseconds | undefined =>
  toEpoch(estimate.until) ??
  toEpoch(estimate.from) ??
  (estimate.date ? endOfDay(estimate.date, timeZone) : undefined);

/**
 * How far an estimate may be repeated: by its age, and never past its own end. "Between 14:00 and
 * 16:00" is not true at 16:00 of what has not come (R2).
 *
 * @param timeZone of the delivery address, for an estimate by day
 */
export const estimateFreshness = (
  estimate: Estimate,
  timeZone: string | undefined,
  now: EpochMilliseconds,
): Freshness => {
  const fresh = freshness(estimate, now, ESTIMATE_MAX_AGE);
  const end = estimateEnd(estimate, timeZone ?? '');
  if (end === undefined || fresh.state === 'stale' || fresh.state === 'unknown') return fresh;
  return now >= end
    ? { state: 'stale', observedAt: fresh.observedAt }
    : { ...fresh, changesAt: earliest(now, fresh.changesAt, end) };
};

/**
 * R6: the deadline is the trigger. Never early: at the deadline plus the stated grace, not before.
 *
 * @param now server time, epoch milliseconds; a lower bound of it, so that doubt delays and never hastens
 */
export const promiseVerdict = (
  promise: DeliveryPromise,
  delivery: Delivery,
  now: EpochMilliseconds,
): PromiseVerdict => {
  const deadline = deadlineOf(promise);
  // A change nobody agreed to has broken it, whenever it would have run out.
  const broken = imposedOf(promise) && !delivery.delivered;
  if (deadline === undefined) return { state: broken ? 'broken' : 'unknown', deadline };
  const lapses = deadline + (promise.grace ?? 0) * 1000;
  if (delivery.delivered) {
    if (delivery.deliveredAt === undefined)
      return {
        state: now < lapses ? 'kept' : 'unknown',
        deadline,
        changesAt: earliest(now, lapses),
      };
    return { state: delivery.deliveredAt <= lapses ? 'kept' : 'kept-late', deadline };
  }
  if (now >= lapses) return { state: 'missed', deadline };
  const { estimate } = delivery;
  const end = estimate && estimateEnd(estimate, promise.timeZone);
  const fresh = estimate && estimateFreshness(estimate, promise.timeZone, now);
  const said = end !== undefined && (fresh?.state === 'live' || fresh?.state === 'recent');
  return {
    state: broken ? 'broken' : !said ? 'unknown' : end > lapses ? 'at-risk' : 'on-time',
    deadline,
    changesAt: earliest(now, lapses, fresh?.changesAt),
  };
};

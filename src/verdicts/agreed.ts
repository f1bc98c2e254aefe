import {
  endOfDay,
  toEpoch,
  type DeliveryPromise,
  type EpochMilliseconds,
  type Revision,
  type Window,
} from '../model/index.js';

const DAY = 86_400_000;

/** From its first moment to the first one that is no longer part of it. */
export interface Span {
  readonly from: EpochMilliseconds;
  readonly before: EpochMilliseconds;
}

/** The first instant of a civil day in a zone: the one after the day before. */
export const startOfDay = (date: string, timeZone: string): EpochMilliseconds | undefined =>
  endOfDay(new Date(Date.parse(date) - DAY).toISOString().slice(0, -14), timeZone);

/** The instant a window ends, which is no longer part of it; `undefined` for an unknown zone. */
export const windowEnd = (window: Window): EpochMilliseconds | undefined =>
  window.kind === 'date' ? endOfDay(window.date!, window.timeZone) : toEpoch(window.before);

/** The moments of a window. A deadline alone says nothing of its beginning. */
export const spanOf = (window: Window): Span | undefined => {
  const before = windowEnd(window);
  const from =
    window.kind === 'by'
      ? -Infinity
      : window.kind === 'slot'
        ? toEpoch(window.from)
        : startOfDay(window.date!, window.timeZone);
  return from === undefined || before === undefined ? undefined : { from, before };
};

/**
 * What counts now: the last change the customer accepted, or else the promise as it was first made (R5).
 *
 * @returns `undefined` where nobody knows (R3): a change of unknown state came last, or what was accepted
 *   cannot be read
 */
export const agreedOf = (promise: DeliveryPromise): Window | undefined => {
  const last = promise.revisions?.findLast(
    ({ state }) => state === undefined || state === 'accepted',
  );
  return last ? last.state && last.window : promise;
};

/** Whether every moment of one window is part of another: "10:00–11:00" of "07:00–14:00". */
export const isWithin = (inner: Window, outer: Window): boolean => {
  const part = spanOf(inner);
  const whole = spanOf(outer);
  return !!part && !!whole && whole.from <= part.from && part.before <= whole.before;
};

/** The change that was last applied without asking, unless one was accepted, or may have been, after it. */
const made = (promise: DeliveryPromise): Revision | undefined => {
  const last = promise.revisions?.findLast(
    ({ state }) => state === undefined || state === 'accepted' || state === 'imposed',
  );
  return last?.state === 'imposed' ? last : undefined;
};

/**
 * That change if it keeps what was agreed and only says it more precisely: no moment of it is outside. It
 * breaks nothing, and what was agreed counts as before.
 */
export const narrowedOf = (promise: DeliveryPromise): Revision | undefined => {
  const last = made(promise);
  const agreed = last && agreedOf(promise);
  return agreed && last.window && isWithin(last.window, agreed) ? last : undefined;
};

/** That change if it leaves what was agreed, or may: then the promise is broken. */
export const imposedOf = (promise: DeliveryPromise): Revision | undefined =>
  narrowedOf(promise) ? undefined : made(promise);

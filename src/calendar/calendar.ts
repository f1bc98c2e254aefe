/** What was agreed, as an entry for the customer's own calendar. Loaded when it is asked for, not before. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import {
  toEpoch,
  type DeliveryPromise,
  type EpochMilliseconds,
  type Order,
  type Refund,
} from '../model/index.js';
import { agreedOf, shipmentVerdict, windowEnd } from '../verdicts/index.js';

const DAY = 86_400_000;

/** What an entry says, in the customer's language. */
export interface CalendarWords {
  /** One line: "Delivery of your wardrobe". */
  readonly summary: string;
  readonly description?: string | undefined;
}

/** Where and when an entry is made. */
export interface CalendarContext {
  /** The shop's host name, so that two shops' orders of one reference are two entries. */
  readonly host: string;
  /** Server time, epoch milliseconds. */
  readonly now: EpochMilliseconds;
}

/** What stands in a UID as it is: the generator takes it so, and nothing in it may end the line. */
const plain = (text: string): string =>
  text.replace(/[^a-z0-9-]/giu, (sign) => `_${sign.codePointAt(0)!.toString(16)}_`);

/**
 * Whether nothing comes any more: its parcel was cancelled, or the customer's cancellation of it stands.
 * And how often that has changed: each cancellation, and each that was taken back.
 */
const cancellation = (
  order: Order,
  promise: DeliveryPromise,
  now: EpochMilliseconds,
): { readonly stands: boolean; readonly changes: number } => {
  const parcels = (order.shipments ?? []).filter(
    ({ id }) => promise.shipmentId === undefined || id === promise.shipmentId,
  );
  const isStopped =
    parcels.length > 0 &&
    parcels.every((parcel) => shipmentVerdict(parcel, now).phase === 'cancelled');
  const offers = (order.offers ?? [])
    .filter(
      ({ remedy, promiseId, shipmentId, lineId }) =>
        remedy === 'cancel' &&
        (promiseId === undefined
          ? // What cancels one parcel, or one line of several, leaves the rest to come.
            shipmentId === promise.shipmentId && (lineId === undefined || order.lines?.length === 1)
          : promiseId === promise.id),
    )
    .map(({ offerId }) => offerId);
  const of = <T extends { readonly offerId?: string | undefined }>(all: readonly T[] = []): T[] =>
    all.filter(({ offerId }) => offers.includes(offerId!));
  const claims = of(order.claims);
  const refunds = of(order.refunds);
  const ended = refunds.filter(({ state }) => state === 'withdrawn' || state === 'failed');
  return {
    stands: isStopped || claims.length + refunds.length > ended.length,
    changes: Number(isStopped) + Math.max(claims.length, refunds.length) + ended.length,
  };
};

/**
 * An iCalendar file (RFC 5545) of what was agreed, in UTC; a promise by day is an all-day entry, a deadline
 * alone a moment. Its UID stays the same, and its SEQUENCE counts the changes the customer agreed to, so
 * that a later file moves the entry of an earlier one. A proposal or an imposed change moves nothing (R5).
 *
 * @returns `undefined` where nobody knows what was agreed
 */
export const calendarFile = (
  order: Order,
  promise: DeliveryPromise,
  words: CalendarWords,
  { host, now }: CalendarContext,
): string | undefined => {
  const agreed = agreedOf(promise);
  const end = agreed && windowEnd(agreed);
  if (!agreed || end === undefined) return undefined;
  const accepted = (promise.revisions ?? []).filter(({ state }) => state === 'accepted');
  const { stands: cancelled, changes } = cancellation(order, promise, now);
  const since = accepted.at(-1)?.answeredAt ?? accepted.at(-1)?.madeAt ?? promise.madeAt;
  const isDay = agreed.kind === 'date';
  const times = isDay
    ? { start: new Date(agreed.date!), end: new Date(Date.parse(agreed.date!) + DAY) }
    : agreed.kind === 'slot'
      ? { start: new Date(agreed.from!), end: new Date(end) }
      : { start: new Date(end) };
  const calendar = ical({
    prodId: '//Doorstep//Doorstep//EN',
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${plain(promise.id)}.${plain(order.reference)}@${host}`,
    // A cancellation is a change too (RFC 5546, section 3.2.5), and so is taking it back: a calendar does
    // not listen to a lower number than it has.
    sequence: accepted.length + changes,
    stamp: new Date(now),
    ...times,
    allDay: isDay,
    summary: words.summary,
    ...(words.description !== undefined && { description: words.description }),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(since !== undefined && { lastModified: new Date(toEpoch(since)!) }),
  });
  return calendar.toString();
};

/**
 * A reminder of the day by which a refund is expected; of a moment at that moment.
 *
 * @returns `undefined` where nobody has given a date
 */
export const reminderFile = (
  { reference, expectedBy, sentAt }: Refund,
  words: CalendarWords,
  { host, now }: CalendarContext,
): string | undefined => {
  if (!expectedBy) return undefined;
  const isDay = typeof expectedBy !== 'string';
  const start = new Date(isDay ? expectedBy.date : toEpoch(expectedBy)!);
  const calendar = ical({ prodId: '//Doorstep//Doorstep//EN', method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `refund.${plain(reference)}@${host}`,
    sequence: sentAt === undefined ? 0 : 1,
    stamp: new Date(now),
    start,
    ...(isDay && { end: new Date(start.getTime() + DAY) }),
    allDay: isDay,
    summary: words.summary,
    ...(words.description !== undefined && { description: words.description }),
  });
  return calendar.toString();
};

import { offsetMinutes } from './zone.js';
import { either, object, text, type Infer } from './schema.js';

/** Milliseconds since the Unix epoch, UTC. The only form in which instants are compared. */
export type EpochMilliseconds = number;

const INSTANT =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const CIVIL_DATE = /^\d{4}-\d\d-\d\d$/;

/** A 30 February is another day, or none, by what any engine makes of it. */
const isRealDay = (text: string): boolean =>
  new Date(text.slice(0, 10)).getUTCDate() === Number(text.slice(8, 10));

/** An instant: RFC 3339 date-time with an offset, such as `2026-11-23T17:00:00+01:00`. */
export const InstantSchema = text(
  (text) => INSTANT.test(text) && isRealDay(text),
  'not an RFC 3339 date-time with offset',
);
/** See {@link InstantSchema}. */
export type Instant = Infer<typeof InstantSchema>;

/** A civil date without a time: `2026-11-23`. */
export const CivilDateSchema = text(
  (text) => CIVIL_DATE.test(text) && isRealDay(text),
  'not a date',
);

/** A local time of the day, such as `07:30`, without a zone. */
export const LocalTimeSchema = text(
  (time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time),
  'not a local time',
);

/** An IANA time zone name that this engine knows, such as `Europe/Paris`. */
export const TimeZoneSchema = text(
  (zone) => offsetMinutes(zone, 0) !== undefined,
  'not a known IANA time zone',
);

/** A promise by day: it holds until the first instant of the next day in that zone. */
export const DaySchema = object({ date: CivilDateSchema, timeZone: TimeZoneSchema });
/** See {@link DaySchema}. */
export type Day = Infer<typeof DaySchema>;

/** When something is due: an instant, or a whole day in a zone. */
export const DueSchema = either(InstantSchema, DaySchema);
/** See {@link DueSchema}. */
export type Due = Infer<typeof DueSchema>;

/** The instant as epoch milliseconds, or `undefined` when there is none. */
export const toEpoch = (instant: Instant | undefined): EpochMilliseconds | undefined =>
  instant === undefined ? undefined : Date.parse(instant);

/**
 * Whether a written offset is the one in force in the zone at that instant.
 *
 * `Z` and `-00:00` state no local offset and so never disagree (RFC 9557, section 2). A local time inside a
 * daylight-saving gap does not exist: whatever offset is written with it, the zone's differs.
 */
export const offsetAgrees = (instant: Instant, timeZone: string): boolean => {
  const written = /(?!-00:00)([+-])(\d\d):(\d\d)$/.exec(instant);
  if (!written) return true;
  const minutes = (Number(written[2]) * 60 + Number(written[3])) * (written[1] === '-' ? -1 : 1);
  return offsetMinutes(timeZone, Date.parse(instant)) === minutes;
};

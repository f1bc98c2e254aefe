import { civilDate, offsetMinutes } from '../../src/model/index.js';
import type { Day, EpochMilliseconds, Instant } from '../../src/model/index.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Seconds. */
export const HOUR = 3600;

/** An instant written in the zone's own time: `2026-11-23T17:00:00+01:00`. */
export const inZone = (epoch: EpochMilliseconds, timeZone: string): Instant => {
  const offset = offsetMinutes(timeZone, epoch) ?? 0;
  const local = new Date(epoch + offset * MINUTE)
    .toISOString()
    .replace('.000', '')
    .replace('Z', '');
  const size = Math.abs(offset);
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/** The instant at which the zone's clocks show this time on this day. */
export const atLocal = (date: string, time: string, timeZone: string): EpochMilliseconds => {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // The offset in force differs from the one at the same digits in UTC only around a change of clocks.
  const guess = wall - (offsetMinutes(timeZone, wall) ?? 0) * MINUTE;
  return wall - (offsetMinutes(timeZone, guess) ?? 0) * MINUTE;
};

/** The civil date of an instant in a zone. */
export const dateOf = (epoch: EpochMilliseconds, timeZone: string): string =>
  civilDate(timeZone, epoch) ?? new Date(epoch).toISOString().slice(0, 10);

const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** Whether neither banks nor couriers nor the shop's phone work that day. */
export const isSunday = (date: string): boolean => new Date(noonOf(date)).getUTCDay() === 0;

/** The date so many days later. */
export const plusDays = (date: string, days: number): string =>
  new Date(noonOf(date) + days * DAY).toISOString().slice(0, 10);

/** The date, or the Monday after it. */
export const notSunday = (date: string): string => (isSunday(date) ? plusDays(date, 1) : date);

/** A whole day as something due. */
export const dueDay = (date: string, timeZone: string): Day => ({ date, timeZone });

/** The first full hour at or after the instant. */
export const upToHour = (epoch: EpochMilliseconds): EpochMilliseconds =>
  Math.ceil(epoch / (HOUR * 1000)) * HOUR * 1000;

import {
  briefFor,
  type Formatter,
  type OrderMessages,
  type SlotMessages,
} from '../../i18n/index.js';
import {
  civilDate,
  toEpoch,
  type Constraint,
  type Source,
  type Window,
} from '../../model/index.js';
import { dayCalled } from '../slot-picker/words.js';
import { who, type Context } from '../telling.js';

/** What the words of a promise are made from: those of its order, in the zone of its own address. */
export interface Speech extends Pick<Context, 'now'> {
  readonly sm: SlotMessages;
  readonly m: OrderMessages;
  readonly f: Formatter;
}

/** The civil date a window begins on; of a deadline, the one it ends on. */
export const dateOf = ({ kind, date, from, before, timeZone }: Window): string =>
  kind === 'date' ? date! : civilDate(timeZone, toEpoch(from) ?? toEpoch(before)! - 1)!;

/** `Thu 26 Nov`, with the year when it is not this one; in full where the language says it so. */
const civilWords = (date: string, { sm, f, now }: Speech): string => {
  const year = civilDate(f.zone, now)!.slice(0, 4) === date.slice(0, 4);
  const rest = year ? '' : `\u00a0${date.slice(0, 4)}`;
  return sm.day(f.civil(date) + rest, f.longCivil(date) + rest);
};

/** The day of a window, as {@link civilWords} says it. */
export const dayWords = (window: Window, speech: Speech): string =>
  civilWords(dateOf(window), speech);

/** `Wed 25 Nov, 18:00`; the hour alone if it is today. */
export const instantWords = (at: number, speech: Speech): string => {
  const { f, now } = speech;
  return f.list([
    f.daysAway(at, now) !== 0 && civilWords(civilDate(f.zone, at)!, speech),
    f.time(at),
  ]);
};

/** `07:00–14:00`, `before 17:00`; nothing for a whole day. */
export const hoursWords = ({ kind, from, before, timeZone }: Window, { m, f }: Speech): string =>
  kind === 'date' || isWholeDay(from, before!, timeZone)
    ? ''
    : kind === 'by'
      ? m.before(f.time(toEpoch(before)!), '')
      : together(f.span(toEpoch(from)!, toEpoch(before)!));

/** "Before 00:00" and "00:00–00:00" mean the end of the day before, or all of it. */
const isWholeDay = (from: string | undefined, before: string, timeZone: string): boolean =>
  [from, before].every((instant) => {
    const at = toEpoch(instant);
    return at === undefined || civilDate(timeZone, at) !== civilDate(timeZone, at - 1);
  });

/** Hours stay on one line, unless their zones make them too long for one. */
const together = (hours: string): string =>
  hours.length > 16 ? hours : hours.replace(/ /g, '\u00a0');

/** `Thu 26 Nov, 07:00–14:00`. */
export const timeWords = (window: Window, speech: Speech): string =>
  speech.sm.window(dayWords(window, speech), hoursWords(window, speech));

/** What tells one window from another in a few words: its day, or its hours where the day is the same. */
export const shortWords = (
  window: Window,
  other: Window | undefined,
  speech: Speech,
): { words: string; byHours: boolean } => {
  const hours = hoursWords(window, speech);
  const byHours = !!hours && !!other && dateOf(other) === dateOf(window);
  return { words: byHours ? hours : speech.sm.onDay(dayWords(window, speech)), byHours };
};

/** `never on a Saturday before 10:00`. */
export const constraintWords = (
  { weekday, date, from, until }: Constraint,
  { sm, f }: Speech,
): string => {
  // A local time of the day has no zone.
  const time = (clock: string | undefined): string =>
    clock === undefined ? '' : briefFor(f.language).time(Date.parse(`1970-01-01T${clock}Z`));
  return sm.never(
    weekday === undefined ? '' : f.weekday(dayCalled(weekday)),
    date === undefined ? '' : f.civil(date),
    time(from),
    time(until),
  );
};

/** Who, as a name within a sentence; nobody is named who is not known. */
export const nameOf = (source: Source | undefined, { sm, m }: Speech): string =>
  source?.name ??
  (source === undefined
    ? m.somebody
    : source.kind === 'customer'
      ? sm.you
      : source.kind === 'shop'
        ? m.us
        : source.kind === 'carrier'
          ? sm.carrier
          : who(source, m));

/** Who does something, at the beginning of a sentence or after a verb. */
export const doerOf = (source: Source | undefined, speech: Speech): string =>
  source?.name === undefined && source?.kind === 'shop' ? speech.m.we : nameOf(source, speech);

import { briefFor, type Formatter, type SlotPickerMessages } from '../../i18n/index.js';
import {
  civilDate,
  toEpoch,
  WEEKDAYS,
  type Constraint,
  type Slot,
  type Window,
} from '../../model/index.js';

/** What sentences about slots are made from. */
export interface Words {
  readonly m: SlotPickerMessages;
  /** In the zone of the delivery address. */
  readonly f: Formatter;
}

/** Days that are called so: 5 January 1970 was a Monday. */
export const dayCalled = (weekday: (typeof WEEKDAYS)[number]): string =>
  `1970-01-${String(5 + WEEKDAYS.indexOf(weekday)).padStart(2, '0')}`;

/** A local time of the day as the language writes it. */
export const clockTime = (time: string, { f }: Words): string =>
  briefFor(f.language).time(Date.parse(`1970-01-01T${time}Z`));

/** "Fri 27 Nov, 10:00–12:00", "vendredi 27 novembre, de 10 h à 12 h". */
export const slotWords = (
  { from, before }: Pick<Slot, 'from' | 'before'>,
  { m, f }: Words,
): string => {
  const [start, end] = [toEpoch(from)!, toEpoch(before)!];
  const date = civilDate(f.zone, start)!;
  return m.slot(f.civil(date), f.longCivil(date), f.span(start, end));
};

/** What was agreed, in a few words. */
export const windowWords = (window: Window, words: Words): string => {
  const { m, f } = words;
  const { kind, from, before } = window;
  if (kind === 'slot') return slotWords({ from: from!, before: before! }, words);
  const end = toEpoch(before);
  const date = window.date ?? civilDate(f.zone, end! - 1)!;
  const day = [f.civil(date), f.longCivil(date)] as const;
  return kind === 'date' ? m.day(...day) : m.by(...day, f.time(end!));
};

/** "Saturdays", "before 10:00", "Sat 28 Nov after 18:00". */
export const constraintWords = (
  { weekday, date, from, until }: Constraint,
  words: Words,
): string => {
  const { m, f } = words;
  const time = (at: string): string => clockTime(at, words);
  const hours =
    from !== undefined && until !== undefined
      ? m.between(time(from), time(until))
      : from !== undefined
        ? m.after(time(from))
        : until !== undefined
          ? m.before(time(until))
          : '';
  if (date !== undefined) return m.onDate(f.civil(date), hours);
  if (weekday === undefined) return m.times(hours);
  const day = f.weekday(dayCalled(weekday));
  return hours ? m.everyWeekday(day, hours) : m.weekdays(day);
};

/** All of them in one breath. */
export const allConstraints = (constraints: readonly Constraint[], words: Words): string => {
  const found = constraints.map((constraint) => constraintWords(constraint, words));
  const last = found.pop()!;
  return found.length ? words.m.and(words.f.list(found), last) : last;
};

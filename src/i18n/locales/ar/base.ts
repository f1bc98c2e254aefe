import { apart } from '../../apart.js';
import type { Locale } from '../../locale.js';
import { plural } from '../../plural.js';

/** A count with its noun, after a preposition or another noun: all that Arabic asks of the six forms. */
export const counted = (
  count: number,
  [one, two, few, many, other]: readonly [string, string, string, string, string],
): string =>
  plural('ar', count, {
    one,
    two,
    few: `${count} ${few}`,
    many: `${count} ${many}`,
    other: `${count} ${other}`,
  });

/** The nouns that are counted: one, two, three to ten, eleven to ninety-nine, a hundred. */
export const PARCELS = ['طرد واحد', 'طردين', 'طرود', 'طردًا', 'طرد'] as const;
export const UNITS = ['قطعة واحدة', 'قطعتين', 'قطع', 'قطعة', 'قطعة'] as const;
const MINUTES = ['دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة'] as const;
const HOURS = ['ساعة واحدة', 'ساعتين', 'ساعات', 'ساعة', 'ساعة'] as const;
const DAYS = ['يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم'] as const;

/** How long something lasts, from seconds. */
export const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? counted(Math.floor(minutes), MINUTES)
    : minutes < 48 * 60
      ? counted(Math.floor(minutes / 60), HOURS)
      : counted(Math.floor(minutes / 1440), DAYS);
};

/** So many hours. */
export const hours = (count: number): string => counted(count, HOURS);

export { apart };

/** The customer, where others are named. */
export const YOU = 'العميل';

/** From whom: a name stands unchanged after it, whatever its gender. */
export const from = (who: string): string => (who === YOU ? 'منك' : `من ${apart(who)}`);

const padded = (part: number): string => String(part).padStart(2, '0');

/** Words for times and days, in Arabic. */
export const base: Locale = {
  today: 'اليوم',
  tomorrow: 'غدًا',
  yesterday: 'أمس',
  daysInFull: true,
  justNow: 'الآن',
  onDay: (day) => `يوم ${day}`,
  at: (day, time) => `${day} الساعة ${time}`,
  span: (start, before) => apart(`${start}–${before}`),
  clock: (hour, minute) => `${padded(hour)}:${padded(minute)}`,
  direction: 'rtl',
  // With a sign that runs to the left, so that a list of names does so too.
  comma: '\u200f، ',
};

import type { Locale } from '../../locale.js';

/** `w czwartek`, `we wtorek`, `w środę 25 listopada`. */
export const onDay = (day: string): string =>
  `${/^wt/.test(day) ? 'we' : 'w'}\u00a0${day.replace(/^(środ|sobot|niedziel)a/, '$1ę')}`;

/** Days and hours in Polish. */
export const base: Locale = {
  today: 'dziś',
  tomorrow: 'jutro',
  yesterday: 'wczoraj',
  daysInFull: true,
  justNow: 'przed chwilą',
  onDay,
  at: (day, time) => `${day} o ${time}`,
  comma: ', ',
  span: (from, before) => `${from}–${before}`,
  clock: (hour, minute) => `${hour}:${String(minute).padStart(2, '0')}`,
};

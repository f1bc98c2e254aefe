import type { Locale } from '../../locale.js';

// A badge speaks from this table and its own: both are written joined, so that no page fetches `contracted` for them.

/** Full hours are said without minutes. */
const full = (hour: string): string => hour.replace(/^(\d+):00$/, '$1');

/** An hour behind `al` or `dal`: `alle 17:00`, `all’1:30`. */
export const hour = (time: string): string => (/^1(?!\d)/.test(time) ? 'l’' : 'le ') + time;

/** The first day of a month is the only one with an ordinal number. */
export const dated = (date: string): string => date.replace(/(?<!\d)1(?=\u00a0[a-z])/, '1°');

/** Days and hours in Italian. */
export const base: Locale = {
  today: 'oggi',
  tomorrow: 'domani',
  yesterday: 'ieri',
  daysInFull: true,
  justNow: 'proprio ora',
  onDay: dated,
  at: (day, time) => `${day} al${hour(time)}`,
  comma: ', ',
  span: (from, before) =>
    `dal${hour(full(from))} a${
      /^\d/.test(before) ? `l${hour(before === '0:00' ? '24' : full(before))}` : ` ${dated(before)}`
    }`,
};

/** An hour with its article, a day without: `le 17:00`, `dom 22 nov, 21:14`. */
export const the = (moment: string): string =>
  /^\d{1,2}:/.test(moment) ? `le\u00a0${moment}` : moment;

/** What is only estimated: `verso il 1° dic`, `verso l’8 dic`, `verso mar 1° dic`. */
export const towards = (date: string): string =>
  `verso ${/^\d/.test(date) ? (/^(8|11)\D/.test(date) ? 'l’' : 'il ') : ''}${dated(date)}`;

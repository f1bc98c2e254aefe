import type { Locale } from '../../locale.js';

// A badge speaks from this table and its own: both are written joined, so that no page fetches `contracted` for them.

/** A day stays whole, and the year is written after what is said without one. */
export const dated = (date: string): string =>
  date
    .replace('-feira', '\u2011feira')
    .replace(/(?<=\d\/\d+)\u00a0(?=\d{4})/, '/')
    .replace(/(?<=\u00a0de\u00a0\p{L}+)\u00a0(?=\d{4})/u, '\u00a0de\u00a0');

/** An hour behind `a`, `à` or `da`, of which one o'clock is the only one in the singular: `as 17h`, `à 1h`. */
export const hour = (time: string): string => `${/^1h/.test(time) ? '' : 's'} ${time}`;

/** `no sáb., 28 de nov.`, `na qui., 26 de nov.`. */
export const onDay = (day: string): string =>
  `${/^(?:sáb|dom)/.test(day) ? 'no' : 'na'} ${dated(day)}`;

/** Days and hours in European Portuguese. */
export const base: Locale = {
  today: 'hoje',
  tomorrow: 'amanhã',
  yesterday: 'ontem',
  daysInFull: true,
  justNow: 'agora mesmo',
  onDay,
  date: (text) => text,
  at: (day, time) => `${day} à${hour(time)}`,
  comma: ', ',
  span: (from, before) =>
    `da${hour(from)} ${/^\d/.test(before) ? `à${hour(before)}` : `a ${dated(before)}`}`,
  clock: (hours, minutes) => `${hours}h${minutes ? String(minutes).padStart(2, '0') : ''}`,
};

/** An hour with its article, a day without: `as 17h`, `dom. 22 nov., 21h14`. */
export const the = (moment: string): string =>
  /^\d{1,2}h/.test(moment) ? `as\u00a0${moment}` : moment;

/** `até às 17h`, `até dom. 22 nov., 21h14`. */
export const until = (moment: string): string =>
  `até\u00a0${/^\d{1,2}h/.test(moment) ? 'a ' : ''}${the(moment)}`;

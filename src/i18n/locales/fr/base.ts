import type { Locale } from '../../locale.js';

/** Words for times and days, in French. */
export const base: Locale = {
  today: 'aujourd’hui',
  tomorrow: 'demain',
  yesterday: 'hier',
  daysInFull: true,
  justNow: 'à l’instant',
  onDay: (day) => (/^\d|\.|\u00a0/.test(day) ? `le ${day}` : day),
  // The first day of a month is the only one with an ordinal number.
  date: (text) => text.replace(',', '').replace(/\b1(?=\s\D)/, '1er'),
  at: (day, time) => `${day} à ${time}`,
  comma: ', ',
  span: (from, before) => `de ${from} à ${before}`,
  clock: (hour, minute) => `${hour} h${minute ? ` ${String(minute).padStart(2, '0')}` : ''}`,
};

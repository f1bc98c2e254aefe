import type { Locale } from '../../locale.js';

/** Words for times and days, in French. */
export const base: Locale = {
  today: 'aujourd’hui',
  tomorrow: 'demain',
  yesterday: 'hier',
  daysInFull: true,
  justNow: 'à l’instant',
  onDay: (day) => (/^\d|\.|\u00a0/.test(day) ? `le ${day}` : day),
  at: (day, time) => `${day} à ${time}`,
  comma: ', ',
  span: (from, before) => `de ${from} à ${before}`,
  clock: (hour, minute) => `${hour} h${minute ? ` ${String(minute).padStart(2, '0')}` : ''}`,
};

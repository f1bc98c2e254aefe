import type { Locale } from '../../locale.js';

/** Days and hours in English. */
export const base: Locale = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  justNow: 'just now',
  onDay: (day) => `on ${day}`,
  at: (day, time) => `${day} at ${time}`,
  comma: ', ',
  span: (from, before) => `${from}–${before}`,
};

import type { Locale } from '../../locale.js';

/** The hour without its word, where the word follows once for both. */
export const bare = (time: string): string => time.replace(/\u00a0uur$/, '');

/** The carrier without a name, within a sentence. */
export const within = (who: string): string => who.replace(/^D(?=e bezorger$)/, 'd');

/** Words for times and days, in Dutch. */
export const base: Locale = {
  today: 'vandaag',
  tomorrow: 'morgen',
  yesterday: 'gisteren',
  daysInFull: true,
  justNow: 'zojuist',
  onDay: (day) => `op ${day}`,
  at: (day, time) => `${day} om ${time}`,
  comma: ', ',
  span: (from, before) => `${/^\d/.test(before) ? bare(from) : from}–${before}`,
  clock: (hour, minute) => `${hour}:${String(minute).padStart(2, '0')} uur`,
};

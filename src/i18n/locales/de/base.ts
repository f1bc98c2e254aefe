import type { Locale } from '../../locale.js';

/** The hour without its word, where the word follows once for both. */
export const bare = (time: string): string => time.replace(/\u00a0Uhr$/, '');

/** The carrier without a name, within a sentence. */
export const within = (who: string): string => who.replace(/^D(?=er Paketdienst$)/, 'd');

/** Words for times and days, in German. */
export const base: Locale = {
  today: 'heute',
  tomorrow: 'morgen',
  yesterday: 'gestern',
  daysInFull: true,
  justNow: 'gerade eben',
  onDay: (day) => `am ${day}`,
  at: (day, time) => `${day} um ${time}`,
  comma: ', ',
  span: (from, before) => `${/^\d/.test(before) ? bare(from) : from}–${before}`,
  date: (text) => text,
  clock: (hour, minute) => `${hour}${minute ? `:${String(minute).padStart(2, '0')}` : ''} Uhr`,
};

import type { Locale } from '../../locale.js';
import { contracted } from './contracted.js';

/** Full hours are said without minutes. */
const full = (hour: string): string => hour.replace(/^(\d+):00$/, '$1');

/** Days and hours in Italian. */
export const base = contracted<Locale>({
  today: 'oggi',
  tomorrow: 'domani',
  yesterday: 'ieri',
  daysInFull: true,
  justNow: 'proprio ora',
  onDay: (day) => day,
  at: (day, time) => `${day} a le ${time}`,
  comma: ', ',
  span: (from, before) =>
    `da le ${full(from)} a ${/^\d/.test(before) ? 'le ' : ''}${before === '0:00' ? '24' : full(before)}`,
});

/** An hour with its article, a day without: `le 17:00`, `dom 22 nov, 21:14`. */
export const the = (moment: string): string =>
  /^\d{1,2}:/.test(moment) ? `le\u00a0${moment}` : moment;

/** What is only estimated: `verso il 1 dic`, `verso mar 1 dic`. */
export const towards = (date: string): string => `verso ${/^\d/.test(date) ? 'il ' : ''}${date}`;

import type { Locale } from '../../locale.js';
import { contracted } from './contracted.js';

/** Days and hours in Spanish. */
export const base = contracted<Locale>({
  today: 'hoy',
  tomorrow: 'mañana',
  yesterday: 'ayer',
  daysInFull: true,
  justNow: 'ahora mismo',
  onDay: (day) => `el ${day}`,
  at: (day, time) => `${day} a las ${time}`,
  comma: ', ',
  span: (from, before) => `de ${from} a ${before}`,
});

/** An hour or a day with its article: `las 17:00`, `el dom 22 nov, 21:14`. */
export const the = (moment: string): string =>
  `${/^\d/.test(moment) ? 'las' : 'el'}\u00a0${moment}`;

/** The same, as when something happens: `a las 17:00`, `el dom 22 nov, 21:14`. */
export const when = (moment: string): string =>
  `${/^\d/.test(moment) ? 'a\u00a0' : ''}${the(moment)}`;

import type { Locale } from '../../locale.js';
import { contracted } from './contracted.js';

/** `no sáb., 28 de nov.`, `na qui., 26 de nov.`. */
export const onDay = (day: string): string => `${/^(?:sáb|dom)/.test(day) ? 'no' : 'na'} ${day}`;

/** Days and hours in European Portuguese. */
export const base = contracted<Locale>({
  today: 'hoje',
  tomorrow: 'amanhã',
  yesterday: 'ontem',
  daysInFull: true,
  justNow: 'agora mesmo',
  onDay,
  commas: true,
  at: (day, time) => `${day} a as ${time}`,
  comma: ', ',
  span: (from, before) => `de as ${from} a ${/^\d/.test(before) ? 'as ' : ''}${before}`,
  clock: (hour, minute) => `${hour}h${minute ? String(minute).padStart(2, '0') : ''}`,
});

/** An hour with its article, a day without: `as 17h`, `dom. 22 nov., 21h14`. */
export const the = (moment: string): string =>
  /^\d{1,2}h/.test(moment) ? `as\u00a0${moment}` : moment;

/** `até às 17h`, `até dom. 22 nov., 21h14`. */
export const until = (moment: string): string =>
  `até\u00a0${/^\d{1,2}h/.test(moment) ? 'a ' : ''}${the(moment)}`;

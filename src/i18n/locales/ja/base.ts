import type { Locale } from '../../locale.js';

/** Days and hours in Japanese. */
export const base: Locale = {
  today: '今日',
  tomorrow: '明日',
  yesterday: '昨日',
  justNow: 'たった今',
  onDay: (day) => day,
  at: (day, time) => `${day}${time}`,
  comma: '、',
  span: (from, before) => `${from}〜${before}`,
};

/** The year stands first: `2027年1月4日(月)`. */
export const yearFirst = (day: string): string => day.replace(/^(.*)\u00a0(\d{4})$/, '$2年$1');

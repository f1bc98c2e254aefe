import { eachText } from '../../texts.js';

/** Japanese sets no space between a number and its counter, where `Intl` does: `4分前`. */
export const close = <T>(table: T): T =>
  eachText(table, (text) => text.replace(/(?<=\d)[ \u00a0](?=[分時日])/g, ''));

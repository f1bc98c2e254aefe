import { eachText } from '../../texts.js';

/** A table as French sets it: a narrow no-break space before two-part punctuation and inside quotation marks. */
export const spaced = <T>(table: T): T =>
  eachText(table, (text) =>
    text
      // The first day of a month is the only one with an ordinal number.
      .replace(/(?<=\b(?:le|au|[a-z]+di|dimanche|[a-z]{3}\.)[ \u00a0])1(?=\u00a0\D)/g, '1er')
      // An abbreviation at the end of a sentence has its full stop already.
      .replace(/\.\.(?!\.)/g, '.')
      .replace(/ ([;?!»])/g, '\u202f$1')
      .replace(/ :/g, '\u00a0:')
      .replace(/« /g, '«\u202f'),
  );

import { eachText } from '../../texts.js';

/** A table as French sets it: a narrow no-break space before two-part punctuation and inside quotation marks. */
export const spaced = <T>(table: T): T =>
  eachText(table, (text) =>
    text
      // An abbreviation at the end of a sentence has its full stop already.
      .replace(/\.\.(?!\.)/g, '.')
      .replace(/ ([;?!»])/g, '\u202f$1')
      .replace(/ :/g, '\u00a0:')
      .replace(/« /g, '«\u202f'),
  );

import { eachText } from '../../texts.js';

/** Spanish joins two of its prepositions with the article that follows. */
export const contracted = <T>(table: T): T =>
  eachText(table, (text) =>
    text
      .replace(/(?<=\p{Ll}[ \u00a0])El(?= transportista)/gu, 'el')
      .replace(/(?<!\p{L})(a|de)[ \u00a0]el(?=[ \u00a0])/gu, (_, word) =>
        word === 'a' ? 'al' : 'del',
      )
      // One o'clock is the only hour in the singular.
      .replace(/(?<!\p{L})las(?=[ \u00a0]1:)/gu, 'la')
      // The year is written after what is said without one.
      .replace(/(?<=\u00a0de\u00a0\p{L}+)\u00a0(?=\d{4})/gu, '\u00a0de\u00a0')
      // An abbreviation at the end of a sentence has its full stop already.
      .replace(/\.\.(?!\.)/g, '.'),
  );

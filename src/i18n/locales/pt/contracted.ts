import { eachText } from '../../texts.js';

const joined: Readonly<Record<string, string>> = { de: 'd', em: 'n', por: 'pel', a: 'a' };

/** Portuguese joins its prepositions with the article that follows. */
export const contracted = <T>(table: T): T =>
  eachText(table, (text) =>
    text
      .replace(/(?<=\p{Ll}[ \u00a0])A(?= transportadora)/gu, 'a')
      // One o'clock is the only hour in the singular.
      .replace(/(?<!\p{L})as(?=[ \u00a0]1h)/gu, 'a')
      .replace(
        /(?<!\p{L})(de|em|por|a)[ \u00a0]([oa]s?)(?=[ \u00a0])/gu,
        (_, word: string, article: string) =>
          word === 'a' && article.startsWith('a') ? `à${article.slice(1)}` : joined[word] + article,
      )
      // The year is written after what is said without one.
      .replace(/(?<=\d\/\d+)\u00a0(?=\d{4})/g, '/')
      .replace(/(?<=\u00a0de\u00a0\p{L}+)\u00a0(?=\d{4})/gu, '\u00a0de\u00a0')
      // A day stays whole.
      .replace(/-(?=feira)/g, '\u2011')
      // An abbreviation at the end of a sentence has its full stop already.
      .replace(/\.\.(?!\.)/g, '.'),
  );

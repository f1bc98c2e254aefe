import { eachText } from '../../texts.js';

const joined: Readonly<Record<string, string>> = { di: 'de', a: 'a', da: 'da', in: 'ne', su: 'su' };

/** Italian joins its prepositions with the article that follows, and shortens articles before a vowel. */
export const contracted = <T>(table: T): T =>
  eachText(table, (text) =>
    text
      .replace(/(?<=\p{Ll}[ \u00a0])Il(?= corriere)/gu, 'il')
      // Eight and eleven begin with a vowel, and so does one o'clock.
      .replace(/(?<!\p{L})il[ \u00a0](?=(?:8|11)\u00a0\p{L})/gu, 'l’')
      .replace(/(?<!\p{L})le[ \u00a0](?=1(?!\d))/gu, 'l’')
      .replace(
        /(?<!\p{L})(de)?(i)(?=[ \u00a0](?:8\d*|11)(?![\d.,:]))/giu,
        (_, before = '', article: string) => `${before}${article === 'I' ? 'G' : 'g'}li`,
      )
      // The first day of a month is the only one with an ordinal number.
      .replace(/(?<!\d)1(?=\u00a0(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))/g, '1°')
      .replace(
        /(?<!\p{L})(di|a|da|in|su)[ \u00a0](il|lo|la|gli|i|le|l’)(?=[ \u00a0]|(?<=’))/gu,
        (_, word: string, article: string) =>
          `${joined[word]}${/^l[oae’]/.test(article) ? 'l' : ''}${article.replace(/^il$/, 'l')}`,
      ),
  );

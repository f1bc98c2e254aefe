const WIDE = /[\u3000-\u9fff\uff00-\uff60]$/;

/** What stands between one sentence and the next: a full-width sign, as in Japanese, brings its own room. */
export const gap = (text: string): string => (WIDE.test(text) ? '' : ' ');

/** The full stop of the script that a text is written in. */
export const stopOf = (text: string): string => (WIDE.test(text) ? '。' : '.');

/** A text with its full stop, once. */
export const stopped = (text: string): string =>
  /[.!?。！？]$/.test(text) ? text : text + stopOf(text);

/** One sentence after the other; what is not there is left out. */
export const sentences = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.reduce<string>((text, next) => (next ? (text && text + gap(text)) + next : text), '');

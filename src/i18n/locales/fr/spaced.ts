/** A table as French sets it: a narrow no-break space before two-part punctuation and inside quotation marks. */
export const spaced = <T>(value: T): T => {
  if (typeof value === 'string')
    return (
      value
        // The first day of a month is the only one with an ordinal number.
        .replace(/(?<=\b(?:le|au|[a-z]+di|dimanche|[a-z]{3}\.)[ \u00a0])1(?=\u00a0\D)/g, '1er')
        // An abbreviation at the end of a sentence has its full stop already.
        .replace(/\.\.(?!\.)/g, '.')
        .replace(/ ([;?!»])/g, '\u202f$1')
        .replace(/ :/g, '\u00a0:')
        .replace(/« /g, '«\u202f') as T
    );
  if (typeof value === 'function')
    return ((...parameters: unknown[]) =>
      spaced((value as (...p: unknown[]) => unknown)(...parameters))) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spaced(item)])) as T;
  return value;
};

/** A table, each of whose texts goes through a change, those made from arguments too. */
export const eachText = <T>(value: T, change: (text: string) => string): T => {
  if (typeof value === 'string') return change(value) as T;
  if (typeof value === 'function')
    return ((...parameters: unknown[]) =>
      eachText((value as (...p: unknown[]) => unknown)(...parameters), change)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, eachText<unknown>(item, change)]),
    ) as T;
  return value;
};

/** For languages that write `26. Nov.`: an abbreviation at the end of a sentence has its full stop already. */
export const oneStop = <T>(table: T): T =>
  eachText(table, (text) => text.replace(/\.\.(?!\.)/g, '.'));

/** Small readers for what a payment provider sends; nothing here throws. */

export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const numberOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

/** Seconds since the Unix epoch as an RFC 3339 instant. */
export const instantOf = (value: unknown): string | undefined => {
  const seconds = numberOf(value);
  return seconds === undefined || seconds <= 0 || seconds > 1e11
    ? undefined
    : new Date(seconds * 1000).toISOString();
};

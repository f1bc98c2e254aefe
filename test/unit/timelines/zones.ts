/**
 * What the wall clocks of all zones do from 2024 to 2037, as tables: made once by looking at each zone's
 * offset every few days and closing in on each change. Nothing of the sources is used for it.
 */

/** A zone, when each of its offsets begins (the first one always was), and the offsets in minutes. */
export interface Zone {
  readonly name: string;
  readonly begins: readonly number[];
  readonly offsets: readonly number[];
}

const DAY = 86_400_000;
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2038, 0, 1);
/** No zone changes its clocks twice within so few days. */
const STRIDE = 6 * DAY;

const table = (name: string): Zone => {
  const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  const offsetAt = (at: number): number => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(at))!;
    return sign === undefined
      ? 0
      : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  const begins = [-Infinity];
  const offsets = [offsetAt(FROM)];
  for (let at = FROM; at < TO; at += STRIDE) {
    const before = offsets.at(-1)!;
    const after = offsetAt(at + STRIDE);
    if (after === before) continue;
    let [low, high] = [at / 1000, (at + STRIDE) / 1000];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle * 1000) === before) low = middle;
      else high = middle;
    }
    begins.push(high * 1000);
    offsets.push(after);
  }
  return { name, begins, offsets };
};

/** Every zone this engine knows. */
export const allZones = (): Zone[] => Intl.supportedValuesOf('timeZone').map(table);

/** Minutes east of UTC at an instant. */
export const offsetAt = ({ begins, offsets }: Zone, at: number): number => {
  let index = begins.length - 1;
  while (begins[index]! > at) index--;
  return offsets[index]!;
};

/** The first instant at which the wall clock has come to `wall` (milliseconds, as if it were UTC) or past it. */
export const firstAt = ({ begins, offsets }: Zone, wall: number): number => {
  for (const [index, offset] of offsets.entries()) {
    const at = Math.max(begins[index]!, wall - offset * 60_000);
    if (at < (begins[index + 1] ?? Infinity)) return at;
  }
  throw new Error('no such time');
};

import { CivilDateSchema, HttpsUrlSchema, InstantSchema, parseWhole } from '../model/index.js';
import type { Phase, Shipment, TrackingEvent } from '../model/index.js';

/** What a payload says about one shipment. The shop adds what only it knows: id, lines, promise. */
export type CarrierShipment = Partial<Omit<Shipment, 'id'>>;

/**
 * What could be read from a carrier's payload.
 *
 * - `shipments`: one entry per tracking number. Events keep the payload's order.
 * - `unmapped`: each code that no table knows, once per occurrence. Such an event is still in the
 *   list, with the carrier's words and code and without a phase.
 */
export interface CarrierReport {
  readonly shipments: readonly {
    readonly trackingNumber: string;
    readonly shipment: CarrierShipment;
  }[];
  readonly unmapped: readonly string[];
}

/** `carrierName`: what the shop calls this carrier; without it the payload's own name is used. */
export interface CarrierOptions {
  readonly carrierName?: string | undefined;
}

/** What one code of a carrier means. Absent parts are not said by the code. */
export interface Meaning {
  readonly phase?: Phase;
  readonly movement?: NonNullable<TrackingEvent['movement']>;
  readonly party?: NonNullable<TrackingEvent['party']>;
}

type Entries = Readonly<Record<string, unknown>>;

/** The value as an object, or an empty one: payloads are read, never trusted. */
export const entries = (value: unknown): Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : {};

/** The value as a list, or an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

// NUL and half a surrogate pair cannot be stored as text by PostgreSQL, nor shown.
const UNSTORABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text with something in it, or `undefined`. Otherwise unchanged. */
export const text = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const clean = value.replace(UNSTORABLE, '').trim();
  return clean === '' ? undefined : clean;
};

/** An https address, or `undefined`. */
export const address = (value: unknown): string | undefined => {
  const found = text(value);
  return parseWhole(HttpsUrlSchema, found);
};

/** An instant, accepting `+0100` for `+01:00`; `undefined` when the zone or the date is not stated. */
export const instant = (value: unknown): string | undefined => {
  const found = text(value)?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return parseWhole(InstantSchema, found);
};

const LOCAL_TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;

/** When it happened: `at` with a stated offset, `localTime` as written without one, neither otherwise. */
export const eventTime = (value: unknown): Pick<TrackingEvent, 'at' | 'localTime'> => {
  const at = instant(value);
  if (at) return { at };
  const localTime = text(value);
  return localTime && LOCAL_TIME.test(localTime) ? { localTime } : {};
};

/** The civil date at the start of the text, or `undefined`. */
export const day = (value: unknown): string | undefined => {
  const found = text(value)?.slice(0, 10);
  return parseWhole(CivilDateSchema, found);
};

/** The meaning a table gives to a code. `hasOwn`, because a payload may say `constructor`. */
export const lookUp = <T>(
  table: Readonly<Record<string, T>>,
  code: string | undefined,
): T | undefined => (code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined);

const hash = (input: string, seed: number): string => {
  let state = seed;
  for (let index = 0; index < input.length; index++)
    state = Math.imul(state ^ input.charCodeAt(index), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
};

/**
 * An id that a repeated delivery of the same event has again: derived from the instant (so that two
 * spellings of it agree), the code, the words and the place. Two 32-bit FNV-1a sums; not a signature.
 */
export const eventId = (event: TrackingEvent): string => {
  const time = event.at === undefined ? (event.localTime ?? '') : `${Date.parse(event.at)}`;
  const input = JSON.stringify([time, event.code ?? '', event.words ?? '', event.place ?? '']);
  return hash(input, 0x811c9dc5) + hash(input, 0x01234567);
};

/** The object without its unknown parts: what is missing is left out, not written as `undefined`. */
export const known = <T extends object>(
  value: T,
): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };

/** The event that happened last, by its instant. */
export const latest = (events: readonly TrackingEvent[]): TrackingEvent | undefined =>
  events.reduce<TrackingEvent | undefined>(
    (last, event) =>
      event.at !== undefined &&
      (last?.at === undefined || Date.parse(event.at) >= Date.parse(last.at))
        ? event
        : last,
    undefined,
  );

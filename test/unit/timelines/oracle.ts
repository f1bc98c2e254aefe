/**
 * What must be said of a promise: written from the rules alone, with tables of all zones instead of
 * arithmetic on formatted dates, and on the answer as it was sent, before anything of ours has read it.
 */
import { firstAt, offsetAt, type Zone } from './zones.js';

/** A window as a backend writes it, be it right or wrong. */
export interface SentWindow {
  readonly kind: 'by' | 'slot' | 'date';
  readonly from?: string;
  readonly before?: string;
  readonly date?: string;
  readonly timeZone?: string;
}
export interface SentRevision {
  readonly id?: string;
  readonly state?: string;
  readonly window?: SentWindow;
  readonly answerBy?: string;
}
export interface SentPromise extends SentWindow {
  readonly id: string;
  readonly grace?: number;
  readonly revisions?: readonly SentRevision[];
}
export interface SentEstimate {
  readonly observedAt?: string;
  readonly maxAge?: number;
  readonly from?: string;
  readonly until?: string;
  readonly date?: string;
}
/** What is true of one order at one moment. */
export interface Facts {
  readonly promise: SentPromise;
  readonly deliveries: readonly { readonly at?: string }[];
  readonly estimate?: SentEstimate | undefined;
}

const MINUTE = 60_000;

/** An instant as it is written: its wall clock, and the offset beside it if it says one. */
const written = (text: string): { wall: number; offset: number; stated: boolean } => {
  const [, y, mo, d, h, mi, s = '0', ms = '', zone] =
    /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)(?::(\d+)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)$/.exec(text)!;
  const wall = Date.UTC(+y!, +mo! - 1, +d!, +h!, +mi!, +s) + +ms.padEnd(3, '0').slice(0, 3);
  const stated = zone !== 'Z' && zone !== '-00:00';
  const [hours, minutes] = zone === 'Z' ? [0, 0] : zone!.slice(1).split(':').map(Number);
  return { wall, offset: (zone!.startsWith('-') ? -1 : 1) * (hours! * 60 + minutes!), stated };
};

export const instant = (text: string): number => {
  const { wall, offset } = written(text);
  return wall - offset * MINUTE;
};

const dayOver = (zone: Zone, date: string): number => {
  const [year, month, day] = date.split('-').map(Number);
  return firstAt(zone, Date.UTC(year!, month! - 1, day! + 1));
};

/** When a window ends, if it is sound. */
const endOf = (window: SentWindow | undefined, zone: Zone): number | undefined => {
  if (window?.timeZone !== zone.name) return undefined;
  for (const text of [window.from, window.before]) {
    if (text === undefined) continue;
    const { wall, offset, stated } = written(text);
    if (stated && offsetAt(zone, wall - offset * MINUTE) !== offset) return undefined;
  }
  const { kind, from, before, date } = window;
  if (from !== undefined && before !== undefined && instant(from) >= instant(before))
    return undefined;
  if (kind === 'date') return date === undefined ? undefined : dayOver(zone, date);
  if (before === undefined || (kind === 'slot' && from === undefined)) return undefined;
  return instant(before);
};

/** When a sound window begins; a deadline has no beginning. */
const startOf = ({ kind, from, date }: SentWindow, zone: Zone): number => {
  if (kind === 'by') return -Infinity;
  if (kind === 'slot') return instant(from!);
  const [year, month, day] = date!.split('-').map(Number);
  return firstAt(zone, Date.UTC(year!, month! - 1, day));
};

/** What is agreed, as it turns out from one word after the other. */
export interface Agreement {
  readonly deadline: number | undefined;
  /** With the grace the merchant states. */
  readonly lapses: number | undefined;
  readonly imposed: boolean;
}

const WORDS = [
  ...['proposed', 'accepted', 'declined', 'withdrawn'],
  ...['expired', 'replaced', 'imposed'],
];

const agreements = new WeakMap<Facts, Agreement | undefined>();

/** @returns `undefined` if the promise itself cannot be read */
export const agreement = (facts: Facts, zone: Zone): Agreement | undefined => {
  if (!agreements.has(facts)) agreements.set(facts, agreementOf(facts, zone));
  return agreements.get(facts);
};

const agreementOf = ({ promise }: Facts, zone: Zone): Agreement | undefined => {
  const { grace = 0, revisions = [] } = promise;
  let deadline = endOf(promise, zone);
  if (deadline === undefined || grace < 0) return undefined;
  if (revisions.some(({ id }) => id === undefined)) return undefined;
  let imposed = false;
  let start = startOf(promise, zone);
  for (const { state, window } of revisions) {
    const end = endOf(window, zone);
    if (state === 'imposed')
      // What stays within what was agreed breaks nothing.
      imposed =
        end === undefined ||
        deadline === undefined ||
        end > deadline ||
        startOf(window!, zone) < start;
    else if (state === 'accepted' || !WORDS.includes(state ?? '')) {
      deadline = state === 'accepted' ? end : undefined;
      if (deadline !== undefined) start = startOf(window!, zone);
      imposed = false;
    }
  }
  return {
    deadline,
    lapses: deadline === undefined ? undefined : deadline + grace * 1000,
    imposed,
  };
};

const estimated = (facts: Facts, zone: Zone, now: number): number | undefined => {
  const { observedAt, maxAge = 4 * 3600, from, until, date } = facts.estimate ?? {};
  if (observedAt === undefined) return undefined;
  const seen = instant(observedAt);
  const end = until ?? from;
  const ends = end !== undefined ? instant(end) : date && dayOver(zone, date);
  if (!ends || now < seen - MINUTE || now >= seen + maxAge * 1000 || now >= ends) return undefined;
  return ends;
};

/** What must be said at an instant; `undefined`: that there is no promise that could be read. */
export const judge = (
  facts: Facts,
  zone: Zone,
  now: number,
): { state: string; deadline: number | undefined } | undefined => {
  const agreed = agreement(facts, zone);
  if (!agreed) return undefined;
  const { deadline, lapses, imposed } = agreed;
  const say = (state: string) => ({ state, deadline });
  const times = facts.deliveries.map(({ at }) => at && instant(at));
  const arrived = times.filter((at) => at === undefined || (at as number) <= now + MINUTE);
  if (arrived.length) {
    const at = arrived[0];
    if (lapses === undefined) return say('unknown');
    if (at === undefined) return say(now < lapses ? 'kept' : 'unknown');
    return say((at as number) <= lapses ? 'kept' : 'kept-late');
  }
  if (lapses !== undefined && now >= lapses) return say('missed');
  if (imposed) return say('broken');
  const guess = estimated(facts, zone, now);
  if (lapses === undefined || guess === undefined) return say('unknown');
  return say(guess > lapses ? 'at-risk' : 'on-time');
};

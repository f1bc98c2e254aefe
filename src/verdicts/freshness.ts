import { toEpoch, type EpochMilliseconds, type Instant } from '../model/index.js';

/** A verdict may change by the mere passing of time: then `changesAt` says when to ask again. */
export interface Timed {
  readonly changesAt?: EpochMilliseconds | undefined;
}

/** What follows from facts alone is worked out once, where they cannot change: what is read is frozen. */
/* @__NO_SIDE_EFFECTS__ */
export const once = <Facts extends object, Result extends object | string>(
  make: (facts: Facts) => Result,
): typeof make => {
  const made = new WeakMap<Facts, Result>();
  return (facts) => {
    let result = made.get(facts);
    if (!result) {
      result = make(facts);
      if (Object.isFrozen(facts)) made.set(facts, result);
    }
    return result;
  };
};

/** The same for a verdict, which stands until it says that it changes. */
/* @__NO_SIDE_EFFECTS__ */
export const lasting = <Facts extends object, Verdict extends Timed>(
  judge: (facts: Facts, now: EpochMilliseconds) => Verdict,
): typeof judge => {
  const last = once((_: Facts): { at: EpochMilliseconds; verdict?: Verdict } => ({ at: 0 }));
  return (facts, now) => {
    const known = last(facts);
    if (!known.verdict || now < known.at || now >= (known.verdict.changesAt ?? Infinity)) {
      known.verdict = judge(facts, now);
      known.at = now;
    }
    return known.verdict;
  };
};

/**
 * How far a fact may be trusted now (R1, R2).
 *
 * - `live`: said within the last five minutes and not too old to repeat.
 * - `recent`: older, and still within what its source allows.
 * - `stale`: past its `maxAge`; it is withdrawn, never repeated in the present tense.
 * - `unknown`: nobody says when it was observed, or it claims to come from the future.
 */
export interface Freshness extends Timed {
  readonly state: 'live' | 'recent' | 'stale' | 'unknown';
  readonly observedAt?: EpochMilliseconds | undefined;
}

/** A fact with an age. */
export interface Aged {
  readonly observedAt?: Instant | undefined;
  /** Seconds. */
  readonly maxAge?: number | undefined;
}

const LIVE = 5 * 60_000;

/** Clocks of honest systems differ by seconds; a fact from further ahead is not believed. */
export const FUTURE_TOLERANCE = 60_000;

/**
 * @param fact what is claimed
 * @param now server time, epoch milliseconds
 * @param defaultMaxAge seconds, where the source states none
 */
export const freshness = (fact: Aged, now: EpochMilliseconds, defaultMaxAge: number): Freshness => {
  const observedAt = toEpoch(fact.observedAt);
  if (observedAt === undefined) return { state: 'unknown' };
  const believedAt = observedAt - FUTURE_TOLERANCE;
  if (now < believedAt) return { state: 'unknown', changesAt: believedAt };
  const staleAt = observedAt + (fact.maxAge ?? defaultMaxAge) * 1000;
  if (now >= staleAt) return { state: 'stale', observedAt };
  const recentAt = Math.min(observedAt + LIVE, staleAt);
  return now < recentAt
    ? { state: 'live', observedAt, changesAt: recentAt }
    : { state: 'recent', observedAt, changesAt: staleAt };
};

/** Whether a day is still to come, or not over everywhere on earth; what is over is no date to wait for (R3). */
export const isAhead = (day: string | undefined, now: EpochMilliseconds): day is string =>
  // The last places reach its end 36 hours after its beginning in UTC.
  !!day && Date.parse(day) + 36 * 3_600_000 > now;

/** The earliest of several instants that is still to come, or `undefined`. */
export const earliest = (
  now: EpochMilliseconds,
  ...instants: readonly (EpochMilliseconds | undefined)[]
): EpochMilliseconds | undefined => {
  let first: EpochMilliseconds | undefined;
  for (const at of instants) if (at! > now && !(at! >= first!)) first = at;
  return first;
};

import type { Edit } from '../schedules/compile.ts';

/** A bug that somebody could write, in a copy of the sources. */
export interface SeededFault {
  readonly name: string;
  readonly folder: 'model' | 'verdicts' | 'store';
  readonly edit: Edit;
  /** How it must be found: a part of what is said of it. */
  readonly found: RegExp;
}

const inPromise = (from: string, to: string): Edit => ({ file: 'promise.ts', from, to });
const inAgreed = (from: string, to: string): Edit => ({ file: 'agreed.ts', from, to });
const OTHER = /and "[\w-]+" \(/;

export const seededFaults: readonly SeededFault[] = [
  {
    name: 'every day has 24 hours',
    folder: 'verdicts',
    edit: inAgreed(
      'endOfDay(window.date!, window.timeZone)',
      '(startOfDay(window.date!, window.timeZone) ?? 0) + DAY',
    ),
    found: OTHER,
  },
  {
    name: 'the midnight that does not exist is guessed',
    folder: 'model',
    edit: {
      file: 'zone.ts',
      from: 'if (isOver(guess) && !isOver(guess - 1)) return',
      to: 'return',
    },
    found: OTHER,
  },
  {
    name: 'a time inside a gap is taken for another',
    folder: 'model',
    edit: {
      file: 'time.ts',
      from: 'return offsetMinutes(timeZone, Date.parse(instant)) === minutes;',
      to: 'return [0, 60, -60].some((more) => offsetMinutes(timeZone, Date.parse(instant) + more * 60000) === minutes);',
    },
    found: OTHER,
  },
  {
    name: 'an offset against the zone is let through',
    folder: 'model',
    edit: { file: 'time.ts', from: 'if (!written) return true;', to: 'return true;' },
    found: OTHER,
  },
  {
    name: 'a proposal moves the deadline',
    folder: 'verdicts',
    edit: inAgreed(
      "({ state }) => state === undefined || state === 'accepted',",
      "({ state }) => state === undefined || state === 'accepted' || state === 'proposed',",
    ),
    found: OTHER,
  },
  {
    name: 'an imposed change moves the deadline',
    folder: 'verdicts',
    edit: inAgreed(
      "({ state }) => state === undefined || state === 'accepted',",
      "({ state }) => state === undefined || state === 'accepted' || state === 'imposed',",
    ),
    found: OTHER,
  },
  {
    name: 'an unknown word counts for nothing',
    folder: 'verdicts',
    edit: inAgreed(
      "({ state }) => state === undefined || state === 'accepted',",
      "({ state }) => state === 'accepted',",
    ),
    found: OTHER,
  },
  {
    name: 'the first accepted change counts, not the last',
    folder: 'verdicts',
    edit: inAgreed(
      'const last = promise.revisions?.findLast(',
      'const last = promise.revisions?.find(',
    ),
    found: OTHER,
  },
  {
    name: 'an imposed change stays one after a consented one',
    folder: 'verdicts',
    edit: inAgreed(
      "return last?.state === 'imposed' ? last : undefined;",
      "return promise.revisions?.find(({ state }) => state === 'imposed');",
    ),
    found: OTHER,
  },
  {
    name: 'a narrowing counts as broken',
    folder: 'verdicts',
    edit: inAgreed('narrowedOf(promise) ? undefined : made(promise)', 'made(promise)'),
    found: OTHER,
  },
  {
    name: 'a graceless deadline',
    folder: 'verdicts',
    edit: inPromise('deadline + (promise.grace ?? 0) * 1000', 'deadline'),
    found: OTHER,
  },
  {
    name: 'a millisecond early',
    folder: 'verdicts',
    edit: inPromise('if (now >= lapses)', 'if (now >= lapses - 1)'),
    found: OTHER,
  },
  {
    name: 'the verdict does not say when it changes',
    folder: 'verdicts',
    edit: inPromise(
      'changesAt: earliest(now, lapses, fresh?.changesAt)',
      'changesAt: fresh?.changesAt',
    ),
    // A verdict is kept until it says that it changes, so it is wrong when it is asked for again.
    found: /it still says|and "missed" .* is true/,
  },
  {
    name: 'a remedy opens a minute early',
    folder: 'verdicts',
    edit: { file: 'offers.ts', from: 'now >= from)', to: 'now >= from - 60000)' },
    found: /too early/,
  },
  {
    name: 'a remedy waits for something else to change',
    folder: 'verdicts',
    edit: {
      file: 'offers.ts',
      from: 'toEpoch(offer.availableFrom), toEpoch(offer.availableUntil)]),',
      to: 'toEpoch(offer.availableUntil)]),',
    },
    found: /it still says|the remedy is not there/,
  },
  {
    name: 'the device’s clock is believed',
    folder: 'store',
    edit: {
      file: 'clock.ts',
      from: 'this.#environment.monotonic() + this.#low;',
      to: 'this.#environment.wallClock();',
    },
    found: /which is to come|ms late/,
  },
  {
    name: 'the upper end of what the backend’s clock may say',
    folder: 'store',
    edit: {
      file: 'clock.ts',
      from: 'this.#environment.monotonic() + this.#low;',
      to: 'this.#environment.monotonic() + Math.min(this.#high, this.#low + 60000);',
    },
    found: /which is to come/,
  },
  {
    name: 'the earliest that any answer left possible counts, not the latest',
    folder: 'store',
    edit: {
      file: 'clock.ts',
      from: 'Math.max(before!, low)',
      to: 'Math.min(before!, low)',
    },
    found: /ms late/,
  },
];

import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import { offsetMinutes, type DeliveryPromise, type Estimate } from '../../../src/model/index.js';
import {
  deadlineOf,
  dueAt,
  earliest,
  estimateFreshness,
  freshness,
  promiseVerdict,
} from '../../../src/verdicts/index.js';
import {
  DAY,
  DEADLINE,
  estimate,
  HOUR,
  instant,
  iso,
  MINUTE,
  promise,
  samples,
  staysUntilItSays,
} from './facts.js';

const zones = Intl.supportedValuesOf('timeZone');
const days = new Map<string, Intl.DateTimeFormat>();
const dayIn = (timeZone: string, epoch: number): string => {
  let format = days.get(timeZone);
  if (!format) days.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
  return format.format(epoch);
};

// Days on which the clocks of a zone change, and days on which they do not.
const dated = fc
  .record({
    timeZone: fc.oneof(
      fc.constantFrom(
        'Australia/Lord_Howe',
        'Africa/Cairo',
        'Asia/Beirut',
        'America/Santiago',
        'Pacific/Chatham',
      ),
      fc.constantFrom(...zones),
    ),
    day: fc.integer({ min: Date.UTC(2020, 0, 1) / DAY, max: Date.UTC(2030, 0, 1) / DAY }),
    onChange: fc.boolean(),
  })
  .map(({ timeZone, day, onChange }) => {
    let start = day * DAY;
    if (onChange)
      for (let next = start; next < start + 200 * DAY; next += DAY)
        if (offsetMinutes(timeZone, next) !== offsetMinutes(timeZone, next + DAY)) {
          start = next;
          break;
        }
    return { timeZone, start };
  });

const promised = fc
  .record({
    dated,
    kind: fc.constantFrom('by', 'slot', 'date'),
    time: fc.integer({ min: 0, max: DAY / 1000 - 1 }),
    grace: fc.constantFrom(undefined, 0, 1, 900, 86_400),
  })
  .map(({ dated: { timeZone, start }, kind, time, grace }): DeliveryPromise => {
    const before = start + time * 1000;
    return {
      id: 'p',
      kind: kind,
      timeZone,
      ...(kind === 'date' ? { date: iso(start).slice(0, 10) } : { before: iso(before) }),
      ...(kind === 'slot' && { from: iso(before - 2 * HOUR) }),
      ...(grace !== undefined && { grace }),
    };
  });

describe('R6: the deadline is the trigger', () => {
  test('R6: never early and from then on always, in any zone, on days of 23, 24 and 25 hours', () => {
    fc.assert(
      fc.property(
        promised,
        fc.option(estimate, { nil: undefined }),
        fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { maxLength: 5 }),
        (made, guess, offsets) => {
          // Whether it has lapsed, from the wall clock of the zone itself.
          const lapsed = (now: number): boolean => {
            const then = now - (made.grace ?? 0) * 1000;
            return made.kind === 'date'
              ? dayIn(made.timeZone, then) > made.date!
              : then >= Date.parse(made.before!);
          };
          const deadline = deadlineOf(made)! + (made.grace ?? 0) * 1000;
          for (const now of [
            deadline - 1,
            deadline,
            deadline + 1,
            ...offsets.map((offset) => deadline + offset),
          ]) {
            const { state } = promiseVerdict(made, { delivered: false, estimate: guess }, now);
            assert.equal(state === 'missed', lapsed(now), `${state} at ${iso(now)}`);
          }
        },
      ),
    );
  });

  test('R6: it says so by itself: the verdict before names that very instant', () => {
    fc.assert(
      fc.property(promised, fc.integer({ min: 1, max: DAY }), (made, ahead) => {
        const lapses = deadlineOf(made)! + (made.grace ?? 0) * 1000;
        const { changesAt } = promiseVerdict(made, { delivered: false }, lapses - ahead);
        assert.equal(changesAt, lapses);
      }),
    );
  });

  test('R6: the display promised for Monday before 17:00 is missed at 17:00:00.000, not at 16:59:59.999', () => {
    const made: DeliveryPromise = {
      id: 'p',
      kind: 'by',
      before: '2026-11-23T17:00:00+01:00',
      timeZone: 'Europe/Paris',
    };
    const state = (now: number) => promiseVerdict(made, { delivered: false }, now).state;
    assert.equal(state(DEADLINE - 1), 'unknown');
    assert.equal(state(DEADLINE), 'missed');
    const graced = { ...made, grace: 900 };
    assert.equal(promiseVerdict(graced, { delivered: false }, DEADLINE + 899_999).state, 'unknown');
    assert.equal(promiseVerdict(graced, { delivered: false }, DEADLINE + 900_000).state, 'missed');
    assert.equal(promiseVerdict(graced, { delivered: false }, DEADLINE).deadline, DEADLINE);
  });

  test('R6: whatever was delivered is never missed, and in time only if it was', () => {
    fc.assert(
      fc.property(promised, fc.integer({ min: -DAY, max: DAY }), instant, (made, offset, later) => {
        const lapses = deadlineOf(made)! + (made.grace ?? 0) * 1000;
        const deliveredAt = lapses + offset;
        const now = Math.max(deliveredAt, later);
        const { state } = promiseVerdict(made, { delivered: true, deliveredAt }, now);
        assert.equal(state, offset <= 0 ? 'kept' : 'kept-late');
      }),
    );
  });

  test('R3: delivered without a time counts as in time only if it was seen in time', () => {
    const made = { id: 'p', kind: 'by' as const, before: iso(DEADLINE), timeZone: 'UTC' };
    const verdict = promiseVerdict(made, { delivered: true }, DEADLINE - 1);
    assert.equal(verdict.state, 'kept');
    assert.equal(verdict.changesAt, DEADLINE);
    assert.equal(promiseVerdict(made, { delivered: true }, DEADLINE).state, 'unknown');
  });

  test('the verdict stands until the instant it names', () => {
    fc.assert(
      fc.property(
        promise('p'),
        fc.boolean(),
        fc.option(instant, { nil: undefined }),
        fc.option(estimate, { nil: undefined }),
        instant,
        samples,
        (made, delivered, deliveredAt, guess, now, parts) => {
          const facts = { delivered, deliveredAt, estimate: guess };
          staysUntilItSays((at) => promiseVerdict(made, facts, at), { made, guess }, now, parts);
        },
      ),
    );
  });
});

describe('R3: unknown never becomes optimistic', () => {
  test('R3: without a fresh estimate nothing is on time, and nothing at risk', () => {
    fc.assert(
      fc.property(
        promise('p'),
        fc.option(estimate, { nil: undefined }),
        instant,
        (made, guess, now) => {
          const { state } = promiseVerdict(made, { delivered: false, estimate: guess }, now);
          const known =
            guess?.observedAt !== undefined &&
            (guess.until ?? guess.from ?? guess.date) !== undefined &&
            Date.parse(guess.observedAt) <= now + MINUTE &&
            now < Date.parse(guess.observedAt) + (guess.maxAge ?? 4 * 3600) * 1000;
          if (!known) assert.ok(state === 'unknown' || state === 'missed', state);
        },
      ),
    );
  });

  test('R2: an estimate is not repeated past its own end', () => {
    const guess: Estimate = {
      observedAt: iso(DEADLINE - 4 * HOUR),
      maxAge: 86_400,
      from: iso(DEADLINE - 3 * HOUR),
      until: iso(DEADLINE - HOUR),
    };
    const made = { id: 'p', kind: 'by' as const, before: iso(DEADLINE), timeZone: 'UTC' };
    const at = (now: number) => promiseVerdict(made, { delivered: false, estimate: guess }, now);
    assert.equal(at(DEADLINE - HOUR - 1).state, 'on-time');
    assert.equal(at(DEADLINE - HOUR - 1).changesAt, DEADLINE - HOUR);
    assert.equal(at(DEADLINE - HOUR).state, 'unknown');
    assert.equal(estimateFreshness(guess, undefined, DEADLINE - HOUR).state, 'stale');
    const day: Estimate = { observedAt: iso(DEADLINE), maxAge: 86_400 * 9, date: '2026-11-24' };
    const end = Date.parse('2026-11-25T00:00:00+01:00');
    assert.equal(estimateFreshness(day, 'Europe/Paris', end - 1).state, 'recent');
    assert.equal(estimateFreshness(day, 'Europe/Paris', end).state, 'stale');
    // Without a zone nobody knows when that day ends; its age alone withdraws it.
    assert.equal(estimateFreshness(day, undefined, end).state, 'recent');
  });

  test('R5: an estimate after the promise, its grace included, is at risk; one that ends with it is not', () => {
    const made = {
      id: 'p',
      kind: 'by' as const,
      before: iso(DEADLINE),
      timeZone: 'UTC',
      grace: 60,
    };
    const state = (until: number) =>
      promiseVerdict(
        made,
        { delivered: false, estimate: { observedAt: iso(DEADLINE - HOUR), until: iso(until) } },
        DEADLINE - HOUR,
      ).state;
    assert.equal(state(DEADLINE + MINUTE), 'on-time');
    assert.equal(state(DEADLINE + MINUTE + 1), 'at-risk');
  });

  test('R3: a promise in a zone this engine does not know stays unknown', () => {
    const made: DeliveryPromise = {
      id: 'p',
      kind: 'date',
      date: '2026-11-23',
      timeZone: 'Mars/Olympus',
    };
    assert.deepEqual(promiseVerdict(made, { delivered: false }, DEADLINE), {
      state: 'unknown',
      deadline: undefined,
    });
  });
});

describe('R1, R2: age', () => {
  const fact = fc.record(
    { observedAt: instant.map(iso), maxAge: fc.nat({ max: 10_000 }) },
    { requiredKeys: [] },
  );

  test('R2: at its maxAge a claim is withdrawn, to the millisecond, and never comes back', () => {
    fc.assert(
      fc.property(
        instant,
        fc.nat({ max: 100_000 }),
        fc.nat({ max: 3 * DAY }),
        (seen, maxAge, after) => {
          const claim = { observedAt: iso(seen), maxAge };
          const end = seen + maxAge * 1000;
          assert.equal(freshness(claim, end + after, 1).state, 'stale');
          if (maxAge) assert.notEqual(freshness(claim, end - 1, 1).state, 'stale');
          assert.equal(freshness({ observedAt: iso(seen) }, end + after, maxAge).state, 'stale');
        },
      ),
    );
  });

  test('R1: live for five minutes and no longer than its maxAge; then it shows its age', () => {
    const claim = { observedAt: iso(DEADLINE), maxAge: 3600 };
    const state = (now: number) => freshness(claim, now, 1).state;
    assert.equal(state(DEADLINE), 'live');
    assert.equal(state(DEADLINE + 5 * MINUTE - 1), 'live');
    assert.equal(state(DEADLINE + 5 * MINUTE), 'recent');
    assert.equal(freshness({ ...claim, maxAge: 60 }, DEADLINE + MINUTE, 1).state, 'stale');
    assert.equal(freshness({ ...claim, maxAge: 0 }, DEADLINE, 1).state, 'stale');
    assert.equal(freshness(claim, DEADLINE + HOUR, 1).observedAt, DEADLINE);
  });

  test('R3: a fact without a time, or from the future, has no age that could be believed', () => {
    assert.deepEqual(freshness({}, DEADLINE, 3600), { state: 'unknown' });
    const ahead = { observedAt: iso(DEADLINE + MINUTE + 1) };
    assert.deepEqual(freshness(ahead, DEADLINE, 3600), {
      state: 'unknown',
      changesAt: DEADLINE + 1,
    });
    assert.equal(freshness({ observedAt: iso(DEADLINE + MINUTE) }, DEADLINE, 3600).state, 'live');
  });

  test('the verdict on an age stands until the instant it names', () => {
    fc.assert(
      fc.property(fact, instant, samples, (claim, now, parts) =>
        staysUntilItSays((at) => freshness(claim, at, 900), claim, now, parts),
      ),
    );
  });

  test('the earliest instant is one that is still to come', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.option(fc.integer(), { nil: undefined })),
        (now, all) => {
          const ahead = all.filter((at): at is number => at !== undefined && at > now);
          assert.equal(earliest(now, ...all), ahead.sort((a, b) => a - b)[0]);
        },
      ),
    );
  });

  test('what is due on a day is due at its end', () => {
    assert.equal(dueAt(undefined), undefined);
    assert.equal(dueAt('2026-11-27T10:00:00Z'), Date.parse('2026-11-27T10:00:00Z'));
    assert.equal(
      dueAt({ date: '2026-11-27', timeZone: 'Europe/Paris' }),
      Date.parse('2026-11-28T00:00:00+01:00'),
    );
  });
});

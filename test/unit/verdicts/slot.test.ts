import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  offsetMinutes,
  parse,
  SlotListSchema,
  WEEKDAYS,
  type Constraint,
  type DeliveryPromise,
  type Revision,
  type Slot,
  type SlotList,
  type Window,
} from '../../../src/model/index.js';
import {
  agreedOf,
  brokenSlots,
  conflictOf,
  deadlineOf,
  imposedOf,
  narrowedOf,
  isWithin,
  promiseVerdict,
  slotsVerdict,
  slotVerdict,
  windowEnd,
} from '../../../src/verdicts/index.js';
import { DAY, HOUR, instant, iso, MINUTE, samples, staysUntilItSays } from './facts.js';

const timeZone = 'Europe/Paris';

/** 26 November 2026 is a Thursday. */
const slot = (from: string, before: string, zone = timeZone): Window => ({
  kind: 'slot',
  from,
  before,
  timeZone: zone,
});
const thursday = slot('2026-11-26T07:00:00+01:00', '2026-11-26T14:00:00+01:00');
const saturday = slot('2026-11-28T08:00:00+01:00', '2026-11-28T12:00:00+01:00');
const promise: DeliveryPromise = { id: 'p', ...thursday };
const MORNING = Date.parse('2026-11-24T09:00:00+01:00');

const revision = (state: Revision['state'], window?: Window, more: Partial<Revision> = {}) => ({
  id: `${state} ${window?.before}`,
  state,
  window,
  ...more,
});
const since = (...revisions: Revision[]): DeliveryPromise => ({ ...promise, revisions });

const STATES: readonly Revision['state'][] = [
  ...(['proposed', 'accepted', 'declined', 'withdrawn', 'expired', 'replaced'] as const),
  ...(['imposed', undefined] as const),
];
const windows: fc.Arbitrary<Window> = fc.oneof(
  fc
    .tuple(instant, fc.integer({ min: 1, max: 900 }))
    .map(([from, length]) => slot(iso(from), iso(from + length * MINUTE))),
  instant.map((before) => ({ kind: 'by' as const, before: iso(before), timeZone })),
  fc
    .constantFrom('2026-11-22', '2026-11-23', '2026-11-24')
    .map((date) => ({ kind: 'date' as const, date, timeZone })),
);
const revisions = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom(...STATES),
    window: fc.option(windows, { nil: undefined }),
    answerBy: fc.option(instant.map(iso), { nil: undefined }),
  }),
  { maxLength: 6 },
);
const changed: fc.Arbitrary<DeliveryPromise> = fc
  .tuple(windows, fc.option(revisions, { nil: undefined }))
  .map(([window, all]) => ({ id: 'p', ...window, ...(all && { revisions: all }) }));

describe('R5: a promise is never rewritten', () => {
  test('R5: only consent changes what counts, whatever else was said', () => {
    for (const state of STATES) {
      const made = since(revision(state, saturday));
      const expected = state === 'accepted' ? saturday : state === undefined ? undefined : made;
      assert.equal(agreedOf(made), expected, `${state}`);
    }
    fc.assert(
      fc.property(changed, fc.constantFrom(...STATES), windows, (made, state, window) => {
        const later = {
          ...made,
          revisions: [...(made.revisions ?? []), { id: 'last', state, window }],
        };
        if (state === 'accepted') assert.equal(agreedOf(later), window);
        else if (state === undefined) assert.equal(agreedOf(later), undefined);
        else {
          const before = agreedOf(made);
          assert.equal(agreedOf(later), before === made ? later : before);
        }
      }),
    );
  });

  test('R3: what was accepted and cannot be read is not what was promised before', () => {
    assert.equal(agreedOf(since(revision('accepted'))), undefined);
    assert.equal(deadlineOf(since(revision('accepted'))), undefined);
    assert.equal(agreedOf(since(revision('accepted'), revision('accepted', saturday))), saturday);
    // An unknown word that was settled by a later consent leaves no doubt.
    assert.equal(agreedOf(since(revision(undefined), revision('accepted', saturday))), saturday);
  });

  test('R5: the first promise stays in view, beside what is agreed and every change of it', () => {
    const all = [
      revision('declined', saturday),
      revision('accepted', slot('2026-11-26T10:00:00+01:00', '2026-11-26T12:00:00+01:00')),
      revision('proposed', saturday),
    ];
    const made = since(...all);
    const verdict = slotVerdict(made, undefined, MORNING);
    assert.equal(verdict.first, made);
    assert.equal(verdict.agreed, all[1]!.window);
    assert.equal(verdict.since, all[1]);
    assert.deepEqual(verdict.revisions, [...all].reverse());
    assert.deepEqual(
      verdict.proposals.map((proposal) => proposal.revision),
      [all[2]],
    );
  });

  test('R5: a proposal can be answered until its time runs out; then nothing has changed', () => {
    const answerBy = iso(MORNING + HOUR);
    const made = since(revision('proposed', saturday, { answerBy }));
    const at = (now: number) => slotVerdict(made, undefined, now);
    assert.equal(at(MORNING).changesAt, MORNING + HOUR);
    assert.equal(at(MORNING + HOUR - 1).proposals[0]!.answerable, true);
    assert.equal(at(MORNING + HOUR).proposals[0]!.answerable, false);
    assert.equal(at(MORNING + HOUR).agreed, made);
    // Nobody can agree to what cannot be read.
    const unread = slotVerdict(since(revision('proposed')), undefined, MORNING);
    assert.equal(unread.proposals[0]!.answerable, false);
  });

  test('R5: what the customer had ruled out is flagged', () => {
    const never: Constraint = { weekday: 'saturday' };
    const made = since(revision('proposed', saturday), revision('proposed', thursday));
    const { proposals } = slotVerdict(made, [{ weekday: 'monday' }, never], MORNING);
    assert.deepEqual(
      proposals.map(({ conflict }) => conflict),
      [never, undefined],
    );
  });

  test('R5: no answer counts once what was agreed, or what is proposed, is over', () => {
    const end = Date.parse(thursday.before!);
    const at = (revision_: ReturnType<typeof revision>, now: number) =>
      slotVerdict(since(revision_), undefined, now);
    const open = at(revision('proposed', saturday), end - 1);
    assert.deepEqual([open.proposals[0]!.answerable, open.proposals[0]!.ends], [true, end]);
    assert.equal(open.changesAt, end);
    assert.equal(at(revision('proposed', saturday), end).proposals[0]!.answerable, false);
    const past = slot('2026-11-20T10:00:00+01:00', '2026-11-20T11:00:00+01:00');
    assert.equal(at(revision('proposed', past), end - 1).proposals[0]!.answerable, false);
  });

  test('a window inside what was agreed is a narrowing, and the same one is not', () => {
    const narrower = slot('2026-11-26T10:00:00+01:00', '2026-11-26T11:00:00+01:00');
    const made = since(...[narrower, thursday, saturday].map((one) => revision('proposed', one)));
    assert.deepEqual(
      slotVerdict(made, undefined, MORNING).proposals.map(({ narrows }) => narrows),
      [true, false, false],
    );
    const by: Window = { kind: 'by', before: '2026-11-26T14:00:00+01:00', timeZone };
    const date: Window = { kind: 'date', date: '2026-11-26', timeZone };
    assert.deepEqual([isWithin(thursday, by), isWithin(by, thursday)], [true, false]);
    assert.deepEqual([isWithin(thursday, date), isWithin(date, thursday)], [true, false]);
    assert.deepEqual([isWithin(by, date), isWithin(date, by)], [false, false]);
    // Of a day of 25 hours every one counts.
    const long: Window = { kind: 'date', date: '2026-10-25', timeZone };
    assert.ok(isWithin(slot('2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00'), long));
    assert.ok(!isWithin(slot('2026-10-25T00:00:00+02:00', '2026-10-26T00:00:01+01:00'), long));
    assert.ok(!isWithin({ ...date, timeZone: 'Mars/Olympus' }, date));
  });

  test('the verdict stands until the instant it names', () => {
    fc.assert(
      fc.property(changed, instant, samples, (made, now, parts) =>
        staysUntilItSays((at) => slotVerdict(made, [{ weekday: 'monday' }], at), made, now, parts),
      ),
    );
  });
});

describe('R6: the deadline is that of what was agreed', () => {
  test('R6: it moves with consent and with nothing else', () => {
    const end = (window: Window) => Date.parse(window.before!);
    assert.equal(deadlineOf(promise), end(thursday));
    for (const state of STATES) {
      const expected =
        state === 'accepted' ? end(saturday) : state === undefined ? undefined : end(thursday);
      assert.equal(deadlineOf(since(revision(state, saturday))), expected, `${state}`);
    }
    assert.equal(
      windowEnd({ kind: 'date', date: '2026-11-30', timeZone }),
      Date.parse('2026-12-01T00:00:00+01:00'),
    );
  });

  test('R6: an imposed change breaks the promise at once, and it is missed at its own time', () => {
    const made = { ...since(revision('imposed', saturday)), grace: 900 };
    const lapses = Date.parse(thursday.before!) + 900_000;
    const at = (now: number, delivered = false, deliveredAt?: number) =>
      promiseVerdict(made, { delivered, deliveredAt }, now);
    assert.deepEqual(at(MORNING), {
      state: 'broken',
      deadline: Date.parse(thursday.before!),
      changesAt: lapses,
    });
    assert.equal(at(lapses - 1).state, 'broken');
    assert.equal(at(lapses).state, 'missed');
    // Brought at the agreed time after all, it is kept.
    assert.equal(at(lapses, true, lapses - HOUR).state, 'kept');
    const estimate = { observedAt: iso(MORNING), until: iso(lapses - HOUR) };
    assert.equal(
      promiseVerdict(made, { delivered: false, estimate }, MORNING).state,
      'broken',
      'an estimate does not mend it',
    );
  });

  test('R6: an imposed change that the customer agreed to afterwards is none any more', () => {
    const imposed = revision('imposed', saturday);
    assert.equal(imposedOf(since(imposed)), imposed);
    assert.equal(imposedOf(since(imposed, revision('declined', thursday))), imposed);
    assert.equal(imposedOf(since(imposed, revision('accepted', saturday))), undefined);
    // Nobody knows whether that word was consent.
    assert.equal(imposedOf(since(imposed, revision(undefined, saturday))), undefined);
    const after = since(revision(undefined), imposed);
    assert.deepEqual(promiseVerdict(after, { delivered: false }, MORNING), {
      state: 'broken',
      deadline: undefined,
    });
  });

  test('R5: one that stays within what was agreed breaks nothing, and moves nothing', () => {
    const within = {
      ...thursday,
      from: '2026-11-26T10:00:00+01:00',
      before: '2026-11-26T11:00:00+01:00',
    };
    const narrowed = revision('imposed', within);
    assert.equal(narrowedOf(since(narrowed)), narrowed);
    assert.equal(imposedOf(since(narrowed)), undefined);
    assert.equal(deadlineOf(since(narrowed)), Date.parse(thursday.before!));
    assert.equal(promiseVerdict(since(narrowed), { delivered: false }, MORNING).state, 'unknown');
    // Back within what was agreed: what had been imposed before counts no more.
    assert.equal(imposedOf(since(revision('imposed', saturday), narrowed)), undefined);
    // Nobody knows what counts, nor when they come: nothing is called a narrowing by guess (R3).
    for (const made of [since(revision(undefined), narrowed), since(revision('imposed'))])
      assert.equal(imposedOf(made), made.revisions!.at(-1));
  });

  test('R5: an imposed change waits for an answer only where the backend takes one', () => {
    for (const answerable of [true, false, undefined]) {
      const imposed = { ...revision('imposed', saturday), answerable };
      const verdict = slotVerdict(since(imposed), undefined, MORNING);
      assert.equal(verdict.proposals.length, answerable ? 1 : 0);
      assert.equal(verdict.imposed, imposed);
    }
  });

  test('R5: what was agreed and is ruled out is named', () => {
    const conflict = { weekday: 'thursday' } as const;
    assert.equal(slotVerdict(since(), [conflict], MORNING).conflict, conflict);
    assert.equal(slotVerdict(since(), [{ weekday: 'monday' }], MORNING).conflict, undefined);
  });

  test('R6: never early and from then on always, whatever changes were asked for', () => {
    fc.assert(
      fc.property(changed, fc.integer({ min: -DAY, max: DAY }), instant, (made, offset, other) => {
        const lapses = deadlineOf(made);
        for (const now of [(lapses ?? 0) + offset, lapses ?? 0, (lapses ?? 0) - 1, other]) {
          const { state } = promiseVerdict(made, { delivered: false }, now);
          assert.equal(state === 'missed', lapses !== undefined && now >= lapses);
          assert.equal(state === 'broken', !!imposedOf(made) && !(now >= (lapses ?? Infinity)));
        }
      }),
    );
  });

  test('the verdict on a changed promise stands until the instant it names', () => {
    fc.assert(
      fc.property(changed, instant, samples, (made, now, parts) =>
        staysUntilItSays((at) => promiseVerdict(made, { delivered: false }, at), made, now, parts),
      ),
    );
  });
});

describe('R5: what the customer has ruled out', () => {
  const local = (zone: string, at: number): Date =>
    new Date(at + offsetMinutes(zone, at)! * MINUTE);
  /** Minute by minute, on the wall clock of the zone. */
  const meets = ({ weekday, date, from, until }: Constraint, window: Window): boolean => {
    const end = Date.parse(window.before!);
    for (let at = Date.parse(window.from!); at < end; at += MINUTE) {
      const there = local(window.timeZone, at).toISOString();
      const time = there.slice(11, 16);
      const day = (new Date(there).getUTCDay() + 6) % 7;
      if (
        (weekday === undefined || WEEKDAYS[day] === weekday) &&
        (date === undefined || there.startsWith(date)) &&
        (from === undefined || time >= from) &&
        (until === undefined || time < until)
      )
        return true;
    }
    return false;
  };
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
    .map(([hour, minute]) => `${`${hour}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`);
  const constraint: fc.Arbitrary<Constraint> = fc
    .tuple(
      fc.record(
        { weekday: fc.constantFrom(...WEEKDAYS), from: time, until: time },
        { requiredKeys: [] },
      ),
      fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined }),
    )
    // As the model lets in: hours without a moment rule nothing out.
    .filter(([{ from = '00:00', until }]) => until === undefined || from < until)
    .map(([one, day]) =>
      day === undefined || one.weekday !== undefined
        ? one
        : { ...one, date: iso(Date.UTC(2026, 10, 26) + day * DAY).slice(0, 10) },
    );

  test('R5: a window that shares a moment with it conflicts, over any change of the clocks', () => {
    const changes: [zone: string, at: number][] = [
      ['Europe/Paris', Date.UTC(2026, 2, 29, 1)],
      ['Europe/Paris', Date.UTC(2026, 9, 25, 1)],
      ['America/Santiago', Date.UTC(2026, 8, 6, 4)],
      ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
      ['Africa/Cairo', Date.UTC(2026, 3, 23, 22)],
      ['Pacific/Chatham', Date.UTC(2026, 8, 26, 14)],
      ['Asia/Kathmandu', Date.UTC(2026, 10, 26)],
      ['America/St_Johns', Date.UTC(2026, 10, 26)],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: -30 * 60, max: 30 * 60 }),
        fc.integer({ min: 1, max: 14 * 60 }),
        fc.array(constraint, { maxLength: 3 }),
        ([zone, at], offset, length, all) => {
          const start = at + offset * MINUTE;
          const window = slot(iso(start), iso(start + length * MINUTE), zone);
          const date = local(zone, start).toISOString().slice(0, 10);
          const mine = all.map((one) => (one.date === undefined ? one : { ...one, date }));
          assert.equal(
            conflictOf(window, mine, zone),
            mine.find((one) => meets(one, window)),
          );
        },
      ),
    );
  });

  test('R5: its end touches no window that begins there, nor does its beginning', () => {
    const until: Constraint[] = [{ until: '07:00' }];
    const from: Constraint[] = [{ from: '14:00' }];
    assert.equal(conflictOf(thursday, [...until, ...from], timeZone), undefined);
    const earlier = { ...thursday, from: '2026-11-26T06:59:59+01:00' };
    assert.equal(conflictOf(earlier, until, timeZone), until[0]);
  });

  test('of a deadline its own day counts, up to it; of a day, the whole of it', () => {
    const by: Window = { kind: 'by', before: '2026-11-26T14:00:00+01:00', timeZone };
    const day: Window = { kind: 'date', date: '2026-11-26', timeZone };
    const thursdays: Constraint[] = [{ weekday: 'thursday' }];
    assert.equal(conflictOf(by, thursdays, timeZone), thursdays[0]);
    assert.equal(conflictOf(day, thursdays, timeZone), thursdays[0]);
    assert.equal(conflictOf(by, [{ weekday: 'wednesday' }], timeZone), undefined);
    assert.equal(conflictOf(by, [{ from: '14:00' }], timeZone), undefined);
    assert.equal(conflictOf(day, [{ from: '14:00' }], timeZone)?.from, '14:00');
    // "Before Thursday begins" is Wednesday.
    const midnight = { ...by, before: '2026-11-26T00:00:00+01:00' };
    assert.equal(conflictOf(midnight, thursdays, timeZone), undefined);
    assert.equal(conflictOf(by, undefined, timeZone), undefined);
    assert.equal(conflictOf(day, thursdays, 'Mars/Olympus'), undefined);
  });

  test('an hour that is skipped is in no window; one that comes twice is in both', () => {
    const night: Constraint[] = [{ from: '02:00', until: '03:00' }];
    const gap = slot('2026-03-29T01:00:00+01:00', '2026-03-29T04:00:00+02:00');
    assert.equal(conflictOf(gap, night, timeZone), undefined);
    for (const [from, before] of [
      ['2026-10-25T02:10:00+02:00', '2026-10-25T02:20:00+02:00'],
      ['2026-10-25T02:10:00+01:00', '2026-10-25T02:20:00+01:00'],
    ] as const)
      assert.equal(conflictOf(slot(from, before), night, timeZone), night[0]);
  });
});

describe('the slots of a list', () => {
  const at = (day: number, hour: number): string => {
    const two = (number: number) => `${number}`.padStart(2, '0');
    return `2026-11-${two(day)}T${two(hour)}:00:00+01:00`;
  };
  const free = (slotId: string, day: number, hour: number, length = 2, more = {}): Slot => ({
    slotId,
    from: at(day, hour),
    before: at(day, hour + length),
    ...more,
  });
  const list = (slots: readonly Slot[], more: Partial<SlotList> = {}): SlotList => ({
    observedAt: iso(MORNING),
    timeZone,
    slots: [...slots],
    ...more,
  });
  const states = (of: SlotList, now = MORNING) =>
    slotsVerdict(of, now).days.flatMap(({ slots }) =>
      slots.map((one) => `${one.slot.slotId} ${one.state}`),
    );

  test('days in order, slots by their beginning, each with why it cannot be had', () => {
    const reason = { code: 'evening', reason: 'Alpline does not drive in the evening.' };
    const made = list(
      [
        free('late', 27, 18, 2, { unavailable: reason }),
        free('full', 26, 14, 2, { capacity: 0 }),
        free('early', 26, 8, 4),
        free('short', 26, 8, 2, { capacity: 3 }),
        free('weekend', 28, 8),
        free('gone', 24, 8),
      ],
      { constraints: [{ weekday: 'saturday' }], closed: [{ date: '2026-11-29' }] },
    );
    const verdict = slotsVerdict(made, MORNING);
    assert.deepEqual(
      verdict.days.map(({ date, closed, ruledOut }) => [date, closed, ruledOut?.weekday]),
      [
        ['2026-11-24', undefined, undefined],
        ['2026-11-26', undefined, undefined],
        ['2026-11-27', undefined, undefined],
        ['2026-11-28', undefined, 'saturday'],
        ['2026-11-29', true, undefined],
      ],
    );
    assert.deepEqual(states(made), [
      'gone past',
      ...['short free', 'early free', 'full full', 'late unavailable', 'weekend ruled-out'],
    ]);
    assert.equal(verdict.free, 2);
    assert.equal(verdict.earliest!.slotId, 'short');
    assert.equal(verdict.shortest!.slotId, 'short');
    assert.equal(
      slotsVerdict(list([free('a', 26, 8), free('b', 27, 8)]), MORNING).shortest,
      undefined,
    );
  });

  test('a slot is past once it has begun, to the millisecond', () => {
    const made = list([free('a', 26, 8)]);
    const begins = Date.parse(at(26, 8));
    assert.deepEqual(states(made, begins - 1), ['a free']);
    assert.deepEqual(states(made, begins), ['a past']);
  });

  test('a place that is held for this customer is not full, until the hold ends', () => {
    const until = MORNING + 600_000;
    const hold = { reference: 'h', slotId: 'a', until: iso(until) };
    const made = list([free('a', 26, 8, 2, { capacity: 0 })], { hold });
    assert.deepEqual(states(made, until - 1), ['a free']);
    assert.equal(slotsVerdict(made, until - 1).hold, hold);
    assert.deepEqual(states(made, until), ['a full']);
    assert.equal(slotsVerdict(made, until).hold, undefined);
  });

  test('R2: a list past its age says so', () => {
    const made = list([free('a', 26, 8)]);
    assert.equal(slotsVerdict(made, MORNING + 299_999).freshness.state, 'live');
    assert.equal(slotsVerdict(made, MORNING + 300_000).freshness.state, 'stale');
    assert.equal(
      slotsVerdict(list([], { maxAge: 3600 }), MORNING + HOUR - 1).freshness.state,
      'recent',
    );
  });

  test('R3: what contradicts the list is left out and named; the rest stays', () => {
    const made = list(
      [
        free('a', 26, 8),
        free('a', 26, 10),
        {
          slotId: 'offset',
          from: '2026-11-26T08:00:00+02:00',
          before: '2026-11-26T10:00:00+02:00',
        },
        { slotId: 'gap', from: '2026-03-29T02:30:00+01:00', before: '2026-03-29T04:00:00+02:00' },
        { slotId: 'utc', from: '2026-11-26T09:00:00Z', before: '2026-11-26T11:00:00Z' },
        free('sunday', 29, 8),
        // Two that overlap are two: which of them is driven is the customer's choice.
        free('overlapping', 26, 9),
      ],
      { closed: [{ date: '2026-11-29', reason: 'No Sundays.' }] },
    );
    assert.deepEqual(states(made), [
      ...['a free', 'overlapping free', 'utc free', 'sunday unavailable'],
    ]);
    assert.deepEqual(brokenSlots(made), [
      { path: 'slots.a', problem: 'the same slotId twice' },
      { path: 'slots.offset', problem: 'offset and time zone disagree' },
      { path: 'slots.gap', problem: 'offset and time zone disagree' },
      { path: 'closed.2026-11-29', problem: 'a day without slots has some' },
    ]);
    assert.deepEqual(brokenSlots(list([free('a', 26, 8)])), []);
  });

  test('a slot belongs to the day it begins on there, whatever the writer’s offset', () => {
    const night = { slotId: 'n', from: '2026-11-26T23:00:00Z', before: '2026-11-27T01:00:00Z' };
    assert.equal(slotsVerdict(list([night]), MORNING).days[0]!.date, '2026-11-27');
    // Two hours that carry the same times and are an hour apart.
    const twice = list([
      { slotId: 'second', from: '2026-10-25T02:00:00+01:00', before: '2026-10-25T02:30:00+01:00' },
      { slotId: 'first', from: '2026-10-25T02:00:00+02:00', before: '2026-10-25T02:30:00+02:00' },
    ]);
    assert.deepEqual(states(twice, 0), ['first free', 'second free']);
  });

  test('R3: 10,000 slots are one list like any other', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => {
      const from = Date.UTC(2026, 10, 26) + index * 15 * MINUTE;
      return {
        slotId: `s${index}`,
        from: iso(from),
        before: iso(from + HOUR),
        capacity: index % 3,
      };
    });
    const constraints: Constraint[] = [{ weekday: 'sunday' }, { until: '08:00' }];
    const { value, broken } = parse(SlotListSchema, { timeZone, slots: many, constraints });
    assert.deepEqual(broken, []);
    const verdict = slotsVerdict(value!, MORNING);
    const all = verdict.days.flatMap(({ slots }) => slots);
    assert.equal(all.length, 10_000);
    assert.equal(verdict.free, all.filter(({ state }) => state === 'free').length);
    assert.ok(verdict.free > 1000 && verdict.free < 6700);
    assert.equal(verdict.days.filter(({ ruledOut }) => ruledOut).length, 15);
  });

  test('the verdict stands until the instant it names', () => {
    const slots = fc.array(
      fc
        .tuple(
          fc.nat({ max: 5 }),
          instant,
          fc.integer({ min: 1, max: 300 }),
          fc.option(fc.nat({ max: 2 }), { nil: undefined }),
        )
        .map(([id, from, length, capacity]) => ({
          slotId: `${id}`,
          from: iso(from),
          before: iso(from + length * MINUTE),
          capacity,
        })),
      { maxLength: 6 },
    );
    const hold = fc.option(
      instant.map((until) => ({ reference: 'h', slotId: '1', until: iso(until) })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(slots, hold, instant, instant, samples, (all, held, observed, now, parts) => {
        const made = list(all, { hold: held, observedAt: iso(observed) });
        staysUntilItSays((when) => slotsVerdict(made, when), made, now, parts);
      }),
    );
  });
});

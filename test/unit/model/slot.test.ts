import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  ConstraintSchema,
  OrderSchema,
  parse,
  parseWhole,
  SlotCommandSchema,
  SlotListSchema,
  WindowSchema,
  type SlotList,
} from '../../../src/model/index.js';
import { brokenSlots } from '../../../src/verdicts/index.js';
import { isFrozenWhole, paris, pathsOf, replaced, rubbish } from './facts.js';

const timeZone = 'Europe/Paris';
const problems = (schema: Parameters<typeof parse>[0], input: unknown): string[] =>
  parse(schema, input).broken.map(({ path, problem }) => `${path}: ${problem}`);

const slot = { slotId: 'a', from: paris('26T08:00:00'), before: paris('26T10:00:00') };
const whole: SlotList = {
  version: 3,
  observedAt: paris('24T09:00:00'),
  maxAge: 300,
  source: { kind: 'carrier', name: 'Alpline' },
  timeZone,
  slots: [
    { ...slot, capacity: 2, price: { amount: 1500, currency: 'EUR' } },
    { ...slot, slotId: 'b', unavailable: { code: 'evening', reason: 'Not in the evening.' } },
  ],
  closed: [{ date: '2026-11-29', reason: 'Alpline does not drive on Sundays.' }],
  next: '2026-11-30',
  hold: { reference: 'h', slotId: 'a', until: paris('24T09:10:00') },
  constraints: [{ weekday: 'saturday' }, { date: '2026-11-27', from: '08:00', until: '12:00' }],
  contacts: [{ kind: 'phone', value: '01 99 00 42 42' }],
};

describe('R3: a window is sound or it is none', () => {
  const refused: [what: string, window: object, problem: string][] = [
    [
      'reversed',
      { kind: 'slot', from: paris('26T14:00:00'), before: paris('26T07:00:00'), timeZone },
      ': the promise ends before it begins',
    ],
    [
      'without any length',
      { kind: 'slot', from: paris('26T07:00:00'), before: paris('26T07:00:00'), timeZone },
      ': the promise ends before it begins',
    ],
    ['without a zone', { kind: 'by', before: paris('26T07:00:00') }, ': no timeZone'],
    [
      'in a zone nobody knows',
      { kind: 'by', before: paris('26T07:00:00'), timeZone: 'Mars/Olympus' },
      'timeZone: not a known IANA time zone',
    ],
    [
      'with an offset against its zone',
      { kind: 'by', before: '2026-11-26T07:00:00+02:00', timeZone },
      ': offset and time zone disagree',
    ],
    [
      'with a time that does not exist, by the offset before the gap',
      { kind: 'by', before: '2026-03-29T02:30:00+01:00', timeZone },
      ': offset and time zone disagree',
    ],
    [
      'with a time that does not exist, by the offset after the gap',
      { kind: 'by', before: '2026-03-29T02:30:00+02:00', timeZone },
      ': offset and time zone disagree',
    ],
    [
      'that begins inside a gap',
      {
        kind: 'slot',
        from: '2026-03-29T02:30:00+01:00',
        before: '2026-03-29T05:00:00+02:00',
        timeZone,
      },
      ': offset and time zone disagree',
    ],
    [
      'without its own time',
      { kind: 'slot', before: paris('26T07:00:00'), timeZone },
      ': the promise lacks its own date or time',
    ],
    ['a day that is none', { kind: 'date', date: '2026-02-30', timeZone }, 'date: not a date'],
    [
      'a time without an offset',
      { kind: 'by', before: '2026-11-26T07:00:00', timeZone },
      'before: not an RFC 3339 date-time with offset',
    ],
  ];
  for (const [what, window, problem] of refused)
    test(`R3: ${what}: refused, named, and whatever carries it salvaged`, () => {
      assert.equal(parse(WindowSchema, window).value, undefined);
      assert.ok(
        problems(WindowSchema, window).includes(problem),
        problems(WindowSchema, window)[0],
      );
      const promise = { id: 'p', kind: 'by', before: paris('26T17:00:00'), timeZone };
      const { value, broken } = parse(OrderSchema, {
        reference: 'FR-1',
        promises: [
          { id: 'bad', ...window },
          { ...promise, revisions: [{ id: 'r1', state: 'proposed', window }] },
        ],
      });
      // A promise without its time is none; a proposal without one stays, and nobody can agree to it.
      assert.deepEqual(value!.promises, [
        { ...promise, revisions: [{ id: 'r1', state: 'proposed' }] },
      ]);
      assert.ok(broken.some(({ path }) => path.startsWith('promises.0')));
      assert.ok(broken.some(({ path }) => path.startsWith('promises.1.revisions.0.window')));
    });

  test('R3: inside an overlap its offset tells which; across one both ends are as they are written', () => {
    for (const offset of ['+02:00', '+01:00'])
      assert.deepEqual(
        problems(WindowSchema, { kind: 'by', before: `2026-10-25T02:30:00${offset}`, timeZone }),
        [],
      );
    const across = {
      kind: 'slot',
      from: '2026-10-25T02:30:00+02:00',
      before: '2026-10-25T02:30:00+01:00',
      timeZone,
    };
    assert.deepEqual(problems(WindowSchema, across), []);
    const back = { ...across, from: across.before, before: across.from };
    assert.deepEqual(problems(WindowSchema, back), [': the promise ends before it begins']);
  });

  test('R5: a story with a change that cannot be told apart is no story: the promise is unknown', () => {
    const promise = { id: 'p', kind: 'by', before: paris('26T17:00:00'), timeZone };
    const read = (revisions: unknown) =>
      parse(OrderSchema, { reference: 'A', promises: [{ ...promise, revisions }] }).value!.promises;
    assert.deepEqual(read([{ id: 'r1', state: 'accepted' }, { state: 'accepted' }]), []);
    assert.deepEqual(read('none'), []);
    assert.deepEqual(read(null), [promise]);
    // A word this version does not know is unknown, not "nothing has happened".
    assert.deepEqual(read([{ id: 'r1', state: 'countered' }]), [
      { ...promise, revisions: [{ id: 'r1' }] },
    ]);
  });
});

describe('R3: lists of slots', () => {
  test('R3: a list with every member present is read whole', () => {
    assert.deepEqual(parse(SlotListSchema, whole), { value: whole, broken: [] });
  });

  const bad: [what: string, slot: object, named: RegExp][] = [
    ['reversed', { ...slot, before: paris('26T07:00:00') }, /^slots\.1: the slot ends before/],
    ['without any length', { ...slot, before: slot.from }, /^slots\.1: the slot ends before/],
    [
      'with a negative capacity',
      { ...slot, capacity: -1 },
      /^slots\.1\.capacity: not an integer from 0/,
    ],
    ['with half a place', { ...slot, capacity: 0.5 }, /^slots\.1\.capacity/],
    ['with "many" places', { ...slot, capacity: 'many' }, /^slots\.1\.capacity/],
    [
      'with a price nobody can pay',
      { ...slot, price: { amount: -5, currency: 'EUR' } },
      /^slots\.1\.price/,
    ],
    ['without an identifier', { ...slot, slotId: '' }, /^slots\.1\.slotId/],
    ['without an end', { slotId: 'x', from: slot.from }, /^slots\.1: no before/],
    ['unavailable for no reason', { ...slot, unavailable: {} }, /^slots\.1\.unavailable/],
  ];
  for (const [what, wrong, named] of bad)
    test(`R3: a slot ${what} is taken out and named; the others stay`, () => {
      const after = { ...slot, slotId: 'after' };
      const { value, broken } = parse(SlotListSchema, { timeZone, slots: [slot, wrong, after] });
      assert.deepEqual(value!.slots, [slot, after]);
      assert.ok(
        broken.some(({ path, problem }) => named.test(`${path}: ${problem}`)),
        JSON.stringify(broken),
      );
    });

  test('R3: in a zone nobody knows, or in none, there is no list', () => {
    for (const zone of ['Mars/Olympus', '', undefined, 1])
      assert.equal(parse(SlotListSchema, { timeZone: zone, slots: [slot] }).value, undefined);
  });

  test('R3: what only the whole list can tell is named too', () => {
    const slots = [
      slot,
      { ...slot, before: paris('26T12:00:00') },
      { slotId: 'offset', from: '2026-11-26T08:00:00+02:00', before: '2026-11-26T10:00:00+02:00' },
      { slotId: 'gap', from: '2026-03-29T02:30:00+02:00', before: '2026-03-29T05:00:00+02:00' },
    ];
    const { value, broken } = parse(SlotListSchema, { timeZone, slots });
    assert.deepEqual(broken, []);
    assert.deepEqual(
      brokenSlots(value!).map(({ path }) => path),
      ['slots.a', 'slots.offset', 'slots.gap'],
    );
  });

  test('R3: one corrupted place never throws, is named, and never adds a thing', () => {
    const paths = pathsOf(whole);
    fc.assert(
      fc.property(fc.constantFrom(...paths), rubbish, (path, wrong) => {
        const { value, broken } = parse(SlotListSchema, replaced(whole, path, wrong));
        assert.ok(isFrozenWhole(value));
        assert.ok(value !== undefined || broken.length > 0);
        if (!value) return;
        assert.ok(value.slots.length <= 2);
        assert.deepEqual(parse(SlotListSchema, value), { value, broken: [] });
        brokenSlots(value);
      }),
    );
  });
});

describe('what the customer has ruled out', () => {
  test('R3: days and hours that say nothing, or contradict each other, are refused', () => {
    const read = (constraint: object) => parseWhole(ConstraintSchema, constraint);
    for (const sound of [
      { weekday: 'saturday' },
      { date: '2026-11-26', from: '12:00' },
      { until: '08:00' },
      { from: '00:00', until: '23:59' },
    ])
      assert.deepEqual(read(sound), sound);
    for (const wrong of [
      {},
      { weekday: 'Saturday' },
      { weekday: 'saturday', date: '2026-11-28' },
      { from: '12:00', until: '12:00' },
      { from: '14:00', until: '12:00' },
      { until: '00:00' },
      { from: '24:00' },
      { from: '7:00' },
      { date: '2026-11-31' },
      { weekday: 'monday', until: 'noon' },
    ])
      assert.equal(read(wrong), undefined, JSON.stringify(wrong));
  });

  test('R5: half of what the customer ruled out is not sent as all of it', () => {
    const command = {
      type: 'constrain',
      constraints: [{ weekday: 'sunday' }, { weekday: 'someday' }],
    };
    assert.equal(parse(SlotCommandSchema, command).value, undefined);
    assert.ok(parseWhole(SlotCommandSchema, { ...command, constraints: [] }));
  });
});

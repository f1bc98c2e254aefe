import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import type {
  BasketCheck,
  BasketChoice,
  BasketLine,
  StockBatch,
  StockLevel,
} from '../../../src/model/index.js';
import {
  BASKET_MAX_AGE,
  basketAfter,
  basketFromStock,
  basketVerdict,
  isNow,
} from '../../../src/verdicts/index.js';
import { DEADLINE as NOW, instant, iso, MINUTE, samples, staysUntilItSays } from './facts.js';

const total = (batches: readonly { quantity: number }[]): number =>
  batches.reduce((sum, { quantity }) => sum + quantity, 0);

const DAYS = ['2026-12-01', '2026-12-02', '2026-12-03'] as const;
const batch: fc.Arbitrary<StockBatch> = fc.record(
  {
    quantity: fc.integer({ min: 0, max: 3 }),
    from: fc.constantFrom(...DAYS),
    condition: fc.constantFrom('prepaid' as const, 'deposit' as const),
  },
  { requiredKeys: ['quantity'], noNullPrototype: true },
);
const batches = fc.array(batch, { maxLength: 4 });

const SKUS = ['A', 'B', 'C'] as const;
const sku = fc.constantFrom(...SKUS);
const parts = fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 3,
});
const line = (id: string): fc.Arbitrary<BasketLine> =>
  fc.record(
    {
      id: fc.constant(id),
      sku,
      quantity: fc.integer({ min: 1, max: 5 }),
      promised: batches,
      parts,
    },
    { requiredKeys: ['id', 'sku', 'quantity'], noNullPrototype: true },
  );
const lines = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => line(`line-${index}`))),
  );

const told = ({ promised, quantity }: BasketLine): readonly StockBatch[] =>
  promised && total(promised) === quantity ? promised : [{ quantity }];

/** The slow and certain way: each told unit needs a unit of its own that is no worse. */
const canBeKept = (had: readonly StockBatch[], wanted: readonly StockBatch[]): boolean => {
  const each = (all: readonly StockBatch[]): StockBatch[] =>
    all.flatMap((one) => Array.from({ length: one.quantity }, () => one));
  const units = each(had);
  const fits = (unit: StockBatch, want: StockBatch): boolean => {
    if (isNow(unit)) return true;
    if (isNow(want) || (unit.condition && unit.condition !== want.condition)) return false;
    return want.from === undefined || (unit.from !== undefined && unit.from <= want.from);
  };
  const takenBy = new Map<StockBatch | number, number>();
  const wants = each(wanted);
  const place = (want: number, seen: Set<number>): boolean =>
    units.some((unit, index) => {
      if (seen.has(index) || !fits(unit, wants[want]!)) return false;
      seen.add(index);
      const other = takenBy.get(index);
      if (other !== undefined && !place(other, seen)) return false;
      takenBy.set(index, want);
      return true;
    });
  return wants.every((_, want) => place(want, new Set()));
};

/** An answer, true or not. */
const checkOf = (asked: readonly BasketLine[]): fc.Arbitrary<BasketCheck> =>
  fc
    .tuple(
      fc.record(
        {
          observedAt: fc.oneof(fc.constant(iso(NOW)), instant.map(iso)),
          maxAge: fc.constantFrom(0, 30, 600),
          hold: fc.record({
            reference: fc.constant('H-1'),
            until: fc.oneof(fc.constant(iso(NOW + 10 * MINUTE)), instant.map(iso)),
          }),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      fc.array(
        fc.record(
          {
            lineId: fc.constantFrom(...asked.map(({ id }) => id), 'line-0', 'another'),
            parts: batches,
          },
          { requiredKeys: ['lineId'], noNullPrototype: true },
        ),
        { maxLength: 5 },
      ),
      fc.boolean(),
    )
    .map(([facts, found, isWhole]) => ({
      ...facts,
      // Half of them answer each line once, with as many units as were asked for.
      lines: isWhole
        ? asked.map(({ id, quantity }) => ({ lineId: id, parts: [{ quantity }] }))
        : found,
    }));
const asked = lines.chain((all) => fc.tuple(fc.constant<readonly BasketLine[]>(all), checkOf(all)));

const check = (
  had: Record<string, StockBatch[]>,
  more: Partial<BasketCheck> = {},
): BasketCheck => ({
  observedAt: iso(NOW),
  lines: Object.entries(had).map(([lineId, found]) => ({ lineId, parts: found })),
  ...more,
});
const five: BasketLine = { id: 'a', sku: 'A', quantity: 5 };
const stateOf = (all: readonly BasketLine[], answer: BasketCheck | undefined): string =>
  basketVerdict(all, answer, NOW).state;

describe('R4: the verdict on a basket', () => {
  test('R4: confirmed only if every line gets all its units as promised, of one fresh answer', () => {
    let confirmed = 0;
    fc.assert(
      fc.property(asked, instant, fc.boolean(), ([all, answer], at, isNowExactly) => {
        const now = isNowExactly ? NOW : at;
        const verdict = basketVerdict(all, answer, now);
        if (verdict.state !== 'confirmed') return;
        confirmed++;
        const age = now - Date.parse(answer.observedAt!);
        assert.ok(age >= -MINUTE && age < (answer.maxAge ?? BASKET_MAX_AGE) * 1000);
        if (answer.hold) assert.ok(now < Date.parse(answer.hold.until));
        for (const each of all) {
          const found = answer.lines.filter(({ lineId }) => lineId === each.id);
          assert.equal(found.length, 1);
          assert.equal(total(found[0]!.parts!), each.quantity);
          assert.ok(canBeKept(found[0]!.parts!, told(each)));
        }
        assert.ok(answer.lines.every(({ lineId }) => all.some(({ id }) => id === lineId)));
      }),
      { numRuns: 1000 },
    );
    assert.ok(confirmed > 20, `${confirmed} of the generated baskets were confirmed`);
  });

  test('R5: a line is as promised exactly if each unit that was told can be kept', () => {
    fc.assert(
      fc.property(batches, batches, (had, promised) => {
        const quantity = Math.max(total(had), 1);
        const [verdict] = basketVerdict(
          [{ ...five, quantity, promised }],
          check({ a: had }),
          NOW,
        ).lines;
        const wanted = told({ ...five, quantity, promised });
        assert.equal(verdict!.state === 'as-promised', canBeKept(had, wanted));
        assert.equal(verdict!.broken === 0, verdict!.state === 'as-promised');
        assert.equal(verdict!.now + total(verdict!.later) + verdict!.missing, quantity);
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of batches does not matter', () => {
    fc.assert(
      fc.property(
        batches.chain((had) => fc.tuple(fc.constant(had), shuffled(had))),
        batches.chain((had) => fc.tuple(fc.constant(had), shuffled(had))),
        ([had, hadToo], [promised, promisedToo]) => {
          const quantity = Math.max(total(had), 1);
          const judge = (found: StockBatch[], said: StockBatch[]) => {
            const verdict = basketVerdict(
              [{ ...five, quantity, promised: said }],
              check({ a: found }),
              NOW,
            );
            const { state, now, missing, broken } = verdict.lines[0]!;
            return { whole: verdict.state, state, now, missing, broken };
          };
          assert.deepEqual(judge(had, promised), judge(hadToo, promisedToo));
        },
      ),
    );
  });

  test('R2: it says when it changes by time alone', () => {
    fc.assert(
      fc.property(asked, instant, samples, ([all, answer], now, times) =>
        staysUntilItSays((at) => basketVerdict(all, answer, at), answer, now, times),
      ),
    );
  });

  test('R3: what contradicts itself is never confirmed', () => {
    const whole = { a: [{ quantity: 5 }] };
    assert.equal(stateOf([five], check(whole)), 'confirmed');
    const contradictions: Record<string, [BasketLine[], BasketCheck | undefined]> = {
      'no answer': [[five], undefined],
      'an empty basket': [[], check({})],
      'no time': [[five], check(whole, { observedAt: undefined })],
      'too old': [[five], check(whole, { observedAt: iso(NOW - 61_000) })],
      'from the future': [[five], check(whole, { observedAt: iso(NOW + 61_000) })],
      'a hold that has ended': [
        [five],
        check(whole, { hold: { reference: 'H', until: iso(NOW - 1) } }),
      ],
      'more units than were asked for': [[five], check({ a: [{ quantity: 6 }] })],
      'a line twice': [
        [five],
        { ...check(whole), lines: [...check(whole).lines, ...check(whole).lines] },
      ],
      'a line of another basket': [[five], check({ ...whole, b: [{ quantity: 1 }] })],
      'a line without units': [[five], { observedAt: iso(NOW), lines: [{ lineId: 'a' }] }],
      'one answer for two lines': [[five, five], check(whole)],
      'one line without an answer': [[five, { ...five, id: 'b' }], check(whole)],
    };
    for (const [name, [all, answer]] of Object.entries(contradictions))
      assert.equal(stateOf(all, answer), 'unsure', name);
  });

  test('R5: told words that do not add up to the units told nothing: all must be there now', () => {
    const odd = { ...five, promised: [{ quantity: 3 }] };
    assert.equal(stateOf([odd], check({ a: [{ quantity: 5 }] })), 'confirmed');
    assert.equal(
      stateOf([odd], check({ a: [{ quantity: 3 }, { quantity: 2, from: '2026-12-01' }] })),
      'changed',
    );
  });

  test('R5: sooner is as promised; later, or under a condition that was not told, is not', () => {
    const promised = [{ quantity: 3 }, { quantity: 2, from: '2026-12-02' }];
    const judge = (later: Omit<StockBatch, 'quantity'>): string =>
      stateOf([{ ...five, promised }], check({ a: [{ quantity: 3 }, { quantity: 2, ...later }] }));
    assert.equal(judge({ from: '2026-12-02' }), 'confirmed');
    assert.equal(judge({ from: '2026-12-01' }), 'confirmed');
    assert.equal(judge({}), 'confirmed');
    assert.equal(judge({ from: '2026-12-03' }), 'changed');
    assert.equal(judge({ from: '2026-12-01', condition: 'prepaid' }), 'changed');
    assert.equal(judge({ condition: 'prepaid' }), 'changed');
  });
});

const shuffled = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });

describe('the basket after a choice', () => {
  const choice = (after: BasketLine[]): BasketChoice => ({
    choiceId: 'c',
    kind: 'all',
    lines: after,
  });

  test('R5: what the panel told is what must hold; it is confirmed by the same answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), batches, (quantity, had) => {
        if (total(had) > quantity) return;
        const basket = [{ ...five, quantity }];
        const verdict = basketVerdict(basket, check({ a: had }), NOW);
        const [after] = basketAfter(choice([{ ...five, quantity }]), verdict);
        if (total(had) < quantity) return assert.equal(after!.promised, undefined);
        assert.equal(total(after!.promised!), quantity);
        assert.equal(stateOf([after!], check({ a: had })), 'confirmed');
        return;
      }),
    );
  });

  test('the soonest units go to a choice of fewer; another article keeps what the choice says', () => {
    const verdict = basketVerdict(
      [five],
      check({ a: [{ quantity: 2, from: '2026-12-01', condition: 'prepaid' }, { quantity: 3 }] }),
      NOW,
    );
    const promised = [{ quantity: 1, from: '2026-12-05' }];
    assert.deepEqual(
      basketAfter(
        choice([
          { ...five, quantity: 3 },
          { ...five, sku: 'Z', quantity: 1, promised },
        ]),
        verdict,
      ).map((each) => each.promised),
      [[{ quantity: 3 }], promised],
    );
  });
});

const shelf = (quantity: number, more: Partial<StockLevel> = {}): Omit<StockLevel, 'sku'> => ({
  observedAt: iso(NOW),
  quantity,
  ...more,
});
const level: fc.Arbitrary<Omit<StockLevel, 'sku'>> = fc.record(
  {
    observedAt: fc.constantFrom(iso(NOW), iso(NOW - 30_000), iso(NOW - 20 * MINUTE)),
    quantity: fc.integer({ min: 0, max: 9 }),
    availability: fc.constantFrom('InStock', 'OutOfStock', 'MadeToOrder', 'InStoreOnly'),
    batches,
    maxAge: fc.constantFrom(60, 600),
  },
  { requiredKeys: ['observedAt'], noNullPrototype: true },
);
const levelsOf = (
  found: Partial<Record<string, Omit<StockLevel, 'sku'> | undefined>>,
): StockLevel[] =>
  Object.entries(found).flatMap(([name, each]) => (each ? [{ sku: name, ...each }] : []));
const levels = fc
  .record({ A: level, B: level, C: level }, { requiredKeys: [], noNullPrototype: true })
  .map(levelsOf);

/** What a level can give at most: now, later, in all. */
const most = ({ quantity, batches: all = [] }: StockLevel): { now: number; all: number } => {
  const ready = total(all.filter(isNow));
  const now = quantity ?? ready;
  return { now, all: now + total(all.filter((each) => !isNow(each))) };
};
const drawn = (
  all: readonly BasketLine[],
  found: BasketCheck,
  which: (each: StockBatch) => boolean,
): Map<string, number> => {
  const used = new Map<string, number>();
  for (const each of all) {
    const count = total(
      (found.lines.find(({ lineId }) => lineId === each.id)?.parts ?? []).filter(which),
    );
    for (const part of each.parts?.length ? each.parts : [{ sku: each.sku, quantity: 1 }])
      used.set(part.sku, (used.get(part.sku) ?? 0) + count * part.quantity);
  }
  return used;
};

describe('R4: a basket from stock levels alone', () => {
  test('R4: no unit is given to two lines or two bundles, whatever the pools hold', () => {
    let given = 0;
    fc.assert(
      fc.property(lines, levels, (all, found) => {
        const answer = basketFromStock(all, found, NOW);
        for (const [isNowToo, which] of [
          [true, isNow],
          [false, () => true],
        ] as const)
          for (const [name, count] of drawn(all, answer, which)) {
            const known = found.find((each) => each.sku === name);
            given += count;
            if (!count) continue;
            assert.ok(known, `${name} is not known`);
            if (known.quantity === undefined && !known.batches?.some(isNow) && isNowToo)
              assert.equal(count, 1);
            else if (isNowToo) assert.ok(count <= most(known).now, `${count} of ${name} now`);
            else assert.ok(count <= Math.max(most(known).all, 1), `${count} of ${name}`);
          }
        for (const [index, each] of answer.lines.entries())
          assert.ok(total(each.parts ?? []) <= all[index]!.quantity);
      }),
      { numRuns: 1000 },
    );
    assert.ok(given > 100);
  });

  test('R3: stock that nobody has counted is never confirmed, but one unit said to be there', () => {
    fc.assert(
      fc.property(lines, levels, (all, found) => {
        if (basketVerdict(all, basketFromStock(all, found, NOW), NOW).state !== 'confirmed') return;
        for (const name of drawn(all, basketFromStock(all, found, NOW), () => true).keys()) {
          const known = found.find((each) => each.sku === name);
          assert.ok(known);
          const counted =
            known.quantity !== undefined ||
            known.batches?.length ||
            known.availability === 'InStock';
          assert.ok(counted, JSON.stringify(known));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('R4: fewer units on the shelf never give more', () => {
    // Without conditions, since a unit that comes sooner but must be paid first may suit less.
    const plain = fc.array(
      fc.record({ quantity: fc.integer({ min: 0, max: 3 }), from: fc.constantFrom(...DAYS) }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.tuple(line('line-0'), line('line-1')),
        fc.record({ A: fc.integer({ min: 0, max: 9 }), B: fc.nat(9), C: fc.nat(9) }),
        fc.record({ A: plain, B: plain, C: plain }),
        sku,
        fc.integer({ min: 1, max: 9 }),
        (all, quantities, laters, less, by) => {
          const basket = all.map((each) => ({
            ...each,
            promised: each.promised?.map(({ quantity, from }) => ({ quantity, from })),
          }));
          const ask = (counts: Record<(typeof SKUS)[number], number>): BasketCheck =>
            basketFromStock(
              basket,
              SKUS.map((name) => ({ sku: name, ...shelf(counts[name]), batches: laters[name] })),
              NOW,
            );
          const fewer = { ...quantities, [less]: Math.max(0, quantities[less] - by) };
          const more = ask(quantities);
          const fewerFound = ask(fewer);
          const first = (answer: BasketCheck): readonly StockBatch[] =>
            answer.lines[0]!.parts ?? [];
          assert.ok(total(first(fewerFound)) <= total(first(more)));
          assert.ok(total(first(fewerFound).filter(isNow)) <= total(first(more).filter(isNow)));
          if (basketVerdict(basket, fewerFound, NOW).state === 'confirmed')
            assert.equal(basketVerdict(basket, more, NOW).state, 'confirmed');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('the order of levels and of their batches does not matter', () => {
    fc.assert(
      fc.property(
        lines,
        levels.chain((found) => fc.tuple(fc.constant(found), shuffled(found))),
        (all, [found, other]) =>
          assert.deepEqual(
            basketFromStock(all, found, NOW),
            basketFromStock(
              all,
              other.map((each) => ({ ...each, batches: [...(each.batches ?? [])].reverse() })),
              NOW,
            ),
          ),
      ),
    );
  });

  const ask = (
    all: BasketLine[],
    found: Record<string, Omit<StockLevel, 'sku'>>,
  ): (readonly StockBatch[] | undefined)[] =>
    basketFromStock(all, levelsOf(found), NOW).lines.map((each) => each.parts);
  const plainly = (found: (readonly StockBatch[] | undefined)[]): unknown =>
    JSON.parse(JSON.stringify(found.map((each) => each ?? null)));

  test('R4: two lines of one SKU do not each pass alone', () => {
    const all = [
      { id: 'a', sku: 'A', quantity: 3 },
      { id: 'b', sku: 'A', quantity: 3 },
    ];
    assert.deepEqual(plainly(ask(all, { A: shelf(4) })), [[{ quantity: 3 }], [{ quantity: 1 }]]);
    assert.equal(
      basketVerdict(all, basketFromStock(all, levelsOf({ A: shelf(4) }), NOW), NOW).state,
      'changed',
    );
    assert.equal(
      basketVerdict(all, basketFromStock(all, levelsOf({ A: shelf(6) }), NOW), NOW).state,
      'confirmed',
    );
  });

  test('R4: a bundle is there when the last of its parts is, under all their conditions', () => {
    const bundle: BasketLine = {
      id: 'a',
      sku: 'SET',
      quantity: 3,
      parts: [
        { sku: 'A', quantity: 2 },
        { sku: 'B', quantity: 1 },
      ],
    };
    assert.deepEqual(
      plainly(
        ask([bundle], {
          A: shelf(3, { batches: [{ quantity: 3, from: '2026-12-01', condition: 'prepaid' }] }),
          B: shelf(2, { batches: [{ quantity: 5, from: '2026-12-03' }] }),
        }),
      ),
      [
        [
          { quantity: 1 },
          // One part from the shelf, one from the maker: it comes with the later one.
          { quantity: 1, from: '2026-12-01', condition: 'prepaid' },
          { quantity: 1, from: '2026-12-03', condition: 'prepaid' },
        ],
      ],
    );
    assert.deepEqual(ask([{ ...bundle, parts: [] }], { A: shelf(9) }), [undefined]);
    // A part without a day makes the whole bundle one without a day.
    assert.deepEqual(
      plainly(
        ask([{ ...bundle, quantity: 1 }], {
          A: shelf(0, { batches: [{ quantity: 2, condition: 'deposit' }] }),
          B: shelf(0, { batches: [{ quantity: 1, from: '2026-12-03' }] }),
        }),
      ),
      [[{ quantity: 1, condition: 'deposit' }]],
    );
  });

  test('R3: what cannot be counted on is unknown', () => {
    const one = [{ id: 'a', sku: 'A', quantity: 1 }];
    assert.deepEqual(ask(one, {}), [undefined]);
    assert.deepEqual(ask(one, { A: shelf(0, { availability: 'InStock' }) }), [undefined]);
    assert.deepEqual(ask(one, { A: shelf(3, { observedAt: undefined }) }), [undefined]);
    assert.deepEqual(ask(one, { A: shelf(3, { observedAt: iso(NOW - 11 * MINUTE) }) }), [
      undefined,
    ]);
    assert.deepEqual(ask(one, { A: { observedAt: iso(NOW), availability: 'MadeToOrder' } }), [
      undefined,
    ]);
    assert.deepEqual(ask(one, { A: shelf(3, { availability: 'InStoreOnly' }) }), [[]]);
    const twice = [shelf(3), shelf(0)].map((each) => ({ sku: 'A', ...each }));
    assert.equal(basketFromStock(one, twice, NOW).lines[0]!.parts, undefined);
    const absurd = [{ id: 'a', sku: 'A', quantity: Number.MAX_SAFE_INTEGER }];
    assert.deepEqual(
      ask([...absurd, { ...absurd[0]!, id: 'b' }], { A: shelf(Number.MAX_SAFE_INTEGER) }),
      [undefined, undefined],
    );
  });

  test('R2: it is as old as the oldest level, and good only as long as all of them are', () => {
    const all = ['A', 'B'].map((name) => ({ id: name, sku: name, quantity: 1 }));
    const answer = basketFromStock(
      all,
      levelsOf({
        A: shelf(1, { observedAt: iso(NOW - 2 * MINUTE), maxAge: 600 }),
        B: shelf(1, { maxAge: 30 }),
      }),
      NOW,
    );
    assert.equal(Date.parse(answer.observedAt!), NOW - 2 * MINUTE);
    assert.equal(answer.maxAge, 150);
    assert.equal(basketVerdict(all, answer, NOW).state, 'confirmed');
    assert.equal(basketVerdict(all, answer, NOW + 30_000).state, 'unsure');
    // Two minutes are too old right before payment where the source does not vouch for more.
    const silent = basketFromStock(
      all,
      levelsOf({ A: shelf(1, { observedAt: iso(NOW - 2 * MINUTE) }), B: shelf(1) }),
      NOW,
    );
    assert.equal(basketVerdict(all, silent, NOW).state, 'unsure');
  });
});

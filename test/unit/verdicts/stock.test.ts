import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import type { StockLevel } from '../../../src/model/index.js';
import {
  isOpen,
  STOCK_MAX_AGE,
  stockVerdict,
  type StockVerdict,
} from '../../../src/verdicts/index.js';
import { DEADLINE, instant, iso, level, samples, staysUntilItSays } from './facts.js';

const wanted = fc.integer({ min: 1, max: 9 });
const total = (batches: readonly { quantity: number }[]) =>
  batches.reduce((sum, { quantity }) => sum + quantity, 0);
const judge = (facts: Omit<StockLevel, 'sku' | 'observedAt'>, count = 1): Partial<StockVerdict> => {
  const verdict: Partial<Record<string, unknown>> = {
    ...stockVerdict({ sku: 'A', observedAt: iso(DEADLINE), ...facts }, count, DEADLINE),
  };
  delete verdict['freshness'];
  delete verdict['changesAt'];
  return verdict;
};

describe('R3: stock', () => {
  test('R3: never "enough" unless that many can leave now without a condition', () => {
    fc.assert(
      fc.property(level, wanted, instant, (facts, count, now) => {
        const verdict = stockVerdict(facts, count, now);
        const ready = (facts.batches ?? []).filter(({ from, condition }) => !from && !condition);
        if (verdict.state !== 'enough') return;
        if (facts.quantity !== undefined) assert.ok(facts.quantity >= count);
        if (ready.length) assert.ok(total(ready) >= count);
        if (facts.quantity === undefined && !ready.length) {
          assert.equal(count, 1);
          assert.ok(
            ['InStock', 'LimitedAvailability', 'OnlineOnly'].includes(facts.availability ?? ''),
          );
        }
        assert.ok(
          !['OutOfStock', 'SoldOut', 'Reserved', 'Discontinued', 'InStoreOnly'].includes(
            facts.availability ?? '',
          ),
        );
        assert.ok(verdict.left === undefined || verdict.left >= count);
      }),
    );
  });

  test('R3: "parts" accounts for every unit wanted: now, later, missing', () => {
    fc.assert(
      fc.property(level, wanted, instant, (facts, count, now) => {
        const verdict = stockVerdict(facts, count, now);
        if (verdict.state !== 'parts') return;
        const later = verdict.later!;
        assert.equal(verdict.now! + total(later) + verdict.missing!, count);
        assert.ok(verdict.now! >= 0 && verdict.now! < count && verdict.missing! >= 0);
        assert.ok(verdict.now! > 0 || later.length > 0, 'nothing at all is "out", not "parts"');
        for (const part of later) {
          assert.ok(part.quantity > 0);
          assert.ok(part.from ?? part.condition, 'units without a date or condition are there now');
        }
        const dates = later.map(({ from }) => from ?? '9');
        assert.deepEqual(dates, [...dates].sort());
      }),
    );
  });

  test('R3: what is not known to be there is never said to be', () => {
    assert.equal(stockVerdict(undefined, 1, DEADLINE).state, 'unknown');
    assert.equal(judge({}).state, 'unknown');
    assert.equal(stockVerdict({ sku: 'A', availability: 'InStock' }, 1, DEADLINE).state, 'unknown');
    assert.equal(judge({ availability: 'InStock' }, 1).state, 'enough');
    assert.equal(judge({ availability: 'InStock' }, 2).state, 'unknown');
    assert.equal(judge({ availability: 'InStoreOnly' }, 2).state, 'unknown');
    // A list that says nothing is no count of zero.
    assert.equal(judge({ availability: 'InStock', batches: [] }).state, 'enough');
    assert.equal(judge({ batches: [] }).state, 'unknown');
  });

  test('R3: sources that contradict each other are unknown', () => {
    assert.equal(judge({ availability: 'SoldOut', quantity: 3 }).state, 'unknown');
    assert.equal(judge({ availability: 'InStock', quantity: 0 }).state, 'unknown');
    assert.equal(judge({ quantity: 5, batches: [{ quantity: 2 }] }, 3).state, 'unknown');
    assert.equal(judge({ quantity: 2, batches: [{ quantity: 2 }] }, 2).state, 'enough');
    assert.equal(judge({ availability: 'OutOfStock', quantity: 0 }).state, 'out');
    assert.equal(judge({ quantity: 0 }).state, 'out');
  });

  test('R3: no shelf holds a billion: an absurd count is a fault, not stock', () => {
    assert.equal(judge({ availability: 'InStock', quantity: 2e9 }).state, 'unknown');
    assert.equal(judge({ batches: [{ quantity: 9e15 }] }).state, 'unknown');
    assert.equal(judge({ availability: 'InStock', quantity: 999_999 }).state, 'enough');
  });

  test('R4: five handles: three now, two about 1 December once they are paid', () => {
    const later = { quantity: 2, from: '2026-12-01', condition: 'prepaid' as const };
    for (const facts of [
      { quantity: 3, batches: [later] },
      { batches: [{ quantity: 3 }, later] },
      {
        availability: 'LimitedAvailability' as const,
        quantity: 3,
        batches: [later, { quantity: 3 }],
      },
    ]) {
      assert.deepEqual(judge(facts, 5), { state: 'parts', now: 3, later: [later], missing: 0 });
      assert.deepEqual(judge(facts, 4), {
        state: 'parts',
        now: 3,
        later: [{ ...later, quantity: 1 }],
        missing: 0,
      });
      assert.deepEqual(judge(facts, 6), { state: 'parts', now: 3, later: [later], missing: 1 });
      assert.equal(judge(facts, 3).state, 'enough');
    }
  });

  test('R4: units under a condition are not there now, dated or not', () => {
    assert.deepEqual(
      judge({ batches: [{ quantity: 3 }, { quantity: 2, condition: 'prepaid' }] }, 5),
      {
        state: 'parts',
        now: 3,
        later: [{ quantity: 2, condition: 'prepaid' }],
        missing: 0,
      },
    );
    assert.equal(judge({ batches: [{ quantity: 9, condition: 'deposit' }] }, 1).state, 'parts');
  });

  test('R3: made to order, back order and pre-order give their earliest date', () => {
    const { state, how, backOn } = judge({
      availability: 'BackOrder',
      batches: [
        { quantity: 4, from: '2027-01-10' },
        { quantity: 1, from: '2026-12-01' },
      ],
    });
    assert.deepEqual([state, how, backOn], ['order', 'back', '2026-12-01']);
    assert.equal(judge({ availability: 'PreSale' }).how, 'pre');
    assert.equal(judge({ availability: 'MadeToOrder', backOn: '2026-12-20' }).backOn, '2026-12-20');
  });

  test('R3: units on the shelf of a shop never become units that can be sent', () => {
    assert.deepEqual(judge({ availability: 'InStoreOnly', quantity: 3 }, 2), {
      state: 'shop-only',
      left: 3,
    });
    assert.deepEqual(judge({ availability: 'InStoreOnly', quantity: 3 }, 5), {
      state: 'shop-only',
      left: 3,
    });
  });

  test('a list of nothing to come is "out", and what is discontinued stays so', () => {
    assert.deepEqual(judge({ quantity: 0, batches: [{ quantity: 0, from: '2026-12-01' }] }, 5), {
      state: 'out',
      backOn: undefined,
    });
    assert.equal(
      judge({ availability: 'Discontinued', backOn: '2026-12-20' }).state,
      'discontinued',
    );
  });

  test('R2: at its maxAge the claim is withdrawn', () => {
    const facts = { sku: 'A', quantity: 3, observedAt: iso(DEADLINE) };
    const end = DEADLINE + STOCK_MAX_AGE * 1000;
    assert.equal(stockVerdict(facts, 1, end - 1).state, 'enough');
    assert.equal(stockVerdict(facts, 1, end - 1).changesAt, end);
    const after = stockVerdict(facts, 1, end);
    assert.equal(after.state, 'stale');
    assert.equal(after.left, undefined);
    assert.equal(stockVerdict({ ...facts, maxAge: 30 }, 1, DEADLINE + 30_000).state, 'stale');
  });

  test('the verdict stands until the instant it names', () => {
    fc.assert(
      fc.property(level, wanted, instant, samples, (facts, count, now, parts) =>
        staysUntilItSays((at) => stockVerdict(facts, count, at), facts, now, parts),
      ),
    );
  });

  test('a shop without stated hours is not said to be open', () => {
    assert.equal(isOpen(undefined, DEADLINE), false);
    assert.equal(isOpen(iso(DEADLINE), DEADLINE), false);
    assert.equal(isOpen(iso(DEADLINE), DEADLINE - 1), true);
  });
});

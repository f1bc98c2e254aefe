import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { read } from '../read.js';
import { BasketCheckSchema, OrderSchema, StockLevelSchema } from '../../src/model/index.js';
import { basketVerdict } from '../../src/verdicts/index.js';
import {
  allot,
  heldForOthers,
  MAISON_VERRE,
  nextHold,
  pageShop,
  partsOf,
  PRODUCTS,
  wishedFor,
} from '../../demo/rules/index.js';
import type { HoldFacts, ShelfFacts } from '../../demo/rules/index.js';

const products = new Map(PRODUCTS.map((product) => [product.sku, product]));
const SKUS = ['HND-BRASS', 'LCK-STD', 'SET-DOOR', 'HND-STEEL'];
const request = { signal: new AbortController().signal, locale: 'en', freshness: 'any' as const };

const quantity = fc.integer({ min: 0, max: 6 });
const shelf = fc.record({
  sku: fc.constantFrom(...SKUS),
  stock: fc.array(
    fc.record({
      location: fc.constantFrom('lyon' as const, 'nantes' as const, 'paris' as const),
      quantity: fc.option(quantity, { nil: undefined, freq: 8 }),
    }),
    { maxLength: 2 },
  ),
  awaited: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2'),
      quantity,
      from: fc.constantFrom('2026-12-01', '2026-12-08'),
    }),
    { selector: ({ id }) => id, maxLength: 2 },
  ),
});
const draw = fc.record({
  lineId: fc.constant('theirs'),
  sku: fc.constantFrom(...SKUS),
  quantity: fc.integer({ min: 1, max: 4 }),
  awaited: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
});
const lines = fc.array(
  fc.record({
    sku: fc.constantFrom(...SKUS, 'NEVER-HEARD'),
    quantity: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constant(Number.MAX_SAFE_INTEGER)),
  }),
  { minLength: 1, maxLength: 6 },
);

test('R4: never more is given than there is, whatever the basket, the shelves and what others hold', () => {
  fc.assert(
    fc.property(
      fc.array(shelf),
      fc.array(draw, { maxLength: 4 }),
      lines,
      (levels, held, wanted) => {
        const shelves = new Map(levels.map((one): [string, ShelfFacts] => [one.sku, one]));
        const basket = wanted.map((line, index) => ({ ...line, id: `${index}` }));
        const { parts, draws } = allot(basket, { products, shelves, held });
        for (const [sku, { stock, awaited }] of shelves) {
          const of = (id?: string) => (all: typeof draws) =>
            all
              .filter((one) => one.sku === sku && one.awaited === id)
              .reduce((sum, one) => sum + one.quantity, 0);
          const here = stock
            .filter(({ location }) => location !== 'paris')
            .reduce((sum, one) => sum + (one.quantity ?? 0), 0);
          assert.ok(of()(draws) <= Math.max(here - of()(held), 0));
          for (const { id, quantity: coming } of awaited)
            assert.ok(of(id)(draws) <= Math.max(coming - of(id)(held), 0));
        }
        for (const { id, sku, quantity: asked } of basket) {
          const units = (parts.get(id) ?? []).reduce((sum, part) => sum + part.quantity, 0);
          assert.ok(units <= asked);
          // What a line is told and what is taken for it are the same units.
          for (const part of products.has(sku) ? partsOf(products.get(sku)!) : [])
            assert.equal(
              draws
                .filter((one) => one.lineId === id && one.sku === part.sku)
                .reduce((sum, one) => sum + one.quantity, 0),
              units * part.quantity,
            );
        }
      },
    ),
  );
});

test('a hold holds for others until its last millisecond, and nothing for its owner', () => {
  const held: HoldFacts = {
    reference: 'h',
    customer: 'me',
    since: 0,
    until: 600_000,
    draws: [{ lineId: 'a', sku: 'WM-9KG', quantity: 1 }],
  };
  assert.equal(heldForOthers([held], 'you', 599_999).length, 1);
  assert.equal(heldForOthers([held], 'you', 600_000).length, 0);
  assert.equal(heldForOthers([held], 'me', 0).length, 0);
  assert.equal(heldForOthers([{ ...held, endedAt: 1 }], 'you', 2).length, 0);
  const next = (last: HoldFacts | undefined, now: number, asked?: string) =>
    nextHold(
      last,
      asked,
      { reference: 'new', customer: 'me', draws: held.draws },
      now,
      MAISON_VERRE,
    );
  assert.deepEqual([next(held, 599_999)!.reference, next(held, 600_000)!.reference], ['h', 'new']);
  const longest = { ...held, until: 1_800_000 };
  assert.equal(next(longest, 1_799_999)!.until, 1_800_000);
  assert.equal(next(longest, 1_800_000, 'h'), undefined, 'said to have ended');
  assert.equal(next(longest, 3_599_999), undefined, 'the same goods rest for as long again');
  assert.equal(next(longest, 3_600_000)!.until, 4_200_000);
  assert.equal(next({ ...longest, endedAt: 1_700_000 }, 1_700_001), undefined, 'given back');
  assert.equal(next({ ...held, endedAt: 1_700_000 }, 1_700_001)!.until, 1_800_000, 'in all');
  const others = [{ ...held.draws[0]!, sku: 'FRG-300' }];
  assert.equal(
    nextHold(longest, undefined, { ...held, draws: others }, 1_800_000, MAISON_VERRE)!.since,
    1_800_000,
    'other goods are another hold',
  );
  assert.equal(nextHold(held, 'h', { ...held, draws: [] }, 1, MAISON_VERRE), undefined);
});

test('what a choice stands for is read from it, and nothing else', () => {
  assert.deepEqual(wishedFor('notify:A*2,B*1'), [
    { sku: 'A', quantity: 2 },
    { sku: 'B', quantity: 1 },
  ]);
  for (const other of [
    undefined,
    'all',
    'notify:',
    'notify:A',
    'notify:A*0',
    'notify:A*x',
    'notify:A*1.5',
  ])
    assert.deepEqual(wishedFor(other), [], other);
});

test('R4: every choice that is offered is confirmed when it is taken, in both languages', async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('en', 'fr'), async (wanted, locale) => {
      const shop = pageShop(undefined, () => 0);
      const basket = wanted.map((line, index) => ({ ...line, id: `${index}` }));
      const asked = { ...request, locale };
      const { check } = await shop.basket!({ lines: basket }, asked);
      read(BasketCheckSchema, check);
      for (const choice of check.choices ?? []) {
        if (choice.lines.length === 0) continue;
        const again = await shop.basket!(
          { lines: choice.lines, choice: choice.choiceId, hold: check.hold?.reference },
          asked,
        );
        assert.equal(basketVerdict(choice.lines, again.check, shop.now()).state, 'confirmed');
      }
      shop.reset();
    }),
    { numRuns: 40 },
  );
});

test('the shop in a page sells by the same rules: hold, order, failure, wish', async () => {
  let real = 0;
  const shop = pageShop(undefined, () => real);
  const level = async (sku: string) =>
    read(StockLevelSchema, (await shop.stock!([sku], request)).stock[0]);
  const machine = { lines: [{ id: 'a', sku: 'WM-9KG', quantity: 1 }] };
  const { check } = await shop.basket!(machine, request);
  assert.deepEqual(check.hold!.lines, [{ lineId: 'a', quantity: 1 }]);
  assert.equal(shop.sell('WM-9KG', 1), false, 'it is held');
  real += 600_000;
  assert.equal(shop.sell('WM-9KG', 1), true);
  assert.ok('check' in shop.place(machine, 'en'));
  assert.equal((await level('WM-9KG')).availability, 'OutOfStock');

  const { outcome } = await shop.act!(
    { type: 'subscribe', sku: 'WM-9KG', channel: 'email' },
    request,
  );
  shop.restock('WM-9KG', 1);
  assert.equal((await level('WM-9KG')).subscription!.state, 'back');
  await shop.act!({ type: 'unsubscribe', subscription: outcome.reference! }, request);
  assert.equal((await level('WM-9KG')).subscription!.state, 'cancelled');

  const sale = shop.place({ lines: [{ id: 'a', sku: 'HND-BRASS', quantity: 3 }] }, 'en');
  assert.ok('reference' in sale);
  assert.equal(shop.failSupply(sale.reference, 'HND-BRASS', 4), false);
  assert.equal(shop.failSupply(sale.reference, 'HND-BRASS', 1), true);
  const order = async () => read(OrderSchema, (await shop.order(sale.reference, request)).order);
  const replace = (await order()).offers!.find(({ remedy }) => remedy === 'replace')!;
  assert.deepEqual([replace.lineId, replace.quantity], ['line-1', 1]);
  await shop.act!({ type: 'claim', order: sale.reference, offerId: replace.offerId }, request);
  assert.equal((await order()).claims![0]!.remedy, 'replace');
  assert.equal((await level('HND-STEEL')).quantity, 39);

  const again = pageShop(undefined, () => real, structuredClone(shop.saved()));
  assert.deepEqual((await again.order(sale.reference, request)).order, await order());
  shop.reset();
  again.reset();
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basketVerdict } from '../../src/verdicts/index.js';
import { buyer, shelf, suite } from './fixture.js';
import type { Client } from './fixture.js';

const SKU = 'GLS-0001';
const LINES = [{ id: 'a', sku: SKU, quantity: 1 }];

suite('a crowd before one shelf', (fixture) => {
  /** Two processes where they can share the database, each with half of the crowd. */
  const open = async (context: Parameters<typeof fixture.start>[0]) => {
    const one = await fixture.start(context);
    const shops = fixture.url ? [one, await fixture.start(context, { goOn: true })] : [one];
    await one.post('/demo/stock', { sku: SKU, quantity: 50 });
    return shops;
  };
  const crowdOf = (shops: readonly Client[], size: number) =>
    Array.from({ length: size }, (_, index) => buyer(shops[index % shops.length]!));
  const counts = async () => {
    const [row] = await fixture.database.query<Record<string, number>>(
      `SELECT (SELECT coalesce(sum(quantity), 0)::int FROM lines WHERE sku = $1) AS sold,
         (SELECT quantity FROM stock WHERE sku = $1) AS shelf,
         (SELECT count(*)::int FROM holds WHERE ended_at IS NULL) AS holds`,
      [SKU],
    );
    return row!;
  };
  const confirmed = async (shop: Client, one: ReturnType<typeof buyer>) => {
    const check = await one.basket({ lines: LINES });
    return {
      check,
      isConfirmed: basketVerdict(LINES, check, shop.server.now()).state === 'confirmed',
    };
  };

  test('R4: 200 checkouts at once for 50 units: 50 orders, 150 told before paying', async (context) => {
    const shops = await open(context);
    const answers = await Promise.all(
      crowdOf(shops, 200).map(async (one) => {
        const { check, isConfirmed } = await confirmed(shops[0]!, one);
        if (!isConfirmed) return 'told';
        const sale = await one.order({ lines: LINES, hold: check.hold?.reference });
        return sale.status === 201 ? 'sold' : 'taken';
      }),
    );
    const count = (what: string) => answers.filter((answer) => answer === what).length;
    assert.deepEqual([count('sold'), count('told'), count('taken')], [50, 150, 0]);
    assert.deepEqual(await counts(), { sold: 50, shelf: 0, holds: 0 });
  });

  test('R4: some leave, some let the hold run out, some pay without one: none oversold, none held forever', async (context) => {
    const shops = await open(context);
    const [shop] = shops;
    const crowd = crowdOf(shops, 200);
    const answers = await Promise.all(
      crowd.map(async (one, index) => {
        if (index % 4 === 3)
          return (await one.order({ lines: LINES })).status === 201 ? 'sold' : 'told';
        const { check, isConfirmed } = await confirmed(shop!, one);
        if (!isConfirmed) return 'told';
        const hold = check.hold!.reference;
        if (index % 4 === 0)
          return (await one.order({ lines: LINES, hold })).status === 201 ? 'sold' : 'taken';
        if (index % 4 === 1) await one.act({ type: 'release', hold });
        return 'gone';
      }),
    );
    const sold = answers.filter((answer) => answer === 'sold').length;
    assert.equal(answers.filter((answer) => answer === 'taken').length, 0);
    const before = await counts();
    assert.deepEqual([before['sold'], before['shelf']], [sold, 50 - sold]);

    // Ten minutes later whatever was not paid for is free again, and the rest of the crowd gets it.
    await shop!.clock('23T16:50:01');
    assert.deepEqual(await counts(), { sold, shelf: 50 - sold, holds: 0 });
    assert.equal((await shelf(shop!, SKU)).quantity, 50 - sold);
    const later = await Promise.all(
      crowd.map(async (one) => (await one.order({ lines: LINES })).status),
    );
    assert.equal(later.filter((status) => status === 201).length, 50 - sold);
    assert.deepEqual(await counts(), { sold: 50, shelf: 0, holds: 0 });
  });

  test('whole baskets in every order: nobody waits for somebody who waits for him', async (context) => {
    const shops = await open(context);
    const skus = ['HND-BRASS', 'LCK-STD', 'SET-DOOR', 'HND-STEEL', SKU];
    const statuses = await Promise.all(
      crowdOf(shops, 60).map(async (one, index) => {
        const lines = skus.map((_, at) => ({
          id: `${at}`,
          sku: skus[(at * (index % 2 ? 1 : 4) + index) % 5]!,
          quantity: 1,
        }));
        await one.basket({ lines });
        return (await one.order({ lines })).status;
      }),
    );
    assert.ok(
      statuses.every((status) => status === 201 || status === 409),
      JSON.stringify(statuses),
    );
    // Each basket takes two brass handles, and there are three on the shelf.
    assert.equal(statuses.filter((status) => status === 201).length, 1);
  });
});

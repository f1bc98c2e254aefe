import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedWardrobe } from '../../demo/rules/index.js';
import { mintOfferId, saveOrder } from '../../demo/server/records.js';
import { buyer, november, outcomeOf, owner, suite } from './fixture.js';
import type { Client } from './fixture.js';

const CROWD = 100;
const SLOT = 'geneva.2026-11-26.10';
const SATURDAY = 'nantes.2026-11-28.08';
const MACHINE = { lines: [{ id: 'a', sku: 'WM-9KG', quantity: 1 }] };
/** What a refusal offers instead, on days and at hours that are on the list. */
const OTHERS = /Still free: \w{3}.\d+.Nov, \d\d:00–\d\d:00; .+\./;

suite('a crowd before one slot', (fixture) => {
  /** Two processes where they can share the database, each with half of the crowd. */
  const open = async (context: Parameters<typeof fixture.start>[0]) => {
    const one = await fixture.start(context);
    const shops = fixture.url ? [one, await fixture.start(context, { goOn: true })] : [one];
    return [one, (index: number): Client => shops[index % shops.length]!] as const;
  };
  const everybody = <T>(work: (index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: CROWD }, (_, index) => work(index)));
  const given = async (slotId: string) => {
    const [row] = await fixture.database.query<{ agreed: number; held: number }>(
      `SELECT count(*) FILTER (WHERE until IS NULL)::int AS agreed,
         count(*) FILTER (WHERE until IS NOT NULL)::int AS held
       FROM slot_places WHERE slot_id = $1 AND ended_at IS NULL`,
      [slotId],
    );
    return row!;
  };

  test('100 orders choose the last place at once: one gets it, 99 are told, with others offered', async (context) => {
    const [shop, shopOf] = await open(context);
    await shop.post('/demo/slot', { slot: SLOT, capacity: 1 });
    await fixture.database.transaction(async (connection) => {
      for (let index = 0; index < CROWD; index++) {
        const facts = movedWardrobe({ offerId: mintOfferId });
        const reference = `CH-${1000 + index}`;
        const obligations = [{ id: `${reference}/delivery`, promiseId: 'delivery' }];
        await saveOrder(connection, { ...facts, reference, obligations, offers: [] });
      }
    });
    const outcomes = await everybody((index) =>
      owner(shopOf(index), `CH-${1000 + index}`).act({ type: 'choose', slot: SLOT }),
    );
    const refused = outcomes.filter(({ status }) => status === 'refused');
    assert.equal(outcomes.filter(({ status }) => status === 'done').length, 1);
    assert.equal(refused.length, CROWD - 1);
    for (const { code, reason, nextStep } of refused) {
      assert.equal(code, 'taken');
      assert.match(reason!, /Thu.26.Nov, 10:00–12:00/);
      assert.match(nextStep!, OTHERS);
    }
    assert.deepEqual(await given(SLOT), { agreed: 1, held: 0 });

    // The promise of the one has a new time, those of the 99 stand as they were.
    const winner = outcomes.findIndex(({ status }) => status === 'done');
    for (const index of [winner, (winner + 1) % CROWD]) {
      const order = await owner(shopOf(index), `CH-${1000 + index}`).order();
      const [promise] = order.promises!;
      assert.equal(promise!.from, november('26T07:00:00'), 'the first promise is never lost');
      assert.equal(promise!.revisions?.length ?? 0, index === winner ? 1 : 0);
    }
  });

  test('100 hold the last place, and all pay: one order, 99 told before they pay', async (context) => {
    const [shop, shopOf] = await open(context);
    await shop.post('/demo/slot', { slot: SATURDAY, capacity: 1 });
    await shop.post('/demo/restock', { sku: 'WM-9KG', quantity: CROWD });
    const crowd = Array.from({ length: CROWD }, (_, index) => buyer(shopOf(index)));
    const holds = await everybody((index) => crowd[index]!.act({ type: 'hold', slot: SATURDAY }));
    assert.equal(holds.filter(({ status }) => status === 'done').length, 1);
    assert.ok(holds.every(({ status, nextStep }) => status === 'done' || OTHERS.test(nextStep!)));
    assert.deepEqual(await given(SATURDAY), { agreed: 0, held: 1 });

    const sales = await everybody((index) => crowd[index]!.order({ ...MACHINE, slot: SATURDAY }));
    assert.equal(sales.filter(({ status }) => status === 201).length, 1);
    for (const sale of sales.filter(({ status }) => status !== 201)) {
      assert.equal(sale.status, 409);
      const { slot } = (await sale.json()) as { slot: unknown };
      assert.equal(outcomeOf({ outcome: slot }).code, 'taken');
    }
    assert.deepEqual(await given(SATURDAY), { agreed: 1, held: 0 });
  });

  test('places that come and go: never more than there are, and none is lost', async (context) => {
    const [shop, shopOf] = await open(context);
    await shop.post('/demo/slot', { slot: SATURDAY, capacity: 5 });
    const crowd = Array.from({ length: CROWD }, (_, index) => buyer(shopOf(index)));
    const first = await everybody((index) => crowd[index]!.act({ type: 'hold', slot: SATURDAY }));
    const lucky = crowd.filter((_, index) => first[index]!.status === 'done');
    assert.equal(lucky.length, 5);
    // Some give theirs back, some take another time instead, while everybody asks again.
    await Promise.all([
      lucky[0]!.act({ type: 'release', hold: first.find(({ reference }) => reference)!.reference }),
      lucky[1]!.act({ type: 'hold', slot: 'nantes.2026-11-28.10' }),
      everybody((index) => crowd[index]!.act({ type: 'hold', slot: SATURDAY })),
    ]);
    const { held } = await given(SATURDAY);
    assert.ok(held <= 5, `${held} of 5`);
    await shop.clock('23T16:51:00');
    assert.deepEqual(await given(SATURDAY), { agreed: 0, held: 0 });
    const again = await everybody((index) => crowd[index]!.act({ type: 'hold', slot: SATURDAY }));
    assert.equal(again.filter(({ status }) => status === 'done').length, 5);
  });
});

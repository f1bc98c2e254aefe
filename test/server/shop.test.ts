import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buyer, shelf, suite } from './fixture.js';

suite('the shop before there is an order', (fixture) => {
  test('R4: the last unit: one buyer gets it, the other is told before paying', async (context) => {
    const shop = await fixture.start(context);
    const [one, other] = [buyer(shop), buyer(shop)];
    const basket = { lines: [{ id: 'a', sku: 'WM-9KG', quantity: 1 }] };
    const first = await one.basket(basket);
    assert.deepEqual(first.lines[0]!.parts, [{ quantity: 1 }]);
    assert.equal(first.lines[0]!.where, 'Lyon warehouse');
    assert.ok(first.hold);
    const second = await other.basket(basket);
    assert.deepEqual(second.lines[0]!.parts, []);
    assert.equal(second.hold, undefined);
    assert.equal((await other.order(basket)).status, 409);
    const sold = await one.order({ ...basket, hold: first.hold.reference });
    assert.equal(sold.status, 201);
    assert.equal((await shelf(shop, 'WM-9KG')).quantity, 0);
  });
});

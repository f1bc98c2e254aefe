import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buyer, november, shelf, suite } from './fixture.js';

const FRIDGE = 'FRG-300';
const wish = (more = {}) => ({
  type: 'subscribe',
  sku: FRIDGE,
  quantity: 2,
  channel: 'email',
  ...more,
});

suite('to be told when it is back', (fixture) => {
  const tells = () => fixture.database.query('SELECT subscription_id, address FROM tells');
  const stateOf = async (one: ReturnType<typeof buyer>, sku = FRIDGE) =>
    (await one.stock(sku)).subscription?.state;

  test('the maker’s day, the ways to be told, and a wish that waits until enough is there', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const level = await one.stock(FRIDGE);
    assert.deepEqual(
      [level.availability, level.backOn, level.backSaid!.source!.kind],
      ['OutOfStock', '2026-12-08', 'maker'],
    );
    assert.deepEqual(level.channels, [
      { id: 'email', kind: 'email', label: 'c•••@example.com' },
      { id: 'account', kind: 'account' },
    ]);

    const noted = await one.act(wish());
    assert.equal(noted.status, 'done');
    const { subscription, version } = await one.stock(FRIDGE);
    assert.ok(version! > level.version!);
    assert.deepEqual(subscription, {
      id: noted.reference,
      state: 'waiting',
      quantity: 2,
      channel: { id: 'email', kind: 'email', label: 'c•••@example.com' },
      since: november('23T16:40:00'),
      until: '2027-01-22T16:40:00+01:00',
    });
    // Asked again, in whatever tab, it is the same wish.
    const again = await Promise.all([1, 2, 3].map(() => one.act(wish())));
    assert.deepEqual([...new Set(again.map(({ reference }) => reference))], [noted.reference]);
    assert.equal(await stateOf(buyer(shop)), undefined, 'nobody else sees it');

    await shop.post('/demo/restock', { sku: FRIDGE, quantity: 1 });
    assert.equal(await stateOf(one), 'waiting');
    await shop.clock('24T09:00:00');
    await shop.post('/demo/restock', { sku: FRIDGE, quantity: 1 });
    const told = (await one.stock(FRIDGE)).subscription!;
    assert.deepEqual([told.state, told.toldAt], ['back', november('24T09:00:00')]);
    await shop.post('/demo/sell', { sku: FRIDGE, quantity: 2 });
    await shop.post('/demo/restock', { sku: FRIDGE, quantity: 5 });
    assert.deepEqual(await tells(), [
      { subscription_id: noted.reference, address: 'camille@example.com' },
    ]);

    assert.equal((await one.order({ lines: [{ sku: FRIDGE, quantity: 2 }] })).status, 201);
    assert.equal(await stateOf(one), 'used');
    const next = await one.act(wish({ quantity: 9 }));
    assert.notEqual(next.reference, noted.reference);
    assert.equal(await stateOf(one), 'waiting');
  });

  test('cancelled by its owner alone; it ends after sixty days; both are said', async (context) => {
    const shop = await fixture.start(context);
    const [one, other] = [buyer(shop), buyer(shop)];
    const { reference } = await one.act(wish());
    const cancel = { type: 'unsubscribe', subscription: reference };
    assert.equal((await other.act(cancel)).code, 'unknown-wish');
    assert.equal(await stateOf(one), 'waiting');
    assert.equal((await one.act(cancel)).status, 'done');
    assert.equal((await one.act(cancel)).status, 'done');
    assert.equal(await stateOf(one), 'cancelled');
    await shop.post('/demo/restock', { sku: FRIDGE, quantity: 5 });
    assert.equal(await stateOf(one), 'cancelled');
    await shop.post('/demo/stock', { sku: FRIDGE, quantity: 0 });

    const second = await one.act(wish());
    assert.notEqual(second.reference, reference);
    await shop.post('/demo/clock', { now: '2027-01-22T16:40:00+01:00' });
    assert.equal(await stateOf(one), 'expired');
    await shop.post('/demo/restock', { sku: FRIDGE, quantity: 5 });
    assert.equal(await stateOf(one), 'expired');
    assert.deepEqual(await tells(), []);
  });

  test('units that were held and are free again tell those who wait', async (context) => {
    const shop = await fixture.start(context);
    const [one, other] = [buyer(shop), buyer(shop)];
    await one.basket({ lines: [{ id: 'a', sku: 'WM-9KG', quantity: 1 }] });
    await other.act({ ...wish({ sku: 'WM-9KG', quantity: 1 }) });
    assert.equal(await stateOf(other, 'WM-9KG'), 'waiting');
    await shop.clock('23T16:50:00');
    assert.equal(await stateOf(other, 'WM-9KG'), 'back');
  });

  test('the choice to be told notes the wish at once, and once', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const { choices, hold } = await one.basket({
      lines: [{ id: 'a', sku: 'HND-BRASS', quantity: 9 }],
    });
    const notify = choices!.find(({ kind }) => kind === 'notify')!;
    const chosen = { lines: notify.lines, choice: notify.choiceId, hold: hold!.reference };
    await one.basket(chosen);
    await one.basket(chosen);
    const { subscription } = await one.stock('HND-BRASS');
    assert.deepEqual([subscription!.state, subscription!.quantity], ['waiting', 6]);
    const count = () => fixture.database.query('SELECT 1 FROM subscriptions');
    assert.equal((await count()).length, 1);
    await shop.post('/demo/restock', { sku: 'HND-BRASS', quantity: 20 });
    await one.basket(chosen);
    assert.equal((await count()).length, 1, 'told already');
    // With nothing left to pay for, the choice alone is the answer.
    const other = buyer(shop);
    await shop.post('/demo/stock', { sku: 'WM-9KG', quantity: 0 });
    await other.basket({ lines: [], choice: 'notify:WM-9KG*1' });
    assert.equal(await stateOf(other, 'WM-9KG'), 'waiting');
  });

  test('the rest is paid for and the wish stays: the restock tells, whenever it was noted', async (context) => {
    const lines = [{ id: 'a', sku: 'HND-BRASS', quantity: 9 }];
    for (const [earlier, sent] of [
      [false, 'notify'],
      [true, 'notify'],
      [false, undefined],
    ] as const) {
      const shop = await fixture.start(context);
      const one = buyer(shop);
      if (earlier) await one.act(wish({ sku: 'HND-BRASS', quantity: 9 }));
      await shop.clock('23T16:41:00');
      const { choices, hold } = await one.basket({ lines });
      const notify = choices!.find(({ kind }) => kind === 'notify')!;
      const chosen = { lines: notify.lines, hold: hold!.reference };
      await shop.clock('23T16:42:00');
      await one.basket({ ...chosen, choice: notify.choiceId });
      assert.equal((await one.order({ ...chosen, choice: sent })).status, 201);
      assert.equal(await stateOf(one, 'HND-BRASS'), 'waiting');
      await shop.post('/demo/restock', { sku: 'HND-BRASS', quantity: 6 });
      assert.equal(await stateOf(one, 'HND-BRASS'), 'back');
      assert.equal((await tells()).length, 1);
    }
    // Everything that was waited for is bought: nobody waits any more.
    const shop = await fixture.start(context);
    const one = buyer(shop);
    await one.act(wish({ sku: 'HND-BRASS', quantity: 5 }));
    await shop.clock('23T16:41:00');
    const all = (await one.basket({ lines: [{ ...lines[0], quantity: 5 }] })).choices![0]!;
    assert.equal((await one.order({ lines: all.lines, choice: 'all' })).status, 201);
    assert.equal(await stateOf(one, 'HND-BRASS'), 'used');
  });

  test('without a known address the customer is asked for one, and then not again', async (context) => {
    const shop = await fixture.start(context, { addressOf: () => undefined });
    const one = buyer(shop);
    assert.equal((await one.stock(FRIDGE)).channels![0]!.label, undefined);
    for (const address of [undefined, 'camille', 'a b@example.com', '@example.com'])
      assert.equal((await one.act(wish({ address }))).code, 'address-needed', address);
    assert.equal((await one.act(wish({ sku: 'NEVER-HEARD' }))).code, 'unknown-sku');
    assert.equal((await one.act(wish({ channel: 'pigeon' }))).code, 'unknown-channel');
    assert.equal((await one.act(wish({ address: 'zoe@example.org' }))).status, 'done');
    const text = JSON.stringify(await one.stock(FRIDGE));
    assert.match(text, /z•••@example\.org/);
    assert.doesNotMatch(text, /zoe/);
    assert.equal((await one.act(wish({ sku: 'LAMP-GLASS' }))).status, 'done');
    assert.equal((await one.act(wish({ channel: 'account' }))).status, 'done');
  });

  test('a key stands for one command; another under it is refused, until it is forgotten', async (context) => {
    const shop = await fixture.start(context, { keySeconds: 60 });
    const one = buyer(shop);
    const first = await one.act(wish(), 'one-key');
    assert.equal((await one.act(wish(), 'one-key')).reference, first.reference);
    assert.equal((await one.send(wish({ quantity: 3 }), 'one-key')).status, 422);
    await shop.clock('23T16:41:00');
    assert.equal((await one.act(wish({ quantity: 3 }), 'one-key')).reference, first.reference);
    assert.equal((await one.stock(FRIDGE)).subscription!.quantity, 3);
  });

  test('what a badge says in nobody’s name has no ways and no wish in it', async (context) => {
    const shop = await fixture.start(context);
    await buyer(shop).act(wish());
    assert.equal((await shelf(shop, FRIDGE)).subscription, undefined);
  });
});

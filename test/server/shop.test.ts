import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basketVerdict } from '../../src/verdicts/index.js';
import { buyer, november, shelf, suite } from './fixture.js';

const line = (sku: string, quantity = 1, more = {}) => ({
  id: `of-${sku}`,
  sku,
  quantity,
  ...more,
});

suite('the shop before there is an order', (fixture) => {
  test('R4: the last unit: one buyer gets it, the other is told before paying', async (context) => {
    const shop = await fixture.start(context);
    const [one, other] = [buyer(shop), buyer(shop)];
    const lines = [line('WM-9KG')];
    const [first, second] = await Promise.all([one.basket({ lines }), other.basket({ lines })]);
    const [winner, loser] = first.hold ? [one, other] : [other, one];
    const [got, told] = first.hold ? [first, second] : [second, first];
    assert.deepEqual([got.lines[0]!.parts, got.choices], [[{ quantity: 1 }], undefined]);
    assert.deepEqual([told.lines[0]!.parts, told.hold], [[], undefined]);
    assert.deepEqual(
      told.choices!.map(({ kind, channel, lines: left, total }) => [
        kind,
        channel,
        left.length,
        total?.amount,
      ]),
      [['notify', 'c•••@example.com', 0, 0]],
    );
    assert.equal(told.source!.name, 'Lyon warehouse');
    assert.equal(told.contacts![0]!.openUntil, november('23T19:00:00'));
    // What one holds is free for him and for nobody else.
    assert.equal((await winner.stock('WM-9KG')).quantity, 1);
    assert.equal((await loser.stock('WM-9KG')).quantity, 0);

    const refused = await loser.order({ lines });
    assert.equal(refused.status, 409);
    const { check } = (await refused.json()) as { check: { lines: { parts: unknown[] }[] } };
    assert.deepEqual(check.lines[0]!.parts, []);
    const paid = await winner.order({ lines, hold: got.hold!.reference });
    assert.equal(paid.status, 201);
    const state = (await (await shop.request('/demo/state')).json()) as Record<string, number>;
    assert.deepEqual([state['orders'], state['holds']], [5, 0], 'the order never exists');
  });

  test('five handles: three now, two about 1 Dec once paid; each choice is a whole basket', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const {
      lines: [handles],
      choices,
      hold,
    } = await one.basket({ lines: [line('HND-BRASS', 5)] });
    const parts = [
      { quantity: 3 },
      { quantity: 2, from: '2026-12-01', condition: 'prepaid' as const },
    ];
    assert.deepEqual([handles!.parts, handles!.nouns], [parts, 'handles']);
    assert.deepEqual(hold!.lines, [{ lineId: 'of-HND-BRASS', quantity: 5 }]);
    assert.equal(hold!.until, november('23T16:50:00'));
    assert.deepEqual(
      choices!.map((choice) => [
        choice.kind,
        choice.lines[0]!.sku,
        choice.lines[0]!.quantity,
        choice.total!.amount,
      ]),
      [
        ['all', 'HND-BRASS', 5, 9450],
        ['available', 'HND-BRASS', 3, 5670],
        ['swap', 'HND-STEEL', 5, 8250],
        ['notify', 'HND-BRASS', 3, 5670],
      ],
    );
    assert.deepEqual(choices![0]!.lines[0]!.promised, parts);
    assert.equal(choices![0]!.note, 'Delivery is free, in two parcels.');
    assert.equal(choices![2]!.goods, 'Steel lever handle');

    const [all] = choices!;
    const again = { lines: all!.lines, choice: all!.choiceId, hold: hold!.reference };
    const confirmed = await one.basket(again, 'fr');
    assert.equal(basketVerdict(all!.lines, confirmed, shop.server.now()).state, 'confirmed');
    assert.equal(confirmed.lines[0]!.nouns, 'béquilles');
    const sale = await one.order(again);
    assert.equal(sale.status, 201);
    const { reference, address } = (await sale.json()) as { reference: string; address: string };
    assert.equal(address, `/?order=${reference}`);
    const order = await one.seen(reference);
    assert.deepEqual(
      order.lines![0]!.supply!.map(({ state, quantity, from, condition, where }) => ({
        state,
        quantity,
        from,
        condition,
        where,
      })),
      [
        {
          state: 'reserved',
          quantity: 3,
          from: undefined,
          condition: undefined,
          where: 'Lyon warehouse',
        },
        {
          state: 'awaited',
          quantity: 2,
          from: '2026-12-01',
          condition: undefined,
          where: undefined,
        },
      ],
      'paid for: no condition is left',
    );
    assert.deepEqual(
      order.promises!.map(({ kind, before }) => [kind, before]),
      [['by', november('25T13:00:00')]],
      'about a day is not promised',
    );
    assert.deepEqual(
      order.offers!.filter(({ remedy }) => remedy === 'refund').map(({ amount }) => amount!.amount),
      [5670],
    );
    const { quantity, availability, batches } = await shelf(shop, 'HND-BRASS');
    assert.deepEqual([quantity, availability, batches], [0, 'OutOfStock', undefined]);
    // A choice that no longer holds is not confirmed, for the next customer.
    const late = await buyer(shop).basket(again);
    assert.deepEqual(late.lines[0]!.parts, []);
    assert.equal(
      late.choices!.some(({ kind }) => kind === 'all'),
      false,
    );
    // An order is seen by who placed it, and by nobody else.
    assert.equal((await buyer(shop).get(`/doorstep/orders/${reference}`)).status, 401);
  });

  test('two lines and a bundle share their units: they do not each pass alone', async (context) => {
    const shop = await fixture.start(context);
    const { lines } = await buyer(shop).basket({
      lines: [
        line('SET-DOOR', 2),
        { ...line('HND-BRASS', 2), id: 'b' },
        { ...line('LCK-STD', 9), id: 'c' },
      ],
    });
    assert.deepEqual(
      lines.map(({ parts }) => parts),
      [
        [{ quantity: 2 }],
        [{ quantity: 1 }, { quantity: 1, from: '2026-12-01', condition: 'prepaid' }],
        [{ quantity: 8 }],
      ],
    );
    assert.equal((await shelf(shop, 'SET-DOOR')).quantity, 0);
  });

  test('R3: a wrong SKU, and one nobody has counted, are unknown', async (context) => {
    const shop = await fixture.start(context);
    await shop.post('/demo/stock', { sku: 'HND-STEEL' });
    const lines = [line('NEVER-HEARD'), line('HND-STEEL'), line('MIRROR-OVAL')];
    const check = await buyer(shop).basket({ lines });
    assert.deepEqual(
      check.lines.map(({ parts }) => parts),
      [undefined, undefined, []],
    );
    assert.equal((await buyer(shop).order({ lines: [line('NEVER-HEARD')] })).status, 409);
    const mirror = await shelf(shop, 'MIRROR-OVAL', undefined, 'fr');
    assert.deepEqual([mirror.availability, mirror.where], ['InStoreOnly', 'magasin de Paris']);
  });

  test('a hold lasts ten minutes, half an hour in all, and is then said to have ended', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const lines = [line('WM-9KG')];
    const { hold } = await one.basket({ lines });
    const ask = async (time: string) => {
      await shop.clock(time);
      return (await one.basket({ lines, hold: hold!.reference })).hold;
    };
    assert.deepEqual((await ask('23T16:49:59'))!.until, november('23T16:59:59'));
    assert.deepEqual((await ask('23T16:59:58'))!.until, november('23T17:09:58'));
    assert.deepEqual((await ask('23T17:09:57'))!.until, november('23T17:10:00'));
    assert.equal((await buyer(shop).basket({ lines })).lines[0]!.parts!.length, 0);
    assert.equal(await ask('23T17:10:00'), undefined);
    // Without the reference neither; what is there is told all the same.
    await shop.clock('23T17:39:59');
    const resting = await one.basket({ lines });
    assert.deepEqual([resting.hold, resting.lines[0]!.parts], [undefined, [{ quantity: 1 }]]);
    await shop.clock('23T17:40:00');
    const anew = await one.basket({ lines });
    assert.equal(anew.hold!.until, november('23T17:50:00'));
    await one.act({ type: 'release', hold: anew.hold!.reference });
    assert.equal((await buyer(shop).basket({ lines })).lines[0]!.parts!.length, 1);
  });

  test('a hold that ran out is free at that instant, also before anybody has swept; given back it is free at once', async (context) => {
    const shop = await fixture.start(context);
    const [one, other] = [buyer(shop), buyer(shop)];
    const lines = [line('WM-9KG')];
    const { hold } = await one.basket({ lines });
    // Not his to give back.
    await other.act({ type: 'release', hold: hold!.reference });
    assert.equal((await shelf(shop, 'WM-9KG')).quantity, 0);
    await one.act({ type: 'release', hold: hold!.reference });
    await one.act({ type: 'release', hold: hold!.reference });
    assert.equal((await shelf(shop, 'WM-9KG')).quantity, 1);
    await one.basket({ lines });
    await fixture.database.query(`UPDATE holds SET until = $1 WHERE ended_at IS NULL`, [
      new Date(shop.server.now()).toISOString(),
    ]);
    assert.ok((await other.basket({ lines })).hold);
    // The hold is over, and so is its promise: told before paying.
    assert.equal((await one.order({ lines, hold: hold!.reference })).status, 409);
  });

  test('two tabs of one customer are one hold; a smaller basket gives the rest back', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const { hold } = await one.basket({ lines: [line('HND-BRASS', 3)] });
    const second = await one.basket({ lines: [line('HND-BRASS', 1)] });
    assert.equal(second.hold!.reference, hold!.reference);
    assert.equal((await shelf(shop, 'HND-BRASS')).quantity, 2);
    const [a, b] = await Promise.all([
      one.basket({ lines: [line('HND-BRASS', 2)] }),
      one.basket({ lines: [line('LCK-STD', 2)] }),
    ]);
    assert.equal(a.hold!.reference, b.hold!.reference);
    const [{ count }] = (await fixture.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM holds WHERE ended_at IS NULL',
    )) as [{ count: number }];
    assert.equal(count, 1);
  });

  test('an order is placed once under its key; another basket under it is refused; a restart forgets nothing', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const lines = [line('HND-STEEL', 2)];
    const { hold } = await one.basket({ lines: [line('WM-9KG')] });
    const answers = await Promise.all([1, 2, 3].map(() => one.order({ lines }, 'one-payment')));
    const references = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { reference: string }).reference),
    );
    assert.deepEqual([...new Set(references)].length, 1);
    assert.equal((await shelf(shop, 'HND-STEEL')).quantity, 38);
    assert.equal((await one.order({ lines: [line('HND-STEEL', 1)] }, 'one-payment')).status, 422);
    // A key belongs to its customer.
    assert.equal(
      (await buyer(shop).order({ lines: [line('HND-STEEL')] }, 'one-payment')).status,
      201,
    );

    // What was put aside outlives the process.
    const held = await one.basket({ lines: [line('WM-9KG')], hold: hold!.reference });
    await shop.server.close();
    const again = await fixture.start(context, {
      goOn: true,
      realTime: () => Date.parse(november('01T12:00:00')) + 60_000,
    });
    assert.equal((await shelf(again, 'WM-9KG')).quantity, 0);
    const same = await again.request('/shop/orders', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': 'one-payment',
        Cookie: `visitor=${one.id}`,
      },
      body: JSON.stringify({ lines }),
    });
    assert.equal(((await same.json()) as { reference: string }).reference, references[0]);
    await again.clock(held.hold!.until.slice(8, 19));
    assert.equal((await shelf(again, 'WM-9KG')).quantity, 1);
  });

  test('a page of another site, a form, no key, or half a body cannot order', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const body = { lines: [line('HND-STEEL')] };
    const status = async (headers: Record<string, string>, what: unknown = body) =>
      (await one.post('/shop/orders', what, headers)).status;
    assert.equal(await status({ 'Idempotency-Key': 'a', 'Sec-Fetch-Site': 'cross-site' }), 403);
    assert.equal(await status({ 'Idempotency-Key': 'a', 'Content-Type': 'text/plain' }), 415);
    assert.equal(await status({}), 400);
    for (const wrong of [
      null,
      {},
      { lines: [] },
      { lines: [null] },
      { lines: [{ sku: 'A', quantity: 0.5 }] },
    ])
      assert.equal(await status({ 'Idempotency-Key': 'a' }, wrong), 400, JSON.stringify(wrong));
    assert.equal((await shelf(shop, 'HND-STEEL')).quantity, 40);
  });

  test('a visitor is known by a random cookie that no script reads', async (context) => {
    const shop = await fixture.start(context);
    const response = await shop.request('/doorstep/stock?sku=WM-9KG');
    assert.match(
      response.headers.get('Set-Cookie')!,
      /^visitor=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    assert.equal(
      (await buyer(shop).get('/doorstep/stock?sku=WM-9KG')).headers.get('Set-Cookie'),
      null,
    );
  });

  test('the listing has a thousand products in both languages, with every kind of stock', async (context) => {
    const shop = await fixture.start(context);
    const read = async (path: string, language: string) =>
      (await (await shop.request(path, { headers: { 'Accept-Language': language } })).json()) as {
        products: { sku: string; name: string; price: { amount: number } }[];
      };
    const { products } = await read('/shop/products', 'en');
    assert.equal(products.length, 1000);
    assert.equal(new Set(products.map(({ name }) => name)).size, 1000);
    assert.equal(products[999]!.sku, 'GLS-1000');
    assert.match((await read('/shop/products', 'fr')).products[0]!.name, /verre clair/);
    assert.equal((await read('/shop/products?page=2', 'en')).products.length, 0);
    const said = await Promise.all(
      [0, 4, 6, 7, 8].map(async (at) => (await shelf(shop, products[at]!.sku)).availability),
    );
    assert.deepEqual(
      new Set(said),
      new Set(['InStock', 'OutOfStock', 'LimitedAvailability', undefined]),
    );
    const machine = (await read('/shop/products/WM-9KG', 'fr')) as unknown as Record<
      string,
      unknown
    >;
    assert.deepEqual(
      [machine['noun'], machine['arrives']],
      ['lave-linge', november('25T13:00:00')],
    );
    assert.equal((await shop.request('/shop/products/NEVER')).status, 404);
  });

  test('units fail out of what is awaited first, and then off the shelf', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const { choices } = await one.basket({ lines: [line('HND-BRASS', 5)] });
    const sale = await one.order({ lines: choices![0]!.lines });
    const { reference } = (await sale.json()) as { reference: string };
    const after = async (quantity: number) => {
      await shop.post('/demo/fail-supply', { order: reference, sku: 'HND-BRASS', quantity });
      const { lines, promises, offers } = await one.seen(reference);
      return {
        supply: lines![0]!.supply!.map((some) => [some.state, some.quantity, some.from]),
        promises: promises!.map(({ kind }) => kind),
        refunds: offers!
          .filter(({ remedy }) => remedy === 'refund')
          .map(({ lineId, amount }) => [lineId, amount!.amount]),
      };
    };
    assert.deepEqual(await after(1), {
      supply: [
        ['reserved', 3, undefined],
        ['awaited', 1, '2026-12-01'],
        ['failed', 1, undefined],
      ],
      promises: ['by'],
      refunds: [
        [undefined, 5670],
        ['line-1', 1890],
      ],
    });
    assert.deepEqual((await after(1)).supply, [
      ['reserved', 3, undefined],
      ['failed', 1, undefined],
      ['failed', 1, undefined],
    ]);
    const { supply, refunds } = await after(2);
    assert.deepEqual(supply[0], ['reserved', 1, undefined]);
    assert.deepEqual(refunds, [
      [undefined, 1890],
      ['line-1', 1890],
      ['line-1', 1890],
      ['line-1', 3780],
    ]);
  });

  test('R10: stock that fails after payment: refund, something else, or wait, once for these units', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const lines = [line('HND-BRASS', 3), line('LCK-STD', 2)];
    const { reference } = (await (await one.order({ lines })).json()) as { reference: string };
    const fail = { order: reference, sku: 'HND-BRASS', quantity: 2 };
    await shop.post('/demo/fail-supply', { ...fail, reason: 'Damaged in the warehouse.' });
    assert.equal((await one.post('/demo/fail-supply', fail)).status, 400, 'only one is left');

    const order = await one.seen(reference);
    assert.deepEqual(
      order.lines![0]!.supply!.map(({ state, quantity, reason }) => [state, quantity, reason]),
      [
        ['reserved', 1, undefined],
        ['failed', 2, 'Damaged in the warehouse.'],
      ],
    );
    const offers = order.offers!.filter(({ lineId }) => lineId === 'line-1');
    assert.deepEqual(
      offers.map(({ remedy, quantity, amount, goods, unavailable }) => [
        remedy,
        quantity,
        amount?.amount,
        goods,
        unavailable?.code,
      ]),
      [
        ['refund', 2, 3780, undefined, undefined],
        ['replace', 2, undefined, 'Steel lever handle', undefined],
        ['wait', 2, undefined, undefined, 'no-date'],
      ],
    );
    // These units are owed once: the promise is about the others now.
    const ofPromise = order.offers!.find(
      ({ promiseId, remedy }) => promiseId && remedy === 'refund',
    );
    assert.equal(ofPromise!.amount!.amount, 1890 + 2 * 2450);

    const act = async (offerId: string, amount?: number): Promise<[string, string | undefined]> => {
      const response = await one.post(
        `/doorstep/orders/${reference}/actions`,
        { type: 'claim', offerId, ...(amount ? { amount: { amount, currency: 'EUR' } } : {}) },
        { 'Idempotency-Key': `${offerId}-${amount}` },
      );
      const { outcome } = (await response.json()) as { outcome: { status: string; code?: string } };
      return [outcome.status, outcome.code];
    };
    const [refund, replace, wait] = offers.map(({ offerId }) => offerId);
    assert.deepEqual(await act(wait!), ['refused', 'unavailable']);
    assert.deepEqual(await act(refund!, 5670), ['refused', 'amount-changed']);
    const both = await Promise.all([act(refund!, 3780), act(replace!)]);
    assert.deepEqual(
      both.filter(([status]) => status !== 'refused').length,
      1,
      'one obligation, one remedy',
    );
    const after = await one.seen(reference);
    const replaced = after.claims!.length;
    assert.equal((after.refunds?.length ?? 0) + replaced, 1);
    assert.equal((await shelf(shop, 'HND-STEEL')).quantity, 40 - 2 * replaced);
    if (!replaced) assert.equal(after.refunds![0]!.parts![0]!.amount.amount, 3780);
  });
});

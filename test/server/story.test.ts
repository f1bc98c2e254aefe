import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StockAnswerSchema } from '../../src/model/index.js';
import { read as readWhole } from '../read.js';
import { migrate } from '../../demo/server/schema.js';
import { ORDER, november, suite } from './fixture.js';

suite('the story of the lost screen', (fixture) => {
  test('R6, R7, R8: promised, lapsed, claimed at 17:03, ordered at 17:10, sent, settled', async (context) => {
    const shop = await fixture.start(context);
    const before = await shop.order();
    assert.equal(before.promises![0]!.before, november('23T17:00:00'));
    const [refund] = before.offers!;
    assert.equal(refund!.availableFrom, november('23T17:00:00'));
    assert.equal((await shop.act('claim', refund!.offerId, 28900)).code, 'not-yet');

    await shop.clock('23T17:00:00');
    assert.deepEqual(
      (await shop.order()).offers!.map((offer) => offer.offerId),
      before.offers!.map((offer) => offer.offerId),
      'the same offers in every tab and at every time',
    );

    await shop.clock('23T17:03:00');
    const asked = await shop.act('claim', refund!.offerId, 28900);
    assert.deepEqual(
      [asked.status, asked.reference, asked.checkAfter],
      ['pending', 'RF-8842', november('23T17:10:00')],
    );
    assert.equal((await shop.order()).refunds![0]!.state, 'asked');

    await shop.clock('23T17:09:59');
    assert.equal((await shop.order()).refunds![0]!.state, 'asked');
    await shop.clock('23T17:10:00');
    const [ordered] = (await shop.order()).refunds!;
    assert.deepEqual(
      [
        ordered!.state,
        ordered!.orderedAt,
        ordered!.reference,
        ordered!.amount!.amount,
        ordered!.method!.label,
      ],
      ['ordered', november('23T17:10:00'), 'RF-8842', 28900, 'Visa ••42'],
    );
    assert.deepEqual(ordered!.sendBy, { date: '2026-11-24', timeZone: 'Europe/Paris' });
    assert.deepEqual(ordered!.expectedBy, { date: '2026-11-27', timeZone: 'Europe/Paris' });
    assert.equal(ordered!.undoUntil, november('24T14:00:00'));
    assert.equal((await shop.outcome(refund!.offerId)).status, 'done');

    await shop.clock('27T09:00:00');
    const [settled] = (await shop.order()).refunds!;
    assert.equal(settled!.state, 'settled');
    assert.equal(settled!.sentAt, november('24T15:00:00'));
    assert.equal(settled!.settledAt, november('27T08:00:00'));
    assert.equal((await shop.refunds()).length, 1);
  });

  test('each change has a greater version, also after the story begins anew', async (context) => {
    const shop = await fixture.start(context);
    const versions = [(await shop.order()).version!];
    await shop.clock('23T17:03:00');
    await shop.act('claim', await shop.offerId('refund'));
    versions.push((await shop.order()).version!);
    await shop.clock('23T17:10:00');
    versions.push((await shop.order()).version!);
    await shop.post('/demo/reset', {});
    versions.push((await shop.order()).version!);
    for (const [index, version] of versions.entries())
      assert.ok(index === 0 || version > versions[index - 1]!);
  });

  test('withdrawn before the payout leaves, too late after it', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const first = await shop.offerId('refund');
    await shop.act('claim', first, 28900);
    await shop.clock('23T18:20:00');
    assert.equal((await shop.act('withdraw', first)).status, 'done');
    const order = await shop.order();
    assert.equal(order.refunds![0]!.state, 'withdrawn');
    assert.equal(order.refunds![0]!.endedAt, november('23T18:20:00'));
    assert.deepEqual(order.offers!.map((offer) => offer.remedy).sort(), [
      'refund',
      'reship',
      'wait',
    ]);
    const second = await shop.offerId('refund');
    assert.notEqual(second, first);
    assert.equal((await shop.outcome(second)).status, 'none');

    // The bank's rows for what was taken back do nothing.
    await shop.clock('24T16:00:00');
    assert.equal((await shop.order()).refunds![0]!.state, 'withdrawn');

    assert.equal((await shop.act('claim', second, 28900)).status, 'pending');
    await shop.clock('25T11:00:00');
    assert.equal((await shop.order()).refunds![1]!.state, 'ordered');
    await shop.clock('25T16:00:00');
    assert.equal((await shop.order()).refunds![1]!.state, 'sent');
    const late = await shop.act('withdraw', second);
    assert.equal(late.code, 'too-late');
    assert.ok(late.nextStep);
  });

  test('R8: a refund that comes back says so, and the money can be asked for again', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const first = await shop.offerId('refund');
    await shop.act('claim', first);
    await shop.clock('25T09:00:00');
    await shop.post('/demo/refund', { reference: 'RF-8842', state: 'returned' });
    const order = await shop.order();
    assert.equal(order.refunds![0]!.state, 'returned');
    assert.ok(order.refunds![0]!.reason);
    assert.equal((await shop.outcome(first)).code, 'refund-failed');
    const again = order.offers!.find((offer) => offer.remedy === 'refund')!;
    assert.equal((await shop.act('claim', again.offerId, 28900)).status, 'pending');
  });

  test('R10: the parcel turns up late: the refund is listed with the reason why not', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('24T09:30:00');
    await shop.post('/demo/scan', {
      order: ORDER,
      phase: 'delivered',
      at: november('24T09:12:00'),
    });
    const offers = (await shop.order('fr')).offers!;
    assert.deepEqual(
      offers.map((offer) => [offer.remedy, offer.unavailable?.code]),
      [['refund', 'delivered']],
    );
    assert.equal((await shop.act('claim', offers[0]!.offerId)).code, 'unavailable');
  });

  test('ETag: 304 while nothing changes, whatever the clock; a change breaks it', async (context) => {
    const shop = await fixture.start(context);
    const path = `/doorstep/orders/${ORDER}`;
    const tag = (await shop.request(path)).headers.get('ETag')!;
    await shop.clock('23T16:59:00');
    const same = await shop.request(path, { headers: { 'If-None-Match': tag } });
    assert.equal(same.status, 304);
    assert.equal(
      Date.parse(same.headers.get('Doorstep-Now')!),
      Date.parse(november('23T16:59:00')),
    );
    await shop.post('/demo/scan', { order: ORDER, phase: 'out-for-delivery' });
    assert.equal((await shop.request(path, { headers: { 'If-None-Match': tag } })).status, 200);
  });

  test('stock: what is known, in the reader’s language; an unknown SKU is left out (R3)', async (context) => {
    const shop = await fixture.start(context);
    const read = async (locale: string) => {
      const response = await shop.request(
        '/doorstep/stock?sku=HANDLE-OAK&sku=LAMP-GLASS&sku=NEVER-HEARD',
        {
          headers: { 'Accept-Language': locale },
        },
      );
      return readWhole(StockAnswerSchema, await response.json()).stock;
    };
    const stock = await read('fr');
    assert.deepEqual(
      stock.map((one) => [one.sku, one.availability, one.quantity, one.where]).sort(),
      [
        ['HANDLE-OAK', 'InStock', 3, 'magasin de Nantes'],
        ['LAMP-GLASS', 'OutOfStock', 0, 'entrepôt de Lyon'],
      ],
    );
    await shop.post('/demo/stock', { sku: 'HANDLE-OAK', quantity: 1 });
    const [handle] = (await read('en')).filter((one) => one.sku === 'HANDLE-OAK');
    assert.deepEqual([handle!.availability, handle!.where], ['LimitedAvailability', 'Nantes shop']);
    await shop.post('/demo/stock', { sku: 'HANDLE-OAK', quantity: null });
    assert.equal(
      (await read('en')).find((one) => one.sku === 'HANDLE-OAK')!.availability,
      undefined,
    );
  });

  test('who has no token, or another order’s, learns nothing', async (context) => {
    const shop = await fixture.start(context);
    const ask = async (path: string, headers: Record<string, string>) => {
      const response = await shop.server.app.request(`http://shop.example${path}`, { headers });
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    const path = `/doorstep/orders/${ORDER}`;
    assert.deepEqual(await ask(path, {}), [401, 'forbidden']);
    assert.deepEqual(await ask(path, { Authorization: 'Bearer guess' }), [401, 'forbidden']);
    assert.deepEqual(await ask(path, { Authorization: `Bearer ${shop.server.token('FR-1')}` }), [
      401,
      'forbidden',
    ]);
    assert.deepEqual(
      await ask('/doorstep/orders/FR-1', { Authorization: `Bearer ${shop.server.token(ORDER)}` }),
      [401, 'forbidden'],
    );
    assert.deepEqual(
      await ask('/doorstep/orders/FR-1', { Authorization: `Bearer ${shop.server.token('FR-1')}` }),
      [404, 'not-found'],
    );
    assert.deepEqual(await ask(`/doorstep/changes?topic=order:${ORDER}`, {}), [401, 'forbidden']);

    const session = await shop.request(`/demo/session?order=${ORDER}`);
    const cookie = session.headers.get('Set-Cookie')!;
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    assert.equal((await ask(path, { Cookie: cookie.split(';')[0]! }))[0], 200);
  });

  test('another site’s page or form cannot act', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const body = { type: 'claim', offerId: await shop.offerId('refund') };
    const path = `/doorstep/orders/${ORDER}/actions`;
    const status = async (headers: Record<string, string>, text = JSON.stringify(body)) =>
      (await shop.request(path, { method: 'POST', headers, body: text })).status;
    const json = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' };
    assert.equal(await status({ ...json, 'Sec-Fetch-Site': 'cross-site' }), 403);
    assert.equal(await status({ ...json, Origin: 'https://evil.example' }), 403);
    assert.equal(
      await status({ 'Content-Type': 'application/x-www-form-urlencoded' }, 'type=claim'),
      415,
    );
    assert.equal(
      await status({ 'Content-Type': 'application/json' }),
      400,
      'a form cannot send a key',
    );
    assert.equal((await shop.refunds()).length, 0);
    const clock = await shop.request('/demo/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site' },
      body: JSON.stringify({ now: november('30T00:00:00') }),
    });
    assert.equal(clock.status, 400);
  });

  test('input that looks like SQL is only text', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    for (const text of [
      `' OR '1'='1`,
      `'; DROP TABLE orders; --`,
      `$1`,
      `%00`,
      `\\`,
      `FR-1042' --`,
    ]) {
      const token = { Authorization: `Bearer ${shop.server.token(text)}` };
      const found = await shop.request(`/doorstep/orders/${encodeURIComponent(text)}`, {
        headers: token,
      });
      assert.equal(found.status, 404, text);
      assert.equal((await shop.act('claim', text)).code, 'unknown-offer');
      assert.equal((await shop.outcome(text)).status, 'none');
      assert.equal(
        (await shop.request(`/doorstep/stock?sku=${encodeURIComponent(text)}`)).status,
        200,
      );
      assert.equal((await shop.send({ type: 'claim', offerId: 'x' }, `k ${text}`)).status, 200);
    }
    const nul = await shop.request('/doorstep/orders/%00', {
      headers: { Authorization: `Bearer ${shop.server.token('\0')}` },
    });
    assert.equal(nul.status, 404);
    assert.equal((await shop.request('/doorstep/stock?sku=%00')).status, 200);
    assert.equal((await shop.order()).reference, ORDER);
  });

  test('faults come on demand, and end with the next beginning', async (context) => {
    const shop = await fixture.start(context);
    const path = `/doorstep/orders/${ORDER}`;
    await shop.post('/demo/faults', { mode: '500', times: 1 });
    assert.equal((await shop.request(path)).status, 500);
    assert.equal((await shop.request(path)).status, 200);
    await shop.post('/demo/faults', { mode: 'malformed' });
    await assert.rejects((await shop.request(path)).json());
    await shop.post('/demo/faults', { mode: 'wrong-types' });
    assert.equal(typeof (await (await shop.request(path)).json()), 'object');
    await shop.post('/demo/faults', { mode: 'huge' });
    assert.ok((await (await shop.request(path)).arrayBuffer()).byteLength > 10_000_000);
    await shop.post('/demo/reset', {});
    assert.equal((await shop.request(path)).status, 200);
  });

  test('a server that is no demo has neither controls nor another clock', async (context) => {
    const demo = await fixture.start(context);
    await demo.clock('30T12:00:00');
    const shop = await fixture.start(context, { demo: false, realTime: undefined });
    for (const path of [
      'state',
      'refunds',
      'session',
      'clock',
      'reset',
      'faults',
      'stock',
      'scan',
      'refund',
    ])
      for (const method of ['GET', 'POST'])
        assert.equal(
          (await shop.request(`/demo/${path}`, { method })).status,
          404,
          `${method} ${path}`,
        );
    assert.ok(Math.abs(shop.server.now() - Date.now()) < 60_000);
  });

  test('migrations may run again, and at once', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(fixture.database)));
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { ORDER, buyer, november, shelf, suite } from './fixture.js';
import type { Client } from './fixture.js';

interface Event {
  readonly event: string;
  readonly topic: string | undefined;
  readonly serverNow: string;
}

/** A stream of changes over a real connection, as a phone holds it. */
const open = async (context: TestContext, shop: Client, topics: readonly string[]) => {
  const { url } = await shop.server.listen(0);
  const query = topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join('&');
  const stop = new AbortController();
  context.after(() => stop.abort());
  const response = await fetch(`${url}/doorstep/changes?${query}`, {
    headers: { Authorization: `Bearer ${shop.server.token(ORDER)}` },
    signal: stop.signal,
  });
  assert.equal(response.headers.get('Content-Type'), 'text/event-stream; charset=utf-8');
  const reader = response
    .body!.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  const heard = new Set<string | undefined>();
  return {
    /** The topics that changed so far. */
    heard,
    /** Waits for a change of a topic, said at a time of the server's clock or later. */
    async about(topic: string, time = '01T00:00:00'): Promise<Event> {
      for (;;) {
        const change = await this.next('change');
        assert.ok(change, 'the stream ended');
        if (change.topic === topic && Date.parse(change.serverNow) >= Date.parse(november(time)))
          return change;
      }
    },
    /** The next event of a kind; `undefined` when the stream has ended. */
    async next(kind: string): Promise<Event | undefined> {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        const data = JSON.parse(value.data) as { topic?: string; serverNow: string };
        if (value.event === 'change') heard.add(data.topic);
        if (value.event === kind)
          return { event: kind, topic: data.topic, serverNow: data.serverNow };
      }
    },
  };
};

suite('live', (fixture) => {
  const topic = `order:${ORDER}`;

  test('a sign of life at once; then the scan, the claim, the bank, the shelf', async (context) => {
    const shop = await fixture.start(context);
    const stream = await open(context, shop, [topic, 'stock:LAMP-GLASS']);
    assert.equal(
      Date.parse((await stream.next('heartbeat'))!.serverNow),
      Date.parse(november('23T16:40:00')),
    );

    await shop.post('/demo/scan', { order: ORDER, phase: 'problem' });
    await stream.about(topic);
    await shop.post('/demo/stock', { sku: 'HANDLE-OAK', quantity: 1 });
    await shop.post('/demo/stock', { sku: 'LAMP-GLASS', quantity: 4 });
    await stream.about('stock:LAMP-GLASS');

    await shop.clock('23T17:03:00');
    // A moved clock is news for whoever watches anything.
    await stream.about('stock:LAMP-GLASS', '23T17:03:00');
    await shop.act('claim', await shop.offerId('refund'), 28900);
    await stream.about(topic, '23T17:03:00');
    assert.ok(!stream.heard.has('stock:HANDLE-OAK'), 'only what was asked for');
    assert.equal((await shop.order()).refunds![0]!.state, 'asked');
  });

  test('a sale, a hold, its return and its end change the badge, and that of the bundle', async (context) => {
    const shop = await fixture.start(context);
    const one = buyer(shop);
    const [handle, set] = ['stock:HND-BRASS', 'stock:SET-DOOR'] as const;
    const lines = [{ id: 'a', sku: 'HND-BRASS', quantity: 1 }];
    const steps: [() => Promise<unknown>, number][] = [
      [() => shop.post('/demo/sell', { sku: 'HND-BRASS', quantity: 1 }), 2],
      [() => one.basket({ lines }), 1],
      [() => one.act({ type: 'release', hold: hold() }), 2],
      [() => one.basket({ lines }), 1],
    ];
    let last = '';
    const hold = () => last;
    for (const [step, left] of steps) {
      const stream = await open(context, shop, [handle, set]);
      await stream.next('heartbeat');
      const answer = (await step()) as { hold?: { reference: string } };
      last = answer.hold?.reference ?? last;
      while (![handle, set].every((topic) => stream.heard.has(topic))) await stream.next('change');
      assert.equal((await shelf(shop, 'HND-BRASS')).quantity, left);
      assert.equal((await shelf(shop, 'SET-DOOR')).quantity, left);
    }
  });

  test('a hold that runs out is told by itself, and so is the wish it answers', async (context) => {
    // Real time runs here; the hold has 50 ms left.
    const shop = await fixture.start(context, { realTime: undefined });
    const [one, other] = [buyer(shop), buyer(shop)];
    const { hold } = await one.basket({ lines: [{ id: 'a', sku: 'WM-9KG', quantity: 1 }] });
    await other.act({ type: 'subscribe', sku: 'WM-9KG', channel: 'account' });
    const ends = Date.parse(hold!.until);
    const stream = await open(context, shop, ['stock:WM-9KG']);
    await shop.post('/demo/clock', { now: new Date(ends - 50).toISOString() });
    await stream.about('stock:WM-9KG', hold!.until.slice(8, -6));
    // On a slow machine the moved clock's own news comes after that time too, and before the end's.
    while ((await other.stock('WM-9KG')).subscription!.state !== 'back')
      await stream.next('change');
  });

  test('R6: at the deadline there is a word by itself, and the bank’s answer comes by itself', async (context) => {
    // Real time runs here; the deadline is 50 ms ahead, the bank answers after a tenth of a second.
    const shop = await fixture.start(context, { realTime: undefined, bankDelay: 0.1 });
    // Who listens does so before: a slow machine may need more than 50 ms to begin.
    const stream = await open(context, shop, [topic]);
    await shop.clock('23T16:59:59.950');
    // Never early: what comes before 17:00 is news of the moved clock, not of the deadline.
    await stream.about(topic, '23T17:00:00');
    assert.equal((await shop.act('claim', await shop.offerId('refund'), 28900)).status, 'pending');
    await stream.next('change');
    while ((await shop.order()).refunds![0]!.state !== 'ordered') await stream.next('change');
  });

  test('a server that stops ends its streams', async (context) => {
    const shop = await fixture.start(context);
    const stream = await open(context, shop, [topic]);
    await stream.next('heartbeat');
    const ended = (async () => {
      // News from before the end may still be on its way.
      while (await stream.next('change'));
    })().catch(() => 'cut off');
    await shop.server.close();
    await ended;
  });

  test('two processes on one database: what one is told, the other one’s customers see', async (context) => {
    const one = await fixture.start(context);
    const two = await fixture.start(context);
    const stream = await open(context, one, [topic]);
    await stream.next('heartbeat');
    await two.clock('23T17:03:00');
    // One clock for all.
    await stream.about(topic, '23T17:03:00');
    assert.equal(one.server.now(), two.server.now());

    const offerId = await one.offerId('refund');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? one : two).act('claim', offerId, 28900),
      ),
    );
    assert.equal(new Set(outcomes.map((outcome) => outcome.reference)).size, 1);
    assert.equal((await one.refunds()).length, 1);

    await two.clock('23T17:10:00');
    await stream.about(topic, '23T17:10:00');
    assert.equal((await one.order()).refunds![0]!.state, 'ordered');
    assert.deepEqual((await one.order()).refunds, (await two.order()).refunds);
  });

  if (fixture.remote)
    test('a lost database connection ends the streams; the next one hears again', async (context) => {
      const shop = await fixture.start(context);
      const stream = await open(context, shop, [topic]);
      await stream.next('heartbeat');
      await fixture.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      );
      while (await stream.next('change').catch(() => undefined));
      const { url } = await shop.server.listen(0);
      assert.equal((await fetch(`${url}/health`)).status, 200);
      const next = await open(context, shop, [topic]);
      await shop.clock('23T17:03:00');
      await next.about(topic, '23T17:03:00');
    });

  test('processes that start at once on an empty database agree on one story', async (context) => {
    await fixture.database.run('TRUNCATE orders CASCADE');
    const shops = await Promise.all(
      [1, 2, 3].map(() => fixture.start(context, { demo: false, realTime: undefined })),
    );
    assert.equal(
      new Set(shops.map((shop) => shop.server.token(ORDER))).size,
      1,
      'one secret for all',
    );
  });
});

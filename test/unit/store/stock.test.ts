import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import { AdapterError, type OrderAdapter } from '../../../src/adapter/index.js';
import type { StockLevel } from '../../../src/model/index.js';
import { Stock, Store } from '../../../src/store/index.js';
import { FakeBackend, FakePage, LiveBackend, OPENED, settled } from './fake.js';

const opened = <T extends FakeBackend>(backend: T) => {
  const page = new FakePage();
  const stock = new Store(backend, page).part(Stock);
  return { backend, page, stock, watch: (sku: string) => stock.watch(sku, () => {}) };
};
const level = (sku: string, more: Partial<StockLevel> = {}) => ({
  stock: [{ sku, quantity: 3, ...more }],
});

describe('asking for stock', () => {
  test('everything asked in one moment is one question, each SKU once', async () => {
    const { backend, page, stock, watch } = opened(new FakeBackend());
    for (const sku of ['a', 'b', 'a', 'c']) watch(sku);
    stock.ask('b');
    assert.equal(backend.stocks.length, 0);
    await page.pass(0);
    assert.deepEqual(
      backend.stocks.map(({ what }) => what),
      ['a,b,c'],
    );
    backend.stocks[0]!.answer({
      stock: [
        { sku: 'a', quantity: 1 },
        { sku: 'c', quantity: 2 },
      ],
    });
    await settled();
    assert.equal(stock.state('a').level?.quantity, 1);
    assert.equal(stock.state('c').level?.quantity, 2);
    // R3: a SKU that is missing from the answer is unknown.
    assert.deepEqual(stock.state('b'), {
      level: undefined,
      settled: true,
      failed: false,
      asking: false,
    });
  });

  test('R3: a SKU that the backend no longer names is no longer known', async () => {
    const { backend, page, stock, watch } = opened(new FakeBackend());
    watch('a');
    await page.pass(0);
    backend.stocks[0]!.answer(level('a'));
    await settled();
    stock.ask('a');
    await page.pass(0);
    backend.stocks[1]!.answer({ stock: [] });
    await settled();
    assert.equal(stock.state('a').level, undefined);
  });

  test('batches are as large as the adapter allows, and every SKU is in one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(undefined, 0, -3, NaN, 2.5)),
        async (count, stockBatch) => {
          const backend: FakeBackend & { stockBatch?: number | undefined } = new FakeBackend();
          if (stockBatch !== undefined) backend.stockBatch = stockBatch;
          const { page, stock } = opened(backend);
          const stops = Array.from({ length: count }, (_, index) =>
            stock.watch(`sku${index}`, () => {}),
          );
          await page.pass(0);
          const asked = backend.stocks.map(({ what }) => what.split(','));
          const most = stockBatch && stockBatch >= 1 ? Math.floor(stockBatch) : 200;
          for (const batch of asked) assert.ok(batch.length <= most && batch.length > 0);
          assert.deepEqual(
            asked.flat(),
            Array.from({ length: count }, (_, index) => `sku${index}`),
          );
          for (const stop of stops) stop();
        },
      ),
      { numRuns: 30 },
    );
  });

  test('the last listener stops everything, a question that has not left included', async () => {
    const { backend, page, stock, watch } = opened(new LiveBackend());
    watch('a')();
    await page.pass(1000);
    assert.equal(backend.stocks.length, 0);
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
    const stop = watch('a');
    await page.pass(60);
    assert.equal(backend.stocks.length, 1);
    stop();
    await page.pass(60);
    assert.equal(backend.stocks[0]!.request.signal.aborted, true);
    assert.ok(backend.connections.every(({ open }) => !open));
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
    // It was given up; it has not failed.
    assert.equal(stock.state('a').failed, false);
    assert.equal(stock.state('a').asking, false);
    await page.pass(3_600_000);
    assert.equal(backend.stocks.length, 1);
  });

  test('R3: an adapter without stock is a failure that is told, not asked for ever', async () => {
    const page = new FakePage();
    const adapter: OrderAdapter = { order: () => Promise.reject(new AdapterError('not-found')) };
    const stock = new Store(adapter, page).part(Stock);
    const stop = stock.watch('a', () => {});
    await page.pass(60_000);
    assert.deepEqual(stock.state('a'), {
      level: undefined,
      settled: true,
      failed: true,
      asking: false,
    });
    stop();
    await page.pass(60);
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
  });
});

describe('merging levels', () => {
  test('R3: a SKU that is named twice, or another one, is not known', async () => {
    const { backend, page, stock, watch } = opened(new FakeBackend());
    watch('a');
    watch('b');
    await page.pass(0);
    backend.stocks[0]!.answer({
      stock: [
        { sku: 'a', quantity: 3 },
        { sku: 'a', quantity: 0 },
        { sku: 'c', quantity: 3 },
      ],
    });
    await settled();
    for (const sku of ['a', 'b', 'c']) assert.equal(stock.state(sku).level, undefined);
  });

  test('R3: whatever order answers arrive in: the greatest version, the latest look, the latest question', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('version', 'observedAt', 'neither'),
        fc.array(fc.nat({ max: 4 }), { minLength: 2, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (kind, ranks, keys) => {
          const { backend, page, stock, watch } = opened(new FakeBackend());
          watch('a');
          await page.pass(0);
          for (let more = 1; more < ranks.length; more++) {
            stock.ask('a');
            await page.pass(0);
          }
          const arrival = ranks
            .map((rank, index) => ({
              rank: kind === 'neither' ? 0 : rank,
              index,
              key: keys.next().value as number,
            }))
            .sort((a, b) => a.key - b.key);
          let shown: (typeof arrival)[number] | undefined;
          for (const each of arrival) {
            backend.stocks[each.index]!.answer(
              level('a', {
                quantity: each.index,
                ...(kind === 'version' && { version: each.rank }),
                ...(kind === 'observedAt' && {
                  observedAt: new Date(OPENED + each.rank * 1000).toISOString(),
                }),
              }),
            );
            await settled();
            if (
              !shown ||
              each.rank > shown.rank ||
              (each.rank === shown.rank && each.index > shown.index)
            )
              shown = each;
            assert.equal(stock.state('a').level?.quantity, shown.index);
          }
          assert.equal(stock.state('a').asking, false);
        },
      ),
    );
  });

  test('R3: a late answer that does not name the SKU, or a late failure, does not undo a later answer', async () => {
    const { backend, page, stock, watch } = opened(new FakeBackend());
    watch('a');
    await page.pass(0);
    for (let more = 0; more < 2; more++) {
      stock.ask('a');
      await page.pass(0);
    }
    backend.stocks[2]!.answer(level('a'));
    await settled();
    backend.stocks[0]!.answer({ stock: [] });
    backend.stocks[1]!.fail(new AdapterError('unavailable'));
    await settled();
    assert.deepEqual(stock.state('a'), {
      level: { sku: 'a', quantity: 3 },
      settled: true,
      failed: false,
      asking: false,
    });
  });

  test('R2: a failure keeps the level and its age, and says that it failed', async () => {
    const { backend, page, stock, watch } = opened(new FakeBackend());
    watch('a');
    await page.pass(0);
    backend.stocks[0]!.answer(level('a'));
    await settled();
    stock.ask('a');
    await page.pass(0);
    backend.stocks[1]!.answer('<html>' as never);
    await settled();
    assert.equal(stock.state('a').failed, true);
    assert.equal(stock.state('a').level?.quantity, 3);
  });
});

describe('asking again', () => {
  test('one failing batch among others that are answered is retried with growing pauses', async () => {
    const backend: LiveBackend & { stockBatch?: number } = new LiveBackend();
    backend.stockBatch = 1;
    const { page, stock } = opened(backend);
    page.randomly = () => 0.99;
    stock.watch('good', () => {});
    stock.watch('bad', () => {});
    const asked: number[] = [];
    let done = 0;
    for (let second = 0; second < 240; second++) {
      await page.pass(1000);
      if (second === 0) backend.connections[0]!.alive(true);
      for (const question of backend.stocks.slice(done)) {
        if (question.what === 'bad') {
          asked.push(second);
          question.fail(new AdapterError('unavailable'));
        } else question.answer(level('good'));
      }
      done = backend.stocks.length;
    }
    await settled();
    assert.equal(stock.state('good').failed, false);
    assert.equal(stock.state('bad').failed, true);
    assert.ok(asked.length >= 5, 'given up');
    assert.ok(asked.length <= 12, `asked ${asked.length} times in four minutes`);
  });

  test('a pause the backend asks for is kept', async () => {
    const { backend, page, watch } = opened(new FakeBackend());
    watch('a');
    await page.pass(0);
    backend.stocks[0]!.fail(new AdapterError('unavailable', { retryAfter: 300 }));
    await page.pass(299_999);
    assert.equal(backend.stocks.length, 1);
    await page.pass(2);
    assert.equal(backend.stocks.length, 2);
    backend.stocks[1]!.fail(new AdapterError('unavailable', { retryAfter: NaN }));
    await page.pass(999);
    assert.equal(backend.stocks.length, 2);
  });

  test('R2: polled every 30 to 60 s; hidden or live, never; what comes back to life is asked within 3 s', async () => {
    const { backend, page, watch } = opened(new LiveBackend());
    watch('a');
    await page.pass(60);
    backend.stocks[0]!.answer(level('a'));
    await page.pass(45_000);
    assert.equal(backend.stocks.length, 2);
    backend.stocks[1]!.answer(level('a'));
    await settled();
    const [connection] = backend.connections;
    connection!.alive(true);
    await page.pass(999);
    assert.equal(backend.stocks.length, 2, 'not all pages at once');
    await page.pass(2001);
    assert.equal(backend.stocks.length, 3, 'what changed in between was told to nobody');
    backend.stocks[2]!.answer(level('a'));
    connection!.alive(false);
    await page.pass(20_000);
    connection!.alive(true);
    await page.pass(3000);
    assert.equal(backend.stocks.length, 4, 'what changed before it lived was told to nobody');
    backend.stocks[3]!.answer(level('a'));
    await page.pass(3_600_000);
    assert.equal(backend.stocks.length, 4);
    connection!.change({ topic: 'stock:a' });
    await page.pass(0);
    assert.equal(backend.stocks.length, 5);
    backend.stocks[4]!.answer(level('a'));
    page.change({ visible: false });
    await page.pass(3_600_000);
    assert.equal(backend.stocks.length, 5);
    page.change({ visible: true });
    await page.pass(0);
    assert.equal(backend.stocks.length, 6);
  });

  test('R3: an element that only moves in the page has not been refused an answer', async () => {
    const { backend, page, stock, watch } = opened(new FakeBackend());
    const leave = watch('a');
    await page.pass(0);
    leave();
    watch('a');
    await settled();
    assert.equal(stock.state('a').failed, false);
    await page.pass(0);
    backend.stocks.at(-1)!.answer(level('a'));
    await settled();
    assert.equal(stock.state('a').level?.quantity, 3);
    assert.equal(stock.state('a').failed, false);
  });

  test('R1: what was learnt elsewhere is asked again for what is shown, and for nothing else', async () => {
    const { backend, page, stock, watch } = opened(new FakeBackend());
    watch('a');
    await page.pass(0);
    for (const sku of ['a', 'b']) stock.ask(sku, 'fresh');
    await page.pass(0);
    assert.deepEqual(
      backend.stocks.map(({ what, request }) => [what, request.freshness]),
      [
        ['a', 'any'],
        ['a', 'fresh'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { Live, Store } from '../../../src/store/index.js';
import { FakeBackend, FakePage, LiveBackend } from './fake.js';

const opened = (backend: LiveBackend | FakeBackend = new LiveBackend()) => {
  const page = new FakePage();
  const store = new Store(backend, page);
  const live = store.part(Live);
  const signs: string[] = [];
  const watch = (topic: string) => live.watch(topic, (sign) => signs.push(`${topic} ${sign}`));
  return { backend, page, store, live, signs, watch };
};

describe('the one live connection', () => {
  test('what appears together is one connection; each change of it another one, never two', async () => {
    const { backend, page, watch } = opened();
    const stops = ['order:b', 'order:a', 'stock:x'].map(watch);
    await page.pass(60);
    assert.equal(backend.connections.length, 1);
    assert.deepEqual(backend.connections[0]!.topics, ['order:a', 'order:b', 'stock:x']);
    const again = watch('order:a');
    await page.pass(60);
    assert.equal(backend.connections.length, 1);
    stops.push(watch('order:c'), again);
    await page.pass(60);
    assert.deepEqual(
      backend.connections.map(({ open }) => open),
      [false, true],
    );
    for (const stop of stops) stop();
    await page.pass(60);
    assert.ok(backend.connections.every(({ open }) => !open));
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
  });

  test('above thirty SKUs one subscription to all stock stands for the list; orders are named', async () => {
    const { backend, page, signs, watch } = opened();
    for (let index = 0; index < 30; index++) watch(`stock:${index}`);
    watch('order:a');
    await page.pass(60);
    assert.equal(backend.connections[0]!.topics.length, 31);
    watch('stock:30');
    await page.pass(60);
    assert.deepEqual(backend.connections[1]!.topics, ['order:a', 'stock:*']);
    backend.connections[1]!.change({ topic: 'stock:7' });
    assert.ok(signs.includes('stock:7 change'));
    assert.ok(!signs.includes('stock:8 change'));
    watch('stock:31');
    await page.pass(60);
    assert.equal(backend.connections.length, 2);
  });

  test('R2: a new connection is not alive before its first sign of life; that sign makes all ask again', async () => {
    const { backend, live, page, signs, watch } = opened();
    watch('order:a');
    await page.pass(60);
    backend.connections[0]!.alive(true);
    assert.equal(live.alive, true);
    watch('order:b');
    signs.length = 0;
    await page.pass(60);
    assert.equal(live.alive, false);
    assert.deepEqual(signs, ['order:a lost', 'order:b lost']);
    signs.length = 0;
    backend.connections[1]!.alive(true);
    assert.deepEqual(signs, ['order:a alive', 'order:b alive']);
    assert.equal(live.alive, true);
  });

  test('what a closed connection still says counts for nothing', async () => {
    const { backend, live, page, signs, watch } = opened();
    watch('order:a');
    await page.pass(60);
    watch('order:b');
    await page.pass(60);
    signs.length = 0;
    backend.connections[0]!.alive(true);
    backend.connections[0]!.change({ topic: 'order:a' });
    assert.deepEqual(signs, []);
    assert.equal(live.alive, false);
  });

  test('hidden, there is no connection; seen again, there is one', async () => {
    const { backend, live, page, watch } = opened();
    watch('order:a');
    await page.pass(60);
    backend.connections[0]!.alive(true);
    page.change({ visible: false });
    await page.pass(60);
    assert.equal(backend.connections[0]!.open, false);
    assert.equal(live.alive, false);
    await page.pass(3_600_000);
    assert.equal(backend.connections.length, 1);
    page.change({ visible: true });
    await page.pass(60);
    assert.equal(backend.connections.length, 2);
  });

  test("R1: every sign of life is dated, and a change tells the backend's time", async () => {
    const { backend, live, page, store, watch } = opened();
    page.wallOffset = 60_000;
    watch('order:a');
    await page.pass(60);
    assert.equal(live.heardAt, undefined);
    backend.connections[0]!.change({
      topic: 'order:a',
      serverNow: new Date(page.server()).toISOString(),
    });
    assert.equal(store.clock.now(), page.server());
    assert.equal(live.heardAt, page.monotonic());
    await page.pass(15_000);
    backend.connections[0]!.alive(true);
    assert.equal(live.heardAt, page.monotonic());
  });

  test('an adapter that cannot watch, or throws when asked to, is polled instead', async () => {
    const { live, page, watch } = opened(new FakeBackend());
    const stop = watch('order:a');
    await page.pass(60);
    assert.equal(live.alive, false);
    stop();
    await page.pass(60);
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });

    const broken = new LiveBackend();
    broken.watch = (_topics, _notify, alive) => {
      alive(true);
      throw new Error('no stream here');
    };
    const other = opened(broken);
    const end = other.watch('order:a');
    await other.page.pass(60);
    assert.equal(other.live.alive, false);
    end();
    await other.page.pass(60);
    assert.deepEqual(other.page.pending, { timers: 0, listeners: 0 });
  });

  test("leaving twice does not take another listener's topic away", async () => {
    const { backend, page, signs, watch } = opened();
    const first = watch('order:a');
    first();
    watch('order:a');
    first();
    await page.pass(60);
    backend.connections[0]!.change({ topic: 'order:a' });
    assert.ok(signs.includes('order:a change'));
  });

  test('R6: a time without an offset teaches nothing, and a change that cannot be read is about anything', async () => {
    for (const serverNow of ['2026-11-23T17:30:00', '2030', 2030, 'Mon Nov 23 2026 18:00', {}]) {
      const { backend, page, signs, store, watch } = opened();
      watch('order:a');
      await page.pass(60);
      store.clock.learn(new Date(page.server()).toISOString(), page.monotonic());
      const told = store.clock.now();
      backend.connections[0]!.change({ topic: 'order:a', serverNow } as never);
      assert.equal(store.clock.now(), told, JSON.stringify(serverNow));
      assert.ok(signs.includes('order:a change'));
    }
    const { backend, page, signs, watch } = opened();
    watch('order:a');
    await page.pass(60);
    for (const change of [null, 7, {}, { topic: 7 }]) {
      signs.length = 0;
      backend.connections[0]!.change(change as never);
      assert.ok(signs.includes('order:a change'), JSON.stringify(change));
    }
  });

  test('a watch that is asynchronous and fails is no live connection, and nothing is thrown into the page', async () => {
    const thrown: unknown[] = [];
    const note = (reason: unknown) => thrown.push(reason);
    process.on('unhandledRejection', note);
    const backend = new LiveBackend();
    backend.watch = ((_topics: unknown, _notify: unknown, alive: (lives: boolean) => void) => {
      alive(true);
      return Promise.reject(new Error('no stream here'));
    }) as never;
    const { live, page, watch } = opened(backend);
    const end = watch('order:a');
    await page.pass(60);
    assert.equal(live.alive, false);
    end();
    await page.pass(60);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    assert.deepEqual(thrown, []);
  });
});

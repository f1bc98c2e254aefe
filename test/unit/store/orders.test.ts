import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  AdapterError,
  type AdapterErrorCode,
  type OrderAdapter,
} from '../../../src/adapter/index.js';
import type { Order, OrderAnswer } from '../../../src/model/index.js';
import { Orders, Store } from '../../../src/store/index.js';
import { FakeBackend, FakePage, LiveBackend, OPENED, settled } from './fake.js';

const answer = (order: Partial<Order> = {}): OrderAnswer => ({
  order: { reference: 'FR-1042', ...order },
});
const opened = (adapter: OrderAdapter = new FakeBackend()) => {
  const page = new FakePage();
  const store = new Store(adapter, page);
  const orders = store.part(Orders);
  const state = () => orders.state('FR-1042', 'en');
  const watch = (listener = () => {}) => orders.watch('FR-1042', 'en', listener);
  return { page, store, orders, state, watch };
};
const withFake = (backend = new FakeBackend()) => ({ backend, ...opened(backend) });

describe('asking for an order', () => {
  test('the first listener starts, the last one stops everything', async () => {
    const { backend, page, watch } = withFake(new LiveBackend());
    assert.equal(backend.orders.length, 0);
    const first = watch();
    const second = watch();
    assert.equal(backend.orders.length, 1);
    assert.equal(backend.orders[0]!.what, 'FR-1042');
    assert.equal(backend.orders[0]!.request.locale, 'en');
    backend.orders[0]!.answer(answer());
    await page.pass(100);
    assert.equal(backend.connections.length, 1);
    first();
    await page.pass(1000);
    assert.equal(backend.connections[0]!.open, true);
    second();
    second();
    await page.pass(100);
    assert.equal(backend.connections[0]!.open, false);
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
    await page.pass(600_000);
    assert.equal(backend.orders.length, 1);
  });

  test('a question nobody waits for any more is given up', async () => {
    const { backend, page, state, watch } = withFake();
    const stop = watch();
    assert.equal(state().asking, true);
    stop();
    await settled();
    assert.equal(backend.orders[0]!.request.signal.aborted, true);
    await page.pass(100);
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
    assert.equal(state().asking, false);
    assert.equal(state().error, undefined);
    // Who comes back asks anew.
    watch();
    backend.orders[1]!.answer(answer({ version: 1 }));
    await settled();
    assert.equal(state().order?.version, 1);
  });

  test('R3: an adapter that throws at once, returns rubbish, or nothing, is an error and no exception', async () => {
    const wrong: [unknown, AdapterErrorCode][] = [
      [
        () => {
          throw new Error('broken');
        },
        'unavailable',
      ],
      [
        () => {
          throw new AdapterError('forbidden');
        },
        'forbidden',
      ],
      [() => Promise.reject(new TypeError('network')), 'unavailable'],
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- some do
      [() => Promise.reject(undefined), 'unavailable'],
      [() => undefined, 'invalid'],
      [() => Promise.resolve(null), 'invalid'],
      [() => Promise.resolve('<html>'), 'invalid'],
      [() => Promise.resolve({ order: {} }), 'invalid'],
      [() => Promise.resolve({ reference: 'FR-1042' }), 'invalid'],
      [
        () => ({
          get order() {
            throw new Error('trap');
          },
        }),
        'unavailable',
      ],
    ];
    for (const [order, code] of wrong) {
      const { page, state, watch } = opened({ order } as OrderAdapter);
      const stop = watch();
      await settled();
      assert.equal(state().error?.code, code);
      assert.equal(state().asking, false);
      assert.equal(state().order, undefined);
      stop();
      await page.pass(100);
      assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
    }
  });

  test('R3: an adapter that never answers has timed out after 20 s, and what comes then is too late', async () => {
    const { backend, page, state, watch } = withFake();
    watch();
    await page.pass(19_999);
    assert.equal(state().error, undefined);
    await page.pass(1);
    assert.equal(state().error?.code, 'timeout');
    assert.equal(backend.orders[0]!.request.signal.aborted, true);
    backend.orders[0]!.answer(answer({ version: 9 }));
    await settled();
    assert.equal(state().order, undefined);
  });

  test('R3: a field that cannot be read is warned of once, named, and shown as unknown', async () => {
    const { backend, page, state, watch, orders } = withFake();
    watch();
    const broken = {
      order: {
        reference: 'FR-1042',
        lines: [
          { id: 'a', image: 'http://x' },
          { id: 'b', image: 'http://y' },
        ],
        shipments: [{}],
      },
    };
    backend.orders[0]!.answer(broken as never);
    await settled();
    assert.deepEqual(state().unreadable, ['lines.0.image', 'lines.1.image', 'shipments.0']);
    assert.deepEqual(state().order?.lines, [{ id: 'a' }, { id: 'b' }]);
    assert.equal(page.warnings.length, 2);
    assert.match(page.warnings[0]!, /order\.lines\[\]\.image/);
    void orders.refresh('FR-1042');
    backend.orders[1]!.answer(broken as never);
    await settled();
    assert.equal(page.warnings.length, 2);
  });

  test('what is known is frozen, and a new object with each change', async () => {
    const { backend, orders, state, watch } = withFake();
    let told = 0;
    watch(() => told++);
    const before = state();
    backend.orders[0]!.answer(answer({ lines: [{ id: 'a' }] }));
    await settled();
    assert.notEqual(state(), before);
    assert.ok(Object.isFrozen(state()) && Object.isFrozen(state().order!.lines));
    assert.equal(state(), state());
    assert.ok(told > 0);
    assert.equal(orders.state('other', 'en').order, undefined);
  });
});

describe('a mistake in the adapter', () => {
  test('is told to the developer once for each cause, and nothing of what was read or of the network', async () => {
    const thrown: unknown[] = [];
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- some do
    const { page, orders, watch } = opened({ order: () => Promise.reject(thrown.at(-1)) });
    watch();
    const fail = async (error: unknown) => {
      thrown.push(error);
      const before = page.warnings.length;
      await orders.refresh('FR-1042');
      await orders.refresh('FR-1042');
      return page.warnings.slice(before);
    };
    const mistake = async (run: () => unknown): Promise<string[]> => {
      try {
        run();
      } catch (error) {
        return fail(error);
      }
      throw new Error('nothing was thrown');
    };
    const missing = undefined as unknown as { number: { text: string } };
    assert.match(
      (await mistake(() => missing.number)).join(),
      /^Doorstep: .*TypeError: .*undefined/,
    );
    const headers = { 'X-Token': 'secret' } as unknown as () => void;
    assert.match((await mistake(() => headers())).join(), /TypeError: headers is not a function/);
    assert.match((await mistake(() => new Date(NaN).toISOString())).join(), /\(RangeError\)/);
    const read = await mistake(() => JSON.parse('Jane Doe, Main Street'));
    assert.match(read.join(), /\(SyntaxError\)/);
    assert.doesNotMatch(read.join(), /Jane/);
    for (const silent of [
      ...['Failed to fetch', 'fetch failed', 'Load failed', 'network error', 'terminated'],
      'NetworkError when attempting to fetch resource.',
      'The Internet connection appears to be offline.',
      'Could not connect to the server.',
    ])
      assert.deepEqual(await fail(new TypeError(silent)), [], silent);
    for (const silent of [
      new AdapterError('unavailable'),
      new Error('jane@example.com is not allowed'),
      new DOMException('gone', 'AbortError'),
      undefined,
      Object.create(null),
      Symbol('x'),
    ])
      assert.deepEqual(await fail(silent), []);
    const wrapped = new AdapterError('unavailable', {
      cause: new ReferenceError('x is not defined'),
    });
    assert.match((await fail(wrapped)).join(), /ReferenceError: x is not defined/);
  });
});

describe('another reference than the one asked for', () => {
  test('R3: another order counts as no answer, with one warning, and is asked again', async () => {
    const { backend, page, state, watch, orders } = withFake();
    watch();
    backend.orders[0]!.answer(answer({ reference: 'FR-9999' }));
    await settled();
    assert.equal(state().order, undefined);
    assert.equal(state().error?.code, 'invalid');
    assert.deepEqual(
      page.warnings.map((each) => /"order\.reference"/.test(each) && !/FR-/.test(each)),
      [true],
    );
    void orders.refresh('FR-1042');
    backend.orders[1]!.answer(answer({ lines: [{ id: 'a' }] }));
    await settled();
    assert.equal(state().order?.lines?.length, 1);
    // Nor does it replace what is known.
    void orders.refresh('FR-1042');
    backend.orders[2]!.answer(answer({ reference: 'FR-10421', version: 9 }));
    await settled();
    assert.equal(state().order?.reference, 'FR-1042');
    assert.equal(state().error?.code, 'invalid');
  });

  test('R7: the same order in another writing is known, and acted on, by the reference that was asked for', async () => {
    for (const written of ['FR-1042', '#fr-1042', ' fr-1042 ']) {
      const { backend, orders } = withFake();
      orders.watch('fr-1042', 'en', () => {});
      backend.orders[0]!.answer(answer({ reference: written, lines: [{ id: 'a' }] }));
      await settled();
      const { order } = orders.state('fr-1042', 'en');
      assert.equal(order?.reference, 'fr-1042');
      assert.ok(Object.isFrozen(order) && order.lines?.length);
      void orders.refresh(order.reference);
      assert.equal(backend.orders.length, 2);
    }
  });

  test('what a page was served with is held to the same', () => {
    const serverNow = new Date(OPENED).toISOString();
    const { orders, state } = withFake();
    orders.serve('FR-1042', 'en', { ...answer({ reference: 'FR-9999' }), serverNow });
    assert.equal(state().order, undefined);
    orders.serve('FR-1042', 'en', { ...answer({ reference: '#fr-1042' }), serverNow });
    assert.equal(state().order?.reference, 'FR-1042');
    assert.equal(state().confirmedAt, OPENED);
  });
});

describe('orders that nobody watches', () => {
  test('the last twenty are kept, and one that is asked for all the same is asked', async () => {
    const { backend, orders } = withFake();
    const kept = () =>
      Array.from({ length: 30 }, (_, index) => index).filter(
        (index) => orders.state(`A-${index}`, 'en').order,
      );
    const stops: (() => void)[] = [];
    for (let index = 0; index < 30; index++) {
      stops.push(orders.watch(`A-${index}`, 'en', () => {}));
      backend.orders[index]!.answer({ order: { reference: `A-${index}` } });
    }
    await settled();
    assert.equal(kept().length, 30);
    // One that is watched is kept whatever its age; one that was left again is the newest.
    for (const stop of stops.slice(1)) stop();
    assert.deepEqual(kept(), [0, ...kept().slice(1)]);
    assert.deepEqual(kept()[1], 10);
    orders.watch('A-10', 'en', () => {})();
    orders.watch('A-1', 'en', () => {})();
    assert.deepEqual(kept().slice(0, 3), [0, 10, 12]);
    const asked = backend.orders.length;
    const answered = orders.refresh('A-2');
    backend.orders[asked]!.answer({ order: { reference: 'A-2' } });
    assert.equal(await answered, undefined);
  });
});

describe('merging answers', () => {
  test('R5: whatever order they arrive in, the greatest version is shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 7 }),
        fc.infiniteStream(fc.nat()),
        async (versions, keys) => {
          const { backend, orders, state, watch } = withFake();
          watch();
          for (let more = 1; more < versions.length; more++) void orders.refresh('FR-1042');
          assert.equal(backend.orders.length, versions.length);
          const arrival = versions
            .map((version, index) => ({ version, index, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key);
          let greatest = -1;
          for (const { version, index } of arrival) {
            backend.orders[index]!.answer(answer({ version }));
            await settled();
            greatest = Math.max(greatest, version);
            assert.equal(state().order!.version, greatest);
          }
          assert.equal(state().asking, false);
        },
      ),
    );
  });

  test('R5: without a version the later look wins, and without that the later question', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.nat({ max: 5 }), { nil: undefined }), { minLength: 2, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        async (ages, keys, dated) => {
          const { backend, orders, state, watch } = withFake();
          watch();
          for (let more = 1; more < ages.length; more++) void orders.refresh('FR-1042');
          const arrival = ages
            .map((age, index) => ({
              age: dated ? (age ?? 0) : undefined,
              index,
              key: keys.next().value as number,
            }))
            .sort((a, b) => a.key - b.key);
          let shown: (typeof arrival)[number] | undefined;
          for (const each of arrival) {
            const { age, index } = each;
            backend.orders[index]!.answer(
              answer({
                placedAt: new Date(OPENED - index * 1000).toISOString(),
                ...(age !== undefined && {
                  observedAt: new Date(OPENED + age * 1000).toISOString(),
                }),
              }),
            );
            await settled();
            const wins =
              !shown ||
              (age ?? 0) > (shown.age ?? 0) ||
              ((age ?? 0) === (shown.age ?? 0) && index > shown.index);
            if (wins) shown = each;
            assert.equal(Date.parse(state().order!.placedAt!), OPENED - shown!.index * 1000);
          }
        },
      ),
    );
  });

  test('R1: a late answer is counted and dropped; it neither vouches for our copy nor keeps the page asking', async () => {
    const { backend, orders, page, state, watch } = withFake();
    watch();
    void orders.refresh('FR-1042');
    await page.pass(1000);
    backend.orders[1]!.answer(answer({ version: 2 }));
    await settled();
    const confirmed = state().confirmedAt;
    assert.equal(state().asking, false);
    await page.pass(1000);
    backend.orders[0]!.answer(answer({ version: 1 }));
    await settled();
    assert.equal(state().order?.version, 2);
    assert.equal(state().asking, false);
    assert.equal(state().confirmedAt, confirmed);
    assert.equal(orders.dropped('FR-1042', 'en'), 1);
  });

  test('R1: an answer of the same version says anew that it is so', async () => {
    const { backend, orders, page, state, watch } = withFake();
    watch();
    backend.orders[0]!.answer(answer({ version: 2 }));
    await page.pass(5000);
    void orders.refresh('FR-1042');
    backend.orders[1]!.answer(answer({ version: 2 }));
    await settled();
    assert.equal(state().confirmedAt, page.server());
    assert.equal(orders.dropped('FR-1042', 'en'), 0);
  });

  test('a failure of an earlier question does not hide the answer to a later one', async () => {
    const { backend, orders, state, watch } = withFake();
    watch();
    void orders.refresh('FR-1042');
    backend.orders[1]!.answer(answer({ version: 2 }));
    await settled();
    backend.orders[0]!.fail(new AdapterError('unavailable'));
    await settled();
    assert.equal(state().error, undefined);
    assert.equal(state().asking, false);
  });

  test('R7: a refresh says that there was an answer only if there was one to its own question', async () => {
    const { backend, orders, watch } = withFake();
    watch();
    backend.orders[0]!.answer(answer());
    await settled();
    const refresh = orders.refresh('FR-1042');
    void orders.refresh('FR-1042');
    backend.orders[1]!.fail(new AdapterError('timeout'));
    assert.equal((await refresh)?.code, 'unavailable');
  });

  test('R3: the copy stays while the backend does not answer, or answers without what it had said', async () => {
    const { backend, orders, state, watch } = withFake();
    watch();
    backend.orders[0]!.answer(answer({ version: 1, shipments: [{ id: 'a' }] }));
    await settled();
    void orders.refresh('FR-1042');
    backend.orders[1]!.fail(new AdapterError('unavailable'));
    await settled();
    assert.deepEqual(state().order?.shipments, [{ id: 'a' }]);
    assert.equal(state().error?.code, 'unavailable');
    void orders.refresh('FR-1042');
    backend.orders[2]!.answer(answer({ version: 2, shipments: 'none' as never }));
    await settled();
    assert.deepEqual(state().order?.shipments, [{ id: 'a' }]);
    assert.equal(state().error?.code, 'invalid');
    void orders.refresh('FR-1042');
    backend.orders[3]!.answer(answer({ version: 2 }));
    await settled();
    assert.equal(state().error, undefined);
    assert.equal(state().order?.version, 2);
  });
});

describe('asking again', () => {
  test('after a failure: the pauses grow with full jitter, between 1 and 61 s', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), {
          minLength: 1,
          maxLength: 10,
        }),
        async (draws) => {
          const { backend, page, state, watch } = withFake();
          watch();
          for (const [failures, draw] of draws.entries()) {
            page.randomly = () => draw;
            assert.equal(backend.orders.length, failures + 1);
            backend.orders[failures]!.fail(new AdapterError('unavailable'));
            await settled();
            const pause = 1000 + draw * Math.min(60, 2 * 2 ** failures) * 1000;
            assert.ok(Math.abs(state().error!.retryAt! - (page.server() + pause)) < 1);
            await page.pass(Math.max(Math.floor(pause) - 1, 0));
            assert.equal(backend.orders.length, failures + 1);
            await page.pass(2);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('an answer ends the backoff', async () => {
    const { backend, page, state, watch } = withFake();
    watch();
    for (let failures = 0; failures < 4; failures++) {
      backend.orders[failures]!.fail(new AdapterError('unavailable'));
      await page.pass(1000 + 0.5 * Math.min(60, 2 * 2 ** failures) * 1000);
    }
    assert.equal(backend.orders.length, 5);
    backend.orders.at(-1)!.answer(answer());
    await settled();
    assert.equal(state().error, undefined);
    await page.pass(22_500);
    backend.orders.at(-1)!.fail(new AdapterError('unavailable'));
    await settled();
    assert.equal(state().error!.retryAt! - page.server(), 2000);
  });

  test('a pause the backend asks for is kept; one of nothing, of no number or of years does no harm', async () => {
    for (const [retryAfter, least, most] of [
      [120, 120_000, 120_000],
      [0, 1000, 61_000],
      [NaN, 1000, 61_000],
      [-5, 1000, 61_000],
      [Infinity, 3_600_000, 86_400_000],
      [1e9, 3_600_000, 86_400_000],
    ] as const) {
      const { backend, page, state, watch } = withFake();
      watch();
      backend.orders[0]!.fail(new AdapterError('unavailable', { retryAfter }));
      await settled();
      const pause = state().error!.retryAt! - page.server();
      assert.ok(pause >= least && pause <= most, `${retryAfter}: ${pause}`);
      await page.pass(least - 1);
      assert.equal(backend.orders.length, 1, `${retryAfter}`);
      await page.pass(pause - least + 1);
      assert.equal(backend.orders.length, 2, `${retryAfter}`);
    }
  });

  test('what is final is not asked again by itself', async () => {
    for (const code of ['not-found', 'forbidden'] as const) {
      const { backend, page, state, watch } = withFake();
      watch();
      backend.orders[0]!.fail(new AdapterError(code));
      await page.pass(3_600_000);
      assert.equal(backend.orders.length, 1);
      assert.equal(state().error?.retryAt, undefined);
      // Who comes back to the page asks once more: perhaps they have signed in.
      page.change({ visible: true });
      assert.equal(backend.orders.length, 2);
    }
  });

  test('R1: where nothing tells of changes, every 15 to 30 s; hidden, never; seen again, at once', async () => {
    const { backend, page, watch } = withFake();
    watch();
    for (const draw of [0, 0.999, 0.3]) {
      page.randomly = () => draw;
      backend.orders.at(-1)!.answer(answer());
      await settled();
      const before = backend.orders.length;
      await page.pass((15 + draw * 15) * 1000 - 1);
      assert.equal(backend.orders.length, before);
      await page.pass(2);
      assert.equal(backend.orders.length, before + 1);
    }
    backend.orders.at(-1)!.answer(answer());
    await settled();
    const asked = backend.orders.length;
    page.change({ visible: false });
    await page.pass(3_600_000);
    assert.equal(backend.orders.length, asked);
    page.change({ visible: true });
    assert.equal(backend.orders.length, asked + 1);
  });

  test('R1: an answer that arrives while the page is hidden starts no polling', async () => {
    const { backend, page, watch } = withFake();
    watch();
    page.change({ visible: false });
    backend.orders[0]!.answer(answer());
    await page.pass(3_600_000);
    assert.equal(backend.orders.length, 1);
  });

  test('R2: while the connection lives nothing is polled; when it is lost, it is; when it is back, at once', async () => {
    const backend = new LiveBackend();
    const { page, watch } = opened(backend);
    watch();
    backend.orders[0]!.answer(answer());
    await page.pass(60);
    const [connection] = backend.connections;
    assert.deepEqual(connection!.topics, ['order:FR-1042']);
    connection!.alive(true);
    // What changed before the first sign of life was told to nobody.
    assert.equal(backend.orders.length, 2);
    backend.orders[1]!.answer(answer());
    await page.pass(3_600_000);
    assert.equal(backend.orders.length, 2);
    connection!.change({ topic: 'order:FR-1042' });
    assert.equal(backend.orders.length, 3);
    connection!.change({ topic: 'order:another' });
    assert.equal(backend.orders.length, 3);
    connection!.change(undefined);
    assert.equal(backend.orders.length, 4);
    backend.orders[3]!.answer(answer());
    await settled();
    connection!.alive(false);
    await page.pass(30_000);
    assert.equal(backend.orders.length, 5);
    backend.orders[4]!.answer(answer());
    await settled();
    connection!.alive(true);
    assert.equal(backend.orders.length, 6);
  });

  test('R2: a failure is tried again although the connection lives', async () => {
    const backend = new LiveBackend();
    const { page, watch } = opened(backend);
    watch();
    await page.pass(60);
    backend.connections[0]!.alive(true);
    backend.orders.at(-1)!.fail(new AdapterError('unavailable'));
    await page.pass(3000);
    assert.equal(backend.orders.length, 3);
  });
});

describe('R2: the last word of the backend', () => {
  test('R2: a node whose clock was ahead does not date it into the future', async () => {
    const { backend, page, state, store, watch } = withFake();
    watch();
    const ahead = new Date(page.server() + 3_600_000).toISOString();
    backend.orders[0]!.answer({ ...answer(), serverNow: ahead });
    await settled();
    await page.pass(1000);
    const askedAt = page.monotonic();
    await page.pass(9000);
    store.clock.learn(new Date(page.server()).toISOString(), askedAt);
    assert.equal(store.clock.now(), page.server());
    assert.equal(state().confirmedAt, page.server() - 10_000);
    assert.equal(state(), state());
  });
});

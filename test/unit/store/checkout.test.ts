import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  AdapterError,
  type AdapterRequest,
  type OrderAdapter,
} from '../../../src/adapter/index.js';
import type { Basket, BasketAnswer, BasketLine, Command } from '../../../src/model/index.js';
import { Checkout, Store } from '../../../src/store/index.js';
import { FakeBackend, FakePage, settled } from './fake.js';

const line = (sku: string, more: Partial<BasketLine> = {}): BasketLine => ({
  id: `line-${sku}`,
  sku,
  quantity: 1,
  ...more,
});
const basket: Basket = { lines: [line('a')] };

interface Question {
  readonly basket: Basket;
  readonly request: AdapterRequest;
  readonly answer: (value: BasketAnswer) => void;
  readonly fail: (error: unknown) => void;
}

/** A backend that can be asked about baskets, and answers when told to. */
class BasketBackend extends FakeBackend {
  readonly baskets: Question[] = [];
  readonly commands: Command[] = [];

  basket(asked: Basket, request: AdapterRequest): Promise<BasketAnswer> {
    return new Promise((answer, fail) =>
      this.baskets.push({ basket: asked, request, answer, fail }),
    );
  }

  override act(command: Command, request: AdapterRequest) {
    this.commands.push(command);
    return super.act(command, request);
  }
}

const opened = <T extends OrderAdapter>(backend: T) => {
  const page = new FakePage();
  const store = new Store(backend, page);
  return { backend, page, store, checkout: store.part(Checkout) };
};
const held = (page: FakePage, reference = 'H-1') => ({
  reference,
  until: new Date(page.server() + 600_000).toISOString(),
});

describe('R4: asking about a basket', () => {
  test('R4: the whole basket is asked afresh each time; nothing is kept', async () => {
    const { backend, checkout } = opened(new BasketBackend());
    const asked = { ...basket, hold: 'H-0', choice: 'all' };
    for (const round of [0, 1]) {
      const answer = checkout.check(asked, 5);
      await settled();
      assert.deepEqual(backend.baskets[round]!.basket, asked);
      assert.equal(backend.baskets[round]!.request.freshness, 'fresh');
      backend.baskets[round]!.answer({ check: { lines: [{ lineId: `line-${round}` }] } });
      assert.equal((await answer)!.lines[0]!.lineId, `line-${round}`);
    }
    assert.equal(backend.stocks.length, 0);
  });

  test('R3: no answer before the deadline is none, and leaves no timer behind', async () => {
    const { backend, page, checkout } = opened(new BasketBackend());
    let answer: unknown = 'waiting';
    void checkout.check(basket, 5).then((value) => (answer = value));
    await page.pass(4999);
    assert.equal(answer, 'waiting');
    await page.pass(1);
    assert.equal(answer, undefined);
    backend.baskets[0]!.fail(new AdapterError('unavailable'));
    await settled();
    assert.equal(page.pending.timers, 0);
  });

  test('R3: a failure, of whatever kind, is no answer', async () => {
    const { backend, page, checkout } = opened(new BasketBackend());
    for (const fail of [
      (question: Question) => question.fail(new AdapterError('forbidden')),
      (question: Question) => question.fail('no'),
      (question: Question) => question.answer(undefined as never),
      (question: Question) => question.answer({ check: 7 } as never),
      (question: Question) => question.answer({ check: {} } as never),
    ]) {
      const answer = checkout.check(basket, 5);
      await settled();
      fail(backend.baskets.at(-1)!);
      assert.equal(await answer, undefined);
    }
    assert.equal(page.pending.timers, 0);
    const throwing = opened({
      order: () => Promise.reject(new AdapterError('not-found')),
      basket: () => {
        throw new Error('at once');
      },
    });
    assert.equal(await throwing.checkout.check(basket, 5), undefined);
  });

  test('R3: an adapter with neither baskets nor stock says nothing', async () => {
    const { checkout } = opened({ order: () => Promise.reject(new AdapterError('not-found')) });
    assert.equal(await checkout.check(basket, 5), undefined);
  });
});

describe('R4: a hold that comes too late', () => {
  test('R4: is given back, once', async () => {
    const { backend, page, checkout } = opened(new BasketBackend());
    const answer = checkout.check(basket, 5);
    await page.pass(5000);
    assert.equal(await answer, undefined);
    backend.baskets[0]!.answer({ check: { lines: [], hold: held(page) } });
    await settled();
    assert.deepEqual(backend.commands, [{ type: 'release', hold: 'H-1' }]);
    assert.equal(backend.acts[0]!.request.attemptKey, 'release-H-1');
    // A release that fails is no trouble: the hold ends by itself.
    backend.acts[0]!.fail(new AdapterError('unavailable'));
    await settled();
    assert.equal(backend.commands.length, 1);
  });

  test('R4: the one the basket had already is kept', async () => {
    const { backend, page, checkout } = opened(new BasketBackend());
    void checkout.check({ ...basket, hold: 'H-1' }, 5);
    await page.pass(5000);
    backend.baskets[0]!.answer({ check: { lines: [], hold: held(page) } });
    await settled();
    assert.deepEqual(backend.commands, []);
  });

  test('R4: one in time is not given back; without a way to act nothing is tried', async () => {
    const { backend, page, checkout } = opened(new BasketBackend());
    const answer = checkout.check(basket, 5);
    await page.pass(4000);
    backend.baskets[0]!.answer({ check: { lines: [], hold: held(page) } });
    assert.equal((await answer)!.hold!.reference, 'H-1');
    await page.pass(60_000);
    assert.deepEqual(backend.commands, []);
    const mute = opened({ order: () => Promise.reject(new AdapterError('not-found')) });
    await mute.checkout.release('H-1');
  });
});

describe('R4: a basket asked from stock alone', () => {
  test('R4: every SKU and bundle part once, in batches as large as the adapter allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(undefined, 1, 7, 50, 0, -3, NaN, 2.5),
        async (count, stockBatch) => {
          const backend: FakeBackend & { stockBatch?: number } = new FakeBackend();
          if (stockBatch !== undefined) backend.stockBatch = stockBatch;
          const { page, checkout } = opened(backend);
          const lines = [
            ...Array.from({ length: count }, (_, index) => line(`sku${index}`)),
            line('again', { sku: 'sku0' }),
            line('set', {
              parts: [
                { sku: 'sku0', quantity: 1 },
                { sku: 'part', quantity: 2 },
              ],
            }),
          ];
          const answer = checkout.check({ lines }, 5);
          await settled();
          for (let index = 0; index < backend.stocks.length; index++) {
            const { what, answer: reply } = backend.stocks[index]!;
            const observedAt = new Date(page.server()).toISOString();
            reply({ stock: what.split(',').map((sku) => ({ sku, quantity: 9, observedAt })) });
            await settled();
          }
          const asked = backend.stocks.map(({ what }) => what.split(','));
          const most = stockBatch && stockBatch >= 1 ? Math.floor(stockBatch) : 200;
          for (const batch of asked) assert.ok(batch.length <= most);
          assert.deepEqual(
            asked.flat().sort(),
            [...Array.from({ length: count }, (_, index) => `sku${index}`), 'part'].sort(),
          );
          for (const { request } of backend.stocks) assert.equal(request.freshness, 'fresh');
          const check = await answer;
          assert.ok(check!.lines.every(({ parts }) => parts?.length));
        },
      ),
    );
  });

  test('R3: one batch without an answer, and nobody can say', async () => {
    const backend: FakeBackend & { stockBatch?: number } = new FakeBackend();
    backend.stockBatch = 1;
    const { checkout } = opened(backend);
    const answer = checkout.check({ lines: [line('a'), line('b')] }, 5);
    await settled();
    backend.stocks[0]!.answer({ stock: [] });
    await settled();
    backend.stocks[1]!.fail(new AdapterError('unavailable'));
    assert.equal(await answer, undefined);
  });

  test('R4: a backend of the contract that knows no baskets is asked for its stock, in the language of the page', async () => {
    const { backend, page, checkout } = opened(new BasketBackend());
    const answer = checkout.check(basket, 5, 'fr');
    await settled();
    assert.equal(backend.baskets[0]!.request.locale, 'fr');
    backend.baskets[0]!.fail(new AdapterError('not-found'));
    await settled();
    const observedAt = new Date(page.server()).toISOString();
    assert.equal(backend.stocks[0]!.request.locale, 'fr');
    backend.stocks[0]!.answer({ stock: [{ sku: 'a', quantity: 9, observedAt }] });
    assert.deepEqual((await answer)?.lines[0]?.parts?.[0]?.quantity, 1);
  });
});

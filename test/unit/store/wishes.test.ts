import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { AdapterError } from '../../../src/adapter/index.js';
import { Stock, Store, Wishes } from '../../../src/store/index.js';
import { FakeBackend, FakePage, settled } from './fake.js';

const command = { type: 'subscribe' as const, sku: 'a', channel: 'mail', address: 'a@example.org' };
const waiting = { id: 'w', state: 'waiting' as const };

const opened = () => {
  const page = new FakePage();
  const backend = new FakeBackend();
  const store = new Store(backend, page);
  store.part(Stock).watch('a', () => {});
  return { page, backend, wishes: store.part(Wishes) };
};

describe('R7: a wish to be told', () => {
  test('pressed twice it is sent once, and the stock is read afterwards', async () => {
    const { page, backend, wishes } = opened();
    await page.pass(0);
    void wishes.send('a', command, 'fr');
    void wishes.send('a', command, 'fr');
    assert.equal(backend.acts.length, 1);
    assert.equal(wishes.state('a', undefined)?.phase, 'sending');
    const { request } = backend.acts[0]!;
    assert.ok(request.attemptKey);
    assert.deepEqual([request.locale, request.freshness], ['fr', 'fresh']);
    backend.acts[0]!.answer({ outcome: { status: 'done' } });
    await page.pass(0);
    assert.equal(backend.stocks.length, 2);
    assert.equal(backend.stocks[1]!.request.freshness, 'fresh');
    assert.equal(wishes.state('a', undefined)?.phase, 'done');
    assert.equal(wishes.state('a', waiting), undefined, 'the subscription says it now');
  });

  test('R3: a lost answer is unknown, and the stock is read at once and again', async () => {
    const { page, backend, wishes } = opened();
    await page.pass(0);
    void wishes.send('a', command, 'en');
    backend.acts[0]!.fail(new AdapterError('timeout'));
    await page.pass(0);
    assert.equal(wishes.state('a', undefined)?.phase, 'unknown');
    assert.equal(backend.stocks.length, 2);
    await page.pass(5000);
    assert.equal(backend.stocks.length, 3);
    assert.equal(backend.acts.length, 1, 'it is not sent again');
  });

  for (const code of ['offline', 'forbidden', 'not-found'] as const)
    test(`${code} means that nothing was noted`, async () => {
      const { backend, wishes } = opened();
      void wishes.send('a', command, 'en');
      backend.acts[0]!.fail(new AdapterError(code));
      await settled();
      assert.equal(wishes.state('a', undefined)?.phase, 'not-sent');
    });

  test('nothing of it is written down or logged', async () => {
    const { page, backend, wishes } = opened();
    void wishes.send('a', command, 'en');
    backend.acts[0]!.fail(new Error('a@example.org'));
    await settled();
    assert.deepEqual([page.written, page.warnings], [[], []]);
  });

  test('taken back: what holds is the subscription, not the answer', async () => {
    const { backend, wishes } = opened();
    void wishes.send('a', { type: 'unsubscribe', subscription: 'w' }, 'en');
    backend.acts[0]!.answer({ outcome: { status: 'done' } });
    await settled();
    assert.equal(wishes.state('a', waiting)?.phase, 'done');
    assert.equal(wishes.state('a', { id: 'w', state: 'cancelled' }), undefined);
  });
});

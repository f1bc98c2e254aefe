import assert from 'node:assert/strict';
import test from 'node:test';
import {
  defaultStore,
  onSources,
  Orders,
  setAddressAdapter,
  setDefaultAdapter,
  storeAt,
  storeOf,
} from '../../../src/store/index.js';
import { FakeBackend } from './fake.js';

test('one adapter is one store, one clock and one copy of each fact', () => {
  const backend = new FakeBackend();
  const store = storeOf(backend);
  assert.equal(storeOf(backend), store);
  assert.notEqual(storeOf(new FakeBackend()), store);
  assert.equal(store.part(Orders), store.part(Orders));
});

test("an address is one store; who names none uses the page's; both are announced", () => {
  let told = 0;
  const stop = onSources(() => told++);
  assert.equal(storeAt('/doorstep'), undefined);
  assert.equal(defaultStore(), undefined);
  const made: string[] = [];
  setAddressAdapter((address) => {
    made.push(address);
    return new FakeBackend();
  });
  assert.equal(told, 1);
  const store = storeAt('/doorstep');
  assert.ok(store);
  assert.equal(storeAt('/doorstep'), store);
  assert.notEqual(storeAt('/other'), store);
  assert.deepEqual(made, ['/doorstep', '/other']);
  const backend = new FakeBackend();
  setDefaultAdapter(backend);
  assert.equal(defaultStore(), storeOf(backend));
  assert.equal(told, 2);
  stop();
  setDefaultAdapter(undefined);
  assert.equal(defaultStore(), undefined);
  assert.equal(told, 2);
});

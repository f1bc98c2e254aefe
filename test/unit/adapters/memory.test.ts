import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide, memory } from '../../../src/adapters/memory/memory.js';
import type { Command, Order } from '../../../src/model/index.js';
import { contract } from './contract.js';
import { DEADLINE, order, request, slots, wardrobe } from './fixture.js';

contract('memory', (now) => {
  const backend = memory({ now, slots: slots() });
  return { adapter: { ...backend, slots: backend.slots! }, backend };
});

test('memory: what is given and what is answered are copies', async () => {
  const mine = order();
  const adapter = memory({ orders: [mine], now: () => DEADLINE });
  mine.reference = 'changed afterwards';
  const answer = await adapter.order('FR-1042', request());
  answer.order.lines?.splice(0);
  assert.equal((await adapter.order('FR-1042', request())).order.lines?.length, 1);
});

test('memory: a failure takes the live connection with it, and its end asks for everything again', async () => {
  const adapter = memory({ orders: [order()], now: () => DEADLINE });
  const log: string[] = [];
  adapter.watch(
    ['order:FR-1042'],
    (change) => log.push(change?.topic ?? 'everything'),
    (alive) => log.push(alive ? 'alive' : 'lost'),
    request(),
  );
  await Promise.resolve();
  adapter.fail('unavailable');
  adapter.setOrder(order());
  adapter.fail(undefined);
  await Promise.resolve();
  assert.deepEqual(log, ['alive', 'lost', 'alive', 'everything']);
});

test('memory: a wish to be told is noted with the level, the same twice, and can be taken back', async () => {
  const channels = [{ id: 'email', kind: 'email' as const, label: 'a•••@example.org' }];
  const adapter = memory({ stock: [{ sku: 'A', quantity: 0, channels }], now: () => DEADLINE });
  const level = async () => (await adapter.stock(['A'], request())).stock[0]!;
  const act = async (command: Command) => (await adapter.act(command, request())).outcome;
  const wish = { type: 'subscribe' as const, sku: 'A', channel: 'email', quantity: 2 };
  const heard: (string | undefined)[] = [];
  adapter.watch(
    ['stock:A'],
    (change) => heard.push(change?.topic),
    () => {},
    request(),
  );
  const first = await act(wish);
  assert.equal(first.status, 'done');
  assert.equal((await act(wish)).reference, first.reference);
  const { subscription, version } = await level();
  assert.deepEqual(subscription, {
    id: first.reference,
    state: 'waiting',
    quantity: 2,
    channel: channels[0],
    since: new Date(DEADLINE).toISOString(),
  });
  assert.ok(version! > 1);
  const cancel = { type: 'unsubscribe' as const, subscription: first.reference! };
  assert.equal((await act(cancel)).status, 'done');
  assert.equal((await level()).subscription!.state, 'cancelled');
  assert.equal((await act({ ...wish, channel: 'sms' })).code, 'unknown-channel');
  assert.equal((await act({ ...wish, sku: 'B' })).code, 'unknown-channel');
  assert.equal((await act({ type: 'release', hold: 'any' })).status, 'done');
  assert.deepEqual(new Set(heard), new Set(['stock:A']));
});

test('memory: a basket is answered by the rule that was given; without one there is none', async () => {
  const check = { lines: [{ lineId: 'a', parts: [{ quantity: 1 }] }] };
  const lines = [{ id: 'a', sku: 'A', quantity: 1 }];
  const adapter = memory({
    now: () => DEADLINE,
    basket: (asked, now) => (assert.deepEqual([asked.lines, now], [lines, DEADLINE]), check),
  });
  assert.deepEqual((await adapter.basket!({ lines }, request())).check, check);
  assert.equal(memory().basket, undefined);
});

test('memory: slots may come from a rule; without any there are none', async () => {
  const asked: unknown[] = [];
  const adapter = memory({
    now: () => DEADLINE,
    orders: [{ reference: 'FR-1' }],
    slots: (query, now) => {
      asked.push([query.from, now]);
      const { timeZone, slots: all } = slots();
      return query.from === undefined
        ? { timeZone, slots: all.slice(0, 2), next: '2026-11-27' }
        : { timeZone, slots: all.slice(2) };
    },
  });
  const choose = { type: 'choose' as const, order: 'FR-1', slot: 'fri-8' };
  assert.equal((await adapter.act(choose, request())).outcome.status, 'done');
  assert.deepEqual(asked, [
    [undefined, DEADLINE],
    ['2026-11-27', DEADLINE],
  ]);
  // The first promise of an order is what was chosen: there is nothing it could be a change of.
  const { promises } = (await adapter.order('FR-1', request())).order;
  assert.deepEqual(promises, [
    {
      id: 'delivery',
      kind: 'slot',
      from: '2026-11-27T08:00:00+01:00',
      before: '2026-11-27T10:00:00+01:00',
      timeZone: 'Europe/Paris',
      source: { kind: 'customer' },
      madeAt: new Date(DEADLINE).toISOString(),
      agreed: true,
    },
  ]);
  const bare = memory({ orders: [wardrobe()], now: () => DEADLINE });
  assert.equal(bare.slots, undefined);
  const none = await bare.act({ ...choose, order: 'FR-2077' }, request());
  assert.equal(none.outcome.code, 'unknown-slot');
});

test('memory: of one place, one customer gets it, the others are told', async () => {
  const adapter = memory({ now: () => DEADLINE, slots: slots() });
  const outcomes = await Promise.all(
    ['a', 'b', 'c'].map((customer) =>
      adapter.act({ type: 'hold', slot: 'thu-10' }, request({ customer })),
    ),
  );
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome.code ?? outcome.status),
    ['done', 'taken', 'taken'],
  );
  assert.equal((await adapter.slots!({}, request({ customer: 'b' }))).slots.hold, undefined);
  assert.equal((await adapter.slots!({}, request({ customer: 'a' }))).slots.hold!.slotId, 'thu-10');
});

test('R7: whatever is asked in whatever order, one obligation has at most one refund or reshipment', () => {
  const offers = [
    'offer-refund',
    'offer-reship',
    'offer-wait',
    'offer-replace',
    'offer-nobody-made',
  ];
  const step = fc.record({
    type: fc.constantFrom('claim' as const, 'withdraw' as const),
    offerId: fc.constantFrom(...offers),
    amount: fc.option(fc.constantFrom(27900, 28900), { nil: undefined }),
    hours: fc.integer({ min: 0, max: 30 }),
    payout: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = DEADLINE - 3_600_000;
      let current: Order = order();
      for (const { type, offerId, amount, hours, payout } of steps) {
        now += hours * 3_600_000;
        const before = structuredClone(current);
        const { order: after, outcome } = decide(
          current,
          {
            type,
            order: 'FR-1042',
            offerId,
            ...(amount !== undefined && { amount: { amount, currency: 'EUR' } }),
          },
          now,
        );
        assert.deepEqual(current, before, 'the order that was given is not touched');
        if (outcome.status === 'refused') assert.equal(after, current);
        current = after;
        const refunds = (current.refunds ?? []).filter((refund) => refund.state !== 'withdrawn');
        const goods = (current.claims ?? []).filter((one) => one.remedy !== 'wait');
        assert.ok(refunds.length + goods.length <= 1);
        if (payout)
          current = {
            ...current,
            ...(current.refunds && {
              refunds: current.refunds.map((refund) =>
                refund.state === 'asked' ? { ...refund, state: 'sent' as const } : refund,
              ),
            }),
          };
      }
      const references = [...(current.refunds ?? []), ...(current.claims ?? [])].map(
        (one) => one.reference,
      );
      assert.equal(new Set(references).size, references.length, 'references are unique');
    }),
  );
});

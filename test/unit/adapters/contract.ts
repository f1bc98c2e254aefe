import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AdapterError } from '../../../src/adapter/index.js';
import type { AdapterErrorCode, OrderAdapter } from '../../../src/adapter/index.js';
import type { MemoryAdapter } from '../../../src/adapters/memory/memory.js';
import {
  OrderAnswerSchema,
  OutcomeAnswerSchema,
  parse,
  SlotsAnswerSchema,
  StockAnswerSchema,
} from '../../../src/model/index.js';
import type {
  Change,
  Constraint,
  OrderCommand,
  Outcome,
  SlotCommand,
  SlotQuery,
} from '../../../src/model/index.js';
import { DEADLINE, order, request, slots, stock, wardrobe } from './fixture.js';

/** An adapter, and the backend behind it to be moved by the test. */
export interface Rig {
  readonly adapter: Required<Omit<OrderAdapter, 'basket'>>;
  readonly backend: MemoryAdapter;
}

/** Makes a rig whose backend holds the fixtures and goes by this clock. */
export type MakeRig = (now: () => number) => Rig;

const failsWith = (code: AdapterErrorCode) => (error: unknown) =>
  error instanceof AdapterError && error.code === code;

/** What every adapter does, whatever lies between it and the backend. */
export const contract = (name: string, make: MakeRig): void => {
  const start = (epoch = DEADLINE) => {
    const clock = { now: epoch };
    const { adapter, backend } = make(() => clock.now);
    backend.setOrder(order());
    backend.setOrder(wardrobe());
    stock().forEach(backend.setStock);
    backend.setSlots(slots());
    let attempts = 0;
    const act = async (
      command: Omit<OrderCommand, 'order'>,
      attemptKey = `attempt-${++attempts}`,
    ): Promise<Outcome> => {
      const answer = await adapter.act({ order: 'FR-1042', ...command }, request({ attemptKey }));
      assert.deepEqual(parse(OutcomeAnswerSchema, answer).broken, []);
      return answer.outcome;
    };
    const claim = (offerId: string, amount?: number, attemptKey?: string) =>
      act(
        {
          type: 'claim',
          offerId,
          ...(amount !== undefined && { amount: { amount, currency: 'EUR' } }),
        },
        attemptKey,
      );
    const withdraw = (offerId: string) => act({ type: 'withdraw', offerId });
    const read = async () => (await adapter.order('FR-1042', request())).order;
    const askSlots = async (
      command: SlotCommand,
      attemptKey = `attempt-${++attempts}`,
    ): Promise<Outcome> => {
      const answer = await adapter.act(command, request({ attemptKey }));
      assert.deepEqual(parse(OutcomeAnswerSchema, answer).broken, []);
      return answer.outcome;
    };
    const list = async (query: SlotQuery = {}) => {
      const answer = await adapter.slots(query, request());
      assert.deepEqual(parse(SlotsAnswerSchema, answer).broken, []);
      assert.equal(Date.parse(answer.serverNow!), clock.now);
      return answer.slots;
    };
    /** The promise of the wardrobe, and what was said of it since. */
    const agreement = async () => {
      const { promises, constraints } = (await adapter.order('FR-2077', request())).order;
      const { revisions = [], ...first } = promises![0]!;
      return { revisions, first, constraints };
    };
    return {
      adapter,
      backend,
      clock,
      act,
      claim,
      withdraw,
      read,
      askSlots,
      list,
      agreement,
    };
  };

  describe(name, () => {
    test('an order arrives whole, with the time at the backend', async () => {
      const { adapter } = start();
      const answer = await adapter.order('FR-1042', request());
      assert.deepEqual(answer.order, { ...order(), version: 1 });
      assert.equal(Date.parse(answer.serverNow!), DEADLINE);
      assert.deepEqual(parse(OrderAnswerSchema, answer).broken, []);
    });

    test('an order nobody knows is not found', async () => {
      const { adapter } = start();
      await assert.rejects(adapter.order('FR-9999', request()), failsWith('not-found'));
      await assert.rejects(adapter.order('../stock', request()), failsWith('not-found'));
      await assert.rejects(
        adapter.outcome('FR-9999', 'offer-refund', request()),
        failsWith('not-found'),
      );
    });

    test('R6: asked twice, the same order comes with the new time, and a changed one with the change', async () => {
      const { adapter, backend, clock } = start();
      const first = await adapter.order('FR-1042', request());
      clock.now += 60_000;
      const second = await adapter.order('FR-1042', request());
      assert.deepEqual(second.order, first.order);
      assert.equal(Date.parse(second.serverNow!), DEADLINE + 60_000);
      backend.updateOrder('FR-1042', (before) => ({
        ...before,
        contacts: [{ kind: 'phone', value: '01 99 00 42 42' }],
      }));
      const third = await adapter.order('FR-1042', request());
      assert.equal(third.order.contacts?.length, 1);
      assert.equal(third.order.version, 2);
    });

    test('R3: a SKU the backend does not know is left out, not made up', async () => {
      const { adapter } = start();
      const answer = await adapter.stock(
        ['DSP-27-4K', 'NOBODY-KNOWS', 'HANDLE & "BRASS"/40'],
        request(),
      );
      assert.deepEqual(
        answer.stock.map((level) => level.sku),
        ['DSP-27-4K', 'HANDLE & "BRASS"/40'],
      );
      assert.equal(answer.stock[0]?.quantity, 3);
      assert.deepEqual(parse(StockAnswerSchema, answer).broken, []);
    });

    test('R7: a refund that is asked for is pending until the backend says more', async () => {
      const { adapter, backend, claim, read } = start();
      const outcome = await claim('offer-refund', 28900);
      assert.equal(outcome.status, 'pending');
      assert.deepEqual(outcome.amount, { amount: 28900, currency: 'EUR' });
      assert.ok(outcome.reference);
      const after = await read();
      assert.equal(after.refunds?.length, 1);
      assert.equal(after.refunds?.[0]?.state, 'asked');
      assert.equal(after.refunds?.[0]?.reference, outcome.reference);
      assert.equal(after.version, 2);
      backend.updateOrder('FR-1042', (before) => ({
        ...before,
        refunds: before.refunds!.map((refund) => ({
          ...refund,
          state: 'ordered' as const,
          orderedAt: '2026-11-23T17:10:00+01:00',
        })),
      }));
      const later = (await adapter.outcome('FR-1042', 'offer-refund', request())).outcome;
      assert.equal(later.status, 'done');
      assert.equal(later.orderedAt, '2026-11-23T17:10:00+01:00');
    });

    test('R7: the same offer again, by the same key or another, gets the same refund', async () => {
      const { claim, read } = start();
      const first = await claim('offer-refund', 28900, 'key-of-this-tab');
      const again = await claim('offer-refund', 28900, 'key-of-this-tab');
      const elsewhere = await claim('offer-refund', 28900, 'key-of-a-phone');
      assert.equal(again.reference, first.reference);
      assert.equal(elsewhere.reference, first.reference);
      assert.equal((await read()).refunds?.length, 1);
    });

    test('R7: two devices at the same instant get one refund', async () => {
      const { claim, read } = start();
      const outcomes = await Promise.all(
        [1, 2, 3, 4].map((device) => claim('offer-refund', 28900, `device-${device}`)),
      );
      assert.equal(new Set(outcomes.map((outcome) => outcome.reference)).size, 1);
      assert.equal((await read()).refunds?.length, 1);
    });

    test('R7: a key that comes back with another command is refused as invalid', async () => {
      const { claim, read } = start();
      await claim('offer-wait', undefined, 'one-key');
      await assert.rejects(claim('offer-refund', 28900, 'one-key'), failsWith('invalid'));
      assert.equal((await read()).refunds, undefined);
    });

    test('R7: another offer of the same promise is refused once one is taken, in both orders', async () => {
      const refundFirst = start();
      await refundFirst.claim('offer-refund', 28900);
      assert.equal((await refundFirst.claim('offer-reship')).code, 'already-resolved');
      const reshipFirst = start();
      assert.equal((await reshipFirst.claim('offer-reship')).status, 'done');
      const second = await reshipFirst.claim('offer-refund', 28900);
      assert.equal(second.status, 'refused');
      assert.equal(second.code, 'already-resolved');
      assert.equal((await reshipFirst.read()).refunds, undefined);
    });

    test('to wait settles nothing: the refund stays', async () => {
      const { claim, read } = start();
      assert.equal((await claim('offer-wait')).status, 'done');
      assert.equal((await read()).claims?.[0]?.remedy, 'wait');
      assert.equal((await claim('offer-refund', 28900)).status, 'pending');
    });

    test('R7: a sum that is not the one on offer is refused with the one that is', async () => {
      const { claim, read } = start();
      const outcome = await claim('offer-refund', 27900);
      assert.equal(outcome.status, 'refused');
      assert.equal(outcome.code, 'amount-changed');
      assert.deepEqual(outcome.amount, { amount: 28900, currency: 'EUR' });
      assert.equal((await read()).refunds, undefined);
    });

    test('R6: one second before the deadline it is not yet, at the deadline it is', async () => {
      const { claim, clock } = start(DEADLINE - 1000);
      assert.equal((await claim('offer-refund', 28900)).code, 'not-yet');
      clock.now = DEADLINE;
      assert.equal((await claim('offer-refund', 28900)).status, 'pending');
    });

    test('after its last moment an offer has expired', async () => {
      const { claim } = start(Date.parse('2026-12-08T00:00:00+01:00'));
      assert.equal((await claim('offer-refund', 28900)).code, 'expired');
    });

    test('R10: an offer that is not available says why, and one that is unknown says so', async () => {
      const { claim } = start();
      const outcome = await claim('offer-replace');
      assert.equal(outcome.code, 'unavailable');
      assert.equal(outcome.reason, 'There is no second one in stock.');
      assert.equal((await claim('offer-nobody-made')).code, 'unknown-offer');
    });

    test('"it arrived after all": a refund is withdrawn, twice is the same, and it can be asked for again', async () => {
      const { claim, withdraw, read } = start();
      await claim('offer-refund', 28900);
      assert.equal((await withdraw('offer-refund')).status, 'done');
      assert.equal((await withdraw('offer-refund')).status, 'done');
      assert.equal((await read()).refunds?.[0]?.state, 'withdrawn');
      assert.equal((await claim('offer-refund', 28900)).status, 'pending');
      const states = (await read()).refunds?.map((refund) => refund.state);
      assert.deepEqual(states, ['withdrawn', 'asked']);
    });

    test('R7: a late copy of a withdrawn claim does not bring it back', async () => {
      const { claim, withdraw, read } = start();
      await claim('offer-refund', 28900, 'first-click');
      await withdraw('offer-refund');
      await claim('offer-refund', 28900, 'first-click');
      assert.deepEqual(
        (await read()).refunds?.map((refund) => refund.state),
        ['withdrawn'],
      );
    });

    test('a withdrawal is possible for twenty hours, and too late once the payout has left', async () => {
      const inTime = start();
      await inTime.claim('offer-refund', 28900);
      inTime.clock.now += 20 * 3_600_000;
      inTime.clock.now += 3_600_000 - 1;
      assert.equal((await inTime.withdraw('offer-refund')).status, 'done');

      const late = start(DEADLINE + 24 * 3_600_000);
      await late.claim('offer-refund', 28900);
      late.clock.now += 20 * 3_600_000 - 1;
      assert.equal((await late.withdraw('offer-refund')).status, 'done');
      await late.claim('offer-refund', 28900);
      late.clock.now += 20 * 3_600_000;
      assert.equal((await late.withdraw('offer-refund')).code, 'too-late');

      const paid = start();
      await paid.claim('offer-refund', 28900);
      paid.backend.updateOrder('FR-1042', (before) => ({
        ...before,
        refunds: before.refunds!.map((refund) => ({ ...refund, state: 'sent' as const })),
      }));
      assert.equal((await paid.withdraw('offer-refund')).code, 'too-late');
      assert.equal((await paid.withdraw('offer-nobody-took')).code, 'unknown-offer');
    });

    test('the outcome of what nobody asked for is none', async () => {
      const { adapter } = start();
      const answer = await adapter.outcome('FR-1042', 'offer-refund', request());
      assert.equal(answer.outcome.status, 'none');
      assert.equal(Date.parse(answer.serverNow!), DEADLINE);
    });

    test('R7: when the answer is lost, the outcome tells that the refund was asked for', async () => {
      const { adapter, backend, claim, read } = start();
      backend.loseNextAnswer();
      await assert.rejects(claim('offer-refund', 28900, 'lost'), failsWith('unavailable'));
      const { outcome } = await adapter.outcome('FR-1042', 'offer-refund', request());
      assert.equal(outcome.status, 'pending');
      assert.equal((await claim('offer-refund', 28900, 'lost')).reference, outcome.reference);
      assert.equal((await read()).refunds?.length, 1);
    });

    test('failures keep their meaning', async () => {
      const { adapter, backend } = start();
      for (const code of ['not-found', 'forbidden', 'unavailable'] as const) {
        backend.fail(code);
        await assert.rejects(adapter.order('FR-1042', request()), failsWith(code));
        await assert.rejects(adapter.stock(['DSP-27-4K'], request()), failsWith(code));
      }
      backend.fail(undefined);
      await adapter.order('FR-1042', request());
    });

    test('a watcher is told of its topics, and of nothing once it has left', async () => {
      const { adapter, backend } = start();
      const changes: (Change | undefined)[] = [];
      const lives: boolean[] = [];
      let wake = () => {};
      const stop = adapter.watch(
        ['order:FR-1042', 'stock:DSP-27-4K', 'slots'],
        (change) => {
          changes.push(change);
          wake();
        },
        (alive) => {
          lives.push(alive);
          wake();
        },
        request(),
      );
      const until = async (condition: () => boolean) => {
        while (!condition()) await new Promise<void>((resolve) => (wake = resolve));
      };
      await until(() => lives.length > 0);
      assert.deepEqual(lives, [true]);
      backend.setOrder({ reference: 'FR-2000' });
      backend.setStock({ sku: 'DSP-27-4K', quantity: 2 });
      backend.updateOrder('FR-1042', (before) => ({
        ...before,
        observedAt: '2026-11-23T17:00:00+01:00',
      }));
      backend.setSlots(slots());
      await until(() => changes.length >= 3);
      assert.deepEqual(
        changes.map((change) => change?.topic),
        ['stock:DSP-27-4K', 'order:FR-1042', 'slots'],
      );
      assert.equal(Date.parse(changes[0]!.serverNow!), DEADLINE);
      stop();
      const told = changes.length + lives.length;
      backend.setStock({ sku: 'DSP-27-4K', quantity: 1 });
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.equal(changes.length + lives.length, told);
    });

    const FR2077 = 'FR-2077';
    const choose = (slot: string, revision?: string): SlotCommand => ({
      type: 'choose',
      order: FR2077,
      slot,
      ...(revision !== undefined && { revision }),
    });
    const say = (answer: 'accept' | 'keep', revision = 'to-saturday'): SlotCommand => ({
      type: 'answer',
      order: FR2077,
      promise: 'delivery',
      revision,
      answer,
    });
    const hold = (slot: string, reference?: string): SlotCommand => ({
      type: 'hold',
      slot,
      ...(reference !== undefined && { order: reference }),
    });
    const SATURDAYS: Constraint[] = [{ weekday: 'saturday' }];

    test('slots arrive as they are, with what limits them, and page by page', async () => {
      const { list, backend } = start();
      const all = await list();
      assert.deepEqual(all.slots, slots().slots);
      assert.deepEqual(all.closed, slots().closed);
      assert.equal(all.next, undefined);
      const first = await list({ order: FR2077, days: 1 });
      assert.deepEqual(
        [first.slots.map(({ slotId }) => slotId), first.next],
        [['thu-10', 'thu-14'], '2026-11-27'],
      );
      const rest = await list({ order: FR2077, from: first.next, days: 30, skus: ['A', 'B & C'] });
      assert.deepEqual(
        [rest.slots.map(({ slotId }) => slotId), rest.closed?.length, rest.next],
        [['fri-8', 'fri-20'], 1, undefined],
      );
      assert.equal((await list({ days: Number.MAX_SAFE_INTEGER })).slots.length, 4);
      assert.deepEqual((await list({ from: '2027-01-01', days: 3 })).slots, []);
      backend.setSlots({ timeZone: 'UTC', slots: [] });
      assert.deepEqual((await list({ days: 3 })).slots, []);
    });

    test('the slots of an order nobody knows are not found, nor is anything done about it', async () => {
      const { adapter, askSlots } = start();
      await assert.rejects(adapter.slots({ order: 'FR-9' }, request()), failsWith('not-found'));
      for (const command of [choose('thu-10'), say('keep'), hold('thu-10', FR2077)])
        await assert.rejects(askSlots({ ...command, order: 'FR-9' }), failsWith('not-found'));
    });

    test('R5: a chosen slot counts, the first promise stays, and its place is gone', async () => {
      const { askSlots, list, agreement } = start();
      const { first } = await agreement();
      assert.equal((await askSlots(choose('thu-10'))).status, 'done');
      const after = await agreement();
      assert.deepEqual(after.first, first);
      assert.deepEqual(
        after.revisions.map(({ state, source, window }) => [state, source?.kind, window?.from]),
        [
          ['replaced', 'carrier', '2026-11-28T08:00:00+01:00'],
          ['accepted', 'customer', '2026-11-26T10:00:00+01:00'],
        ],
      );
      assert.equal((await list()).slots[0]!.capacity, 0);
      // The same again, from another device, is the same choice.
      assert.equal((await askSlots(choose('thu-10'))).status, 'done');
      assert.equal((await agreement()).revisions.length, 2);
      // Another one gives the first place back.
      assert.equal((await askSlots(choose('fri-8'))).status, 'done');
      assert.equal((await list()).slots[0]!.capacity, 1);
    });

    test('R5: a slot taken instead of a proposed one declines the proposal', async () => {
      const { askSlots, agreement } = start();
      assert.equal((await askSlots(choose('thu-10', 'to-saturday'))).status, 'done');
      assert.deepEqual(
        (await agreement()).revisions.map(({ state }) => state),
        ['declined', 'accepted'],
      );
    });

    test('what cannot be had is refused with its reason, and nothing changes', async () => {
      const { askSlots, agreement, clock } = start();
      const before = await agreement();
      const code = async (command: SlotCommand) => (await askSlots(command)).code;
      assert.equal(await code(choose('thu-14')), 'taken');
      assert.equal(await code(hold('thu-14')), 'taken');
      assert.equal(await code(choose('mon-8')), 'unknown-slot');
      assert.equal(
        await code({ ...choose('thu-10'), promise: 'other' } as SlotCommand),
        'unknown-promise',
      );
      assert.deepEqual(await askSlots(choose('fri-20')), {
        status: 'refused',
        code: 'unavailable',
        reason: 'Alpline does not drive in the evening.',
      });
      clock.now = Date.parse('2026-11-26T10:00:00+01:00');
      assert.equal(await code(choose('thu-10')), 'past');
      assert.deepEqual(await agreement(), before);
    });

    test('R7: a carrier is chosen while the parcel has not left, once, and the order tells who', async () => {
      const { askSlots, backend, clock, adapter } = start();
      const until = new Date(clock.now + 3_600_000).toISOString();
      const choices = [
        { choiceId: 'relais', carrier: 'Relais Nord' },
        { choiceId: 'tamesis', carrier: 'Tamesis' },
        { choiceId: 'alpline', unavailable: { code: 'closed', reason: 'Not on Mondays.' } },
        { choiceId: 'other' },
      ];
      backend.updateOrder(FR2077, (before) => ({
        ...before,
        shipments: [
          {
            id: 'parcel-1',
            carrier: { name: 'Relais Nord' },
            carrierOffer: { stands: 'relais', until, choices },
          },
        ],
      }));
      const take = (choice: string, shipment = 'parcel-1'): SlotCommand => ({
        ...{ type: 'choose-carrier', order: FR2077, shipment, choice },
      });
      const parcel = async () => (await adapter.order(FR2077, request())).order.shipments![0]!;
      assert.equal((await askSlots(take('tamesis'))).status, 'done');
      const after = await parcel();
      assert.deepEqual(
        [after.carrier, after.carrierOffer!.stands, Date.parse(after.carrierOffer!.chosenAt!)],
        [{ name: 'Tamesis' }, 'tamesis', clock.now],
      );
      // The same again is the same; another one takes its place, "not this one" too.
      clock.now += 1000;
      assert.equal((await askSlots(take('tamesis'))).status, 'done');
      assert.deepEqual(await parcel(), after);
      assert.equal((await askSlots(take('other'))).status, 'done');
      assert.equal((await parcel()).carrierOffer!.stands, 'other');
      assert.deepEqual(await askSlots(take('alpline')), {
        ...{ status: 'refused', code: 'unavailable', reason: 'Not on Mondays.' },
      });
      for (const wrong of [take('nobody'), take('tamesis', 'parcel-9')])
        assert.equal((await askSlots(wrong)).code, 'unknown-choice');
      clock.now = Date.parse(until);
      assert.equal((await askSlots(take('relais'))).code, 'too-late');
      clock.now -= 1000;
      backend.updateOrder(FR2077, (before) => ({
        ...before,
        shipments: [
          {
            ...before.shipments![0]!,
            events: [{ phase: 'collected', at: new Date(clock.now).toISOString() }],
          },
        ],
      }));
      assert.equal((await askSlots(take('relais'))).code, 'too-late');
      assert.equal((await parcel()).carrierOffer!.stands, 'other');
    });

    test('a hold: one at a time, once each, for a while, and given back before its time', async () => {
      const { askSlots, list, clock, adapter } = start();
      const first = await askSlots(hold('thu-10'));
      assert.equal(first.status, 'done');
      assert.ok(Date.parse(first.until!) > DEADLINE);
      assert.deepEqual((await list()).hold, {
        reference: first.reference,
        slotId: 'thu-10',
        until: first.until,
      });
      assert.equal((await list()).slots[0]!.capacity, 0);
      clock.now += 1000;
      // Asked for again it is the same hold: nobody keeps a slot for ever.
      assert.deepEqual(await askSlots(hold('thu-10')), first);
      const second = await askSlots(hold('fri-8'));
      assert.equal((await list()).hold!.slotId, 'fri-8');
      assert.equal((await list()).slots[0]!.capacity, 1);
      const release = { type: 'release' as const, hold: second.reference! };
      await adapter.act(release, request({ attemptKey: 'release' }));
      assert.equal((await list()).hold, undefined);
      const third = await askSlots(hold('thu-10', FR2077));
      clock.now = Date.parse(third.until!) - 1;
      assert.equal((await list()).hold!.slotId, 'thu-10');
      clock.now += 1;
      assert.equal((await list()).hold, undefined);
      assert.equal((await list()).slots[0]!.capacity, 1);
    });

    test('a held place is chosen by who holds it, which ends the hold', async () => {
      const { askSlots, list } = start();
      await askSlots(hold('thu-10'));
      assert.equal((await askSlots(choose('thu-10'))).status, 'done');
      const { hold: left, slots: after } = await list();
      assert.deepEqual([left, after[0]!.capacity], [undefined, 0]);
    });

    test('R5: accept and keep are answers; the same again is the same, another is refused', async () => {
      for (const [answer, other, state] of [
        ['accept', 'keep', 'accepted'],
        ['keep', 'accept', 'declined'],
      ] as const) {
        const { askSlots, agreement, clock } = start();
        const { first } = await agreement();
        assert.equal((await askSlots(say(answer))).status, 'done');
        assert.equal((await askSlots(say(answer))).status, 'done');
        assert.equal((await askSlots(say(other))).code, 'answered');
        assert.equal((await askSlots(choose('thu-10', 'to-saturday'))).code, 'answered');
        const after = await agreement();
        assert.deepEqual(after.first, first);
        const [revision] = after.revisions;
        assert.deepEqual(
          [revision!.state, revision!.answeredBy?.kind, Date.parse(revision!.answeredAt!)],
          [state, 'customer', clock.now],
        );
      }
    });

    test('R5: an answer that comes too late, or to what was withdrawn, changes nothing', async () => {
      const late = start();
      late.clock.now = Date.parse('2026-11-25T18:00:00+01:00');
      for (const command of [say('accept'), say('keep'), choose('thu-10', 'to-saturday')])
        assert.equal((await late.askSlots(command)).code, 'too-late');
      late.clock.now -= 1;
      assert.equal((await late.askSlots(say('keep'))).status, 'done');
      for (const [state, code] of [
        ['withdrawn', 'withdrawn'],
        ['replaced', 'withdrawn'],
        ['expired', 'too-late'],
        ['imposed', 'too-late'],
      ] as const) {
        const { askSlots, agreement, backend } = start();
        backend.updateOrder(FR2077, (before) => ({
          ...before,
          promises: before.promises!.map((promise) => ({
            ...promise,
            revisions: promise.revisions!.map((revision) => ({ ...revision, state })),
          })),
        }));
        const before = await agreement();
        assert.equal((await askSlots(say('accept'))).code, code);
        assert.equal((await askSlots(say('keep', 'nobody-asked'))).code, 'unknown-proposal');
        assert.deepEqual(await agreement(), before);
      }
    });

    test('what the customer has ruled out is kept with the order, or until there is one', async () => {
      const { askSlots, list, agreement } = start();
      assert.equal((await list()).constraints, undefined);
      await askSlots({ type: 'constrain', order: FR2077, constraints: SATURDAYS });
      assert.deepEqual((await agreement()).constraints, SATURDAYS);
      assert.deepEqual((await list({ order: FR2077 })).constraints, SATURDAYS);
      assert.equal((await list()).constraints, undefined);
      await askSlots({ type: 'constrain', constraints: [] });
      assert.deepEqual((await list()).constraints, []);
    });

    test('what nobody waits for any more ends with the reason of the caller', async () => {
      const { adapter, backend } = start();
      const reason = new Error('the page moved on');
      const early = new AbortController();
      early.abort(reason);
      await assert.rejects(adapter.order('FR-1042', request({ signal: early.signal })), reason);

      backend.delay(50);
      const late = new AbortController();
      const waiting = adapter.order('FR-1042', request({ signal: late.signal }));
      late.abort(reason);
      await assert.rejects(waiting, reason);
    });
  });
};

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageShop } from '../../demo/rules/index.js';
import { STORY_START } from '../../demo/rules/story.js';
import type { Order, Outcome, SlotCommand, SlotList } from '../../src/model/index.js';
import { november, owner, suite } from './fixture.js';

const ORDER = 'CH-77';
const REQUEST = {
  signal: new AbortController().signal,
  locale: 'en',
  freshness: 'any',
} as const;
const SLOTS = ['26.07', '26.10', '26.12', '27.10', '28.07', '24.10'].map(
  (at) => `geneva.2026-11-${at}`,
);
const CHANGES = ['AP-1', 'AP-2', 'AP-3'];

type Step =
  | { readonly command: Omit<SlotCommand, 'order'> & Record<string, unknown> }
  | {
      readonly carrier: 'propose' | 'impose' | 'withdraw';
      readonly id: string;
      readonly moves: boolean;
    }
  | { readonly hours: number }
  | { readonly release: true };

const slot = fc.constantFrom(...SLOTS);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ command: fc.record({ type: fc.constant('hold' as const), slot }) }),
  fc.record({ command: fc.record({ type: fc.constant('choose' as const), slot }) }),
  fc.record({
    command: fc.record({
      type: fc.constant('answer' as const),
      promise: fc.constant('delivery'),
      revision: fc.constantFrom(...CHANGES),
      answer: fc.constantFrom('accept' as const, 'keep' as const),
    }),
  }),
  fc.record({
    carrier: fc.constantFrom(
      'propose' as const,
      'propose' as const,
      'impose' as const,
      'withdraw' as const,
    ),
    id: fc.constantFrom(...CHANGES),
    moves: fc.boolean(),
  }),
  fc.record({ hours: fc.constantFrom(0.1, 0.2, 6, 20) }),
  fc.constant({ release: true as const }),
);

/** What both must agree on: everything but identifiers that were drawn. */
const seen = (order: Order, { slots, hold, next }: SlotList) => ({
  promise: {
    ...order.promises![0]!,
    revisions: order.promises![0]!.revisions?.map(({ id, ...one }) => ({
      ...one,
      id: CHANGES.includes(id) ? id : 'drawn',
    })),
  },
  offers: order.offers!.map(({ offerId: _, ...offer }) => offer),
  left: slots.map(({ slotId, capacity }) => [slotId, capacity]),
  hold: hold && [hold.slotId, hold.until],
  next,
});
const told = ({ reference: _, ...outcome }: Outcome) => outcome;

suite('the demo without a server', (fixture) => {
  test('answers as the server does, whatever is asked in whatever order', async (context) => {
    const shop = await fixture.start(context);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        await shop.post('/demo/reset', {});
        let now = STORY_START;
        const page = pageShop(undefined, () => 0);
        const mine = owner(shop, ORDER);
        let held: readonly [string | undefined, string | undefined] = [undefined, undefined];
        for (const one of steps) {
          if ('hours' in one) {
            now += one.hours * 3_600_000;
            await shop.post('/demo/clock', { now: new Date(now).toISOString() });
            page.setClock(now);
          } else if ('carrier' in one) {
            const { id, carrier, moves } = one;
            const change = {
              id,
              from: november('28T07:00:00'),
              before: november('28T14:00:00'),
              ...(carrier === 'propose'
                ? {
                    answerBy: november('25T18:00:00'),
                    ifSilent: moves ? ('moves' as const) : ('stands' as const),
                  }
                : {}),
            };
            const trackingNumber = 'AL-DEMO-77';
            const response = await shop.request(`/demo/${carrier}`, {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({ ...change, trackingNumber, order: ORDER }),
            });
            const done =
              carrier === 'withdraw'
                ? page.withdraw(ORDER, id)
                : page.change(
                    trackingNumber,
                    change,
                    carrier === 'propose' ? 'proposed' : 'imposed',
                  );
            assert.equal(done, response.status === 200);
          } else if ('release' in one) {
            if (!held[0] || !held[1]) continue;
            await shop.request('/doorstep/actions', {
              method: 'POST',
              headers: {
                'Content-Type': 'application/json',
                'Idempotency-Key': held[0],
                Cookie: `visitor=${mine.id}`,
              },
              body: JSON.stringify({ type: 'release', hold: held[0] }),
            });
            await page.act!({ type: 'release', hold: held[1] }, REQUEST);
          } else {
            const outcome = await mine.act(one.command);
            const answer = await page.act!(
              { ...one.command, order: ORDER } as SlotCommand,
              REQUEST,
            );
            assert.deepEqual(told(answer.outcome), told(outcome));
            if (one.command.type === 'hold') held = [outcome.reference, answer.outcome.reference];
          }
          const { order } = await page.order(ORDER, REQUEST);
          const { slots } = await page.slots!({ order: ORDER }, REQUEST);
          assert.deepEqual(seen(order, slots), seen(await mine.order(), await mine.slots()));
        }
        // Nothing is due any more, so that no timer is left.
        page.reset();
      }),
      { numRuns: 12 },
    );
  });
});

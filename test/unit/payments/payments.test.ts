import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { OrderSchema, parse, type Refund } from '../../../src/model/index.js';
import { stripeRefund } from '../../../src/payments/stripe.js';
import { vendureRefund } from '../../../src/payments/vendure.js';

const NOW = '2026-11-24T12:00:00.000Z';
const known = (change: Partial<Refund> = {}): Refund => ({
  reference: 'RF-1',
  offerId: 'offer-1',
  state: 'asked',
  amount: { amount: 28900, currency: 'EUR' },
  askedAt: '2026-11-23T17:03:00+01:00',
  expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
  ...change,
});
const stripe = (status: unknown, more: object = {}, before: Partial<Refund> = {}) =>
  stripeRefund(
    { object: 'refund', status, amount: 28900, currency: 'eur', created: 1795449600, ...more },
    known(before),
    NOW,
  );

describe('R7, R8: Stripe’s five states, none of them overstated', () => {
  test('`requires_action` is asked, and waits for the customer', () => {
    const refund = stripe('requires_action')!;
    assert.equal(refund.state, 'asked');
    assert.deepEqual(refund.blocked, { by: { kind: 'customer' } });
  });
  test('`pending` is ordered; what waits for the shop’s balance is held up', () => {
    assert.equal(stripe('pending')!.state, 'ordered');
    assert.equal(stripe('pending')!.blocked, undefined);
    assert.equal(stripe('pending')!.orderedAt, '2026-11-23T16:00:00.000Z');
    const held = stripe('pending', { pending_reason: 'insufficient_funds' })!;
    assert.deepEqual(held.blocked, { by: { kind: 'shop' } });
  });
  test('`succeeded` has left; nobody has seen it arrive', () => {
    const refund = stripe(
      'succeeded',
      {},
      { state: 'ordered', blocked: { by: { kind: 'shop' } } },
    )!;
    assert.equal(refund.state, 'sent');
    assert.equal(refund.sentAt, NOW);
    assert.equal(refund.blocked, undefined);
  });
  test('a reversal is told as one', () => {
    const card = { destination_details: { type: 'card', card: { type: 'reversal' } } };
    assert.equal(stripe('succeeded', card)!.reversal, true);
    const credit = { destination_details: { type: 'card', card: { type: 'refund' } } };
    assert.equal(stripe('succeeded', credit)!.reversal, undefined);
  });
  test('`failed` failed; after it had left, it came back', () => {
    assert.equal(stripe('failed')!.state, 'failed');
    assert.equal(stripe('failed')!.endedAt, NOW);
    assert.equal(stripe('failed', {}, { state: 'sent', sentAt: NOW })!.state, 'returned');
    assert.equal(stripe('failed', {}, { state: 'settled' })!.state, 'returned');
  });
  test('`canceled` did not go through', () => {
    assert.equal(stripe('canceled')!.state, 'failed');
  });
  test('a state nobody knows says nothing', () => {
    assert.equal(stripe('on_its_way'), undefined);
    assert.equal(stripeRefund(null, known(), NOW), undefined);
    assert.equal(stripeRefund('succeeded', known(), NOW), undefined);
  });
  test('amounts are in the minor units of ISO 4217; parts of another sum are left out', () => {
    const parts = [{ label: 'display', amount: { amount: 28900, currency: 'EUR' } }];
    assert.deepEqual(stripe('pending', {}, { parts })!.parts, parts);
    const partly = stripe('pending', { amount: 10000 }, { parts })!;
    assert.deepEqual(partly.amount, { amount: 10000, currency: 'EUR' });
    assert.equal(partly.parts, undefined);
    const crowns = stripe('pending', { amount: 500000, currency: 'isk' })!;
    assert.deepEqual(crowns.amount, { amount: 5000, currency: 'ISK' });
    const yen = stripe('pending', { amount: 5000, currency: 'jpy' })!;
    assert.deepEqual(yen.amount, { amount: 5000, currency: 'JPY' });
  });
});

describe('R7, R8: Vendure’s three states, none of them overstated', () => {
  const vendure = (state: unknown, before: Partial<Refund> = {}, total: unknown = 28900) =>
    vendureRefund({ state, total }, known(before), NOW);
  test('`Pending` is asked, and takes back nothing the bank has confirmed', () => {
    assert.equal(vendure('Pending')!.state, 'asked');
    assert.equal(vendure('Pending', { state: 'ordered' })!.state, 'ordered');
  });
  test('`Settled` has left; nobody has seen it arrive', () => {
    assert.equal(vendure('Settled')!.state, 'sent');
    assert.equal(vendure('Settled', { state: 'settled' })!.state, 'settled');
  });
  test('`Failed` failed, or came back', () => {
    assert.equal(vendure('Failed')!.state, 'failed');
    assert.equal(vendure('Failed', { state: 'sent' })!.state, 'returned');
  });
  test('a state nobody knows says nothing', () => {
    assert.equal(vendure('Settling'), undefined);
    assert.equal(vendureRefund(undefined, known(), NOW), undefined);
  });
});

test('R3: whatever a provider sends, nothing throws, nothing is settled, and what comes out can be read', () => {
  const states = [
    'requires_action',
    'pending',
    'succeeded',
    'failed',
    'canceled',
    'Pending',
    'Settled',
    'Failed',
  ];
  const status = fc.oneof(fc.constantFrom(...states), fc.anything());
  const input = fc.oneof(
    fc.anything(),
    fc.record(
      {
        ...{ status, state: status, amount: fc.anything(), total: fc.anything() },
        ...{ currency: fc.anything(), created: fc.anything() },
        destination_details: fc.anything(),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(input, (given) => {
      for (const map of [stripeRefund, vendureRefund]) {
        const refund = map(given, known(), NOW);
        if (!refund) continue;
        assert.notEqual(refund.state, 'settled');
        assert.equal(refund.reference, 'RF-1');
        const { value } = parse(OrderSchema, { reference: 'A', refunds: [refund] });
        assert.equal(value?.refunds?.length, 1);
      }
    }),
  );
});

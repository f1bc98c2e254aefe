import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../read.js';
import { OrderSchema } from '../../src/model/index.js';
import type { TrackingEvent } from '../../src/model/index.js';
import {
  applied,
  bankStep,
  decide,
  lostScreen,
  orderView,
  outcomeOf,
  pageShop,
} from '../../demo/rules/index.js';
import type { OrderFacts, RefundFacts } from '../../demo/rules/index.js';

const at = (time: string) => Date.parse(`2026-11-${time}+01:00`);
const minter = () => {
  let count = 0;
  return {
    offerId: () => `offer-${++count}`,
    reference: (remedy: string) => `${{ refund: 'RF', reship: 'RS', wait: 'WT' }[remedy]}-8842`,
  };
};
const start = lostScreen(minter());
const idOf = (remedy: string, facts: OrderFacts = start) =>
  facts.offers.find((offer) => offer.remedy === remedy)!.offerId;
const euros = (amount: number) => ({ amount, currency: 'EUR' });

const claim = (facts: OrderFacts, remedy: string, now: number, amount?: number) =>
  decide(
    facts,
    {
      type: 'claim',
      offerId: idOf(remedy, facts),
      ...(amount === undefined ? {} : { amount: euros(amount) }),
    },
    now,
    minter(),
    'en',
  );
/** The facts after a decision, as the database would hold them. */
const after = (facts: OrderFacts, { effect }: ReturnType<typeof decide>): OrderFacts =>
  effect ? applied(facts, effect) : facts;
const withRefund = (facts: OrderFacts, change: Partial<RefundFacts>): OrderFacts => ({
  ...facts,
  refunds: facts.refunds.map((refund) => ({ ...refund, ...change })),
});
const withEvent = (facts: OrderFacts, event: TrackingEvent): OrderFacts => ({
  ...facts,
  shipments: facts.shipments.map((shipment) => ({
    ...shipment,
    events: [...shipment.events, event],
  })),
});
const offersAt = (facts: OrderFacts, now: number, locale = 'en') =>
  orderView(facts, now, locale).offers!;

test('the view fits the model, in both languages', () => {
  for (const locale of ['en', 'fr-FR'])
    for (const now of [at('23T16:40:00'), at('23T17:00:00'), at('29T12:00:00')])
      read(OrderSchema, orderView(start, now, locale));
  assert.equal(orderView(start, at('23T16:40:00'), 'en-US').lines![0]!.noun, 'display');
  assert.equal(orderView(start, at('23T16:40:00'), 'fr').lines![0]!.noun, 'écran');
});

test('R6: offers are listed before the deadline with the instant they open', () => {
  const [refund, reship, wait] = offersAt(start, at('23T16:40:00'));
  for (const offer of [refund, reship, wait])
    assert.equal(offer!.availableFrom, '2026-11-23T17:00:00+01:00');
  assert.deepEqual(refund!.amount, euros(28900));
  assert.deepEqual(
    refund!.parts!.map((part) => [part.label, part.amount.amount]),
    [
      ['display', 27900],
      ['delivery', 1000],
    ],
  );
  assert.deepEqual(refund!.method, { kind: 'card', label: 'Visa ••42', original: true });
  assert.deepEqual(refund!.expectedBy, { date: '2026-11-27', timeZone: 'Europe/Paris' });
  assert.equal(refund!.undoUntil, '2026-11-24T14:00:00+01:00');
  assert.equal(reship!.expectedBy, '2026-11-25T13:00:00+01:00');
  assert.equal(wait!.availableUntil, '2026-12-08T00:00:00+01:00');
});

test('R6: refused one millisecond early, accepted on the minute; a stated grace moves it', () => {
  const early = claim(start, 'refund', at('23T17:00:00') - 1).outcome;
  assert.equal(early.status, 'refused');
  assert.equal(early.code, 'not-yet');
  assert.match(early.reason!, /Mon\u00a023\u00a0Nov\u00a017:00/);
  assert.ok(early.nextStep);
  assert.equal(claim(start, 'refund', at('23T17:00:00')).outcome.status, 'pending');
  const graceful = { ...start, promises: [{ ...start.promises[0]!, grace: 900 }] };
  assert.equal(claim(graceful, 'refund', at('23T17:14:59')).outcome.code, 'not-yet');
  assert.equal(claim(graceful, 'refund', at('23T17:15:00')).outcome.status, 'pending');
});

test('R8: the claim of 17:03 carries the dates that were shown', () => {
  const decision = claim(start, 'refund', at('23T17:03:00'), 28900);
  assert.deepEqual(decision.outcome, {
    status: 'pending',
    reference: 'RF-8842',
    amount: euros(28900),
    method: { kind: 'card', label: 'Visa ••42', original: true },
    askedAt: '2026-11-23T17:03:00+01:00',
    expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
    checkAfter: '2026-11-23T17:10:00+01:00',
  });
  const facts = after(start, decision);
  const [refund] = orderView(facts, at('23T17:03:00'), 'en').refunds!;
  assert.equal(refund!.state, 'asked');
  assert.equal(refund!.answerBy, '2026-11-23T17:33:00+01:00');
  assert.equal(refund!.orderedAt, undefined);

  const [asked] = facts.refunds;
  assert.equal(bankStep(asked!, at('23T17:09:59')), undefined);
  const ordered = bankStep(asked!, at('23T17:11:30'))!;
  const view = orderView({ ...facts, refunds: [ordered] }, at('23T17:11:30'), 'en').refunds![0]!;
  assert.equal(view.state, 'ordered');
  assert.equal(view.orderedAt, '2026-11-23T17:10:00+01:00');
  assert.deepEqual(view.orderedBy, { kind: 'bank' });
  assert.deepEqual(view.sendBy, { date: '2026-11-24', timeZone: 'Europe/Paris' });
  assert.deepEqual(view.expectedBy, { date: '2026-11-27', timeZone: 'Europe/Paris' });
  assert.equal(view.undoUntil, '2026-11-24T14:00:00+01:00');
  assert.equal(outcomeOf({ ...facts, refunds: [ordered] }, asked!.offerId, 'en').status, 'done');
});

test('it can be taken back for 20 hours at least, and the payout never leaves before', () => {
  for (const time of ['23T17:00:00', '23T19:59:59', '24T03:30:00', '27T23:00:00', '28T20:00:00']) {
    const { refund } = claim(start, 'refund', at(time)).effect as { refund: RefundFacts };
    assert.ok(refund.undoUntil - at(time) >= 20 * 3600_000, time);
    assert.ok(refund.leavesAt >= refund.undoUntil, time);
    assert.ok(refund.settlesAt > refund.leavesAt, time);
    for (const due of [refund.sendBy, refund.expectedBy])
      assert.notEqual(new Date(`${(due as { date: string }).date}T12:00:00Z`).getUTCDay(), 0, time);
  }
});

test('R7: what is shown is what is ordered; another amount is refused with the right one', () => {
  const { outcome, effect } = claim(start, 'refund', at('23T17:03:00'), 27900);
  assert.equal(effect, undefined);
  assert.equal(outcome.code, 'amount-changed');
  assert.deepEqual(outcome.amount, euros(28900));
});

test('R7: refund or second parcel, not both; waiting settles nothing', () => {
  const now = at('23T17:03:00');
  const waited = after(start, claim(start, 'wait', now));
  assert.deepEqual(
    offersAt(waited, now).map((offer) => offer.remedy),
    ['refund', 'reship', 'wait'],
  );
  assert.equal(orderView(waited, now, 'en').claims![0]!.remedy, 'wait');
  const refunded = after(waited, claim(waited, 'refund', now));
  const second = claim(refunded, 'reship', now).outcome;
  assert.equal(second.code, 'already-resolved');
  assert.equal(second.reference, 'RF-8842');
  assert.equal(claim(refunded, 'refund', now).outcome.status, 'pending');
  assert.equal(claim(refunded, 'refund', now).effect, undefined);
  assert.deepEqual(
    offersAt(refunded, now).map((offer) => offer.remedy),
    ['refund'],
  );

  const resent = after(start, claim(start, 'reship', now));
  assert.equal(claim(resent, 'refund', now).outcome.code, 'already-resolved');
  assert.deepEqual(outcomeOf(resent, idOf('reship'), 'en'), {
    status: 'done',
    reference: 'RS-8842',
    askedAt: '2026-11-23T17:03:00+01:00',
    expectedBy: '2026-11-25T13:00:00+01:00',
  });
});

test('taken back in time it stands again under a new id; after the payout it is too late', () => {
  const now = at('23T18:00:00');
  const refunded = after(start, claim(start, 'refund', at('23T17:03:00')));
  const offerId = idOf('refund');
  const withdraw = (facts: OrderFacts) =>
    decide(
      facts,
      { type: 'withdraw', offerId },
      now,
      { ...minter(), offerId: () => 'offer-new' },
      'en',
    );
  const decision = withdraw(refunded);
  assert.equal(decision.outcome.status, 'done');
  const back = after(refunded, decision);
  assert.equal(orderView(back, now, 'en').refunds![0]!.state, 'withdrawn');
  assert.deepEqual(
    offersAt(back, now)
      .filter((offer) => offer.remedy === 'refund')
      .map((offer) => offer.offerId),
    ['offer-new'],
  );
  assert.equal(withdraw(back).outcome.status, 'done');
  assert.equal(withdraw(back).effect, undefined);
  assert.equal(claim(back, 'refund', now).outcome.code, 'unavailable');

  const sent = withRefund(refunded, { state: 'sent', sentAt: at('24T15:00:00') });
  assert.equal(withdraw(sent).outcome.code, 'too-late');
  assert.equal(withdraw(start).outcome.code, 'unavailable');
});

test('delivered in time: nothing is offered. Delivered late: the refund is listed with its reason (R10)', () => {
  const delivered = (time: string): TrackingEvent => ({
    id: 'd',
    at: `2026-11-${time}+01:00`,
    phase: 'delivered',
  });
  const inTime = withEvent(start, delivered('23T16:50:00'));
  assert.deepEqual(offersAt(inTime, at('23T17:30:00')), []);
  assert.equal(claim(inTime, 'refund', at('23T17:30:00')).outcome.code, 'unavailable');

  const late = withEvent(start, delivered('24T09:12:00'));
  const [refund, ...others] = offersAt(late, at('24T10:00:00'));
  assert.deepEqual(others, []);
  assert.equal(refund!.unavailable!.code, 'delivered');
  assert.match(refund!.unavailable!.reason, /Tue\u00a024\u00a0Nov\u00a009:12/);
  assert.match(
    offersAt(late, at('24T10:00:00'), 'fr')[0]!.unavailable!.reason,
    /mar\.\u00a024\u00a0nov\.\u00a0à\u00a009\u00a0h\u00a012/,
  );
  // Not yet delivered at 17:30, whatever an event from the future says.
  assert.equal(claim(late, 'refund', at('23T17:30:00')).outcome.status, 'pending');
});

test('nothing left to send again: listed with its reason, refused with the same', () => {
  const empty = { ...start, stock: {} };
  const reship = offersAt(empty, at('23T17:00:00')).find((offer) => offer.remedy === 'reship')!;
  assert.equal(reship.unavailable!.code, 'out-of-stock');
  assert.equal(claim(empty, 'reship', at('23T17:00:00')).outcome.code, 'unavailable');
});

test('the offers end after fourteen days, and say so', () => {
  const last = Date.parse('2026-12-07T23:59:59+01:00');
  assert.equal(claim(start, 'refund', last).outcome.status, 'pending');
  assert.equal(claim(start, 'refund', last + 1000).outcome.code, 'expired');
  assert.equal(offersAt(start, last + 1000)[0]!.unavailable!.code, 'expired');
});

test('R10: the phone says until when it is answered, or from when', () => {
  const phone = (time: string) => orderView(start, at(time), 'en').contacts![0]!;
  assert.equal(phone('23T17:03:00').openUntil, '2026-11-23T19:00:00+01:00');
  assert.equal(phone('23T17:03:00').value, '01 99 00 42 42');
  assert.equal(phone('23T19:00:00').opensAt, '2026-11-24T09:00:00+01:00');
  assert.equal(phone('28T20:00:00').opensAt, '2026-11-30T09:00:00+01:00');
});

test('the view stays the same, byte for byte, while nothing changes', () => {
  const view = (time: string) => JSON.stringify(orderView(start, at(time), 'en'));
  assert.equal(view('23T17:00:00'), view('23T17:59:59'));
});

test('the shop in a page tells the same story, and moves by itself', async () => {
  let real = 0;
  const shop = pageShop(undefined, () => real);
  const request = { signal: new AbortController().signal, locale: 'en', freshness: 'any' as const };
  const order = async () => read(OrderSchema, (await shop.order('FR-1042', request)).order);
  const heard: (string | undefined)[] = [];
  const stop = shop.watch!(
    ['order:FR-1042', 'stock:HANDLE-OAK'],
    (change) => heard.push(change?.topic),
    () => {},
    request,
  );

  const { offerId } = (await order()).offers![0]!;
  const command = { type: 'claim' as const, order: 'FR-1042', offerId };
  assert.equal((await shop.act!(command, request)).outcome.code, 'not-yet');
  shop.setClock(at('23T17:03:00'));
  assert.deepEqual(heard.splice(0), [undefined]);
  assert.equal((await shop.act!(command, request)).outcome.reference, 'RF-8842');
  assert.deepEqual(heard.splice(0), ['order:FR-1042']);
  real += 7 * 60_000;
  const { refunds, version } = await order();
  assert.equal(refunds![0]!.orderedAt, '2026-11-23T17:10:00+01:00');
  assert.equal((await shop.outcome!('FR-1042', offerId, request)).outcome.status, 'done');
  assert.deepEqual(heard.splice(0), ['order:FR-1042']);

  shop.setStock('HANDLE-OAK', undefined);
  const [handle] = (await shop.stock!(['HANDLE-OAK', 'NEVER-HEARD'], request)).stock;
  assert.equal(handle!.availability, undefined);
  shop.scan({ id: 's', at: '2026-11-23T17:10:00+01:00', phase: 'delivered' });
  assert.deepEqual(heard.splice(0), ['stock:HANDLE-OAK', 'order:FR-1042']);
  await assert.rejects(shop.order('FR-1', request), { code: 'not-found' });
  shop.reset();
  assert.ok((await order()).version! > version!);
  assert.deepEqual((await order()).refunds, []);
  stop();
});

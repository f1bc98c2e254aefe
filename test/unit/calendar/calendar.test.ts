import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile } from '../../../src/calendar/calendar.js';
import type { DeliveryPromise, Order, Refund, Revision } from '../../../src/model/index.js';

const NOW = Date.parse('2026-11-24T09:00:00+01:00');
const timeZone = 'Europe/Paris';
const context = { host: 'shop.test', now: NOW };
const words = { summary: 'Delivery of your wardrobe' };

const promise: DeliveryPromise = {
  id: 'delivery',
  kind: 'slot',
  from: '2026-11-26T07:00:00+01:00',
  before: '2026-11-26T14:00:00+01:00',
  timeZone,
  madeAt: '2026-11-20T10:00:00+01:00',
};
const order: Order = { reference: 'FR-2077', promises: [promise] };
const narrower = { ...promise, from: '2026-11-26T10:00:00+01:00' };
const saturday: Revision = {
  id: 'r1',
  window: {
    kind: 'slot',
    from: '2026-11-28T08:00:00+01:00',
    before: '2026-11-28T12:00:00+01:00',
    timeZone,
  },
};
const accepted: Revision = {
  id: 'r2',
  window: { kind: 'slot', from: narrower.from, before: promise.before!, timeZone },
  state: 'accepted',
  answeredAt: '2026-11-24T08:55:00+01:00',
};

/** Text as a file holds it: half a character is none. */
const onWire = (text: string) => Buffer.from(text).toString();

/** The one entry of a file, as somebody else's reader understands it. */
const read = (file: string | undefined) => {
  const calendar = new ICAL.Component(ICAL.parse(file!) as unknown[] as never);
  const events = calendar.getAllSubcomponents('vevent');
  assert.equal(events.length, 1);
  const event = new ICAL.Event(events[0]);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    status: events[0]!.getFirstPropertyValue('status'),
    isDay: event.startDate.isDate,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    changed: events[0]!.getFirstPropertyValue('last-modified')?.toString(),
  };
};
const entry = (made: DeliveryPromise, of: Order = order, at = context) =>
  read(calendarFile({ ...of, promises: [made] }, made, words, at));

describe('R5: an entry in the customer’s calendar', () => {
  test('R5: it says what was agreed, in UTC, as somebody else’s reader understands it', () => {
    assert.deepEqual(entry(promise), {
      method: 'PUBLISH',
      uid: 'delivery.FR-2077@shop.test',
      sequence: 0,
      summary: 'Delivery of your wardrobe',
      description: null,
      status: 'CONFIRMED',
      isDay: false,
      start: '2026-11-26T06:00:00Z',
      end: '2026-11-26T13:00:00Z',
      changed: '2026-11-20T09:00:00Z',
    });
  });

  test('R5: neither a proposal nor an imposed change moves it, a consented one does, once each', () => {
    const before = calendarFile(order, promise, words, context);
    for (const state of ['proposed', 'declined', 'withdrawn', 'expired', 'imposed'] as const) {
      const asked = { ...promise, revisions: [{ ...saturday, state }] };
      assert.equal(calendarFile(order, asked, words, context), before, state);
    }
    const moved = {
      ...promise,
      revisions: [{ ...saturday, state: 'declined' as const }, accepted],
    };
    const { uid, sequence, start, changed } = entry(moved);
    assert.equal(uid, entry(promise).uid);
    assert.deepEqual(
      { sequence, start, changed },
      { sequence: 1, start: '2026-11-26T09:00:00Z', changed: '2026-11-24T07:55:00Z' },
    );
    const again = { ...promise, revisions: [accepted, { ...accepted, ...saturday, id: 'r3' }] };
    assert.deepEqual([entry(again).sequence, entry(again).start], [2, '2026-11-28T07:00:00Z']);
  });

  test('R3: where nobody knows what was agreed there is no entry', () => {
    const unknown: DeliveryPromise[] = [
      { ...promise, revisions: [saturday] },
      { ...promise, revisions: [{ id: 'r1', state: 'accepted' }] },
      { id: 'p', kind: 'date', date: '2026-11-26', timeZone: 'Mars/Olympus' },
    ];
    for (const made of unknown) assert.equal(calendarFile(order, made, words, context), undefined);
  });

  test('a day is an all-day entry wherever it is made, a deadline alone a moment', () => {
    const day = entry({ id: 'p', kind: 'date', date: '2026-03-29', timeZone });
    assert.deepEqual([day.isDay, day.start, day.end], [true, '2026-03-29', '2026-03-30']);
    const by = entry({ id: 'p', kind: 'by', before: '2026-11-23T17:00:00+01:00', timeZone });
    assert.deepEqual(
      [by.isDay, by.start, by.end],
      [false, '2026-11-23T16:00:00Z', '2026-11-23T16:00:00Z'],
    );
  });

  test('what was cancelled is taken out of the calendar: the same UID, a greater sequence', () => {
    const parcel = (id: string, phase: 'cancelled' | 'in-transit') => ({
      id,
      events: [{ at: '2026-11-24T08:00:00+01:00', phase }],
    });
    const offer = { offerId: 'o', remedy: 'cancel' as const, promiseId: 'delivery' };
    const refund = { reference: 'RF-1', offerId: 'o', state: 'asked' as const };
    const claim = { reference: 'CL-1', offerId: 'o', remedy: 'cancel' as const };
    const whole = { offerId: 'o', remedy: 'cancel' as const };
    const lines = [{ id: 'a' }, { id: 'b' }];
    const cancelled: Order[] = [
      { ...order, shipments: [parcel('one', 'cancelled')] },
      { ...order, offers: [offer], refunds: [refund] },
      { ...order, offers: [offer], claims: [claim] },
      { ...order, offers: [whole], claims: [claim] },
      { ...order, offers: [{ ...whole, lineId: 'a' }], lines: [{ id: 'a' }], claims: [claim] },
    ];
    for (const of of cancelled) {
      const { method, status, sequence, uid } = entry(promise, of);
      assert.deepEqual(
        [method, status, sequence, uid],
        ['CANCEL', 'CANCELLED', 1, 'delivery.FR-2077@shop.test'],
      );
    }
    const standing: Order[] = [
      { ...order, shipments: [parcel('one', 'cancelled'), parcel('two', 'in-transit')] },
      { ...order, offers: [offer], refunds: [{ ...refund, state: 'withdrawn' }] },
      { ...order, offers: [{ ...offer, remedy: 'wait' }], claims: [{ ...claim, remedy: 'wait' }] },
      { ...order, offers: [{ ...offer, promiseId: 'other' }], claims: [claim] },
      { ...order, offers: [{ ...whole, shipmentId: 'one' }], claims: [claim] },
      { ...order, offers: [{ ...whole, lineId: 'a' }], lines, claims: [claim] },
      { ...order, offers: [offer] },
    ];
    for (const of of standing) assert.equal(entry(promise, of).method, 'PUBLISH');
  });

  test('a cancellation that was taken back brings the entry back: a calendar hears a greater sequence only', () => {
    const offer = { offerId: 'o', remedy: 'cancel' as const, promiseId: 'delivery' };
    const refund = { reference: 'RF-1', offerId: 'o' };
    const said = (...states: Refund['state'][]) => {
      const refunds = states.map((state) => ({ ...refund, state }));
      const { method, sequence } = entry(promise, { ...order, offers: [offer], refunds });
      return [method, sequence];
    };
    assert.deepEqual(said(), ['PUBLISH', 0]);
    assert.deepEqual(said('asked'), ['CANCEL', 1]);
    assert.deepEqual(said('withdrawn'), ['PUBLISH', 2]);
    assert.deepEqual(said('withdrawn', 'asked'), ['CANCEL', 3]);
  });

  test('R3: whatever a backend writes, lines end in CRLF, hold 75 octets, and nothing leaves its property', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 });
    const nasty = fc.oneof(
      text,
      fc.constantFrom(
        'a\r\nEND:VEVENT\r\nX:1',
        '😀'.repeat(60),
        ';,\\n:"',
        'é'.repeat(90),
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (id, reference, summary) => {
        const made = { ...promise, id };
        const file = calendarFile({ reference }, made, { summary, description: summary }, context)!;
        const lines = file.split('\r\n');
        assert.equal(lines.filter((line) => !line.startsWith(' ')).length, 16, file);
        for (const line of lines) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.doesNotMatch(line, /[\r\n]/);
        }
        const { uid, method } = read(file);
        assert.match(uid, /^[\w-]+\.[\w-]+@shop\.test$/);
        assert.equal(method, 'PUBLISH');
        const plain = onWire(summary.replace(/\r\n?/g, '\n'));
        assert.equal(onWire(read(file).summary), plain);
        assert.equal(onWire(read(file).description), plain);
      }),
    );
  });

  test('two promises, two orders or two shops are two entries', () => {
    const uid = (id: string, reference: string, host = 'a.test') =>
      entry({ ...promise, id }, { reference }, { ...context, host }).uid;
    const all = [
      uid('a', 'b'),
      uid('a.b', ''),
      uid('a', 'b', 'b.test'),
      uid('a_2e_b', 'c'),
      uid('a.b', 'c'),
    ];
    assert.equal(new Set(all).size, all.length);
  });
});

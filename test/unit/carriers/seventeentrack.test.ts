import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from './documented.js';
import { formats, one } from './formats.js';

const { seventeentrack } = formats;
const { statuses, subStatuses } = documented.seventeentrack;
const timeOf = (parts: Record<string, unknown>) => {
  const { at, localTime } = one(seventeentrack, parts).event;
  return [at, localTime];
};
const shipmentOf = (parts: Record<string, unknown>) =>
  seventeentrack.read(seventeentrack.payload([seventeentrack.scan()], parts))!.shipments[0]!
    .shipment;

test('R1: an event names its own carrier, the parcel has its phone', () => {
  assert.deepEqual(
    { ...one(seventeentrack, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T21:14:00+01:00',
      code: 'InTransit_Other',
      words: 'Arrived at the Lyon depot',
      place: 'Lyon, FR',
      source: { kind: 'carrier', name: 'Relais Nord' },
    },
  );
  const shipment = shipmentOf({});
  assert.deepEqual(shipment.carrier, { name: 'Relais Nord', phone: '+33 1 00 00 00 00' });
  assert.equal(shipment.observedAt, '2026-11-24T20:20:00Z');
});

test('R3: each stage and main status has its meaning', () => {
  for (const [stage, meaning] of Object.entries(statuses))
    assert.deepEqual(one(seventeentrack, { stage, sub_status: null }).meaning, meaning, stage);
});

test('R3: each sub-status has its meaning, alone and under its main status', () => {
  for (const [sub_status, meaning] of Object.entries(subStatuses))
    for (const stage of [null, sub_status.split('_')[0]]) {
      const { meaning: read, unmapped, doubts } = one(seventeentrack, { stage, sub_status });
      assert.deepEqual([read, unmapped, doubts], [meaning, [], []], sub_status);
    }
});

test('R3: words that deny a delivery leave it out', () => {
  for (const description of ['Not delivered', 'Delivered to local carrier', 'Return to sender'])
    assert.deepEqual(
      one(seventeentrack, { sub_status: 'Delivered_Other', description }).doubts,
      ['words-disagree'],
      description,
    );
});

test('R3: a zone the carrier did not write is not taken over from the aggregator', () => {
  const raw = { date: '2026-11-22', time: '21:14:00', timezone: null };
  // Stamped with the destination's offset, although it was scanned in Hong Kong.
  assert.deepEqual(timeOf({ time_raw: raw, address: { country: 'HK' } }), [
    '2026-11-22T21:14:00+08:00',
    undefined,
  ]);
  assert.deepEqual(timeOf({ time_raw: raw, address: {} }), [undefined, '2026-11-22T21:14:00']);
  assert.deepEqual(timeOf({ time_raw: { ...raw, time: null }, address: {} }), [
    undefined,
    '2026-11-22',
  ]);
});

test('R3: two instants for one event leave its local time', () => {
  assert.deepEqual(timeOf({ time_utc: '2026-11-22T20:44:00Z' }), [
    undefined,
    '2026-11-22T21:14:00',
  ]);
  assert.deepEqual(timeOf({ time_iso: null }), ['2026-11-22T20:14:00Z', undefined]);
  assert.deepEqual(timeOf({ time_iso: null, time_utc: null, time_raw: null }), [
    undefined,
    undefined,
  ]);
});

test('estimates', () => {
  const of = (from: unknown, to: unknown) =>
    shipmentOf({ time_metrics: { estimated_delivery_date: { from, to } } }).estimate;
  assert.deepEqual(of('2026-11-25T00:00:00+01:00', '2026-11-25T00:00:00+01:00'), {
    from: '2026-11-25T00:00:00+01:00',
    until: '2026-11-25T00:00:00+01:00',
  });
  assert.deepEqual(of('2026-11-25T09:00:00', '2026-11-25T11:00:00'), {
    from: '2026-11-25T09:00:00+01:00',
    until: '2026-11-25T11:00:00+01:00',
  });
  assert.equal(of('2026-11-26T09:00:00Z', '2026-11-25T11:00:00Z'), undefined);
  assert.equal(of(null, null), undefined);
});

test('an answer about several numbers; the rejected ones are no news', () => {
  const { data } = seventeentrack.payload([seventeentrack.scan()]) as { data: object };
  const report = seventeentrack.read({
    code: 0,
    data: { accepted: [data, { ...data, number: 'RNTEST0105' }], rejected: [{ number: 'X' }] },
  });
  assert.deepEqual(
    report?.shipments.map(({ trackingNumber }) => trackingNumber),
    ['RNTEST0005', 'RNTEST0105'],
  );
});

test('R3: one number accepted twice with different fates is delivered in neither', () => {
  const { scan, payload, journey, arrived } = seventeentrack;
  const whole = payload(
    journey.map((parts) => scan(parts)),
    arrived,
  ) as { data: unknown };
  const moving = payload([scan({ location: 'Osaka, JP' })]) as { data: unknown };
  const report = seventeentrack.read({ code: 0, data: { accepted: [whole.data, moving.data] } })!;
  assert.equal(report.shipments.length, 1);
  assert.deepEqual(report.doubts, ['two-parcels']);
  const { events, proof } = report.shipments[0]!.shipment;
  assert.equal(events!.length, 5);
  assert.ok(!events!.some(({ phase }) => phase === 'delivered'));
  assert.equal(proof, undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAfterShip } from '../../../src/carriers/aftership.js';
import { documented } from './documented.js';
import { delivered, eventsOf, formats, one } from './formats.js';

const { aftership } = formats;
const { tags, subtags } = documented.aftership;
const shipmentOf = (parts: Record<string, unknown>) =>
  aftership.read(aftership.payload([aftership.scan()], parts))!.shipments[0]!.shipment;

test('R1: a checkpoint keeps its words, code, place, time and who said it', () => {
  assert.deepEqual(
    { ...one(aftership, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T21:14:00+01:00',
      code: 'InTransit_003',
      words: 'Arrived at the Lyon depot',
      place: 'Lyon, FRA',
      source: { kind: 'carrier', name: 'relais-nord' },
    },
  );
  const shipment = shipmentOf({});
  assert.equal(shipment.observedAt, '2026-11-24T20:20:00+00:00');
  assert.equal(shipment.trackingUrl, 'https://track.example/RN-TEST-0002');
});

test('R3: each tag has its meaning; Pending and Expired are about the search', () => {
  for (const [tag, meaning] of Object.entries(tags))
    assert.deepEqual(one(aftership, { tag, subtag: null }).meaning, meaning, tag);
});

test('R3: each sub-status has its meaning under its own tag', () => {
  for (const [subtag, meaning] of Object.entries(subtags)) {
    const {
      meaning: read,
      unmapped,
      doubts,
    } = one(aftership, {
      tag: subtag.split('_')[0],
      subtag,
    });
    assert.deepEqual([read, unmapped, doubts], [meaning, [], []], subtag);
  }
});

test('R3: a sub-status of another tag is believed only where it promises less', () => {
  const of = (tag: string, subtag: string) => one(aftership, { tag, subtag });
  assert.deepEqual(of('InTransit', 'Delivered_001').meaning, ['-']);
  assert.deepEqual(of('InTransit', 'Delivered_001').doubts, ['codes-disagree']);
  assert.deepEqual(of('Delivered', 'Exception_013').meaning, ['-']);
  assert.deepEqual(of('Delivered', 'Exception_011').meaning, ['returned']);
  assert.deepEqual(of('Exception', 'OutForDelivery_001').meaning, ['problem']);
});

test('R3: a sub-status added since has no phase, is counted and stays readable', () => {
  const { event, meaning, unmapped } = one(aftership, {
    tag: 'Delivered',
    subtag: 'Delivered_099',
  });
  assert.deepEqual([meaning, unmapped, event.code], [['-'], ['Delivered_099'], 'Delivered_099']);
});

test('webhook, answers old and new, and one alone say the same', () => {
  const tracking = (aftership.payload([aftership.scan()]) as { msg: unknown }).msg;
  const said = parseAfterShip({ msg: tracking });
  for (const payload of [
    tracking,
    { meta: { code: 200 }, data: { tracking } },
    { meta: { code: 200 }, data: tracking },
    { meta: { code: 200 }, data: { trackings: [tracking] } },
  ])
    assert.deepEqual(parseAfterShip(payload), said);
  assert.deepEqual(parseAfterShip({ meta: {}, data: { trackings: [] } })?.shipments, []);
});

test('R3: estimates are in the recipient’s zone, whatever is written behind them', () => {
  const of = (expected_delivery: unknown, more = {}) =>
    shipmentOf({ expected_delivery, ...more }).estimate;
  assert.deepEqual(of('2026-11-25'), { date: '2026-11-25' });
  assert.deepEqual(of('2026-11-25T17:00:00'), { until: '2026-11-25T17:00:00+01:00' });
  assert.deepEqual(of('2026-11-25T17:00:00Z'), { until: '2026-11-25T17:00:00+01:00' });
  assert.deepEqual(of('2026-11-25T17:00:00', { destination_country_iso3: 'USA' }), {
    date: '2026-11-25',
  });
  assert.deepEqual(of('2026-11-25T17:00:00-05:00'), { until: '2026-11-25T17:00:00-05:00' });
  assert.deepEqual(
    of('2026-11-25', {
      latest_estimated_delivery: {
        type: 'range',
        datetime_min: '2026-11-26T09:00:00',
        datetime_max: '2026-11-26T11:00:00',
      },
    }),
    { from: '2026-11-26T09:00:00+01:00', until: '2026-11-26T11:00:00+01:00' },
  );
});

test('a time without a zone is placed where the country has one time, else it stays local', () => {
  const local = { checkpoint_time: '2026-11-22T21:14:00' };
  assert.equal(one(aftership, local).event.at, '2026-11-22T21:14:00+01:00');
  const american = one(aftership, { ...local, country_iso3: 'USA', state: 'TX' }).event;
  assert.deepEqual([american.at, american.localTime], [undefined, '2026-11-22T21:14:00']);
  assert.equal(
    one(aftership, { ...local, country_iso3: 'USA', state: 'NY' }).event.at,
    '2026-11-22T21:14:00-05:00',
  );
});

test('R3: delivered to a parcel that was going back may be the shop’s door', () => {
  const { scan, payload, journey, arrived } = aftership;
  const back = payload(
    journey.map((parts) => scan(parts)),
    { ...arrived, return_to_sender: true },
  );
  assert.ok(!eventsOf(aftership, back).some((event) => event.phase === 'delivered'));
  assert.ok(eventsOf(aftership, delivered(aftership)).some((event) => event.phase === 'delivered'));
});

test('a signature is kept with the time and place of the delivery', () => {
  const { proof } = aftership.read(delivered(aftership))!.shipments[0]!.shipment;
  assert.deepEqual(proof, {
    signatory: 'front desk',
    at: '2026-11-24T09:12:00+01:00',
    place: 'Lyon, FRA',
  });
});

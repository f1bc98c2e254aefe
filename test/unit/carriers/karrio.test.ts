import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from './documented.js';
import { delivered, eventsOf, formats, one } from './formats.js';

const { karrio } = formats;
const { statuses, reasons } = documented.karrio;
const timeOf = (parts: Record<string, unknown>) => {
  const { at, localTime } = one(karrio, parts).event;
  return at ?? localTime;
};

test('R1: an event keeps the carrier’s code, words and place', () => {
  assert.deepEqual(
    { ...one(karrio, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T21:14:00+01:00',
      code: 'A1',
      words: 'Arrived at the Lyon depot',
      place: 'Lyon, 69000, FR',
      source: { kind: 'carrier', name: 'relais_nord' },
    },
  );
});

test('R3: each status has its meaning', () => {
  for (const [status, meaning] of Object.entries(statuses))
    assert.deepEqual(one(karrio, { status }).meaning, meaning, status);
});

test('each reason names whose doing it is, or nobody’s', () => {
  for (const [reason, [phase, ...party]] of Object.entries(reasons)) {
    const expected = [phase === '-' ? 'in-transit' : phase, ...party];
    const { meaning, unmapped } = one(karrio, { reason });
    assert.deepEqual([meaning, unmapped], [expected, []], reason);
  }
});

test('R3: a delivery with a reason why there was none is in doubt', () => {
  assert.deepEqual(one(karrio, { status: 'delivered', reason: 'carrier_parcel_lost' }).meaning, [
    '-',
  ]);
});

test('R3: the Z of a local clock is not believed; its place decides, or it stays local', () => {
  assert.equal(timeOf({ timestamp: '2026-11-22T21:14:00.000Z' }), '2026-11-22T21:14:00+01:00');
  assert.equal(timeOf({ timestamp: '2026-11-22T21:14:00-05:00' }), '2026-11-22T21:14:00-05:00');
  assert.equal(timeOf({ location: 'Lyon' }), '2026-11-22T21:14:00');
  const before = { timestamp: null };
  assert.equal(timeOf(before), '2026-11-22T21:14:00+01:00');
  assert.equal(timeOf({ ...before, time: '13:47 PM' }), '2026-11-22T13:47:00+01:00');
  assert.equal(timeOf({ ...before, time: '12:05 AM' }), '2026-11-22T00:05:00+01:00');
  assert.equal(timeOf({ ...before, time: '99:99' }), undefined);
  assert.equal(timeOf({ ...before, time: null }), '2026-11-22');
});

test('R3: status and flag must agree about a delivery', () => {
  const { scan, payload, journey, arrived } = karrio;
  const phases = (parts: Record<string, unknown>) =>
    eventsOf(
      karrio,
      payload(
        journey.map((each) => scan(each)),
        { ...arrived, ...parts },
      ),
    ).map(({ phase }) => phase);
  assert.equal(phases({}).at(-1), 'delivered');
  assert.equal(phases({ delivered: false }).at(-1), undefined);
  assert.equal(phases({ status: 'in_transit' }).at(-1), undefined);
});

test('the photo of a delivery is its proof, an estimate is a day', () => {
  const { proof } = karrio.read(delivered(karrio))!.shipments[0]!.shipment;
  assert.equal(proof?.photo, 'https://track.example/photo/11');
  assert.deepEqual(
    karrio.read(karrio.payload([], { estimated_delivery: '2026-11-25' }))!.shipments[0]!.shipment
      .estimate,
    { date: '2026-11-25' },
  );
});

test('a list of trackers and one alone say the same', () => {
  const { data } = karrio.payload([karrio.scan()]) as { data: unknown };
  assert.deepEqual(karrio.read({ count: 1, results: [data] }), karrio.read(data));
});

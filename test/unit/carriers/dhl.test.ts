import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from './documented.js';
import { delivered, eventsOf, formats, one } from './formats.js';

const { dhl } = formats;
const { statuses, german } = documented.dhl;
const shipmentOf = (parts: Record<string, unknown>) =>
  dhl.read(dhl.payload([dhl.scan()], parts))!.shipments[0]!.shipment;
const inGermany = (statusCode: string, status: string) =>
  one(dhl, { statusCode, status }, { service: 'parcel-de' });

test('R1: an event without a zone is placed by its country', () => {
  assert.deepEqual(
    { ...one(dhl, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T21:14:00+01:00',
      code: 'transit',
      words: 'Arrived at the Lyon depot',
      place: 'LYON, FR',
      source: { kind: 'carrier', name: 'DHL' },
    },
  );
  const inTexas = one(dhl, { location: { address: { countryCode: 'US' } } }).event;
  assert.deepEqual([inTexas.at, inTexas.localTime], [undefined, '2026-11-22T21:14:00']);
});

test('R3: each status code has its meaning', () => {
  for (const [statusCode, meaning] of Object.entries(statuses))
    assert.deepEqual(one(dhl, { statusCode, status: '' }).meaning, meaning, statusCode);
});

test('R3: each code of parcel-de has its meaning', () => {
  for (const [status, meaning] of Object.entries(german))
    assert.deepEqual(inGermany('unknown', status).meaning, meaning, status);
  assert.deepEqual(inGermany('transit', 'ZF').meaning, ['ready-for-pickup']);
  assert.deepEqual(inGermany('delivered', 'ZU').meaning, ['delivered']);
});

test('R3: ZU is also what a destroyed parcel gets, so the status code must agree', () => {
  assert.deepEqual(inGermany('failure', 'ZU').doubts, ['codes-disagree']);
  assert.deepEqual(inGermany('transit', 'ZU').meaning, ['-']);
});

test('R3: a status in words that says delivered beside another code gives no phase', () => {
  const { meaning, doubts } = one(dhl, { statusCode: 'pre-transit', status: 'DELIVERED' });
  assert.deepEqual([meaning, doubts], [['-'], ['words-disagree']]);
  for (const description of ['The parcel could not be delivered.', 'Not delivered'])
    assert.deepEqual(one(dhl, { statusCode: 'delivered', description }).doubts, ['words-disagree']);
});

test('R3: a parcel that goes back arrives at its sender, which is no delivery', () => {
  const { scan, payload, journey, arrived } = dhl;
  const back = payload(
    journey.map((parts) => scan(parts)),
    { ...arrived, returnFlag: true },
  );
  assert.deepEqual(
    eventsOf(dhl, back).map(({ phase }) => phase),
    ['announced', 'returning', 'returning', 'returned'],
  );
  assert.equal(dhl.read(back)!.shipments[0]!.shipment.proof, undefined);
});

test('R3: the status with a Z it does not have is not a second event', () => {
  assert.equal(eventsOf(dhl, delivered(dhl)).length, 4);
});

test('estimates: the time frame, its day, or the day', () => {
  const frame = (estimatedFrom?: string, estimatedThrough?: string) =>
    shipmentOf({ estimatedDeliveryTimeFrame: { estimatedFrom, estimatedThrough } }).estimate;
  assert.deepEqual(frame('2026-11-25T09:00:00', '2026-11-25T11:00:00'), {
    from: '2026-11-25T09:00:00+01:00',
    until: '2026-11-25T11:00:00+01:00',
  });
  assert.deepEqual(frame('2026-11-25T00:00:00Z', '2026-11-25T22:00:00Z'), { date: '2026-11-25' });
  assert.deepEqual(shipmentOf({ estimatedTimeOfDelivery: '2026-11-25T00:00:00Z' }).estimate, {
    date: '2026-11-25',
  });
});

test('a link that is not https is left out, a number may be written as one', () => {
  assert.equal(shipmentOf({ serviceUrl: 'http://track.example/6' }).trackingUrl, undefined);
  assert.equal(
    dhl.read(dhl.payload([], { id: 7000000006 }))!.shipments[0]!.trackingNumber,
    '7000000006',
  );
});

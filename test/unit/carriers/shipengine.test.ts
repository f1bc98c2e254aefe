import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from './documented.js';
import { delivered, eventsOf, formats, one } from './formats.js';

const { shipengine } = formats;
const { statuses, details } = documented.shipengine;
const of = (status_code: string, status_detail_code?: string) =>
  one(shipengine, { status_code, status_detail_code });
const shipmentOf = (payload: unknown) => shipengine.read(payload)!.shipments[0]!.shipment;

test('R1: an event has the instant, not the local clock that carries a Z', () => {
  assert.deepEqual(
    { ...one(shipengine, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T20:14:00Z',
      code: 'RECEIVED_LOCAL_DELIVERY_DEPOT',
      words: 'Arrived at the Lyon depot',
      place: 'Lyon, FR',
      source: { kind: 'carrier', name: 'relais_nord' },
    },
  );
  assert.equal(one(shipengine, { occurred_at: null }).event.at, '2026-11-22T21:14:00+01:00');
  const somewhere = one(shipengine, { occurred_at: null, country_code: '' }).event;
  assert.deepEqual([somewhere.at, somewhere.localTime], [undefined, '2026-11-22T21:14:00']);
});

test('R3: each status has its meaning', () => {
  for (const [status, meaning] of Object.entries(statuses))
    assert.deepEqual(of(status).meaning, meaning, status);
});

test('R3: each detail code has its meaning', () => {
  for (const [detail, meaning] of Object.entries(details)) {
    const { meaning: read, unmapped } = of('UN', detail);
    assert.deepEqual([read, unmapped], [meaning, []], detail);
  }
});

test('R3: a detail decides under its heading, and never makes a delivery of another', () => {
  assert.deepEqual(of('AT', 'OUT_FOR_DELIVERY').meaning, ['out-for-delivery']);
  assert.deepEqual(of('NY', 'ELEC_ADVICE_RECD_BY_CARRIER').meaning, ['announced']);
  assert.deepEqual(of('EX', 'PARCEL_LOST').meaning, ['problem']);
  assert.deepEqual(of('EX', 'CANCELLED').meaning, ['cancelled']);
  assert.deepEqual(of('SP', 'DELIVERED_TO_LOCKER_COLLECTION_POINT').meaning, ['ready-for-pickup']);
  assert.deepEqual(of('DE', 'DELIVERED_TO_ALTERNATIVE_DELIVERY_LOCATION').meaning, [
    'ready-for-pickup',
  ]);
  assert.deepEqual(of('DE', 'DELIVERED_IN_PART').meaning, ['-']);
  for (const heading of ['AC', 'IT', 'EX', 'AT', 'NY', 'SP'])
    assert.deepEqual(of(heading, 'DELIVERED').doubts, ['codes-disagree'], heading);
});

test('a delivery’s signatory and photo are its proof', () => {
  assert.deepEqual(shipmentOf(delivered(shipengine)).proof, {
    signatory: 'front desk',
    photo: 'https://track.example/photo/4',
    at: '2026-11-24T08:12:00Z',
    place: 'Lyon, FR',
  });
  const insecure = shipengine.payload(
    [
      shipengine.scan({
        ...shipengine.journey[3],
        signer: '',
        proof_of_delivery_url: 'http://x.example/1',
      }),
    ],
    shipengine.arrived,
  );
  assert.equal(shipmentOf(insecure).proof, undefined);
});

test('R3: where events state no status, the status of the whole is one event with its date', () => {
  const silent = (hour: string) =>
    shipengine.scan({
      status_code: '',
      status_detail_code: null,
      status_description: '',
      occurred_at: `2026-11-${hour}`,
    });
  const phases = (scans: readonly unknown[]) =>
    eventsOf(shipengine, shipengine.payload(scans, shipengine.arrived)).map(({ phase }) => phase);
  assert.deepEqual(phases([silent('22T08:00:00Z')]), [undefined, 'delivered']);
  // Delivered before everything that happened to it.
  assert.deepEqual(phases([silent('25T08:00:00Z'), silent('26T08:00:00Z')]), [
    undefined,
    undefined,
    undefined,
  ]);
});

test('the bare answer and the webhook say the same', () => {
  const webhook = shipengine.payload([shipengine.scan()]) as { data: unknown };
  assert.deepEqual(shipengine.read(webhook.data), shipengine.read(webhook));
});

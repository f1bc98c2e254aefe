import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from './documented.js';
import { delivered, eventsOf, formats, one } from './formats.js';

const { shippo } = formats;
const { statuses, substatuses } = documented.shippo;
/** The statuses that Shippo documents over its substatuses, where it is not TRANSIT. */
const HEADINGS: Readonly<Record<string, string>> = {
  information_received: 'PRE_TRANSIT',
  delivered: 'DELIVERED',
  return_to_sender: 'RETURNED',
  package_unclaimed: 'RETURNED',
  package_undeliverable: 'FAILURE',
  package_disposed: 'FAILURE',
  package_lost: 'FAILURE',
  other: 'UNKNOWN',
};
const of = (status: string, code?: string) =>
  one(shippo, { status, substatus: code ? { code } : null });
const shipmentOf = (parts: Record<string, unknown>) =>
  shippo.read(shippo.payload([shippo.scan()], parts))!.shipments[0]!.shipment;

test('R1: a scan keeps Shippo’s sentence, marked as English, and the carrier’s name', () => {
  assert.deepEqual(
    { ...of('TRANSIT', 'package_arrived').event, id: '' },
    {
      id: '',
      at: '2026-11-22T20:14:00Z',
      code: 'package_arrived',
      words: 'Your shipment has arrived at the depot.',
      lang: 'en',
      place: 'Lyon, FR',
      source: { kind: 'carrier', name: 'relais_nord' },
    },
  );
  assert.equal(shipmentOf({ carrier: 'la_poste' }).carrier?.name, 'La Poste');
});

test('R3: each status has its meaning', () => {
  for (const [status, meaning] of Object.entries(statuses))
    assert.deepEqual(of(status).meaning, meaning, status);
});

test('R3: each substatus has its meaning under its own status', () => {
  for (const [code, meaning] of Object.entries(substatuses)) {
    // Unclaimed is a problem, and under RETURNED it is on its way back already.
    const expected = code === 'package_unclaimed' ? ['returning'] : meaning;
    const { meaning: read, unmapped, doubts } = of(HEADINGS[code] ?? 'TRANSIT', code);
    assert.deepEqual([read, unmapped, doubts], [expected, [], []], code);
  }
});

test('R3: status and substatus that cannot both be true give no phase', () => {
  assert.deepEqual(of('TRANSIT', 'delivered').doubts, ['codes-disagree']);
  assert.deepEqual(of('TRANSIT', 'delivered').meaning, ['-']);
  assert.deepEqual(of('DELIVERED', 'package_lost').meaning, ['-']);
  assert.deepEqual(of('DELIVERED', 'delayed').meaning, ['delivered']);
  assert.deepEqual(of('DELIVERED', 'pickup_available').meaning, ['ready-for-pickup']);
  assert.deepEqual(of('FAILURE', 'package_processed').meaning, ['problem']);
  assert.deepEqual(of('TRANSIT', 'brand_new').meaning, ['-']);
  assert.deepEqual(of('TRANSIT', 'brand_new').unmapped, ['brand_new']);
});

test('R3: an estimate at midnight UTC is a day', () => {
  assert.deepEqual(shipmentOf({ eta: '2026-11-25T00:00:00Z' }).estimate, { date: '2026-11-25' });
  assert.deepEqual(shipmentOf({ eta: '2026-11-25T16:00:00Z' }).estimate, {
    until: '2026-11-25T16:00:00Z',
  });
  assert.deepEqual(shipmentOf({ eta: '2026-11-25T16:00:00.566' }).estimate, {
    until: '2026-11-25T16:00:00.566+01:00',
  });
});

test('R3: the status of the whole is one event where the history says nothing', () => {
  const { tracking_status } = shippo.arrived;
  const phases = (history: readonly unknown[], now: unknown) =>
    eventsOf(shippo, shippo.payload(history, { tracking_status: now })).map(({ phase }) => phase);
  assert.deepEqual(phases([], tracking_status), ['delivered']);
  assert.deepEqual(phases([shippo.scan({ status: 'UNKNOWN', substatus: null })], tracking_status), [
    undefined,
    'delivered',
  ]);
  assert.deepEqual(phases([shippo.scan()], tracking_status), ['in-transit']);
  assert.equal(eventsOf(shippo, delivered(shippo)).length, 4);
});

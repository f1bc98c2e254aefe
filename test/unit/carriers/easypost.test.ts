import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { read as readWhole } from '../../read.js';
import { parseEasyPost } from '../../../src/carriers/easypost.js';
import { ShipmentSchema } from '../../../src/model/index.js';
import { documented } from './documented.js';
import { formats, one } from './formats.js';

const scan = (parts: Record<string, unknown> = {}) => ({
  object: 'TrackingDetail',
  message: 'Arrived at the Lyon depot',
  description: '',
  status: 'in_transit',
  status_detail: 'arrived_at_facility',
  datetime: '2026-11-22T21:14:00+01:00',
  source: 'RelaisNord',
  carrier_code: '',
  tracking_location: {
    object: 'TrackingLocation',
    city: 'Lyon',
    state: null,
    country: 'FR',
    zip: '00000',
  },
  ...parts,
});

const tracker = (parts: Record<string, unknown> = {}) => ({
  id: 'trk_demo',
  object: 'Tracker',
  mode: 'test',
  tracking_code: 'RN-TEST-0001',
  status: 'in_transit',
  status_detail: 'arrived_at_facility',
  updated_at: '2026-11-22T20:20:00Z',
  signed_by: null,
  est_delivery_date: null,
  carrier: 'RelaisNord',
  tracking_details: [scan()],
  carrier_detail: null,
  is_return: false,
  public_url: 'https://track.example/RN-TEST-0001',
  ...parts,
});

const read = (parts?: Record<string, unknown>) => {
  const report = parseEasyPost(tracker(parts));
  assert.ok(report);
  return { ...report, shipment: report.shipments[0]!.shipment };
};
const firstEvent = (parts: Record<string, unknown>) =>
  read({ status: 'unknown', tracking_details: [scan(parts)] }).shipment.events![0]!;

test('R1: a scan keeps its words, code, place, time and who said it', () => {
  const { shipment, unmapped } = read();
  assert.deepEqual(unmapped, []);
  const [event] = shipment.events!;
  assert.equal(typeof event!.id, 'string');
  assert.deepEqual(
    { ...event, id: undefined },
    {
      id: undefined,
      at: '2026-11-22T21:14:00+01:00',
      phase: 'in-transit',
      movement: 'arrived',
      code: 'arrived_at_facility',
      words: 'Arrived at the Lyon depot',
      place: 'Lyon, FR',
      source: { kind: 'carrier', name: 'RelaisNord' },
    },
  );
  assert.equal(shipment.observedAt, '2026-11-22T20:20:00Z');
  assert.equal(shipment.trackingUrl, 'https://track.example/RN-TEST-0001');
});

test('a webhook Event around the Tracker says the same as the Tracker', () => {
  const event = {
    object: 'Event',
    description: 'tracker.updated',
    result: tracker(),
    previous_attributes: {},
  };
  assert.deepEqual(parseEasyPost(event), parseEasyPost(tracker()));
});

test('what is not a Tracker is not read', () => {
  for (const other of [
    null,
    7,
    'Tracker',
    [],
    {},
    { object: 'Batch' },
    { object: 'Event', result: { object: 'Batch' } },
  ])
    assert.equal(parseEasyPost(other), undefined);
  assert.deepEqual(parseEasyPost({ object: 'Tracker' })?.shipments, []);
});

test('each status has its phase; unknown and error have none (R3)', () => {
  const phases = Object.fromEntries(
    [
      'unknown',
      'pre_transit',
      'in_transit',
      'out_for_delivery',
      'delivered',
      'available_for_pickup',
      'return_to_sender',
      'failure',
      'cancelled',
      'error',
    ].map((status) => [status, firstEvent({ status, status_detail: 'status_update' }).phase]),
  );
  assert.deepEqual(phases, {
    unknown: undefined,
    pre_transit: 'announced',
    in_transit: 'in-transit',
    out_for_delivery: 'out-for-delivery',
    delivered: 'delivered',
    available_for_pickup: 'ready-for-pickup',
    return_to_sender: 'returning',
    failure: 'problem',
    cancelled: 'cancelled',
    error: undefined,
  });
});

test('R3: each status detail has its meaning beside a status that says nothing', () => {
  for (const [status_detail, meaning] of Object.entries(documented.easypost.codes)) {
    const { meaning: said, unmapped } = one(formats.easypost, { status: 'unknown', status_detail });
    assert.deepEqual([said, unmapped], [meaning, []], status_detail);
  }
});

test('R3: a problem in the detail wins over a status that sounds well, but not over a delivery', () => {
  const of = (status: string, status_detail: string) => {
    const { phase, party, movement } = firstEvent({ status, status_detail });
    return [phase, party, movement];
  };
  assert.deepEqual(of('in_transit', 'delayed'), ['problem', undefined, undefined]);
  assert.deepEqual(of('in_transit', 'weather_delay'), ['problem', 'weather', undefined]);
  assert.deepEqual(of('in_transit', 'missorted'), ['problem', 'carrier', undefined]);
  assert.deepEqual(of('failure', 'refused'), ['problem', 'recipient', undefined]);
  assert.deepEqual(of('return_to_sender', 'refused'), ['returning', 'recipient', undefined]);
  assert.deepEqual(of('failure', 'lost'), ['problem', undefined, undefined]);
  assert.deepEqual(of('delivered', 'delayed'), ['delivered', undefined, undefined]);
  assert.deepEqual(of('delivered', 'lost'), [undefined, undefined, undefined]);
  assert.deepEqual(of('in_transit', 'out_for_delivery'), ['in-transit', undefined, undefined]);
  assert.deepEqual(of('in_transit', 'departed_facility'), ['in-transit', undefined, 'left']);
  assert.deepEqual(of('unknown', 'out_for_delivery'), ['out-for-delivery', undefined, undefined]);
});

test('a code that no table knows is kept, has no phase and is counted', () => {
  const { shipment, unmapped } = read({
    tracking_details: [
      scan({ status: 'beamed_up', status_detail: 'constructor' }),
      scan({ status: 'beamed_up' }),
    ],
  });
  assert.deepEqual(unmapped, ['beamed_up', 'constructor', 'beamed_up']);
  assert.equal(shipment.events![0]!.phase, undefined);
  assert.equal(shipment.events![0]!.code, 'constructor');
  assert.equal(shipment.events![0]!.words, 'Arrived at the Lyon depot');
});

test('R3: a midnight with a Z is a day, not an instant; a local day is preferred', () => {
  assert.deepEqual(read({ est_delivery_date: '2026-11-23T00:00:00Z' }).shipment.estimate, {
    date: '2026-11-23',
    observedAt: '2026-11-22T20:20:00Z',
  });
  assert.equal(
    read({ est_delivery_date: '2026-11-23T16:30:00Z' }).shipment.estimate?.until,
    '2026-11-23T16:30:00Z',
  );
  assert.equal(
    read({
      est_delivery_date: '2026-11-24T03:00:00Z',
      carrier_detail: {
        est_delivery_date_local: '2026-11-23',
        est_delivery_time_local: '19:00:00',
      },
    }).shipment.estimate?.date,
    '2026-11-23',
  );
  assert.equal(read({ est_delivery_date: '2026-02-31T00:00:00Z' }).shipment.estimate, undefined);
});

test('R3: a time without a zone is placed by its country or stays local; a broken one is unknown', () => {
  const datetime = '2026-11-22T21:14:00';
  assert.equal(firstEvent({ datetime }).at, '2026-11-22T21:14:00+01:00');
  const nowhere = firstEvent({ datetime, tracking_location: null });
  assert.deepEqual([nowhere.at, nowhere.localTime], [undefined, datetime]);
  const broken = firstEvent({ datetime: 'yesterday' });
  assert.equal(broken.at ?? broken.localTime, undefined);
});

test('a repeat is the same event, also with the instant written in another zone', () => {
  const id = firstEvent({}).id;
  assert.equal(firstEvent({ datetime: '2026-11-22T20:14:00Z' }).id, id);
  assert.notEqual(firstEvent({ datetime: '2026-11-22T20:15:00Z' }).id, id);
  assert.notEqual(firstEvent({ message: 'Left the Lyon depot' }).id, id);
  assert.notEqual(firstEvent({ carrier_code: 'X7' }).id, id);
});

test('a signature proves the delivery; on a return label "delivered" is the shop', () => {
  const delivered = scan({
    status: 'delivered',
    status_detail: 'arrived_at_destination',
    datetime: '2026-11-24T09:12:00+01:00',
  });
  assert.deepEqual(
    read({ status: 'delivered', signed_by: 'front desk', tracking_details: [delivered] }).shipment
      .proof,
    {
      signatory: 'front desk',
      at: '2026-11-24T09:12:00+01:00',
      place: 'Lyon, FR',
    },
  );
  assert.equal(
    read({ status: 'delivered', tracking_details: [delivered] }).shipment.proof,
    undefined,
  );
  assert.equal(
    read({ is_return: true, tracking_details: [delivered] }).shipment.events![0]!.phase,
    'returned',
  );
});

test('an address that is not https is left out, and the shop may name the carrier', () => {
  assert.equal(read({ public_url: 'javascript:alert(1)' }).shipment.trackingUrl, undefined);
  const named = parseEasyPost(tracker(), { carrierName: 'Relais Nord' })!.shipments[0]!.shipment;
  assert.equal(named.carrier?.name, 'Relais Nord');
  assert.equal(named.events![0]!.source?.name, 'Relais Nord');
});

test('nothing throws, and whatever comes out fits the model', () => {
  const fits = (payload: unknown) => {
    for (const { shipment } of parseEasyPost(payload)?.shipments ?? [])
      readWhole(ShipmentSchema, { id: 'parcel-1', ...shipment });
  };
  fc.assert(fc.property(fc.jsonValue(), fits));
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('delivered', '2026-11-23T00:00:00Z'),
  );
  fc.assert(
    fc.property(
      fc.record({
        tracking_code: fc.oneof(fc.constant('RN-1'), anything),
        status: anything,
        signed_by: anything,
        est_delivery_date: anything,
        carrier: anything,
        updated_at: anything,
        public_url: anything,
        carrier_detail: anything,
        tracking_details: fc.oneof(
          anything,
          fc.array(
            fc.record({
              status: anything,
              status_detail: anything,
              message: anything,
              datetime: anything,
              tracking_location: fc.oneof(
                anything,
                fc.record({ city: anything, country: anything }),
              ),
            }),
          ),
        ),
      }),
      (parts) => fits({ object: 'Tracker', ...parts }),
    ),
  );
});

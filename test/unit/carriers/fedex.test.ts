import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from './documented.js';
import { delivered, eventsOf, formats, one } from './formats.js';

const { fedex } = formats;
const { events, exceptions, delays } = documented.fedex;
const of = (eventType: string, derivedStatusCode?: string, more = {}) =>
  one(fedex, { eventType, derivedStatusCode, ...more });
const shipmentOf = (parts: Record<string, unknown>) =>
  fedex.read(fedex.payload([fedex.scan()], parts))!.shipments[0]!.shipment;

test('R1: a scan keeps its words, code, place and offset; its link is FedEx’s page', () => {
  assert.deepEqual(
    { ...one(fedex, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T21:14:00+01:00',
      code: 'AR',
      words: 'Arrived at the depot',
      place: 'LYON, FR',
      source: { kind: 'carrier', name: 'FedEx' },
    },
  );
  assert.equal(shipmentOf({}).trackingUrl, 'https://www.fedex.com/fedextrack/?trknbr=700000000010');
});

test('R3: each event and status code has its meaning', () => {
  for (const [code, meaning] of Object.entries(events)) {
    assert.deepEqual(of(code).meaning, meaning, code);
    assert.deepEqual(
      one(fedex, { eventType: null, derivedStatusCode: code }).meaning,
      meaning,
      code,
    );
  }
});

test('each exception code and each kind of delay says whose doing it is, if anybody’s', () => {
  for (const [exceptionCode, meaning] of Object.entries(exceptions))
    assert.deepEqual(of('DE', 'DE', { exceptionCode }).meaning, meaning, exceptionCode);
  for (const [type, meaning] of Object.entries(delays)) {
    const { meaning: read } = of('DP', 'IT', { delayDetail: { type, status: 'DELAYED' } });
    assert.deepEqual(read, [meaning[0], 'left', ...meaning.slice(1)], type);
    assert.deepEqual(of('DP', 'IT', { delayDetail: { type, status: 'ON_TIME' } }).meaning, [
      'in-transit',
      'left',
    ]);
  }
  assert.deepEqual(of('DE', 'DE', { exceptionCode: 'Z99' }).unmapped, ['Z99']);
});

test('R3: a scan under another status than its own promises less', () => {
  assert.deepEqual(of('OD', 'IT').meaning, ['out-for-delivery']);
  assert.deepEqual(of('DL', 'IT').doubts, ['codes-disagree']);
  assert.deepEqual(of('OD', 'DL').meaning, ['-']);
  assert.deepEqual(of('HL', 'DL').meaning, ['ready-for-pickup']);
  assert.deepEqual(
    of('DL', 'DL', { delayDetail: { type: 'WEATHER', status: 'DELAYED' } }).meaning,
    ['delivered', 'weather'],
  );
  assert.deepEqual(of('ZZ', 'IT').meaning, ['-']);
});

test('R3: a status against its own events leaves the delivery out', () => {
  const { scan, payload, journey, arrived } = fedex;
  const phases = (scans: readonly unknown[], parts: Record<string, unknown>) =>
    eventsOf(fedex, payload(scans, parts)).map(({ phase }) => phase);
  const scans = journey.map((parts) => scan(parts));
  assert.equal(phases(scans, arrived).at(-1), 'delivered');
  assert.equal(phases(scans, {}).at(-1), undefined);
  assert.deepEqual(phases([scan()], arrived), ['in-transit']);
});

test('R3: two results under one number agree, or nothing is delivered', () => {
  const whole = delivered(fedex) as {
    output: { completeTrackResults: [{ trackResults: [{ trackingNumberInfo: object }] }] };
  };
  const [complete] = whole.output.completeTrackResults;
  const [result] = complete.trackResults;
  const other = {
    ...result,
    trackingNumberInfo: { ...result.trackingNumberInfo, trackingNumberUniqueId: '2~OTHER' },
    latestStatusDetail: { code: 'IT' },
    scanEvents: [fedex.scan({ date: '2024-03-01T10:00:00-06:00' })],
  };
  const both = { ...complete, trackResults: [result, other] };
  const report = fedex.read({ output: { completeTrackResults: [both] } })!;
  assert.deepEqual([report.shipments.length, report.doubts], [1, ['two-parcels']]);
  assert.ok(!report.shipments[0]!.shipment.events!.some(({ phase }) => phase === 'delivered'));
  // The same result twice is a repetition.
  const twice = { output: { completeTrackResults: [complete, complete] } };
  assert.deepEqual(fedex.read(twice), fedex.read(whole));
});

test('an error is no news', () => {
  const payload = {
    output: {
      completeTrackResults: [
        { trackingNumber: '7', trackResults: [{ error: { code: 'TRACKING.NOTFOUND' } }] },
      ],
    },
  };
  assert.deepEqual(fedex.read(payload), { shipments: [], unmapped: [], doubts: [] });
});

test('estimates: the window, placed by the destination; none after the delivery', () => {
  const window = { window: { begins: '2026-11-25T09:00:00', ends: '2026-11-25T11:00:00' } };
  assert.deepEqual(shipmentOf({ estimatedDeliveryTimeWindow: window }).estimate, {
    from: '2026-11-25T09:00:00+01:00',
    until: '2026-11-25T11:00:00+01:00',
  });
  const dates = (type: string) => ({
    dateAndTimes: [{ type, dateTime: '2026-11-25T00:00:00' }],
  });
  assert.deepEqual(shipmentOf(dates('ESTIMATED_DELIVERY')).estimate, { date: '2026-11-25' });
  assert.equal(
    shipmentOf({ estimatedDeliveryTimeWindow: window, ...dates('ACTUAL_DELIVERY') }).estimate,
    undefined,
  );
});

test('who received it and where is proof', () => {
  assert.deepEqual(fedex.read(delivered(fedex))!.shipments[0]!.shipment.proof, {
    signatory: 'FRONT DESK',
    at: '2026-11-24T09:12:00+01:00',
    place: 'Reception',
  });
});

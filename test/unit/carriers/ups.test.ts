import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from './documented.js';
import { delivered, eventsOf, formats, one } from './formats.js';

const { ups } = formats;
const { types, statuses, codes } = documented.ups;
const of = (type?: string, statusCode?: string, code?: string, more = {}) =>
  one(ups, { status: { type, statusCode, code, description: 'A word', ...more } });
const shipmentOf = (parts: Record<string, unknown>) =>
  ups.read(ups.payload([ups.scan()], parts))!.shipments[0]!.shipment;

test('R1: an activity keeps its words, code and place; its link is UPS’s page', () => {
  assert.deepEqual(
    { ...one(ups, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T21:14:00+01:00',
      code: 'AR',
      words: 'Arrived at the depot',
      place: 'LYON, FR',
      source: { kind: 'carrier', name: 'UPS' },
    },
  );
  assert.equal(shipmentOf({}).trackingUrl, 'https://www.ups.com/track?tracknum=1ZTEST0000000009');
});

test('R3: each type has its meaning; "delivery information" is no delivery', () => {
  for (const [type, meaning] of Object.entries(types))
    assert.deepEqual(of(type).meaning, meaning, type);
});

test('R3: each package status code has its meaning', () => {
  for (const [code, meaning] of Object.entries(statuses))
    assert.deepEqual(of('NA', code).meaning, meaning, code);
});

test('R3: each activity code has its meaning', () => {
  for (const [code, meaning] of Object.entries(codes))
    assert.deepEqual(of('NA', undefined, code).meaning, meaning, code);
});

test('R3: type, status and activity code must agree about a delivery', () => {
  assert.deepEqual(of('D', '011', 'FS').meaning, ['delivered']);
  assert.deepEqual(of('D', '021', 'OT').meaning, ['out-for-delivery']);
  assert.deepEqual(of('D', '040', 'ZP').meaning, ['ready-for-pickup']);
  assert.deepEqual(of('D', '011', 'ZP').meaning, ['ready-for-pickup']);
  assert.deepEqual(of('D', '021', 'FS').doubts, ['codes-disagree']);
  assert.deepEqual(of('X', '011').meaning, ['-']);
  assert.deepEqual(of('I', '005', 'AR', { simplifiedTextDescription: 'Delivered' }).doubts, [
    'words-disagree',
  ]);
});

test('a code that UPS does not publish is counted; the type and status still say what they say', () => {
  const { meaning, unmapped, event } = of('X', '003', 'QQ');
  assert.deepEqual([meaning, unmapped, event.code], [['problem'], ['QQ'], 'QQ']);
  assert.deepEqual(of('Q').unmapped, ['Q']);
});

test('times: the UTC clock if given, else the place, else local', () => {
  const timeOf = (parts: Record<string, unknown>) => {
    const { at, localTime } = one(ups, parts).event;
    return at ?? localTime;
  };
  const texas = {
    location: { address: { city: 'DALLAS', stateProvince: 'TX', countryCode: 'US' } },
  };
  assert.equal(timeOf(texas), '2026-11-22T21:14:00');
  assert.equal(
    timeOf({ ...texas, gmtDate: '20261123', gmtTime: '03:14:00' }),
    '2026-11-23T03:14:00Z',
  );
  assert.equal(timeOf({ date: '2026', time: 'noon' }), undefined);
});

test('an alert is one event of the same parcel', () => {
  const alert = {
    trackingNumber: '1ZTEST0000000009',
    localActivityDate: '20261122',
    localActivityTime: '211400',
    gmtActivityDate: '20261122',
    gmtActivityTime: '201400',
    scheduledDeliveryDate: '20261124',
    activityLocation: { city: 'LYON', country: 'FR' },
    activityStatus: { type: 'I', code: 'AR', description: 'Arrived at the depot' },
  };
  const { shipment } = ups.read(alert)!.shipments[0]!;
  assert.equal(shipment.events![0]!.id, eventsOf(ups, ups.payload([ups.scan()]))[0]!.id);
  assert.deepEqual(shipment.estimate, { date: '2026-11-24' });
  const onTheVan = { ...alert, activityStatus: { type: 'D', code: 'OF', description: 'Loaded' } };
  assert.equal(ups.read(onTheVan)!.shipments[0]!.shipment.events![0]!.phase, 'in-transit');
});

test('estimates: the rescheduled day first, a window in the destination’s zone', () => {
  const deliveryDate = [
    { type: 'SDD', date: '20261124' },
    { type: 'RDD', date: '20261125' },
  ];
  assert.deepEqual(shipmentOf({ deliveryDate }).estimate, { date: '2026-11-25' });
  assert.deepEqual(
    shipmentOf({
      deliveryDate,
      deliveryTime: { type: 'EDW', startTime: '090000', endTime: '110000' },
    }).estimate,
    { from: '2026-11-25T09:00:00+01:00', until: '2026-11-25T11:00:00+01:00' },
  );
  assert.equal(
    shipmentOf({ deliveryDate: [{ type: 'DEL', date: '20261124' }] }).estimate,
    undefined,
  );
});

test('several packages have numbers of their own; without one they are several under one', () => {
  const shipmentWith = (...packages: readonly object[]) => {
    const payload = ups.payload([ups.scan()]) as {
      trackResponse: { shipment: [{ package: [object] }] };
    };
    const [first] = payload.trackResponse.shipment;
    const all = packages.map((parts) => ({ ...first.package[0], ...parts }));
    return ups.read({ trackResponse: { shipment: [{ ...first, package: all }] } })!;
  };
  assert.equal(shipmentWith({}, { trackingNumber: '1ZTEST0000000109' }).shipments.length, 2);
  const mixed = shipmentWith({}, { trackingNumber: null, activity: [] });
  assert.deepEqual([mixed.shipments.length, mixed.doubts], [1, ['two-parcels']]);
});

test('who received it and where is proof; pictures are not passed on', () => {
  assert.deepEqual(ups.read(delivered(ups))!.shipments[0]!.shipment.proof, {
    signatory: 'FRONT DESK',
    at: '2026-11-24T09:12:00+01:00',
    place: 'Reception',
  });
});

test('R10: until when it can be collected is a day where it waits, and of what waits alone', () => {
  const actions = (countryCode: string, stateProvince: string, date: string) =>
    ups
      .read(
        ups.payload(
          [ups.scan({ status: { type: 'D', statusCode: '040', code: 'ZP' } }), ups.scan()],
          {
            accessPointInformation: { pickupByDate: date },
            packageAddress: [{ type: 'DESTINATION', address: { countryCode, stateProvince } }],
          },
        ),
      )!
      .shipments[0]!.shipment.events!.map(({ action }) => action);
  assert.deepEqual(actions('FR', '', '20261127'), [
    { kind: 'collect', by: { date: '2026-11-27', timeZone: 'Europe/Paris' } },
    undefined,
  ]);
  assert.deepEqual(actions('US', 'TX', '20261127'), [{ kind: 'collect' }, undefined]);
  assert.deepEqual(actions('FR', '', '20261131'), [{ kind: 'collect' }, undefined]);
});

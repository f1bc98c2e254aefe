import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCarrier, type CarrierShipment } from '../../../src/carriers/read.js';
import type { TrackingEvent } from '../../../src/model/index.js';
import { shipmentVerdict } from '../../../src/verdicts/index.js';
import { delivered, formats, type Format } from './formats.js';

const all = Object.entries(formats);
const phases = (format: Format, payload: unknown) =>
  format.read(payload)!.shipments[0]!.shipment.events!.map(({ phase }) => phase);
/** The journey, with the scans in a changed order or with other dates. */
const told = (
  { scan, payload, journey, arrived }: Format,
  change: (journey: Format['journey']) => readonly unknown[],
) =>
  payload(
    change(journey).map((parts) => scan(parts as Record<string, unknown>)),
    arrived,
  );
/** What a customer would read of it. */
const verdictOf = (shipment: CarrierShipment) =>
  shipmentVerdict({ id: 'parcel', ...shipment }, Date.parse('2026-12-01T12:00:00Z'));
/** Fails unless it is told that the sources disagree, and nothing is claimed. */
const disagree = (format: Format, payload: unknown, doubt: string, name: string) => {
  for (const { shipment } of format.read(payload)!.shipments) {
    assert.ok(shipment.doubts?.includes(doubt), `${name}: ${shipment.doubts?.join()}`);
    const { phase, delivered, doubts } = verdictOf(shipment);
    assert.deepEqual([phase, delivered], [undefined, false], name);
    assert.ok(doubts.includes(doubt), name);
  }
};
/** The parts of a scan that date it. */
const datesOf = (parts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => /time|date|occurred/i.test(name)));

test('a payload is found by its shape, and read by nobody else', () => {
  for (const [name, format] of all) {
    const payload = delivered(format);
    const { format: found, ...report } = readCarrier(payload)!;
    assert.equal(found, name);
    assert.deepEqual(report, format.read(payload));
    for (const [other, { read }] of all)
      if (other !== name) assert.equal(read(payload), undefined, `${other} reads ${name}`);
  }
  for (const other of [null, undefined, 0, 'text', [], {}, [[]], { data: {} }, { event: 'x' }])
    assert.equal(readCarrier(other), undefined);
});

test('the shop’s name for the carrier is everywhere', () => {
  for (const [name, format] of all) {
    const { shipment } = format.read(delivered(format), { carrierName: 'Relais Nord' })!
      .shipments[0]!;
    assert.equal(shipment.carrier?.name, 'Relais Nord', name);
    for (const { source } of shipment.events!)
      assert.deepEqual(source, { kind: 'carrier', name: 'Relais Nord' }, name);
  }
});

test('what a shop says a code means decides alone, and an unmapped code gets a meaning', () => {
  const codes: Readonly<Record<string, string>> = {
    easypost: 'arrived_at_facility',
    aftership: 'InTransit_003',
    shippo: 'package_arrived',
    shipengine: 'RECEIVED_LOCAL_DELIVERY_DEPOT',
    seventeentrack: 'InTransit_Other',
    dhl: 'transit',
    laposte: 'ET1',
    chronopost: 'TS',
    ups: 'AR',
    fedex: 'AR',
    karrio: 'in_transit',
  };
  for (const [name, format] of all) {
    const meanings = { [codes[name]!]: { phase: 'problem', party: 'carrier' } } as const;
    const payload = format.payload([format.scan()], format.silent);
    const [event] = format.read(payload, { meanings })!.shipments[0]!.shipment.events!;
    assert.deepEqual([event!.phase, event!.party], ['problem', 'carrier'], name);
  }
  const payload = formats.laposte.payload([formats.laposte.scan({ code: 'AN1' })]);
  assert.deepEqual(formats.laposte.read(payload)!.unmapped, ['AN1']);
  const taught = formats.laposte.read(payload, { meanings: { AN1: { phase: 'in-transit' } } })!;
  assert.deepEqual(taught.unmapped, []);
  assert.equal(taught.shipments[0]!.shipment.events![0]!.phase, 'in-transit');
});

test('R3: a delivery dated before everything else that happened is in doubt', () => {
  for (const [name, format] of all) {
    const payload = told(format, (journey) => {
      const [first, second, third, last] = journey as Record<string, unknown>[];
      const early = { ...last, ...datesOf(first!) };
      return [
        { ...first, ...datesOf(second!) },
        { ...second, ...datesOf(third!) },
        { ...third, ...datesOf(last!) },
        // Shifted so far that no earlier scan is left.
        early,
      ];
    });
    const { doubts } = format.read(payload)!;
    assert.ok(!phases(format, payload).slice(0, 4).includes('delivered'), name);
    assert.ok(doubts.includes('delivered-before-events'), name);
    disagree(format, payload, 'delivered-before-events', name);
  }
});

test('R3: a scan that comes after the delivery does not take it back; a new beginning does', () => {
  for (const [name, format] of all) {
    const late = told(format, (journey) => {
      const [first, second, third, last] = journey as Record<string, unknown>[];
      return [first, { ...second, ...datesOf(last!) }, { ...last, ...datesOf(third!) }];
    });
    assert.equal(phases(format, late).at(-1), 'delivered', name);
    const again = told(format, (journey) => {
      const [first, second, third, last] = journey as Record<string, unknown>[];
      return [second, { ...last, ...datesOf(third!) }, { ...first, ...datesOf(last!) }];
    });
    assert.ok(!phases(format, again).includes('delivered'), name);
    assert.ok(format.read(again)!.doubts.includes('two-parcels'), name);
    disagree(format, again, 'two-parcels', name);
  }
});

test('R3: a status that does not know of the delivery leaves it in doubt', () => {
  for (const name of [
    'easypost',
    'aftership',
    'shipengine',
    'seventeentrack',
    'dhl',
    'fedex',
  ] as const) {
    const { scan, payload, journey, read } = formats[name];
    const report = read(payload(journey.map((parts) => scan(parts))))!;
    const events: readonly TrackingEvent[] = report.shipments[0]!.shipment.events!;
    assert.ok(!events.some(({ phase }) => phase === 'delivered'), name);
    assert.deepEqual(report.doubts, ['status-disagrees'], name);
    disagree(formats[name], payload(journey.map((parts) => scan(parts))), 'status-disagrees', name);
    assert.equal(events.length, 4, name);
    assert.equal(report.shipments[0]!.shipment.proof, undefined, name);
  }
});

test('R3: a status alone that says delivered is not enough against events that do not', () => {
  for (const [name, { scan, payload, arrived, read }] of all) {
    const { shipment } = read(payload([scan()], arrived))!.shipments[0]!;
    const events = shipment.events!;
    assert.equal(verdictOf(shipment).delivered, false, name);
    assert.ok(!events.some(({ phase }) => phase === 'delivered'), name);
  }
});

test('R3: codes and words of the newest scan that disagree are told; those of an old one are over', () => {
  const { scan, payload, read } = formats.shippo;
  const wrong = { status_details: 'Could not be delivered', status: 'DELIVERED', substatus: null };
  const newest = read(payload([scan(), scan({ ...wrong, status_date: '2026-11-24T09:12:00Z' })]))!;
  assert.deepEqual(newest.shipments[0]!.shipment.doubts, ['words-disagree']);
  assert.equal(verdictOf(newest.shipments[0]!.shipment).phase, undefined);
  const old = read(payload([scan({ ...wrong, status_date: '2026-11-21T09:12:00Z' }), scan()]))!;
  assert.deepEqual(old.doubts, ['words-disagree']);
  assert.equal(old.shipments[0]!.shipment.doubts, undefined);
  assert.equal(verdictOf(old.shipments[0]!.shipment).phase, 'in-transit');
});

test('R10: what a code asks of the recipient is an action, and only where the code says so', () => {
  const actions = (name: keyof typeof formats, parts: Record<string, unknown>) => {
    const { scan, payload, silent, read } = formats[name];
    return read(payload([scan(parts)], silent))!.shipments[0]!.shipment.events![0]!.action?.kind;
  };
  const shippo = (code: string, action_required = false) =>
    actions('shippo', { status: 'FAILURE', substatus: { code, text: '', action_required } });
  assert.equal(shippo('reschedule_delivery'), 'arrange');
  assert.equal(shippo('contact_carrier'), 'contact');
  assert.equal(shippo('address_issue', true), 'address');
  assert.equal(shippo('package_held', true), 'contact');
  assert.equal(shippo('package_held'), undefined);
  const shipengine = (status_code: string, status_detail_code: string) =>
    actions('shipengine', { status_code, status_detail_code });
  assert.equal(shipengine('SP', 'COLLECT_AT_LOCAL_PO'), 'collect');
  assert.equal(shipengine('IT', 'ADDRESS_QUERY'), 'address');
  assert.equal(shipengine('AT', 'COD_AMOUNT_NOT_PAID'), 'pay');
  assert.equal(shipengine('IT', 'IN_TRANSIT'), undefined);
  const aftership = (subtag: string) => actions('aftership', { tag: 'Exception', subtag });
  assert.equal(aftership('Exception_006'), 'pay');
  assert.equal(aftership('Exception_007'), undefined);
  const ups = (statusCode: string) => actions('ups', { status: { type: 'X', statusCode } });
  assert.deepEqual(['050', '062', '085', '083'].map(ups), ['address', 'pay', 'pay', undefined]);
  const fedex = (exceptionCode: string) => actions('fedex', { eventType: 'DE', exceptionCode });
  assert.deepEqual(['93', '03'].map(fedex), ['pay', undefined]);
});

test('R10: what is ready to be collected asks for it, whichever carrier says so', () => {
  const ready: Readonly<Record<keyof typeof formats, Record<string, unknown>>> = {
    easypost: { status: 'available_for_pickup', status_detail: 'arrived_at_pickup_location' },
    aftership: { tag: 'AvailableForPickup', subtag: null },
    shippo: { substatus: { code: 'pickup_available' } },
    shipengine: { status_code: 'SP', status_detail_code: null },
    seventeentrack: { stage: 'AvailableForPickup', sub_status: 'AvailableForPickup_Other' },
    dhl: { status: 'ZF', statusCode: 'transit' },
    laposte: { code: 'AG1' },
    chronopost: { code: 'AB' },
    ups: { status: { type: 'D', statusCode: '040', code: 'ZP' } },
    fedex: { eventType: 'HP', derivedStatusCode: 'HP' },
    karrio: { status: 'ready_for_pickup' },
  };
  for (const [name, parts] of Object.entries(ready)) {
    const { scan, payload, silent, read } = formats[name as keyof typeof formats];
    const whole = name === 'dhl' ? { ...silent, service: 'parcel-de' } : silent;
    const [event] = read(payload([scan(parts)], whole))!.shipments[0]!.shipment.events!;
    assert.deepEqual(
      [event!.phase, event!.action],
      ['ready-for-pickup', { kind: 'collect' }],
      name,
    );
  }
});

test('into whose hands it came is proof of it; a part of it is not', () => {
  const { scan, payload, read } = formats.shipengine;
  const proof = (status_detail_code: string) => {
    const parts = {
      status_code: 'DE',
      status_detail_code,
      signer: null,
      proof_of_delivery_url: null,
    };
    return read(payload([scan(parts)], { status_code: 'DE', status_detail_code }))!.shipments[0]!
      .shipment.proof;
  };
  assert.equal(proof('DELIVERED_TO_NEIGHBOUR')?.to, 'neighbour');
  assert.equal(proof('DELIVERED_SPECIFIED_SAFE_PLACE')?.to, 'safe-place');
  assert.equal(proof('DELIVERED_IN_PART')?.part, true);
  assert.equal(proof('DELIVERED'), undefined);
});

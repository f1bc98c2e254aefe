import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCarrier } from '../../../src/carriers/read.js';
import type { TrackingEvent } from '../../../src/model/index.js';
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
  const payload = formats.laposte.payload([formats.laposte.scan({ code: 'ID0' })]);
  assert.deepEqual(formats.laposte.read(payload)!.unmapped, ['ID0']);
  const taught = formats.laposte.read(payload, { meanings: { ID0: { phase: 'in-transit' } } })!;
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
    assert.equal(events.length, 4, name);
    assert.equal(report.shipments[0]!.shipment.proof, undefined, name);
  }
});

test('R3: a status alone that says delivered is not enough against events that do not', () => {
  for (const [name, { scan, payload, arrived, read }] of all) {
    const events = read(payload([scan()], arrived))!.shipments[0]!.shipment.events!;
    assert.ok(!events.some(({ phase }) => phase === 'delivered'), name);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { read } from '../../read.js';
import { parseLaPoste } from '../../../src/carriers/laposte.js';
import { ShipmentSchema } from '../../../src/model/index.js';
import { documented } from './documented.js';
import { formats, one } from './formats.js';

const answer = (events: readonly unknown[], parts: Record<string, unknown> = {}) => ({
  lang: 'fr_FR',
  scope: 'open',
  returnCode: 200,
  shipment: {
    idShip: 'TEST00000001',
    product: 'colissimo',
    isFinal: false,
    event: events,
    timeline: [
      { id: 5, shortLabel: 'Pas encore arrivé', status: false, date: '2026-11-25T09:00:00+01:00' },
    ],
    url: 'https://suivi.example/TEST00000001',
    ...parts,
  },
});
const taken = { code: 'PC1', label: 'Colis pris en charge.', date: '2026-11-21T18:02:00+01:00' };

const phaseOf = (code: string) =>
  parseLaPoste(answer([{ ...taken, code }]))!.shipments[0]!.shipment.events![0]!.phase;

test('R1: the words stay French, the timeline is not taken for events', () => {
  const { shipments, unmapped } = parseLaPoste([answer([taken])])!;
  assert.deepEqual(unmapped, []);
  const { shipment, trackingNumber } = shipments[0]!;
  assert.equal(trackingNumber, 'TEST00000001');
  assert.equal(shipment.carrier?.name, 'Colissimo');
  assert.deepEqual(
    shipment.events!.map((event) => ({ ...event, id: undefined })),
    [
      {
        id: undefined,
        at: '2026-11-21T18:02:00+01:00',
        phase: 'collected',
        code: 'PC1',
        words: 'Colis pris en charge.',
        lang: 'fr',
        source: { kind: 'carrier', name: 'Colissimo' },
      },
    ],
  );
  assert.equal(shipment.statusWords, 'Colis pris en charge.');
  assert.equal(shipment.observedAt, undefined);
});

test('each documented code has its meaning', () => {
  for (const [code, meaning] of Object.entries(documented.laposte.codes))
    assert.deepEqual(one(formats.laposte, { code }).meaning, meaning, code);
});

test('R3: "delayed" and information for customs are no delivery', () => {
  assert.equal(phaseOf('DI3'), 'problem');
  assert.equal(phaseOf('ID0'), undefined);
});

test('R3: delivered to the sender is not delivered, and an unknown code has no phase', () => {
  assert.equal(phaseOf('DI2'), 'returned');
  const { shipments, unmapped } = parseLaPoste(
    answer([
      { ...taken, code: 'ZZ9' },
      { ...taken, code: 'toString' },
    ]),
  )!;
  assert.deepEqual(unmapped, ['ZZ9', 'toString']);
  assert.equal(shipments[0]!.shipment.events![0]!.phase, undefined);
  assert.equal(shipments[0]!.shipment.events![0]!.words, 'Colis pris en charge.');
});

test('several numbers: those La Poste could not answer for are left out', () => {
  const report = parseLaPoste([
    { lang: 'fr_FR', returnCode: 404, returnMessage: 'Numéro inconnu', idShip: 'TEST00000009' },
    answer([taken]),
  ])!;
  assert.deepEqual(
    report.shipments.map((entry) => entry.trackingNumber),
    ['TEST00000001'],
  );
  assert.deepEqual(parseLaPoste({ returnCode: 400 })?.shipments, []);
});

test('what is not an answer of Suivi is not read', () => {
  for (const other of [null, 7, 'x', [], {}, [null], { shipment: {} }, { object: 'Tracker' }])
    assert.equal(parseLaPoste(other), undefined);
});

test('the estimate is a day, and none once the journey is over', () => {
  const estimate = (parts: Record<string, unknown>) =>
    parseLaPoste(answer([taken], parts))!.shipments[0]!.shipment.estimate;
  assert.deepEqual(estimate({ estimDate: '2026-11-23T00:00:00+01:00' }), { date: '2026-11-23' });
  assert.equal(estimate({ estimDate: '2026-11-23T00:00:00+01:00', isFinal: true }), undefined);
});

test('names: the shop’s, then the product’s, then La Poste', () => {
  const name = (product: unknown, carrierName?: string) =>
    parseLaPoste(answer([taken], { product }), { carrierName })!.shipments[0]!.shipment.carrier
      ?.name;
  assert.equal(name('chronopost'), 'Chronopost');
  assert.equal(name('courrier'), 'La Poste');
  assert.equal(name(7), 'La Poste');
  assert.equal(name('chronopost', 'Relais Nord'), 'Relais Nord');
});

test('a pickup names the counter', () => {
  const events = parseLaPoste(
    answer([{ ...taken, code: 'AG1' }, taken], {
      contextData: { removalPoint: { name: 'Relais Test' } },
    }),
  )!.shipments[0]!.shipment.events!;
  assert.deepEqual(
    events.map((event) => event.place),
    ['Relais Test', undefined],
  );
});

test('nothing throws, and whatever comes out fits the model', () => {
  const fits = (payload: unknown) => {
    for (const { shipment } of parseLaPoste(payload)?.shipments ?? [])
      read(ShipmentSchema, { id: 'parcel-1', ...shipment });
  };
  fc.assert(fc.property(fc.jsonValue(), fits));
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('DI1', 200, 'fr_FR'),
  );
  fc.assert(
    fc.property(
      fc.record({
        lang: anything,
        returnCode: fc.oneof(fc.constant(200), anything),
        shipment: fc.oneof(
          anything,
          fc.record({
            idShip: fc.oneof(fc.constant('T1'), anything),
            product: anything,
            event: fc.oneof(
              anything,
              fc.array(fc.record({ code: anything, label: anything, date: anything })),
            ),
            contextData: anything,
            estimDate: anything,
            url: anything,
          }),
        ),
      }),
      fits,
    ),
  );
});

import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { OrderSchema, parse, type Shipment } from '../../../src/model/index.js';
import { carrierVerdict, orderVerdict } from '../../../src/verdicts/index.js';

const NOW = Date.parse('2026-11-20T19:00:00Z');
const offer = {
  stands: 'b',
  until: '2026-11-20T20:00:00Z',
  choices: [
    { choiceId: 'a', carrier: 'Tamesis' },
    { choiceId: 'b', carrier: 'Relais Nord' },
  ],
};
const read = (carrierOffer: unknown) =>
  parse(OrderSchema, {
    reference: 'FR-1042',
    shipments: [{ id: 'parcel-1', statusWords: 'kept', carrierOffer }],
  });
const judged = (more: Partial<Shipment> = {}, now = NOW) => {
  const shipment = { id: 'parcel-1', carrierOffer: offer, ...more };
  const { shipments } = orderVerdict({ reference: 'FR-1042', shipments: [shipment] }, now);
  return carrierVerdict(shipments[0]!, now);
};

describe('who may bring a parcel', () => {
  test('R12: what stands comes first, the rest as the backend lists it, until it says', () => {
    const verdict = judged()!;
    assert.deepEqual(
      verdict.choices.map(({ choiceId }) => choiceId),
      ['b', 'a'],
    );
    assert.deepEqual([verdict.open, verdict.ends], [true, Date.parse(offer.until)]);
    assert.equal(judged({}, Date.parse(offer.until))!.open, false);
    assert.equal(judged({ carrierOffer: { ...offer, until: undefined } }, NOW * 2)!.open, true);
  });

  test('R6: the verdict on the parcel changes at the last minute by itself', () => {
    const { changesAt } = orderVerdict(
      { reference: 'FR-1042', shipments: [{ id: 'parcel-1', carrierOffer: offer }] },
      NOW,
    );
    assert.equal(changesAt, Date.parse(offer.until));
  });

  test('a parcel that has left has its carrier, whatever is still offered', () => {
    const at = '2026-11-20T18:00:00Z';
    assert.ok(judged({ events: [{ at, phase: 'announced' }] }));
    assert.ok(judged({ events: [{ at, words: 'a note' }] }));
    for (const phase of ['collected', 'in-transit', 'delivered', 'cancelled'] as const)
      assert.equal(judged({ events: [{ at, phase }] }), undefined, phase);
    assert.equal(judged({ carrierOffer: undefined }), undefined);
  });

  test('R3: an offer is read whole or not at all, and the parcel stays', () => {
    assert.deepEqual(read(offer).value?.shipments?.[0]?.carrierOffer, offer);
    for (const wrong of [
      { ...offer, choices: [...offer.choices, { carrier: 'nobody' }] },
      { ...offer, stands: 'c' },
      { ...offer, until: 'soon' },
      { ...offer, choices: [{ choiceId: 'b', unavailable: 'closed' }] },
      { choices: offer.choices },
      'Tamesis',
    ]) {
      const { value, broken } = read(wrong);
      const [shipment] = value!.shipments!;
      assert.deepEqual([shipment!.carrierOffer, shipment!.statusWords], [undefined, 'kept']);
      assert.ok(broken.every(({ path }) => path.startsWith('shipments.0.carrierOffer')));
      assert.ok(broken.length, JSON.stringify(wrong));
    }
  });
});

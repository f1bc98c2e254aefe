import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import type {
  DeliveryPromise,
  Order,
  Phase,
  RemedyOffer,
  Revision,
  Shipment,
  Supply,
  Window,
} from '../../../src/model/index.js';
import { orderVerdict, promiseVerdict, shipmentVerdict } from '../../../src/verdicts/index.js';
import { DAY, DEADLINE, HOUR, instant, iso, order, samples, staysUntilItSays } from './facts.js';

const by: DeliveryPromise = {
  id: 'p',
  kind: 'by',
  before: iso(DEADLINE),
  timeZone: 'Europe/Paris',
  shipmentId: 'parcel-1',
};
const parcel = (phase?: Phase, hours = -3, more: Partial<Shipment> = {}): Shipment => ({
  id: 'parcel-1',
  ...(phase && { events: [{ at: iso(DEADLINE + hours * HOUR), phase }] }),
  ...more,
});
const facts = (more: Partial<Order> = {}): Order => ({
  reference: 'FR-1042',
  timeZone: 'Europe/Paris',
  promises: [by],
  shipments: [parcel('in-transit')],
  ...more,
});
const lead = (more: Partial<Order>, now = DEADLINE - HOUR) => orderVerdict(facts(more), now).lead;

describe('the verdict on an order', () => {
  test('it stands until the instant it names', () => {
    fc.assert(
      fc.property(order, instant, samples, (found, now, parts) =>
        // A copy each time: of what cannot change the last verdict would be repeated.
        staysUntilItSays((at) => orderVerdict(structuredClone(found), at), found, now, parts),
      ),
    );
  });

  test('R2: of what cannot change it is worked out once, and is at any instant what it would be anew', () => {
    fc.assert(
      fc.property(order, fc.array(instant, { maxLength: 12 }), (found, instants) => {
        for (const now of instants) {
          const verdict = orderVerdict(found, now);
          assert.deepEqual(verdict, orderVerdict(structuredClone(found), now));
          assert.equal(orderVerdict(found, now), verdict);
        }
      }),
    );
  });

  test('R3: facts that somebody may still change are judged each time', () => {
    const open = facts({ shipments: [parcel('in-transit')] });
    assert.equal(orderVerdict(open, DEADLINE - HOUR).shipments[0]!.verdict.phase, 'in-transit');
    open.shipments![0]!.events![0]!.phase = 'delivered';
    assert.equal(orderVerdict(open, DEADLINE - HOUR).shipments[0]!.verdict.phase, 'delivered');
  });

  test('R3: whatever is missing, there is a first sentence, and it claims nothing that no fact says', () => {
    fc.assert(
      fc.property(order, instant, (found, now) => {
        const verdict = orderVerdict(found, now);
        const judged = (found.shipments ?? []).map((one) => shipmentVerdict(one, now));
        switch (verdict.lead.kind) {
          case 'refund':
            assert.notEqual(verdict.lead.refund.state, 'withdrawn');
            break;
          case 'arrived':
            assert.ok(judged.some(({ delivered }) => delivered));
            if (verdict.lead.late === false) assert.ok((found.promises ?? []).length > 0);
            break;
          case 'missed':
            assert.equal(verdict.promiseVerdict?.state, 'missed');
            break;
          case 'expected':
            assert.ok(['live', 'recent'].includes(verdict.lead.freshness.state));
            break;
          case 'promised':
            assert.ok(verdict.promise);
            break;
          case 'several':
            assert.ok(verdict.lead.arrived < verdict.lead.total);
            assert.equal(verdict.promiseVerdict?.state === 'missed', false);
            break;
          default:
        }
        assert.deepEqual(
          verdict.shipments.map(({ position }) => position),
          judged.map((_, index) => index + 1),
        );
      }),
    );
  });

  test('R6: a missed promise of any parcel is told at its minute, unless money or a claim is under way', () => {
    fc.assert(
      fc.property(order, instant, (found, now) => {
        const verdict = orderVerdict(found, now);
        const missed = (found.promises ?? []).filter((one) => {
          const covered = (found.shipments ?? []).filter(({ id }) => id === one.shipmentId);
          const replaced = (found.shipments ?? []).some(({ replaces }) => replaces !== undefined);
          return (
            one.shipmentId !== undefined &&
            !replaced &&
            !covered.some((each) => shipmentVerdict(each, now).delivered) &&
            promiseVerdict(one, { delivered: false }, now).state === 'missed'
          );
        });
        if (missed.length) {
          assert.equal(verdict.promiseVerdict?.state, 'missed');
          assert.ok(
            ['refund', 'claimed', 'taken-back', 'missed'].includes(verdict.lead.kind),
            verdict.lead.kind,
          );
        }
      }),
    );
  });

  test('R9: an order and its copy with events in another order tell the same', () => {
    fc.assert(
      fc.property(order, instant, (found, now) => {
        const mirrored = {
          ...found,
          shipments: (found.shipments ?? []).map((one) =>
            one.events ? { ...one, events: [...one.events].reverse() } : one,
          ),
        };
        assert.deepEqual(orderVerdict(mirrored, now).lead, orderVerdict(found, now).lead);
      }),
    );
  });
});

describe('what the first sentence is about', () => {
  const refund = { reference: 'RF', offerId: 'o', state: 'asked' as const, askedAt: iso(DEADLINE) };
  const claim = { reference: 'C', offerId: 'r', remedy: 'reship' as const };

  test('R7: money under way outweighs all; then a claim; then a broken promise', () => {
    assert.equal(lead({ refunds: [refund], claims: [claim] }, DEADLINE).kind, 'refund');
    assert.equal(lead({ claims: [claim] }, DEADLINE).kind, 'claimed');
    assert.equal(lead({}, DEADLINE).kind, 'missed');
    assert.equal(
      lead({ refunds: [{ ...refund, state: 'withdrawn' }] }, DEADLINE).kind,
      'taken-back',
    );
    assert.equal(lead({ claims: [{ ...claim, remedy: 'wait' }] }, DEADLINE).kind, 'missed');
  });

  test('R8: the latest refund is the one that is told', () => {
    const told = lead({
      refunds: [
        { ...refund, reference: 'new', askedAt: iso(DEADLINE) },
        { ...refund, reference: 'old', askedAt: iso(DEADLINE - DAY), state: 'failed' },
      ],
    });
    assert.equal(told.kind === 'refund' && told.refund.reference, 'new');
  });

  test('R6: before the deadline it is expected, at risk, or where it was last seen; at it, missed', () => {
    const estimate = { observedAt: iso(DEADLINE - HOUR), until: iso(DEADLINE - HOUR / 2) };
    const expected = lead({ shipments: [parcel('in-transit', -3, { estimate })] });
    assert.equal(expected.kind === 'expected' && expected.atRisk, false);
    const late = { ...estimate, until: iso(DEADLINE + HOUR) };
    const atRisk = lead({ shipments: [parcel('in-transit', -3, { estimate: late })] });
    assert.equal(atRisk.kind === 'expected' && atRisk.atRisk, true);
    const missed = lead({ shipments: [parcel('in-transit', -3, { estimate: late })] }, DEADLINE);
    assert.deepEqual(missed, { kind: 'missed', silent: false });
    assert.deepEqual(lead({ shipments: [parcel()] }, DEADLINE), { kind: 'missed', silent: true });
    assert.deepEqual(lead({ shipments: [parcel('in-transit', -60)] }, DEADLINE), {
      kind: 'missed',
      silent: true,
    });
  });

  test('R2: an estimate too old, or whose end has passed, is withdrawn in the first sentence', () => {
    const estimate = { observedAt: iso(DEADLINE - 5 * HOUR), maxAge: 3600, until: iso(DEADLINE) };
    assert.equal(
      lead({ shipments: [parcel('in-transit', -6, { estimate })] }).kind,
      'estimate-stale',
    );
    const over = { observedAt: iso(DEADLINE - 3 * HOUR), until: iso(DEADLINE - 2 * HOUR) };
    assert.equal(
      lead({ shipments: [parcel('in-transit', -6, { estimate: over })] }).kind,
      'estimate-stale',
    );
    const dayBefore = { observedAt: iso(DEADLINE - 2 * HOUR), date: '2026-11-22' };
    assert.equal(
      lead({ shipments: [parcel('in-transit', -6, { estimate: dayBefore })] }).kind,
      'estimate-stale',
    );
  });

  test('R1: silence outweighs an estimate made before it, and not one made after it', () => {
    const quiet = (observedAt: number) =>
      lead({
        shipments: [
          parcel('in-transit', -9, {
            newsEvery: 3600,
            estimate: { observedAt: iso(observedAt), until: iso(DEADLINE), maxAge: 86_400 },
          }),
        ],
      }).kind;
    assert.equal(quiet(DEADLINE - 10 * HOUR), 'silent');
    assert.equal(quiet(DEADLINE - 2 * HOUR), 'expected');
  });

  test('R3: the less is known, the less is said', () => {
    assert.deepEqual(lead({ promises: [], shipments: [] }), { kind: 'nothing' });
    assert.deepEqual(orderVerdict({ reference: 'A' }, DEADLINE).lead, { kind: 'nothing' });
    assert.deepEqual(lead({ shipments: [] }), { kind: 'promised', part: undefined });
    assert.deepEqual(lead({ shipments: [parcel('announced')] }), { kind: 'announced' });
    assert.deepEqual(lead({ shipments: [parcel('collected')] }), {
      kind: 'moving',
      outForDelivery: false,
    });
    assert.deepEqual(lead({ shipments: [parcel('out-for-delivery')] }), {
      kind: 'moving',
      outForDelivery: true,
    });
    for (const phase of [
      'attempted',
      'ready-for-pickup',
      'problem',
      'returning',
      'returned',
      'cancelled',
      'customs',
    ] as const)
      assert.deepEqual(lead({ shipments: [parcel(phase)] }), { kind: 'phase', phase });
  });

  test('R5: arrived in time, late, or nobody can say', () => {
    const at = (hours: number, now = DEADLINE + DAY) =>
      lead({ shipments: [parcel('delivered', hours)] }, now);
    assert.deepEqual(at(-1), { kind: 'arrived', late: false, at: DEADLINE - HOUR });
    assert.deepEqual(at(2), { kind: 'arrived', late: true, at: DEADLINE + 2 * HOUR });
    assert.deepEqual(
      lead({ shipments: [{ id: 'parcel-1', events: [{ phase: 'delivered' }] }] }, DEADLINE + DAY),
      { kind: 'arrived', late: undefined, at: undefined },
    );
    assert.deepEqual(lead({ promises: [], shipments: [parcel('delivered')] }), {
      kind: 'arrived',
      late: undefined,
      at: DEADLINE - 3 * HOUR,
    });
  });

  test('R9: eight parcels are rolled up, the trouble counted', () => {
    const shipments = ['delivered', 'delivered', 'in-transit', 'problem'].map((phase, index) => ({
      ...parcel(phase as Phase),
      id: `parcel-${index + 1}`,
    }));
    assert.deepEqual(lead({ promises: [], shipments }), {
      kind: 'several',
      total: 4,
      arrived: 2,
      needs: 0,
      trouble: 1,
      next: undefined,
    });
    const [first, second, third, fourth] = shipments;
    const estimate = (hours: number) => ({
      until: iso(DEADLINE + hours * HOUR),
      observedAt: iso(DEADLINE - 2 * HOUR),
      maxAge: 86_400,
    });
    const more = [
      first!,
      second!,
      { ...third!, estimate: estimate(40) },
      // In trouble: its estimate is not the next one's.
      { ...fourth!, estimate: estimate(1) },
      { ...third!, id: 'parcel-5', estimate: estimate(20) },
      { ...parcel('ready-for-pickup'), id: 'parcel-6' },
      { ...parcel('delivered'), id: 'parcel-7', account: { received: false } },
      { ...parcel('delivered'), id: 'parcel-8', doubts: ['two-parcels'] },
    ];
    assert.deepEqual(lead({ promises: [], shipments: more }), {
      kind: 'several',
      total: 8,
      arrived: 2,
      needs: 2,
      trouble: 2,
      next: { position: 5, at: DEADLINE + 20 * HOUR, promised: false },
    });
    // Without an estimate, what was promised for it.
    const promised = { ...by, id: 'p-3', shipmentId: 'parcel-3', before: iso(DEADLINE + 5 * HOUR) };
    const found = lead({ promises: [promised], shipments });
    assert.deepEqual(found.kind === 'several' && found.next, {
      position: 3,
      at: DEADLINE + 5 * HOUR,
      promised: true,
    });
    // A promise for them all is missed as long as one is out.
    const all: DeliveryPromise = { ...by, shipmentId: undefined };
    assert.equal(lead({ promises: [all], shipments }, DEADLINE).kind, 'missed');
  });

  test('R11: a delivery the customer denies leads as both accounts; doubts lead as doubts', () => {
    const one = (more: object) =>
      lead({ promises: [], shipments: [{ ...parcel('delivered'), ...more }] }).kind;
    assert.equal(one({ account: { received: false } }), 'disputed');
    assert.equal(one({ doubts: ['status-disagrees'] }), 'contradicted');
    assert.equal(one({ proof: { part: true } }), 'partly');
    assert.equal(one({ account: { received: true } }), 'arrived');
  });

  test('R11: delivered although a refund is under way: both are told', () => {
    const verdict = orderVerdict(
      facts({ refunds: [refund], shipments: [parcel('delivered', 1)] }),
      DEADLINE + DAY,
    );
    assert.equal(verdict.lead.kind, 'refund');
    assert.equal(verdict.turnedUp?.shipment.id, 'parcel-1');
  });
});

describe('stock that fails after payment', () => {
  const failed = (quantity: number, more: Partial<Supply> = {}): Supply => ({
    state: 'failed',
    quantity,
    ...more,
  });
  const handles = (...supply: Supply[]) => [{ id: 'l1', quantity: 5, supply }];
  const offer = (more: Partial<RemedyOffer> = {}): RemedyOffer => ({
    offerId: 'o',
    remedy: 'refund',
    lineId: 'l1',
    quantity: 2,
    ...more,
  });
  const refund = { reference: 'RF', offerId: 'o', state: 'ordered' as const };
  const now = DEADLINE - HOUR;
  const told = (more: Partial<Order>, at = now) => {
    const { kind, ...rest } = lead({ shipments: [], lines: handles(failed(2)), ...more }, at);
    return 'failed' in rest ? [kind, rest.failed] : [kind];
  };

  test('R3: it leads with how many units of which line, never with fewer than failed', () => {
    fc.assert(
      fc.property(order, instant, (found, at) => {
        const { lead: first, short } = orderVerdict(found, at);
        for (const { line, failed: count, supply } of short) {
          const entries = line.supply!.filter(({ state }) => state === 'failed');
          assert.ok(entries.includes(supply));
          const total = line.supply!.reduce((sum, { quantity }) => sum + quantity, 0);
          // What contradicts itself is not counted.
          if (total > (line.quantity ?? Infinity)) assert.equal(count, undefined);
          if (count !== undefined) assert.ok(count > 0 && count <= total);
        }
        const failing = (found.lines ?? []).filter((line) =>
          line.supply?.some(({ state }) => state === 'failed'),
        );
        if (!found.refunds?.length && !found.claims?.length)
          assert.deepEqual(
            short.map(({ line }) => line.id),
            failing.map(({ id }) => id),
          );
        if (short.length)
          assert.ok(['refund', 'claimed', 'taken-back', 'missed', 'short'].includes(first.kind));
        if (first.kind === 'short') assert.deepEqual(first, { kind: 'short', ...short[0] });
      }),
    );
  });

  test('R7: a broken promise and money under way come first; then failed stock, before any parcel', () => {
    assert.deepEqual(told({}), ['short', 2]);
    assert.deepEqual(told({ shipments: [parcel('delivered')] }), ['short', 2]);
    assert.deepEqual(told({}, DEADLINE), ['missed']);
    assert.deepEqual(told({ refunds: [{ ...refund, offerId: 'whole' }] }), ['refund']);
  });

  test('R3: supply that contradicts itself is not counted, and neither is what is too old to repeat', () => {
    assert.deepEqual(told({ lines: handles(failed(2), { state: 'reserved', quantity: 4 }) }), [
      'short',
      undefined,
    ]);
    const old = failed(2, { observedAt: iso(now - 61_000), maxAge: 60 });
    assert.deepEqual(told({ lines: handles(old) }), ['short', undefined]);
    assert.deepEqual(told({ lines: handles(failed(2, { maxAge: 60 })) }), ['short', undefined]);
  });

  test('R8: a refund for all that failed settles it; one for a part, for another line, or that failed does not', () => {
    const offers = [offer()];
    assert.deepEqual(told({ offers, refunds: [refund] }), ['refund']);
    assert.deepEqual(told({ offers, refunds: [{ ...refund, state: 'settled' }] }), ['promised']);
    assert.deepEqual(told({ offers: [offer({ quantity: 1 })], refunds: [refund] }), ['short', 1]);
    const { quantity, ...whole } = offer();
    assert.equal(quantity, 2);
    assert.deepEqual(told({ offers: [whole], refunds: [refund] }), ['refund']);
    const other = [...handles(failed(2)), { id: 'l2', quantity: 1 }];
    assert.deepEqual(told({ lines: other, offers: [offer({ lineId: 'l2' })], refunds: [refund] }), [
      'short',
      2,
    ]);
    assert.deepEqual(told({ offers, refunds: [{ ...refund, state: 'withdrawn' }] }), ['short', 2]);
    assert.deepEqual(told({ offers, refunds: [{ ...refund, state: 'failed' }] }), ['refund']);
  });

  test('R6: what settles a part never hides that the promise for the rest is broken', () => {
    const offers = [offer()];
    assert.deepEqual(told({ offers, refunds: [refund] }, DEADLINE), ['missed']);
    const claims = [{ reference: 'C', offerId: 'o', remedy: 'replace' as const }];
    assert.deepEqual(told({ offers: [offer({ remedy: 'replace' })], claims }, DEADLINE), [
      'missed',
    ]);
    // It is the whole order: its promise has gone with it.
    const single = { lines: [{ id: 'l1', quantity: 1, supply: [failed(1)] }] };
    assert.deepEqual(told({ ...single, offers, refunds: [refund] }, DEADLINE), ['refund']);
  });

  test('R9: what the customer chose instead leads until the units came', () => {
    for (const remedy of ['wait', 'replace', 'reship'] as const) {
      const claims = [{ reference: 'C', offerId: 'o', remedy }];
      const offers = [offer({ remedy })];
      assert.deepEqual(told({ offers, claims }), ['claimed']);
      const three = parcel('delivered', -3, { lines: [{ lineId: 'l1', quantity: 3 }] });
      assert.deepEqual(told({ offers, claims, shipments: [three] }), ['claimed']);
      const two = { ...three, id: 'parcel-2', lines: [{ lineId: 'l1', quantity: 2 }] };
      assert.deepEqual(told({ offers, claims, shipments: [three, two] }), ['arrived']);
    }
  });

  test('R11: a parcel with the rest does not contradict a refund for a part', () => {
    const verdict = orderVerdict(
      facts({
        lines: handles(failed(2)),
        offers: [offer()],
        refunds: [refund],
        shipments: [parcel('delivered')],
      }),
      now,
    );
    assert.equal(verdict.turnedUp, undefined);
    assert.equal(verdict.partial, true);
  });
});

describe('an order that comes in several parts', () => {
  const awaited: Supply = { state: 'awaited', quantity: 2, from: '2026-12-01' };
  const lines = [{ id: 'l1', quantity: 5, supply: [awaited] }];
  const rest: DeliveryPromise = {
    id: 'rest',
    kind: 'date',
    date: '2026-12-02',
    timeZone: 'Europe/Paris',
  };
  const three = parcel('delivered', -3, { lines: [{ lineId: 'l1', quantity: 3 }] });
  const judge = (shipments: Shipment[], now: number) =>
    orderVerdict(facts({ lines, promises: [by, rest], shipments }), now);

  test('R5: the arrival of the first parcel does not keep the promise for the rest', () => {
    const verdict = judge([three], DEADLINE);
    assert.equal(verdict.lead.kind, 'arrived');
    assert.equal(verdict.promise?.id, 'rest');
    assert.equal(verdict.promiseVerdict?.state, 'unknown');
    const late = judge([three], Date.parse('2026-12-02T23:00:00Z'));
    assert.deepEqual([late.lead, late.subject], [{ kind: 'missed', silent: true }, undefined]);
  });

  test('R5: it is kept when the rest has come', () => {
    const two = { ...three, id: 'parcel-2', lines: [{ lineId: 'l1', quantity: 2 }] };
    assert.equal(judge([three, two], DEADLINE).promiseVerdict?.state, 'kept');
  });

  test('R6: a promise for the first parcel alone is not broken by units that were announced for later', () => {
    const verdict = orderVerdict(
      facts({ lines, promises: [{ ...by, shipmentId: undefined }], shipments: [three] }),
      DEADLINE + DAY,
    );
    assert.deepEqual(verdict.lead, { kind: 'arrived', late: false, at: DEADLINE - 3 * HOUR });
  });
});

describe('R5: a promise for the whole order, of which a part is known to come later', () => {
  const promise: DeliveryPromise = { ...by, shipmentId: undefined };
  const awaited = (quantity: number, from?: string): Supply => ({
    state: 'awaited',
    quantity,
    ...(from && { from }),
  });
  const handles = (...supply: Supply[]) => ({ id: 'l1', quantity: 5, supply });
  const partOf = (lines: Order['lines'], more: Partial<Order> = {}) => {
    const found = lead({ promises: [promise], shipments: [], lines, ...more });
    return found.kind === 'promised' ? found.part : found.kind;
  };
  const three: Supply = { state: 'reserved', quantity: 3 };

  test('is told to cover no more than the others', () => {
    const line = handles(three, awaited(2, '2026-12-01'));
    assert.deepEqual(partOf([line]), { of: { line, units: 3, rest: 2, from: '2026-12-01' } });
    const twice = handles(three, awaited(1, '2026-12-01'), awaited(1, '2026-12-08'));
    assert.deepEqual(partOf([twice]), { of: { line: twice, units: 3, rest: 2, from: undefined } });
  });

  test('covers what is awaited within its time, and all where nothing else is said', () => {
    assert.equal(partOf([handles(three, awaited(2, '2026-11-23'))]), undefined);
    assert.equal(partOf([handles(three)]), undefined);
    assert.equal(partOf([handles(three, awaited(2))]), undefined);
    const line = handles(three, awaited(2, '2026-12-01'));
    const own = lead({ promises: [by], shipments: [parcel()], lines: [line] });
    assert.equal(own.kind === 'promised' && own.part, undefined);
  });

  test('R3: is counted only where all of it is known', () => {
    const general = {};
    const late = awaited(2, '2026-12-01');
    assert.deepEqual(partOf([handles(late), { id: 'l2', quantity: 1 }]), general);
    assert.deepEqual(partOf([handles(late, awaited(1))]), general);
    assert.deepEqual(partOf([{ id: 'l1', supply: [three, late] }]), general);
    // More than was ordered, or too old to repeat.
    assert.equal(partOf([handles(three, awaited(3, '2026-12-01'))]), undefined);
    const old = { ...late, maxAge: 60, observedAt: iso(DEADLINE - DAY) };
    assert.equal(partOf([handles(three, old)]), undefined);
    // It covers nothing of the order.
    assert.equal(partOf([handles(awaited(5, '2026-12-01'))]), undefined);
  });

  test('what cannot be had, or was given back, is not promised', () => {
    const line = handles(three, awaited(1, '2026-12-01'), { state: 'failed', quantity: 1 });
    const offers: RemedyOffer[] = [{ offerId: 'o', remedy: 'refund', lineId: 'l1', quantity: 1 }];
    const refund = { reference: 'RF-1', offerId: 'o', state: 'settled' as const };
    const more = { offers, refunds: [refund] };
    assert.deepEqual(partOf([line], more), { of: { line, units: 3, rest: 1, from: '2026-12-01' } });
    const given = handles(awaited(2, '2026-12-01'));
    assert.deepEqual(partOf([given], more), {
      of: { line: given, units: 2, rest: 2, from: '2026-12-01' },
    });
  });
});

describe('a parcel sent again', () => {
  const replacement = (phase: Phase, hours: number): Shipment => ({
    id: 'parcel-2',
    replaces: 'parcel-1',
    events: [{ at: iso(DEADLINE + hours * HOUR), phase }],
  });
  const claims = [{ reference: 'C', offerId: 'r', remedy: 'reship' as const }];
  const now = DEADLINE + 3 * DAY;

  test('R5: its arrival keeps the promise late; "we are sending it again" ends there', () => {
    const found = facts({
      shipments: [parcel('in-transit'), replacement('delivered', 44)],
      claims,
    });
    const verdict = orderVerdict(found, now);
    assert.deepEqual(verdict.lead, { kind: 'arrived', late: true, at: DEADLINE + 44 * HOUR });
    assert.equal(verdict.promiseVerdict?.state, 'kept-late');
    assert.equal(verdict.subject?.shipment.id, 'parcel-2');
    assert.deepEqual(orderVerdict({ ...found, claims: [] }, now).lead, verdict.lead);
  });

  test('R6: until then the promise stays missed', () => {
    const found = facts({ shipments: [parcel('in-transit'), replacement('in-transit', 40)] });
    assert.equal(orderVerdict(found, now).lead.kind, 'missed');
    assert.equal(orderVerdict({ ...found, claims }, now).lead.kind, 'claimed');
  });

  test('R5: a promise that was kept is not undone by a part that is sent again', () => {
    const found = facts({ shipments: [parcel('delivered', -1), replacement('in-transit', 40)] });
    assert.equal(orderVerdict(found, now).promiseVerdict?.state, 'kept');
  });

  test('R3: parcels that claim to replace each other end nowhere, and nothing hangs', () => {
    const found = facts({
      shipments: [
        { id: 'parcel-1', replaces: 'parcel-2' },
        { id: 'parcel-2', replaces: 'parcel-1' },
      ],
    });
    assert.equal(orderVerdict(found, DEADLINE).lead.kind, 'missed');
    assert.equal(
      orderVerdict(facts({ shipments: [{ id: 'parcel-1', replaces: 'parcel-1' }] }), DEADLINE).lead
        .kind,
      'missed',
    );
  });

  test('a claim ends when all that was ordered has arrived, one parcel or several', () => {
    const all: DeliveryPromise = { ...by, shipmentId: undefined };
    const several = facts({
      promises: [all],
      claims,
      shipments: [parcel('delivered', 1), { ...parcel('delivered', 2), id: 'parcel-2' }],
    });
    assert.equal(orderVerdict(several, now).lead.kind, 'arrived');
  });
});

describe('the one thing an order is about', () => {
  test('R3: a noun is used only where there is one thing with it', () => {
    const line = { id: 'l1', noun: 'display', quantity: 1 };
    const told = (more: Partial<Order>) => orderVerdict(facts(more), DEADLINE).line?.noun;
    assert.equal(told({ lines: [line] }), 'display');
    assert.equal(told({ lines: [{ ...line, quantity: 2 }] }), undefined);
    assert.equal(told({ lines: [line, { id: 'l2' }] }), undefined);
    const held = (ids: string[]) => ({
      lines: [line, { id: 'l2', noun: 'cable' }],
      shipments: [{ id: 'parcel-1', lines: ids.map((lineId) => ({ lineId })) }],
    });
    assert.equal(told(held(['l2'])), 'cable');
    assert.equal(told(held(['l1', 'l2'])), undefined);
    assert.equal(told(held(['l1', 'unheard'])), undefined);
  });
});

describe('a change of what was agreed', () => {
  const thursday = (from: number, before: number): Window => ({
    kind: 'slot',
    from: iso(DEADLINE + from * HOUR),
    before: iso(DEADLINE + before * HOUR),
    timeZone: 'Europe/Paris',
  });
  const changed = (...revisions: Revision[]): Partial<Order> => ({
    promises: [{ ...by, ...thursday(-7, 0), revisions }],
  });
  const asked = (more: Partial<Revision> = {}): Revision => ({
    id: 'r1',
    state: 'proposed',
    window: thursday(41, 48),
    ...more,
  });
  const NOW = DEADLINE - 10 * HOUR;

  test('R5: one that waits for an answer leads, the newest last; nothing has changed', () => {
    const order = facts(changed(asked(), asked({ id: 'r2' })));
    const verdict = orderVerdict(order, NOW);
    assert.equal(verdict.lead.kind, 'proposed');
    if (verdict.lead.kind !== 'proposed') return;
    assert.deepEqual(
      verdict.lead.revisions.map(({ id }) => id),
      ['r1', 'r2'],
    );
    assert.equal(verdict.lead.narrows, false);
    assert.equal(verdict.promiseVerdict?.deadline, DEADLINE);
  });

  test('R5: one that only narrows is told as such', () => {
    const found = lead(changed(asked({ window: thursday(-4, -3) })), NOW);
    assert.ok(found.kind === 'proposed' && found.narrows);
  });

  test('R6: it leads until its time to answer ends, and says when that is', () => {
    const answerBy = DEADLINE - 5 * HOUR;
    const order = changed(asked({ answerBy: iso(answerBy) }));
    assert.equal(lead(order, answerBy - 1).kind, 'proposed');
    const stands = changed(asked({ answerBy: iso(answerBy), ifSilent: 'stands' }));
    assert.equal(lead(stands, answerBy).kind, 'promised');
    const { changesAt } = orderVerdict(facts(order), answerBy - 1);
    assert.equal(changesAt, answerBy);
  });

  test('R3: after its time it leads on where nobody has said that what was agreed stands', () => {
    const answerBy = DEADLINE - 5 * HOUR;
    for (const ifSilent of ['moves', undefined] as const) {
      const late = changed(asked({ answerBy: iso(answerBy), ifSilent }));
      const [before, after] = [answerBy - 1, answerBy].map((now) => lead(late, now));
      assert.ok(before?.kind === 'proposed' && !before.late);
      assert.ok(after?.kind === 'proposed' && after.late);
      // What still waits for an answer comes first.
      const both = lead(changed(...late.promises![0]!.revisions!, asked({ id: 'r2' })), answerBy);
      assert.ok(both.kind === 'proposed' && !both.late && both.revisions[0].id === 'r2');
      assert.equal(lead(late, DEADLINE).kind, 'missed');
    }
  });

  test('R5, R6: one made without consent leads before any other, until the promise is missed', () => {
    const order = changed(asked({ id: 'imposed', state: 'imposed' }), asked());
    const found = lead(order, NOW);
    assert.ok(found.kind === 'imposed' && found.revision.id === 'imposed');
    assert.equal(lead(order, DEADLINE - 1).kind, 'imposed');
    assert.equal(lead(order, DEADLINE).kind, 'missed');
  });

  test('R6: a proposal delays nothing: at the deadline of what was agreed it is missed', () => {
    assert.equal(lead(changed(asked()), DEADLINE).kind, 'missed');
    assert.equal(lead(changed(asked({ state: 'accepted' })), DEADLINE).kind, 'moving');
  });

  test('what was declined, taken back, or has arrived is no question any more', () => {
    for (const state of ['declined', 'withdrawn', 'expired', 'replaced', 'accepted'] as const)
      assert.equal(lead(changed(asked({ state })), NOW).kind, 'promised', state);
    const arrived = { ...changed(asked()), shipments: [parcel('delivered', -12)] };
    assert.equal(lead(arrived, NOW).kind, 'arrived');
    const late = { ...changed(asked({ state: 'imposed' })), shipments: [parcel('delivered', -12)] };
    assert.equal(lead(late, NOW).kind, 'arrived');
  });

  test('R7: money under way outweighs it', () => {
    const refunds = [{ reference: 'RF-1', state: 'ordered' as const, askedAt: iso(NOW) }];
    assert.equal(lead({ ...changed(asked()), refunds }, NOW).kind, 'refund');
  });
});

import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import type { Phase, Shipment, TrackingEvent } from '../../../src/model/index.js';
import { believable, shipmentVerdict } from '../../../src/verdicts/index.js';
import {
  DAY,
  DEADLINE,
  event,
  HOUR,
  instant,
  iso,
  MINUTE,
  PHASES,
  samples,
  shipment,
  staysUntilItSays,
} from './facts.js';

const with_ = (...events: TrackingEvent[]): Shipment => ({ id: 'parcel-1', events });
const scan = (hours: number, phase?: Phase): TrackingEvent => ({
  at: iso(DEADLINE + hours * HOUR),
  ...(phase && { phase }),
});

describe('a shipment', () => {
  test('R3: the same verdict for any order and any repetition of its events', () => {
    fc.assert(
      fc.property(
        shipment('parcel-1').filter(({ events }) => (events?.length ?? 0) > 0),
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        instant,
        (parcel, repeats, keys, now) => {
          const all = [
            ...parcel.events!,
            ...repeats.map((which) => parcel.events![which % parcel.events!.length]!),
          ];
          const shuffled = all
            .map((item) => [keys.next().value as number, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => ({ ...item }));
          assert.deepEqual(
            shipmentVerdict({ ...parcel, events: shuffled }, now),
            shipmentVerdict(parcel, now),
          );
        },
      ),
    );
  });

  test('R3: an event from the future, or without a time or a phase, moves nothing', () => {
    fc.assert(
      fc.property(
        shipment('parcel-1'),
        fc.array(
          event.filter(({ phase }) => phase !== 'delivered'),
          { maxLength: 4 },
        ),
        fc.integer({ min: MINUTE + 1, max: DAY }),
        instant,
        (parcel, extra, ahead, now) => {
          const future = extra.map((item) => ({ ...item, at: iso(now + ahead) }));
          const undated = extra.map((item) => ({ ...item, at: undefined }));
          const before = shipmentVerdict(parcel, now);
          const after = shipmentVerdict(
            { ...parcel, events: [...(parcel.events ?? []), ...future, ...undated] },
            now,
          );
          assert.deepEqual({ ...after, changesAt: 0 }, { ...before, changesAt: 0 });
          if (future.length) assert.ok(after.changesAt! <= now + ahead - MINUTE);
        },
      ),
    );
    const tomorrow = with_({ at: iso(DEADLINE + DAY), phase: 'delivered' });
    assert.equal(shipmentVerdict(tomorrow, DEADLINE).delivered, false);
    assert.equal(shipmentVerdict(tomorrow, DEADLINE).lastEvent, undefined);
  });

  test('R3: late messages never move it back', () => {
    fc.assert(
      fc.property(
        shipment('parcel-1'),
        fc.array(
          event.filter(({ phase }) => !['delivered', 'returning', 'returned'].includes(phase!)),
        ),
        instant,
        (parcel, late, now) => {
          const before = shipmentVerdict(parcel, now);
          if (before.event?.at === undefined) return;
          const older = late.map((item, index) => ({
            ...item,
            at: iso(Date.parse(before.event!.at!) - 1 - index),
          }));
          const after = shipmentVerdict(
            { ...parcel, events: [...older, ...(parcel.events ?? [])] },
            now,
          );
          assert.equal(after.phase, before.phase);
          assert.deepEqual(after.event, before.event);
        },
      ),
    );
  });

  test('R3: delivered is undone by a return that begins afterwards, and by nothing else', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), instant, instant, (events, when, now) => {
        fc.pre(when <= now);
        const delivered = { at: iso(when), phase: 'delivered' as const };
        const verdict = shipmentVerdict(with_(...events, delivered), now);
        const returns = believable(with_(...events), now).some(
          ({ at, phase }) =>
            (phase === 'returning' || phase === 'returned') && Date.parse(at!) > when,
        );
        if (!returns) assert.ok(verdict.delivered);
        if (verdict.delivered) {
          assert.equal(verdict.silentSince, undefined);
          assert.ok(verdict.deliveredAt === undefined || verdict.deliveredAt <= now + MINUTE);
        } else assert.ok(returns);
      }),
    );
    for (const phase of PHASES) {
      const { delivered } = shipmentVerdict(
        with_(scan(-2, 'delivered'), scan(-1, phase)),
        DEADLINE,
      );
      assert.equal(delivered, phase !== 'returning' && phase !== 'returned', phase);
    }
  });

  test('R3: delivered without a readable time is delivered, and when is unknown', () => {
    const { delivered, deliveredAt } = shipmentVerdict(
      with_(scan(-3, 'in-transit'), { phase: 'delivered', words: 'Remis' }),
      DEADLINE,
    );
    assert.equal(delivered, true);
    assert.equal(deliveredAt, undefined);
    assert.equal(
      shipmentVerdict(with_({ phase: 'delivered' }, scan(-1, 'returning')), DEADLINE).phase,
      'returning',
    );
  });

  test('R3: nothing recorded is nothing known', () => {
    for (const parcel of [{ id: 'a' }, { id: 'a', events: [] }, { id: 'a', events: [{}] }]) {
      const verdict = shipmentVerdict(parcel, DEADLINE);
      assert.equal(verdict.phase, undefined);
      assert.equal(verdict.delivered, false);
      assert.equal(verdict.silentSince, undefined);
      assert.equal(verdict.changesAt, undefined);
    }
  });

  test('two scans of the same second: the further one stands', () => {
    for (const [one, other, wins] of [
      ['collected', 'in-transit', 'in-transit'],
      ['delivered', 'out-for-delivery', 'delivered'],
      ['returned', 'returning', 'returned'],
    ] as const)
      for (const events of [
        [scan(-1, one), scan(-1, other)],
        [scan(-1, other), scan(-1, one)],
      ])
        assert.equal(shipmentVerdict(with_(...events), DEADLINE).phase, wins);
    // The same instant, written in two zones.
    const twice = with_(
      { at: '2026-11-23T10:00:00+01:00', phase: 'in-transit' },
      { at: '2026-11-23T09:00:00Z', phase: 'collected' },
    );
    assert.equal(shipmentVerdict(twice, DEADLINE).phase, 'in-transit');
  });
});

describe('R1: silence', () => {
  test('R1: silence begins when the usual pause has passed, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), instant, (newsEvery, last) => {
        const parcel = { ...with_({ at: iso(last), phase: 'in-transit' }), newsEvery };
        const quiet = last + newsEvery * 1000;
        const before = shipmentVerdict(parcel, quiet - 1);
        assert.equal(before.silentSince, undefined);
        assert.equal(before.changesAt, quiet);
        assert.equal(shipmentVerdict(parcel, quiet).silentSince, last);
      }),
    );
  });

  test('R1: a word that was given and not kept is silence too', () => {
    const parcel = { ...with_(scan(-5, 'in-transit')), nextNewsBy: iso(DEADLINE) };
    assert.equal(shipmentVerdict(parcel, DEADLINE - 1).silentSince, undefined);
    assert.equal(shipmentVerdict(parcel, DEADLINE - 1).changesAt, DEADLINE);
    assert.equal(shipmentVerdict(parcel, DEADLINE).silentSince, DEADLINE - 5 * HOUR);
    assert.equal(
      shipmentVerdict({ id: 'a', nextNewsBy: iso(DEADLINE) }, DEADLINE).silentSince,
      DEADLINE,
    );
    const kept = { ...with_(scan(0, 'in-transit')), nextNewsBy: iso(DEADLINE) };
    assert.equal(shipmentVerdict(kept, DEADLINE + HOUR).silentSince, undefined);
  });

  test('R1: what waits for the customer, or has ended, is not silent', () => {
    for (const phase of ['ready-for-pickup', 'delivered', 'returned', 'cancelled'] as const) {
      const parcel = {
        ...with_(scan(-40, phase)),
        newsEvery: 60,
        nextNewsBy: iso(DEADLINE - HOUR),
      };
      assert.equal(shipmentVerdict(parcel, DEADLINE).silentSince, undefined, phase);
    }
  });

  test('R1: where nobody states the usual pause, each phase has one', () => {
    const quiet = (phase: Phase, hours: number) =>
      shipmentVerdict(with_(scan(-hours, phase)), DEADLINE).silentSince !== undefined;
    assert.ok(!quiet('in-transit', 47) && quiet('in-transit', 48));
    assert.ok(!quiet('out-for-delivery', 11) && quiet('out-for-delivery', 12));
  });

  test('the verdict stands until the instant it names', () => {
    fc.assert(
      fc.property(shipment('parcel-1'), instant, samples, (parcel, now, parts) =>
        staysUntilItSays((at) => shipmentVerdict(parcel, at), parcel, now, parts),
      ),
    );
  });
});

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
        (parcel, found, ahead, now) => {
          // Events of their own: one event told in two ways contradicts itself, whenever it was.
          const extra = found.map((item, index) => ({ ...item, id: `extra-${index}` }));
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

  test('R3: a local time whose zone nobody states is believed as far as it goes, and no further', () => {
    const local = (localTime: string, phase: Phase): TrackingEvent => ({ localTime, phase });
    const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
    const journey = [
      local('2026-11-24T09:00:00', 'out-for-delivery'),
      local('2026-11-23 21:00', 'in-transit'),
      local('2026-11-22', 'announced'),
    ];
    const verdict = shipmentVerdict(with_(...journey), at('09:30:00'));
    assert.equal(verdict.phase, 'out-for-delivery');
    assert.equal(verdict.lastEvent, journey[0]);
    // It may have been at 21:00 UTC, so nothing is silent before that and the usual time have passed.
    const silent = (now: number) => shipmentVerdict(with_(...journey), now).silentSince;
    assert.equal(silent(at('21:00:00') + 12 * HOUR - 1), undefined);
    assert.equal(silent(at('21:00:00') + 12 * HOUR), at('21:00:00'));
    const promised = { ...with_(...journey), nextNewsBy: '2026-11-24T20:00:00Z' };
    assert.equal(shipmentVerdict(promised, at('20:30:00')).newsMissed, undefined);
    // Nowhere on earth is it that late yet.
    const ahead = with_(local('2026-11-24T23:31:00', 'delivered'));
    assert.equal(shipmentVerdict(ahead, at('09:29:00')).phase, undefined);
    assert.equal(shipmentVerdict(ahead, at('09:29:00')).changesAt, at('09:30:00'));
    const arrived = shipmentVerdict(ahead, at('09:31:00'));
    assert.equal(arrived.delivered, true);
    // When, and so whether in time, nobody can say.
    assert.equal(arrived.deliveredAt, undefined);
    // A return that begins afterwards ends it; what may have been before it does not make it doubtful.
    const back = with_(
      local('2026-11-22T09:00:00', 'delivered'),
      { at: '2026-11-23T12:00:00Z', phase: 'returning' },
      { at: '2026-11-22T12:00:00Z', phase: 'in-transit' },
    );
    assert.equal(shipmentVerdict(back, at('09:00:00')).phase, 'returning');
    const surely = with_(local('2026-11-20T09:00:00', 'delivered'), {
      at: '2026-11-22T12:00:00Z',
      phase: 'in-transit',
    });
    assert.deepEqual(shipmentVerdict(surely, at('09:00:00')).doubts, ['delivered-before-events']);
    for (const unreadable of ['21:14', '2026-02-31T09:00', 'Tuesday'])
      assert.equal(
        shipmentVerdict(with_(local(unreadable, 'problem')), at('09:00:00')).phase,
        undefined,
      );
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
          if (before.event?.at === undefined || before.doubts.length) return;
          const older = late.map((item, index) => ({
            ...item,
            id: `late-${index}`,
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

  test('R3: delivered is undone by a return that begins afterwards, and by nothing else but doubt', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), instant, instant, (events, when, now) => {
        fc.pre(when <= now);
        const delivered = { at: iso(when), phase: 'delivered' as const };
        const verdict = shipmentVerdict(with_(...events, delivered), now);
        const returns = believable(with_(...events), now).some(
          ({ at, phase }) =>
            (phase === 'returning' || phase === 'returned') && Date.parse(at!) > when,
        );
        if (!returns && !verdict.doubts.length) assert.ok(verdict.delivered);
        if (verdict.delivered) {
          assert.equal(verdict.silentSince, undefined);
          assert.ok(verdict.deliveredAt === undefined || verdict.deliveredAt <= now + MINUTE);
        } else assert.ok(returns || verdict.doubts.length);
      }),
    );
    for (const phase of PHASES) {
      const { delivered, doubts } = shipmentVerdict(
        with_(scan(-3, 'collected'), scan(-2, 'delivered'), scan(-1, phase)),
        DEADLINE,
      );
      const again = phase === 'announced' || phase === 'collected';
      assert.equal(delivered, !again && phase !== 'returning' && phase !== 'returned', phase);
      assert.deepEqual(doubts, again ? ['two-parcels'] : [], phase);
    }
  });

  test('R3: what cannot all be true is said, and nothing is claimed of it', () => {
    const before = with_(scan(-3, 'delivered'), scan(-2, 'in-transit'), scan(-1, 'problem'));
    const twice = with_(
      { ...scan(-2, 'out-for-delivery'), id: 'one' },
      { ...scan(-2, 'delivered'), id: 'one' },
    );
    const told = { ...with_(scan(-2, 'in-transit'), scan(-1, 'delivered')), doubts: ['news'] };
    for (const [parcel, doubt] of [
      [before, 'delivered-before-events'],
      [twice, 'codes-disagree'],
      [told, 'news'],
    ] as const) {
      const verdict = shipmentVerdict(parcel, DEADLINE);
      assert.deepEqual(verdict.doubts, [doubt]);
      assert.equal(verdict.phase, undefined, doubt);
      assert.equal(verdict.delivered, false, doubt);
      assert.equal(verdict.deliveredAt, undefined, doubt);
    }
  });

  test('R11: delivered by the carrier and not received by the customer is no delivery', () => {
    const events = [scan(-3, 'out-for-delivery'), scan(-1, 'delivered')];
    const denied = { id: 'a', events, account: { received: false } };
    assert.equal(shipmentVerdict(denied, DEADLINE).disputed, true);
    assert.equal(shipmentVerdict(denied, DEADLINE).delivered, false);
    const found = { id: 'a', events, account: { received: true } };
    assert.equal(shipmentVerdict(found, DEADLINE).disputed, false);
    assert.equal(shipmentVerdict(found, DEADLINE).delivered, true);
    // Nothing to dispute: the carrier does not say so either.
    const moving = { id: 'a', events: events.slice(0, 1), account: { received: false } };
    assert.equal(shipmentVerdict(moving, DEADLINE).disputed, false);
  });

  test('R3: a part of a parcel is not the parcel, until the rest came', () => {
    const proof = { part: true, at: iso(DEADLINE - 2 * HOUR) };
    const part = { id: 'a', events: [scan(-3, 'out-for-delivery'), scan(-2, 'delivered')], proof };
    assert.deepEqual(
      [shipmentVerdict(part, DEADLINE).partly, shipmentVerdict(part, DEADLINE).delivered],
      [true, false],
    );
    const rest = { ...part, events: [...part.events, scan(-1, 'delivered')] };
    assert.deepEqual(
      [shipmentVerdict(rest, DEADLINE).partly, shipmentVerdict(rest, DEADLINE).delivered],
      [false, true],
    );
  });

  test('R10: what the customer has to do stands until the parcel goes on', () => {
    const collect = { kind: 'collect' as const, by: iso(DEADLINE + DAY) };
    const waits = { ...scan(-5, 'ready-for-pickup'), action: collect };
    const action = (...more: TrackingEvent[]) =>
      shipmentVerdict(with_(scan(-9, 'in-transit'), waits, ...more), DEADLINE).action;
    assert.deepEqual(action(), collect);
    assert.deepEqual(action(scan(-4, 'ready-for-pickup'), scan(-3)), collect);
    // A late message of what came before takes its place in time and answers nothing.
    assert.deepEqual(action(scan(-6, 'out-for-delivery')), collect);
    for (const phase of ['delivered', 'returning', 'in-transit', 'cancelled'] as const)
      assert.equal(action(scan(-1, phase)), undefined, phase);
    const verdict = shipmentVerdict(with_(waits), DEADLINE);
    assert.equal(verdict.changesAt, DEADLINE + DAY);
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

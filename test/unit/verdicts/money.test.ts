import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import type { Order, RemedyOffer } from '../../../src/model/index.js';
import { dueAt, offersVerdict, refundVerdict } from '../../../src/verdicts/index.js';
import {
  DEADLINE,
  HOUR,
  instant,
  iso,
  offers,
  order,
  refund,
  samples,
  staysUntilItSays,
} from './facts.js';

const PATH = ['asked', 'ordered', 'sent', 'settled'];

describe('R8: the path of the money', () => {
  test('R8: no step is done beyond the state, and none is skipped', () => {
    fc.assert(
      fc.property(refund, instant, (money, now) => {
        const { steps, state } = refundVerdict(money, now);
        assert.equal(state, money.state);
        assert.deepEqual(
          steps.map(({ step }) => step),
          PATH,
        );
        const reached = PATH.indexOf(money.state);
        const done = steps.map((step) => step.done);
        if (reached >= 0)
          assert.deepEqual(
            done,
            PATH.map((_, index) => index <= reached),
          );
        // Done steps come first: what is later cannot have happened without what is earlier.
        assert.deepEqual(
          done,
          [...done].sort((a, b) => Number(b) - Number(a)),
        );
        for (const step of steps) if (!step.done) assert.equal(step.at, undefined);
      }),
    );
  });

  test('R8: one that failed, came back or was withdrawn got as far as its dates show', () => {
    const { steps } = refundVerdict(
      { reference: 'R', state: 'failed', sentAt: iso(DEADLINE) },
      DEADLINE,
    );
    assert.deepEqual(
      steps.map(({ done, at }) => [done, at]),
      [
        [true, undefined],
        [true, undefined],
        [true, DEADLINE],
        [false, undefined],
      ],
    );
  });

  test('R8: late exactly when a date that matters has passed; ended money is never late', () => {
    fc.assert(
      fc.property(refund, instant, (money, now) => {
        const { late } = refundVerdict(money, now);
        const passed = (due: number | undefined) => due !== undefined && now >= due;
        const arrival =
          (money.state === 'ordered' || money.state === 'sent') && passed(dueAt(money.expectedBy));
        const sending = money.state === 'ordered' && passed(dueAt(money.sendBy));
        const answer = money.state === 'asked' && passed(dueAt(money.answerBy));
        assert.equal(
          late,
          arrival ? 'arrival' : sending ? 'sending' : answer ? 'answer' : undefined,
        );
      }),
    );
    const day = { date: '2026-11-27', timeZone: 'Europe/Paris' };
    const sent = { reference: 'R', state: 'sent' as const, expectedBy: day };
    const end = Date.parse('2026-11-28T00:00:00+01:00');
    assert.equal(refundVerdict(sent, end - 1).late, undefined);
    assert.equal(refundVerdict(sent, end - 1).changesAt, end);
    assert.equal(refundVerdict(sent, end).late, 'arrival');
  });

  test('R7: it can be taken back until the stated instant, and not once it has left', () => {
    fc.assert(
      fc.property(refund, instant, (money, now) => {
        const { undoable } = refundVerdict(money, now);
        assert.equal(
          undoable,
          ['asked', 'ordered'].includes(money.state) &&
            money.undoUntil !== undefined &&
            now < Date.parse(money.undoUntil),
        );
      }),
    );
  });

  test('the verdict stands until the instant it names', () => {
    fc.assert(
      fc.property(refund, instant, samples, (money, now, parts) =>
        staysUntilItSays((at) => refundVerdict(money, at), money, now, parts),
      ),
    );
  });
});

describe('R7, R12: offers', () => {
  test('R6: never shown before its time; R10: gone after it, unless there is a reason to read', () => {
    fc.assert(
      fc.property(order, instant, (facts, now) => {
        const { shown } = offersVerdict(facts, now);
        const ids = shown.map(({ offer }) => offer.offerId);
        for (const offer of facts.offers ?? []) {
          const early = offer.availableFrom !== undefined && now < Date.parse(offer.availableFrom);
          const over =
            offer.availableUntil !== undefined && now >= Date.parse(offer.availableUntil);
          const taken =
            (facts.refunds ?? []).some(
              ({ offerId, state }) => offerId === offer.offerId && state !== 'withdrawn',
            ) || (facts.claims ?? []).some(({ offerId }) => offerId === offer.offerId);
          assert.equal(
            ids.includes(offer.offerId),
            !early && !taken && (!over || offer.unavailable !== undefined),
            offer.offerId,
          );
        }
        assert.equal(new Set(ids).size, ids.length);
        for (const { offer, open } of shown) assert.equal(open, offer.unavailable === undefined);
      }),
    );
  });

  test('R12: store credit comes after every other way, whatever the order it is sent in', () => {
    fc.assert(
      fc.property(offers, instant, (all, now) => {
        const { shown } = offersVerdict({ reference: 'A', offers: all }, now);
        const credit = shown.map(({ offer }) => offer.method?.kind === 'credit');
        assert.deepEqual(
          credit,
          [...credit].sort((a, b) => Number(a) - Number(b)),
        );
      }),
    );
    const offer = (offerId: string, remedy: RemedyOffer['remedy'], kind?: 'card' | 'credit') =>
      ({ offerId, remedy, ...(kind && { method: { kind } }) }) satisfies RemedyOffer;
    const { shown } = offersVerdict(
      {
        reference: 'A',
        offers: [
          offer('credit', 'refund', 'credit'),
          offer('wait', 'wait'),
          offer('reship', 'reship'),
          offer('card', 'refund', 'card'),
        ],
      },
      DEADLINE,
    );
    assert.deepEqual(
      shown.map((entry) => entry.offer.offerId),
      ['card', 'reship', 'wait', 'credit'],
    );
  });

  test('R7: what was claimed is no offer; what was withdrawn is one again', () => {
    const facts = (state: 'asked' | 'failed' | 'withdrawn'): Order => ({
      reference: 'A',
      offers: [{ offerId: 'o', remedy: 'refund' }],
      refunds: [{ reference: 'R', offerId: 'o', state }],
    });
    assert.equal(offersVerdict(facts('asked'), DEADLINE).shown.length, 0);
    assert.equal(offersVerdict(facts('failed'), DEADLINE).shown.length, 0);
    assert.equal(offersVerdict(facts('withdrawn'), DEADLINE).shown.length, 1);
  });

  test('R6: the offer of the lost display opens at 17:00:00.000', () => {
    const facts: Order = {
      reference: 'A',
      offers: [
        {
          offerId: 'o',
          remedy: 'refund',
          availableFrom: '2026-11-23T17:00:00+01:00',
          availableUntil: iso(DEADLINE + HOUR),
        },
      ],
    };
    const before = offersVerdict(facts, DEADLINE - 1);
    assert.deepEqual(before, { shown: [], told: [], after: [], changesAt: DEADLINE });
    const then = offersVerdict(facts, DEADLINE);
    assert.equal(then.shown.length, 1);
    assert.equal(then.changesAt, DEADLINE + HOUR);
    assert.deepEqual(offersVerdict(facts, DEADLINE + HOUR), {
      ...{ shown: [], told: [], after: [] },
      changesAt: undefined,
    });
  });

  test('the verdict stands until the instant it names', () => {
    fc.assert(
      fc.property(order, instant, samples, (facts, now, parts) =>
        staysUntilItSays((at) => offersVerdict(facts, at), facts, now, parts),
      ),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { europeanUnion } from '../../../src/law/eu.js';
import { france } from '../../../src/law/fr.js';
import { unitedKingdom } from '../../../src/law/gb.js';
import { lawOf, lawVerdict, useLaw, type LawPack } from '../../../src/law/law.js';
import { unitedStates } from '../../../src/law/us.js';
import type { Refund } from '../../../src/model/index.js';

const ZONE = 'Europe/Paris';
const refund = (change: Partial<Refund> = {}): Refund => ({
  reference: 'RF-1',
  state: 'ordered',
  amount: { amount: 28900, currency: 'EUR' },
  askedAt: '2026-11-23T17:03:00+01:00',
  ...change,
});
const at = (date: string, time = '12:00:00'): number => Date.parse(`${date}T${time}+01:00`);
const inFrance = (date: string, time?: string, change?: Partial<Refund>) =>
  lawVerdict(france, refund(change), ZONE, at(date, time));

describe('the law is off until the merchant switches it on', () => {
  test('a country on the order alone says nothing', () => {
    assert.equal(lawOf('FR'), undefined);
    assert.equal(lawOf(undefined), undefined);
  });

  test('a pack is on for its own country alone, and a later one takes its place', () => {
    useLaw(france);
    assert.equal(lawOf('FR'), france);
    assert.equal(lawOf('BE'), undefined);
    assert.equal(lawOf('EU'), undefined, 'the Union’s is not assumed');
    const newer = { ...france, revised: '2027-01-01' };
    useLaw(newer);
    assert.equal(lawOf('FR'), newer);
  });
});

describe('R8: the money’s date by law, and what it costs to miss it', () => {
  test('France: fourteen days, and nothing is added on the last one', () => {
    const last = inFrance('2026-12-07', '23:59:59');
    assert.equal(last.lastDay, '2026-12-07');
    assert.equal(last.growth, undefined);
    assert.deepEqual(last.next, { percent: 10, from: '2026-12-08' });
  });

  for (const [date, percent, more, total, next] of [
    ['2026-12-08', 10, 2890, 31790, { percent: 20, from: '2026-12-22' }],
    ['2026-12-21', 10, 2890, 31790, { percent: 20, from: '2026-12-22' }],
    ['2026-12-22', 20, 5780, 34680, { percent: 50, from: '2027-01-07' }],
    ['2027-01-06', 20, 5780, 34680, { percent: 50, from: '2027-01-07' }],
    ['2027-01-07', 50, 14450, 43350, undefined],
  ] as const)
    test(`France, ${date}: ${percent} %`, () => {
      const { growth, next: following } = inFrance(date, '00:00:00');
      assert.deepEqual(growth, {
        percent,
        more: { amount: more, currency: 'EUR' },
        total: { amount: total, currency: 'EUR' },
      });
      assert.deepEqual(following, next);
    });

  test('what was paid late stays at the step of its day; what was paid in time owes nothing', () => {
    const paid = (day: string) =>
      inFrance('2027-03-01', '12:00:00', {
        state: 'settled',
        settledAt: `${day}T10:00:00+01:00`,
      });
    assert.equal(paid('2026-12-10').growth?.percent, 10);
    assert.equal(paid('2026-12-10').next, undefined);
    assert.equal(paid('2026-12-07').growth, undefined);
  });

  test('what has left counts to the day it left: many banks never say that it arrived', () => {
    const sent = (day: string | undefined, state: Refund['state'] = 'sent') =>
      inFrance('2027-03-01', '12:00:00', {
        state,
        sentAt: day && `${day}T10:00:00+01:00`,
      });
    assert.equal(sent('2026-11-25').growth, undefined);
    assert.equal(sent('2026-11-25').next, undefined, 'nothing is threatened that nobody knows');
    assert.equal(sent('2026-12-10').growth?.percent, 10);
    assert.equal(sent(undefined).growth, undefined);
    assert.equal(sent('2026-12-10', 'settled').growth?.percent, 10);
    assert.equal(sent('2026-11-25', 'returned').growth?.percent, 50, 'it is owed again');
  });

  test('days are those of the delivery address', () => {
    const late = lawVerdict(france, refund(), 'Pacific/Kiritimati', at('2026-12-08', '11:00:00'));
    assert.equal(late.lastDay, '2026-12-08', 'it is the 24th there when it is asked');
  });

  test('without a date, in an unknown zone, or taken back, nothing is said', () => {
    assert.equal(inFrance('2027-01-01', undefined, { askedAt: undefined }).lastDay, undefined);
    assert.equal(lawVerdict(france, refund(), 'Nowhere/At_all', 0).lastDay, undefined);
    assert.equal(inFrance('2027-01-01', undefined, { state: 'withdrawn' }).growth, undefined);
  });

  test('where the law does not count in days, no day is invented', () => {
    for (const pack of [europeanUnion, unitedKingdom, unitedStates])
      assert.deepEqual(lawVerdict(pack, refund(), ZONE, at('2028-01-01')), {
        pack,
        lastDay: undefined,
        growth: undefined,
        next: undefined,
      });
  });

  test('cents are the nearest, for every sum and step', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), fc.integer({ min: 15, max: 400 }), (cents, days) => {
        const amount = { amount: cents, currency: 'EUR' };
        const now = at('2026-11-23') + days * 86_400_000;
        const { growth } = lawVerdict(france, refund({ amount }), ZONE, now);
        const exact = (cents * growth!.percent) / 100;
        assert.ok(Math.abs(growth!.more.amount - exact) <= 0.5);
        assert.equal(growth!.total.amount, cents + growth!.more.amount);
        assert.ok(Number.isInteger(growth!.total.amount));
      }),
    );
  });
});

describe('each pack says where it is from', () => {
  for (const pack of [france, europeanUnion, unitedKingdom, unitedStates] as LawPack[])
    test(pack.country, () => {
      assert.match(pack.revised, /^\d{4}-\d\d-\d\d$/);
      assert.ok(pack.source.length > 10);
      for (const article of [pack.delivery, pack.refund, pack.late].filter((one) => !!one)) {
        assert.match(article.url, /^https:\/\//);
        for (const sentence of Object.values(article.says)) assert.match(sentence, /\.$/);
      }
    });
});

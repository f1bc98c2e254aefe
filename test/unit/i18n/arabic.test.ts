/** What Arabic asks for beside its sentences: digits, days, six forms of a count, words of two directions. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { formatterFor } from '../../../src/i18n/index.js';
import { tables } from '../../../src/i18n/locales/ar/tables.js';
import '../../../src/i18n/locales/ar.js';

const at = (text: string): number => Date.parse(`${text}:00+01:00`);
const NOW = at('2026-11-23T17:03');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** A text without what is isolated in it. */
const outside = (text: string): string => {
  const inner = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
  return inner === text ? text : outside(inner);
};
const isolate = (text: string): string => `\u2068${text}\u2069`;

describe('R9: in Arabic', () => {
  test('hours, days, ages and sums have the digits of references, in every region', () => {
    for (const language of ['ar', 'ar-EG', 'ar-SA', 'ar-x-gift']) {
      const f = formatterFor(language, 'Europe/Paris');
      const said = [
        f.moment(at('2026-11-23T17:10'), NOW),
        f.dateTime(at('2026-11-22T21:14'), NOW),
        f.civil('2026-12-01'),
        f.ago(4 * 60_000),
        f.money({ amount: 28900, currency: 'EUR' }),
      ].map(plain);
      for (const text of said) assert.doesNotMatch(text, /[٠-٩۰-۹]/, `${language}: ${text}`);
      assert.match(said[0]!, /^اليوم الساعة 17:10$/);
      assert.match(said[2]!, /^الثلاثاء 1 ديسمبر$/);
      assert.match(said[3]!, /^قبل 4 دقائق$/);
      assert.match(said[4]!, /289[.,٫]00/);
    }
  });

  test('a count takes each of its forms', () => {
    const waited = [1, 2, 3, 10, 11, 99, 100, 103].map((count) =>
      tables.order.silentFor(count * 86_400),
    );
    assert.deepEqual(waited, [
      'لا تسجيل منذ 24 ساعة.',
      'لا تسجيل منذ يومين.',
      'لا تسجيل منذ 3 أيام.',
      'لا تسجيل منذ 10 أيام.',
      'لا تسجيل منذ 11 يومًا.',
      'لا تسجيل منذ 99 يومًا.',
      'لا تسجيل منذ 100 يوم.',
      'لا تسجيل منذ 103 أيام.',
    ]);
    assert.equal(tables.stock.enough(1), 'متوفر، بقيت قطعة واحدة');
  });

  test('what others have named keeps its direction, and what stands side by side runs to the left', () => {
    assert.equal(tables.order.order('FR-1042'), `الطلب ${isolate('FR-1042')}`);
    const f = formatterFor('ar', 'Europe/Paris');
    const list = f.list(['Relais Nord', 'Lyon', undefined]);
    assert.equal(list.replaceAll('\u200f', ''), `${isolate('Relais Nord')}، ${isolate('Lyon')}`);
    // An isolate takes the direction of its first letter outside of inner ones.
    for (const text of [list, f.dateTime(at('2026-11-22T21:14'), NOW)])
      assert.match(outside(text), /[\u200f\u0600-\u06ff]/);
    assert.match(outside(tables.slotPicker.because(isolate('7–10'), 'full')), /^\u200f/);
    assert.equal(
      formatterFor('en', 'Europe/Paris').list(['Relais Nord', 'Lyon']),
      'Relais Nord, Lyon',
    );
  });
});

/** What the compiler holds, and what a language needs beside its sentences. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import type { Language, Tables } from '../../../src/i18n/registry.js';
import { plural } from '../../../src/i18n/plural.js';
import { tables as french } from '../../../src/i18n/locales/fr/tables.js';

describe('a language that is shipped is whole: `npm run typecheck` fails if one of these compiles', () => {
  test('no table may be missing', () => {
    const { base, stock, order, parcel, checkout, wishes, slot, slotPicker } = french;
    // @ts-expect-error the remedy would have nothing to say
    const whole: Language = { base, stock, order, parcel, checkout, wishes, slot, slotPicker };
    assert.ok(whole);
  });

  test('no sentence may be missing, not even in a table inside a table', () => {
    const { email, sms, push } = french.wishes.channel;
    // @ts-expect-error one way to be told has no name
    const inner: Language['wishes']['channel'] = { email, sms, push };
    const { today, tomorrow, yesterday, justNow, onDay, at } = french.base;
    // @ts-expect-error nothing says a window
    const base: Language['base'] = { today, tomorrow, yesterday, justNow, onDay, at };
    assert.ok(inner && base);
  });

  test('no sentence may stand there that nobody says', () => {
    // @ts-expect-error that day is said by its name
    const base: Language['base'] = { ...french.base, dayAfterTomorrow: 'après-demain' };
    // @ts-expect-error nothing says remarks
    const more = { ...french, remarks: {} } satisfies Language;
    assert.ok(base && more);
  });

  test('a sentence with a number in it cannot be a fixed one', () => {
    // @ts-expect-error it would say three whatever is there
    const stock: Language['stock'] = { ...french.stock, now: 3 };
    assert.ok(stock);
  });

  test('what a page changes may be a part', () => {
    const part: Tables = { order: { we: 'Maison Verre' } };
    assert.ok(part);
  });
});

describe('plural rules', () => {
  test('are those of the language', () => {
    const parcels = (count: number): string =>
      `${count} ${plural('pl', count, { one: 'paczka', few: 'paczki', many: 'paczek', other: 'paczki' })}`;
    assert.deepEqual([1, 2, 5, 12, 22, 25].map(parcels), [
      '1 paczka',
      '2 paczki',
      '5 paczek',
      '12 paczek',
      '22 paczki',
      '25 paczek',
    ]);
    const arabic = (count: number) =>
      plural('ar', count, { zero: '0', one: '1', two: '2', few: '3–10', many: '11–99', other: '' });
    assert.deepEqual([0, 1, 2, 3, 11, 100].map(arabic), ['0', '1', '2', '3–10', '11–99', '']);
  });

  test('say `other` where a form is not given', () => {
    assert.equal(plural('de', 1, { other: 'Pakete' }), 'Pakete');
  });

  test('are made once for a language, and not before a count is said', () => {
    const real = Intl.PluralRules;
    let made = 0;
    const counting = function (...parameters: ConstructorParameters<typeof real>) {
      made++;
      return new real(...parameters);
    };
    Object.defineProperty(Intl, 'PluralRules', { value: counting, configurable: true });
    try {
      for (let count = 0; count < 50; count++) plural('cs', count, { other: '' });
      assert.equal(made, 1);
    } finally {
      Object.defineProperty(Intl, 'PluralRules', { value: real, configurable: true });
    }
  });
});

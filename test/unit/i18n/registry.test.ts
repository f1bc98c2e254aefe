import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  formatterFor,
  messagesFor,
  onLocales,
  registerLocale,
  spoken,
  type OrderMessages,
} from '../../../src/i18n/index.js';
import { order } from '../../../src/i18n/locales/en/order.js';
import { stock } from '../../../src/i18n/locales/en/stock.js';
import '../../../src/i18n/locales/fr.js';

const NOW = Date.parse('2026-11-23T17:03:00+01:00');
const inFrench = () => messagesFor('order', 'fr', order);
const stockInFrench = () => messagesFor('stock', 'fr', stock);

/** What customers may have to do, in time and too late. */
const duties = ['collect', 'pay', 'address', 'documents', 'arrange', 'contact'].flatMap((kind) =>
  [true, false].map((late) => [kind, { late, by: 'A', bring: 'B', amount: 'C', who: 'D' }]),
);

/** Every sentence of a table, said with several sets of words. */
const sentences = (table: object, at = ''): [string, string[]][] =>
  Object.entries(table).flatMap(([key, value]): [string, string[]][] => {
    const name = at ? `${at}.${key}` : key;
    if (typeof value === 'string') return [[name, [value]]];
    if (typeof value === 'function') {
      const say = value as (...parameters: unknown[]) => unknown;
      const sets: unknown[][] =
        key === 'todo'
          ? duties
          : key === 'silentFor'
            ? [7200, 86_400, 259_200].map((seconds) => [seconds, 86_400])
            : [
                [2, 3, 1, 1],
                [1, 4, 0, 2],
                [0, 2, 2, 0],
                ['A', 'B', 'C', 'D'],
              ].slice(key === 'capital' ? 3 : 0);
      return [[name, sets.map((parameters) => String(say(...parameters)))]];
    }
    return sentences(value as object, name);
  });

describe('French', () => {
  // What is the same in both languages, or says nothing in words.
  const alike = new Set([
    'capital',
    'quantity',
    'priceEach',
    'stop',
    'theirDoing.other',
    'handedTo.recipient', // nothing to add
    'endedAt', // with a reason it is the bank's words and a date
  ]);

  test('R9: has every sentence of English, and none of them in English', () => {
    for (const [english, french] of [
      [order, inFrench()],
      [stock, stockInFrench()],
    ] as const) {
      const said = new Map(sentences(french));
      for (const [name, texts] of sentences(english)) {
        assert.ok(said.has(name), `${name} is missing`);
        for (const [index, text] of texts.entries()) {
          const other = said.get(name)![index]!;
          if (!alike.has(name)) assert.notEqual(other, text, name);
        }
      }
      assert.equal(said.size, sentences(english).length);
    }
  });

  test('no sentence says "undefined", and none ends in a space', () => {
    for (const table of [order, stock, inFrench(), stockInFrench()])
      for (const [name, texts] of sentences(table))
        for (const text of texts) {
          assert.ok(!/undefined|NaN|null|\[object/.test(text), `${name}: ${text}`);
          assert.equal(text, text.trimEnd(), name);
        }
  });

  test('two-part punctuation never begins a line', () => {
    for (const table of [inFrench(), stockInFrench()])
      for (const [name, texts] of sentences(table))
        for (const text of texts) assert.ok(!/ [;:?!»]|« /.test(text), `${name}: ${text}`);
  });

  test('English sentences hold no typewriter quotes', () => {
    for (const table of [order, stock, inFrench()])
      for (const [name, texts] of sentences(table))
        for (const text of texts) assert.ok(!/['"]/.test(text), `${name}: ${text}`);
  });
});

describe('which language is spoken', () => {
  test('the wanted one if any of it is there, else English, in words and in numbers', () => {
    const told = (language: string) => [
      messagesFor('order', spoken(language), order).loading === inFrench().loading ? 'fr' : 'en',
      formatterFor(language, 'Europe/Paris').time(NOW).replace('\u00a0', '_').slice(0, 4),
    ];
    for (const language of ['fr', 'FR', 'fr-CA', 'fr-be', 'fr-Latn-CH'])
      assert.deepEqual(told(language), ['fr', '17_h'], language);
    for (const language of [
      'en',
      'en-GB',
      'xx',
      'de',
      'tr',
      'english',
      'fr_FR',
      'fr-',
      'fr-!',
      'french',
      '',
      ' ',
      '*',
      '-',
      'i',
      '\u202e',
      'a'.repeat(1000),
    ])
      assert.deepEqual(told(language), ['en', '17:0'], language);
    assert.deepEqual(told('en-US'), ['en', '5:03']);
  });

  test('whatever stands in a lang attribute, nothing is thrown and no two languages are mixed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.constantFrom('fr', 'en', 'xx'), fc.string()).map(([a, b]) => `${a}-${b}`),
        ),
        (language) => {
          const f = formatterFor(language, 'Europe/Paris');
          const m = messagesFor('order', spoken(language), order);
          const french = m.loading === inFrench().loading;
          assert.equal(f.locale.today === 'aujourd’hui', french);
          assert.equal(f.language.startsWith('fr'), french);
          assert.ok(f.moment(NOW, NOW).length > 0);
          assert.ok(f.money({ amount: 1, currency: 'EUR' }).length > 0);
        },
      ),
    );
  });
});

describe("sentences of one's own", () => {
  const own = (language: string): OrderMessages => messagesFor('order', spoken(language), order);

  test('later calls win, sentence by sentence; what is left out is said by the nearest language', () => {
    let told = 0;
    const stop = onLocales(() => told++);
    registerLocale('fr-CA', { order: { we: 'Nous autres' }, base: { today: 'aujourd’hui même' } });
    assert.equal(told, 1);
    assert.equal(own('fr-CA').we, 'Nous autres');
    assert.equal(own('fr-CA').loading, own('fr').loading);
    assert.equal(own('fr').we, 'Nous');
    assert.equal(formatterFor('fr-CA', 'Europe/Paris').locale.today, 'aujourd’hui même');
    assert.equal(formatterFor('fr-CA', 'Europe/Paris').locale.tomorrow, 'demain');
    registerLocale('FR-ca', { order: { shop: 'la boutique' } });
    assert.equal(own('fr-CA').we, 'Nous autres');
    assert.equal(own('fr-CA').shop, 'la boutique');
    registerLocale('fr-CA', { order: { we: 'Nous' } });
    assert.equal(own('fr-CA').we, 'Nous');
    stop();
    registerLocale('fr-CA', {});
    assert.equal(told, 3);
  });

  test('a language that is there in part is spoken, the rest of it in English words', () => {
    registerLocale('de', { base: { today: 'heute' } });
    const f = formatterFor('de-AT', 'Europe/Paris');
    assert.equal(f.locale.today, 'heute');
    assert.equal(f.locale.tomorrow, 'tomorrow');
    assert.equal(own('de-AT').loading, order.loading);
    registerLocale('de', { order: { loading: 'Wir fragen nach' } });
    assert.equal(own('de-AT').loading, 'Wir fragen nach');
  });

  test('English itself can be changed, and a formatter made before is not kept', () => {
    const before = formatterFor('en', 'Europe/Paris');
    registerLocale('en', { base: { today: 'this day' }, order: { we: 'Maison Verre' } });
    assert.notEqual(formatterFor('en', 'Europe/Paris'), before);
    assert.equal(formatterFor('en', 'Europe/Paris').locale.today, 'this day');
    assert.equal(formatterFor('en', 'Europe/Paris').time(NOW), '17:03');
    assert.equal(own('en-US').we, 'Maison Verre');
    assert.equal(order.we, 'We');
  });
});

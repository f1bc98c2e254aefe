import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  ContactSchema,
  DeliveryPromiseSchema,
  EstimateSchema,
  HttpsUrlSchema,
  integer,
  limiting,
  list,
  MoneySchema,
  object,
  optional,
  OrderAnswerSchema,
  OrderSchema,
  OutcomeAnswerSchema,
  parse,
  parseWhole,
  RemedyOfferSchema,
  StockAnswerSchema,
  StockLevelSchema,
  text,
  TextSchema,
  type Definition,
} from '../../../src/model/index.js';
import {
  fullOrder,
  isFrozenWhole,
  pathsOf,
  replaced,
  rubbish,
  schemaAt,
  type Path,
} from './facts.js';

const schemas = [OrderAnswerSchema, StockAnswerSchema, OutcomeAnswerSchema, OrderSchema];
const paths = pathsOf(fullOrder());
const dotted = (path: Path): string => path.join('.');
const covers = (outer: string, inner: string): boolean =>
  outer === '' || inner === outer || inner.startsWith(`${outer}.`);

/** Where a corrupted place was taken out, with what had to go with it; asserts that all else stayed. */
const compare = (
  definition: Definition,
  before: unknown,
  after: unknown,
  path: Path,
  at: Path = [],
): void => {
  if (!path.length) return;
  const [key, ...rest] = path as [string | number, ...Path];
  const inner = schemaAt(definition, key);
  // Inside one of several forms nothing is salvaged: it fits as a whole or not at all.
  if (!inner) return;
  if (after === undefined) {
    // Taken out as a whole: only because of a member it cannot do without, or a rule that concerns it all.
    assert.ok(definition.kind === 'object', `${dotted(at)} went`);
    assert.ok(
      !inner.optional || inner.limits || definition.checks.length > 0,
      `${dotted(at)} went with its optional ${key}`,
    );
    return;
  }
  if (Array.isArray(before)) {
    assert.ok(Array.isArray(after));
    const others = (items: unknown[]) => items.filter((_, index) => index !== key);
    if (after.length === before.length) {
      assert.deepEqual(others(after), others(before));
      compare(inner, before[key as number], after[key as number], rest, [...at, key]);
    } else {
      assert.deepEqual(after, others(before));
      compare(inner, before[key as number], undefined, rest, [...at, key]);
    }
    return;
  }
  const [old, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  for (const other of Object.keys(old))
    if (other !== key) assert.deepEqual(now[other], old[other], dotted([...at, other]));
  for (const other of Object.keys(now)) assert.ok(other in old, `${other} came from nowhere`);
  // An optional member that went as a whole is this object's own business.
  if (now[key] === undefined && rest.length && inner.kind === 'object')
    return compare(inner, old[key], undefined, rest, [...at, key]);
  compare(inner, old[key], now[key], rest, [...at, key]);
};

describe('reading an answer', () => {
  test('R3: an order with every member present is read whole', () => {
    const { value, broken } = parse(OrderSchema, fullOrder());
    assert.deepEqual(broken, []);
    assert.deepEqual(value, fullOrder());
    assert.ok(isFrozenWhole(value));
    // The sample leaves nothing of the order's schema out, or this file proves less than it says.
    const missing = (definition: Definition, values: readonly unknown[], at: string): string[] => {
      const present = values.filter((item) => item !== undefined);
      if (!present.length) return [at];
      if (definition.kind === 'list') return missing(definition.item, present.flat(), `${at}[]`);
      if (definition.kind !== 'object') return [];
      return Object.entries(definition.fields).flatMap(([key, field]) =>
        missing(
          field,
          present.map((item) => (item as Record<string, unknown>)[key]),
          `${at}.${key}`,
        ),
      );
    };
    assert.deepEqual(missing(OrderSchema, [value], 'order'), []);
  });

  test('R3: whatever a backend sends, nothing is thrown, and what is read is frozen and stays as read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...schemas), rubbish, (schema, input) => {
        const copy = structuredClone(input);
        const { value, broken } = parse(schema, input);
        assert.deepEqual(input, copy);
        assert.ok(isFrozenWhole(value));
        assert.ok(value !== undefined || broken.length > 0);
        if (value !== undefined) {
          const again = parse(schema, value);
          assert.deepEqual(again, { value, broken: [] });
        }
      }),
    );
  });

  test('R3: one corrupted place takes out itself and what cannot stand without it, is named, and all else stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), rubbish, (path, wrong) => {
        const before = fullOrder();
        const { value, broken } = parse(OrderSchema, replaced(before, path, wrong));
        const place = dotted(path);
        for (const part of broken)
          assert.ok(
            covers(part.path, place) || covers(place, part.path),
            `${part.path} is blamed for ${place}`,
          );
        const read = path.reduce<unknown>(
          (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
          value,
        );
        if (value === undefined) assert.deepEqual(path, ['reference']);
        else compare(OrderSchema, before, value, path);
        if (read === undefined && wrong !== null) assert.ok(broken.length > 0, `${place} unnamed`);
        assert.ok(isFrozenWhole(value));
      }),
    );
  });

  test('R3: several corrupted places never throw and never add a thing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), rubbish), { maxLength: 6 }),
        (wrongs) => {
          let input: unknown = fullOrder();
          for (const [path, wrong] of wrongs) {
            const parent = path
              .slice(0, -1)
              .reduce<unknown>((inner, key) => (inner as never)?.[key as never], input);
            if (typeof parent === 'object' && parent !== null) input = replaced(input, path, wrong);
          }
          const { value, broken } = parse(OrderSchema, input);
          assert.ok(isFrozenWhole(value));
          if (value) assert.deepEqual(parse(OrderSchema, value), { value, broken: [] });
          for (const part of broken) assert.ok(part.problem.length > 0);
        },
      ),
    );
  });

  test('R3: null is how many backends write "not known": it is missing, and no fault', () => {
    assert.deepEqual(parse(OrderSchema, { reference: 'A', lines: null, version: null }), {
      value: { reference: 'A' },
      broken: [],
    });
    assert.equal(parse(OrderSchema, { reference: null }).value, undefined);
    assert.deepEqual(parse(RemedyOfferSchema, { offerId: 'o', remedy: 'refund', amount: null }), {
      value: { offerId: 'o', remedy: 'refund' },
      broken: [],
    });
  });

  test('members of the prototype chain are neither read nor set', () => {
    const { value } = parse(
      OrderSchema,
      JSON.parse('{"reference":"A","__proto__":{"placedAt":"2026-11-20T10:31:00Z","polluted":1}}'),
    );
    assert.deepEqual(value, { reference: 'A' });
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    const inherited = parse(OrderSchema, Object.create({ reference: 'A' }));
    assert.equal(inherited.value, undefined);
    const named = parse(object({ constructor: optional(text()), toString: optional(text()) }), {});
    assert.deepEqual(named, { value: {}, broken: [] });
  });

  test('characters that reorder or hide text are taken out of every text', () => {
    const hidden =
      '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff\u0000\u0008\u001f';
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((word) => /\S/.test(word)),
        fc.array(fc.constantFrom(...hidden), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (word, marks, at) => {
          const clean = [...word].filter((letter) => !hidden.includes(letter)).join('');
          const cut = at % (word.length + 1);
          const dirty = word.slice(0, cut) + marks.join('') + word.slice(cut);
          const { value } = parse(TextSchema, dirty);
          for (const mark of hidden) assert.ok(!value?.includes(mark));
          if (clean && /^[\x20-\x7e]+$/.test(word)) assert.equal(value, clean);
        },
      ),
    );
    assert.equal(parse(TextSchema, '\u202e\u200f').value, undefined);
    // Line ends and tabs are not tricks.
    assert.equal(parse(TextSchema, 'a\tb\r\nc').value, 'a\tb\r\nc');
  });

  test('a list drops the items it cannot read and keeps the order of the rest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(), fc.constantFrom('x', null, -1, 1.5, {}))),
        (items) => {
          const { value, broken } = parse(list(integer(0)), items);
          assert.deepEqual(
            value,
            items.filter((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0),
          );
          assert.deepEqual(
            broken.map((part) => part.path),
            items.flatMap((item, index) =>
              typeof item === 'number' && Number.isInteger(item) && item >= 0 ? [] : [`${index}`],
            ),
          );
        },
      ),
    );
  });

  test('a list with holes and a huge list are read', () => {
    // eslint-disable-next-line no-sparse-arrays -- an adapter may well return one
    assert.deepEqual(parse(list(integer(0)), [1, , 2]).value, [1, 2]);
    assert.equal(parse(list(integer(0)), new Array(200_000).fill(1)).value?.length, 200_000);
  });

  test('reading strictly gives all or nothing', () => {
    assert.deepEqual(parseWhole(MoneySchema, { amount: 1, currency: 'EUR' }), {
      amount: 1,
      currency: 'EUR',
    });
    assert.equal(parseWhole(OrderSchema, { reference: 'A', lines: 1 }), undefined);
  });
});

describe('what limits a claim', () => {
  const part = object({ sure: optional(integer(0)), limit: limiting(integer(0)) });

  test('R3: a limit may be missing; if it is there and unreadable the claim goes as a whole', () => {
    assert.deepEqual(parse(part, { sure: 1 }).value, { sure: 1 });
    assert.deepEqual(parse(part, { sure: 1, limit: null }).value, { sure: 1 });
    assert.equal(parse(part, { sure: 1, limit: 'x' }).value, undefined);
    assert.deepEqual(parse(part, { sure: 'x', limit: 1 }).value, { limit: 1 });
  });

  test('R6: an offer whose opening time cannot be read is not open: it is named instead', () => {
    for (const wrong of [
      { availableFrom: '2026-11-23 17:00' },
      { availableUntil: 'tomorrow' },
      { unavailable: true },
      { unavailable: { code: 'sold-out' } },
    ]) {
      const { value, broken } = parse(OrderSchema, {
        reference: 'A',
        offers: [{ offerId: 'o', remedy: 'refund', ...wrong }],
      });
      assert.deepEqual(value?.offers, []);
      assert.ok(broken.some(({ path }) => path === 'offers.0'));
    }
  });

  test('R6: a promise whose grace cannot be read is not held to an earlier minute', () => {
    const promise = {
      id: 'p',
      kind: 'by',
      before: '2026-11-23T17:00:00+01:00',
      timeZone: 'Europe/Paris',
    };
    assert.equal(parse(DeliveryPromiseSchema, { ...promise, grace: '900' }).value, undefined);
    assert.equal(parse(DeliveryPromiseSchema, { ...promise, grace: 900 }).value?.grace, 900);
  });

  test('R3: units whose date or condition cannot be read are not units there now', () => {
    const { value } = parse(StockLevelSchema, {
      sku: 'A',
      batches: [
        { quantity: 3 },
        { quantity: 2, from: '1 Dec' },
        { quantity: 2, condition: 'paid-in-full' },
        { quantity: 4, from: '2026-12-01', condition: 'prepaid' },
      ],
    });
    assert.deepEqual(value?.batches, [
      { quantity: 3 },
      { quantity: 4, from: '2026-12-01', condition: 'prepaid' },
    ]);
  });

  test('R3: a count below zero or an unheard-of availability makes the level unknown, not "in stock"', () => {
    for (const wrong of [
      { availability: 'InStock', quantity: -2 },
      { availability: 'InStock', quantity: '0' },
      { availability: 'https://schema.org/OutOfStock', quantity: 3 },
    ])
      assert.equal(parse(StockLevelSchema, { sku: 'A', ...wrong }).value, undefined);
  });

  test('R3: an estimate that ends before it begins, or whose end cannot be read, is none', () => {
    const from = '2026-11-23T16:00:00+01:00';
    assert.equal(
      parse(EstimateSchema, { from, until: '2026-11-23T14:00:00+01:00' }).value,
      undefined,
    );
    assert.equal(parse(EstimateSchema, { from, until: '18:00' }).value, undefined);
    assert.deepEqual(parse(EstimateSchema, { from, until: from }).value, { from, until: from });
  });
});

describe('money, addresses and numbers', () => {
  test('money is whole minor units and a code of three capitals', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (amount, currency) => {
        const { value } = parse(MoneySchema, { amount, currency });
        const sound =
          Number.isSafeInteger(amount) &&
          (amount as number) >= 0 &&
          typeof currency === 'string' &&
          /^[A-Z]{3}$/.test(currency);
        assert.equal(value !== undefined, sound);
      }),
    );
    for (const amount of [289.5, -1, '28900', NaN, Infinity, 2 ** 53, null])
      assert.equal(parse(MoneySchema, { amount, currency: 'EUR' }).value, undefined);
    for (const currency of ['eur', '€', 'EURO', 'EU', ''])
      assert.equal(parse(MoneySchema, { amount: 1, currency }).value, undefined);
  });

  test('only https addresses are links; anything that could run script is dropped', () => {
    for (const url of [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'http://shop.example',
      '//shop.example',
      '/path',
      'data:text/html,x',
      'blob:https://shop.example/1',
      'https:',
      'https://',
      'https:shop.example',
      'https:// shop.example',
      ' https://shop.example',
      'https://shop.example\njavascript:alert(1)',
      '\u202ehttps://a b',
    ])
      assert.equal(parse(HttpsUrlSchema, url).value, undefined, url);
    assert.equal(parse(HttpsUrlSchema, 'HTTPS://shop.example/é').value, 'HTTPS://shop.example/é');
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        assert.equal(parse(HttpsUrlSchema, url).value !== undefined, url.startsWith('https://'));
      }),
    );
    const { value, broken } = parse(OrderSchema, {
      reference: 'A',
      shipments: [
        { id: 'p', trackingUrl: 'javascript:alert(1)', proof: { photo: 'http://x.example' } },
      ],
      lines: [{ id: 'l', image: 'data:image/svg+xml,<svg/>' }],
    });
    assert.deepEqual(value, {
      reference: 'A',
      lines: [{ id: 'l' }],
      shipments: [{ id: 'p', proof: {} }],
    });
    assert.equal(broken.length, 3);
  });

  test('a way to a person needs a kind that is known', () => {
    assert.equal(parse(ContactSchema, { kind: 'fax', value: '1' }).value, undefined);
  });
});

/** Languages on demand: only what is wanted, only for the tags of the page, never against the page's own words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, afterEach, beforeEach, describe, mock, test } from 'node:test';
import {
  formatterFor,
  messagesFor,
  onLocales,
  registerLocale,
  spoken,
} from '../../../src/i18n/index.js';
import { checkout as englishCheckout } from '../../../src/i18n/locales/en/checkout.js';
import { order as englishOrder } from '../../../src/i18n/locales/en/order.js';
import { slotPicker as englishPicker } from '../../../src/i18n/locales/en/picker.js';
import { stock as englishStock } from '../../../src/i18n/locales/en/stock.js';
import { needs } from '../../../src/i18n/locales/load.js';
import { languages } from './tables.js';

/** The tags of the page, and who waits for one that is not there yet. */
const defined = new Map<string, () => void>();
const waiting = new Map<string, (() => void)[]>();
const define = (tag: string): void => {
  defined.set(tag, () => undefined);
  for (const go of waiting.get(tag) ?? []) go();
};
/** Who waits for the connection to come back. */
const online = new Set<() => void>();
Object.assign(globalThis, {
  addEventListener: (_type: 'online', run: () => void) => online.add(run),
  removeEventListener: (_type: 'online', run: () => void) => online.delete(run),
  customElements: {
    get: (tag: string) => defined.get(tag),
    whenDefined: (tag: string) =>
      new Promise<void>((resolve) =>
        defined.has(tag) ? resolve() : waiting.set(tag, [...(waiting.get(tag) ?? []), resolve]),
      ),
  },
});

const stockIn = (language: string) => messagesFor('stock', spoken(language), englishStock);
const orderIn = (language: string) => messagesFor('order', spoken(language), englishOrder);

/** Waits for the next change of what is registered. */
const change = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = onLocales(() => {
      stop();
      resolve();
    });
  });

const { warn } = console;
let warnings: string[] = [];
beforeEach(() => {
  warnings = [];
  console.warn = (...words: unknown[]) => void warnings.push(words.map(String).join(' '));
});
afterEach(() => {
  console.warn = warn;
});

describe('a language on demand', () => {
  test('is fetched when it is first wanted, for the tags of the page, and spoken by its regions', async () => {
    define('doorstep-stock');
    assert.equal(spoken('fr-CA'), 'en', 'until it is there');
    await change();
    assert.equal(spoken('fr-CA'), 'fr-CA');
    assert.equal(spoken('fr'), 'fr');
    assert.equal(stockIn('fr-CA').few, 'En stock, les derniers');
    assert.equal(formatterFor('fr', 'Europe/Paris').locale.today, 'aujourd’hui');
    assert.equal(orderIn('fr').we, englishOrder.we, 'no order on this page');
  });

  test('a tag that comes later brings its own tables', async () => {
    define('doorstep-order');
    await change();
    assert.equal(orderIn('fr').we, 'Nous');
    assert.deepEqual(warnings, []);
  });

  test('English, and what nobody has written, ask for nothing', async () => {
    let changes = 0;
    const stop = onLocales(() => changes++);
    for (const wanted of ['en', 'en-GB', 'eo', 'tlh', 'constructor', '__proto__', 'french', ''])
      assert.match(spoken(wanted), /^en/, wanted);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(changes, 0);
    assert.deepEqual(warnings, []);
    stop();
  });

  test('what the page itself says counts more, whenever it said so', () => {
    registerLocale('fr', { stock: { few: 'Il en reste très peu' } });
    assert.equal(stockIn('fr').few, 'Il en reste très peu');
    assert.equal(stockIn('fr').unsure, 'Pas sûr');
  });
});

describe('the tables of each tag', () => {
  const folders: Readonly<Record<string, string>> = { guard: 'doorstep-checkout-guard' };
  for (const folder of readdirSync('src/elements', { withFileTypes: true })) {
    const tag = folders[folder.name] ?? `doorstep-${folder.name}`;
    if (!folder.isDirectory() || !needs[tag]) continue;
    test(`<${tag}> has all that its own files say`, () => {
      const path = `src/elements/${folder.name}`;
      const said = readdirSync(path).flatMap((file) =>
        [...readFileSync(`${path}/${file}`, 'utf8').matchAll(/messagesFor\('(\w+)'/g)].map(
          ([, kind]) => kind!,
        ),
      );
      assert.deepEqual(
        [...new Set(said)].filter((kind) => !needs[tag]!.includes(kind as never)),
        [],
      );
    });
  }
});

test('every language that is shipped can be fetched', async () => {
  const source = readFileSync('src/i18n/locales/load.ts', 'utf8');
  for (const language of languages)
    assert.equal(source.split(`import('./${language}/`).length - 1, 9, language);
});

describe('a table that cannot be had', () => {
  const isFrench = (): boolean =>
    messagesFor('slotPicker', spoken('fr'), englishPicker).label !== englishPicker.label;
  /** The network is away while a tag asks for a table of which there is no file. */
  const lose = async (): Promise<void> => {
    Object.assign(needs, { 'doorstep-slot-picker': ['guess'] });
    mock.timers.enable({ apis: ['setTimeout'] });
    define('doorstep-slot-picker');
    await settled();
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const back = (): void => void Object.assign(needs, { 'doorstep-slot-picker': ['slotPicker'] });
  after(() => mock.timers.reset());

  test('leaves what is there, and one warning, however often it is tried again', async () => {
    await lose();
    for (let minute = 0; minute < 10; minute++) {
      mock.timers.tick(60_000);
      await settled();
    }
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /^Doorstep: "fr" could not be loaded/);
    assert.equal(orderIn('fr').we, 'Nous');
    assert.equal(isFrench(), false);
  });

  test('is fetched once the connection is back, long after, and then no more', async () => {
    const told = online.size;
    back();
    assert.equal(told, 1);
    for (const run of [...online]) run();
    await change();
    assert.equal(isFrench(), true);
    assert.equal(online.size, 0);
  });

  test('is fetched by itself after a moment', async () => {
    Object.assign(needs, { 'doorstep-checkout-guard': ['guess'] });
    define('doorstep-checkout-guard');
    await settled();
    Object.assign(needs, { 'doorstep-checkout-guard': ['checkout'] });
    mock.timers.tick(2000);
    await change();
    assert.notEqual(
      messagesFor('checkout', spoken('fr'), englishCheckout).before,
      englishCheckout.before,
    );
    assert.equal(online.size, 0);
  });
});

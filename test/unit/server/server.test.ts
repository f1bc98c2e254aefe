/** What a server writes: nothing but what is known, as text, and nothing that a strict policy blocks. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { lostScreen, stockStates } from '../../../demo/states.js';
import '../../../src/i18n/locales/ar.js';
import '../../../src/i18n/locales/fr.js';
import type { OrderAnswer, StockLevel } from '../../../src/model/index.js';
import {
  renderOrder,
  renderParcel,
  renderRemedy,
  renderSlot,
  renderStock,
} from '../../../src/server/server.js';

const serverNow = '2026-11-23T17:03:00+01:00';
const answer: OrderAnswer = { serverNow, order: lostScreen() };
const styles = '/served.css';
const claim = { action: '/claim' };

const textOf = (markup: string): string =>
  markup
    .replace(/ facts="[^"]*"/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

/** Every tag of a page with its attributes, as a parser would read them. */
const attributesIn = (markup: string): string[] =>
  [...markup.matchAll(/<[a-z][\w-]*((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g)].flatMap(([, all]) =>
    [...all!.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map(([, name]) => name!),
  );

describe('an order that a server writes', () => {
  test('is a tag with its facts, and a shadow root with what they say', () => {
    const markup = renderOrder(answer, { styles, attributes: { src: '/doorstep', class: 'wide' } });
    assert.match(
      markup,
      /^<doorstep-order lang="en" order="FR-1042" src="\/doorstep" class="wide" facts="\{/,
    );
    assert.match(
      markup,
      /<template shadowroot="open" shadowrootmode="open"><link rel="stylesheet" href="\/served\.css">/,
    );
    assert.match(
      textOf(markup),
      /It has not arrived\..*Copied on Mon 23 Nov 2026 at 17:03, Central European Time\./,
    );
    assert.match(markup, /<\/template><\/doorstep-order>$/);
    const facts = /facts="([^"]*)"/.exec(markup)![1]!.replaceAll('&quot;', '"');
    assert.deepEqual(JSON.parse(facts), answer);
  });

  test('has no style, no script, no comment and no address but safe ones', () => {
    for (const write of [renderOrder, renderParcel, renderRemedy, renderSlot]) {
      const markup = write(answer, { styles, claim });
      assert.doesNotMatch(markup, /<(style|script)|<!--|undefined|\[object/);
      assert.deepEqual(
        attributesIn(markup).filter((name) => /^(style|on.+|defer-hydration)$/.test(name)),
        [],
      );
      for (const [, address] of markup.matchAll(/ (?:href|action|src)="([^"]*)"/g))
        assert.match(address!, /^(https:\/\/|tel:|mailto:|\/)/);
    }
  });

  test('R7: an offer is a form of its own, with the sum that was seen, only where an address was given', () => {
    const fields = { token: 'a"b' };
    const markup = renderOrder(answer, { styles, claim: { ...claim, fields } });
    const [form] = /<form id="claim-1"[^]*?<\/form>/.exec(markup)!;
    assert.match(form, /method="post" action="\/claim"/);
    for (const [name, value] of [
      ['order', 'FR-1042'],
      ['offerId', 'offer-refund'],
      ['amount', '28900'],
      ['currency', 'EUR'],
      ['token', 'a&quot;b'],
    ])
      assert.ok(form.includes(`<input type="hidden" name="${name}" value="${value}"`), `${name}`);
    assert.match(markup, /<button\s+type="submit"\s+form="claim-1"\s+class="button primary"/);
    const without = renderOrder(answer, { styles });
    assert.doesNotMatch(without, /<form|type="submit"/);
    assert.match(textOf(without), /It cannot be sent just now\..*Rather talk to a person\?/);
  });

  test('R6: before the deadline there is nothing to press', () => {
    const early = { serverNow: '2026-11-23T16:59:59+01:00', order: lostScreen() };
    assert.doesNotMatch(renderOrder(early, { styles, claim }), /<form|type="submit"/);
  });

  test('R3: without a time of the backend, or of nothing that can be read, nothing is said', () => {
    const order = lostScreen();
    for (const unclear of [{ order }, { serverNow, order: { reference: '' } }, {}, undefined])
      assert.match(
        renderOrder(unclear as never, { styles, content: '<p>Ask us.</p>' }),
        /^<doorstep-order lang="en"( order="FR-1042")?><p>Ask us\.<\/p><\/doorstep-order>$/,
      );
  });

  test('R3: a failed answer is a tag that asks by itself, and the page’s own words until then', (context) => {
    const warn = context.mock.method(console, 'warn', () => {});
    const content = '<p>Ask us.</p>';
    for (const write of [renderOrder, renderParcel, renderRemedy, renderSlot])
      for (const failed of [undefined, {}, { error: { code: 'unavailable' } }, 'down', null]) {
        const attributes = { order: 'FR-1042', src: '/doorstep' };
        assert.match(
          write(failed as never, { styles, content, attributes }),
          /^<(doorstep-\w+) lang="en" order="FR-1042" src="\/doorstep"><p>Ask us\.<\/p><\/\1>$/,
        );
      }
    assert.equal(warn.mock.callCount(), 0);
    renderOrder(undefined, { styles });
    assert.match(String(warn.mock.calls[0]?.arguments[0]), /<doorstep-order> .*no `order`/);
    assert.match(
      renderStock(undefined, { language: 'fr', attributes: { sku: 'HND' } }),
      /lang="fr" sku="HND"><b>Pas sûr/,
    );
  });

  test('R7: an answer about another order than the one asked for is not written, in another writing it is', (context) => {
    context.mock.method(console, 'warn', () => {});
    const write = (order: string) => renderOrder(answer, { styles, attributes: { order } });
    assert.equal(write('FR-9'), '<doorstep-order lang="en" order="FR-9"></doorstep-order>');
    assert.match(write('#fr-1042'), /order="#fr-1042" facts=.*display/);
  });

  test('speaks its language, with its own dates', () => {
    const text = textOf(renderOrder(answer, { styles, language: 'fr' }));
    assert.match(text, /Copie prise le lundi 23 novembre 2026 à 17 h 03, /);
    assert.doesNotMatch(text, /aujourd|hier|il y a/);
  });

  test('Arabic runs from right to left', () => {
    const markup = renderOrder(answer, { styles, language: 'ar' });
    assert.equal(markup.match(/<div class="base" lang="ar" dir="rtl"/g)!.length >= 3, true);
  });

  test('a time whose zone nobody states is told in the one that is given', () => {
    const order = { reference: 'FR-1042', observedAt: serverNow };
    const say = (timeZone?: string): string =>
      textOf(renderOrder({ serverNow, order }, { styles, ...(timeZone && { timeZone }) }));
    assert.match(say('Asia/Tokyo'), /on Tue 24 Nov 2026 at 01:03, Japan/);
    assert.match(say(), /on Mon 23 Nov 2026 at 16:03, /);
  });

  test('what a backend says stays text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (dirt) => {
        const nasty = `"><img src=x onerror=alert(1)></template><!--${dirt}`;
        const [line] = lostScreen().lines!;
        const order = lostScreen({ lines: [{ ...line!, noun: nasty, name: nasty }] });
        const markup = renderOrder({ serverNow, order }, { styles, claim });
        assert.doesNotMatch(markup, /<img|<!--/);
        assert.equal(markup.match(/<template/g)!.length, markup.match(/<\/template>/g)!.length);
      }),
    );
  });

  test('two pages that are written at once do not mix', () => {
    const french = renderOrder(answer, { styles, language: 'fr' });
    renderOrder({ serverNow, order: lostScreen({ reference: 'FR-2' }) }, { styles });
    assert.equal(renderOrder(answer, { styles, language: 'fr' }), french);
  });
});

describe('a badge that a server writes', () => {
  const level: StockLevel = {
    ...{
      sku: 'HND',
      quantity: 5,
      observedAt: '2026-11-23T17:02:40+01:00',
      where: 'Lyon warehouse',
    },
  };
  const attributes = { sku: 'HND', quantity: '2' };
  const at = { timeZone: 'Europe/Paris', attributes };

  test('R1: is text with a date and a zone, and says until when it may be repeated', () => {
    assert.equal(
      renderStock({ serverNow, stock: [level] }, at).replaceAll('\u00a0', ' '),
      '<doorstep-stock lang="en" sku="HND" quantity="2" observed-at="2026-11-23T17:02:40+01:00">' +
        '<b>In stock, 5 left</b> Checked on Mon 23 Nov at 17:02 CET, Lyon warehouse</doorstep-stock>',
    );
  });

  test('R3: what nobody knows, or what is too old, is not sure', () => {
    for (const stock of [
      [],
      [{ sku: 'HND' }],
      [{ ...level, observedAt: '2026-11-23T12:00:00+01:00' }],
    ])
      assert.match(renderStock({ serverNow, stock }, at), /<b>Not sure/);
    assert.match(renderStock({ stock: [level] }, at), /<b>Not sure/);
  });

  test('has dates only in each state, and text only', () => {
    for (const { name, now, level: known, quantity } of stockStates) {
      const sku = known?.sku ?? 'X';
      const markup = renderStock(
        { serverNow: now, stock: known ? [known] : [] },
        { ...at, attributes: { sku, quantity: String(quantity ?? 1) } },
      );
      assert.doesNotMatch(markup, /\b(ago|Checked now|today)\b|undefined|NaN/, name);
    }
  });
});

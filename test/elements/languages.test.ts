/** Which language is spoken: the nearest `lang`, through shadow roots, and whatever becomes of it. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { lostScreen, stockAdapterFor, stockStates } from '../../demo/states.js';
import '../../src/i18n/locales/load.js';
import { registerLocale } from '../../src/index.js';
import {
  backend,
  day,
  guard,
  one,
  place,
  screen,
  sentence,
  settle,
  stand,
  waitUntil,
  warnings,
} from './help.js';

guard();

const now = (): number => Date.parse(day('23', '17:03:00'));
const order = (parent: Node, lang = '') =>
  stand('doorstep-order', { adapter: backend(lostScreen(), now), order: 'FR-1042', lang }, parent);

const FRENCH = /Rien n’est arrivé\.$/;
const ENGLISH = /It has not arrived\.$/;

describe('the nearest lang is followed', () => {
  it('when it changes around an element, far away or near, and when it goes', async () => {
    const outer = place();
    const inner = document.createElement('section');
    outer.append(inner);
    const element = await order(inner);
    expect(sentence(element)).to.match(ENGLISH);
    for (const [where, lang, expected] of [
      [outer, 'fr', FRENCH],
      [inner, 'en', ENGLISH],
      [element, 'fr', FRENCH],
      [element, 'en', ENGLISH],
      [element, '', ENGLISH],
      [inner, '', FRENCH], // says nothing: what is around it counts
      [outer, 'xx', ENGLISH],
      [outer, 'fr-CA', FRENCH],
      [outer, '', ENGLISH],
    ] as const) {
      where.lang = lang;
      await settle(element);
      expect(sentence(element), `${where.localName} ${lang}`).to.match(expected);
    }
  });

  it('of the whole page', async () => {
    const { lang } = document.documentElement;
    try {
      const elements = [await order(place()), await order(place())];
      document.documentElement.lang = 'fr';
      for (const element of elements) {
        await settle(element);
        expect(sentence(element)).to.match(FRENCH);
      }
      document.documentElement.removeAttribute('lang');
      for (const element of elements) {
        await settle(element);
        expect(sentence(element)).to.match(ENGLISH);
      }
    } finally {
      document.documentElement.lang = lang;
    }
  });

  it('through shadow roots, open and closed, and inside of them', async () => {
    const outside = place();
    const host = document.createElement('div');
    outside.append(host);
    const middle = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).append(middle);
    const inside = document.createElement('div');
    middle.attachShadow({ mode: 'open' }).append(inside);
    const element = await order(inside);
    for (const [where, lang, expected] of [
      [outside, 'fr', FRENCH],
      [middle, 'en', ENGLISH],
      [middle, 'fr', FRENCH],
      [inside, 'en', ENGLISH],
      [inside, '', FRENCH],
      [host, 'en', FRENCH], // the one in the middle is nearer
      [middle, '', ENGLISH],
    ] as const) {
      where.lang = lang;
      await settle(element);
      expect(sentence(element), `${lang} ${expected}`).to.match(expected);
    }
  });

  it('when an element is moved to another part of the page', async () => {
    const element = await order(place({ lang: 'fr' }));
    place({ lang: 'en' }).append(element);
    await settle(element);
    expect(sentence(element)).to.match(ENGLISH);
  });

  it('by a badge as well, which marks what it says', async () => {
    const around = place();
    const example = stockStates.find(({ name }) => name === 'parts')!;
    const badge = await stand(
      'doorstep-stock',
      { adapter: stockAdapterFor(example), sku: example.level!.sku, quantity: 5 },
      around,
    );
    await waitUntil(() => screen(badge).includes('3 now'));
    around.lang = 'fr';
    await waitUntil(() => screen(badge).includes('3 tout de suite'));
    expect(one(badge, '.base')!.lang).to.equal('fr');
  });
});

describe('a language from right to left', () => {
  const baseOf = (element: Element): HTMLElement => one(element, '.base')!;
  const isMirrored = (element: Element): boolean => baseOf(element).matches(':dir(rtl)');

  it('turns what it says, where the page states no direction', async () => {
    const around = place({ lang: 'ar' });
    const element = await order(around);
    const english = await order(place());
    await waitUntil(() => /لم يصل\.$/.test(sentence(element)));
    expect([isMirrored(element), isMirrored(english)]).to.deep.equal([true, false]);
    const [due, start] = ['.rail .due', '.rail .start'].map((selector) =>
      one(element, selector)!.getBoundingClientRect(),
    );
    expect(due!.left).to.be.below(start!.left);
    around.lang = 'en';
    await settle(element);
    expect(isMirrored(element)).to.equal(false);
  });

  it('leaves the direction to a page that states one, however far around, and follows it', async () => {
    const outer = place({ dir: 'ltr', lang: 'ar' });
    const host = document.createElement('div');
    outer.append(host);
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    const element = await order(inner);
    await waitUntil(() => /لم يصل\.$/.test(sentence(element)));
    expect(isMirrored(element)).to.equal(false);
    outer.removeAttribute('dir');
    await settle(element);
    expect(isMirrored(element)).to.equal(true);
    inner.dir = 'ltr';
    await settle(element);
    expect(isMirrored(element)).to.equal(false);
  });

  it('turns a badge as well', async () => {
    const example = stockStates.find(({ name }) => name === 'parts')!;
    const around = place({ lang: 'ar' });
    const badge = await stand(
      'doorstep-stock',
      { adapter: stockAdapterFor(example), sku: example.level!.sku, quantity: 5 },
      around,
    );
    await waitUntil(() => screen(badge).includes('3 الآن'));
    expect(isMirrored(badge)).to.equal(true);
    around.dir = 'ltr';
    await settle(badge);
    expect(isMirrored(badge)).to.equal(false);
  });

  it('leaves references, numbers and telephone numbers as they are written', async () => {
    const element = await order(place({ lang: 'ar' }));
    await waitUntil(() => /لم يصل\.$/.test(sentence(element)));
    const call = one(element, 'a[href^="tel:"]')!;
    expect(getComputedStyle(call).direction).to.equal('ltr');
    expect(one(element, '[part="contact"] b')!.dir).to.equal('auto');
    expect(screen(one(element, '[part="reference"]')!)).to.contain('\u2068FR-1042\u2069');
  });
});

describe('words of one element', () => {
  it('are those of a private language tag, over the language that it belongs to', async () => {
    registerLocale('fr-x-gift', { order: { person: 'Une question sur le cadeau ?' } });
    const around = place({ lang: 'fr' });
    const plain = await order(around);
    const own = await order(around, 'fr-x-gift');
    expect(screen(own)).to.contain('Une question sur le cadeau ?');
    expect(screen(plain)).to.contain('Vous préférez parler à quelqu’un');
    expect(sentence(own)).to.equal(sentence(plain));
  });
});

describe('a language on demand', () => {
  const fetched = (): string[] =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /\/locales\/([a-z]+)\//.exec(name)?.[1] ?? []);

  it('is fetched when an element first wants it: English until then, and after that Dutch', async () => {
    expect(fetched()).not.to.contain('nl');
    const element = await order(place({ lang: 'nl-BE' }));
    await waitUntil(() => sentence(element).endsWith('Er is niets aangekomen.'));
    expect(one(element, '.base')!.lang).to.equal('nl-BE');
    expect(screen(element)).not.to.match(/Not delivered|Rather|Promised/);
    expect(fetched()).to.contain('nl');
  });

  it('asks no network for what nobody has written', async () => {
    const before = fetched().length;
    const element = await order(place({ lang: 'eo-XX' }));
    await settle(element);
    expect(sentence(element)).to.match(ENGLISH);
    expect(fetched()).to.have.length(before);
    expect(warnings).to.be.empty;
  });
});

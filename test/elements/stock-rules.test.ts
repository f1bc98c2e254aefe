import { expect } from '@open-wc/testing';
import { AdapterError, type OrderAdapter } from '../../src/adapter/index.js';
import '../../src/elements/stock/define.js';
import type { DoorstepStock } from '../../src/elements/stock/stock.js';
import type { StockLevel } from '../../src/model/index.js';
import {
  button,
  clockFrom,
  day,
  fakeTime,
  focused,
  guard,
  one,
  place,
  screen,
  settle,
  stand,
  warnings,
  which,
} from './help.js';
import { askApart } from './served-first.js';

guard();

const NOW = day('23', '11:20:00');

interface Shop extends OrderAdapter {
  readonly asked: (readonly string[])[];
  level: Partial<StockLevel> | undefined;
  down: boolean;
}

const shop = (level: Partial<StockLevel> | undefined, now = () => Date.parse(NOW)): Shop => {
  const said = async (skus: readonly string[]) => ({
    serverNow: new Date(now()).toISOString(),
    stock: adapter.level ? skus.map((sku) => ({ observedAt: NOW, ...adapter.level, sku })) : [],
  });
  const adapter: Shop = {
    asked: [],
    level,
    down: false,
    order: () => Promise.reject(new AdapterError('not-found')),
    async stock(skus) {
      adapter.asked.push(skus);
      if (adapter.down) throw new AdapterError('unavailable');
      return said(skus);
    },
  };
  askApart(adapter.stock, said);
  return adapter;
};

const badge = (level: Partial<StockLevel> | undefined, quantity?: number) =>
  stand('doorstep-stock', { adapter: shop(level), sku: 'A', ...(quantity && { quantity }) });

describe('<doorstep-stock>', () => {
  it('R3: without what to ask, or whom, the developer is told so once, and not one who brings it soon', async () => {
    const time = fakeTime();
    const nobody = await stand('doorstep-stock', { sku: 'A' });
    const nothing = await stand('doorstep-stock', { adapter: shop({ quantity: 4 }) });
    const late = await stand('doorstep-stock', { adapter: shop({ quantity: 4 }) });
    await time.pass(2900);
    late.sku = 'A';
    await settle(late);
    expect(warnings).to.deep.equal([]);
    await time.pass(200);
    nothing.quantity = 2;
    await settle(nothing);
    await time.pass(9000);
    const lacks = /^Doorstep: <doorstep-stock> lacks .*`src`.*`sku`/;
    expect(warnings).to.have.length(2);
    for (const warning of warnings) expect(warning).to.match(lacks);
    nothing.sku = 'B';
    nobody.adapter = shop({ quantity: 4 });
    await time.pass(500);
    for (const each of [nobody, nothing, late]) {
      await settle(each);
      expect(screen(each)).to.match(/4 left/);
    }
  });

  const words: [string, Partial<StockLevel>, number, RegExp][] = [
    ['few', { availability: 'InStock', quantity: 4 }, 1, /^In stock, 4 left Checked now$/],
    ['many', { availability: 'InStock', quantity: 400 }, 1, /^In stock Checked now$/],
    [
      'three now, two to order once paid',
      { quantity: 3, batches: [{ quantity: 2, from: '2026-12-01', condition: 'prepaid' }] },
      5,
      /^3 now, 2 about 1 Dec.* The 2 are ordered once you have paid\./,
    ],
    ['not enough', { availability: 'InStock', quantity: 3 }, 5, /^3 now, 2 not to be had/],
    [
      'units that should have come, and a day that has gone by',
      { quantity: 3, batches: [{ quantity: 2, from: '2026-11-20' }] },
      5,
      /^3 now, 2 later, no date yet/,
    ],
    [
      'a day that has gone by for what is sold out',
      { availability: 'OutOfStock', backOn: '2026-11-20' },
      1,
      /^Sold out Checked/,
    ],
    [
      'a day that is not over',
      { availability: 'BackOrder', backOn: '2026-11-23' },
      1,
      /about 23 Nov/,
    ],
    ['none', { availability: 'OutOfStock' }, 1, /^Sold out/],
    ['made to order', { availability: 'MadeToOrder' }, 1, /^Made to order/],
    ['no longer made', { availability: 'Discontinued' }, 1, /^No longer made/],
  ];
  for (const [name, level, quantity, expected] of words)
    it(`says: ${name}`, async () => {
      expect(screen(await badge(level, quantity))).to.match(expected);
    });

  it('keeps the words of the page until there is an answer', async () => {
    const time = fakeTime();
    const element = document.createElement('doorstep-stock');
    element.textContent = 'Ask in the shop';
    place().append(element);
    await settle(element);
    expect(screen(element)).to.equal('Ask in the shop');
    element.sku = 'A';
    await settle(element);
    expect(screen(element)).to.equal('Ask in the shop');
    element.adapter = shop({ availability: 'InStock', quantity: 4 });
    await settle(element);
    expect(screen(element)).to.equal('Ask in the shop');
    await time.pass(10);
    expect(screen(element)).to.match(/^In stock, 4 left/);
  });

  for (const [name, level] of [
    ['no level', undefined],
    ['a level that says nothing', {}],
    ['a level without a date', { availability: 'InStock', observedAt: undefined }],
    ['a level from the future', { availability: 'InStock', observedAt: day('24', '11:20:00') }],
    ['a word nobody knows', { availability: 'Plenty' }],
    ['a number that is none', { availability: 'InStock', quantity: -3 }],
    ['sold out with units on the shelf', { availability: 'SoldOut', quantity: 3 }],
  ] as [string, Partial<StockLevel> | undefined][])
    it(`R3: ${name} is "not sure", never "in stock"`, async () => {
      const element = await badge(level);
      expect(screen(element)).to.match(/^Not sure/);
      expect(screen(element)).not.to.contain('In stock');
      expect(button(element, 'Check again')).to.exist;
    });

  for (const stock of [
    undefined,
    () => 7,
    () => Promise.reject(new Error('down')),
    () => {
      throw new Error('down');
    },
  ])
    it(`R3: a backend that ${stock ? 'fails' : 'has no stock'} is said to be so`, async () => {
      const element = await stand('doorstep-stock', {
        adapter: { order: () => Promise.reject(new Error('x')), ...(stock && { stock }) } as never,
        sku: 'A',
      });
      expect(screen(element)).to.match(/^Not sure The shop’s system does not answer\./);
    });

  it('R2: an answer that has grown too old is withdrawn by itself and asked again', async () => {
    const time = fakeTime();
    const adapter = shop({ availability: 'InStock', quantity: 4, maxAge: 120 }, clockFrom(NOW));
    const element = await stand('doorstep-stock', { adapter, sku: 'A' });
    await time.pass(10);
    expect(screen(element)).to.match(/^In stock, 4 left Checked now/);
    adapter.down = true;
    await time.pass(119_900);
    expect(screen(element)).to.match(/^In stock, 4 left Checked 1 minute ago/);
    const asked = adapter.asked.length;
    await time.pass(200);
    expect(screen(element))
      .to.match(/^Not sure/)
      .and.to.contain('Last checked 2 minutes ago.');
    expect(screen(element)).not.to.contain('In stock');
    expect(adapter.asked.length).to.be.above(asked);
  });

  it('the button asks again and keeps the focus; when it is gone the answer has it', async () => {
    const adapter = shop(undefined);
    const element = await stand('doorstep-stock', { adapter, sku: 'A' });
    const again = button(element, 'Check again')!;
    expect(again.ariaLabel).to.equal('Check again: stock of A');
    again.focus();
    again.click();
    await settle(element);
    expect(which(focused())).to.contain('Check again');
    adapter.level = { availability: 'InStock', quantity: 4 };
    button(element, 'Check again')!.click();
    await settle(element);
    expect(screen(element)).to.match(/^In stock/);
    expect(focused()?.part.value).to.equal('phrase');
  });

  it('a page of badges asks once, and twins share the answer', async () => {
    const time = fakeTime();
    const adapter = shop({ availability: 'InStock', quantity: 4 });
    const parent = place();
    for (let index = 0; index < 60; index++) {
      const element = document.createElement('doorstep-stock');
      element.adapter = adapter;
      element.sku = `SKU-${index % 50}`;
      parent.append(element);
    }
    // All of them are awake, wherever the window ends.
    await settle(parent);
    await time.pass(10);
    expect(adapter.asked).to.have.length(1);
    expect(adapter.asked[0]).to.have.length(50);
    expect(screen(parent.firstElementChild!)).to.match(/^In stock/);
    expect(screen(parent.lastElementChild!)).to.match(/^In stock/);
  });

  it('another SKU, another quantity', async () => {
    const adapter = shop({ quantity: 3, batches: [{ quantity: 2, from: '2026-12-01' }] });
    const element = await stand('doorstep-stock', { adapter, sku: 'A' });
    expect(screen(element)).to.match(/^In stock, 3 left/);
    element.setAttribute('quantity', '5');
    await settle(element);
    expect(screen(element)).to.match(/^3 now, 2 about 1 Dec/);
    for (const odd of ['', '0', '-1', 'two', 'Infinity', '1e400']) {
      element.setAttribute('quantity', odd);
      await settle(element);
      expect(screen(element), odd).not.to.match(/NaN|undefined|Infinity/);
    }
    element.sku = 'B';
    await settle(element);
    expect(adapter.asked.at(-1)).to.deep.equal(['B']);
    expect(warnings).to.be.empty;
  });

  it('R3: what a framework set before the class was known is not undone by the attribute the server wrote', async () => {
    const Badge = customElements.get('doorstep-stock')!;
    const element = document.createElement('late-stock') as DoorstepStock;
    element.setAttribute('sku', 'A');
    element.setAttribute('quantity', '1');
    Object.assign(element, { adapter: shop({ quantity: 3 }), quantity: 5 });
    place().append(element);
    customElements.define('late-stock', class extends Badge {});
    await settle(element);
    expect(screen(element)).to.match(/^3 now, 2 not to be had/);
    element.setAttribute('quantity', '2');
    await settle(element);
    expect(screen(element)).to.match(/^In stock, 3 left/);
  });

  it('removed it asks no more', async () => {
    const time = fakeTime();
    const adapter = shop({ availability: 'InStock', quantity: 4, maxAge: 60 }, clockFrom(NOW));
    const element = await stand('doorstep-stock', { adapter, sku: 'A' });
    await time.pass(10);
    element.requestUpdate();
    element.remove();
    const asked = adapter.asked.length;
    await time.pass(600_000);
    expect(adapter.asked).to.have.length(asked);
  });

  it('hidden and in French', async () => {
    const element = await stand('doorstep-stock', {
      adapter: shop({ availability: 'InStock', quantity: 4 }),
      sku: 'A',
      lang: 'fr-CA',
      hidden: true,
    });
    expect(element.getBoundingClientRect().height).to.equal(0);
    element.hidden = false;
    expect(screen(element)).to.match(/^En stock/);
    expect(one(element, '.base')!.lang).to.equal('fr-CA');
  });
});

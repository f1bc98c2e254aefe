import { expect } from '@open-wc/testing';
import { memory, type MemoryAdapter } from '../../src/adapters/memory/memory.js';
import '../../src/elements/stock/define.js';
import type { DoorstepStock } from '../../src/elements/stock/stock.js';
import type { Channel } from '../../src/model/index.js';
import {
  button,
  day,
  fakeTime,
  focused,
  guard,
  one,
  place,
  plain,
  screen,
  settle,
  stand,
  waitUntil,
  which,
} from './help.js';

guard();

const NOW = day('23', '11:20:00');
const known: Channel = { id: 'mail', kind: 'email', label: 'a•••@example.org' };
const unknown: Channel = { id: 'mail', kind: 'email' };

const shop = (channels: Channel[]): MemoryAdapter =>
  memory({
    now: () => Date.parse(NOW),
    stock: [{ sku: 'A', availability: 'OutOfStock', observedAt: NOW, channels }],
  });
const badge = (adapter: MemoryAdapter): Promise<DoorstepStock> =>
  stand('doorstep-stock', { adapter, sku: 'A' });
const until = (element: Element, words: RegExp): Promise<void> =>
  waitUntil(() => words.test(screen(element)), `${words} in: ${screen(element)}`);
const field = (element: Element): HTMLInputElement => one(element, 'input') as HTMLInputElement;

describe('<doorstep-stock> tells when it is back', () => {
  it('one click where the shop has the address; shown, and taken back', async () => {
    const element = await badge(shop([known, { id: 'text', kind: 'sms' }]));
    button(element, 'Tell me')!.click();
    await until(element, /How should we tell you when it is in stock\?/);
    button(element, 'By e-mail')!.click();
    await until(element, /You asked today at .* We write to a•••@example\.org/);
    expect(button(element, /^Tell me$/)).to.equal(undefined);
    button(element, 'Stop telling me')!.click();
    await until(element, /You asked us to stop: we do not tell you any more\./);
    expect(button(element, 'Tell me again')).to.exist;
  });

  it('the focus stays with the answer when what was pressed is gone', async () => {
    const element = await badge(shop([known]));
    button(element, 'Tell me')!.click();
    await waitUntil(() => button(element, 'By e-mail'));
    const choice = button(element, 'By e-mail')!;
    choice.focus();
    choice.click();
    await until(element, /You asked today at/);
    expect(which(focused())).to.contain('You asked today at');
    const stop = button(element, 'Stop telling me')!;
    stop.focus();
    stop.click();
    await until(element, /You asked us to stop/);
    expect(which(focused())).to.contain('You asked us to stop');
  });

  it('otherwise one field, and nothing is sent that does not read as an address', async () => {
    const adapter = shop([unknown]);
    const sent: unknown[] = [];
    const { act } = adapter;
    adapter.act = (command, request) => {
      sent.push(command);
      return act(command, request);
    };
    const element = await badge(adapter);
    button(element, 'Tell me')!.click();
    await waitUntil(() => field(element));
    expect([field(element).type, field(element).autocomplete]).to.deep.equal(['email', 'email']);
    field(element).value = 'nobody';
    one(element, '.send')!.click();
    await until(element, /This does not read as an e-mail address\./);
    expect(sent).to.be.empty;
    field(element).value = ' a@example.org ';
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until(element, /We write to you when it is in stock/);
    expect(sent).to.have.length(1);
    expect(sent[0]).to.include({ address: 'a@example.org', sku: 'A', channel: 'mail' });
    expect(JSON.stringify({ ...localStorage }) + location.href).not.to.contain('a@example');
  });

  it('R7: a lost answer is not called noted; the stock says what holds', async () => {
    const adapter = shop([known]);
    const { act } = adapter;
    adapter.act = () => Promise.reject(new Error('lost'));
    const element = await badge(adapter);
    button(element, 'Tell me')!.click();
    await waitUntil(() => button(element, 'By e-mail'));
    button(element, 'By e-mail')!.click();
    await until(element, /We do not know whether it was noted\./);
    adapter.act = act;
    adapter.loseNextAnswer();
    button(element, 'By e-mail')!.click();
    await until(element, /You asked today at/);
    expect(screen(element)).not.to.contain('We do not know');
  });

  it('what is written stays while the badge grows older', async () => {
    const element = await badge(shop([unknown]));
    button(element, 'Tell me')!.click();
    await waitUntil(() => field(element));
    field(element).value = 'half an addr';
    field(element).focus();
    element.requestUpdate();
    await settle(element);
    expect(field(element).value).to.equal('half an addr');
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
  });
});

describe('<doorstep-stock>: words, variants and served text', () => {
  it('a split quantity is a sentence for somebody who listens', async () => {
    const adapter = memory({
      now: () => Date.parse(NOW),
      stock: [
        {
          sku: 'A',
          quantity: 3,
          batches: [{ quantity: 2, from: '2026-12-01' }],
          observedAt: NOW,
        },
      ],
    });
    const element = await stand('doorstep-stock', { adapter, sku: 'A', quantity: 5 });
    const phrase = one(element, '[part="phrase"]')!;
    const [seen, heard] = phrase.children;
    expect(plain(seen!.textContent)).to.equal('3 now, 2 about 1 Dec');
    expect(seen!.ariaHidden).to.equal('true');
    expect(plain(heard!.textContent)).to.equal('3 units can leave now, 2 units about 1 December.');
    expect(one(element, 'svg')!.ariaHidden).to.equal('true');
  });

  it('another SKU: the old claim is gone at once, and its height stays', async () => {
    const adapter = shop([]);
    adapter.setStock({ sku: 'B', availability: 'InStock', quantity: 4, observedAt: NOW });
    const below = document.createElement('p');
    const element = await stand('doorstep-stock', { adapter, sku: 'B' });
    element.after(below);
    const { top } = below.getBoundingClientRect();
    adapter.delay(50);
    element.sku = 'A';
    await element.updateComplete;
    expect(screen(element)).to.equal('');
    expect(below.getBoundingClientRect().top).to.equal(top);
    await until(element, /^Sold out/);
    expect(below.getBoundingClientRect().top).to.equal(top);
  });

  const served = (attributes: Record<string, string>): DoorstepStock => {
    const far = place();
    far.style.marginTop = '6000px';
    const element = document.createElement('doorstep-stock');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    Object.assign(element, { adapter: shop([]), sku: 'A' });
    element.textContent = 'In stock at 9:00';
    far.append(element);
    return element;
  };
  const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

  it('R2: served text is withdrawn at its own age, although nobody sees it', async () => {
    const time = fakeTime();
    const element = served({ 'observed-at': ago(500) });
    await time.pass(99_000);
    expect(!!element.shadowRoot).to.equal(false);
    await time.pass(2_000);
    expect(screen(element)).not.to.contain('In stock');
  });

  it('R2: max-age says otherwise, and what is too old already is withdrawn at once', async () => {
    const time = fakeTime();
    const young = served({ 'observed-at': ago(500), 'max-age': '900' });
    const old = served({ 'observed-at': ago(1200) });
    await time.pass(10);
    expect(!!young.shadowRoot).to.equal(false);
    expect(screen(old)).to.match(/^(Not sure|Sold out)/);
  });

  for (const at of ['', 'yesterday', '2026-11-23 10:00', '2999-01-01T00:00:00Z'])
    it(`R3: "${at}" is no age: the text stays ten minutes`, async () => {
      const time = fakeTime();
      const element = served({ 'observed-at': at });
      await time.pass(599_000);
      expect(!!element.shadowRoot).to.equal(false);
      await time.pass(2_000);
      expect(!!element.shadowRoot).to.equal(true);
    });

  it('nothing moves, with served text and without, where the page keeps two lines', async () => {
    for (const text of ['', 'In stock at 9:00']) {
      const parent = place();
      const below = document.createElement('p');
      const element = document.createElement('doorstep-stock');
      element.style.minHeight = '41px';
      element.textContent = text;
      Object.assign(element, { adapter: shop([]), sku: 'A' });
      parent.append(element, below);
      element.style.display = 'block';
      const { top } = below.getBoundingClientRect();
      for (let round = 0; round < 6; round++) {
        await settle(element);
        expect(below.getBoundingClientRect().top).to.equal(top);
      }
      expect(screen(element)).to.match(/^Sold out/);
    }
  });
});

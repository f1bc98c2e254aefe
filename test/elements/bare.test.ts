/** Classes alone, as a page takes them that names its tags itself: nothing registers anything. */
import { expect } from '@open-wc/testing';
import { lostScreen } from '../../demo/states.js';
import { DoorstepOrder, DoorstepStock, setDefaultAdapter } from '../../src/index.js';
import { backend, day, guard, place, screen, sentence, settle, warnings } from './help.js';

guard();

const adapter = backend(lostScreen(), () => Date.parse(day('23', '17:03:00')));

describe('Without the define files', () => {
  afterEach(() => setDefaultAdapter(undefined));

  it('importing the package registers nothing', () => {
    for (const name of ['order', 'parcel', 'remedy', 'stock', 'provider'])
      expect(customElements.get(`doorstep-${name}`)).to.equal(undefined);
  });

  it('src means nothing, and the page’s own words stay', async () => {
    customElements.define('my-stock', class extends DoorstepStock {});
    const element = document.createElement('my-stock');
    element.setAttribute('src', '/doorstep');
    element.setAttribute('sku', 'A');
    element.textContent = 'Ask in the shop';
    place().append(element);
    await settle(element);
    expect(screen(element)).to.equal('Ask in the shop');
    expect(warnings).to.be.empty;
  });

  it('an order is told without the elements that it holds, and they wake when they come', async () => {
    customElements.define('my-order', class extends DoorstepOrder {});
    const element = document.createElement('my-order') as DoorstepOrder;
    Object.assign(element, { adapter, order: 'FR-1042' });
    place().append(element);
    await settle(element);
    expect(sentence(element)).to.contain('It has not arrived.');
    expect(screen(element)).not.to.contain('Not delivered');
    await import('../../src/elements/remedy/define.js');
    await settle(element);
    expect(screen(element)).to.contain('Not delivered: refund €289.00');
  });

  it('a tag that is taken stays with its owner, and the rest goes on', async () => {
    customElements.define('doorstep-stock', class extends HTMLElement {});
    await import('../../src/define.js');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<doorstep-stock> stays version');
    expect(customElements.get('doorstep-order')).to.equal(DoorstepOrder);
  });
});

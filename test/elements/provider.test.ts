import { expect } from '@open-wc/testing';
import { lostScreen, orderStates } from '../../demo/states.js';
import '../../src/elements/order/define.js';
// Loaded by the order itself; here it is there from the start.
import '../../src/elements/order/parts.js';
import '../../src/elements/stock/define.js';
import { setDefaultAdapter } from '../../src/store/index.js';
import {
  act,
  all,
  backend,
  day,
  guard,
  orderNamed,
  place,
  screen,
  sentence,
  settle,
  standState,
  warnings,
} from './help.js';
import { isRead, runAxe, untilStill } from './states.js';

guard();

const now = (): number => Date.parse(day('23', '17:03:00'));
const lost = () => backend(lostScreen(), now);
const delivered = () => backend(orderNamed('delivered in time'), now);
const missed = 'We promised your display before 17:00. It has not arrived.';

const order = (parent: Node): HTMLElementTagNameMap['doorstep-order'] => {
  const element = document.createElement('doorstep-order');
  element.order = 'FR-1042';
  parent.appendChild(element);
  return element;
};

// First of all, while its class is not known yet.
describe('<doorstep-provider> that arrives late', () => {
  let early: HTMLElementTagNameMap['doorstep-provider'];

  it('is found once it is there, with an adapter that was set before', async () => {
    expect(customElements.get('doorstep-provider')).to.equal(undefined);
    const provider = document.createElement('doorstep-provider');
    provider.adapter = lost();
    early = document.createElement('doorstep-provider');
    early.src = '/doorstep-a';
    place().append(provider, early);
    const element = order(provider);
    await settle(element);
    expect(screen(element)).to.equal('');
    await import('../../src/elements/provider/define.js');
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    const next = delivered();
    provider.adapter = next;
    await settle(element);
    expect(sentence(element)).to.match(/was delivered/);
  });

  it('an address that was set before is one like any other, and can be changed', () => {
    expect(early.getAttribute('src')).to.equal('/doorstep-a');
    const first = early.store;
    expect(first).to.exist;
    early.src = '/doorstep-b';
    expect(early.getAttribute('src')).to.equal('/doorstep-b');
    expect(early.store).not.to.equal(first);
    early.removeAttribute('src');
    expect(early.src).to.equal('');
    expect(early.store).to.equal(undefined);
  });
});

describe('<doorstep-provider>', () => {
  before(() => import('../../src/elements/provider/define.js'));
  afterEach(() => setDefaultAdapter(undefined));

  it('has no address where a framework sets none', () => {
    const provider = document.createElement('doorstep-provider');
    provider.src = '/doorstep';
    expect(provider.getAttribute('src')).to.equal('/doorstep');
    for (const none of [undefined, null, '']) {
      provider.src = none;
      expect(provider.hasAttribute('src'), String(none)).to.equal(false);
      expect(provider.store, String(none)).to.equal(undefined);
      provider.src = '/doorstep';
    }
  });

  const provider = (
    properties: Partial<HTMLElementTagNameMap['doorstep-provider']> = {},
    parent: Node = place(),
  ) => {
    const element = Object.assign(document.createElement('doorstep-provider'), properties);
    parent.appendChild(element);
    return element;
  };

  describe('axe finds nothing in every state of an order inside it', () => {
    for (const example of orderStates.filter(isRead))
      it(example.name, async () => {
        const main = document.createElement('main');
        const [h1, h2] = ['h1', 'h2'].map((level) => document.createElement(level));
        h1!.textContent = 'A shop';
        h2!.textContent = 'Your orders';
        place().append(main);
        main.append(h1!, h2!);
        const around = provider({ adapter: lost() }, main);
        const inside = await standState('doorstep-order', example, 'en', around);
        await act(example, [inside]);
        await untilStill([inside]);
        expect(await runAxe(main)).to.deep.equal([]);
      });
  });

  it('gives its adapter to everything inside, however deep and whenever it comes', async () => {
    const around = provider({ adapter: lost() });
    const direct = order(around);
    const host = document.createElement('div');
    around.append(host);
    const deep = order(host.attachShadow({ mode: 'closed' }));
    await settle(direct);
    await settle(deep);
    expect(sentence(direct)).to.equal(missed);
    expect(sentence(deep)).to.equal(missed);
    const late = order(around);
    await settle(late);
    expect(sentence(late)).to.equal(missed);
  });

  it('says nothing to what stands outside', async () => {
    provider({ adapter: lost() });
    const outside = order(place());
    await settle(outside);
    expect(screen(outside)).to.equal('');
  });

  it('the nearest one counts, and an empty one is looked through', async () => {
    const outer = provider({ adapter: lost() });
    const inner = provider({}, outer);
    const element = order(inner);
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    inner.adapter = delivered();
    await settle(element);
    expect(sentence(element)).to.match(/was delivered/);
    inner.adapter = undefined;
    await settle(element);
    expect(sentence(element)).to.equal(missed);
  });

  it('stands above the default of the page and below the element’s own adapter', async () => {
    setDefaultAdapter(delivered());
    const around = provider({ adapter: lost() });
    const element = order(around);
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    element.adapter = delivered();
    await settle(element);
    expect(sentence(element)).to.match(/was delivered/);
  });

  it('an element moved from one to another takes up the other', async () => {
    const first = provider({ adapter: lost() });
    const second = provider({ adapter: delivered() });
    const element = order(first);
    await settle(element);
    second.append(element);
    await settle(element);
    expect(sentence(element)).to.match(/was delivered/);
  });

  it('draws nothing and takes no room of its own', async () => {
    const flex = place();
    flex.style.display = 'flex';
    const around = provider({ adapter: lost() }, flex);
    const element = order(around);
    await settle(element);
    expect(getComputedStyle(around).display).to.equal('contents');
    expect(around.shadowRoot).to.equal(null);
  });

  it('hidden, nothing inside it is seen, whenever it is hidden', () => {
    const around = provider({ hidden: true });
    const inside = document.createElement('p');
    inside.textContent = 'A closed tab of the shop’s';
    around.append(inside);
    expect(inside.getClientRects()).to.have.length(0);
    around.hidden = false;
    expect(inside.getClientRects()).to.have.length(1);
    around.toggleAttribute('hidden');
    expect(inside.getClientRects()).to.have.length(0);
  });

  it('src asks the documented contract, as an attribute and as a property', async () => {
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = async (input) => {
      const { pathname } = new URL(
        input instanceof Request ? input.url : String(input),
        location.href,
      );
      asked.push(pathname);
      // The live connection stays open and says nothing.
      if (pathname.endsWith('/changes')) return new Promise(() => {});
      return new Response(
        JSON.stringify({ serverNow: day('23', '17:03:00'), order: lostScreen() }),
        { headers: { 'Content-Type': 'application/json' } },
      );
    };
    try {
      const around = provider();
      around.setAttribute('src', '/doorstep-a');
      const element = order(around);
      await settle(element);
      await settle(element);
      expect(sentence(element)).to.equal(missed);
      expect(asked[0]).to.equal('/doorstep-a/orders/FR-1042');
      around.src = '/doorstep-b';
      await settle(element);
      await settle(element);
      expect(around.getAttribute('src')).to.equal('/doorstep-b');
      expect(asked).to.include('/doorstep-b/orders/FR-1042');
      const own = document.createElement('doorstep-order');
      own.setAttribute('src', '/doorstep-c');
      own.setAttribute('order', 'A/B');
      place().append(own);
      await settle(own);
      expect(asked).to.include('/doorstep-c/orders/A%2FB');
      around.remove();
      own.remove();
      await new Promise((resolve) => setTimeout(resolve, 80));
    } finally {
      window.fetch = fetch;
    }
  });

  it('an adapter that is none breaks nothing', async () => {
    for (const adapter of [7, 'rest', null, {}]) {
      const around = provider({ adapter: adapter as never });
      const element = order(around);
      await settle(element);
      expect(sentence(element)).not.to.match(/delivered|promised/);
    }
    expect(warnings.length).to.be.at.most(4);
  });

  it('one connection for all elements of an order', async () => {
    const adapter = lost();
    const around = provider({ adapter });
    const elements = [order(around), order(around), order(around)];
    for (const element of elements) await settle(element);
    // One question for the first drawing, one when the connection stands.
    expect(adapter.asked.length).to.be.at.most(2);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(adapter.watched()).to.equal(1);
    expect(all(around, '[part="refund"]')).to.have.length(3);
  });
});

import { expect } from '@open-wc/testing';
import { stockAdapterFor, stockStates } from '../../demo/states.js';
import type { OrderAdapter } from '../../src/adapter/index.js';
import '../../src/elements/stock/define.js';
import type { DoorstepStock } from '../../src/elements/stock/stock.js';
import { fakeTime, guard, place, plain, screen, settle, waitUntil } from './help.js';

guard();

/** Counts its questions; everything is in stock. */
const counting = (): OrderAdapter & { readonly asked: (readonly string[])[] } => {
  const asked: (readonly string[])[] = [];
  const now = new Date().toISOString();
  return {
    ...stockAdapterFor(stockStates[0]!),
    asked,
    stock: async (skus) => {
      asked.push(skus);
      const level = { availability: 'InStock', observedAt: now } as const;
      return { serverNow: now, stock: skus.map((sku) => ({ sku, ...level })) };
    },
  };
};

const FAR = '6000px';

/** Badges with served text, this far down the page. */
const served = (
  adapter: OrderAdapter,
  { top = FAR, skus = ['A'], text = 'Twelve in stock at 9:00', style = '' } = {},
): { row: HTMLElement; badges: DoorstepStock[] } => {
  const row = place();
  row.style.marginTop = top;
  const badges = skus.map((sku) => {
    const badge = document.createElement('doorstep-stock');
    badge.style.cssText = style;
    Object.assign(badge, { adapter, sku });
    badge.textContent = text;
    return badge;
  });
  row.append(...badges);
  return { row, badges };
};

/** Two frames and what was posted after them: whatever the observer saw has been delivered. */
const frames = async (): Promise<void> => {
  for (let frame = 0; frame < 3; frame++)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
};

/** Awake and drawn; asleep, or waiting for its answer, the page's own words stand. */
const awake = (badge: DoorstepStock): boolean => !!badge.shadowRoot;

describe('<doorstep-stock> asleep', () => {
  afterEach(() => scrollTo(0, 0));

  it('off screen asks nothing and leaves what was served; near the window it wakes', async () => {
    const adapter = counting();
    const { badges, row } = served(adapter);
    const badge = badges[0]!;
    await frames();
    expect(awake(badge)).to.be.false;
    expect(adapter.asked).to.be.empty;
    expect(plain(row.innerText)).to.equal('Twelve in stock at 9:00');
    badge.scrollIntoView();
    await waitUntil(() => screen(badge).includes('Checked now'));
    expect(adapter.asked).to.deep.equal([['A']]);
  });

  it('what is near at the same time goes out in one question', async () => {
    const adapter = counting();
    const skus = ['A', 'B', 'C', 'D'];
    const { badges } = served(adapter, { top: '0', skus });
    const far = served(adapter, { skus: ['E'] });
    await waitUntil(() => badges.every((badge) => screen(badge).includes('Checked now')));
    expect(adapter.asked).to.deep.equal([skus]);
    expect(awake(far.badges[0]!)).to.be.false;
  });

  it('wakes to be printed', async () => {
    const adapter = counting();
    const { badges } = served(adapter, { skus: ['A', 'B'] });
    dispatchEvent(new Event('beforeprint'));
    await waitUntil(() => badges.every(awake));
    expect(adapter.asked).to.deep.equal([['A', 'B']]);
  });

  it('R2: what is dated and too old is withdrawn on paper too: before anything else can run', async () => {
    const { badges } = served(counting());
    badges[0]!.observedAt = new Date(Date.now() - 700_000).toISOString();
    dispatchEvent(new Event('beforeprint'));
    // No timer fires and no answer comes while a page is laid out for paper.
    await Promise.resolve();
    expect(screen(badges[0]!)).to.match(/^Not sure/);
  });

  it('shows no wait while the answer may still come soon, and then says that it asks', async () => {
    const adapter = { ...counting(), stock: () => new Promise<never>(() => {}) };
    const { badges } = served(adapter, { top: '0', text: '' });
    const badge = badges[0]!;
    await badge.updateComplete;
    expect(awake(badge)).to.be.false;
    await waitUntil(() => screen(badge) === 'Asking the shop');
  });

  it('wakes when asked whether it is up to date', async () => {
    const { badges } = served(counting());
    expect(await badges[0]!.updateComplete).to.be.true;
    await settle(badges[0]!);
    expect(screen(badges[0]!)).to.include('Checked now');
  });

  it('without a box of its own it is as near as what is around it', async () => {
    const adapter = counting();
    const { badges, row } = served(adapter, { style: 'display: contents' });
    await frames();
    expect(awake(badges[0]!)).to.be.false;
    row.scrollIntoView();
    await waitUntil(() => awake(badges[0]!));
  });

  it('in a row that the browser skips it wakes with the row', async () => {
    const { badges, row } = served(counting());
    row.style.cssText += '; content-visibility: auto; contain-intrinsic-size: auto 50px';
    await frames();
    expect(awake(badges[0]!)).to.be.false;
    row.scrollIntoView();
    await waitUntil(() => awake(badges[0]!));
  });

  it('R2: what was served is not repeated for ever, and what says nothing sleeps on', async () => {
    const time = fakeTime();
    const [talking] = served(counting()).badges;
    const [silent] = served(counting(), { text: ' ' }).badges;
    await time.pass(599_000);
    expect(awake(talking!)).to.be.false;
    await time.pass(2_000);
    expect(awake(talking!)).to.be.true;
    expect(awake(silent!)).to.be.false;
  });

  it('R2: text that the parser sets after the element was known has its age too', async () => {
    const { badges } = served(counting(), { text: '' });
    const badge = badges[0]!;
    badge.setAttribute('observed-at', new Date(Date.now() - 1_200_000).toISOString());
    badge.textContent = 'Twelve in stock at 9:00';
    await waitUntil(() => awake(badge));
  });

  it('taken out of the page it stays asleep, and sleeps on where it is put back', async () => {
    const adapter = counting();
    const { badges, row } = served(adapter);
    const badge = badges[0]!;
    badge.remove();
    dispatchEvent(new Event('beforeprint'));
    expect(awake(badge)).to.be.false;
    row.append(badge);
    badge.lang = 'fr';
    badge.sku = 'B';
    await frames();
    expect(awake(badge)).to.be.false;
    badge.scrollIntoView();
    await waitUntil(() => screen(badge).includes('Vérifié'));
    expect(adapter.asked).to.deep.equal([['B']]);
  });

  it('asked before it stands in the page, it draws as soon as it does', async () => {
    const badge = document.createElement('doorstep-stock');
    Object.assign(badge, { adapter: counting(), sku: 'A' });
    void badge.updateComplete;
    place().append(badge);
    await settle(badge);
    expect(screen(badge)).to.include('Checked now');
  });
});

/**
 * The listing page of a shop with 1,000 stock badges, in every way that is measured.
 *
 * `innerHTML` asks nothing, its text is known: it is the least that any badge on the page can cost. The
 * other two ask the backend, and their time to paint contains the answer's.
 *
 * All of it is text that runs in the page; `bench.run()` resolves once nothing moves any more.
 */

export const BADGES = 1000;
/** Badges that are surely inside the window at first: 4 in a row, each at most 140 px high. */
export const SEEN = 20;

const techniques = ['doorstep', 'vanilla', 'innerHTML'] as const;
export type Technique = (typeof techniques)[number];

export interface Variant {
  readonly technique: Technique;
  /** The rows are contained by the page's own style sheet. */
  readonly contained: boolean;
  /** The text was served inside the tags and is on the screen before the script runs. */
  readonly served: boolean;
}

/** innerHTML is the served text itself: there is nothing to wake. */
export const variants: readonly Variant[] = [false, true].flatMap((served) =>
  [false, true].flatMap((contained) =>
    techniques
      .filter((technique) => !served || technique !== 'innerHTML')
      .map((technique) => ({ technique, contained, served })),
  ),
);

export const skuOf = (index: number): string => `S${index}`;
export const unitsOf = (index: number): number => 1 + (index % 9);

/** The badge as a shop would write it by hand. Both other techniques end with this text. */
const handWritten = (phrase: string): string =>
  `<p class="stock"><svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.2"/><path d="m6.8 10.2 2.2 2.2 4.2-4.6"/></svg><b>${phrase}</b> <span>Checked now, Lyon warehouse</span></p>`;
const phraseOf = (units: number): string => `In stock, ${units} left`;

const handStyles = `
  .stock { display: grid; grid-template-columns: 20px 1fr; gap: 0 8px; margin: 0; line-height: 20px }
  .stock > b { color: #1a6b43; font-weight: 600 }
  .stock > span { grid-column: 2; font-size: .875em; line-height: 1.45; color: #5b5851 }
  .stock > svg { width: 20px; height: 20px; fill: none; stroke: #1a6b43; stroke-width: 1.6 }
  .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }`;

/** What a careful developer writes without a library: one request, one shadow root, one template. */
export const vanilla = `
const sheet = new CSSStyleSheet();
sheet.replaceSync(${JSON.stringify(handStyles)});
const template = document.createElement('template');
template.innerHTML = ${JSON.stringify(handWritten(''))};
const wanted = new Map();
const ask = async () => {
  const asked = new Map(wanted);
  wanted.clear();
  const query = [...asked.keys()].map((sku) => 'sku=' + encodeURIComponent(sku)).join('&');
  const { stock } = await (await fetch('/doorstep/stock?' + query)).json();
  for (const level of stock) asked.get(level.sku)?.show(level);
};
customElements.define('vanilla-stock', class extends HTMLElement {
  connectedCallback() {
    if (!wanted.size) setTimeout(ask);
    wanted.set(this.getAttribute('sku'), this);
  }
  show(level) {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(template.content.cloneNode(true));
    }
    this.shadowRoot.querySelector('b').textContent = 'In stock, ' + level.quantity + ' left';
    this.shadowRoot.querySelector('span').textContent = 'Checked now, ' + level.where;
  }
});`;

const tagOf = { doorstep: 'doorstep-stock', vanilla: 'vanilla-stock', innerHTML: 'div' };

const list = ({ technique, served }: Variant, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const text = served || technique === 'innerHTML' ? handWritten(phraseOf(unitsOf(index))) : '';
    const tag = tagOf[technique];
    return `<li><a href="#${index}">Product number ${index}</a><span>€${index + 9}.90</span><${tag} class="badge" sku="${skuOf(index)}">${text}</${tag}></li>`;
  }).join('');

/** How often one badge changes, how often with a layout after each change, and how often all of them do. */
export const CHANGES = 400;
export const LAYOUTS = 60;
export const BURSTS = 8;

/** Runs in the page. `start` is a classic function so that its time counts as script, not as evaluation. */
const harness = `
const [CHANGES, LAYOUTS, BURSTS] = [${CHANGES}, ${LAYOUTS}, ${BURSTS}];
const seen = Array.from({ length: ${SEEN} }, (_, index) => ${SEEN} - 1 - index);
const read = (badge) =>
  variant.technique === 'innerHTML' ? badge : badge.shadowRoot;
const shows = (badge) => !!read(badge)?.querySelector('b')?.textContent;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** What is queued in a frame runs right after it was painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(0);
}));
let shift = 0;
new PerformanceObserver((entries) => {
  for (const entry of entries.getEntries()) shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });

/** Changes badges: their quantity, or their words by the shortest way there is. */
const change = (badges) => {
  if (variant.technique === 'doorstep') return (index) => {
    for (const badge of badges) badge.quantity = 100 + index % 2;
    return badges.at(-1).updateComplete;
  };
  const texts = badges.map((badge) => {
    const b = read(badge).querySelector('b');
    b.innerHTML = '<span aria-hidden="true"></span><span class="heard"></span>';
    return b.children;
  });
  return (index) => {
    for (const [seen, heard] of texts) {
      const missing = 94 + index % 2;
      seen.textContent = '6 now, ' + missing + ' not to be had';
      heard.textContent = '6 units can leave now, ' + missing + ' units are not to be had.';
    }
  };
};

const script = '/' + variant.technique + '.js';
window.bench = {
  async prepare() {
    // Handing a string to the DOM moves it out of the heap: let that happen before the heap is read.
    document.createTextNode(html);
    if (variant.served) {
      document.querySelector('ul').innerHTML = html;
      await (await fetch(script)).text();
    } else if (variant.technique !== 'innerHTML') await import(script);
    await painted();
    await pause(100);
  },
  /** All badges are put in, and none of them is near. */
  async insertFar() {
    document.querySelector('ul').innerHTML = html;
    for (let frame = 0; frame < 5; frame++) await painted();
    await pause(200);
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/stock?'));
    return asked.length + [...document.querySelectorAll('.badge')].filter((badge) => badge.shadowRoot).length;
  },
  /** Milliseconds until the badges in the window show what the backend said. */
  run: () => new Promise((resolve) => setTimeout(async () => {
    performance.mark('bench-start');
    const start = performance.now();
    if (variant.served) import(script);
    else document.querySelector('ul').innerHTML = html;
    let badges;
    for (;;) {
      await frame();
      badges ??= document.querySelectorAll('.badge');
      if (seen.every((index) => shows(badges[index]))) break;
      if (performance.now() - start > 10000) throw new Error('the badges never showed');
    }
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
    performance.mark('bench-painted');
    const paint = performance.now() - start;
    await pause(250);
    await painted();
    performance.mark('bench-end');
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/stock?'));
    const first = asked[0];
    resolve({
      paint,
      answer: first ? first.responseEnd - first.startTime : 0,
      requests: asked.length,
      shift,
      text: [...seen].reverse().map((index) => {
        const { textContent } = read(badges[index]).querySelector('.stock');
        return textContent.replace(/\\s+/g, ' ').trim();
      }).join('\\n'),
      inWindow: badges[${SEEN} - 1].getBoundingClientRect().bottom <= innerHeight,
    });
  })),
  /**
   * Many badges that all change at once: script alone, and with one layout for all. Marks stand around
   * what is to be measured. One that says what the others say has to write the words that are seen and, since these are
   * no sentence, those that are heard.
   */
  async burst() {
    const badges = [...document.querySelectorAll('.badge')];
    if (variant.technique === 'doorstep') {
      await Promise.all(badges.map((badge) => badge.updateComplete));
      while (!badges.every(shows)) await pause(20);
    }
    const once = change(badges);
    const list = document.querySelector('ul');
    const time = async (name, times, after) => {
      for (let index = 1; index <= times; index++) {
        performance.mark(name + '-from');
        await once(index);
        after();
        performance.mark(name + '-to');
        await painted();
      }
    };
    await time('warming', 3, () => {});
    await time('burst', BURSTS, () => {});
    await time('burstLayout', BURSTS, () => list.offsetHeight);
  },
  /** Badges whose tree is written to when the backend tells of one change. All of them are awake. */
  async live() {
    const badges = [...document.querySelectorAll('.badge')];
    for (const badge of badges) badge.quantity = 1;
    await badges[0].updateComplete;
    const touched = new Set();
    for (const badge of badges)
      new MutationObserver(() => touched.add(badge)).observe(
        badge.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    // Not one of those whose text is compared.
    const says = (left) => badges[500].shadowRoot.textContent.includes(left + ' left');
    const left = says(3) ? 4 : 3;
    await fetch('/sell?sku=S500&left=' + left);
    while (!says(left)) await pause(20);
    await pause(100);
    return touched.size;
  },
  /** One badge that changes often: script alone, and with the layout it causes. */
  async change() {
    const once = change([document.querySelectorAll('.badge')[5]]);
    const time = async (name, times, after) => {
      performance.mark(name + '-from');
      for (let index = 1; index <= times; index++) {
        await once(index);
        after();
      }
      performance.mark(name + '-to');
    };
    const list = document.querySelector('ul');
    await time('warming', 100, () => {});
    await time('first', CHANGES, () => {});
    await time('warming', 500, () => {});
    await time('change', CHANGES, () => {});
    list.offsetHeight;
    await time('changeLayout', LAYOUTS, () => list.offsetHeight);
  },
};`;

/** What may be different about a page: how many badges, and all of them far below the window. */
export interface Size {
  readonly count: number;
  readonly far?: boolean;
}

/** A page keeps room for the badge before any script runs: two lines. */
export const page = (variant: Variant, { count, far = false }: Size): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Listing</title>
<style>
  body { margin: 0; font: 16px/1.5 sans-serif }
  ul { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; margin: 16px; padding: 0; list-style: none }
  li { display: flex; flex-direction: column }
  .badge { display: block; min-height: 41px }
  ${variant.contained ? 'li { contain: content; content-visibility: auto; contain-intrinsic-size: auto 89px }' : ''}
  ${far ? 'ul { margin-top: 20000px }' : ''}
  ${handStyles}
</style>
<ul></ul>
<script>
const variant = ${JSON.stringify(variant)};
const html = ${JSON.stringify(list(variant, count)).replaceAll('</', '<\\/')};
${harness}
</script>`;

/**
 * The hostile pages, as a table. Each row is a page that does something to what it embeds, and how that ends.
 */
import type { EngineName } from '../../run/driver.js';

/**
 * How a page ends for the customer.
 *
 * - `works`: every element says what it has to say; the refund goes through; paying goes through.
 * - `silent`: the backend cannot be reached. The order says so beside the served words, the badge is not sure.
 * - `served`: nothing of ours can be drawn; the words that were served inside the tags stand.
 */
export type Ends = 'works' | 'silent' | 'served';

export interface Row {
  readonly name: string;
  readonly ends: Ends;
  /** Whether the refund and the pay button are pressed. */
  readonly pressed?: boolean;
  /** More is to be paid for than is there, and paying is pressed: it ends in words, drawn or not. */
  readonly short?: boolean;
  /** The page's own script, before ours. */
  readonly before?: string;
  /** The page's own script, after ours: a module. */
  readonly after?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is in the document before the probe. */
  readonly first?: string;
  /** How the library is loaded. */
  readonly library?: string;
  /** What stands on the page. */
  readonly body?: (order: string) => string;
  /** A page that stands inside this one, under `/inside/`. */
  readonly inside?: (order: string) => string;
  readonly insideHeaders?: Readonly<Record<string, string>>;
  /** On a device that forces its own colours and wants nothing to move. */
  readonly forced?: boolean;
  /** From where it is opened. */
  readonly origin?: 'insecure';
  /** Where one element ends otherwise than the others. */
  readonly reads?: Readonly<Record<string, RegExp>>;
  /** Lines in the console that are documented, and what the browser itself reports of the page's own policy. */
  readonly says?: RegExp;
  /** Why an engine cannot be asked. */
  readonly skip?: Partial<Record<EngineName, string>>;
}

const LIBRARY = '<script type="module" src="/doorstep.js"></script>';

export const tags = (order: string, src = '/doorstep', quantity = 2): string => `
  <doorstep-stock sku="HND-BRASS" quantity="2" src="${src}"><span>Ask us whether it is there.</span></doorstep-stock>
  <doorstep-order order="${order}" src="${src}"><p>Promised for Monday, before 17:00. <a href="/help">Ask us</a></p></doorstep-order>
  <form action="/paid"><doorstep-checkout-guard src="${src}" basket='[{"id":"1","sku":"HND-BRASS","quantity":${quantity},"noun":"handle","nouns":"handles"}]'><button id="pay">Pay</button></doorstep-checkout-guard></form>
  <doorstep-slot-picker src="${src}" skus="WM-9KG" name="slot"><p>We call you to agree on a time.</p></doorstep-slot-picker>`;

const document = (title: string, head: string, body: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/host.css" />
    ${head}
  </head>
  <body>${body}</body>
</html>`;

/** Does nothing to anybody. */
export const PLAIN: Row = { name: 'plain', ends: 'works' };

/** A row's page. */
export const pageOf = (row: Row, number: number, order: string): string => {
  const nonce = row.headers?.['content-security-policy']?.includes('nonce-') ? ' nonce="n1"' : '';
  return document(
    'A hostile page',
    `${row.first ?? ''}<script src="/probe.js"${nonce}></script>
    ${row.before ? `<script src="/before/${number}"${nonce}></script>` : ''}
    ${(row.library ?? LIBRARY).replaceAll('<script ', `<script${nonce} `)}
    ${row.after ? `<script type="module" src="/after/${number}"${nonce}></script>` : ''}`,
    `<div id="stage">${row.body?.(order) ?? tags(order, '/doorstep', row.short ? 5 : 2)}</div>`,
  );
};

/** The page inside a frame. */
const framed = (order: string, src?: string, before = ''): string =>
  document(
    'Inside',
    `<script src="/probe.js"></script><script>${before}</script>${LIBRARY}`,
    tags(order, src),
  );

/** A frame that shows a row's inner page. */
const frame = (order: string, more = ''): string =>
  `<iframe ${more} id="frame" data-order="${order}"></iframe>`;
/** Its address, at this origin or another. */
const frameSource = (origin = "''"): string =>
  `frame.src = ${origin} + '/inside/' + location.pathname.split('/')[2] + '/' + frame.dataset.order;`;

// ---------------------------------------------------------------- what a page's style sheet may do

/** Style sheets under which everything must be drawn as on a plain page. */
export const sheets: Readonly<Record<string, string>> = {
  '62.5 % root': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'all: unset': '* { all: unset }',
  'all: initial': '* { all: initial }',
  'all: revert': '* { all: revert }',
  'all: unset, with !important':
    '* { all: unset !important } #stage { display: block !important; width: 360px !important }',
  'letter-spacing and word-spacing':
    '* { letter-spacing: 0.3em !important; word-spacing: 1em !important }',
  'text-transform':
    '* { text-transform: uppercase !important; font-variant: small-caps !important }',
  'text-align, indent and white space':
    '* { text-align: right !important; text-indent: 3em !important; white-space: pre !important }',
  'line height, size, style and weight':
    '* { line-height: 3 !important; font-size: 0 !important; font-style: italic; font-weight: 900 }',
  'transparent, shadowed and filled text':
    '* { color: transparent !important; text-shadow: 0 0 9px red; -webkit-text-fill-color: transparent }',
  'breaking, hyphens and tabs':
    '* { word-break: break-all !important; hyphens: auto; line-break: anywhere; tab-size: 20 }',
  'forced z-index': '* { position: relative !important; z-index: 2147483647 !important }',
  transforms:
    '#stage { transform: translate(7px, 3px); perspective: 90px; filter: opacity(1) } * { will-change: transform }',
  'rules for everything inside':
    'button, p, h3, svg, ol, li, a, b, i, small, article, [part], .card, .base, .button, .small { display: none !important; padding: 40px !important }',
  'box-sizing, motion and selection':
    '*, *::before, *::after { box-sizing: content-box !important; animation: x 1s infinite; transition: all 3s !important; user-select: none }',
};

/** Places whose width follows from what is in them: a card must not vanish there. */
export const corners: Readonly<Record<string, string>> = {
  'a row of flexible boxes': '#stage { display: flex }',
  'a float': 'doorstep-order { float: left }',
  'an inline block': 'doorstep-order { display: inline-block }',
  'a grid with columns of their own size':
    '#stage { display: grid; grid-template-columns: max-content max-content }',
  'vertical writing': '#stage { writing-mode: vertical-rl; width: auto }',
};

// ---------------------------------------------------------------- what a page's scripts may do

/** As libraries of 2007 did, which shops still run. */
const PROTOTYPES = `
  const add = (to, methods) => { for (const name in methods) to[name] = methods[name]; };
  const each = function (run) { for (let i = 0; i < this.length; i++) run(this[i], i); };
  const list = (from) => { const all = []; for (let i = 0; i < (from?.length ?? 0); i++) all[i] = from[i]; return all; };
  add(Array.prototype, { each, _each: each,
    toArray() { return list(this); }, entries() { return list(this); }, clone() { return list(this); },
    first() { return this[0]; }, last() { return this[this.length - 1]; }, size() { return this.length; },
    compact() { return this.filter((one) => one != null); }, uniq() { return [...new Set(this)]; },
    clear() { this.length = 0; return this; }, inspect() { return '[' + this.join() + ']'; },
    pluck(name) { return this.map((one) => one[name]); }, without(one) { return this.filter((own) => own !== one); },
    toJSON() { return '[' + this.map((one) => JSON.stringify(one)).join(', ') + ']'; } });
  Array.from = list;
  add(String.prototype, { strip() { return this.trim(); }, gsub(from, to) { return this.split(from).join(to); },
    times(count) { return this.repeat(count); }, toArray() { return list(this); }, blank() { return !this.trim(); } });
  add(Number.prototype, { times(run) { for (let i = 0; i < this; i++) run(i); return this; }, succ() { return this + 1; } });
  Function.prototype.bind = function (self, ...own) { const run = this; return function () { return run.apply(self, own.concat(list(arguments))); }; };
  add(Function.prototype, { curry() { return this; }, wrap() { return this; }, delay(seconds) { return setTimeout(this, seconds * 1000); } });
  add(HTMLElement.prototype, {
    remove() { this.parentNode.removeChild(this); return this; },
    update(content) { this.textContent = content; return this; }, replace() { return this; }, insert() { return this; },
    wrap() { return this; }, select(words) { return this.querySelectorAll(words); }, empty() { return !this.firstChild; },
    show() { return this; }, hide() { return this; }, visible() { return true; }, clone() { return this; },
    up() { return this.parentNode; }, down() { return this.firstElementChild; }, next() { return this.nextElementSibling; },
    previous() { return this.previousElementSibling; }, observe() { return this; }, fire() { return this; }, match() {},
    identify() { return this.id; }, setStyle() { return this; }, addClassName() { return this; } });
  const RealElement = Element;
  globalThis.Element = function (tag) { return document.createElement(tag); };
  globalThis.Element.prototype = RealElement.prototype;
  document.getElementsByClassName = (name) => list(document.querySelectorAll('.' + name));
  globalThis.$ = (id) => document.getElementById(id);
  globalThis.$$ = (words) => list(document.querySelectorAll(words));
  add(globalThis, { Class: {}, Hash() {}, Template() {}, Ajax: {}, Position: {}, Toggle: {}, Form: {} });`;

const FREEZE = `
  const seen = new Set();
  const freeze = (value) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
    seen.add(value);
    Object.freeze(value);
    const own = Object.getOwnPropertyDescriptors(value);
    for (const key of Reflect.ownKeys(own)) { freeze(own[key].value); freeze(own[key].get); freeze(own[key].set); }
    freeze(Object.getPrototypeOf(value));
  };`;

const missing = (...paths: string[]): string =>
  paths
    .map((path) => {
      const at = path.lastIndexOf('.');
      const [owner, name] = [path.slice(0, at), path.slice(at + 1)];
      return `try { if (!delete ${owner}.${name} || ${owner}.${name}) Object.defineProperty(${owner}, '${name}', { value: undefined, configurable: true, writable: true }); } catch {}`;
    })
    .join('\n');

/** What the console says of a `fetch` that does not answer as one does. */
const MISTAKE = /^console: Doorstep: the adapter failed \((Type|Syntax)Error/;

const scripts: readonly Row[] = [
  {
    name: 'the prototypes are frozen',
    ends: 'works',
    pressed: true,
    before: `for (const each of [Object, Array, Function, Promise, Map, Set, WeakMap, String, Number, Date, RegExp, Error,
      TypeError, EventTarget, Node, Element, HTMLElement, ShadowRoot, Event, CustomEvent, Headers, Response, URL])
      Object.freeze(each.prototype);`,
  },
  {
    name: 'everything of the language is frozen, as SES does',
    ends: 'works',
    pressed: true,
    before: `${FREEZE}
      for (const name of ['Object', 'Function', 'Array', 'Symbol', 'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef',
        'String', 'Number', 'Boolean', 'BigInt', 'Math', 'JSON', 'Reflect', 'Proxy', 'Date', 'RegExp', 'Error', 'TypeError',
        'RangeError', 'SyntaxError', 'Intl', 'ArrayBuffer', 'Uint8Array', 'DataView', 'Iterator'])
        freeze(globalThis[name]);
      freeze(async function () {}); freeze(function* () {}); freeze([][Symbol.iterator]());`,
  },
  {
    name: 'fetch is wrapped, as monitoring does',
    ends: 'works',
    pressed: true,
    before: `const real = fetch;
      fetch = async function (input, init) {
        const response = await real.call(this, new Request(input, init));
        void response.clone().text().catch(() => {});
        return response;
      };`,
  },
  {
    name: 'fetch throws',
    ends: 'silent',
    before: `fetch = () => { throw new Error('not here'); };`,
  },
  {
    name: 'fetch returns nothing',
    ends: 'silent',
    before: `fetch = () => undefined;`,
    says: MISTAKE,
  },
  {
    name: 'fetch returns odd objects',
    ends: 'silent',
    before: `fetch = async () => ({ ok: true, status: 200 });`,
    says: MISTAKE,
  },
  {
    name: 'fetch returns answers that cannot be read as a stream',
    ends: 'silent',
    before: `const real = fetch;
      fetch = async (...parts) => {
        const { ok, status, headers } = await real(...parts);
        return { ok, status, headers: { get: (name) => headers.get(name) }, json: async () => ({}) };
      };`,
    says: MISTAKE,
  },
  { name: 'the prototypes are extended, as Prototype.js does', ends: 'works', before: PROTOTYPES },
  {
    name: 'Object.prototype has members that are enumerated',
    ends: 'works',
    // In a frame, as WebKit's driver runs in the page and does not bear it.
    body: (order) => frame(order),
    after: frameSource(),
    inside: (order) =>
      framed(
        order,
        undefined,
        `for (const name of ['each', 'merge', 'clone', '$family', 'not a name'])
          Object.prototype[name] = function () { return this; };`,
      ),
  },
  {
    name: 'Promise is another, as zones do',
    ends: 'works',
    pressed: true,
    before: `const Real = Promise, real = fetch;
      const wrap = (inner) => new Mine((done, failed) => inner.then(done, failed));
      class Mine {
        constructor(run) { this.inner = new Real(run); }
        then(done, failed) { return wrap(this.inner.then(done, failed)); }
        catch(failed) { return this.then(undefined, failed); }
        finally(run) { return wrap(this.inner.finally(run)); }
        static resolve(value) { return wrap(Real.resolve(value)); }
        static reject(cause) { return wrap(Real.reject(cause)); }
        static all(list) { return wrap(Real.all(list)); }
        static race(list) { return wrap(Real.race(list)); }
      }
      globalThis.Promise = Mine;
      globalThis.fetch = (...parts) => wrap(real(...parts));`,
  },
  {
    name: 'the device’s clock stands still in 1999',
    ends: 'works',
    pressed: true,
    before: `const Real = Date, still = 925000000000;
      globalThis.Date = function (...parts) { return parts.length ? new Real(...parts) : new Real(still); };
      Object.assign(Date, { now: () => still, parse: Real.parse, UTC: Real.UTC, prototype: Real.prototype });`,
  },
  {
    name: 'Intl is there in part only',
    ends: 'works',
    before: missing(
      'Intl.RelativeTimeFormat',
      'Intl.ListFormat',
      'Intl.DurationFormat',
      'Intl.Segmenter',
      'Intl.DisplayNames',
    ),
  },
  {
    name: 'Intl.DateTimeFormat is another, as time zone spoofers do',
    ends: 'works',
    before: `const Real = Intl.DateTimeFormat;
      Intl.DateTimeFormat = function (locales, options) { return new Real(locales, { timeZone: 'Pacific/Chatham', ...options }); };
      Intl.DateTimeFormat.prototype = Real.prototype;`,
  },
  {
    name: 'there is no Intl at all',
    ends: 'served',
    short: true,
    before: `delete globalThis.Intl; globalThis.Intl = undefined;`,
    // A badge names no date here, so it needs none.
    reads: { stock: /In stock, 3 left/ },
    says: /^console: Doorstep: (unreadable|<doorstep-[a-z-]+> could not be drawn)/,
  },
  {
    name: 'a message comes that is for nobody here, as from a page that was left',
    ends: 'works',
    pressed: true,
    before: `postMessage({ order: 'Left', stock: 'Left', paid: '' }, '*');`,
  },
  {
    name: 'storage throws',
    ends: 'works',
    pressed: true,
    before: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`,
  },
  {
    name: 'no Web Locks, observers, channels, newer signals, random identifiers or custom states',
    ends: 'works',
    pressed: true,
    before: missing(
      ...['IntersectionObserver', 'ResizeObserver', 'PerformanceObserver', 'BroadcastChannel'].map(
        (name) => `globalThis.${name}`,
      ),
      ...['SharedWorker', 'CustomStateSet', 'requestIdleCallback', 'structuredClone'].map(
        (name) => `globalThis.${name}`,
      ),
      ...[
        'Navigator.prototype.locks',
        'Navigator.prototype.serviceWorker',
        'Navigator.prototype.onLine',
      ],
      ...[
        'AbortSignal.any',
        'AbortSignal.timeout',
        'Crypto.prototype.randomUUID',
        'Crypto.prototype.subtle',
      ],
      ...['ElementInternals.prototype.states', 'Element.prototype.checkVisibility'],
      ...['Promise.withResolvers', 'Promise.try', 'Array.fromAsync', 'Object.groupBy'],
    ),
  },
  {
    name: 'the page is not served securely',
    ends: 'works',
    pressed: true,
    origin: 'insecure',
  },
  {
    name: 'an observer rewrites attributes',
    ends: 'works',
    pressed: true,
    before: `addEventListener('DOMContentLoaded', () => new MutationObserver((changes) => {
        for (const { target, attributeName } of changes) {
          const value = target.getAttribute(attributeName);
          if (attributeName === 'style' || attributeName === 'class' || attributeName.startsWith('aria-')) target.removeAttribute(attributeName);
          else if (globalThis.rewritten++ < 500) target.setAttribute(attributeName, value ?? '');
        }
      }).observe(document.documentElement, { subtree: true, attributes: true }));
      globalThis.rewritten = 0;`,
  },
  {
    name: 'a blocker removes what it takes for advertising',
    ends: 'works',
    pressed: true,
    before: `addEventListener('DOMContentLoaded', () => {
        const clean = () => document.querySelectorAll('[data-doorstep-announcer], [role=status], doorstep-order > p, doorstep-stock > span')
          .forEach((each) => each.remove());
        new MutationObserver(clean).observe(document, { subtree: true, childList: true });
        clean();
      });`,
  },
  {
    name: 'the page is translated by the browser',
    ends: 'works',
    pressed: true,
    before: `addEventListener('DOMContentLoaded', () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts.filter((each) => each.nodeValue.trim())) {
          const outer = document.createElement('font'), inner = document.createElement('font');
          inner.textContent = text.nodeValue;
          outer.append(inner);
          text.replaceWith(outer);
        }
        document.documentElement.className = 'translated-ltr';
      });`,
  },
];

// ---------------------------------------------------------------- policies

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
const policy = (text: string): Row['headers'] => ({ 'content-security-policy': text });
const OURS = "trusted-types lit-html 'allow-duplicates'; require-trusted-types-for 'script'";
/** What the browser says of a policy that leaves us out. */
const REFUSED =
  /^policy: (trusted-types|require-trusted-types-for) |^console: Doorstep: <doorstep-[a-z-]+> could not be drawn/;

const policies: readonly Row[] = [
  {
    name: 'policy 1: the strict one of the README',
    ends: 'works',
    pressed: true,
    headers: policy(`${STRICT}; ${OURS}`),
  },
  {
    name: 'policy 2: strict, and not a word about trusted types',
    ends: 'works',
    headers: policy(STRICT),
  },
  {
    name: 'policy 3: scripts by nonce, and no style sheet but by nonce',
    ends: 'works',
    headers: policy(
      "default-src 'none'; script-src 'nonce-n1'; style-src 'nonce-n1'; connect-src 'self'; img-src 'self'",
    ),
    says: /^policy: style-src-elem http\S+host\.css$|^error: undefined/,
  },
  {
    name: 'policy 4: strict-dynamic, and a loader that adds us',
    ends: 'works',
    headers: policy(
      "default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; style-src 'self'; connect-src 'self'; img-src 'self'",
    ),
    library: '',
    before: `const ours = Object.assign(document.createElement('script'), { type: 'module', src: '/doorstep.js' });
      document.head.append(ours);`,
  },
  {
    name: 'policy 5: trusted types are required, by any policy',
    ends: 'works',
    headers: policy(`${STRICT}; require-trusted-types-for 'script'`),
  },
  {
    name: 'policy 6: trusted types are required, and the page’s list leaves us out',
    ends: 'served',
    short: true,
    headers: policy(`${STRICT}; require-trusted-types-for 'script'; trusted-types shop`),
    // It is drawn without templates.
    reads: { stock: /In stock, 3 left/ },
    says: REFUSED,
  },
  {
    name: 'policy 7: a sandbox without an origin',
    ends: 'silent',
    headers: policy('sandbox allow-scripts allow-forms'),
  },
  {
    name: 'policy 8: no connection is allowed',
    ends: 'silent',
    headers: policy(`${STRICT.replace("connect-src 'self'; ", '')}; ${OURS}`),
    says: /^policy: connect-src /,
  },
  {
    name: 'policy 9: no picture but from here, and a brand’s own icons from elsewhere',
    ends: 'works',
    pressed: true,
    headers: policy(`${STRICT}; ${OURS}`),
    before: `const own = document.documentElement.style;
      own.setProperty('--doorstep-icon-unknown', 'url("data:image/svg+xml,<svg/>")');
      own.setProperty('--doorstep-icon-phone', 'url("https://icons.invalid/phone.svg")');`,
    // What every icon stands beside is read all the same.
    says: /^policy: img-src |^console:.*icons\.invalid/,
  },
];

// ---------------------------------------------------------------- where it stands

/** Puts what is served into another place. */
const moveTo = (place: string): string => `
  const place = ${place};
  place.append(...document.querySelectorAll('#stage > *:not(.place)'));
  globalThis.stage = place;
  charge(place);`;

const places: readonly Row[] = [
  {
    name: 'inside another component’s shadow root',
    ends: 'works',
    pressed: true,
    after: moveTo(
      `document.querySelector('#stage').appendChild(Object.assign(document.createElement('div'), { className: 'place', id: 'open' })).attachShadow({ mode: 'open' })`,
    ),
  },
  {
    name: 'inside another component’s closed shadow root',
    ends: 'works',
    after: moveTo(
      `document.querySelector('#stage').appendChild(Object.assign(document.createElement('div'), { className: 'place' })).attachShadow({ mode: 'closed' })`,
    ),
  },
  {
    name: 'inside a modal dialog',
    ends: 'works',
    pressed: true,
    body: (order) => `<dialog open id="dialog">${tags(order)}</dialog>`,
    after: `dialog.close(); dialog.showModal();`,
  },
  {
    name: 'inside a popover that opens later',
    ends: 'works',
    pressed: true,
    // Higher than the window it could not be scrolled, whatever is in it.
    first: '<style>#popup { max-height: 100% }</style>',
    body: (order) => `<div popover id="popup">${tags(order)}</div>`,
    after: `setTimeout(() => popup.showPopover(), 300);`,
  },
  {
    name: 'inside details that open later',
    ends: 'works',
    pressed: true,
    body: (order) => `<details id="more"><summary>Order</summary>${tags(order)}</details>`,
    after: `setTimeout(() => { more.open = true; }, 300);`,
  },
  {
    name: 'inside a frame whose page is an attribute',
    ends: 'works',
    body: (order) =>
      `<iframe srcdoc="${framed(order).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
  },
  {
    name: 'inside a frame of another origin',
    ends: 'works',
    body: (order) => frame(order),
    after: frameSource("'http://127.0.0.1:' + location.port"),
    inside: (order) => framed(order),
  },
  {
    name: 'inside a sandboxed frame, without origin and storage',
    ends: 'works',
    body: (order) => frame(order, 'sandbox="allow-scripts"'),
    after: frameSource(),
    inside: (order) => framed(order, '/open/doorstep'),
  },
  {
    name: 'under a <base href> of another place',
    ends: 'works',
    pressed: true,
    library:
      '<script type="module" src="/doorstep.js"></script><base href="/somewhere/else/" target="_blank" />',
  },
  {
    name: 'adopted by another document',
    ends: 'works',
    body: (order) => `${tags(order)}<iframe id="frame" class="place"></iframe>`,
    after: `const waited = setInterval(() => {
        if (!look().order.includes('It has not arrived')) return;
        clearInterval(waited);
        globalThis.stage = frame.contentDocument;
        stage.body.append(...document.querySelectorAll('#stage > *:not(.place)'));
      }, 20);`,
    // The style sheet of a badge does not go with it, and one that was not drawn yet is as served.
    reads: { stock: /In stock|Ask us/ },
    says: /could not be drawn\. NotAllowedError/,
  },
  {
    name: 'in a window of 1280 px at 400 %',
    ends: 'works',
    reads: { wide: /^$/ },
    body: (order) => frame(order, 'class="zoomed"'),
    after: frameSource(),
    inside: (order) => framed(order),
  },
  {
    name: 'in forced colours, without motion',
    ends: 'works',
    pressed: true,
    forced: true,
    skip: { webkit: 'WebKitGTK has no forced colours to set' },
  },
  {
    name: 'from right to left by a style sheet alone',
    ends: 'works',
    pressed: true,
    reads: { wide: /^$/ },
    before: `document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { direction: rtl }' }));`,
  },
  {
    name: 'moved about in the page',
    ends: 'works',
    pressed: true,
    after: `const order = document.querySelector('doorstep-order');
      for (let i = 0; i < 20; i++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.parentNode[i % 2 ? 'prepend' : 'append'](order);
      }`,
  },
  ...[
    ['copied as a node', 'original.cloneNode(true)'],
    [
      'copied as markup',
      "Object.assign(document.createElement('div'), { innerHTML: original.innerHTML })",
    ],
  ].map(([name, copy]): Row => ({
    name: name!,
    ends: 'works',
    pressed: true,
    body: (order) => `<div id="original">${tags(order)}</div>`,
    after: `const waited = setInterval(() => {
        if (!look().order.includes('It has not arrived')) return;
        clearInterval(waited);
        const copy = ${copy};
        original.replaceWith(copy);
        globalThis.stage = copy;
      }, 20);`,
  })),
];

// ---------------------------------------------------------------- who else is there

const OTHERS =
  /^console: Doorstep: <doorstep-[a-z-]+> stays version 0\.1\.0; 0\.0\.9 is not used\.$/;

const others: readonly Row[] = [
  {
    name: 'two versions of the library',
    ends: 'works',
    pressed: true,
    library: `${LIBRARY}<script type="module" src="/other/doorstep.js"></script>`,
    says: OTHERS,
  },
  {
    name: 'a Lit of another version, whose template holds us',
    ends: 'works',
    pressed: true,
    library: `<script type="importmap">{ "imports": {
        "lit": "/lit-2/index.js", "lit-html": "/lit-2/node_modules/lit-html/lit-html.js", "lit-html/": "/lit-2/node_modules/lit-html/",
        "lit-element/": "/lit-2/node_modules/lit-element/", "@lit/reactive-element": "/lit-2/node_modules/@lit/reactive-element/reactive-element.js"
      } }</script>${LIBRARY}`,
    body: (order) => `<shop-card data-order="${order}"></shop-card>`,
    after: `import { html, LitElement } from 'lit';
      customElements.define('shop-card', class extends LitElement {
        render() {
          return html\`<doorstep-order .order=\${this.dataset.order} .src=\${'/doorstep'}></doorstep-order>
            <doorstep-stock .sku=\${'HND-BRASS'} .quantity=\${2} .src=\${'/doorstep'}></doorstep-stock>
            <form><doorstep-checkout-guard .src=\${'/doorstep'} .basket=\${[{ id: '1', sku: 'HND-BRASS', quantity: 2, noun: 'handle', nouns: 'handles' }]}><button id="pay">Pay</button></doorstep-checkout-guard></form>
            <doorstep-slot-picker .src=\${'/doorstep'} skus="WM-9KG"></doorstep-slot-picker>\`;
        }
      });
      const card = document.querySelector('shop-card');
      await card.updateComplete;
      charge(card.shadowRoot);
      globalThis.stage = card.shadowRoot;`,
  },
];

export const rows: readonly Row[] = [...scripts, ...policies, ...places, ...others];

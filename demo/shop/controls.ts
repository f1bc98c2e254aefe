import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../src/index.js';
import { readBasket } from './basket.js';
import { pageAddress, pageLanguage } from './language.js';
import { words, type Said } from './words.js';

/** What `GET /demo/state` says. Rows are those of the server's database. */
interface State {
  readonly serverNow: string;
  readonly faults: string;
  readonly orders: number;
  readonly holds: number;
  readonly refunds: number;
  readonly waiting: number;
}

/** The order the page's story is about: the lost screen, or the moved wardrobe. */
const STORY = 'FR-1042';
const WARDROBE = 'CH-77';
const DAY = 86_400_000;
const QUARTER = 900_000;
/** Milliseconds between two looks at the server; each press looks at once. */
const LOOK = 3_000;
const SLOW = 4_000;
/** The whole story happens within one offset of its zone. */
const OFFSET = '+01:00';

/** Something a person can read; its message is shown. */
class Trouble extends Error {}

const say = words[pageLanguage()];

const ask = async <T>(path: string, body?: object): Promise<T> => {
  const response = await fetch(`/demo/${path}`, {
    cache: 'no-store',
    ...(body
      ? {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }
      : {}),
  }).catch(() => {
    throw new Trouble(say.noServer);
  });
  if (response.status === 404) throw new Trouble(say.noDemo);
  if (response.status === 409) throw new Trouble(say.noneLeft);
  if (response.status === 400) throw new Trouble(say.notNow);
  if (!response.ok) throw new Trouble(say.failed(response.status));
  return (await response.json()) as T;
};

const setClock = (at: number | string): Promise<State> =>
  ask('clock', { now: typeof at === 'string' ? at : new Date(at).toISOString() });

const november = (time: string): string => `2026-11-${time}${OFFSET}`;
const today = (time: string): string => november(`23T${time}`);

/** What the buttons act on; `now` is the server's time in epoch milliseconds. */
interface Subject {
  readonly now: number;
  readonly order: string;
  readonly sku: string;
}

/** What the carrier of the wardrobe says of it; each time it is another question. */
const saturday = (): object => ({
  id: `AP-${Date.now()}`,
  trackingNumber: 'AL-DEMO-77',
  from: november('28T07:00:00'),
  before: november('28T14:00:00'),
  reason: say.lorry,
  lang: pageLanguage(),
});
const propose = async (): Promise<void> => {
  await setClock(november('24T11:45:00'));
  await ask('propose', {
    ...saturday(),
    answerBy: november('25T18:00:00'),
    ifSilent: 'stands',
  });
};
const takeBack = async (order: string): Promise<void> => {
  const response = await fetch(`/doorstep/orders/${encodeURIComponent(order)}`);
  const { order: seen } = (await response.json()) as { order?: Order };
  const open = seen?.promises
    ?.flatMap(({ revisions = [] }) => revisions)
    .find(({ state }) => state === 'proposed');
  if (!open) throw new Trouble(say.nothingOpen);
  await ask('withdraw', { order, id: open.id });
};
const estimate = async (): Promise<void> => {
  await setClock(november('26T09:20:00'));
  await ask('estimate', {
    trackingNumber: 'AL-DEMO-77',
    from: november('26T10:00:00'),
    until: november('26T11:00:00'),
  });
};

/** The maker cannot supply what the order still waits for, or the shelf what was put aside for it. */
const failSupply = async (reference: string): Promise<void> => {
  const response = await fetch(`/doorstep/orders/${encodeURIComponent(reference)}`);
  if (!response.ok) throw new Trouble(say.notNow);
  const { order } = (await response.json()) as { order: Order };
  for (const state of ['awaited', 'reserved'])
    for (const { sku, supply = [] } of order.lines ?? [])
      for (const part of supply)
        if (part.state === state)
          return void (await ask('fail-supply', {
            order: reference,
            sku,
            quantity: part.quantity,
          }));
  throw new Trouble(say.notNow);
};

/** The refund that is under way. */
const currentRefund = async (): Promise<{ reference: string; state: string }> => {
  const { refunds } = await ask<{ refunds: { reference: string; state: string }[] }>('refunds');
  const open = refunds.findLast(
    ({ state }) => !['withdrawn', 'failed', 'returned'].includes(state),
  );
  if (!open) throw new Trouble(say.noRefund);
  return open;
};

/** Goes from one daily hour of the bank to the next until the refund has got there. */
const forward = async (now: number, hour: string, states: readonly string[]): Promise<void> => {
  const days = 8;
  let refund = await currentRefund();
  let at = Date.parse(`${new Date(now).toISOString().slice(0, 10)}T${hour}:30${OFFSET}`);
  for (let day = 0; day < days && !states.includes(refund.state); at += DAY, day++) {
    if (at <= now) continue;
    await setClock(at);
    refund = await currentRefund();
  }
  if (!states.includes(refund.state)) throw new Trouble(say.notNow);
};

/** Each button by name. */
const actions = {
  reset: () => ask('reset', {}),
  before: () => setClock(today('16:59:50')),
  pass: () => setClock(today('16:59:57')),
  ten: () => setClock(today('17:10:00')),
  quarter: ({ now }) => setClock(now + QUARTER),
  day: ({ now }) => setClock(now + DAY),
  scan: ({ order }) =>
    ask('scan', { order, phase: 'in-transit', place: 'Lyon', words: 'Tri sur la plateforme' }),
  deliver: ({ order }) =>
    ask('scan', { order, phase: 'delivered', place: 'Nantes', words: 'Livré' }),
  buy: ({ sku }) => ask('sell', { sku, quantity: 1 }),
  restock: ({ sku }) => ask('restock', { sku, quantity: 5 }),
  uncounted: ({ sku }) => ask('stock', { sku }),
  fail: ({ order }) => failSupply(order),
  move: propose,
  unmove: ({ order }) => takeBack(order),
  impose: () => ask('impose', saturday()),
  silence: () => setClock(november('25T18:00:00')),
  estimate,
  lapse: () => setClock(november('26T13:59:57')),
  slotTaken: () => ask('slot', { slot: 'nantes.2026-11-28.08', capacity: 0 }),
  send: ({ now }) => forward(now, '15:00', ['sent', 'settled']),
  settle: ({ now }) => forward(now, '08:00', ['settled']),
  block: async ({ now }) =>
    ask('block', {
      reference: (await currentRefund()).reference,
      blocked: {
        by: { kind: 'bank' },
        ...say.blocked,
        deadline: new Date(now + DAY).toISOString(),
      },
    }),
  unblock: async () => ask('block', { reference: (await currentRefund()).reference }),
  back: async () =>
    ask('refund', { reference: (await currentRefund()).reference, state: 'returned' }),
} satisfies Record<string, (subject: Subject) => Promise<unknown>>;
type Action = keyof typeof actions;

const faults = {
  none: {},
  down: {},
  slow: { delay: SLOW },
  '500': {},
  'lose-answers': { times: 1 },
} as const;
type Fault = keyof typeof faults;

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  timeStyle: 'medium',
});
const dateFormat = new Intl.DateTimeFormat(pageLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
  timeZone: 'Europe/Paris',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/**
 * The demo's own controls: they turn the server's clock, the carrier, the bank and what can go wrong.
 * No part of the shop, and no part of the library.
 */
export class DemoControls extends LitElement {
  static override properties = {
    order: {},
    sku: {},
    state: { state: true },
    trouble: { state: true },
    done: { state: true },
    running: { state: true },
    opened: { state: true },
  };

  /** The order the page shows. */
  declare order: string | undefined;
  /** The goods the page sells; without an order the buttons are about these. */
  declare sku: string | undefined;
  declare private state: State | undefined;
  declare private trouble: string;
  declare private done: string;
  declare private running: Action | Fault | undefined;
  declare private opened: boolean;
  /** Server time minus the time since the page began, milliseconds. */
  #ahead = 0;
  #look: ReturnType<typeof setTimeout> | undefined;
  #tick: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.trouble = this.done = '';
    this.opened = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
    // The button of the card was pressed: the table may have one row more.
    document.addEventListener('doorstep-outcome', this.#seen);
    this.#seen();
    this.#ticks();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#seen);
    document.removeEventListener('doorstep-outcome', this.#seen);
    clearTimeout(this.#look);
    clearTimeout(this.#tick);
  }

  get #now(): number {
    return performance.now() + this.#ahead;
  }

  /** In the basket, what was put into it first. */
  get #goodsShown(): string {
    return (this.hasAttribute('basket') && readBasket()[0]?.sku) || (this.sku ?? '');
  }

  get #subject(): Subject {
    return { now: this.#now, order: this.order ?? '', sku: this.#goodsShown };
  }

  #seen = (): void => {
    clearTimeout(this.#look);
    if (document.visibilityState === 'hidden') return;
    void this.#read().finally(() => {
      clearTimeout(this.#look);
      this.#look = setTimeout(this.#seen, LOOK);
    });
  };

  #ticks = (): void => {
    if (this.state) this.requestUpdate();
    this.#tick = setTimeout(this.#ticks, 1000 - (((this.#now % 1000) + 1000) % 1000));
  };

  async #read(): Promise<void> {
    try {
      this.state = await ask<State>('state');
      const ahead = Date.parse(this.state.serverNow) - performance.now();
      const moved = Math.abs(ahead - this.#ahead) > 500;
      this.#ahead = ahead;
      if (moved) {
        clearTimeout(this.#tick);
        this.#ticks();
      }
      // A button's own trouble stays until the next press; that the server was away does not.
      if (this.trouble === say.noServer) this.trouble = '';
    } catch (error) {
      this.trouble = error instanceof Trouble ? error.message : say.failed(0);
    }
  }

  async #press(name: Action | Fault, said: string, work: () => Promise<unknown>): Promise<void> {
    if (this.running !== undefined) return;
    this.running = name;
    this.trouble = this.done = '';
    try {
      await work();
      this.done = said;
    } catch (error) {
      this.trouble = error instanceof Trouble ? error.message : say.failed(0);
    }
    await this.#read();
    this.running = undefined;
  }

  #act(name: Action, [label, said]: Said): TemplateResult {
    return html`<button
      type="button"
      name=${name}
      aria-disabled=${this.running !== undefined}
      @click=${() => this.#press(name, said, () => actions[name](this.#subject))}
    >
      ${label}
    </button>`;
  }

  #fault(name: Fault, [label, said]: Said): TemplateResult {
    const work = async () => {
      await ask('faults', { mode: name, ...faults[name] });
      // Moved by nothing, the clock is news all the same: every open page asks again, and meets the fault.
      await setClock(this.#now);
    };
    return html`<button
      type="button"
      name=${name}
      aria-pressed=${this.state?.faults === name}
      aria-disabled=${this.running !== undefined}
      @click=${() => this.#press(name, said, work)}
    >
      ${label}
    </button>`;
  }

  #count(name: 'refunds' | 'waiting' | 'orders' | 'holds', label: string): TemplateResult {
    return html`<dt>${label}</dt>
      <dd class="count" id=${name}>${this.state?.[name] ?? '–'}</dd>`;
  }

  get #hint(): string {
    return this.order === STORY ? say.hint : this.order === WARDROBE ? say.hintMove : say.hintGoods;
  }

  #turns(): TemplateResult {
    switch (this.order) {
      case undefined:
        return this.#goods();
      case STORY:
        return this.#story();
      case WARDROBE:
        return this.#wardrobe();
      default:
        return this.#order();
    }
  }

  #story(): TemplateResult {
    return html`<fieldset>
        <legend>${say.clock}</legend>
        ${this.#act('reset', say.reset)} ${this.#act('before', say.before)}
        ${this.#act('pass', say.pass)} ${this.#act('ten', say.ten)} ${this.#act('day', say.day)}
      </fieldset>
      <fieldset>
        <legend>${say.carrier}</legend>
        ${this.#act('scan', say.scan)} ${this.#act('deliver', say.deliver)}
      </fieldset>
      ${this.#bank()}`;
  }

  #wardrobe(): TemplateResult {
    return html`<fieldset>
        <legend>${say.carrier}</legend>
        ${this.#act('move', say.move)} ${this.#act('unmove', say.unmove)}
        ${this.#act('impose', say.impose)} ${this.#act('estimate', say.estimate)}
      </fieldset>
      <fieldset>
        <legend>${say.clock}</legend>
        ${this.#act('reset', say.reset)} ${this.#act('silence', say.silence)}
        ${this.#act('lapse', say.lapse)} ${this.#act('quarter', say.quarter)}
      </fieldset>
      ${this.#bank(html`${this.#act('block', say.block)} ${this.#act('unblock', say.unblock)}`)}`;
  }

  #bank(more: unknown = nothing): TemplateResult {
    return html`<fieldset>
      <legend>${say.bank}</legend>
      ${this.#act('send', say.send)} ${this.#act('settle', say.settle)}
      ${this.#act('back', say.back)} ${more}
    </fieldset>`;
  }

  #order(): TemplateResult {
    return html`<fieldset>
        <legend>${say.maker}</legend>
        ${this.#act('fail', say.fail)}
      </fieldset>
      <fieldset>
        <legend>${say.clock}</legend>
        ${this.#act('quarter', say.quarter)} ${this.#act('day', say.day)}
      </fieldset>
      ${this.#bank()}`;
  }

  #goods(): TemplateResult {
    return html`<fieldset>
        <legend>${say.shelf(this.#goodsShown)}</legend>
        ${this.#act('buy', say.buy)} ${this.#act('restock', say.restock)}
        ${this.#act('uncounted', say.uncounted)}
        ${this.hasAttribute('basket') ? this.#act('slotTaken', say.slotTaken) : nothing}
      </fieldset>
      <fieldset>
        <legend>${say.clock}</legend>
        ${this.#act('reset', say.reset)} ${this.#act('quarter', say.quarter)}
        ${this.#act('day', say.day)}
      </fieldset>`;
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const time = state ? clockFormat.format(this.#now) : '--:--:--';
    return html`<aside aria-label=${say.title}>
      <button
        type="button"
        class="drawer"
        aria-expanded=${this.opened}
        aria-controls="inside"
        @click=${() => (this.opened = !this.opened)}
      >
        <span>${say.title}</span><b>${time}</b>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 10l5-5 5 5" /></svg>
      </button>
      <div id="inside" class=${this.opened ? 'inside opened' : 'inside'}>
        <header>
          <h2>${say.title}</h2>
          <p>${say.about}</p>
        </header>
        <dl>
          <dt class="clock">${say.serverTime}</dt>
          <dd class="clock digits"><time datetime=${state?.serverNow ?? nothing}>${time}</time></dd>
          <dd class="date">${state ? dateFormat.format(this.#now) : ''}, Europe/Paris</dd>
          ${this.order ? this.#count('refunds', say.refunds) : this.#count('orders', say.orders)}
          ${this.order ? this.#count('waiting', say.waiting) : this.#count('holds', say.holds)}
        </dl>
        <p role="status" class=${this.trouble ? 'trouble' : ''}>
          ${this.running === undefined ? this.trouble || this.done || this.#hint : say.working}
        </p>
        ${this.#turns()}
        <fieldset>
          <legend>${say.backend}</legend>
          ${this.#fault('none', say.none)} ${this.#fault('down', say.down)}
          ${this.#fault('slow', say.slow)} ${this.#fault('500', say.errors)}
          ${this.#fault('lose-answers', say.lose)}
        </fieldset>
        <nav aria-label=${say.stories}>
          <a href=${pageAddress('./index.html')}>${say.screen}</a>
          <a href=${pageAddress('./wardrobe.html')}>${say.wardrobe}</a>
          <a href=${pageAddress('./kitchen.html')}>${say.kitchen}</a>
          <a href=${pageAddress('./customs.html')}>${say.customs}</a>
          <a href=${pageAddress('./served.html')}>${say.served}</a>
          <a href=${pageAddress('./washing-machine.html')}>${say.machine}</a>
          <a href=${pageAddress('./served-checkout.html')}>${say.servedCheckout}</a>
          <a href=${pageAddress('./handles.html')}>${say.handles}</a>
          <a href=${pageAddress('./listing.html')}>${say.glassware}</a>
          <a href="./embed.html">${say.embed}</a> <a href="./gallery.html">${say.gallery}</a>
          <a href=${pageAddress('./studio.html')}>${say.studio}</a>
        </nav>
      </div>
    </aside>`;
  }

  static override styles = css`
    :host {
      display: block;
      position: sticky;
      bottom: 0;
      z-index: 2147483647;
      color-scheme: dark;
      scrollbar-color: #6b7686 #1b2027;
      --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
      font:
        14px/1.4 system-ui,
        'Segoe UI',
        'Noto Sans',
        sans-serif;
      color: #d5dbe3;
    }
    aside {
      background: #1b2027;
      border-top: 4px solid;
      border-image: repeating-linear-gradient(135deg, #e0b04a 0 10px, #1b2027 10px 20px) 4;
    }
    * {
      box-sizing: border-box;
      letter-spacing: normal;
      hyphens: manual;
    }
    h2,
    p,
    dl,
    dd,
    fieldset,
    legend {
      margin: 0;
      padding: 0;
      border: 0;
    }
    h2 {
      font: 700 14px/1.4 var(--mono);
      color: #e0b04a;
    }
    a {
      color: #9ecbff;
      display: inline-block;
      padding: 13px 0;
      margin-inline-end: 16px;
    }
    button {
      font: inherit;
      min-height: 44px;
      padding: 6px 10px;
      text-align: start;
      color: #f0f3f7;
      background: #272e38;
      border: 1px solid #6b7686;
      border-radius: 4px;
      cursor: pointer;
    }
    button:hover {
      background: #323b48;
    }
    button[aria-pressed='true'] {
      background: #e0b04a;
      border-color: #e0b04a;
      color: #1b2027;
    }
    button[aria-disabled='true'] {
      cursor: progress;
    }
    :focus-visible {
      outline: 3px solid #9ecbff;
      outline-offset: 2px;
    }
    .drawer {
      display: flex;
      align-items: center;
      gap: 12px;
      width: 100%;
      min-height: 48px;
      padding: 0 16px;
      border: 0;
      border-radius: 0;
      background: none;
      color: #e0b04a;
      font-family: var(--mono);
    }
    .drawer:focus-visible {
      outline-offset: -3px;
    }
    .drawer b {
      margin-inline-start: auto;
      font-weight: 400;
      color: #f0f3f7;
    }
    svg {
      width: 16px;
      height: 16px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.6;
    }
    [aria-expanded='true'] svg {
      rotate: 180deg;
    }
    header {
      display: none;
    }
    .inside {
      display: none;
      gap: 16px;
      padding: 4px 16px 16px;
      max-height: 45vh;
      max-height: 45dvh;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    .opened {
      display: grid;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px 12px;
      font-variant-numeric: tabular-nums;
    }
    /* The drawer's handle shows it already. */
    .clock {
      display: none;
    }
    .date {
      grid-column: 1 / -1;
      margin-bottom: 8px;
      color: #a3adba;
    }
    .count {
      text-align: end;
      color: #f0f3f7;
    }
    [role='status'] {
      min-height: 2.9em;
      padding-inline-start: 10px;
      border-inline-start: 3px solid #6b7686;
      color: #f0f3f7;
    }
    .trouble {
      border-color: #ff9d8a;
      color: #ffb5a6;
    }
    fieldset {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 8px;
      min-width: 0;
    }
    fieldset button:last-child:nth-of-type(odd) {
      grid-column: 1 / -1;
    }
    legend {
      margin-bottom: 6px;
      color: #a3adba;
    }
    @media (max-width: 339px) {
      fieldset {
        grid-template-columns: 1fr;
      }
    }
    @media (min-width: 700px) and (max-width: 1079px) {
      fieldset {
        grid-template-columns: repeat(3, 1fr);
      }
    }
    @media (min-width: 1080px) {
      :host {
        inset: 0 auto auto auto;
      }
      aside {
        height: 100vh;
        height: 100dvh;
        overflow-y: auto;
        border-top: 0;
        border-left: 6px solid;
        border-image: repeating-linear-gradient(135deg, #e0b04a 0 10px, #1b2027 10px 20px) 6;
      }
      .drawer {
        display: none;
      }
      header {
        display: block;
      }
      header p {
        margin-top: 4px;
        color: #a3adba;
      }
      .inside {
        display: grid;
        max-height: none;
        gap: 18px;
        padding: 20px;
      }
      .clock {
        display: block;
        grid-column: 1 / -1;
      }
      .digits {
        color: #f0f3f7;
        font: 32px/1.2 var(--mono);
      }
    }
    @media (forced-colors: active) {
      button[aria-pressed='true'] {
        border-width: 3px;
        border-color: Highlight;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-controls': DemoControls;
  }
}

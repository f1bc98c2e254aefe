/** What the element tests share: standing elements up, reading the screen, moving time. */
import { expect, waitUntil as waitUntilBefore } from '@open-wc/testing';
import type { LitElement } from 'lit';
// Loaded here, so that no test waits for it.
import '../../src/elements/remedy/more.js';
import { messagesFor } from '../../src/i18n/index.js';
import { remedy as english } from '../../src/i18n/locales/en/remedy.js';
import '../../src/i18n/locales/fr.js';
import { france } from '../../src/law/fr.js';
import { useLaw } from '../../src/law/law.js';
import { slotAdapterFor, type SlotStateExample } from '../../demo/slot-states.js';
import { adapterFor, inLanguage, orderStates, type OrderStateExample } from '../../demo/states.js';
import type { AdapterRequest, OrderAdapter } from '../../src/adapter/index.js';
import type { Order } from '../../src/model/index.js';
import { askApart, isServedFirst, standServed } from './served-first.js';

// Loaded here, so that no test waits for it.
if (isServedFirst) await import('../../src/elements/replace.js');
// Only the orders that name the country tell of it.
useLaw(france);

export const isChromium = navigator.userAgent.includes('Chrome');
export const isFirefox = navigator.userAgent.includes('Firefox');

/** In `npm run test:deep` and in `.ci/run`. */
export const isThorough = document.documentElement.hasAttribute('data-thorough');
/** What repeats a run. */
export const seed = Number(document.documentElement.dataset['seed']);

/** Whether a case is among those of this run: all where there is time for it, else one in `many`, by the seed. */
export const isDrawn = (place: number, many: number): boolean =>
  isThorough || (place + seed) % many === 0;

type Tag = 'doorstep-order' | 'doorstep-parcel' | 'doorstep-remedy' | 'doorstep-stock';
export type OrderTag = Exclude<Tag, 'doorstep-stock'>;

// ---------------------------------------------------------------- what may never happen

const troubles: string[] = [];
addEventListener('error', (event) => troubles.push(`error: ${event.message}`));
addEventListener('unhandledrejection', (event) =>
  troubles.push(`rejection: ${String(event.reason)}`),
);

export let warnings: string[] = [];
const { warn } = console;

/** What was compared goes to the runner as JSON; an element has none, and the run would wait for it in vain. */
const tellInWords = (failure: Partial<Record<string, unknown>> = {}): void => {
  for (const side of ['actual', 'expected'])
    if (failure[side] instanceof Element) failure[side] = which(failure[side]);
};

/** Called at the top of each file: what is left of one test never reaches the next, and nothing reaches the page. */
export const guard = (): void => {
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => {
      const text = words.map(String).join(' ');
      if (!text.startsWith('Lit is in dev mode')) warnings.push(text);
    };
    localStorage.clear();
    region()?.replaceChildren();
  });
  afterEach(function () {
    tellInWords(this.currentTest?.err as Partial<Record<string, unknown>> | undefined);
    time?.restore();
    for (const place of [...places]) place.remove();
    places.clear();
    ahead = 0;
    Reflect.deleteProperty(performance, 'now');
    console.warn = warn;
    localStorage.clear();
    expect(troubles.splice(0), 'nothing is thrown into the page').to.deep.equal([]);
  });
};

// ---------------------------------------------------------------- standing elements up

const places = new Set<HTMLElement>();

/** A place in the page that is cleared after the test. */
export const place = (attributes: Record<string, string> = {}): HTMLElement => {
  const made = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  document.body.append(made);
  places.add(made);
  return made;
};

/**
 * What is far from the window is not laid out but given the room of five events, so that nothing of it can be
 * read or measured; nor can what is near, before the first frame. From here on the whole page is.
 */
export const layOutAll = (): void => {
  const near = document.createElement('style');
  near.textContent = '::part(timeline) { content-visibility: visible }';
  document.head.append(near);
};

/** An element with its properties, in the page, after its first answer. */
export const stand = async <T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]> = {},
  parent: Node = place(),
): Promise<HTMLElementTagNameMap[T]> => {
  const served = await standServed(tag, properties, parent);
  const element = served ?? document.createElement(tag);
  if (!served) {
    Object.assign(element, properties);
    parent.appendChild(element);
  }
  await settle(element);
  return element;
};

const realTimeout = setTimeout.bind(window);
export const tick = (): Promise<void> => new Promise((resolve) => realTimeout(resolve, 0));

/** Waits until answers that are already there have been drawn, in this element and those inside it. */
export const settle = async (element: Element): Promise<void> => {
  for (let round = 0; round < 4; round++) {
    await tick();
    if (element.isConnected)
      for (const inner of deep(element)) await (inner as Partial<LitElement>).updateComplete;
  }
};

const channel = new MessageChannel();

/**
 * As {@link settle} for one element and answers that need no timer, a thousand times over: browsers hold
 * timers that follow each other back by four milliseconds, and a message by nothing.
 */
export const drawn = async (element: LitElement): Promise<void> => {
  for (let round = 0; round < 4; round++) {
    await new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(undefined);
    });
    await element.updateComplete;
  }
};

/** Waits until something holds. The end is for what never comes, and far beyond what a slow machine needs. */
export const waitUntil = (holds: () => unknown, message?: string): Promise<void> =>
  waitUntilBefore(() => Boolean(holds()), message, { interval: 5, timeout: 30_000 });

let ahead = 0;

/** A button that has only just appeared asks for a second look: by the page's clock, half a second passes. */
export const untilSettledButton = async (): Promise<void> => {
  ahead += 520;
  performance.now = () => Performance.prototype.now.call(performance) + ahead;
  await tick();
};

let moments = 0;

/** Real time stands still meanwhile: what is done in here is done at once, however slow the machine. */
export const inOneMoment = async <T>(work: () => Promise<T>): Promise<T> => {
  if (!moments++) {
    const now = performance.now();
    performance.now = () => now;
  }
  try {
    return await work();
  } finally {
    if (!--moments) Reflect.deleteProperty(performance, 'now');
  }
};

// ---------------------------------------------------------------- reading the screen

/** The element and everything inside it, through shadow roots. */
export const deep = (from: Element | ShadowRoot): Element[] => {
  const found: Element[] = from instanceof Element ? [from] : [];
  if (from instanceof Element && from.shadowRoot) found.push(...deep(from.shadowRoot));
  for (const child of from.children) found.push(...deep(child));
  return found;
};

export const all = (from: Element, selector: string): HTMLElement[] =>
  deep(from).filter((element): element is HTMLElement => element.matches(selector));

export const one = (from: Element, selector: string): HTMLElement | undefined =>
  all(from, selector)[0];

export const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

const BLOCKS = 'p,div,li,ol,ul,dl,dt,dd,button,small,article,section,time,.when';

/** What is on the screen, as a reader sees it: slots filled, hidden parts left out, spaces plain. */
export const screen = (element: Element): string => plain(read(element));

const read = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element)) return [...node.childNodes].map(read).join('');
  if (getComputedStyle(node).display === 'none') return '';
  if (node instanceof HTMLSlotElement && node.assignedNodes().length)
    return node.assignedNodes().map(read).join('');
  const inner = [...(node.shadowRoot ?? node).childNodes].map(read).join('');
  return node.matches(BLOCKS) ? ` ${inner} ` : inner;
};

export const sentence = (element: Element): string =>
  plain(one(element, '[part="sentence"]')?.textContent ?? '');

/** A button by what is written on it. */
export const button = (element: Element, words: string | RegExp): HTMLButtonElement | undefined =>
  all(element, 'button').find((each) => {
    const name = plain(read(each));
    return typeof words === 'string' ? name.includes(words) : words.test(name);
  }) as HTMLButtonElement | undefined;

export const refundButton = (element: Element): HTMLButtonElement | undefined =>
  one(element, '[part="refund"]') as HTMLButtonElement | undefined;

/** The element that has the focus, through shadow roots; `undefined` when it is nowhere. */
export const focused = (): Element | undefined => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body ? active : undefined;
};

/** An element in words: a failed comparison of elements themselves would print the whole document. */
export const which = (element: Element | null | undefined): string =>
  element ? plain(`${element.localName} ${element.part.value} ${element.textContent}`) : 'nothing';

/** The page's live region. */
export const region = (): HTMLElement | null =>
  document.body.querySelector('[data-doorstep-announcer]');

// ---------------------------------------------------------------- moving time

interface FakeTime {
  /** Lets this many milliseconds pass, with everything that happens in them. */
  pass(milliseconds: number): Promise<void>;
  /** Milliseconds that passed since the start. */
  readonly passed: number;
  restore(): void;
}
let time: FakeTime | undefined;
// Never used twice: what one test has left behind must not cancel a timer of the next.
let handles = 1e9;

/** From now on timers and clocks move only by hand. Put back after the test. */
export const fakeTime = (): FakeTime => {
  time?.restore();
  const real = {
    setTimeout: window.setTimeout,
    clearTimeout: window.clearTimeout,
    dateNow: Date.now,
  };
  const start = performance.now();
  const wall = Date.now();
  let passed = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  window.setTimeout = ((run: () => void, delay = 0) => {
    timers.set(++handles, { at: passed + Math.max(delay, 0), run });
    return handles;
  }) as never;
  window.clearTimeout = ((handle: number) => {
    if (!timers.delete(handle)) real.clearTimeout.call(window, handle);
  }) as never;
  performance.now = () => start + passed;
  Date.now = () => wall + passed;
  time = {
    get passed() {
      return passed;
    },
    async pass(milliseconds) {
      const end = passed + milliseconds;
      await tick();
      for (;;) {
        const next = [...timers].sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
        if (!next || next[1].at > end) break;
        timers.delete(next[0]);
        passed = Math.max(passed, next[1].at);
        next[1].run();
        await tick();
      }
      passed = end;
      await tick();
      await tick();
    },
    restore() {
      window.setTimeout = real.setTimeout;
      window.clearTimeout = real.clearTimeout;
      Reflect.deleteProperty(performance, 'now');
      Date.now = real.dateNow;
      time = undefined;
    },
  };
  return time;
};

/** A backend's clock that runs from an instant on, by the page's monotonic time. */
export const clockFrom = (instant: string): (() => number) => {
  const start = performance.now();
  return () => Date.parse(instant) + performance.now() - start;
};

// ---------------------------------------------------------------- backends

/** A backend that can be looked at. */
export interface Spy extends OrderAdapter {
  readonly asked: { reference: string; request: AdapterRequest }[];
  readonly acted: unknown[];
  readonly stopped: () => number;
  readonly watched: () => number;
  change(order: Order): void;
}

/** A backend that answers with an order, counts, and tells of changes by itself. */
export const backend = (
  order: Order,
  now: () => number,
  more: Partial<OrderAdapter> & { latency?: number } = {},
): Spy => {
  let current = order;
  let stopped = 0;
  let watched = 0;
  const notifiers = new Set<() => void>();
  const stamp = (): string => new Date(now()).toISOString();
  const asked: Spy['asked'] = [];
  const acted: unknown[] = [];
  const { latency, act, ...rest } = more;
  const mute = 'act' in more && act === undefined;
  const spy: Spy = {
    asked,
    acted,
    stopped: () => stopped,
    watched: () => watched,
    change(next) {
      current = next;
      for (const notify of notifiers) notify();
    },
    async order(reference, request) {
      asked.push({ reference, request });
      const serverNow = stamp();
      if (latency) await new Promise((resolve) => setTimeout(resolve, latency));
      return { serverNow, order: { ...current, reference } };
    },
    ...(!mute && {
      async act(command, request) {
        acted.push(command);
        return act
          ? act(command, request)
          : {
              serverNow: stamp(),
              outcome: {
                status: 'pending',
                ...('amount' in command && { amount: command.amount }),
              },
            };
      },
    }),
    outcome: async () => ({ serverNow: stamp(), outcome: { status: 'unknown' } }),
    watch(topics, notify, alive) {
      watched++;
      const tell = (): void => notify({ topic: topics[0]!, serverNow: stamp() });
      notifiers.add(tell);
      let timer: number;
      const beat = (): void => {
        timer = window.setTimeout(beat, 15_000);
        alive(true);
      };
      beat();
      return () => {
        stopped++;
        clearTimeout(timer);
        notifiers.delete(tell);
      };
    },
    ...rest,
  };
  if (!latency && !rest.order)
    askApart(spy.order, async (reference) => ({
      serverNow: stamp(),
      order: { ...current, reference },
    }));
  return spy;
};

/** A state, and whether its record is opened. */
export type Example = OrderStateExample;

/** The order of a state, by the state's name. */
export const orderNamed = (name: string): Order =>
  orderStates.find((example) => example.name === name)!.order!;

/** A state of `demo/states.ts` on the screen. */
export const standState = async (
  tag: OrderTag,
  example: Example,
  language = 'en',
  parent: HTMLElement = place(),
): Promise<HTMLElementTagNameMap[OrderTag]> => {
  const spoken = inLanguage(example, language);
  const adapter = adapterFor(spoken);
  const { confirmAbove, fault } = example;
  if (!fault || fault === 'after-first') askApart(adapter.order, adapterFor(spoken).order);
  return stand(
    tag,
    {
      adapter,
      order: example.order?.reference ?? 'FR-1042',
      ...(language !== 'en' && { lang: language }),
      ...(confirmAbove !== undefined && tag !== 'doorstep-parcel' && { confirmAbove }),
    },
    parent,
  );
};

/** A state of `demo/slot-states.ts` on the screen. */
export const standSlotState = <T extends 'doorstep-order' | 'doorstep-slot'>(
  tag: T,
  example: SlotStateExample,
  language: string,
  parent: HTMLElement,
): Promise<HTMLElementTagNameMap[T]> => {
  const adapter = slotAdapterFor(example, language);
  askApart(adapter.order, adapter.order);
  const { reference: order } = example.order;
  const properties = { adapter, order, ...(language !== 'en' && { lang: language }) };
  return stand(tag, properties as Partial<HTMLElementTagNameMap[T]>, parent);
};

/** What a state still needs once it stands: the press, or the second question that fails. */
export const act = async (example: Example, elements: Element[]): Promise<void> => {
  if (example.press) {
    await untilSettledButton();
    for (const element of elements) {
      (example.press === 'choice'
        ? one(element, '.choices button')
        : example.press === 'ground'
          ? button(
              element,
              messagesFor(
                'remedy',
                element.closest('[lang]')?.getAttribute('lang') ?? 'en',
                english,
              ).other,
            )
          : refundButton(element)
      )?.click();
      if (example.press !== 'ground') continue;
      await settle(element);
      one(element, '[part="grounds"] input')?.click();
    }
  }
  if (example.open)
    for (const element of elements)
      for (const each of all(element, 'details')) (each as HTMLDetailsElement).open = true;
  if (example.open)
    for (const element of elements)
      for (const each of all(element, '[aria-expanded]')) each.click();
  if (example.fault === 'after-first') document.dispatchEvent(new Event('visibilitychange'));
  for (const element of elements) await settle(element);
};

/** The states as {@link inEveryState} takes them. */
export const walk = (
  tag: OrderTag,
  examples: readonly Example[],
): {
  name: string;
  stand: (form: { language: string }, parent: HTMLElement) => Promise<Element>;
  then: (elements: Element[]) => Promise<void>;
}[] =>
  examples.map((example) => ({
    name: example.name,
    stand: ({ language }, parent) => standState(tag, example, language, parent),
    then: (elements) => act(example, elements),
  }));

export const day = (date: string, clock: string): string => `2026-11-${date}T${clock}+01:00`;

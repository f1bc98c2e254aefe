/**
 * Elements as a server writes them. In the run `served-first` each one stands in the page like that before it
 * is alive, so that what the tests say is said of an element that was taken over.
 */
import { executeServerCommand } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { AdapterRequest, OrderAdapter } from '../../src/adapter/index.js';
import type { OrderAnswer, SlotsAnswer, StockAnswer } from '../../src/model/index.js';
import type { ServedOrderOptions } from '../../src/server/server.js';

export const isServedFirst = document.documentElement.hasAttribute('data-served-first');

/** What is written: the answer that a server has, and how it is asked to write it. */
export interface Served {
  readonly tag: string;
  readonly answer: OrderAnswer | SlotsAnswer | StockAnswer;
  readonly options: ServedOrderOptions;
}

/** The markup of some elements, each `undefined` in a language that the server does not speak. */
export const write = (elements: readonly Served[]): Promise<(string | undefined)[]> =>
  executeServerCommand('doorstep:served', elements as never);

/** Puts served markup into the page as a parser does, shadow roots and all. */
export const put = (wrapper: HTMLElement, markup: string): HTMLElement => {
  (wrapper as unknown as { setHTMLUnsafe(markup: string): void }).setHTMLUnsafe(markup);
  return wrapper.firstElementChild as HTMLElement;
};

export const request: AdapterRequest = {
  signal: new AbortController().signal,
  locale: 'en',
  freshness: 'any',
};

type Order = OrderAdapter['order'];
type Stock = NonNullable<OrderAdapter['stock']>;

const apart = new WeakMap<Order | Stock, Order | Stock>();

/** Tells how the same question is answered without any test's counting it, for the server to ask it. */
export const askApart = <T extends Order | Stock>(ask: T | undefined, same: T): void => {
  if (ask) apart.set(ask, same);
};

/** What a server would have been told; `undefined` where only the backend under test could say. */
const answerOf = (
  adapter: OrderAdapter,
  order: string | undefined,
  sku: string | undefined,
): Promise<OrderAnswer | StockAnswer> | undefined => {
  // What the adapter in memory is asked changes nothing in it.
  const known = <T extends Order | Stock>(ask: T | undefined): T | undefined =>
    ask && ((apart.get(ask) as T | undefined) ?? ('loseNextAnswer' in adapter ? ask : undefined));
  return order
    ? known(adapter.order)?.(order, request)
    : sku
      ? known(adapter.stock)?.([sku], request)
      : undefined;
};

const languageAround = (node: Node | null): string =>
  node
    ? (node as HTMLElement).lang || languageAround(node.parentNode ?? (node as ShadowRoot).host)
    : 'en';

/** What a page sets on an element that a server can know of. */
interface Properties {
  readonly adapter?: OrderAdapter;
  readonly lang?: string;
  readonly order?: string;
  readonly shipment?: string;
  readonly promise?: string;
  readonly sku?: string;
  readonly quantity?: number;
  readonly headingLevel?: number;
}

const realTimeout = setTimeout.bind(window);

/**
 * Stands an element in the page as a server wrote it, and gives it its properties there.
 *
 * @returns `undefined` where there is nothing that a server could have written
 */
export const standServed = async <T extends HTMLElement>(
  tag: string,
  properties: Partial<T>,
  parent: Node,
): Promise<T | undefined> => {
  const { adapter, order, sku, lang, ...more } = properties as Properties;
  if (!isServedFirst || !adapter) return undefined;
  const answer = await answerOf(adapter, order, sku)?.catch(() => undefined);
  if (!answer) return undefined;
  const { quantity, shipment, promise, headingLevel } = more;
  const attributes = { sku, quantity, shipment, promise, 'heading-level': headingLevel };
  const language = lang || languageAround(parent);
  const options = {
    ...{ language, styles: '/served.css', claim: { action: '/claim' } },
    readOnly: !adapter.act,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    ),
  };
  const [markup] = await write([{ tag, answer, options }]);
  if (!markup) return undefined;
  const element = put(document.createElement('div'), markup) as T;
  // A page that changes its language around the element means it.
  if (!lang) element.removeAttribute('lang');
  parent.appendChild(element);
  const isDrawn = (): boolean => !element.shadowRoot?.querySelector('link');
  if (order && isDrawn()) throw new Error(`<${tag}> did not stand served`);
  Object.assign(element, properties);
  // Not by the time of the tests.
  for (let wait = 0; wait < 1000 && (!isDrawn() || !element.shadowRoot); wait++)
    await new Promise((resolve) => realTimeout(resolve, 0));
  if (!isDrawn()) throw new Error(`<${tag}> was not taken over`);
  await (element as unknown as LitElement).updateComplete;
  return element;
};

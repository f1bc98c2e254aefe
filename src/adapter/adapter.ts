/**
 * # Connect your backend
 *
 * An adapter is an object with one required method, `order`. It turns whatever your backend says into
 * the plain JSON of the model, and that is all: no rule, no text, no cache, no retry. Every
 * other method is a capability; what is absent is simply not offered to the customer.
 *
 * - **Say what you know, leave out what you do not.** Only an order's `reference` is required. A
 *   missing field is shown as unknown; a guessed one is shown as true.
 * - **Say who and when.** `source`, `observedAt` and `maxAge` travel with each fact.
 * - **Say your time.** `serverNow` in each answer; deadlines run on your clock, not on the phone's.
 * - **Throw {@link AdapterError}** when you cannot answer. Any other error counts as `unavailable`.
 * - **Answers are checked.** What does not fit the model is taken out, named in one console warning,
 *   and shown as unknown. The rest stays.
 *
 * @example
 * const adapter = {
 *   async order(reference, { signal }) {
 *     const response = await fetch(`/api/orders/${encodeURIComponent(reference)}`, { signal });
 *     if (!response.ok) throw new AdapterError(response.status === 404 ? 'not-found' : 'unavailable');
 *     const mine = await response.json();
 *     return {
 *       serverNow: mine.now,
 *       order: {
 *         reference: mine.number,
 *         observedAt: mine.updated_at,
 *         promises: [{ id: 'delivery', kind: 'by', before: mine.due, timeZone: 'Europe/Paris' }],
 *       },
 *     };
 *   },
 * };
 */
import type {
  Basket,
  BasketAnswer,
  Change,
  Command,
  OrderAnswer,
  OutcomeAnswer,
  SlotQuery,
  SlotsAnswer,
  StockAnswer,
} from '../model/index.js';

/** What comes with every call. */
export interface AdapterRequest {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** BCP 47 language the customer reads, for texts the backend writes. */
  readonly locale: string;
  /** `fresh` means: pass every cache, the customer asks now. */
  readonly freshness: 'any' | 'fresh';
  /** With `act`: the same for every attempt at the same action, for an `Idempotency-Key`. */
  readonly attemptKey?: string;
  /** Who asks, as your own session knows it: set on the server alone, by the handler of the HTTP contract. */
  readonly customer?: string;
}

/** Called for each change, and with `undefined` after a gap: then everything watched is asked again. */
export type Notify = (change: Change | undefined) => void;

/** How a live connection tells that it lives: `true` with every sign of life, `false` when it is lost. */
export type Alive = (alive: boolean) => void;

/** Whether somebody who watches these topics is to be told of this one. Orders are only ever named one by one. */
export const isWatched = (topics: ReadonlySet<string>, topic: string): boolean =>
  topics.has(topic) || (topic.startsWith('stock:') && topics.has('stock:*'));

/** See the top of this file. */
export interface OrderAdapter {
  /** The whole order. @throws {AdapterError} */
  order(reference: string, request: AdapterRequest): Promise<OrderAnswer>;
  /** Stock of many SKUs in one call. A SKU you leave out is shown as "not sure". @throws {AdapterError} */
  stock?(skus: readonly string[], request: AdapterRequest): Promise<StockAnswer>;
  /** The largest number of SKUs in one `stock` call; 200 if not stated. */
  readonly stockBatch?: number;
  /**
   * Whether a whole basket can be had, right before payment. Ask your stock, not a cache. If you can
   * hold the units for a while, do, and say until when; an answer that comes too late for the customer
   * is followed by a `release`. Without this method `stock` is asked, all lines at once, and there are
   * neither holds nor choices. @throws {AdapterError}
   */
  basket?(basket: Basket, request: AdapterRequest): Promise<BasketAnswer>;
  /**
   * The windows the customer may choose from, some days at a time: full ones and days without any
   * included, with the reason. That the last place is given once is your work, when it is held or
   * chosen. @throws {AdapterError} `not-found` where there is nothing to choose
   */
  slots?(query: SlotQuery, request: AdapterRequest): Promise<SlotsAnswer>;
  /**
   * Carries out what the customer asked. Commands follow what your facts offer: a claim an offer of the
   * order, an answer a proposed revision of a promise, a choice a slot of the list or a carrier offered
   * for a parcel, a subscription a channel of the stock level, a release a hold. One obligation must be met once, whatever the number of
   * calls, tabs and devices. If the answer is lost it is not sent again: {@link outcome} is read.
   * @throws {AdapterError}
   */
  act?(command: Command, request: AdapterRequest): Promise<OutcomeAnswer>;
  /** What became of the action on this offer; `none` if it never arrived. @throws {AdapterError} */
  outcome?(order: string, offerId: string, request: AdapterRequest): Promise<OutcomeAnswer>;
  /**
   * Tells when `order:<reference>` or `stock:<sku>` changed, or what is free of the `slots`; `stock:*`
   * stands for every SKU. Without it the widget polls.
   */
  watch?(
    topics: readonly string[],
    notify: Notify,
    alive: Alive,
    request: AdapterRequest,
  ): () => void;
}

/**
 * Why there is no answer.
 *
 * - `not-found`: no such order, or not for this customer (never say which); or nothing of the kind is offered.
 * - `forbidden`: the customer must sign in again.
 * - `offline`: the device has no connection; nothing was sent.
 * - `timeout`, `unavailable`: no answer, or a broken one, from the backend.
 * - `invalid`: an answer that cannot be read at all, or is far too large.
 */
export type AdapterErrorCode =
  'not-found' | 'forbidden' | 'offline' | 'timeout' | 'unavailable' | 'invalid';

/** The longest pause in seconds: one that overflows a timer would end at once. */
const LONGEST_PAUSE = 86_400;

/** The one error an adapter throws. `retryAfter` is in seconds, if the backend asked for a pause; at most a day. */
export class AdapterError extends Error {
  readonly code: AdapterErrorCode;
  readonly retryAfter: number | undefined;

  constructor(code: AdapterErrorCode, options: { cause?: unknown; retryAfter?: number } = {}) {
    super(code, options);
    this.code = code;
    // A pause of nothing, or one that is no number, would ask without end.
    this.retryAfter =
      options.retryAfter! > 0 ? Math.min(options.retryAfter!, LONGEST_PAUSE) : undefined;
  }

  // Assigned, it would throw on a page that has frozen the prototype of errors.
  override get name(): string {
    return 'AdapterError';
  }
}

import type { AdapterError, AdapterErrorCode } from '../adapter/index.js';
import {
  InstantSchema,
  TextSchema,
  type SubscribeCommand,
  type Subscription,
  type UnsubscribeCommand,
} from '../model/index.js';
import { choice, object, optional, type Infer } from '../model/schema.js';
import { Stock } from './stock.js';
import type { Store } from './store.js';

/** What counts of the answer: money and dates, which other actions are answered with, have no place here. */
const AnswerSchema = object({
  serverNow: optional(InstantSchema),
  outcome: object({
    status: choice(['done', 'pending', 'refused', 'unknown', 'none']),
    reason: optional(TextSchema),
    nextStep: optional(TextSchema),
  }),
});

/**
 * What became of a wish to be told, or of taking it back, as far as the answer goes. What holds is said
 * by the stock level's `subscription` alone.
 *
 * - `sending`: on its way. `not-sent`: never left, or was turned away before it was read.
 * - `done`, `pending`, `refused`, `unknown`: the backend's word, or that there was none.
 */
export interface WishState {
  readonly type: 'subscribe' | 'unsubscribe';
  readonly phase: 'sending' | 'not-sent' | 'done' | 'pending' | 'refused' | 'unknown';
  readonly outcome?: Infer<typeof AnswerSchema>['outcome'];
  readonly code?: AdapterErrorCode;
}

/** Milliseconds after which a wish whose answer was lost may still arrive. */
const SETTLE = 5000;

/** Wishes to be told when enough is there. Nothing of them is kept in the browser. */
export class Wishes {
  readonly #store: Store;
  readonly #states = new Map<string, WishState>();
  readonly #listeners = new Set<() => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What became of the last one, until the subscription says the same. */
  state(sku: string, subscription: Subscription | undefined): WishState | undefined {
    const state = this.#states.get(sku);
    if (!state || state.phase === 'sending') return state;
    const waits = subscription?.state === 'waiting';
    const holds = state.type === 'subscribe' ? waits : subscription && !waits;
    return holds ? undefined : state;
  }

  /** @returns the cancellation */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Sends it once, and reads from the stock level what became of it. While one is on its way for that
   * SKU there is no other.
   */
  async send(
    sku: string,
    command: SubscribeCommand | UnsubscribeCommand,
    locale: string,
  ): Promise<void> {
    const { adapter, environment } = this.#store;
    const { type } = command as { type: WishState['type'] };
    if (!adapter.act || this.#states.get(sku)?.phase === 'sending') return;
    this.#set(sku, { type, phase: 'sending' });
    const attemptKey = [0, 1].map(() => environment.random().toString(36).slice(2)).join('');
    let state: WishState;
    try {
      const { value } = await this.#store.ask(
        AnswerSchema,
        (request) => adapter.act!(command, request),
        { attemptKey, locale, freshness: 'fresh' },
      );
      const { status } = value.outcome;
      state = { type, phase: status === 'none' ? 'not-sent' : status, outcome: value.outcome };
    } catch (error) {
      // These codes mean that the backend did not take it; every other failure leaves it open.
      const { code } = error as AdapterError;
      const turnedAway = code === 'forbidden' || code === 'not-found' || code === 'offline';
      state = { type, phase: turnedAway ? 'not-sent' : 'unknown', code };
    }
    const stock = this.#store.part(Stock);
    stock.ask(sku, 'fresh');
    if (state.phase === 'unknown') environment.timer(() => stock.ask(sku, 'fresh'), SETTLE);
    this.#set(sku, state);
  }

  #set(sku: string, state: WishState): void {
    this.#states.set(sku, Object.freeze(state));
    for (const listener of [...this.#listeners]) listener();
  }
}

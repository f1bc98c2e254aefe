import { AdapterError, type AdapterRequest } from '../adapter/index.js';
import { StockAnswerSchema, toEpoch, type StockLevel } from '../model/index.js';
import { Live } from './live.js';
import type { Store } from './store.js';

/** What the page knows of one SKU. */
export interface StockState {
  readonly level: StockLevel | undefined;
  /** Whether there has been an answer, or a failure to get one. */
  readonly settled: boolean;
  readonly failed: boolean;
  readonly asking: boolean;
}

const EMPTY: StockState = { level: undefined, settled: false, failed: false, asking: false };
const BATCH = 200;
/** Seconds between two questions where nothing tells of changes by itself. */
const POLL = 60;
const LONGEST_PAUSE = 60;

interface Entry {
  state: StockState;
  /** The number of the last question about it, and of the one whose answer is shown. */
  asked: number;
  applied: number;
  failures: number;
  readonly listeners: Set<() => void>;
  stop?: (() => void) | undefined;
}

/** Stock levels: everything wanted in the same frame goes out in one question. */
export class Stock {
  readonly #store: Store;
  readonly #entries = new Map<string, Entry>();
  readonly #wanted = new Set<string>();
  #watching = 0;
  #freshness: 'any' | 'fresh' = 'any';
  #locale = 'en';
  #cancel: (() => void) | undefined;
  #cancelPoll: (() => void) | undefined;
  #sequence = 0;
  /** Seconds the backend asked us to stay away. */
  #pause = 0;
  readonly #pending = new Set<() => void>();
  #cancelSoon: (() => void) | undefined;
  #stopListening: (() => void) | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What is known now. */
  state(sku: string): StockState {
    return this.#entries.get(sku)?.state ?? EMPTY;
  }

  /**
   * @param locale BCP 47; what the backend writes comes in the language of who began to watch last
   * @returns the cancellation
   */
  watch(sku: string, listener: () => void, locale = 'en'): () => void {
    const { environment } = this.#store;
    this.#locale = locale;
    const entry: Entry = this.#entries.get(sku) ?? {
      state: EMPTY,
      asked: 0,
      applied: 0,
      failures: 0,
      listeners: new Set(),
    };
    this.#entries.set(sku, entry);
    entry.listeners.add(listener);
    if (entry.listeners.size === 1) {
      this.#watching++;
      entry.stop = this.#store.part(Live).watch(`stock:${sku}`, (sign) => {
        if (sign === 'lost') this.#poll();
        else if (sign === 'change') this.ask(sku);
        else this.#askSoon();
      });
      this.ask(sku);
    }
    this.#stopListening ??= environment.onChange(() => {
      if (environment.visible()) this.#askAll();
      else this.#cancelPoll?.();
    });
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size) return;
      if (!entry.stop) return;
      entry.stop();
      entry.stop = undefined;
      if (!--this.#watching) {
        this.#stopListening?.();
        this.#stopListening = undefined;
        this.#cancelPoll?.();
        this.#cancel?.();
        this.#cancel = undefined;
        this.#cancelSoon?.();
        this.#cancelSoon = undefined;
        this.#wanted.clear();
        // Nobody waits for these answers any more; that they do not come is no failure, even if an
        // element that only moved watches again before they are given up.
        this.#sequence++;
        for (const each of this.#entries.values())
          if (each.state.asking) {
            each.asked = this.#sequence;
            this.#set(each, { asking: false });
          }
        for (const giveUp of this.#pending) giveUp();
      }
    };
  }

  /**
   * Asks again for one SKU that somebody watches, together with all others asked in the same moment.
   *
   * @param freshness `fresh` if somebody wants to know now, past every cache
   */
  ask(sku: string, freshness: 'any' | 'fresh' = 'any'): void {
    if (!this.#entries.get(sku)?.listeners.size) return;
    if (freshness === 'fresh') this.#freshness = freshness;
    this.#wanted.add(sku);
    this.#cancel ??= this.#store.environment.timer(() => {
      this.#cancel = undefined;
      const skus = [...this.#wanted];
      const request = { locale: this.#locale, freshness: this.#freshness };
      this.#wanted.clear();
      this.#freshness = 'any';
      // A batch of nothing would never end.
      const size = Math.max(Math.floor(this.#store.adapter.stockBatch ?? BATCH), 1) || BATCH;
      for (let first = 0; first < skus.length; first += size)
        void this.#fetch(skus.slice(first, first + size), request);
    }, 0);
  }

  async #fetch(
    skus: readonly string[],
    asked: Pick<AdapterRequest, 'locale' | 'freshness'>,
  ): Promise<void> {
    const { adapter } = this.#store;
    const sequence = ++this.#sequence;
    const entries = skus.map((sku) => this.#entries.get(sku)!);
    for (const entry of entries) {
      entry.asked = sequence;
      this.#set(entry, { asking: true });
    }
    try {
      if (!adapter.stock) throw new AdapterError('not-found');
      const { value } = await this.#store.ask(
        StockAnswerSchema,
        (request) => adapter.stock!(skus, request),
        asked,
        this.#pending,
      );
      this.#pause = 0;
      const levels = new Map<string, StockLevel | undefined>();
      // A SKU that is named twice contradicts itself.
      for (const level of value.stock)
        levels.set(level.sku, levels.has(level.sku) ? undefined : level);
      // Some pages have an `entries` of their own on all arrays.
      let index = 0;
      for (const entry of entries) {
        const level = levels.get(skus[index++]!);
        // A SKU the backend does not name is unknown; an older answer that comes late is dropped.
        const late = isOlder(level, entry.state.level) ?? sequence < entry.applied;
        if (!late) entry.applied = sequence;
        entry.failures = 0;
        this.#set(entry, {
          settled: true,
          failed: false,
          asking: entry.asked !== sequence && entry.state.asking,
          level: late ? entry.state.level : level,
        });
      }
    } catch (error) {
      this.#pause = (error as AdapterError).retryAfter ?? 0;
      for (const entry of entries) {
        // An answer to a later question already says more.
        if (entry.asked !== sequence) continue;
        // One that was given up because nobody looks any more has not failed.
        const failed = entry.listeners.size > 0;
        if (failed) entry.failures++;
        this.#set(entry, { asking: false, ...(failed && { settled: true, failed }) });
      }
    }
    this.#poll();
  }

  /** What changed before the connection lived was told to nobody: one question for all, not all pages at once. */
  #askSoon(): void {
    const { environment } = this.#store;
    this.#cancelSoon ??= environment.timer(
      () => {
        this.#cancelSoon = undefined;
        this.#askAll();
      },
      (1 + environment.random() * 2) * 1000,
    );
  }

  #askAll(): void {
    for (const sku of this.#entries.keys()) this.ask(sku);
  }

  #poll(): void {
    this.#cancelPoll?.();
    const { environment, adapter } = this.#store;
    if (!this.#watching || !environment.visible() || !adapter.stock) return;
    // One batch may fail while the others are answered.
    let failures = 0;
    for (const entry of this.#entries.values())
      if (entry.listeners.size) failures = Math.max(failures, entry.failures);
    if (!failures && this.#store.part(Live).alive) return;
    const delay = failures
      ? this.#pause || 1 + environment.random() * Math.min(LONGEST_PAUSE, 2 ** failures)
      : POLL / 2 + (environment.random() * POLL) / 2;
    this.#cancelPoll = environment.timer(() => this.#askAll(), delay * 1000);
  }

  #set(entry: Entry, change: Partial<StockState>): void {
    entry.state = Object.freeze({ ...entry.state, ...change });
    // That the first question is on its way is news to nobody: who watches has asked it.
    if (!entry.state.settled) return;
    for (const listener of [...entry.listeners]) listener();
  }
}

/** Whether a level is older than the known one; `undefined` if neither versions nor ages tell. */
const isOlder = (
  level: Partial<StockLevel> = {},
  known: Partial<StockLevel> = {},
): boolean | undefined => {
  // What one of them does not state makes no number, and decides nothing.
  const by =
    known.version! - level.version! || toEpoch(known.observedAt)! - toEpoch(level.observedAt)!;
  return by ? by > 0 : undefined;
};

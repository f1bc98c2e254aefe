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
  readonly listeners: Set<() => void>;
  stop: (() => void) | undefined;
}

/** Stock levels: everything wanted in the same frame goes out in one question. */
export class Stock {
  readonly #store: Store;
  readonly #entries = new Map<string, Entry>();
  readonly #wanted = new Set<string>();
  #cancel: (() => void) | undefined;
  #cancelPoll: (() => void) | undefined;
  #failures = 0;
  #stopListening: (() => void) | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What is known now. */
  state(sku: string): StockState {
    return this.#entries.get(sku)?.state ?? EMPTY;
  }

  /** @returns the cancellation */
  watch(sku: string, listener: () => void): () => void {
    let entry = this.#entries.get(sku);
    if (!entry)
      this.#entries.set(sku, (entry = { state: EMPTY, listeners: new Set(), stop: undefined }));
    const watched = entry;
    watched.listeners.add(listener);
    if (watched.listeners.size === 1) {
      watched.stop = this.#store
        .part(Live)
        .watch(`stock:${sku}`, (sign) => (sign === 'change' ? this.ask(sku) : this.#poll()));
      this.ask(sku);
    }
    this.#stopListening ??= this.#store.environment.onChange(() => {
      if (this.#store.environment.visible())
        for (const [watchedSku] of this.#watched()) this.ask(watchedSku);
      else this.#cancelPoll?.();
    });
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size) return;
      watched.stop?.();
      if (!this.#watched().length) {
        this.#stopListening?.();
        this.#stopListening = undefined;
        this.#cancelPoll?.();
      }
    };
  }

  /** Asks again for one SKU, together with all others asked in the same moment. */
  ask(sku: string): void {
    if (this.#wanted.has(sku)) return;
    this.#wanted.add(sku);
    this.#cancel ??= this.#store.environment.timer(() => {
      this.#cancel = undefined;
      const skus = [...this.#wanted];
      this.#wanted.clear();
      const size = this.#store.adapter.stockBatch ?? BATCH;
      for (let first = 0; first < skus.length; first += size)
        void this.#fetch(skus.slice(first, first + size));
    }, 0);
  }

  async #fetch(skus: readonly string[]): Promise<void> {
    const { adapter } = this.#store;
    for (const sku of skus) this.#set(sku, { asking: true });
    try {
      if (!adapter.stock) throw new Error('this adapter has no stock');
      const { value } = await this.#store.ask(StockAnswerSchema, (request) =>
        adapter.stock!(skus, request),
      );
      this.#failures = 0;
      const levels = new Map(value.stock.map((level) => [level.sku, level]));
      for (const sku of skus) {
        const level = levels.get(sku);
        const known = this.state(sku).level;
        // A SKU the backend does not name is unknown; an older answer that comes late is dropped.
        const late =
          level &&
          known &&
          (level.version !== undefined && known.version !== undefined
            ? level.version < known.version
            : (toEpoch(level.observedAt) ?? Infinity) < (toEpoch(known.observedAt) ?? 0));
        this.#set(sku, { settled: true, failed: false, asking: false, ...(late ? {} : { level }) });
      }
    } catch {
      this.#failures++;
      for (const sku of skus) this.#set(sku, { settled: true, failed: true, asking: false });
    }
    this.#poll();
  }

  #watched(): [string, Entry][] {
    return [...this.#entries].filter(([, entry]) => entry.listeners.size);
  }

  #poll(): void {
    this.#cancelPoll?.();
    this.#cancelPoll = undefined;
    const { environment, adapter } = this.#store;
    if (!environment.visible() || !adapter.stock) return;
    if (!this.#failures && this.#store.part(Live).alive) return;
    const delay = this.#failures
      ? 1 + environment.random() * Math.min(LONGEST_PAUSE, 2 ** this.#failures)
      : POLL / 2 + (environment.random() * POLL) / 2;
    this.#cancelPoll = environment.timer(() => {
      for (const [sku] of this.#watched()) this.ask(sku);
    }, delay * 1000);
  }

  #set(sku: string, change: Partial<StockState>): void {
    const entry = this.#entries.get(sku);
    if (!entry) return;
    entry.state = Object.freeze({ ...entry.state, ...change });
    for (const listener of [...entry.listeners]) listener();
  }
}

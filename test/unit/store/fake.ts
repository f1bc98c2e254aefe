import type { AdapterRequest, OrderAdapter } from '../../../src/adapter/index.js';
import type {
  Command,
  Change,
  OrderAnswer,
  OutcomeAnswer,
  StockAnswer,
} from '../../../src/model/index.js';
import type { Environment } from '../../../src/store/index.js';

/** Lets everything that is only waiting for promises run. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
};

/** Server time when a page under test was opened: 23 November 2026, 16:00 in Paris. */
export const OPENED = Date.parse('2026-11-23T16:00:00+01:00');

/** A page whose time passes only when told to. */
export class FakePage implements Environment {
  /** The device's clock may be wrong by as much as it likes. */
  wallOffset = 0;
  isVisible = true;
  isOnline = true;
  randomly: () => number = () => 0.5;
  readonly notes = new Map<string, string>();
  readonly written: [string, string | undefined][] = [];
  readonly warnings: string[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Set<{ at: number; run: () => void }>();
  #now = 5_000;

  monotonic(): number {
    return this.#now;
  }

  wallClock(): number {
    return this.server() + this.wallOffset;
  }

  /** What the backend's clock really shows. */
  server(): number {
    return OPENED + this.#now - 5_000;
  }

  timer(run: () => void, delay: number): () => void {
    // What browsers do with a delay that is no number, negative, or does not fit in 32 bits.
    const real = delay > 0 && delay < 2 ** 31 ? delay : 0;
    const entry = { at: this.#now + real, run };
    this.#timers.add(entry);
    return () => this.#timers.delete(entry);
  }

  random(): number {
    return this.randomly();
  }

  read(key: string): string | undefined {
    return this.notes.get(key);
  }

  write(key: string, value: string | undefined): void {
    this.written.push([key, value]);
    if (value === undefined) this.notes.delete(key);
    else this.notes.set(key, value);
  }

  visible(): boolean {
    return this.isVisible;
  }

  online(): boolean {
    return this.isOnline;
  }

  onChange(run: () => void): () => void {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  }

  warn(message: string): void {
    this.warnings.push(message);
  }

  /** Timers and listeners that are still set. */
  get pending(): { timers: number; listeners: number } {
    return { timers: this.#timers.size, listeners: this.#listeners.size };
  }

  change(change: { visible?: boolean; online?: boolean }): void {
    this.isVisible = change.visible ?? this.isVisible;
    this.isOnline = change.online ?? this.isOnline;
    for (const run of [...this.#listeners]) run();
  }

  /** Lets time pass; timers run at their time, and promises in between. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (let steps = 0; ; steps++) {
      await settled();
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      if (steps > 20_000) throw new Error('timers without end');
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
    await settled();
  }
}

/** One question to the backend, to be answered when and how the test likes. */
export interface Question<T> {
  readonly what: string;
  readonly request: AdapterRequest;
  readonly answer: (value: T) => void;
  readonly fail: (error: unknown) => void;
}

/** A backend that notes what it is asked and answers when told to. */
export class FakeBackend implements OrderAdapter {
  readonly orders: Question<OrderAnswer>[] = [];
  readonly stocks: Question<StockAnswer>[] = [];
  readonly acts: Question<OutcomeAnswer>[] = [];
  readonly outcomes: Question<OutcomeAnswer>[] = [];
  readonly connections: {
    topics: readonly string[];
    change: (change?: Change) => void;
    alive: (alive: boolean) => void;
    open: boolean;
  }[] = [];

  order(reference: string, request: AdapterRequest): Promise<OrderAnswer> {
    return ask(this.orders, reference, request);
  }

  stock(skus: readonly string[], request: AdapterRequest): Promise<StockAnswer> {
    return ask(this.stocks, skus.join(), request);
  }

  act(command: Command, request: AdapterRequest): Promise<OutcomeAnswer> {
    const about = 'offerId' in command ? command.offerId : JSON.stringify(command);
    return ask(this.acts, `${command.type} ${about}`, request);
  }

  outcome(_order: string, offerId: string, request: AdapterRequest): Promise<OutcomeAnswer> {
    return ask(this.outcomes, offerId, request);
  }
}

/** The same, with a live connection. */
export class LiveBackend extends FakeBackend {
  watch(
    topics: readonly string[],
    notify: (change: Change | undefined) => void,
    alive: (alive: boolean) => void,
  ): () => void {
    const connection = {
      topics,
      change: (change?: Change) => notify(change),
      alive: (lives: boolean) => alive(lives),
      open: true,
    };
    this.connections.push(connection);
    return () => {
      connection.open = false;
    };
  }
}

const ask = <T>(list: Question<T>[], what: string, request: AdapterRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    list.push({ what, request, answer: resolve, fail: reject });
  });

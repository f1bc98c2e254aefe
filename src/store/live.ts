import { ChangeSchema, parse, type Change } from '../model/index.js';
import type { Store } from './store.js';

// Above this many single topics of a kind one subscription to the whole kind is cheaper than a long list.
const MANY = 30;
// Elements that appear together subscribe together.
const SETTLE = 50;

type Sign = 'change' | 'alive' | 'lost';

/**
 * The one live connection of a store: open while somebody watches and the page is visible.
 *
 * Without a `watch` in the adapter, or while the connection is lost, `alive` is false and those who
 * watch poll instead.
 */
export class Live {
  readonly #store: Store;
  readonly #watchers = new Map<string, Set<(sign: Sign) => void>>();
  /** Whether the backend tells by itself when something changes, and was heard lately. */
  alive = false;
  /**
   * Monotonic time of the last sign of life, milliseconds: the first one may come before any answer has said
   * what time it is there.
   */
  heardAt: number | undefined;
  #close: (() => void) | undefined;
  #settling = false;
  #topics = '';
  #stopListening: (() => void) | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** @returns the cancellation */
  watch(topic: string, notify: (sign: Sign) => void): () => void {
    const watchers = this.#watchers.get(topic) ?? new Set();
    this.#watchers.set(topic, watchers.add(notify));
    // At once: a page that is left stands still, and would keep one of the few connections a browser has.
    this.#stopListening ??= this.#store.environment.onChange(() => this.#connect());
    this.#settle();
    return () => {
      watchers.delete(notify);
      if (!watchers.size && this.#watchers.get(topic) === watchers) this.#watchers.delete(topic);
      if (!this.#watchers.size) {
        this.#stopListening?.();
        this.#stopListening = undefined;
      }
      this.#settle();
    };
  }

  #settle(): void {
    if (this.#settling) return;
    this.#settling = true;
    this.#store.environment.timer(() => {
      this.#settling = false;
      this.#connect();
    }, SETTLE);
  }

  #connect(): void {
    const { adapter, environment } = this.#store;
    if (!adapter.watch) return;
    const wanted = environment.visible() ? this.#wanted() : [];
    const topics = wanted.join('\n');
    if (topics === this.#topics) return;
    this.#topics = topics;
    this.#close?.();
    this.#close = undefined;
    // Between two connections something may be missed: the first sign of life of the next one makes
    // everybody ask again, and until it comes they poll.
    this.#sign(false);
    if (!topics) return;
    const controller = new AbortController();
    const { signal } = controller;
    let stop: (() => void) | undefined;
    this.#close = () => {
      controller.abort();
      try {
        stop?.();
      } catch {
        // A connection that cannot be closed is left alone; it is not listened to any more.
      }
    };
    const sign = (alive: boolean): unknown => signal.aborted || this.#sign(alive);
    try {
      stop = adapter.watch(wanted, (change) => signal.aborted || this.#changed(change), sign, {
        signal,
        locale: 'en',
        freshness: 'any',
      });
      // One that is asynchronous, against the rule, fails later.
      Promise.resolve(stop).catch(() => sign(false));
    } catch {
      // No connection: those who watch poll.
      sign(false);
    }
  }

  #wanted(): string[] {
    const topics = [...this.#watchers.keys()].sort();
    const others = topics.filter((topic) => !topic.startsWith('stock:'));
    return topics.length - others.length > MANY ? [...others, 'stock:*'] : topics;
  }

  #changed(told: Change | undefined): void {
    // What cannot be read may be about anything.
    const change = told && parse(ChangeSchema, told).value;
    this.#store.clock.learn(change?.serverNow);
    this.#sign(true);
    this.#tell('change', change?.topic);
  }

  #sign(alive: boolean): void {
    if (alive) this.heardAt = this.#store.environment.monotonic();
    if (alive === this.alive) return;
    this.alive = alive;
    this.#tell(alive ? 'alive' : 'lost');
  }

  /** Tells those who watch a topic; without one, everybody. */
  #tell(sign: Sign, topic?: string): void {
    for (const [each, watchers] of this.#watchers)
      if (each === (topic ?? each)) for (const notify of [...watchers]) notify(sign);
  }
}

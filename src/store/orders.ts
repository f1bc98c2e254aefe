import { AdapterError, type AdapterErrorCode } from '../adapter/index.js';
import {
  OrderAnswerSchema,
  parse,
  toEpoch,
  type BrokenPart,
  type EpochMilliseconds,
  type Order,
} from '../model/index.js';
import { Live } from './live.js';
import { mistakes } from './mistake.js';
import type { readAfter } from './recall.js';
import type { Store } from './store.js';
import { listen, put, unwatched, type Watched } from './watched.js';

/** What the page knows of one order. Frozen; a new object with each change. */
export interface OrderState {
  readonly order: Order | undefined;
  /** Paths of the parts that could not be read: `shipments.1`. */
  readonly unreadable: readonly string[];
  /** Server time at which the backend last vouched for this copy, epoch milliseconds. */
  readonly confirmedAt: EpochMilliseconds | undefined;
  /** Set while the backend does not answer; without `retryAt` nobody asks again by himself. What was known stays. */
  readonly error:
    | { readonly code: AdapterErrorCode; readonly retryAt: EpochMilliseconds | undefined }
    | undefined;
  /** Whether a question is on its way. */
  readonly asking: boolean;
  /** Server time at which the last question left, epoch milliseconds. */
  readonly askedAt?: EpochMilliseconds | undefined;
  /** Whether the page came back from the back-forward cache and has not been answered since. */
  readonly stoodStill?: boolean | undefined;
}

const EMPTY: OrderState = {
  order: undefined,
  unreadable: [],
  confirmedAt: undefined,
  error: undefined,
  asking: false,
};

/** Seconds between two questions where nothing tells of changes by itself. */
const POLL = 30;
const LONGEST_PAUSE = 60;
/** Orders that are kept although nobody watches them: what a customer goes back to, with room. */
const KEPT = 20;

/** A reference without what shops write differently for the same order. */
const plain = (reference: string): string => reference.trim().replace(/^#/, '').toLowerCase();

/**
 * The order under the reference it was asked for: that is what commands go to, whatever the backend writes.
 * `undefined` if it is another order.
 */
export const asAsked = (reference: string, order: Order | undefined): Order | undefined =>
  order && plain(order.reference) === plain(reference)
    ? order.reference === reference
      ? order
      : Object.freeze({ ...order, reference })
    : undefined;

const pathsOf = (broken: readonly BrokenPart[]): string[] =>
  broken.map(({ path }) => path.replace(/^order\./, ''));

interface Entry extends Watched<OrderState> {
  readonly reference: string;
  readonly locale: string;
  /** Monotonic time at which the backend last vouched for the copy; no number for one that was served. */
  answeredAt: number;
  applied: number;
  dropped: number;
}

/** Orders: asked when first watched, kept current while watched, merged by version. */
export class Orders {
  readonly #store: Store;
  readonly #entries = new Map<string, Entry>();
  /** Given by those who draw much of it: then what an answer says again is not read again. */
  readAfter: typeof readAfter | undefined;

  constructor(store: Store) {
    this.#store = store;
    store.diagnose = mistakes((message) => store.environment.warn(message));
  }

  /** What is known now. */
  state(reference: string, locale: string): OrderState {
    const entry = this.#entries.get(`${locale} ${reference}`);
    if (!entry) return EMPTY;
    const { clock, environment } = this.#store;
    // By what is known of the backend's clock now: a node that was ahead has dated it into the future.
    const confirmedAt = clock.now() - (environment.monotonic() - entry.answeredAt);
    if (Math.abs(confirmedAt - entry.state.confirmedAt!) >= 1)
      entry.state = Object.freeze({ ...entry.state, confirmedAt });
    return entry.state;
  }

  /** Answers with a lower version that were dropped: late or repeated, for diagnosis. */
  dropped(reference: string, locale: string): number {
    return this.#entries.get(`${locale} ${reference}`)?.dropped ?? 0;
  }

  /** Monitoring begins with the first listener and ends with the last. @returns the cancellation */
  watch(reference: string, locale: string, listener: () => void): () => void {
    const watched = this.#entry(reference, locale);
    const stop = listen(watched, listener, () => this.#start(watched));
    return () => {
      stop();
      this.#leave(watched);
    };
  }

  /**
   * What the page was served with: known as of its `serverNow`, like what a page knows that stood still, until
   * there is an answer. Nobody can say how old it is who does not say when it was; then it is nothing.
   */
  serve(reference: string, locale: string, answer: unknown): void {
    const entry = this.#entry(reference, locale);
    if (!answer || entry.state.order) return;
    const { value, broken } = parse(OrderAnswerSchema, answer);
    const confirmedAt = toEpoch(value?.serverNow);
    const order = asAsked(reference, value?.order);
    if (!order || confirmedAt === undefined) return;
    for (const part of broken) this.#store.warn(part);
    put(entry, { order, unreadable: pathsOf(broken), confirmedAt, stoodStill: true });
  }

  #entry(reference: string, locale: string): Entry {
    const key = `${locale} ${reference}`;
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = {
        ...{ reference, locale, answeredAt: NaN, applied: 0, dropped: 0 },
        ...unwatched(EMPTY),
      };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  /** Of the orders that nobody watches only those left last are kept. */
  #leave(entry: Entry): void {
    const key = `${entry.locale} ${entry.reference}`;
    if (entry.listeners.size || this.#entries.get(key) !== entry) return;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const left = [...this.#entries].filter(([, { listeners }]) => !listeners.size);
    for (const [oldest] of left.slice(0, -KEPT)) this.#entries.delete(oldest);
  }

  /** Asks again now, past every cache. Resolves to why there was no answer, if there was none. */
  async refresh(reference: string): Promise<AdapterError | undefined> {
    const known = [...this.#entries.values()].filter((entry) => entry.reference === reference);
    const watched = known.filter((entry) => entry.listeners.size);
    // An action that is still being read needs an answer although nobody looks any more.
    const [first = this.#entry(reference, 'en')] = known;
    const failures = await Promise.all(
      (watched.length ? watched : [first]).map((entry) => this.#ask(entry, 'fresh')),
    );
    return failures.includes(undefined) ? undefined : failures[0];
  }

  #start(entry: Entry): void {
    const live = this.#store.part(Live);
    const stopLive = live.watch(`order:${entry.reference}`, (sign) => {
      if (sign === 'lost') this.#schedule(entry);
      // What changed between the first answer and the first sign of life was told to nobody.
      else void this.#ask(entry, 'any');
    });
    const stopEnvironment = this.#store.environment.onChange((stoodStill) => {
      const { environment } = this.#store;
      if (stoodStill) put(entry, { stoodStill });
      // Whatever happened while nobody looked, the first thing shown is a fresh answer.
      if (environment.visible() && environment.online()) void this.#ask(entry, 'any');
      else entry.cancelTimer?.();
    }, true);
    entry.stop = () => {
      stopLive();
      stopEnvironment();
    };
    void this.#ask(entry, 'any');
  }

  /** Resolves to why there was no answer, if there was none. */
  async #ask(entry: Entry, freshness: 'any' | 'fresh'): Promise<AdapterError | undefined> {
    const { adapter, clock, environment } = this.#store;
    const sequence = ++entry.sequence;
    entry.cancelTimer?.();
    put(entry, { asking: true, askedAt: this.#store.clock.now() });
    try {
      const { value, broken } = await this.#store.ask(
        OrderAnswerSchema,
        (request) => adapter.order(entry.reference, request),
        { locale: entry.locale, freshness },
        entry.pending,
        this.readAfter?.(entry.state.order),
      );
      const order = asAsked(entry.reference, value.order);
      if (!order) {
        this.#store.warn({ path: 'order.reference', problem: 'not the order that was asked for' });
        throw new AdapterError('invalid');
      }
      // An answer that has lost a whole list we knew says less than our copy: it counts as none.
      const known = entry.state.order as Readonly<Record<string, unknown>> | undefined;
      if (broken.some(({ path }) => known?.[path.replace(/^order\./, '')] !== undefined))
        throw new AdapterError('invalid');
      entry.failures = 0;
      const applies = this.#isNewer(entry, order, sequence);
      if (applies) {
        entry.applied = sequence;
        entry.answeredAt = environment.monotonic();
      }
      put(entry, {
        ...(applies && { order, unreadable: pathsOf(broken), confirmedAt: clock.now() }),
        error: undefined,
        // A later question may still be on its way.
        ...(sequence === entry.sequence && { asking: false, stoodStill: false }),
      });
      this.#schedule(entry);
      return undefined;
    } catch (error) {
      const { code, retryAfter } = error as AdapterError;
      // A later question says more, whatever this one has come to.
      if (sequence !== entry.sequence) return new AdapterError('unavailable');
      // Full jitter, so that a shop's customers do not all return at once after an outage.
      const backoff = 1 + environment.random() * Math.min(LONGEST_PAUSE, 2 * 2 ** entry.failures++);
      const final = code === 'not-found' || code === 'forbidden';
      put(entry, {
        error: { code, retryAt: final ? undefined : clock.now() + (retryAfter ?? backoff) * 1000 },
        asking: false,
      });
      this.#schedule(entry);
      return error as AdapterError;
    }
  }

  /** Greater version applies, equal or lower is dropped; then `observedAt`, then the later question. */
  #isNewer(entry: Entry, order: Order, sequence: number): boolean {
    const known = entry.state.order;
    if (!known) return true;
    // What one of them does not state makes no number, and decides nothing.
    const versions = order.version! - known.version!;
    const by =
      versions ||
      // The same version in another language or with a part that has become readable is still news.
      (versions !== 0 && toEpoch(order.observedAt)! - toEpoch(known.observedAt)!) ||
      sequence - entry.applied;
    if (by < 0) entry.dropped++;
    return by > 0;
  }

  #schedule(entry: Entry): void {
    entry.cancelTimer?.();
    if (!entry.listeners.size || !this.#store.environment.visible()) return;
    const { error } = entry.state;
    if (error && error.retryAt === undefined) return;
    const live = this.#store.part(Live);
    if (!error && live.alive) return;
    const delay = error
      ? Math.max(error.retryAt! - this.#store.clock.now(), 0)
      : (POLL / 2 + (this.#store.environment.random() * POLL) / 2) * 1000;
    entry.cancelTimer = this.#store.environment.timer(() => void this.#ask(entry, 'any'), delay);
  }
}

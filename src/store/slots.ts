import type { AdapterError, AdapterErrorCode } from '../adapter/index.js';
import {
  OutcomeAnswerSchema,
  SlotsAnswerSchema,
  type EpochMilliseconds,
  type Outcome,
  type SlotCommand,
  type SlotList,
  type SlotQuery,
} from '../model/index.js';
import { brokenSlots } from '../verdicts/slot.js';
import { Live } from './live.js';
import { Orders } from './orders.js';
import { release } from './release.js';
import type { Store } from './store.js';

/** What the page knows of the slots of one question. Frozen; a new object with each change. */
export interface SlotsState {
  /** All days loaded so far, as one list; `next` is that of the last of them. */
  readonly list: SlotList | undefined;
  /** Paths of the parts that could not be read: `slots.3.from`. */
  readonly unreadable: readonly string[];
  /** Whether there has been an answer, or a failure to get one. */
  readonly settled: boolean;
  /** Whether the last question had no answer. What was known stays. */
  readonly failed: boolean;
  readonly code?: AdapterErrorCode | undefined;
  readonly asking: boolean;
  /** Server time of the last answer, epoch milliseconds. */
  readonly confirmedAt: EpochMilliseconds | undefined;
  /** Whether later days can be asked for. */
  readonly more: boolean;
}

/**
 * What became of a command about slots, as far as its answer goes. What holds is said by the order and
 * the list, which are asked again after each.
 *
 * - `sending`: on its way. `not-sent`: never left, or was turned away before it was read.
 * - `done`, `pending`, `refused`, `unknown`: the backend's word, or that there was none.
 */
export interface SlotActionState {
  readonly command: SlotCommand;
  readonly phase: 'sending' | 'not-sent' | 'done' | 'pending' | 'refused' | 'unknown';
  readonly outcome?: Outcome;
  readonly code?: AdapterErrorCode;
  /** Server time at which it was sent, epoch milliseconds. */
  readonly at: EpochMilliseconds;
}

const EMPTY: SlotsState = {
  list: undefined,
  unreadable: [],
  settled: false,
  failed: false,
  asking: false,
  confirmedAt: undefined,
  more: false,
};

/** Seconds between two questions where nothing tells of changes by itself. */
const POLL = 60;
const LONGEST_PAUSE = 60;
/** Seconds; a longer pause would overflow a timer, which then fires at once. */
const LONGEST_WAIT = 86_400;
/** Milliseconds: somebody takes a slot every moment in a busy shop; one question tells of all of them. */
const GATHER = 1000;
/** Milliseconds after which a command whose answer was lost may still arrive. */
const SETTLE = 5000;
/** Milliseconds that an answer waits for what holds after it. */
const PATIENCE = 3000;
/** Days are asked for page by page; a backend whose `next` leads nowhere must not lead us on. */
const MOST_PAGES = 60;

interface Entry {
  readonly query: SlotQuery;
  readonly locale: string;
  state: SlotsState;
  /** How many pages are wanted. */
  pages: number;
  readonly listeners: Set<() => void>;
  sequence: number;
  failures: number;
  stop: (() => void) | undefined;
  cancelTimer: (() => void) | undefined;
  cancelSoon: (() => void) | undefined;
  readonly pending: Set<() => void>;
}

/** Slots to choose from, and what is asked about them. */
export class Slots {
  readonly #store: Store;
  readonly #entries = new Map<string, Entry>();
  readonly #actions = new Map<string, SlotActionState>();
  readonly #listeners = new Set<() => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What is known now. */
  state(query: SlotQuery, locale: string): SlotsState {
    return this.#entries.get(keyOf(query, locale))?.state ?? EMPTY;
  }

  /** Asks with the first listener, keeps current until the last has gone. @returns the cancellation */
  watch(query: SlotQuery, locale: string, listener: () => void): () => void {
    const key = keyOf(query, locale);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = {
        query,
        locale,
        state: EMPTY,
        pages: 1,
        listeners: new Set(),
        sequence: 0,
        failures: 0,
        stop: undefined,
        cancelTimer: undefined,
        cancelSoon: undefined,
        pending: new Set(),
      };
      this.#entries.set(key, entry);
    }
    const watched = entry;
    watched.listeners.add(listener);
    if (watched.listeners.size === 1) this.#start(watched);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size) return;
      watched.stop?.();
      watched.stop = undefined;
      watched.cancelTimer?.();
      watched.cancelSoon?.();
      watched.cancelSoon = undefined;
      // Nobody waits for these answers any more.
      watched.sequence++;
      for (const giveUp of watched.pending) giveUp();
      this.#set(watched, { asking: false });
    };
  }

  /** Asks for the days after those known, if there are any. */
  more(query: SlotQuery, locale: string): void {
    const entry = this.#entries.get(keyOf(query, locale));
    if (!entry?.state.more || entry.state.asking) return;
    entry.pages++;
    void this.#ask(entry, 'any', entry.state.list);
  }

  /** Asks again now, past every cache. Resolves to whether there was an answer. */
  async refresh(query: SlotQuery, locale: string): Promise<boolean> {
    const entry = this.#entries.get(keyOf(query, locale));
    return entry !== undefined && this.#ask(entry, 'fresh');
  }

  /** What became of the last command about an order, or (with '') of what is about to be ordered. */
  action(order: string): SlotActionState | undefined {
    return this.#actions.get(order);
  }

  /** @returns the cancellation */
  watchActions(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Sends a command once, then reads from the order and the lists what holds. While one is on its way
   * for an order there is no other: then what is on its way is returned.
   */
  async perform(command: SlotCommand, locale: string): Promise<SlotActionState> {
    const store = this.#store;
    const { adapter, environment } = store;
    const key = command.order ?? '';
    const running = this.#actions.get(key);
    if (running?.phase === 'sending') return running;
    const at = store.clock.now();
    if (!adapter.act) return this.#note(key, { command, phase: 'not-sent', at });
    // Nothing is queued silently: it has not been sent.
    if (!environment.online())
      return this.#note(key, { command, phase: 'not-sent', code: 'offline', at });
    this.#note(key, { command, phase: 'sending', at });
    const attemptKey = [0, 1].map(() => environment.random().toString(36).slice(2)).join('');
    let state: SlotActionState;
    try {
      const { value } = await store.ask(
        OutcomeAnswerSchema,
        (request) => adapter.act!(command, request),
        { attemptKey, locale, freshness: 'fresh' },
      );
      const { outcome } = value;
      const phase = outcome.status === 'none' ? 'not-sent' : outcome.status;
      state = { command, phase, outcome, at };
    } catch (error) {
      // These codes mean that the backend did not take it; every other failure leaves it open.
      const { code } = error as AdapterError;
      const turnedAway = code === 'forbidden' || code === 'not-found' || code === 'offline';
      state = { command, phase: turnedAway ? 'not-sent' : 'unknown', code, at };
    }
    if (state.phase === 'unknown') environment.timer(() => void this.#readAgain(key), SETTLE);
    // The answer and what holds after it are shown together, unless the reading takes long.
    await new Promise<void>((resolve) => {
      const cancel = environment.timer(resolve, PATIENCE);
      void this.#readAgain(key).then(() => {
        cancel();
        resolve();
      });
    });
    return this.#note(key, state);
  }

  /** Gives a held slot back. If that fails it ends by itself. */
  async release(hold: string): Promise<void> {
    await release(this.#store, hold);
  }

  async #readAgain(order: string): Promise<void> {
    await Promise.all([
      order && this.#store.part(Orders).refresh(order),
      ...[...this.#entries.values()]
        .filter(({ listeners, query }) => listeners.size && (query.order ?? '') === order)
        .map((entry) => this.#ask(entry, 'fresh')),
    ]);
  }

  #note(key: string, state: SlotActionState): SlotActionState {
    this.#actions.set(key, Object.freeze(state));
    for (const listener of [...this.#listeners]) listener();
    return state;
  }

  #start(entry: Entry): void {
    const { environment } = this.#store;
    const stopLive = this.#store.part(Live).watch('slots', (sign) => {
      if (sign === 'lost') this.#poll(entry);
      else
        entry.cancelSoon ??= environment.timer(
          () => {
            entry.cancelSoon = undefined;
            void this.#ask(entry, 'any');
          },
          // What changed between the answer and the connection was told to nobody; not all pages at once.
          sign === 'alive' ? GATHER * (1 + environment.random()) : GATHER / 4,
        );
    });
    const stopEnvironment = environment.onChange(() => {
      if (environment.visible() && environment.online()) void this.#ask(entry, 'any');
      else entry.cancelTimer?.();
    });
    entry.stop = () => {
      stopLive();
      stopEnvironment();
    };
    void this.#ask(entry, 'any');
  }

  /**
   * Resolves to whether there was an answer.
   *
   * @param known what need not be asked for again: only the days after it are
   */
  async #ask(entry: Entry, freshness: 'any' | 'fresh', known?: SlotList): Promise<boolean> {
    const store = this.#store;
    const { adapter } = store;
    const sequence = ++entry.sequence;
    entry.cancelTimer?.();
    this.#set(entry, { asking: true });
    try {
      if (!adapter.slots) throw { code: 'not-found' } as AdapterError;
      let list = known;
      const unreadable = known ? [...entry.state.unreadable] : [];
      let loaded = known ? entry.pages - 1 : 0;
      let from = known ? known.next : entry.query.from;
      do {
        const query = from === undefined ? entry.query : { ...entry.query, from };
        const { value, broken } = await store.ask(
          SlotsAnswerSchema,
          (request) => adapter.slots!(query, request),
          { locale: entry.locale, freshness },
          entry.pending,
        );
        // A later question was asked meanwhile, and its answer says more.
        if (sequence !== entry.sequence) return true;
        const contradictory = brokenSlots(value.slots).map(({ path, problem }) => ({
          path: `slots.${path}`,
          problem,
        }));
        for (const part of contradictory) store.warn(part);
        unreadable.push(
          ...[...broken, ...contradictory].map(({ path }) => path.replace(/^slots\./, '')),
        );
        list = list ? joined(list, value.slots) : value.slots;
        // Days that do not go on would be asked for without end.
        from = from === undefined || (list.next ?? '') > from ? list.next : undefined;
      } while (++loaded < entry.pages && from !== undefined);
      entry.pages = loaded;
      entry.failures = 0;
      this.#set(entry, {
        list,
        unreadable,
        settled: true,
        failed: false,
        code: undefined,
        asking: false,
        confirmedAt: store.clock.now(),
        more: from !== undefined && loaded < MOST_PAGES,
      });
      this.#poll(entry);
      return true;
    } catch (error) {
      if (sequence !== entry.sequence) return false;
      const { code, retryAfter } = error as AdapterError;
      entry.failures++;
      if (known) entry.pages--;
      this.#set(entry, { settled: true, failed: true, code, asking: false });
      this.#poll(entry, retryAfter);
      return false;
    }
  }

  #poll(entry: Entry, retryAfter = 0): void {
    const { environment } = this.#store;
    entry.cancelTimer?.();
    const { failed, code } = entry.state;
    if (!entry.listeners.size || !environment.visible()) return;
    // Nothing of the kind is offered: asking again will not change that.
    if (failed && (code === 'not-found' || code === 'forbidden')) return;
    if (!failed && this.#store.part(Live).alive) return;
    const delay = !failed
      ? POLL / 2 + (environment.random() * POLL) / 2
      : retryAfter > 0
        ? Math.min(retryAfter, LONGEST_WAIT)
        : 1 + environment.random() * Math.min(LONGEST_PAUSE, 2 ** entry.failures);
    entry.cancelTimer = environment.timer(() => void this.#ask(entry, 'any'), delay * 1000);
  }

  #set(entry: Entry, change: Partial<SlotsState>): void {
    entry.state = Object.freeze({ ...entry.state, ...change });
    for (const listener of [...entry.listeners]) listener();
  }
}

const keyOf = (query: SlotQuery, locale: string): string =>
  JSON.stringify([locale, query.order, query.skus, query.from, query.days]);

/** Two pages as one. What is not about days is as the later answer says it. */
const joined = (first: SlotList, second: SlotList): SlotList =>
  Object.freeze({
    ...second,
    // A page in another zone would put its days among the wrong ones.
    slots: [...first.slots, ...(second.timeZone === first.timeZone ? second.slots : [])],
    closed: [...(first.closed ?? []), ...(second.closed ?? [])],
    timeZone: first.timeZone,
    // The whole is as old as its oldest part.
    observedAt: [first, second]
      .map(({ observedAt }) => observedAt)
      .reduce((a, b) => (a && b && Date.parse(a) <= Date.parse(b) ? a : a && b)),
  });

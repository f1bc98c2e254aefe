import type { AdapterError, AdapterErrorCode } from '../adapter/index.js';
import {
  OutcomeAnswerSchema,
  SlotsAnswerSchema,
  toEpoch,
  type Constraint,
  type EpochMilliseconds,
  type Outcome,
  type Slot,
  type SlotCommand,
  type SlotList,
  type SlotQuery,
  type Window,
} from '../model/index.js';
import { brokenSlots } from '../verdicts/slot.js';
import { Live } from './live.js';
import { Orders } from './orders.js';
import { release } from './release.js';
import type { Store } from './store.js';
import { listen, put, unwatched, type Watched } from './watched.js';

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
 * - `done`, `pending`, `refused`: the backend's word.
 * - `unknown`: there was none; it is read until somebody can say. `lost`: read, and nothing has come of it,
 *   nor will it. Where something has come of it, the order says what, and nothing more is said here.
 */
export interface SlotActionState {
  readonly command: SlotCommand;
  readonly phase: 'sending' | 'not-sent' | 'done' | 'pending' | 'refused' | 'unknown' | 'lost';
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
/** Milliseconds: somebody takes a slot every moment in a busy shop; one question tells of all of them. */
const GATHER = 1000;
/** Milliseconds after which a command whose answer was lost may still arrive. */
const SETTLE = 5000;
/** Milliseconds between two readings, at most. */
const LONGEST_READ = 10_000;
/** Milliseconds that an answer waits for what holds after it. */
const PATIENCE = 3000;
/** Days are asked for page by page; a backend whose `next` leads nowhere must not lead us on. */
const MOST_PAGES = 60;

interface Entry extends Watched<SlotsState> {
  readonly query: SlotQuery;
  readonly locale: string;
  /** How many pages are wanted. */
  pages: number;
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
      entry = { query, locale, pages: 1, ...unwatched(EMPTY) };
      this.#entries.set(key, entry);
    }
    const watched = entry;
    return listen(watched, listener, () => this.#start(watched));
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
    // Some lists leave out what is full: what was chosen may not be listed any more once it is agreed.
    const slot = 'slot' in command ? this.#listed(key, command.slot) : undefined;
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
    // The answer and what holds after it are shown together, unless the reading takes long.
    await new Promise<void>((resolve) => {
      const cancel = environment.timer(resolve, PATIENCE);
      void this.#readAgain(key).then(() => {
        cancel();
        resolve();
      });
    });
    if (state.phase === 'unknown') void this.#find(state, locale, slot);
    return this.#note(key, state);
  }

  /** Gives a held slot back. If that fails it ends by itself. */
  async release(hold: string): Promise<void> {
    await release(this.#store, hold);
  }

  /** Reads until somebody can say what became of a command whose answer was lost, while somebody wants to know. */
  async #find(lost: SlotActionState, locale: string, slot: Slot | undefined): Promise<void> {
    const { environment } = this.#store;
    const { command } = lost;
    const key = command.order ?? '';
    for (let round = 0; ; round++) {
      const pause = round && 500 + environment.random() * Math.min(LONGEST_READ, 1000 * 2 ** round);
      await new Promise<void>((resolve) => environment.timer(resolve, SETTLE + pause));
      if (this.#actions.get(key) !== lost) return;
      const read = this.#listeners.size > 0;
      if (read && (!environment.visible() || !(await this.#readAgain(key)))) continue;
      // Another one may have been sent meanwhile.
      if (this.#actions.get(key) !== lost) return;
      const found = read ? this.#whatBecame(command, locale, slot) : undefined;
      if (found) this.#note(key, { ...lost, ...found });
      else this.#forget(key);
      return;
    }
  }

  /** What has come of a command, where the order does not tell it by itself. */
  #whatBecame(
    command: SlotCommand,
    locale: string,
    slot: Slot | undefined,
  ): Partial<SlotActionState> | undefined {
    const { clock } = this.#store;
    const key = command.order ?? '';
    const { order } = this.#store.part(Orders).state(key, locale);
    const lists = this.#watchedFor(key).flatMap(({ state }) => state.list ?? []);
    const promises = order?.promises ?? [];
    switch (command.type) {
      case 'answer': {
        const revision = promises
          .find(({ id }) => id === command.promise)
          ?.revisions?.find(({ id }) => id === command.revision);
        const { state, answerBy } = revision ?? {};
        if (!state || state === (command.answer === 'accept' ? 'accepted' : 'declined'))
          return undefined;
        const waits = state === 'proposed' || state === 'imposed';
        if (waits && clock.now() < (toEpoch(answerBy) ?? Infinity)) return { phase: 'lost' };
        const code =
          state === 'accepted' || state === 'declined'
            ? 'answered'
            : state === 'withdrawn' || state === 'replaced'
              ? 'withdrawn'
              : 'too-late';
        return { phase: 'refused', outcome: { status: 'refused', code } };
      }
      case 'choose': {
        // Nobody could read the order, or knows which time it was.
        if (!order || !slot) return {};
        const agreed = promises
          .filter(({ id }) => id === (command.promise ?? id))
          .flatMap((promise) => [
            promise,
            ...(promise.revisions ?? []).flatMap(({ state, window }) =>
              state === 'accepted' && window ? window : [],
            ),
          ]);
        const same = (window: Window): boolean =>
          toEpoch(window.from) === toEpoch(slot.from) &&
          toEpoch(window.before) === toEpoch(slot.before);
        return agreed.some(same) ? undefined : { phase: 'lost' };
      }
      case 'constrain': {
        const known = lists.find((list) => list.constraints)?.constraints ?? order?.constraints;
        return !known || saying(known) === saying(command.constraints)
          ? undefined
          : { phase: 'lost' };
      }
      case 'choose-carrier': {
        if (!order) return {};
        const offer = order.shipments?.find(({ id }) => id === command.shipment)?.carrierOffer;
        return offer?.stands === command.choice && offer.chosenAt !== undefined
          ? undefined
          : { phase: 'lost' };
      }
      case 'hold':
        return lists.some(({ hold }) => hold?.slotId === command.slot)
          ? undefined
          : { phase: 'lost' };
      default:
        return undefined;
    }
  }

  #listed(order: string, slot: string): Slot | undefined {
    return this.#watchedFor(order)
      .flatMap(({ state }) => state.list?.slots ?? [])
      .find(({ slotId }) => slotId === slot);
  }

  #watchedFor(order: string): Entry[] {
    return [...this.#entries.values()].filter(
      ({ listeners, query }) => listeners.size && (query.order ?? '') === order,
    );
  }

  /** Resolves to whether everything that was asked had an answer. */
  async #readAgain(order: string): Promise<boolean> {
    const answered = await Promise.all([
      !order ||
        this.#store
          .part(Orders)
          .refresh(order)
          .then((failed) => !failed),
      ...this.#watchedFor(order).map((entry) => this.#ask(entry, 'fresh')),
    ]);
    return !answered.includes(false);
  }

  #note(key: string, state: SlotActionState): SlotActionState {
    this.#actions.set(key, Object.freeze(state));
    this.#tell();
    return state;
  }

  #forget(key: string): void {
    this.#actions.delete(key);
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #start(entry: Entry): void {
    const { environment } = this.#store;
    let cancelSoon: (() => void) | undefined;
    const stopLive = this.#store.part(Live).watch('slots', (sign) => {
      if (sign === 'lost') this.#poll(entry);
      else
        cancelSoon ??= environment.timer(
          () => {
            cancelSoon = undefined;
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
      cancelSoon?.();
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
    put(entry, { asking: true });
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
      put(entry, {
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
      put(entry, { settled: true, failed: true, code, asking: false });
      this.#poll(entry, retryAfter);
      return false;
    }
  }

  #poll(entry: Entry, retryAfter?: number): void {
    const { environment } = this.#store;
    entry.cancelTimer?.();
    const { failed, code } = entry.state;
    if (!entry.listeners.size || !environment.visible()) return;
    // Nothing of the kind is offered: asking again will not change that.
    if (failed && (code === 'not-found' || code === 'forbidden')) return;
    if (!failed && this.#store.part(Live).alive) return;
    const delay = !failed
      ? POLL / 2 + (environment.random() * POLL) / 2
      : (retryAfter ?? 1 + environment.random() * Math.min(LONGEST_PAUSE, 2 ** entry.failures));
    entry.cancelTimer = environment.timer(() => void this.#ask(entry, 'any'), delay * 1000);
  }
}

const keyOf = (query: SlotQuery, locale: string): string =>
  JSON.stringify([locale, query.order, query.skus, query.from, query.days]);

/** The same for the same days and hours, in whatever order they are listed. */
const saying = (constraints: readonly Constraint[]): string =>
  constraints
    .map((one) => [one.weekday, one.date, one.from, one.until].join(' '))
    .sort()
    .join();

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

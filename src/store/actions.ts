import type { AdapterError } from '../adapter/index.js';
import {
  OutcomeAnswerSchema,
  toEpoch,
  type BrokenPart,
  type OrderCommand,
  type EpochMilliseconds,
  type Order,
  type Outcome,
  type OutcomeAnswer,
  type Refund,
} from '../model/index.js';
import { Orders } from './orders.js';
import type { Store } from './store.js';

/**
 * An action in flight, as the screen may tell it (R7).
 *
 * - `sending`: on its way.
 * - `unknown`: sent, and the answer did not come; it is being read, never sent again.
 * - `not-sent`: did not leave, or the backend says that it never arrived.
 * - `pending`, `done`, `refused`: the backend's word.
 */
export interface ActionState {
  readonly command: OrderCommand;
  readonly phase: 'sending' | 'unknown' | 'not-sent' | 'pending' | 'done' | 'refused';
  /** Server time of the activation, epoch milliseconds. */
  readonly startedAt: EpochMilliseconds;
  readonly outcome?: Outcome;
  /** Server time at which the outcome was heard, epoch milliseconds. */
  readonly heardAt?: EpochMilliseconds;
}

/** Whether the order itself already tells what became of this action. */
export const isShown = (
  { refunds = [], claims = [] }: Order,
  { command, outcome, startedAt }: ActionState,
): boolean =>
  [...refunds, ...claims].some(
    (entry) =>
      (entry.offerId === command.offerId || entry.reference === outcome?.reference) &&
      // What was withdrawn before is offered again, and has been claimed again.
      ((entry as Refund).state !== 'withdrawn' ||
        (outcome && !(toEpoch((entry as Refund).endedAt)! < startedAt))),
  );

/** Where the note of an action that has left is kept; it holds the offer's identifier and an instant. */
const noteKey = (offerId: string): string => `doorstep:${offerId}`;

// What left can still arrive after its connection has ended; before that "never arrived" proves nothing.
const SETTLE = 5_000;
// The page that wrote a note may still wait for its answer so long: the store's patience.
const WAITING = 20_000;
// A note so old is of a page that waits no more, whatever the doubt about clocks.
const OLD = 60_000;
const LONGEST_PAUSE = 10;
// A proxy in trouble says "not found" now and then; a backend that cannot be asked says it each time.
const SURE = 3;
// So long the end of an action is told although its offer is gone.
const TOLD = 600_000;

const LOCKED: readonly ActionState['phase'][] = ['sending', 'unknown'];

/**
 * Actions that promise or move something: sent once, never assumed.
 *
 * The lock is set synchronously, so a second activation in the same instant finds it. A note is
 * written before sending and kept until the order lists what came of it; after a reload it makes the
 * outcome be read before anything can be pressed.
 * The note spares the customer a doubt, it does not protect the money: that is the backend's rule of
 * one refund for one obligation, and losing the note is harmless.
 */
export class Actions {
  readonly #store: Store;
  readonly #states = new Map<string, ActionState>();
  readonly #listeners = new Set<() => void>();
  readonly #notes = new Map<string, string>();
  /** Offers whose action is told as unknown, and read as soon as the backend tells of the order again. */
  readonly #unread = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What became of the action on an offer, as far as this page knows. */
  state(offerId: string): ActionState | undefined {
    return this.#states.get(offerId);
  }

  /**
   * The last action on an order that still has something to say. An offer that is no longer made does not
   * take with it what became of pressing it.
   */
  latest({ reference, offers = [], refunds = [] }: Order): ActionState | undefined {
    if (!this.#states.size) return undefined;
    const known = new Set([...offers, ...refunds].map(({ offerId }) => offerId));
    const since = this.#store.clock.now() - TOLD;
    return [...this.#states.values()]
      .filter(
        ({ command, phase, startedAt }) =>
          command.order === reference &&
          (known.has(command.offerId) ||
            LOCKED.includes(phase) ||
            phase === 'pending' ||
            startedAt > since),
      )
      .sort((a, b) => b.startedAt - a.startedAt)[0];
  }

  /**
   * The order with what the backend has answered to a press and this copy does not list yet: one that lags
   * takes no word back (R7). As soon as the order lists it, its own word is the only one.
   */
  told(order: Order): Order {
    for (const action of this.#states.values()) {
      const { command, phase, outcome, startedAt, heardAt } = action;
      const state = phase === 'done' ? 'ordered' : phase === 'pending' && 'asked';
      const isOwn = command.type === 'claim' && command.order === order.reference;
      if (!state || !isOwn || isShown(order, action)) continue;
      const entry = {
        reference: '',
        askedAt: instant(startedAt),
        orderedAt: instant(heardAt!),
        orderedBy: { kind: 'shop' as const },
        ...order.offers?.find(({ offerId }) => offerId === command.offerId),
        ...command,
        ...outcome,
        // Taken back is what the order lists.
        undoUntil: undefined,
      };
      const sum = entry.amount ?? command.amount;
      const { remedy = sum && 'refund' } = entry;
      if (remedy === 'refund' || (remedy === 'cancel' && sum))
        order = {
          ...order,
          refunds: [...(order.refunds ?? []), { ...entry, state }],
        };
      // Goods are not promised before the backend says so.
      else if (remedy && state === 'ordered')
        order = { ...order, claims: [...(order.claims ?? []), { ...entry, remedy }] };
    }
    return order;
  }

  /** @returns the cancellation */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Carries out a command once. @returns the outcome; `unknown` if nobody can say, never a guess */
  async perform(command: OrderCommand): Promise<Outcome> {
    const { adapter, environment, clock } = this.#store;
    const { offerId } = command;
    const running = this.state(offerId);
    if (running && LOCKED.includes(running.phase)) return { status: 'unknown' };
    const startedAt = clock.now();
    if (!adapter.act || !environment.online()) {
      // A money action is never queued silently: it is said that it has not left.
      this.#set(offerId, { command, phase: 'not-sent', startedAt });
      return { status: 'none' };
    }
    this.#set(offerId, { command, phase: 'sending', startedAt });
    if (command.type === 'claim') {
      const note = JSON.stringify({ offerId, startedAt });
      this.#notes.set(offerId, note);
      environment.write(noteKey(offerId), note);
    }
    const attemptKey = [0, 1].map(() => environment.random().toString(36).slice(2)).join('');
    try {
      const outcome = heardIn(
        await this.#store.ask(OutcomeAnswerSchema, (request) => adapter.act!(command, request), {
          attemptKey,
          freshness: 'fresh',
        }),
      );
      if (outcome.status !== 'unknown') return this.#settle(command, startedAt, outcome);
    } catch (error) {
      // These codes mean that the backend did not take it; every other failure leaves it open.
      const { code } = error as AdapterError;
      if (code === 'forbidden' || code === 'not-found' || code === 'offline')
        return this.#settle(command, startedAt, { status: 'none' });
    }
    this.#set(offerId, { command, phase: 'unknown', startedAt });
    return this.#read(command, startedAt, SETTLE);
  }

  /**
   * Takes up what an earlier page left: for each offer with a note and no visible result the outcome
   * is read. Called with every new copy of the order.
   *
   * @param stoodStill whether nobody has answered since the page was made or left: nothing is judged by the clock
   */
  resume(order: Order, stoodStill = false): void {
    const shown = new Set(
      [
        // What was withdrawn is offered again, and may have been claimed again.
        ...(order.refunds ?? []).filter(({ state }) => state !== 'withdrawn'),
        ...(order.claims ?? []),
      ].map((entry) => entry.offerId),
    );
    for (const refund of [...(order.refunds ?? []), ...(order.claims ?? [])]) {
      const { offerId = '' } = refund;
      const known = this.state(offerId);
      // What the order tells itself needs no second account here, which would outlive it.
      const moving = 'state' in refund && (refund.state === 'asked' || refund.state === 'ordered');
      if (
        known &&
        !LOCKED.includes(known.phase) &&
        (known.command.type === 'claim' ? isShown(order, known) : !moving || known.phase === 'done')
      ) {
        this.#forget(offerId);
        this.#set(offerId, undefined);
      }
    }
    for (const offerId of stoodStill ? [] : this.#unread) {
      const { command } = this.state(offerId)!;
      if (command.order !== order.reference) continue;
      this.#unread.delete(offerId);
      if (shown.has(offerId)) {
        this.#forget(offerId);
        this.#set(offerId, undefined);
      } else this.#takeUp(command);
    }
    for (const { offerId } of order.offers ?? []) {
      const note = this.#store.environment.read(noteKey(offerId));
      if (note === undefined) continue;
      const known = this.state(offerId);
      if (shown.has(offerId)) {
        if (!known || !LOCKED.includes(known.phase))
          this.#store.environment.write(noteKey(offerId), undefined);
      } else if (!known) {
        this.#notes.set(offerId, note);
        if (stoodStill) this.#unread.add(offerId);
        this.#takeUp({ type: 'claim', order: order.reference, offerId });
      }
    }
  }

  /** Tells what a note tells of, and reads what became of it once the backend's time is known. */
  #takeUp(command: OrderCommand): void {
    const { offerId } = command;
    // A clock that was ahead then must not make us wait for it now.
    const now = this.#store.clock.now();
    const noted = startOf(this.#notes.get(offerId)!);
    const startedAt = Math.min(noted ?? this.state(offerId)?.startedAt ?? now, now);
    this.#set(offerId, { command, phase: 'unknown', startedAt });
    if (this.#unread.has(offerId)) return;
    // Another tab of this device may have sent it only now, and wait for its answer.
    const recent = noted !== undefined && now - noted < OLD;
    void this.#read(command, startedAt, recent ? WAITING + SETTLE : SETTLE);
  }

  /**
   * Reads the outcome until somebody can say; the pauses grow, with full jitter.
   *
   * @param settle milliseconds from now within which it can still arrive
   */
  async #read(
    command: OrderCommand,
    startedAt: EpochMilliseconds,
    settle: number,
  ): Promise<Outcome> {
    const { adapter, environment } = this.#store;
    const settled = environment.monotonic() + settle;
    const asks = command.type !== 'withdraw' && adapter.outcome;
    // How often in a row the question was turned away.
    let refusals = asks ? 0 : SURE;
    // Seconds the backend asked us to stay away.
    let away = 0;
    const heed = ({ retryAfter = 0 }: Partial<AdapterError> = {}): void => {
      away = Math.max(away, retryAfter);
    };
    for (let round = 0; ; round++) {
      const pause = 0.5 + environment.random() * Math.min(LONGEST_PAUSE, 2 ** round);
      const wait = Math.max(pause, away) * 1000;
      away = 0;
      await new Promise<void>((resolve) => environment.timer(resolve, wait));
      if (!environment.visible()) continue;
      const early = environment.monotonic() < settled;
      const refreshed = this.#store.part(Orders).refresh(command.order);
      void refreshed.then(heed);
      if (asks) {
        try {
          const outcome = heardIn(
            await this.#store.ask(
              OutcomeAnswerSchema,
              (request) => adapter.outcome!(command.order, command.offerId, request),
              { freshness: 'fresh' },
            ),
          );
          const { status } = outcome;
          if (status !== 'unknown' && !(status === 'none' && early))
            return await this.#settle(command, startedAt, outcome);
          refusals = 0;
        } catch (error) {
          heed(error as AdapterError);
          refusals = isFinal(error as AdapterError) ? refusals + Number(!early) : 0;
        }
        // Still unknown; the next round asks again.
        if (!refusals) continue;
      }
      const failed = await refreshed;
      // Where nobody says what became of it, what the order says by now is the outcome.
      if (!failed && !early && refusals >= SURE) {
        this.#forget(command.offerId);
        this.#set(command.offerId, undefined);
      } else if (failed && isFinal(failed)) this.#unread.add(command.offerId);
      else continue;
      return { status: 'unknown' };
    }
  }

  async #settle(
    command: OrderCommand,
    startedAt: EpochMilliseconds,
    outcome: Outcome,
  ): Promise<Outcome> {
    const phase = outcome.status === 'none' ? 'not-sent' : outcome.status;
    // What is taken is noted until the order lists it: a page loaded before that asks again, and does
    // not offer it as if nothing had been pressed.
    if (phase !== 'done' && phase !== 'pending') this.#forget(command.offerId);
    const heardAt = this.#store.clock.now();
    this.#set(command.offerId, { command, phase, startedAt, outcome, heardAt });
    // The order tells the rest: reference, dates, the path of the money.
    await this.#store.part(Orders).refresh(command.order);
    return outcome;
  }

  /** Removes the note of what has ended, and leaves that of another tab which has sent since. */
  #forget(offerId: string): void {
    const { environment } = this.#store;
    if (environment.read(noteKey(offerId)) === this.#notes.get(offerId))
      environment.write(noteKey(offerId), undefined);
    this.#notes.delete(offerId);
  }

  #set(offerId: string, state: ActionState | undefined): void {
    if (state) this.#states.set(offerId, Object.freeze(state));
    else this.#states.delete(offerId);
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whether asking again will not change it, until somebody signs in or looks anew. */
const isFinal = ({ code }: AdapterError): boolean => code === 'not-found' || code === 'forbidden';

/** What was answered; a sum that cannot be read is not the one that was asked for, and unknown (R3). */
const heardIn = ({
  value: { outcome },
  broken,
}: {
  readonly value: OutcomeAnswer;
  readonly broken: readonly BrokenPart[];
}): Outcome =>
  broken.some(({ path }) => path.startsWith('outcome.amount'))
    ? { ...outcome, amount: undefined }
    : outcome;

const instant = (at: EpochMilliseconds): string => new Date(at).toISOString();

const startOf = (note: string): EpochMilliseconds | undefined => {
  try {
    const { startedAt } = JSON.parse(note) as { startedAt?: unknown };
    return typeof startedAt === 'number' ? startedAt : undefined;
  } catch {
    return undefined;
  }
};

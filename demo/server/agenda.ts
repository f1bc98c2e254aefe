import type { EpochMilliseconds } from '../../src/model/index.js';
import type { Checkout } from './checkout.js';
import type { ServerClock } from './clock.js';
import type { Database } from './database.js';
import type { Live } from './live.js';
import type { Slots } from './slots.js';
import { runBank } from './bank.js';

const LONGEST = 3_600_000;
const AFTER_FAILURE = 1_000;

/**
 * What the server does by itself, on one timer: the bank's steps when they are due, the end of holds
 * and wishes, of the time for answers, and a word to those who watch an order whose promise has just lapsed.
 */
export class Agenda {
  readonly #database: Database;
  readonly #clock: ServerClock;
  readonly #live: Live;
  readonly #checkout: Checkout;
  readonly #slots: Slots;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  /** Deadlines up to here have been told. */
  #told: EpochMilliseconds;

  constructor(
    database: Database,
    clock: ServerClock,
    live: Live,
    checkout: Checkout,
    slots: Slots,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#live = live;
    this.#checkout = checkout;
    this.#slots = slots;
    this.#told = clock.now();
  }

  /** Looks what is due and when to look again. Resolves when everything due has been done. */
  run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#loop().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #loop(): Promise<void> {
    clearTimeout(this.#timer);
    let pause: number;
    try {
      do {
        this.#again = false;
        if (this.#stopped) return;
        await runBank(this.#database, this.#clock);
        await this.#checkout.endDue();
        await this.#slots.endDue();
        pause = await this.#deadlines();
        // Something was written while we looked: look again.
      } while (this.#again);
    } catch {
      // The database is away for a moment: nothing is lost, the rows are still there.
      pause = AFTER_FAILURE;
    }
    if (!this.#stopped) this.#timer = setTimeout(() => void this.run(), pause);
  }

  /** @returns milliseconds until the next thing happens */
  async #deadlines(): Promise<number> {
    const now = this.#clock.now();
    // A clock that was moved back makes deadlines lie ahead again.
    const since = Math.min(this.#told, now);
    const lapsed = await this.#database.query<{ reference: string }>(
      `SELECT order_reference AS reference FROM obligations WHERE lapses_at > $1 AND lapses_at <= $2`,
      [new Date(since).toISOString(), new Date(now).toISOString()],
    );
    this.#told = now;
    for (const { reference } of lapsed) this.#live.tell(`order:${reference}`);
    const [next] = await this.#database.query<{ at: Date | null }>(
      `SELECT least(
         (SELECT min(due_at) FROM outbox WHERE done_at IS NULL),
         (SELECT min(lapses_at) FROM obligations WHERE lapses_at > $1),
         (SELECT min(until) FROM holds WHERE ended_at IS NULL),
         (SELECT min(until) FROM slot_places WHERE ended_at IS NULL),
         (SELECT min(answer_by) FROM revisions WHERE state = 'proposed'),
         (SELECT min(until) FROM subscriptions WHERE state = 'waiting')
       ) AS at`,
      [new Date(now).toISOString()],
    );
    return next?.at
      ? Math.min(Math.max(next.at.getTime() - this.#clock.now(), 1), LONGEST)
      : LONGEST;
  }
}

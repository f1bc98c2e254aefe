import type { EpochMilliseconds, Instant } from '../model/index.js';
import type { Environment } from './environment.js';

// Longer timers are cut: a sleeping device may have slept through them.
const LONGEST_TIMER = 60_000;

/**
 * The backend's time, and one timer for the whole page.
 *
 * Each answer proves a range for the backend's clock: it said `serverNow` after the question left and
 * before the answer came. The lower end of the range is what deadlines run on, so that doubt about the
 * network delays and never hastens (R6: never early). Ranges are intersected; one that contradicts
 * what was known means that a clock was set, and replaces it.
 */
export class ServerClock {
  readonly #environment: Environment;
  // Server time minus monotonic time: at least `low`, at most `high`.
  #low: number | undefined;
  #high = Infinity;
  readonly #waiting = new Set<{ at: EpochMilliseconds; run: () => void }>();
  #cancel: (() => void) | undefined;
  // What the timer in place waits for.
  #next = Infinity;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * Server time, epoch milliseconds: never ahead of the backend's once it has spoken. Until then the
   * device's clock stands in.
   */
  now(): EpochMilliseconds {
    return this.#low === undefined
      ? this.#environment.wallClock()
      : this.#environment.monotonic() + this.#low;
  }

  /**
   * Learns from an answer.
   *
   * @param serverNow what the backend said
   * @param askedAt monotonic time of the question; absent for a message that was not asked for
   */
  learn(serverNow: Instant | undefined, askedAt?: number): void {
    const said = serverNow === undefined ? NaN : Date.parse(serverNow);
    if (Number.isNaN(said)) return;
    const low = said - this.#environment.monotonic();
    // Backends that state whole seconds are up to one second further.
    const high = askedAt === undefined ? Infinity : said + 1000 - askedAt;
    const before = this.#low;
    // So it is too as long as nothing was known.
    if (!(low <= this.#high && high >= before!)) {
      this.#low = low;
      this.#high = high;
    } else {
      this.#low = Math.max(before!, low);
      this.#high = Math.min(this.#high, high);
    }
    if (this.#low !== before) this.#arm();
  }

  /** Runs once when the backend's clock reaches `at`; returns its cancellation. */
  wake(at: EpochMilliseconds, run: () => void): () => void {
    const entry = { at, run };
    this.#waiting.add(entry);
    // A thousand badges set their alarms at once: only an earlier one moves the timer.
    if (at < this.#next) this.#arm();
    return () => {
      this.#waiting.delete(entry);
      if (!this.#waiting.size) this.#arm();
    };
  }

  #arm(): void {
    this.#cancel?.();
    this.#next = Math.min(...[...this.#waiting].map((entry) => entry.at));
    if (!this.#waiting.size) return;
    const delay = Math.min(Math.max(Math.ceil(this.#next - this.now()), 0), LONGEST_TIMER);
    this.#cancel = this.#environment.timer(() => {
      const now = this.now();
      // One that runs may cancel another that is due.
      for (const entry of [...this.#waiting])
        if (entry.at <= now && this.#waiting.delete(entry)) entry.run();
      this.#arm();
    }, delay);
  }
}

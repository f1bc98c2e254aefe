interface Alarm {
  readonly at: number;
  readonly run: () => void;
  cancelled: boolean;
}

const realImmediate = setImmediate;

/** Resolves when nothing is left that waits for promises only. */
const drained = (): Promise<void> => new Promise((resolve) => realImmediate(resolve));

/** Time that passes only from one alarm to the next. */
export class VirtualTime {
  now = 0;
  // Latest first: the next one is at the end.
  readonly #alarms: Alarm[] = [];

  /** Runs once after `delay` milliseconds; returns the cancellation. */
  after(delay: number, run: () => void): () => void {
    // What browsers do with a delay that is no number, negative, or does not fit in 32 bits.
    const alarm: Alarm = {
      at: this.now + (delay > 0 && delay < 2 ** 31 ? delay : 0),
      run,
      cancelled: false,
    };
    let low = 0;
    let high = this.#alarms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // Of the same instant the one that was set first runs first.
      if (this.#alarms[middle]!.at > alarm.at) low = middle + 1;
      else high = middle;
    }
    this.#alarms.splice(low, 0, alarm);
    return () => {
      alarm.cancelled = true;
    };
  }

  /** Lets time pass until `over` says so (asked between two instants), or nothing is left to do. */
  async pass(over: () => boolean): Promise<void> {
    await drained();
    while (!over()) {
      const next = this.#alarms.pop();
      if (!next) return;
      if (next.cancelled) continue;
      this.now = next.at;
      next.run();
      await drained();
    }
  }
}

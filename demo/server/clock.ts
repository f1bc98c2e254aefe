import type { EpochMilliseconds } from '../../src/model/index.js';
import type { Queryable } from './database.js';

/**
 * The clock that all deadlines run on: real time, plus an offset that the demo keeps in the database
 * so that every process has the same one. Outside the demo the offset is nought and stays so.
 */
export class ServerClock {
  #offset = 0;
  readonly #realTime: () => EpochMilliseconds;

  constructor(realTime: () => EpochMilliseconds = Date.now) {
    this.#realTime = realTime;
  }

  /** Milliseconds since the epoch. */
  now(): EpochMilliseconds {
    return this.#realTime() + this.#offset;
  }

  /** Takes the offset over that some process has set. */
  async refresh(connection: Queryable): Promise<void> {
    const [row] = await connection.query<{ offset_ms: number }>('SELECT offset_ms FROM demo_clock');
    this.#offset = row?.offset_ms ?? 0;
  }

  /** Moves the clock of every process. The caller tells them. */
  async set(connection: Queryable, now: EpochMilliseconds): Promise<void> {
    const offset = now - this.#realTime();
    await connection.query('UPDATE demo_clock SET offset_ms = $1', [offset]);
    this.#offset = offset;
  }
}

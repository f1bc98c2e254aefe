import { isWatched } from '../../src/adapter/index.js';
import type { Alive, Notify } from '../../src/adapter/index.js';
import type { ServerClock } from './clock.js';
import type { Database } from './database.js';
import { CHANNEL } from './records.js';

interface Watcher {
  readonly topics: ReadonlySet<string>;
  readonly notify: Notify;
  readonly alive: Alive;
}

/** Hands what changed, in this process or another, to everyone here who watches it. */
export class Live {
  readonly #clock: ServerClock;
  readonly #watchers = new Set<Watcher>();
  readonly #listeners = new Set<(topic: string | undefined) => void>();
  #stop: (() => Promise<void>) | undefined;

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  /** Begins to listen; needed before the first answer, so that no change falls between. */
  async start(database: Database): Promise<void> {
    this.#stop = await database.listen(
      CHANNEL,
      (topic) => void this.#heard(database, topic),
      () => {
        // Nobody can say what happens meanwhile; whoever watches is told so and comes back.
        for (const watcher of [...this.#watchers]) watcher.alive(false);
      },
    );
  }

  async stop(): Promise<void> {
    for (const watcher of [...this.#watchers]) watcher.alive(false);
    this.#watchers.clear();
    await this.#stop?.();
  }

  /** @returns the cancellation */
  watch(topics: readonly string[], notify: Notify, alive: Alive): () => void {
    const watcher = { topics: new Set(topics), notify, alive };
    this.#watchers.add(watcher);
    alive(true);
    return () => this.#watchers.delete(watcher);
  }

  /** Called with each topic after a change, with `undefined` when the clock moved or news was lost. */
  onChange(listener: (topic: string | undefined) => void): void {
    this.#listeners.add(listener);
  }

  /** Tells the watchers of a topic in this process. */
  tell(topic: string): void {
    const serverNow = new Date(this.#clock.now()).toISOString();
    for (const watcher of [...this.#watchers])
      if (isWatched(watcher.topics, topic)) watcher.notify({ topic, serverNow });
  }

  async #heard(database: Database, topic: string | undefined): Promise<void> {
    const all = topic === undefined || topic === 'clock';
    if (all) {
      await this.#clock.refresh(database).catch(() => {});
      for (const watcher of [...this.#watchers]) watcher.notify(undefined);
    } else this.tell(topic);
    for (const listener of this.#listeners) listener(all ? undefined : topic);
  }
}

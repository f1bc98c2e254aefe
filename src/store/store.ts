import { AdapterError, type AdapterRequest, type OrderAdapter } from '../adapter/index.js';
import { parse, type BrokenPart, type Parsed } from '../model/index.js';
import { ServerClock } from './clock.js';
import { browserEnvironment, type Environment } from './environment.js';

type Schema = Parameters<typeof parse>[0];

/** Seconds after which an adapter that has not answered counts as timed out. */
const PATIENCE = 20;

/**
 * What the page knows through one adapter: one clock, one connection, one copy of each fact.
 *
 * Each kind of fact is a part of its own ({@link Store.part}), so that a page with a stock badge does
 * not carry the code for orders.
 */
export class Store {
  readonly adapter: OrderAdapter;
  readonly environment: Environment;
  readonly clock: ServerClock;
  readonly #parts = new Map<new (store: Store) => unknown, unknown>();
  readonly #warned = new Set<string>();
  /** Given by the parts that are large in any case: tells the developer of mistakes in the adapter. */
  diagnose: ((cause: unknown) => void) | undefined;

  constructor(adapter: OrderAdapter, environment: Environment = browserEnvironment) {
    this.adapter = adapter;
    this.environment = environment;
    this.clock = new ServerClock(environment);
  }

  /** The one instance of a part in this store, made when first wanted. */
  part<T>(Part: new (store: Store) => T): T {
    let part = this.#parts.get(Part);
    if (!part) this.#parts.set(Part, (part = new Part(this)));
    return part as T;
  }

  /**
   * Calls the adapter, checks its answer and learns its time.
   *
   * @param pending holds, while there is no answer, what gives the question up
   * @param read how the answer is read
   * @throws {AdapterError} and nothing else, whatever the adapter throws or returns
   */
  async ask<S extends Schema>(
    schema: S,
    call: (request: AdapterRequest) => Promise<unknown>,
    request: Partial<Omit<AdapterRequest, 'signal'>> = {},
    pending?: Set<() => void>,
    read = parse,
  ): Promise<{
    value: NonNullable<ReturnType<typeof parse<S>>['value']>;
    broken: readonly BrokenPart[];
  }> {
    const { environment } = this;
    const controller = new AbortController();
    const askedAt = environment.monotonic();
    let giveUp!: () => void;
    const givenUp = new Promise<never>((_, reject) => {
      giveUp = () => reject(new AdapterError('timeout'));
    });
    const cancel = environment.timer(giveUp, PATIENCE * 1000);
    pending?.add(giveUp);
    try {
      const answer = await Promise.race([
        call({ locale: 'en', freshness: 'any', ...request, signal: controller.signal }),
        givenUp,
      ]);
      const { value, broken } = read(schema, answer) as Parsed<{ serverNow?: string }>;
      for (const part of broken) this.warn(part);
      if (value === undefined) throw new AdapterError('invalid');
      this.clock.learn(value.serverNow, askedAt);
      return { value, broken } as never;
    } catch (error) {
      controller.abort();
      const failure =
        error instanceof AdapterError ? error : new AdapterError('unavailable', { cause: error });
      this.diagnose?.(failure.cause);
      throw failure;
    } finally {
      cancel();
      pending?.delete(giveUp);
    }
  }

  /** One warning for each field, however many items have the same fault. */
  warn(part: BrokenPart): void {
    const field = part.path.replace(/\.\d+(?=\.|$)/g, '[]');
    if (this.#warned.has(field)) return;
    this.#warned.add(field);
    this.environment.warn(
      `Doorstep: unreadable "${field}" (${part.problem}). It is shown as unknown.`,
    );
  }
}

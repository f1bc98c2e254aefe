import {
  BasketAnswerSchema,
  OutcomeAnswerSchema,
  StockAnswerSchema,
  type Basket,
  type BasketCheck,
  type StockLevel,
} from '../model/index.js';
import { basketFromStock } from '../verdicts/basket.js';
import type { Store } from './store.js';

const BATCH = 200;

/** Questions about whole baskets, right before payment (R4). Nothing is kept: each question is asked anew. */
export class Checkout {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Asks for the whole basket.
   *
   * @param deadline seconds to wait. An answer that comes later is not used; a hold it grants is given back
   * @returns `undefined` if nobody could say in time
   */
  async check(basket: Basket, deadline: number): Promise<BasketCheck | undefined> {
    const { environment } = this.#store;
    let late = false;
    const asked = this.#ask(basket).then((check) => {
      // Nobody waits for these units any more; they are for others.
      if (late && check?.hold && check.hold.reference !== basket.hold)
        void this.release(check.hold.reference);
      return check;
    });
    return new Promise((resolve) => {
      const cancel = environment.timer(() => {
        late = true;
        resolve(undefined);
      }, deadline * 1000);
      void asked.then(
        (check) => {
          cancel();
          resolve(check);
        },
        () => {
          cancel();
          resolve(undefined);
        },
      );
    });
  }

  /** Gives a hold back. If that fails it ends by itself. */
  async release(hold: string): Promise<void> {
    const { adapter } = this.#store;
    if (!adapter.act) return;
    try {
      await this.#store.ask(
        OutcomeAnswerSchema,
        (request) => adapter.act!({ type: 'release', hold }, request),
        { freshness: 'fresh', attemptKey: `release-${hold}` },
      );
    } catch {
      // Its time runs out in any case.
    }
  }

  async #ask(basket: Basket): Promise<BasketCheck | undefined> {
    const store = this.#store;
    const { adapter } = store;
    if (adapter.basket) {
      const { value } = await store.ask(
        BasketAnswerSchema,
        (request) => adapter.basket!(basket, request),
        { freshness: 'fresh' },
      );
      return value.check;
    }
    if (!adapter.stock) return undefined;
    const skus = [
      ...new Set(
        basket.lines.flatMap((line) =>
          line.parts?.length ? line.parts.map(({ sku }) => sku) : [line.sku],
        ),
      ),
    ];
    const wanted = Math.floor(adapter.stockBatch ?? BATCH);
    const size = wanted >= 1 ? wanted : BATCH;
    const batches: Promise<StockLevel[]>[] = [];
    for (let first = 0; first < skus.length; first += size)
      batches.push(
        store
          .ask(
            StockAnswerSchema,
            (request) => adapter.stock!(skus.slice(first, first + size), request),
            { freshness: 'fresh' },
          )
          .then(({ value }) => value.stock),
      );
    const levels = (await Promise.all(batches)).flat();
    return basketFromStock(basket.lines, levels, store.clock.now());
  }
}

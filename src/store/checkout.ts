import type { AdapterError } from '../adapter/index.js';
import {
  BasketAnswerSchema,
  StockAnswerSchema,
  type Basket,
  type BasketCheck,
  type StockLevel,
} from '../model/index.js';
import { basketFromStock } from '../verdicts/basket.js';
import { release } from './release.js';
import { Stock } from './stock.js';
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
   * @param locale BCP 47 language the customer reads
   * @returns `undefined` if nobody could say in time
   */
  async check(basket: Basket, deadline: number, locale = 'en'): Promise<BasketCheck | undefined> {
    const { environment } = this.#store;
    let late = false;
    const asked = this.#ask(basket, locale).then((check) => {
      // A badge beside it must not go on saying what has just turned out otherwise.
      if (check) for (const sku of skusOf(basket)) this.#store.part(Stock).ask(sku, 'fresh');
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
    await release(this.#store, hold);
  }

  async #ask(basket: Basket, locale: string): Promise<BasketCheck | undefined> {
    const store = this.#store;
    const { adapter } = store;
    const request = { freshness: 'fresh', locale } as const;
    if (adapter.basket) {
      try {
        const { value } = await store.ask(
          BasketAnswerSchema,
          (asked) => adapter.basket!(basket, asked),
          request,
        );
        return value.check;
      } catch (error) {
        // A backend of the HTTP contract that cannot be asked about baskets says so only now.
        if ((error as AdapterError).code !== 'not-found') throw error;
      }
    }
    if (!adapter.stock) return undefined;
    const skus = skusOf(basket);
    const wanted = Math.floor(adapter.stockBatch ?? BATCH);
    const size = wanted >= 1 ? wanted : BATCH;
    const batches: Promise<StockLevel[]>[] = [];
    for (let first = 0; first < skus.length; first += size)
      batches.push(
        store
          .ask(
            StockAnswerSchema,
            (asked) => adapter.stock!(skus.slice(first, first + size), asked),
            request,
          )
          .then(({ value }) => value.stock),
      );
    const levels = (await Promise.all(batches)).flat();
    return basketFromStock(basket.lines, levels, store.clock.now());
  }
}

/** What a basket draws on, each once. */
const skusOf = ({ lines }: Basket): string[] => [
  ...new Set(
    lines.flatMap(({ sku, parts }) => (parts?.length ? parts.map((part) => part.sku) : [sku])),
  ),
];

import {
  toEpoch,
  type EpochMilliseconds,
  type StockBatch,
  type StockLevel,
} from '../model/index.js';
import { freshness, type Freshness, type Timed } from './freshness.js';

/**
 * What can be said of the stock of one SKU for a wanted quantity (R2, R3, R4).
 *
 * - `enough`: all wanted units can leave now. `left` is the number, when it is known.
 * - `parts`: `now` units at once, the `later` ones by their dates and conditions.
 * - `order`: made to order, pre-order or back order; never "in stock".
 * - `shop-only`: on the shelf of a shop.
 * - `out`: none, with the day it is back if somebody said so.
 * - `discontinued`: will not come back.
 * - `stale`: the last answer is too old to repeat. `unknown`: there is none that can be read.
 */
export interface StockVerdict extends Timed {
  readonly state:
    'enough' | 'parts' | 'order' | 'shop-only' | 'out' | 'discontinued' | 'stale' | 'unknown';
  readonly left?: number | undefined;
  readonly now?: number | undefined;
  readonly later?: readonly {
    quantity: number;
    from?: string | undefined;
    condition?: StockBatch['condition'];
  }[];
  /** Units that nobody has accounted for. */
  readonly missing?: number;
  readonly backOn?: string | undefined;
  readonly how?: 'made' | 'pre' | 'back';
  readonly freshness: Freshness;
}

/** Seconds for which a stock claim may be repeated where its source states nothing. */
export const STOCK_MAX_AGE = 600;

/** No shelf holds that many: a greater number is a fault of the source, not a count. */
const MOST = 1e9;

const MEANS = {
  OutOfStock: 'none',
  SoldOut: 'none',
  Reserved: 'none',
  MadeToOrder: 'made',
  PreOrder: 'pre',
  PreSale: 'pre',
  BackOrder: 'back',
} as const;

/**
 * @param level what is known; `undefined` if nothing is
 * @param wanted units wanted
 * @param now server time, epoch milliseconds
 */
export const stockVerdict = (
  level: StockLevel | undefined,
  wanted: number,
  now: EpochMilliseconds,
): StockVerdict => {
  const fresh = freshness(level ?? {}, now, STOCK_MAX_AGE);
  const said = (state: StockVerdict['state'], rest: Partial<StockVerdict> = {}): StockVerdict => ({
    ...rest,
    state,
    freshness: fresh,
    changesAt: fresh.changesAt,
  });
  if (!level || fresh.state === 'unknown') return said('unknown');
  if (fresh.state === 'stale') return said('stale');

  const { availability, quantity } = level;
  if (availability === 'Discontinued') return said('discontinued');
  let shelf: number | undefined;
  const later: StockBatch[] = [];
  for (const batch of level.batches ?? [])
    if (!(batch.from ?? batch.condition)) shelf = (shelf ?? 0) + batch.quantity;
    else if (batch.quantity) later.push(batch);
  // The soonest first; those without a date last.
  const day = ({ from = '9999' }: StockBatch): number => Date.parse(from);
  later.sort((a, b) => day(a) - day(b));
  const here = quantity ?? shelf ?? 0;
  const means = MEANS[availability as keyof typeof MEANS] as StockVerdict['how'] | 'none';
  const saysNone = means === 'none';
  const saysSome = availability && !means;
  // Units to come say nothing of what is there now, if the shop says that there are some.
  const counted = quantity !== undefined || shelf !== undefined || (later.length > 0 && !saysSome);

  // "Sold out" with units on the shelf, "in stock" with none, two counts: nothing to believe.
  if (
    Math.max(here, shelf ?? 0) > MOST ||
    (saysNone && here > 0) ||
    (saysSome && counted && here === 0) ||
    (shelf !== undefined && here !== shelf)
  )
    return said('unknown');

  if (means && !saysNone)
    return said('order', {
      how: means,
      backOn: level.backOn ?? later[0]?.from,
      later: taken(later, wanted),
    });
  if (counted && availability === 'InStoreOnly') return said('shop-only', { left: here });
  if (counted && here >= wanted && !saysNone) return said('enough', { left: here });
  if (counted && (here > 0 || later.length > 0) && !saysNone) {
    const parts = taken(later, wanted - here);
    return said('parts', { now: here, later: parts, missing: wanted - parts.reduce(sum, here) });
  }
  if (saysNone || (counted && here === 0)) return said('out', { backOn: level.backOn });
  // "In stock" without a number is a claim about one unit; for more, nobody has said so.
  if (availability === 'InStoreOnly') return said(wanted === 1 ? 'shop-only' : 'unknown');
  if (availability && wanted === 1) return said('enough');
  return said('unknown');
};

const sum = (total: number, batch: { quantity: number }): number => total + batch.quantity;

/** So many units of the batches, the first ones first. */
const taken = (batches: readonly StockBatch[], wanted: number): StockBatch[] => {
  let open = wanted;
  return batches.flatMap((batch) => {
    const quantity = Math.min(open, batch.quantity);
    open -= quantity;
    return quantity ? [{ ...batch, quantity }] : [];
  });
};

/** Whether a shop that gave closing hours is open now. */
export const isOpen = (openUntil: string | undefined, now: EpochMilliseconds): boolean =>
  openUntil !== undefined && now < toEpoch(openUntil)!;

import {
  toEpoch,
  type BasketCheck,
  type BasketLine,
  type CheckedLine,
  type EpochMilliseconds,
  type Hold,
  type StockBatch,
  type StockLevel,
} from '../model/index.js';
import { earliest, freshness, type Freshness, type Timed } from './freshness.js';
import { stockVerdict } from './stock.js';

/** Seconds for which the answer to a whole basket may be acted on, where its source states nothing. */
export const BASKET_MAX_AGE = 60;

/**
 * What can be said of one line of a basket (R3, R4).
 *
 * - `as-promised`: all its units come as the customer was told, or sooner.
 * - `short`: some or all of them do not; `now` and `later` say what can be had, `missing` what cannot.
 * - `unknown`: nobody has said, or what was said contradicts itself.
 */
export interface BasketLineVerdict {
  readonly line: BasketLine;
  readonly checked: CheckedLine | undefined;
  readonly state: 'as-promised' | 'short' | 'unknown';
  /** Units that can leave now. */
  readonly now: number;
  /** Units by date and condition, the soonest first. */
  readonly later: readonly StockBatch[];
  readonly missing: number;
}

/**
 * What can be said of a whole basket.
 *
 * - `confirmed`: every line is as promised; the payment may go on.
 * - `changed`: at least one line is not.
 * - `unsure`: nobody can say; never taken for a yes.
 */
export interface BasketVerdict extends Timed {
  readonly state: 'confirmed' | 'changed' | 'unsure';
  readonly lines: readonly BasketLineVerdict[];
  /** The hold, while it lasts. */
  readonly hold: Hold | undefined;
  readonly freshness: Freshness;
}

const isNow = (batch: StockBatch): boolean =>
  batch.from === undefined && batch.condition === undefined;

// Batches without a date come last: "later" without a day may be any day.
const byDate = (one: StockBatch, other: StockBatch): number =>
  (one.from ?? '9') < (other.from ?? '9') ? -1 : (one.from ?? '9') > (other.from ?? '9') ? 1 : 0;

const units = (batches: readonly { readonly quantity: number }[]): number =>
  batches.reduce((total, { quantity }) => total + quantity, 0);

/** Whether a batch is no worse than what the customer took: not later, and no condition he was not told. */
const honours = (had: StockBatch, told: StockBatch): boolean =>
  isNow(had) ||
  ((had.condition === undefined || had.condition === told.condition) &&
    !isNow(told) &&
    (told.from === undefined || (had.from !== undefined && had.from <= told.from)));

/** Whether what can be had keeps everything that was told: the hardest to please are served first. */
const keeps = (had: readonly StockBatch[], told: readonly StockBatch[]): boolean => {
  const left = had.map((batch) => ({ ...batch }));
  const hardness = (batch: StockBatch): string =>
    isNow(batch) ? '0' : `${batch.from ?? '9'}${batch.condition ? 1 : 0}`;
  for (const wanted of [...told].sort((a, b) => (hardness(a) < hardness(b) ? -1 : 1))) {
    let open = wanted.quantity;
    // The least that will do is taken, so that the better is left for those who need it.
    const fitting = left
      .filter((batch) => honours(batch, wanted))
      .sort((a, b) => (hardness(a) > hardness(b) ? -1 : 1));
    for (const batch of fitting) {
      const taken = Math.min(open, batch.quantity);
      batch.quantity -= taken;
      open -= taken;
    }
    if (open > 0) return false;
  }
  return true;
};

const judged = (line: BasketLine, check: BasketCheck): BasketLineVerdict => {
  const answers = check.lines.filter(({ lineId }) => lineId === line.id);
  const checked = answers.length === 1 ? answers[0] : undefined;
  const parts = checked?.parts;
  // No answer, two answers, or more units than were asked for: nothing to believe.
  if (!parts || units(parts) > line.quantity)
    return { line, checked, state: 'unknown', now: 0, later: [], missing: line.quantity };
  const told = line.promised ?? [{ quantity: line.quantity }];
  return {
    line,
    checked,
    state:
      units(parts) === line.quantity && units(told) === line.quantity && keeps(parts, told)
        ? 'as-promised'
        : 'short',
    now: units(parts.filter(isNow)),
    later: parts.filter((batch) => !isNow(batch) && batch.quantity > 0).sort(byDate),
    missing: line.quantity - units(parts),
  };
};

/**
 * The verdict on a basket, right before payment (R4).
 *
 * @param lines what is to be paid for
 * @param check the backend's answer; `undefined` if there was none
 * @param now server time, epoch milliseconds
 */
export const basketVerdict = (
  lines: readonly BasketLine[],
  check: BasketCheck | undefined,
  now: EpochMilliseconds,
): BasketVerdict => {
  const fresh: Freshness = check ? freshness(check, now, BASKET_MAX_AGE) : { state: 'unknown' };
  const until = toEpoch(check?.hold?.until);
  const hold = until !== undefined && now < until ? check!.hold : undefined;
  const usable = fresh.state === 'live' || fresh.state === 'recent';
  const verdicts = lines.map((line) => judged(line, check && usable ? check : { lines: [] }));
  const state = verdicts.some((verdict) => verdict.state === 'short')
    ? 'changed'
    : verdicts.length && verdicts.every((verdict) => verdict.state === 'as-promised')
      ? 'confirmed'
      : 'unsure';
  return {
    state,
    lines: verdicts,
    hold,
    freshness: fresh,
    changesAt: earliest(now, fresh.changesAt, until),
  };
};

/**
 * The answer to a basket from stock levels alone, for a backend that cannot be asked about baskets:
 * all lines, and the parts of bundles, draw on the same units, in the order of the basket.
 *
 * A line whose stock is not counted is left without an answer, except a single unit that the shop says
 * is in stock.
 *
 * @param now server time, epoch milliseconds
 */
export const basketFromStock = (
  lines: readonly BasketLine[],
  levels: readonly StockLevel[],
  now: EpochMilliseconds,
): BasketCheck => {
  const bySku = new Map(levels.map((level) => [level.sku, level]));
  const wanted = new Map<string, number>();
  /** What one unit of a line draws on: units by SKU. */
  const partsOf = (line: BasketLine): Map<string, number> => {
    const parts = new Map<string, number>();
    for (const { sku, quantity } of line.parts ?? [{ sku: line.sku, quantity: 1 }])
      parts.set(sku, (parts.get(sku) ?? 0) + quantity);
    return parts;
  };
  for (const line of lines)
    for (const [sku, each] of partsOf(line))
      wanted.set(sku, (wanted.get(sku) ?? 0) + each * line.quantity);

  const pools = new Map<
    string,
    { quantity: number; from?: string | undefined; condition?: StockBatch['condition'] }[]
  >();
  for (const [sku, count] of wanted) {
    const verdict = stockVerdict(bySku.get(sku), count, now);
    if (verdict.state === 'enough') pools.set(sku, [{ quantity: verdict.left ?? count }]);
    else if (verdict.state === 'parts' || (verdict.state === 'order' && verdict.later?.length))
      pools.set(sku, [
        { quantity: verdict.now ?? 0 },
        ...(verdict.later as StockBatch[]).map((batch) => ({ ...batch })),
      ]);
    else if (
      verdict.state === 'out' ||
      verdict.state === 'discontinued' ||
      verdict.state === 'shop-only'
    )
      // What stands in a shop cannot be sent from there.
      pools.set(sku, []);
  }

  const observed = [...wanted.keys()].map((sku) => bySku.get(sku)?.observedAt);
  const oldest = observed.every((at) => at !== undefined)
    ? [...observed].sort((a, b) => toEpoch(a)! - toEpoch(b)!)[0]
    : undefined;
  return {
    ...(oldest === undefined ? {} : { observedAt: oldest }),
    lines: lines.map((line) => {
      const { name, noun, nouns } = line;
      const parts = taken(line);
      return {
        lineId: line.id,
        name,
        noun,
        nouns,
        ...(parts && { parts }),
        where: bySku.get(line.sku)?.where,
      };
    }),
  };

  /** Takes from the pools what a line can have. `undefined`: nobody knows. */
  function taken(line: BasketLine): StockBatch[] | undefined {
    const found: StockBatch[] = [];
    let open = line.quantity;
    while (open > 0) {
      let count = open;
      let from: string | undefined;
      let condition: StockBatch['condition'];
      const sources = [];
      for (const [sku, each] of partsOf(line)) {
        const pool = pools.get(sku);
        if (!pool) return undefined;
        // A part of a bundle comes from one batch at a time; what does not fill a bundle is left.
        const batch = pool.find(({ quantity }) => quantity >= each);
        if (!batch) return found;
        sources.push([batch, each] as const);
        count = Math.min(count, Math.floor(batch.quantity / each));
        if (batch.from !== undefined && (from === undefined || batch.from > from))
          from = batch.from;
        condition = batch.condition === 'prepaid' ? 'prepaid' : (condition ?? batch.condition);
      }
      for (const [batch, each] of sources) batch.quantity -= each * count;
      found.push({ quantity: count, from, condition });
      open -= count;
    }
    return found;
  }
};

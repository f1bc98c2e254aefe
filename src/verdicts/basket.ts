import {
  toEpoch,
  type BasketCheck,
  type BasketChoice,
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
  /** Units that do not come as the customer was told. */
  readonly broken: number;
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

/** Whether units can leave now. */
export const isNow = (batch: StockBatch): boolean =>
  batch.from === undefined && batch.condition === undefined;

/** Sorts as text by when units are there: now, then by day; "later" without a day may be any day. */
const dayOf = (batch: StockBatch): string => (isNow(batch) ? '' : (batch.from ?? '9'));

/** The soonest first; of one day, those with the least condition. */
const byDay = (one: StockBatch, other: StockBatch): number => {
  const [a, b] = [one, other].map((batch) => `${dayOf(batch)} ${batch.condition ?? ''}`);
  return a! < b! ? -1 : a! > b! ? 1 : 0;
};

const units = (batches: readonly { readonly quantity: number }[]): number =>
  batches.reduce((total, { quantity }) => total + quantity, 0);

/** Whether a batch is no worse than what the customer took: not later, and no condition he was not told. */
const honours = (had: StockBatch, told: StockBatch): boolean =>
  isNow(had) ||
  ((had.condition === undefined || had.condition === told.condition) && dayOf(had) <= dayOf(told));

/**
 * How many of the units that were told come as told, at most: those without a condition are served
 * first, since only units without one will do for them; of the others the most urgent. Each takes the
 * least that will do.
 */
const kept = (had: readonly StockBatch[], told: readonly StockBatch[]): number => {
  const left = had.map((batch) => ({ ...batch }));
  let served = 0;
  const order = [...told].sort(
    (a, b) => Number(!!a.condition) - Number(!!b.condition) || byDay(a, b),
  );
  for (const wanted of order) {
    let open = wanted.quantity;
    const fitting = left
      .filter((batch) => honours(batch, wanted))
      .sort((a, b) => Number(!!b.condition) - Number(!!a.condition) || byDay(b, a));
    for (const batch of fitting) {
      const taken = Math.min(open, batch.quantity);
      batch.quantity -= taken;
      open -= taken;
      served += taken;
    }
  }
  return served;
};

/** What the customer was told of a line. Words that do not add up to its units told nothing. */
const toldOf = ({ promised, quantity }: BasketLine): readonly StockBatch[] =>
  promised && units(promised) === quantity ? promised : [{ quantity }];

const judged = (
  line: BasketLine,
  lines: readonly BasketLine[],
  check: BasketCheck | undefined,
): BasketLineVerdict => {
  const answers = check?.lines.filter(({ lineId }) => lineId === line.id) ?? [];
  const checked = answers.length === 1 ? answers[0] : undefined;
  const parts = checked?.parts;
  // No answer, two answers, one for two lines, or more units than were asked for: nothing to believe.
  if (!parts || units(parts) > line.quantity || lines.filter(({ id }) => id === line.id).length > 1)
    return { line, checked, state: 'unknown', now: 0, later: [], missing: 0, broken: 0 };
  const broken = line.quantity - kept(parts, toldOf(line));
  return {
    line,
    checked,
    state: broken ? 'short' : 'as-promised',
    now: units(parts.filter(isNow)),
    later: parts.filter((batch) => !isNow(batch) && batch.quantity > 0).sort(byDay),
    missing: line.quantity - units(parts),
    broken,
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
  const ended = until !== undefined && now >= until;
  const usable =
    check &&
    (fresh.state === 'live' || fresh.state === 'recent') &&
    // What rested on a hold that has ended, and what was said of another basket, says nothing of this one.
    !ended &&
    check.lines.every(({ lineId }) => lines.some(({ id }) => id === lineId));
  const verdicts = lines.map((line) => judged(line, lines, usable ? check : undefined));
  const state = verdicts.some((verdict) => verdict.state === 'short')
    ? 'changed'
    : verdicts.length && verdicts.every((verdict) => verdict.state === 'as-promised')
      ? 'confirmed'
      : 'unsure';
  return {
    state,
    lines: verdicts,
    hold: ended ? undefined : check?.hold,
    freshness: fresh,
    changesAt: earliest(now, fresh.changesAt, until),
  };
};

/**
 * The basket as it is after a choice, each line with what the customer was told of it: so it is
 * confirmed only if that still holds. What the check says of a line goes before what the choice says,
 * since that is what stands on the screen.
 */
export const basketAfter = (choice: BasketChoice, { lines }: BasketVerdict): BasketLine[] =>
  choice.lines.map((line) => {
    const verdict = lines.find(
      (each) => each.line.id === line.id && each.line.sku === line.sku && each.state !== 'unknown',
    );
    const promised: StockBatch[] = [];
    let open = line.quantity;
    for (const batch of verdict ? [{ quantity: verdict.now }, ...verdict.later] : []) {
      const quantity = Math.min(open, batch.quantity);
      if (quantity) promised.push({ ...batch, quantity });
      open -= quantity;
    }
    return open ? line : { ...line, promised };
  });

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
  const bySku = new Map<string, StockLevel | undefined>();
  // Two levels of one SKU: nobody knows which one holds.
  for (const level of levels) bySku.set(level.sku, bySku.has(level.sku) ? undefined : level);
  /** What one unit of a line draws on: units by SKU. */
  const partsOf = ({ sku, parts }: BasketLine): Map<string, number> => {
    const each = new Map<string, number>();
    for (const part of parts?.length ? parts : [{ sku, quantity: 1 }])
      each.set(part.sku, (each.get(part.sku) ?? 0) + part.quantity);
    return each;
  };
  const wanted = new Map<string, number>();
  for (const line of lines)
    for (const [sku, each] of partsOf(line))
      wanted.set(sku, (wanted.get(sku) ?? 0) + each * line.quantity);

  const pools = new Map<string, Pool>();
  let observedAt: string | undefined;
  let staleAt = Infinity;
  for (const [sku, count] of wanted) {
    const level = bySku.get(sku);
    const pool = poolOf(level, count, now);
    if (!pool) continue;
    pools.set(sku, pool);
    const at = toEpoch(level!.observedAt)!;
    if (observedAt === undefined || at < toEpoch(observedAt)!) observedAt = level!.observedAt;
    staleAt = Math.min(staleAt, at + (level!.maxAge ?? BASKET_MAX_AGE) * 1000);
  }
  return {
    ...(observedAt !== undefined && {
      observedAt,
      // As old as the oldest of the levels, and good as long as all of them are.
      maxAge: Math.max(0, Math.floor((staleAt - toEpoch(observedAt)!) / 1000)),
    }),
    lines: lines.map((line) => {
      const { name, noun, nouns } = line;
      const parts = take(line.quantity, partsOf(line), pools);
      const where = bySku.get(line.sku)?.where;
      return { lineId: line.id, name, noun, nouns, where, ...(parts && { parts }) };
    }),
  };
};

/** Units of one SKU that nobody has taken yet, the soonest first. */
type Pool = { -readonly [K in keyof StockBatch]: StockBatch[K] }[];

/** What can be had of a SKU. `undefined`: nobody knows. */
const poolOf = (
  level: StockLevel | undefined,
  count: number,
  now: EpochMilliseconds,
): Pool | undefined => {
  if (!Number.isSafeInteger(count)) return undefined;
  const verdict = stockVerdict(level, count, now);
  switch (verdict.state) {
    case 'enough':
      return [{ quantity: verdict.left ?? count }];
    case 'parts':
    case 'order': {
      const later = (level?.batches ?? []).filter((batch) => !isNow(batch)).sort(byDay);
      // To order, and nobody says how many or when: that is no answer.
      return verdict.now || later.length
        ? [{ quantity: verdict.now ?? 0 }, ...later.map((batch) => ({ ...batch }))]
        : undefined;
    }
    // What stands in a shop cannot be sent from there.
    case 'shop-only':
    case 'out':
    case 'discontinued':
      return [];
    default:
      return undefined;
  }
};

/**
 * Takes from the pools what a line can have, the soonest first. A bundle is there when the last of its
 * parts is, and under all their conditions. `undefined`: nobody knows.
 */
const take = (
  quantity: number,
  parts: ReadonlyMap<string, number>,
  pools: ReadonlyMap<string, Pool>,
): StockBatch[] | undefined => {
  const found: Pool = [];
  const sources: { pool: Pool; each: number }[] = [];
  for (const [sku, each] of parts) {
    const pool = pools.get(sku);
    if (!pool) return undefined;
    sources.push({ pool, each });
  }
  let open = quantity;
  while (open > 0) {
    for (const { pool } of sources) while (pool[0]?.quantity === 0) pool.shift();
    if (sources.some(({ pool, each }) => units(pool) < each)) break;
    // As many as the first batches hold; else one, put together from several batches.
    const whole = Math.min(
      open,
      ...sources.map(({ pool, each }) => Math.floor(pool[0]!.quantity / each)),
    );
    const count = Math.max(whole, 1);
    const used: StockBatch[] = [];
    for (const { pool, each } of sources)
      for (let needed = count * each, index = 0; needed > 0; index++) {
        const batch = pool[index]!;
        const taken = Math.min(needed, batch.quantity);
        if (taken) used.push({ ...batch });
        batch.quantity -= taken;
        needed -= taken;
      }
    const last = used.sort(byDay).at(-1)!;
    const condition = (['prepaid', 'deposit'] as const).find((each) =>
      used.some((batch) => batch.condition === each),
    );
    const same = found.find((batch) => batch.from === last.from && batch.condition === condition);
    if (same) same.quantity += count;
    else found.push({ quantity: count, from: last.from, condition });
    open -= count;
  }
  return found;
};

import type {
  Basket,
  BasketCheck,
  BasketChoice,
  BasketLine,
  EpochMilliseconds,
  StockBatch,
} from '../../src/model/index.js';
import { basketVerdict } from '../../src/verdicts/index.js';
import { LOCATIONS } from './catalogue.js';
import type { ProductFacts } from './catalogue.js';
import type { AwaitedFacts, DrawFacts, HoldFacts, ShelfFacts, Words } from './facts.js';
import type { Policy } from './policy.js';
import { inZone } from './time.js';
import { phoneView } from './view.js';
import { arrivalsNote, languageOf } from './words.js';

/** Seconds for which the answer to a basket may be acted on. */
const MAX_AGE = 60;
export const ZONE = 'Europe/Paris';

/** What the shop knows of the goods that a question is about. */
export interface Goods {
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly shelves: ReadonlyMap<string, ShelfFacts>;
  /** Units put aside for others than the one who asks. */
  readonly held: readonly DrawFacts[];
}

/** Units put aside for others at an instant. What ran out holds nothing, whether or not it was swept. */
export const heldForOthers = (
  holds: readonly HoldFacts[],
  customer: string | undefined,
  now: EpochMilliseconds,
): readonly DrawFacts[] =>
  holds
    .filter((hold) => hold.customer !== customer && hold.endedAt === undefined && now < hold.until)
    .flatMap((hold) => hold.draws);

/** Units that can be had together: on the shelf, or of one awaited supply. */
interface Pool extends Partial<Pick<AwaitedFacts, 'from' | 'condition'>> {
  readonly awaited?: string;
  quantity: number;
}

/** What is free of a SKU, the soonest first; `undefined` if nobody has counted it (R3). */
const poolsOf = (sku: string, { shelves, held }: Goods): Pool[] | undefined => {
  const shelf = shelves.get(sku);
  if (!shelf?.stock.length) return undefined;
  let here = 0;
  for (const { location, quantity } of shelf.stock) {
    if (!LOCATIONS[location].sends) continue;
    if (quantity === undefined) return undefined;
    here += quantity;
  }
  const free = (quantity: number, awaited?: string): number =>
    held
      .filter((draw) => draw.sku === sku && draw.awaited === awaited)
      .reduce((left, draw) => Math.max(left - draw.quantity, 0), quantity);
  return [
    { quantity: free(here) },
    ...shelf.awaited
      .map(({ id, quantity, from, condition }) => ({
        awaited: id,
        quantity: free(quantity, id),
        from,
        condition,
      }))
      .sort((one, other) => (one.from < other.from ? -1 : 1)),
  ];
};

/** What one unit draws on. */
export const partsOf = ({ sku, parts }: ProductFacts) => parts ?? [{ sku, quantity: 1 }];

/** What the lines of a basket can have, and from where. */
export interface Allotment {
  /** By line; a line that is missing is unknown. */
  readonly parts: ReadonlyMap<string, readonly StockBatch[]>;
  readonly draws: readonly DrawFacts[];
}

/**
 * Gives each line, in the order of the basket, what is left for it: lines and parts of bundles that
 * share a SKU draw on the same units, and no unit is given twice.
 */
export const allot = (
  lines: readonly Pick<BasketLine, 'id' | 'sku' | 'quantity'>[],
  goods: Goods,
): Allotment => {
  const pools = new Map<string, Pool[] | undefined>();
  const poolsFor = (sku: string) => {
    if (!pools.has(sku)) pools.set(sku, poolsOf(sku, goods));
    return pools.get(sku);
  };
  const parts = new Map<string, readonly StockBatch[]>();
  const draws: DrawFacts[] = [];
  for (const { id: lineId, sku, quantity } of lines) {
    const product = goods.products.get(sku);
    const needs = product && partsOf(product);
    if (!needs?.every((need) => poolsFor(need.sku))) continue;
    const found: StockBatch[] = [];
    for (let open = quantity; open > 0;) {
      // One batch of each part at a time; what does not fill a bundle is left to others.
      const sources = needs.map((need) => ({
        ...need,
        pool: poolsFor(need.sku)!.find((pool) => pool.quantity >= need.quantity),
      }));
      if (!sources.every(({ pool }) => pool)) break;
      const count = Math.min(
        open,
        ...sources.map((source) => Math.floor(source.pool!.quantity / source.quantity)),
      );
      for (const source of sources) {
        const pool = source.pool!;
        const taken = count * source.quantity;
        pool.quantity -= taken;
        const { awaited } = pool;
        draws.push({ lineId, sku: source.sku, quantity: taken, ...(awaited ? { awaited } : {}) });
      }
      const from = sources
        .map(({ pool }) => pool!.from ?? '')
        .sort()
        .at(-1);
      const condition = sources.find(({ pool }) => pool!.condition)?.pool?.condition;
      found.push({
        quantity: count,
        ...(from ? { from } : {}),
        ...(condition ? { condition } : {}),
      });
      open -= count;
    }
    parts.set(lineId, found);
  }
  return { parts, draws };
};

export const isNow = ({ from, condition }: StockBatch): boolean =>
  from === undefined && condition === undefined;
export const unitsOf = (batches: readonly { readonly quantity: number }[]): number =>
  batches.reduce((sum, { quantity }) => sum + quantity, 0);

/** The place most of the units of a SKU are sent from; a bundle is where its first part is. */
export const placeOf = (
  product: ProductFacts | undefined,
  shelves: Goods['shelves'],
):
  | { readonly name: Words; readonly kind: 'warehouse' | 'shop'; readonly sends: boolean }
  | undefined => {
  const stock = product ? (shelves.get(partsOf(product)[0]!.sku)?.stock ?? []) : [];
  const [best] = [...stock].sort(
    (one, other) =>
      Number(LOCATIONS[other.location].sends) - Number(LOCATIONS[one.location].sends) ||
      (other.quantity ?? 0) - (one.quantity ?? 0),
  );
  return best && LOCATIONS[best.location];
};

/** Who asks, in which words, and when. */
export interface Asked {
  readonly now: EpochMilliseconds;
  readonly locale: string;
  readonly policy: Policy;
  /** The customer's address, masked, if the shop knows one. */
  readonly addressLabel?: string | undefined;
}

/** The wish that a taken choice stands for; the identifier says it, so that nothing has to be kept. */
const NOTIFY = 'notify:';

/** What the customer wants to be told of, if this is the choice he took. */
export const wishedFor = (
  choiceId: string | undefined,
): readonly { readonly sku: string; readonly quantity: number }[] =>
  choiceId?.startsWith(NOTIFY)
    ? choiceId
        .slice(NOTIFY.length)
        .split(',')
        .map((part) => part.split('*'))
        .map(([sku, quantity]) => ({ sku: sku ?? '', quantity: Number(quantity) }))
        .filter(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0)
    : [];

/**
 * The answer to a whole basket, without the hold, and what is to be put aside for it. Choices come
 * only with a basket that is not as promised, and each was itself checked before it is offered.
 */
export const checkBasket = (
  { lines }: Pick<Basket, 'lines'>,
  goods: Goods,
  { now, locale, policy, addressLabel }: Asked,
): { readonly check: BasketCheck; readonly draws: readonly DrawFacts[] } => {
  const language = languageOf(locale);
  const { products, shelves } = goods;
  const named = (sku: string) => {
    const product = products.get(sku);
    return product
      ? {
          name: product.name[language],
          noun: product.noun[language],
          nouns: product.nouns[language],
        }
      : {};
  };
  const answered = (asked: readonly BasketLine[], { parts }: Allotment): BasketCheck => ({
    observedAt: inZone(now, ZONE),
    maxAge: MAX_AGE,
    lines: asked.map(({ id, sku }) => {
      const had = parts.get(id);
      const where = placeOf(products.get(sku), shelves)?.name[language];
      return {
        lineId: id,
        ...named(sku),
        ...(had ? { parts: [...had] } : {}),
        ...(where ? { where } : {}),
      };
    }),
  });
  const isConfirmed = (asked: readonly BasketLine[], allotment: Allotment): boolean =>
    basketVerdict(asked, answered(asked, allotment), now).state === 'confirmed';

  const allotment = allot(lines, goods);
  const places = new Set(lines.map(({ sku }) => placeOf(products.get(sku), shelves)));
  const [place] = places;
  const check: BasketCheck = {
    ...answered(lines, allotment),
    source:
      places.size === 1 && place
        ? { kind: place.kind, name: place.name[language] }
        : { kind: 'shop', name: policy.name },
    contacts: [phoneView(policy, now, ZONE)],
  };
  if (isConfirmed(lines, allotment)) return { check, draws: allotment.draws };

  const told = (line: BasketLine, sku: string, batches: readonly StockBatch[]): BasketLine => {
    const parts = products.get(sku)?.parts;
    return {
      id: line.id,
      sku,
      quantity: unitsOf(batches),
      ...named(sku),
      ...(parts ? { parts: [...parts] } : {}),
      promised: [...batches],
    };
  };
  const choice = (
    kind: BasketChoice['kind'],
    chosen: readonly BasketLine[],
    more: Partial<BasketChoice> = {},
  ): BasketChoice[] => {
    // Only what can be had is offered; to be told needs nothing on the shelf.
    if (chosen.length ? !isConfirmed(chosen, allot(chosen, goods)) : kind !== 'notify') return [];
    const total = chosen.reduce(
      (sum, { sku, quantity }) => sum + products.get(sku)!.price.amount * quantity,
      0,
    );
    return [
      {
        choiceId: kind,
        kind,
        lines: [...chosen],
        total: { amount: total, currency: 'EUR' },
        ...more,
      },
    ];
  };

  const had = (line: BasketLine) => allotment.parts.get(line.id) ?? [];
  const here = (line: BasketLine) => had(line).filter(isNow);
  const available = lines
    .filter((line) => here(line).length)
    .map((line) => told(line, line.sku, here(line)));
  const missing = lines
    .filter((line) => allotment.parts.has(line.id) && unitsOf(here(line)) < line.quantity)
    .map((line) => ({ ...line, quantity: line.quantity - unitsOf(here(line)) }));
  const swaps = missing.map(({ sku }) => products.get(products.get(sku)?.swap ?? ''));
  const choices = [
    ...choice(
      'all',
      lines.every((line) => unitsOf(had(line)) === line.quantity)
        ? lines.map((line) => told(line, line.sku, had(line)))
        : [],
      arrivalsNote(
        new Set(lines.flatMap((line) => had(line).map(({ from }) => from))).size,
        language,
      ),
    ),
    ...choice('available', available),
    ...(swaps.length && swaps.every((swap) => swap)
      ? choice(
          'swap',
          lines.map((line) => {
            const swap = swaps[missing.findIndex(({ id }) => id === line.id)];
            return swap
              ? told(line, swap.sku, [{ quantity: line.quantity }])
              : told(line, line.sku, here(line));
          }),
          {
            choiceId: `swap:${swaps.map((swap) => swap!.sku).join(',')}`,
            goods: swaps.map((swap) => swap!.name[language]).join(', '),
          },
        )
      : []),
    ...(addressLabel && missing.length
      ? choice('notify', available, {
          choiceId: `${NOTIFY}${missing.map(({ sku, quantity }) => `${sku}*${quantity}`).join(',')}`,
          channel: addressLabel,
        })
      : []),
  ];
  return { check: { ...check, choices }, draws: allotment.draws };
};

/**
 * The customer's hold after he asked again: the same one while it lasts, longer by ten minutes, and
 * half an hour in all, also if it ended in between. One that has lasted as long as it may is not
 * followed by another in the same answer, nor by one of the same goods for as long again: without a
 * hold in it, the customer is told what is there.
 *
 * @param last the latest hold of this customer
 * @param asked the reference that came with the basket
 */
export const nextHold = (
  last: HoldFacts | undefined,
  asked: string | undefined,
  wanted: Pick<HoldFacts, 'reference' | 'customer' | 'draws'>,
  now: EpochMilliseconds,
  { holdSeconds, holdLongest }: Policy,
): HoldFacts | undefined => {
  const runs = last !== undefined && last.endedAt === undefined && now < last.until;
  const end = (since: EpochMilliseconds) => since + holdLongest * 1000;
  const isSame =
    last !== undefined &&
    last.draws.some(({ sku }) => wanted.draws.some((draw) => draw.sku === sku));
  const wasLongest = last !== undefined && last.until === end(last.since);
  const rests = isSame && now < end(last.since) + holdLongest * 1000;
  if (!wanted.draws.length || (!runs && wasLongest && (last.reference === asked || rests)))
    return undefined;
  const since = runs || (isSame && now < end(last.since)) ? last.since : now;
  return {
    ...wanted,
    reference: runs ? last.reference : wanted.reference,
    since,
    until: Math.min(now + holdSeconds * 1000, end(since)),
  };
};

/** What the customer is told of his hold: whole units of each line. */
export const holdView = (
  hold: HoldFacts,
  lines: readonly BasketLine[],
  products: Goods['products'],
): NonNullable<BasketCheck['hold']> => ({
  reference: hold.reference,
  until: inZone(hold.until, ZONE),
  lines: lines.flatMap(({ id, sku }) => {
    const [part] = products.has(sku) ? partsOf(products.get(sku)!) : [];
    const drawn = hold.draws.filter((draw) => draw.lineId === id && draw.sku === part?.sku);
    const quantity = part ? unitsOf(drawn) / part.quantity : 0;
    return quantity > 0 ? [{ lineId: id, quantity }] : [];
  }),
});

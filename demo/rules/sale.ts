import type { BasketLine, DeliveryPromise, EpochMilliseconds } from '../../src/model/index.js';
import { isNow, placeOf, ZONE } from './basket.js';
import type { Allotment, Goods } from './basket.js';
import type { ProductFacts } from './catalogue.js';
import type { Mint } from './decide.js';
import type { Language, OrderFacts, SupplyFacts, UnitsFacts } from './facts.js';
import type { Policy } from './policy.js';
import { roundFor } from './rounds.js';
import type { SlotFacts } from './rounds.js';
import { windowOf } from './slots.js';
import { atLocal, dateOf, inZone, notSunday, plusDays } from './time.js';

/** When goods that leave now are at the door: the day after next, and no courier works on Sundays. */
export const deliveredBy = (now: EpochMilliseconds, policy: Policy): EpochMilliseconds =>
  atLocal(notSunday(plusDays(dateOf(now, ZONE), policy.reshipDays)), policy.reshipBefore, ZONE);

/** What a page of the shop needs of a product; `arrives`: at the door, if it is on the shelf and ordered now. */
export const productView = (
  { sku, name, noun, nouns, price, parts }: ProductFacts,
  language: Language,
  now: EpochMilliseconds,
  policy: Policy,
) => ({
  sku,
  name: name[language],
  noun: noun[language],
  nouns: nouns[language],
  price,
  ...(parts ? { parts } : {}),
  ...(roundFor([sku]) ? { appointment: true } : {}),
  arrives: inZone(deliveredBy(now, policy), ZONE),
});

/**
 * The order that a basket becomes. What is on the shelf is promised for the slot that was chosen, or for
 * the day after next; what is awaited is about its day, as the maker says, and nobody promises that.
 */
export const orderOf = (
  sale: {
    readonly reference: string;
    readonly lines: readonly BasketLine[];
    readonly parts: Allotment['parts'];
    readonly goods: Goods;
    /** The slot that was chosen with it, and what the customer has ruled out. */
    readonly slot?: SlotFacts | undefined;
    readonly ruledOut?: OrderFacts['ruledOut'];
  },
  now: EpochMilliseconds,
  mint: Pick<Mint, 'offerId'>,
  policy: Policy,
): OrderFacts => {
  const { reference, goods, slot, ruledOut } = sale;
  const round = roundFor(sale.lines.map(({ sku }) => sku));
  const reserved: UnitsFacts[] = [];
  const lines = sale.lines.map(({ sku, quantity, id: basketLine }, index) => {
    const { price, name, noun, nouns, ...product } = goods.products.get(sku)!;
    const id = `line-${index + 1}`;
    const where = placeOf({ ...product, price, name, noun, nouns }, goods.shelves)?.name;
    const supply = (sale.parts.get(basketLine) ?? []).map((batch): SupplyFacts => {
      const { from } = batch;
      // What had to be paid first is paid now: no condition is left.
      if (!isNow(batch))
        return { state: 'awaited', quantity: batch.quantity, ...(from ? { from } : {}) };
      reserved.push({ lineId: id, quantity: batch.quantity });
      return { state: 'reserved', quantity: batch.quantity, ...(where ? { where } : {}) };
    });
    return { id, sku, quantity, price, name, noun, nouns, supply };
  });
  const promise: DeliveryPromise = {
    id: 'delivery',
    grace: 0,
    madeAt: inZone(now, ZONE),
    agreed: true,
    source: { kind: 'shop', name: policy.name },
    ...(slot
      ? windowOf(slot)
      : { kind: 'by', before: inZone(deliveredBy(now, policy), ZONE), timeZone: ZONE }),
  };
  const promises = reserved.length ? [promise] : [];
  const obligations = promises.map(({ id }) => ({
    id: `${reference}/${id}`,
    promiseId: id,
    units: reserved,
  }));
  return {
    reference,
    version: 1,
    placedAt: now,
    timeZone: ZONE,
    deliveryCharge: slot?.price ?? { amount: 0, currency: 'EUR' },
    method: { kind: 'card', label: 'Visa ••42', original: true },
    lines,
    shipments: [],
    promises,
    ...(round ? { round } : {}),
    ...(ruledOut ? { ruledOut } : {}),
    obligations,
    offers: obligations.flatMap(({ id: obligationId }) =>
      (['refund', 'reship', 'wait'] as const).map((remedy) => ({
        offerId: mint.offerId(),
        obligationId,
        remedy,
      })),
    ),
    claims: [],
    refunds: [],
    stock: {},
  };
};

/** Takes units from several entries, in their order. @returns what is left, and how many were found */
const taking = <T extends { readonly quantity: number }>(
  entries: readonly T[],
  wanted: number,
  fits: (entry: T) => boolean,
): { readonly left: readonly T[]; readonly taken: number } => {
  let open = wanted;
  const left = entries.flatMap((entry) => {
    const count = fits(entry) ? Math.min(entry.quantity, open) : 0;
    open -= count;
    return entry.quantity > count ? [{ ...entry, quantity: entry.quantity - count }] : [];
  });
  return { left, taken: wanted - open };
};

/**
 * The order after some units of a line could not be supplied after all: those awaited, the latest
 * first, then those on the shelf, which leave their promise. They are owed on their own: refund, wait,
 * or something else instead.
 *
 * @returns `undefined` if the order has not so many units still to come
 */
export const withoutSupply = (
  facts: OrderFacts,
  failed: {
    readonly sku: string;
    readonly quantity: number;
    readonly reason?: SupplyFacts['reason'];
    /** When the maker says they come again, and what could be sent instead. */
    readonly again?: string | undefined;
    readonly swap?: { readonly sku: string; readonly name: SupplyFacts['where'] } | undefined;
  },
  now: EpochMilliseconds,
  mint: Pick<Mint, 'offerId'>,
): OrderFacts | undefined => {
  const line = facts.lines.find(({ sku }) => sku === failed.sku);
  if (!line) return undefined;
  const { quantity, reason, again, swap } = failed;
  // The latest are the last: what is on the shelf already fails only after all that is awaited.
  const latest = [...(line.supply ?? [])].reverse();
  const awaited = taking(latest, quantity, ({ state }) => state === 'awaited');
  let open = quantity - awaited.taken;
  const shelf = taking(awaited.left, open, ({ state }) => state === 'reserved');
  // What was refunded or sent again already cannot fail any more.
  const obligations = facts.obligations.map((obligation) => {
    const met = facts.claims.some(
      (claim) =>
        claim.obligationId === obligation.id &&
        claim.endedAt === undefined &&
        claim.remedy !== 'wait',
    );
    if (met || obligation.failure || !obligation.units) return obligation;
    const { left, taken } = taking(obligation.units, open, ({ lineId }) => lineId === line.id);
    open -= taken;
    return { ...obligation, units: left };
  });
  if (awaited.taken + shelf.taken < quantity || open > 0) return undefined;
  const id = `${facts.reference}/${line.id}/${facts.obligations.length}`;
  const remedies = ['refund', ...(swap ? ['replace' as const] : []), 'wait'] as const;
  return {
    ...facts,
    version: facts.version + 1,
    lines: facts.lines.map((one) =>
      one === line
        ? {
            ...one,
            supply: [
              ...[...shelf.left].reverse(),
              { state: 'failed', quantity, ...(reason ? { reason } : {}) },
            ],
          }
        : one,
    ),
    obligations: [
      ...obligations,
      {
        id,
        units: [{ lineId: line.id, quantity }],
        failure: {
          at: now,
          ...(again ? { again } : {}),
          ...(swap ? { swap: swap.sku, goods: swap.name } : {}),
        },
      },
    ],
    offers: [
      ...facts.offers,
      ...remedies.map((remedy) => ({ offerId: mint.offerId(), obligationId: id, remedy })),
    ],
  };
};

/** The slot that was chosen, in the body of an order. */
export const slotOf = (text: string): string | undefined => {
  const { slot } = JSON.parse(text) as { slot?: unknown };
  return typeof slot === 'string' && slot ? slot : undefined;
};

/** The body of an order, whose lines need no identifier of their own. */
export const numbered = (text: string): unknown => {
  try {
    const body = JSON.parse(text) as { lines?: unknown };
    const lines = Array.isArray(body.lines)
      ? body.lines.map((line: unknown, index) => ({ id: `${index + 1}`, ...(line as object) }))
      : undefined;
    return { ...body, lines };
  } catch {
    return undefined;
  }
};

import type { Availability, EpochMilliseconds, StockLevel } from '../../src/model/index.js';
import { allot, isNow, partsOf, placeOf, unitsOf, ZONE } from './basket.js';
import type { Goods } from './basket.js';
import type { ProductFacts } from './catalogue.js';
import type { WishFacts } from './facts.js';
import { atLocal, dateOf, inZone } from './time.js';
import { channelsFor, wishView } from './wish.js';
import { languageOf } from './words.js';

/** Seconds. The shelf is read for each answer; a badge may repeat it for a quarter of an hour. */
const MAX_AGE = 900;
/** Units at or below which few are left. */
const FEW = 2;
/** Local time at which the shops close. */
const CLOSES = '19:00';

const availabilityOf = (quantity: number, later: number): Availability =>
  quantity === 0
    ? later > 0
      ? 'BackOrder'
      : 'OutOfStock'
    : quantity <= FEW
      ? 'LimitedAvailability'
      : 'InStock';

/** One product as a badge may say it. Without a count it is unknown, never in stock (R3). */
export const shelfView = (
  product: ProductFacts,
  goods: Goods,
  {
    customer,
    wish,
    address,
    now,
    locale,
  }: {
    /** Only somebody who is known can be told. */
    readonly customer: string | undefined;
    readonly wish: WishFacts | undefined;
    readonly address: string | undefined;
    readonly now: EpochMilliseconds;
    readonly locale: string;
  },
): StockLevel => {
  const { sku } = product;
  const shelves = partsOf(product).map((part) => goods.shelves.get(part.sku));
  const versions = [sku, ...partsOf(product).map((part) => part.sku)].map(
    (one) => goods.shelves.get(one)?.version ?? 0,
  );
  const version = Math.max(...versions);
  const place = placeOf(product, goods.shelves);
  const where = place?.name[languageOf(locale)];
  const parts = allot([{ id: sku, sku, quantity: Number.MAX_SAFE_INTEGER }], goods).parts.get(sku);
  const later = (parts ?? []).filter((batch) => !isNow(batch));
  const quantity = parts && unitsOf(parts.filter(isNow));
  const inShop = unitsOf(
    shelves.flatMap((shelf) => shelf?.stock ?? []).map((one) => ({ quantity: one.quantity ?? 0 })),
  );
  const counted =
    quantity === undefined
      ? {}
      : place?.sends
        ? {
            quantity,
            availability: availabilityOf(quantity, later.length),
            ...(later.length ? { batches: [...(parts ?? [])] } : {}),
          }
        : inShop
          ? {
              quantity: inShop,
              availability: 'InStoreOnly' as const,
              openUntil: inZone(atLocal(dateOf(now, ZONE), CLOSES, ZONE), ZONE),
            }
          : { quantity: 0, availability: 'OutOfStock' as const };
  return {
    sku,
    ...(version ? { version } : {}),
    observedAt: new Date(now).toISOString(),
    maxAge: MAX_AGE,
    ...counted,
    ...(where && place ? { where, source: { kind: place.kind, name: where } } : {}),
    ...(product.back && quantity === 0
      ? {
          backOn: product.back.on,
          backSaid: { source: { kind: 'maker' }, at: product.back.said },
        }
      : {}),
    ...(customer === undefined ? {} : { channels: channelsFor(address) }),
    ...(wish ? { subscription: wishView(wish, now) } : {}),
  };
};

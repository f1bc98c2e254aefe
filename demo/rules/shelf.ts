import type { Availability, EpochMilliseconds, StockLevel } from '../../src/model/index.js';
import type { Words } from './facts.js';
import { languageOf } from './words.js';

/** Seconds. The shelf is read for each answer; a badge may repeat it for a quarter of an hour. */
const MAX_AGE = 900;
/** Units at or below which few are left. */
const FEW = 2;

const availabilityOf = (quantity: number): Availability =>
  quantity === 0 ? 'OutOfStock' : quantity <= FEW ? 'LimitedAvailability' : 'InStock';

/** One SKU as a badge may say it. Without a quantity it is unknown, never in stock (R3). */
export const shelfView = (
  level: {
    readonly sku: string;
    readonly quantity?: number | undefined;
    readonly place?: Words | undefined;
    readonly version?: number | undefined;
  },
  now: EpochMilliseconds,
  locale: string,
): StockLevel => {
  const { sku, quantity, version } = level;
  const where = level.place?.[languageOf(locale)];
  return {
    sku,
    ...(version === undefined ? {} : { version }),
    observedAt: new Date(now).toISOString(),
    maxAge: MAX_AGE,
    ...(quantity === undefined ? {} : { quantity, availability: availabilityOf(quantity) }),
    ...(where ? { where, source: { kind: 'warehouse', name: where } } : {}),
  };
};

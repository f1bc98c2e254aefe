import * as v from 'valibot';
import { factEntries, SourceSchema, TextSchema } from './common.js';
import { CivilDateSchema, InstantSchema } from './time.js';

/** schema.org ItemAvailability, without the address in front. */
export const AvailabilitySchema = v.picklist([
  'BackOrder',
  'Discontinued',
  'InStock',
  'InStoreOnly',
  'LimitedAvailability',
  'MadeToOrder',
  'OnlineOnly',
  'OutOfStock',
  'PreOrder',
  'PreSale',
  'Reserved',
  'SoldOut',
]);
/** See {@link AvailabilitySchema}. */
export type Availability = v.InferOutput<typeof AvailabilitySchema>;

const UnitsSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Some of the units, and when. Without `from` they are there now. */
export const StockBatchSchema = v.object({
  quantity: UnitsSchema,
  /** The day they are expected; an estimate, shown with "about". */
  from: v.optional(CivilDateSchema),
  /** What must happen first: `prepaid` (ordered once paid), `deposit` (ordered once a deposit is paid). */
  condition: v.optional(v.picklist(['prepaid', 'deposit'])),
});
/** See {@link StockBatchSchema}. */
export type StockBatch = v.InferOutput<typeof StockBatchSchema>;

/**
 * What is known of one SKU. Only `sku` is required: without `availability` and `quantity` the answer
 * to "is it in stock?" is "not sure" (R3), never yes.
 */
export const StockLevelSchema = v.object({
  ...factEntries,
  sku: TextSchema,
  availability: v.optional(AvailabilitySchema),
  /** Units that can leave now. */
  quantity: v.optional(UnitsSchema),
  /** Units by date, for quantities greater than what is there now. */
  batches: v.optional(v.array(StockBatchSchema)),
  /** The day it is expected back, when it is sold out. */
  backOn: v.optional(CivilDateSchema),
  /** Who gave `backOn` and when, if not the source of the level. */
  backSaid: v.optional(
    v.object({ source: v.optional(SourceSchema), at: v.optional(InstantSchema) }),
  ),
  /** The warehouse or shop: "Lyon warehouse". */
  where: v.optional(TextSchema),
  /** For goods in a shop: open until. */
  openUntil: v.optional(InstantSchema),
});
/** See {@link StockLevelSchema}. */
export type StockLevel = v.InferOutput<typeof StockLevelSchema>;

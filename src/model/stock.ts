import { factEntries, SourceSchema, TextSchema } from './common.js';
import { CivilDateSchema, InstantSchema } from './time.js';
import { choice, integer, limiting, list, object, optional, type Infer } from './schema.js';

/** schema.org ItemAvailability, without the address in front. */
export const AvailabilitySchema = choice([
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
export type Availability = Infer<typeof AvailabilitySchema>;

const UnitsSchema = integer(0);

/** Some of the units, and when. Without `from` they are there now. */
export const StockBatchSchema = object({
  quantity: UnitsSchema,
  /** The day they are expected; an estimate, shown with "about". */
  from: limiting(CivilDateSchema),
  /** What must happen first: `prepaid` (ordered once paid), `deposit` (ordered once a deposit is paid). */
  condition: limiting(choice(['prepaid', 'deposit'])),
});
/** See {@link StockBatchSchema}. */
export type StockBatch = Infer<typeof StockBatchSchema>;

/**
 * What is known of one SKU. Only `sku` is required: without `availability` and `quantity` the answer
 * to "is it in stock?" is "not sure" (R3), never yes.
 */
export const StockLevelSchema = object({
  ...factEntries,
  sku: TextSchema,
  availability: limiting(AvailabilitySchema),
  /** Units that can leave now. */
  quantity: limiting(UnitsSchema),
  /** Units by date, for quantities greater than what is there now. */
  batches: optional(list(StockBatchSchema)),
  /** The day it is expected back, when it is sold out. */
  backOn: optional(CivilDateSchema),
  /** Who gave `backOn` and when, if not the source of the level. */
  backSaid: optional(object({ source: optional(SourceSchema), at: optional(InstantSchema) })),
  /** The warehouse or shop: "Lyon warehouse". */
  where: optional(TextSchema),
  /** For goods in a shop: open until. */
  openUntil: optional(InstantSchema),
});
/** See {@link StockLevelSchema}. */
export type StockLevel = Infer<typeof StockLevelSchema>;

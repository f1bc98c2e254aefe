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

/** A way in which the shop can tell this customer something. */
export const ChannelSchema = object({
  id: TextSchema,
  kind: choice(['email', 'sms', 'push', 'account']),
  /** The address the shop already has, masked by the shop: "a•••@example.org". Without it, the customer is asked for one where the kind needs it. */
  label: optional(TextSchema),
});
/** See {@link ChannelSchema}. */
export type Channel = Infer<typeof ChannelSchema>;

/**
 * The customer's wish to be told when enough is there.
 *
 * - `waiting`: noted; the shop will tell.
 * - `back`: it is back, and the customer was told at `toldAt`.
 * - `expired`: the wish ended at `until` without an answer.
 * - `used`: the customer has bought it.
 * - `cancelled`: the customer took the wish back.
 */
export const SubscriptionSchema = object({
  id: TextSchema,
  state: choice(['waiting', 'back', 'expired', 'used', 'cancelled']),
  quantity: optional(integer(1)),
  /** How the customer is told; see `Channel`. */
  channel: optional(ChannelSchema),
  since: optional(InstantSchema),
  /** When the wish ends, or ended. */
  until: optional(InstantSchema),
  /** When the shop told the customer. */
  toldAt: optional(InstantSchema),
});
/** See {@link SubscriptionSchema}. */
export type Subscription = Infer<typeof SubscriptionSchema>;

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
  /** How this customer may be told when it is back; without any, it is not offered. */
  channels: optional(list(ChannelSchema)),
  /** This customer's own wish to be told, the latest one. */
  subscription: optional(SubscriptionSchema),
});
/** See {@link StockLevelSchema}. */
export type StockLevel = Infer<typeof StockLevelSchema>;

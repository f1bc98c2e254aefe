import { MethodSchema, MoneySchema, TextSchema } from './common.js';
import { DueSchema, InstantSchema } from './time.js';
import { ConstraintSchema } from './slot.js';
import { StatementSchema } from './statement.js';
import { choice, either, entire, integer, list, object, optional, type Infer } from './schema.js';

/**
 * What the customer asks of an order.
 *
 * - `claim`: take the offer. `amount` repeats what the screen showed; if it is not the backend's, the
 *   backend refuses and shows the new offer, it never changes the sum silently.
 * - `withdraw`: take the claim back ("it arrived after all").
 */
export const OrderCommandSchema = object({
  type: choice(['claim', 'withdraw']),
  order: TextSchema,
  offerId: TextSchema,
  amount: optional(MoneySchema),
  statement: optional(StatementSchema),
});
/** See {@link OrderCommandSchema}. */
export type OrderCommand = Infer<typeof OrderCommandSchema>;

/**
 * Asks to be told when enough units of a SKU are there. Asked again for the same SKU and channel it is
 * the same wish, not a second one.
 */
export const SubscribeCommandSchema = object({
  type: choice(['subscribe']),
  sku: TextSchema,
  quantity: optional(integer(1)),
  /** The `id` of a channel the backend offers. */
  channel: TextSchema,
  /** Where to write or call, if the backend has no address for the channel. */
  address: optional(TextSchema),
});
/** See {@link SubscribeCommandSchema}. */
export type SubscribeCommand = Infer<typeof SubscribeCommandSchema>;

/** Takes a wish to be told back. */
export const UnsubscribeCommandSchema = object({
  type: choice(['unsubscribe']),
  subscription: TextSchema,
});
/** See {@link UnsubscribeCommandSchema}. */
export type UnsubscribeCommand = Infer<typeof UnsubscribeCommandSchema>;

/** Gives held units back before their time. Of a hold that has ended it is done already. */
export const ReleaseCommandSchema = object({
  type: choice(['release']),
  hold: TextSchema,
});
/** See {@link ReleaseCommandSchema}. */
export type ReleaseCommand = Infer<typeof ReleaseCommandSchema>;

/**
 * Puts a slot aside for a while: for an order, or for what is about to be ordered. The outcome has the
 * hold's `reference` and `until`. A customer has one hold at a time; the one before ends with it.
 */
export const HoldCommandSchema = object({
  type: choice(['hold']),
  order: optional(TextSchema),
  slot: TextSchema,
});
/** See {@link HoldCommandSchema}. */
export type HoldCommand = Infer<typeof HoldCommandSchema>;

/** Says when the customer can never be there: all of it, in place of what was said before. */
export const ConstrainCommandSchema = object({
  type: choice(['constrain']),
  order: optional(TextSchema),
  constraints: entire(list(ConstraintSchema)),
});
/** See {@link ConstrainCommandSchema}. */
export type ConstrainCommand = Infer<typeof ConstrainCommandSchema>;

/** Takes a slot for an order: the customer's own change of a promise, or the answer to a proposed one. */
export const ChooseCommandSchema = object({
  type: choice(['choose']),
  order: TextSchema,
  slot: TextSchema,
  /** The promise it concerns; the only one if not stated. */
  promise: optional(TextSchema),
  /** The proposal it answers. */
  revision: optional(TextSchema),
});
/** See {@link ChooseCommandSchema}. */
export type ChooseCommand = Infer<typeof ChooseCommandSchema>;

/** Answers a proposed change: agree to it, or keep what was agreed (R5). */
export const AnswerCommandSchema = object({
  type: choice(['answer']),
  order: TextSchema,
  promise: TextSchema,
  revision: TextSchema,
  answer: choice(['accept', 'keep']),
});
/** See {@link AnswerCommandSchema}. */
export type AnswerCommand = Infer<typeof AnswerCommandSchema>;

/**
 * Says who is to bring a parcel that has not left: one of the choices of its `carrierOffer`. The order
 * tells what stands; the same choice again is the same outcome.
 */
export const ChooseCarrierCommandSchema = object({
  type: choice(['choose-carrier']),
  order: TextSchema,
  shipment: TextSchema,
  choice: TextSchema,
});
/** See {@link ChooseCarrierCommandSchema}. */
export type ChooseCarrierCommand = Infer<typeof ChooseCarrierCommandSchema>;

/** What the customer asks about when an order comes, and with whom. */
export const SlotCommandSchema = either(
  HoldCommandSchema,
  ConstrainCommandSchema,
  ChooseCommandSchema,
  AnswerCommandSchema,
  ChooseCarrierCommandSchema,
);
/** See {@link SlotCommandSchema}. */
export type SlotCommand = Infer<typeof SlotCommandSchema>;

/** What the customer asks before there is an order. */
export const ShopCommandSchema = either(
  SubscribeCommandSchema,
  UnsubscribeCommandSchema,
  ReleaseCommandSchema,
  HoldCommandSchema,
  ConstrainCommandSchema,
);
/** See {@link ShopCommandSchema}. */
export type ShopCommand = Infer<typeof ShopCommandSchema>;

/** What the customer asks the backend to do. */
export type Command = OrderCommand | SlotCommand | ShopCommand;

/** Whether a command is about a remedy of an order. */
export const isOrderCommand = (command: Command): command is OrderCommand =>
  command.type === 'claim' || command.type === 'withdraw';

/** Whether a command is about when an order comes, and with whom. */
export const isSlotCommand = (command: Command): command is SlotCommand =>
  ['hold', 'constrain', 'choose', 'answer', 'choose-carrier'].includes(command.type);

/**
 * What became of an action.
 *
 * - `done`: the backend has carried it out; `reference` is the customer's.
 * - `pending`: received, and its end is not known yet.
 * - `refused`: will not be done, with the reason and what to do instead.
 * - `unknown`: nobody can say. Never shown as failed.
 * - `none`: the backend never received it (an answer to reading an outcome only).
 */
export const OutcomeSchema = object({
  status: choice(['done', 'pending', 'refused', 'unknown', 'none']),
  reference: optional(TextSchema),
  amount: optional(MoneySchema),
  method: optional(MethodSchema),
  askedAt: optional(InstantSchema),
  orderedAt: optional(InstantSchema),
  expectedBy: optional(DueSchema),
  /** With `pending`: do not ask before. */
  checkAfter: optional(InstantSchema),
  /** Of a hold: from then on anybody may take it. */
  until: optional(InstantSchema),
  /**
   * With `refused`: a stable code, such as `amount-changed`, `already-resolved`, `not-yet`, `expired`; of
   * slots `taken`, `past`, `withdrawn`, `answered`, `too-late`; of carriers `unavailable`, `too-late`.
   */
  code: optional(TextSchema),
  reason: optional(TextSchema),
  nextStep: optional(TextSchema),
});
/** See {@link OutcomeSchema}. */
export type Outcome = Infer<typeof OutcomeSchema>;

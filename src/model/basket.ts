import { factEntries, MoneySchema, TextSchema, UnavailableSchema } from './common.js';
import { ContactSchema } from './contact.js';
import { InstantSchema } from './time.js';
import { choice, entire, integer, limiting, list, object, optional, type Infer } from './schema.js';
import { StockBatchSchema } from './stock.js';

/** One line of what somebody is about to pay for. */
export const BasketLineSchema = object({
  id: TextSchema,
  sku: TextSchema,
  quantity: integer(1),
  name: optional(TextSchema),
  /** One common noun, lower case, and the same for several: "handle", "handles". */
  noun: optional(TextSchema),
  nouns: optional(TextSchema),
  /** What one unit is made of, if it is a bundle: its parts are what must be there. */
  parts: limiting(entire(list(object({ sku: TextSchema, quantity: integer(1) })))),
  /**
   * What the customer was told of the units and took: "3 now, 2 about 1 Dec, ordered once paid".
   * Without it: that all of them can leave now.
   */
  promised: optional(entire(list(StockBatchSchema))),
});
/** See {@link BasketLineSchema}. */
export type BasketLine = Infer<typeof BasketLineSchema>;

/** A whole basket, asked about as one: two lines that draw on the same units do not each pass alone. */
export const BasketSchema = object({
  lines: entire(list(BasketLineSchema)),
  /** The hold this basket already has: its own units count as free for it, and it is renewed. */
  hold: optional(TextSchema),
  /** The choice the customer has taken from the last check; see `BasketChoice`. */
  choice: optional(TextSchema),
});
/** See {@link BasketSchema}. */
export type Basket = Infer<typeof BasketSchema>;

/** Units put aside for this customer for a while. */
export const HoldSchema = object({
  reference: TextSchema,
  /** From this instant on anybody may buy them. */
  until: InstantSchema,
  /** Units of each line that are held. */
  lines: optional(list(object({ lineId: TextSchema, quantity: integer(1) }))),
});
/** See {@link HoldSchema}. */
export type Hold = Infer<typeof HoldSchema>;

/** What can be had for one line, given all the other lines. */
export const CheckedLineSchema = object({
  lineId: TextSchema,
  name: optional(TextSchema),
  noun: optional(TextSchema),
  nouns: optional(TextSchema),
  /**
   * Units that can be had, never more than were asked for: without `from` and `condition` they can
   * leave now. An empty list: none. Without the list nobody knows.
   */
  parts: optional(entire(list(StockBatchSchema))),
  /** The warehouse or shop. */
  where: optional(TextSchema),
});
/** See {@link CheckedLineSchema}. */
export type CheckedLine = Infer<typeof CheckedLineSchema>;

/**
 * One way to go on with a basket that is not as promised. Going back to the basket is always possible
 * and needs no choice.
 *
 * - `all`: pay for everything, get the rest by its date.
 * - `available`: pay only for what can leave now.
 * - `swap`: something else instead.
 * - `notify`: go on without what is missing, and be told when it is back.
 */
export const BasketChoiceSchema = object({
  choiceId: TextSchema,
  kind: choice(['all', 'available', 'swap', 'notify']),
  /** The whole basket as it is after this choice. */
  lines: entire(list(BasketLineSchema)),
  /** What is to be paid for it, everything included. */
  total: limiting(MoneySchema),
  /** What is to be paid now, if that is less: a deposit. */
  dueNow: limiting(MoneySchema),
  /** What comes instead, with `swap`: "brass lever handle, matt". */
  goods: optional(TextSchema),
  /** The address the shop will write to, masked, with `notify`. */
  channel: optional(TextSchema),
  /** One sentence of the shop about it: "One delivery charge." */
  note: optional(TextSchema),
  unavailable: limiting(UnavailableSchema),
});
/** See {@link BasketChoiceSchema}. */
export type BasketChoice = Infer<typeof BasketChoiceSchema>;

/** What the backend says of a whole basket, right before payment (R4). */
export const BasketCheckSchema = object({
  ...factEntries,
  lines: list(CheckedLineSchema),
  hold: optional(HoldSchema),
  choices: optional(list(BasketChoiceSchema)),
  contacts: optional(list(ContactSchema)),
});
/** See {@link BasketCheckSchema}. */
export type BasketCheck = Infer<typeof BasketCheckSchema>;

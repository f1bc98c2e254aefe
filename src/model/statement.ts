import { SourceSchema, TextSchema } from './common.js';
import { InstantSchema } from './time.js';
import { choice, entire, integer, limiting, list, object, optional, type Infer } from './schema.js';

/**
 * What is wrong, in one word. `not-received` stands against a carrier's record of a delivery;
 * `delivered-elsewhere` is a delivery to somebody or some place nobody agreed to.
 */
export const GroundSchema = choice([
  'not-delivered',
  'late',
  'incomplete',
  'damaged',
  'wrong-item',
  'delivered-elsewhere',
  'not-received',
]);
/** See {@link GroundSchema}. */
export type Ground = Infer<typeof GroundSchema>;

/**
 * What the customer says of a claim: structured, prefilled, and sent with it by itself. `shown` is what the
 * screen said at the press, so that nobody has to tell it again (R9); promise, changes and scans are the
 * backend's own, as they were at that version.
 */
export const StatementSchema = object({
  ground: GroundSchema,
  /** The units it is about; all that the offer is about, if not stated. */
  lines: limiting(entire(list(object({ lineId: TextSchema, quantity: optional(integer(1)) })))),
  /** The customer's own words. Never asked for. */
  words: optional(TextSchema),
  shown: optional(
    object({
      sentence: TextSchema,
      /** BCP 47. */
      lang: optional(TextSchema),
      /** Of the order on the screen. */
      version: optional(integer(0)),
      at: optional(InstantSchema),
    }),
  ),
});
/** See {@link StatementSchema}. */
export type Statement = Infer<typeof StatementSchema>;

/**
 * Nothing moves, and it is said: who holds it up, since when, what makes it go on, who sees to it, and by
 * when there is a next step.
 */
export const BlockedSchema = object({
  by: optional(SourceSchema),
  since: optional(InstantSchema),
  /** What makes it go on, as a sentence in the answer's language. */
  unblocks: optional(TextSchema),
  /** Who sees to it, by name. */
  owner: optional(TextSchema),
  /** When the next step is there, or it is said that it is not. */
  deadline: optional(InstantSchema),
});
/** See {@link BlockedSchema}. */
export type Blocked = Infer<typeof BlockedSchema>;

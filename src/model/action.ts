import { MethodSchema, MoneySchema, TextSchema } from './common.js';
import { DueSchema, InstantSchema } from './time.js';
import { choice, object, optional, type Infer } from './schema.js';

/**
 * What the customer asks the backend to do.
 *
 * - `claim`: take the offer. `amount` repeats what the screen showed; if it is not the backend's, the
 *   backend refuses and shows the new offer, it never changes the sum silently.
 * - `withdraw`: take the claim back ("it arrived after all").
 */
export const CommandSchema = object({
  type: choice(['claim', 'withdraw']),
  order: TextSchema,
  offerId: TextSchema,
  amount: optional(MoneySchema),
});
/** See {@link CommandSchema}. */
export type Command = Infer<typeof CommandSchema>;

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
  /** With `refused`: a stable code, such as `amount-changed`, `already-resolved`, `not-yet`, `expired`. */
  code: optional(TextSchema),
  reason: optional(TextSchema),
  nextStep: optional(TextSchema),
});
/** See {@link OutcomeSchema}. */
export type Outcome = Infer<typeof OutcomeSchema>;

import * as v from 'valibot';
import { MethodSchema, MoneySchema, TextSchema } from './common.js';
import { DueSchema, InstantSchema } from './time.js';

/**
 * What the customer asks the backend to do.
 *
 * - `claim`: take the offer. `amount` repeats what the screen showed; if it is not the backend's, the
 *   backend refuses and shows the new offer, it never changes the sum silently.
 * - `withdraw`: take the claim back ("it arrived after all").
 */
export const CommandSchema = v.object({
  type: v.picklist(['claim', 'withdraw']),
  order: TextSchema,
  offerId: TextSchema,
  amount: v.optional(MoneySchema),
});
/** See {@link CommandSchema}. */
export type Command = v.InferOutput<typeof CommandSchema>;

/**
 * What became of an action.
 *
 * - `done`: the backend has carried it out; `reference` is the customer's.
 * - `pending`: received, and its end is not known yet.
 * - `refused`: will not be done, with the reason and what to do instead.
 * - `unknown`: nobody can say. Never shown as failed.
 * - `none`: the backend never received it (an answer to reading an outcome only).
 */
export const OutcomeSchema = v.object({
  status: v.picklist(['done', 'pending', 'refused', 'unknown', 'none']),
  reference: v.optional(TextSchema),
  amount: v.optional(MoneySchema),
  method: v.optional(MethodSchema),
  askedAt: v.optional(InstantSchema),
  orderedAt: v.optional(InstantSchema),
  expectedBy: v.optional(DueSchema),
  /** With `pending`: do not ask before. */
  checkAfter: v.optional(InstantSchema),
  /** With `refused`: a stable code, such as `amount-changed`, `already-resolved`, `not-yet`, `expired`. */
  code: v.optional(TextSchema),
  reason: v.optional(TextSchema),
  nextStep: v.optional(TextSchema),
});
/** See {@link OutcomeSchema}. */
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

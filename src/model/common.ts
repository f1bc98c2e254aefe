import * as v from 'valibot';
import { InstantSchema } from './time.js';

/** Text for people; never empty. Direction overrides are removed at the boundary. */
export const TextSchema = v.pipe(v.string(), v.nonEmpty());

/** An absolute `https:` address. Anything else could run script or leak, and is dropped. */
export const HttpsUrlSchema = v.pipe(
  v.string(),
  v.check((url) => /^https:\/\/[^\s]+$/i.test(url), 'not an https address'),
);

/** Who said it (R1). `name` is shown as it is: "Relais Nord", "Lyon warehouse". */
export const SourceSchema = v.object({
  kind: v.picklist(['carrier', 'shop', 'warehouse', 'maker', 'bank', 'customer', 'system']),
  name: v.optional(TextSchema),
});
/** See {@link SourceSchema}. */
export type Source = v.InferOutput<typeof SourceSchema>;

/** Whole seconds. */
export const SecondsSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What every entity carries.
 *
 * - `version`: grows with every change of the entity. The greater one applies, whatever arrives last.
 * - `observedAt`: when the source last looked, not when the answer was sent.
 * - `maxAge`: seconds after `observedAt` for which the claim may be repeated in the present tense (R2).
 */
export const factEntries = {
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  observedAt: v.optional(InstantSchema),
  maxAge: v.optional(SecondsSchema),
  source: v.optional(SourceSchema),
};

/** Money: integer minor units and an ISO 4217 code. `28900` and `EUR` are €289.00. */
export const MoneySchema = v.object({
  amount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});
/** See {@link MoneySchema}. */
export type Money = v.InferOutput<typeof MoneySchema>;

/** How money is given back. `label` is what the customer knows it by: "Visa ••42". */
export const MethodSchema = v.object({
  kind: v.picklist(['card', 'transfer', 'cash', 'wallet', 'credit']),
  label: v.optional(TextSchema),
  /** Whether it is the one the customer paid with. */
  original: v.optional(v.boolean()),
});
/** See {@link MethodSchema}. */
export type Method = v.InferOutput<typeof MethodSchema>;

/** A named part of an amount: "display €279.00". The parts of a sum add up to it, or are not shown. */
export const AmountPartSchema = v.object({ label: TextSchema, amount: MoneySchema });
/** See {@link AmountPartSchema}. */
export type AmountPart = v.InferOutput<typeof AmountPartSchema>;

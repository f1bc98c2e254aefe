import { InstantSchema } from './time.js';
import { choice, flag, integer, object, optional, text, type Infer } from './schema.js';

/** Text for people; never empty. Direction overrides are removed at the boundary. */
export const TextSchema = text();

/** An absolute `https:` address. Anything else could run script or leak, and is dropped. */
export const HttpsUrlSchema = text(
  (url) => /^https:\/\/[^\s]+$/i.test(url),
  'not an https address',
);

/** Who said it (R1). `name` is shown as it is: "Relais Nord", "Lyon warehouse". */
export const SourceSchema = object({
  kind: choice(['carrier', 'shop', 'warehouse', 'maker', 'bank', 'customer', 'system']),
  name: optional(TextSchema),
});
/** See {@link SourceSchema}. */
export type Source = Infer<typeof SourceSchema>;

/** Whole seconds. */
export const SecondsSchema = integer(0);

/**
 * What every entity carries.
 *
 * - `version`: grows with every change of the entity. The greater one applies, whatever arrives last.
 * - `observedAt`: when the source last looked, not when the answer was sent.
 * - `maxAge`: seconds after `observedAt` for which the claim may be repeated in the present tense (R2).
 */
export const factEntries = {
  version: optional(integer(0)),
  observedAt: optional(InstantSchema),
  maxAge: optional(SecondsSchema),
  source: optional(SourceSchema),
};

/** Why something that is listed cannot be had: a stable code, and a sentence for the customer (R10). */
export const UnavailableSchema = object({ code: TextSchema, reason: TextSchema });
/** See {@link UnavailableSchema}. */
export type Unavailable = Infer<typeof UnavailableSchema>;

/** Money: integer minor units and an ISO 4217 code. `28900` and `EUR` are €289.00. */
export const MoneySchema = object({
  amount: integer(0),
  currency: text((code) => /^[A-Z]{3}$/.test(code), 'not an ISO 4217 code'),
});
/** See {@link MoneySchema}. */
export type Money = Infer<typeof MoneySchema>;

/** How money is given back. `label` is what the customer knows it by: "Visa ••42". */
export const MethodSchema = object({
  kind: choice(['card', 'transfer', 'cash', 'wallet', 'credit']),
  label: optional(TextSchema),
  /** Whether it is the one the customer paid with. */
  original: optional(flag()),
});
/** See {@link MethodSchema}. */
export type Method = Infer<typeof MethodSchema>;

/** A named part of an amount: "display €279.00". The parts of a sum add up to it, or are not shown. */
export const AmountPartSchema = object({ label: TextSchema, amount: MoneySchema });
/** See {@link AmountPartSchema}. */
export type AmountPart = Infer<typeof AmountPartSchema>;

import { TextSchema } from './common.js';
import { InstantSchema } from './time.js';
import { choice, flag, object, optional, type Infer } from './schema.js';

/** A way to a person (R10). */
export const ContactSchema = object({
  kind: choice(['phone', 'email', 'page']),
  /** Telephone number, e-mail address, or https address of a chat or form. */
  value: TextSchema,
  label: optional(TextSchema),
  openUntil: optional(InstantSchema),
  opensAt: optional(InstantSchema),
  /** Whether the people there see the same facts as this page. Said to the customer only if true. */
  seesThis: optional(flag()),
});
/** See {@link ContactSchema}. */
export type Contact = Infer<typeof ContactSchema>;

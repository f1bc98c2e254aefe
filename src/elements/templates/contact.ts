import { html, type TemplateResult } from 'lit';
import { toEpoch, type Contact } from '../../model/index.js';
import type { Formatter, OrderMessages } from '../../i18n/index.js';

/** What is said of a person's hours. */
type Hours = Pick<OrderMessages, 'personUntil' | 'personClosed'>;

/** Where a contact leads, in words and with its hours; `undefined` if it leads nowhere that is safe. */
export const contactLink = (
  contact: Contact | undefined,
  m: Hours,
  f: Formatter,
  now: number,
): TemplateResult | undefined => {
  if (!contact) return undefined;
  const until = toEpoch(contact.openUntil);
  const opens = toEpoch(contact.opensAt);
  const hours =
    until === undefined && opens === undefined
      ? ''
      : until !== undefined && now < until
        ? m.personUntil(f.time(until))
        : m.personClosed(opens === undefined || opens <= now ? undefined : f.moment(opens, now));
  // The only addresses made here; a scheme never comes from the backend.
  const address =
    contact.kind === 'phone'
      ? `tel:${contact.value.replace(/[^\d+]/g, '')}`
      : contact.kind === 'email'
        ? `mailto:${encodeURIComponent(contact.value)}`
        : contact.value.startsWith('https://')
          ? contact.value
          : undefined;
  const label = (contact.label ?? contact.value).replace(/ /g, '\u00a0');
  return address === undefined
    ? undefined
    : html`<a href=${address} dir="auto">${label}</a>${hours}`;
};

import { html, nothing, type TemplateResult } from 'lit';
import { toEpoch, type Contact, type Order } from '../../model/index.js';
import type { Formatter, OrderMessages } from '../../i18n/index.js';
import { icon } from '../icons.js';

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
  return address === undefined ? undefined : html`<a href=${address}>${label}</a>${hours}`;
};

/** The way out (R10): a person, until when, and what to say. The `contact` slot replaces it. */
export const way = (
  order: Order | undefined,
  reference: string,
  m: OrderMessages,
  f: Formatter,
  now: number,
): TemplateResult => {
  const contact = order?.contacts?.[0];
  const link = contactLink(contact, m, f, now);
  return html`<div class="way small" part="contact">
    ${icon('phone')}<span
      ><slot name="contact"
        >${
          link
            ? html`${m.person} ${link}${m.stop} ${m.give}
                <b>${reference}</b>${contact!.seesThis ? m.theySee : m.stop}`
            : html`${m.personNoWay} <b>${reference}</b>${m.stop}`
        }</slot
      ></span
    >
  </div>`;
};

/** The parts that could not be read: that they exist, and no more (R3). */
export const unreadable = (
  paths: readonly string[],
  m: OrderMessages,
): TemplateResult | typeof nothing => {
  if (!paths.length) return nothing;
  const seen = new Set(
    paths.map((path) => {
      const [list, index, inner] = path.split('.');
      const kind =
        inner === 'events'
          ? 'events'
          : list! in m.partUnreadable
            ? (list as keyof typeof m.partUnreadable)
            : 'other';
      // A field that is missing inside something readable is simply unknown where it would stand.
      if (inner !== undefined && inner !== 'events') return '';
      return m.partUnreadable[kind](Number(index ?? 0) + 1);
    }),
  );
  seen.delete('');
  return html`${[...seen].map(
    (sentence) =>
      html`<p class="note small unknown" part="unreadable">
        ${icon('unknown')}<span><b>${sentence}</b>${m.partUnreadableHelp}</span>
      </p>`,
  )}`;
};

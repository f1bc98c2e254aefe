import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../model/index.js';
import { gap, type Formatter, type OrderMessages } from '../../i18n/index.js';
import { icon } from '../icons.js';
import { isPrinting } from '../printing.js';
import { contactLink } from './contact.js';

/**
 * The way out (R10): a person, until when, and what to say. The `contact` slot replaces it; what the
 * shop wants to add in its own words stands before it. On paper, where "today" goes on being read, it
 * begins with the date.
 */
export const way = (
  order: Order | undefined,
  reference: string,
  m: OrderMessages,
  f: Formatter,
  now: number,
): TemplateResult => {
  const contact = order?.contacts?.[0];
  const link = contactLink(contact, m, f, now);
  return html`<slot name="note"></slot>
    <div class="way small" part="contact" data-now=${isPrinting() ? f.dateTime(now, 0) : nothing}>
      ${icon('phone')}<span
        ><slot name="contact"
          >${
            link
              ? html`${m.person}${gap(m.person)}${link}${m.stop}${gap(m.stop)}${m.give}${gap(m.give)}<b
                    dir="auto"
                    >${reference}</b
                  >${contact!.seesThis ? m.theySee : m.stop}`
              : html`${m.personNoWay}${gap(m.personNoWay)}<b dir="auto">${reference}</b>${m.stop}`
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
      const [first, index, inner] = path.split('.');
      // What was taken is one of the choices.
      const list = first === 'claims' ? 'offers' : first!;
      const kind =
        inner === 'events'
          ? 'events'
          : list in m.partUnreadable
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

import { html, nothing, type TemplateResult } from 'lit';
import type { JudgedShipment } from '../../verdicts/index.js';
import { carrierOf, type Context } from '../telling.js';
import { eventCount, timeline } from './timeline.js';

const FIRST = 5;

/**
 * The record of one parcel: events, proof, number, and where to follow it at the carrier. Folded, it is
 * one press away.
 */
export const record = (
  subject: JudgedShipment,
  context: Context,
  open: boolean,
  toggle: () => void,
  folded = false,
): TemplateResult | typeof nothing => {
  const { m } = context;
  const { shipment } = subject;
  const count = eventCount(subject);
  const { proof } = shipment;
  return html`
    ${count && (open || !folded) ? timeline(subject, context, open) : nothing}
    ${
      count > (folded ? 0 : FIRST)
        ? html`<button
            type="button"
            class="button"
            part="button"
            aria-expanded=${open}
            @click=${toggle}
          >
            ${open ? m.fewerEvents : m.allEvents(count)}
          </button>`
        : nothing
    }
    ${
      (open || !folded) && (proof || shipment.trackingNumber || shipment.trackingUrl)
        ? html`<div class="small">
            ${proof?.signatory ? html`<p>${m.proofSigned(proof.signatory)}</p>` : nothing}
            ${proof?.place ? html`<p>${m.proofPlace(proof.place)}</p>` : nothing}
            ${
              proof?.photo
                ? html`<p>
                    <a href=${proof.photo} target="_blank" rel="noopener noreferrer"
                      >${m.proofPhoto}</a
                    >
                  </p>`
                : nothing
            }
            ${shipment.trackingNumber ? html`<p>${m.trackingNumber} <b>${shipment.trackingNumber}</b></p>` : nothing}
            ${
              shipment.trackingUrl
                ? html`<p>
                    <a
                      class="link"
                      href=${shipment.trackingUrl}
                      target="_blank"
                      rel="noopener noreferrer"
                      >${m.trackOn(carrierOf(subject, m))}</a
                    >
                  </p>`
                : nothing
            }
          </div>`
        : nothing
    }
  `;
};

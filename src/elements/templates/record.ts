import { html, nothing, type TemplateResult } from 'lit';
import type { ParcelMessages } from '../../i18n/index.js';
import { toEpoch } from '../../model/index.js';
import { distinctEvents, type JudgedShipment } from '../../verdicts/index.js';
import { capital, carrierOf, type Context } from '../telling.js';
import { FIRST, timeline } from './timeline.js';
import { contactLink } from './contact.js';

/**
 * The record of one parcel: events, proof, number, and where to follow it at the carrier. Folded, it is
 * one press away; quietly where there are several.
 */
export const record = (
  subject: JudgedShipment,
  context: Context,
  p: ParcelMessages,
  open: boolean,
  toggle: () => void,
  folded = false,
  quiet = false,
): TemplateResult | typeof nothing => {
  const count = distinctEvents(subject.shipment).length;
  const shown = open || !folded;
  return html`
    ${count && shown ? timeline(subject, context, p, open) : nothing}
    ${
      count > (folded ? 0 : FIRST)
        ? html`<button
            type="button"
            class=${quiet ? 'link small' : 'button'}
            part="button"
            aria-expanded=${open}
            @click=${toggle}
          >
            ${open ? p.fewerEvents : p.allEvents(count)}
          </button>`
        : nothing
    }
    ${shown ? facts(subject, context, p) : nothing}
  `;
};

/** Who carries it, under which number, and what proves that it came. */
const facts = (
  subject: JudgedShipment,
  { m, f, now }: Context,
  p: ParcelMessages,
): TemplateResult | typeof nothing => {
  const { carrier, trackingNumber, trackingUrl, proof } = subject.shipment;
  const at = toEpoch(proof?.at);
  const proofs = proof
    ? [
        proof.part && p.partOnly,
        proof.to && m.handedTo[proof.to].replace(/[.。]$/, '').trim(),
        proof.signatory && p.signedBy(proof.signatory),
        proof.place,
        at !== undefined && f.stamp(at, now),
      ].filter((words): words is string => !!words)
    : [];
  if (!carrier && !trackingNumber && !trackingUrl && !proof) return nothing;
  return html`<dl class="facts" part="facts">
    <dt>${p.carrier}</dt>
    <dd>
      ${carrierOf(subject, m)}${
        trackingUrl
          ? html`<br /><a class="link" href=${trackingUrl} target="_blank" rel="noopener noreferrer"
                >${p.trackOn(carrierOf(subject, m))}</a
              >`
          : nothing
      }${
        carrier?.phone
          ? html`<br />${contactLink(
                { kind: 'phone', value: carrier.phone, label: capital(p.call(carrier.phone)) },
                m,
                f,
                now,
              )}`
          : nothing
      }
    </dd>
    ${
      trackingNumber
        ? html`<dt>${p.trackingNumber}</dt>
            <dd><b dir="auto">${trackingNumber}</b></dd>`
        : nothing
    }
    ${
      proof
        ? html`<dt>${p.proof}</dt>
            <dd>
              ${capital(f.list(proofs) || (proof.photo ? '' : p.noProof))}${
                proof.photo
                  ? html`${proofs.length ? f.locale.comma : nothing}<a
                        href=${proof.photo}
                        target="_blank"
                        rel="noopener noreferrer"
                        >${proofs.length ? p.photo : capital(p.photo)}</a
                      >`
                  : nothing
              }
            </dd>`
        : nothing
    }
  </dl>`;
};

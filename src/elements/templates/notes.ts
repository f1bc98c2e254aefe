import { html, nothing, type TemplateResult } from 'lit';
import { gap, sentences, stopped, type ParcelMessages } from '../../i18n/index.js';
import { toEpoch } from '../../model/index.js';
import type { JudgedShipment } from '../../verdicts/index.js';
import { icon } from '../icons.js';
import { carrierOf, dueWords, isTooLate, type Context } from '../telling.js';

/**
 * What stands beside the sentence of one parcel: both accounts of a delivery and what settles it (R11),
 * where the customer can do his part, and why there is another parcel.
 */
export const notes = (
  subject: JudgedShipment,
  context: Context,
  p: ParcelMessages,
): TemplateResult => {
  const { verdict, shipment } = subject;
  const { shipments } = context.verdict;
  const { f, now } = context;
  const { repairs, replaces } = shipment;
  const positionOf = (id: string | undefined): number | undefined =>
    id === undefined ? id : shipments.find((each) => each.shipment.id === id)?.position;
  const old = positionOf(replaces);
  const next = shipments.find((each) => each.shipment.replaces === shipment.id);
  const why = [
    repairs &&
      p.instead(repairs.fault, repairs.on && f.civil(repairs.on), positionOf(repairs.shipmentId)),
    old !== undefined && p.inPlaceOf(old),
    next && p.replacedBy(next.position),
  ].filter((words): words is string => !!words);
  // Where it can be done is no help once its time is over.
  const url = isTooLate(verdict.action, context) ? undefined : verdict.action?.url;
  return html`
    ${verdict.disputed ? accounts(subject, context, p) : nothing}
    ${
      url
        ? html`<a class="button" part="button" href=${url} target="_blank" rel="noopener noreferrer"
            >${p.doIt[verdict.action!.kind]}<small>${new URL(url).host}</small></a
          >`
        : nothing
    }
    ${why.map((words) => html`<p class="note small">${icon('parcel')}<span>${words}</span></p>`)}
  `;

  function accounts({ verdict: { event } }: JudgedShipment, told: Context, words: ParcelMessages) {
    const { m } = told;
    const { at, channel, settledBy, due, otherwise } = shipment.account!;
    const { proof } = shipment;
    const moment = (instant: string | undefined): string | undefined => {
      const epoch = toEpoch(instant);
      return epoch === undefined ? undefined : f.stamp(epoch, now);
    };
    const one = (who: string, what: string, details: readonly (string | undefined)[]) =>
      html`<div><small>${who}</small><b>${what}</b><small>${f.list(details)}</small></div>`;
    return html`<div class="accounts" part="accounts">
        ${one(carrierOf(subject, m), words.said, [
          moment(event?.at),
          proof?.signatory && words.signedBy(proof.signatory),
          proof?.signatory || proof?.photo ? undefined : words.noProof,
        ])}${one(words.you, words.denied, [moment(at), channel])}
      </div>
      ${
        settledBy
          ? html`<p class="small">
              <b>${words.settles}</b>${gap(words.settles)}${sentences(
                words.settledBy(settledBy, due && dueWords(due, told)),
                otherwise && f.apart(stopped(otherwise)),
              )}
            </p>`
          : nothing
      }`;
  }
};

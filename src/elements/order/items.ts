import { html, nothing, type TemplateResult } from 'lit';
import type { ParcelMessages } from '../../i18n/index.js';
import type { Line } from '../../model/index.js';
import { supplyDoubt } from '../../verdicts/index.js';
import { icon } from '../icons.js';
import { unitsWords, type Context } from '../telling.js';

/** "3 put aside for you", "2 about Tue 1 Dec": what is not told elsewhere on the card. */
const supplyWords = (
  line: Line,
  { order, verdict, asOf, m, f }: Context,
  p: ParcelMessages,
): readonly string[] => {
  const doubt = supplyDoubt(line, asOf);
  const told = verdict.short.some((short) => short.line === line);
  if (doubt) return told ? [] : [m.doubt[doubt]];
  const left = order.shipments?.some(({ lines }) =>
    lines?.some(({ lineId }) => lineId === line.id),
  );
  return (line.supply ?? []).flatMap(({ state, quantity, from, condition, where }) =>
    (state === 'reserved' && left) || (state === 'failed' && told)
      ? []
      : (state === 'awaited'
          ? p.awaited(quantity, from && f.civil(from), condition)
          : p[state](quantity)) + (where ? ` (${where})` : ''),
  );
};

/** The first parcel came although a second one had been asked for. */
export const second = (
  { order, verdict }: Context,
  p: ParcelMessages,
): TemplateResult | undefined => {
  const claim = (order.claims ?? []).find(({ remedy }) => remedy === 'reship');
  const replaced = (order.shipments ?? []).some(({ replaces }) => replaces !== undefined);
  return verdict.lead.kind === 'arrived' && claim && !replaced
    ? html`<p class="note small unknown">
        ${icon('parcel')}<span>${p.secondComing(claim.reference)}</span>
      </p>`
    : undefined;
};

/** What was ordered, and what is known of its units. */
export const items = (context: Context, p: ParcelMessages): TemplateResult | undefined => {
  const { order, verdict, m, f } = context;
  // Several parcels name what they hold; then only what they do not say is told here.
  const several = verdict.shipments.length > 1;
  const lines = (order.lines ?? []).filter(
    (line) => line.supply?.length || (several ? line.price : line.name),
  );
  if (!lines.length) return undefined;
  const price = (line: Line): string | undefined =>
    line.price && p.priceEach(line.quantity ?? 1, f.money(line.price));
  return html`<div class="stack" part="items">
    ${lines.map((line, index) => {
      const details = [
        price(line) ?? (line.quantity && line.quantity > 1 ? `× ${line.quantity}` : undefined),
        index === lines.length - 1 && order.deliveryCharge
          ? p.delivery(f.money(order.deliveryCharge))
          : undefined,
      ];
      return html`<div class="item">
        ${
          line.image
            ? html`<img class="picture" src=${line.image} alt="" loading="lazy" />`
            : html`<span class="picture">${icon('parcel')}</span>`
        }<span
          ><bdi>${line.name ?? unitsWords(line, line.quantity, m)}</bdi
          >${[f.list(details), ...supplyWords(line, context, p)].map((text) => (text ? html`<small>${text}</small>` : nothing))}</span
        >
      </div>`;
    })}
  </div>`;
};

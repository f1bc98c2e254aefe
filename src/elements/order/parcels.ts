import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import '../parcel/define.js';
import type { OrderAdapter } from '../../adapter/index.js';
import type { ParcelMessages } from '../../i18n/index.js';
import type { Line, Order } from '../../model/index.js';
import { isTrouble, needsCustomer, type JudgedShipment } from '../../verdicts/index.js';
import { icon, type IconName } from '../icons.js';
import { isPrinting } from '../printing.js';
import { notes } from '../templates/notes.js';
import { unitsWords, type Context } from '../telling.js';

/** What a card knows that its parcels have to be told. */
export interface Around {
  readonly adapter: OrderAdapter;
  readonly language: string;
  readonly level: number;
  /** Whether those that arrived are shown as well. */
  readonly opened: boolean;
  readonly toggle: () => void;
}

/** What a card says of its parcels, each part in its place. */
export interface Parcels {
  readonly tiles?: TemplateResult | undefined;
  readonly notes?: TemplateResult | undefined;
  readonly list?: TemplateResult | undefined;
  readonly record?: TemplateResult | undefined;
}

type State = keyof ParcelMessages['tile'];
const ICONS: Record<State, IconName> = {
  arrived: 'tick',
  coming: 'parcel',
  needs: 'hourglass',
  trouble: 'cross',
  replaced: 'slash',
};
const ORDER: readonly State[] = ['needs', 'trouble', 'coming', 'arrived', 'replaced'];

/** Draws the parcels of an order: the record of a single one; of several the problem first. */
export const parcels = (context: Context, around: Around, p: ParcelMessages): Parcels => {
  const { order, verdict, f } = context;
  const { shipments } = verdict;
  const parcel = (subject: JudgedShipment, bare = false): TemplateResult =>
    html`<doorstep-parcel
      exportparts="sentence, source, promise-line, timeline, facts, button, accounts"
      lang=${around.language}
      .adapter=${around.adapter}
      .order=${order.reference}
      .shipment=${subject.shipment.id}
      .headingLevel=${Math.min(around.level + 1, 6)}
      .embedded=${true}
      .bare=${bare}
    ></doorstep-parcel>`;
  const [single] = shipments;
  if (!single) return {};
  if (shipments.length === 1)
    return {
      notes: verdict.subject && notes(single, context, p),
      list: unsent(context, p),
      record: parcel(single, true),
    };

  const replaced = new Set(shipments.map(({ shipment }) => shipment.replaces));
  const stateOf = ({ shipment, verdict: each }: JudgedShipment): State =>
    replaced.has(shipment.id)
      ? 'replaced'
      : each.delivered
        ? 'arrived'
        : needsCustomer(each)
          ? 'needs'
          : isTrouble(each)
            ? 'trouble'
            : 'coming';
  const stated = shipments.map((subject) => ({ subject, state: stateOf(subject) }));
  const sorted = [...stated].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.subject.position - b.subject.position,
  );
  const done = ({ state }: { state: State }): boolean =>
    state === 'arrived' || state === 'replaced';
  const over = sorted.filter(done);
  // One that was replaced is among them without having come.
  const [show, hide] = over.every(({ state }) => state === 'arrived')
    ? [p.showArrived, p.hideArrived]
    : [p.showOthers, p.hideOthers];
  const opened = around.opened || isPrinting();
  const list = opened ? sorted : sorted.filter((each) => !done(each));
  return {
    tiles: html`<ol class="tiles" part="tiles" aria-label=${p.parcels}>
      ${guard([p, f, ...stated.map(({ state }) => state)], () =>
        stated.map(
          ({ subject, state }) =>
            html`<li
              class=${state === 'arrived' ? 'good' : state === 'needs' || state === 'trouble' ? 'bad' : ''}
            >
              ${icon(ICONS[state])}<span
                >${subject.position}<span class="visually-hidden"
                  >${f.locale.comma}${p.tile[state]}</span
                ></span
              >
            </li>`,
        ),
      )}
    </ol>`,
    list: html`${
      list.length
        ? html`<ul class="rows" part="parcels">
            ${guard(
              [
                around.adapter,
                around.language,
                around.level,
                order.reference,
                ...list.map(({ subject }) => subject.shipment.id),
              ],
              () => list.map(({ subject }) => html`<li>${parcel(subject)}</li>`),
            )}
          </ul>`
        : nothing
    }
    ${
      over.length
        ? html`<button
            type="button"
            class="link small"
            part="button"
            aria-expanded=${opened}
            @click=${around.toggle}
          >
            ${around.opened ? hide : show(over.length)}
          </button>`
        : nothing
    }
    ${unsent(context, p)}`,
  };
};

/** How many units of a line have not left, if every parcel says what it holds. */
const unsentOf = (order: Order, { id, quantity = 1 }: Line): number => {
  const shipments = order.shipments ?? [];
  if (!shipments.every(({ lines }) => lines)) return 0;
  const old = new Set(shipments.map(({ replaces }) => replaces));
  const sent = shipments
    // What repairs a fault, or was sent in place of another one, is not a second part of the order.
    .filter((each) => !old.has(each.id) && !each.repairs)
    .flatMap(({ lines }) => lines!)
    .filter(({ lineId }) => lineId === id)
    .reduce((sum, line) => sum + (line.quantity ?? quantity), 0);
  return Math.max(quantity - sent, 0);
};

const unsent = ({ order, m, f }: Context, p: ParcelMessages): TemplateResult | undefined => {
  const lines = (order.lines ?? []).flatMap((line) => {
    const count = unsentOf(order, line);
    return count
      ? [line.name ? p.holds(count, line.quantity, line.name) : unitsWords(line, count, m)]
      : [];
  });
  return lines.length
    ? html`<p class="note small">
        ${icon('recent')}<span><b>${p.notSent}</b>${f.list(lines)}</span>
      </p>`
    : undefined;
};

import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { messagesFor, type ParcelMessages } from '../../i18n/index.js';
import { parcel as english } from '../../i18n/locales/en/parcel.js';
import { base } from '../../styles/base.js';
import { card } from '../../styles/card.js';
import { line } from '../../styles/line.js';
import { parcel } from '../../styles/parcel.js';
import type { Order, Shipment } from '../../model/index.js';
import { Orders, Slots, type Store } from '../../store/index.js';
import { readAfter } from '../../store/recall.js';
import { once, orderVerdict, type JudgedShipment } from '../../verdicts/index.js';
import { CarrierRows, type Offered } from './carrier.js';
import { OrderElement } from '../order-element.js';
import { isPrinting, watchPrinting } from '../printing.js';
import { head } from '../templates/head.js';
import { promiseLine } from '../templates/line.js';
import { notes } from '../templates/notes.js';
import { record } from '../templates/record.js';
import { unreadable, way } from '../templates/way.js';
import type { Context } from '../telling.js';

/**
 * One parcel: where it is or that nobody knows, who said so, and everything that was recorded.
 *
 * @tag doorstep-parcel
 *
 * @example
 * <doorstep-parcel order="FR-1042" shipment="parcel-1" src="/doorstep">
 *   <p>Your parcel left Lyon on Sunday at 21:14.</p>
 * </doorstep-parcel>
 *
 * @a11y What was recorded is an ordered list by day, the newest first. The button that shows the rest says
 *   whether it is open (`aria-expanded`).
 *
 * @slot - What is shown until there is an answer, and without JavaScript.
 * @slot contact - Replaces the line that leads to a person.
 * @slot logo - Your logo, above the line of references.
 * @slot note - Words of your own, before the line that leads to a person.
 *
 * @event {CustomEvent<Command>} doorstep-action-request - Before a choice of a carrier is sent; cancelable. `detail` is the command.
 * @event {CustomEvent<OutcomeDetail>} doorstep-outcome - The backend's word on a choice. `detail` has `command` and `outcome`.
 * @event {CustomEvent<UnreadableDetail>} doorstep-unreadable - Parts of the answer could not be read. `detail` has `order` and `paths`.
 *
 * @cssstate good - It is told as good news.
 * @cssstate care - What is told asks for attention.
 * @cssstate bad - It is told as bad news: money came back, goods are not to be had, a time was moved without asking.
 * @cssstate unknown - It is told that something is not known: where it is, or whether it is still so.
 *
 * @csspart card - The card around everything.
 * @csspart head - Reference, sentence and source.
 * @csspart reference - The line of references.
 * @csspart sentence - The first sentence.
 * @csspart source - Who said it and how old it is.
 * @csspart promise-line - The promise as a line.
 * @csspart accounts - What the carrier says of a delivery, and what you say.
 * @csspart timeline - What was recorded.
 * @csspart facts - Rows of facts.
 * @csspart choices - The joined list of who may bring it.
 * @csspart answer - The confirming button of a second look.
 * @csspart notice - What became of a choice.
 * @csspart button - Any other button.
 * @csspart contact - The line that leads to a person.
 * @csspart unreadable - A part that could not be read.
 */
export class DoorstepParcel extends OrderElement {
  static override styles: CSSResultGroup = [base, card, line, parcel];
  static override properties: PropertyDeclarations = {
    ...OrderElement.properties,
    shipment: {},
    open: { type: Boolean },
    bare: { attribute: false },
  };

  /** Identifier of the shipment; the first of the order if not set. */
  declare shipment: string | undefined;
  /** Whether all events are shown rather than the newest five. */
  declare open: boolean;
  /**
   * Set by a card that says everything else about its only parcel: then the record alone is shown.
   * @internal
   */
  declare bare: boolean | undefined;

  constructor() {
    super();
    this.open = false;
    watchPrinting(this);
  }

  readonly #carrier = new CarrierRows({
    store: () => this.store,
    language: () => this.language,
    now: () => this.#offered(),
    request: (type, detail) => this.request(type, detail),
    draw: () => this.requestUpdate(),
  });

  protected override watch(store: Store): () => void {
    store.part(Orders).readAfter = readAfter;
    const stop = super.watch(store);
    const stopActions = store.part(Slots).watchActions(() => {
      this.#carrier.changed();
      this.requestUpdate();
    });
    return () => {
      stop();
      stopActions();
    };
  }

  #toggle = (): void => void (this.open = !this.open);

  #subjectOf({ verdict }: Context): JudgedShipment | undefined {
    return this.shipment
      ? verdict.shipments.find(({ shipment }) => shipment.id === this.shipment)
      : (verdict.subject ?? verdict.shipments[0]);
  }

  /** What only other parcels have to say is none. */
  protected override isNews(order: Order, last: Order): boolean {
    const own = shipmentOf(order, this.shipment);
    return (
      !own ||
      own !== shipmentOf(last, this.shipment) ||
      // What is offered must not change under a press.
      (!!own.carrierOffer && order.version !== last.version) ||
      // When the shop has looked is told only where nothing was recorded.
      (!own.events?.length && order.observedAt !== last.observedAt) ||
      aroundOf(order) !== aroundOf(last)
    );
  }

  #offered(): Offered | undefined {
    const context = this.judge();
    const subject = context && this.#subjectOf(context);
    return subject && { subject, context, p: this.#words };
  }

  get #words(): ParcelMessages {
    return messagesFor('parcel', this.spokenLanguage, english);
  }

  /** The rows gave way to the second look, or came back: who had pressed one stays there. */
  protected override focusTarget(changed: PropertyValues): HTMLElement | null {
    return (
      this.renderRoot.querySelector<HTMLElement>(
        this.#carrier.isAsking ? '[role="group"]' : '[part="choices"] button',
      ) ?? super.focusTarget(changed)
    );
  }

  protected override render(): TemplateResult {
    const whole = this.judge();
    if (!whole)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        ${this.renderWithout()}
      </div>`;
    const subject = this.#subjectOf(whole);
    const context = subject ? contextFor(whole, subject) : whole;
    const { m, f, now, order } = context;
    const p = this.#words;
    const open = this.open || isPrinting();
    const recorded =
      subject &&
      record(subject, context, p, open, this.#toggle, this.embedded, this.embedded && !this.bare);
    const carrier = subject ? this.#carrier.rows({ subject, context: whole, p }) : nothing;
    if (this.bare)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        <div class="column">${carrier} ${recorded ?? nothing}</div>
      </div>`;
    const telling = this.tellNow(context);
    const content = html`
      ${head(
        telling,
        this.embedded
          ? m.parcel(subject?.position ?? 1, nameOf(context, p))
          : m.order(order.reference),
        this.embedded
          ? undefined
          : subject && m.parcelOf(subject.position, context.verdict.shipments.length),
        this.level,
      )}
      ${this.embedded ? nothing : this.standing(context)}
      ${subject ? notes(subject, context, p) : nothing} ${carrier}
      ${promiseLine(context, p) ?? nothing} ${recorded ?? nothing}
    `;
    if (this.embedded)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        <div class="column lesser">${content}</div>
      </div>`;
    return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
      <article class="card" part="card">
        ${content}
        ${unreadable(
          context.state.unreadable.filter((part) => /^(shipments|promises)/.test(part)),
          m,
        )}
        ${way(order, order.reference, m, f, now)}
      </article>
    </div>`;
  }
}

/** The same context narrowed to one shipment, for a parcel that stands alone. */
const contextFor = (context: Context, subject: JudgedShipment): Context => {
  const { order, asOf } = context;
  const promises = (order.promises ?? []).filter(
    ({ shipmentId }) => shipmentId === undefined || shipmentId === subject.shipment.id,
  );
  const narrowed = {
    ...order,
    // What has not left is not in this parcel.
    lines: (order.lines ?? []).map((line) => ({ ...line, supply: [] })),
    promises,
    shipments: [subject.shipment],
    refunds: [],
    claims: [],
  };
  const verdict = orderVerdict(narrowed, asOf);
  return {
    ...context,
    action: undefined,
    verdict: {
      ...verdict,
      shipments: context.verdict.shipments,
      subject: { ...verdict.subject!, position: subject.position },
    },
  };
};

const shipmentOf = ({ shipments = [] }: Order, id: string | undefined): Shipment | undefined =>
  shipments.find((each) => each.id === id);

/** What an order says besides what became of its parcels. */
const aroundOf = once((order: Order) =>
  JSON.stringify({
    ...order,
    version: 0,
    observedAt: 0,
    // In which place each stands, and which came instead of another one.
    shipments: order.shipments?.map(({ id, replaces }) => [id, replaces]),
  }),
);

/** What the parcel holds, if that is said; how many of how many, where a line is split. */
const nameOf = ({ order, verdict, f }: Context, p: ParcelMessages): string | undefined =>
  f.list(
    (verdict.subject?.shipment.lines ?? []).map(({ lineId, quantity }) => {
      const line = order.lines?.find(({ id }) => id === lineId);
      return line?.name && p.holds(quantity ?? line.quantity ?? 1, line.quantity, line.name);
    }),
  ) || undefined;

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-parcel': DoorstepParcel;
  }
}

import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { base } from '../../styles/base.js';
import { card } from '../../styles/card.js';
import { deadlineOf } from '../../verdicts/index.js';
import { OrderElement } from '../order-element.js';
import { head } from '../templates/head.js';
import { unreadable, way } from '../templates/way.js';
import { foreignZone, referenceOf, type Context } from '../telling.js';
import type * as Parts from './parts.js';

/**
 * The whole order from one tag: the sentence, who said it and how old it is, the promise, what you can
 * do, what was recorded, and a person.
 *
 * @tag doorstep-order
 *
 * @example
 * <doorstep-order order="FR-1042" src="/doorstep">
 *   <p>Your delivery is promised for Monday 23 November, before 17:00.</p>
 * </doorstep-order>
 *
 * @a11y The promise line is one picture with a whole sentence as its name. Printed, the card shows
 *   everything it knows and nothing to press.
 *
 * @slot - What is shown until there is an answer, and without JavaScript.
 * @slot contact - Replaces the line that leads to a person.
 * @slot logo - Your logo, above the line of references.
 * @slot note - Words of your own, before the line that leads to a person.
 *
 * @event {CustomEvent<Command>} doorstep-action-request - Before anything is sent; cancelable. `detail` is the command.
 * @event {CustomEvent<OutcomeDetail>} doorstep-outcome - The backend's word on an action. `detail` has `command` and `outcome`.
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
 * @csspart refund - The button that asks for the money.
 * @csspart answer - The confirming button of a second look at an answer.
 * @csspart button - Any other button.
 * @csspart choices - The joined list of other ways, or of answers to a proposed change.
 * @csspart notice - What became of an answer or of a proposed change.
 * @csspart changes - Every change of what was agreed, the newest first.
 * @csspart path - The path of the money.
 * @csspart facts - Rows of facts.
 * @csspart grounds - What can be wrong besides a broken promise.
 * @csspart law - What the law says, where the merchant has switched it on.
 * @csspart refunds - The order's other refunds.
 * @csspart receipt - What the customer can keep of a refund.
 * @csspart tiles - One tile for each of several parcels.
 * @csspart parcels - The list of several parcels.
 * @csspart accounts - What the carrier says of a delivery, and what you say.
 * @csspart items - What was ordered.
 * @csspart timeline - What was recorded.
 * @csspart contact - The line that leads to a person.
 * @csspart unreadable - A part that could not be read.
 */
export class DoorstepOrder extends OrderElement {
  static override styles: CSSResultGroup = [base, card];
  static override properties: PropertyDeclarations = {
    ...OrderElement.properties,
    confirmAbove: { attribute: 'confirm-above', type: Number },
    opened: { state: true },
  };

  /** Amount in minor units above which a second look is asked for before a refund. */
  declare confirmAbove: number | undefined;
  declare private opened: boolean;

  #hasSlot = false;
  /** What draws the rest, once it is there; the sentence and what can be done stand without it. */
  protected parts: typeof Parts | undefined;
  #toggle = (): void => void (this.opened = !this.opened);

  constructor() {
    super();
    this.opened = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Asked for beside the order itself, so that it is mostly there by then. What fails is tried again.
    void loadParts().then((loaded) => {
      if (!loaded || this.parts) return;
      this.parts = loaded;
      loaded.prepare(this);
      this.requestUpdate();
    });
  }

  protected override beside(): Promise<unknown> {
    return Promise.allSettled([loadParts(), import('../remedy/more.js'), loadSlot()]);
  }

  protected override render(): TemplateResult {
    const context = this.judge();
    if (!context)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        ${this.renderWithout()}
      </div>`;
    const { order, verdict, m, f, now } = context;
    const telling = this.tellNow(context);
    const refund = verdict.lead.kind === 'refund' ? verdict.lead.refund : undefined;
    const single = verdict.subject && verdict.shipments.length === 1 ? verdict.subject : undefined;
    const zone = foreignZone(context);
    // A proposed change has its two times side by side instead.
    const hasLine = !(refund && !verdict.partial) && verdict.lead.kind !== 'proposed';
    const parts = this.parts?.draw(context, {
      adapter: this.store!.adapter,
      language: this.spokenLanguage,
      level: this.level,
      opened: this.opened,
      toggle: this.#toggle,
    });
    return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
      <article class="card" part="card">
        ${head(
          telling,
          m.order(order.reference),
          refund
            ? refund.reference && m.refund(refund.reference)
            : verdict.lead.kind === 'claimed'
              ? verdict.lead.claim.reference && m.claim(verdict.lead.claim.reference)
              : single && m.parcelOf(1, 1),
          this.level,
        )}
        ${parts?.tiles ?? nothing} ${this.standing(context)} ${parts?.second ?? nothing}
        ${parts?.notes ?? nothing}
        ${
          hasLine && verdict.promiseVerdict?.deadline !== undefined
            ? parts
              ? parts.line()
              : html`<div class="room"></div>`
            : nothing
        }
        <doorstep-remedy
          exportparts="refund, refunds, button, choices, path, facts, grounds, law, receipt"
          lang=${this.spokenLanguage}
          .adapter=${this.store!.adapter}
          .order=${this.order}
          .embedded=${true}
          .confirmAbove=${this.confirmAbove}
          ?hidden=${!this.#hasRemedy(context)}
        ></doorstep-remedy>
        ${this.#slot(context)} ${parts?.list ?? nothing} ${parts?.items ?? nothing}
        ${parts?.record ?? nothing} ${unreadable(context.state.unreadable, m)}
        ${zone ? html`<p class="small">${m.allHours(zone)}</p>` : nothing}
        ${way(order, referenceOf(context), m, f, now)}
      </article>
    </div>`;
  }

  /**
   * What was agreed and its changes, where there are any or an hour was agreed; below what is owed. Once
   * shown it stays, and is empty when it has nothing to say: somebody may be picking a time in it.
   */
  #slot({ order, verdict, asOf }: Context): TemplateResult | typeof nothing {
    const { lead, partial } = verdict;
    const over = lead.kind === 'arrived' || (lead.kind === 'refund' && !partial);
    this.#hasSlot ||= !!order.promises?.some(
      (promise) =>
        promise.revisions?.length ||
        (promise.kind === 'slot' && !over && asOf < (deadlineOf(promise) ?? 0)),
    );
    if (!this.#hasSlot) return nothing;
    // Loaded when there is something to say; the sentence stands without it. What fails is tried again.
    void loadSlot();
    return html`<doorstep-slot
      exportparts="answer, button, changes, choices, facts, notice"
      lang=${this.spokenLanguage}
      .adapter=${this.store!.adapter}
      .order=${this.order}
      .embedded=${true}
    ></doorstep-slot>`;
  }

  #hasRemedy({ verdict: { refund, offers } }: Context): boolean {
    return !!refund || ([...offers.shown, ...offers.told].length > 0 && !!this.store?.adapter.act);
  }
}

let loading: Promise<unknown> | undefined;
const loadSlot = (): Promise<unknown> =>
  (loading ??= import('../slot/define.js').catch(() => (loading = undefined)));

let parts: Promise<typeof Parts | undefined> | undefined;
const loadParts = (): Promise<typeof Parts | undefined> =>
  (parts ??= import('./parts.js').catch(() => (parts = undefined)));

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-order': DoorstepOrder;
  }
}

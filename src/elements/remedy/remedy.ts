import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {
  TAKEN_UNREAD,
  toEpoch,
  type Ground,
  type OrderCommand,
  type Outcome,
  type Statement,
  type Order,
  type Refund,
  type RemedyOffer,
  type Unavailable,
} from '../../model/index.js';
import { Actions, isShown } from '../../store/index.js';
import { base } from '../../styles/base.js';
import { card } from '../../styles/card.js';
import type { ShownOffer } from '../../verdicts/index.js';
import { announce } from '../announce.js';
import { icon } from '../icons.js';
import { OrderElement } from '../order-element.js';
import { sentences, spoken, type OrderMessages } from '../../i18n/index.js';
import { isFramed, Standing } from '../standing.js';
import { later } from './later.js';
import type { More } from './more.js';
import { secondLook } from '../templates/confirm.js';
import { head } from '../templates/head.js';
import { unreadable, way } from '../templates/way.js';
import {
  amountWords,
  capital,
  dueWords,
  methodWords,
  referenceOf,
  shortWords,
  tell,
  unitsWords,
  type Context,
} from '../telling.js';

/**
 * Not delivered: one press. The remedies the backend permits, and afterwards the path of the money.
 *
 * The first press on a refund is enough; a second look is asked for in place, without an overlay, when
 * the page is framed by another site, above `confirm-above`, or within half a second of appearing.
 *
 * @tag doorstep-remedy
 *
 * @example
 * <doorstep-remedy order="FR-1042" src="/doorstep">
 *   <p>Not delivered before 17:00? Call us on 01 99 00 42 42.</p>
 * </doorstep-remedy>
 *
 * @a11y The name of the button carries the whole decision: what for, how much, to which account, by when. A
 *   second look takes its place, as a named group that gets the focus; no dialog opens.
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
 * @csspart refund - The button that asks for the money.
 * @csspart button - Any other button.
 * @csspart choices - The joined list of other ways.
 * @csspart path - The path of the money.
 * @csspart facts - Amount, method and reference.
 * @csspart grounds - What can be wrong besides a broken promise.
 * @csspart law - What the law says, where the merchant has switched it on.
 * @csspart refunds - The order's other refunds.
 * @csspart receipt - What the customer can keep of a refund.
 * @csspart contact - The line that leads to a person.
 * @csspart unreadable - A part that could not be read.
 */
export class DoorstepRemedy extends OrderElement {
  static override styles: CSSResultGroup = [base, card];
  static override properties: PropertyDeclarations = {
    ...OrderElement.properties,
    confirmAbove: { attribute: 'confirm-above', type: Number },
    confirming: { state: true },
  };

  /** Amount in minor units above which a second look is asked for. */
  declare confirmAbove: number | undefined;
  /** The offer that waits for its second look. */
  declare private confirming:
    { order: string; offer: RemedyOffer; why: string; ground: Ground | undefined } | undefined;
  #more: More | undefined;

  #standing = new Standing();

  /** Inside a card it stays empty as long as there is nothing to offer and nothing to follow. */
  protected override isNews(...orders: [Order, Order]): boolean {
    return (
      !this.embedded ||
      orders.some((each) => each.offers?.length || each.refunds?.length || each.claims?.length)
    );
  }

  protected override beside(): Promise<unknown> {
    return loadMore();
  }

  protected override render(): TemplateResult {
    const context = this.judge();
    if (!context)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        ${this.renderWithout()}
      </div>`;
    const { order, m, f, now } = context;
    const body = this.#body(context);
    if (this.embedded)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        <div class="column">${body}</div>
      </div>`;
    const telling = this.tellNow(context);
    const refund = this.#refund(context);
    return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
      <article class="card" part="card">
        ${head(telling, m.order(order.reference), refund?.reference && m.refund(refund.reference), this.level)}
        ${body}
        ${unreadable(
          context.state.unreadable.filter((part) => /^(offers|refunds|claims)/.test(part)),
          m,
        )}
        ${way(order, referenceOf(context), m, f, now)}
      </article>
    </div>`;
  }

  #refund({ verdict }: Context): Refund | undefined {
    return verdict.lead.kind === 'refund' ? verdict.lead.refund : undefined;
  }

  #body(context: Context): TemplateResult | typeof nothing {
    const { refund, lead } = context.verdict;
    if (this.confirming && !this.#stands(this.confirming, context)) this.confirming = undefined;
    if (this.confirming) return this.#confirm(context, this.confirming);
    // Money that came back is owed again, and a part that is settled leaves the rest to be chosen:
    // what is open stands above the record.
    const isOver =
      lead.kind === 'refund' && refund?.state !== 'failed' && refund?.state !== 'returned';
    const { offers } = context.verdict;
    const isOpen = !isOver && !!this.store?.adapter.act;
    if (refund || (isOpen && (offers.shown.length || offers.told.length))) this.#load();
    return html`${isOver ? nothing : this.#offers(context)}
    ${isOpen ? this.#more?.around(context, offers.shown.length > 0) : nothing}
    ${refund ? this.#more?.after(refund, context) : nothing}`;
  }

  /** What is not needed for the press itself comes after it; what fails is tried again with the next drawing. */
  #load(): void {
    if (this.#more) return;
    if (!later.More) {
      void loadMore().then(() => later.More && this.requestUpdate());
      return;
    }
    this.#more = new later.More({
      root: this.shadowRoot!,
      language: () => this.spokenLanguage,
      draw: () => this.requestUpdate(),
      row: (entry, context, more) => this.row(entry, context, more),
      canAct: () => !!this.store?.adapter.act,
      isLocked: (context) => this.#locked(context),
      withdraw: (offerId, context) =>
        this.#act({ type: 'withdraw', order: context.order.reference, offerId }, context),
    });
  }

  /** Whether what the second look asks about is still what a press would do. */
  #stands(asked: { order: string; offer: RemedyOffer }, context: Context): boolean {
    const { order, verdict, inContact, online } = context;
    return (
      asked.order === order.reference &&
      !this.#locked(context) &&
      inContact &&
      online &&
      [...verdict.offers.shown, ...verdict.offers.told, ...verdict.offers.after].some(
        ({ offer, open }) =>
          open && offer.offerId === asked.offer.offerId && formOf(offer) === formOf(asked.offer),
      )
    );
  }

  protected override focusTarget(changed: PropertyValues): HTMLElement | null {
    const asks = this.confirming ? '[role="group"]' : '[part="refund"]';
    return (
      (changed.has('confirming') ? this.renderRoot.querySelector<HTMLElement>(asks) : null) ??
      super.focusTarget(changed)
    );
  }

  #offers(context: Context): TemplateResult | typeof nothing {
    const { m, f, now, verdict, order } = context;
    // What the backend has refused is not offered again in the same breath; it stays listed, with its reason.
    const action = this.shownAction(context);
    const refused =
      action?.phase === 'refused' && action.outcome?.code !== 'amount-changed' ? action : undefined;
    const shown = verdict.offers.shown.map((entry) =>
      entry.open && entry.offer.offerId === refused?.command.offerId
        ? {
            offer: {
              ...entry.offer,
              unavailable: { code: 'refused', reason: refused.outcome?.reason ?? '' },
            },
            open: false,
          }
        : entry,
    );
    this.#remember(context, shown);
    if (!shown.length || !this.store?.adapter.act) return nothing;
    const { lead } = verdict;
    const short = lead.kind === 'short' ? lead.line.id : undefined;
    const first = shown.find(
      ({ offer, open }) =>
        open &&
        offer.remedy === 'refund' &&
        offer.method?.kind !== 'credit' &&
        // Where goods cannot be had, several answers are fair; one is urged only where it is the only one.
        (offer.lineId === undefined ||
          (short !== undefined && shown.filter((entry) => entry.open).length === 1)) &&
        // Who said that it arrived is not urged to claim again; the way stays among the others.
        lead.kind !== 'taken-back',
    );
    const rows = shown.filter((entry) => entry !== first);
    // What concerns one line stands together; first the line that the sentence is about.
    const groups = new Set([short, ...rows.map(({ offer }) => offer.lineId)]);
    const until = toEpoch(first?.offer.undoUntil);
    const waits = (order.claims ?? []).some((claim) => claim.remedy === 'wait');
    return html`
      ${
        first
          ? html`<div class="stack arriving">
              ${this.primary(first.offer, context)}
              <p class="small">
                ${sentences(
                  m.nothingToExplain,
                  until !== undefined && !short && m.undoUntil(f.dateTime(until, now)),
                  waits && m.chosenWait,
                )}
              </p>
            </div>`
          : nothing
      }
      ${[...groups].map((id) => {
        const entries = rows.filter(({ offer }) => offer.lineId === id);
        const about = verdict.short.find(({ line }) => line.id === id);
        const paid = entries.some(({ offer }) => offer.remedy === 'refund' && offer.amount);
        return entries.length
          ? html`<div class="stack">
              ${about && id !== short && entries.length < rows.length ? html`<p class="heading">${shortWords(about, m)}</p>` : nothing}
              ${about ? html`<p class="small">${m.choose(about.failed ?? about.line.quantity, paid)}</p>` : nothing}
              <div
                class="choices"
                role="group"
                aria-label=${first ? m.choices : m.whatNow}
                part="choices"
              >
                ${entries.map((entry) => this.row(entry, context))}
              </div>
            </div>`
          : nothing;
      })}
    `;
  }

  /** The form that sends an offer without a script; it has one where it is drawn on a server. */
  protected formOf(_offer: RemedyOffer): string | undefined {
    return undefined;
  }

  /** The one filled button: the decision, then where and when. */
  protected primary(offer: RemedyOffer, context: Context): TemplateResult {
    const { m, inContact, online } = context;
    const amount = amountWords(offer.amount, context);
    const where = this.#where(offer, context);
    const locked = this.#locked(context);
    // Before its day nothing can be said to be undelivered: a change that nobody agreed to is enough.
    const isLate = offer.lineId === undefined && context.verdict.lead.kind !== 'imposed';
    const name = isLate ? m.refundAction(amount) : m.refundChoice(amount);
    const [title, detail] = locked
      ? [lockedWords(context), m.onlyOnce]
      : [name, !online ? m.needsConnection : inContact ? where : m.needsAnswer];
    const form = this.formOf(offer);
    return html`<button
      type=${form ? 'submit' : 'button'}
      form=${form ?? nothing}
      class="button primary"
      part="refund"
      aria-disabled=${locked || !inContact || !online}
      @click=${(event: MouseEvent) => this.#choose(offer, event)}
    >
      ${title} <small>${detail}</small>
    </button>`;
  }

  protected row(
    { offer, open }: ShownOffer,
    context: Context,
    { title, help, ground }: Parameters<ConstructorParameters<typeof More>[0]['row']>[2] = {},
  ): TemplateResult {
    const { m, inContact, online, action } = context;
    const locked = this.#locked(context);
    const disabled = !open || locked || !inContact || !online;
    const details = !open
      ? [whyNot(offer.unavailable!, m)]
      : locked && action?.command.offerId === offer.offerId
        ? [lockedWords(context)]
        : help
          ? [help]
          : this.#consequences(offer, context);
    const form = open ? this.formOf(offer) : undefined;
    return html`<button
      type=${form ? 'submit' : 'button'}
      form=${form ?? nothing}
      aria-disabled=${disabled}
      @click=${(event: MouseEvent) => open && this.#choose(offer, event, ground)}
    >
      <span
        ><b>${title ?? this.#title(offer, context)}</b
        >${details.map((detail) => html` <small>${detail}</small>`)}</span
      >${icon(open ? 'chevron' : 'slash', 'flip')}
    </button>`;
  }

  #title(offer: RemedyOffer, context: Context): string {
    const { m, verdict } = context;
    const { quantity, goods } = offer;
    const short = verdict.short.find(({ line }) => line.id === offer.lineId);
    const titles = {
      refund: m.refundChoice(amountWords(offer.amount, context)),
      reship: m.reshipAction,
      replace: goods ? m.swapAction(goods) : m.replaceAction,
      cancel: m.cancelAction,
      wait: short ? m.waitFor(quantity ?? short.failed) : m.waitAction,
      // Said by what is loaded after the payout has left.
      keep: '',
      return: '',
    };
    const title = titles[offer.remedy];
    return short && quantity !== undefined && quantity !== short.failed
      ? `${title} (${unitsWords(short.line, quantity, m)})`
      : title;
  }

  /** Where the money goes, and when it is there. */
  #where({ remedy, method, expectedBy }: RemedyOffer, { m, f, now }: Context): string {
    const way = methodWords(method, m);
    // With goods, the date is theirs.
    const due =
      expectedBy && (remedy === 'refund' || remedy === 'cancel')
        ? f.due(expectedBy, now)
        : undefined;
    return way ? m.toMethod(way, due) : due ? m.thereBy(due) : '';
  }

  /** What comes of it: when the goods or the money are there, and what stays open. */
  #consequences(offer: RemedyOffer, context: Context): string[] {
    const { m, f, now, verdict } = context;
    const { expectedBy, remedy, lineId, amount } = offer;
    const waits = remedy === 'wait';
    const money = remedy === 'refund' || remedy === 'cancel';
    const until = toEpoch(offer.availableUntil);
    const stays =
      waits &&
      (lineId === undefined ||
        verdict.offers.shown.some(
          (entry) => entry.open && entry.offer.remedy === 'refund' && entry.offer.lineId === lineId,
        ));
    return [
      money
        ? ''
        : expectedBy
          ? m.atDoor(dueWords(expectedBy, context))
          : waits && lineId && m.noDate,
      sentences(
        remedy !== 'refund' && amount && m.refundChoice(f.money(amount)),
        this.#where(offer, context),
      ),
      stays && (until === undefined ? m.refundStaysOpen : m.refundStays(f.date(until - 1, now))),
    ]
      .filter((words) => words)
      .map((words) => capital(words as string));
  }

  #confirm(
    context: Context,
    { offer, why, ground }: NonNullable<DoorstepRemedy['confirming']>,
  ): TemplateResult {
    const what = sentences(this.#title(offer, context), this.#where(offer, context));
    return secondLook(
      what,
      why,
      'refund',
      context.m,
      () => this.#claim(offer, context, ground),
      () => (this.confirming = undefined),
    );
  }

  #locked(context: Context): boolean {
    const phase = context.action?.phase;
    return (
      phase === 'sending' ||
      phase === 'unknown' ||
      (phase === 'pending' && !isShown(context.order, context.action!))
    );
  }

  /** Notes since when the offers stand as they do: another one, another order, or a line more above them moves all. */
  #remember({ order, action }: Context, shown: readonly ShownOffer[]): void {
    this.#standing.note([
      order.reference,
      order.version,
      action?.phase,
      ...shown.map(({ offer, open }) => [offer.offerId, open, formOf(offer)]),
    ]);
  }

  /** Why a sum needs a second look: it is above the page's limit, or nobody can say that it is not (R3). */
  #whyLarge({ amount, remedy }: RemedyOffer, m: OrderMessages): string | undefined {
    const limit = this.confirmAbove ?? Infinity;
    const sum = amount?.amount ?? NaN;
    const isMoney = amount ?? (remedy === 'refund' || remedy === 'cancel');
    if (!isMoney || limit === Infinity || sum <= limit) return undefined;
    return sum > limit ? m.confirmLarge : m.confirmSure;
  }

  #choose(offer: RemedyOffer, event: MouseEvent, ground?: Ground): void {
    // The lock is asked for here, not when the button was drawn: two presses in one frame find it,
    // on one way or on two.
    const context = this.judge();
    if (!context?.inContact || this.#locked(context)) return;
    const { m } = context;
    const settling = this.#standing.isNew;
    // The second half of a double click belongs to what stood there before, whatever stands there now.
    if (settling && event.detail > 1) return;
    const why =
      this.#whyLarge(offer, m) ??
      (isFramed() ? m.confirmFramed : settling ? m.confirmChanged : undefined);
    if (why !== undefined) this.confirming = { order: context.order.reference, offer, why, ground };
    else this.#claim(offer, context, ground);
  }

  #claim(offer: RemedyOffer, context: Context, ground?: Ground): void {
    this.confirming = undefined;
    const { order, verdict } = context;
    const { offerId, amount, lineId, quantity } = offer;
    // Prefilled: what the customer would have to tell again is on the screen (R9).
    const statement: Statement = {
      ground: ground ?? (verdict.lead.kind === 'imposed' ? 'late' : 'not-delivered'),
      ...(lineId !== undefined && { lines: [{ lineId, ...(quantity && { quantity }) }] }),
      shown: {
        sentence: tell(context).sentence,
        lang: spoken(this.language),
        version: order.version,
        at: new Date(context.now).toISOString(),
      },
    };
    void this.#send({
      ...{ type: 'claim', order: order.reference, offerId },
      ...(amount && { amount }),
      statement,
    });
  }

  #act(command: OrderCommand, context: Context): void {
    if (!this.#locked(context)) void this.#send(command);
  }

  async #send(command: OrderCommand): Promise<void> {
    if (!this.store || !this.request('doorstep-action-request', command)) return;
    const { locked, withdrawing } = this.messages;
    announce(command.type === 'claim' ? locked : withdrawing, this.spokenLanguage);
    const outcome: Outcome = await this.store.part(Actions).perform(command);
    this.request('doorstep-outcome', { command, outcome });
  }
}

/** Why an offer that is listed cannot be had. */
const whyNot = ({ code, reason }: Unavailable, m: OrderMessages): string =>
  code === TAKEN_UNREAD ? m.takenUnread : reason ? m.notPossible(reason) : m.refused;

/** Why nothing can be pressed: what a press is doing. */
const lockedWords = ({ action, m }: Context): string =>
  action?.phase === 'unknown'
    ? m.lockedChecking
    : action?.phase === 'pending'
      ? m.claimedOther
      : m.locked;

/** What the customer decides on: another amount, method, date or thing is another offer. */
const formOf = (offer: RemedyOffer): string =>
  JSON.stringify([offer.amount, offer.method, offer.expectedBy, offer.goods, offer.quantity]);

let loading: Promise<unknown> | undefined;
const loadMore = (): Promise<unknown> =>
  (loading ??= import('./more.js').catch(() => (loading = undefined)));

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-remedy': DoorstepRemedy;
  }
}

import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { sentences, messagesFor, spoken } from '../../i18n/index.js';
import { slot as english } from '../../i18n/locales/en/slot.js';
import {
  parse,
  WindowSchema,
  type AnswerCommand,
  type DeliveryPromise,
  type Order,
  type Revision,
  type Window,
} from '../../model/index.js';
import { Slots, type SlotActionState, type Store } from '../../store/index.js';
import { base } from '../../styles/base.js';
import { card } from '../../styles/card.js';
import { path } from '../../styles/path.js';
import { slot } from '../../styles/slot.js';
import { slotVerdict, windowEnd, type Proposal } from '../../verdicts/index.js';
import { announce } from '../announce.js';
import { make } from '../dom.js';
import { icon } from '../icons.js';
import { OrderElement } from '../order-element.js';
import { isFramed, Standing } from '../standing.js';
import { secondLook } from '../templates/confirm.js';
import { head } from '../templates/head.js';
import { noted } from '../templates/notice.js';
import { unreadable, way } from '../templates/way.js';
import { foreignZone, type Context } from '../telling.js';
import { isLate, rowWords, silence } from './answers.js';
import { changes } from './changes.js';
import { factsOf, moved, refundNote } from './facts.js';
import { lastOf, noticeOf } from './notices.js';
import type { Part } from './part.js';
import { shortWords, timeWords } from './words.js';

/** An answer that waits for its second look, and what it was about then. */
interface Asked {
  readonly command: AnswerCommand;
  readonly form: string;
  readonly what: string;
  readonly why: string;
}

/**
 * The agreed time of a delivery: what was agreed, when and by whom, today's estimate beside it, and every
 * change that was asked for, with three answers of equal weight. Nothing changes unless the customer says
 * so, and the first promise stays in sight.
 *
 * @tag doorstep-slot
 *
 * @example
 * <doorstep-slot order="CH-77" src="/doorstep">
 *   <p>Your wardrobe comes on Thursday 26 November, between 07:00 and 14:00.</p>
 * </doorstep-slot>
 *
 * @a11y The answers to a proposal are a named group of equal rows, keeping first; none is chosen
 *   beforehand, and declining is as large as accepting.
 *
 * @slot - What is shown until there is an answer, and without JavaScript.
 * @slot contact - Replaces the line that leads to a person.
 * @slot logo - Your logo, above the line of references.
 * @slot note - Words of your own, before the line that leads to a person.
 *
 * @event {CustomEvent<Command>} doorstep-action-request - Before an answer is sent; cancelable. `detail` is the command.
 * @event {CustomEvent<OutcomeDetail>} doorstep-outcome - The backend's word on an answer. `detail` has `command` and `outcome`.
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
 * @csspart facts - What was agreed, first promised, expected and proposed.
 * @csspart choices - The joined list of answers.
 * @csspart answer - The confirming button of a second look.
 * @csspart notice - What became of an answer or of a proposal.
 * @csspart button - Any other button.
 * @csspart changes - Every change, the newest first.
 * @csspart contact - The line that leads to a person.
 * @csspart unreadable - A part that could not be read.
 */
export class DoorstepSlot extends OrderElement {
  static override styles: CSSResultGroup = [base, card, path, slot];
  static override properties: PropertyDeclarations = {
    ...OrderElement.properties,
    promise: {},
    opened: { state: true },
    confirming: { state: true },
    picking: { state: true },
    broken: { state: true },
  };

  /** The `id` of the promise to show; all of the order that have something to say if not set. */
  declare promise: string | undefined;
  /** The promises whose changes are unfolded. */
  declare private opened: ReadonlySet<string>;
  declare private confirming: Asked | undefined;
  /** The promise for which another time is being picked. */
  declare private picking: { readonly promise: string; readonly revision?: string } | undefined;
  /** What could not be loaded. */
  declare private broken: 'picker' | 'calendar' | undefined;

  #standing = new Standing();

  constructor() {
    super();
    this.opened = new Set();
  }

  protected override watch(store: Store): () => void {
    const stop = super.watch(store);
    let before = this.#action;
    const stopActions = store.part(Slots).watchActions(() => {
      const { command, phase } = this.#action ?? {};
      // What was picked is agreed, by the shop's word or by what the order says, and stands above.
      if (before?.command.type === 'choose' && (!phase || phase === 'done'))
        this.picking = undefined;
      // What became of it after the first word on it is news.
      if (before?.phase === 'unknown' && command?.type === 'answer') this.#sayNotice(command);
      before = this.#action;
      this.requestUpdate();
    });
    return () => {
      stop();
      stopActions();
    };
  }

  protected override render(): TemplateResult {
    const context = this.judge();
    if (!context)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        ${this.renderWithout()}
      </div>`;
    const { order, m, f, now } = context;
    const parts = (order.promises ?? [])
      .filter(({ id }) => !this.promise || id === this.promise)
      .map((promise) => this.#judge(promise, context))
      .filter((part) => this.promise || speaks(part) || this.picking?.promise === part.promise.id);
    if (this.embedded) this.hidden = !parts.length;
    this.#standing.note([
      order.reference,
      order.version,
      context.inContact,
      this.#action?.phase,
      this.picking,
      ...parts.map(({ verdict }) => verdict.proposals),
    ]);
    const { confirming } = this;
    if (confirming && !parts.some((part) => this.#isAsked(part, confirming)))
      this.confirming = undefined;
    const body = parts.map((part) => this.#part(part, parts.length > 1));
    if (this.embedded)
      return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
        <div class="column slot">${body}</div>
      </div>`;
    const zone = foreignZone(context);
    return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
      <article class="card slot" part="card">
        ${head(this.tellNow(context), m.order(order.reference), undefined, this.level)}
        ${this.standing(context)} ${body}
        ${unreadable(
          context.state.unreadable.filter((path) => path.startsWith('promises')),
          m,
        )}
        ${zone ? html`<p class="small">${m.allHours(zone)}</p>` : nothing}
        ${way(order, order.reference, m, f, now)}
      </article>
    </div>`;
  }

  protected override focusTarget(changed: PropertyValues): HTMLElement | null {
    const asks = this.confirming
      ? '[role="group"]'
      : changed.has('picking') && this.picking
        ? 'doorstep-slot-picker'
        : '[part="choices"] button';
    return (
      (changed.has('confirming') || changed.has('picking')
        ? this.renderRoot.querySelector<HTMLElement>(asks)
        : null) ?? super.focusTarget(changed)
    );
  }

  get #action(): SlotActionState | undefined {
    return this.store?.part(Slots).action(this.order ?? '');
  }

  #judge(promise: DeliveryPromise, context: Context): Part {
    const { order, asOf, m, now, verdict } = context;
    const { lead } = verdict;
    const taken =
      lead.kind === 'claimed'
        ? lead.offer
        : lead.kind === 'refund'
          ? order.offers?.find(({ offerId }) => offerId === lead.refund.offerId)
          : undefined;
    return {
      promise,
      context,
      verdict: slotVerdict(promise, order.constraints, asOf),
      speech: {
        m,
        now,
        sm: messagesFor('slot', spoken(this.language), english),
        f: this.formatter(promise.timeZone),
      },
      over:
        lead.kind === 'arrived'
          ? 'arrived'
          : taken?.remedy === 'cancel' || (lead.kind === 'phase' && lead.phase === 'cancelled')
            ? 'cancelled'
            : lead.kind === 'refund' && !verdict.partial
              ? 'paid'
              : undefined,
    };
  }

  #part(part: Part, several: boolean): TemplateResult {
    const { promise, verdict, over, context, speech } = part;
    const position = context.verdict.shipments.find(
      ({ shipment }) => shipment.id === promise.shipmentId,
    )?.position;
    const proposals = over ? [] : verdict.proposals.toReversed();
    const open = proposals.filter((proposal) => !isLate(proposal, context.asOf));
    const notice = noticeOf(part, this.#action);
    const picking = this.picking?.promise === promise.id;
    const { sm, m } = speech;
    return html`<section
      class="column"
      aria-label=${several ? timeWords(promise, speech) : nothing}
    >
      ${several && position ? html`<p class="heading">${m.parcel(position)}</p>` : nothing}
      ${factsOf(part, proposals.length === 1 ? proposals[0] : undefined, this.#canPick)}
      ${notice ? noted(notice) : nothing} ${lastOf(part)}
      ${open.length || picking ? refundNote(part) : nothing}
      ${proposals.map((proposal) => this.#proposal(proposal, part, proposals.length === 1))}
      ${
        picking
          ? html`<doorstep-slot-picker
              lang=${this.spokenLanguage}
              .adapter=${this.store!.adapter}
              .order=${this.order}
              .promise=${promise.id}
              .revision=${open.find(({ revision }) => revision.id === this.picking!.revision)?.revision.id}
              .agreed=${verdict.agreed}
              .embedded=${true}
              @doorstep-keep=${this.#keepAgreed}
            ></doorstep-slot-picker>`
          : nothing
      }
      ${this.broken === 'picker' ? html`<p class="small" role="status">${sm.notLoaded}</p>` : nothing}
      ${this.#foot(part, open.length > 0)}
    </section>`;
  }

  /** One proposal with its answers; each is answered on its own. */
  #proposal(proposal: Proposal, part: Part, isOnly: boolean): TemplateResult {
    const { verdict, context, speech, promise } = part;
    const { revision, answerable } = proposal;
    const { sm, m } = speech;
    const { window } = revision;
    const late = isLate(proposal, context.asOf);
    const isImposed = revision === verdict.imposed;
    const picking = this.picking?.promise === promise.id;
    const { confirming } = this;
    const what = window ? shortWords(window, verdict.agreed, speech).words : '';
    return html`<div class="stack arriving">
      ${
        isOnly || isImposed
          ? nothing
          : html`<dl class="facts" part="facts">
              <dt>${sm.proposed}</dt>
              <dd>${moved(revision, '', context, speech)}</dd>
            </dl>`
      }
      ${
        confirming && this.#isAsked(part, confirming) && confirming.command.revision === revision.id
          ? secondLook(
              confirming.what,
              confirming.why,
              'answer',
              m,
              () => this.#send(confirming.command),
              () => (this.confirming = undefined),
            )
          : late || picking
            ? nothing
            : this.store?.adapter.act
              ? html`<div
                  class="choices"
                  role="group"
                  aria-label=${sm.answers(what || sm.unreadProposal)}
                  part="choices"
                >
                  ${this.#row(part, proposal, 'keep')}
                  ${answerable ? this.#row(part, proposal, 'accept') : nothing}
                  ${this.#pick(part, revision)}
                </div>`
              : html`<p class="small">${sm.elsewhere}</p>`
      }
      ${
        // Whose answer has arrived is not told what happens without one.
        !isImposed && this.#isHeard(part)
          ? nothing
          : html`<p class="small" part="notice">
              ${isImposed ? sm.notAsked : silence(proposal, part, this.#canPick)}
            </p>`
      }
    </div>`;
  }

  #row(part: Part, proposal: Proposal, answer: AnswerCommand['answer']): TemplateResult {
    const { context, speech, promise } = part;
    const { m } = speech;
    const { inContact, online } = context;
    const { title, detail } = rowWords(part, proposal, answer);
    const locked = this.#locked(part);
    const action = this.#action;
    const own =
      action?.command.type === 'answer' &&
      action.command.promise === promise.id &&
      action.command.revision === proposal.revision.id &&
      action.command.answer === answer;
    return html`<button
      type="button"
      aria-disabled=${locked || !inContact || !online}
      @click=${(event: MouseEvent) => this.#press(part, proposal, answer, event)}
    >
      <span
        ><b>${title}</b>
        <small
          >${locked ? this.#lockedWords(part, own) : !online ? m.needsConnection : inContact ? detail : m.needsAnswer}</small
        ></span
      >${icon('chevron', 'flip')}
    </button>`;
  }

  /** Why nothing more can be answered, on the answer that was pressed and on the others. */
  #lockedWords(part: Part, own: boolean): string {
    const { sm } = part.speech;
    return this.#isHeard(part) ? sm.received('') : own ? sm.sending : sm.oneAnswer;
  }

  #isHeard(part: Part): boolean {
    return this.#locked(part) && this.#action!.phase !== 'sending';
  }

  /** Whether there are slots to pick from. */
  get #canPick(): boolean {
    const { adapter } = this.store ?? {};
    return !!adapter?.slots && !!adapter.act;
  }

  /** The third answer. */
  #pick(part: Part, revision: Revision | undefined): TemplateResult | typeof nothing {
    if (!this.#canPick) return nothing;
    const { context, speech, promise } = part;
    const { sm, m } = speech;
    const disabled = this.#locked(part) || !context.inContact || !context.online;
    const press = (): void => void (disabled || this.#openPicker(promise.id, revision?.id));
    return revision
      ? html`<button type="button" aria-disabled=${disabled} @click=${press}>
          <span
            ><b>${sm.another}</b>
            <small
              >${!context.online ? m.needsConnection : !context.inContact ? m.needsAnswer : disabled ? this.#lockedWords(part, false) : sm.anotherHelp}</small
            ></span
          >${icon('chevron', 'flip')}
        </button>`
      : html`<button
          type="button"
          class="button"
          part="button"
          aria-disabled=${disabled}
          @click=${press}
        >
          ${sm.another}
        </button>`;
  }

  #foot(part: Part, asked: boolean): TemplateResult | typeof nothing {
    const { promise, verdict, speech, over, context } = part;
    const { agreed, revisions } = verdict;
    const { sm } = speech;
    const end = agreed && windowEnd(agreed);
    const ahead = end !== undefined && context.asOf < end;
    const opened = this.opened.has(promise.id);
    const taken = ahead || !agreed ? this.#taken(part) : undefined;
    const isOld = !!taken && (!agreed || JSON.stringify(taken) !== JSON.stringify(timesOf(agreed)));
    const cancelled = over === 'cancelled' && !!taken;
    const buttons = [
      ahead && (!over || cancelled)
        ? html`<button
            type="button"
            class="button"
            part="button"
            @click=${() => void this.#addToCalendar(part)}
          >
            ${isOld || cancelled ? sm.calendarAgain : sm.calendar}
          </button>`
        : nothing,
      ahead && !over && !asked && this.picking?.promise !== promise.id
        ? this.#pick(part, undefined)
        : nothing,
      revisions.length
        ? html`<button
            type="button"
            class="button"
            part="button"
            aria-expanded=${opened}
            @click=${() => this.#toggle(promise.id)}
          >
            ${opened ? sm.fewer : sm.changes(revisions.length)}
          </button>`
        : nothing,
    ].filter((button) => button !== nothing);
    return html`
      ${
        over && taken
          ? noted({ tone: 'care', icon: 'old', strong: sm.calendarEnded, rest: '' })
          : isOld
            ? noted({
                tone: 'care',
                icon: 'old',
                strong: sm.calendarOld(timeWords(taken, speech)),
                rest: agreed ? sm.calendarOldHelp : '',
              })
            : nothing
      }
      ${
        verdict.imposed && !over && !asked
          ? html`<p class="small">${sm.imposedHelp}</p>`
          : !ahead && agreed && context.verdict.lead.kind === 'missed' && this.#canPick
            ? html`<p class="small">${sm.pickOver}</p>`
            : nothing
      }
      ${this.broken === 'calendar' ? html`<p class="small" role="status">${sm.calendarFailed}</p>` : nothing}
      ${buttons.length ? html`<div class="actions">${buttons}</div>` : nothing}
      ${revisions.length ? changes(promise, verdict, speech, !opened, context.asOf) : nothing}
    `;
  }

  /** The window of the calendar entry that was taken here before, if it can be read. */
  #taken({ promise, context }: Part): Window | undefined {
    const note = this.store?.environment.read(calendarNote(context.order, promise));
    try {
      return note === undefined ? undefined : parse(WindowSchema, JSON.parse(note)).value;
    } catch {
      return undefined;
    }
  }

  async #addToCalendar({ promise, verdict, speech, context }: Part): Promise<void> {
    const { order } = context;
    const { sm, m, now } = speech;
    this.broken = undefined;
    try {
      const { calendarFile } = await import('../../calendar/calendar.js');
      const words = {
        summary: sm.calendarWhat(m.thing(context.verdict.line?.noun)),
        description: m.order(order.reference),
      };
      const file = calendarFile(order, promise, words, { host: location.hostname, now });
      const address = URL.createObjectURL(new Blob([file!], { type: 'text/calendar' }));
      make('a', { href: address, download: `${order.reference}.ics` }).click();
      // The browser reads it after the press.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      this.store?.environment.write(
        calendarNote(order, promise),
        JSON.stringify(timesOf(verdict.agreed!)),
      );
      this.requestUpdate();
    } catch {
      this.broken = 'calendar';
    }
  }

  #toggle(promise: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(promise)) opened.add(promise);
    this.opened = opened;
  }

  /** Kept instead of picked: where a change waits for an answer, that is the answer. */
  #keepAgreed = (event: Event): void => {
    event.stopPropagation();
    const { promise: id, revision } = this.picking ?? {};
    this.picking = undefined;
    const context = this.judge();
    const promise = context?.order.promises?.find((each) => each.id === id);
    const part = promise && this.#judge(promise, context!);
    const proposal = part?.verdict.proposals.find((each) => each.revision.id === revision);
    if (proposal && !isLate(proposal, context!.asOf))
      this.#press(part!, proposal, 'keep', { detail: 1 });
  };

  #openPicker(promise: string, revision: string | undefined): void {
    this.broken = undefined;
    import('../slot-picker/define.js').then(
      () => (this.picking = { promise, ...(revision !== undefined && { revision }) }),
      () => (this.broken = 'picker'),
    );
  }

  /** Whether an answer is on its way, or has come and is not yet told by the order. */
  #locked({ verdict, promise }: Part): boolean {
    const { command, phase } = this.#action ?? {};
    return (
      phase === 'sending' ||
      (command?.type === 'answer' &&
        command.promise === promise.id &&
        (phase === 'done' || phase === 'pending') &&
        verdict.proposals.some(({ revision }) => revision.id === command.revision))
    );
  }

  #formOf({ verdict }: Part, revision: string): string {
    const found = verdict.proposals.find((proposal) => proposal.revision.id === revision);
    return JSON.stringify([verdict.agreed, found]);
  }

  /** Whether what the second look asks about is still what a press would do. */
  #isAsked(part: Part, { command, form }: Asked): boolean {
    const { promise, context } = part;
    return (
      promise.id === command.promise &&
      context.order.reference === command.order &&
      context.inContact &&
      !this.#locked(part) &&
      this.#formOf(part, command.revision) === form
    );
  }

  #press(
    { promise, speech }: Part,
    { revision }: Proposal,
    answer: AnswerCommand['answer'],
    event: Pick<MouseEvent, 'detail'>,
  ): void {
    // The lock is asked for here, not when the button was drawn: two presses in one frame find it.
    const context = this.judge();
    const current = context?.order.promises?.find(({ id }) => id === promise.id);
    if (!context?.inContact || !current) return;
    const part = this.#judge(current, context);
    const proposal = part.verdict.proposals.find((found) => found.revision.id === revision.id);
    if (!proposal || this.#locked(part)) return;
    const { isNew } = this.#standing;
    // The second half of a double click belongs to what stood there before.
    if (isNew && event.detail > 1) return;
    const command: AnswerCommand = {
      type: 'answer',
      order: context.order.reference,
      promise: promise.id,
      revision: revision.id,
      answer,
    };
    const { m } = speech;
    const why = isFramed() ? m.confirmFramed : isNew ? m.confirmChanged : undefined;
    if (why === undefined) return this.#send(command);
    const form = this.#formOf(part, revision.id);
    this.confirming = { command, form, what: rowWords(part, proposal, answer).title, why };
  }

  #send(command: AnswerCommand): void {
    this.confirming = undefined;
    if (this.store && this.request('doorstep-action-request', command)) void this.#answer(command);
  }

  async #answer(command: AnswerCommand): Promise<void> {
    announce(messagesFor('slot', spoken(this.language), english).sending, this.spokenLanguage);
    const state = await this.store!.part(Slots).perform(command, this.spokenLanguage);
    const outcome = state.outcome ?? {
      status: state.phase === 'not-sent' ? ('none' as const) : ('unknown' as const),
    };
    this.request('doorstep-outcome', { command, outcome });
    this.#sayNotice(command);
  }

  #sayNotice(command: AnswerCommand): void {
    const context = this.judge();
    const promise = context?.order.promises?.find(({ id }) => id === command.promise);
    const notice = promise && noticeOf(this.#judge(promise, context!), this.#action);
    // What has changed is said by the sentence; that nothing has is said here.
    if (notice) announce(sentences(notice.strong, notice.rest), this.spokenLanguage);
  }
}

/** Where it is kept which window a calendar entry was taken for. */
const calendarNote = ({ reference }: Order, { id }: DeliveryPromise): string =>
  `doorstep:calendar:${reference}:${id}`;

/** The window itself, in one order of its members. */
const timesOf = ({ kind, from, before, date, timeZone }: Window): Window => ({
  kind,
  ...(from !== undefined && { from }),
  ...(before !== undefined && { before }),
  ...(date !== undefined && { date }),
  timeZone,
});

/** Whether there is more to say of a promise than the order's own sentence does. */
const speaks = ({ promise, verdict, over, context }: Part): boolean =>
  verdict.revisions.length > 0 ||
  (promise.kind === 'slot' && !over && context.asOf < (windowEnd(promise) ?? 0));

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-slot': DoorstepSlot;
  }
}

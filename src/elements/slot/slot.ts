import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { messagesFor, spoken } from '../../i18n/index.js';
import { slot as english } from '../../i18n/locales/en/slot.js';
import {
  parse,
  toEpoch,
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
import { slot } from '../../styles/slot.js';
import {
  agreedOf,
  conflictOf,
  estimateFreshness,
  isWithin,
  slotVerdict,
  windowEnd,
  type Proposal,
  type SlotVerdict,
} from '../../verdicts/index.js';
import { announce } from '../announce.js';
import { make } from '../dom.js';
import { icon, type IconName } from '../icons.js';
import { OrderElement } from '../order-element.js';
import { isFramed, Standing } from '../standing.js';
import { secondLook } from '../templates/confirm.js';
import { head } from '../templates/head.js';
import { unreadable, way } from '../templates/way.js';
import { capital, estimateWords, foreignZone, strongFirst, type Context } from '../telling.js';
import { changes } from './changes.js';
import {
  constraintWords,
  dayWords,
  doerOf,
  hoursWords,
  instantWords,
  nameOf,
  shortWords,
  timeWords,
  type Speech,
} from './words.js';

/** One promise with all that is said of it. */
interface Part {
  readonly promise: DeliveryPromise;
  readonly verdict: SlotVerdict;
  readonly context: Context;
  readonly speech: Speech;
  /** Set where no answer can change anything any more: it arrived, or it will not come. */
  readonly over: 'arrived' | 'paid' | 'cancelled' | undefined;
}

/** An answer that waits for its second look, and what it was about then. */
interface Asked {
  readonly command: AnswerCommand;
  readonly form: string;
  readonly what: string;
  readonly why: string;
}

/** A word on the customer's own answer. */
interface Notice {
  readonly tone: 'care' | 'bad' | 'unknown';
  readonly icon: IconName;
  readonly strong: string;
  readonly rest: string;
}

/**
 * The agreed time of a delivery: what was agreed, when and by whom, today's estimate beside it, and every
 * change that was asked for, with three answers of equal weight. Nothing changes unless the customer says
 * so, and the first promise stays in sight.
 *
 * @tag doorstep-slot
 *
 * @slot - What is shown until there is an answer, and without JavaScript.
 * @slot contact - Replaces the line that leads to a person.
 *
 * @event {CustomEvent} doorstep-action-request - Before an answer is sent; cancelable. `detail` is the command.
 * @event {CustomEvent} doorstep-outcome - The backend's word on an answer. `detail` has `command` and `outcome`.
 * @event {CustomEvent} doorstep-unreadable - Parts of the answer could not be read. `detail` has `order` and `paths`.
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
  static override styles: CSSResultGroup = [base, card, slot];
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
      return html`<div class="base" lang=${this.spokenLanguage}>${this.renderWithout()}</div>`;
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
      return html`<div class="base" lang=${this.spokenLanguage}>
        <div class="column slot">${body}</div>
      </div>`;
    const zone = foreignZone(context);
    return html`<div class="base" lang=${this.spokenLanguage}>
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
    const notice = this.#notice(part);
    const picking = this.picking?.promise === promise.id;
    const { sm, m } = speech;
    return html`<section
      class="column"
      aria-label=${several ? timeWords(promise, speech) : nothing}
    >
      ${several && position ? html`<p class="heading">${m.parcel(position)}</p>` : nothing}
      ${this.#facts(part, proposals.length === 1 ? proposals[0] : undefined)}
      ${notice ? this.#note(notice) : nothing} ${this.#last(part)}
      ${open.length || picking ? this.#refund(part) : nothing}
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

  /** What becomes of the refund by agreeing to another time: of one that is offered, or soon will be. */
  #refund({ context, speech }: Part): TemplateResult | typeof nothing {
    const { order, asOf, verdict } = context;
    const { sm, f, now } = speech;
    if (verdict.offers.shown.some(({ offer, open }) => open && offer.remedy === 'refund'))
      return html`<p class="small">${sm.refundEnds}</p>`;
    const opens = order.offers
      ?.filter(({ remedy, unavailable }) => remedy === 'refund' && !unavailable)
      .map(({ availableFrom }) => toEpoch(availableFrom) ?? 0)
      .find((at) => asOf < at && at - asOf < SOON);
    return opens ? html`<p class="small">${sm.refundWaits(f.moment(opens, now))}</p>` : nothing;
  }

  /** What counts, what was promised first, what is expected, and where it was moved without asking. */
  #facts(
    { promise, verdict, context, speech, over }: Part,
    only: Proposal | undefined,
  ): TemplateResult {
    const { agreed, since, first, imposed, narrowed, proposals, conflict } = verdict;
    const { sm, f, now } = speech;
    const told = (words: (moment: string) => string, at: string | undefined): string =>
      words(at === undefined ? '' : f.moment(toEpoch(at)!, now));
    const firstTold = told(
      promise.agreed ? sm.withYou : (moment) => sm.toldBy(nameOf(promise.source, speech), moment),
      promise.madeAt,
    );
    const sinceTold =
      since &&
      told(
        (moment) => sm.agreedBy(since.answeredBy ? nameOf(since.answeredBy, speech) : '', moment),
        since.answeredAt ?? since.madeAt,
      );
    const contested = imposed ?? proposals[0];
    const moved = !agreed || timeWords(agreed, speech) !== timeWords(first, speech);
    return html`<dl class="facts" part="facts">
      <dt>${since || promise.agreed || !agreed ? sm.agreed : sm.promised}</dt>
      <dd>
        ${
          agreed
            ? html`<b>${timeWords(agreed, speech)}</b>
                <small
                  >${sinceTold ?? firstTold}${contested ? html`. ${sm.stillCounts}` : nothing}</small
                >
                ${
                  conflict && !over && context.asOf < windowEnd(agreed)!
                    ? html`<span class="flag care"
                          >${icon('slash')}<b
                            >${sm.youSaid(constraintWords(conflict, speech))}</b
                          ></span
                        ><small>${sm.countsAnyway(this.#canPick)}</small>`
                    : nothing
                }`
            : html`<span class="flag unknown"
                >${icon('unknown')}<span>${sm.unreadAgreed}</span></span
              >`
        }
      </dd>
      ${
        moved
          ? html`<dt>${sm.firstPromised}</dt>
              <dd>${timeWords(first, speech)} <small>${firstTold}</small></dd>`
          : nothing
      }
      ${
        imposed
          ? html`<dt>${sm.moved}</dt>
              <dd>${this.#moved(imposed, sm.noConsent, context, speech)}</dd>`
          : nothing
      }
      ${
        // The same time once more says nothing new.
        narrowed && !isWithin(agreed!, narrowed.window!)
          ? html`<dt>${sm.narrowed}</dt>
              <dd>${this.#moved(narrowed, sm.withinAgreed, context, speech)}</dd>`
          : nothing
      }
      ${this.#estimate(promise, agreed, context, speech)}
      ${
        only && only.revision !== imposed
          ? html`<dt>${sm.proposed}</dt>
              <dd>${this.#moved(only.revision, '', context, speech)}</dd>`
          : nothing
      }
    </dl>`;
  }

  /**
   * A window that somebody else has named: who, when and why, where the sentence does not say so.
   *
   * @param how it was made without asking; empty for a proposal
   */
  #moved(
    revision: Revision,
    how: string,
    { verdict, order, inContact }: Context,
    speech: Speech,
  ): TemplateResult {
    const { sm, m, f, now } = speech;
    const { window, source, madeAt, reason, lang } = revision;
    const { lead } = verdict;
    const isTold =
      inContact &&
      ((lead.kind === 'imposed' && lead.revision === revision) ||
        (lead.kind === 'proposed' && lead.revisions.at(-1) === revision));
    const by = (how ? sm.movedBy : sm.askedBy)(
      nameOf(source, speech),
      madeAt === undefined ? '' : f.moment(toEpoch(madeAt)!, now),
    );
    const conflict = window && conflictOf(window, order.constraints, window.timeZone);
    return html`${
      window
        ? timeWords(window, speech)
        : html`<span class="flag unknown">${icon('unknown')}<b>${sm.unreadWindow}</b></span>
            <small>${sm.unreadWindowHelp}</small>`
    }
    ${
      isTold
        ? how && html`<small>${how}</small>`
        : html`<small
            >${[by, how].filter(Boolean).join(', ')}${
              reason
                ? html`. ${sm.reason} <span lang=${lang ?? nothing}>${m.quoted(reason)}</span>`
                : nothing
            }</small
          >`
    }
    ${
      conflict
        ? html`<span class="flag bad"
            >${icon('slash')}<b>${sm.youSaid(constraintWords(conflict, speech))}</b></span
          >`
        : nothing
    }`;
  }

  /** Today's estimate, while it may be repeated (R2): beside what was agreed, never instead. */
  #estimate(
    promise: DeliveryPromise,
    agreed: Window | undefined,
    { verdict, asOf }: Context,
    speech: Speech,
  ): TemplateResult | typeof nothing {
    const { sm, m, f, now } = speech;
    const { shipment } =
      verdict.shipments.find(({ shipment: { id } }) => id === promise.shipmentId) ??
      (promise.shipmentId === undefined && verdict.shipments.length === 1
        ? verdict.shipments[0]!
        : { shipment: undefined });
    const estimate = shipment?.estimate;
    const fresh = estimate && estimateFreshness(estimate, promise.timeZone, asOf);
    const words = estimate && estimateWords(estimate, speech);
    if (!words || (fresh!.state !== 'live' && fresh!.state !== 'recent')) return nothing;
    const { from, until, date, source, observedAt } = estimate;
    const whole: Window | undefined =
      from !== undefined && until !== undefined && Date.parse(from) < Date.parse(until)
        ? { kind: 'slot', from, before: until, timeZone: promise.timeZone }
        : date !== undefined
          ? { kind: 'date', date, timeZone: promise.timeZone }
          : undefined;
    const kind = !agreed || !whole ? sm.estimate : isWithin(whole, agreed) ? sm.within : sm.outside;
    const name = source?.name ?? shipment?.carrier?.name ?? m.carrier;
    return html`<dt>${sm.expected}</dt>
      <dd>
        ${whole ? timeWords(whole, speech) : words.words}
        <small>${kind} ${m.toldUs(name, f.ago(now - toEpoch(observedAt)!))}</small>
      </dd>`;
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
              <dd>${this.#moved(revision, '', context, speech)}</dd>
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
      <p class="small" part="notice">${isImposed ? sm.notAsked : this.#silence(proposal, part)}</p>
    </div>`;
  }

  /** What happens without an answer, only as the backend says it. */
  #silence(proposal: Proposal, { verdict, speech, context }: Part): TemplateResult {
    const { sm, m, f, now } = speech;
    const { revision, ends } = proposal;
    const { ifSilent, answerBy, window, source } = revision;
    const name = doerOf(source, speech);
    // A day that has gone does not "stand"; what was agreed of it does.
    const { agreed } = verdict;
    const ahead = agreed && context.asOf < (windowEnd(agreed) ?? 0) ? agreed : undefined;
    const stands = ahead ? sm.stands(sm.onDay(dayWords(ahead, speech))) : sm.standsAgreed;
    if (isLate(proposal, context.asOf))
      return html`${sm.tooLate(f.moment(ends!, now))}
      ${
        ifSilent === 'stands'
          ? html`<b>${capital(stands)}</b>`
          : ifSilent === 'moves'
            ? sm.lateMoves(capital(name))
            : sm.lateCounts
      }
      ${ahead && this.#canPick ? sm.pickStill : ''}`;
    // Whatever they say, no answer counts here once what was agreed is over.
    const due = answerBy === undefined ? '' : m.by(instantWords(ends!, speech));
    return html`${sm.ifSilent(due)}
    ${
      ifSilent === 'stands'
        ? html`<b>${stands}</b>`
        : ifSilent === 'moves'
          ? sm.moves(
              name === m.we ? m.we.toLowerCase() : name,
              !window
                ? sm.otherTime
                : sm.atOther(
                    (shortWords(window, verdict.agreed, speech).byHours ? timeWords : dayWords)(
                      window,
                      speech,
                    ),
                  ),
            )
          : sm.nobodySaid
    }`;
  }

  #row(part: Part, proposal: Proposal, answer: AnswerCommand['answer']): TemplateResult {
    const { context, speech } = part;
    const { sm, m } = speech;
    const { inContact, online } = context;
    const { title, detail } = this.#words(part, proposal, answer);
    const locked = this.#locked(part);
    const action = this.#action;
    const own =
      action?.command.type === 'answer' &&
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
          >${locked ? (action!.phase !== 'sending' ? sm.received : own ? sm.sending : sm.oneAnswer) : !online ? m.needsConnection : inContact ? detail : m.needsAnswer}</small
        ></span
      >${icon('chevron', 'flip')}
    </button>`;
  }

  #words(
    { verdict, speech }: Part,
    { revision, conflict, narrows }: Proposal,
    answer: AnswerCommand['answer'],
  ): { title: string; detail: string } {
    const { sm } = speech;
    const { agreed } = verdict;
    const { window } = revision;
    const title = answerWords(revision, agreed, answer, speech);
    if (answer === 'keep') {
      if (!agreed) return { title, detail: sm.nothingMoves };
      const { byHours } = shortWords(agreed, window, speech);
      const rest = byHours ? dayWords(agreed, speech) : hoursWords(agreed, speech);
      return { title, detail: sm.asAgreed(rest) };
    }
    const { byHours } = shortWords(window!, agreed, speech);
    const hours = hoursWords(window!, speech);
    const detail = narrows
      ? sm.narrower
      : byHours
        ? dayWords(window!, speech)
        : agreed && hours && hours === hoursWords(agreed, speech)
          ? sm.sameHours(hours)
          : hours || sm.wholeDay;
    return { title, detail: conflict ? sm.once(detail) : detail };
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
              >${!context.online ? m.needsConnection : !context.inContact ? m.needsAnswer : disabled ? sm.oneAnswer : sm.anotherHelp}</small
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

  /** What was last answered, taken back or left to run out, where nothing waits any more. */
  #last(part: Part): TemplateResult | typeof nothing {
    const { verdict, speech, over } = part;
    const { sm, m, f, now } = speech;
    const last = verdict.revisions[0];
    if (!last || over || verdict.proposals.length) return nothing;
    const agreed = verdict.agreed ? sm.onDay(dayWords(verdict.agreed, speech)) : sm.whatAgreed;
    const asked = sm.hadAsked(
      capital(doerOf(last.source, speech)),
      last.window ? shortWords(last.window, verdict.agreed, speech).words : sm.anotherTime,
    );
    const by = last.answeredBy;
    const note = (name: IconName, strong: string, rest: string): TemplateResult =>
      this.#note({ tone: 'unknown', icon: name, strong, rest });
    switch (last.state) {
      case 'declined':
        return note(
          'done',
          capital(sm.kept(by?.kind, nameOf(by, speech), agreed)),
          `${asked} ${last.answeredAt === undefined ? '' : sm.answered(f.moment(toEpoch(last.answeredAt)!, now))}`,
        );
      case 'withdrawn':
        return note(
          'recent',
          sm.withdrawn(capital(doerOf(last.source, speech))),
          `${asked} ${capital(sm.stands(agreed))}`,
        );
      case 'expired':
        return note('recent', m.timeOver, `${asked} ${capital(sm.stands(agreed))}`);
      default:
        return nothing;
    }
  }

  /** What became of the customer's own answer, until what counts says the same. */
  #notice(part: Part): Notice | undefined {
    const { promise, speech, context, verdict } = part;
    const { sm, f } = speech;
    const { online, inContact } = context;
    const action = this.#action;
    const { command, phase, outcome } = action ?? {};
    if (command?.type !== 'answer' || command.promise !== promise.id || phase === 'sending')
      return undefined;
    const waits = verdict.proposals.find(({ revision }) => revision.id === command.revision);
    const counts = verdict.agreed ? sm.counts(timeWords(verdict.agreed, speech)) : sm.below;
    if (phase === 'refused') {
      const { code, reason, nextStep } = outcome!;
      const revision = promise.revisions?.find(({ id }) => id === command.revision);
      // As it was when this was asked.
      const revisions = promise.revisions?.filter((one) => one !== revision) ?? [];
      const was = agreedOf({ ...promise, revisions });
      const words = (answer: AnswerCommand['answer']): string =>
        revision ? answerWords(revision, was, answer, speech) : '';
      const { state } = revision ?? {};
      const first = state === 'accepted' ? 'accept' : state === 'declined' ? 'keep' : undefined;
      const why =
        code === 'answered' && first
          ? sm.why.answered(words(first))
          : (reason ??
            (code === 'withdrawn'
              ? sm.why.withdrawn
              : code === 'too-late' || code === 'expired'
                ? sm.why.late
                : sm.why.other));
      return {
        tone: 'bad',
        icon: 'cross',
        strong: sm.refused(words(command.answer), f.time(action!.at)),
        rest: [why, nextStep, counts].filter(Boolean).join(' '),
      };
    }
    if (!waits) return undefined;
    if (phase === 'not-sent' || phase === 'lost')
      return {
        tone: 'care',
        icon: online ? 'cross' : 'offline',
        strong:
          phase === 'lost'
            ? sm.neverArrived(f.time(action!.at))
            : online
              ? sm.notSent
              : sm.notSentOffline,
        rest: isLate(waits, context.asOf)
          ? counts
          : !online
            ? sm.pressOnline
            : inContact
              ? sm.pressOnce
              : sm.pressLater,
      };
    return phase === 'unknown'
      ? {
          tone: 'unknown',
          icon: 'working',
          strong: sm.lost,
          rest: inContact && online ? sm.lostHelp : sm.lostLater,
        }
      : { tone: 'unknown', icon: 'working', strong: sm.received, rest: sm.receivedHelp };
  }

  #note({ tone, icon: name, strong, rest }: Notice): TemplateResult {
    return html`<p class="source small ${tone} arriving" part="notice">
      ${icon(name)}${strongFirst(strong, rest)}
    </p>`;
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
          ? this.#note({ tone: 'care', icon: 'old', strong: sm.calendarEnded, rest: '' })
          : isOld
            ? this.#note({
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
  #locked({ verdict }: Part): boolean {
    const { command, phase } = this.#action ?? {};
    return (
      phase === 'sending' ||
      (command?.type === 'answer' &&
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
    this.confirming = { command, form, what: this.#words(part, proposal, answer).title, why };
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
    const notice = promise && this.#notice(this.#judge(promise, context!));
    // What has changed is said by the sentence; that nothing has is said here.
    if (notice) announce(`${notice.strong} ${notice.rest}`, this.spokenLanguage);
  }
}

/** Milliseconds: a refund that will be offered so soon is on the customer's mind. */
const SOON = 86_400_000;

/** Whether the time to answer has run out. */
const isLate = ({ ends = Infinity }: Proposal, asOf: number): boolean => asOf >= ends;

/** An answer as its button names it: "Keep Thu 26 Nov". */
const answerWords = (
  { window, state }: Revision,
  agreed: Window | undefined,
  answer: AnswerCommand['answer'],
  speech: Speech,
): string => {
  const { sm } = speech;
  const [mine, other] = answer === 'keep' ? [agreed, window] : [window, agreed];
  if (!mine) return sm.keepAgreed;
  const { words } = shortWords(mine, other, speech);
  return (answer === 'accept' ? sm.accept : state === 'imposed' ? sm.insist : sm.keep)(words);
};

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

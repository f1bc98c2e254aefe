import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  sentences,
  messagesFor,
  spoken,
  type ParcelMessages,
  type SlotMessages,
} from '../../i18n/index.js';
import { slot as english } from '../../i18n/locales/en/slot.js';
import type { CarrierChoice, ChooseCarrierCommand, Outcome } from '../../model/index.js';
import { Slots, type SlotActionState, type Store } from '../../store/index.js';
import { carrierVerdict, type CarrierVerdict, type JudgedShipment } from '../../verdicts/index.js';
import { announce } from '../announce.js';
import { icon } from '../icons.js';
import { noted, type Notice } from '../templates/notice.js';
import { isFramed, Standing } from '../standing.js';
import { secondLook } from '../templates/confirm.js';
import { capital, dueWords, type Context } from '../telling.js';

/** A parcel with all that is said of who brings it. */
export interface Offered {
  readonly subject: JudgedShipment;
  readonly context: Context;
  readonly p: ParcelMessages;
}

/** What a choice needs of the element it stands in. */
export interface Host {
  store(): Store | undefined;
  language(): string;
  /** The parcel as it is now: a press asks again. */
  now(): Offered | undefined;
  request(type: string, detail: unknown): boolean;
  draw(): void;
}

/** A choice that waits for its second look, and what it was about then. */
interface Asked {
  readonly command: ChooseCarrierCommand;
  readonly form: string;
  readonly why: string;
}

interface Part extends Offered {
  readonly verdict: CarrierVerdict;
  readonly sm: SlotMessages;
}

/**
 * Who brings a parcel that has not left: what stands and what else the backend offers, of equal weight.
 * Nothing is told as changed before the order says so (R7), nothing is preselected (R12).
 */
export class CarrierRows {
  readonly #host: Host;
  readonly #standing = new Standing();
  #confirming: Asked | undefined;
  #before: SlotActionState['phase'] | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether a second look stands in place of the rows. */
  get isAsking(): boolean {
    return !!this.#confirming;
  }

  /** Nothing where nothing is offered. */
  rows(offered: Offered): TemplateResult | typeof nothing {
    const part = this.#judge(offered);
    if (!part) return nothing;
    const { context, p, verdict, sm, subject } = part;
    const action = this.#action(part);
    this.#standing.note([
      ...[context.order.reference, context.order.version, context.inContact],
      ...[this.#running?.phase, formOf(part)],
    ]);
    const asked = this.#confirming;
    if (asked && (asked.form !== formOf(part) || this.#locked(part) || !context.inContact))
      this.#confirming = undefined;
    const notice = noticeOf(part, action);
    const { f, now } = context;
    const { stands, chosenAt, ends, open } = verdict;
    const from = subject.shipment.carrierOffer!.source?.name ?? '';
    return html`<div class="stack">
      <p class="heading">${p.carrierAnswers}</p>
      ${
        chosenAt === undefined
          ? nothing
          : html`<p class="note small">
              ${icon('tick')}<span
                >${p.carrierChosen(stands.carrier ?? '', f.moment(chosenAt, now))}</span
              >
            </p>`
      }
      ${notice ? noted(notice) : nothing}
      ${
        this.#confirming
          ? secondLook(
              titleOf(this.#choiceOf(part, this.#confirming.command), part),
              this.#confirming.why,
              'answer',
              context.m,
              () => this.#send(this.#confirming!.command),
              () => this.#ask(undefined),
            )
          : !open
            ? nothing
            : this.#host.store()?.adapter.act
              ? html`<div
                  class="choices"
                  role="group"
                  aria-label=${p.carrierAnswers}
                  part="choices"
                >
                  ${
                    // Rows of their own for what stands now: a focus never stays on a button whose meaning has moved.
                    keyed(
                      stands.choiceId,
                      verdict.choices.map((choice) => this.#row(choice, part)),
                    )
                  }
                </div>`
              : html`<p class="small">${sm.elsewhere}</p>`
      }
      <p class="small">
        ${
          open
            ? p.carrierUntil(
                ends === undefined ? '' : f.stamp(ends, now),
                from,
                stands.carrier ?? '',
              )
            : p.carrierOver(f.stamp(ends!, now), stands.carrier ?? '')
        }
      </p>
    </div>`;
  }

  /** What became of a choice after the first word on it is news. */
  changed(): void {
    const offered = this.#host.now();
    const part = offered && this.#judge(offered);
    const phase = part && this.#action(part)?.phase;
    if (this.#before === 'unknown' && phase !== this.#before) this.#tell();
    this.#before = phase;
  }

  #tell(): void {
    const offered = this.#host.now();
    const part = offered && this.#judge(offered);
    const notice = part && noticeOf(part, this.#action(part));
    if (notice) announce(sentences(notice.strong, notice.rest), spoken(this.#host.language()));
  }

  #row(choice: CarrierChoice, part: Part): TemplateResult {
    const { context, p, sm } = part;
    const { m, inContact, online } = context;
    const { unavailable, expectedBy } = choice;
    const locked = this.#locked(part);
    const own = this.#action(part)?.command.choice === choice.choiceId;
    const detail = unavailable
      ? m.notPossible(unavailable.reason)
      : locked
        ? this.#running!.phase !== 'sending'
          ? sm.received('')
          : own
            ? sm.sending
            : sm.oneAnswer
        : !online
          ? m.needsConnection
          : !inContact
            ? m.needsAnswer
            : expectedBy
              ? m.atDoor(dueWords(expectedBy, context))
              : choice.carrier === undefined
                ? p.otherCarrierHelp
                : capital(m.noDate);
    return html`<button
      type="button"
      aria-disabled=${!!unavailable || locked || !inContact || !online}
      @click=${(event: MouseEvent) => this.#press(choice.choiceId, event)}
    >
      <span><b>${titleOf(choice, part)}</b> <small>${detail}</small></span
      >${icon(unavailable ? 'slash' : 'chevron', 'flip')}
    </button>`;
  }

  #judge(offered: Offered): Part | undefined {
    const { subject, context } = offered;
    const verdict = carrierVerdict(subject, context.asOf);
    const sm = messagesFor('slot', spoken(this.#host.language()), english);
    return verdict && { ...offered, verdict, sm };
  }

  #choiceOf({ verdict }: Part, { choice }: ChooseCarrierCommand): CarrierChoice {
    return verdict.choices.find(({ choiceId }) => choiceId === choice)!;
  }

  /** What was last asked about the order, of whatever kind: there is one at a time. */
  get #running(): SlotActionState | undefined {
    const order = this.#host.now()?.context.order.reference ?? '';
    return this.#host.store()?.part(Slots).action(order);
  }

  #action({ subject }: Part): CarrierAction | undefined {
    const running = this.#running;
    return running?.command.type === 'choose-carrier' &&
      running.command.shipment === subject.shipment.id
      ? (running as CarrierAction)
      : undefined;
  }

  /** Whether an answer is on its way, or has come and is not yet told by the order. */
  #locked(part: Part): boolean {
    const { phase, command } = this.#action(part) ?? {};
    return (
      this.#running?.phase === 'sending' ||
      ((phase === 'done' || phase === 'pending') &&
        command!.choice !== part.verdict.stands.choiceId)
    );
  }

  #press(choiceId: string, event: MouseEvent): void {
    // The lock is asked for here, not when the button was drawn: two presses in one frame find it.
    const offered = this.#host.now();
    const part = offered && this.#judge(offered);
    const choice = part?.verdict.choices.find((one) => one.choiceId === choiceId);
    if (!part?.verdict.open || !choice || choice.unavailable) return;
    const { order, inContact, online, m } = part.context;
    if (!inContact || !online || this.#locked(part)) return;
    const { isNew } = this.#standing;
    // The second half of a double click belongs to what stood there before.
    if (isNew && event.detail > 1) return;
    const command: ChooseCarrierCommand = {
      type: 'choose-carrier',
      order: order.reference,
      shipment: part.subject.shipment.id,
      choice: choiceId,
    };
    const why = isFramed() ? m.confirmFramed : isNew ? m.confirmChanged : undefined;
    if (why === undefined) this.#send(command);
    else this.#ask({ command, form: formOf(part), why });
  }

  #ask(asked: Asked | undefined): void {
    this.#confirming = asked;
    this.#host.draw();
  }

  #send(command: ChooseCarrierCommand): void {
    this.#ask(undefined);
    const store = this.#host.store();
    if (store && this.#host.request('doorstep-action-request', command))
      void this.#choose(command, store);
  }

  async #choose(command: ChooseCarrierCommand, store: Store): Promise<void> {
    const language = spoken(this.#host.language());
    announce(messagesFor('slot', language, english).sending, language);
    const { outcome, phase } = await store.part(Slots).perform(command, language);
    const told: Outcome = outcome ?? { status: phase === 'not-sent' ? 'none' : 'unknown' };
    this.#host.request('doorstep-outcome', { command, outcome: told });
    const offered = this.#host.now();
    const part = offered && this.#judge(offered);
    if (!part) return;
    const { stands, chosenAt } = part.verdict;
    if (phase === 'done' && stands.choiceId === command.choice && chosenAt !== undefined)
      announce(
        part.p.carrierChosen(
          stands.carrier ?? '',
          part.context.f.moment(chosenAt, part.context.now),
        ),
        language,
      );
    else this.#tell();
  }
}

interface CarrierAction extends SlotActionState {
  readonly command: ChooseCarrierCommand;
}

/** What the customer decides on. */
const formOf = ({ verdict: { choices, open } }: Part): string => JSON.stringify([choices, open]);

const nameOf = ({ carrier }: CarrierChoice, p: ParcelMessages): string =>
  carrier ?? p.anotherCarrier;

const titleOf = (choice: CarrierChoice, { verdict, p }: Part): string =>
  choice.carrier === undefined
    ? p.otherCarrier
    : choice === verdict.stands
      ? p.keepCarrier(choice.carrier)
      : p.takeCarrier(choice.carrier);

/** What became of the customer's own choice, until the order says the same. */
const noticeOf = (part: Part, action: CarrierAction | undefined): Notice | undefined => {
  if (!action || action.phase === 'sending') return undefined;
  const { context, verdict, sm, p } = part;
  const { f, now, online, inContact } = context;
  const { command, phase, outcome } = action;
  const counts = sm.counts(nameOf(verdict.stands, p));
  const choice = verdict.choices.find(({ choiceId }) => choiceId === command.choice);
  const answer = choice ? titleOf(choice, part) : '';
  if (phase === 'refused') {
    const { code, reason, nextStep } = outcome!;
    const why = reason ?? (code === 'too-late' ? sm.why.late : sm.why.other);
    return {
      tone: 'bad',
      icon: 'cross',
      strong: sm.refused(answer, f.moment(action.at, now)),
      rest: sentences(why, nextStep, counts),
    };
  }
  if (phase === 'not-sent' || phase === 'lost')
    return {
      tone: 'care',
      icon: online ? 'cross' : 'offline',
      strong:
        phase === 'lost'
          ? sm.neverArrived(f.moment(action.at, now))
          : online
            ? sm.notSent
            : sm.notSentOffline,
      rest: !verdict.open
        ? counts
        : !online
          ? sm.pressOnline
          : inContact
            ? sm.pressOnce
            : sm.pressLater,
    };
  if (phase === 'unknown')
    return {
      tone: 'unknown',
      icon: 'working',
      strong: sm.lost,
      rest: inContact && online ? sm.lostHelp : sm.lostLater,
    };
  return command.choice === verdict.stands.choiceId && verdict.chosenAt !== undefined
    ? undefined
    : { tone: 'unknown', icon: 'working', strong: sm.received(answer), rest: sm.receivedHelp };
};

import { sentences } from '../../i18n/index.js';
import {
  toEpoch,
  type ChooseCommand,
  type ConstrainCommand,
  type HoldCommand,
  type Slot,
  type SlotHold,
} from '../../model/index.js';
import { Slots, type SlotActionState } from '../../store/index.js';
import { announce } from '../announce.js';
import type { IconName } from '../icons.js';
import type { Telling } from '../telling.js';
import { capital, find, type Host, type View } from './view.js';
import { slotWords, type Words } from './words.js';

type PickerCommand = HoldCommand | ConstrainCommand | ChooseCommand;

/** A hold on the chosen slot; without an end if the backend states none. */
interface Held {
  readonly slotId: string;
  readonly reference: string | undefined;
  readonly until: number | undefined;
}

/** What is said of the choice, below the grid. */
interface Notice {
  readonly tone: Telling['tone'];
  readonly icon: IconName;
  readonly strong: string;
  readonly text: string;
}

type Then = (result: SlotActionState) => void;

/** Whether a refusal means that the slot itself cannot be had. */
const isGone = (code: string | undefined): boolean => code === 'taken' || code === 'past';

/** The slot that is chosen: whether it is held, and what became of taking it. */
export class Choice {
  /** The chosen slot as it was last listed. */
  slot: Slot | undefined;
  held: Held | undefined;
  /** The hold that has run out, while its slot is chosen. */
  ended: Held | undefined;
  /** The slot that the order has got, or that the shop is about to give it. */
  got: string | undefined;
  sending: PickerCommand | undefined;
  notice: Notice | undefined;
  readonly taken = new Set<string>();
  readonly #host: Host;
  /** A command whose answer was lost, and what is to be done once it is known what became of it. */
  #lost: { readonly result: SlotActionState; readonly then: Then } | undefined;
  /** The hold to be asked for as soon as nothing else is on its way. */
  #wanted: string | undefined;
  #hasRead = false;

  constructor(host: Host) {
    this.#host = host;
  }

  get #element(): Host['element'] {
    return this.#host.element;
  }

  /** Follows what the backend says of the choice and its hold. Nothing is ever chosen in its place. */
  follow(view: View): void {
    const { verdict, state, now } = view;
    const { hold } = verdict;
    this.#findOut(view);
    if (!this.#hasRead && hold && !this.#element.value && !this.#host.isDisabled()) {
      // What the customer holds is what the customer had chosen.
      this.#element.value = hold.slotId;
      this.#tellLater();
    }
    this.#hasRead = true;
    const { value } = this.#element;
    if (this.slot && this.slot.slotId !== value) this.forget();
    const listed = value ? find(verdict, value) : undefined;
    for (const slotId of this.taken)
      if (find(verdict, slotId)?.state === 'free') this.taken.delete(slotId);
    // Other times are another slot, whatever it is called.
    const isOther =
      this.slot !== undefined &&
      listed &&
      slotWords(this.slot, view) !== slotWords(listed.slot, view);
    if (!isOther) this.slot = listed?.slot ?? this.slot;
    if (!value || value === this.got || this.#isSending(value)) return;
    if (hold?.slotId === value) {
      this.held = {
        slotId: value,
        reference: hold.reference,
        until: toEpoch(hold.until),
      };
      this.ended = undefined;
    }
    if (this.held && this.held.until !== undefined && now >= this.held.until) {
      this.ended = this.held;
      this.held = undefined;
      announce(sentences(...this.#endedWords(view)), this.#host.language());
      void this.#host.store()!.part(Slots).refresh(this.#host.query(), this.#host.language());
    }
    // What is held cannot be taken; what is not listed may be among the days that were not asked for yet.
    const isLost = isOther || (!this.held && (listed ? listed.state !== 'free' : !state.more));
    if (isLost) this.#lose(listed?.state === 'full' ? 'wasTaken' : 'wasLost', view);
  }

  /** The store reads on until somebody can say what became of a command: then it is said here. */
  #findOut({ list, verdict }: View): void {
    const { result, then } = this.#lost ?? {};
    const { command } = result ?? {};
    const action = this.#action;
    if (!command || (action?.command === command && action.phase === 'unknown')) return;
    this.#lost = undefined;
    if (action?.command === command) return then!(action);
    // Another one was sent meanwhile, whose answer counts; or what is listed tells of it.
    const isTold = command.type !== 'constrain' || list.constraints !== undefined;
    const outcome = command.type === 'hold' && { ...verdict.hold, status: 'done' as const };
    if (!action && isTold) then!({ ...result!, phase: 'done', ...(outcome && { outcome }) });
  }

  #isSending(slotId: string): boolean {
    return this.sending !== undefined && 'slot' in this.sending && this.sending.slot === slotId;
  }

  /** The chosen slot cannot be had any more. */
  #lose(how: 'wasTaken' | 'wasLost', { m, f }: Words): void {
    const slot = this.slot;
    const { value } = this.#element;
    const strong = slot ? m[how](slotWords(slot, { m, f })) : m.wasLost();
    if (value && how === 'wasTaken') this.taken.add(value);
    this.forget();
    this.#element.value = undefined;
    this.notice = { tone: 'bad', icon: 'cross', strong: capital(strong), text: m.nothingChosen };
    announce(sentences(capital(strong), m.nothingChosen), this.#host.language());
    this.#tellLater();
  }

  /** Not while drawing: the page may answer by changing something. */
  #tellLater(): void {
    queueMicrotask(() => this.#element.dispatchEvent(new Event('change', { bubbles: true })));
  }

  /** Nothing is chosen, held or said any more. */
  forget(): void {
    this.held = this.ended = this.got = this.#wanted = this.slot = this.notice = undefined;
    this.#element.requestUpdate();
  }

  /** Takes over what was chosen before there was a list to choose from; it is held like any other. */
  carry(slotId: string, hold: SlotHold | undefined): void {
    this.forget();
    this.#element.value = slotId;
    if (hold?.slotId !== slotId) this.#wanted = slotId;
    this.#tellLater();
  }

  /** Gives the hold back. */
  release(): void {
    const { reference } = this.held ?? {};
    if (reference) void this.#host.store()?.part(Slots).release(reference);
  }

  /** Somebody has pressed a slot that can be chosen. */
  choose(slot: Slot): void {
    const { slotId } = slot;
    if (slotId === this.#element.value && (this.held || this.got || this.#isSending(slotId)))
      return;
    const isNew = slotId !== this.#element.value;
    this.forget();
    this.slot = slot;
    this.#element.value = slotId;
    this.#wanted = slotId;
    if (!isNew) return this.#element.requestUpdate();
    this.#host.tellForm();
    this.#element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#element.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Asks for the hold of what is chosen, once nothing else is on its way. */
  async hold(): Promise<void> {
    const store = this.#host.store();
    const { order } = this.#element;
    const slot = this.#wanted;
    if (slot === undefined || !store || this.sending || this.isBusy) return;
    this.#wanted = undefined;
    const isSure = /live|recent/.test(this.#host.view()?.verdict.freshness.state ?? '');
    if (!isSure || !this.#host.canAct()) {
      // R2: what is too old is asked again before it is relied on.
      await store.part(Slots).refresh(this.#host.query(), this.#host.language());
      await this.#element.updateComplete;
    }
    if (this.#host.canAct() && this.#element.value === slot)
      await this.send({ type: 'hold', ...(order && { order }), slot }, (result) =>
        this.#onHold(slot, result),
      );
  }

  /** Whether something is on its way for the order, from wherever it was sent. */
  get isBusy(): boolean {
    return this.#action?.phase === 'sending';
  }

  /** To keep what was agreed is an answer where one is waited for: there is one command at a time. */
  get mustWait(): boolean {
    return this.#element.revision !== undefined && this.isBusy;
  }

  get #action(): SlotActionState | undefined {
    return this.#host
      .store()
      ?.part(Slots)
      .action(this.#element.order ?? '');
  }

  /** Sends a command unless the page objects; `then` gets what became of it. */
  async send(command: PickerCommand, then: Then): Promise<void> {
    const store = this.#host.store();
    this.#element.requestUpdate();
    if (!store || this.sending || !this.#host.request('doorstep-action-request', command)) return;
    this.sending = command;
    this.#lost = undefined;
    const result = await store.part(Slots).perform(command, this.#host.language());
    this.sending = undefined;
    this.#element.requestUpdate();
    if (result.command !== command) {
      // Something else was on its way for this order.
      if (command.type === 'hold' && this.#element.value === command.slot)
        this.#wanted = command.slot;
      return;
    }
    if (result.phase === 'unknown') this.#lost = { result, then };
    then(result);
    const outcome = result.outcome ?? {
      status: result.phase === 'not-sent' ? ('none' as const) : ('unknown' as const),
    };
    this.#host.request('doorstep-outcome', { command, outcome });
  }

  #onHold(slot: string, { phase, outcome, code }: SlotActionState): void {
    const m = this.#host.messages();
    if (this.#element.value !== slot) {
      // It was chosen no more when the hold came; the next hold ends this one.
      if (!this.#element.value && phase === 'done' && outcome?.reference)
        void this.#host.store()!.part(Slots).release(outcome.reference);
      return;
    }
    if (phase === 'done') {
      this.held = { slotId: slot, reference: outcome?.reference, until: toEpoch(outcome?.until) };
      this.ended = undefined;
      this.notice = undefined;
      announce(sentences(this.#heldWords(this.held), m.heldHelp), this.#host.language());
    } else if (phase === 'refused' && isGone(outcome?.code)) this.#loseTo(outcome?.code);
    else if (phase === 'refused' || phase === 'lost')
      this.#note('care', 'unknown', m.notHeld, this.#theirs(outcome));
    // Nothing of the kind is offered.
    else if (code === 'not-found') return;
    else if (phase === 'not-sent')
      this.#note('care', 'offline', m.notHeld, [code === 'offline' ? m.offline : m.notTaken]);
    else this.#note('unknown', 'unknown', m.holdUnsure, []);
  }

  #onChoice(slot: string, { phase, outcome, code, at }: SlotActionState): void {
    const m = this.#host.messages();
    const view = this.#host.view();
    const said = this.slot && view ? slotWords(this.slot, view) : '';
    switch (phase) {
      case 'done':
        this.held = this.ended = undefined;
        this.got = slot;
        return this.#note('good', 'done', m.agreed(said), [
          outcome?.reference && m.reference(outcome.reference),
        ]);
      case 'pending':
        this.got = slot;
        return this.#note('unknown', 'working', m.pending(said), [m.pendingHelp]);
      case 'refused':
        if (isGone(outcome?.code)) return this.#loseTo(outcome?.code);
        return this.#note('bad', 'cross', m.refused, this.#theirs(outcome));
      case 'not-sent':
        return this.#note('care', 'offline', m.notSent, [
          code === 'offline' ? m.offline : code === 'forbidden' ? m.signIn : m.notTaken,
        ]);
      case 'lost':
        return this.#note('care', 'cross', m.neverArrived(view!.f.moment(at, view!.now)), [
          m.pressOnce,
        ]);
      default:
        return this.#note('unknown', 'unknown', m.unsure, [m.unsureHelp]);
    }
  }

  #loseTo(code: string | undefined): void {
    const view = this.#host.view();
    if (view) this.#lose(code === 'taken' ? 'wasTaken' : 'wasLost', view);
  }

  /** What the shop says of its own answer. */
  #theirs(outcome: SlotActionState['outcome']): readonly (string | undefined)[] {
    const f = this.#host.view()?.f;
    return [outcome?.reason, outcome?.nextStep].map((words) => f?.apart(words) ?? words);
  }

  #note(
    tone: Notice['tone'],
    name: IconName,
    strong: string,
    rest: readonly (string | undefined)[],
  ): void {
    const text = sentences(...rest);
    this.notice = { tone, icon: name, strong: capital(strong), text };
    announce(sentences(capital(strong), text), this.#host.language());
  }

  /** Takes the slot for the order. */
  readonly take = (): void => {
    const { order, value, promise, revision } = this.#element;
    if (!order || !value || this.sending || this.isBusy || this.#host.isDisabled()) return;
    this.notice = undefined;
    void this.send(
      {
        type: 'choose',
        order,
        slot: value,
        ...(promise && { promise }),
        ...(revision && { revision }),
      },
      (result) => this.#onChoice(value, result),
    );
  };

  /** Keeps what was agreed. */
  readonly keep = (): void => {
    if (this.mustWait) return;
    this.release();
    this.forget();
    this.#element.value = undefined;
    this.#element.dispatchEvent(
      new CustomEvent('doorstep-keep', { bubbles: true, composed: true }),
    );
  };

  /** What is said of the choice. */
  noticeOf(view: View): Notice | undefined {
    const { m } = view;
    const { value } = this.#element;
    if (this.notice) return this.notice;
    if (!value || !this.slot) return undefined;
    if (this.sending?.type === 'hold')
      return { tone: 'unknown', icon: 'working', strong: '', text: m.holding };
    if (this.held)
      return {
        tone: 'care',
        icon: 'hourglass',
        strong: this.#heldWords(this.held),
        text: this.held.until === undefined ? '' : m.heldHelp,
      };
    if (this.ended) {
      const [strong, text] = this.#endedWords(view);
      return { tone: 'care', icon: 'hourglass', strong, text };
    }
    if (this.#element.order) return undefined;
    return {
      tone: 'good',
      icon: 'done',
      strong: m.chosen(slotWords(this.slot, view)),
      text: this.#wanted === undefined ? m.notHeld : '',
    };
  }

  #heldWords({ until }: Held): string {
    const m = this.#host.messages();
    const view = this.#host.view()!;
    return until === undefined ? m.heldOpen : m.held(view.f.brief(until, view.now));
  }

  #endedWords(words: Words): [string, string] {
    const { until } = this.ended!;
    const slot = this.slot ? slotWords(this.slot, words) : '';
    return [words.m.ended(slot, words.f.time(until!)), words.m.endedHelp];
  }
}

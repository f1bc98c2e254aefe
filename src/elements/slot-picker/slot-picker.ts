import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatterFor, messagesFor } from '../../i18n/index.js';
import { slotPicker as english } from '../../i18n/locales/en/picker.js';
import {
  toEpoch,
  type Constraint,
  type ConstrainCommand,
  type ChooseCommand,
  type HoldCommand,
  type Slot,
  type SlotList,
  type SlotQuery,
  type Window,
} from '../../model/index.js';
import {
  Live,
  Slots,
  type SlotActionState,
  type SlotsState,
  type Store,
} from '../../store/index.js';
import { base } from '../../styles/base.js';
import { card } from '../../styles/card.js';
import { pickerStyles } from '../../styles/picker.js';
import { earliest } from '../../verdicts/freshness.js';
import { slotsVerdict, type ListedSlot, type SlotsVerdict } from '../../verdicts/slot.js';
import { announce, prepareAnnouncements } from '../announce.js';
import { DoorstepElement } from '../element.js';
import { icon, type IconName } from '../icons.js';
import { head } from '../templates/head.js';
import { contactLink } from '../templates/way.js';
import { strongFirst, type Telling } from '../telling.js';
import { gridOf, move, rowsUpTo, type Cell, type Grid, type Row } from './grid.js';
import { rulesTemplate } from './rules.js';
import { constraintWords, slotWords, windowWords, type Words } from './words.js';

/** Rows that are shown at once, and that one press adds: a week. */
const WEEK = 7;
/** Milliseconds between two questions for a list that is too old each time. */
const PAUSE = 10_000;

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

/** What is known, judged now. */
interface View extends Words {
  readonly list: SlotList;
  readonly state: SlotsState;
  readonly verdict: SlotsVerdict;
  readonly grid: Grid;
  readonly now: number;
}

/**
 * Days and windows to choose a delivery from: free, full, past, closed and what the customer has ruled
 * out, each with its reason. Nothing is chosen beforehand. What is chosen is held where the backend
 * holds, and said until when; what is taken by somebody else is said, and nothing takes its place.
 *
 * Inside a form it is a control of its own: it submits the slot's identifier as `name`, and the hold's
 * reference as `name` followed by `-hold`. With an `order` it also has the button that takes the slot
 * for that order.
 *
 * @tag doorstep-slot-picker
 *
 * @slot - The shop's own words, shown until the times are known.
 * @slot contact - The shop's own way to a person.
 *
 * @event input - The customer has chosen another slot.
 * @event change - What is chosen has changed: by the customer, because it was held for him already, or
 *   because it was taken by somebody else.
 * @event {CustomEvent} doorstep-action-request - Before anything is sent; cancelable. `detail` is the command.
 * @event {CustomEvent} doorstep-outcome - The backend's word on an action. `detail` has `command` and `outcome`.
 * @event {CustomEvent} doorstep-keep - The customer keeps what was agreed.
 * @event {CustomEvent} doorstep-unreadable - Parts of the answer could not be read. `detail` has `order` and `paths`.
 *
 * @csspart card - The card around everything that is told.
 * @csspart head - Reference, sentence and source.
 * @csspart reference - The words above the sentence.
 * @csspart sentence - The first sentence.
 * @csspart source - Where it comes from and how old it is.
 * @csspart rules - What the customer has ruled out, and the questions about it.
 * @csspart jump - A link to the earliest or the most precise slot.
 * @csspart grid - The days and windows.
 * @csspart day - The name of a day.
 * @csspart slot - One window, or the reason why a day has none.
 * @csspart later - The link to later days.
 * @csspart notice - What is said of the choice: held until when, taken, agreed.
 * @csspart take - The button that takes the slot for the order.
 * @csspart keep - The button that keeps what was agreed.
 * @csspart button - The other buttons.
 * @csspart contact - The line that leads to a person.
 * @csspart unreadable - That parts of the list could not be read.
 *
 * @cssproperty [--doorstep-surface=light-dark(#fff, #1e1c19)] - Background of the card and of free slots.
 * @cssproperty [--doorstep-tint=light-dark(#f6f4ef, #282521)] - Background of what cannot be chosen.
 * @cssproperty [--doorstep-action=light-dark(#1e4a7a, #a9c9ef)] - Background of what is chosen.
 * @cssproperty [--doorstep-edge=light-dark(#8a857a, #857f74)] - Edges of what can be chosen.
 */
export class DoorstepSlotPicker extends DoorstepElement {
  static formAssociated = true;
  static override styles: CSSResultGroup = [base, card, pickerStyles];
  static override properties: PropertyDeclarations = {
    ...DoorstepElement.properties,
    order: {},
    skus: { converter: (text) => text?.split(/\s+/).filter(Boolean) },
    promise: {},
    revision: {},
    name: {},
    value: {},
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    headingLevel: { attribute: 'heading-level', type: Number },
    agreed: { attribute: false },
    embedded: { attribute: false },
    notice: { state: true },
    isAsking: { state: true },
    isInvalid: { state: true },
  };

  /** Reference of the order the slot is for; without one it is for what is about to be ordered. */
  declare order: string | undefined;
  /** What is about to be ordered; as an attribute, with spaces between. */
  declare skus: readonly string[] | undefined;
  /** The promise that a chosen slot changes; the order's only one if not set. */
  declare promise: string | undefined;
  /** The proposed change that a chosen slot answers. */
  declare revision: string | undefined;
  /** Name under which a form submits it. */
  declare name: string | undefined;
  /** Identifier of the chosen slot; empty if none is. */
  declare value: string | undefined;
  /** Whether a form may not be submitted without a slot. */
  declare required: boolean | undefined;
  /** Whether nothing can be chosen now. */
  declare disabled: boolean | undefined;
  /** Level of the sentence as a heading, 1 to 6; 3 if not set. */
  declare headingLevel: number | undefined;
  /** What is agreed already, to be kept. */
  declare agreed: Window | undefined;
  /** Set by an element that already shows the sentence and the way out around this one. */
  declare embedded: boolean | undefined;

  declare private notice: Notice | undefined;
  /** Whether the questions about impossible days are open. */
  declare private isAsking: boolean | undefined;
  /** Whether a form has complained. */
  declare private isInvalid: boolean | undefined;

  readonly #internals: ElementInternals;
  #view: View | undefined;
  /** The chosen slot as it was last listed. */
  #slot: Slot | undefined;
  #held: Held | undefined;
  /** The hold that has run out, while its slot is chosen. */
  #ended: Held | undefined;
  /** The slot that the order has got, or that the shop is about to give it. */
  #got: string | undefined;
  readonly #taken = new Set<string>();
  /** What the customer has ruled out, if the backend does not repeat it. */
  #constraints: Constraint[] | undefined;
  #problem = '';
  /** The hold to be asked for as soon as nothing else is on its way. */
  #wanted: string | undefined;
  #sending: PickerCommand | undefined;
  #rows = WEEK;
  /** The cell of the grid that Tab leads to. */
  #active: string | undefined;
  /** Where the focus goes when it is there: the key that was pressed below the last row. */
  #goal: string | undefined;
  /** Whether the focus is to be where the times will stand, as soon as they do. */
  #isAwaited = false;
  #isFormDisabled = false;
  /** Whether it is only asked whether a slot is missing. */
  #isChecking = false;
  #renewed: unknown;
  #unreadable = '';
  #hasRead = false;

  constructor() {
    super();
    this.#internals = this.attachInternals();
    this.addEventListener('invalid', (event) => {
      // It is said here: the engine's bubble would say it a second time. So we lead here too.
      event.preventDefault();
      this.isInvalid = true;
      if (!this.#isChecking && this.#isAsked) this.focus();
    });
    this.addEventListener('click', (event) => {
      // A label of the page was pressed.
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncements();
  }

  // ---------------------------------------------------------------- a control of a form

  /** The chosen slot as it was last listed, with its price if it has one; `undefined` if none is. */
  get chosen(): Slot | undefined {
    return this.value ? this.#slot : undefined;
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }
  checkValidity(): boolean {
    this.#isChecking = true;
    const isValid = this.#internals.checkValidity();
    this.#isChecking = false;
    return isValid;
  }
  reportValidity(): boolean {
    const isValid = this.checkValidity();
    if (!isValid) this.focus();
    return isValid;
  }

  /**
   * Whether somebody has just pressed what submits the form, and this is the first control to complete. A
   * page that only checks its form, while somebody is in a field, must not lose him the field.
   */
  get #isAsked(): boolean {
    const controls = [...(this.form?.elements ?? [])] as HTMLInputElement[];
    return (
      navigator.userActivation?.isActive &&
      !document.activeElement?.matches('input,select,textarea') &&
      controls.find((each) => each.willValidate && !each.validity.valid) === (this as Element)
    );
  }

  override focus(options?: FocusOptions): void {
    const cell = this.#cellNode();
    this.#isAwaited = !cell;
    cell?.focus(options);
  }

  formResetCallback(): void {
    this.#release();
    this.#forget();
    this.value = this.getAttribute('value') ?? undefined;
    this.isInvalid = false;
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string') this.value = state;
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  get #isDisabled(): boolean {
    return this.#isFormDisabled || this.disabled === true;
  }

  #tellForm(): void {
    const { name, value } = this;
    let entries: FormData | null = null;
    if (name && value) {
      entries = new FormData();
      entries.set(name, value);
      if (this.#held?.slotId === value && this.#held.reference)
        entries.set(`${name}-hold`, this.#held.reference);
    }
    this.#internals.setFormValue(entries, value ?? '');
    const isMissing = this.required && !value;
    if (isMissing) this.#internals.setValidity({ valueMissing: true }, this.#messages.required);
    else this.#internals.setValidity({});
    if (!isMissing && this.isInvalid) this.isInvalid = false;
  }

  // ---------------------------------------------------------------- what is known

  get #query(): SlotQuery {
    const { order, skus } = this;
    return {
      ...(order && { order }),
      ...(Array.isArray(skus) && skus.length && { skus: [...(skus as string[])] }),
    };
  }

  get #messages(): Words['m'] {
    return messagesFor('slotPicker', this.spokenLanguage, english);
  }

  get #state(): SlotsState | undefined {
    return this.store?.part(Slots).state(this.#query, this.spokenLanguage);
  }

  get #canAct(): boolean {
    return this.store?.adapter.act !== undefined;
  }

  protected override watchKey(): string {
    return JSON.stringify(this.#query);
  }

  protected override watch(store: Store): () => void {
    const draw = (): void => this.requestUpdate();
    const slots = store.part(Slots);
    const stopList = slots.watch(this.#query, this.spokenLanguage, draw);
    const stopActions = slots.watchActions(draw);
    return () => {
      stopList();
      stopActions();
    };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('order') !== undefined) {
      // What was chosen was for another order.
      this.#forget();
      this.value = undefined;
    }
    this.#view = this.#judge();
    if (this.#view) this.#follow(this.#view);
  }

  #judge(): View | undefined {
    const { store } = this;
    const state = this.#state;
    const list = state?.list;
    if (!store || !list) return undefined;
    const now = store.clock.now();
    const known =
      list.constraints || !this.#constraints ? list : withConstraints(list, this.#constraints);
    const verdict = slotsVerdict(known, now);
    return {
      m: this.#messages,
      f: formatterFor(this.language, list.timeZone),
      list: known,
      state,
      verdict,
      now,
      grid: gridOf(verdict.days, this.#rows, list.timeZone, verdict.hold),
    };
  }

  /** Follows what the backend says of the choice and its hold. Nothing is ever chosen in its place. */
  #follow(view: View): void {
    const { verdict, state, now } = view;
    const { hold } = verdict;
    if (!this.#hasRead && hold && !this.value && !this.#isDisabled) {
      // What the customer holds is what the customer had chosen.
      this.value = hold.slotId;
      this.#tellLater();
    }
    this.#hasRead = true;
    const { value } = this;
    if (this.#slot && this.#slot.slotId !== value) this.#forget();
    const listed = value ? find(verdict, value) : undefined;
    for (const slotId of this.#taken)
      if (find(verdict, slotId)?.state === 'free') this.#taken.delete(slotId);
    // Other times are another slot, whatever it is called.
    const isOther =
      this.#slot !== undefined &&
      listed &&
      slotWords(this.#slot, view) !== slotWords(listed.slot, view);
    if (!isOther) this.#slot = listed?.slot ?? this.#slot;
    if (!value || value === this.#got || this.#isSending(value)) return;
    if (hold?.slotId === value) {
      this.#held = {
        slotId: value,
        reference: hold.reference,
        until: toEpoch(hold.until),
      };
      this.#ended = undefined;
    }
    if (this.#held && this.#held.until !== undefined && now >= this.#held.until) {
      this.#ended = this.#held;
      this.#held = undefined;
      announce(this.#endedWords(view).join(' '), this.spokenLanguage);
      void this.store!.part(Slots).refresh(this.#query, this.spokenLanguage);
    }
    // What is held cannot be taken; what is not listed may be among the days that were not asked for yet.
    const isLost = isOther || (!this.#held && (listed ? listed.state !== 'free' : !state.more));
    if (isLost) this.#lose(listed?.state === 'full' ? 'wasTaken' : 'wasLost', view);
  }

  #isSending(slotId: string): boolean {
    return this.#sending !== undefined && 'slot' in this.#sending && this.#sending.slot === slotId;
  }

  /** The chosen slot cannot be had any more. */
  #lose(how: 'wasTaken' | 'wasLost', { m, f }: Words): void {
    const slot = this.#slot;
    const { value } = this;
    const strong = slot ? m[how](slotWords(slot, { m, f })) : m.wasLost();
    if (value && how === 'wasTaken') this.#taken.add(value);
    this.#forget();
    this.value = undefined;
    this.notice = { tone: 'bad', icon: 'cross', strong: capital(strong), text: m.nothingChosen };
    announce(`${capital(strong)} ${m.nothingChosen}`, this.spokenLanguage);
    this.#tellLater();
  }

  /** Not while drawing: the page may answer by changing something. */
  #tellLater(): void {
    queueMicrotask(() => this.dispatchEvent(new Event('change', { bubbles: true })));
  }

  #forget(): void {
    this.#held = this.#ended = this.#got = this.#wanted = this.#slot = undefined;
    this.notice = undefined;
  }

  #release(): void {
    if (this.#held?.reference && this.store)
      void this.store.part(Slots).release(this.#held.reference);
  }

  // ---------------------------------------------------------------- what is pressed

  #choose(slot: Slot): void {
    const { slotId } = slot;
    if (slotId === this.value && (this.#held || this.#got || this.#isSending(slotId))) return;
    const isNew = slotId !== this.value;
    this.#forget();
    this.#slot = slot;
    this.value = slotId;
    this.#wanted = slotId;
    if (!isNew) return this.requestUpdate();
    this.#tellForm();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Asks for the hold of what is chosen, once nothing else is on its way. */
  async #hold(): Promise<void> {
    const { store, order } = this;
    const slot = this.#wanted;
    if (slot === undefined || !store || this.#sending || this.#isBusy) return;
    this.#wanted = undefined;
    const isSure = /live|recent/.test(this.#view?.verdict.freshness.state ?? '');
    if (!isSure || !this.#canAct) {
      // R2: what is too old is asked again before it is relied on.
      await store.part(Slots).refresh(this.#query, this.spokenLanguage);
      await this.updateComplete;
    }
    if (this.#canAct && this.value === slot)
      await this.#send({ type: 'hold', ...(order && { order }), slot });
  }

  get #isBusy(): boolean {
    return this.store?.part(Slots).action(this.order ?? '')?.phase === 'sending';
  }

  /** Sends a command unless the page objects. */
  async #send(command: PickerCommand): Promise<void> {
    const { store } = this;
    this.requestUpdate();
    if (!store || this.#sending || !this.request('doorstep-action-request', command)) return;
    this.#sending = command;
    const result = await store.part(Slots).perform(command, this.spokenLanguage);
    this.#sending = undefined;
    this.requestUpdate();
    if (result.command !== command) {
      // Something else was on its way for this order.
      if (command.type === 'hold' && this.value === command.slot) this.#wanted = command.slot;
      return;
    }
    if (command.type === 'hold') this.#onHold(command, result);
    else if (command.type === 'choose') this.#onChoice(command, result);
    else this.#onConstraints(command, result);
    const outcome = result.outcome ?? {
      status: result.phase === 'not-sent' ? ('none' as const) : ('unknown' as const),
    };
    this.request('doorstep-outcome', { command, outcome });
  }

  #onHold({ slot }: HoldCommand, { phase, outcome, code }: SlotActionState): void {
    const m = this.#messages;
    if (this.value !== slot) {
      // It was chosen no more when the hold came; the next hold ends this one.
      if (!this.value && phase === 'done' && outcome?.reference)
        void this.store!.part(Slots).release(outcome.reference);
      return;
    }
    if (phase === 'done') {
      this.#held = { slotId: slot, reference: outcome?.reference, until: toEpoch(outcome?.until) };
      this.#ended = undefined;
      this.notice = undefined;
      announce(`${this.#heldWords(this.#held)} ${m.heldHelp}`, this.spokenLanguage);
    } else if (phase === 'refused' && isGone(outcome?.code)) this.#loseTo(outcome?.code);
    else if (phase === 'refused')
      this.#note('care', 'unknown', m.notHeld, [outcome?.reason, outcome?.nextStep]);
    // Nothing of the kind is offered.
    else if (code === 'not-found') return;
    else if (phase === 'not-sent')
      this.#note('care', 'offline', m.notHeld, [code === 'offline' ? m.offline : m.notTaken]);
    else this.#note('unknown', 'unknown', m.holdUnsure, []);
  }

  #onChoice({ slot }: ChooseCommand, { phase, outcome, code }: SlotActionState): void {
    const m = this.#messages;
    const said = this.#slot && this.#view ? slotWords(this.#slot, this.#view) : '';
    switch (phase) {
      case 'done':
        this.#held = this.#ended = undefined;
        this.#got = slot;
        return this.#note('good', 'done', m.agreed(said), [
          outcome?.reference && m.reference(outcome.reference),
        ]);
      case 'pending':
        this.#got = slot;
        return this.#note('unknown', 'working', m.pending(said), [m.pendingHelp]);
      case 'refused':
        if (isGone(outcome?.code)) return this.#loseTo(outcome?.code);
        return this.#note('bad', 'cross', m.refused, [outcome?.reason, outcome?.nextStep]);
      case 'not-sent':
        return this.#note('care', 'offline', m.notSent, [
          code === 'offline' ? m.offline : code === 'forbidden' ? m.signIn : m.notTaken,
        ]);
      default:
        return this.#note('unknown', 'unknown', m.unsure, [m.unsureHelp]);
    }
  }

  #onConstraints(
    { constraints }: ConstrainCommand,
    { phase, outcome, code }: SlotActionState,
  ): void {
    const m = this.#messages;
    if (phase === 'done') {
      this.#constraints = constraints;
      this.#problem = '';
      this.isAsking = false;
      const { verdict } = this.#judge() ?? {};
      if (verdict) announce(m.nowFree(verdict.free), this.spokenLanguage);
      return;
    }
    this.#problem =
      phase === 'refused'
        ? [m.notSaved, outcome?.reason, outcome?.nextStep].filter(Boolean).join(' ')
        : phase === 'not-sent'
          ? `${m.notSaved} ${code === 'offline' ? m.offline : m.notTaken}`
          : m.saveUnsure;
    announce(this.#problem, this.spokenLanguage);
  }

  #loseTo(code: string | undefined): void {
    if (this.#view) this.#lose(code === 'taken' ? 'wasTaken' : 'wasLost', this.#view);
  }

  #note(
    tone: Notice['tone'],
    name: IconName,
    strong: string,
    rest: readonly (string | undefined)[],
  ): void {
    const text = rest.filter(Boolean).join(' ');
    this.notice = { tone, icon: name, strong: capital(strong), text };
    announce(`${capital(strong)} ${text}`.trim(), this.spokenLanguage);
  }

  readonly #take = (): void => {
    const { order, value, promise, revision } = this;
    if (!order || !value || this.#sending || this.#isBusy || this.#isDisabled) return;
    this.notice = undefined;
    void this.#send({
      type: 'choose',
      order,
      slot: value,
      ...(promise && { promise }),
      ...(revision && { revision }),
    });
  };

  readonly #keep = (): void => {
    this.#release();
    this.#forget();
    this.value = undefined;
    this.dispatchEvent(new CustomEvent('doorstep-keep', { bubbles: true, composed: true }));
  };

  readonly #checkAgain = (): void => {
    const { store } = this;
    if (!store || this.#state?.asking) return;
    void store
      .part(Slots)
      .refresh(this.#query, this.spokenLanguage)
      .then((isThere) => {
        const { verdict } = (isThere && this.#judge()) || {};
        if (verdict) announce(this.#messages.nowFree(verdict.free), this.spokenLanguage);
      });
  };

  /** Shows more days, and asks for them if they are not here yet. @returns whether there are any */
  #later(): boolean {
    const view = this.#view;
    if (!view) return false;
    const { grid, state } = view;
    if (!grid.more && (!state.more || state.asking)) return false;
    this.#rows = grid.rows.length + WEEK;
    if (!grid.more) this.store!.part(Slots).more(this.#query, this.spokenLanguage);
    this.requestUpdate();
    return true;
  }

  /** Leads to a slot, and chooses nothing. */
  #jump({ slotId }: Slot): void {
    const { days, hold } = this.#view!.verdict;
    this.#rows = Math.max(this.#rows, rowsUpTo(slotId, days, hold));
    this.#active = slotId;
    this.requestUpdate();
    void this.updateComplete.then(() => this.focus());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const view = this.#view;
    if (!view || event.altKey || event.metaKey || event.shiftKey) return;
    const { key } = event;
    const cell = this.#cellOf(event);
    if (!cell) return;
    if (key === ' ' || key === 'Enter') {
      event.preventDefault();
      if (cell.listed) this.#press(cell);
      return;
    }
    const isRtl = getComputedStyle(this.renderRoot.querySelector('.base')!).direction === 'rtl';
    const mirrored = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key];
    const led = (isRtl && mirrored) || key;
    const next = move(view.grid, cell.key, led, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    if (next !== 'end') return this.#go(next.key);
    if (this.#later()) this.#goal = led;
  };

  readonly #onClick = (event: Event): void => {
    const cell = this.#cellOf(event);
    if (!cell) return;
    this.#active = cell.key;
    this.#press(cell);
  };

  #cellOf(event: Event): Cell | undefined {
    const key = (event.target as Element).closest<HTMLElement>('[role="gridcell"]')?.dataset['key'];
    return key === undefined
      ? undefined
      : cellsOf(this.#view!.grid).find((each) => each.key === key);
  }

  #press({ listed }: Cell): void {
    this.requestUpdate();
    if (listed && !this.#isDisabled && this.#canChoose(listed)) this.#choose(listed.slot);
  }

  #canChoose({ slot, state }: ListedSlot): boolean {
    return (state === 'free' || slot.slotId === this.value) && !this.#taken.has(slot.slotId);
  }

  #go(key: string): void {
    this.#active = key;
    this.requestUpdate();
    void this.updateComplete.then(() => this.focus());
  }

  /** The cell that Tab leads to. */
  #cellNode(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]') ?? null;
  }

  // ---------------------------------------------------------------- drawing

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#tellForm();
    const view = this.#view;
    if (this.#goal && view) {
      const goal = this.#goal;
      const next = move(view.grid, this.#active, goal, false);
      if (next !== 'end') {
        this.#goal = undefined;
        if (next && this.shadowRoot?.activeElement === this.#cellNode()) this.#go(next.key);
      } else if (!view.state.asking) this.#goal = undefined;
    }
    // Somebody who has gone on meanwhile is not called back.
    if (this.#isAwaited && document.activeElement === document.body) this.focus();
    void this.#hold();
    this.#tend();
    const broken = this.#state?.unreadable.join(' ') ?? '';
    if (broken && broken !== this.#unreadable)
      this.request('doorstep-unreadable', { order: this.order, paths: this.#state!.unreadable });
    this.#unreadable = broken;
  }

  /** What has grown too old is asked again by itself, once for each answer. */
  #tend(): void {
    const view = this.#view;
    const { store } = this;
    if (!view || !store) return this.wakeAt(undefined);
    const { verdict, now, list, state } = view;
    const { observedAt = now } = verdict.freshness;
    this.wakeAt(
      earliest(
        now,
        verdict.changesAt,
        this.#held?.until,
        observedAt + (Math.floor((now - observedAt) / 60_000) + 1) * 60_000,
      ),
    );
    const isDone = this.#renewed === list.observedAt || state.asking;
    if (verdict.freshness.state !== 'stale' || isDone || !store.environment.visible()) return;
    // A list that is too old as soon as it comes is not asked for without a pause.
    const pause = (state.confirmedAt ?? 0) + PAUSE;
    if (now < pause) return this.wakeAt(pause);
    this.#renewed = list.observedAt;
    void store.part(Slots).refresh(this.#query, this.spokenLanguage);
  }

  protected override focusTarget(changed: PropertyValues): HTMLElement | null {
    return (
      (this.isAsking ? this.renderRoot.querySelector<HTMLElement>('#ask') : null) ??
      (changed.has('isAsking')
        ? this.renderRoot.querySelector<HTMLElement>('[part="rules"]')
        : null) ??
      this.#cellNode() ??
      super.focusTarget(changed)
    );
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const content = view ? this.#card(view) : this.#without();
    return html`<div class="base" lang=${this.spokenLanguage}>${content}</div>`;
  }

  get #level(): number {
    const level = Number(this.headingLevel);
    return level >= 1 && level <= 6 ? level : 3;
  }

  get #reference(): string {
    return this.order ? this.#messages.order(this.order) : this.#messages.delivery;
  }

  /** Before there are any times: the shop's own words, a wait, or why there is no answer. */
  #without(): TemplateResult {
    const m = this.#messages;
    const state = this.#state;
    if (!state) return html`<slot></slot>`;
    if (!state.failed)
      return html`<slot>
        <article class="card" part="card" aria-busy="true">
          <div>
            <p class="reference small"><span>${this.#reference}</span></p>
            <div class="bones"><i></i><i></i></div>
            <p class="source small">${icon('working')}<span>${m.loading}</span></p>
          </div>
        </article></slot
      >`;
    const { code } = state;
    const isOnline = this.store!.environment.online();
    const [sentence, help, name] =
      code === 'not-found'
        ? ([m.notOffered, '', 'look'] as const)
        : code === 'forbidden'
          ? ([m.forbidden, '', 'look'] as const)
          : code === 'invalid'
            ? ([m.unreadable, m.noSense, 'unknown'] as const)
            : ([
                m.noAnswer,
                isOnline ? m.silent : m.offline,
                isOnline ? 'unknown' : 'offline',
              ] as const);
    const telling: Telling = {
      kind: code ?? '',
      tone: 'unknown',
      icon: name,
      sentence,
      strong: help,
      source: '',
    };
    const again = code === 'not-found' ? nothing : this.#againButton(state);
    if (this.embedded)
      return html`<div class="column">
        ${sourceLine({ ...telling, strong: sentence, source: help })} ${again} ${this.#keepButton()}
      </div>`;
    return html`<article class="card" part="card">
        ${head(telling, this.#reference, undefined, this.#level)} ${again} ${this.#keepButton()}
        ${this.#way(undefined)}
      </article>
      <slot></slot>`;
  }

  #card(view: View): TemplateResult {
    const { m, verdict, state, grid } = view;
    const telling = this.#tell(view);
    // What was ruled out is said where it shows; the questions come first.
    const isAsked = view.list.constraints !== undefined && !this.isAsking;
    const isLate = !/live|recent/.test(verdict.freshness.state) || state.failed;
    const body = html`
      ${
        this.embedded
          ? html`${
              verdict.free
                ? nothing
                : html`<p class="heading" part="sentence">${telling.sentence}</p>`
            }${sourceLine(telling)}`
          : head(telling, this.#reference, undefined, this.#level)
      }
      ${isLate ? this.#againButton(state) : nothing} ${isAsked ? nothing : this.#rules(view)}
      ${
        grid.rows.length
          ? html`<div class="stack">
              ${this.#jumps(view)} ${this.#grid(view)} ${this.#below(view)}
              ${isAsked ? this.#rules(view) : nothing}
            </div>`
          : this.#below(view)
      }
      ${
        state.unreadable.length
          ? html`<p class="note small unknown" part="unreadable">
              ${icon('unknown')}<span><b>${m.someUnreadable}</b>${m.leftOut}</span>
            </p>`
          : nothing
      }
      ${this.#end(view)}
    `;
    return this.embedded
      ? html`<div class="column">
          ${body} ${verdict.free || state.more || grid.more ? nothing : this.#way(view)}
        </div>`
      : html`<article class="card" part="card">${body} ${this.#way(view)}</article>`;
  }

  #tell({ m, f, list, state, verdict, now }: View): Telling {
    const { observedAt, state: freshness } = verdict.freshness;
    const ago = f.ago(now - (observedAt ?? now));
    const who = list.source?.name;
    const told = who ? m.told(who, ago) : m.checked(ago);
    const sentence = verdict.free ? m.when : verdict.days.length ? m.noneFree : m.none;
    const telling = { kind: freshness, sentence } as const;
    if (state.failed)
      return {
        ...telling,
        tone: 'care',
        icon: this.store!.environment.online() ? 'old' : 'offline',
        strong: this.store!.environment.online() ? m.silent : m.offline,
        source: told,
      };
    if (freshness === 'stale' || freshness === 'unknown')
      return {
        ...telling,
        tone: 'unknown',
        icon: 'old',
        strong: m.notSure,
        source: freshness === 'stale' ? m.tooOld(ago) : m.noAge,
      };
    const isLive = freshness === 'live' && this.store!.part(Live).alive;
    return {
      ...telling,
      tone: 'good',
      icon: isLive ? 'live' : 'recent',
      strong: isLive ? m.live : '',
      source: capital(told),
    };
  }

  #rules(view: View): TemplateResult | typeof nothing {
    const { list } = view;
    const { constraints } = list;
    if (this.#isDisabled || (!this.#canAct && !constraints?.length)) return nothing;
    // Without anything to choose from there is nothing to rule out.
    if (!constraints && !list.slots.length) return nothing;
    if (!this.#canAct)
      return html`<p class="small" part="rules">
        ${view.m.youRuledOut(constraints!.map((each) => constraintWords(each, view)).join(', '))}
      </p>`;
    return rulesTemplate(
      {
        constraints,
        isOpen: this.isAsking === true,
        isSaving: this.#sending?.type === 'constrain',
        order: this.order,
        problem: this.#problem,
        open: (isOpen) => {
          this.#problem = '';
          this.isAsking = isOpen;
        },
        save: (next) => {
          const { order } = this;
          void this.#send({ type: 'constrain', ...(order && { order }), constraints: next });
        },
      },
      view,
    );
  }

  #jumps(view: View): TemplateResult | typeof nothing {
    const { m, verdict } = view;
    const { earliest: first, shortest } = verdict;
    if (verdict.free < 2 || !first) return nothing;
    const jump = (which: string, slot: Slot): TemplateResult =>
      html`<button
        type="button"
        class="link"
        part="jump"
        aria-label=${m.jump(which, slotWords(slot, view))}
        @click=${() => this.#jump(slot)}
      >
        ${which}
      </button>`;
    return html`<div class="jumps small">
      ${jump(m.earliest, first)}
      ${shortest && shortest !== first ? jump(m.shortest, shortest) : nothing}
    </div>`;
  }

  #grid(view: View): TemplateResult {
    const { grid, m } = view;
    const cells = cellsOf(grid);
    const isThere = (key: string | undefined): boolean => cells.some((cell) => cell.key === key);
    const active = isThere(this.#active)
      ? this.#active
      : isThere(this.value)
        ? this.value
        : (cells.find(({ listed }) => listed && this.#canChoose(listed)) ?? cells[0])?.key;
    this.#active = active;
    const name = [...(this.#internals.labels as NodeListOf<HTMLElement>)]
      .map(({ textContent }) => textContent?.trim())
      .join(' ');
    return html`<div
      role="grid"
      class="grid columns-${grid.columns}"
      part="grid"
      aria-label=${name || this.getAttribute('aria-label') || m.label}
      aria-describedby=${this.isInvalid ? 'invalid' : nothing}
      aria-disabled=${this.#isDisabled ? 'true' : nothing}
      @click=${this.#onClick}
      @keydown=${this.#onKey}
    >
      ${repeat(
        grid.rows,
        ({ key }) => key,
        (row) => this.#row(row, active, view),
      )}
    </div>`;
  }

  #row({ date, cells }: Row, active: string | undefined, view: View): TemplateResult {
    const { f, grid } = view;
    const columns = grid.columns || 1;
    const places = cells.some(({ reason }) => reason)
      ? cells
      : grid.columns
        ? Array.from({ length: columns }, (_, column) =>
            cells.find((cell) => cell.column === column),
          )
        : cells;
    const [weekday, rest] = [f.weekday(date, 'short'), f.shortDate(date)];
    return html`<div role="row" class="row">
      <div role="rowheader" class="day-name" part="day" aria-label=${f.longCivil(date)}>
        <b>${weekday}</b> <bdi>${rest}</bdi>
      </div>
      <div class="cells" role="presentation">
        ${repeat(
          places,
          (cell, index) => cell?.key ?? index,
          (cell) => (cell ? this.#cell(cell, date, cell.key === active, view) : html`<i></i>`),
        )}
        ${this.#reasons(cells, view)}
      </div>
    </div>`;
  }

  /** Why single windows of a day cannot be chosen, below them; whoever listens hears it with each. */
  #reasons(cells: readonly Cell[], view: View): TemplateResult[] {
    const said = new Map<string, string[]>();
    for (const { listed } of cells) {
      const reason = listed && reasonOf(listed, view);
      if (reason && listed.slot.slotId !== this.value)
        said.set(reason, [...(said.get(reason) ?? []), hoursOf(listed.slot, view)]);
    }
    return [...said].map(
      ([reason, hours]) =>
        html`<p class="reason" aria-hidden="true">${view.m.because(hours.join(', '), reason)}</p>`,
    );
  }

  #cell(cell: Cell, date: string, isActive: boolean, view: View): TemplateResult {
    const { m, f, grid } = view;
    const { listed, reason, key, column } = cell;
    const tab = isActive && !this.#isDisabled ? '0' : '-1';
    if (!listed) {
      const words =
        reason === 'past'
          ? m.past
          : 'ruledOut' in reason!
            ? m.ruled(constraintWords(reason.ruledOut, view))
            : reason!.said === true
              ? m.closed
              : reason!.said;
      return html`<div
        role="gridcell"
        class="cell whole"
        part="slot"
        data-key=${key}
        tabindex=${tab}
        aria-disabled="true"
        aria-colindex="2"
        aria-colspan=${grid.columns || 1}
        aria-label=${m.dayAloud(f.longCivil(date), words)}
      >
        ${icon('slash')}<span>${words}</span>
      </div>`;
    }
    const { slot, state } = listed;
    const isChosen = slot.slotId === this.value;
    const canChoose = !this.#isDisabled && this.#canChoose(listed);
    const isTaken = this.#taken.has(slot.slotId);
    const word = isTaken
      ? m.taken
      : {
          free: m.free,
          full: m.full,
          past: m.past,
          'ruled-out': m.ruledOut,
          unavailable: m.unavailable,
        }[isChosen ? 'free' : state];
    const isOpen = isChosen || (state === 'free' && !isTaken);
    const { observedAt, state: freshness } = view.verdict.freshness;
    const spokenState =
      isOpen && freshness === 'stale'
        ? m.wasFree(f.ago(view.now - observedAt!))
        : [word.toLocaleLowerCase(f.language), reasonOf(listed, view)].filter(Boolean).join(', ');
    const price = slot.price && (slot.price.amount ? f.money(slot.price) : m.noCharge);
    const [from, before] = f.shortEnds(toEpoch(slot.from)!, toEpoch(slot.before)!);
    return html`<div
      role="gridcell"
      class="cell ${isOpen ? '' : 'shut'} ${isChosen ? 'chosen' : ''} ${isTaken ? 'bad' : ''}"
      part="slot"
      data-key=${key}
      tabindex=${tab}
      aria-selected=${isChosen}
      aria-disabled=${canChoose ? nothing : 'true'}
      aria-colindex=${grid.columns ? column + 2 : nothing}
    >
      <span class="visually-hidden"
        >${m.aloud(
          f.longCivil(date),
          from,
          before,
          [spokenState, isOpen && price].filter(Boolean).join(', '),
        )}</span
      >
      ${
        isOpen
          ? html`${isChosen ? icon('tick') : nothing}<bdi aria-hidden="true"
                >${hoursOf(slot, view)}</bdi
              >${
                slot.price
                  ? html`<small aria-hidden="true"
                      >${f.money(slot.price).replaceAll('\u00a0', ' ')}</small
                    >`
                  : nothing
              }`
          : html`<s aria-hidden="true"><bdi>${hoursOf(slot, view)}</bdi></s
              ><small aria-hidden="true">${word}</small>`
      }
    </div>`;
  }

  /** The zone, and the later days. */
  #below(view: View): TemplateResult | typeof nothing {
    const { m, f, state, grid } = view;
    const hasMore = state.more || grid.more;
    // Zones may differ on one side of a clock change only.
    const zone = grid.rows
      .map(({ cells: [first] }) => first?.listed && f.foreignZone(toEpoch(first.listed.slot.from)!))
      .find(Boolean);
    if (!zone && !hasMore) return nothing;
    return html`<p class="small">
      ${zone ? m.zone(zone) : nothing}
      ${
        hasMore
          ? html`<button
              type="button"
              class="link"
              part="later"
              aria-disabled=${state.asking}
              @click=${() => this.#later()}
            >
              ${m.later}
            </button>`
          : nothing
      }
    </p>`;
  }

  /** What is said of the choice, and what can be done with it. */
  #end(view: View): TemplateResult | typeof nothing {
    const { m } = view;
    const { value, order } = this;
    const notice = this.#noticeOf(view);
    const isSending = this.#sending?.type === 'choose';
    const canTake =
      order && value && this.#slot && this.#canAct && this.#got !== value && !this.#isDisabled;
    const price = this.#slot?.price;
    const keep = this.#keepButton(view);
    if (!notice && !canTake && keep === nothing && !this.isInvalid) return nothing;
    return html`<div class="stack">
      ${
        this.isInvalid
          ? html`<p class="note small bad" id="invalid" part="notice">
              ${icon('cross')}<span><b>${m.required}</b></span>
            </p>`
          : nothing
      }
      ${
        notice
          ? html`<p
              class="source small ${notice.tone} ${notice.icon === 'working' ? 'late-appear' : ''}"
              part="notice"
            >
              ${icon(notice.icon)}${strongFirst(notice.strong, notice.text)}
            </p>`
          : nothing
      }
      ${
        this.#ended && !this.#held && this.#canAct
          ? html`<button
              type="button"
              class="button"
              part="button"
              aria-disabled=${this.#sending !== undefined}
              @click=${() => this.#slot && this.#choose(this.#slot)}
            >
              ${m.holdAgain}
            </button>`
          : nothing
      }
      ${
        canTake
          ? html`<button
              type="button"
              class="button ${keep === nothing ? 'primary' : ''}"
              part="take"
              aria-disabled=${this.#sending !== undefined || this.#isBusy}
              @click=${this.#take}
            >
              ${
                isSending
                  ? m.sending
                  : m.take(slotWords(this.#slot!, view), price?.amount ? view.f.money(price) : '')
              }
            </button>`
          : nothing
      }
      ${keep}
    </div>`;
  }

  #keepButton(view?: Words): TemplateResult | typeof nothing {
    const { agreed } = this;
    if (!agreed || this.#got) return nothing;
    const words = view ?? { m: this.#messages, f: formatterFor(this.language, agreed.timeZone) };
    return html`<button type="button" class="button" part="keep" @click=${this.#keep}>
      ${words.m.keep(windowWords(agreed, words))}
    </button>`;
  }

  #noticeOf(view: View): Notice | undefined {
    const { m } = view;
    const { value } = this;
    if (this.notice) return this.notice;
    if (!value || !this.#slot) return undefined;
    if (this.#sending?.type === 'hold')
      return { tone: 'unknown', icon: 'working', strong: '', text: m.holding };
    if (this.#held)
      return {
        tone: 'care',
        icon: 'hourglass',
        strong: this.#heldWords(this.#held),
        text: this.#held.until === undefined ? '' : m.heldHelp,
      };
    if (this.#ended) {
      const [strong, text] = this.#endedWords(view);
      return { tone: 'care', icon: 'hourglass', strong, text };
    }
    if (this.order) return undefined;
    return {
      tone: 'good',
      icon: 'done',
      strong: m.chosen(slotWords(this.#slot, view)),
      text: this.#wanted === undefined ? m.notHeld : '',
    };
  }

  #heldWords({ until }: Held): string {
    const m = this.#messages;
    const view = this.#view!;
    return until === undefined ? m.heldOpen : m.held(view.f.brief(until, view.now));
  }

  #endedWords(words: Words): [string, string] {
    const { until } = this.#ended!;
    const slot = this.#slot ? slotWords(this.#slot, words) : '';
    return [words.m.ended(slot, words.f.time(until!)), words.m.endedHelp];
  }

  #againButton(state: SlotsState): TemplateResult {
    return html`<button
      type="button"
      class="button"
      part="button"
      aria-disabled=${state.asking}
      @click=${this.#checkAgain}
    >
      ${this.#messages.checkAgain}
    </button>`;
  }

  /** The way out (R10): who the backend names, else the shop's own words. */
  #way(view: View | undefined): TemplateResult {
    const m = this.#messages;
    const link =
      view &&
      (view.list.contacts ?? [])
        .map((contact) => contactLink(contact, m, view.f, view.now))
        .find(Boolean);
    const reference = this.order ? html` ${m.give} <b>${this.order}</b>.` : nothing;
    return html`<div class="way small" part="contact">
      ${icon('phone')}<span
        ><slot name="contact"
          >${link ? html`${m.person} ${link}.` : m.personNoWay}${reference}</slot
        ></span
      >
    </div>`;
  }
}

/** Where it comes from, inside an element that has the sentence. */
const sourceLine = ({ tone, icon: name, strong, source }: Telling): TemplateResult =>
  html`<p class="source small ${tone}" part="source">
    ${icon(name)}${strongFirst(strong, source)}
  </p>`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const cellsOf = ({ rows }: Grid): Cell[] => rows.flatMap(({ cells }) => cells);

const find = ({ days }: SlotsVerdict, slotId: string): ListedSlot | undefined => {
  for (const { slots } of days)
    for (const listed of slots) if (listed.slot.slotId === slotId) return listed;
  return undefined;
};

/** Whether a refusal means that the slot itself cannot be had. */
const isGone = (code: string | undefined): boolean => code === 'taken' || code === 'past';

const hoursOf = ({ from, before }: Slot, { f }: Words): string =>
  f.shortSpan(toEpoch(from)!, toEpoch(before)!);

const reasonOf = ({ state, conflict, slot }: ListedSlot, words: Words): string | undefined =>
  state === 'ruled-out' && conflict
    ? words.m.ruled(constraintWords(conflict, words))
    : state === 'unavailable'
      ? slot.unavailable?.reason
      : undefined;

const constrained = new WeakMap<SlotList, SlotList>();
/** The list with what the customer has ruled out; the same object each time, since it is judged once. */
const withConstraints = (list: SlotList, constraints: Constraint[]): SlotList => {
  let made = constrained.get(list);
  if (made?.constraints !== constraints) constrained.set(list, (made = { ...list, constraints }));
  return made;
};

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-slot-picker': DoorstepSlotPicker;
  }
}

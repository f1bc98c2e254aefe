import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { gap, sentences, stopOf, formatterFor, messagesFor } from '../../i18n/index.js';
import { slotPicker as english } from '../../i18n/locales/en/picker.js';
import type { Constraint, Slot, SlotList, SlotQuery, Window } from '../../model/index.js';
import {
  Live,
  Orders,
  Slots,
  type SlotActionState,
  type SlotsState,
  type Store,
} from '../../store/index.js';
import { base } from '../../styles/base.js';
import { card } from '../../styles/card.js';
import { pickerStyles } from '../../styles/picker.js';
import { earliest } from '../../verdicts/freshness.js';
import { slotsVerdict } from '../../verdicts/slot.js';
import { announce, prepareAnnouncements } from '../announce.js';
import { DoorstepElement } from '../element.js';
import { icon } from '../icons.js';
import { keepRoom } from '../room.js';
import { head } from '../templates/head.js';
import { contactLink } from '../templates/contact.js';
import { strongFirst, type Telling } from '../telling.js';
import { Choice } from './choice.js';
import { choiceTemplate, keepTemplate } from './choice-template.js';
import { belowTemplate, canChoose, gridTemplate, jumpsTemplate } from './grid-template.js';
import { GridKeys } from './grid-keys.js';
import { gridOf, type Cell } from './grid.js';
import { rulesTemplate } from './rules.js';
import { capital, type Host, type View } from './view.js';
import { constraintWords, type Words } from './words.js';

/** Milliseconds between two questions for a list that is too old each time. */
const PAUSE = 10_000;

/**
 * Days and windows to choose a delivery from: free, full, past, closed and what the customer has ruled
 * out, each with its reason. Nothing is chosen beforehand. What is chosen is held where the backend
 * holds, and said until when; what is taken by somebody else is said, and nothing takes its place.
 *
 * Inside a form it is a control of its own: it submits the slot's identifier as `name`, and the hold's
 * reference as `name` followed by `-hold`. With an `order` it also has the button that takes the slot
 * for that order, and reads the order: what it knows is ruled out is not asked, and what became of a
 * choice whose answer was lost is told.
 *
 * @tag doorstep-slot-picker
 *
 * @example
 * <form action="/pay" method="post">
 *   <doorstep-slot-picker src="/doorstep" skus="WM-9KG" name="slot" required>
 *     <p>We deliver washing machines Monday to Saturday. Call us for a time: 01 99 00 42 42.</p>
 *   </doorstep-slot-picker>
 *   <button>Pay</button>
 * </form>
 *
 * @a11y The times are a `grid`: Tab leads to one cell; the arrow keys move by window and day, Home and End
 *   along a day, with Control to the first and the last, Page Up and Page Down by several days. Space or
 *   Enter chooses.
 * @a11y A time that is full, past or ruled out can be reached, and says its reason. Nothing is chosen by
 *   moving.
 * @a11y It is a form control: its name is your `aria-label`, and a form that lacks it leads the focus to it
 *   and describes what is missing.
 * @a11y What is held, until when, and what somebody else has taken is announced once.
 *
 * @slot - The shop's own words, shown until the times are known.
 * @slot contact - The shop's own way to a person.
 * @slot logo - Your logo, above the line of references.
 *
 * @event {Event} input - The customer has chosen another slot.
 * @event {Event} change - What is chosen has changed: by the customer, because it was held for him already, or
 *   because it was taken by somebody else.
 * @event {CustomEvent<Command>} doorstep-action-request - Before anything is sent; cancelable. `detail` is the command.
 * @event {CustomEvent<OutcomeDetail>} doorstep-outcome - The backend's word on an action. `detail` has `command` and `outcome`.
 * @event {CustomEvent} doorstep-keep - The customer keeps what was agreed.
 * @event {CustomEvent<UnreadableDetail>} doorstep-unreadable - Parts of the answer could not be read. `detail` has `order` and `paths`.
 *
 * @cssstate chosen - A slot is chosen.
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
  /**
   * Set by an element that already shows the sentence and the way out around this one.
   * @internal
   */
  declare embedded: boolean | undefined;

  /** Whether the questions about impossible days are open. */
  declare private isAsking: boolean | undefined;
  /** Whether a form has complained. */
  declare private isInvalid: boolean | undefined;

  readonly #host: Host = {
    element: this,
    store: () => this.store,
    view: () => this.#view,
    messages: () => this.#messages,
    language: () => this.spokenLanguage,
    query: () => this.#query,
    canAct: () => this.#canAct,
    isDisabled: () => this.#isDisabled,
    request: (name, detail) => this.request(name, detail),
    tellForm: () => this.#tellForm(),
  };
  readonly #choice = new Choice(this.#host);
  readonly #keys = new GridKeys(this.#host, (cell) => this.#press(cell));
  #view: View | undefined;
  /** What the customer has ruled out here, if the backend does not repeat it. */
  #constraints: readonly Constraint[] | undefined;
  #problem = '';
  #isFormDisabled = false;
  /** What was served, once this element speaks in its place. */
  #taken: HTMLFieldSetElement | undefined;
  /** Whether the last drawing failed, so that what was served speaks again. */
  #isFallen = false;
  /** Whether it is only asked whether a slot is missing. */
  #isChecking = false;
  #renewed: unknown;
  #unreadable = '';

  constructor() {
    super();
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
    return this.value ? this.#choice.slot : undefined;
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals!.form;
  }
  /** Whether it is filled in as the form wants it; `valueMissing` if a time is required and none is chosen. */
  get validity(): ValidityState {
    return this.internals!.validity;
  }
  /** What is missing, in the language of the element; empty if nothing is. */
  get validationMessage(): string {
    return this.internals!.validationMessage;
  }
  /** Whether a form would check it. */
  get willValidate(): boolean {
    return this.internals!.willValidate;
  }
  /** Whether it is filled in as the form wants it; tells nobody but an `invalid` event. */
  checkValidity(): boolean {
    this.#isChecking = true;
    const isValid = this.internals!.checkValidity();
    this.#isChecking = false;
    return isValid;
  }
  /** The same, and the customer is led to it. */
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

  /** Leads to the cell that Tab leads to, as soon as the times are there; until then to those that were served. */
  override focus(options?: FocusOptions): void {
    const stands = !this.#view || this.#isFallen;
    const served = stands && this.#served?.querySelector<HTMLElement>('input:enabled,a');
    (served || this.#keys).focus(options);
  }

  formResetCallback(): void {
    this.#choice.release();
    this.#choice.forget();
    this.value = this.getAttribute('value') ?? undefined;
    this.isInvalid = false;
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state !== 'string') return;
    this.value = state;
    // What was ticked since is newer.
    if (!this.#served?.querySelector(':checked')) this.#tick(state);
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    // Told while it draws, when its own attribute follows its property.
    queueMicrotask(() => this.requestUpdate());
  }

  get #isDisabled(): boolean {
    return this.#isFormDisabled || this.disabled === true;
  }

  #tellForm(): void {
    const { name, value } = this;
    // What was served speaks for itself, if anything in it can be chosen.
    const served = this.#served;
    const isServed = served?.disabled === false;
    let entries: FormData | null = null;
    if (name && value && !isServed) {
      entries = new FormData();
      entries.set(name, value);
      const { held } = this.#choice;
      if (held?.slotId === value && held.reference) entries.set(`${name}-hold`, held.reference);
    }
    this.internals!.setFormValue(entries, value ?? '');
    const isMissing = this.required && (isServed ? !served.querySelector('input:enabled') : !value);
    if (isMissing) this.internals!.setValidity({ valueMissing: true }, this.#messages.required);
    else this.internals!.setValidity({});
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
    // It knows what is ruled out, and what has come of a choice whose answer was lost.
    const stopOrder = this.order && store.part(Orders).watch(this.order, this.spokenLanguage, draw);
    return () => {
      stopList();
      stopActions();
      if (stopOrder) stopOrder();
    };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('order') !== undefined) {
      // What was chosen was for another order.
      this.#choice.forget();
      this.value = undefined;
    }
    const view = (this.#view = this.#judge());
    if (view) this.#takeOver(view);
    const served = this.#served;
    if (served) served.disabled = served === this.#taken || this.disabled === true;
    if (view) this.#choice.follow(view);
  }

  /** The times as a server wrote them. */
  get #served(): HTMLFieldSetElement | null {
    return this.querySelector('fieldset[data-doorstep-served]');
  }

  /** From here on the form hears of the choice from this element alone. */
  #takeOver({ verdict }: View): void {
    const served = this.#served;
    // As long as nothing can be chosen the choice stays where it was made.
    if (!served || served === this.#taken || this.#isDisabled || this.#isFallen) return;
    const chosen = served.querySelector<HTMLInputElement>(':checked')?.value;
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    if (served.contains(activeElement)) {
      // Not every engine takes the focus from what is disabled.
      (activeElement as HTMLElement).blur();
      this.focus();
    }
    keepRoom(this.shadowRoot!, `.base{min-height:${this.getBoundingClientRect().height}px}`);
    this.#taken = served;
    // Whoever comes back to the page finds what was chosen last, not this.
    this.#tick(undefined);
    if (chosen && chosen !== this.value) this.#choice.carry(chosen, verdict.hold);
  }

  #tick(slotId: string | undefined): void {
    for (const radio of this.#served?.querySelectorAll('input') ?? [])
      radio.checked = radio.value === slotId;
  }

  protected override fallBack(): void {
    super.fallBack();
    this.#isFallen = true;
    if (this.#taken) {
      this.#tick(this.value);
      this.#taken.disabled = this.disabled === true;
      this.#taken = undefined;
    }
    this.#tellForm();
  }

  /** R9: what is known of the order already is not asked again. */
  get #ofOrder(): readonly Constraint[] | undefined {
    const { order, store } = this;
    return order
      ? store?.part(Orders).state(order, this.spokenLanguage).order?.constraints
      : undefined;
  }

  #judge(): View | undefined {
    const { store } = this;
    const state = this.#state;
    const list = state?.list;
    if (!store || !list) return undefined;
    const now = store.clock.now();
    const constraints = list.constraints ?? this.#constraints ?? this.#ofOrder;
    const known = list.constraints || !constraints ? list : withConstraints(list, constraints);
    const verdict = slotsVerdict(known, now);
    return {
      m: this.#messages,
      f: formatterFor(this.language, list.timeZone),
      list: known,
      state,
      verdict,
      now,
      grid: gridOf(verdict.days, this.#keys.rows, list.timeZone, verdict.hold),
    };
  }

  // ---------------------------------------------------------------- what is pressed

  #onConstraints(constraints: Constraint[], { phase, outcome, code }: SlotActionState): void {
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
        ? sentences(m.notSaved, outcome?.reason, outcome?.nextStep)
        : phase === 'not-sent'
          ? sentences(m.notSaved, code === 'offline' ? m.offline : m.notTaken)
          : phase === 'lost'
            ? sentences(m.notSaved, m.pressOnce)
            : m.saveUnsure;
    announce(this.#problem, this.spokenLanguage);
  }

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

  #press({ listed }: Cell): void {
    this.requestUpdate();
    const { value } = this;
    const { taken } = this.#choice;
    if (listed && !this.#isDisabled && canChoose(listed, { value, taken }))
      this.#choice.choose(listed.slot);
  }

  // ---------------------------------------------------------------- drawing

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.value ? 'chosen' : undefined);
    this.#tellForm();
    this.#keys.drawn();
    void this.#choice.hold();
    this.#tend();
    const broken = this.#state?.unreadable.join(' ') ?? '';
    if (broken && broken !== this.#unreadable)
      this.request('doorstep-unreadable', { order: this.order, paths: this.#state!.unreadable });
    this.#unreadable = broken;
    if (!this.#isFallen) return;
    // It can be drawn again: the next drawing takes over.
    this.#isFallen = false;
    this.requestUpdate();
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
        this.#choice.held?.until,
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
      this.#keys.node ??
      super.focusTarget(changed)
    );
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const content = view ? this.#card(view) : this.#without();
    return html`<div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
      ${content}
    </div>`;
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
        ${sourceLine({ ...telling, strong: sentence, source: help })} ${again}
        ${keepTemplate(this.#choice, this.#host)}
      </div>`;
    return html`<article class="card" part="card">
        ${head(telling, this.#reference, undefined, this.#level)} ${again}
        ${keepTemplate(this.#choice, this.#host)} ${this.#way(undefined)}
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
          ? html`<div class="stack">
              ${
                verdict.free
                  ? nothing
                  : html`<p class="heading" part="sentence">${telling.sentence}</p>`
              }
              ${sourceLine(telling)}
            </div>`
          : head(telling, this.#reference, undefined, this.#level)
      }
      ${isLate ? this.#againButton(state) : nothing} ${isAsked ? nothing : this.#rules(view)}
      ${
        grid.rows.length
          ? html`<div class="stack">
              ${jumpsTemplate(view, this.#keys)} ${this.#grid(view)}
              ${belowTemplate(view, this.#keys)} ${isAsked ? this.#rules(view) : nothing}
            </div>`
          : belowTemplate(view, this.#keys)
      }
      ${
        state.unreadable.length
          ? html`<p class="note small unknown" part="unreadable">
              ${icon('unknown')}<span><b>${m.someUnreadable}</b>${m.leftOut}</span>
            </p>`
          : nothing
      }
      ${choiceTemplate(view, this.#choice, this.#host, this.isInvalid === true)}
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
        ${view.m.youRuledOut(view.f.list(constraints!.map((each) => constraintWords(each, view))))}
      </p>`;
    return rulesTemplate(
      {
        constraints,
        isOpen: this.isAsking === true,
        isSaving: this.#choice.sending?.type === 'constrain',
        order: this.order,
        problem: this.#problem,
        open: (isOpen) => {
          this.#problem = '';
          this.isAsking = isOpen;
        },
        save: (next) => {
          const { order } = this;
          void this.#choice.send(
            { type: 'constrain', ...(order && { order }), constraints: next },
            (result) => this.#onConstraints(next, result),
          );
        },
      },
      view,
    );
  }

  #grid(view: View): TemplateResult {
    const labels = [...(this.internals!.labels as NodeListOf<HTMLElement>)];
    const name = labels.map(({ textContent }) => textContent?.trim()).join(' ');
    return gridTemplate(view, {
      keys: this.#keys,
      value: this.value,
      taken: this.#choice.taken,
      isDisabled: this.#isDisabled,
      isInvalid: this.isInvalid === true,
      name: name || this.getAttribute('aria-label'),
    });
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
    const stop = stopOf(m.personNoWay);
    const reference = this.order
      ? html`${gap(stop)}${m.give}${gap(m.give)}<b>${this.order}</b>${stop}`
      : nothing;
    return html`<div class="way small" part="contact">
      ${icon('phone')}<span
        ><slot name="contact"
          >${link ? html`${m.person}${gap(m.person)}${link}${stop}` : m.personNoWay}${reference}</slot
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

const constrained = new WeakMap<SlotList, SlotList>();
/** The list with what the customer has ruled out; the same object each time, since it is judged once. */
const withConstraints = (list: SlotList, constraints: readonly Constraint[]): SlotList => {
  let made = constrained.get(list);
  if (made?.constraints !== constraints)
    constrained.set(list, (made = { ...list, constraints: constraints as Constraint[] }));
  return made;
};

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-slot-picker': DoorstepSlotPicker;
  }
}

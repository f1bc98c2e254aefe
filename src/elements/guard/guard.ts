import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { formatterFor, messagesFor, sentences, type CheckoutMessages } from '../../i18n/index.js';
import { checkout as english } from '../../i18n/locales/en/checkout.js';
import {
  BasketLineSchema,
  entire,
  list,
  parseWhole,
  type BasketChoice,
  type BasketCheck,
  type BasketLine,
  type Hold,
  type Money,
} from '../../model/index.js';
import { Checkout, type Store } from '../../store/index.js';
import { base } from '../../styles/base.js';
import { card } from '../../styles/card.js';
import { guardStyles } from '../../styles/guard.js';
import { basketAfter, basketVerdict, type BasketVerdict } from '../../verdicts/basket.js';
import { earliest } from '../../verdicts/freshness.js';
import { announce, prepareAnnouncements } from '../announce.js';
import { make } from '../dom.js';
import { DoorstepElement } from '../element.js';
import { icon } from '../icons.js';
import { activationOf, isRepetition, isUsable, repeat, type Activation } from './activation.js';
import {
  panelTemplate,
  validUntil,
  type Doubt,
  type Panel,
  type Question,
  type View,
} from './panel.js';

/** Seconds to wait for the shop's answer, if the page states nothing. */
const DEADLINE = 5;
/** Milliseconds after a pass in which nothing passes again. */
const PAUSE = 1000;
/** Milliseconds before a wait is spoken of. */
const PATIENCE = 400;
/** What may set off a payment, on its way down from the window; `auxclick` opens a link in a second tab. */
const PRESSES = ['click', 'auxclick', 'keydown', 'keyup'];
/** Milliseconds that the page may take to put a choice into its basket. */
const HANDING = 30_000;
/** Milliseconds before its end at which an answer is renewed, at most. */
const MARGIN = 30_000;

/** What was let through, and on what grounds. */
export type CheckoutChoice = 'confirmed' | 'unsure' | BasketChoice['kind'];

/** What the page learns before anything is paid. */
export interface CheckoutDetail {
  /** `confirmed`: everything is as promised; `unsure`: nobody could say; else what the customer chose. */
  readonly choice: CheckoutChoice;
  /** The basket that is to be paid for. */
  readonly basket: readonly BasketLine[];
  /** Reference of the units put aside. */
  readonly hold?: string;
  /** What is to be paid, if the choice said so. */
  readonly total?: Money;
  /** Payment waits until the page has taken the basket over: then `guard.basket` is the new one. */
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** What is under way, by the name of its sentence. */
interface Busy {
  readonly kind: 'checking' | 'handing';
  readonly choiceId?: string | undefined;
  /** Nobody has pressed anything: the panel keeps its answer up to date. */
  readonly quiet?: boolean;
}

/**
 * Holds the shop's own pay button or form until the whole basket has been checked, right before
 * payment. What is as promised goes through with the same press. What is not is told, with the ways to
 * go on, before anything is charged.
 *
 * A form is held however it is submitted, except by `form.submit()`, of which no browser tells. What
 * carries `data-doorstep-skip` is left alone. With a classic form the server gets the result as the
 * field `doorstep-checkout` (JSON: `choice`, `hold`, `lines`).
 *
 * @tag doorstep-checkout-guard
 *
 * @example
 * <form action="/pay" method="post">
 *   <doorstep-checkout-guard src="/doorstep">
 *     <button>Pay</button>
 *   </doorstep-checkout-guard>
 * </form>
 *
 * @a11y Your own button stays yours: while the basket is checked it is `aria-disabled`, keeps the focus,
 *   and a wait that lasts is announced.
 * @a11y What has to be told before paying gets the focus at its sentence, a heading of level 3 unless
 *   `heading-level` says otherwise. Back at the basket, the focus is on your button again.
 * @a11y The ways to go on are a named group of equal rows; none is chosen beforehand.
 *
 * @slot - The shop's own pay button or form.
 * @slot help - The shop's own way to a person, shown where its backend names none.
 * @slot logo - Your logo, above the line of references.
 *
 * @event {CustomEvent<CheckoutDetail>} doorstep-checkout - Before a payment is let through, once; cancelable. `detail` has `choice`, `basket`, `hold`, `total` and `waitUntil`.
 * @event {CustomEvent} doorstep-leave - The customer goes back to the basket.
 *
 * @cssstate checking - The shop is asked, and the payment waits for its answer.
 * @cssstate told - The customer is told something before paying.
 *
 * @csspart card - The card around everything that is told.
 * @csspart head - Reference, sentence and source.
 * @csspart reference - The words above the sentence.
 * @csspart sentence - The first sentence.
 * @csspart source - Where it comes from and how old it is.
 * @csspart facts - What can be had of one line.
 * @csspart button - The button that shows all lines.
 * @csspart choices - The joined list of ways to go on.
 * @csspart contact - The line that leads to a person.
 * @csspart status - The line that is shown while the shop is asked.
 * @csspart note - The line under the button afterwards.
 */
export class DoorstepCheckoutGuard extends DoorstepElement {
  static override styles: CSSResultGroup = [base, card, guardStyles];
  static override properties: PropertyDeclarations = {
    ...DoorstepElement.properties,
    basket: {
      converter: {
        // What cannot be read stays what it is, and is refused where it is used.
        fromAttribute: (text) => {
          try {
            return JSON.parse(text ?? 'null') as unknown;
          } catch {
            return text;
          }
        },
      },
    },
    deadline: { type: Number },
    whenUnsure: { attribute: 'when-unsure' },
    headingLevel: { attribute: 'heading-level', type: Number },
    panel: { state: true },
    busy: { state: true },
    note: { state: true },
    expanded: { state: true },
  };

  /** What is about to be paid for; as JSON in the attribute. */
  declare basket: readonly BasketLine[] | undefined;
  /** Seconds to wait for the shop's answer; 5 if not set. */
  declare deadline: number | undefined;
  /** What happens when nobody can confirm the basket: `ask` the customer (as if not set), `block`, or `allow`. */
  declare whenUnsure: 'ask' | 'block' | 'allow' | undefined;
  /** Level of the sentence as a heading, 1 to 6; 3 if not set. */
  declare headingLevel: number | undefined;

  declare private panel: Panel | undefined;
  declare private busy: Busy | undefined;
  declare private note:
    'unconfirmedGoesOn' | 'basketChanged' | 'pageChanged' | 'restored' | undefined;
  declare private expanded: boolean | undefined;

  /** What was pressed last. */
  #activation: Activation | undefined;
  /** Counts the questions; an answer to an earlier one is void. */
  #run = 0;
  /** The pass that was given last: when (device time), and whether a form has gone with it. */
  #passed: { readonly at: number; submitted: boolean } | undefined;
  /** What a form says of the last pass. */
  #result: { readonly json: string; readonly goods: string } | undefined;
  /** The hold to go on with, and whether the customer was told that it stays. */
  #hold: { readonly reference: string; stays: boolean } | undefined;
  /** The hold that belongs to an order now. */
  #spent: string | undefined;
  /** The answer that was renewed, and whether because it was over. */
  #renewed: { readonly panel: Panel; readonly over: boolean } | undefined;
  #root: EventTarget | undefined;
  #complaint: unknown = '';
  #unmark: (() => void) | undefined;
  #cancelPatience: (() => void) | undefined;
  #told: string | undefined;
  /** It left the page with a press that it had not answered; put back, it says what became of it. */
  #lost = false;
  #focus = false;
  readonly #plain = make('p');

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncements();
    for (const type of PRESSES) window.addEventListener(type, this.#onEvent, true);
    // These do not leave a shadow tree.
    const root = this.getRootNode();
    this.#root = root === document ? window : root;
    this.#root.addEventListener('submit', this.#onEvent, true);
    this.#root.addEventListener('formdata', this.#onFormData, true);
    if (this.#lost) this.#close('pageChanged');
    this.#lost = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of PRESSES) window.removeEventListener(type, this.#onEvent, true);
    this.#root?.removeEventListener('submit', this.#onEvent, true);
    this.#root?.removeEventListener('formdata', this.#onFormData, true);
    // A page that only moves the element has not left it.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#run++;
      this.panel = undefined;
      this.note = undefined;
      this.#lost = this.#isBusy;
      this.#setBusy(undefined);
      if (!this.#hold?.stays) this.#release();
    });
  }

  protected override watchKey(): string {
    return 'checkout';
  }

  protected override watch(store: Store): () => void {
    return store.environment.onChange(() => this.requestUpdate());
  }

  // ---------------------------------------------------------------- what is pressed

  readonly #onEvent = (event: Event): void => {
    if (isRepetition()) {
      if (this.#passed && event.type === 'submit') this.#passed.submitted = true;
      return;
    }
    const activation = activationOf(event, this, this.#doubt);
    if (!activation) return;
    const { control, form, kind } = activation;
    if (this.#isPausing && kind === 'submit' && !this.#passed!.submitted) {
      // The press that passed may submit its form a little later, once.
      this.#passed!.submitted = true;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'keyup' || (event as KeyboardEvent).repeat) return;
    if ((this.busy && !this.busy.quiet) || this.#isPausing) return;
    if (
      event.type === 'click' &&
      form &&
      !form.noValidate &&
      !(control as HTMLButtonElement).formNoValidate &&
      !form.reportValidity()
    )
      return;
    this.#activation = activation;
    void this.#ask(this.#question());
  };

  readonly #doubt = ({ localName }: HTMLElement): void =>
    this.#warn(
      `cannot see what is pressed in <${localName}>, whose shadow root is closed. If it pays: role="button" on it, ` +
        'and let it pay on a click of its own tag; if not: data-doorstep-skip',
      localName,
    );

  get #isPausing(): boolean {
    return this.#passed !== undefined && performance.now() - this.#passed.at < PAUSE;
  }

  readonly #onFormData = (event: Event): void => {
    if (this.#result && event.target === this.#activation?.form)
      (event as FormDataEvent).formData.set('doorstep-checkout', this.#result.json);
  };

  // ---------------------------------------------------------------- the question and its answer

  /** The basket as the page has it now. What else its lines carry, circles included, is never looked at. */
  #question(): Question {
    try {
      const lines = parseWhole(entire(list(BasketLineSchema)), this.basket);
      if (lines) return { lines, basis: JSON.stringify(lines) };
    } catch {
      // A member that throws when it is read, or a proxy that is over.
    }
    return { lines: undefined, basis: '' };
  }

  /** Asks the shop; `quiet`ly to keep what the panel tells up to date, which never pays. */
  async #ask(question: Question, quiet = false): Promise<void> {
    const run = ++this.#run;
    const { lines, choice } = question;
    if (!quiet) this.note = undefined;
    this.#result = undefined;
    this.#setBusy({ kind: 'checking', choiceId: choice?.choiceId, quiet });
    // Pressed before the element was drawn for the first time.
    if (!this.store) await this.updateComplete;
    const { store, basket } = this;
    if (!lines) this.#warn('has no `basket` that can be read; it counts as unknown', basket);
    if (!store) this.#warn('has no backend: set `src` or `adapter`, or a provider around it', this);
    const check =
      store && lines && (lines.length || choice)
        ? await store.part(Checkout).check(
            {
              lines: [...lines],
              ...(this.#hold && { hold: this.#hold.reference }),
              ...(choice && { choice: choice.choiceId }),
            },
            this.#deadline,
            this.spokenLanguage,
          )
        : undefined;
    const isVoid = run !== this.#run;
    if (check?.hold) this.#keep(check.hold, isVoid);
    if (isVoid) return;
    const current = this.#question();
    if (current.basis !== question.basis) {
      if (this.panel) this.#close('basketChanged');
      else void this.#ask(current);
      return;
    }
    const now = store?.clock.now() ?? Date.now();
    const verdict = basketVerdict(lines ?? [], check, now);
    if (quiet) this.#renew(question, check, verdict, now);
    else this.#judge(question, check, verdict, now);
  }

  #judge(
    question: Question,
    check: BasketCheck | undefined,
    verdict: BasketVerdict,
    now: number,
  ): void {
    const { choice, lines } = question;
    const { freshness, state, hold } = verdict;
    // A wish to be told, and nothing to pay for.
    if (choice && !lines?.length && /live|recent/.test(freshness.state))
      return this.#show({ kind: 'noted', question, check });
    if (state === 'confirmed')
      return void this.#pass(choice?.kind ?? 'confirmed', question, hold?.reference);
    if (state === 'changed' && check) {
      const again = choice !== undefined || this.panel?.kind === 'changed';
      return this.#show({ kind: 'changed', question, check, verdict, again, at: now });
    }
    // A page that asks nobody, or of nothing, is a mistake of the page: no reason to let anything pass.
    if (this.whenUnsure === 'allow' && this.store && lines?.length)
      return void this.#pass('unsure', question, hold?.reference ?? this.#hold?.reference, true);
    this.#show(this.#unsure(question, check, verdict));
  }

  #unsure(question: Question, check: BasketCheck | undefined, verdict: BasketVerdict): Panel {
    const doubt: Doubt = !question.lines?.length
      ? 'noBasket'
      : this.store?.environment.online() === false
        ? 'offline'
        : !check
          ? 'noAnswer'
          : verdict.lines.some((line) => line.state === 'as-promised')
            ? 'incomplete'
            : 'noSense';
    return { kind: 'unsure', question, check, verdict, doubt };
  }

  /** What a quiet question brought: the panel follows, and nothing is ever paid by it. */
  #renew(
    question: Question,
    check: BasketCheck | undefined,
    verdict: BasketVerdict,
    now: number,
  ): void {
    const { panel } = this;
    this.#setBusy(undefined);
    if (panel?.kind !== 'changed') return;
    if (verdict.state === 'confirmed') return this.#close('restored');
    if (verdict.state === 'changed' && check) {
      const again = told(panel) !== told({ check, verdict });
      this.panel = { kind: 'changed', question, check, verdict, again, at: now };
    } else if (now >= validUntil(panel)) this.panel = this.#unsure(question, check, verdict);
  }

  get #deadline(): number {
    const seconds = Number(this.deadline);
    return seconds > 0 && Number.isFinite(seconds) ? seconds : DEADLINE;
  }

  // ---------------------------------------------------------------- letting through

  async #pass(
    choice: CheckoutChoice,
    question: Question,
    hold: string | undefined,
    says = false,
  ): Promise<void> {
    const run = this.#run;
    const activation = this.#activation!;
    // The page has taken its button back, or put another in its place: no press is lost without a word.
    if (!isUsable(activation)) return this.#close('pageChanged');
    this.#setBusy({ kind: 'handing', choiceId: question.choice?.choiceId });
    const basket = question.lines ?? [];
    const total = question.choice?.total;
    const promises: Promise<unknown>[] = [];
    const detail: CheckoutDetail = {
      choice,
      basket,
      ...(hold !== undefined && { hold }),
      ...(total && { total }),
      waitUntil: (promise) => void promises.push(Promise.resolve(promise)),
    };
    const isOurs = this.request('doorstep-checkout', detail);
    let isTaken = true;
    if (isOurs && promises.length) isTaken = await inTime(Promise.all(promises));
    if (run !== this.#run) return;
    if (isOurs) {
      // Payment for anything else than what the page would charge is never set off.
      isTaken &&= !question.lines || goods(basket) === goods(this.#question().lines);
      if (!isTaken) {
        this.#warn('got no new `basket` for the choice, so nothing was paid', question.basis);
        return this.#show({ kind: 'not-taken', question });
      }
      // The page may have taken its button back for this very event: no payment goes on.
      if (!isUsable(activation)) return this.#close('pageChanged');
    }
    // From here on the units belong to what is paid for.
    this.#spent = hold;
    this.#hold = undefined;
    this.#close(says ? 'unconfirmedGoesOn' : undefined);
    if (!isOurs) return;
    this.#passed = { at: performance.now(), submitted: false };
    this.#result = { json: JSON.stringify({ choice, hold, lines: basket }), goods: goods(basket) };
    repeat(activation);
  }

  // ---------------------------------------------------------------- holds

  #keep({ reference }: Hold, isVoid: boolean): void {
    if (reference === this.#spent) return;
    if (reference === this.#hold?.reference) this.#hold.stays = false;
    else if (isVoid) void this.store?.part(Checkout).release(reference);
    else {
      this.#release();
      this.#hold = { reference, stays: false };
    }
  }

  #release(): void {
    if (this.#hold) void this.store?.part(Checkout).release(this.#hold.reference);
    this.#hold = undefined;
  }

  // ---------------------------------------------------------------- the panel

  #show(panel: Panel): void {
    this.#setBusy(undefined);
    this.expanded = false;
    this.#focus = true;
    this.panel = panel;
  }

  /** The button is back, with a word on why. */
  #close(note?: NonNullable<typeof this.note>): void {
    this.#run++;
    const control = this.#activation?.control;
    const wasInside = this.shadowRoot?.activeElement !== null;
    this.#setBusy(undefined);
    this.panel = undefined;
    this.note = note;
    void this.updateComplete.then(() => {
      if (wasInside) control?.focus();
      // A button that is gone takes no focus: then the note keeps it, and is read there.
      if (note && !this.shadowRoot?.activeElement)
        announce(this.messages[note], this.spokenLanguage);
    });
  }

  readonly #take = (choice: BasketChoice): void => {
    const { panel } = this;
    if (panel?.kind !== 'changed' || this.#isBusy || choice.unavailable) return;
    const lines = basketAfter(choice, panel.verdict);
    void this.#ask({ lines, basis: panel.question.basis, choice });
  };

  readonly #again = (): void => {
    const question = this.panel?.question;
    if (question && !this.#isBusy) void this.#ask(question.choice ? question : this.#question());
  };

  readonly #anyway = (): void => {
    const { panel } = this;
    if (panel?.kind === 'unsure' && !this.#isBusy)
      void this.#pass(
        'unsure',
        panel.question,
        panel.verdict.hold?.reference ?? this.#hold?.reference,
      );
  };

  readonly #leave = (): void => {
    // What was told stays held is not given back.
    if (this.#hold) this.#hold.stays = true;
    // The page goes first: where it puts the focus, it stays.
    this.dispatchEvent(new CustomEvent('doorstep-leave', { bubbles: true, composed: true }));
    this.#close();
  };

  get #isBusy(): boolean {
    return this.busy !== undefined && !this.busy.quiet;
  }

  #setBusy(busy: Busy | undefined): void {
    this.#cancelPatience?.();
    this.#unmark?.();
    this.#cancelPatience = this.#unmark = undefined;
    this.busy = busy;
    if (!busy || busy.quiet) return;
    const control = this.#activation?.control;
    const before = control?.getAttribute('aria-disabled') ?? null;
    control?.setAttribute('aria-disabled', 'true');
    this.#unmark = () =>
      before === null
        ? control?.removeAttribute('aria-disabled')
        : control?.setAttribute('aria-disabled', before);
    const timer = setTimeout(
      () => announce(this.messages[busy.kind], this.spokenLanguage),
      PATIENCE,
    );
    this.#cancelPatience = () => clearTimeout(timer);
  }

  protected override update(changed: PropertyValues): void {
    if (changed.has('basket') && this.busy?.kind !== 'handing') {
      const { lines, basis } = this.#question();
      if (this.#result && this.#result.goods !== goods(lines)) this.#result = undefined;
      if (this.panel && basis !== this.panel.question.basis) this.#close('basketChanged');
      if (lines && !lines.length) this.#release();
    }
    super.update(changed);
  }

  protected override focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector('[part="sentence"],[part="note"]');
  }

  /** A sentence that is new is read once: where the focus goes, or aloud. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.busy && !this.busy.quiet ? 'checking' : this.panel && 'told');
    this.#tend();
    const sentence = this.renderRoot.querySelector<HTMLElement>('[part="sentence"]');
    if (sentence && this.#focus) {
      sentence.tabIndex = -1;
      sentence.focus();
    } else if (sentence && changed.has('panel') && this.#told !== sentence.textContent)
      announce(sentence.textContent, this.spokenLanguage);
    this.#focus = false;
    this.#told = sentence?.textContent;
  }

  /** An answer is renewed before it ends, and asked for again when it has ended, while it is looked at. */
  #tend(): void {
    const { panel, store } = this;
    if (panel?.kind !== 'changed' || !store) return this.wakeAt(undefined);
    const now = store.clock.now();
    const until = validUntil(panel);
    const renewAt = until - Math.min(MARGIN, (until - panel.at) / 4);
    const over = now >= until;
    const { observedAt = now } = panel.verdict.freshness;
    const nextMinute = observedAt + (Math.floor((now - observedAt) / 60_000) + 1) * 60_000;
    this.wakeAt(earliest(now, renewAt, until, nextMinute));
    const isDone = this.#renewed?.panel === panel && this.#renewed.over === over;
    if (now < renewAt || isDone || this.busy || !store.environment.visible()) return;
    this.#renewed = { panel, over };
    void this.#ask(this.#question(), true);
  }

  // ---------------------------------------------------------------- drawing

  private get messages(): CheckoutMessages {
    return messagesFor('checkout', this.spokenLanguage, english);
  }

  protected override render(): TemplateResult {
    const { panel, busy, note } = this;
    const m = this.messages;
    // The panel stands where the button was; a form keeps its place, and what is typed into it.
    const takesPlace = panel !== undefined && !this.querySelector('form');
    return html`<slot ?hidden=${takesPlace}></slot>
      <div
        class="base"
        lang=${this.spokenLanguage}
        dir=${this.direction ?? nothing}
        aria-busy=${busy && !busy.quiet ? 'true' : nothing}
      >
        ${
          panel
            ? html`<div class=${takesPlace ? '' : 'after'}>
                ${panelTemplate(panel, this.#view(m))}
              </div>`
            : busy
              ? html`<div class="status" part="status">
                  <p class="small late-appear">${icon('working')}<span>${m[busy.kind]}</span></p>
                </div>`
              : note
                ? html`<p class="note small" part="note">
                    ${icon(note === 'restored' ? 'done' : 'unknown')}<span>${m[note]}</span>
                  </p>`
                : nothing
        }
      </div>`;
  }

  /** Where nothing can be drawn a press still ends in words: plain ones, under the button. */
  protected override fallBack(): void {
    super.fallBack();
    const { panel, busy, note, messages: m } = this;
    const words = this.#isBusy
      ? m[busy!.kind]
      : panel
        ? sentences(m.unconfirmed, m.notCharged, m.personNoWay)
        : note && m[note];
    const isNews = words !== this.#told;
    this.#told = words;
    this.#plain.remove();
    if (!words) return;
    this.#plain.textContent = words;
    this.renderRoot.append(this.#plain);
    // A wait and a note are said where they begin.
    if (panel && !this.#isBusy && isNews) announce(words, this.spokenLanguage);
  }

  #view(m: CheckoutMessages): View {
    const level = Number(this.headingLevel);
    const { busy } = this;
    return {
      m,
      f: formatterFor(this.language),
      now: this.store?.clock.now() ?? Date.now(),
      level: level >= 1 && level <= 6 ? level : 3,
      asking: busy && { choiceId: busy.choiceId, quiet: busy.quiet ?? false },
      mayPayUnsure: this.whenUnsure !== 'block',
      expanded: this.expanded ?? false,
      toggle: () => (this.expanded = !this.expanded),
      take: this.#take,
      again: this.#again,
      anyway: this.#anyway,
      leave: this.#leave,
    };
  }

  /** Once for each cause. */
  #warn(what: string, cause: unknown): void {
    if (this.#complaint === cause) return;
    this.#complaint = cause;
    console.warn(`Doorstep: <${this.localName}> ${what}.`, cause);
  }
}

/** What the customer was told, without its times: if it is the same, nothing is news. */
const told = ({ check, verdict }: { check: BasketCheck; verdict: BasketVerdict }): string =>
  JSON.stringify([
    verdict.lines.map(({ state, now, later, missing }) => [state, now, later, missing]),
    check.choices,
  ]);

/** What is paid for, whatever its order: units by SKU. */
const goods = (lines: readonly BasketLine[] | undefined): string => {
  const units = new Map<string, number>();
  for (const { sku, quantity } of lines ?? []) units.set(sku, (units.get(sku) ?? 0) + quantity);
  return JSON.stringify([...units].sort());
};

/** Whether it ended well, and in time. */
const inTime = (promise: Promise<unknown>): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), HANDING);
    promise
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-checkout-guard': DoorstepCheckoutGuard;
  }
  interface HTMLElementEventMap {
    'doorstep-checkout': CustomEvent<CheckoutDetail>;
  }
}

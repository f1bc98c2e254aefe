import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {
  formatterFor,
  messagesFor,
  spoken,
  type Formatter,
  type OrderMessages,
} from '../i18n/index.js';
import { order as english } from '../i18n/locales/en/order.js';
import {
  Actions,
  isShown,
  Live,
  Orders,
  type ActionState,
  type OrderState,
  type Store,
} from '../store/index.js';
import { announce, prepareAnnouncements } from './announce.js';
import type { replace as Replace } from './replace.js';
import { DoorstepElement } from './element.js';
import { head } from './templates/head.js';
import { way } from './templates/way.js';
import {
  contextOf,
  promiseNote,
  promiseWords,
  tell,
  tellThen,
  type Context,
  type Telling,
} from './telling.js';
import { toEpoch, type Order, type OrderAnswer } from '../model/index.js';
import { icon } from './icons.js';

/** Milliseconds that what is loaded beside an element may hold back the first drawing over a served one. */
const PATIENCE = 2000;

/** What a drawing was made from, and until when (server time, epoch milliseconds) it says all there is to say. */
interface Judged {
  readonly context: Context;
  readonly until: number;
}

/**
 * What the elements about one order share: its facts, the verdict on them, and what is said of it.
 *
 * @a11y The sentence is a heading, level 3 unless `heading-level` says otherwise, so that the card is found
 *   among the page's headings.
 * @a11y When the story changes its kind, the sentence is said once to whoever does not see the page, by one
 *   polite region of the document; ageing is never announced.
 * @a11y A button that has to wait keeps its place and the focus (`aria-disabled`) and says why. Where a
 *   pressed button gives way to something else, the focus goes to what took its place.
 */
export abstract class OrderElement extends DoorstepElement {
  static override properties: PropertyDeclarations = {
    ...DoorstepElement.properties,
    order: {},
    facts: { type: Object },
    headingLevel: { attribute: 'heading-level', type: Number },
    embedded: { attribute: false },
  };

  /** The order's reference, as the customer knows it: `FR-1042`. */
  declare order: string | undefined;
  /**
   * What your server knew of the order when it made the page: an answer of your backend, with its
   * `serverNow`. It is told as of then until the backend answers, and nothing can be pressed on it.
   */
  declare facts: OrderAnswer | undefined;
  /** Level of the sentence as a heading, 1 to 6; 3 if not set. */
  declare headingLevel: number | undefined;
  /**
   * Set by an element that already shows the sentence and the way out around this one.
   * @internal
   */
  declare embedded: boolean | undefined;

  /** Whether what stands in the shadow root came with the page, and nothing has been drawn since. */
  #isServed = !!this.shadowRoot;
  /** Whether the drawing that replaces it would be whole; and whether that was waited for long enough. */
  #isWhole = false;
  #isLate = false;
  #replace: typeof Replace | undefined;
  #said: string | undefined;
  #unreadable: string | undefined;
  /** Server time of the last sign of life that no failed question has followed, epoch milliseconds. */
  #sign: number | undefined;
  /** What was judged last, and what the drawing that stands was made from. */
  #judged: Judged | undefined;
  #drawn: Judged | undefined;

  protected get messages(): OrderMessages {
    return messagesFor('order', this.spokenLanguage, english);
  }

  protected formatter(timeZone: string | undefined): Formatter {
    return formatterFor(this.spokenLanguage, timeZone);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncements();
    if (!this.#isServed) return;
    const whole = (isLate: boolean): void => {
      if (!this.#isServed) return;
      this.#isWhole = true;
      this.#isLate = isLate;
      this.requestUpdate();
    };
    const loaded = import('./replace.js').then(({ replace }) => (this.#replace = replace));
    void Promise.allSettled([loaded, this.beside()]).then(() => whole(this.#isLate));
    setTimeout(() => whole(true), PATIENCE);
  }

  protected override watchKey(): string | undefined {
    return this.order || undefined;
  }

  protected override watch(store: Store): () => void {
    const draw = (): void => this.requestUpdate();
    const orders = store.part(Orders);
    const { order, spokenLanguage } = this;
    this.#sign = undefined;
    orders.serve(order!, spokenLanguage, this.facts);
    const stopOrder = orders.watch(order!, spokenLanguage, () => {
      const state = orders.state(order!, spokenLanguage);
      if (state.order) store.part(Actions).resume(state.order, state.stoodStill);
      if (!this.#stands(state)) draw();
    });
    const stopActions = store.part(Actions).watch(draw);
    return () => {
      stopOrder();
      stopActions();
    };
  }

  /** What is known, judged now. `undefined` while there is nothing to judge. */
  protected judge(): Context | undefined {
    const { store } = this;
    const known = this.state;
    if (!store || !known.order) return undefined;
    const actions = store.part(Actions);
    const state = { ...known, order: actions.told(known.order) };
    const { clock, environment } = store;
    const { heardAt } = store.part(Live);
    const now = clock.now();
    // A backend that beats and does not answer vouches for nothing: what it told of could not be read (R2).
    if (!state.error)
      this.#sign = heardAt !== undefined ? now - (environment.monotonic() - heardAt) : undefined;
    const { context, changesAt } = contextOf(
      state,
      this.#sign,
      actions.latest(known.order),
      this.messages,
      (zone) => this.formatter(zone),
      now,
      environment.online(),
    );
    this.wakeAt(changesAt);
    this.#judged = { context, until: changesAt ?? Infinity };
    return context;
  }

  /** Whether another copy of the order changes anything in a drawing that was made from the last one. */
  protected isNews(_order: Order, _last: Order): boolean {
    return true;
  }

  /** Whether what is drawn says all that there is to say, whatever has been asked or answered since. */
  #stands({ order, error, stoodStill, unreadable }: OrderState): boolean {
    const { store } = this;
    const { context, until } = this.#drawn ?? {};
    return (
      !!context?.inContact &&
      error === context.state.error &&
      stoodStill === context.state.stoodStill &&
      unreadable.join() === context.state.unreadable.join() &&
      !(order !== context.order && this.isNews(order!, context.order)) &&
      store!.clock.now() < until! &&
      store!.environment.online() === context.online &&
      store!.part(Actions).latest(context.order) === context.action
    );
  }

  protected get state(): OrderState {
    return (
      this.store?.part(Orders).state(this.order ?? '', this.spokenLanguage) ?? {
        order: undefined,
        unreadable: [],
        confirmedAt: undefined,
        error: undefined,
        asking: false,
      }
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#judged = this.#drawn = undefined;
  }

  /** Loads what stands on the element beside itself, so that what was served is replaced at once. */
  protected beside(): Promise<unknown> | undefined {
    return undefined;
  }

  /**
   * Whether what was served stays: it is dated, and an answer or its failure is worth waiting for. Of a request
   * that is on its way it knows nothing, and could be pressed again.
   */
  #keepsServed(): boolean {
    const { lang } = this.shadowRoot!.querySelector<HTMLElement>('.base') ?? this;
    if (!this.#isLate && (!this.#isWhole || lang !== this.spokenLanguage)) return true;
    const context = this.judge();
    return context ? context.justAsked && !context.inContact && !context.action : !this.state.error;
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (!this.#isServed) return true;
    // Here it finds its store and begins to ask, which otherwise belongs to a drawing.
    this.willUpdate(changed);
    return !this.#keepsServed();
  }

  /** What was served is not hydrated but replaced: no node of it could be kept for certain. */
  protected override update(changed: PropertyValues): void {
    if (!this.#isServed) return super.update(changed);
    this.#isServed = false;
    const draw = (): void => {
      this.renderRoot.replaceChildren();
      this.renderOptions.renderBefore = null;
      super.update(changed);
    };
    if (this.#replace) this.#replace(this, draw, () => this.focusTarget(changed));
    else draw();
  }

  /** Says a change of the sentence's kind aloud, once; the first sentence is read where it stands. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#drawn = this.#judged;
    const { unreadable, error } = this.state;
    const paths = error?.code === 'invalid' ? [''] : unreadable;
    const broken = paths.join();
    const isNew = paths.length > 0 && broken !== this.#unreadable;
    if (isNew && !this.embedded) this.request('doorstep-unreadable', { order: this.order, paths });
    this.#unreadable = paths.length ? broken : undefined;
  }

  /** Remembers what was said and announces it when its kind changes. */
  protected say(telling: Telling): void {
    if (this.#said !== undefined && this.#said !== telling.kind && !this.embedded)
      announce(telling.sentence, spoken(this.language));
    this.#said = telling.kind;
    this.enter(telling.tone);
  }

  /** The card before there is an order: the shop's own words, a wait, or why there is no answer. */
  protected renderWithout(): TemplateResult {
    const m = this.messages;
    const { error } = this.state;
    if (!this.store || !this.order) return html`<slot></slot>`;
    const f = this.formatter(undefined);
    const now = this.store.clock.now();
    if (this.embedded) return html``;
    if (!error)
      return html`<slot>
        <article class="card" part="card" aria-busy="true">
          <div>
            <slot name="logo"></slot>
            <p class="reference small"><span>${m.order(this.order)}</span></p>
            <div class="bones"><i></i><i></i></div>
            <p class="source small">${icon('working')}<span>${m.loading}</span></p>
          </div>
        </article></slot
      >`;
    const online = this.store.environment.online();
    const sentence =
      error.code === 'not-found'
        ? m.notFound
        : error.code === 'forbidden'
          ? m.forbidden
          : error.code === 'invalid'
            ? m.unreadable
            : online
              ? m.noCopy
              : m.offlineNoCopy;
    const help =
      error.code === 'not-found'
        ? m.notFoundHelp
        : error.code === 'forbidden'
          ? m.forbiddenHelp
          : error.retryAt === undefined
            ? ''
            : m.tryAgainAt(f.time(error.retryAt + 59_000));
    const telling: Telling = {
      kind: error.code,
      tone: 'care',
      icon: online ? (error.code === 'not-found' ? 'look' : 'old') : 'offline',
      sentence,
      strong: '',
      source: help,
    };
    this.say(telling);
    return html`<article class="card" part="card">
        ${head(telling, m.order(this.order), undefined, this.level)} ${this.tryButton(m.tryNow)}
        ${way(undefined, this.order, m, f, now)}
      </article>
      <slot></slot>`;
  }

  /** Asks again; stays focusable while the question is on its way. */
  protected tryButton(label: string): TemplateResult {
    return html`<button
      type="button"
      class="button"
      part="button"
      aria-disabled=${this.state.asking}
      @click=${this.#tryNow}
    >
      ${label}
    </button>`;
  }

  protected override focusTarget(changed: PropertyValues): HTMLElement | null {
    return (
      super.focusTarget(changed) ??
      (this.getRootNode() as ShadowRoot).querySelector('[part="sentence"]')
    );
  }

  protected get level(): number {
    const level = Number(this.headingLevel);
    return level >= 1 && level <= 6 ? level : 3;
  }

  /** What stands beside the sentence: the copy when nobody vouches for it now, or when there will be news. */
  protected standing(context: Context): TemplateResult | typeof nothing {
    const { m, f, now, verdict, inContact } = context;
    const { promise, subject } = verdict;
    const others = (context.order.promises ?? []).filter((each) => each.id !== promise?.id);
    const news = toEpoch(subject?.shipment.nextNewsBy);
    if (inContact || context.justAsked)
      return verdict.lead.kind === 'silent' && news !== undefined && news > now
        ? html`<dl class="facts" part="facts">
            <dt>${m.newsBy}</dt>
            <dd><b>${f.stamp(news, now)}</b> <small>${m.newsEvenIfNone}</small></dd>
          </dl>`
        : others.length && verdict.shipments.length < 2
          ? html`<dl class="facts" part="facts">
              <dt>${m.alsoPromised}</dt>
              <dd><b>${f.list(others.map((each) => promiseWords(each, context)))}</b></dd>
            </dl>`
          : nothing;
    return html`<dl class="facts" part="facts">
        ${
          promise
            ? html`<dt>${m.promisedRow}</dt>
                <dd>
                  <b>${promiseWords(promise, { ...context, now: 0 })}</b>
                  <small>${promiseNote(context)}</small>
                </dd>`
            : nothing
        }
        <dt>${m.wasThen}</dt>
        <dd>${tellThen(context)}</dd>
      </dl>
      ${this.tryButton(m.tryNow)}`;
  }

  protected tellNow(context: Context): Telling {
    const telling = tell(context);
    this.say(telling);
    return telling;
  }

  protected shownAction(context: Context): ActionState | undefined {
    const { action, order } = context;
    return action && !isShown(order, action) ? action : undefined;
  }

  #tryNow = (): void => {
    if (this.order && !this.state.asking) void this.store?.part(Orders).refresh(this.order);
  };
}

import {
  briefFor,
  messagesFor,
  type BriefFormatter,
  type StockMessages,
} from '../../i18n/index.js';
import { stock as english } from '../../i18n/locales/en/stock.js';
import { InstantSchema, parse, toEpoch } from '../../model/index.js';
import { Stock, type StockState, type Store } from '../../store/index.js';
import { reset } from '../../styles/reset.js';
import { stockStyles } from '../../styles/stock.js';
import { earliest, FUTURE_TOLERANCE } from '../../verdicts/freshness.js';
import { STOCK_MAX_AGE, stockVerdict } from '../../verdicts/stock.js';
import { make } from '../dom.js';
import { sleepUntilNear, stopSleeping } from '../near.js';
import { PlainElement } from '../plain.js';
import { sourced } from '../sourced.js';
import type * as MoreModule from './more.js';
import { View, type LinkName } from './view.js';
import { hasMoreToSay, phraseOf, sourceOf } from './words.js';

/** More units than that nobody wants; what is not there of them is said all the same. */
const MOST = 999_999;

/** What few badges show: who says so, and wishes to be told. Loaded when one has to; `null`: in vain. */
let more: typeof MoreModule | null | undefined;
let loading: Promise<unknown> | undefined;

/** Milliseconds without an answer after which a badge says that it waits. */
const PATIENCE = 400;

/** Awake and without an answer yet. */
const patient: DoorstepStock[] = [];

/**
 * Stock that says what it knows: how many are there now, how many later and when, how old the answer
 * is and where it comes from. An answer that is too old is withdrawn; without one it says "not sure".
 *
 * @tag doorstep-stock
 *
 * @example
 * <doorstep-stock
 *   sku="HND-BRASS"
 *   quantity="5"
 *   src="/doorstep"
 *   observed-at="2026-11-23T14:05:00+01:00"
 * >
 *   3 on the shelf, 2 about 1 December
 * </doorstep-stock>
 *
 * @a11y A page may hold a thousand badges, so a change of stock is written and not announced. What becomes
 *   of a wish to be told is announced.
 * @a11y What asks is a button; it keeps the focus while the shop is asked (`aria-disabled`).
 * @a11y Nothing is said by colour alone: each mark has a shape and each state its words, in forced colours
 *   too.
 *
 * @slot - What is shown until there is an answer, and without JavaScript.
 *
 * @csspart phrase - What is in stock, in a few words.
 * @csspart source - How old the answer is and where it comes from.
 * @csspart button - What can be pressed: to check again, to be told, to stop that, to see who says so.
 * @csspart wish - The wish to be told when enough is there: how, and what became of it.
 * @csspart input - Where an address is written.
 */
// It draws without templates: `sourced` says why.
export class DoorstepStock extends sourced(PlainElement) {
  static override readonly styles = [reset, stockStyles];
  static override readonly properties = {
    ...super.properties,
    sku: {},
    quantity: { type: Number },
    observedAt: { attribute: 'observed-at' },
    maxAge: { attribute: 'max-age', type: Number },
  };

  /** The SKU to ask about. */
  declare sku: string | undefined;
  /** Units wanted; 1 if not set. */
  declare quantity: number | undefined;
  /** When the text served inside the tag was true (RFC 3339, with offset); too old, it is withdrawn. */
  declare observedAt: string | undefined;
  /** Seconds for which the served text may be repeated; 600 if not set. */
  declare maxAge: number | undefined;

  #isAwake: boolean | undefined;
  /** Most answers come soon: until then the page's own words stay as they are, and nothing is drawn. */
  #isPatient: boolean | undefined;
  /** Its sentences; `undefined` when language and source are to be looked for again. */
  #m: StockMessages | undefined;
  #f: BriefFormatter | undefined;
  #view: View | undefined;
  #more: MoreModule.More | undefined;
  /** Whether the wish's form, and the names behind the claim, are open. */
  #tells = false;
  #names = false;
  /** The SKU whose text was served inside the tag. */
  #servedSku: string | undefined;
  #shownSku: string | undefined;
  /** The answer that was withdrawn last. */
  #withdrawn: string | undefined;

  /** Asleep until it is near the window: what is served inside the tag stays, and nothing is asked. */
  override connectedCallback(): void {
    this.takeUp();
    if (this.#isAwake || !sleepUntilNear(this)) this.#wake();
  }

  override disconnectedCallback(): void {
    stopSleeping(this);
    if (this.#isAwake) super.disconnectedCallback();
  }

  override requestUpdate(name?: string): void {
    if (this.#isAwake) {
      if (!this.isConnected) return;
      if (name !== 'quantity') this.#m = undefined;
      super.requestUpdate();
    }
    // How old the served text is has to be looked at anew.
    else if ((name === 'observedAt' || name === 'maxAge') && this.isConnected) sleepUntilNear(this);
  }

  /** Whoever asks when it is up to date wakes it. */
  override get updateComplete(): Promise<boolean> {
    if (!this.#isAwake) this.#wake();
    return super.updateComplete;
  }

  /**
   * Milliseconds from now for which what was served inside the tag may still be repeated.
   * @internal
   */
  get servedFor(): number {
    const now = Date.now();
    return (this.#servedUntil(now) ?? now + this.#servedAge()) - now;
  }

  #wake(): void {
    stopSleeping(this);
    this.#isAwake = true;
    if (this.isConnected) super.connectedCallback();
  }

  #servedAge(): number {
    return 1000 * (this.maxAge! >= 0 ? this.maxAge! : STOCK_MAX_AGE);
  }

  /** When the served text has to go; `undefined` if nobody says when it was true. */
  #servedUntil(now: number): number | undefined {
    if (!this.observedAt) return undefined;
    const at = toEpoch(parse(InstantSchema, this.observedAt).value);
    return at === undefined || at - FUTURE_TOLERANCE > now ? undefined : at + this.#servedAge();
  }

  protected override watchKey(): string | undefined {
    return this.sku || undefined;
  }

  protected override watch(store: Store): () => void {
    this.#isPatient = true;
    if (!patient.length)
      setTimeout(() => {
        for (const badge of patient.splice(0))
          if (badge.#isPatient) {
            badge.#isPatient = false;
            badge.requestUpdate();
          }
      }, PATIENCE);
    patient.push(this);
    const draw = (): void => super.requestUpdate();
    return store.part(Stock).watch(this.sku!, draw, this.spokenLanguage);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.#m) return;
    super.willUpdate(changed);
    this.#m = messagesFor('stock', this.spokenLanguage, english);
    if (this.#view) this.#view.isMarked = false;
    this.#f = briefFor(this.spokenLanguage);
  }

  protected override fallBack(): void {
    this.#view = undefined;
    this.shadowRoot?.replaceChildren(make('slot'));
  }

  #drawn(language: string): View {
    const view = (this.#view ??= new View(this.renderRoot, (link) => this.#press(link)));
    if (!view.isMarked) {
      view.isMarked = true;
      view.base.lang = language;
      const { direction = '' } = this;
      if (view.base.dir !== direction) view.base.dir = direction;
    }
    return view;
  }

  /** Where nothing can be pressed nobody's place is lost. */
  protected override update(changed: Map<PropertyKey, unknown>): void {
    if (this.#more ?? this.#view?.isLinked) super.update(changed);
    else this.draw();
  }

  protected override focusTarget(changed: Map<PropertyKey, unknown>): HTMLElement | null {
    return this.renderRoot.querySelector('[part="wish"] > p') ?? super.focusTarget(changed);
  }

  protected override draw(): void {
    const { store, sku, spokenLanguage: language } = this;
    const now = store ? store.clock.now() : Date.now();
    const state = store && sku ? store.part(Stock).state(sku) : undefined;
    this.#servedSku ??= sku;
    if (this.#shownSku !== sku) this.#tells = this.#names = false;
    this.#shownSku = sku;
    const isServed = this.#servedSku === sku;
    // Nothing moves twice: the wish comes with the rest.
    const isReady = state?.settled && !(state.level?.subscription && this.#isLoading());
    const isSure = isReady && (state.level ?? !state.failed);
    const until =
      !isSure && isServed && this.observedAt && this.textContent?.trim()
        ? this.#servedUntil(now)
        : undefined;
    // What is dated and young enough says more than no answer.
    if (isReady && !(until! > now)) return this.#drawStock(store!, sku!, state, now, language);

    this.wakeAt(earliest(now, until));
    const m = this.#m!;
    const waiting = store && sku && !this.#isPatient ? m.asking : '';
    if (until !== undefined && now >= until) {
      const age = now - until + this.#servedAge();
      this.#drawn(language).stock('unknown', m.unsure, undefined, m.lastChecked(this.#f!.ago(age)));
    } else if (!isServed) this.#drawn(language).wait(waiting);
    else if (this.#view ?? waiting) this.#drawn(language).served(waiting);
  }

  #drawStock(store: Store, sku: string, state: StockState, now: number, language: string): void {
    this.#isPatient = false;
    const { level, failed, asking } = state;
    const m = this.#m!;
    const f = this.#f!;
    const asked = Math.ceil(Number(this.quantity));
    const wanted = asked >= 1 ? Math.min(asked, MOST) : 1;
    const verdict = stockVerdict(level, wanted, now);
    const isOpen = verdict.state !== 'stale' && verdict.state !== 'unknown';
    const { observedAt } = verdict.freshness;
    this.wakeAt(
      earliest(
        now,
        verdict.changesAt,
        toEpoch(level?.openUntil),
        // The next minute of its age; without an age it is no instant, and is left out.
        Math.round(now + 60_000 - ((now - observedAt!) % 60_000)),
      ),
    );
    // A claim that has just grown too old is asked again by itself, once for each answer.
    if (verdict.state === 'stale') {
      const which = `${sku} ${level!.observedAt}`;
      if (this.#withdrawn !== which) store.part(Stock).ask(sku);
      this.#withdrawn = which;
    }

    const said = phraseOf(verdict, level, m, f, now);
    const isEnough = verdict.state === 'enough' || verdict.state === 'discontinued';
    const isOffered = isOpen && !isEnough && !!level?.channels?.length && !!store.adapter.act;
    const wish = level?.subscription;
    const canTell = isOffered && !wish;
    const line = sourceOf(verdict, level, failed, m, f, now);
    const canName = isOpen && hasMoreToSay(line, level!);
    // What is followed by a link is a sentence.
    const source = (canTell || canName) && !line.endsWith('.') ? `${line}.` : line;
    const isMissing = more === null && (this.#tells || this.#names);
    const view = this.#drawn(language);
    view.stock(said[0], said[1], said[2], isMissing ? `${source} ${m.noAnswer}` : source);
    this.#tells &&= isOffered;
    if (!isOpen || canTell || canName || view.isLinked) {
      const link = (
        which: LinkName,
        isThere: boolean,
        attribute: 'aria-disabled' | 'aria-expanded',
        value: boolean,
      ): void => view.link(which, isThere ? m[which] : '', m[`${which}For`](sku), attribute, value);
      link('again', !isOpen, 'aria-disabled', asking);
      link('tell', canTell, 'aria-expanded', this.#tells);
      link('who', canName, 'aria-expanded', this.#names);
    }

    if (!level || !(wish || this.#tells || this.#names) || this.#isLoading() || !more)
      return this.#more?.node.remove();
    this.#more ??= new more.More(this.renderRoot, (tells) => {
      this.#tells = tells;
      this.requestUpdate();
    });
    if (!this.#more.node.isConnected) view.base.append(this.#more.node);
    this.#more.draw({
      store,
      sku,
      level,
      wanted,
      now,
      language,
      isOffered,
      tells: this.#tells,
      names: this.#names && isOpen,
    });
  }

  #press(link: LinkName): void {
    if (link === 'again') return this.store?.part(Stock).ask(this.sku!, 'fresh');
    if (link === 'tell') this.#tells = !this.#tells;
    else this.#names = !this.#names;
    // What could not be loaded is tried again.
    if (more === null) more = loading = undefined;
    this.requestUpdate();
  }

  #isLoading(): boolean {
    if (more !== undefined) return false;
    loading ??= import('./more.js').then(
      (module) => void (more = module),
      () => void (more = null),
    );
    void loading.then(() => this.requestUpdate());
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-stock': DoorstepStock;
  }
}

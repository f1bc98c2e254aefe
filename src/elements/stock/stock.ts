import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { BriefFormatter, messagesFor, spoken, type StockMessages } from '../../i18n/index.js';
import { stock as english } from '../../i18n/locales/en/stock.js';
import { toEpoch, type StockLevel } from '../../model/index.js';
import { Stock, type Store } from '../../store/index.js';
import { base } from '../../styles/base.js';
import { stockStyles } from '../../styles/stock.js';
import { isOpen, stockVerdict, type StockVerdict } from '../../verdicts/stock.js';
import { earliest } from '../../verdicts/freshness.js';
import { DoorstepElement } from '../element.js';
import { draw, marks } from '../marks.js';
import { sleepUntilNear, stopSleeping } from '../near.js';

/**
 * Stock that says what it knows: how many are there now, how many later and when, how old the answer
 * is and where it comes from. An answer that is too old is withdrawn; without one it says "not sure".
 *
 * @tag doorstep-stock
 *
 * @slot - What is shown until there is an answer, and without JavaScript.
 *
 * @csspart phrase - What is in stock, in a few words.
 * @csspart source - How old the answer is and where it comes from.
 * @csspart button - The button that asks again.
 *
 * @cssproperty [--doorstep-good=light-dark(#1a6b43, #85cfa6)] - Enough is there.
 * @cssproperty [--doorstep-care=light-dark(#855000, #e6b76c)] - Some of it, or under a condition.
 * @cssproperty [--doorstep-bad=light-dark(#a1301e, #f4a594)] - None.
 * @cssproperty [--doorstep-ink=light-dark(#1c1b19, #f2efe9)] - Not sure.
 */
export class DoorstepStock extends DoorstepElement {
  static override styles: CSSResultGroup = [base, stockStyles];
  static override properties: PropertyDeclarations = {
    ...DoorstepElement.properties,
    sku: {},
    quantity: { type: Number },
  };

  /** The SKU to ask about. */
  declare sku: string | undefined;
  /** Units wanted; 1 if not set. */
  declare quantity: number | undefined;

  // Neither a field nor private in the runtime's sense: Lit's constructor asks before those exist.
  declare private awake: boolean | undefined;
  #withdrawn: string | undefined;

  /** Asleep until it is near the window: what is served inside the tag stays, and nothing is asked. */
  override connectedCallback(): void {
    if (this.awake || !sleepUntilNear(this)) this.#wake();
  }

  override disconnectedCallback(): void {
    stopSleeping(this);
    super.disconnectedCallback();
  }

  override requestUpdate(...change: Parameters<DoorstepElement['requestUpdate']>): void {
    if (this.awake) super.requestUpdate(...change);
  }

  protected override getUpdateComplete(): Promise<boolean> {
    if (!this.awake) this.#wake();
    return super.getUpdateComplete();
  }

  #wake(): void {
    stopSleeping(this);
    this.awake = true;
    if (this.isConnected) super.connectedCallback();
    else this.requestUpdate();
  }

  protected override watchKey(): string | undefined {
    return this.sku || undefined;
  }

  protected override watch(store: Store): () => void {
    return store.part(Stock).watch(this.sku!, () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    return html`<div class="base" lang=${this.spokenLanguage}>${this.#content()}</div>`;
  }

  #content(): TemplateResult {
    const { store, sku } = this;
    if (!store || !sku) return html`<slot></slot>`;
    const m = messagesFor('stock', spoken(this.language), english);
    const state = store.part(Stock).state(sku);
    if (!state.settled)
      return html`<slot><span class="small late-appear">${m.asking}</span></slot>`;
    const f = new BriefFormatter(this.language);
    const now = store.clock.now();
    const asked = Math.floor(Number(this.quantity));
    const wanted = Number.isSafeInteger(asked) ? Math.max(1, asked) : 1;
    const verdict = stockVerdict(state.level, wanted, now);
    const { observedAt } = verdict.freshness;
    this.wakeAt(
      earliest(
        now,
        verdict.changesAt,
        toEpoch(state.level?.openUntil),
        observedAt === undefined
          ? undefined
          : observedAt + (Math.floor((now - observedAt) / 60_000) + 1) * 60_000,
      ),
    );
    this.#askAgain(store, sku, verdict, state.level);
    const [tone, mark, phrase] = phraseOf(verdict, m, f);
    const again = verdict.state === 'stale' || verdict.state === 'unknown';
    return html`<p class="stock ${tone}">
      ${draw(marks[mark])}<b part="phrase">${phrase}</b>
      <span class="small" part="source"
        >${sourceOf(verdict, state.level, state.failed, m, f, now)}${
          again
            ? html` <button
                type="button"
                class="link"
                part="button"
                aria-disabled=${state.asking}
                aria-label=${m.againFor(sku)}
                @click=${() => store.part(Stock).ask(sku)}
              >
                ${m.again}
              </button>`
            : nothing
        }</span
      >
    </p>`;
  }

  /** A claim that has just grown too old is asked again by itself, once for each answer. */
  #askAgain(store: Store, sku: string, verdict: StockVerdict, level: StockLevel | undefined): void {
    const which = `${sku} ${level?.observedAt}`;
    if (verdict.state !== 'stale' || this.#withdrawn === which) return;
    this.#withdrawn = which;
    store.part(Stock).ask(sku);
  }
}

/** Tone, icon and words of a verdict. */
const phraseOf = (
  verdict: StockVerdict,
  m: StockMessages,
  f: BriefFormatter,
): [string, keyof typeof marks, string] => {
  const date = verdict.backOn === undefined ? undefined : f.shortDate(verdict.backOn);
  switch (verdict.state) {
    case 'enough':
      return ['good', 'done', m.enough(verdict.left)];
    case 'shop-only':
      return ['care', 'half', m.shopOnly(verdict.left)];
    case 'parts': {
      const later = (verdict.later ?? []).map((part) =>
        m.later(part.quantity, part.from === undefined ? undefined : f.shortDate(part.from)),
      );
      const missing = verdict.missing ? [m.missing(verdict.missing)] : [];
      return [
        'care',
        'half',
        [...(verdict.now ? [m.now(verdict.now)] : []), ...later, ...missing].join(', '),
      ];
    }
    case 'order':
      return ['care', 'half', m[verdict.how!](date)];
    case 'out':
      return ['bad', 'cross', m.out(date)];
    case 'discontinued':
      return ['bad', 'cross', m.discontinued];
    default:
      return ['unknown', 'unknown', m.unsure];
  }
};

/** Conditions first, then the age and the place. */
const sourceOf = (
  verdict: StockVerdict,
  level: StockLevel | undefined,
  failed: boolean,
  m: StockMessages,
  f: BriefFormatter,
  now: number,
): string => {
  const { observedAt } = verdict.freshness;
  if (verdict.state === 'unknown' || !level || observedAt === undefined)
    return failed ? m.noAnswer : m.never;
  const age = now - observedAt;
  if (verdict.state === 'stale')
    return `${failed ? `${m.noAnswer} ` : ''}${m.lastChecked(f.ago(age))}`;
  const parts: string[] = [];
  for (const condition of ['prepaid', 'deposit'] as const) {
    const count = (verdict.later ?? [])
      .filter((part) => part.condition === condition)
      .reduce((total, part) => total + part.quantity, 0);
    if (count) parts.push(m[condition](count));
  }
  const { backSaid, openUntil } = level;
  const said = toEpoch(backSaid?.at);
  if (verdict.state === 'out' && said !== undefined)
    return m.dateFrom(
      backSaid?.source?.name ??
        (backSaid?.source?.kind === 'maker' ? m.maker : (level.where ?? m.maker)),
      f.ago(now - said),
    );
  const where = [
    level.where ?? level.source?.name,
    isOpen(openUntil, now) ? m.openUntil(f.time(wallClock(openUntil!))) : undefined,
  ]
    .filter(Boolean)
    .join(', ');
  parts.push(
    age < 60_000 ? m.checkedNow(where || undefined) : m.checked(f.ago(age), where || undefined),
  );
  return parts.join(' ');
};

/** A shop's hours are said as they are written there, by the clock on its own wall. */
const wallClock = (instant: string): number => Date.parse(`${instant.slice(0, 16)}Z`);

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-stock': DoorstepStock;
  }
}

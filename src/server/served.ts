import { html, nothing, type TemplateResult } from 'lit';
import { LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { OrderElement } from '../elements/order-element.js';
import { DoorstepOrder } from '../elements/order/order.js';
import { draw, prepare } from '../elements/order/parts.js';
import { DoorstepParcel } from '../elements/parcel/parcel.js';
import { DoorstepRemedy } from '../elements/remedy/remedy.js';
import { DoorstepSlot } from '../elements/slot/slot.js';
import type { Context, Telling } from '../elements/telling.js';
import { briefFor, type Formatter, type OrderMessages } from '../i18n/index.js';
import type { RemedyOffer } from '../model/index.js';
import type { OrderState, Store } from '../store/index.js';
import type { ShownOffer } from '../verdicts/index.js';
import { AbsoluteFormatter } from './absolute.js';
import '../elements/order/define.js';
import '../elements/remedy/more.js';
import '../elements/slot/define.js';

/** One page that is being made. Everything is written in one go, so that one is enough. */
export interface Page {
  readonly language: string;
  readonly now: number;
  /** The zone of times whose own nobody states. */
  readonly timeZone: string;
  readonly styles: string;
  readonly store: Store;
  readonly state: OrderState;
  readonly claim:
    { readonly action: string; readonly fields?: Readonly<Record<string, string>> } | undefined;
}

let page: Page;

/** Makes one page, from its first element to its last. */
export const onPage = <T>(made: Page, write: () => T): T => {
  page = made;
  return write();
};

const formatterOf = ({ language, timeZone, now }: Page, zone = timeZone): AbsoluteFormatter =>
  new AbsoluteFormatter(language, zone, now);

// TypeScript wants it so of a mixin.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = new (...parameters: any[]) => T;

/**
 * An element as it is written on a server: as between its return to a page and the first answer, when nothing
 * can be pressed, with dates in place of ages.
 */
const served = <T extends Constructor<OrderElement>>(Base: T) => {
  abstract class ServedElement extends (Base as unknown as Constructor<OrderElement>) {
    // They come from one style sheet that a strict policy allows.
    static elementStyles = [];

    override get shadowRoot(): ShadowRoot {
      return { adoptedStyleSheets: [] } as unknown as ShadowRoot;
    }
    protected override get language(): string {
      return page.language;
    }
    /** As its language runs: what the page around it says, nobody knows here. */
    protected override get direction(): 'rtl' | undefined {
      return briefFor(this.spokenLanguage).locale.direction;
    }
    protected override get state(): OrderState {
      return page.state;
    }
    protected override get messages(): OrderMessages {
      // When it is read, a silence has lasted longer, and a person may be there or not.
      const unsaid = (): string => '';
      return {
        ...super.messages,
        ...{ silentFor: unsaid, personUntil: unsaid, personClosed: unsaid },
      };
    }
    protected override formatter(zone: string | undefined): Formatter {
      return formatterOf(page, zone);
    }
    protected override willUpdate(): void {
      this.store = page.store;
    }
    protected override tellNow(context: Context): Telling {
      return super.tellNow({ ...context, inContact: false });
    }
    protected override say(_telling: Telling): void {}
    protected override judge(): Context | undefined {
      const context = super.judge();
      return context && { ...context, inContact: true, justAsked: true };
    }
    protected override render(): unknown {
      const drawn = super.render();
      if (this.embedded) return drawn;
      const zone = page.state.order?.timeZone ?? page.state.order?.promises?.[0]?.timeZone;
      const { copiedAt, needsAnswer } = this.messages;
      const { lead } = this.judge()!.verdict;
      const isAsked =
        lead.kind === 'proposed' ||
        lead.kind === 'imposed' ||
        page.state.order!.shipments?.some(({ carrierOffer }) => carrierOffer);
      return html`${drawn}
        <div class="base" lang=${this.spokenLanguage} dir=${this.direction ?? nothing}>
          <p class="as-of small">
            ${copiedAt(...formatterOf(page, zone).stamped)} ${isAsked ? needsAnswer : nothing}
          </p>
        </div>`;
    }
  }
  return ServedElement as unknown as T;
};

class ServedOrder extends served(DoorstepOrder) {
  protected override parts = { draw, prepare };
}

/** Without a script an offer is taken by a plain form, if the shop has an address for it. */
class ServedRemedy extends served(DoorstepRemedy) {
  readonly #offers: RemedyOffer[] = [];

  protected override formOf(offer: RemedyOffer): string | undefined {
    if (!page.claim) return undefined;
    return `claim-${this.#offers.push(offer)}`;
  }

  protected override primary(offer: RemedyOffer, context: Context): TemplateResult {
    return super.primary(offer, { ...context, inContact: !!page.claim });
  }

  protected override row(
    entry: ShownOffer,
    context: Context,
    more?: Parameters<DoorstepRemedy['row']>[2],
  ): TemplateResult {
    return super.row(entry, { ...context, inContact: !!page.claim }, more);
  }

  protected override render(): TemplateResult {
    const drawn = super.render();
    const { claim } = page;
    const hidden = (name: string, value: string | number): TemplateResult =>
      html`<input type="hidden" name=${name} value=${value} />`;
    return html`${drawn}${this.#offers.map(
      ({ offerId, amount }, index) =>
        html`<form id=${`claim-${index + 1}`} method="post" action=${claim!.action}>
          ${hidden('order', page.state.order!.reference)}${hidden('offerId', offerId)}${
            amount
              ? [hidden('amount', amount.amount), hidden('currency', amount.currency)]
              : nothing
          }${Object.entries(claim!.fields ?? {}).map(([name, value]) => hidden(name, value))}
        </form>`,
    )}`;
  }
}

const classes: Readonly<Record<string, Constructor<OrderElement>>> = {
  'doorstep-order': ServedOrder,
  'doorstep-parcel': served(DoorstepParcel),
  'doorstep-remedy': ServedRemedy,
  'doorstep-slot': served(DoorstepSlot),
};

class ServedRenderer extends LitElementRenderer {
  #content: unknown;

  static override matchesClass(_class: unknown, tag?: string): boolean {
    return !!tag && tag in classes;
  }

  constructor(tag: string) {
    super(tag);
    this.element = new classes[tag]!();
  }

  /** Drawn before its own tag is written: an element that has nothing to say hides itself. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#content = (this.element as unknown as { render(): unknown }).render();
    if (this.element.hidden) this.element.setAttribute('hidden', '');
  }

  override renderShadow(info: Parameters<LitElementRenderer['renderShadow']>[0]) {
    const { element } = this;
    (element as unknown as { render(): unknown }).render = () => this.#content;
    return [`<link rel="stylesheet" href="${escape(page.styles)}">`, ...super.renderShadow(info)!];
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in a page, in an attribute too. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** The shadow roots of an element, as markup. */
export const write = (element: TemplateResult): string =>
  collectResultSync(render(element, { elementRenderers: [ServedRenderer] }))
    // Only what this page needs: nothing of it is hydrated. All text is escaped, so these are the writer's own.
    .replace(/<!--.*?-->| defer-hydration(?=[ >])/g, '')
    // What needs a script cannot be pressed without one.
    .replace(/<button(?=[^>]*\stype="button")/g, '<button disabled');

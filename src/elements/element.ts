import { html, LitElement, render, type CSSResult } from 'lit';
import type { Command, Outcome } from '../model/index.js';
import { sourced } from './sourced.js';
import { wear, wearAgain } from './wear.js';

export { register, VERSION } from './register.js';
export type { StoreProvider } from './sourced.js';

/** What the backend said of an action; `detail` of `doorstep-outcome`. */
export interface OutcomeDetail {
  readonly command: Command;
  readonly outcome: Outcome;
}

/** Which parts of an order's answer could not be read; `detail` of `doorstep-unreadable`. */
export interface UnreadableDetail {
  readonly order: string | undefined;
  /** Where they stand in the answer: `shipments.1`; an empty path is the whole of it. */
  readonly paths: readonly string[];
}

/**
 * An element that draws with templates.
 *
 * @a11y Nothing is said by colour alone: each mark has a shape and each state its words, in forced colours
 *   too.
 */
export abstract class DoorstepElement extends sourced(LitElement) {
  /** `undefined` where an engine has none; the page then goes without custom states. */
  protected readonly internals = this.attachInternals?.() as ElementInternals | undefined;

  /** The one custom state (`:state(…)`) in which a brand's sheet finds it now. */
  protected enter(state: string | undefined): void {
    try {
      this.internals!.states.clear();
      if (state) this.internals!.states.add(state);
    } catch {
      // Engines of before 2024 have no states, or take other names.
    }
  }

  /** As Lit does it, in whatever document the element is. */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    wear(root, ...((this.constructor as typeof LitElement).elementStyles as readonly CSSResult[]));
    this.renderOptions.renderBefore ??= root.firstChild;
    return root;
  }

  adoptedCallback(): void {
    wearAgain(this.shadowRoot);
  }

  protected override fallBack(): void {
    try {
      // Not by hand: the next drawing must find what it left.
      render(html`<slot></slot>`, this.renderRoot, this.renderOptions);
    } catch {
      // Templates cannot be used at all.
      this.renderRoot.replaceChildren(document.createElement('slot'));
    }
  }

  /** Asks the page for consent: a cancelable event that leaves the shadow tree. */
  protected request<T>(name: string, detail: T): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}

declare global {
  interface HTMLElementEventMap {
    'doorstep-action-request': CustomEvent<Command>;
    'doorstep-outcome': CustomEvent<OutcomeDetail>;
    'doorstep-unreadable': CustomEvent<UnreadableDetail>;
  }
}

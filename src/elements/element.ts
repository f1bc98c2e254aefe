import { html, LitElement, render } from 'lit';
import { sourced } from './sourced.js';

export { register, VERSION } from './register.js';
export type { StoreProvider } from './sourced.js';

/** An element that draws with templates. */
export abstract class DoorstepElement extends sourced(LitElement) {
  protected override fallBack(): void {
    // Not by hand: the next drawing must find what it left.
    render(html`<slot></slot>`, this.renderRoot, this.renderOptions);
  }

  /** Asks the page for consent: a cancelable event that leaves the shadow tree. */
  protected request<T>(name: string, detail: T): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}

import { html, LitElement, render, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { OrderAdapter } from '../adapter/index.js';
import { onLocales, spoken } from '../i18n/index.js';
import { defaultStore, onSources, storeAt, storeOf, type Store } from '../store/index.js';

/** Milliseconds after which an element without a backend says so to the developer. */
const PATIENCE = 3000;

/** What a `<doorstep-provider>` offers to the elements inside it. */
export interface StoreProvider extends Element {
  readonly store: Store | undefined;
}

const parentOf = (node: Node): Node | null => node.parentNode ?? (node as ShadowRoot).host ?? null;

/** The nearest ancestor, through shadow roots, that fits. */
const ancestor = (from: Node, fits: (element: Element) => boolean): Element | undefined => {
  for (let node = parentOf(from); node; node = parentOf(node))
    if (node.nodeType === 1 && fits(node as Element)) return node as Element;
  return undefined;
};

/**
 * What all elements share: where facts come from, which language is spoken, when to draw again, and
 * that nothing is ever thrown into the page.
 *
 * Light-DOM content stays visible until something truer is known, and comes back if drawing fails.
 */
export abstract class DoorstepElement extends LitElement {
  static override properties: PropertyDeclarations = {
    adapter: { attribute: false },
    src: {},
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Where facts come from, for this element alone. */
  declare adapter: OrderAdapter | undefined;
  /** Address of a backend that speaks the documented HTTP contract: `/doorstep`. */
  declare src: string | undefined;

  /** The store in use; `undefined` until an adapter is found. */
  protected store: Store | undefined;
  #undo: (() => void)[] | undefined;
  #watched: unknown;
  #unwatch: (() => void) | undefined;
  #cancelWake: (() => void) | undefined;
  #complaint: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = (): void => this.requestUpdate();
    // A provider may come later; who waits for one in vain is told.
    const patience = setTimeout(() => {
      if (!this.store)
        this.#warn('has no backend: set `src` or `adapter`, or a provider around it', 'none', '');
    }, PATIENCE);
    this.#undo = [onSources(draw), onLocales(draw), () => clearTimeout(patience)];
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const undo of this.#undo ?? []) undo();
    this.#undo = undefined;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#watched = undefined;
    this.#cancelWake?.();
  }

  override attributeChangedCallback(
    name: string,
    before: string | null,
    after: string | null,
  ): void {
    super.attributeChangedCallback(name, before, after);
    if (name === 'lang' && before !== after) this.requestUpdate();
  }

  /** The language to speak: the nearest `lang`, through shadow roots; English if none is stated. */
  protected get language(): string {
    return (
      this.lang ||
      ancestor(this, (element) => !!element.getAttribute('lang'))?.getAttribute('lang') ||
      'en'
    );
  }

  /** The language that is really spoken: what stands on the screen is marked with it. */
  protected get spokenLanguage(): string {
    return spoken(this.language);
  }

  /** What watching depends on; watching begins anew when it changes. `undefined`: nothing to watch. */
  protected abstract watchKey(): string | undefined;

  /** Begins to watch. @returns the cancellation */
  protected abstract watch(store: Store): () => void;

  /** Draws again when the backend's clock reaches this instant (epoch milliseconds). */
  protected wakeAt(at: number | undefined): void {
    this.#cancelWake?.();
    this.#cancelWake =
      // An element that has left the page may still be drawn once, and must not go on from there.
      at === undefined || !this.isConnected
        ? undefined
        : this.store?.clock.wake(at, () => this.requestUpdate());
  }

  protected override willUpdate(): void {
    if (!this.isConnected) return;
    this.store = this.#findStore();
    const key = this.store && this.watchKey();
    const watched = key === undefined ? undefined : `${key} ${this.spokenLanguage}`;
    if (
      this.#unwatch &&
      watched === (this.#watched as { key: string }).key &&
      this.store === (this.#watched as { store: Store }).store
    )
      return;
    this.#unwatch?.();
    this.#unwatch = undefined;
    if (watched === undefined) return;
    this.#watched = { key: watched, store: this.store };
    this.#unwatch = this.watch(this.store!);
  }

  /** A broken drawing must never reach the page: what was served inside the tag comes back. */
  protected override scheduleUpdate(): void {
    try {
      void super.scheduleUpdate();
    } catch (error) {
      this.#warn('could not be drawn', String(error), error);
      try {
        // Not by hand: the next drawing must find what it left.
        render(html`<slot></slot>`, this.renderRoot, this.renderOptions);
      } catch {
        // Not even that; the page goes on without us.
      }
    }
  }

  /** A reader whose button has just been replaced stays here, not at the top of the page. */
  protected override update(changed: PropertyValues): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    super.update(changed);
    if (!activeElement || activeElement.isConnected) return;
    const target = this.focusTarget(changed);
    if (!target) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  /** What is read to somebody whose place is gone: the sentence, by default. */
  protected focusTarget(_changed: PropertyValues): HTMLElement | null {
    return this.renderRoot.querySelector('[part="sentence"],[part="phrase"]');
  }

  /** Asks the page for consent: a cancelable event that leaves the shadow tree. */
  protected request<T>(name: string, detail: T): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }

  #findStore(): Store | undefined {
    try {
      if (this.adapter) return storeOf(this.adapter);
      if (this.src) return storeAt(this.src);
      const provider = ancestor(
        this,
        (element) =>
          (element as Partial<StoreProvider>).store !== undefined &&
          element.localName === 'doorstep-provider',
      ) as StoreProvider | undefined;
      return provider?.store ?? defaultStore();
    } catch (error) {
      this.#warn('was given an adapter that cannot be used', this.adapter, error);
      return undefined;
    }
  }

  /** Once for each cause, not with every drawing. */
  #warn(what: string, cause: unknown, error: unknown): void {
    if (this.#complaint === cause) return;
    this.#complaint = cause;
    console.warn(`Doorstep: <${this.localName}> ${what}.`, error);
  }
}

type Registered = CustomElementConstructor & { doorstep?: string };

/** The version of this copy, for pages on which two meet. */
export const VERSION = '0.1.0';

/**
 * Registers a tag once. A page that already has one from another copy of the library keeps it; if the
 * copies differ, the console names both versions.
 */
export const register = (tag: string, element: Registered): void => {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  const known: Registered | undefined = registry?.get(tag);
  if (known) {
    if (known.doorstep !== VERSION)
      console.warn(
        `Doorstep: <${tag}> is already registered, by version ${known.doorstep ?? 'unknown'}; it stays, and ${VERSION} is not used.`,
      );
    return;
  }
  element.doorstep = VERSION;
  registry?.define(tag, element);
};

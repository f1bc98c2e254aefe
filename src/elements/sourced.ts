import type { PropertyDeclarations, PropertyValues, ReactiveElement } from 'lit';
import type { OrderAdapter } from '../adapter/index.js';
import { briefFor, languageChanged, onLocales, spoken } from '../i18n/index.js';
import { defaultStore, onSources, storeAt, storeOf, type Store } from '../store/index.js';

/** Milliseconds after which an element without a backend says so to the developer. */
const PATIENCE = 3000;

/** What a `<doorstep-provider>` offers to the elements inside it. */
export interface StoreProvider extends Element {
  readonly store: Store | undefined;
}

/** What the nearest element from here outwards, through shadow roots, has to give. */
const nearest = <T>(
  from: Element | null | undefined,
  selector: string,
  give: (found: Element) => T | undefined,
): T | undefined => {
  if (!from) return undefined;
  const found = from.closest(selector);
  const next = found?.parentElement ?? (from.getRootNode() as Partial<ShadowRoot>).host;
  return (found && give(found)) ?? nearest(next, selector, give);
};

let languages: MutationObserver | undefined;
const followed = new WeakSet<Node>();

/** Follows `lang` and `dir` on the element and on all around it, through shadow roots: one observer per page. */
const followLanguage = (from: Element | undefined): void => {
  languages ??= new MutationObserver(languageChanged);
  while (from) {
    const root = from.getRootNode() as Partial<ShadowRoot> & Node;
    if (!followed.has(root))
      languages.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    followed.add(root);
    from = root.host;
  }
};

/** What {@link sourced} gives to an element. */
export declare abstract class Sourced {
  /** Where facts come from, for this element alone. */
  adapter: OrderAdapter | undefined;
  /** Address of a backend that speaks the documented HTTP contract: `/doorstep`. */
  src: string | undefined;

  /** The store in use; `undefined` until an adapter is found. */
  protected store: Store | undefined;
  /** The language to speak: the nearest `lang`, through shadow roots; English if none is stated. */
  protected get language(): string;
  /** The language that is really spoken: what stands on the screen is marked with it. */
  protected get spokenLanguage(): string;
  /** Where the lines run that are drawn, if the page says nothing of it: as that language is written. */
  protected get direction(): 'rtl' | undefined;

  /** What watching depends on; watching begins anew when it changes. `undefined`: nothing to watch. */
  protected abstract watchKey(): string | undefined;
  /** Begins to watch. @returns the cancellation */
  protected abstract watch(store: Store): () => void;
  /** Shows what was served inside the tag, after a drawing that failed. */
  protected abstract fallBack(): void;
  /** Where an element draws that has no templates. */
  protected draw(): void;
  /** Draws again when the backend's clock reaches this instant (epoch milliseconds). */
  protected wakeAt(at: number | undefined): void;
  /** What is read to somebody whose place is gone: the sentence, by default. */
  protected focusTarget(changed: PropertyValues): HTMLElement | null;
}

// TypeScript wants it so of a mixin.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = abstract new (...parameters: any[]) => T;

/**
 * What all elements share: where facts come from, which language is spoken, when to draw again, and
 * that nothing is ever thrown into the page.
 *
 * It is a mixin because there are two kinds of elements. Those with much to say use Lit's templates;
 * the badge, of which a page has a thousand, is a plain element and writes its few nodes itself, so that
 * neither the code nor the time and memory of a template engine is spent.
 *
 * Light-DOM content stays visible until something truer is known, and comes back if drawing fails.
 */
export const sourced = <T extends Constructor<HTMLElement>>(
  Base: T,
): T & Constructor<Sourced> & Pick<typeof ReactiveElement, 'properties' | 'observedAttributes'> => {
  // A plain element has the same protected methods, which TypeScript compares by their declaration.
  const Drawing = Base as unknown as Constructor<ReactiveElement> & typeof ReactiveElement;
  abstract class SourcedElement extends Drawing {
    static override properties: PropertyDeclarations = {
      adapter: { attribute: false },
      src: {},
    };

    /** Where facts come from, for this element alone. */
    declare adapter: OrderAdapter | undefined;
    /** Address of a backend that speaks the documented HTTP contract: `/doorstep`. */
    declare src: string | undefined;

    /** @internal */
    declare store: Store | undefined;
    #undo: (() => void)[] | undefined;
    #spoken: string | undefined;
    #watched:
      | {
          readonly key: string;
          readonly language: string;
          readonly store: Store;
          readonly stop: () => void;
        }
      | undefined;
    #alarm: { readonly at: number; readonly store: Store; readonly cancel: () => void } | undefined;
    #complaint: unknown;

    override connectedCallback(): void {
      super.connectedCallback();
      const draw = (): void => this.requestUpdate();
      this.#undo = [onSources(draw), onLocales(draw)];
      followLanguage(this);
      this.requestUpdate();
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      for (const undo of this.#undo ?? []) undo();
      this.#undo = undefined;
      this.#watched?.stop();
      this.#watched = undefined;
      this.wakeAt(undefined);
    }

    get language(): string {
      return nearest(this, '[lang]', (found) => found.getAttribute('lang') || undefined) ?? 'en';
    }

    get spokenLanguage(): string {
      return this.#spoken ?? spoken(this.language);
    }

    get direction(): 'rtl' | undefined {
      const { direction } = briefFor(this.spokenLanguage).locale;
      // A page that states a direction anywhere around means it.
      return direction && (nearest(this, '[dir]', (found) => found) ? undefined : direction);
    }

    abstract watchKey(): string | undefined;
    abstract watch(store: Store): () => void;
    abstract fallBack(): void;
    draw(): void {}

    wakeAt(at: number | undefined): void {
      const { store } = this;
      if (this.#alarm?.at === at && this.#alarm?.store === store) return;
      this.#alarm?.cancel();
      this.#alarm = undefined;
      // An element that has left the page may still be drawn once, and must not go on from there.
      if (at === undefined || !store || !this.isConnected) return;
      const cancel = store.clock.wake(at, () => {
        this.#alarm = undefined;
        this.requestUpdate();
      });
      this.#alarm = { at, store, cancel };
    }

    protected override willUpdate(): void {
      const language = (this.#spoken = spoken(this.language));
      if (!this.isConnected) return;
      const store = (this.store = this.#findStore());
      const key = store && this.watchKey();
      const last = this.#watched;
      if (last?.key === key && last?.store === store && last?.language === language) return;
      last?.stop();
      this.#watched = undefined;
      if (!store || key === undefined) return this.#waitForMore();
      this.#watched = { key, language, store, stop: this.watch(store) };
    }

    /** A broken drawing must never reach the page: what was served inside the tag comes back. */
    protected override scheduleUpdate(): void {
      try {
        void super.scheduleUpdate();
      } catch (error) {
        this.#warn('could not be drawn', String(error), error);
        try {
          this.fallBack();
        } catch {
          // Not even that; the page goes on without us.
        }
      }
    }

    /** A reader whose button has just been replaced stays here, not at the top of the page. */
    protected override update(changed: PropertyValues): void {
      const activeElement = this.shadowRoot?.activeElement;
      super.update(changed);
      this.draw();
      if (!activeElement || activeElement.isConnected) return;
      const target = this.focusTarget(changed);
      if (!target) return;
      if (target.tabIndex < 0) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }

    focusTarget(_changed: PropertyValues): HTMLElement | null {
      return this.renderRoot.querySelector('[part="sentence"],[part="phrase"]');
    }

    #findStore(): Store | undefined {
      try {
        if (this.adapter) return storeOf(this.adapter);
        if (this.src) return storeAt(this.src);
        return (
          nearest(this, 'doorstep-provider', (found) => (found as StoreProvider).store) ??
          defaultStore()
        );
      } catch (error) {
        this.#warn('cannot use its adapter', this.adapter, error);
        return undefined;
      }
    }

    /** A provider may come later, and what it is about; who waits in vain is told. */
    #waitForMore(): void {
      const undo = this.#undo;
      if (!undo || undo.length > 2) return;
      const patience = setTimeout(() => {
        if (!this.#watched) this.#warn('lacks `src`, `adapter` or provider; or `sku`, `order`', '');
      }, PATIENCE);
      undo.push(() => clearTimeout(patience));
    }

    /** Once for each cause, not with every drawing. */
    #warn(what: string, cause: unknown, error = cause): void {
      if (this.#complaint === cause) return;
      this.#complaint = cause;
      console.warn(`Doorstep: <${this.localName}> ${what}.`, error);
    }
  }
  return SourcedElement as never;
};

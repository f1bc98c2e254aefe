import { announceSources, storeAt, storeOf, type Store } from '../../store/index.js';
import type { OrderAdapter } from '../../adapter/index.js';
import type { StoreProvider } from '../sourced.js';

// Importing the package in Node must not throw; there it is never constructed.
const Base = globalThis.HTMLElement ?? class {};

/**
 * Gives one adapter to all elements inside it. It draws nothing and takes no room.
 *
 * @tag doorstep-provider
 *
 * @example
 * <doorstep-provider src="/doorstep">
 *   <doorstep-stock sku="DISPLAY-27-4K" quantity="2">2 on the shelf</doorstep-stock>
 *   <doorstep-order order="FR-1042">
 *     <p>Your delivery is promised for Monday 23 November, before 17:00.</p>
 *   </doorstep-order>
 * </doorstep-provider>
 *
 * @a11y It is not seen by anybody: no box, no role, no place in the order of focus.
 *
 * @slot - The page's own content.
 */
export class DoorstepProvider extends Base implements StoreProvider {
  static readonly observedAttributes = ['src', 'hidden'];

  #adapter: OrderAdapter | undefined;

  constructor() {
    super();
    // What was set before this class was known is taken up.
    for (const name of ['adapter', 'src'])
      if (Object.hasOwn(this, name)) {
        const early: unknown = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, early);
      }
  }

  /** Where facts come from. */
  get adapter(): OrderAdapter | undefined {
    return this.#adapter;
  }

  set adapter(adapter: OrderAdapter | undefined) {
    this.#adapter = adapter;
    announceSources();
  }

  /**
   * Address of a backend that speaks the documented HTTP contract.
   * @attr
   */
  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(address: string | null | undefined) {
    // A framework sets what it has no value for.
    if (address) this.setAttribute('src', address);
    else this.removeAttribute('src');
  }

  /** The store of the elements inside. */
  get store(): Store | undefined {
    return this.#adapter ? storeOf(this.#adapter) : this.src ? storeAt(this.src) : undefined;
  }

  connectedCallback(): void {
    this.style.display = this.hasAttribute('hidden') ? 'none' : 'contents';
    announceSources();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.connectedCallback();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'doorstep-provider': DoorstepProvider;
  }
}

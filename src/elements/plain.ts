import type { CSSResult } from 'lit';

/** How a property is written as an attribute: by its own name if nothing else is said. */
interface Property {
  readonly attribute?: string | false;
  readonly type?: typeof Number;
}

// Importing the package in Node must not throw; there it is never constructed.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * The little of a Lit element that one needs which draws without templates: properties, attributes,
 * styles, and one drawing for all changes of a moment. It follows Lit's names, so that `sourced` works
 * on both.
 */
export abstract class PlainElement extends Base {
  static properties: Readonly<Record<string, Property>> = {};
  static styles: readonly CSSResult[] = [];

  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, { attribute = name, type }]) => {
      if (!(name in this.prototype))
        Object.defineProperty(this.prototype, name, {
          get(this: PlainElement): unknown {
            if (this.#set && name in this.#set) return this.#set[name];
            const text = attribute && this.getAttribute(attribute);
            return typeof text === 'string' ? (type ? type(text) : text) : undefined;
          },
          set(this: PlainElement, value: unknown) {
            if (Object.is((this as unknown as Record<string, unknown>)[name], value)) return;
            (this.#set ??= {})[name] = value;
            this.requestUpdate(name);
          },
        });
      return attribute || [];
    });
  }

  /** What was set as a property; everything else is read from the attributes. */
  #set: Record<string, unknown> | undefined;
  #pending: Promise<boolean> | undefined;

  constructor() {
    super();
    // A value that was set before this class was known is taken up.
    const early = this as unknown as Record<string, unknown>;
    for (const name in (this.constructor as typeof PlainElement).properties)
      if (Object.hasOwn(this, name)) {
        (this.#set ??= {})[name] = early[name];
        delete early[name];
      }
  }

  get renderRoot(): ShadowRoot {
    if (this.shadowRoot) return this.shadowRoot;
    const root = this.attachShadow({ mode: 'open' });
    const { styles } = this.constructor as typeof PlainElement;
    root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet!);
    return root;
  }

  connectedCallback(): void {
    void this.renderRoot;
  }
  disconnectedCallback(): void {}

  attributeChangedCallback(attribute: string): void {
    const { properties } = this.constructor as typeof PlainElement;
    for (const name in properties)
      if ((properties[name]!.attribute ?? name) === attribute) {
        delete this.#set?.[name];
        this.requestUpdate(name);
      }
  }

  /** Draws soon, once for all changes until then. */
  requestUpdate(_name?: string): void {
    this.#pending ??= Promise.resolve().then(() => {
      this.#pending = undefined;
      this.scheduleUpdate();
      return true;
    });
  }

  get updateComplete(): Promise<boolean> {
    return this.#pending ?? Promise.resolve(true);
  }

  protected scheduleUpdate(): void {
    this.willUpdate(new Map());
    this.update(new Map());
  }

  protected willUpdate(_changed: Map<PropertyKey, unknown>): void {}
  protected update(_changed: Map<PropertyKey, unknown>): void {}
}

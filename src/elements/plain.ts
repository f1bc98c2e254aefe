import type { CSSResult } from 'lit';

/** How a property is written as an attribute: by its own name if nothing else is said. */
interface Property {
  readonly attribute?: string | false;
  readonly type?: typeof Number;
}

/** The property that an attribute sets. */
const names = new Map<string, string>();

/** Who is drawn next, and when all of them are. */
let waiting = new Set<PlainElement>();
let drawing: Promise<boolean> | undefined;

const NOTHING: Map<PropertyKey, unknown> = new Map();

// Importing the package in Node must not throw; there it is never constructed.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * The little of a Lit element that one needs which draws without templates: properties, attributes,
 * styles, and one drawing for all changes of a moment. It follows Lit's names, so that `sourced` works
 * on both.
 */
export abstract class PlainElement extends Base {
  declare static properties: Readonly<Record<string, Property>>;
  declare static styles: readonly CSSResult[];

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
      if (attribute) names.set(attribute, name);
      return attribute || [];
    });
  }

  /** What was set as a property; everything else is read from the attributes. */
  #set: Record<string, unknown> | undefined;

  /** A value that was set before this class was known is taken up, and goes before the page's attributes. */
  protected takeUp(): void {
    const early = this as unknown as Record<string, unknown>;
    for (const name of Object.keys(this))
      if (name in (this.constructor as typeof PlainElement).properties) {
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

  connectedCallback(): void {}
  disconnectedCallback(): void {}

  attributeChangedCallback(attribute: string): void {
    const name = names.get(attribute);
    if (!name) return;
    delete this.#set?.[name];
    this.requestUpdate(name);
  }

  /** Draws soon: once for all changes until then, and all elements of a page in one go. */
  requestUpdate(_name?: string): void {
    waiting.add(this);
    drawing ??= Promise.resolve().then(() => {
      const elements = waiting;
      waiting = new Set();
      drawing = undefined;
      for (const element of elements) element.scheduleUpdate();
      return true;
    });
  }

  get updateComplete(): Promise<boolean> {
    return drawing ?? Promise.resolve(true);
  }

  /** Must not throw: others are drawn after it. */
  protected scheduleUpdate(): void {
    this.willUpdate(NOTHING);
    this.update(NOTHING);
  }

  protected willUpdate(_changed: Map<PropertyKey, unknown>): void {}
  protected update(_changed: Map<PropertyKey, unknown>): void {}
}

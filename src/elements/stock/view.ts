import { attribute, linkButton, make } from '../dom.js';
import { drawMark, type Mark } from '../marks.js';

/** The links of the source line: to check again, to be told, to see who says so. */
export type LinkName = 'again' | 'tell' | 'who';

/** How good the news is, and its icon: a meaning never rests on colour alone. */
const MARKS = {
  good: 'done',
  care: 'half',
  bad: 'cross',
  unknown: 'unknown',
} as const satisfies Record<string, Mark>;
export type Tone = keyof typeof MARKS;

const patterns: Partial<Record<Tone, Element>> = {};

/** The nodes of what is known: built once for the page and copied, as one call is cheaper than ten. */
const copyPattern = (tone: Tone): HTMLElement =>
  (patterns[tone] ??= make(
    'p',
    { class: `stock ${tone}` },
    drawMark(MARKS[tone]),
    make('b', { part: 'phrase' }, ' '),
    ' ',
    make('span', { class: 'small', part: 'source' }, ' '),
  )).cloneNode(true) as HTMLElement;

/** The nodes of a badge that is awake. */
export class View {
  readonly base = make('div', { class: 'base' });
  /** Whether it says in which language it is, and where its lines run. */
  isMarked = false;
  /** Whether there has been a link. */
  isLinked = false;
  readonly #press: (link: LinkName) => void;
  readonly #links: Partial<Record<LinkName, HTMLButtonElement>> = {};
  #shows = '';
  #stock: HTMLElement | undefined;
  #tone: Tone | undefined;
  #seen: Text | undefined;
  #heard: Text | undefined;
  #text: Text | undefined;
  /** What they say: asking them costs more than remembering. */
  #phrase: string | undefined;
  #aloud: string | undefined;
  #source: string | undefined;

  constructor(root: Node, press: (link: LinkName) => void) {
    this.#press = press;
    root.appendChild(this.base);
  }

  /** The text that was served inside the tag, or the words of a wait where there is none. */
  served(waiting: string): void {
    this.#show(`served ${waiting}`, () =>
      make('slot', {}, make('span', { class: 'small' }, waiting)),
    );
  }

  /** A wait alone, as high as what stood here. */
  wait(waiting: string): void {
    this.#show(`wait ${waiting}`, () => {
      this.base.style.minHeight = `${this.base.getBoundingClientRect().height}px`;
      return make('span', { class: 'small' }, waiting);
    });
  }

  /** What is known, or that nothing is. `aloud`: other words for somebody who listens. */
  stock(tone: Tone, phrase: string, aloud: string | undefined, source: string): void {
    if (!this.#stock) {
      this.#stock = copyPattern((this.#tone = tone));
      this.#seen = this.#stock.children[1]!.firstChild as Text;
      this.#text = this.#stock.lastChild!.firstChild as Text;
    }
    const stock = this.#stock;
    if (this.#tone !== tone) {
      stock.className = `stock ${(this.#tone = tone)}`;
      stock.firstChild!.replaceWith(drawMark(MARKS[tone]));
    }
    if (!this.#heard !== !aloud) {
      this.#seen = new Text((this.#phrase = phrase));
      this.#heard = aloud ? new Text(aloud) : undefined;
      this.#aloud = aloud;
      stock.children[1]!.replaceChildren(
        ...(this.#heard
          ? [
              make('span', { 'aria-hidden': 'true' }, this.#seen),
              make('span', { class: 'visually-hidden' }, this.#heard),
            ]
          : [this.#seen]),
      );
    }
    // The texts that are there take the new words; that is cheaper than others.
    if (this.#phrase !== phrase) this.#seen!.data = this.#phrase = phrase;
    if (this.#aloud !== aloud) this.#heard!.data = this.#aloud = aloud!;
    if (this.#source !== source) this.#text!.data = this.#source = source;
    this.#show('stock', () => stock);
  }

  /** A link at the end of the source line; without a label, none. `name`: what it is out of its context. */
  link(
    which: LinkName,
    label: string,
    name: string,
    state: 'aria-disabled' | 'aria-expanded',
    value: boolean,
  ): void {
    const source = this.#text!.parentElement!;
    let button = this.#links[which];
    if (!label) {
      button?.parentElement!.remove();
      delete this.#links[which];
      return;
    }
    if (!button) {
      this.isLinked = true;
      button = this.#links[which] = linkButton('', () => this.#press(which));
      // To ask again or to be told comes first.
      source.insertBefore(
        make('span', {}, ' ', button),
        which === 'who' ? null : this.#text!.nextSibling,
      );
    }
    if (button.textContent !== label) button.textContent = label;
    attribute(button, 'aria-label', name);
    attribute(button, state, `${value}`);
  }

  #show(what: string, nodes: () => Element): void {
    if (this.#shows === what) return;
    this.#shows = what;
    // Words alone need a box, which what is known brings with it.
    const { base } = this;
    if (what === 'stock') base.removeAttribute('style');
    else base.style.display = 'block';
    base.replaceChildren(nodes());
  }
}

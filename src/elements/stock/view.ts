import { attribute, linkButton, make } from '../dom.js';
import { drawMark, type Mark } from '../marks.js';

/** The links of the source line: to check again, to be told, to see who says so. */
export type LinkName = 'again' | 'tell' | 'who';

/** What a link says. */
export interface LinkWords {
  readonly label: string;
  /** What names it out of its context. */
  readonly name: string;
  readonly attribute: 'aria-disabled' | 'aria-expanded';
  readonly value: boolean;
}

let pattern: Element | undefined;
let served: Element | undefined;

/** The nodes of what is known: built once for the page and copied, as one call is cheaper than ten. */
const copyPattern = (): HTMLElement => {
  pattern ??= make(
    'p',
    {},
    make('b', { part: 'phrase' }, ' '),
    ' ',
    make('span', { class: 'small', part: 'source' }, ' '),
  );
  return pattern.cloneNode(true) as HTMLElement;
};

/** The nodes of a badge that is awake. */
export class View {
  readonly base = make('div', { class: 'base' });
  readonly #press: (link: LinkName) => void;
  readonly #links: Partial<Record<LinkName, HTMLButtonElement>> = {};
  #shows = '';
  #stock: HTMLElement | undefined;
  #text: Text | undefined;
  #tone = '';
  #mark: Mark | undefined;
  #said = '';

  constructor(root: Node, press: (link: LinkName) => void) {
    this.#press = press;
    root.appendChild(this.base);
  }

  /** The text that was served inside the tag, or the words of a wait where there is none. */
  served(waiting: string): void {
    this.#show(`served ${waiting}`, () => {
      if (served?.textContent !== waiting) served = make('slot', {}, wait(waiting));
      return served.cloneNode(true) as Element;
    });
  }

  /** A wait alone, as high as what stood here. */
  wait(waiting: string): void {
    this.#show(`wait ${waiting}`, () => {
      this.base.style.setProperty('--_kept', `${this.base.getBoundingClientRect().height}px`);
      return wait(waiting);
    });
  }

  /** What is known, or that nothing is. `aloud`: other words for somebody who listens. */
  stock(tone: string, mark: Mark, phrase: string, aloud: string | undefined, source: string): void {
    const stock = (this.#stock ??= copyPattern());
    this.#text ??= stock.lastChild!.firstChild as Text;
    if (this.#tone !== tone) stock.className = `stock ${(this.#tone = tone)}`;
    if (this.#mark !== mark) {
      if (this.#mark) stock.firstChild!.remove();
      stock.prepend(drawMark((this.#mark = mark)));
    }
    const said = `${phrase}\n${aloud}`;
    if (this.#said !== said) {
      const b = stock.childNodes[1] as Element;
      const [seen, heard] = b.children;
      // The texts that are there take the new words; that is cheaper than others.
      if (aloud === undefined)
        if (b.firstChild instanceof Text) b.firstChild.data = phrase;
        else b.replaceChildren(phrase);
      else if (seen && heard) {
        (seen.firstChild as Text).data = phrase;
        (heard.firstChild as Text).data = aloud;
      } else
        b.replaceChildren(
          make('span', { 'aria-hidden': 'true' }, phrase),
          make('span', { class: 'visually-hidden' }, aloud),
        );
      this.#said = said;
    }
    if (this.#text.data !== source) this.#text.data = source;
    this.#show('stock', () => {
      this.base.style.removeProperty('--_kept');
      return stock;
    });
  }

  /** A link at the end of the source line, or none. */
  link(which: LinkName, words: LinkWords | undefined): void {
    const source = this.#text!.parentElement!;
    let button = this.#links[which];
    if (!words) {
      button?.parentElement!.remove();
      delete this.#links[which];
      return;
    }
    if (!button) {
      button = this.#links[which] = linkButton('', () => this.#press(which));
      // To ask again or to be told comes first.
      source.insertBefore(
        make('span', {}, ' ', button),
        which === 'who' ? null : this.#text!.nextSibling,
      );
    }
    if (button.textContent !== words.label) button.textContent = words.label;
    attribute(button, 'aria-label', words.name);
    attribute(button, words.attribute, `${words.value}`);
  }

  #show(what: string, nodes: () => Element): void {
    if (this.#shows === what) return;
    this.#shows = what;
    this.base.replaceChildren(nodes());
  }
}

const wait = (words: string): Element => make('span', { class: 'small late-appear' }, words);

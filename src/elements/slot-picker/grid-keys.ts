import { Slots } from '../../store/index.js';
import type { Slot } from '../../model/index.js';
import { cellsOf, move, rowsUpTo, type Cell } from './grid.js';
import type { Host } from './view.js';

/** Rows that are shown at once, and that one press adds: a week. */
const WEEK = 7;

/** How far the grid is shown, which cell Tab leads to, and where the keys lead from there. */
export class GridKeys {
  rows = WEEK;
  /** The cell of the grid that Tab leads to. */
  active: string | undefined;
  readonly #host: Host;
  readonly #press: (cell: Cell) => void;
  /** Where the focus goes when it is there: the key that was pressed below the last row. */
  #goal: string | undefined;
  /** Whether the focus is to be where the times will stand, as soon as they do. */
  #isAwaited = false;

  /** @param press what a press on a cell does */
  constructor(host: Host, press: (cell: Cell) => void) {
    this.#host = host;
    this.#press = press;
  }

  /** The cell that Tab leads to. */
  get node(): HTMLElement | null {
    const { renderRoot } = this.#host.element;
    return renderRoot?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]') ?? null;
  }

  focus(options?: FocusOptions): void {
    const { node } = this;
    this.#isAwaited = !node;
    node?.focus(options);
  }

  /** Shows more days, and asks for them if they are not here yet. @returns whether there are any */
  later(): boolean {
    const view = this.#host.view();
    if (!view) return false;
    const { grid, state } = view;
    if (!grid.more && (!state.more || state.asking)) return false;
    this.rows = grid.rows.length + WEEK;
    if (!grid.more) this.#host.store()!.part(Slots).more(this.#host.query(), this.#host.language());
    this.#host.element.requestUpdate();
    return true;
  }

  /** Leads to a slot, and chooses nothing. */
  jump({ slotId }: Slot): void {
    const { days, hold } = this.#host.view()!.verdict;
    this.rows = Math.max(this.rows, rowsUpTo(slotId, days, hold));
    this.#go(slotId);
  }

  /** After a drawing: goes where somebody wanted to go before it stood there. */
  drawn(): void {
    const view = this.#host.view();
    const { shadowRoot } = this.#host.element;
    if (this.#goal && view) {
      const next = move(view.grid, this.active, this.#goal, false);
      if (next !== 'end') {
        this.#goal = undefined;
        if (next && shadowRoot?.activeElement === this.node) this.#go(next.key);
      } else if (!view.state.asking) this.#goal = undefined;
    }
    // Somebody who has gone on meanwhile is not called back.
    if (this.#isAwaited && document.activeElement === document.body) this.focus();
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const view = this.#host.view();
    if (!view || event.altKey || event.metaKey || event.shiftKey) return;
    const { key } = event;
    const cell = this.#cellOf(event);
    if (!cell) return;
    if (key === ' ' || key === 'Enter') {
      event.preventDefault();
      return this.#press(cell);
    }
    const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const mirrored = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key];
    const led = (isRtl && mirrored) || key;
    const next = move(view.grid, cell.key, led, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    if (next !== 'end') return this.#go(next.key);
    if (this.later()) this.#goal = led;
  };

  readonly onClick = (event: Event): void => {
    const cell = this.#cellOf(event);
    if (!cell) return;
    this.active = cell.key;
    this.#press(cell);
  };

  #cellOf(event: Event): Cell | undefined {
    const { key } =
      (event.target as Element).closest<HTMLElement>('[role="gridcell"]')?.dataset ?? {};
    return cellsOf(this.#host.view()!.grid).find((each) => each.key === key);
  }

  #go(key: string): void {
    this.active = key;
    const { element } = this.#host;
    element.requestUpdate();
    void element.updateComplete.then(() => this.focus());
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { toEpoch, type Slot } from '../../model/index.js';
import type { ListedSlot } from '../../verdicts/slot.js';
import { icon } from '../icons.js';
import { cellsOf, type Cell, type Row } from './grid.js';
import type { GridKeys } from './grid-keys.js';
import { dayWords, hoursOf, reasonOf, stateWord, type View } from './view.js';
import { slotWords } from './words.js';

/** What the grid shows besides what is known. */
export interface Shown {
  readonly keys: GridKeys;
  /** Identifier of the chosen slot. */
  readonly value: string | undefined;
  /** Those that were just taken by somebody else. */
  readonly taken: ReadonlySet<string>;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
  /** What the page calls it. */
  readonly name: string | null;
}

/** Whether a press would choose it. */
export const canChoose = (
  { slot, state }: ListedSlot,
  { value, taken }: Pick<Shown, 'value' | 'taken'>,
): boolean => (state === 'free' || slot.slotId === value) && !taken.has(slot.slotId);

/** Links to the earliest and the most precise slot. */
export const jumpsTemplate = (view: View, keys: GridKeys): TemplateResult | typeof nothing => {
  const { m, verdict } = view;
  const { earliest: first, shortest } = verdict;
  if (verdict.free < 2 || !first) return nothing;
  const jump = (which: string, slot: Slot): TemplateResult =>
    html`<button
      type="button"
      class="link"
      part="jump"
      aria-label=${m.jump(which, slotWords(slot, view))}
      @click=${() => keys.jump(slot)}
    >
      ${which}
    </button>`;
  return html`<div class="jumps small">
    ${jump(m.earliest, first)}
    ${shortest && shortest !== first ? jump(m.shortest, shortest) : nothing}
  </div>`;
};

/** The days and windows, as the grid pattern of the ARIA practices says. */
export const gridTemplate = (view: View, shown: Shown): TemplateResult => {
  const { grid, m } = view;
  const { keys, value } = shown;
  const cells = cellsOf(grid);
  const isThere = (key: string | undefined): boolean => cells.some((cell) => cell.key === key);
  if (!isThere(keys.active))
    keys.active = isThere(value)
      ? value
      : (cells.find(({ listed }) => listed && canChoose(listed, shown)) ?? cells[0])?.key;
  return html`<div
    role="grid"
    class="grid columns-${grid.columns}"
    part="grid"
    aria-label=${shown.name || m.label}
    aria-describedby=${shown.isInvalid ? 'invalid' : nothing}
    aria-disabled=${shown.isDisabled ? 'true' : nothing}
    @click=${keys.onClick}
    @keydown=${keys.onKey}
  >
    ${repeat(
      grid.rows,
      ({ key }) => key,
      (each) => row(each, view, shown),
    )}
  </div>`;
};

const row = ({ date, cells }: Row, view: View, shown: Shown): TemplateResult => {
  const { f, grid } = view;
  const columns = grid.columns || 1;
  const places = cells.some(({ reason }) => reason)
    ? cells
    : grid.columns
      ? [...Array(columns).keys()].map((column) => cells.find((cell) => cell.column === column))
      : cells;
  const [weekday, rest] = [f.weekday(date, 'short'), f.shortDate(date)];
  return html`<div role="row" class="row">
    <div role="rowheader" class="day-name" part="day" aria-label=${f.longCivil(date)}>
      <b>${weekday}</b> <bdi>${rest}</bdi>
    </div>
    <div class="cells" role="presentation">
      ${repeat(
        places,
        (cell, index) => cell?.key ?? index,
        (cell) => (cell ? cellTemplate(cell, date, view, shown) : html`<i></i>`),
      )}
      ${reasons(cells, view, shown.value)}
    </div>
  </div>`;
};

/** Why single windows of a day cannot be chosen, below them; whoever listens hears it with each. */
const reasons = (
  cells: readonly Cell[],
  view: View,
  value: string | undefined,
): TemplateResult[] => {
  const said = new Map<string, string[]>();
  for (const { listed } of cells) {
    const reason = listed && reasonOf(listed, view);
    if (reason && listed.slot.slotId !== value)
      said.set(reason, [...(said.get(reason) ?? []), hoursOf(listed.slot, view)]);
  }
  return [...said].map(
    ([reason, hours]) =>
      html`<p class="reason" aria-hidden="true">${view.m.because(view.f.list(hours), reason)}</p>`,
  );
};

const cellTemplate = (cell: Cell, date: string, view: View, shown: Shown): TemplateResult => {
  const { m, f, grid } = view;
  const { listed, reason, key, column } = cell;
  const tab = key === shown.keys.active && !shown.isDisabled ? '0' : '-1';
  if (!listed) {
    const words = dayWords(reason!, view);
    return html`<div
      role="gridcell"
      class="cell whole"
      part="slot"
      data-key=${key}
      tabindex=${tab}
      aria-disabled="true"
      aria-colindex="2"
      aria-colspan=${grid.columns || 1}
      aria-label=${m.dayAloud(f.longCivil(date), words)}
    >
      ${icon('slash')}<span>${words}</span>
    </div>`;
  }
  const { slot, state } = listed;
  const isChosen = slot.slotId === shown.value;
  const isOpenNow = !shown.isDisabled && canChoose(listed, shown);
  const isTaken = shown.taken.has(slot.slotId);
  const word = isTaken ? m.taken : stateWord(isChosen ? { state: 'free' } : listed, m);
  const isOpen = isChosen || (state === 'free' && !isTaken);
  const { observedAt, state: freshness } = view.verdict.freshness;
  const spokenState =
    isOpen && freshness === 'stale'
      ? m.wasFree(f.ago(view.now - observedAt!))
      : f.list([word.toLocaleLowerCase(f.language), reasonOf(listed, view)]);
  const price = slot.price && (slot.price.amount ? f.money(slot.price) : m.noCharge);
  const [from, before] = f.shortEnds(toEpoch(slot.from)!, toEpoch(slot.before)!);
  return html`<div
    role="gridcell"
    class="cell ${isOpen ? '' : 'shut'} ${isChosen ? 'chosen' : ''} ${isTaken ? 'bad' : ''}"
    part="slot"
    data-key=${key}
    tabindex=${tab}
    aria-selected=${isChosen}
    aria-disabled=${isOpenNow ? nothing : 'true'}
    aria-colindex=${grid.columns ? column + 2 : nothing}
  >
    <span class="visually-hidden"
      >${m.aloud(f.longCivil(date), from, before, f.list([spokenState, isOpen && price]))}</span
    >
    ${
      isOpen
        ? html`${isChosen ? icon('tick') : nothing}<bdi aria-hidden="true"
              >${hoursOf(slot, view)}</bdi
            >${
              price
                ? html`<small aria-hidden="true">${price.replaceAll('\u00a0', ' ')}</small>`
                : nothing
            }`
        : html`<s aria-hidden="true"><bdi>${hoursOf(slot, view)}</bdi></s
            ><small aria-hidden="true">${word}</small>`
    }
  </div>`;
};

/** The zone, and the later days. */
export const belowTemplate = (view: View, keys: GridKeys): TemplateResult | typeof nothing => {
  const { m, f, state, grid } = view;
  const hasMore = state.more || grid.more;
  // Zones may differ on one side of a clock change only.
  const zone = grid.rows
    .map(({ cells: [first] }) => first?.listed && f.foreignZone(toEpoch(first.listed.slot.from)!))
    .find(Boolean);
  if (!zone && !hasMore) return nothing;
  return html`<p class="small">
    ${zone ? m.zone(zone) : nothing}
    ${
      hasMore
        ? html`<button
            type="button"
            class="link"
            part="later"
            aria-disabled=${state.asking}
            @click=${() => keys.later()}
          >
            ${m.later}
          </button>`
        : nothing
    }
  </p>`;
};

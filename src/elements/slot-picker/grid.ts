import { offsetMinutes, toEpoch, type Constraint, type SlotHold } from '../../model/index.js';
import type { ListedDay, ListedSlot } from '../../verdicts/slot.js';

/** What stands in one place of the grid: a window, or in one piece why a whole day has none. */
export interface Cell {
  /** The same for the same thing as long as it is listed. */
  readonly key: string;
  /** Its first column, from 0. */
  readonly column: number;
  readonly listed?: ListedSlot;
  /** Why there is nothing to choose; `true` where nobody says why. */
  readonly reason?: { readonly said: string | true } | { readonly ruledOut: Constraint } | 'past';
}

/** One day, or a part of one that has very many windows. */
export interface Row {
  readonly key: string;
  readonly date: string;
  readonly cells: readonly Cell[];
}

/** The days as rows. `columns` is 0 where their windows differ too much to stand below one another. */
export interface Grid {
  readonly columns: number;
  readonly rows: readonly Row[];
  /** Whether there are more rows than were asked for. */
  readonly more: boolean;
}

/** All cells, row by row. */
export const cellsOf = ({ rows }: Grid): Cell[] => rows.flatMap(({ cells }) => cells);

/** More columns than these are too narrow for a thumb. */
const MOST_COLUMNS = 4;
/** Windows of one day in one row; a day with more goes on in the next. */
const MOST_CELLS = 12;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** When a window begins and ends on the wall clock there: what makes two of different days alike. */
const windowOf = ({ slot }: ListedSlot, timeZone: string): string =>
  [slot.from, slot.before]
    .map((at) => {
      const epoch = toEpoch(at)!;
      const minutes = ((epoch + offsetMinutes(timeZone, epoch)! * MINUTE) % DAY) / MINUTE;
      return String(minutes).padStart(4, '0');
    })
    .join();

/** A day that has nothing to choose for one reason is said in one piece. */
const wholeDay = ({ slots, closed, ruledOut }: ListedDay): Cell['reason'] => {
  if (closed !== undefined) return { said: closed };
  if (slots.every(({ state }) => state === 'past')) return 'past';
  if (ruledOut) return { ruledOut };
  const first = slots[0]!.slot.unavailable?.reason;
  return first !== undefined &&
    slots.every(({ state, slot }) => state === 'unavailable' && slot.unavailable?.reason === first)
    ? { said: first }
    : undefined;
};

interface Part {
  readonly key: string;
  readonly date: string;
  readonly reason: Cell['reason'];
  readonly slots: readonly ListedSlot[];
}

/** The days as rows, until there are as many as asked for. */
const partsOf = (
  days: readonly ListedDay[],
  most: number,
  hold: SlotHold | undefined,
): readonly Part[] => {
  const parts: Part[] = [];
  for (const day of days) {
    if (parts.length >= most) break;
    // What the customer holds stays in view, whatever else is said of its day.
    const isHeld = day.slots.some(({ slot }) => slot.slotId === hold?.slotId);
    const reason = isHeld ? undefined : wholeDay(day);
    const { date } = day;
    let from = 0;
    do {
      const slots = reason ? [] : day.slots.slice(from, from + MOST_CELLS);
      parts.push({ key: `${date} ${from}`, date, reason, slots });
      from += MOST_CELLS;
    } while (!reason && from < day.slots.length);
  }
  return parts;
};

/** How many rows there are up to the one with this slot. */
export const rowsUpTo = (
  slotId: string,
  days: readonly ListedDay[],
  hold: SlotHold | undefined,
): number =>
  partsOf(days, Infinity, hold).findIndex(({ slots }) =>
    slots.some(({ slot }) => slot.slotId === slotId),
  ) + 1;

/** The first days as rows: at most as many rows as asked for. */
export const gridOf = (
  days: readonly ListedDay[],
  most: number,
  timeZone: string,
  hold: SlotHold | undefined,
): Grid => {
  const all = partsOf(days, most + 1, hold);
  const rows = all.slice(0, most);
  const more = all.length > most;
  const windows = rows.map(({ slots }) => slots.map((listed) => windowOf(listed, timeZone)));
  const order = [...new Set(windows.flat())].sort();
  const fits =
    order.length <= MOST_COLUMNS && windows.every((day) => new Set(day).size === day.length);
  return {
    columns: fits ? Math.max(order.length, 1) : 0,
    more,
    rows: rows.map(({ key, date, reason, slots }, row) => ({
      key,
      date,
      cells: reason
        ? [{ key, column: 0, reason }]
        : slots.map((listed, index) => ({
            key: listed.slot.slotId,
            column: fits ? order.indexOf(windows[row]![index]!) : index,
            listed,
          })),
    })),
  };
};

/** Rows that PageUp and PageDown move by: a week. */
const PAGE = 7;

/**
 * Where a key leads, as the grid pattern of the ARIA practices says; `undefined` if it is not one of its
 * keys, `'end'` if it would lead below the last row.
 */
export const move = (
  { rows }: Grid,
  from: string | undefined,
  key: string,
  isControl: boolean,
): Cell | 'end' | undefined => {
  const row = Math.max(
    rows.findIndex(({ cells }) => cells.some((cell) => cell.key === from)),
    0,
  );
  const { cells } = rows[row]!;
  const index = Math.max(
    cells.findIndex((cell) => cell.key === from),
    0,
  );
  const down = (by: number): Cell | 'end' => {
    const last = rows.length - 1;
    if (by > 0 && row === last) return 'end';
    const { column } = cells[index]!;
    const distance = (cell: Cell): number => Math.abs(cell.column - column);
    return rows[Math.min(Math.max(row + by, 0), last)]!.cells.reduce((best, cell) =>
      distance(cell) < distance(best) ? cell : best,
    );
  };
  switch (key) {
    case 'ArrowRight':
      return cells[Math.min(index + 1, cells.length - 1)];
    case 'ArrowLeft':
      return cells[Math.max(index - 1, 0)];
    case 'ArrowDown':
      return down(1);
    case 'ArrowUp':
      return down(-1);
    case 'PageDown':
      return down(PAGE);
    case 'PageUp':
      return down(-PAGE);
    case 'Home':
      return isControl ? rows[0]!.cells[0] : cells[0];
    case 'End':
      return isControl ? rows.at(-1)!.cells.at(-1) : cells.at(-1);
    default:
      return undefined;
  }
};

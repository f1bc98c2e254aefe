import type { Slot, SlotList, SlotQuery } from '../../model/index.js';
import { toEpoch } from '../../model/index.js';
import type { SlotsState, Store } from '../../store/index.js';
import type { ListedSlot, SlotsVerdict } from '../../verdicts/slot.js';
import type { Cell, Grid } from './grid.js';
import type { DoorstepSlotPicker } from './slot-picker.js';
import { constraintWords, type Words } from './words.js';

/** What is known, judged now. */
export interface View extends Words {
  readonly list: SlotList;
  readonly state: SlotsState;
  readonly verdict: SlotsVerdict;
  readonly grid: Grid;
  readonly now: number;
}

/** What the parts of the picker need of the element they belong to. */
export interface Host {
  readonly element: DoorstepSlotPicker;
  store(): Store | undefined;
  view(): View | undefined;
  messages(): Words['m'];
  /** The language that is spoken. */
  language(): string;
  query(): SlotQuery;
  canAct(): boolean;
  isDisabled(): boolean;
  /** Asks the page for consent. */
  request(name: string, detail: unknown): boolean;
  tellForm(): void;
}

/** A slot of the list, among all days. */
export const find = ({ days }: SlotsVerdict, slotId: string): ListedSlot | undefined => {
  for (const { slots } of days)
    for (const listed of slots) if (listed.slot.slotId === slotId) return listed;
  return undefined;
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const hoursOf = ({ from, before }: Slot, { f }: Words): string =>
  f.shortSpan(toEpoch(from)!, toEpoch(before)!);

/** Why a slot cannot be chosen, if its state does not say it all. */
export const reasonOf = (
  { state, conflict, slot }: ListedSlot,
  words: Words,
): string | undefined =>
  state === 'ruled-out' && conflict
    ? words.m.ruled(constraintWords(conflict, words))
    : state === 'unavailable'
      ? slot.unavailable?.reason
      : undefined;

/** What is said of a slot in a word. */
export const stateWord = ({ state }: Pick<ListedSlot, 'state'>, m: Words['m']): string =>
  ({
    free: m.free,
    full: m.full,
    past: m.past,
    'ruled-out': m.ruledOut,
    unavailable: m.unavailable,
  })[state];

/** Why a whole day has nothing to choose. */
export const dayWords = (reason: NonNullable<Cell['reason']>, words: Words): string => {
  const { m } = words;
  if (reason === 'past') return m.past;
  if ('ruledOut' in reason) return m.ruled(constraintWords(reason.ruledOut, words));
  return reason.said === true ? m.closed : reason.said;
};

/**
 * Every state of the slot picker, as what the backend answers and what is pressed: the gallery shows them,
 * the tests walk through them. All of it is invented.
 */
import { AdapterError, type AdapterErrorCode, type OrderAdapter } from '../src/adapter/index.js';
import type { DoorstepSlotPicker } from '../src/elements/slot-picker/slot-picker.js';
import type { Outcome, Slot, SlotList, Window } from '../src/model/index.js';

export const ZONE = 'Europe/Zurich';
/** Monday, 11:20. */
export const NOW = '2026-11-23T11:20:00+01:00';

/** A slot of November there: `slot('27', 10, 12)`. */
export const slot = (
  day: string,
  from: number,
  before: number,
  change: Partial<Slot> = {},
): Slot => {
  const at = (hour: number): string =>
    `2026-11-${day}T${String(Math.floor(hour)).padStart(2, '0')}:${hour % 1 ? '30' : '00'}:00+01:00`;
  return {
    slotId: `${day}-${from}`,
    from: at(from),
    before: at(before),
    capacity: 3,
    ...change,
  };
};
const full = { capacity: 0 };

const AGREED: Window = {
  kind: 'slot',
  from: '2026-11-26T07:00:00+01:00',
  before: '2026-11-26T14:00:00+01:00',
  timeZone: ZONE,
};

const SUNDAY = { date: '2026-11-29', reason: 'Alpline does not drive on Sundays' };
const dayOf = (day: string, ...changes: Partial<Slot>[]): Slot[] =>
  (
    [
      [7, 10],
      [10, 12],
      [12, 14],
    ] as const
  ).map(([from, before], index) => slot(day, from, before, changes[index]));

/** A week of the wardrobe: full ones, an impossible Saturday, a closed Sunday. */
export const week = (change: Partial<SlotList> = {}): SlotList => ({
  observedAt: NOW,
  timeZone: ZONE,
  slots: [...dayOf('26', {}, {}, full), ...dayOf('27', full), ...dayOf('28'), ...dayOf('30')],
  closed: [SUNDAY],
  constraints: [{ weekday: 'saturday' }],
  contacts: [{ kind: 'phone', value: '022 555 01 42', openUntil: '2026-11-23T18:00:00+01:00' }],
  ...change,
});

/** What the backend says when a slot is held. */
export const heldUntil = (until: string): Outcome => ({ status: 'done', reference: 'SH-1', until });
const TAKEN: Outcome = { status: 'refused', code: 'taken' };

/** A state of the picker. */
export interface PickerStateExample {
  readonly name: string;
  /** What is answered to each question, the last again and again. */
  readonly lists: readonly (SlotList | 'never' | AdapterErrorCode)[];
  /** What is answered to a hold, a choice and what is ruled out; `none`: nothing can be done. */
  readonly hold?: Outcome | 'never';
  readonly choose?: Outcome | 'never';
  readonly cannotAct?: boolean;
  /** For an order there is. */
  readonly order?: string;
  readonly agreed?: Window;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly embedded?: boolean;
  /** The slot that is pressed, then what is pressed after it. */
  readonly press?: string;
  readonly then?: 'take' | 'yes' | 'again' | 'later' | 'change' | 'submit';
  readonly direction?: 'rtl';
  /** Whether it is shown without a heading or a way to a person. */
  readonly bare?: boolean;
}

const many = (days: number, ofDay: number): Slot[] =>
  Array.from({ length: days * ofDay }, (_, index) => {
    const day = new Date(Date.UTC(2026, 10, 26 + Math.floor(index / ofDay))).toISOString();
    const part = index % ofDay;
    const minutes = 7 * 60 + Math.floor((part * 780) / ofDay);
    const at = (minute: number): string =>
      `${day.slice(0, 10)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+01:00`;
    return {
      slotId: `m${index}`,
      from: at(minutes),
      before: at(minutes + 60),
      capacity: index % 5,
    };
  });

const order = { order: 'CH-77', agreed: AGREED } as const;
const held = heldUntil('2026-11-23T11:32:00+01:00');
const never = { lists: ['never'], bare: true } as const;

/** Every state, in the order in which they are met. */
export const pickerStates: readonly PickerStateExample[] = [
  { name: 'waiting for the times', ...never },
  { name: 'nothing chosen', lists: [week()], hold: held, ...order },
  { name: 'held', lists: [week()], hold: held, press: '27-10', ...order },
  { name: 'at checkout', lists: [week()], hold: held, press: '27-10' },
  { name: 'at checkout, required and not chosen', lists: [week()], required: true, then: 'submit' },
  { name: 'asked for impossible days', lists: [week({ constraints: undefined })], ...order },
  {
    name: 'impossible days are said',
    lists: [week({ constraints: undefined })],
    then: 'yes',
    ...order,
  },
  {
    name: 'impossible days are changed',
    lists: [
      week({
        constraints: [
          { weekday: 'saturday' },
          { until: '10:00' },
          { date: '2026-12-24' },
          { weekday: 'monday', from: '12:00', until: '13:30' },
        ],
      }),
    ],
    then: 'change',
  },
  {
    name: 'hours ruled out, prices, one not possible, one past',
    lists: [
      week({
        constraints: [{ until: '08:30' }],
        slots: [
          slot('23', 7, 10),
          slot('23', 12, 14, { unavailable: { code: 'van', reason: 'No van with a lift' } }),
          ...dayOf('26', {}, { price: { amount: 1200, currency: 'CHF' } }, full),
          ...dayOf('27', full, { price: { amount: 0, currency: 'CHF' } }),
        ],
      }),
    ],
    press: '26-10',
    ...order,
  },
  {
    name: 'just taken',
    lists: [
      week(),
      week({
        slots: [
          ...dayOf('26', {}, {}, full),
          ...dayOf('27', full, full),
          ...dayOf('28'),
          ...dayOf('30'),
        ],
      }),
    ],
    hold: TAKEN,
    press: '27-10',
    ...order,
  },
  {
    name: 'the hold has ended',
    lists: [week()],
    hold: heldUntil('2026-11-23T11:20:00+01:00'),
    press: '27-10',
    ...order,
  },
  { name: 'the hold is asked for', lists: [week()], hold: 'never', press: '27-10', ...order },
  {
    name: 'nobody knows whether it is held',
    lists: [week()],
    hold: { status: 'unknown' },
    press: '27-10',
    ...order,
  },
  {
    name: 'the choice is sent',
    lists: [week()],
    hold: held,
    choose: 'never',
    press: '27-10',
    then: 'take',
    ...order,
  },
  {
    name: 'agreed',
    lists: [week()],
    hold: held,
    choose: { status: 'done', reference: 'CH-77-2' },
    press: '27-10',
    then: 'take',
    ...order,
  },
  {
    name: 'nobody knows whether the choice arrived',
    lists: [week()],
    hold: held,
    choose: { status: 'unknown' },
    press: '27-10',
    then: 'take',
    ...order,
  },
  {
    name: 'the choice is refused',
    lists: [week()],
    hold: held,
    choose: {
      status: 'refused',
      code: 'too-late',
      reason: 'The lorry is loaded already.',
      nextStep: 'Call us and we look for a way.',
    },
    press: '27-10',
    then: 'take',
    ...order,
  },
  { name: 'a backend that cannot hold', lists: [week()], cannotAct: true, press: '27-10' },
  { name: 'one slot', lists: [week({ slots: [slot('27', 8, 10)], closed: [] })], hold: held },
  { name: 'no slot at all', lists: [week({ slots: [], closed: [], constraints: undefined })] },
  {
    name: 'everything full, more days to come',
    lists: [week({ slots: dayOf('26', full, full, full), next: '2026-12-01' })],
    ...order,
  },
  {
    name: 'many windows that differ by the day',
    lists: [
      week({
        slots: [
          ...[7, 8.5, 10, 11.5, 13, 14.5].map((from) => slot('26', from, from + 1.5)),
          ...[8, 10, 12, 14, 16].map((from) => slot('27', from, from + 2, from === 12 ? full : {})),
          slot('30', 7, 19),
        ],
      }),
    ],
    hold: held,
    press: '27-14',
  },
  {
    name: 'four columns with prices',
    lists: [
      week({
        slots: ['26', '27', '30'].flatMap((day) =>
          [8, 10, 12, 14].map((from) =>
            slot(day, from, from + 2, { price: { amount: 950, currency: 'CHF' } }),
          ),
        ),
      }),
    ],
    hold: held,
    press: '27-10',
  },
  {
    name: 'ten thousand slots',
    lists: [week({ slots: many(90, 111), closed: [], constraints: [] })],
    hold: held,
    then: 'later',
  },
  {
    name: 'over a clock change',
    lists: [
      week({
        observedAt: '2026-10-22T09:00:00+02:00',
        maxAge: 86_400 * 60,
        slots: [
          {
            slotId: 'night',
            from: '2026-11-29T22:00:00+01:00',
            before: '2026-11-30T06:00:00+01:00',
          },
          {
            slotId: 'change',
            from: '2027-03-28T00:00:00+01:00',
            before: '2027-03-28T08:00:00+02:00',
          },
        ],
        closed: [],
      }),
    ],
    hold: held,
    press: 'change',
  },
  {
    name: 'long words',
    lists: [
      week({
        source: {
          kind: 'carrier',
          name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        },
        slots: dayOf('26', {
          unavailable: {
            code: 'lift',
            reason:
              'The lift of the house is too small for the wardrobe, and the stairs are closed for repairs until the end of the month',
          },
        }),
        closed: [
          {
            date: '2026-11-27',
            reason:
              'All drivers are at the general assembly of the Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
          },
        ],
      }),
    ],
    ...order,
  },
  {
    name: 'too old to go by',
    lists: [week({ observedAt: '2026-11-23T11:00:00+01:00' })],
    ...order,
  },
  { name: 'of unknown age', lists: [week({ observedAt: undefined })] },
  {
    name: 'some unreadable',
    lists: [
      week({
        slots: [
          ...dayOf('26'),
          { slotId: 'bad', from: '2026-11-27T10:00:00+01:00', before: 'soon' },
        ],
      }),
    ],
  },
  { name: 'not answered any more', lists: [week(), 'unavailable'], then: 'again', ...order },
  { name: 'no answer', lists: ['unavailable'], ...order },
  { name: 'not offered', lists: ['not-found'] },
  { name: 'signed out', lists: ['forbidden'] },
  { name: 'an answer that cannot be read', lists: ['invalid'] },
  { name: 'disabled', lists: [week()], hold: held, disabled: true },
  {
    name: 'inside another element',
    lists: [week()],
    hold: held,
    embedded: true,
    bare: true,
    ...order,
  },
  {
    name: 'inside another element, nothing free',
    lists: [week({ slots: dayOf('26', full, full, full) })],
    embedded: true,
    bare: true,
    ...order,
  },
  { name: 'from right to left', lists: [week()], hold: held, press: '27-10', direction: 'rtl' },
];

/** What the backend wrote, as it writes it to somebody who reads French. */
const FRENCH: readonly (readonly [string, string])[] = [
  ['Alpline does not drive on Sundays', 'Alpline ne roule pas le dimanche'],
  ['No van with a lift', 'Pas de camion avec hayon'],
  ['The lorry is loaded already.', 'Le camion est déjà chargé.'],
  ['Call us and we look for a way.', 'Appelez-nous, nous cherchons une solution.'],
];

const inLanguage = <T>(example: T, language: string): T => {
  if (language !== 'fr') return example;
  let text = JSON.stringify(example);
  for (const [english, french] of FRENCH) text = text.replaceAll(english, french);
  return JSON.parse(text) as T;
};

const start = performance.now();

/** A backend in one state. Its clock starts at `NOW`. */
export const pickerAdapterFor = ({
  lists,
  hold,
  choose,
  cannotAct,
}: PickerStateExample): OrderAdapter => {
  let asked = 0;
  const serverNow = (): string =>
    new Date(Date.parse(NOW) + performance.now() - start).toISOString();
  return {
    order: () => Promise.reject(new AdapterError('not-found')),
    slots: () => {
      const list = lists[Math.min(asked++, lists.length - 1)]!;
      if (list === 'never') return new Promise(() => {});
      if (typeof list === 'string') return Promise.reject(new AdapterError(list));
      return Promise.resolve({ serverNow: serverNow(), slots: list });
    },
    ...(!cannotAct && {
      act: (command) => {
        const outcome =
          (command.type === 'hold' ? hold : command.type === 'choose' ? choose : undefined) ??
          ({ status: 'done' } as const);
        if (outcome === 'never') return new Promise(() => {});
        return Promise.resolve({ serverNow: serverNow(), outcome });
      },
    }),
  };
};

/** The picker of a state, ready to stand on a page. */
export const pickerFor = (
  tag: string,
  state: PickerStateExample,
  language: string,
): DoorstepSlotPicker => {
  const example = inLanguage(state, language);
  const picker = document.createElement(tag) as DoorstepSlotPicker;
  picker.adapter = pickerAdapterFor(example);
  picker.lang = language;
  picker.name = 'slot';
  if (example.order) picker.order = example.order;
  else picker.skus = ['WASHER-9'];
  if (example.agreed) picker.agreed = example.agreed;
  if (example.required) picker.required = true;
  if (example.disabled) picker.disabled = true;
  if (example.embedded) picker.embedded = true;
  if (example.direction) picker.dir = example.direction;
  return picker;
};

/** The cell of a slot. */
export const cellOf = (picker: Element, slotId: string): HTMLElement | undefined =>
  [...(picker.shadowRoot?.querySelectorAll<HTMLElement>('[role="gridcell"]') ?? [])].find(
    ({ dataset }) => dataset['key'] === slotId,
  );

/** Presses what belongs to the state; it takes two steps, since one answer comes between. */
export const pressPicker = (
  picker: DoorstepSlotPicker,
  { press, then }: PickerStateExample,
  step: 1 | 2,
): void => {
  if (step === 1) {
    if (press) cellOf(picker, press)?.click();
    return;
  }
  const buttons = (part: string): HTMLElement | null | undefined =>
    picker.shadowRoot?.querySelector<HTMLElement>(part);
  if (then === 'take') buttons('[part="take"]')?.click();
  else if (then === 'later') buttons('[part="later"]')?.click();
  else if (then === 'again') document.dispatchEvent(new Event('visibilitychange'));
  else if (then === 'submit') picker.reportValidity();
  else if (then) buttons('[part="rules"] button')?.click();
};

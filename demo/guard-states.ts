/**
 * Every state of the checkout guard, as what is in the basket, what the backend answers and what is
 * pressed: the gallery shows them, the tests walk through them. All of it is invented.
 */
import { AdapterError, type OrderAdapter } from '../src/adapter/index.js';
import type { DoorstepCheckoutGuard } from '../src/elements/guard/guard.js';
import type {
  BasketCheck,
  BasketChoice,
  BasketLine,
  CheckedLine,
  Money,
  StockBatch,
} from '../src/model/index.js';

const day = (time: string): string => `2026-11-23T${time}:00+01:00`;
export const NOW = day('14:05');
const euros = (amount: number): Money => ({ amount, currency: 'EUR' });

/** Five handles, as the customer ordered them. */
export const handles = (change: Partial<BasketLine> = {}): BasketLine => ({
  id: 'line-1',
  sku: 'HANDLE-BRASS',
  quantity: 5,
  name: 'Brass lever handle',
  noun: 'handle',
  nouns: 'handles',
  ...change,
});
const machine = (change: Partial<BasketLine> = {}): BasketLine => ({
  id: 'line-1',
  sku: 'WASHER-9',
  quantity: 1,
  name: 'Washing machine, 9 kg',
  noun: 'washing machine',
  nouns: 'washing machines',
  ...change,
});
const thing = (index: number, quantity = 1): BasketLine => ({
  id: `line-${index}`,
  sku: `THING-${index}`,
  quantity,
  name: `Shelf bracket no. ${index}`,
});

const LATER: StockBatch = { quantity: 2, from: '2026-12-01', condition: 'prepaid' };
export const found = (lineId: string, ...parts: StockBatch[]): CheckedLine => ({ lineId, parts });

const pay = (change: Partial<BasketChoice> = {}): BasketChoice => ({
  choiceId: 'all',
  kind: 'all',
  lines: [handles()],
  total: euros(9450),
  note: 'One delivery charge.',
  ...change,
});
const available = (change: Partial<BasketChoice> = {}): BasketChoice => ({
  choiceId: 'available',
  kind: 'available',
  lines: [handles({ quantity: 3 })],
  total: euros(5670),
  ...change,
});
const swap = (change: Partial<BasketChoice> = {}): BasketChoice => ({
  choiceId: 'swap',
  kind: 'swap',
  lines: [handles({ sku: 'HANDLE-MATT', name: 'Brass lever handle, matt' })],
  goods: '5 brass lever handles, matt,',
  total: euros(9450),
  ...change,
});
const notify = (change: Partial<BasketChoice> = {}): BasketChoice => ({
  choiceId: 'notify',
  kind: 'notify',
  lines: [handles({ quantity: 3 })],
  channel: 'a•••@example.org',
  total: euros(5670),
  ...change,
});
const hold = { reference: 'H-1', until: day('14:20') };

/** Three of five handles on the shelf, two to order. */
export const threeOfFive = (change: Partial<BasketCheck> = {}): BasketCheck => ({
  observedAt: NOW,
  lines: [{ ...found('line-1', { quantity: 3 }, LATER), where: 'Lyon warehouse' }],
  hold,
  choices: [pay(), available()],
  contacts: [{ kind: 'phone', value: '01 99 00 42 42', openUntil: day('19:00') }],
  ...change,
});

/** A state of the guard. */
export interface GuardStateExample {
  readonly name: string;
  readonly basket?: readonly BasketLine[] | undefined;
  readonly unreadable?: boolean;
  /** What the backend answers to each question, the last one again and again. */
  readonly answers: readonly (BasketCheck | 'never' | 'down')[];
  readonly whenUnsure?: 'ask' | 'block' | 'allow';
  readonly form?: boolean;
  /** The row that is pressed once the panel is there, from 0; -1 is the last one. */
  readonly press?: number;
  readonly help?: boolean;
  readonly now?: string;
  /** Whether it ends with the button and no panel. */
  readonly noPanel?: boolean;
}

const several: readonly BasketLine[] = [
  handles(),
  machine({ id: 'line-2' }),
  { ...thing(3), quantity: 2 },
];

/** Every state, in the order in which they are met. */
export const guardStates: readonly GuardStateExample[] = [
  { name: 'checking', answers: ['never'], noPanel: true },
  { name: 'told before paying', answers: [threeOfFive()] },
  { name: 'around a form', answers: [threeOfFive()], form: true },
  { name: 'a choice is checked', answers: [threeOfFive(), 'never'], press: 0 },
  {
    name: 'it changed again',
    answers: [
      threeOfFive(),
      threeOfFive({
        lines: [found('line-1', { quantity: 1 }, { ...LATER, quantity: 4 })],
        choices: [pay(), available({ lines: [handles({ quantity: 1 })], total: euros(1890) })],
      }),
    ],
    press: 0,
  },
  {
    name: 'every choice, one not possible',
    answers: [
      threeOfFive({
        choices: [
          pay({ total: euros(9450), dueNow: euros(3000) }),
          available(),
          swap(),
          notify(),
          pay({
            choiceId: 'all-express',
            unavailable: { code: 'maker-closed', reason: 'the maker is closed until Mon 7 Dec.' },
          }),
        ],
      }),
    ],
  },
  {
    name: 'sold out',
    basket: [machine()],
    answers: [
      {
        observedAt: NOW,
        lines: [found('line-1')],
        choices: [
          swap({
            lines: [machine({ sku: 'WASHER-8', promised: [{ quantity: 1, from: '2026-11-28' }] })],
            goods: 'the 8 kg model',
            total: euros(42900),
          }),
          notify({ lines: [], total: undefined }),
        ],
      },
    ],
  },
  {
    name: 'a wish to be told is noted',
    basket: [machine()],
    answers: [
      {
        observedAt: NOW,
        lines: [found('line-1')],
        choices: [notify({ lines: [], total: undefined })],
      },
      { observedAt: NOW, lines: [] },
    ],
    press: 0,
  },
  {
    name: 'later than was told',
    basket: [handles({ promised: [{ quantity: 3 }, { quantity: 2, from: '2026-12-01' }] })],
    answers: [
      threeOfFive({
        lines: [found('line-1', { quantity: 3 }, { quantity: 2, from: '2026-12-15' })],
      }),
    ],
  },
  {
    name: 'a deposit',
    basket: [machine()],
    answers: [
      {
        observedAt: NOW,
        lines: [found('line-1', { quantity: 1, from: '2026-12-18', condition: 'deposit' })],
        choices: [pay({ lines: [machine()], total: euros(54900), dueNow: euros(10000) })],
      },
    ],
  },
  {
    name: 'several lines',
    basket: several,
    answers: [
      threeOfFive({
        lines: [
          found('line-1', { quantity: 3 }, LATER),
          found('line-2'),
          found('line-3', { quantity: 2 }),
        ],
        hold: { ...hold, lines: [{ lineId: 'line-1', quantity: 2 }] },
        choices: [
          available({ lines: [handles({ quantity: 3 }), { ...thing(3), quantity: 2 }] }),
          notify({ lines: [handles({ quantity: 3 }), { ...thing(3), quantity: 2 }] }),
        ],
      }),
    ],
  },
  {
    name: 'one line nobody knows of',
    basket: several,
    answers: [
      {
        observedAt: NOW,
        lines: [found('line-1', { quantity: 5 }), found('line-2', { quantity: 1 })],
      },
    ],
  },
  {
    name: 'a bundle, by its name',
    basket: [
      {
        id: 'line-1',
        sku: 'SET',
        quantity: 2,
        name: 'Door set: lever, plate and 4 screws',
        parts: [{ sku: 'HANDLE-BRASS', quantity: 1 }],
      },
    ],
    answers: [{ observedAt: NOW, lines: [found('line-1', { quantity: 1 })] }],
  },
  {
    name: 'forty lines',
    basket: Array.from({ length: 40 }, (_, index) => thing(index + 1, 2)),
    answers: [
      {
        observedAt: NOW,
        lines: Array.from({ length: 40 }, (_, index) =>
          found(`line-${index + 1}`, { quantity: index % 3 }),
        ),
      },
    ],
  },
  { name: 'no answer in time', answers: ['down'], help: true },
  { name: 'no answer, and the shop blocks', answers: ['down'], whenUnsure: 'block' },
  {
    name: 'no answer, and the shop allows',
    answers: ['down'],
    whenUnsure: 'allow',
    noPanel: true,
  },
  {
    name: 'an answer from last week',
    answers: [threeOfFive({ observedAt: '2026-11-16T14:05:00Z' })],
  },
  { name: 'a basket that cannot be read', unreadable: true, answers: [threeOfFive()] },
  {
    name: 'the page does not take the choice over',
    answers: [threeOfFive(), { observedAt: NOW, lines: [found('line-1', { quantity: 3 })], hold }],
    press: 1,
  },
  {
    name: 'the hold has ended',
    answers: [threeOfFive({ hold: { ...hold, until: '2026-11-23T14:05:01+01:00' } }), 'never'],
  },
  {
    name: 'long names',
    basket: [
      {
        id: 'line-1',
        sku: 'LONG',
        quantity: 12,
        name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft commemorative door handle, brass, with a very long name indeed',
      },
    ],
    answers: [
      threeOfFive({
        lines: [found('line-1', { quantity: 3 }, { ...LATER, quantity: 9 })],
        choices: [
          pay({
            lines: [{ id: 'line-1', sku: 'LONG', quantity: 12 }],
            total: euros(123456789),
            note: 'Two parcels, one delivery charge, and the driver of the second calls an hour before.',
          }),
        ],
      }),
    ],
  },
];

const FRENCH: readonly (readonly [string, string])[] = [
  ['"5 brass lever handles, matt,"', '"5 poignées en laiton mat"'],
  ['Brass lever handle, matt', 'Poignée à béquille en laiton, mate'],
  ['Brass lever handle', 'Poignée à béquille en laiton'],
  ['"handles"', '"poignées"'],
  ['"handle"', '"poignée"'],
  ['Washing machine, 9 kg', 'Lave-linge 9 kg'],
  ['"washing machines"', '"lave-linge"'],
  ['"washing machine"', '"lave-linge"'],
  ['the 8 kg model', 'le modèle 8 kg'],
  ['Lyon warehouse', 'entrepôt de Lyon'],
  ['One delivery charge.', 'Une seule livraison à payer.'],
  ['the maker is closed until Mon 7 Dec.', 'le fabricant est fermé jusqu’au lun. 7 déc.'],
  ['Shelf bracket no.', 'Équerre d’étagère n°'],
  ['Door set: lever, plate and 4 screws', 'Garniture de porte : béquille, plaque et 4 vis'],
];

/** The state as a shop says it in that language. */
export const guardInLanguage = (example: GuardStateExample, language: string): GuardStateExample =>
  language === 'fr'
    ? (JSON.parse(
        FRENCH.reduce((text, [en, fr]) => text.replaceAll(en, fr), JSON.stringify(example)),
      ) as GuardStateExample)
    : example;

/** An adapter that makes a state happen. */
export const guardAdapterFor = ({ answers }: GuardStateExample): OrderAdapter => {
  let asked = 0;
  const start = performance.now();
  return {
    order: () => Promise.reject(new AdapterError('not-found')),
    act: () => Promise.resolve({ outcome: { status: 'done' } }),
    basket: () => {
      const check = answers[Math.min(asked++, answers.length - 1)]!;
      if (check === 'never') return new Promise(() => {});
      if (check === 'down') return Promise.reject(new AdapterError('unavailable'));
      const serverNow = new Date(Date.parse(NOW) + performance.now() - start).toISOString();
      return Promise.resolve({ serverNow, check });
    },
  };
};

/** The guard of a state with the shop's button inside, ready to stand on a page. */
export const guardFor = (
  tag: string,
  state: GuardStateExample,
  language: string,
): { guard: DoorstepCheckoutGuard; button: HTMLElement } => {
  const example = guardInLanguage(state, language);
  const guard = document.createElement(tag) as DoorstepCheckoutGuard;
  guard.adapter = guardAdapterFor(example);
  guard.lang = language;
  // Nothing in a gallery is in a hurry.
  guard.deadline = 600;
  if (example.whenUnsure) guard.whenUnsure = example.whenUnsure;
  if (example.unreadable) guard.setAttribute('basket', '[{"id":');
  else guard.basket = example.basket ?? guardInLanguage(withHandles, language).basket;
  const words = language === 'fr' ? 'Payer 94,50 €' : 'Pay €94.50';
  let button: HTMLElement;
  if (example.form) {
    const form = document.createElement('form');
    form.addEventListener('submit', (event) => event.preventDefault());
    const submit = document.createElement('input');
    submit.type = 'submit';
    submit.value = words;
    form.append((button = submit));
    guard.append(form);
  } else {
    button = document.createElement('button');
    (button as HTMLButtonElement).type = 'button';
    button.textContent = words;
    guard.append(button);
  }
  if (example.help) {
    const help = document.createElement('span');
    help.slot = 'help';
    help.textContent =
      language === 'fr' ? 'Une question ? Passez au comptoir.' : 'A question? Come to the counter.';
    guard.append(help);
  }
  return { guard, button };
};
const withHandles: GuardStateExample = { name: '', answers: [], basket: [handles()] };

/** What is pressed after the pay button. */
export const pressRow = (guard: Element, index: number): void => {
  const rows = guard.shadowRoot?.querySelectorAll<HTMLElement>('[part="choices"] button');
  [...(rows ?? [])].at(index)?.click();
};

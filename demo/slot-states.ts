/** Every state of an agreed time, as facts. All of it is invented. */
import { memory } from '../src/adapters/memory/memory.js';
import { AdapterError, type OrderAdapter } from '../src/adapter/index.js';
import type {
  Constraint,
  DeliveryPromise,
  Estimate,
  Order,
  Outcome,
  Revision,
  Shipment,
  SlotList,
  Window,
} from '../src/model/index.js';

const at = (date: string, time: string): string => `2026-11-${date}T${time}:00+01:00`;
const ZONE = 'Europe/Zurich';
const alpline = { kind: 'carrier' as const, name: 'Alpline' };
const customer = { kind: 'customer' as const };

/** A window of one day in November, in Geneva. */
export const on = (date: string, from = '07:00', before = '14:00'): Window => ({
  kind: 'slot',
  from: at(date, from),
  before: at(date, before),
  timeZone: ZONE,
});

/** "Never on a Saturday." */
export const noSaturday: Constraint = { weekday: 'saturday' };

/** Alpline asks for Saturday, today at 11:45. */
export const saturday = (change: Partial<Revision> = {}): Revision => ({
  id: 'revision-1',
  window: on('28'),
  state: 'proposed',
  source: alpline,
  madeAt: at('23', '11:45'),
  reason: 'lorry unavailable',
  lang: 'en',
  answerBy: at('25', '18:00'),
  ifSilent: 'stands',
  ...change,
});

/** The order of the moved wardrobe: agreed for Thursday 07:00–14:00. */
export const wardrobe = (
  revisions: readonly Revision[],
  change: Partial<Order> = {},
  promise: Partial<DeliveryPromise> = {},
): Order => ({
  reference: 'CH-77',
  version: 1,
  observedAt: at('23', '11:46'),
  placedAt: at('20', '16:20'),
  timeZone: ZONE,
  lines: [{ id: 'line-1', sku: 'WARDROBE', name: 'Wardrobe, oak', noun: 'wardrobe', quantity: 1 }],
  promises: [
    {
      id: 'promise-1',
      ...on('26'),
      madeAt: at('20', '16:20'),
      agreed: true,
      source: { kind: 'shop' },
      ...(revisions.length > 0 && { revisions: [...revisions] }),
      ...promise,
    },
  ],
  constraints: [noSaturday],
  contacts: [
    { kind: 'phone', value: '022 555 01 42', openUntil: at('23', '18:00'), seesThis: true },
  ],
  ...change,
});

const parcel = (estimate?: Estimate): Shipment => ({
  id: 'parcel-1',
  carrier: { name: 'Alpline' },
  lines: [{ lineId: 'line-1', quantity: 1 }],
  newsEvery: 24 * 3600,
  events: [
    {
      id: 'e1',
      at: at('26', '06:40'),
      phase: 'out-for-delivery',
      place: 'Geneva',
      source: alpline,
    },
  ],
  ...(estimate && { estimate }),
});

const estimate = (from: string, until: string, date = '26'): Estimate => ({
  from: at(date, from),
  until: at(date, until),
  observedAt: at('26', '08:02'),
  maxAge: 3600,
  source: alpline,
});

/** Times that are free, for "Pick another time". */
const free: SlotList = {
  timeZone: ZONE,
  observedAt: at('23', '11:46'),
  constraints: [noSaturday],
  slots: ['26', '27', '30'].flatMap((date) =>
    ['08', '10', '12', '16'].map((hour) => ({
      slotId: `${date}-${hour}`,
      from: at(date, `${hour}:00`),
      before: at(date, `${Number(hour) + 2}:00`),
      capacity: hour === '08' ? 0 : 2,
    })),
  ),
};

/** A state: its name, what makes it, and where it stands in time. */
export interface SlotStateExample {
  readonly name: string;
  readonly now: string;
  readonly order: Order;
  /** What is pressed, by its place in the list of answers, and what comes of it. */
  readonly press?: 'keep' | 'accept' | 'changes';
  readonly outcome?: Outcome | 'never' | 'lost' | 'turned-away';
  /** What the proposal has become when the outcome comes. */
  readonly answered?: Revision;
  /** Nothing to pick from. */
  readonly noSlots?: boolean;
  /** A backend to which nothing can be said. */
  readonly readOnly?: boolean;
}

const NOON = at('23', '11:47');
const MORNING = at('26', '08:06');

/** Every state of an agreed time. */
export const slotStates: readonly SlotStateExample[] = [
  { name: 'slot: agreed', now: NOON, order: wardrobe([]) },
  {
    name: 'slot: promised, nobody agreed',
    now: NOON,
    order: wardrobe([], { constraints: [] }, { agreed: false }),
  },
  { name: 'slot: a change is proposed', now: NOON, order: wardrobe([saturday()]) },
  {
    name: 'slot: nobody says what silence means',
    now: NOON,
    order: wardrobe([
      saturday({ ifSilent: undefined, answerBy: undefined, source: undefined, reason: undefined }),
    ]),
  },
  {
    name: 'slot: they would come anyway',
    now: NOON,
    order: wardrobe([saturday({ ifSilent: 'moves' })]),
    noSlots: true,
  },
  {
    name: 'slot: two proposals',
    now: NOON,
    order: wardrobe([
      saturday({ madeAt: at('23', '09:10') }),
      saturday({
        id: 'revision-2',
        window: on('27', '16:00', '18:00'),
        reason: 'Fahrer krank',
        lang: 'de',
      }),
    ]),
  },
  {
    name: 'slot: a shorter time on the day',
    now: NOON,
    order: wardrobe([saturday({ window: on('26', '10:00', '11:00'), reason: undefined })]),
  },
  {
    name: 'slot: other hours on the day',
    now: NOON,
    order: wardrobe([saturday({ window: on('26', '15:00', '20:00') })]),
  },
  {
    name: 'slot: a proposal that cannot be read',
    now: NOON,
    order: wardrobe([saturday({ window: undefined })]),
  },
  {
    name: 'slot: too late to answer',
    now: at('25', '18:05'),
    order: wardrobe([saturday()], { observedAt: at('25', '18:04') }),
  },
  {
    name: 'slot: too late to answer, and they may come anyway',
    now: at('25', '18:05'),
    order: wardrobe([saturday({ ifSilent: 'moves' })], { observedAt: at('25', '18:04') }),
  },
  {
    name: 'slot: nothing can be sent from here',
    now: NOON,
    order: wardrobe([saturday()]),
    readOnly: true,
  },
  {
    name: 'slot: an answer is on its way',
    now: NOON,
    order: wardrobe([saturday()]),
    press: 'keep',
    outcome: 'never',
  },
  {
    name: 'slot: the answer was lost',
    now: NOON,
    order: wardrobe([saturday()]),
    press: 'accept',
    outcome: 'lost',
  },
  {
    name: 'slot: the answer was not sent',
    now: NOON,
    order: wardrobe([saturday()]),
    press: 'keep',
    outcome: 'turned-away',
  },
  {
    name: 'slot: refused, answered from elsewhere',
    now: NOON,
    order: wardrobe([saturday()]),
    press: 'accept',
    outcome: { status: 'refused', code: 'answered' },
    answered: saturday({
      state: 'declined',
      answeredAt: at('23', '11:47'),
      answeredBy: { kind: 'customer' },
    }),
  },
  {
    name: 'slot: received, not confirmed',
    now: NOON,
    order: wardrobe([saturday()]),
    press: 'accept',
    outcome: { status: 'pending' },
  },
  {
    name: 'slot: kept',
    now: at('23', '12:10'),
    order: wardrobe([
      saturday({ state: 'declined', answeredAt: at('23', '12:03'), answeredBy: customer }),
    ]),
    press: 'changes',
  },
  {
    name: 'slot: kept by a person of the shop',
    now: at('23', '12:10'),
    order: wardrobe([
      saturday({
        state: 'declined',
        answeredAt: at('23', '12:03'),
        answeredBy: { kind: 'shop', name: 'Amira' },
      }),
    ]),
  },
  {
    name: 'slot: accepted',
    now: at('23', '12:10'),
    order: wardrobe([
      saturday({ state: 'accepted', answeredAt: at('23', '12:03'), answeredBy: customer }),
    ]),
    press: 'changes',
  },
  {
    name: 'slot: another time was picked',
    now: at('23', '12:10'),
    order: wardrobe([
      saturday({ state: 'declined', answeredAt: at('23', '12:05'), answeredBy: customer }),
      {
        id: 'chosen-2',
        window: on('26', '10:00', '12:00'),
        state: 'accepted',
        source: customer,
        madeAt: at('23', '12:05'),
        answeredAt: at('23', '12:05'),
        answeredBy: customer,
      },
    ]),
    press: 'changes',
  },
  {
    name: 'slot: taken back',
    now: at('23', '12:10'),
    order: wardrobe([saturday({ state: 'withdrawn' })]),
  },
  {
    name: 'slot: expired',
    now: at('25', '19:00'),
    order: wardrobe([saturday({ state: 'expired' })], { observedAt: at('25', '18:59') }),
  },
  {
    name: 'slot: moved without consent',
    now: NOON,
    order: wardrobe([saturday({ state: 'imposed', answerBy: undefined, ifSilent: undefined })]),
  },
  {
    name: 'slot: moved without consent, and can be answered',
    now: NOON,
    order: wardrobe([
      saturday({ state: 'imposed', answerBy: undefined, ifSilent: undefined, answerable: true }),
    ]),
  },
  {
    name: 'slot: made shorter without asking',
    now: NOON,
    order: wardrobe([saturday({ state: 'imposed', window: on('26', '10:00', '11:00') })]),
    press: 'changes',
  },
  {
    name: 'slot: what was agreed is ruled out',
    now: NOON,
    order: wardrobe([], { constraints: [{ weekday: 'thursday' }] }),
  },
  {
    name: 'slot: moved without consent, and a proposal after it',
    now: NOON,
    order: wardrobe([
      saturday({ state: 'imposed', madeAt: at('22', '18:30') }),
      saturday({ id: 'revision-2', window: on('27') }),
    ]),
  },
  {
    name: 'slot: a change that cannot be read',
    now: NOON,
    order: wardrobe([saturday({ state: undefined })]),
    press: 'changes',
  },
  {
    name: 'slot: on the day, expected within what was agreed',
    now: MORNING,
    order: wardrobe([], {
      observedAt: at('26', '08:05'),
      shipments: [parcel(estimate('10:00', '11:00'))],
    }),
  },
  {
    name: 'slot: on the day, expected outside it',
    now: MORNING,
    order: wardrobe([], {
      observedAt: at('26', '08:05'),
      shipments: [parcel(estimate('15:00', '17:00'))],
    }),
  },
  {
    name: 'slot: missed, and a proposal still stands',
    now: at('26', '14:05'),
    order: wardrobe([saturday({ answerBy: undefined })], { observedAt: at('26', '14:04') }),
  },
  {
    name: 'slot: long words',
    now: NOON,
    order: wardrobe(
      [
        saturday({
          source: { kind: 'carrier', name: 'Compagnie générale des livraisons transalpines' },
          reason:
            'Der vorgesehene Lastkraftwagen steht wegen einer Hauptuntersuchung bis Freitagabend nicht zur Verfügung',
          lang: 'de',
        }),
      ],
      { constraints: [{ weekday: 'saturday', from: '07:00', until: '12:30' }] },
    ),
  },
];

const FRENCH: readonly (readonly [string, string])[] = [
  ['Wardrobe, oak', 'Armoire, chêne'],
  ['"wardrobe"', '"armoire"'],
  ['"lorry unavailable","lang":"en"', '"camion indisponible","lang":"fr"'],
  ['"Geneva"', '"Genève"'],
];

/** An adapter that makes a state happen, as a backend says it in that language. */
export const slotAdapterFor = (example: SlotStateExample, language: string): OrderAdapter => {
  const now = (): number => Date.parse(example.now);
  const text = JSON.stringify(example.order);
  const order = JSON.parse(
    language === 'fr' ? FRENCH.reduce((said, [en, fr]) => said.replaceAll(en, fr), text) : text,
  ) as Order;
  const backend = memory({ orders: [order], now, slots: free });
  const { outcome } = example;
  return {
    order: backend.order,
    ...(!example.noSlots && { slots: backend.slots! }),
    ...(!example.readOnly && {
      act: (command, request) =>
        outcome === 'never'
          ? new Promise(() => {})
          : outcome === 'lost'
            ? Promise.reject(new AdapterError('timeout'))
            : outcome === 'turned-away'
              ? Promise.reject(new AdapterError('offline'))
              : outcome
                ? Promise.resolve().then(() => {
                    const { answered } = example;
                    if (answered)
                      backend.updateOrder(order.reference, (known) => ({
                        ...known,
                        promises: known.promises!.map((one) => ({ ...one, revisions: [answered] })),
                      }));
                    return { serverNow: example.now, outcome };
                  })
                : backend.act(command, request),
    }),
  };
};

/** Presses what a state wants pressed, in an element or in the one inside it. */
export const pressSlot = (element: Element, press: SlotStateExample['press']): void => {
  const inner = element.shadowRoot?.querySelector('doorstep-slot') ?? element;
  const buttons = {
    keep: '[part="choices"] button:nth-of-type(1)',
    accept: '[part="choices"] button:nth-of-type(2)',
    changes: '[aria-expanded]',
  };
  if (press) inner.shadowRoot?.querySelector<HTMLElement>(buttons[press])?.click();
};

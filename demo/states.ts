/**
 * Every state a customer can meet, as facts: the gallery shows them, the tests walk through them.
 * All of it is invented.
 */
import { memory, type MemoryAdapter } from '../src/adapters/memory/memory.js';
import { AdapterError, type OrderAdapter } from '../src/adapter/index.js';
import type {
  Channel,
  Order,
  Outcome,
  Refund,
  RemedyOffer,
  Shipment,
  StockLevel,
  Supply,
  TrackingEvent,
} from '../src/model/index.js';

const day = (date: string, time: string): string => `2026-11-${date}T${time}:00+01:00`;

/** The order of the lost screen, ready to be bent. */
export const lostScreen = (change: Partial<Order> = {}): Order => ({
  reference: 'FR-1042',
  version: 1,
  observedAt: day('23', '16:59'),
  placedAt: day('20', '10:31'),
  timeZone: 'Europe/Paris',
  lines: [
    {
      id: 'line-1',
      sku: 'SCREEN-27',
      name: '27-inch display, 4K',
      noun: 'display',
      quantity: 1,
      price: { amount: 27900, currency: 'EUR' },
    },
  ],
  deliveryCharge: { amount: 1000, currency: 'EUR' },
  promises: [
    {
      id: 'promise-1',
      kind: 'by',
      before: day('23', '17:00'),
      timeZone: 'Europe/Paris',
      madeAt: day('20', '10:31'),
      agreed: true,
      source: { kind: 'shop' },
    },
  ],
  shipments: [lostParcel()],
  offers: offers(),
  contacts: [
    { kind: 'phone', value: '01 99 00 42 42', openUntil: day('23', '19:00'), seesThis: true },
  ],
  ...change,
});

/** The least a shop can say of a promise: no day of the order, no parcel. */
export function barelyKnown(): Order {
  const { reference, version, observedAt, offers, contacts } = lostScreen();
  const timeZone = 'Europe/Paris';
  const promise = { id: 'promise-1', kind: 'by', before: day('23', '17:00'), timeZone } as const;
  return { reference, version, observedAt, timeZone, promises: [promise], offers, contacts };
}

const event = (date: string, time: string, rest: Partial<TrackingEvent>): TrackingEvent => ({
  id: `${date}-${time}`,
  at: day(date, time),
  source: { kind: 'carrier', name: 'Relais Nord' },
  ...rest,
});

/** Last scanned on Sunday at 21:14, in Lyon. */
export function lostParcel(change: Partial<Shipment> = {}): Shipment {
  return {
    id: 'parcel-1',
    carrier: { name: 'Relais Nord' },
    trackingNumber: 'RN 0000 1042',
    lines: [{ lineId: 'line-1', quantity: 1 }],
    newsEvery: 6 * 3600,
    events: [
      event('20', '18:02', { phase: 'announced', words: 'Avis reçu', lang: 'fr' }),
      event('21', '10:02', { phase: 'collected', place: 'Villeurbanne' }),
      event('22', '08:40', { phase: 'in-transit', movement: 'left', place: 'Villeurbanne' }),
      event('22', '21:14', { phase: 'in-transit', movement: 'arrived', place: 'Lyon depot' }),
    ],
    ...change,
  };
}

const moving = (change: Partial<Shipment> = {}): Shipment =>
  lostParcel({
    events: [
      ...lostParcel().events!,
      event('23', '06:20', { phase: 'in-transit', movement: 'arrived', place: 'Lyon 7' }),
      event('23', '08:12', {
        phase: 'out-for-delivery',
        place: 'Lyon 7',
        words: 'chargé tournée 12',
        lang: 'fr',
      }),
    ],
    ...change,
  });

const estimate = (observed: string, from = '14:00', until = '16:00') => ({
  from: day('23', from),
  until: day('23', until),
  observedAt: day('23', observed),
  maxAge: 600,
  source: { kind: 'carrier' as const, name: 'Relais Nord' },
});

/** What the backend permits from 17:00 on. */
export function offers(change: Partial<RemedyOffer> = {}): RemedyOffer[] {
  const from = { promiseId: 'promise-1', availableFrom: day('23', '17:00') };
  return [
    {
      ...from,
      offerId: 'offer-refund',
      remedy: 'refund',
      amount: { amount: 28900, currency: 'EUR' },
      parts: [
        { label: 'display', amount: { amount: 27900, currency: 'EUR' } },
        { label: 'delivery', amount: { amount: 1000, currency: 'EUR' } },
      ],
      method: { kind: 'card', label: 'Visa ••42', original: true },
      expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
      undoUntil: day('24', '14:00'),
      availableUntil: '2026-12-07T23:00:00Z',
      ...change,
    },
    { ...from, offerId: 'offer-reship', remedy: 'reship', expectedBy: day('25', '13:00') },
    { ...from, offerId: 'offer-wait', remedy: 'wait', availableUntil: '2026-12-07T22:59:59Z' },
  ];
}

/** The refund, at any step of its path. */
export const refund = (change: Partial<Refund> = {}): Refund => ({
  reference: 'RF-8842',
  offerId: 'offer-refund',
  state: 'ordered',
  amount: { amount: 28900, currency: 'EUR' },
  parts: [
    { label: 'display', amount: { amount: 27900, currency: 'EUR' } },
    { label: 'delivery', amount: { amount: 1000, currency: 'EUR' } },
  ],
  method: { kind: 'card', label: 'Visa ••42', original: true },
  askedAt: day('23', '17:03'),
  orderedAt: day('23', '17:10'),
  orderedBy: { kind: 'bank' },
  sendBy: { date: '2026-11-24', timeZone: 'Europe/Paris' },
  expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
  undoUntil: day('24', '14:00'),
  ...change,
});

/** A state: its name, what makes it, and where it stands in time. */
export interface OrderStateExample {
  readonly name: string;
  readonly now: string;
  readonly order?: Order;
  /** Raw answers, for what no well-behaved backend would say. */
  readonly raw?: unknown;
  /** What the backend does instead of answering. */
  readonly fault?: 'down' | 'not-found' | 'forbidden' | 'never' | 'after-first';
  /** What the customer presses first, and what comes of it. */
  readonly press?: 'refund' | 'arrived' | 'choice' | 'ground';
  readonly outcome?: Outcome | 'never' | 'lost';
  readonly confirmAbove?: number;
  /** Whether what is folded is opened. */
  readonly open?: boolean;
}

const HANDLES = 'line-handles';
const warehouse = { kind: 'shop' as const, name: 'The shop’s warehouse' };

/** Five handles: three are put aside; what became of the other two is for each state to say. */
export const fiveHandles = (supply: Supply[], change: Partial<Order> = {}): Order =>
  lostScreen({
    reference: 'FR-1107',
    observedAt: day('23', '11:20'),
    placedAt: day('22', '10:31'),
    lines: [
      {
        id: HANDLES,
        sku: 'HANDLE-BRASS',
        name: 'Door handle, brass',
        noun: 'handle',
        nouns: 'handles',
        quantity: 5,
        price: { amount: 1890, currency: 'EUR' },
        supply: [
          {
            state: 'reserved',
            quantity: 3,
            where: 'Lyon warehouse',
            observedAt: day('23', '09:10'),
          },
          ...supply,
        ],
      },
    ],
    deliveryCharge: undefined,
    promises: [
      {
        ...lostScreen().promises![0]!,
        before: day('25', '13:00'),
        madeAt: day('22', '10:31'),
      },
    ],
    shipments: [],
    offers: [],
    ...change,
  });

const failed = (change: Partial<Supply> = {}): Supply => ({
  state: 'failed',
  quantity: 2,
  source: warehouse,
  observedAt: day('23', '09:10'),
  ...change,
});

/** What can be done about two handles that cannot be had. */
export const handleOffers = (quantity = 2, lineId = HANDLES): RemedyOffer[] => [
  {
    offerId: 'offer-line-refund',
    remedy: 'refund',
    lineId,
    quantity,
    amount: { amount: 1890 * quantity, currency: 'EUR' },
    method: { kind: 'card', label: 'Visa ••42', original: true },
    expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
    undoUntil: day('24', '14:00'),
  },
  {
    offerId: 'offer-line-swap',
    remedy: 'replace',
    lineId,
    quantity,
    goods: '2 handles in matt brass',
    expectedBy: { date: '2026-11-26', timeZone: 'Europe/Paris' },
  },
  {
    offerId: 'offer-line-wait',
    remedy: 'wait',
    lineId,
    quantity,
    expectedBy: { date: '2026-12-18', timeZone: 'Europe/Paris' },
    availableUntil: '2026-12-18T23:00:00Z',
  },
];

const handleRefund = (change: Partial<Refund> = {}): Refund => ({
  ...refund({ parts: undefined, undoUntil: undefined }),
  reference: 'RF-8907',
  offerId: 'offer-line-refund',
  amount: { amount: 3780, currency: 'EUR' },
  askedAt: day('23', '11:25'),
  orderedAt: day('23', '11:31'),
  ...change,
});

const displayFailed = lostScreen({
  placedAt: day('22', '10:31'),
  lines: [
    {
      ...lostScreen().lines![0]!,
      supply: [failed({ quantity: 1, reason: 'The last one was damaged in the warehouse' })],
    },
  ],
  shipments: [],
  offers: [
    {
      ...offers()[0]!,
      promiseId: undefined,
      availableFrom: undefined,
      lineId: 'line-1',
      offerId: 'offer-line-refund',
    },
    ...handleOffers(1, 'line-1')
      .slice(1)
      .map((offer) => (offer.goods ? { ...offer, goods: 'the 28-inch display' } : offer)),
  ],
});

const settledBy = { orderedAt: day('23', '17:10') };

const paris = (date: string) => ({ date, timeZone: 'Europe/Paris' });
const withParcel = (change: Partial<Shipment>, more: Partial<Order> = {}): Order =>
  lostScreen({ shipments: [moving(change)], promises: [], offers: [], ...more });
const and = (...more: TrackingEvent[]): TrackingEvent[] => [...moving().events!, ...more];
const delivered = event('23', '09:12', { phase: 'delivered', words: 'Livré', lang: 'fr' });

/** What can be wrong with a parcel, or be asked of the customer. */
function parcelStates(): OrderStateExample[] {
  return [
    {
      name: 'to be collected, with an ID, until a day',
      now: day('23', '15:30'),
      order: withParcel({
        events: and(
          event('23', '15:02', {
            phase: 'ready-for-pickup',
            place: 'Relais Nord, Lyon 7',
            action: { kind: 'collect', by: paris('2026-11-27'), bring: 'an ID' },
          }),
        ),
      }),
    },
    {
      name: 'to be collected, too late',
      now: day('28', '09:00'),
      order: withParcel({
        events: and(
          event('23', '15:02', {
            phase: 'ready-for-pickup',
            place: 'Relais Nord, Lyon 7',
            action: { kind: 'collect', by: paris('2026-11-27') },
          }),
        ),
      }),
    },
    {
      name: 'held by customs, a duty to be paid',
      now: day('23', '15:30'),
      order: withParcel({
        newsEvery: 86_400,
        events: and(
          event('23', '11:02', {
            phase: 'customs',
            party: 'customs',
            words: 'Held pending payment of import charges',
            lang: 'en',
            place: 'Lyon-Saint Exupéry',
            action: {
              kind: 'pay',
              by: paris('2026-11-27'),
              amount: { amount: 1240, currency: 'EUR' },
              url: 'https://relaisnord.example/duty',
            },
          }),
        ),
      }),
    },
    {
      name: 'the address has to be corrected',
      now: day('23', '15:30'),
      order: withParcel({
        events: and(
          event('23', '14:02', {
            phase: 'problem',
            words: 'adresse incomplète',
            lang: 'fr',
            action: { kind: 'address', by: day('24', '12:00') },
          }),
        ),
      }),
    },
    {
      name: 'no scan for longer than is usual',
      now: day('24', '04:20'),
      order: withParcel({ newsEvery: 86_400, events: lostParcel().events! }),
    },
    {
      name: 'news was promised and did not come',
      now: day('23', '15:20'),
      order: withParcel({ newsEvery: 86_400, nextNewsBy: day('23', '15:00') }),
    },
    {
      name: 'silent, news promised',
      now: day('23', '13:20'),
      order: withParcel({ events: lostParcel().events!, nextNewsBy: day('23', '15:00') }),
    },
    {
      name: 'status and scans disagree',
      now: day('23', '15:20'),
      order: withParcel({ doubts: ['status-disagrees'] }),
    },
    {
      name: 'two parcels under one number',
      now: day('23', '15:20'),
      order: withParcel({
        events: [
          ...lostParcel().events!.slice(2),
          event('20', '09:12', { phase: 'delivered' }),
          event('21', '10:02', { phase: 'collected', place: 'Villeurbanne' }),
        ],
      }),
    },
    {
      name: 'delivered, it says, and not received',
      now: day('23', '15:20'),
      order: withParcel({
        events: and(delivered),
        account: {
          received: false,
          at: day('23', '09:20'),
          channel: 'by chat',
          settledBy: 'the driver’s proof',
          due: day('24', '12:00'),
          otherwise: 'If none has come by then, your word counts and the refund goes out',
        },
      }),
    },
    {
      name: 'delivered to a neighbour',
      now: day('23', '15:20'),
      order: withParcel({
        events: and(delivered),
        proof: {
          at: day('23', '09:12'),
          to: 'neighbour',
          signatory: 'Mme Roux',
          photo: 'https://relaisnord.example/proof.jpg',
        },
      }),
    },
    {
      name: 'a part of it was delivered',
      now: day('23', '15:20'),
      order: withParcel({
        events: and(event('23', '09:12', { words: 'Remise partielle', lang: 'fr' })),
        proof: { part: true, at: day('23', '09:12') },
      }),
    },
    { name: 'delayed, whose doing it was', now: day('23', '09:40'), order: delayedParcel() },
    { name: 'on its way back', now: day('24', '09:40'), order: parcelIn('returning') },
    { name: 'back at the shop', now: day('24', '09:40'), order: parcelIn('returned') },
    { name: 'cancelled', now: day('24', '09:40'), order: parcelIn('cancelled') },
    { name: 'eight parcels', now: day('23', '11:20'), order: eightParcels() },
    { name: 'not sent, with a choice of carriers', now: day('20', '19:00'), order: unsent() },
    {
      name: 'not sent, another carrier asked for',
      now: day('20', '19:00'),
      order: unsent({ stands: 'other', chosenAt: day('20', '18:42') }),
    },
    { name: 'not sent, too late to choose', now: day('20', '20:30'), order: unsent() },
    {
      name: 'sent in place of another one',
      now: day('23', '11:20'),
      order: lostScreen({
        promises: [],
        offers: [],
        shipments: [lostParcel(), moving({ id: 'parcel-2', replaces: 'parcel-1' })],
      }),
    },
  ];
}

function delayedParcel(): Order {
  return withParcel({
    events: and(
      event('23', '08:50', {
        phase: 'problem',
        party: 'weather',
        words: 'neige, tournée suspendue',
        lang: 'fr',
      }),
    ),
  });
}

function parcelIn(phase: NonNullable<TrackingEvent['phase']>): Order {
  return withParcel({ events: and(event('23', '17:40', { phase })) });
}

/** A parcel that is announced, and that more than one carrier may bring. */
export function unsent(change: Partial<NonNullable<Shipment['carrierOffer']>> = {}): Order {
  const [announced] = lostParcel().events!;
  return lostScreen({
    shipments: [
      lostParcel({
        events: [announced!],
        carrierOffer: {
          source: { kind: 'shop', name: 'Maison Verre' },
          stands: 'relais',
          until: day('20', '20:00'),
          choices: [
            { choiceId: 'tamesis', carrier: 'Tamesis', expectedBy: day('23', '12:00') },
            { choiceId: 'relais', carrier: 'Relais Nord', expectedBy: day('23', '17:00') },
            {
              choiceId: 'alpline',
              carrier: 'Alpline',
              unavailable: { code: 'closed', reason: 'it does not drive on Mondays.' },
            },
            { choiceId: 'other' },
          ],
          ...change,
        },
      }),
    ],
  });
}

/** One kitchen in eight parcels: a wrong door, a split line, one that the customer has not got. */
export function eightParcels(change: Partial<Order> = {}): Order {
  const names = ['Base unit', 'Wall unit', 'Left door', 'Right door', 'Drawer front'];
  const lines = [
    ...names.map((name, index) => ({ id: `line-${index + 1}`, name, quantity: 1 })),
    { id: 'line-6', name: 'Worktop, oak', noun: 'worktop', quantity: 1 },
    { id: 'line-8', name: 'Hinge', nouns: 'hinges', quantity: 12 },
    { id: 'line-9', name: 'Plinth', quantity: 3 },
  ];
  const parcel = (position: number, lineId: string, more: Partial<Shipment>): Shipment => ({
    id: `parcel-${position}`,
    carrier: { name: 'Nordfracht', phone: '020 7946 0917' },
    trackingNumber: `NF-310-${position}`,
    trackingUrl: `https://nordfracht.example/NF-310-${position}`,
    lines: [{ lineId }],
    newsEvery: 86_400,
    ...more,
  });
  const from = { kind: 'carrier' as const, name: 'Nordfracht' };
  const scan = (date: string, time: string, rest: Partial<TrackingEvent>) =>
    event(date, time, { source: from, ...rest });
  const came = (date: string) => [
    scan('09', '16:10', { phase: 'collected' }),
    scan(date, '10:12', { phase: 'delivered' }),
  ];
  return lostScreen({
    reference: 'UK-310',
    lines,
    deliveryCharge: undefined,
    promises: [],
    offers: [],
    shipments: [
      ...[1, 2, 3, 4, 5].map((position) =>
        parcel(position, `line-${position}`, { events: came('12') }),
      ),
      parcel(6, 'line-6', {
        events: [scan('22', '18:40', { phase: 'in-transit', movement: 'left', place: 'Leeds' })],
        estimate: {
          from: day('24', '08:00'),
          until: day('24', '12:00'),
          observedAt: day('23', '11:14'),
          maxAge: 7200,
          source: from,
        },
      }),
      parcel(7, 'line-3', {
        repairs: { fault: 'the wrong left door', on: '2026-11-12', shipmentId: 'parcel-3' },
        events: [
          scan('17', '14:30', { phase: 'collected', place: 'Hull' }),
          scan('22', '21:14', {
            phase: 'problem',
            party: 'carrier',
            words: 'missed evening dep.',
            lang: 'en',
          }),
          scan('23', '09:52', { phase: 'in-transit', movement: 'left', place: 'Leeds hub' }),
        ],
        estimate: { date: '2026-11-26', observedAt: day('23', '09:52'), source: from },
      }),
      parcel(8, 'line-8', {
        lines: [{ lineId: 'line-8', quantity: 8 }],
        events: [
          scan('22', '18:40', { phase: 'in-transit', movement: 'left', place: 'Leeds' }),
          scan('23', '09:12', { phase: 'delivered' }),
        ],
        account: {
          received: false,
          at: day('23', '09:20'),
          channel: 'by chat',
          settledBy: 'the driver’s proof',
          due: day('25', '12:00'),
          otherwise: 'If none has come by then, your word counts',
        },
      }),
    ],
    ...change,
  });
}

/** Every state of the order, in the order of the story. */
export const orderStates: readonly OrderStateExample[] = [
  { name: 'loading', now: day('23', '11:20'), fault: 'never' },
  { name: 'nothing but the reference', now: day('23', '11:20'), order: { reference: 'FR-1042' } },
  {
    name: 'promised, no parcel yet',
    now: day('20', '12:00'),
    order: lostScreen({ shipments: [], offers: [] }),
  },
  {
    name: 'promised, and nothing else is known',
    now: day('23', '11:20'),
    order: barelyKnown(),
  },
  {
    name: 'announced',
    now: day('20', '19:00'),
    order: lostScreen({ shipments: [lostParcel({ events: lostParcel().events!.slice(0, 1) })] }),
  },
  { name: 'on its way', now: day('23', '09:00'), order: lostScreen({ shipments: [moving()] }) },
  {
    name: 'expected, live',
    now: day('23', '11:20'),
    order: lostScreen({ shipments: [moving({ estimate: estimate('11:16') })] }),
  },
  {
    name: 'expected, not so new',
    now: day('23', '11:20'),
    order: lostScreen({
      shipments: [moving({ estimate: { ...estimate('10:42'), maxAge: 7200 } })],
    }),
  },
  {
    name: 'expected too late',
    now: day('23', '11:20'),
    order: lostScreen({ shipments: [moving({ estimate: estimate('11:18', '17:30', '19:00') })] }),
  },
  {
    name: 'estimate too old',
    now: day('23', '11:30'),
    order: lostScreen({ shipments: [moving({ estimate: estimate('11:16') })] }),
  },
  { name: 'silent', now: day('23', '13:20'), order: lostScreen() },
  { name: 'missed', now: day('23', '17:03'), order: lostScreen() },
  { name: 'missed, and nothing else is known', now: day('23', '17:03'), order: barelyKnown() },
  {
    name: 'missed, one remedy unavailable',
    now: day('23', '17:03'),
    order: lostScreen({
      offers: offers().map((offer) =>
        offer.remedy === 'reship'
          ? {
              ...offer,
              unavailable: { code: 'out-of-stock', reason: 'none left until about Tue 8 Dec.' },
            }
          : offer,
      ),
    }),
  },
  {
    name: 'missed, seen lately',
    now: day('23', '17:03'),
    order: lostScreen({ shipments: [moving({ newsEvery: 12 * 3600 })] }),
  },
  {
    name: 'sending',
    now: day('23', '17:03'),
    order: lostScreen(),
    press: 'refund',
    outcome: 'never',
  },
  {
    name: 'outcome unknown',
    now: day('23', '17:03'),
    order: lostScreen(),
    press: 'refund',
    outcome: 'lost',
  },
  {
    name: 'done, not yet listed',
    now: day('23', '17:03'),
    order: lostScreen(),
    press: 'refund',
    outcome: { status: 'done', reference: 'RF-8842', amount: refund().amount },
  },
  {
    name: 'pending, no amount said',
    now: day('23', '17:03'),
    order: lostScreen(),
    press: 'refund',
    outcome: { status: 'pending' },
  },
  {
    name: 'refused',
    now: day('23', '17:04'),
    order: lostScreen(),
    press: 'refund',
    outcome: {
      status: 'refused',
      code: 'staff-only',
      reason:
        'Part of this order was paid with a gift card, and only staff can put money back on it.',
      nextStep: 'Call us: the amount is yours all the same.',
    },
  },
  {
    name: 'above the limit',
    now: day('23', '17:03'),
    order: lostScreen(),
    press: 'refund',
    confirmAbove: 10000,
  },
  {
    name: 'asked',
    now: day('23', '17:04'),
    order: lostScreen({
      refunds: [refund({ state: 'asked', orderedAt: undefined, answerBy: day('23', '17:20') })],
    }),
  },
  {
    name: 'asked, answer late',
    now: day('23', '17:25'),
    order: lostScreen({
      refunds: [refund({ state: 'asked', orderedAt: undefined, answerBy: day('23', '17:20') })],
    }),
  },
  { name: 'ordered', now: day('23', '17:10'), order: lostScreen({ refunds: [refund()] }) },
  {
    name: 'ordered, and it turns up',
    now: day('23', '18:10'),
    order: lostScreen({
      refunds: [refund()],
      shipments: [
        lostParcel({
          events: [...lostParcel().events!, event('23', '17:52', { phase: 'delivered' })],
        }),
      ],
    }),
  },
  {
    name: 'sent',
    now: day('24', '15:00'),
    order: lostScreen({ refunds: [refund({ state: 'sent', sentAt: day('24', '12:01') })] }),
  },
  {
    name: 'settled',
    now: day('27', '09:00'),
    order: lostScreen({
      refunds: [
        refund({
          ...settledBy,
          state: 'settled',
          sentAt: day('24', '12:01'),
          settledAt: day('26', '23:30'),
        }),
      ],
    }),
  },
  {
    name: 'refund held up',
    now: day('24', '18:00'),
    order: lostScreen({
      refunds: [
        refund({
          blocked: {
            by: { kind: 'bank', name: 'Banque du Rhône' },
            since: day('24', '09:12'),
            unblocks: 'The bank checks the account number.',
            owner: 'Inès, customer accounts',
            deadline: day('25', '12:00'),
          },
        }),
      ],
    }),
  },
  {
    name: 'refund held up, the next step overdue',
    now: day('25', '12:30'),
    order: lostScreen({
      refunds: [
        refund({
          blocked: {
            by: { kind: 'customer' },
            since: day('24', '09:12'),
            deadline: day('25', '12:00'),
          },
        }),
      ],
    }),
  },
  {
    name: 'the charge is taken back',
    now: day('24', '15:00'),
    order: lostScreen({
      refunds: [refund({ state: 'sent', sentAt: day('24', '12:01'), reversal: true })],
    }),
  },
  {
    name: 'refund late by law',
    now: '2026-12-09T09:00:00+01:00',
    order: lostScreen({
      law: 'FR',
      refunds: [refund()],
    }),
    open: true,
  },
  {
    name: 'several refunds',
    now: day('24', '09:00'),
    order: lostScreen({
      refunds: [
        refund({
          reference: 'RF-8830',
          offerId: 'offer-delivery',
          amount: { amount: 1000, currency: 'EUR' },
          parts: undefined,
          askedAt: day('22', '21:30'),
          state: 'settled',
          settledAt: day('23', '11:00'),
        }),
        refund({ amount: { amount: 27900, currency: 'EUR' }, parts: undefined }),
      ],
    }),
    open: true,
  },
  {
    name: 'missed, with what the law says',
    now: day('23', '17:03'),
    order: lostScreen({
      law: 'FR',
      offers: offers().map((offer) => ({ ...offer, basis: 'promise' as const })),
    }),
    open: true,
  },
  {
    name: 'it turns up after the money has left',
    now: day('25', '10:00'),
    order: lostScreen({
      refunds: [refund({ state: 'sent', sentAt: day('24', '12:01') })],
      shipments: [
        lostParcel({
          events: [...lostParcel().events!, event('25', '09:12', { phase: 'delivered' })],
        }),
      ],
      offers: [
        ...offers(),
        {
          offerId: 'offer-keep',
          remedy: 'keep',
          promiseId: 'promise-1',
          amount: { amount: 28900, currency: 'EUR' },
          method: { kind: 'card', label: 'Visa ••42', original: true },
        },
        { offerId: 'offer-return', remedy: 'return', promiseId: 'promise-1' },
      ],
    }),
  },
  {
    name: 'delivered, and something is wrong',
    now: day('23', '18:10'),
    order: lostScreen({
      shipments: [
        lostParcel({
          events: [...lostParcel().events!, event('23', '14:52', { phase: 'delivered' })],
        }),
      ],
      offers: offers().map((offer) => ({
        ...offer,
        grounds: ['not-received', 'delivered-elsewhere', 'damaged', 'wrong-item'],
      })),
    }),
    press: 'ground',
  },
  {
    name: 'refund late',
    now: day('28', '09:00'),
    order: lostScreen({ refunds: [refund({ state: 'sent', sentAt: day('24', '12:01') })] }),
  },
  {
    name: 'refund came back',
    now: day('26', '11:00'),
    order: lostScreen({
      refunds: [
        refund({
          state: 'returned',
          sentAt: day('24', '12:01'),
          endedAt: day('26', '10:12'),
          reason: 'The card ending 42 is closed',
        }),
      ],
    }),
  },
  {
    name: 'taken back',
    now: day('23', '18:10'),
    order: lostScreen({
      refunds: [refund({ state: 'withdrawn', orderedAt: undefined, endedAt: day('23', '17:40') })],
      offers: offers().map((offer) => ({ ...offer, offerId: `${offer.offerId}-again` })),
    }),
  },
  {
    name: 'refund came back, a new way is open',
    now: day('26', '11:00'),
    order: lostScreen({
      refunds: [
        refund({
          state: 'returned',
          sentAt: day('24', '12:01'),
          endedAt: day('26', '10:12'),
          reason: 'The card ending 42 is closed',
        }),
      ],
      offers: [
        {
          ...offers({ method: { kind: 'transfer' }, undoUntil: undefined })[0]!,
          offerId: 'offer-transfer',
          expectedBy: { date: '2026-12-02', timeZone: 'Europe/Paris' },
        },
      ],
    }),
  },
  {
    name: 'another one is late',
    now: day('25', '14:00'),
    order: lostScreen({
      claims: [
        {
          reference: 'RS-118',
          offerId: 'offer-reship',
          remedy: 'reship',
          askedAt: day('23', '17:05'),
          expectedBy: day('25', '13:00'),
        },
      ],
      offers: [],
    }),
  },
  {
    name: 'the first turns up, another one is under way',
    now: day('24', '10:00'),
    order: lostScreen({
      shipments: [
        lostParcel({
          events: [...lostParcel().events!, event('24', '09:40', { phase: 'delivered' })],
        }),
      ],
      claims: [
        {
          reference: 'RS-118',
          offerId: 'offer-reship',
          remedy: 'reship',
          askedAt: day('23', '17:05'),
          expectedBy: day('25', '13:00'),
        },
      ],
      offers: [],
    }),
  },
  {
    name: 'another one is sent',
    now: day('23', '17:20'),
    order: lostScreen({
      claims: [
        {
          reference: 'RS-118',
          offerId: 'offer-reship',
          remedy: 'reship',
          askedAt: day('23', '17:05'),
          expectedBy: day('25', '13:00'),
        },
      ],
      offers: [],
    }),
  },
  {
    name: 'delivered in time',
    now: day('23', '16:10'),
    order: lostScreen({
      shipments: [
        moving({
          events: [...moving().events!, event('23', '15:12', { phase: 'delivered' })],
          proof: { at: day('23', '15:12'), signatory: 'the caretaker', place: 'entrance hall' },
        }),
      ],
      offers: [],
    }),
  },
  {
    name: 'delivered late',
    now: day('23', '18:10'),
    order: lostScreen({
      shipments: [
        lostParcel({
          events: [...lostParcel().events!, event('23', '17:52', { phase: 'delivered' })],
        }),
      ],
      offers: [],
    }),
  },
  {
    name: 'delivery tried',
    now: day('23', '15:30'),
    order: lostScreen({
      shipments: [
        moving({
          events: [
            ...moving().events!,
            event('23', '15:02', {
              phase: 'attempted',
              party: 'carrier',
              words: 'accès impossible',
              lang: 'fr',
            }),
          ],
        }),
      ],
    }),
  },
  {
    name: 'ready to collect',
    now: day('23', '15:30'),
    order: lostScreen({
      shipments: [
        moving({
          events: [
            ...moving().events!,
            event('23', '15:02', { phase: 'ready-for-pickup', place: 'Relais Nord, Lyon 7' }),
          ],
        }),
      ],
    }),
  },
  {
    name: 'something is wrong',
    now: day('23', '15:30'),
    order: lostScreen({
      shipments: [
        moving({
          events: [
            ...moving().events!,
            event('23', '15:02', {
              phase: 'problem',
              party: 'carrier',
              words: 'colis endommagé',
              lang: 'fr',
            }),
          ],
        }),
      ],
    }),
  },
  {
    name: 'unknown code, an event from the future, a local time',
    now: day('23', '11:20'),
    order: lostScreen({
      shipments: [
        moving({
          events: [
            ...moving().events!,
            event('23', '11:02', { code: 'ZX9', words: 'opération 0417', lang: 'fr' }),
            event('29', '11:02', { phase: 'delivered' }),
            { id: 'local', localTime: '2026-11-23 10:30', words: 'contrôle', lang: 'fr' },
          ],
        }),
      ],
    }),
  },
  {
    name: 'out for delivery, by a clock in a zone that nobody states',
    now: day('23', '17:20'),
    order: lostScreen({
      shipments: [
        lostParcel({
          events: [
            ...(
              [
                ['2026-11-23T09:10:00', 'out-for-delivery'],
                ['2026-11-21', 'announced'],
                ['2026-11-22T21:14:00', 'in-transit'],
              ] as const
            ).map(([localTime, phase]) => ({
              ...{ id: localTime, localTime, phase, place: 'Dallas, TX, US' },
              source: { kind: 'carrier', name: 'Relais Nord' } as const,
            })),
          ],
        }),
      ],
    }),
  },
  {
    name: 'three parcels',
    now: day('23', '11:20'),
    order: lostScreen({
      lines: [
        { id: 'line-1', name: 'Worktop, oak', noun: 'worktop', quantity: 1 },
        { id: 'line-2', name: 'Left door', quantity: 1 },
        { id: 'line-3', name: 'Hinges', quantity: 4 },
      ],
      promises: [],
      shipments: [
        lostParcel({
          id: 'a',
          lines: [{ lineId: 'line-1' }],
          events: [event('21', '09:00', { phase: 'delivered' })],
        }),
        moving({ id: 'b', lines: [{ lineId: 'line-2' }] }),
        lostParcel({ id: 'c', lines: [{ lineId: 'line-3' }] }),
      ],
      offers: [],
    }),
  },
  ...parcelStates(),
  {
    name: 'just placed, in two parts',
    now: day('22', '10:35'),
    order: fiveHandles(
      [{ state: 'awaited', quantity: 2, from: '2026-12-01', condition: 'prepaid' }],
      {
        observedAt: day('22', '10:34'),
        promises: [
          { ...fiveHandles([]).promises![0]!, shipmentId: 'parcel-1' },
          {
            id: 'promise-2',
            kind: 'date',
            date: '2026-12-02',
            timeZone: 'Europe/Paris',
            madeAt: day('22', '10:31'),
            source: { kind: 'shop' },
          },
        ],
      },
    ),
  },
  {
    name: 'promised, two of five come later',
    now: day('22', '10:35'),
    order: fiveHandles([{ state: 'awaited', quantity: 2, from: '2026-12-01' }], {
      observedAt: day('22', '10:34'),
    }),
  },
  {
    name: 'three of five arrived',
    now: day('25', '12:30'),
    order: fiveHandles([{ state: 'awaited', quantity: 2, from: '2026-12-01' }], {
      promises: [
        { ...fiveHandles([]).promises![0]!, shipmentId: 'parcel-1' },
        {
          id: 'promise-2',
          kind: 'date',
          date: '2026-12-02',
          timeZone: 'Europe/Paris',
          madeAt: day('22', '10:31'),
          source: { kind: 'shop' },
        },
      ],
      shipments: [
        {
          ...lostParcel({ lines: [{ lineId: HANDLES, quantity: 3 }] }),
          events: [
            event('24', '18:02', { phase: 'collected', place: 'Villeurbanne' }),
            event('25', '12:12', { phase: 'delivered' }),
          ],
        },
      ],
    }),
  },
  { name: 'stock fails, the only one', now: day('23', '11:20'), order: displayFailed },
  {
    name: 'stock fails, and the promise is missed',
    now: day('23', '17:03'),
    order: displayFailed,
  },
  {
    name: 'stock fails, 2 of 5',
    now: day('23', '11:20'),
    order: fiveHandles([failed()], { offers: handleOffers() }),
  },
  {
    name: 'stock fails, one way only',
    now: day('23', '11:20'),
    order: fiveHandles([failed()], { offers: handleOffers().slice(0, 1) }),
  },
  {
    name: 'stock fails, nothing to choose yet',
    now: day('23', '11:20'),
    order: fiveHandles([failed()]),
  },
  {
    name: 'stock fails, nobody can say how much',
    now: day('23', '11:20'),
    order: fiveHandles([failed({ quantity: 4 })], { offers: handleOffers() }),
  },
  {
    name: 'stock fails, sending the choice',
    now: day('23', '11:20'),
    order: fiveHandles([failed()], { offers: handleOffers() }),
    press: 'choice',
    outcome: 'never',
  },
  {
    name: 'stock fails, a part is being refunded',
    now: day('23', '11:40'),
    order: fiveHandles([failed()], {
      offers: handleOffers().slice(0, 1),
      refunds: [handleRefund({ undoUntil: day('24', '14:00') })],
    }),
  },
  {
    name: 'stock fails, a part was refunded',
    now: day('25', '09:00'),
    order: fiveHandles([failed()], {
      offers: handleOffers().slice(0, 1),
      refunds: [
        handleRefund({
          state: 'settled',
          sentAt: day('24', '12:01'),
          settledAt: day('24', '23:30'),
        }),
      ],
    }),
  },
  {
    name: 'stock fails, wait chosen',
    now: day('23', '11:40'),
    order: fiveHandles([failed()], {
      offers: handleOffers(),
      claims: [
        {
          reference: 'W-31',
          offerId: 'offer-line-wait',
          remedy: 'wait',
          askedAt: day('23', '11:25'),
          expectedBy: { date: '2026-12-18', timeZone: 'Europe/Paris' },
        },
      ],
    }),
  },
  {
    name: 'stock fails, something else chosen',
    now: day('23', '11:40'),
    order: fiveHandles([failed()], {
      offers: handleOffers().slice(1, 2),
      claims: [
        {
          reference: 'RP-32',
          offerId: 'offer-line-swap',
          remedy: 'replace',
          askedAt: day('23', '11:25'),
          expectedBy: { date: '2026-11-26', timeZone: 'Europe/Paris' },
        },
      ],
    }),
  },
  {
    name: 'stock fails in two lines',
    now: day('23', '11:20'),
    order: fiveHandles([failed()], {
      lines: [
        ...fiveHandles([failed()]).lines!,
        {
          id: 'line-hinge',
          name: 'Hinge, brass',
          noun: 'hinge',
          nouns: 'hinges',
          quantity: 2,
          supply: [failed({ quantity: 2 })],
        },
      ],
      offers: [
        ...handleOffers(),
        ...handleOffers(2, 'line-hinge')
          .slice(0, 1)
          .map((offer) => ({ ...offer, offerId: 'offer-hinge-refund' })),
        { ...handleOffers(1, 'line-hinge')[0]!, offerId: 'offer-hinge-one' },
      ],
    }),
  },
  {
    name: 'one part unreadable',
    now: day('23', '11:20'),
    raw: {
      ...lostScreen({ shipments: [moving({ estimate: estimate('11:16') })] }),
      shipments: [moving({ estimate: estimate('11:16') }), { carrier: 7 }],
      promises: [
        ...lostScreen().promises!,
        {
          id: 'promise-2',
          kind: 'by',
          before: '2026-11-23T17:00:00+05:00',
          timeZone: 'Europe/Paris',
        },
      ],
    },
  },
  {
    name: 'no answer, last copy',
    now: day('23', '11:20'),
    order: lostScreen({ shipments: [moving()] }),
    fault: 'after-first',
  },
  { name: 'no answer at all', now: day('23', '11:20'), fault: 'down' },
  { name: 'not found', now: day('23', '11:20'), fault: 'not-found' },
  { name: 'sign in again', now: day('23', '11:20'), fault: 'forbidden' },
  {
    name: 'long text',
    now: day('23', '17:03'),
    order: lostScreen({
      reference: 'FR-1042-INTERNATIONAL-MARKETPLACE-0000000000001',
      lines: [
        {
          id: 'line-1',
          name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft commemorative display, 4K, height-adjustable, with a very long name indeed',
          noun: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk display',
          quantity: 1,
          price: { amount: 123456789, currency: 'EUR' },
        },
      ],
      offers: offers({
        amount: { amount: 123457789, currency: 'EUR' },
        method: {
          kind: 'transfer',
          label: 'the account ending 4242 at the savings bank of the long name',
        },
      }),
      shipments: [
        lostParcel({
          carrier: { name: 'Compagnie générale des relais septentrionaux et assimilés' },
        }),
      ],
    }),
  },
];

const FRENCH: readonly (readonly [string, string])[] = [
  ['"display"', '"écran"'],
  ['"delivery"', '"livraison"'],
  ['27-inch display, 4K', 'Écran 27 pouces, 4K'],
  ['"handle"', '"poignée"'],
  ['"handles"', '"poignées"'],
  ['Door handle, brass', 'Poignée de porte, laiton'],
  ['2 handles in matt brass', '2 poignées en laiton mat'],
  ['the 28-inch display', 'l’écran 28 pouces'],
  ['"hinge"', '"charnière"'],
  ['"hinges"', '"charnières"'],
  ['Hinge, brass', 'Charnière, laiton'],
  ['The shop’s warehouse', 'L’entrepôt du magasin'],
  ['Lyon warehouse', 'entrepôt de Lyon'],
  ['The last one was damaged in the warehouse', 'Le dernier a été endommagé à l’entrepôt'],
  ['Lyon depot', 'dépôt de Lyon'],
  ['The bank checks the account number.', 'La banque vérifie le numéro de compte.'],
  ['Inès, customer accounts', 'Inès, comptes clients'],
  ['none left until about Tue 8 Dec.', 'plus aucun avant le mar. 8 déc. environ.'],
  ['The card ending 42 is closed', 'La carte finissant par 42 est fermée'],
  ['the caretaker', 'la gardienne'],
  ['entrance hall', 'hall d’entrée'],
  [
    'Part of this order was paid with a gift card, and only staff can put money back on it.',
    'Une partie a été payée avec une carte cadeau, que seule une personne du magasin peut recréditer.',
  ],
  ['Call us: the amount is yours all the same.', 'Appelez-nous : la somme est à vous quand même.'],
];

/** The state as a backend says it in that language. */
export const inLanguage = (example: OrderStateExample, language: string): OrderStateExample =>
  language === 'fr'
    ? (JSON.parse(
        FRENCH.reduce((text, [en, fr]) => text.replaceAll(en, fr), JSON.stringify(example)),
      ) as OrderStateExample)
    : example;

/** An adapter that makes a state happen. */
export const adapterFor = (example: OrderStateExample): OrderAdapter => {
  const now = (): number => Date.parse(example.now);
  if (example.fault && example.fault !== 'after-first') {
    const { fault } = example;
    return {
      order: () =>
        fault === 'never'
          ? new Promise(() => {})
          : Promise.reject(new AdapterError(fault === 'down' ? 'unavailable' : fault)),
    };
  }
  const backend: MemoryAdapter = memory({ orders: example.order ? [example.order] : [], now });
  const serverNow = new Date(now()).toISOString();
  let asked = 0;
  const adapter: OrderAdapter = {
    order: (reference, request) => {
      if (example.fault === 'after-first' && asked++ > 0)
        return Promise.reject(new AdapterError('forbidden'));
      return example.raw
        ? Promise.resolve({ serverNow, order: example.raw as Order })
        : backend.order(reference, request);
    },
    act: (command, request) => {
      const { outcome } = example;
      if (outcome === 'never') return new Promise(() => {});
      if (outcome === 'lost') return Promise.reject(new AdapterError('timeout'));
      return outcome ? Promise.resolve({ serverNow, outcome }) : backend.act(command, request);
    },
    outcome: () => Promise.resolve({ serverNow, outcome: { status: 'unknown' } }),
  };
  return adapter;
};

const channels: Channel[] = [
  { id: 'mail', kind: 'email', label: 'a•••@example.org' },
  { id: 'text', kind: 'sms' },
  { id: 'account', kind: 'account' },
];

const soldOut: Omit<StockLevel, 'sku'> = {
  availability: 'OutOfStock',
  backOn: '2026-12-08',
  backSaid: { source: { kind: 'maker' }, at: day('23', '09:00') },
  observedAt: day('23', '11:18'),
};

/** Every state of a stock badge. */
export const stockStates: readonly {
  name: string;
  now: string;
  quantity?: number;
  level?: StockLevel;
  fault?: boolean;
  /** What is pressed, one after the other: selectors inside the badge. */
  press?: readonly string[];
  /** What becomes of the wish; without it, the shop cannot note one. */
  outcome?: Outcome | 'lost' | 'never';
}[] = [
  {
    name: 'enough',
    now: day('23', '11:20'),
    level: {
      sku: 'A',
      availability: 'InStock',
      quantity: 4,
      observedAt: day('23', '11:20'),
      where: 'Lyon warehouse',
    },
  },
  {
    name: 'parts',
    now: day('23', '11:20'),
    quantity: 5,
    level: {
      sku: 'B',
      availability: 'InStock',
      quantity: 3,
      batches: [{ quantity: 2, from: '2026-12-01', condition: 'prepaid' }],
      observedAt: day('23', '11:18'),
      where: 'Lyon warehouse',
    },
  },
  {
    name: 'shop only',
    now: day('23', '11:20'),
    level: {
      sku: 'C',
      availability: 'InStoreOnly',
      quantity: 2,
      observedAt: day('23', '11:18'),
      where: 'Geneva shop',
      openUntil: day('23', '19:00'),
    },
  },
  {
    name: 'made to order',
    now: day('23', '11:20'),
    level: {
      sku: 'D',
      availability: 'MadeToOrder',
      backOn: '2026-12-18',
      observedAt: day('23', '11:18'),
    },
  },
  {
    name: 'out, back about',
    now: day('23', '11:20'),
    level: {
      sku: 'E',
      availability: 'OutOfStock',
      backOn: '2026-12-08',
      backSaid: { source: { kind: 'maker' }, at: day('23', '09:00') },
      observedAt: day('23', '11:18'),
    },
  },
  {
    name: 'discontinued',
    now: day('23', '11:20'),
    level: { sku: 'F', availability: 'Discontinued', observedAt: day('23', '11:18') },
  },
  {
    name: 'too old',
    now: day('23', '11:34'),
    level: { sku: 'G', availability: 'InStock', quantity: 4, observedAt: day('23', '11:20') },
  },
  { name: 'unknown', now: day('23', '11:20'), level: { sku: 'H' } },
  { name: 'no answer', now: day('23', '11:20'), fault: true },
  {
    name: 'the last ones',
    now: day('23', '11:20'),
    level: { sku: 'I', availability: 'LimitedAvailability', observedAt: day('23', '11:18') },
  },
  {
    name: 'who says so',
    now: day('23', '11:20'),
    level: {
      ...soldOut,
      sku: 'J',
      where: 'Lyon warehouse',
      source: { kind: 'system', name: 'Nordlager' },
    },
    press: ['[part="source"] button'],
  },
  {
    name: 'tell me: several ways',
    now: day('23', '11:20'),
    quantity: 5,
    level: { ...soldOut, sku: 'K', quantity: 3, availability: 'InStock', channels },
    outcome: 'never',
    press: ['[part="source"] button', '[part="wish"] button:nth-of-type(2)'],
  },
  {
    name: 'tell me: one way',
    now: day('23', '11:20'),
    level: { ...soldOut, sku: 'L', channels: [{ id: 'mail', kind: 'email' }] },
    outcome: 'never',
    press: ['[part="source"] button', '.send'],
  },
  {
    name: 'tell me: on its way',
    now: day('23', '11:20'),
    level: { ...soldOut, sku: 'M', channels },
    outcome: 'never',
    press: ['[part="source"] button', '.choices button'],
  },
  {
    name: 'tell me: the answer is lost',
    now: day('23', '11:20'),
    level: { ...soldOut, sku: 'N', channels },
    outcome: 'lost',
    press: ['[part="source"] button', '.choices button'],
  },
  {
    name: 'tell me: refused',
    now: day('23', '11:20'),
    level: { ...soldOut, sku: 'O', channels },
    outcome: {
      status: 'refused',
      reason: 'This article does not come back.',
      nextStep: 'Ask us for one like it.',
    },
    press: ['[part="source"] button', '.choices button'],
  },
  ...(['waiting', 'back', 'expired', 'used', 'cancelled'] as const).map((state) => ({
    name: `tell me: ${state}`,
    now: day('23', '11:20'),
    level: {
      ...soldOut,
      sku: `P-${state}`,
      channels,
      subscription: {
        id: 'wish-1',
        state,
        quantity: 2,
        channel: channels[0]!,
        since: day('22', '10:12'),
        until: state === 'expired' ? day('22', '18:00') : '2026-12-22T18:00:00+01:00',
        toldAt: day('22', '18:30'),
      },
    },
    outcome: 'never' as const,
  })),
];

/** An adapter that makes a stock state happen. */
export const stockAdapterFor = (example: (typeof stockStates)[number]): OrderAdapter => ({
  order: () => Promise.reject(new AdapterError('not-found')),
  stock: () =>
    example.fault
      ? Promise.reject(new AdapterError('unavailable'))
      : Promise.resolve({
          serverNow: new Date(Date.parse(example.now)).toISOString(),
          stock: example.level ? [example.level] : [],
        }),
  ...(example.outcome && {
    act: () => {
      const { outcome } = example;
      if (outcome === 'never') return new Promise<never>(() => {});
      if (outcome === 'lost') return Promise.reject(new AdapterError('timeout'));
      return Promise.resolve({ outcome: outcome! });
    },
  }),
});

/** Presses what a state has to have pressed, as each thing appears. */
export const pressIn = async (badge: Element, selectors: readonly string[] = []): Promise<void> => {
  for (const selector of selectors) {
    let button: HTMLElement | null | undefined;
    while (!(button = badge.shadowRoot?.querySelector<HTMLElement>(selector)))
      await new Promise((resolve) => setTimeout(resolve));
    button.click();
  }
};

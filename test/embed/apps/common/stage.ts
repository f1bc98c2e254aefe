/**
 * What every app is given: a shop in memory, the values that it shows, and an ear. How they reach the
 * tags, and how events come back, is each framework's own business.
 */
import { memory } from 'doorstep-elements/adapters/memory';
import type { BasketLine, Order, OrderAdapter } from 'doorstep-elements';

/** What an app shows; it keeps this as its own state. */
export interface Values {
  adapter: OrderAdapter | undefined;
  shown: boolean;
  order: string | null | undefined;
  headingLevel: number | undefined;
  confirmAbove: number | undefined;
  note: string;
  open: boolean | null | undefined;
  badges: readonly { readonly sku: string; readonly quantity: number }[];
  basket: readonly BasketLine[];
  skus: readonly string[];
  required: boolean | undefined;
  disabled: boolean | undefined;
}

const day = (time: string): string => `2026-11-${time}:00+01:00`;

/** Due on Monday at 17:00; it is 17:03. */
const order = (reference: string, amount: number): Order => ({
  reference,
  observedAt: day('23T17:01'),
  placedAt: day('20T10:31'),
  timeZone: 'Europe/Paris',
  lines: [{ id: 'line-1', sku: 'SCREEN', name: 'Display', noun: 'display', quantity: 1 }],
  promises: [
    { id: 'delivery', kind: 'by', before: day('23T17:00'), timeZone: 'Europe/Paris', agreed: true },
  ],
  shipments: [
    {
      id: 'parcel-1',
      carrier: { name: 'Relais Nord' },
      newsEvery: 21_600,
      events: [8, 9, 10, 11, 12, 13, 14].map((hour) => ({
        id: String(hour),
        at: day(`22T${String(hour).padStart(2, '0')}:14`),
        phase: 'in-transit',
        movement: 'arrived',
        place: `Depot ${hour}`,
      })),
    },
  ],
  offers: [
    {
      offerId: `offer-${reference}`,
      remedy: 'refund',
      promiseId: 'delivery',
      amount: { amount, currency: 'EUR' },
      method: { kind: 'card', label: 'Visa ••42', original: true },
      expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
      availableFrom: day('23T17:00'),
    },
  ],
  contacts: [{ kind: 'phone', value: '01 99 00 42 42', openUntil: day('23T19:00') }],
});

const start = Date.parse(day('23T17:03'));
const backend = memory({
  now: () => start + performance.now(),
  orders: [order('FR-1042', 28_900), order('FR-2001', 4_200)],
  stock: ['HANDLE', 'HINGE', 'LOCK', 'BOLT'].map((sku, index) => ({
    sku,
    quantity: index + 2,
    observedAt: day('23T17:02'),
  })),
  // Two of each line are on the shelf.
  basket: ({ lines }, now) => ({
    observedAt: new Date(now).toISOString(),
    lines: lines.map(({ id, quantity }) => ({
      lineId: id,
      parts: [{ quantity: Math.min(quantity, 2) }],
    })),
  }),
  slots: {
    observedAt: day('23T17:02'),
    timeZone: 'Europe/Paris',
    slots: [10, 12].map((hour) => ({
      slotId: `slot-${hour}`,
      from: day(`27T${hour}:00`),
      before: day(`27T${hour + 2}:00`),
      capacity: 3,
    })),
  },
});

/** Another shop: there it has arrived. */
const other = memory({
  now: () => start + performance.now(),
  orders: [
    {
      ...order('FR-1042', 28_900),
      offers: [],
      shipments: [
        {
          id: 'parcel-1',
          carrier: { name: 'Relais Nord' },
          events: [{ id: '1', at: day('23T16:40'), phase: 'delivered' }],
        },
      ],
    },
  ],
});

/** What the tests read and move, in the page. */
export const stage = {
  backend,
  other,
  /** What was heard, oldest first. */
  heard: [] as { type: string; detail: unknown; from: string }[],
  /** Whether what can be cancelled is. */
  refuses: false,
  /** Live connections that are open now. */
  connections: 0,
  /** Questions asked since the page was opened. */
  questions: { order: 0, stock: 0 },
  warnings: [] as string[],
  /** Sets some of the app's values; `undefined` until the app is there. */
  set: undefined as ((change: Partial<Values>) => void) | undefined,
};

/** What the app passes as a property. It counts, and hands everything on. */
export const adapter: OrderAdapter = {
  ...backend,
  order(reference, request) {
    stage.questions.order++;
    return backend.order(reference, request);
  },
  stock(skus, request) {
    stage.questions.stock++;
    return backend.stock(skus, request);
  },
  watch(...all) {
    stage.connections++;
    const stop = backend.watch(...all);
    let isOpen = true;
    return () => {
      if (isOpen) stage.connections--;
      isOpen = false;
      stop();
    };
  },
};

/** What an app begins with. */
export const values: Values = {
  adapter,
  shown: true,
  order: 'FR-1042',
  headingLevel: 2,
  confirmAbove: undefined,
  note: 'Open until nine today.',
  open: false,
  badges: [
    { sku: 'HANDLE', quantity: 2 },
    { sku: 'HINGE', quantity: 3 },
    { sku: 'LOCK', quantity: 1 },
  ],
  basket: [{ id: '1', sku: 'HANDLE', quantity: 2, noun: 'handle', nouns: 'handles' }],
  skus: ['HANDLE'],
  required: true,
  disabled: false,
};

/** What an app listens with. */
export const hear = (event: Event): void => {
  const { localName } = event.target as Element;
  stage.heard.push({ type: event.type, detail: (event as CustomEvent).detail, from: localName });
  if (stage.refuses) event.preventDefault();
};

/** What the app's own pay button does. */
export const pay = (): void => {
  stage.heard.push({ type: 'paid', detail: undefined, from: 'button' });
};

/** What an app calls once, with its way to change its own state. @returns what it calls when it goes */
export const connect = (set: (change: Partial<Values>) => void): (() => void) => {
  stage.set = set;
  return () => (stage.set = undefined);
};

declare global {
  interface Window {
    stage: typeof stage;
  }
}

// Rendered on a server there is no page.
if (typeof window === 'object') {
  window.stage = stage;
  const warn = console.warn;
  console.warn = (...words) => {
    stage.warnings.push(words.join(' '));
    warn(...words);
  };
}

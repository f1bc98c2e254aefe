import type { AdapterRequest } from '../../../src/adapter/index.js';
import type { Order, SlotList, StockLevel } from '../../../src/model/index.js';

/** 23 November 2026, 17:00:00 in Paris: the minute the promise lapses. */
export const DEADLINE = Date.parse('2026-11-23T17:00:00+01:00');

/** A display that was promised for Monday before 17:00, and what the shop offers if it does not come. */
export const order = (): Order => ({
  reference: 'FR-1042',
  placedAt: '2026-11-20T10:31:00+01:00',
  timeZone: 'Europe/Paris',
  lines: [
    {
      id: 'line-1',
      sku: 'DSP-27-4K',
      noun: 'display',
      quantity: 1,
      price: { amount: 27900, currency: 'EUR' },
    },
  ],
  shipments: [{ id: 'parcel-1', carrier: { name: 'Relais Nord' } }],
  promises: [
    {
      id: 'delivery',
      kind: 'by',
      before: '2026-11-23T17:00:00+01:00',
      timeZone: 'Europe/Paris',
      shipmentId: 'parcel-1',
      agreed: true,
    },
  ],
  offers: [
    {
      offerId: 'offer-refund',
      remedy: 'refund',
      promiseId: 'delivery',
      amount: { amount: 28900, currency: 'EUR' },
      method: { kind: 'card', label: 'Visa ••42', original: true },
      expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
      availableFrom: '2026-11-23T17:00:00+01:00',
      availableUntil: '2026-12-07T23:59:59+01:00',
      undoUntil: '2026-11-24T14:00:00+01:00',
    },
    {
      offerId: 'offer-reship',
      remedy: 'reship',
      promiseId: 'delivery',
      expectedBy: '2026-11-25T13:00:00+01:00',
      availableFrom: '2026-11-23T17:00:00+01:00',
    },
    { offerId: 'offer-wait', remedy: 'wait', promiseId: 'delivery' },
    {
      offerId: 'offer-replace',
      remedy: 'replace',
      shipmentId: 'parcel-9',
      unavailable: { code: 'sold-out', reason: 'There is no second one in stock.' },
    },
  ],
});

export const stock = (): StockLevel[] => [
  {
    sku: 'DSP-27-4K',
    availability: 'InStock',
    quantity: 3,
    observedAt: '2026-11-23T16:58:00+01:00',
  },
  { sku: 'HANDLE & "BRASS"/40', availability: 'LimitedAvailability', quantity: 3 },
];

/** What comes with a call; a signal of its own unless one is given. */
export const request = (more: Partial<AdapterRequest> = {}): AdapterRequest => ({
  signal: new AbortController().signal,
  locale: 'en',
  freshness: 'any',
  ...more,
});

/** A wardrobe that was agreed for Thursday 07:00–14:00, and a carrier that asks for Saturday instead. */
export const wardrobe = (): Order => ({
  reference: 'FR-2077',
  timeZone: 'Europe/Paris',
  promises: [
    {
      id: 'delivery',
      kind: 'slot',
      from: '2026-11-26T07:00:00+01:00',
      before: '2026-11-26T14:00:00+01:00',
      timeZone: 'Europe/Paris',
      agreed: true,
      revisions: [
        {
          id: 'to-saturday',
          window: {
            kind: 'slot',
            from: '2026-11-28T08:00:00+01:00',
            before: '2026-11-28T12:00:00+01:00',
            timeZone: 'Europe/Paris',
          },
          state: 'proposed',
          source: { kind: 'carrier', name: 'Alpline' },
          answerBy: '2026-11-25T18:00:00+01:00',
          ifSilent: 'stands',
        },
      ],
    },
  ],
});

/** Slots of two days and a Sunday without any: one with a single place, one full, one with a reason. */
export const slots = (): SlotList => ({
  timeZone: 'Europe/Paris',
  slots: [
    {
      slotId: 'thu-10',
      from: '2026-11-26T10:00:00+01:00',
      before: '2026-11-26T12:00:00+01:00',
      capacity: 1,
    },
    {
      slotId: 'thu-14',
      from: '2026-11-26T14:00:00+01:00',
      before: '2026-11-26T18:00:00+01:00',
      capacity: 0,
    },
    {
      slotId: 'fri-8',
      from: '2026-11-27T08:00:00+01:00',
      before: '2026-11-27T10:00:00+01:00',
      price: { amount: 1500, currency: 'EUR' },
    },
    {
      slotId: 'fri-20',
      from: '2026-11-27T20:00:00+01:00',
      before: '2026-11-27T22:00:00+01:00',
      unavailable: { code: 'evening', reason: 'Alpline does not drive in the evening.' },
    },
  ],
  closed: [{ date: '2026-11-29', reason: 'Alpline does not drive on Sundays.' }],
});

import type { OrderFacts } from './facts.js';
import type { Mint } from './decide.js';

/** When the story of the lost screen begins: twenty minutes before the deadline. */
export const STORY_START = Date.parse('2026-11-23T16:40:00+01:00');

const ZONE = 'Europe/Paris';
const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** The lost screen: a display that was promised for Monday before 17:00, and nobody knows where it is. */
export const lostScreen = (mint: Pick<Mint, 'offerId'>): OrderFacts => {
  const carrier = { kind: 'carrier' as const, name: 'Relais Nord' };
  const obligationId = 'FR-1042/delivery';
  return {
    reference: 'FR-1042',
    version: 1,
    placedAt: Date.parse('2026-11-20T10:31:00+01:00'),
    timeZone: ZONE,
    deliveryCharge: euros(1000),
    method: { kind: 'card', label: 'Visa ••42', original: true },
    lines: [
      {
        id: 'line-1',
        sku: 'DISPLAY-27-4K',
        quantity: 1,
        price: euros(27900),
        name: { en: '27-inch display, 4K', fr: 'Écran 27 pouces, 4K' },
        noun: { en: 'display', fr: 'écran' },
      },
    ],
    shipments: [
      {
        id: 'parcel-1',
        carrier: { name: 'Relais Nord' },
        trackingNumber: 'RN-DEMO-1042',
        lineIds: ['line-1'],
        newsEvery: 6 * 3600,
        observedAt: Date.parse('2026-11-23T16:35:00+01:00'),
        events: [
          {
            id: 'demo-1',
            at: '2026-11-20T18:05:00+01:00',
            phase: 'announced',
            code: 'A1',
            words: 'Envoi annoncé par l’expéditeur',
            lang: 'fr',
            source: carrier,
          },
          {
            id: 'demo-2',
            at: '2026-11-21T08:40:00+01:00',
            phase: 'collected',
            code: 'B1',
            words: 'Pris en charge',
            lang: 'fr',
            place: 'Nantes',
            source: carrier,
          },
          {
            id: 'demo-3',
            at: '2026-11-22T03:20:00+01:00',
            phase: 'in-transit',
            movement: 'left',
            code: 'C2',
            words: 'Départ de la plateforme',
            lang: 'fr',
            place: 'Nantes',
            source: carrier,
          },
          {
            id: 'demo-4',
            at: '2026-11-22T21:14:00+01:00',
            phase: 'in-transit',
            movement: 'arrived',
            code: 'C1',
            words: 'Arrivée au dépôt',
            lang: 'fr',
            place: 'Lyon',
            source: carrier,
          },
        ],
      },
    ],
    promises: [
      {
        id: 'delivery',
        kind: 'by',
        before: '2026-11-23T17:00:00+01:00',
        timeZone: ZONE,
        grace: 0,
        shipmentId: 'parcel-1',
        madeAt: '2026-11-20T10:31:00+01:00',
        agreed: true,
        source: { kind: 'shop', name: 'Maison Verre' },
      },
    ],
    obligations: [{ id: obligationId, promiseId: 'delivery' }],
    offers: (['refund', 'reship', 'wait'] as const).map((remedy) => ({
      offerId: mint.offerId(),
      obligationId,
      remedy,
    })),
    claims: [],
    refunds: [],
    stock: { 'DISPLAY-27-4K': 6 },
  };
};

/** When the carrier wants to move the wardrobe: the day after the lost screen, at 11:45. */
export const MOVE_AT = Date.parse('2026-11-24T11:45:00+01:00');

/**
 * The moved wardrobe: agreed for Thursday, 07:00 to 14:00, with a customer who is never there on a
 * Saturday. Another shop, in Geneva; its carrier is invented, too.
 */
export const movedWardrobe = (mint: Pick<Mint, 'offerId'>): OrderFacts => {
  const zone = 'Europe/Zurich';
  const carrier = { kind: 'carrier' as const, name: 'Alpline' };
  const obligationId = 'CH-77/delivery';
  return {
    reference: 'CH-77',
    version: 1,
    placedAt: Date.parse('2026-11-20T15:12:00+01:00'),
    timeZone: zone,
    deliveryCharge: { amount: 5900, currency: 'CHF' },
    method: { kind: 'card', label: 'Visa ••42', original: true },
    lines: [
      {
        id: 'line-1',
        sku: 'WARDROBE-OAK',
        quantity: 1,
        price: { amount: 129000, currency: 'CHF' },
        name: { en: 'Oak wardrobe, three doors', fr: 'Armoire en chêne, trois portes' },
        noun: { en: 'wardrobe', fr: 'armoire' },
      },
    ],
    shipments: [
      {
        id: 'parcel-1',
        carrier: { name: 'Alpline' },
        trackingNumber: 'AL-DEMO-77',
        lineIds: ['line-1'],
        newsEvery: 72 * 3600,
        observedAt: Date.parse('2026-11-23T15:20:00+01:00'),
        events: [
          {
            id: 'demo-77-1',
            at: '2026-11-21T09:05:00+01:00',
            phase: 'announced',
            words: 'Commande reçue du magasin',
            lang: 'fr',
            source: carrier,
          },
          {
            id: 'demo-77-2',
            at: '2026-11-23T15:20:00+01:00',
            phase: 'in-transit',
            movement: 'arrived',
            words: 'Arrivée au dépôt',
            lang: 'fr',
            place: 'Genève',
            source: carrier,
          },
        ],
      },
    ],
    promises: [
      {
        id: 'delivery',
        kind: 'slot',
        from: '2026-11-26T07:00:00+01:00',
        before: '2026-11-26T14:00:00+01:00',
        timeZone: zone,
        grace: 0,
        shipmentId: 'parcel-1',
        madeAt: '2026-11-20T15:12:00+01:00',
        agreed: true,
        source: { kind: 'shop', name: 'Meuble Léman' },
      },
    ],
    round: 'geneva',
    ruledOut: [{ weekday: 'saturday' }],
    obligations: [{ id: obligationId, promiseId: 'delivery' }],
    offers: (['refund', 'wait'] as const).map((remedy) => ({
      offerId: mint.offerId(),
      obligationId,
      remedy,
    })),
    claims: [],
    refunds: [],
    stock: {},
  };
};

/** The address under which the demo's shop knows whoever looks at it. */
export const DEMO_ADDRESS = 'camille@example.com';

import type { OrderFacts } from './facts.js';
import type { Mint } from './decide.js';
import { kitchenNews, toldBy } from './kitchen.js';

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
    offers: (
      [
        { remedy: 'refund' },
        { remedy: 'refund', way: { method: { kind: 'transfer' }, days: 3 } },
        { remedy: 'refund', way: { method: { kind: 'cash' }, days: 1 } },
        { remedy: 'wait' },
      ] as const
    ).map((offer) => ({ offerId: mint.offerId(), obligationId, ...offer })),
    claims: [],
    refunds: [],
    stock: {},
  };
};

/** The address under which the demo's shop knows whoever looks at it. */
export const DEMO_ADDRESS = 'camille@example.com';

/**
 * One kitchen in eight parcels of four carriers, all invented: one of them came with a wrong door, one
 * repairs that and has not left, and one holds a part of the hinges. What the carriers have said of them by Sunday night is
 * read as their webhooks are; the rest comes through these.
 */
export const eightParcels = (): OrderFacts => {
  const pounds = (amount: number) => ({ amount, currency: 'GBP' });
  const line = (
    number: number,
    quantity: number,
    price: number,
    en: string,
    fr: string,
    noun: Readonly<Record<'en' | 'fr', string>> = { en: 'part', fr: 'élément' },
  ) => ({
    id: `line-${number}`,
    sku: `KITCHEN-${number}`,
    quantity,
    price: pounds(price),
    name: { en, fr },
    noun,
  });
  const parcel = (
    number: number,
    carrier: string,
    lineId: string,
    more: Partial<OrderFacts['shipments'][number]> = {},
  ) => ({
    id: `parcel-${number}`,
    carrier: { name: carrier, phone: '020 7946 0917' },
    trackingNumber: `UK310DEMO${number}`,
    lineIds: [lineId],
    newsEvery: 48 * 3600,
    events: [],
    ...more,
  });
  const ordered: OrderFacts = {
    reference: 'UK-310',
    version: 1,
    placedAt: Date.parse('2026-11-05T09:40:00Z'),
    timeZone: 'Europe/London',
    deliveryCharge: pounds(0),
    method: { kind: 'card', label: 'Visa ••42', original: true },
    shop: 'camden',
    lines: [
      line(1, 1, 18900, 'Base unit', 'Meuble bas'),
      line(2, 1, 12900, 'Wall unit', 'Meuble haut'),
      line(3, 1, 6400, 'Left door', 'Porte gauche', { en: 'left door', fr: 'porte gauche' }),
      line(4, 1, 6400, 'Right door', 'Porte droite'),
      line(5, 1, 3900, 'Drawer front', 'Façade de tiroir'),
      line(6, 1, 21900, 'Worktop, oak', 'Plan de travail, chêne', {
        en: 'worktop',
        fr: 'plan de travail',
      }),
      line(7, 12, 315, 'Hinge', 'Charnière'),
    ],
    shipments: [
      parcel(1, 'Nordfracht', 'line-1'),
      parcel(2, 'Nordfracht', 'line-2'),
      parcel(3, 'Nordfracht', 'line-3'),
      parcel(4, 'Tamesis', 'line-4'),
      parcel(5, 'Tamesis', 'line-5'),
      parcel(6, 'Brightline', 'line-6'),
      parcel(7, 'Pennine Post', 'line-3', {
        repairs: {
          fault: { en: 'the wrong left door', fr: 'la mauvaise porte gauche' },
          on: '2026-11-12',
          shipmentId: 'parcel-3',
        },
        observedAt: Date.parse('2026-11-23T09:10:00Z'),
        events: [
          {
            id: 'demo-310-7',
            at: '2026-11-23T09:10:00Z',
            phase: 'announced',
            words: 'Parcel announced by the sender',
            lang: 'en',
            source: { kind: 'carrier', name: 'Pennine Post' },
          },
        ],
        // The one that has not left: nobody has to take the carrier he is given.
        carrierOffer: {
          stands: 'pennine',
          until: Date.parse('2026-11-23T18:00:00Z'),
          choices: [
            {
              choiceId: 'pennine',
              carrier: { name: 'Pennine Post', phone: '020 7946 0917' },
              expectedBy: { date: '2026-11-26', timeZone: 'Europe/London' },
            },
            {
              choiceId: 'tamesis',
              carrier: { name: 'Tamesis', phone: '020 7946 0917' },
              expectedBy: { date: '2026-11-25', timeZone: 'Europe/London' },
            },
            {
              choiceId: 'nordfracht',
              carrier: { name: 'Nordfracht' },
              reason: {
                en: 'it takes nothing longer than a metre.',
                fr: 'il ne prend rien de plus d’un mètre.',
              },
            },
            { choiceId: 'other' },
          ],
        },
      }),
      parcel(8, 'Brightline', 'line-7', { units: { 'line-7': 8 } }),
    ],
    promises: [],
    obligations: [],
    offers: [],
    claims: [],
    refunds: [],
    stock: {},
  };
  return toldBy(ordered, kitchenNews().before, Date.parse('2026-11-23T15:10:00Z'));
};

/** A lamp that customs holds until a duty is paid. */
export const heldLamp = (): OrderFacts => {
  const source = { kind: 'carrier' as const, name: 'Relais Nord' };
  return {
    reference: 'FR-1180',
    version: 1,
    placedAt: Date.parse('2026-11-16T20:04:00+01:00'),
    timeZone: ZONE,
    deliveryCharge: euros(1900),
    method: { kind: 'card', label: 'Visa ••42', original: true },
    lines: [
      {
        id: 'line-1',
        sku: 'LAMP-PAPER',
        quantity: 1,
        price: euros(8900),
        name: { en: 'Paper lamp, from Gifu', fr: 'Lampe en papier, de Gifu' },
        noun: { en: 'lamp', fr: 'lampe' },
      },
    ],
    shipments: [
      {
        id: 'parcel-1',
        carrier: { name: 'Relais Nord', phone: '01 99 00 17 17' },
        trackingNumber: 'RN-DEMO-1180',
        lineIds: ['line-1'],
        newsEvery: 24 * 3600,
        observedAt: Date.parse('2026-11-23T11:02:00+01:00'),
        events: [
          {
            id: 'demo-1180-1',
            at: '2026-11-18T09:05:00+09:00',
            phase: 'collected',
            place: 'Gifu',
            words: 'Picked up',
            lang: 'en',
            source,
          },
          {
            id: 'demo-1180-2',
            at: '2026-11-22T06:40:00+01:00',
            phase: 'customs',
            movement: 'arrived',
            place: 'Lyon-Saint Exupéry',
            words: 'Présenté au dédouanement',
            lang: 'fr',
            source,
          },
          {
            id: 'demo-1180-3',
            at: '2026-11-23T11:02:00+01:00',
            phase: 'customs',
            party: 'customs',
            place: 'Lyon-Saint Exupéry',
            words: 'En attente du paiement des droits',
            lang: 'fr',
            action: {
              kind: 'pay',
              by: { date: '2026-11-27', timeZone: ZONE },
              amount: euros(1240),
              url: 'https://relaisnord.example/RN-DEMO-1180',
            },
            source,
          },
        ],
      },
    ],
    promises: [],
    obligations: [],
    offers: [],
    claims: [],
    refunds: [],
    stock: {},
  };
};

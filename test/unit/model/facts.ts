import fc from 'fast-check';
import type { Definition, Order } from '../../../src/model/index.js';

/** An instant as a text, at the offset of Paris in November. */
export const paris = (text: string): string => `2026-11-${text}+01:00`;

const fact = {
  version: 7,
  observedAt: paris('23T16:30:00'),
  maxAge: 3600,
  source: { kind: 'carrier' as const, name: 'Relais Nord' },
};
const euro = (amount: number) => ({ amount, currency: 'EUR' });

const blocked = {
  by: { kind: 'bank' as const, name: 'Bank' },
  since: paris('24T09:12:00'),
  unblocks: 'The bank checks the account number.',
  owner: 'customer accounts',
  deadline: paris('25T12:00:00'),
};
const statement = {
  ground: 'not-delivered' as const,
  lines: [{ lineId: 'line-1', quantity: 1 }],
  words: 'It is for a birthday.',
  shown: {
    sentence: 'It has not arrived.',
    lang: 'en',
    version: 7,
    at: paris('23T17:03:00'),
  },
};

/** An order in which every member of every entity is present and sound. */
export const fullOrder = (): Order => ({
  ...fact,
  reference: 'FR-1042',
  placedAt: paris('20T10:31:00'),
  timeZone: 'Europe/Paris',
  lines: [
    {
      id: 'line-1',
      sku: 'DSP-27-4K',
      name: '27-inch display, 4K',
      noun: 'display',
      nouns: 'displays',
      quantity: 1,
      supply: [
        {
          ...fact,
          state: 'failed',
          quantity: 1,
          from: '2026-12-01',
          condition: 'prepaid',
          where: 'Lyon warehouse',
          reason: 'damaged in the warehouse',
        },
      ],
      price: euro(27900),
      image: 'https://shop.example/display.jpg',
    },
    { id: 'line-2' },
  ],
  deliveryCharge: euro(1000),
  law: 'FR',
  shipments: [
    {
      ...fact,
      id: 'parcel-1',
      carrier: { name: 'Relais Nord', phone: '01 99 00 42 42' },
      trackingNumber: 'RN000',
      trackingUrl: 'https://carrier.example/RN000',
      lines: [{ lineId: 'line-1', quantity: 1 }, { lineId: 'line-2' }],
      events: [
        { id: 'e1', at: paris('21T08:00:00'), phase: 'collected' },
        {
          id: 'e2',
          at: paris('22T21:14:00'),
          localTime: '21:14',
          phase: 'in-transit',
          movement: 'arrived',
          party: 'carrier',
          code: 'ARR',
          words: 'Arrivé au dépôt',
          lang: 'fr',
          place: 'Lyon',
          action: {
            kind: 'pay',
            by: { date: '2026-11-27', timeZone: 'Europe/Paris' },
            bring: 'an ID',
            amount: { amount: 1240, currency: 'EUR' },
            url: 'https://carrier.example/pay',
          },
          source: { kind: 'carrier', name: 'Relais Nord' },
        },
        {},
      ],
      estimate: {
        ...fact,
        from: paris('23T14:00:00'),
        until: paris('23T16:00:00'),
        date: '2026-11-23',
      },
      newsEvery: 21600,
      nextNewsBy: paris('23T18:00:00'),
      proof: {
        at: paris('23T15:00:00'),
        signatory: 'A. Neighbour',
        place: 'porch',
        photo: 'https://carrier.example/proof.jpg',
        to: 'neighbour',
        part: true,
      },
      statusWords: 'EN COURS',
      replaces: 'parcel-0',
      repairs: { fault: 'the wrong left door', on: '2026-11-12', shipmentId: 'parcel-3' },
      doubts: ['two-parcels'],
      account: {
        received: false,
        at: paris('23T09:20:00'),
        channel: 'by chat',
        settledBy: 'the driver’s proof',
        due: paris('24T12:00:00'),
        otherwise: 'your word counts',
      },
      carrierOffer: {
        source: { kind: 'shop', name: 'Maison Verre' },
        stands: 'relais',
        chosenAt: paris('20T18:00:00'),
        until: paris('20T20:00:00'),
        choices: [
          {
            choiceId: 'relais',
            carrier: 'Relais Nord',
            expectedBy: paris('23T17:00:00'),
            unavailable: { code: 'closed', reason: 'It does not drive on Mondays.' },
          },
        ],
      },
    },
    { id: 'parcel-2' },
  ],
  promises: [
    {
      ...fact,
      id: 'slot',
      kind: 'slot',
      from: paris('23T14:00:00'),
      before: paris('23T17:00:00'),
      timeZone: 'Europe/Paris',
      grace: 600,
      shipmentId: 'parcel-1',
      madeAt: paris('20T10:31:00'),
      agreed: true,
      revisions: [
        {
          id: 'r1',
          window: {
            kind: 'slot',
            from: paris('24T14:00:00'),
            before: paris('24T17:00:00'),
            timeZone: 'Europe/Paris',
          },
          state: 'declined',
          source: { kind: 'carrier', name: 'Relais Nord' },
          madeAt: paris('21T11:45:00'),
          reason: 'the lorry is full',
          lang: 'en',
          answerBy: paris('22T18:00:00'),
          ifSilent: 'stands',
          answerable: false,
          answeredAt: paris('21T12:00:00'),
          answeredBy: { kind: 'shop', name: 'Amina' },
        },
        {
          id: 'r2',
          window: { kind: 'date', date: '2026-11-25', timeZone: 'Europe/Paris' },
          state: 'proposed',
        },
      ],
    },
    { id: 'by', kind: 'by', before: '2026-11-23T16:00:00Z', timeZone: 'Europe/Paris' },
    { id: 'date', kind: 'date', date: '2026-11-23', timeZone: 'Asia/Kathmandu' },
  ],
  offers: [
    {
      offerId: 'o-refund',
      remedy: 'refund',
      promiseId: 'slot',
      shipmentId: 'parcel-1',
      lineId: 'line-1',
      quantity: 1,
      goods: '28-inch display',
      amount: euro(28900),
      parts: [
        { label: 'display', amount: euro(27900) },
        { label: 'delivery', amount: euro(1000) },
      ],
      method: { kind: 'card', label: 'Visa ••42', original: true },
      expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
      availableFrom: paris('23T17:00:00'),
      availableUntil: paris('30T17:00:00'),
      undoUntil: paris('24T14:00:00'),
      unavailable: { code: 'sold-out', reason: 'None left.' },
      grounds: ['not-delivered', 'late'],
      basis: 'law',
    },
    { offerId: 'o-reship', remedy: 'reship', expectedBy: paris('25T13:00:00') },
  ],
  refunds: [
    {
      ...fact,
      reference: 'RF-8842',
      offerId: 'o-refund',
      state: 'asked',
      amount: euro(28900),
      parts: [{ label: 'display', amount: euro(28900) }],
      method: { kind: 'card', label: 'Visa ••42', original: true },
      askedAt: paris('23T17:01:00'),
      answerBy: paris('23T17:30:00'),
      orderedAt: paris('23T17:10:00'),
      orderedBy: { kind: 'bank', name: 'Bank' },
      sendBy: { date: '2026-11-24', timeZone: 'Europe/Paris' },
      sentAt: paris('24T09:00:00'),
      expectedBy: paris('27T18:00:00'),
      settledAt: paris('26T09:00:00'),
      endedAt: paris('26T09:00:00'),
      reason: 'closed account',
      undoUntil: paris('24T14:00:00'),
      reversal: true,
      blocked,
      statement,
    },
  ],
  claims: [
    {
      ...fact,
      reference: 'C-1',
      offerId: 'o-reship',
      remedy: 'reship',
      askedAt: paris('23T17:01:00'),
      expectedBy: paris('25T13:00:00'),
      blocked,
      statement,
    },
  ],
  contacts: [
    {
      kind: 'phone',
      value: '01 99 00 42 42',
      label: 'Call us',
      openUntil: paris('23T19:00:00'),
      opensAt: paris('24T09:00:00'),
      seesThis: true,
    },
  ],
  constraints: [{ weekday: 'saturday', from: '12:00', until: '18:00' }, { date: '2026-11-25' }],
});

/** A place inside a JSON value. */
export type Path = readonly (string | number)[];

/** Every place inside a JSON value but its root. */
export const pathsOf = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => {
        const path = [...at, Array.isArray(value) ? Number(key) : key];
        return [path, ...pathsOf(item, path)];
      })
    : [];

/** A copy of a JSON value with another one at a place. */
export const replaced = (value: unknown, path: Path, by: unknown): unknown => {
  if (!path.length) return by;
  const [key, ...rest] = path as [string | number, ...Path];
  const copy: Record<string | number, unknown> = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as never;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
};

/** What backends really send where something else was meant, and any other JSON. */
export const rubbish: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    'null',
    0,
    -1,
    1.5,
    1e300,
    '17',
    [],
    {},
    [null],
    [[]],
    '2026-02-30',
    '2026-11-23T17:00:00',
    '2026-11-23 17:00:00+01:00',
    '2026-11-23T24:00:00+01:00',
    '2026-11-23T17:00:00+05:00',
    '0001-01-01T00:00:00Z',
    'javascript:alert(1)',
    'Mars/Olympus',
    'InStock',
    '\u202e',
  ),
);

/** Every object, list and value is frozen. */
export const isFrozenWhole = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozenWhole));

/** The schema of a member, past any list. */
export const schemaAt = (
  definition: Definition,
  key: string | number,
): (Definition & { optional?: boolean; limits?: boolean }) | undefined =>
  definition.kind === 'object'
    ? definition.fields[key as string]
    : definition.kind === 'list'
      ? definition.item
      : undefined;

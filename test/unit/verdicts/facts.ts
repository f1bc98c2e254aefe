import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  OrderSchema,
  parse,
  type Claim,
  type Contact,
  type DeliveryPromise,
  type Estimate,
  type Line,
  type Order,
  type Phase,
  type Refund,
  type RemedyOffer,
  type Shipment,
  type StockLevel,
  type Supply,
  type TrackingEvent,
} from '../../../src/model/index.js';
import type { Timed } from '../../../src/verdicts/index.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Monday 23 November 2026, 17:00 in Paris. */
export const DEADLINE = Date.parse('2026-11-23T17:00:00+01:00');

/** An instant as a text. */
export const iso = (epoch: number): string => new Date(epoch).toISOString();

/** Instants around the deadline; some of them coincide, to the minute or to the millisecond. */
export const instant = fc.oneof(
  fc.integer({ min: -8, max: 8 }).map((hours) => DEADLINE + hours * HOUR),
  fc.integer({ min: -600, max: 600 }).map((minutes) => DEADLINE + minutes * MINUTE),
  fc.integer({ min: -3 * DAY, max: 3 * DAY }).map((milliseconds) => DEADLINE + milliseconds),
);
const at = instant.map(iso);

export const PHASES: readonly Phase[] = [
  'announced',
  'collected',
  'in-transit',
  'customs',
  'out-for-delivery',
  'attempted',
  'ready-for-pickup',
  'delivered',
  'problem',
  'returning',
  'returned',
  'cancelled',
];

/** A record whose members may each be missing, or undefined. */
const some = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(members, { requiredKeys: [], noNullPrototype: true }) as never;

export const event: fc.Arbitrary<TrackingEvent> = some<TrackingEvent>({
  id: fc.nat().map((number) => `e${number}`),
  at,
  phase: fc.constantFrom(...PHASES),
  words: fc.constantFrom('Scanned', 'Left'),
});

const estimateOnce: fc.Arbitrary<Estimate> = some<Estimate>({
  observedAt: at,
  maxAge: fc.constantFrom(0, 60, 600, 36_000),
  from: at,
  until: at,
  date: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24'),
});
export const estimate = estimateOnce.map((found) =>
  found.from && found.until && found.from > found.until
    ? { ...found, from: found.until, until: found.from }
    : found,
);

export const shipment = (id: string, others: readonly string[] = []): fc.Arbitrary<Shipment> =>
  fc
    .tuple(
      some<Shipment>({
        events: fc.array(event, { maxLength: 6 }),
        estimate,
        lines: fc.array(
          fc.record(
            {
              lineId: fc.constantFrom('line-1', 'line-2'),
              quantity: fc.integer({ min: 1, max: 3 }),
            },
            { requiredKeys: ['lineId'], noNullPrototype: true },
          ),
          { maxLength: 2 },
        ),
        newsEvery: fc.constantFrom(0, 600, 21_600),
        nextNewsBy: at,
        ...(others.length && { replaces: fc.constantFrom(...others) }),
      } as never),
    )
    .map(([more]) => ({ id, ...more }));

export const promise = (id: string): fc.Arbitrary<DeliveryPromise> =>
  fc
    .record({
      kind: fc.constantFrom('by', 'slot', 'date'),
      ends: instant,
      length: fc.integer({ min: 1, max: DAY }),
      timeZone: fc.constantFrom('Europe/Paris', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'),
      grace: fc.option(fc.constantFrom(0, 1, 600, 7200), { nil: undefined }),
      shipmentId: fc.option(fc.constantFrom('parcel-1', 'parcel-2', 'parcel-9'), {
        nil: undefined,
      }),
    })
    .map(({ kind, ends, length, timeZone, grace, shipmentId }) => ({
      id,
      kind: kind as 'by',
      timeZone,
      ...(kind === 'date' ? { date: iso(ends).slice(0, 10) } : { before: iso(ends) }),
      ...(kind === 'slot' && { from: iso(ends - length) }),
      ...(grace !== undefined && { grace }),
      ...(shipmentId !== undefined && { shipmentId }),
    }));

const due = fc.oneof(
  at,
  fc.record({
    date: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24'),
    timeZone: fc.constantFrom('Europe/Paris', 'Pacific/Chatham'),
  }),
);

export const refund: fc.Arbitrary<Refund> = fc
  .tuple(
    fc.constantFrom('asked', 'ordered', 'sent', 'settled', 'failed', 'returned', 'withdrawn'),
    some<Refund>({
      offerId: fc.constantFrom('o-refund', 'o-credit', 'o-gone'),
      askedAt: at,
      answerBy: at,
      orderedAt: at,
      sendBy: due,
      sentAt: at,
      expectedBy: due,
      settledAt: at,
      endedAt: at,
      undoUntil: at,
    } as never),
  )
  .map(([state, more]) => ({ reference: 'RF-1', state: state, ...more }));

export const offer = (offerId: string): fc.Arbitrary<RemedyOffer> =>
  fc
    .tuple(
      fc.constantFrom('refund', 'reship', 'replace', 'cancel', 'wait'),
      some<RemedyOffer>({
        method: fc.constantFrom({ kind: 'card' as const }, { kind: 'credit' as const }),
        lineId: fc.constantFrom('line-1', 'line-2', 'line-gone'),
        quantity: fc.integer({ min: 1, max: 3 }),
        availableFrom: at,
        availableUntil: at,
        unavailable: fc.constant({ code: 'sold-out', reason: 'None left.' }),
      } as never),
    )
    .map(([remedy, more]) => ({ offerId, remedy: remedy, ...more }));

export const offers = fc.uniqueArray(
  fc.constantFrom('o-refund', 'o-credit', 'o-reship', 'o-wait').chain(offer),
  { selector: ({ offerId }) => offerId, maxLength: 4 },
);

const claim: fc.Arbitrary<Claim> = fc
  .tuple(
    fc.constantFrom('o-reship', 'o-wait'),
    fc.constantFrom('reship', 'wait', 'replace', 'cancel'),
    some<Claim>({ askedAt: at } as never),
  )
  .map(([offerId, remedy, more]) => ({
    reference: 'C',
    offerId,
    remedy: remedy,
    ...more,
  }));

const contact: fc.Arbitrary<Contact> = some<Contact>({ openUntil: at, opensAt: at } as never).map(
  (more) => ({ kind: 'phone', value: '01 99 00 42 42', ...more }),
);

const supply: fc.Arbitrary<Supply> = fc
  .tuple(
    fc.constantFrom('reserved' as const, 'awaited' as const, 'failed' as const),
    fc.integer({ min: 1, max: 3 }),
    some<Supply>({
      observedAt: at,
      maxAge: fc.constantFrom(60, 36_000),
      from: fc.constantFrom('2026-11-22', '2026-11-24', '2026-12-01'),
    } as never),
  )
  .map(([state, quantity, more]) => ({ state, quantity, ...more }));

export const line = (id: string): fc.Arbitrary<Line> =>
  some<Line>({
    quantity: fc.integer({ min: 1, max: 5 }),
    supply: fc.array(supply, { maxLength: 3 }),
  } as never).map((more) => ({ id, ...more }));

export const order: fc.Arbitrary<Order> = fc
  .tuple(
    some<Order>({
      observedAt: at,
      timeZone: fc.constantFrom('Europe/Paris', 'Asia/Kathmandu'),
      lines: fc.oneof(
        line('line-1').map((one) => [one]),
        fc.tuple(line('line-1'), line('line-2')),
      ),
      promises: fc.oneof(
        promise('p1').map((one) => [one]),
        fc.tuple(promise('p1'), promise('p2')),
      ),
      refunds: fc.array(refund, { maxLength: 2 }),
      claims: fc.array(claim, { maxLength: 2 }),
      offers,
      contacts: fc.array(contact, { maxLength: 2 }),
    } as never),
    fc.oneof(
      fc.constant([]),
      shipment('parcel-1').map((one) => [one]),
      fc.tuple(shipment('parcel-1', ['parcel-2']), shipment('parcel-2', ['parcel-1', 'parcel-9'])),
      fc.tuple(
        shipment('parcel-1'),
        shipment('parcel-2', ['parcel-1']),
        shipment('parcel-3', ['parcel-2', 'parcel-1']),
      ),
    ),
  )
  .map(([more, shipments]) => {
    const made: Order = { reference: 'FR-1042', ...more, shipments: [...shipments] };
    // What the properties judge is what the boundary lets through.
    const { value, broken } = parse(OrderSchema, made);
    assert.deepEqual(broken, []);
    return value!;
  });

export const level: fc.Arbitrary<StockLevel> = some<StockLevel>({
  observedAt: fc.oneof(at, fc.constant(iso(DEADLINE))),
  maxAge: fc.constantFrom(60, 600, 7 * 86_400),
  availability: fc.constantFrom(
    'BackOrder',
    'Discontinued',
    'InStock',
    'InStoreOnly',
    'LimitedAvailability',
    'MadeToOrder',
    'OnlineOnly',
    'OutOfStock',
    'PreOrder',
    'PreSale',
    'Reserved',
    'SoldOut',
  ),
  quantity: fc.nat({ max: 6 }),
  batches: fc.array(
    fc
      .tuple(
        fc.nat({ max: 4 }),
        fc.record(
          {
            from: fc.constantFrom('2026-12-01', '2026-12-05', '2027-01-10'),
            condition: fc.constantFrom('prepaid' as const, 'deposit' as const),
          },
          { requiredKeys: [], noNullPrototype: true },
        ),
      )
      .map(([quantity, more]) => ({ quantity, ...more })),
    { maxLength: 4 },
  ),
  backOn: fc.constant('2026-12-20'),
} as never).map((more) => ({ sku: 'A', ...more }));

/** Instants at which something in these facts might matter, and those right beside them. */
const turningPoints = (facts: unknown): number[] =>
  (JSON.stringify(facts).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [])
    .map((text) => Date.parse(text))
    .flatMap((epoch) => [epoch, epoch - MINUTE, epoch + 5 * MINUTE, epoch + 4 * HOUR])
    .flatMap((epoch) => [epoch - 1, epoch, epoch + 1]);

/** The verdict is the same at every instant from now until the one it names itself, which lies ahead. */
export const staysUntilItSays = <V extends Timed>(
  judge: (now: number) => V,
  facts: unknown,
  now: number,
  samples: readonly number[],
): void => {
  const verdict = judge(now);
  const end = verdict.changesAt ?? now + 400 * DAY;
  assert.ok(end > now, 'it changed before now');
  const instants = [
    end - 1,
    ...samples.map((part) => Math.floor(now + part * (end - 1 - now))),
    ...turningPoints(facts),
  ];
  for (const later of instants)
    if (later > now && later < end)
      assert.deepEqual(judge(later), verdict, `other at ${iso(later)}, said until ${iso(end)}`);
};

export const samples = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

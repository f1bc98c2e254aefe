import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  OrderAnswerSchema,
  parse,
  type OrderAnswer,
  type Parsed,
  type Shipment,
} from '../../../src/model/index.js';
import { Orders, Store } from '../../../src/store/index.js';
import { readAfter } from '../../../src/store/recall.js';
import { order } from '../verdicts/facts.js';
import { FakeBackend, FakePage, settled } from './fake.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Reads one answer after the other as the store does. */
const reader = () => {
  let last: OrderAnswer | undefined;
  return (said: unknown): Parsed<OrderAnswer> => {
    const read = readAfter(last?.order)(OrderAnswerSchema, said);
    last = read.value ?? last;
    return read;
  };
};

/** Where it could still be changed. */
const loose = (value: unknown, path = ''): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...(Object.isFrozen(value) ? [] : [path]),
        ...Object.entries(value).flatMap(([key, member]) => loose(member, `${path}.${key}`)),
      ];

/** What backends put where something else should be, and what no schema names. */
const rubbish: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  null,
  0,
  -1,
  '',
  'x',
  '\u202e2026-11-23T10:00:00Z',
  '2026-11-23T10:00:00Z',
  '2026-02-30T10:00:00Z',
  true,
  [],
  {},
  [null],
  { date: '2026-11-23', timeZone: 'Europe/Paris' },
  JSON.parse('{ "__proto__": { "phase": "delivered" }, "constructor": 1 }') as Json,
);

/** The same answer after something has happened to it, somewhere. */
const changed = (value: Json, pick: () => number, junk: () => Json): Json => {
  const roll = pick();
  if (Array.isArray(value)) {
    const items = value.map((item) => (pick() < 0.7 ? item : changed(item, pick, junk)));
    if (roll < 0.1) return items.reverse();
    if (roll < 0.2) return items.slice(1);
    if (roll < 0.3) return [...items, ...items.slice(0, 1)];
    if (roll < 0.4) return [junk(), ...items];
    return items;
  }
  if (value === null || typeof value !== 'object') return roll < 0.5 ? value : junk();
  const members = Object.entries(value)
    .filter(() => pick() > 0.03)
    .map(([key, member]): [string, Json] => [
      key,
      pick() < 0.6 ? member : changed(member, pick, junk),
    ]);
  if (roll < 0.1) members.reverse();
  if (roll > 0.9) members.push(['notOurs', junk()]);
  return Object.fromEntries(members);
};

const scans = (...ids: string[]): Shipment['events'] =>
  ids.map((id) => ({ id, phase: 'in-transit', at: '2026-11-23T10:00:00Z', words: 'Scanned' }));
const answer = (...shipments: Shipment[]): Json =>
  json({
    order: {
      reference: 'FR-1042',
      source: { kind: 'shop' },
      lines: [{ id: 'line-1' }],
      shipments,
    },
  });

describe('an answer that says again what was said before', () => {
  test('R3: is read as it would be read alone, whatever came before it', () => {
    fc.assert(
      fc.property(
        order,
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        fc.infiniteStream(rubbish),
        (first, numbers, junk) => {
          const pick = () => numbers.next().value as number;
          const read = reader();
          // A text that is known in one place is none in another.
          const shipments = first.shipments!.map((one) => ({ ...one, doubts: ['x'] }));
          let said = json({ serverNow: '2026-11-23T10:00:00Z', order: { ...first, shipments } });
          for (let turn = 0; turn < 6; turn++) {
            const alone = parse(OrderAnswerSchema, said);
            const found = read(json(said));
            assert.deepEqual(found, alone);
            assert.deepEqual(loose(found.value?.order), []);
            said = changed(said, pick, () => junk.next().value as Json);
          }
        },
      ),
    );
  });

  test('R10: without its envelope it is refused, the first one and a later one', () => {
    const read = reader();
    const bare = (answer() as { order: Json }).order;
    for (const said of [bare, answer(), bare, {}]) {
      const { value, broken } = parse(OrderAnswerSchema, said);
      assert.deepEqual(read(json(said)), { value, broken });
      assert.equal(value === undefined, said === bare || !Object.keys(said as object).length);
    }
  });

  test('keeps what it says again as it was, and makes the rest anew', () => {
    const read = reader();
    const parcel = (id: string, ...events: string[]) => ({ id, events: scans(...events) });
    const first = read(answer(parcel('a', '1', '2', '3'), parcel('b', '4'))).value!.order;
    // The oldest is dropped, one is new, and another parcel stands where it stood.
    const next = read(answer(parcel('a', '2', '3', '5'), parcel('b', '4'))).value!.order;
    const [a, b] = first.shipments!;
    assert.notEqual(next.shipments, first.shipments);
    assert.notEqual(next.shipments![0], a);
    assert.equal(next.shipments![1], b);
    assert.equal(next.lines, first.lines);
    assert.equal(next.source, first.source);
    assert.deepEqual(
      next.shipments![0]!.events!.map((event) => a!.events!.indexOf(event)),
      [1, 2, -1],
    );
    assert.equal(
      read(answer(parcel('a', '2', '3', '5'), parcel('b', '4'))).value!.order,
      next,
      'nothing new at all',
    );
    const turned = read(answer(parcel('b', '4'), parcel('a', '2', '3', '5'))).value!.order;
    assert.equal(turned.shipments![0], b);
  });

  test('an adapter that goes on changing its own answer changes nothing that was read', async () => {
    const backend = new FakeBackend();
    const orders = new Store(backend, new FakePage()).part(Orders);
    orders.readAfter = readAfter;
    const state = () => orders.state('FR-1042', 'en').order!;
    orders.watch('FR-1042', 'en', () => {});
    const own = {
      order: { reference: 'FR-1042', shipments: [{ id: 'a', events: scans('1', '2')! }] },
    };
    backend.orders[0]!.answer(own);
    await settled();
    const first = state();
    own.order.shipments[0]!.events[1]!.phase = 'delivered';
    assert.equal(state().shipments![0]!.events![1]!.phase, 'in-transit');
    void orders.refresh('FR-1042');
    backend.orders[1]!.answer(own);
    await settled();
    assert.equal(state().shipments![0]!.events![1]!.phase, 'delivered');
    assert.equal(state().shipments![0]!.events![0], first.shipments![0]!.events![0]);
    assert.equal(first.shipments![0]!.events![1]!.phase, 'in-transit');
  });

  test('R3: what cannot be read is named each time it is said', async () => {
    const backend = new FakeBackend();
    const orders = new Store(backend, new FakePage()).part(Orders);
    orders.readAfter = readAfter;
    orders.watch('FR-1042', 'en', () => {});
    for (const turn of [0, 1, 2]) {
      if (turn) void orders.refresh('FR-1042');
      const events = [{ id: '1', at: 'yesterday' }, 'rubbish', { id: '2' }];
      backend.orders[turn]!.answer({
        order: { reference: 'FR-1042', version: turn, shipments: [{ id: 'a', events }, {}] },
      } as never);
      await settled();
      const { order: found, unreadable } = orders.state('FR-1042', 'en');
      assert.equal(found!.version, turn);
      assert.deepEqual(unreadable, [
        'shipments.0.events.0.at',
        'shipments.0.events.1',
        'shipments.1',
      ]);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readCarrier } from '../../../src/carriers/read.js';
import { parse, ShipmentSchema, type Phase } from '../../../src/model/index.js';
import { shipmentVerdict } from '../../../src/verdicts/index.js';
import { documented, type Documented } from './documented.js';
import { delivered, formats, type Format } from './formats.js';

const all = Object.entries(formats) as [keyof typeof formats, Format][];
/** Broken payloads in a run, of all formats together: 20,000 in a short one, 500,000 in a long one. */
const PAYLOADS = Math.max(20_000, Number(process.env['DOORSTEP_RUNS'] ?? 100) * 100);
const each = (share: number) => ({ numRuns: Math.ceil((PAYLOADS * share) / all.length) });

const NASTY: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '\u0000',
    '\ud800',
    [],
    {},
  ],
  ...['constructor', '__proto__', 'toString', 'Delivered', 'DELIVERED', 'not delivered', 'D', 'FR'],
  ...['2026-11-24T09:12:00', '2026-02-31T00:00:00Z', '0000-00-00', '2026-11-24T00:00:00Z'],
  ...[
    '99999999',
    '20261124',
    'x'.repeat(5_000),
    JSON.parse('{"__proto__":{"status":"D"}}') as unknown,
  ],
  Array.from({ length: 100 }, () => 'delivered'),
];
const CODES = Object.values(documented).flatMap((lists) =>
  Object.values(lists as Readonly<Record<string, Documented>>).flatMap(Object.keys),
);

interface Mutation {
  readonly at: number;
  readonly how: 'set' | 'remove' | 'repeat' | 'reverse' | 'copy' | 'rename';
  readonly value: unknown;
}
const mutations = fc.array(
  fc.record<Mutation>({
    at: fc.nat(),
    how: fc.constantFrom('set', 'set', 'remove', 'repeat', 'reverse', 'copy', 'rename'),
    value: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 4, arbitrary: fc.constantFrom(...CODES) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** After all that payloads tell of. */
const NOW = Date.parse('2026-12-01T12:00:00Z');

type Box = Record<string, unknown>;
const placesIn = (value: unknown, found: [Box, string][] = []): [Box, string][] => {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Box, key]);
    placesIn((value as Box)[key], found);
  }
  return found;
};

/** The same payload with something wrong in it. */
const broken = <T>(sound: T, changes: readonly Mutation[]): T => {
  const root: Box = { payload: structuredClone(sound) };
  for (const { at, how, value } of changes) {
    const places = placesIn(root);
    if (places.length === 0) break;
    const [box, key] = places[at % places.length]!;
    const [other, otherKey] = places[(at >>> 8) % places.length]!;
    const inside: unknown = box[key];
    if (how === 'set') box[key] = structuredClone(value);
    else if (how === 'remove') delete box[key];
    else if (how === 'copy') box[key] = structuredClone(other[otherKey]);
    else if (how === 'rename' && !Array.isArray(box)) {
      // `String` of {"toString":null} throws.
      const name = typeof value === 'string' ? value : JSON.stringify(value);
      Object.defineProperty(box, name.slice(0, 20), {
        value: inside,
        enumerable: true,
        writable: true,
        configurable: true,
      });
      delete box[key];
    } else if (Array.isArray(inside)) {
      const items: readonly unknown[] = inside;
      box[key] = how === 'reverse' ? [...items].reverse() : [...items, ...items];
    }
  }
  return root['payload'] as T;
};

const textsIn = (value: unknown): string[] =>
  placesIn({ value }).flatMap(([box, key]) => (typeof box[key] === 'string' ? [box[key]] : []));

/** The phases that the documentation gives to the codes that are in the payload, whatever else is. */
const supported = (
  name: keyof typeof documented,
  texts: readonly string[],
): Map<string, number> => {
  const lists = Object.values(documented[name] as Readonly<Record<string, Documented>>);
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const list of lists) {
      const code = text.trim();
      const phase = Object.hasOwn(list, code) ? list[code]![0]! : '-';
      counts.set(phase, (counts.get(phase) ?? 0) + 1);
    }
  return counts;
};

/** Readings that were timed, and milliseconds of the slowest. */
const timed = { readings: 0, slowest: 0, of: '' };
const read = (name: keyof typeof documented, payload: unknown) => {
  let report: ReturnType<Format['read']>;
  const time = (): number => {
    const began = performance.now();
    report = formats[name].read(payload);
    return performance.now() - began;
  };
  let took = time();
  timed.readings++;
  // Whatever else runs counts too, and comes only once: what is slow by itself is slow again.
  if (took > timed.slowest) took = Math.min(took, time(), time());
  if (took > timed.slowest) Object.assign(timed, { slowest: took, of: name });
  return report;
};

/** Fails if anything is claimed that no code in the payload stands for, or that the model cannot hold. */
const judge = (name: keyof typeof documented, payload: unknown, texts = textsIn(payload)) => {
  const report = read(name, payload);
  if (!report) return;
  const basis = supported(name, texts);
  const turned = name === 'easypost' || name === 'dhl';
  for (const { trackingNumber, shipment } of report.shipments) {
    const { broken: refused } = parse(ShipmentSchema, { id: 'parcel', ...shipment });
    assert.deepEqual(refused, []);
    assert.ok(trackingNumber);
    const claims = new Map<Phase, number>();
    for (const { phase, source } of shipment.events ?? []) {
      if (phase) claims.set(phase, (claims.get(phase) ?? 0) + 1);
      assert.equal(source?.kind, 'carrier');
    }
    for (const phase of claims.keys())
      if (!(turned && (phase === 'returned' || phase === 'returning')))
        assert.ok(basis.has(phase), `${phase} is claimed, and no code says so`);
    assert.ok((claims.get('delivered') ?? 0) <= (basis.get('delivered') ?? 0));
    if (shipment.proof?.part) assert.ok(texts.some((text) => text.trim() === 'DELIVERED_IN_PART'));
    else if (shipment.proof) assert.ok(claims.has('delivered'), 'a proof of nothing');
    // What a customer would read of it: nothing that is in doubt, and no more than is claimed.
    const verdict = shipmentVerdict({ id: 'parcel', ...shipment }, NOW);
    if (verdict.phase) assert.ok(claims.has(verdict.phase), `${verdict.phase} is on the screen`);
    if (verdict.delivered) assert.ok(!shipment.doubts?.length && !shipment.proof?.part);
    if (verdict.action) assert.ok(!verdict.delivered && verdict.phase !== 'returned');
  }
};

describe('R3: whatever a carrier sends', () => {
  for (const [name, format] of all) {
    const sound = delivered(format);

    test(`R3: ${name}: a broken payload never throws and claims nothing its codes do not say`, () => {
      fc.assert(
        fc.property(mutations, (changes) => judge(name, broken(sound, changes))),
        each(0.7),
      );
    });

    test(`R3: ${name}: neither do broken bytes`, () => {
      const bytes = Buffer.from(JSON.stringify(sound));
      const changes = fc.array(
        fc.record({ at: fc.nat(), byte: fc.nat(255), length: fc.nat(3), insert: fc.boolean() }),
        { minLength: 1, maxLength: 4 },
      );
      fc.assert(
        fc.property(changes, (list) => {
          let mutated = bytes;
          for (const { at, byte, length, insert } of list) {
            const place = at % (mutated.length + 1);
            mutated = Buffer.concat([
              mutated.subarray(0, place),
              insert ? Buffer.from([byte]) : Buffer.alloc(0),
              mutated.subarray(place + (insert ? 0 : length)),
            ]);
          }
          let payload: unknown;
          try {
            payload = JSON.parse(mutated.toString('utf8'));
          } catch {
            return;
          }
          judge(name, payload);
          readCarrier(payload);
        }),
        each(0.3),
      );
    });

    test(`R3: ${name}: any order and repetition of its scans gives the same events`, () => {
      const scans = format.journey.map((parts) => format.scan(parts));
      const retold = fc
        .tuple(fc.array(fc.nat(scans.length - 1), { maxLength: 6 }), mutations, fc.boolean())
        .chain(([extra, changes, whole]) => {
          const list = whole ? scans : broken(scans, changes);
          const told = Array.isArray(list) ? list : [];
          const again = [...told, ...extra.flatMap((index) => told.slice(index, index + 1))];
          const shuffled = fc.shuffledSubarray(again, { minLength: again.length });
          return fc.tuple(fc.constant(told), shuffled);
        });
      const events = (told: readonly unknown[]) =>
        (format.read(format.payload(told, format.arrived))?.shipments ?? [])
          .flatMap(({ shipment }) => (shipment.events ?? []).map((event) => JSON.stringify(event)))
          .sort()
          .join('\n');
      // A failed `deepEqual` of long lists would take longer than all the rest.
      fc.assert(fc.property(retold, ([told, again]) => events(again) === events(told)));
    });
  }

  test('R3: chronopost: broken XML never throws and delivers nothing without its code', (context) => {
    const event = (code: string, label: string) =>
      `<events><code>${code}</code><eventDate>2026-11-24T09:12:00+01:00</eventDate><eventLabel>${label}</eventLabel></events>`;
    const xml = `<s:Envelope xmlns:s="x"><s:Body><n:trackSkybillV2Response><return><errorCode>0</errorCode><listEventInfoComp>${event('DC', 'En préparation')}${event('D', 'Livré')}<skybillNumber>XTEST00008FR</skybillNumber></listEventInfoComp></return></n:trackSkybillV2Response></s:Body></s:Envelope>`;
    const piece = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('<', '>', '/', '</', '<![CDATA[', '<!--', '&#0;', '<code>', '</events>', '"'),
    );
    const changes = fc.array(fc.tuple(fc.nat(), piece, fc.nat(9)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(changes, (list) => {
        let text = xml;
        for (const [at, inserted, length] of list) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + inserted + text.slice(place + length);
        }
        judge('chronopost', text, text.split(/[<>[\]]/));
      }),
    );
    // The last of them tells it for all. Told and never asserted: a timing depends on what else runs.
    context.diagnostic(
      `slowest of ${timed.readings} readings: ${timed.slowest.toFixed(2)} ms (${timed.of})`,
    );
  });
});

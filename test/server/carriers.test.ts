import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  afterShipSignature,
  easyPostSignature,
  fedExSignature,
  karrioSignature,
  seventeenTrackSignature,
  shippoSignature,
} from '../../demo/server/signatures.js';
import type { CarrierFormat } from '../../src/carriers/read.js';
import { orderVerdict } from '../../src/verdicts/index.js';
import { delivered, formats } from '../unit/carriers/formats.js';
import { november, suite } from './fixture.js';
import type { Client } from './fixture.js';

const SECRET = 'a key of the tests';
/** Real time at the servers of these tests; they stand still. */
const NOW = Date.parse(november('01T12:00:00'));
const NAMES = Object.keys(formats) as CarrierFormat[];

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keySet = JSON.stringify({
  keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'key-1' }],
});
const secrets = Object.fromEntries(
  NAMES.map((name) => [name, name === 'shipengine' ? keySet : SECRET]),
);

type Headers_ = Record<string, string>;
const shipEngine = (body: Buffer, at = NOW, id = 'key-1'): Headers_ => {
  const timestamp = new Date(at).toISOString();
  return {
    'x-shipengine-timestamp': timestamp,
    'x-shipengine-rsa-sha256-key-id': id,
    'x-shipengine-rsa-sha256-signature': sign(
      'sha256',
      Buffer.concat([Buffer.from(`${timestamp}.`), body]),
      keys.privateKey,
    ).toString('base64'),
  };
};
const signed: Readonly<Record<CarrierFormat, (body: Buffer) => Headers_>> = {
  easypost: (body) => ({ 'X-Hmac-Signature': easyPostSignature(body, SECRET) }),
  aftership: (body) => ({ 'aftership-hmac-sha256': afterShipSignature(body, SECRET) }),
  shippo: (body) => ({ 'Shippo-Auth-Signature': shippoSignature(body, SECRET, NOW / 1000) }),
  shipengine: (body) => shipEngine(body),
  seventeentrack: (body) => ({ sign: seventeenTrackSignature(body, SECRET) }),
  dhl: () => ({ 'X-Webhook-Secret': SECRET }),
  laposte: () => ({ 'X-Webhook-Secret': SECRET }),
  chronopost: () => ({ 'X-Webhook-Secret': SECRET }),
  ups: () => ({ credential: SECRET }),
  fedex: (body) => ({ 'fdx-signature': fedExSignature(body, SECRET) }),
  karrio: (body) => ({ 'X-Karrio-Signature': karrioSignature(body, SECRET) }),
};

const bytes = (payload: unknown): Buffer =>
  Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
const post = async (
  shop: Client,
  name: CarrierFormat,
  body: Buffer,
  headers = signed[name](body),
  query = '',
): Promise<number> =>
  (
    await shop.request(`/webhooks/${name}${query}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    })
  ).status;

suite('news from every carrier', (fixture) => {
  const options = { carrierSecrets: secrets, realTime: () => NOW };
  /** The story's parcel gets the number that a payload is about. */
  const numbered = async (payload: unknown, name: CarrierFormat) => {
    const [entry] = formats[name].read(payload)!.shipments;
    await fixture.database.query('UPDATE shipments SET tracking_number = $1', [
      entry!.trackingNumber,
    ]);
    return entry!;
  };

  for (const name of NAMES)
    test(`${name}: a delivery reaches the order, signed and only signed`, async (context) => {
      const shop = await fixture.start(context, options);
      await shop.clock('25T10:00:00');
      const payload = delivered(formats[name]);
      const entry = await numbered(payload, name);
      const body = bytes(payload);
      for (const [what, headers] of Object.entries({
        nothing: {},
        guess: Object.fromEntries(Object.keys(signed[name](body)).map((key) => [key, 'guess'])),
        'of another body': signed[name](Buffer.from('{}')),
      })) {
        if (what === 'of another body' && !/signature|sign|hmac/i.test(Object.keys(headers).join()))
          continue;
        assert.equal(await post(shop, name, body, headers as Headers_), 401, what);
      }
      assert.notEqual(orderVerdict(await shop.order(), shop.server.now()).lead.kind, 'arrived');
      assert.equal(await post(shop, name, body), 200);
      const order = await shop.order();
      assert.equal(orderVerdict(order, shop.server.now()).lead.kind, 'arrived');
      const codes = order.shipments![0]!.events!.map((event) => event.code);
      for (const { code } of entry.shipment.events!)
        assert.ok(codes.includes(code), `${code} is shown`);
      // Once more changes nothing, not even the version.
      assert.equal(await post(shop, name, body), 200);
      assert.deepEqual(await shop.order(), order);
      // A body of another format is not taken for this one.
      const stranger = bytes({ hello: 'world' });
      assert.equal(await post(shop, name, stranger), 400);
    });

  test('a route whose secret nobody gave is not there', async (context) => {
    const shop = await fixture.start(context);
    for (const name of NAMES)
      assert.equal(await post(shop, name, bytes(delivered(formats[name]))), 404, name);
  });

  test('UPS: what it was given with the subscription, or a bearer token', async (context) => {
    const shop = await fixture.start(context, options);
    const payload = delivered(formats.ups);
    await numbered(payload, 'ups');
    const statusOf = (headers: Headers_) => post(shop, 'ups', bytes(payload), headers);
    assert.equal(await statusOf({ Authorization: 'Bearer guess' }), 401);
    assert.equal(await statusOf({ Authorization: 'Bearer' }), 401);
    assert.equal(await statusOf({ Authorization: `Bearer ${SECRET}` }), 200);
  });

  test('Karrio: its server repeats the secret and signs nothing; a signature decides', async (context) => {
    const shop = await fixture.start(context, options);
    const payload = delivered(formats.karrio);
    await numbered(payload, 'karrio');
    const body = bytes(payload);
    const statusOf = (headers: Headers_) => post(shop, 'karrio', body, headers);
    assert.equal(await statusOf({ 'X-Event-Id': 'guess' }), 401);
    assert.equal(await statusOf({ 'X-Event-Id': SECRET, 'X-Karrio-Signature': 'guess' }), 401);
    assert.equal(await statusOf({ 'X-Event-Id': SECRET }), 200);
  });

  test('signed messages that were kept and sent again later are refused', async (context) => {
    const shop = await fixture.start(context, options);
    const body = bytes(delivered(formats.shipengine));
    assert.equal(
      await post(shop, 'shipengine', body, shipEngine(body, NOW - 6 * 60_000)),
      401,
      'old',
    );
    assert.equal(await post(shop, 'shipengine', body, shipEngine(body, 0)), 401, '1970');
    assert.equal(
      await post(shop, 'shipengine', body, shipEngine(body, NOW, 'key-2')),
      401,
      'another key',
    );
    const parcel = bytes(delivered(formats.shippo));
    const old = { 'Shippo-Auth-Signature': shippoSignature(parcel, SECRET, NOW / 1000 - 400) };
    assert.equal(await post(shop, 'shippo', parcel, old), 401);
  });

  test('Shippo: the token in the address is the other documented way', async (context) => {
    const shop = await fixture.start(context, options);
    const payload = delivered(formats.shippo);
    await numbered(payload, 'shippo');
    const token = `?token=${encodeURIComponent(SECRET)}`;
    assert.equal(await post(shop, 'shippo', bytes(payload), {}, token), 200);
    assert.equal(await post(shop, 'shippo', bytes(payload), {}, '?token=guess'), 401);
  });

  for (const name of ['aftership', 'dhl', 'seventeentrack', 'ups'] as const)
    test(`${name}: in any order and however often, the same order in the end`, async (context) => {
      const shop = await fixture.start(context, options);
      const { scan, payload, journey, arrived } = formats[name];
      const scans = journey.map((parts) => scan(parts));
      const deliveries = scans.map((_, index) =>
        payload(scans.slice(0, index + 1), index === scans.length - 1 ? arrived : {}),
      );
      const run = async (indexes: readonly number[]) => {
        await shop.post('/demo/reset', { now: november('25T10:00:00') });
        await numbered(deliveries.at(-1), name);
        for (const index of indexes)
          assert.equal(await post(shop, name, bytes(deliveries[index])), 200);
        const order = await shop.order();
        const { events } = order.shipments![0]!;
        return {
          events: events!.map(({ at, code, phase }) => [at, code, phase].join()).sort(),
          lead: orderVerdict(order, shop.server.now()).lead.kind,
        };
      };
      const expected = await run(deliveries.map((_, index) => index));
      assert.equal(expected.lead, 'arrived');
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(
            deliveries.flatMap((_, index) => [index, index]),
            { minLength: deliveries.length * 2 },
          ),
          async (indexes) => {
            assert.deepEqual(await run(indexes), expected);
          },
        ),
        { numRuns: 2 },
      );
    });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { easyPostSignature } from '../../demo/server/signatures.js';
import { orderVerdict } from '../../src/verdicts/index.js';
import { november, suite } from './fixture.js';
import type { Client } from './fixture.js';

const SECRET = 'clé de test';
const NUMBER = 'RN-DEMO-1042';

const scan = (
  datetime: string,
  status: string,
  message: string,
  status_detail = 'status_update',
) => ({
  object: 'TrackingDetail',
  message,
  status,
  status_detail,
  datetime,
  tracking_location: { city: 'Lyon', country: 'FR' },
});
const tracker = (updated_at: string, details: unknown[], more: Record<string, unknown> = {}) => ({
  object: 'Event',
  description: 'tracker.updated',
  result: {
    object: 'Tracker',
    tracking_code: NUMBER,
    carrier: 'RN',
    updated_at,
    tracking_details: details,
    ...more,
  },
});
const SCANS = [
  scan(november('23T18:02:00'), 'in_transit', 'Found again', 'arrived_at_facility'),
  scan(november('24T06:40:00'), 'out_for_delivery', 'On the van'),
  scan(november('24T09:12:00'), 'delivered', 'Delivered'),
];

const easyPost = async (shop: Client, payload: unknown, signature?: string) => {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const response = await shop.request('/webhooks/easypost', {
    method: 'POST',
    headers: {
      'X-Hmac-Signature': signature ?? easyPostSignature(new TextEncoder().encode(body), SECRET),
    },
    body,
  });
  return response.status;
};
const laPoste = async (shop: Client, payload: unknown, secret = SECRET) => {
  const response = await shop.request('/webhooks/laposte', {
    method: 'POST',
    headers: { 'X-Webhook-Secret': encodeURIComponent(secret) },
    body: JSON.stringify(payload),
  });
  return response.status;
};

suite('news from the carriers', (fixture) => {
  const options = { carrierSecrets: { easypost: SECRET, laposte: encodeURIComponent(SECRET) } };
  const words = async (shop: Client) => {
    const order = await shop.order();
    return order.shipments![0]!.events!.map((event) => event.words);
  };
  const inbox = async () =>
    (
      await fixture.database.query<{ status: string }>(
        'SELECT status FROM webhook_inbox ORDER BY id',
      )
    ).map((row) => row.status);

  test('EasyPost: a signed event reaches the order, under the name the customer knows', async (context) => {
    const shop = await fixture.start(context, options);
    await shop.clock('24T10:00:00');
    assert.equal(
      await easyPost(shop, tracker('2026-11-24T08:15:00Z', SCANS, { signed_by: 'front desk' })),
      200,
    );
    const order = await shop.order();
    const [parcel] = order.shipments!;
    assert.deepEqual((await words(shop)).slice(-3), ['Found again', 'On the van', 'Delivered']);
    assert.equal(parcel!.events!.at(-1)!.source!.name, 'Relais Nord');
    assert.equal(parcel!.carrier!.name, 'Relais Nord');
    assert.equal(parcel!.observedAt, november('24T09:15:00'));
    assert.equal(parcel!.proof!.signatory, 'front desk');
    assert.equal(order.offers![0]!.unavailable!.code, 'delivered');
    assert.deepEqual(await inbox(), ['processed']);
  });

  test('a wrong signature or secret changes nothing and is not kept', async (context) => {
    const shop = await fixture.start(context, options);
    const before = await words(shop);
    assert.equal(
      await easyPost(shop, tracker('2026-11-24T08:15:00Z', SCANS), 'hmac-sha256-hex=00'),
      401,
    );
    assert.equal(await easyPost(shop, tracker('2026-11-24T08:15:00Z', SCANS), ''), 401);
    assert.equal(await laPoste(shop, { returnCode: 200 }, 'guess'), 401);
    assert.deepEqual(await words(shop), before);
    assert.deepEqual(await inbox(), []);
    const closed = await fixture.start(context);
    assert.equal(await easyPost(closed, tracker('2026-11-24T08:15:00Z', SCANS)), 404);
  });

  test('the signature is EasyPost’s: raw bytes, secret in NFKD, hex', () => {
    const body = new TextEncoder().encode('{"object":"Event"}');
    assert.equal(easyPostSignature(body, '\u00e9'), easyPostSignature(body, 'e\u0301'));
    assert.match(easyPostSignature(body, 'x'), /^hmac-sha256-hex=[0-9a-f]{64}$/);
  });

  test('La Poste: the poller’s answer; several numbers, one of them ours', async (context) => {
    const shop = await fixture.start(context, options);
    await shop.clock('23T18:30:00');
    const answer = [
      { returnCode: 404, idShip: 'TEST00000009' },
      {
        lang: 'fr_FR',
        returnCode: 200,
        shipment: {
          idShip: NUMBER,
          product: 'colissimo',
          event: [
            { code: 'ET1', label: 'Colis retrouvé.', date: november('23T18:02:00') },
            { code: 'QQ7', label: 'Code inconnu.', date: november('23T18:03:00') },
          ],
        },
      },
    ];
    assert.equal(await laPoste(shop, answer), 200);
    assert.deepEqual((await words(shop)).slice(-2), ['Colis retrouvé.', 'Code inconnu.']);
    const [parcel] = (await shop.order()).shipments!;
    assert.equal(parcel!.observedAt, november('23T18:30:00'));
    const [row] = await fixture.database.query<{ unmapped: string[] }>(
      'SELECT unmapped FROM webhook_inbox',
    );
    assert.deepEqual(row!.unmapped, ['QQ7']);
  });

  test('whatever the order, and however often: the same order in the end', async (context) => {
    const shop = await fixture.start(context, options);
    const deliveries = [
      tracker('2026-11-23T17:05:00Z', SCANS.slice(0, 1), { status: 'in_transit' }),
      tracker('2026-11-24T05:45:00Z', SCANS.slice(0, 2), {
        status: 'out_for_delivery',
        est_delivery_date: '2026-11-24T00:00:00Z',
      }),
      tracker('2026-11-24T08:15:00Z', SCANS, { status: 'delivered' }),
    ];
    const run = async (indexes: readonly number[]) => {
      await shop.post('/demo/reset', { now: november('24T10:00:00') });
      for (const index of indexes) assert.equal(await easyPost(shop, deliveries[index]), 200);
      const order = await shop.order();
      const [parcel] = order.shipments!;
      const verdict = orderVerdict(order, shop.server.now());
      return { parcel: parcel!, lead: verdict.lead };
    };
    const expected = await run([0, 1, 2]);
    assert.equal(expected.lead.kind, 'arrived');
    assert.equal(expected.parcel.statusWords, 'delivered');
    assert.equal(expected.parcel.estimate!.date, '2026-11-24');
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(fc.nat({ max: 2 }), { maxLength: 4 })
          .chain((more) => fc.shuffledSubarray([0, 1, 2, ...more], { minLength: 3 + more.length })),
        async (indexes) => {
          assert.deepEqual(await run(indexes), expected);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a repeat changes nothing: not even the version', async (context) => {
    const shop = await fixture.start(context, options);
    await easyPost(shop, tracker('2026-11-23T17:05:00Z', SCANS.slice(0, 1)));
    const first = await shop.order();
    for (let time = 0; time < 3; time++)
      await easyPost(shop, tracker('2026-11-23T17:05:00Z', SCANS.slice(0, 1)));
    assert.deepEqual(await shop.order(), first);
    assert.equal((await inbox()).length, 4, 'each delivery is kept as it came');
  });

  test('an event from the future is stored as it is, and delivers nothing yet', async (context) => {
    const shop = await fixture.start(context, options);
    await shop.clock('23T17:30:00');
    await easyPost(shop, tracker('2026-11-23T16:29:00Z', SCANS));
    assert.equal((await words(shop)).at(-1), 'Delivered');
    assert.equal((await shop.act('claim', await shop.offerId('refund'), 28900)).status, 'pending');
  });

  test('an unknown number is kept for later, a broken body too', async (context) => {
    const shop = await fixture.start(context, options);
    const stranger = tracker('2026-11-23T17:05:00Z', SCANS);
    stranger.result.tracking_code = 'NOBODY-1';
    assert.equal(await easyPost(shop, stranger), 202);
    assert.equal(await easyPost(shop, '{"object":"Event","result":'), 400);
    assert.equal(await easyPost(shop, { object: 'Batch' }), 400);
    assert.equal(await easyPost(shop, '\u0000'), 400);
    assert.equal(await easyPost(shop, ''), 400);
    assert.deepEqual(await inbox(), [
      'unmatched',
      'unreadable',
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
    const [row] = await fixture.database.query<{ body: Uint8Array }>(
      `SELECT body FROM webhook_inbox WHERE status = 'unreadable' ORDER BY id LIMIT 1`,
    );
    assert.equal(Buffer.from(row!.body).toString(), '{"object":"Event","result":');
    assert.equal(await easyPost(shop, `"${'x'.repeat(1_000_001)}"`), 413);
  });

  test('words and codes from outside are text, whatever is in them', async (context) => {
    const shop = await fixture.start(context, options);
    const text = `'); DROP TABLE orders; -- \u0000 \ud800 <img src=x onerror=alert(1)>`;
    assert.equal(
      await easyPost(
        shop,
        tracker('2026-11-23T17:05:00Z', [scan(november('23T16:00:00'), text, text, text)]),
      ),
      200,
    );
    // What cannot be stored as text is left out of it, and nothing else.
    assert.equal((await words(shop)).at(-1), text.replace(/[\0\ud800]/g, ''));
  });
});

import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { parseEasyPost } from '../../src/carriers/easypost.js';
import { parseLaPoste } from '../../src/carriers/laposte.js';
import type { CarrierOptions, CarrierReport } from '../../src/carriers/easypost.js';
import type { ServerClock } from './clock.js';
import type { Database } from './database.js';
import { updateShipment } from './records.js';

/** Far more than any tracker with hundreds of scans. */
const LONGEST_BODY = 1_000_000;

type Read = (payload: unknown, options?: CarrierOptions) => CarrierReport | undefined;

/** Whether two texts are the same, in a time that does not depend on where they differ. */
export const sameText = (left: string, right: string): boolean => {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
};

/**
 * EasyPost's signature of a body: header `X-Hmac-Signature`, `hmac-sha256-hex=` and the hex HMAC-SHA256
 * of the raw bytes, keyed with the webhook secret in Unicode form NFKD (EasyPost client libraries,
 * `validateWebhook`; support.easypost.com, "Webhook HMAC Validation").
 */
export const easyPostSignature = (body: Uint8Array, secret: string): string =>
  `hmac-sha256-hex=${createHmac('sha256', Buffer.from(secret.normalize('NFKD'), 'utf8'))
    .update(body)
    .digest('hex')}`;

/** What the carriers' routes are made of. A route without its secret does not exist. */
export interface WebhookOptions {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly easyPostSecret?: string | undefined;
  readonly laPosteSecret?: string | undefined;
}

/**
 * Where the carriers' news arrives.
 *
 * - `POST /easypost`: EasyPost's webhook, signed.
 * - `POST /laposte`: an answer of La Poste's Suivi. That service is asked, it does not call; what
 *   arrives is what the shop's own poller was told. Header `X-Webhook-Secret`.
 *
 * Each body is kept as it came. 200 if a parcel was found, 202 if the number is nobody's (yet), 400 if
 * it cannot be read, 401 if the sender is not who it should be: such a body is not kept.
 */
export const webhooks = ({ database, clock, ...secrets }: WebhookOptions): Hono => {
  const app = new Hono();

  const keep = async (
    source: string,
    body: Uint8Array,
    status: string,
    unmapped: readonly string[],
  ) => {
    await database.query(
      `INSERT INTO webhook_inbox (source, received_at, body, status, unmapped) VALUES ($1, $2, $3, $4, $5)`,
      [source, new Date(clock.now()).toISOString(), body, status, JSON.stringify(unmapped)],
    );
  };

  /** @returns how many parcels the report is about */
  const apply = async (payload: unknown, read: Read, report: CarrierReport): Promise<number> => {
    let matched = 0;
    for (const { trackingNumber } of report.shipments) {
      const rows = await database.query<{ order: string; id: string; name: string }>(
        `SELECT order_reference AS order, id, carrier ->> 'name' AS name FROM shipments WHERE tracking_number = $1`,
        [trackingNumber],
      );
      for (const row of rows) {
        // Read again under the name by which the customer knows this carrier.
        const named = read(payload, { carrierName: row.name });
        const shipment = named?.shipments.find(
          (one) => one.trackingNumber === trackingNumber,
        )?.shipment;
        if (!shipment) continue;
        matched++;
        await database.transaction((connection) =>
          updateShipment(connection, row.order, row.id, {
            ...shipment,
            // Where the payload does not say when the carrier looked, it was asked just now.
            observedAt: shipment.observedAt ?? new Date(clock.now()).toISOString(),
          }),
        );
      }
    }
    return matched;
  };

  const route = (
    source: string,
    read: Read,
    genuine: (body: Uint8Array, headers: Headers) => boolean,
  ) =>
    app.post(`/${source}`, async (context) => {
      if (Number(context.req.header('Content-Length') ?? 0) > LONGEST_BODY)
        return context.body(null, 413);
      const body = new Uint8Array(await context.req.arrayBuffer());
      if (body.byteLength > LONGEST_BODY) return context.body(null, 413);
      if (!genuine(body, context.req.raw.headers)) return context.json({ received: false }, 401);
      let payload: unknown;
      let report: CarrierReport | undefined;
      try {
        payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
        report = read(payload);
      } catch {
        // Not JSON, or not UTF-8.
      }
      if (!report) {
        await keep(source, body, 'unreadable', []);
        return context.json({ received: true, shipments: 0 }, 400);
      }
      const shipments = await apply(payload, read, report);
      await keep(source, body, shipments ? 'processed' : 'unmatched', report.unmapped);
      return context.json({ received: true, shipments }, shipments ? 200 : 202);
    });

  const { easyPostSecret, laPosteSecret } = secrets;
  if (easyPostSecret)
    route('easypost', parseEasyPost, (body, headers) =>
      sameText(headers.get('X-Hmac-Signature') ?? '', easyPostSignature(body, easyPostSecret)),
    );
  if (laPosteSecret)
    route('laposte', parseLaPoste, (_, headers) =>
      sameText(headers.get('X-Webhook-Secret') ?? '', laPosteSecret),
    );
  return app;
};

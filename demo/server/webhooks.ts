import { Hono } from 'hono';
import { readCarrier } from '../../src/carriers/read.js';
import type { CarrierFormat, CarrierOptions, CarrierReport } from '../../src/carriers/read.js';
import type { ServerClock } from './clock.js';
import type { Database } from './database.js';
import { updateShipment } from './records.js';
import { GENUINE } from './signatures.js';

/** Far more than any tracker with hundreds of scans. */
const LONGEST_BODY = 1_000_000;

type Read = (payload: unknown, options?: CarrierOptions) => CarrierReport | undefined;

/** What each sender and the shop know alone. A format without a secret has no route. */
export type CarrierSecrets = Partial<Readonly<Record<CarrierFormat, string | undefined>>>;

/** What the carriers' routes are made of. */
export interface WebhookOptions {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly carrierSecrets?: CarrierSecrets | undefined;
  /** Real time, for tests. */
  readonly realTime?: (() => number) | undefined;
}

/**
 * Where the carriers' news arrives: `POST /easypost`, `/aftership` and so on, by the names of the formats.
 * A message is signed as its sender documents it (see `signatures.ts`). La Poste and Chronopost are asked,
 * they do not call: what arrives is what the shop's own poller was told.
 *
 * Each body is kept as it came. 200 if a parcel was found, 202 if the number is nobody's (yet), 400 if
 * it cannot be read, 401 if the sender is not who it should be: such a body is not kept.
 */
export const webhooks = ({
  database,
  clock,
  carrierSecrets = {},
  realTime = Date.now,
}: WebhookOptions): Hono => {
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

  const route = (source: CarrierFormat, secret: string) => {
    const read: Read = (payload, options) => {
      const reading = readCarrier(payload, options);
      return reading?.format === source ? reading : undefined;
    };
    app.post(`/${source}`, async (context) => {
      if (Number(context.req.header('Content-Length') ?? 0) > LONGEST_BODY)
        return context.body(null, 413);
      const body = new Uint8Array(await context.req.arrayBuffer());
      if (body.byteLength > LONGEST_BODY) return context.body(null, 413);
      const message = {
        body,
        headers: context.req.raw.headers,
        query: new URL(context.req.url).searchParams,
        receivedAt: realTime(),
      };
      if (!GENUINE[source](message, secret)) return context.json({ received: false }, 401);
      let payload: unknown;
      let report: CarrierReport | undefined;
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
        payload = /^\s*</.test(text) ? text : JSON.parse(text);
        report = read(payload);
      } catch {
        // Neither JSON nor XML, or not UTF-8.
      }
      if (!report) {
        await keep(source, body, 'unreadable', []);
        return context.json({ received: true, shipments: 0 }, 400);
      }
      const shipments = await apply(payload, read, report);
      await keep(source, body, shipments ? 'processed' : 'unmatched', report.unmapped);
      return context.json({ received: true, shipments }, shipments ? 200 : 202);
    });
  };

  for (const [source, secret] of Object.entries(carrierSecrets))
    if (secret) route(source as CarrierFormat, secret);
  return app;
};

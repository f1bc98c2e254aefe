import { Hono } from 'hono';
import {
  choice,
  InstantSchema,
  object,
  optional,
  parseWhole,
  text,
} from '../../src/model/index.js';
import type { EpochMilliseconds, Infer } from '../../src/model/index.js';
import { changeOf, withdrawn } from '../rules/index.js';
import type { Changed } from '../rules/index.js';
import type { ServerClock } from './clock.js';
import type { Database } from './database.js';
import { updateShipment } from './records.js';
import type { Slots } from './slots.js';
import { sameText } from './signatures.js';

const LONGEST_BODY = 16_000;

const CHANGE = {
  /** The carrier's own; sent again it is the same change. */
  id: text(),
  trackingNumber: text(),
  from: InstantSchema,
  before: InstantSchema,
  /** In the carrier's words, and their language. */
  reason: optional(text()),
  lang: optional(text()),
};
/** A question to the customer: may we come then? */
export const ProposalSchema = object({
  ...CHANGE,
  answerBy: optional(InstantSchema),
  ifSilent: optional(choice(['stands', 'moves'])),
});
/** A fact: we come then. */
export const ChangeSchema = object(CHANGE);
/** When it thinks to be there: a guess, and no promise. */
export const EstimateSchema = object({
  trackingNumber: text(),
  from: InstantSchema,
  until: InstantSchema,
});

const CARRIER = 'Alpline';

/** The parcel with a number of this carrier. */
export const parcelOf = async (
  database: Database,
  trackingNumber: string,
): Promise<{ readonly order: string; readonly id: string } | undefined> => {
  const [parcel] = await database.query<{ order: string; id: string }>(
    `SELECT order_reference AS order, id FROM shipments
     WHERE tracking_number = $1 AND carrier ->> 'name' = $2`,
    [trackingNumber.replaceAll('\0', ''), CARRIER],
  );
  return parcel;
};

/** Takes over an estimate. @returns false if there is no such parcel, or it ends before it begins */
export const estimate = async (
  database: Database,
  { trackingNumber, from, until }: Infer<typeof EstimateSchema>,
  now: EpochMilliseconds,
): Promise<boolean> => {
  const parcel = await parcelOf(database, trackingNumber);
  if (!parcel || Date.parse(from) > Date.parse(until)) return false;
  await database.transaction((connection) =>
    updateShipment(connection, parcel.order, parcel.id, {
      observedAt: new Date(now).toISOString(),
      estimate: { from, until, source: { kind: 'carrier', name: CARRIER } },
    }),
  );
  return true;
};

/** What the carrier's routes are made of. Without the secret they do not exist. */
export interface CarrierOptions {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly slots: Slots;
  readonly alplineSecret?: string | undefined;
}

/**
 * Where the carrier of furniture says when it comes. Header `X-Carrier-Secret`.
 *
 * - `POST /alpline/proposals`: asks for another time. Nothing changes until the customer agrees.
 * - `DELETE /alpline/proposals/{id}`: takes the question back.
 * - `POST /alpline/changes`: comes at another time without asking.
 * - `POST /alpline/estimates`: when it thinks to be there today.
 *
 * 200 once it is known, also the second time; 401 if the sender is not who it should be; 404 for a parcel
 * or question that is nobody's; 409 if the question has been answered; 422 for what cannot be.
 */
export const carrierRoutes = ({ database, clock, slots, alplineSecret }: CarrierOptions): Hono => {
  const app = new Hono();
  if (!alplineSecret) return app;

  app.use('/alpline/*', async (context, next) => {
    if (!sameText(context.req.header('X-Carrier-Secret') ?? '', alplineSecret))
      return context.json({ received: false }, 401);
    if (Number(context.req.header('Content-Length') ?? 0) > LONGEST_BODY)
      return context.json({ received: false }, 413);
    return next();
  });

  const STATUS = { unknown: 404, answered: 409, invalid: 422 } as const;
  const answer = (changed: Changed) =>
    typeof changed === 'string'
      ? Response.json({ received: false, code: changed }, { status: STATUS[changed] })
      : Response.json({ received: true });
  const bodyOf = (request: Request): Promise<unknown> => request.json().catch(() => undefined);

  for (const [path, schema, state] of [
    ['proposals', ProposalSchema, 'proposed'],
    ['changes', ChangeSchema, 'imposed'],
  ] as const)
    app.post(`/alpline/${path}`, async (context) => {
      const change = parseWhole(schema, await bodyOf(context.req.raw));
      if (!change) return answer('invalid');
      const parcel = await parcelOf(database, change.trackingNumber);
      if (!parcel) return answer('unknown');
      return answer(
        await slots.revise(parcel.order, (facts) =>
          changeOf(facts, parcel.id, change, state, clock.now()),
        ),
      );
    });

  app.delete('/alpline/proposals/:id', async (context) => {
    const id = context.req.param('id').replaceAll('\0', '');
    const [asked] = await database.query<{ order: string }>(
      `SELECT order_reference AS order FROM revisions
       WHERE id = $1 AND revision -> 'source' ->> 'name' = $2`,
      [id, CARRIER],
    );
    return answer(
      asked ? await slots.revise(asked.order, (facts) => withdrawn(facts, id)) : 'unknown',
    );
  });

  app.post('/alpline/estimates', async (context) => {
    const said = parseWhole(EstimateSchema, await bodyOf(context.req.raw));
    if (!said) return answer('invalid');
    return (await estimate(database, said, clock.now()))
      ? Response.json({ received: true })
      : answer('unknown');
  });

  return app;
};

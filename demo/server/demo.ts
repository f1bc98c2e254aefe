import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import {
  BlockedSchema,
  choice,
  CivilDateSchema,
  flag,
  InstantSchema,
  integer,
  object,
  optional,
  parseWhole,
  PhaseSchema,
  text,
} from '../../src/model/index.js';
import type { Definition, EpochMilliseconds, Infer } from '../../src/model/index.js';
import {
  changeOf,
  STORY_START,
  eightParcels,
  heldUp,
  heldLamp,
  inZone,
  lostScreen,
  movedWardrobe,
  withdrawn,
  withoutSupply,
} from '../rules/index.js';
import type { AccountFacts } from '../rules/index.js';
import type { Access } from './access.js';
import type { Agenda } from './agenda.js';
import { ChangeSchema, estimate, EstimateSchema, parcelOf, ProposalSchema } from './carrier.js';
import type { Checkout } from './checkout.js';
import type { ServerClock } from './clock.js';
import { isRace, type Database } from './database.js';
import type { Faults } from './faults.js';
import { MODES } from './faults.js';
import {
  CHANNEL,
  changed,
  endClaim,
  loadOrder,
  lockOrder,
  mintOfferId,
  moveRefund,
  saveHeldUp,
  saveOrder,
  saveSupply,
  updateShipment,
} from './records.js';
import { EMPTY, SEED_LOCK } from './schema.js';
import { loadGoods, stockShop } from './shelves.js';
import type { Slots } from './slots.js';

/** Attempts at beginning anew while something else is at work. */
const ROUNDS = 5;

const ZONE = 'Europe/Paris';

/** What the demo's controls turn. */
export interface DemoOptions {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly agenda: Agenda;
  readonly access: Access;
  readonly faults: Faults;
  readonly checkout: Checkout;
  readonly slots: Slots;
}

/**
 * Empties the database and begins the stories: the lost screen, the moved wardrobe, the kitchen in eight
 * parcels, and the lamp at customs.
 *
 * @param now where the clock starts
 * @param onlyIfEmpty leaves a database alone that holds an order; several processes may try at once
 */
export const seed = (
  { database, clock }: Pick<DemoOptions, 'database' | 'clock'>,
  now: EpochMilliseconds = STORY_START,
  onlyIfEmpty = false,
): Promise<void> =>
  database.transaction(async (connection) => {
    await connection.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const [row] = await connection.query<{ orders: number }>(
      'SELECT count(*)::int AS orders FROM orders',
    );
    if (onlyIfEmpty && row?.orders) return;
    for (const statement of EMPTY) await connection.query(statement);
    await clock.set(connection, now);
    for (const story of [lostScreen, movedWardrobe, eightParcels, heldLamp])
      await saveOrder(connection, story({ offerId: mintOfferId }));
    await stockShop(connection);
    await connection.query('SELECT pg_notify($1, $2)', [CHANNEL, 'clock']);
  });

const ClockSchema = object({ now: InstantSchema });
const ResetSchema = object({ now: optional(InstantSchema) });
const FaultsSchema = object({
  mode: choice(MODES),
  /** Milliseconds. */
  delay: optional(integer(0)),
  times: optional(integer(1)),
});
/** Without a quantity nobody knows. */
const StockSchema = object({ sku: text(), quantity: optional(integer(0)) });
const UnitsSchema = object({ sku: text(), quantity: integer(1) });
const FailSchema = object({
  order: text(),
  sku: text(),
  quantity: integer(1),
  reason: optional(text()),
  /** The day on which the maker will bring these units, if he has said so. */
  again: optional(CivilDateSchema),
});
const ScanSchema = object({
  order: text(),
  shipment: optional(text()),
  phase: PhaseSchema,
  at: optional(InstantSchema),
  words: optional(text()),
  place: optional(text()),
});
const AccountSchema = object({ order: text(), shipment: text(), received: flag() });
/** How many places a slot has, those given included. */
const CapacitySchema = object({ slot: text(), capacity: integer(0) });
const WithdrawSchema = object({ order: text(), id: text() });
/** Without `blocked` it goes on. */
const BlockSchema = object({ reference: text(), blocked: optional(BlockedSchema) });
const RefundSchema = object({ reference: text(), state: choice(['failed', 'returned']) });

/**
 * The demo's own controls, under `/demo`. Mounted only in a server started as a demo: in any other the
 * routes do not exist, and nothing else moves the clock.
 */
export const demoRoutes = (options: DemoOptions): Hono => {
  const { database, clock, agenda, access, faults, checkout, slots } = options;
  const app = new Hono();
  const written = () => inZone(clock.now(), ZONE);

  /** The checked body, or `undefined`. Controls are for the demo's own pages and for tests. */
  const body = async <S extends Definition>(
    schema: S,
    request: Request,
  ): Promise<Infer<S> | undefined> => {
    const site = request.headers.get('Sec-Fetch-Site');
    if (site !== null && site !== 'same-origin' && site !== 'none') return undefined;
    if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) return undefined;
    return parseWhole(schema, await request.json().catch(() => undefined));
  };
  const state = async () => {
    const [counts] = await database.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM orders) AS orders, (SELECT count(*)::int FROM claims) AS claims,
         (SELECT count(*)::int FROM refunds) AS refunds,
         (SELECT count(*)::int FROM holds WHERE ended_at IS NULL AND until > $1) AS holds,
         (SELECT count(*)::int FROM slot_places
           WHERE ended_at IS NULL AND until > $1) AS "slotHolds",
         (SELECT count(*)::int FROM tells) AS tells,
         (SELECT count(*)::int FROM outbox WHERE done_at IS NULL) AS waiting,
         (SELECT count(*)::int FROM webhook_inbox) AS inbox`,
      [new Date(clock.now()).toISOString()],
    );
    return { serverNow: written(), faults: faults.mode, ...counts };
  };

  app.get('/state', async (context) => context.json(await state()));

  app.get('/refunds', async (context) => {
    const refunds = await database.query(
      `SELECT reference, obligation_id AS obligation, offer_id AS "offerId", state, amount FROM refunds ORDER BY reference`,
    );
    return context.json({ serverNow: written(), refunds });
  });

  app.get('/session', (context) => {
    const reference = context.req.query('order') ?? '';
    context.header('Set-Cookie', access.cookie(reference));
    context.header('Cache-Control', 'no-store');
    return context.body(null, 204);
  });

  app.post('/clock', async (context) => {
    const asked = await body(ClockSchema, context.req.raw);
    if (!asked) return context.json({ code: 'invalid' }, 400);
    await database.transaction(async (connection) => {
      await clock.set(connection, Date.parse(asked.now));
      await connection.query('SELECT pg_notify($1, $2)', [CHANNEL, 'clock']);
    });
    // Whoever asks next finds everything done that is due by then.
    await agenda.run();
    return context.json(await state());
  });

  app.post('/reset', async (context) => {
    const asked = await body(ResetSchema, context.req.raw);
    if (!asked) return context.json({ code: 'invalid' }, 400);
    faults.set('none');
    const start = asked.now === undefined ? STORY_START : Date.parse(asked.now);
    for (let round = 1; ; round++) {
      try {
        await seed(options, start);
        break;
      } catch (error) {
        // What the server does by itself at this moment holds rows that are to go.
        if (round >= ROUNDS || !isRace(error)) throw error;
      }
    }
    await agenda.run();
    return context.json(await state());
  });

  app.post('/faults', async (context) => {
    const asked = await body(FaultsSchema, context.req.raw);
    if (!asked) return context.json({ code: 'invalid' }, 400);
    faults.set(asked.mode, asked.delay, asked.times);
    return context.json(await state());
  });

  app.post('/stock', async (context) => {
    const asked = await body(StockSchema, context.req.raw);
    if (!asked) return context.json({ code: 'invalid' }, 400);
    const done = await checkout.count(asked.sku, { set: asked.quantity ?? null });
    return done ? context.json(await state()) : context.json({ code: 'invalid' }, 400);
  });

  // Somebody else buys, if so many are free.
  app.post('/sell', async (context) => {
    const asked = await body(UnitsSchema, context.req.raw);
    if (!asked) return context.json({ code: 'invalid' }, 400);
    return (await checkout.sell(asked.sku, asked.quantity))
      ? context.json(await state())
      : context.json({ code: 'unavailable' }, 409);
  });

  app.post('/restock', async (context) => {
    const asked = await body(UnitsSchema, context.req.raw);
    const done = asked && (await checkout.count(asked.sku, { add: asked.quantity }));
    return done ? context.json(await state()) : context.json({ code: 'invalid' }, 400);
  });

  // After payment: units that were sold turn out not to be there.
  app.post('/fail-supply', async (context) => {
    const asked = await body(FailSchema, context.req.raw);
    const failed =
      asked &&
      (await database.transaction(async (connection) => {
        await lockOrder(connection, asked.order);
        const facts = await loadOrder(connection, asked.order);
        const { products } = await loadGoods(connection, [asked.sku], undefined, clock.now());
        const product = products.get(asked.sku);
        const swap = products.get(product?.swap ?? '');
        const { sku, quantity, reason, again = product?.back?.on } = asked;
        const after =
          facts &&
          withoutSupply(
            facts,
            {
              ...{ sku, quantity, again },
              ...(reason ? { reason: { en: reason, fr: reason } } : {}),
              ...(swap ? { swap: { sku: swap.sku, name: swap.name } } : {}),
            },
            clock.now(),
            { offerId: mintOfferId },
          );
        if (after) await saveSupply(connection, after);
        return after !== undefined;
      }));
    return failed ? context.json(await state()) : context.json({ code: 'invalid' }, 400);
  });

  // The carrier finds the parcel, or says that it has brought it.
  app.post('/scan', async (context) => {
    const asked = await body(ScanSchema, context.req.raw);
    const facts = asked && (await loadOrder(database, asked.order));
    const shipment = facts?.shipments.find(
      (candidate) => candidate.id === (asked?.shipment ?? 'parcel-1'),
    );
    if (!asked || !facts || !shipment) return context.json({ code: 'invalid' }, 400);
    const { phase, words, place } = asked;
    await database.transaction((connection) =>
      updateShipment(connection, facts.reference, shipment.id, {
        observedAt: written(),
        events: [
          {
            id: `demo-${randomBytes(6).toString('hex')}`,
            at: asked.at ?? written(),
            phase,
            source: { kind: 'carrier', name: shipment.carrier.name },
            ...(words ? { words } : {}),
            ...(place ? { place } : {}),
          },
        ],
      }),
    );
    return context.json(await state());
  });

  // The customer tells the shop whether a parcel that counts as delivered is there.
  app.post('/account', async (context) => {
    const asked = await body(AccountSchema, context.req.raw);
    const done =
      asked &&
      (await database.transaction(async (connection) => {
        const account: AccountFacts = {
          received: asked.received,
          saidAt: clock.now(),
          channel: { en: 'by chat', fr: 'par messagerie' },
        };
        const [found] = await connection.query(
          `UPDATE shipments SET account = $3 WHERE order_reference = $1 AND id = $2 RETURNING 1`,
          [asked.order, asked.shipment, JSON.stringify(account)],
        );
        if (found) await changed(connection, asked.order);
        return found !== undefined;
      }));
    return done ? context.json(await state()) : context.json({ code: 'invalid' }, 400);
  });

  app.post('/slot', async (context) => {
    const asked = await body(CapacitySchema, context.req.raw);
    const done = asked && (await slots.count(asked.slot, asked.capacity));
    return done ? context.json(await state()) : context.json({ code: 'invalid' }, 400);
  });

  // The carrier of furniture, as its own routes have it.
  for (const [path, schema, kind] of [
    ['propose', ProposalSchema, 'proposed'],
    ['impose', ChangeSchema, 'imposed'],
  ] as const)
    app.post(`/${path}`, async (context) => {
      const asked = await body(schema, context.req.raw);
      const parcel = asked && (await parcelOf(database, asked.trackingNumber));
      const after =
        asked && parcel
          ? await slots.revise(parcel.order, (facts) =>
              changeOf(facts, parcel.id, asked, kind, clock.now()),
            )
          : 'unknown';
      return typeof after === 'string'
        ? context.json({ code: 'invalid' }, 400)
        : context.json(await state());
    });

  app.post('/estimate', async (context) => {
    const asked = await body(EstimateSchema, context.req.raw);
    const done = asked && (await estimate(database, asked, clock.now()));
    return done ? context.json(await state()) : context.json({ code: 'invalid' }, 400);
  });

  app.post('/withdraw', async (context) => {
    const asked = await body(WithdrawSchema, context.req.raw);
    const after = asked && (await slots.revise(asked.order, (facts) => withdrawn(facts, asked.id)));
    return typeof after === 'object'
      ? context.json(await state())
      : context.json({ code: 'invalid' }, 400);
  });

  // Somebody holds a refund up, or lets it go on.
  app.post('/block', async (context) => {
    const asked = await body(BlockSchema, context.req.raw);
    const done =
      asked &&
      (await database.transaction(async (connection) => {
        const [owner] = await connection.query<{ order: string }>(
          `SELECT b.order_reference AS order FROM refunds r
           JOIN obligations b ON b.id = r.obligation_id WHERE r.reference = $1`,
          [asked.reference],
        );
        if (!owner) return false;
        await lockOrder(connection, owner.order);
        const facts = await loadOrder(connection, owner.order);
        const refund = facts?.refunds.find((candidate) => candidate.reference === asked.reference);
        const after =
          refund &&
          heldUp(refund, asked.blocked && { since: written(), ...asked.blocked }, clock.now());
        if (!after) return false;
        await saveHeldUp(connection, after);
        await changed(connection, owner.order);
        return true;
      }));
    if (!done) return context.json({ code: 'invalid' }, 400);
    await agenda.run();
    return context.json(await state());
  });

  // The bank sends the money back to the shop, or cannot send it at all.
  app.post('/refund', async (context) => {
    const asked = await body(RefundSchema, context.req.raw);
    const failed =
      asked &&
      (await database.transaction(async (connection) => {
        const [owner] = await connection.query<{ order: string; obligation: string }>(
          `SELECT b.order_reference AS order, b.id AS obligation FROM refunds r
           JOIN obligations b ON b.id = r.obligation_id WHERE r.reference = $1`,
          [asked.reference],
        );
        const facts = owner && (await loadOrder(connection, owner.order));
        const refund = facts?.refunds.find((candidate) => candidate.reference === asked.reference);
        if (!owner || !refund || refund.endedAt !== undefined) return false;
        const endedAt = clock.now();
        if (
          !(await moveRefund(connection, refund.state, { ...refund, state: asked.state, endedAt }))
        )
          return false;
        // The obligation is open again, under a new offer.
        await endClaim(connection, refund.reference, endedAt);
        await connection.query(
          `INSERT INTO offers (offer_id, obligation_id, remedy) VALUES ($1, $2, 'refund')`,
          [mintOfferId(), owner.obligation],
        );
        await changed(connection, owner.order);
        return true;
      }));
    return failed ? context.json(await state()) : context.json({ code: 'invalid' }, 400);
  });

  return app;
};

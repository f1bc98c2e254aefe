import { createHash, randomBytes } from 'node:crypto';
import { AdapterError } from '../../src/adapter/index.js';
import type {
  Constraint,
  Outcome,
  SlotCommand,
  SlotList,
  SlotQuery,
} from '../../src/model/index.js';
import {
  answered,
  daysAsked,
  decideSlot,
  roundAsked,
  sellSlot,
  slotAt,
  slotsAround,
  slotsOn,
  slotsView,
} from '../rules/index.js';
import type {
  Book,
  OrderFacts,
  PlaceFacts,
  SlotAsker,
  SlotContext,
  SlotEffect,
  SlotFacts,
} from '../rules/index.js';
import type { BackendOptions } from './backend.js';
import type { Asker } from './checkout.js';
import { isRace } from './database.js';
import type { Queryable } from './database.js';
import {
  CHANNEL,
  changed,
  iso,
  json,
  keepOutcome,
  loadOrder,
  lockOrder,
  Race,
  reserveKey,
  saveRevisions,
} from './records.js';

const ROUNDS_TRIED = 5;

const mint = (): string => `slot_${randomBytes(16).toString('base64url')}`;

const epoch = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`;

/**
 * The plan of the carriers' rounds: what is free, holds, choices, and what is said of an order's time.
 * Each command is one transaction; what gives a place away locks the slot first.
 */
export class Slots {
  readonly #options: BackendOptions;

  constructor(options: BackendOptions) {
    this.#options = options;
  }

  /** @throws {AdapterError} `not-found` where nothing is brought by appointment */
  async list(query: SlotQuery, { customer, locale }: Asker): Promise<SlotList> {
    const { database, clock, policy } = this.#options;
    const now = clock.now();
    const facts = query.order === undefined ? undefined : await loadOrder(database, query.order);
    const round = roundAsked(facts, query);
    if (!round || (query.order !== undefined && !facts)) throw new AdapterError('not-found');
    const days = daysAsked(round, query, now);
    const asker = { customer, order: facts?.reference };
    const slots = days.days.flatMap((date) => slotsOn(round, date));
    const book = await loadBook(database, slots, asker);
    const ruledOut = facts ? facts.ruledOut : await loadRuledOut(database, customer);
    return slotsView(round, days, book, ruledOut, asker, { now, locale, policy });
  }

  /** What the customer asks about when an order comes. */
  act(command: SlotCommand, { customer, locale }: Asker, key: string): Promise<Outcome> {
    const { clock, policy, keySeconds } = this.#options;
    return this.#transaction(async (connection) => {
      const { order } = command;
      if (order !== undefined) await lockOrder(connection, order);
      const scope = order ?? `customer:${customer}`;
      const hash = createHash('sha256')
        .update(JSON.stringify(Object.entries(command).sort()))
        .digest('hex');
      const earlier = await reserveKey<Outcome>(
        ...([connection, scope, key, hash, clock.now(), keySeconds] as const),
      );
      if (earlier) return earlier;
      const slotId =
        command.type === 'hold' || command.type === 'choose' ? command.slot : undefined;
      const slot =
        slotId === undefined ? undefined : await lockSlot(connection, slotId, clock.now());
      const now = clock.now();
      const stored = order === undefined ? undefined : await loadOrder(connection, order);
      if (order !== undefined && !stored) throw new AdapterError('not-found');
      const facts = stored && answered(stored, now);
      const context = await this.#context(connection, facts, slot, { customer, locale }, now);
      const { outcome, effect } = decideSlot(command, { ...context, policy });
      if (effect) await this.#write(connection, facts, effect, context);
      await keepOutcome(connection, scope, key, outcome);
      return outcome;
    });
  }

  /**
   * A slot for an order that is being placed, in its transaction.
   *
   * @returns the slot, and what writes it once the order is there; or why it cannot be had
   */
  async sell(
    connection: Queryable,
    slotId: string,
    order: string,
    asker: Asker,
  ): Promise<
    | { readonly slot: SlotFacts; readonly write: () => Promise<void> }
    | { readonly outcome: Outcome }
  > {
    const { clock } = this.#options;
    const locked = await lockSlot(connection, slotId, clock.now());
    const context = await this.#context(connection, undefined, locked, asker, clock.now());
    const sold = sellSlot(slotId, order, 'delivery', context);
    if ('outcome' in sold) return sold;
    return {
      slot: sold.slot,
      write: () => this.#write(connection, undefined, sold.effect, context),
    };
  }

  /** What a customer has ruled out before there was an order. */
  ruledOut(connection: Queryable, customer: string): Promise<readonly Constraint[] | undefined> {
    return loadRuledOut(connection, customer);
  }

  /** Gives a held slot back. Somebody else's is like one that has ended. */
  async release(connection: Queryable, reference: string, customer: string): Promise<void> {
    const ended = await connection.query(
      `UPDATE slot_places SET ended_at = $3 WHERE reference = $1 AND customer = $2
         AND until IS NOT NULL AND ended_at IS NULL RETURNING 1`,
      [reference, customer, iso(this.#options.clock.now())],
    );
    if (ended.length) await tell(connection);
  }

  /** Sets how many places a slot has, those given included. @returns false if there is no such slot */
  count(slotId: string, capacity: number): Promise<boolean> {
    return this.#transaction(async (connection) => {
      const slot = await lockSlot(connection, slotId, this.#options.clock.now());
      if (!slot) return false;
      await connection.query('UPDATE slots SET capacity = $2 WHERE slot_id = $1', [
        slotId,
        capacity,
      ]);
      await tell(connection);
      return true;
    });
  }

  /** Ends what has run out: holds, and the time for answers. */
  async endDue(): Promise<void> {
    const { database, clock } = this.#options;
    await this.#transaction(async (connection) => {
      const ended = await connection.query(
        `UPDATE slot_places SET ended_at = until WHERE ended_at IS NULL AND until <= $1 RETURNING 1`,
        [iso(clock.now())],
      );
      if (ended.length) await tell(connection);
    });
    const due = await database.query<{ reference: string }>(
      `SELECT DISTINCT order_reference AS reference FROM revisions
       WHERE state = 'proposed' AND answer_by <= $1`,
      [iso(clock.now())],
    );
    for (const { reference } of due) await this.revise(reference, (facts) => facts);
  }

  /**
   * Changes what is said of an order's time, one change after the other.
   *
   * @param change gives the order as it is afterwards, the same object for no change, or why it cannot be
   * @returns what `change` gave; `unknown` if there is no such order
   */
  revise<Refusal extends string>(
    reference: string,
    change: (facts: OrderFacts) => OrderFacts | Refusal,
  ): Promise<OrderFacts | Refusal | 'unknown'> {
    return this.#transaction(async (connection) => {
      await lockOrder(connection, reference);
      const stored = await loadOrder(connection, reference);
      if (!stored) return 'unknown';
      const facts = answered(stored, this.#options.clock.now());
      const next = change(facts);
      const after = typeof next === 'string' ? facts : next;
      if (after !== stored) await saveRevisions(connection, after);
      return next;
    });
  }

  async #context(
    connection: Queryable,
    facts: OrderFacts | undefined,
    slot: SlotFacts | undefined,
    { customer, locale }: Asker,
    now: number,
  ): Promise<SlotContext> {
    const round = slot?.round ?? facts?.round ?? 'nantes';
    const asker = { customer, order: facts?.reference };
    const around = [...slotsAround(slot, round, now), ...(slot ? [slot] : [])];
    return {
      ...{ facts, customer, now, locale, policy: this.#options.policy, mint },
      book: await loadBook(connection, around, asker),
      ruledOut: facts ? facts.ruledOut : await loadRuledOut(connection, customer),
    };
  }

  async #write(
    connection: Queryable,
    facts: OrderFacts | undefined,
    { ends = [], takes, promise, shipment, ruledOut }: SlotEffect,
    { customer, now }: SlotContext,
  ): Promise<void> {
    if (ends.length)
      await connection.query(
        `UPDATE slot_places SET ended_at = $2 WHERE ended_at IS NULL
           AND reference IN (SELECT jsonb_array_elements_text($1::jsonb))`,
        [json(ends), iso(now)],
      );
    if (takes) await savePlace(connection, takes, now);
    if (ends.length || takes) await tell(connection);
    if (facts && promise)
      await saveRevisions(connection, {
        ...facts,
        promises: facts.promises.map((one) => (one.id === promise.id ? promise : one)),
      });
    if (facts && shipment) {
      await connection.query(
        'UPDATE shipments SET carrier = $3, carrier_offer = $4 WHERE order_reference = $1 AND id = $2',
        [facts.reference, shipment.id, json(shipment.carrier), json(shipment.carrierOffer)],
      );
      await changed(connection, facts.reference);
    }
    if (!ruledOut) return;
    if (facts) {
      await connection.query('UPDATE orders SET ruled_out = $2 WHERE reference = $1', [
        facts.reference,
        json(ruledOut),
      ]);
      await changed(connection, facts.reference);
    } else
      await connection.query(
        `INSERT INTO ruled_out (customer, constraints) VALUES ($1, $2)
         ON CONFLICT (customer) DO UPDATE SET constraints = excluded.constraints`,
        [customer, json(ruledOut)],
      );
  }

  async #transaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T> {
    for (let round = 1; ; round++) {
      try {
        return await this.#options.database.transaction(work);
      } catch (error) {
        if (round >= ROUNDS_TRIED || !(error instanceof Race || isRace(error))) throw error;
      }
    }
  }
}

const tell = (connection: Queryable): Promise<unknown> =>
  connection.query('SELECT pg_notify($1, $2)', [CHANNEL, 'slots']);

/** Makes all that is done to a slot come one after the other, until the transaction ends. */
const lockSlot = async (
  connection: Queryable,
  slotId: string,
  now: number,
): Promise<SlotFacts | undefined> => {
  const slot = slotAt(slotId, now);
  if (!slot) return undefined;
  await connection.query(
    'INSERT INTO slots (slot_id, capacity) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [slotId, slot.places],
  );
  await connection.query('SELECT 1 FROM slots WHERE slot_id = $1 FOR UPDATE', [slotId]);
  return slot;
};

/** Who has places in some slots, and all that one customer or one order has. */
const loadBook = async (
  connection: Queryable,
  slots: readonly SlotFacts[],
  { customer, order }: SlotAsker,
): Promise<Book> => {
  const [row] = await connection.query<{
    book: { counts?: Book['counts']; places: PlaceFacts[] };
  }>(
    `WITH wanted AS (SELECT jsonb_array_elements_text($1::jsonb) AS slot_id)
     SELECT json_strip_nulls(json_build_object(
       'counts', (SELECT json_object_agg(s.slot_id, s.capacity) FROM slots s
         WHERE s.slot_id IN (SELECT slot_id FROM wanted)),
       'places', (SELECT coalesce(json_agg(json_build_object(
           'reference', p.reference, 'slotId', p.slot_id, 'customer', p.customer,
           'order', p.order_reference, 'promise', p.promise_id, 'since', ${epoch('p.since')},
           'until', ${epoch('p.until')}) ORDER BY p.since, p.reference), '[]')
         FROM slot_places p WHERE p.ended_at IS NULL AND (
           p.slot_id IN (SELECT slot_id FROM wanted) OR p.order_reference = $3
           OR (p.customer = $2 AND p.until IS NOT NULL)))
     )) AS book`,
    [json(slots.map(({ slotId }) => slotId)), customer, order ?? null],
  );
  const { counts = {}, places } = row!.book;
  return { counts, places };
};

const loadRuledOut = async (
  connection: Queryable,
  customer: string,
): Promise<readonly Constraint[] | undefined> => {
  const [row] = await connection.query<{ constraints: Constraint[] }>(
    'SELECT constraints FROM ruled_out WHERE customer = $1',
    [customer],
  );
  return row?.constraints;
};

/** Writes a place as it is from now on: the first that is free in its slot, or the one it was held in. */
const savePlace = async (connection: Queryable, place: PlaceFacts, now: number): Promise<void> => {
  // What ran out makes room before the agenda has come to it.
  await connection.query(
    `UPDATE slot_places SET ended_at = until
     WHERE ended_at IS NULL AND until <= $3 AND (slot_id = $1 OR customer = $2)`,
    [place.slotId, place.customer ?? null, iso(now)],
  );
  const given = await connection.query(
    `INSERT INTO slot_places (reference, slot_id, place, customer, order_reference, promise_id, since, until)
     SELECT $1, $2, free.place, $3, $4, $5, $6::timestamptz, $7::timestamptz FROM (
       SELECT coalesce(
         (SELECT place FROM slot_places WHERE reference = $1 AND ended_at IS NULL),
         (SELECT min(number) FROM slots, generate_series(1, slots.capacity) AS number
          WHERE slots.slot_id = $2 AND NOT EXISTS (SELECT 1 FROM slot_places taken
            WHERE taken.slot_id = $2 AND taken.ended_at IS NULL AND taken.place = number))
       ) AS place
     ) AS free WHERE free.place IS NOT NULL
     ON CONFLICT (reference) DO UPDATE SET order_reference = excluded.order_reference,
       promise_id = excluded.promise_id, until = excluded.until
       WHERE slot_places.ended_at IS NULL
     RETURNING 1`,
    [
      ...[place.reference, place.slotId, place.customer ?? null, place.order ?? null],
      ...[place.promise ?? null, iso(place.since), iso(place.until)],
    ],
  );
  if (!given.length) throw new Race();
};

import { randomBytes } from 'node:crypto';
import { AdapterError } from '../../src/adapter/index.js';
import { toEpoch } from '../../src/model/index.js';
import type {
  EpochMilliseconds,
  Estimate,
  Instant,
  Proof,
  TrackingEvent,
} from '../../src/model/index.js';
import { deadlineOf } from '../../src/verdicts/index.js';
import { bankDue } from '../rules/index.js';
import type {
  ClaimFacts,
  Effect,
  OfferFacts,
  OrderFacts,
  RefundFacts,
  ShipmentFacts,
} from '../rules/index.js';
import type { Queryable } from './database.js';

/** The one channel that all processes listen to; the payload is a topic, or `clock`. */
export const CHANNEL = 'doorstep';

/** An instant as a parameter; what is missing is null. */
export const iso = (epoch: EpochMilliseconds | undefined): string | null =>
  epoch === undefined ? null : new Date(epoch).toISOString();
/** A value as a parameter; what is missing is null. */
export const json = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);

/** Facts as one statement reads them: instants are texts of PostgreSQL. */
type Raw<T> = {
  [Key in keyof T]: Key extends `${string}At` | 'answerBy' | 'undoUntil' ? string : T[Key];
};
interface RawOrder extends Omit<Raw<OrderFacts>, 'shipments' | 'claims' | 'refunds' | 'stock'> {
  readonly shipments: readonly Raw<ShipmentFacts>[];
  readonly claims: readonly Raw<ClaimFacts>[];
  readonly refunds: readonly Raw<RefundFacts>[];
  readonly stock: OrderFacts['stock'] | undefined;
}

const INSTANTS = /At$|^answerBy$|^undoUntil$/;

/** Turns the texts of instants into epoch milliseconds, in one level of a row. */
const row = <T extends object>(raw: Raw<T>): T =>
  Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [
      key,
      INSTANTS.test(key) && typeof value === 'string' ? Date.parse(value) : value,
    ]),
  ) as T;

// One statement is one snapshot: the version always belongs to the rows beside it.
const LOAD = `
SELECT json_strip_nulls(json_build_object(
  'reference', o.reference,
  'version', o.version,
  'placedAt', o.placed_at,
  'timeZone', o.time_zone,
  'deliveryCharge', o.delivery_charge,
  'method', o.method,
  'lines', (SELECT coalesce(json_agg(json_build_object(
      'id', l.id, 'sku', l.sku, 'quantity', l.quantity, 'price', l.price, 'name', l.name, 'noun', l.noun,
      'nouns', l.nouns, 'supply', l.supply
    ) ORDER BY l.position), '[]') FROM lines l WHERE l.order_reference = o.reference),
  'shipments', (SELECT coalesce(json_agg(json_build_object(
      'id', s.id, 'carrier', s.carrier, 'trackingNumber', s.tracking_number,
      'trackingUrl', s.tracking_url, 'lineIds', s.line_ids, 'newsEvery', s.news_every,
      'observedAt', s.observed_at, 'statusWords', s.status_words, 'estimate', s.estimate, 'proof', s.proof,
      'units', s.units, 'repairs', s.repairs, 'doubts', s.doubts, 'account', s.account,
      'carrierOffer', s.carrier_offer,
      'events', (SELECT coalesce(json_agg(e.event ORDER BY e.happened_at NULLS FIRST, e.event_id), '[]')
        FROM tracking_events e
        WHERE e.order_reference = s.order_reference AND e.shipment_id = s.id)
    ) ORDER BY s.position), '[]') FROM shipments s WHERE s.order_reference = o.reference),
  'promises', (SELECT coalesce(json_agg(p.promise || coalesce((SELECT jsonb_build_object(
        'revisions', jsonb_agg(r.revision ORDER BY r.position))
      FROM revisions r WHERE r.order_reference = p.order_reference AND r.promise_id = p.id
      HAVING count(*) > 0), '{}') ORDER BY p.position), '[]')
    FROM promises p WHERE p.order_reference = o.reference),
  'shop', o.shop,
  'round', o.round,
  'ruledOut', o.ruled_out,
  'obligations', (SELECT coalesce(json_agg(json_build_object(
      'id', b.id, 'promiseId', b.promise_id, 'units', b.units, 'failure', b.failure
    ) ORDER BY b.position), '[]') FROM obligations b WHERE b.order_reference = o.reference),
  'offers', (SELECT coalesce(json_agg(json_build_object(
      'offerId', f.offer_id, 'obligationId', f.obligation_id, 'remedy', f.remedy, 'way', f.way
    ) ORDER BY f.position), '[]')
    FROM offers f JOIN obligations b ON b.id = f.obligation_id WHERE b.order_reference = o.reference),
  'claims', (SELECT coalesce(json_agg(json_build_object(
      'reference', c.reference, 'offerId', c.offer_id, 'obligationId', c.obligation_id,
      'remedy', c.remedy, 'askedAt', c.asked_at, 'expectedBy', c.expected_by, 'endedAt', c.ended_at
    ) ORDER BY c.asked_at, c.reference), '[]')
    FROM claims c JOIN obligations b ON b.id = c.obligation_id WHERE b.order_reference = o.reference),
  'refunds', (SELECT coalesce(json_agg(json_build_object(
      'reference', r.reference, 'offerId', r.offer_id, 'state', r.state, 'amount', r.amount,
      'method', r.method, 'askedAt', r.asked_at, 'answerBy', r.answer_by, 'confirmAt', r.confirm_at,
      'orderedAt', r.ordered_at, 'sendBy', r.send_by, 'leavesAt', r.leaves_at, 'sentAt', r.sent_at,
      'expectedBy', r.expected_by, 'settlesAt', r.settles_at, 'settledAt', r.settled_at,
      'undoUntil', r.undo_until, 'endedAt', r.ended_at, 'blocked', r.blocked
    ) ORDER BY r.asked_at, r.reference), '[]')
    FROM refunds r JOIN obligations b ON b.id = r.obligation_id WHERE b.order_reference = o.reference),
  'stock', (SELECT json_object_agg(k.sku, k.quantity) FROM free_units k
    WHERE k.sku IN (SELECT l.sku FROM lines l WHERE l.order_reference = o.reference
      UNION SELECT b.failure ->> 'swap' FROM obligations b WHERE b.order_reference = o.reference))
)) AS facts
FROM orders o WHERE o.reference = $1`;

/** Everything known of an order, or `undefined` if there is none. */
export const loadOrder = async (
  connection: Queryable,
  reference: string,
): Promise<OrderFacts | undefined> => {
  // PostgreSQL's text has no NUL: such a reference cannot exist.
  if (reference.includes('\0')) return undefined;
  const [found] = await connection.query<{ facts: RawOrder }>(LOAD, [reference]);
  if (!found) return undefined;
  const facts = found.facts;
  return {
    ...row<OrderFacts>(facts as unknown as Raw<OrderFacts>),
    shipments: facts.shipments.map((one) => row<ShipmentFacts>(one)),
    claims: facts.claims.map((one) => row<ClaimFacts>(one)),
    refunds: facts.refunds.map((one) => row<RefundFacts>(one)),
    stock: facts.stock ?? {},
  };
};

/** Marks a change of an order and tells every process, once the transaction commits. */
export const changed = async (connection: Queryable, reference: string): Promise<void> => {
  await connection.query(`UPDATE orders SET version = nextval('versions') WHERE reference = $1`, [
    reference,
  ]);
  await connection.query('SELECT pg_notify($1, $2)', [CHANNEL, `order:${reference}`]);
};

/** Adds events that are not there yet. @returns how many were new */
export const addEvents = async (
  connection: Queryable,
  reference: string,
  shipmentId: string,
  events: readonly TrackingEvent[],
): Promise<number> => {
  if (events.length === 0) return 0;
  const added = await connection.query(
    `INSERT INTO tracking_events (order_reference, shipment_id, event_id, happened_at, event)
     SELECT $1, $2, item ->> 'id', (item ->> 'at')::timestamptz, item
     FROM jsonb_array_elements($3::jsonb) AS item
     ON CONFLICT DO NOTHING RETURNING 1`,
    [reference, shipmentId, json(events)],
  );
  return added.length;
};

/** Stores a new order with everything in it. Its version is the next one, whatever the facts say. */
export const saveOrder = async (
  connection: Queryable,
  facts: OrderFacts,
  customer?: string,
): Promise<void> => {
  const { reference } = facts;
  const insert = (sql: string, ...parameters: unknown[]) => connection.query(sql, parameters);
  await insert(
    `INSERT INTO orders (reference, placed_at, time_zone, delivery_charge, method, customer, round,
       ruled_out, shop) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    ...[reference, iso(facts.placedAt), facts.timeZone],
    ...[json(facts.deliveryCharge), json(facts.method), customer ?? null],
    ...[facts.round ?? null, json(facts.ruledOut), facts.shop ?? null],
  );
  for (const [position, line] of facts.lines.entries())
    await insert(
      `INSERT INTO lines (order_reference, id, position, sku, quantity, price, name, noun, nouns, supply)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      ...[reference, line.id, position, line.sku, line.quantity],
      ...[json(line.price), json(line.name), json(line.noun), json(line.nouns), json(line.supply)],
    );
  for (const [position, shipment] of facts.shipments.entries()) {
    await insert(
      `INSERT INTO shipments (order_reference, id, position, carrier, tracking_number, tracking_url,
         line_ids, news_every, observed_at, status_words, estimate, proof, units, repairs, doubts, account,
         carrier_offer)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      ...[reference, shipment.id, position, json(shipment.carrier), shipment.trackingNumber],
      ...[shipment.trackingUrl ?? null, json(shipment.lineIds), shipment.newsEvery],
      ...[iso(shipment.observedAt), shipment.statusWords ?? null],
      ...[json(shipment.estimate), json(shipment.proof), json(shipment.units)],
      ...[json(shipment.repairs), json(shipment.doubts), json(shipment.account)],
      json(shipment.carrierOffer),
    );
    await addEvents(connection, reference, shipment.id, shipment.events);
  }
  for (const [position, promise] of facts.promises.entries())
    await insert(
      `INSERT INTO promises (order_reference, id, position, promise) VALUES ($1, $2, $3, $4)`,
      ...[reference, promise.id, position, json(promise)],
    );
  await saveObligations(connection, facts);
};

/** Writes what is owed and offered, as far as it is new, about other units, or due at another time. */
export const saveObligations = async (connection: Queryable, facts: OrderFacts): Promise<void> => {
  for (const { id, promiseId, units, failure } of facts.obligations) {
    const promise = facts.promises.find((candidate) => candidate.id === promiseId);
    const deadline = promise ? (deadlineOf(promise) ?? 0) : (failure?.at ?? 0);
    await connection.query(
      `INSERT INTO obligations (id, order_reference, promise_id, lapses_at, units, failure)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE
         SET units = excluded.units, lapses_at = excluded.lapses_at`,
      [
        ...[id, facts.reference, promiseId ?? null, iso(deadline + (promise?.grace ?? 0) * 1000)],
        ...[json(units), json(failure)],
      ],
    );
  }
  for (const offer of facts.offers) await saveOffer(connection, offer);
};

const saveOffer = (
  connection: Queryable,
  { offerId, obligationId, remedy, way }: OfferFacts,
): Promise<unknown> =>
  connection.query(
    `INSERT INTO offers (offer_id, obligation_id, remedy, way) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [offerId, obligationId, remedy, json(way)],
  );

/**
 * Writes what has been asked of the order's promises, and when they lapse since. The promises themselves
 * stay as they were made.
 */
export const saveRevisions = async (connection: Queryable, facts: OrderFacts): Promise<void> => {
  for (const { id, revisions = [] } of facts.promises)
    for (const revision of revisions)
      await connection.query(
        `INSERT INTO revisions (order_reference, promise_id, id, state, answer_by, revision)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (order_reference, promise_id, id) DO UPDATE
           SET state = excluded.state, revision = excluded.revision`,
        [
          ...[facts.reference, id, revision.id, revision.state ?? 'proposed'],
          ...[revision.answerBy ?? null, json(revision)],
        ],
      );
  await saveObligations(connection, facts);
  await changed(connection, facts.reference);
};

/** Writes what became of the units of an order's lines, and what is owed for it. */
export const saveSupply = async (connection: Queryable, facts: OrderFacts): Promise<void> => {
  for (const line of facts.lines)
    await connection.query('UPDATE lines SET supply = $3 WHERE order_reference = $1 AND id = $2', [
      facts.reference,
      line.id,
      json(line.supply),
    ]);
  await saveObligations(connection, facts);
  await changed(connection, facts.reference);
};

/** Puts the bank's next step into the outbox. */
export const enqueue = async (connection: Queryable, refund: RefundFacts): Promise<void> => {
  const due = bankDue(refund);
  if (due === undefined) return;
  await connection.query(
    `INSERT INTO outbox (refund_reference, from_state, due_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [refund.reference, refund.state, iso(due)],
  );
};

/** Moves a refund on, if it still is where it was when that was decided. */
export const moveRefund = async (
  connection: Queryable,
  from: RefundFacts['state'],
  refund: RefundFacts,
): Promise<boolean> => {
  const moved = await connection.query(
    `UPDATE refunds SET state = $3, ordered_at = $4, sent_at = $5, settled_at = $6, ended_at = $7
     WHERE reference = $1 AND state = $2 RETURNING 1`,
    [
      ...[refund.reference, from, refund.state],
      ...[iso(refund.orderedAt), iso(refund.sentAt), iso(refund.settledAt), iso(refund.endedAt)],
    ],
  );
  return moved.length === 1;
};

/** Writes that a refund is held up, or goes on: then what was due meanwhile is due now. */
export const saveHeldUp = async (connection: Queryable, refund: RefundFacts): Promise<void> => {
  await connection.query(
    `UPDATE refunds SET blocked = $2, confirm_at = $3, leaves_at = $4, settles_at = $5
     WHERE reference = $1`,
    [
      ...[refund.reference, json(refund.blocked), iso(refund.confirmAt)],
      ...[iso(refund.leavesAt), iso(refund.settlesAt)],
    ],
  );
  const due = bankDue(refund);
  if (due !== undefined)
    await connection.query(
      'UPDATE outbox SET due_at = $2 WHERE refund_reference = $1 AND done_at IS NULL',
      [refund.reference, iso(due)],
    );
};

/**
 * Writes what a decision needs to be true. All of it belongs to one transaction.
 *
 * @returns false if somebody else met the obligation, or moved the refund, in between: then the
 *   transaction has to be rolled back and the decision taken anew
 */
export const writeEffect = async (
  connection: Queryable,
  facts: OrderFacts,
  effect: Effect,
): Promise<boolean> => {
  if (effect.kind === 'claim') {
    const { claim, refund } = effect;
    const claimed = await connection.query(
      `INSERT INTO claims (reference, offer_id, obligation_id, remedy, asked_at, expected_by)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
      [
        ...[claim.reference, claim.offerId, claim.obligationId, claim.remedy],
        ...[iso(claim.askedAt), json(claim.expectedBy)],
      ],
    );
    if (claimed.length === 0) return false;
    if (refund) {
      await connection.query(
        `INSERT INTO refunds (reference, obligation_id, offer_id, state, amount, method, asked_at,
           answer_by, confirm_at, send_by, leaves_at, expected_by, settles_at, undo_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          ...[refund.reference, claim.obligationId, refund.offerId, refund.state],
          ...[json(refund.amount), json(refund.method), iso(refund.askedAt), iso(refund.answerBy)],
          ...[iso(refund.confirmAt), json(refund.sendBy), iso(refund.leavesAt)],
          ...[json(refund.expectedBy), iso(refund.settlesAt), iso(refund.undoUntil)],
        ],
      );
      await enqueue(connection, refund);
    }
  } else {
    const refund = facts.refunds.find(
      (candidate) => candidate.reference === effect.claim.reference,
    );
    if (
      refund &&
      !(await moveRefund(connection, refund.state, {
        ...refund,
        state: 'withdrawn',
        endedAt: effect.endedAt,
      }))
    )
      return false;
    if (!(await endClaim(connection, effect.claim.reference, effect.endedAt))) return false;
    await saveOffer(connection, effect.reoffer);
  }
  await changed(connection, facts.reference);
  return true;
};

/** Ends a claim: the obligation is open again. @returns false if it had ended already */
export const endClaim = async (
  connection: Queryable,
  reference: string,
  endedAt: EpochMilliseconds,
): Promise<boolean> => {
  const ended = await connection.query(
    `UPDATE claims SET ended_at = $2 WHERE reference = $1 AND ended_at IS NULL RETURNING 1`,
    [reference, iso(endedAt)],
  );
  return ended.length === 1;
};

/** An offer's identifier: says nothing, cannot be guessed. */
export const mintOfferId = (): string => `offer_${randomBytes(12).toString('base64url')}`;

/** The reference of the next order. */
export const nextOrder = async (connection: Queryable): Promise<string> => {
  const [next] = await connection.query<{ number: string }>(
    `SELECT nextval('order_numbers')::text AS number`,
  );
  return `FR-${next!.number}`;
};

/** Makes all that is done to an order come one after the other, until the transaction ends. */
export const lockOrder = (connection: Queryable, reference: string): Promise<unknown> =>
  connection.query('SELECT 1 FROM orders WHERE reference = $1 FOR UPDATE', [
    reference.replaceAll('\0', ''),
  ]);

/**
 * Reserves a key for one request of an order or a customer.
 *
 * @param hash of the request; another one under the same key is refused
 * @returns what was answered before, if the key was used
 * @throws {AdapterError} `invalid` for another request under the key; the handler answers 422
 */
export const reserveKey = async <Answer>(
  connection: Queryable,
  scope: string,
  key: string,
  hash: string,
  now: EpochMilliseconds,
  keySeconds: number,
): Promise<Answer | undefined> => {
  // Two requests with one key wait for each other here.
  const reserved = await connection.query(
    `INSERT INTO idempotency_keys (scope, key, body_hash, expires_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (scope, key) DO UPDATE
       SET body_hash = excluded.body_hash, outcome = NULL, expires_at = excluded.expires_at
       WHERE idempotency_keys.expires_at <= $5 RETURNING 1`,
    [scope, key, hash, iso(now + keySeconds * 1000), iso(now)],
  );
  if (reserved.length) return undefined;
  const [used] = await connection.query<{ body_hash: string; outcome: Answer | null }>(
    'SELECT body_hash, outcome FROM idempotency_keys WHERE scope = $1 AND key = $2',
    [scope, key],
  );
  if (!used) throw new Race();
  if (used.body_hash !== hash) throw new AdapterError('invalid');
  return used.outcome ?? undefined;
};

/** Keeps what is answered again for the same key. */
export const keepOutcome = (
  connection: Queryable,
  scope: string,
  key: string,
  outcome: unknown,
): Promise<unknown> =>
  connection.query('UPDATE idempotency_keys SET outcome = $3 WHERE scope = $1 AND key = $2', [
    scope,
    key,
    json(outcome),
  ]);

/** Somebody else was faster; what was read is no longer so. */
export class Race extends Error {}

/** The next number for a reference that a person can say on the phone. */
export const nextNumber = async (connection: Queryable): Promise<string> => {
  const [next] = await connection.query<{ number: string }>(
    `SELECT nextval('reference_numbers')::text AS number`,
  );
  return next!.number;
};

interface Said {
  readonly observedAt: Instant;
  readonly statusWords?: string | undefined;
  readonly trackingUrl?: string | undefined;
  readonly estimate?: Estimate | undefined;
  readonly proof?: Proof | undefined;
  readonly doubts?: readonly string[] | undefined;
}

/**
 * Takes over what a carrier said of a shipment. Deliveries come late, twice and in any order, so the
 * result must not depend on it: events are a set, of everything else the newer word stands.
 *
 * @returns whether anything was new
 */
export const updateShipment = async (
  connection: Queryable,
  reference: string,
  shipmentId: string,
  said: Said & { readonly events?: readonly TrackingEvent[] | undefined },
): Promise<boolean> => {
  // The lock makes two deliveries at once come one after the other.
  const [stored] = await connection.query<{
    observed_at: Date | null;
    status_words: string | null;
    tracking_url: string | null;
    estimate: Estimate | null;
    proof: Proof | null;
    doubts: readonly string[] | null;
  }>(
    `SELECT observed_at, status_words, tracking_url, estimate, proof, doubts FROM shipments
     WHERE order_reference = $1 AND id = $2 FOR UPDATE`,
    [reference, shipmentId],
  );
  if (!stored) return false;
  const added = await addEvents(connection, reference, shipmentId, said.events ?? []);

  const saidAt = Date.parse(said.observedAt);
  const storedAt = stored.observed_at?.getTime();
  const newer = storedAt === undefined || saidAt > storedAt;
  const pick = <T>(theirs: T | undefined, ours: T | null): T | null =>
    newer ? (theirs ?? ours) : (ours ?? theirs ?? null);
  const estimate = said.estimate && { observedAt: said.observedAt, ...said.estimate };
  const estimatedAt = toEpoch(stored.estimate?.observedAt) ?? -Infinity;
  const next = {
    observed_at: iso(newer ? saidAt : storedAt),
    status_words: pick(said.statusWords, stored.status_words),
    tracking_url: pick(said.trackingUrl, stored.tracking_url),
    estimate:
      estimate && Date.parse(estimate.observedAt) > estimatedAt ? estimate : stored.estimate,
    proof: pick(said.proof, stored.proof),
    // A doubt ends with the next word that has none.
    doubts: newer ? (said.doubts ?? null) : stored.doubts,
  };
  const same =
    next.observed_at === iso(storedAt) &&
    next.status_words === stored.status_words &&
    next.tracking_url === stored.tracking_url &&
    next.estimate === stored.estimate &&
    next.proof === stored.proof &&
    json(next.doubts ?? undefined) === json(stored.doubts ?? undefined);
  if (added === 0 && same) return false;
  await connection.query(
    `UPDATE shipments SET observed_at = $3, status_words = $4, tracking_url = $5, estimate = $6, proof = $7,
       doubts = $8
     WHERE order_reference = $1 AND id = $2`,
    [
      ...[reference, shipmentId, next.observed_at, next.status_words, next.tracking_url],
      ...[json(next.estimate ?? undefined), json(next.proof ?? undefined)],
      json(next.doubts ?? undefined),
    ],
  );
  await changed(connection, reference);
  return true;
};

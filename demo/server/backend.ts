import { createHash, randomBytes } from 'node:crypto';
import { AdapterError } from '../../src/adapter/index.js';
import type { Backend } from '../../src/adapters/rest/handler.js';
import type { OrderCommand, Outcome } from '../../src/model/index.js';
import { decide, inZone, orderView, outcomeOf, shelfView } from '../rules/index.js';
import type { Mint, OrderFacts, Policy } from '../rules/index.js';
import type { ServerClock } from './clock.js';
import { isRace } from './database.js';
import type { Database, Queryable } from './database.js';
import type { Live } from './live.js';
import { loadOrder, loadStock, nextNumber, writeEffect } from './records.js';

/** Attempts to decide again after another process was faster. */
const ROUNDS = 5;

/** An offer's identifier: says nothing, cannot be guessed. */
export const mintOfferId = (): string => `offer_${randomBytes(12).toString('base64url')}`;

const PREFIX = { refund: 'RF', reship: 'RS', wait: 'WT' } as const;

const hashOf = ({ type, offerId, amount }: OrderCommand): string =>
  createHash('sha256')
    .update(JSON.stringify([type, offerId, amount?.amount ?? null, amount?.currency ?? null]))
    .digest('hex');

/** Somebody else was faster; what was read is no longer so. */
class Race extends Error {}

/** What the backend is made of. */
export interface BackendOptions {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly live: Live;
  readonly policy: Policy;
  /** Seconds after which an idempotency key is forgotten. The obligation protects without it too. */
  readonly keySeconds: number;
}

/** The shop behind the HTTP contract. */
export const createBackend = (options: BackendOptions): Backend => {
  const { database, clock, live, policy } = options;
  const found = async (connection: Queryable, reference: string): Promise<OrderFacts> => {
    const facts = await loadOrder(connection, reference);
    if (!facts) throw new AdapterError('not-found');
    return facts;
  };
  const serverNow = (facts?: OrderFacts) => inZone(clock.now(), facts?.timeZone ?? 'UTC');

  /** Reserves a key. @returns what it was used for before, if it was */
  const reserve = async (connection: Queryable, command: OrderCommand, key: string) => {
    const parameters = [command.order, key, hashOf(command)];
    const now = clock.now();
    // Two requests with one key wait for each other here.
    const reserved = await connection.query(
      `INSERT INTO idempotency_keys (order_reference, key, body_hash, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (order_reference, key) DO UPDATE
         SET body_hash = excluded.body_hash, outcome = NULL, expires_at = excluded.expires_at
         WHERE idempotency_keys.expires_at <= $5 RETURNING 1`,
      [
        ...parameters,
        new Date(now + options.keySeconds * 1000).toISOString(),
        new Date(now).toISOString(),
      ],
    );
    if (reserved.length) return undefined;
    const [used] = await connection.query<{ body_hash: string; outcome: Outcome | null }>(
      'SELECT body_hash, outcome FROM idempotency_keys WHERE order_reference = $1 AND key = $2',
      [command.order, key],
    );
    if (!used) throw new Race();
    // One key stands for one command; the handler answers 422.
    if (used.body_hash !== parameters[2]) throw new AdapterError('invalid');
    return used.outcome ?? undefined;
  };

  const attempt = (command: OrderCommand, key: string, locale: string) =>
    database.transaction(async (connection) => {
      const earlier = await reserve(connection, command, key);
      const facts = await found(connection, command.order);
      if (earlier) {
        // What was refused stays refused under this key; what was taken is told as it stands now.
        const outcome =
          earlier.status === 'refused' || command.type === 'withdraw'
            ? earlier
            : outcomeOf(facts, command.offerId, locale, policy);
        return { serverNow: serverNow(facts), outcome };
      }
      const now = clock.now();
      const decideAs = (number: string) => {
        const mint: Mint = {
          offerId: mintOfferId,
          reference: (remedy) => `${PREFIX[remedy]}-${number}`,
        };
        return decide(facts, command, now, mint, locale, policy);
      };
      const draft = decideAs('');
      // A number is drawn only for what needs one; deciding is pure, so it may be done again.
      const { outcome, effect } =
        draft.effect?.kind === 'claim' ? decideAs(await nextNumber(connection)) : draft;
      if (effect && !(await writeEffect(connection, facts, effect))) throw new Race();
      await connection.query(
        'UPDATE idempotency_keys SET outcome = $3 WHERE order_reference = $1 AND key = $2',
        [command.order, key, JSON.stringify(outcome)],
      );
      return { serverNow: serverNow(facts), outcome };
    });

  return {
    now: () => clock.now(),

    async order(reference, { locale }) {
      const facts = await found(database, reference);
      return { serverNow: serverNow(facts), order: orderView(facts, clock.now(), locale, policy) };
    },

    async stock(skus, { locale }) {
      const now = serverNow();
      const rows = await loadStock(database, skus);
      return {
        serverNow: now,
        stock: rows.map(({ sku, quantity, place, version }) =>
          shelfView(
            { sku, version, quantity: quantity ?? undefined, place: place ?? undefined },
            clock.now(),
            locale,
          ),
        ),
      };
    },

    async act(command, { locale, attemptKey }) {
      if (!('order' in command)) throw new AdapterError('invalid');
      for (let round = 1; ; round++) {
        try {
          const answer = await attempt(command, attemptKey ?? mintOfferId(), locale);
          return answer;
        } catch (error) {
          if (round >= ROUNDS || !(error instanceof Race || isRace(error))) throw error;
        }
      }
    },

    async outcome(reference, offerId, { locale }) {
      const facts = await found(database, reference);
      return { serverNow: serverNow(facts), outcome: outcomeOf(facts, offerId, locale, policy) };
    },

    watch: (topics, notify, alive) => live.watch(topics, notify, alive),
  };
};

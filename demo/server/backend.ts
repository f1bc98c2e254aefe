import { createHash } from 'node:crypto';
import { AdapterError } from '../../src/adapter/index.js';
import type { Backend } from '../../src/adapters/rest/handler.js';
import {
  isOrderCommand,
  isSlotCommand,
  type OrderCommand,
  type Outcome,
} from '../../src/model/index.js';
import { decide, inZone, orderView, outcomeOf, shelfView } from '../rules/index.js';
import type { Mint, OrderFacts, Policy } from '../rules/index.js';
import type { Checkout } from './checkout.js';
import type { ServerClock } from './clock.js';
import { isRace } from './database.js';
import type { Database, Queryable } from './database.js';
import type { Live } from './live.js';
import {
  keepOutcome,
  loadOrder,
  lockOrder,
  mintOfferId,
  nextNumber,
  Race,
  reserveKey,
  writeEffect,
} from './records.js';
import { loadGoods, takeFree } from './shelves.js';
import type { Slots } from './slots.js';

/** Attempts to decide again after another process was faster. */
const ROUNDS = 5;

const PREFIX = { refund: 'RF', reship: 'RS', replace: 'RP', wait: 'WT' } as const;

const hashOf = ({ type, offerId, amount }: OrderCommand): string =>
  createHash('sha256')
    .update(JSON.stringify([type, offerId, amount?.amount ?? null, amount?.currency ?? null]))
    .digest('hex');

/** What the backend is made of. */
export interface BackendOptions {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly live: Live;
  readonly policy: Policy;
  /** Seconds after which an idempotency key is forgotten. The obligation protects without it too. */
  readonly keySeconds: number;
  /** The address under which the shop knows a customer, if it does. */
  readonly addressOf?: ((customer: string) => string | undefined) | undefined;
}

/** Who asks: what is put aside or noted belongs to somebody. */
const known = (customer: string | undefined): string => {
  if (customer === undefined) throw new AdapterError('forbidden');
  return customer;
};

/** The shop behind the HTTP contract. */
export const createBackend = (
  options: BackendOptions,
  checkout: Checkout,
  slots: Slots,
): Backend => {
  const { database, clock, live, policy } = options;
  const found = async (connection: Queryable, reference: string): Promise<OrderFacts> => {
    const facts = await loadOrder(connection, reference);
    if (!facts) throw new AdapterError('not-found');
    return facts;
  };
  const serverNow = (facts?: OrderFacts) => inZone(clock.now(), facts?.timeZone ?? 'UTC');

  const attempt = (command: OrderCommand, key: string, locale: string) =>
    database.transaction(async (connection) => {
      await lockOrder(connection, command.order);
      const earlier = await reserveKey<Outcome>(
        ...([connection, command.order, key, hashOf(command), clock.now()] as const),
        options.keySeconds,
      );
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
      const takes = effect?.kind === 'claim' ? effect.takes : undefined;
      if (takes && !(await takeFree(connection, takes, now))) throw new Race();
      await keepOutcome(connection, command.order, key, outcome);
      return { serverNow: serverNow(facts), outcome };
    });

  return {
    now: () => clock.now(),

    async order(reference, { locale }) {
      const facts = await found(database, reference);
      return { serverNow: serverNow(facts), order: orderView(facts, clock.now(), locale, policy) };
    },

    async stock(skus, { locale, customer }) {
      const now = clock.now();
      const goods = await loadGoods(database, skus, customer, now);
      const address =
        customer === undefined ? undefined : (options.addressOf?.(customer) ?? goods.address);
      return {
        serverNow: serverNow(),
        stock: skus.flatMap((sku) => {
          const product = goods.products.get(sku);
          const wish = goods.wishes.findLast((one) => one.sku === sku);
          return product
            ? [shelfView(product, goods, { customer, wish, address, now, locale })]
            : [];
        }),
      };
    },

    async basket(basket, { locale, customer }) {
      return checkout.basket(basket, { customer: known(customer), locale });
    },

    async slots(query, { locale, customer }) {
      const list = await slots.list(query, { customer: known(customer), locale });
      return { serverNow: serverNow(), slots: list };
    },

    async act(command, { locale, attemptKey, customer }) {
      const key = attemptKey ?? mintOfferId();
      if (isSlotCommand(command)) {
        const outcome = await slots.act(command, { customer: known(customer), locale }, key);
        return { serverNow: serverNow(), outcome };
      }
      if (!isOrderCommand(command)) {
        const outcome = await checkout.act(command, { customer: known(customer), locale }, key);
        return { serverNow: serverNow(), outcome };
      }
      for (let round = 1; ; round++) {
        try {
          const answer = await attempt(command, key, locale);
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

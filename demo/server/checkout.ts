import { createHash, randomBytes } from 'node:crypto';
import type {
  Basket,
  BasketAnswer,
  BasketCheck,
  Outcome,
  ShopCommand,
  SlotCommand,
} from '../../src/model/index.js';
import { basketVerdict } from '../../src/verdicts/index.js';
import {
  allot,
  checkBasket,
  holdView,
  inZone,
  isUsedBy,
  masked,
  nextHold,
  orderOf,
  standingWish,
  refusedWish,
  subscribe,
  wishedFor,
  wishOutcome,
  ZONE,
} from '../rules/index.js';
import type { HoldFacts, WishFacts } from '../rules/index.js';
import type { BackendOptions } from './backend.js';
import { isRace } from './database.js';
import type { Queryable } from './database.js';
import { changed, keepOutcome, mintOfferId, nextOrder, reserveKey, saveOrder } from './records.js';
import {
  addStock,
  endHold,
  loadGoods,
  loadHold,
  lockProducts,
  saveHold,
  saveWish,
  setStock,
  shelfChanged,
  takeFree,
  takeUnits,
  useWishes,
} from './shelves.js';
import type { Slots } from './slots.js';

const ROUNDS = 5;

const mint = (kind: 'hold' | 'wish'): string => `${kind}_${randomBytes(16).toString('base64url')}`;

/** Who asks. */
export interface Asker {
  readonly customer: string;
  readonly locale: string;
}

/** Why an order does not exist: what is there of its basket, or why its time cannot be had. */
type NotSold = { readonly check: BasketCheck } | { readonly slot: Outcome };
/** What became of an order: its reference, or why it does not exist. */
export type Sale = { readonly reference: string } | { readonly refused: NotSold };

/** Rolls a transaction back whose basket, or its time, cannot be had as promised. */
class NotAsPromised extends Error {
  constructor(readonly why: NotSold) {
    super('not as promised');
  }
}

/**
 * The shop before there is an order: baskets, holds, wishes to be told, and the sale itself. Each is
 * one transaction that first locks the products it is about.
 */
export class Checkout {
  readonly #options: BackendOptions;
  readonly #slots: Slots;

  constructor(options: BackendOptions, slots: Slots) {
    this.#options = options;
    this.#slots = slots;
  }

  /** The answer to a whole basket; what can be had is put aside for the customer. */
  basket(basket: Basket, { customer, locale }: Asker): Promise<BasketAnswer> {
    const { policy } = this.#options;
    const wished = wishedFor(basket.choice);
    return this.#transaction(async (connection) => {
      const { now, last, goods, check, draws } = await this.#check(
        ...([connection, basket, { customer, locale }, wished.map(({ sku }) => sku)] as const),
      );
      const hold = nextHold(
        last,
        basket.hold,
        { reference: mint('hold'), customer, draws },
        now,
        policy,
      );
      const touched = await this.#putAside(connection, last, hold, now);
      for (const wish of wished) {
        // The choice was taken: the wish stands from now on, whether or not an order follows. It is
        // the same wish for as long as this checkout may take.
        const isNoted = goods.wishes.some(
          ({ sku, quantity, channel, since }) =>
            sku === wish.sku &&
            quantity === wish.quantity &&
            channel === 'email' &&
            now - since < policy.holdLongest * 1000,
        );
        if (isNoted) continue;
        await this.#subscribe(connection, { ...wish, channel: 'email' }, { customer, locale });
        touched.push(wish.sku);
      }
      await shelfChanged(connection, touched, now);
      return {
        serverNow: inZone(now, ZONE),
        check: hold ? { ...check, hold: holdView(hold, basket.lines, goods.products) } : check,
      };
    });
  }

  /**
   * Sells a basket, if it can be had as it was promised: from the customer's hold, or from what is free.
   * Otherwise nothing is written and there is no order.
   *
   * @param slot the time that was chosen with it: the customer's own hold, or what is free
   */
  async order(
    basket: Basket,
    { customer, locale }: Asker,
    key: string,
    slot?: string,
  ): Promise<Sale> {
    const { clock, policy, keySeconds } = this.#options;
    const { lines } = basket;
    const skus = lines.map(({ sku }) => sku);
    try {
      return await this.#transaction(async (connection) => {
        const scope = `customer:${customer}`;
        const hash = createHash('sha256')
          .update(JSON.stringify([basket, slot]))
          .digest('hex');
        const earlier = await reserveKey<Outcome>(
          ...([connection, scope, key, hash, clock.now(), keySeconds] as const),
        );
        if (earlier) return { reference: earlier.reference! };
        const { now, last, goods, check, draws } = await this.#check(connection, basket, {
          customer,
          locale,
        });
        if (basketVerdict(lines, check, now).state !== 'confirmed')
          throw new NotAsPromised({ check });
        const reference = await nextOrder(connection);
        const time = slot
          ? await this.#slots.sell(connection, slot, reference, { customer, locale })
          : undefined;
        if (time && 'outcome' in time) throw new NotAsPromised({ slot: time.outcome });
        await takeUnits(connection, draws);
        const { parts } = allot(lines, goods);
        const facts = orderOf(
          {
            ...{ reference, lines, parts, goods, slot: time?.slot },
            ruledOut: await this.#slots.ruledOut(connection, customer),
          },
          now,
          { offerId: mintOfferId },
          policy,
        );
        await saveOrder(connection, facts, customer);
        await time?.write();
        await useWishes(
          connection,
          goods.wishes.filter(
            (wish) => skus.includes(wish.sku) && isUsedBy(wish, basket.choice, last),
          ),
        );
        const touched = new Set([...skus, ...draws.map(({ sku }) => sku)]);
        if (last)
          for (const sku of await endHold(connection, last.reference, now)) touched.add(sku);
        await shelfChanged(connection, [...touched], now);
        await changed(connection, reference);
        await keepOutcome(connection, scope, key, { status: 'done', reference });
        return { reference };
      });
    } catch (error) {
      if (error instanceof NotAsPromised) return { refused: error.why };
      throw error;
    }
  }

  /** What the customer asks before there is an order. */
  act(command: Exclude<ShopCommand, SlotCommand>, asker: Asker, key: string): Promise<Outcome> {
    const { clock, keySeconds } = this.#options;
    return this.#transaction(async (connection) => {
      const scope = `customer:${asker.customer}`;
      const hash = createHash('sha256')
        .update(JSON.stringify(Object.entries(command).sort()))
        .digest('hex');
      const earlier = await reserveKey<Outcome>(
        ...([connection, scope, key, hash, clock.now(), keySeconds] as const),
      );
      if (earlier) return earlier;
      const outcome = await this.#carryOut(connection, command, asker);
      await keepOutcome(connection, scope, key, outcome);
      return outcome;
    });
  }

  /** Somebody else buys. @returns false if so many are not free */
  sell(sku: string, quantity: number): Promise<boolean> {
    return this.#transaction((connection) =>
      takeFree(connection, [{ sku, quantity }], this.#options.clock.now()),
    );
  }

  /** Units arrive, or are counted anew. @returns false if there is no such product */
  count(sku: string, change: { readonly add: number } | { readonly set: number | null }) {
    return this.#transaction(async (connection) => {
      await lockProducts(connection, [sku]);
      const done =
        'add' in change
          ? await addStock(connection, sku, change.add)
          : await setStock(connection, sku, change.set);
      if (done) await shelfChanged(connection, [sku], this.#options.clock.now());
      return done;
    });
  }

  /** Ends what has run out, one transaction each: holds, and wishes that nobody answered. */
  async endDue(): Promise<void> {
    const { database, clock } = this.#options;
    const due = [iso(clock.now())];
    const holds = await database.query<{ reference: string; skus: string[] }>(
      `SELECT reference, ARRAY(SELECT sku FROM hold_items WHERE hold_reference = reference) AS skus
       FROM holds WHERE ended_at IS NULL AND until <= $1`,
      due,
    );
    for (const { reference, skus } of holds)
      await this.#transaction(async (connection) => {
        await lockProducts(connection, skus);
        const now = clock.now();
        // It may have been renewed in between.
        const [still] = await connection.query(
          'SELECT 1 FROM holds WHERE reference = $1 AND until <= $2 FOR UPDATE',
          [reference, iso(now)],
        );
        if (still) await shelfChanged(connection, await endHold(connection, reference, now), now);
      });
    const wishes = await database.query<{ id: string; sku: string }>(
      `SELECT id, sku FROM subscriptions WHERE state = 'waiting' AND until <= $1`,
      due,
    );
    for (const { id, sku } of wishes)
      await this.#transaction(async (connection) => {
        await lockProducts(connection, [sku]);
        await connection.query(
          `UPDATE subscriptions SET state = 'expired' WHERE id = $1 AND state = 'waiting'`,
          [id],
        );
        await shelfChanged(connection, [sku], clock.now());
      });
  }

  /** Locks what a basket is about, and looks. */
  async #check(
    connection: Queryable,
    basket: Basket,
    { customer, locale }: Asker,
    others: readonly string[] = [],
  ) {
    const { clock, policy } = this.#options;
    const skus = [...basket.lines.map(({ sku }) => sku), ...others];
    const held = (await loadHold(connection, customer))?.draws ?? [];
    await lockProducts(connection, [...skus, ...held.map(({ sku }) => sku)]);
    const now = clock.now();
    const last = await loadHold(connection, customer, true);
    const goods = await loadGoods(connection, skus, customer, now);
    const known = this.#addressOf(customer, goods.address);
    const asked = { now, locale, policy, ...(known ? { addressLabel: masked(known) } : {}) };
    return { now, last, goods, ...checkBasket(basket, goods, asked) };
  }

  /** @returns the SKUs of which others now have more or less */
  async #putAside(
    connection: Queryable,
    last: HoldFacts | undefined,
    next: HoldFacts | undefined,
    now: number,
  ): Promise<string[]> {
    const open = last?.endedAt === undefined ? last : undefined;
    if (open && open.reference !== next?.reference) await endHold(connection, open.reference, now);
    if (next) await saveHold(connection, next);
    const drawn = (hold: HoldFacts | undefined) =>
      JSON.stringify(hold?.draws.map((draw) => Object.entries(draw).sort()));
    if (open?.reference === next?.reference && drawn(open) === drawn(next)) return [];
    return [...new Set([...(open?.draws ?? []), ...(next?.draws ?? [])].map(({ sku }) => sku))];
  }

  async #carryOut(
    connection: Queryable,
    command: Exclude<ShopCommand, SlotCommand>,
    asker: Asker,
  ): Promise<Outcome> {
    const { clock, policy } = this.#options;
    const { customer, locale } = asker;
    if (command.type === 'release') {
      await this.#slots.release(connection, command.hold, customer);
      const last = await loadHold(connection, customer);
      // Somebody else's hold is like one that has ended: nothing happens, and nobody is told.
      if (last?.reference === command.hold) {
        await lockProducts(
          connection,
          last.draws.map(({ sku }) => sku),
        );
        const now = clock.now();
        await shelfChanged(connection, await endHold(connection, last.reference, now), now);
      }
      return { status: 'done', reference: command.hold };
    }
    if (command.type === 'subscribe') {
      await lockProducts(connection, [command.sku]);
      const outcome = await this.#subscribe(connection, command, asker);
      if (outcome.status === 'done') await shelfChanged(connection, [command.sku], clock.now());
      return outcome;
    }
    const [wish] = await connection.query<WishFacts>(
      `SELECT id, sku, since FROM subscriptions WHERE id = $1 AND customer = $2`,
      [command.subscription, customer],
    );
    if (!wish) return refusedWish('unknown-wish', locale, policy);
    await lockProducts(connection, [wish.sku]);
    await connection.query(
      `UPDATE subscriptions SET state = 'cancelled' WHERE id = $1 AND state IN ('waiting', 'back')`,
      [wish.id],
    );
    await shelfChanged(connection, [wish.sku], clock.now());
    return wishOutcome({ ...wish, since: Number(new Date(wish.since)) });
  }

  async #subscribe(
    connection: Queryable,
    wanted: Parameters<typeof subscribe>[0],
    { customer, locale }: Asker,
  ): Promise<Outcome> {
    const { clock, policy } = this.#options;
    const now = clock.now();
    const goods = await loadGoods(connection, [wanted.sku], customer, now);
    const { outcome, wish } = subscribe(wanted, goods.wishes, {
      id: mint('wish'),
      customer,
      known: this.#addressOf(customer, goods.address),
      ...{ goods, now, locale, policy },
    });
    if (!wish) return outcome;
    // One that ran out makes room before the agenda has come to it.
    for (const old of goods.wishes)
      if (old.state === 'waiting' && standingWish(old, now).state === 'expired')
        await saveWish(connection, standingWish(old, now));
    await saveWish(connection, wish);
    return outcome;
  }

  #addressOf(customer: string, given: string | undefined): string | undefined {
    return this.#options.addressOf?.(customer) ?? given;
  }

  async #transaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T> {
    for (let round = 1; ; round++) {
      try {
        return await this.#options.database.transaction(work);
      } catch (error) {
        if (round >= ROUNDS || !isRace(error)) throw error;
      }
    }
  }
}

const iso = (epoch: number): string => new Date(epoch).toISOString();

/**
 * A whole backend in memory: for tests, demos and component explorers. Nothing leaves the page, and
 * nothing outlives it.
 */
import { AdapterError, isWatched } from '../../adapter/adapter.js';
import type {
  AdapterErrorCode,
  AdapterRequest,
  Alive,
  Notify,
  OrderAdapter,
} from '../../adapter/adapter.js';
import { isOrderCommand, isSlotCommand, toEpoch } from '../../model/index.js';
import type {
  Basket,
  BasketCheck,
  Command,
  OrderCommand,
  Order,
  Outcome,
  Refund,
  RemedyOffer,
  SlotCommand,
  SlotQuery,
  StockLevel,
} from '../../model/index.js';
import { SlotDesk, type Slots } from './slots.js';

/**
 * Decides about a command: a pure function of the order, the command and the time in milliseconds since
 * the Unix epoch. It returns the order as it is afterwards (the same object if nothing changes) and what
 * the customer is told.
 */
export type Decide = (
  order: Order,
  command: OrderCommand,
  now: number,
) => { order: Order; outcome: Outcome };

/** What {@link memory} may start with. */
export interface MemoryOptions {
  readonly orders?: readonly Order[];
  readonly stock?: readonly StockLevel[];
  /** Milliseconds since the Unix epoch; the device's clock if not stated. */
  readonly now?: () => number;
  /** {@link decide} if not stated. */
  readonly decide?: Decide;
  /** Answers for whole baskets; without it the adapter has no `basket`, and stock levels are asked. */
  readonly basket?: (basket: Basket, now: number) => BasketCheck;
  /**
   * Slots to choose from: all there are, or a rule that is asked for a query and the time. Their places are
   * given away one by one. Without it the adapter has no `slots`.
   */
  readonly slots?: Slots;
}

/** An adapter that also takes the backend's part. */
export interface MemoryAdapter
  extends Required<Omit<OrderAdapter, 'basket' | 'slots'>>, Pick<OrderAdapter, 'basket' | 'slots'> {
  /** The time it goes by, in milliseconds since the Unix epoch. */
  now(): number;
  /** Adds or replaces an order. Without `version` it gets the next one. */
  setOrder(order: Order): void;
  /** Changes an order, gives it the next version and tells the watchers. */
  updateOrder(reference: string, change: (order: Order) => Order): void;
  /** Adds or replaces what is known of a SKU. Without `version` it gets the next one. */
  setStock(level: StockLevel): void;
  /** Replaces the slots, or their rule; places that are held or chosen stay so. */
  /** From now on there are these slots; what was held and chosen stays. */
  setSlots(slots: Slots): void;
  /** From now on every call fails like this and live connections are lost; `undefined` ends it. */
  fail(code: AdapterErrorCode | undefined): void;
  /** From now on every answer takes this many milliseconds. */
  delay(milliseconds: number): void;
  /** The next action is carried out, and its answer is lost on the way. */
  loseNextAnswer(): void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const instant = (epoch: number) => new Date(epoch).toISOString();

/** What an offer makes good; two offers of one obligation are never both honoured. */
const obligation = (offer: RemedyOffer) => offer.promiseId ?? offer.shipmentId ?? offer.offerId;

const isMoney = (offer: RemedyOffer) =>
  offer.remedy === 'refund' || (offer.remedy === 'cancel' && offer.amount !== undefined);

const refused = (code: string, more: Partial<Outcome> = {}): Outcome => ({
  status: 'refused',
  code,
  ...more,
});

const outcomeOfRefund = (refund: Refund): Outcome => {
  const facts = {
    reference: refund.reference,
    ...(refund.amount && { amount: refund.amount }),
    ...(refund.method && { method: refund.method }),
    ...(refund.askedAt && { askedAt: refund.askedAt }),
    ...(refund.orderedAt && { orderedAt: refund.orderedAt }),
    ...(refund.expectedBy && { expectedBy: refund.expectedBy }),
  };
  // Money that came back to the shop is not with the customer: nothing is done yet (R7, R8).
  const isUnderway = ['asked', 'failed', 'returned'].includes(refund.state);
  // What was taken back is neither under way nor done.
  return refund.state === 'withdrawn'
    ? refused('taken-back', { reference: refund.reference })
    : { status: isUnderway ? 'pending' : 'done', ...facts };
};

/** What became of the action on an offer, as the order tells it; `none` if nobody asked. */
const outcomeOf = (order: Order, offerId: string): Outcome => {
  const refund = order.refunds?.findLast((one) => one.offerId === offerId);
  if (refund) return outcomeOfRefund(refund);
  const claim = order.claims?.find((one) => one.offerId === offerId);
  if (!claim) return { status: 'none' };
  return {
    status: 'done',
    reference: claim.reference,
    ...(claim.askedAt && { askedAt: claim.askedAt }),
    ...(claim.expectedBy && { expectedBy: claim.expectedBy }),
  };
};

/** Whether one of the offers of this obligation has been taken, other than to wait (which settles nothing). */
const isSettled = (order: Order, offer: RemedyOffer): boolean => {
  const siblings = (order.offers ?? []).filter((one) => obligation(one) === obligation(offer));
  const taken = (offerId: string | undefined) => siblings.some((one) => one.offerId === offerId);
  return (
    (order.refunds ?? []).some((refund) => refund.state !== 'withdrawn' && taken(refund.offerId)) ||
    (order.claims ?? []).some((claim) => claim.remedy !== 'wait' && taken(claim.offerId))
  );
};

/** "RF-1042-1" for the first refund of order "FR-1042". */
const nextReference = (order: Order, prefix: string) => {
  const taken = [...(order.refunds ?? []), ...(order.claims ?? [])].map((one) => one.reference);
  const stem = `${prefix}-${order.reference.replace(/^\D+/, '') || order.reference}`;
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
};

const claim = (
  order: Order,
  offer: RemedyOffer,
  command: OrderCommand,
  now: number,
): ReturnType<Decide> => {
  const { offerId } = offer;
  const known = outcomeOf(order, offerId);
  const withdrawn =
    order.refunds?.findLast((one) => one.offerId === offerId)?.state === 'withdrawn';
  // The same question gets the same answer, however often it is asked (R7).
  if (known.status !== 'none' && !withdrawn) return { order, outcome: known };
  if (isSettled(order, offer)) return { order, outcome: refused('already-resolved') };
  if (offer.unavailable)
    return { order, outcome: refused('unavailable', { reason: offer.unavailable.reason }) };
  if (now < (toEpoch(offer.availableFrom) ?? -Infinity))
    return { order, outcome: refused('not-yet') };
  if (now > (toEpoch(offer.availableUntil) ?? Infinity))
    return { order, outcome: refused('expired') };
  const { amount } = command;
  if (
    amount &&
    (amount.amount !== offer.amount?.amount || amount.currency !== offer.amount.currency)
  )
    return {
      order,
      outcome: refused('amount-changed', offer.amount ? { amount: offer.amount } : {}),
    };

  if (!isMoney(offer)) {
    const made = {
      reference: nextReference(order, 'CL'),
      offerId,
      remedy: offer.remedy,
      askedAt: instant(now),
      ...(offer.expectedBy && { expectedBy: offer.expectedBy }),
      ...(command.statement && { statement: command.statement }),
    };
    const after = { ...order, claims: [...(order.claims ?? []), made] };
    return { order: after, outcome: outcomeOf(after, offerId) };
  }
  const refund: Refund = {
    reference: nextReference(order, 'RF'),
    offerId,
    state: 'asked',
    ...(offer.amount && { amount: offer.amount }),
    ...(offer.parts && { parts: offer.parts }),
    ...(offer.method && { method: offer.method }),
    askedAt: instant(now),
    answerBy: instant(now + 10 * MINUTE),
    ...(offer.expectedBy && { expectedBy: offer.expectedBy }),
    undoUntil: instant(Math.max(toEpoch(offer.undoUntil) ?? 0, now + 20 * HOUR)),
    ...(command.statement && { statement: command.statement }),
  };
  return {
    order: { ...order, refunds: [...(order.refunds ?? []), refund] },
    outcome: { ...outcomeOfRefund(refund), checkAfter: instant(now + 5000) },
  };
};

const withdraw = (order: Order, offerId: string, now: number): ReturnType<Decide> => {
  const refund = order.refunds?.findLast((one) => one.offerId === offerId);
  if (!refund) {
    const asked = order.claims?.find((one) => one.offerId === offerId);
    if (asked?.remedy !== 'wait')
      return { order, outcome: refused(asked ? 'too-late' : 'unknown-offer') };
    const claims = order.claims?.filter((one) => one !== asked) ?? [];
    return { order: { ...order, claims }, outcome: { status: 'done', reference: asked.reference } };
  }
  const outcome: Outcome = { status: 'done', reference: refund.reference };
  if (refund.state === 'withdrawn') return { order, outcome };
  const isOpen = refund.state === 'asked' || refund.state === 'ordered';
  if (!isOpen || now >= (toEpoch(refund.undoUntil) ?? Infinity))
    return { order, outcome: refused('too-late', { reference: refund.reference }) };
  const after: Refund = { ...refund, state: 'withdrawn', endedAt: instant(now) };
  const refunds = order.refunds?.map((one) => (one === refund ? after : one)) ?? [];
  return { order: { ...order, refunds }, outcome };
};

/**
 * The rule that {@link memory} goes by unless it is given another.
 *
 * - One offer of an obligation (a promise, else a shipment, else the offer itself) is honoured once;
 *   asking for it again gets the same outcome, asking for another `already-resolved`. To wait settles
 *   nothing, and what was withdrawn may be asked for again.
 * - A refund is `asked`, and its outcome `pending`, until somebody changes the order; anything else is done.
 * - It may be withdrawn until the payout leaves or `undoUntil` has come, which is at least 20 hours.
 */
export const decide: Decide = (order, command, now) => {
  if (command.type === 'withdraw') return withdraw(order, command.offerId, now);
  const offer = order.offers?.find((one) => one.offerId === command.offerId);
  return offer ? claim(order, offer, command, now) : { order, outcome: refused('unknown-offer') };
};

/**
 * A backend in memory.
 *
 * @example
 * const adapter = memory({ orders: [{ reference: 'FR-1042' }] });
 * adapter.updateOrder('FR-1042', (order) => ({ ...order, placedAt: '2026-11-20T10:31:00+01:00' }));
 */
export const memory = (options: MemoryOptions = {}): MemoryAdapter => {
  const now = options.now ?? (() => Date.now());
  const rule = options.decide ?? decide;
  const orders = new Map<string, Order>();
  const levels = new Map<string, StockLevel>();
  const attempts = new Map<string, { command: string; outcome: Outcome }>();
  const watchers = new Set<{ topics: ReadonlySet<string>; notify: Notify; alive: Alive }>();
  let failure: AdapterErrorCode | undefined;
  let wait = 0;
  let loseNext = false;

  const answer = async ({ signal }: AdapterRequest): Promise<{ serverNow: string }> => {
    signal.throwIfAborted();
    if (wait > 0) {
      await new Promise<void>((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          reject(signal.reason as Error);
        };
        const timer = setTimeout(() => {
          signal.removeEventListener('abort', stop);
          resolve();
        }, wait);
        signal.addEventListener('abort', stop, { once: true });
      });
    }
    if (failure) throw new AdapterError(failure);
    return { serverNow: instant(now()) };
  };

  const known = (reference: string): Order => {
    const order = orders.get(reference);
    if (!order) throw new AdapterError('not-found');
    return order;
  };

  const tell = (topic: string) => {
    const change = { topic, serverNow: instant(now()) };
    for (const watcher of watchers)
      if (!failure && isWatched(watcher.topics, topic))
        // Later, as over a network: nobody is called back in the middle of his own call.
        queueMicrotask(() => watchers.has(watcher) && watcher.notify(change));
  };

  const put = (order: Order) => {
    // A copy: who gave it may go on changing it.
    orders.set(order.reference, structuredClone(order));
    tell(`order:${order.reference}`);
  };

  const decided = (command: OrderCommand): Outcome => {
    const order = known(command.order);
    const { order: after, outcome } = rule(order, command, now());
    if (after !== order)
      put({ ...after, version: (order.version ?? 0) + 1, observedAt: instant(now()) });
    return outcome;
  };

  const askDesk = (command: SlotCommand, customer: string): Outcome => {
    const order = command.order === undefined ? undefined : known(command.order);
    const { order: after, outcome } = desk.decide(command, customer, order);
    if (after && after !== order)
      put({ ...after, version: (after.version ?? 0) + 1, observedAt: instant(now()) });
    if (outcome.status === 'done') tell('slots');
    return outcome;
  };

  /** Wishes to be told are kept with the level; a hold is whatever the rule for baskets makes of it. */
  const askShop = (command: Exclude<Command, OrderCommand | SlotCommand>): Outcome => {
    if (command.type === 'release') {
      desk.release(command.hold);
      tell('slots');
      return { status: 'done' };
    }
    if (command.type === 'subscribe') {
      const level = levels.get(command.sku);
      const channel = level?.channels?.find(({ id }) => id === command.channel);
      if (!level || !channel) return refused('unknown-channel');
      const { quantity } = command;
      const subscription = {
        id: `${level.sku} ${channel.id}`,
        state: 'waiting' as const,
        ...(quantity !== undefined && { quantity }),
        channel,
        since: instant(now()),
      };
      adapter.setStock({ ...level, subscription, version: undefined });
      return { status: 'done', reference: subscription.id };
    }
    for (const level of levels.values())
      if (level.subscription?.id === command.subscription)
        adapter.setStock({
          ...level,
          subscription: { ...level.subscription, state: 'cancelled' },
          version: undefined,
        });
    return { status: 'done', reference: command.subscription };
  };

  const { basket } = options;
  const desk = new SlotDesk(now, options.slots);
  const adapter: MemoryAdapter = {
    now,
    ...(basket && {
      async basket(asked: Basket, request: AdapterRequest) {
        const time = await answer(request);
        return { ...time, check: structuredClone(basket(asked, now())) };
      },
    }),
    stockBatch: 200,

    async order(reference, request) {
      return { ...(await answer(request)), order: structuredClone(known(reference)) };
    },

    async stock(skus, request) {
      const time = await answer(request);
      const found = skus.map((sku) => levels.get(sku)).filter((level) => level !== undefined);
      return { ...time, stock: structuredClone(found) };
    },

    ...(options.slots && {
      async slots(query: SlotQuery, request: AdapterRequest) {
        const time = await answer(request);
        const order = query.order === undefined ? undefined : known(query.order);
        const list = desk.list(query, request.customer ?? '', order);
        return { ...time, slots: structuredClone(list) };
      },
    }),

    async act(command, request) {
      const time = await answer(request);
      const { attemptKey } = request;
      const written = JSON.stringify(Object.entries(command).sort());
      const before = attemptKey === undefined ? undefined : attempts.get(attemptKey);
      // One key stands for one action; with another it is a fault of the caller.
      if (before && before.command !== written) throw new AdapterError('invalid');
      const outcome =
        before?.outcome ??
        (isOrderCommand(command)
          ? decided(command)
          : isSlotCommand(command)
            ? askDesk(command, request.customer ?? '')
            : askShop(command));
      if (attemptKey !== undefined) attempts.set(attemptKey, { command: written, outcome });
      if (loseNext) {
        loseNext = false;
        throw new AdapterError('unavailable');
      }
      return { ...time, outcome: structuredClone(outcome) };
    },

    async outcome(reference, offerId, request) {
      const time = await answer(request);
      return { ...time, outcome: structuredClone(outcomeOf(known(reference), offerId)) };
    },

    watch(topics, notify, alive, request) {
      const watcher = { topics: new Set(topics), notify, alive };
      const stop = () => {
        watchers.delete(watcher);
        request.signal.removeEventListener('abort', stop);
      };
      if (request.signal.aborted) return stop;
      watchers.add(watcher);
      request.signal.addEventListener('abort', stop);
      queueMicrotask(() => watchers.has(watcher) && alive(failure === undefined));
      return stop;
    },

    setOrder(order) {
      put({ ...order, version: order.version ?? (orders.get(order.reference)?.version ?? 0) + 1 });
    },

    updateOrder(reference, change) {
      const order = known(reference);
      put({ ...change(structuredClone(order)), version: (order.version ?? 0) + 1 });
    },

    setStock(level) {
      const version = level.version ?? (levels.get(level.sku)?.version ?? 0) + 1;
      levels.set(level.sku, structuredClone({ ...level, version }));
      tell(`stock:${level.sku}`);
    },

    setSlots(slots) {
      desk.replace(slots);
      tell('slots');
    },

    fail(code) {
      const changed = (failure === undefined) !== (code === undefined);
      failure = code;
      if (!changed) return;
      for (const watcher of watchers)
        queueMicrotask(() => {
          if (!watchers.has(watcher)) return;
          watcher.alive(code === undefined);
          // What changed meanwhile was not told.
          if (code === undefined) watcher.notify(undefined);
        });
    },

    delay(milliseconds) {
      wait = milliseconds;
    },

    loseNextAnswer() {
      loseNext = true;
    },
  };

  options.orders?.forEach(adapter.setOrder);
  options.stock?.forEach(adapter.setStock);
  return adapter;
};

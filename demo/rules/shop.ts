import { AdapterError, isWatched } from '../../src/adapter/index.js';
import { isOrderCommand, isSlotCommand } from '../../src/model/index.js';
import type { Alive, Notify } from '../../src/adapter/index.js';
import type { Backend } from '../../src/adapters/rest/handler.js';
import type {
  Blocked,
  Basket,
  BasketCheck,
  Constraint,
  EpochMilliseconds,
  Instant,
  Outcome,
  ShopCommand,
  SlotCommand,
  TrackingEvent,
} from '../../src/model/index.js';
import { basketVerdict } from '../../src/verdicts/index.js';
import { applied, settledBy } from './apply.js';
import { bankDue, heldUp } from './bank.js';
import {
  allot,
  checkBasket,
  heldForOthers,
  holdView,
  isNow,
  nextHold,
  unitsOf,
  wishedFor,
  ZONE,
} from './basket.js';
import type { Goods } from './basket.js';
import { AWAITED, PRODUCTS, STOCKED } from './catalogue.js';
import { answered, changeOf, withdrawn } from './changes.js';
import type { ChangeFacts } from './changes.js';
import { decide, outcomeOf } from './decide.js';
import type { Mint } from './decide.js';
import type {
  DrawFacts,
  HoldFacts,
  OrderFacts,
  PlaceFacts,
  ShelfFacts,
  WishFacts,
} from './facts.js';
import { MAISON_VERRE } from './policy.js';
import type { Policy } from './policy.js';
import { slotAt } from './rounds.js';
import { orderOf, withoutSupply } from './sale.js';
import { shelfView } from './shelf.js';
import { daysAsked, decideSlot, roundAsked, sellSlot, slotsView } from './slots.js';
import type { SlotContext, SlotEffect } from './slots.js';
import {
  DEMO_ADDRESS,
  STORY_START,
  eightParcels,
  heldLamp,
  lostScreen,
  movedWardrobe,
} from './story.js';
import { inZone } from './time.js';
import { orderView } from './view.js';
import {
  isBack,
  isUsedBy,
  masked,
  refusedWish,
  standingWish,
  subscribe,
  wishOutcome,
} from './wish.js';

/** All that a page has to keep to go on after a reload: plain data. */
export interface SavedShop {
  readonly orders: readonly OrderFacts[];
  readonly shelves: readonly ShelfFacts[];
  readonly hold: HoldFacts | undefined;
  readonly wishes: readonly WishFacts[];
  readonly places: readonly PlaceFacts[];
  /** Places of slots, where they are not those they began with. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the customer has ruled out before there was an order. */
  readonly ruledOut?: readonly Constraint[] | undefined;
  /** Milliseconds that the shop's clock is ahead of real time. */
  readonly offset: number;
  /** The next reference, the number of orders placed, and of everything else that was named. */
  readonly number: number;
  readonly placed: number;
  readonly minted: number;
}

/** The shop in one page's memory, with the controls of the demo. */
export interface PageShop extends Backend {
  /** What is so now; {@link pageShop} goes on from it. */
  saved(): SavedShop;
  /** Sells a basket as it was promised, in its slot. Otherwise there is no order, and it says why. */
  place(
    basket: Basket,
    locale: string,
    slot?: string,
  ): { readonly reference: string } | { readonly check: BasketCheck } | { readonly slot: Outcome };
  /** The bank could not carry a refund out, or got it back. @returns false if there is none under way */
  failRefund(reference: string, state: 'failed' | 'returned'): boolean;
  /** Somebody holds a refund up, or lets it go on. @returns false if it has ended, or is so already */
  block(reference: string, blocked: Blocked | undefined): boolean;
  /** Units that were sold turn out not to be there. @returns false if the order has not so many */
  failSupply(order: string, sku: string, quantity: number): boolean;
  /** Moves the shop's clock; it goes on from there. */
  setClock(now: EpochMilliseconds): void;
  /** Begins the story anew. */
  reset(): void;
  /** The carrier says something of the first parcel of the story. */
  scan(event: TrackingEvent): void;
  /** A carrier asks for another time, or comes at one without asking. @returns false if it cannot be */
  change(trackingNumber: string, change: ChangeFacts, state: 'proposed' | 'imposed'): boolean;
  /** When a carrier thinks to be there today. @returns false if there is no such parcel */
  estimate(trackingNumber: string, from: Instant, until: Instant): boolean;
  /** A carrier takes its question back. @returns false if it cannot */
  withdraw(order: string, id: string): boolean;
  /** Sets how many places a slot has, those given included. @returns false if there is no such slot */
  setSlot(slotId: string, capacity: number): boolean;
  setStock(sku: string, quantity: number | undefined): void;
  /** Units arrive. */
  restock(sku: string, quantity: number): void;
  /** Somebody else buys. @returns false if so many are not free */
  sell(sku: string, quantity: number): boolean;
}

const PREFIX = { refund: 'RF', reship: 'RS', replace: 'RP', wait: 'WT' } as const;
/** One page is one customer. */
const CUSTOMER = 'page';
const FIRST_ORDER = 1043;
const BY_SKU = new Map(PRODUCTS.map((product) => [product.sku, product]));

const stocked = (): ShelfFacts[] =>
  PRODUCTS.map(({ sku }) => ({
    sku,
    stock: STOCKED.filter((one) => one.sku === sku).map(({ location, quantity }) => ({
      location,
      quantity,
    })),
    awaited: AWAITED.filter((one) => one.sku === sku),
  }));

/** A shelf after units were taken from it, or added. */
const counted = (
  shelf: ShelfFacts,
  { quantity, awaited }: Pick<DrawFacts, 'quantity' | 'awaited'>,
): ShelfFacts => ({
  ...shelf,
  stock: shelf.stock.map((one, index) =>
    awaited === undefined && index === 0
      ? { ...one, quantity: (one.quantity ?? 0) - quantity }
      : one,
  ),
  awaited: shelf.awaited.map((one) =>
    one.id === awaited ? { ...one, quantity: one.quantity - quantity } : one,
  ),
});

/**
 * The demo shop without a server: the same rules over facts in memory, for pages that answer
 * themselves. One page is one customer, so that nothing here needs a database.
 *
 * @param timer for tests; runs the bank when it is due
 */
export const pageShop = (
  policy: Policy = MAISON_VERRE,
  realTime: () => EpochMilliseconds = Date.now,
  saved?: SavedShop,
): PageShop => {
  const watchers = new Set<{ readonly topics: ReadonlySet<string>; readonly notify: Notify }>();
  let offset = saved?.offset ?? STORY_START - realTime();
  let number = saved?.number ?? 8842;
  let placed = saved?.placed ?? 0;
  let minted = saved?.minted ?? 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mint: Mint = {
    offerId: () => `offer-${++minted}`,
    reference: (remedy) => `${PREFIX[remedy]}-${number++}`,
  };
  const begun = () => [lostScreen(mint), movedWardrobe(mint), eightParcels(), heldLamp()];
  const story = lostScreen(mint).reference;
  const orders = new Map((saved?.orders ?? begun()).map((one) => [one.reference, one]));
  const shelves = new Map((saved?.shelves ?? stocked()).map((one) => [one.sku, one]));
  let hold = saved?.hold;
  let wishes = saved?.wishes ?? [];
  let places = saved?.places ?? [];
  let counts = saved?.counts ?? {};
  let ruledOut = saved?.ruledOut;

  const now = () => realTime() + offset;
  const serverNow = () => inZone(now(), ZONE);
  const tell = (topic?: string) => {
    for (const watcher of [...watchers]) {
      if (topic === undefined) watcher.notify(undefined);
      else if (isWatched(watcher.topics, topic)) watcher.notify({ topic, serverNow: serverNow() });
    }
  };
  const set = (next: OrderFacts) => {
    if (next === orders.get(next.reference)) return;
    orders.set(next.reference, next);
    tell(`order:${next.reference}`);
  };
  /** What is there for somebody; for nobody in particular, what is held counts as gone. */
  const goodsFor = (customer: string | undefined): Goods => ({
    products: BY_SKU,
    shelves,
    held: heldForOthers(hold ? [hold] : [], customer, now()),
  });
  /** What follows when shelves, the hold or wishes have changed. */
  const shelfChanged = (skus: Iterable<string>) => {
    const changed = new Set(skus);
    for (const { sku, parts } of PRODUCTS)
      if (parts?.some((part) => changed.has(part.sku))) changed.add(sku);
    wishes = wishes.map((wish) =>
      standingWish(wish, now()).state === 'waiting' && isBack(wish, goodsFor(undefined))
        ? { ...wish, state: 'back', toldAt: now() }
        : standingWish(wish, now()),
    );
    for (const sku of changed) tell(`stock:${sku}`);
  };
  const take = (draws: readonly Pick<DrawFacts, 'sku' | 'quantity' | 'awaited'>[]) => {
    for (const draw of draws) shelves.set(draw.sku, counted(shelves.get(draw.sku)!, draw));
  };
  const endHold = (): readonly string[] => {
    if (!hold || hold.endedAt !== undefined) return [];
    hold = { ...hold, endedAt: now() };
    return hold.draws.map(({ sku }) => sku);
  };
  /** Does what is due by now, and looks again when more is. */
  const agenda = () => {
    for (const order of orders.values()) {
      const after = answered(order, now());
      set(settledBy(after === order ? order : { ...after, version: order.version + 1 }, now()));
    }
    const left = places.filter(({ until = Infinity }) => now() < until);
    if (left.length < places.length) {
      places = left;
      tell('slots');
    }
    if (hold && hold.endedAt === undefined && now() >= hold.until) shelfChanged(endHold());
    const due = Math.min(
      ...[...orders.values()].flatMap(({ refunds }) =>
        refunds.map((refund) => bankDue(refund) ?? Infinity),
      ),
      hold && hold.endedAt === undefined ? hold.until : Infinity,
      ...places.map(({ until = Infinity }) => until),
      ...[...orders.values()].flatMap(({ promises }) =>
        promises.flatMap(({ revisions = [] }) =>
          revisions.map(({ state, answerBy }) =>
            state === 'proposed' && answerBy ? Date.parse(answerBy) : Infinity,
          ),
        ),
      ),
    );
    clearTimeout(timer);
    // A timer holds 24 days at most; a day is enough, then it looks again.
    if (due !== Infinity)
      timer = setTimeout(agenda, Math.min(Math.max(due - now(), 0), 86_400_000));
  };
  const found = (reference: string): OrderFacts => {
    agenda();
    const order = orders.get(reference);
    if (!order) throw new AdapterError('not-found');
    const free = [...shelves.keys()].map((sku) => {
      const { parts } = allot(
        [{ id: sku, sku, quantity: Number.MAX_SAFE_INTEGER }],
        goodsFor(undefined),
      );
      return [sku, unitsOf((parts.get(sku) ?? []).filter(isNow))] as const;
    });
    return { ...order, stock: Object.fromEntries(free) };
  };
  const check = (basket: Basket, locale: string) => {
    agenda();
    return checkBasket(basket, goodsFor(CUSTOMER), {
      ...{ now: now(), locale, policy },
      addressLabel: masked(DEMO_ADDRESS),
    });
  };
  const wish = (wanted: Parameters<typeof subscribe>[0], locale: string): Outcome => {
    const { outcome, wish: noted } = subscribe(wanted, wishes, {
      id: `wish-${++minted}`,
      customer: CUSTOMER,
      known: DEMO_ADDRESS,
      ...{ goods: goodsFor(CUSTOMER), now: now(), locale, policy },
    });
    if (noted) {
      wishes = [...wishes.filter(({ id }) => id !== noted.id), noted];
      shelfChanged([noted.sku]);
    }
    return outcome;
  };
  const slotContext = (facts: OrderFacts | undefined, locale: string): SlotContext => ({
    ...{ facts, customer: CUSTOMER, book: { counts, places }, now: now(), locale, policy },
    ruledOut: facts ? facts.ruledOut : ruledOut,
    mint: () => `slot-${++minted}`,
  });
  /** Writes what a decision about slots needs to be true. */
  const carryOut = (facts: OrderFacts | undefined, effect: SlotEffect): void => {
    const { ends = [], takes, promise, shipment } = effect;
    places = [
      ...places.filter(({ reference }) => ![...ends, takes?.reference].includes(reference)),
      ...(takes ? [takes] : []),
    ];
    if (facts && (promise || shipment || effect.ruledOut))
      set({
        ...facts,
        version: facts.version + 1,
        ...(effect.ruledOut ? { ruledOut: effect.ruledOut } : {}),
        promises: facts.promises.map((one) => (one.id === promise?.id ? promise : one)),
        shipments: facts.shipments.map((one) => (one.id === shipment?.id ? shipment : one)),
      });
    else ruledOut = effect.ruledOut ?? ruledOut;
    if (takes || ends.length) tell('slots');
  };
  const actSlot = (command: SlotCommand, locale: string): Outcome => {
    const facts = command.order === undefined ? undefined : found(command.order);
    const { outcome, effect } = decideSlot(command, slotContext(facts, locale));
    if (effect) carryOut(facts, effect);
    agenda();
    return outcome;
  };
  const actShop = (command: Exclude<ShopCommand, SlotCommand>, locale: string): Outcome => {
    if (command.type === 'subscribe') return wish(command, locale);
    if (command.type === 'release') {
      if (hold?.reference === command.hold) shelfChanged(endHold());
      if (places.some(({ reference, until }) => reference === command.hold && until !== undefined))
        carryOut(undefined, { ends: [command.hold] });
      return { status: 'done', reference: command.hold };
    }
    const mine = wishes.find(({ id }) => id === command.subscription);
    if (!mine) return refusedWish('unknown-wish', locale, policy);
    wishes = wishes.map((one) =>
      one === mine && ['waiting', 'back'].includes(one.state)
        ? { ...one, state: 'cancelled' }
        : one,
    );
    shelfChanged([mine.sku]);
    return wishOutcome(mine);
  };

  // The methods resolve later, as those of a shop across a network do.
  return {
    now,
    order: async (reference, { locale }) => {
      const order = orderView(found(reference), now(), locale, policy);
      return Promise.resolve({ serverNow: serverNow(), order });
    },
    stock: async (skus, { locale }) => {
      agenda();
      const stock = skus.flatMap((sku) => {
        const product = BY_SKU.get(sku);
        const latest = wishes.findLast((one) => one.sku === sku);
        const asked = {
          customer: CUSTOMER,
          wish: latest,
          address: DEMO_ADDRESS,
          now: now(),
          locale,
        };
        return product ? [shelfView(product, goodsFor(CUSTOMER), asked)] : [];
      });
      return Promise.resolve({ serverNow: serverNow(), stock });
    },
    basket: async (basket, { locale }) => {
      const { check: answer, draws } = check(basket, locale);
      const reference = `hold-${++minted}`;
      const wanted = { reference, customer: CUSTOMER, draws };
      const before = hold;
      hold = nextHold(before, basket.hold, wanted, now(), policy);
      const touched = [...(before?.draws ?? []), ...draws].map(({ sku }) => sku);
      for (const one of wishedFor(basket.choice)) wish({ ...one, channel: 'email' }, locale);
      shelfChanged(touched);
      agenda();
      return Promise.resolve({
        serverNow: serverNow(),
        check: hold ? { ...answer, hold: holdView(hold, basket.lines, BY_SKU) } : answer,
      });
    },
    slots: async (query, { locale }) => {
      const facts = query.order === undefined ? undefined : found(query.order);
      agenda();
      const round = roundAsked(facts, query);
      if (!round) throw new AdapterError('not-found');
      const slots = slotsView(
        ...([round, daysAsked(round, query, now()), { counts, places }] as const),
        facts ? facts.ruledOut : ruledOut,
        { customer: CUSTOMER, order: facts?.reference },
        { now: now(), locale, policy },
      );
      return Promise.resolve({ serverNow: serverNow(), slots });
    },
    act: async (command, { locale }) => {
      if (isSlotCommand(command))
        return Promise.resolve({ serverNow: serverNow(), outcome: actSlot(command, locale) });
      if (!isOrderCommand(command))
        return Promise.resolve({ serverNow: serverNow(), outcome: actShop(command, locale) });
      const facts = found(command.order);
      const { outcome, effect } = decide(facts, command, now(), mint, locale, policy);
      if (effect) set(applied(facts, effect));
      if (effect?.kind === 'claim' && effect.takes) {
        take(effect.takes);
        shelfChanged(effect.takes.map(({ sku }) => sku));
      }
      agenda();
      return Promise.resolve({ serverNow: serverNow(), outcome });
    },
    outcome: async (reference, offerId, { locale }) => {
      const outcome = outcomeOf(found(reference), offerId, locale, policy);
      return Promise.resolve({ serverNow: serverNow(), outcome });
    },
    watch: (topics, notify, alive: Alive) => {
      const watcher = { topics: new Set(topics), notify };
      watchers.add(watcher);
      alive(true);
      return () => watchers.delete(watcher);
    },

    saved: () => ({
      orders: [...orders.values()],
      shelves: [...shelves.values()],
      ...{ hold, wishes, places, counts, ruledOut, offset, number, placed, minted },
    }),
    place: (basket, locale, slotId) => {
      const { check: answer, draws } = check(basket, locale);
      if (basketVerdict(basket.lines, answer, now()).state !== 'confirmed')
        return { check: answer };
      const goods = goodsFor(CUSTOMER);
      const reference = `FR-${FIRST_ORDER + placed}`;
      const time = slotId
        ? sellSlot(slotId, reference, 'delivery', slotContext(undefined, locale))
        : undefined;
      if (time && 'outcome' in time) return { slot: time.outcome };
      placed++;
      const { parts } = allot(basket.lines, goods);
      take(draws);
      const sale = { reference, lines: basket.lines, parts, goods, slot: time?.slot, ruledOut };
      set(orderOf(sale, now(), mint, policy));
      if (time) carryOut(undefined, time.effect);
      const skus = basket.lines.map(({ sku }) => sku);
      wishes = wishes.map((one) =>
        skus.includes(one.sku) && isUsedBy(one, basket.choice, hold)
          ? { ...one, state: 'used' }
          : one,
      );
      shelfChanged([...skus, ...draws.map(({ sku }) => sku), ...endHold()]);
      return { reference };
    },
    failRefund: (reference, state) => {
      agenda();
      for (const facts of orders.values()) {
        const refund = facts.refunds.find((one) => one.reference === reference);
        const claim = facts.claims.find((one) => one.reference === reference);
        if (!refund || !claim || refund.endedAt !== undefined) continue;
        const endedAt = now();
        const { obligationId, remedy } = claim;
        set({
          ...facts,
          version: facts.version + 1,
          refunds: facts.refunds.map((one) => (one === refund ? { ...one, state, endedAt } : one)),
          claims: facts.claims.map((one) => (one === claim ? { ...one, endedAt } : one)),
          // The obligation is open again, under a new offer.
          offers: [...facts.offers, { offerId: mint.offerId(), obligationId, remedy }],
        });
        return true;
      }
      return false;
    },
    block: (reference, blocked) => {
      agenda();
      for (const facts of orders.values()) {
        const refund = facts.refunds.find((one) => one.reference === reference);
        const after =
          refund && heldUp(refund, blocked && { since: serverNow(), ...blocked }, now());
        if (!after) continue;
        const refunds = facts.refunds.map((one) => (one === refund ? after : one));
        set({ ...facts, version: facts.version + 1, refunds });
        agenda();
        return true;
      }
      return false;
    },
    failSupply: (reference, sku, quantity) => {
      const facts = orders.get(reference);
      const product = BY_SKU.get(sku);
      const swap = BY_SKU.get(product?.swap ?? '');
      const failed = {
        ...{ sku, quantity, again: product?.back?.on },
        ...(swap ? { swap: { sku: swap.sku, name: swap.name } } : {}),
      };
      const after = facts && withoutSupply(facts, failed, now(), mint);
      if (after) set(after);
      return after !== undefined;
    },
    setClock: (at) => {
      offset = at - realTime();
      agenda();
      tell();
    },
    reset: () => {
      offset = STORY_START - realTime();
      number = 8842;
      placed = 0;
      const versions = new Map([...orders].map(([reference, one]) => [reference, one.version]));
      orders.clear();
      for (const one of begun())
        orders.set(one.reference, { ...one, version: (versions.get(one.reference) ?? 0) + 1 });
      places = [];
      counts = {};
      ruledOut = undefined;
      for (const shelf of stocked()) shelves.set(shelf.sku, shelf);
      hold = undefined;
      wishes = [];
      agenda();
      tell();
    },
    scan: (event) => {
      const facts = orders.get(story)!;
      const [first, ...others] = facts.shipments;
      if (!first) return;
      const shipment = { ...first, observedAt: now(), events: [...first.events, event] };
      set({ ...facts, version: facts.version + 1, shipments: [shipment, ...others] });
    },
    change: (trackingNumber, change, state) => {
      agenda();
      for (const facts of orders.values()) {
        const parcel = facts.shipments.find((one) => one.trackingNumber === trackingNumber);
        if (!parcel) continue;
        const after = changeOf(facts, parcel.id, change, state, now());
        if (typeof after === 'string') return false;
        if (after !== facts) set({ ...after, version: facts.version + 1 });
        agenda();
        return true;
      }
      return false;
    },
    estimate: (trackingNumber, from, until) => {
      for (const facts of orders.values()) {
        const parcel = facts.shipments.find((one) => one.trackingNumber === trackingNumber);
        if (!parcel) continue;
        const source = { kind: 'carrier' as const, name: parcel.carrier.name };
        const estimate = { observedAt: serverNow(), from, until, source };
        const shipments = facts.shipments.map((one) =>
          one === parcel ? { ...one, observedAt: now(), estimate } : one,
        );
        set({ ...facts, version: facts.version + 1, shipments });
        return true;
      }
      return false;
    },
    withdraw: (reference, id) => {
      agenda();
      const facts = orders.get(reference);
      const after = facts && withdrawn(facts, id);
      if (typeof after !== 'object') return false;
      if (after !== facts) set({ ...after, version: after.version + 1 });
      return true;
    },
    setSlot: (slotId, capacity) => {
      if (!slotAt(slotId, now())) return false;
      counts = { ...counts, [slotId]: capacity };
      tell('slots');
      return true;
    },
    setStock: (sku, quantity) => {
      const shelf = shelves.get(sku);
      if (!shelf) return;
      const stock = shelf.stock.map((one) => ({ ...one, quantity }));
      shelves.set(sku, { ...shelf, stock });
      shelfChanged([sku]);
    },
    restock: (sku, quantity) => {
      if (!shelves.has(sku)) return;
      take([{ sku, quantity: -quantity }]);
      shelfChanged([sku]);
    },
    sell: (sku, quantity) => {
      const { parts, draws } = allot([{ id: sku, sku, quantity }], goodsFor(undefined));
      if (unitsOf((parts.get(sku) ?? []).filter(isNow)) < quantity) return false;
      take(draws);
      shelfChanged([sku, ...draws.map((draw) => draw.sku)]);
      return true;
    },
  };
};

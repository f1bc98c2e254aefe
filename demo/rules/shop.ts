import { AdapterError, isWatched } from '../../src/adapter/index.js';
import type { Alive, Notify } from '../../src/adapter/index.js';
import type { Backend } from '../../src/adapters/rest/handler.js';
import type { EpochMilliseconds, TrackingEvent } from '../../src/model/index.js';
import { applied, settledBy } from './apply.js';
import { bankDue } from './bank.js';
import { decide, outcomeOf } from './decide.js';
import type { Mint } from './decide.js';
import type { OrderFacts } from './facts.js';
import { MAISON_VERRE } from './policy.js';
import type { Policy } from './policy.js';
import { shelfView } from './shelf.js';
import { SHELF, STORY_START, lostScreen } from './story.js';
import { inZone } from './time.js';
import { orderView } from './view.js';

/** All that a page has to keep to go on after a reload: plain data. */
export interface SavedShop {
  readonly facts: OrderFacts;
  readonly shelf: Readonly<Record<string, number | undefined>>;
  /** Milliseconds that the shop's clock is ahead of real time. */
  readonly offset: number;
  /** The next reference and the last offer. */
  readonly number: number;
  readonly offers: number;
}

/** The shop in one page's memory, with the controls of the demo. */
export interface PageShop extends Backend {
  /** What is so now; {@link pageShop} goes on from it. */
  saved(): SavedShop;
  /** The bank could not carry a refund out, or got it back. @returns false if there is none under way */
  failRefund(reference: string, state: 'failed' | 'returned'): boolean;
  /** Moves the shop's clock; it goes on from there. */
  setClock(now: EpochMilliseconds): void;
  /** Begins the story anew. */
  reset(): void;
  /** The carrier says something of the first parcel. */
  scan(event: TrackingEvent): void;
  setStock(sku: string, quantity: number | undefined): void;
}

const PREFIX = { refund: 'RF', reship: 'RS', wait: 'WT' } as const;

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
  let offers = saved?.offers ?? 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mint: Mint = {
    offerId: () => `offer-${++offers}`,
    reference: (remedy) => `${PREFIX[remedy]}-${number++}`,
  };
  let facts = saved?.facts ?? lostScreen(mint);
  let shelf: Record<string, number | undefined> = {};

  const now = () => realTime() + offset;
  const serverNow = () => inZone(now(), facts.timeZone);
  const tell = (topic?: string) => {
    for (const watcher of [...watchers]) {
      if (topic === undefined) watcher.notify(undefined);
      else if (isWatched(watcher.topics, topic)) watcher.notify({ topic, serverNow: serverNow() });
    }
  };
  const set = (next: OrderFacts) => {
    if (next === facts) return;
    facts = next;
    tell(`order:${facts.reference}`);
  };
  const bank = () => {
    set(settledBy(facts, now()));
    clearTimeout(timer);
    const due = Math.min(...facts.refunds.map((refund) => bankDue(refund) ?? Infinity));
    // A timer holds 24 days at most; a day is enough, then it looks again.
    if (due !== Infinity) timer = setTimeout(bank, Math.min(Math.max(due - now(), 0), 86_400_000));
  };
  const found = (reference: string): OrderFacts => {
    bank();
    if (reference !== facts.reference) throw new AdapterError('not-found');
    return facts;
  };
  const refill = () => {
    shelf = Object.fromEntries(Object.entries(SHELF).map(([sku, { quantity }]) => [sku, quantity]));
  };
  if (saved) shelf = { ...saved.shelf };
  else refill();

  // The methods resolve later, as those of a shop across a network do.
  return {
    now,
    order: async (reference, { locale }) => {
      const order = orderView(found(reference), now(), locale, policy);
      return Promise.resolve({ serverNow: serverNow(), order });
    },
    stock: async (skus, { locale }) => {
      const stock = skus
        .filter((sku) => Object.hasOwn(shelf, sku))
        .map((sku) =>
          shelfView({ sku, quantity: shelf[sku], place: SHELF[sku]?.place }, now(), locale),
        );
      return Promise.resolve({ serverNow: serverNow(), stock });
    },
    act: async (command, { locale }) => {
      if (!('order' in command)) throw new AdapterError('invalid');
      const { outcome, effect } = decide(
        found(command.order),
        command,
        now(),
        mint,
        locale,
        policy,
      );
      if (effect) set(applied(facts, effect));
      bank();
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

    saved: () => ({ facts, shelf, offset, number, offers }),
    failRefund: (reference, state) => {
      bank();
      const refund = facts.refunds.find((one) => one.reference === reference);
      const claim = facts.claims.find((one) => one.reference === reference);
      if (!refund || !claim || refund.endedAt !== undefined) return false;
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
    },
    setClock: (at) => {
      offset = at - realTime();
      bank();
      tell();
    },
    reset: () => {
      offset = STORY_START - realTime();
      number = 8842;
      facts = { ...lostScreen(mint), version: facts.version + 1 };
      refill();
      bank();
      tell();
    },
    scan: (event) => {
      const [first, ...others] = facts.shipments;
      if (!first) return;
      const shipment = { ...first, observedAt: now(), events: [...first.events, event] };
      set({ ...facts, version: facts.version + 1, shipments: [shipment, ...others] });
    },
    setStock: (sku, quantity) => {
      shelf[sku] = quantity;
      tell(`stock:${sku}`);
    },
  };
};

import type { AdapterRequest } from '../../../src/adapter/index.js';
import { decide, memory } from '../../../src/adapters/memory/memory.js';
import type { Decide, MemoryAdapter } from '../../../src/adapters/memory/memory.js';
import type { Backend } from '../../../src/adapters/rest/handler.js';
import type {
  Command,
  Order,
  OrderAnswer,
  OrderCommand,
  OutcomeAnswer,
  Refund,
  RemedyOffer,
} from '../../../src/model/index.js';

export const REFERENCE = 'FR-1042';
/** The shop's clock when the pages are opened: an hour after the broken promise. */
export const OPENED = Date.parse('2026-11-23T18:00:00+01:00');

/** What each offer here makes good: one and the same promise. */
const OBLIGATION = 'p-monday';

/** Seeded faults of the backend. */
export type ShopFault =
  /** Only a key that comes back is the same request; another one is paid again. */
  | 'key only'
  /** Each offer counts for itself, whatever it makes good. */
  | 'no obligation'
  /** Looks whether it has been paid, and pays a moment later without looking again. */
  | 'check then pay'
  /** Pays at once, and forgets who asked: an outcome is never known. */
  | 'no memory';

const offer = (
  offerId: string,
  remedy: RemedyOffer['remedy'],
  more: Partial<RemedyOffer> = {},
): RemedyOffer => ({ offerId, remedy, promiseId: OBLIGATION, ...more });

const amount = (minor: number) => ({ amount: minor, currency: 'EUR' });

const ORDER: Order = {
  reference: REFERENCE,
  version: 1,
  timeZone: 'Europe/Paris',
  offers: [
    offer('card-1', 'refund', { amount: amount(28900) }),
    offer('transfer-1', 'refund', { amount: amount(28900) }),
    offer('again-1', 'reship'),
  ],
};

/** Refunds and claims that stand: the customer has them, or will. */
const standing = (order: Order): readonly { offerId?: string | undefined; reference: string }[] => [
  ...(order.refunds ?? []).filter(
    ({ state }) => state !== 'withdrawn' && state !== 'failed' && state !== 'returned',
  ),
  ...(order.claims ?? []).filter(({ remedy }) => remedy !== 'wait'),
];

/** What a request led to at the backend. */
export interface Processed {
  readonly key: string;
  readonly command: OrderCommand;
  readonly taken: boolean;
}

/**
 * The backend of a run: the real `memory` adapter with its real rule. Around it: keys that are forgotten,
 * a bank, a carrier, a clerk who changes offers, and the ledger the oracle reads.
 */
export class Shop implements Backend {
  readonly #memory: MemoryAdapter;
  readonly #now: () => number;
  readonly #later: (milliseconds: number) => Promise<void>;
  readonly #fault: ShopFault | undefined;
  /** Told after each request that was carried out, and whenever the order has changed. */
  onProcessed: (processed: Processed) => void = () => {};
  onChanged: () => void = () => {};
  /** `claim card-1 done`: what the backend has said so far, to anybody. */
  readonly said = new Set<string>();
  #order: Order = ORDER;
  #keys = 0;
  #minted = 1;
  #before: Order | undefined;

  constructor(options: {
    readonly now: () => number;
    readonly later: (milliseconds: number) => Promise<void>;
    readonly reoffers: boolean;
    readonly fault: ShopFault | undefined;
  }) {
    this.#now = options.now;
    this.#later = options.later;
    this.#fault = options.fault;
    const rule: Decide = (order, command, now) => {
      const decision = this.#decide(order, command, now);
      const changed = decision.order !== order;
      if (changed && command.type === 'withdraw' && options.reoffers)
        decision.order = this.#reoffered(decision.order, [command.offerId]);
      if (changed) this.#order = { ...decision.order, version: order.version! + 1 };
      return decision;
    };
    this.#memory = memory({ orders: [ORDER], now: options.now, decide: rule });
  }

  now(): number {
    return this.#now();
  }

  order(reference: string, request: AdapterRequest): Promise<OrderAnswer> {
    return this.#memory.order(reference, request);
  }

  async act(command: Command, request: AdapterRequest): Promise<OutcomeAnswer> {
    const asked = command as OrderCommand;
    const key = request.attemptKey ?? '';
    if (this.#fault === 'check then pay') {
      const before = this.#order;
      await this.#later(200);
      this.#before = before;
    }
    const answer = await this.#memory.act(command, {
      ...request,
      // A key that has been forgotten is a new one.
      attemptKey: `${this.#keys} ${key}`,
    });
    const { status } = answer.outcome;
    this.#say(asked.type, asked.offerId, status);
    const taken = status === 'done' || status === 'pending';
    this.onProcessed({ key, command: asked, taken });
    this.onChanged();
    return answer;
  }

  async outcome(
    reference: string,
    offerId: string,
    request: AdapterRequest,
  ): Promise<OutcomeAnswer> {
    const answer = await this.#memory.outcome(reference, offerId, request);
    if (this.#fault === 'no memory') return { ...answer, outcome: { status: 'none' } };
    this.#say('claim', offerId, answer.outcome.status);
    return answer;
  }

  /** @returns the cancellation */
  tell(notify: () => void): () => void {
    const signal = new AbortController().signal;
    return this.#memory.watch([`order:${REFERENCE}`], notify, () => {}, {
      signal,
      locale: 'en',
      freshness: 'any',
    });
  }

  /** References of what stands, where more than one thing stands for the obligation. */
  double(): readonly string[] {
    const found = standing(this.#order).map(({ reference }) => reference);
    return found.length > 1 ? found : [];
  }

  get version(): number | undefined {
    return this.#order.version;
  }

  /** Whether anything was ever taken on an offer. */
  wasTaken(offerId: string): boolean {
    return [...(this.#order.refunds ?? []), ...(this.#order.claims ?? [])].some(
      (one) => one.offerId === offerId,
    );
  }

  /** Whether an offer is still made. */
  offers(offerId: string): boolean {
    return this.#order.offers!.some((one) => one.offerId === offerId);
  }

  forgetKeys(): void {
    this.#keys++;
  }

  bank(step: 'confirms' | 'sends' | 'fails'): void {
    const at = new Date(this.#now()).toISOString();
    const from: readonly string[] = {
      confirms: ['asked'],
      sends: ['ordered'],
      fails: ['asked', 'ordered', 'sent'],
    }[step];
    const refund = this.#order.refunds?.findLast(({ state }) => from.includes(state));
    if (!refund) return;
    const after: Refund =
      step === 'confirms'
        ? { ...refund, state: 'ordered', orderedAt: at }
        : step === 'sends'
          ? { ...refund, state: 'sent', sentAt: at }
          : { ...refund, state: 'failed', endedAt: at };
    this.#update((order) => {
      const moved = {
        ...order,
        refunds: order.refunds!.map((one) => (one.reference === refund.reference ? after : one)),
      };
      // The money did not arrive: all is offered anew.
      return step === 'fails'
        ? this.#reoffered(
            moved,
            order.offers!.map(({ offerId }) => offerId),
          )
        : moved;
    });
  }

  parcelTurnsUp(): void {
    const unavailable = { code: 'delivered', reason: 'The parcel has arrived.' };
    this.#offers((one) => ({ ...one, unavailable }));
  }

  /** The carrier tells only now of a scan from before the promise: the order changes, and no offer does. */
  lateScan(): void {
    const event = { at: '2026-11-22T21:14:00+01:00', phase: 'in-transit' as const };
    this.#update(({ shipments: [shipment] = [], ...order }) => ({
      ...order,
      shipments: [{ id: 'parcel-1', events: [event, ...(shipment?.events ?? [])] }],
    }));
  }

  changeAmount(): void {
    this.#offers((one) =>
      one.amount ? { ...one, amount: amount(one.amount.amount - 1000) } : one,
    );
  }

  endOffers(): void {
    const availableUntil = new Date(this.#now() - 1).toISOString();
    this.#offers((one) => ({ ...one, availableUntil }));
  }

  #decide(order: Order, command: OrderCommand, now: number): ReturnType<Decide> {
    if (command.type === 'withdraw') return decide(order, command, now);
    if (this.#fault === 'no obligation') {
      const offers = order.offers!.map((one) => ({ ...one, promiseId: undefined }));
      const { order: after, outcome } = decide({ ...order, offers }, command, now);
      const changed = after.refunds !== order.refunds || after.claims !== order.claims;
      return { order: changed ? { ...after, offers: order.offers } : order, outcome };
    }
    if (this.#fault === 'key only' || this.#fault === 'check then pay') {
      const seen = this.#fault === 'key only' ? {} : (this.#before ?? order);
      const { refunds = [], claims = [] } = seen as Order;
      const { order: after, outcome } = decide({ ...order, refunds, claims }, command, now);
      const paid = after.refunds!.slice(refunds.length);
      const promised = after.claims!.slice(claims.length);
      if (!paid.length && !promised.length) return { order, outcome };
      return {
        order: {
          ...order,
          refunds: [...(order.refunds ?? []), ...paid],
          claims: [...(order.claims ?? []), ...promised],
        },
        outcome,
      };
    }
    return decide(order, command, now);
  }

  #reoffered(order: Order, offerIds: readonly string[]): Order {
    const number = ++this.#minted;
    const offers = order.offers!.map((one) =>
      offerIds.includes(one.offerId)
        ? { ...one, offerId: one.offerId.replace(/\d+$/, String(number)) }
        : one,
    );
    return { ...order, offers };
  }

  #offers(change: (offer: RemedyOffer) => RemedyOffer): void {
    this.#update((order) => ({ ...order, offers: order.offers!.map(change) }));
  }

  #update(change: (order: Order) => Order): void {
    this.#memory.updateOrder(REFERENCE, (order) => {
      this.#order = { ...change(order), version: order.version! + 1 };
      return this.#order;
    });
    this.onChanged();
  }

  #say(type: OrderCommand['type'], offerId: string, status: string): void {
    this.said.add(`${type} ${offerId} ${status}`);
  }
}

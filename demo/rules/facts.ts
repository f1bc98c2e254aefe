import type {
  DeliveryPromise,
  Due,
  EpochMilliseconds,
  Estimate,
  Method,
  Money,
  Proof,
  Refund,
  Remedy,
  TrackingEvent,
} from '../../src/model/index.js';

/** The languages the shop writes in. */
export type Language = 'en' | 'fr';

/** A text of the shop in each of its languages. */
export type Words = Readonly<Record<Language, string>>;

/** One line as the shop's catalogue and order have it. */
export interface LineFacts {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly price: Money;
  readonly name: Words;
  readonly noun: Words;
}

/** One parcel, with all that carriers have said of it so far. */
export interface ShipmentFacts {
  readonly id: string;
  readonly carrier: { readonly name: string; readonly phone?: string | undefined };
  readonly trackingNumber: string;
  readonly trackingUrl?: string | undefined;
  readonly lineIds: readonly string[];
  /** Seconds. */
  readonly newsEvery: number;
  /** When the carrier was last heard or asked. */
  readonly observedAt?: EpochMilliseconds | undefined;
  readonly statusWords?: string | undefined;
  readonly estimate?: Estimate | undefined;
  readonly proof?: Proof | undefined;
  readonly events: readonly TrackingEvent[];
}

/** What the shop owes: one promise, met once, by money or by goods. */
export interface ObligationFacts {
  readonly id: string;
  readonly promiseId: string;
}

/** An offer as it was minted; what it says is computed from the facts. */
export interface OfferFacts {
  readonly offerId: string;
  readonly obligationId: string;
  readonly remedy: Extract<Remedy, 'refund' | 'reship' | 'wait'>;
}

/** An offer the customer took. `endedAt` is set when it was taken back or could not be carried out. */
export interface ClaimFacts {
  readonly reference: string;
  readonly offerId: string;
  readonly obligationId: string;
  readonly remedy: OfferFacts['remedy'];
  readonly askedAt: EpochMilliseconds;
  readonly expectedBy?: Due | undefined;
  readonly endedAt?: EpochMilliseconds | undefined;
}

/** A refund. The dates it will keep are fixed when it is asked for. */
export interface RefundFacts {
  readonly reference: string;
  readonly offerId: string;
  readonly state: Refund['state'];
  readonly amount: Money;
  readonly method: Method;
  readonly askedAt: EpochMilliseconds;
  readonly answerBy: EpochMilliseconds;
  /** When the bank is expected to confirm; the outbox sends the order then. */
  readonly confirmAt: EpochMilliseconds;
  readonly orderedAt?: EpochMilliseconds | undefined;
  readonly sendBy: Due;
  /** When the payout leaves, never before `undoUntil`. */
  readonly leavesAt: EpochMilliseconds;
  readonly sentAt?: EpochMilliseconds | undefined;
  readonly expectedBy: Due;
  readonly settlesAt: EpochMilliseconds;
  readonly settledAt?: EpochMilliseconds | undefined;
  readonly undoUntil: EpochMilliseconds;
  readonly endedAt?: EpochMilliseconds | undefined;
}

/** Everything the shop's rules look at: plain rows, instants as epoch milliseconds. */
export interface OrderFacts {
  readonly reference: string;
  readonly version: number;
  readonly placedAt: EpochMilliseconds;
  readonly timeZone: string;
  readonly deliveryCharge: Money;
  readonly method: Method;
  readonly lines: readonly LineFacts[];
  readonly shipments: readonly ShipmentFacts[];
  readonly promises: readonly DeliveryPromise[];
  readonly obligations: readonly ObligationFacts[];
  readonly offers: readonly OfferFacts[];
  readonly claims: readonly ClaimFacts[];
  readonly refunds: readonly RefundFacts[];
  /** Units that can leave now, by SKU; a SKU that is missing is unknown. */
  readonly stock: Readonly<Record<string, number>>;
}

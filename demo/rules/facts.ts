import type {
  Blocked,
  Constraint,
  DeliveryPromise,
  Due,
  EpochMilliseconds,
  Estimate,
  Method,
  Money,
  Proof,
  Refund,
  Remedy,
  StockBatch,
  Subscription,
  Supply,
  TrackingEvent,
} from '../../src/model/index.js';
import type { LocationId } from './catalogue.js';
import type { RoundId } from './rounds.js';

/** The languages the shop writes in. */
export type Language = 'en' | 'fr';

/** A text of the shop in each of its languages. */
export type Words = Readonly<Record<Language, string>>;

/** Units that will arrive by a day, as the maker says, and what must happen first. */
export interface AwaitedFacts {
  readonly id: string;
  readonly quantity: number;
  readonly from: string;
  readonly condition?: StockBatch['condition'];
}

/** What the shop has of one SKU. A location without a quantity has not been counted. */
export interface ShelfFacts {
  readonly sku: string;
  readonly version?: number | undefined;
  readonly stock: readonly {
    readonly location: LocationId;
    readonly quantity?: number | undefined;
  }[];
  readonly awaited: readonly AwaitedFacts[];
}

/** Units that are put aside: from the shelf, or from what is awaited. */
export interface DrawFacts {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly awaited?: string | undefined;
}

/** Units put aside for a customer until an instant. `endedAt` is set when it was used or given back. */
export interface HoldFacts {
  readonly reference: string;
  readonly customer: string;
  readonly since: EpochMilliseconds;
  readonly until: EpochMilliseconds;
  readonly endedAt?: EpochMilliseconds | undefined;
  readonly draws: readonly DrawFacts[];
}

/**
 * A place in a slot: held for a customer until an instant, or, without `until`, agreed with an order.
 * `endedAt` is set when it was given back, used, or ran out.
 */
export interface PlaceFacts {
  readonly reference: string;
  readonly slotId: string;
  readonly customer?: string | undefined;
  readonly order?: string | undefined;
  readonly promise?: string | undefined;
  readonly since: EpochMilliseconds;
  readonly until?: EpochMilliseconds | undefined;
  readonly endedAt?: EpochMilliseconds | undefined;
}

/** A customer's wish to be told when enough is there. */
export interface WishFacts {
  readonly id: string;
  readonly customer: string;
  readonly sku: string;
  readonly quantity: number;
  readonly channel: 'email' | 'account';
  /** Where to write; never shown. */
  readonly address?: string | undefined;
  readonly state: Subscription['state'];
  readonly since: EpochMilliseconds;
  readonly until: EpochMilliseconds;
  readonly toldAt?: EpochMilliseconds | undefined;
}

/** Some units of a line, and where they come from. */
export interface SupplyFacts {
  readonly state: Supply['state'];
  readonly quantity: number;
  readonly from?: string | undefined;
  readonly where?: Words | undefined;
  readonly reason?: Words | undefined;
}

/** One line as the shop's catalogue and order have it. */
export interface LineFacts {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly price: Money;
  readonly name: Words;
  readonly noun: Words;
  readonly nouns?: Words | undefined;
  readonly supply?: readonly SupplyFacts[] | undefined;
}

/** Units of a line of an order. */
export interface UnitsFacts {
  readonly lineId: string;
  readonly quantity: number;
}

/** The fault of another parcel that one makes good for. */
export interface RepairFacts {
  readonly fault: Words;
  /** A civil date. */
  readonly on: string;
  readonly shipmentId: string;
}

/** What the customer said of a delivery: when, and how. */
export interface AccountFacts {
  readonly received: boolean;
  readonly saidAt: EpochMilliseconds;
  readonly channel: Words;
}

/** Who may bring a parcel that has not left, as the shop lets its customer choose. */
export interface CarrierOfferFacts {
  readonly choices: readonly {
    readonly choiceId: string;
    /** Missing: another one, which the shop finds. */
    readonly carrier?: ShipmentFacts['carrier'] | undefined;
    readonly expectedBy?: Due | undefined;
    /** Why it cannot be had. */
    readonly reason?: Words | undefined;
  }[];
  readonly stands: string;
  readonly until: EpochMilliseconds;
  readonly chosenAt?: EpochMilliseconds | undefined;
}

/** One parcel, with all that carriers have said of it so far. */
export interface ShipmentFacts {
  readonly id: string;
  readonly carrier: { readonly name: string; readonly phone?: string | undefined };
  readonly trackingNumber: string;
  readonly trackingUrl?: string | undefined;
  readonly lineIds: readonly string[];
  /** How many units of a line are in it, where not all of them are. */
  readonly units?: Readonly<Record<string, number>> | undefined;
  readonly repairs?: RepairFacts | undefined;
  /** Why what the carrier says cannot all be true. */
  readonly doubts?: readonly string[] | undefined;
  /** What the customer says of a recorded delivery. */
  readonly account?: AccountFacts | undefined;
  readonly carrierOffer?: CarrierOfferFacts | undefined;
  /** Seconds. */
  readonly newsEvery: number;
  /** When the carrier was last heard or asked. */
  readonly observedAt?: EpochMilliseconds | undefined;
  readonly statusWords?: string | undefined;
  readonly estimate?: Estimate | undefined;
  readonly proof?: Proof | undefined;
  readonly events: readonly TrackingEvent[];
}

/**
 * What the shop owes, met once, by money or by goods: a promise, or units that it sold and cannot
 * supply. A unit is owed under one obligation only.
 */
export interface ObligationFacts {
  readonly id: string;
  readonly promiseId?: string | undefined;
  /** The units it is about; without it everything in the promise's parcels. */
  readonly units?: readonly UnitsFacts[] | undefined;
  /** Set with units that failed: since when, what could be sent instead, and when they come again. */
  readonly failure?:
    | {
        readonly at: EpochMilliseconds;
        readonly swap?: string | undefined;
        readonly goods?: Words | undefined;
        readonly again?: string | undefined;
      }
    | undefined;
}

/** A way for the money other than the one it came by, and the days it takes. */
export interface RefundWay {
  readonly method: Method;
  readonly days: number;
}

/** An offer as it was minted; what it says is computed from the facts. */
export interface OfferFacts {
  readonly offerId: string;
  readonly obligationId: string;
  readonly remedy: Extract<Remedy, 'refund' | 'reship' | 'replace' | 'wait'>;
  readonly way?: RefundWay | undefined;
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
  /** Set while the bank does nothing. */
  readonly blocked?: Blocked | undefined;
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
  /** With their revisions. */
  readonly promises: readonly DeliveryPromise[];
  /** Which of the demo's shops sold it; the first one if not stated. */
  readonly shop?: 'camden' | undefined;
  /** Who brings it by appointment, if it comes so. */
  readonly round?: RoundId | undefined;
  /** What the customer has ruled out; without it he was never asked. */
  readonly ruledOut?: readonly Constraint[] | undefined;
  readonly obligations: readonly ObligationFacts[];
  readonly offers: readonly OfferFacts[];
  readonly claims: readonly ClaimFacts[];
  readonly refunds: readonly RefundFacts[];
  /** Units that can leave now, by SKU; a SKU that is missing is unknown. */
  readonly stock: Readonly<Record<string, number>>;
}

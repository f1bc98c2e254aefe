import {
  toEpoch,
  type Claim,
  type DeliveryPromise,
  type EpochMilliseconds,
  type Estimate,
  type Line,
  type Order,
  type Refund,
  type RemedyOffer,
  type Revision,
  type Shipment,
  type Supply,
} from '../model/index.js';
import { agreedOf, imposedOf, isWithin } from './agreed.js';
import { earliest, lasting, type Freshness, type Timed } from './freshness.js';
import { offersVerdict, type OffersVerdict } from './offers.js';
import {
  deadlineOf,
  dueAt,
  estimateEnd,
  estimateFreshness,
  promiseVerdict,
  type PromiseVerdict,
} from './promise.js';
import { refundVerdict, type RefundVerdict } from './refund.js';
import { shipmentVerdict, type ShipmentVerdict } from './shipment.js';

/** A shipment with what can be said of it. */
export interface JudgedShipment {
  readonly shipment: Shipment;
  readonly verdict: ShipmentVerdict;
  /** 1 for the first; the customer's "parcel 2 of 3". */
  readonly position: number;
}

/** A line of which units cannot be had after all, which no refund and no choice of the customer settles. */
export interface ShortLine {
  readonly line: Line;
  /** Units that cannot be had and are not settled; `undefined`: what was said contradicts itself, or is too old. */
  readonly failed: number | undefined;
  /** The last thing said of the failure, and who said it. */
  readonly supply: Supply;
}

/** That a promise for the whole order covers only a part of it: the rest is said to come after its time. */
export interface PromisedPart {
  /** How many units of which line it covers and how many come later; missing: only that some do. */
  readonly of?: {
    readonly line: Line;
    readonly units: number;
    readonly rest: number;
    /** The day about which the rest comes, as a civil date, if it is one. */
    readonly from: string | undefined;
  };
}

/**
 * What the first sentence is about, in the order of what matters most to the customer:
 * money under way, a broken promise, a change that waits for an answer, then where the parcel is, and
 * "we do not know" before any guess.
 */
export type Lead =
  | { readonly kind: 'refund'; readonly refund: Refund; readonly verdict: RefundVerdict }
  | { readonly kind: 'taken-back'; readonly refund: Refund }
  | {
      readonly kind: 'claimed';
      readonly claim: Claim;
      readonly late: boolean;
      /** The offer that was taken, if it is still listed. */
      readonly offer: RemedyOffer | undefined;
    }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'missed'; readonly silent: boolean }
  | ({ readonly kind: 'short' } & ShortLine)
  | {
      readonly kind: 'imposed';
      readonly promise: DeliveryPromise;
      readonly revision: Revision;
    }
  | {
      readonly kind: 'proposed';
      readonly promise: DeliveryPromise;
      /** Those that wait for an answer; the newest last. */
      readonly revisions: readonly [Revision, ...Revision[]];
      /** Whether it is too late to answer them, and nobody has said that what was agreed stands then. */
      readonly late: boolean;
      /** Whether the newest only says more precisely what was agreed. */
      readonly narrows: boolean;
    }
  | {
      readonly kind: 'arrived';
      readonly late: boolean | undefined;
      readonly at: EpochMilliseconds | undefined;
    }
  | {
      readonly kind: 'several';
      readonly total: number;
      readonly arrived: number;
      /** Those that wait for the customer, and those that are otherwise not as they should be. */
      readonly needs: number;
      readonly trouble: number;
      /** The next one that is to come, if anybody says when. */
      readonly next: Expectation | undefined;
    }
  | { readonly kind: 'contradicted' }
  | { readonly kind: 'partly' }
  | {
      readonly kind: 'phase';
      readonly phase:
        | 'attempted'
        | 'ready-for-pickup'
        | 'problem'
        | 'returning'
        | 'returned'
        | 'cancelled'
        | 'customs';
    }
  | {
      readonly kind: 'expected';
      readonly estimate: Estimate;
      readonly freshness: Freshness;
      readonly atRisk: boolean;
    }
  | { readonly kind: 'silent'; readonly since: EpochMilliseconds }
  | { readonly kind: 'estimate-stale'; readonly estimate: Estimate; readonly freshness: Freshness }
  | { readonly kind: 'moving'; readonly outForDelivery: boolean }
  | { readonly kind: 'announced' }
  | { readonly kind: 'promised'; readonly part: PromisedPart | undefined }
  | { readonly kind: 'nothing' };

/** When a parcel is to come: by a fresh estimate, or else by what was promised for it. */
export interface Expectation {
  readonly position: number;
  /** The end of the estimate, or of the promise. */
  readonly at: EpochMilliseconds;
  readonly promised: boolean;
}

/** Everything that follows from an order's facts at an instant. */
export interface OrderVerdict extends Timed {
  readonly lead: Lead;
  readonly shipments: readonly JudgedShipment[];
  /** The shipment the sentence is about, if it is about one. */
  readonly subject: JudgedShipment | undefined;
  /** What that shipment, or the whole order, holds, if it is a single thing with a noun. */
  readonly line: Line | undefined;
  readonly promise: DeliveryPromise | undefined;
  readonly promiseVerdict: PromiseVerdict | undefined;
  readonly offers: OffersVerdict;
  /** The refund that is told of, whether or not it leads. */
  readonly refund: Refund | undefined;
  /** Whether that refund leaves a part of the order to come. */
  readonly partial: boolean;
  /** Lines that wait for the customer's choice. */
  readonly short: readonly ShortLine[];
  /** A shipment recorded as delivered although a refund for it is under way. */
  readonly turnedUp: JudgedShipment | undefined;
}

const PHASES = [
  'attempted',
  'ready-for-pickup',
  'problem',
  'returning',
  'returned',
  'cancelled',
  'customs',
] as const;
/** Whether a parcel is not as it should be, whoever has to act. */
export const isTrouble = (verdict: ShipmentVerdict): boolean =>
  verdict.disputed ||
  verdict.partly ||
  verdict.doubts.length > 0 ||
  verdict.silentSince !== undefined ||
  (PHASES.includes(verdict.phase as 'problem') && verdict.phase !== 'customs');
/** Whether a parcel waits for the customer. */
export const needsCustomer = ({ action, phase, disputed }: ShipmentVerdict): boolean =>
  !!action || phase === 'ready-for-pickup' || disputed;

const latest = <T>(
  items: readonly T[] | undefined,
  at: (item: T) => string | undefined,
): T | undefined =>
  [...(items ?? [])].sort((a, b) => (toEpoch(at(a)) ?? 0) - (toEpoch(at(b)) ?? 0)).at(-1);

/** What a customer has chosen: it names its offer. */
type Taken = Pick<Refund, 'offerId'>;

/** Whether a refund still meets what is owed. */
const settles = ({ state }: Refund): boolean =>
  !['withdrawn', 'failed', 'returned'].includes(state);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const units = (line: Line, ...states: readonly Supply['state'][]): number =>
  sum((line.supply ?? []).map(({ state, quantity }) => (states.includes(state) ? quantity : 0)));

/** When what was said of a supply is withdrawn (R2). */
const staleAt = ({ maxAge, observedAt }: Supply): EpochMilliseconds | undefined =>
  maxAge === undefined ? undefined : (toEpoch(observedAt) ?? 0) + maxAge * 1000;

/** Why what was said of the supply of a line cannot be repeated, if it cannot (R2, R3). */
export const supplyDoubt = (
  line: Line,
  now: EpochMilliseconds,
): 'contradiction' | 'age' | undefined =>
  units(line, 'reserved', 'awaited', 'failed') > (line.quantity ?? Infinity)
    ? 'contradiction'
    : line.supply?.some((supply) => now >= (staleAt(supply) ?? Infinity))
      ? 'age'
      : undefined;

const singleLine = (order: Order, shipment: Shipment | undefined): Line | undefined => {
  const ids =
    shipment?.lines?.map((line) => line.lineId) ?? order.lines?.map((line) => line.id) ?? [];
  const lines = (order.lines ?? []).filter((line) => ids.includes(line.id));
  return lines.length === 1 && ids.length === 1 && (lines[0]!.quantity ?? 1) === 1
    ? lines[0]
    : undefined;
};

/**
 * The verdict on a whole order: pure, from its facts and the server's time alone.
 *
 * @param now server time, epoch milliseconds; a lower bound of it
 */
export const orderVerdict = lasting((order: Order, now): OrderVerdict => {
  const shipments = (order.shipments ?? []).map((shipment, index) => ({
    shipment,
    verdict: shipmentVerdict(shipment, now),
    position: index + 1,
  }));
  // A parcel that another one replaces no longer decides whether the order has arrived.
  const replaced = new Set(shipments.map(({ shipment }) => shipment.replaces));
  const counted = shipments.filter(({ shipment }) => !replaced.has(shipment.id));

  const lines = order.lines ?? [];
  const { refunds = [], claims = [] } = order;
  const offerOf = ({ offerId }: Taken): RemedyOffer | undefined =>
    order.offers?.find((offer) => offer.offerId === offerId);
  const lineOf = (taken: Taken): Line | undefined =>
    lines.find(({ id }) => id === offerOf(taken)?.lineId);
  const unitsOf = (taken: Taken): number => offerOf(taken)?.quantity ?? Infinity;
  /** Whether what was taken leaves another part of the order to come. */
  const isPartial = (taken: Taken): boolean => {
    const line = lineOf(taken);
    return !!line && (lines.length > 1 || unitsOf(taken) < (line.quantity ?? 1));
  };
  const unitsTaken = (line: Line, entries: readonly Taken[]): number =>
    sum(entries.filter((taken) => lineOf(taken) === line).map(unitsOf));
  const paid = refunds.filter(settles);
  const gone = [...paid, ...claims.filter(({ remedy }) => remedy === 'cancel')];
  const short = lines.flatMap((line): ShortLine[] => {
    const failed = units(line, 'failed') - unitsTaken(line, [...paid, ...claims]);
    if (failed <= 0) return [];
    const supply = latest(
      line.supply!.filter(({ state }) => state === 'failed'),
      ({ observedAt }) => observedAt,
    )!;
    return [{ line, failed: supplyDoubt(line, now) ? undefined : failed, supply }];
  });
  /** Whether units of a line are still to come: no parcel has brought them, and nothing has settled them. */
  const isOut = (line: Line): boolean =>
    sum(
      counted
        .filter(({ verdict }) => verdict.delivered)
        .flatMap(({ shipment }) => shipment.lines ?? [])
        .filter(({ lineId }) => lineId === line.id)
        .map(({ quantity = Infinity }) => quantity),
    ) <
    (line.quantity ?? Infinity) - unitsTaken(line, gone);
  const outstanding = lines.some((line) => units(line, 'awaited', 'failed') > 0 && isOut(line));
  /** Whether a promise is about units that have not left: those that were awaited within its time. */
  const waits = (promise: DeliveryPromise): boolean =>
    lines.some(
      (line) =>
        isOut(line) &&
        line.supply?.some(
          ({ state, from }) =>
            state === 'awaited' && Date.parse(from ?? '') < (deadlineOf(promise) ?? 0),
        ),
    );

  const judged = (order.promises ?? []).map((promise) => {
    const covered = promise.shipmentId
      ? whatBecameOf(promise.shipmentId)
      : allDelivered(counted) && waits(promise)
        ? []
        : counted;
    const delivered = allDelivered(covered);
    const times = covered.map(({ verdict }) => verdict.deliveredAt);
    const known = times.every((at) => at !== undefined);
    return {
      promise,
      covered,
      // What has arrived can no longer be moved.
      moves: (!delivered && promise.revisions) || [],
      verdict: promiseVerdict(
        promise,
        {
          delivered,
          deliveredAt: known && delivered ? Math.max(...times) : undefined,
          estimate: covered.length === 1 ? covered[0]!.shipment.estimate : undefined,
        },
        now,
      ),
    };
  });
  const urgency = {
    missed: 0,
    broken: 1,
    'at-risk': 2,
    unknown: 3,
    'on-time': 4,
    'kept-late': 5,
    kept: 6,
  };
  judged.sort(
    (a, b) =>
      urgency[a.verdict.state] - urgency[b.verdict.state] ||
      (a.verdict.deadline ?? Infinity) - (b.verdict.deadline ?? Infinity),
  );
  const first = judged[0];

  const missed = first?.verdict.state === 'missed';
  const subject =
    first?.covered.length === 1
      ? first.covered[0]
      : counted.length === 1 && !(missed && waits(first.promise))
        ? counted[0]
        : undefined;
  const offers = offersVerdict(order, now);
  const refund = latest(
    refunds.filter((candidate) => candidate.state !== 'withdrawn'),
    (candidate) => candidate.askedAt ?? candidate.orderedAt,
  );
  // Taken back by the customer, who so said that it arrived; no carrier has said it.
  const withdrawn = latest(
    refunds.filter((candidate) => candidate.state === 'withdrawn' && !lineOf(candidate)),
    (candidate) => candidate.endedAt ?? candidate.askedAt,
  );
  const money = refund && refundVerdict(refund, now);
  const partial = !!refund && isPartial(refund);
  const claim = latest(
    claims.filter((candidate) => candidate.remedy !== 'wait' || lineOf(candidate)),
    (candidate) => candidate.askedAt,
  );
  const claimDue = dueAt(claim?.expectedBy);
  const estimate = subject?.shipment.estimate;
  const fresh =
    estimate && estimateFreshness(estimate, first?.promise.timeZone ?? order.timeZone, now);

  return {
    lead: lead(),
    shipments,
    subject,
    line: singleLine(order, subject?.shipment),
    promise: first?.promise,
    promiseVerdict: first?.verdict,
    offers,
    refund,
    partial,
    short,
    turnedUp: refund && !partial && subject?.verdict.delivered ? subject : undefined,
    changesAt: earliest(
      now,
      offers.changesAt,
      money?.changesAt,
      claimDue,
      ...lines.flatMap(({ supply }) => supply ?? []).map(staleAt),
      fresh?.changesAt,
      ...shipments.map(({ verdict }) => verdict.changesAt),
      ...(counted.length > 1
        ? [
            ...judged.map(({ verdict }) => verdict.deadline),
            ...counted.map(
              ({ shipment }) =>
                shipment.estimate &&
                estimateFreshness(shipment.estimate, zoneOf(shipment), now).changesAt,
            ),
          ]
        : []),
      ...judged.flatMap(({ verdict, moves }) => [
        verdict.changesAt,
        ...moves.map(({ answerBy }) => toEpoch(answerBy)),
      ]),
      ...(order.contacts ?? []).flatMap((contact) => [
        toEpoch(contact.openUntil),
        toEpoch(contact.opensAt),
      ]),
    ),
  };

  function allDelivered(judgedShipments: readonly JudgedShipment[]): boolean {
    return judgedShipments.length > 0 && judgedShipments.every(({ verdict }) => verdict.delivered);
  }

  /** A parcel, or those sent in its place if it did not come: the promise is about them now. */
  function whatBecameOf(id: string): JudgedShipment[] {
    let found = shipments.filter(({ shipment }) => shipment.id === id);
    // As many steps as there are parcels: two that claim to replace each other end nowhere.
    for (let step = 1; step < shipments.length && !allDelivered(found); step++) {
      const old = new Set<string | undefined>(found.map(({ shipment }) => shipment.id));
      const next = shipments.filter(({ shipment }) => old.has(shipment.replaces));
      if (!next.length) break;
      found = next;
    }
    return found;
  }

  /** What a promise for the whole order covers, where some of it is known to come later. */
  function partOf(promise: DeliveryPromise): PromisedPart | undefined {
    const end = deadlineOf(promise) ?? Infinity;
    const awaited = lines
      .filter((line) => promise.shipmentId === undefined && !supplyDoubt(line, now))
      .flatMap(({ supply = [] }) => supply.filter(({ state }) => state === 'awaited'));
    const later = awaited.filter(({ from }) => Date.parse(from ?? '') >= end);
    if (!later.length) return undefined;
    const [line] = lines;
    if (lines.length > 1 || !line?.quantity || awaited.some(({ from }) => !from)) return {};
    const rest = sum(later.map(({ quantity }) => quantity));
    const lost = Math.max(units(line, 'failed'), unitsTaken(line, gone));
    const covered = line.quantity - lost - rest;
    const from = later.every((each) => each.from === later[0]!.from) ? later[0]!.from : undefined;
    // What covers nothing is a promise that its facts contradict, not one for a part.
    return covered > 0 ? { of: { line, units: covered, rest, from } } : undefined;
  }

  function promisesOf({ id }: Shipment): typeof judged {
    return judged.filter(({ promise }) => promise.shipmentId === id);
  }

  function zoneOf(shipment: Shipment): string | undefined {
    return promisesOf(shipment)[0]?.promise.timeZone ?? order.timeZone;
  }

  /** The first of those that are as they should be and still to come. */
  function next(): Expectation | undefined {
    return counted
      .filter(({ verdict }) => !verdict.delivered && !isTrouble(verdict) && !needsCustomer(verdict))
      .flatMap(({ shipment, position }): Expectation[] => {
        const own = promisesOf(shipment);
        const zone = zoneOf(shipment);
        const state = shipment.estimate && estimateFreshness(shipment.estimate, zone, now).state;
        const at =
          state === 'live' || state === 'recent'
            ? estimateEnd(shipment.estimate!, zone ?? '')
            : undefined;
        const promised = own.map(({ verdict }) => verdict.deadline ?? -Infinity);
        const due = Math.min(...promised.filter((deadline) => deadline > now));
        return at !== undefined
          ? [{ position, at, promised: false }]
          : due < Infinity
            ? [{ position, at: due, promised: true }]
            : [];
      })
      .sort((a, b) => a.at - b.at)[0];
  }

  function lead(): Lead {
    // What settles a part of the order never hides that the rest needs the customer.
    const needed = missed || short.length > 0;
    if (refund && money && !(partial && (needed ? settles(refund) : refund.state === 'settled')))
      return { kind: 'refund', refund, verdict: money };
    if (
      claim &&
      !(needed && isPartial(claim)) &&
      ((outstanding && lineOf(claim)) || !allDelivered(subject ? [subject] : counted))
    )
      return {
        kind: 'claimed',
        claim,
        late: claimDue !== undefined && now >= claimDue,
        offer: offerOf(claim),
      };
    if (withdrawn && missed) return { kind: 'taken-back', refund: withdrawn };
    if (subject?.verdict.disputed) return { kind: 'disputed' };
    if (missed)
      return {
        kind: 'missed',
        silent: first.covered.every(
          ({ verdict }) => verdict.silentSince !== undefined || !verdict.lastEvent,
        ),
      };
    if (short[0]) return { kind: 'short', ...short[0] };
    for (const { promise, moves } of judged) {
      const revision = imposedOf(promise);
      if (revision && moves.length) return { kind: 'imposed', promise, revision };
    }
    for (const { promise, moves } of judged) {
      const proposed = moves.filter(({ state }) => state === 'proposed');
      const open = proposed.filter(({ answerBy }) => now < (toEpoch(answerBy) ?? Infinity));
      const [oldest, ...later] = open.length
        ? open
        : proposed.filter(({ ifSilent }) => ifSilent !== 'stands');
      if (!oldest) continue;
      const { window } = later.at(-1) ?? oldest;
      const agreed = agreedOf(promise);
      const narrows = !!window && !!agreed && isWithin(window, agreed) && !isWithin(agreed, window);
      const late = !open.length;
      return { kind: 'proposed', promise, revisions: [oldest, ...later], late, narrows };
    }
    if (allDelivered(counted)) {
      const state = first?.verdict.state;
      const times = counted.map(({ verdict }) => verdict.deliveredAt);
      return {
        kind: 'arrived',
        late: state === 'kept' ? false : state === 'kept-late' ? true : undefined,
        at: times.some((at) => at === undefined) ? undefined : Math.max(...(times as number[])),
      };
    }
    if (counted.length > 1)
      return {
        kind: 'several',
        total: counted.length,
        arrived: counted.filter(({ verdict }) => verdict.delivered).length,
        needs: counted.filter(({ verdict }) => needsCustomer(verdict)).length,
        trouble: counted.filter(({ verdict }) => isTrouble(verdict) && !needsCustomer(verdict))
          .length,
        next: next(),
      };
    if (subject?.verdict.doubts.length) return { kind: 'contradicted' };
    if (subject?.verdict.partly) return { kind: 'partly' };
    const phase = subject?.verdict.phase;
    const notable = PHASES.find((candidate) => candidate === phase);
    if (notable) return { kind: 'phase', phase: notable };
    // Silence outweighs an estimate that was made before it.
    const since = subject?.verdict.silentSince;
    const usable = fresh?.state === 'live' || fresh?.state === 'recent';
    if (since !== undefined && !(usable && (fresh.observedAt ?? 0) > since))
      return { kind: 'silent', since };
    if (estimate && fresh && usable)
      return {
        kind: 'expected',
        estimate,
        freshness: fresh,
        atRisk: first?.verdict.state === 'at-risk',
      };
    if (estimate && fresh) return { kind: 'estimate-stale', estimate, freshness: fresh };
    if (phase === 'announced') return { kind: 'announced' };
    if (phase !== undefined)
      return { kind: 'moving', outForDelivery: phase === 'out-for-delivery' };
    return first ? { kind: 'promised', part: partOf(first.promise) } : { kind: 'nothing' };
  }
});

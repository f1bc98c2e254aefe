import { endOfDay } from '../../src/model/index.js';
import type {
  AmountPart,
  DeliveryPromise,
  Due,
  EpochMilliseconds,
  Money,
  RemedyOffer,
} from '../../src/model/index.js';
import { deadlineOf, promiseVerdict, shipmentVerdict } from '../../src/verdicts/index.js';
import type { ClaimFacts, Language, OfferFacts, OrderFacts, ShipmentFacts } from './facts.js';
import type { Policy } from './policy.js';
import { atLocal, dateOf, dueDay, inZone, notSunday, plusDays, upToHour } from './time.js';
import { explain } from './words.js';

/** Where an obligation stands: what it is about, and what has already been done about it. */
export interface Standing {
  readonly promise: DeliveryPromise;
  readonly shipments: readonly ShipmentFacts[];
  /** The instant the promise lapses, grace included. */
  readonly lapses: EpochMilliseconds;
  /** The instant the offers end. */
  readonly ends: EpochMilliseconds;
  readonly delivered: 'no' | 'in-time' | 'late';
  readonly deliveredAt: EpochMilliseconds | undefined;
  /** The claim that meets the obligation: money or goods, not taken back. */
  readonly met: ClaimFacts | undefined;
}

/** @returns `undefined` if the obligation has no readable promise: then nothing is offered */
export const standing = (
  facts: OrderFacts,
  obligationId: string,
  policy: Policy,
  now: EpochMilliseconds,
): Standing | undefined => {
  const obligation = facts.obligations.find((candidate) => candidate.id === obligationId);
  const promise = facts.promises.find((candidate) => candidate.id === obligation?.promiseId);
  const deadline = promise && deadlineOf(promise);
  if (!promise || deadline === undefined) return undefined;
  const shipments = facts.shipments.filter(
    (shipment) => promise.shipmentId === undefined || shipment.id === promise.shipmentId,
  );
  const verdicts = shipments.map(({ id, events }) =>
    shipmentVerdict({ id, events: [...events] }, now),
  );
  const arrived = verdicts.length > 0 && verdicts.every((verdict) => verdict.delivered);
  const times = verdicts.map((verdict) => verdict.deliveredAt);
  const deliveredAt =
    times.every((at) => at !== undefined) && arrived ? Math.max(...times) : undefined;
  const { state } = promiseVerdict(promise, { delivered: arrived, deliveredAt }, now);
  const lastDay = plusDays(dateOf(deadline, promise.timeZone), policy.offerDays);
  return {
    promise,
    shipments,
    lapses: deadline + (promise.grace ?? 0) * 1000,
    ends: endOfDay(lastDay, promise.timeZone) ?? deadline,
    delivered: !arrived ? 'no' : state === 'kept' ? 'in-time' : 'late',
    deliveredAt,
    met: facts.claims.find(
      (claim) =>
        claim.obligationId === obligationId &&
        claim.endedAt === undefined &&
        claim.remedy !== 'wait',
    ),
  };
};

const add = (sum: Money, more: Money): Money => ({ ...sum, amount: sum.amount + more.amount });
const linesOf = (facts: OrderFacts, shipments: readonly ShipmentFacts[]) =>
  facts.lines.filter((line) => shipments.some((shipment) => shipment.lineIds.includes(line.id)));

/** What the customer gets back, part by part. The delivery is refunded with the last of the goods. */
export const refundParts = (
  facts: OrderFacts,
  shipments: readonly ShipmentFacts[],
  policy: Policy,
  language: Language,
): readonly AmountPart[] => {
  const lines = linesOf(facts, shipments);
  const goods = lines.map((line) => ({
    label: line.noun[language],
    amount: { ...line.price, amount: line.price.amount * line.quantity },
  }));
  const whole = lines.length === facts.lines.length && facts.deliveryCharge.amount > 0;
  return whole
    ? [...goods, { label: policy.delivery[language], amount: facts.deliveryCharge }]
    : goods;
};

/** The sum of the parts. */
export const refundAmount = (parts: readonly AmountPart[]): Money | undefined =>
  parts
    .map((part) => part.amount)
    .reduce<Money | undefined>((sum, part) => (sum ? add(sum, part) : part), undefined);

/** The dates of a refund asked for at an instant; the offer shows the same ones that the claim fixes. */
export const refundDates = (
  { promise }: Standing,
  policy: Policy,
  askedAt: EpochMilliseconds,
): {
  readonly undoUntil: EpochMilliseconds;
  readonly leavesAt: EpochMilliseconds;
  readonly settlesAt: EpochMilliseconds;
  readonly sendBy: Due;
  readonly expectedBy: Due;
} => {
  const { timeZone } = promise;
  const dayAfter = plusDays(dateOf(deadlineOf(promise) ?? askedAt, timeZone), 1);
  // Full hours: the offer then stays the same, byte for byte, while nothing changes.
  const undoUntil = Math.max(
    atLocal(dayAfter, policy.undoUntil, timeZone),
    upToHour(askedAt + policy.undoSeconds * 1000),
  );
  const sendDay = notSunday(dateOf(undoUntil, timeZone));
  const expected = notSunday(plusDays(dateOf(askedAt, timeZone), policy.refundDays));
  return {
    undoUntil,
    leavesAt: Math.max(atLocal(sendDay, policy.payoutTime, timeZone), undoUntil),
    settlesAt: atLocal(expected, '08:00', timeZone),
    sendBy: dueDay(sendDay, timeZone),
    expectedBy: dueDay(expected, timeZone),
  };
};

/** When a second parcel asked for at an instant is at the door. */
export const reshipBy = (
  { promise }: Standing,
  policy: Policy,
  askedAt: EpochMilliseconds,
): Due => {
  const day = notSunday(plusDays(dateOf(askedAt, promise.timeZone), policy.reshipDays));
  return inZone(atLocal(day, policy.reshipBefore, promise.timeZone), promise.timeZone);
};

/** Whether enough of everything is there to send it again. What is not known is not promised (R3). */
export const canReship = (facts: OrderFacts, shipments: readonly ShipmentFacts[]): boolean =>
  linesOf(facts, shipments).every((line) => (facts.stock[line.sku] ?? 0) >= line.quantity);

/** An offer as the customer sees it now, or `undefined` where there is nothing to offer. */
export const offerView = (
  facts: OrderFacts,
  offer: OfferFacts,
  policy: Policy,
  now: EpochMilliseconds,
  language: Language,
): RemedyOffer | undefined => {
  const state = standing(facts, offer.obligationId, policy, now);
  const claim = facts.claims.find((candidate) => candidate.offerId === offer.offerId);
  if (!state || claim?.endedAt !== undefined || state.delivered === 'in-time') return undefined;
  // Once it is settled, the path of what was chosen is the story; the other choices are over.
  if (state.met && state.met.offerId !== offer.offerId) return undefined;

  const { timeZone } = facts;
  const context = { language, timeZone, phone: policy.phone.number };
  const unavailable = (code: 'delivered' | 'expired' | 'out-of-stock', at?: EpochMilliseconds) => {
    const { reason, nextStep } = explain(code, { ...context, at });
    return { unavailable: { code, reason: `${reason} ${nextStep}` } };
  };
  const start = Math.max(now, state.lapses);
  const parts = [...refundParts(facts, state.shipments, policy, language)];
  const amount = refundAmount(parts);
  const base: RemedyOffer = {
    offerId: offer.offerId,
    remedy: offer.remedy,
    promiseId: state.promise.id,
    ...(state.promise.shipmentId ? { shipmentId: state.promise.shipmentId } : {}),
    availableFrom: inZone(state.lapses, timeZone),
  };
  const refund = offer.remedy === 'refund' && amount ? { amount, parts, method: facts.method } : {};
  if (state.delivered === 'late' && !claim)
    return offer.remedy === 'refund'
      ? { ...base, ...refund, ...unavailable('delivered', state.deliveredAt) }
      : undefined;
  if (now >= state.ends && !claim)
    return offer.remedy === 'refund'
      ? { ...base, ...refund, ...unavailable('expired', state.ends - 1) }
      : undefined;

  const open = { ...base, availableUntil: inZone(state.ends, timeZone) };
  if (offer.remedy === 'wait') return open;
  if (offer.remedy === 'reship')
    return canReship(facts, state.shipments) || claim
      ? { ...open, expectedBy: reshipBy(state, policy, claim?.askedAt ?? start) }
      : { ...open, ...unavailable('out-of-stock') };
  const dates = refundDates(state, policy, claim?.askedAt ?? start);
  return {
    ...open,
    ...refund,
    expectedBy: dates.expectedBy,
    undoUntil: inZone(dates.undoUntil, timeZone),
  };
};

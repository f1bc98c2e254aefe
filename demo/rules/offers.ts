import { endOfDay, toEpoch } from '../../src/model/index.js';
import type {
  AmountPart,
  DeliveryPromise,
  Due,
  EpochMilliseconds,
  Money,
  RemedyOffer,
} from '../../src/model/index.js';
import {
  deadlineOf,
  imposedOf,
  promiseVerdict,
  shipmentVerdict,
} from '../../src/verdicts/index.js';
import type {
  ClaimFacts,
  Language,
  ObligationFacts,
  OfferFacts,
  OrderFacts,
  ShipmentFacts,
  UnitsFacts,
} from './facts.js';
import type { Policy } from './policy.js';
import { atLocal, dateOf, dueDay, inZone, notSunday, plusDays, upToHour } from './time.js';
import { explain } from './words.js';

/** Where an obligation stands: what it is about, and what has already been done about it. */
export interface Standing {
  readonly obligation: ObligationFacts;
  /** The promise, unless it is about units that failed. */
  readonly promise: DeliveryPromise | undefined;
  readonly units: readonly UnitsFacts[];
  readonly timeZone: string;
  /** The promised instant, or when the units failed. */
  readonly deadline: EpochMilliseconds;
  /** The instant the offers open: the deadline, grace included, or when the promise was broken. */
  readonly lapses: EpochMilliseconds;
  /** The instant the offers end; those for units that failed do not. */
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
  if (!obligation) return undefined;
  const met = facts.claims.find(
    (claim) =>
      claim.obligationId === obligationId && claim.endedAt === undefined && claim.remedy !== 'wait',
  );
  if (obligation.failure)
    return {
      obligation,
      promise: undefined,
      units: obligation.units ?? [],
      timeZone: facts.timeZone,
      deadline: obligation.failure.at,
      lapses: obligation.failure.at,
      ends: Infinity,
      delivered: 'no',
      deliveredAt: undefined,
      met,
    };
  const promise = facts.promises.find((candidate) => candidate.id === obligation.promiseId);
  const deadline = promise && deadlineOf(promise);
  if (!promise || deadline === undefined) return undefined;
  const shipments = facts.shipments.filter(
    (shipment) => promise.shipmentId === undefined || shipment.id === promise.shipmentId,
  );
  const verdicts = shipments.map(({ id, events, proof, doubts = [], account }) =>
    shipmentVerdict(
      {
        ...{ id, events: [...events], proof, doubts: [...doubts] },
        ...(account ? { account: { received: account.received } } : {}),
      },
      now,
    ),
  );
  const arrived = verdicts.length > 0 && verdicts.every((verdict) => verdict.delivered);
  const times = verdicts.map((verdict) => verdict.deliveredAt);
  const deliveredAt =
    times.every((at) => at !== undefined) && arrived ? Math.max(...times) : undefined;
  const { state } = promiseVerdict(promise, { delivered: arrived, deliveredAt }, now);
  const lastDay = plusDays(dateOf(deadline, promise.timeZone), policy.offerDays);
  // A change without consent breaks the promise there and then, and moves its deadline by nothing.
  const imposed = imposedOf(promise);
  const brokenAt = imposed && toEpoch(imposed.answerBy ?? imposed.madeAt);
  return {
    obligation,
    promise,
    units: obligation.units ?? unitsIn(facts, shipments),
    timeZone: promise.timeZone,
    deadline,
    lapses: Math.min(deadline + (promise.grace ?? 0) * 1000, brokenAt ?? Infinity),
    ends: endOfDay(lastDay, promise.timeZone) ?? deadline,
    delivered: !arrived ? 'no' : state === 'kept' ? 'in-time' : 'late',
    deliveredAt,
    met,
  };
};

const add = (sum: Money, more: Money): Money => ({ ...sum, amount: sum.amount + more.amount });

/** Everything in some parcels. */
const unitsIn = (facts: OrderFacts, shipments: readonly ShipmentFacts[]): readonly UnitsFacts[] =>
  facts.lines
    .filter((line) => shipments.some((shipment) => shipment.lineIds.includes(line.id)))
    .map(({ id, quantity }) => ({ lineId: id, quantity }));

/** The lines that units belong to, with as many units as are meant. */
const linesOf = (facts: OrderFacts, units: readonly UnitsFacts[]) =>
  facts.lines.flatMap((line) => {
    const quantity = units.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });

/** What the customer gets back, part by part. The delivery is refunded with the whole of the goods. */
export const refundParts = (
  facts: OrderFacts,
  units: readonly UnitsFacts[],
  policy: Policy,
  language: Language,
): readonly AmountPart[] => {
  const lines = linesOf(facts, units);
  const goods = lines.map((line) => ({
    label: (line.quantity > 1 ? (line.nouns ?? line.noun) : line.noun)[language],
    amount: { ...line.price, amount: line.price.amount * line.quantity },
  }));
  const whole =
    facts.deliveryCharge.amount > 0 &&
    facts.lines.every((line) =>
      lines.some((one) => one.id === line.id && one.quantity === line.quantity),
    );
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
  { deadline, timeZone }: Standing,
  policy: Policy,
  askedAt: EpochMilliseconds,
  days = policy.refundDays,
): {
  readonly undoUntil: EpochMilliseconds;
  readonly leavesAt: EpochMilliseconds;
  readonly settlesAt: EpochMilliseconds;
  readonly sendBy: Due;
  readonly expectedBy: Due;
} => {
  const dayAfter = plusDays(dateOf(deadline, timeZone), 1);
  // Full hours: the offer then stays the same, byte for byte, while nothing changes.
  const undoUntil = Math.max(
    atLocal(dayAfter, policy.undoUntil, timeZone),
    upToHour(askedAt + policy.undoSeconds * 1000),
  );
  const sendDay = notSunday(dateOf(undoUntil, timeZone));
  const expected = notSunday(plusDays(dateOf(askedAt, timeZone), days));
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
  { timeZone }: Standing,
  policy: Policy,
  askedAt: EpochMilliseconds,
): Due => {
  const day = notSunday(plusDays(dateOf(askedAt, timeZone), policy.reshipDays));
  return inZone(atLocal(day, policy.reshipBefore, timeZone), timeZone);
};

/** What is sent from the shelf for a remedy: the same goods again, or those offered instead. */
export const goodsFor = (
  facts: OrderFacts,
  { obligation, units }: Standing,
  remedy: OfferFacts['remedy'],
): readonly { readonly sku: string; readonly quantity: number }[] => {
  const swap = obligation.failure?.swap;
  if (remedy === 'replace' && swap) return units.map(({ quantity }) => ({ sku: swap, quantity }));
  return remedy === 'reship'
    ? linesOf(facts, units).map(({ sku, quantity }) => ({ sku, quantity }))
    : [];
};

/** Whether enough of everything is there to send it. What is not known is not promised (R3). */
export const canSend = (
  facts: OrderFacts,
  state: Standing,
  remedy: OfferFacts['remedy'],
): boolean =>
  goodsFor(facts, state, remedy).every(({ sku, quantity }) => (facts.stock[sku] ?? 0) >= quantity);

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
  if (!state?.units.length || claim?.endedAt !== undefined || state.delivered === 'in-time')
    return undefined;
  // Once it is settled, the path of what was chosen is the story; the other choices are over.
  if (state.met && state.met.offerId !== offer.offerId) return undefined;

  const { timeZone } = facts;
  const context = { language, timeZone, phone: policy.phone.number };
  const unavailable = (
    code: 'delivered' | 'expired' | 'out-of-stock' | 'no-date',
    at?: EpochMilliseconds,
  ) => {
    const { reason, nextStep } = explain(code, { ...context, at });
    return { unavailable: { code, reason: `${reason} ${nextStep}` } };
  };
  const start = Math.max(now, state.lapses);
  const parts = [...refundParts(facts, state.units, policy, language)];
  const amount = refundAmount(parts);
  const { failure } = state.obligation;
  const [unit] = state.units;
  const base: RemedyOffer = {
    offerId: offer.offerId,
    remedy: offer.remedy,
    ...(state.promise ? { promiseId: state.promise.id } : {}),
    ...(state.promise?.shipmentId ? { shipmentId: state.promise.shipmentId } : {}),
    ...(failure && unit ? unit : {}),
    availableFrom: inZone(state.lapses, timeZone),
  };
  const method = offer.way?.method ?? facts.method;
  const refund = offer.remedy === 'refund' && amount ? { amount, parts, method } : {};
  if (state.delivered === 'late' && !claim)
    return offer.remedy === 'refund'
      ? { ...base, ...refund, ...unavailable('delivered', state.deliveredAt) }
      : undefined;
  if (now >= state.ends && !claim)
    return offer.remedy === 'refund'
      ? { ...base, ...refund, ...unavailable('expired', state.ends - 1) }
      : undefined;

  const open = {
    ...base,
    ...(state.ends === Infinity ? {} : { availableUntil: inZone(state.ends, timeZone) }),
  };
  if (offer.remedy === 'wait') {
    if (!failure) return open;
    return failure.again
      ? { ...open, expectedBy: dueDay(failure.again, timeZone) }
      : { ...open, ...unavailable('no-date') };
  }
  if (offer.remedy !== 'refund') {
    const goods = offer.remedy === 'replace' ? failure?.goods?.[language] : undefined;
    return {
      ...open,
      ...(goods ? { goods } : {}),
      ...(canSend(facts, state, offer.remedy) || claim
        ? { expectedBy: reshipBy(state, policy, claim?.askedAt ?? start) }
        : unavailable('out-of-stock')),
    };
  }
  const dates = refundDates(state, policy, claim?.askedAt ?? start, offer.way?.days);
  return {
    ...open,
    ...refund,
    expectedBy: dates.expectedBy,
    undoUntil: inZone(dates.undoUntil, timeZone),
  };
};

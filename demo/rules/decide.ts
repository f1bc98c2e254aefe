import type { OrderCommand, EpochMilliseconds, Outcome } from '../../src/model/index.js';
import type { ClaimFacts, OrderFacts, OfferFacts, RefundFacts } from './facts.js';
import {
  canSend,
  goodsFor,
  refundAmount,
  refundDates,
  refundParts,
  reshipBy,
  standing,
} from './offers.js';
import { MAISON_VERRE, policyFor } from './policy.js';
import type { Policy } from './policy.js';
import { dueDay, inZone } from './time.js';
import { explain, languageOf } from './words.js';

/** What has to be written, in one transaction, for the outcome to be true. */
export type Effect =
  | {
      readonly kind: 'claim';
      readonly claim: ClaimFacts;
      readonly refund?: RefundFacts;
      /** What leaves the shelf for it. */
      readonly takes?: ReturnType<typeof goodsFor>;
    }
  | {
      readonly kind: 'withdraw';
      readonly claim: ClaimFacts;
      readonly endedAt: EpochMilliseconds;
      /** The offer that stands again, under a new id: the old id keeps telling what became of it. */
      readonly reoffer: OfferFacts;
    };

/** An outcome that is true once its effect, if any, is written. */
export interface Decision {
  readonly outcome: Outcome;
  readonly effect?: Effect;
}

/** New identifiers, minted by the backend: random offer ids, references a person can say on the phone. */
export interface Mint {
  reference(remedy: OfferFacts['remedy']): string;
  offerId(): string;
}

const refundOutcome = (refund: RefundFacts, timeZone: string, failed: () => Outcome): Outcome => {
  const known = {
    reference: refund.reference,
    amount: refund.amount,
    method: refund.method,
    askedAt: inZone(refund.askedAt, timeZone),
    expectedBy: refund.expectedBy,
  };
  switch (refund.state) {
    case 'asked':
      // Nothing is called done before the bank says so (R7).
      return { status: 'pending', ...known, checkAfter: inZone(refund.confirmAt, timeZone) };
    case 'failed':
    case 'returned':
    case 'withdrawn':
      return failed();
    default:
      return {
        status: 'done',
        ...known,
        ...(refund.orderedAt === undefined
          ? {}
          : { orderedAt: inZone(refund.orderedAt, timeZone) }),
      };
  }
};

const claimOutcome = (facts: OrderFacts, claim: ClaimFacts, failed: () => Outcome): Outcome => {
  const refund = facts.refunds.find((candidate) => candidate.reference === claim.reference);
  if (refund) return refundOutcome(refund, facts.timeZone, failed);
  return {
    status: 'done',
    reference: claim.reference,
    askedAt: inZone(claim.askedAt, facts.timeZone),
    ...(claim.expectedBy ? { expectedBy: claim.expectedBy } : {}),
  };
};

type Refuse = (
  code: string,
  words: Parameters<typeof explain>[0],
  more?: { readonly at?: EpochMilliseconds | undefined; readonly reference?: string | undefined },
) => Outcome;

const refuser = (facts: OrderFacts, locale: string, policy: Policy): Refuse => {
  const base = {
    language: languageOf(locale),
    timeZone: facts.timeZone,
    phone: policyFor(facts, policy).phone.number,
  };
  return (code, words, more = {}) => ({
    status: 'refused',
    code,
    ...(more.reference ? { reference: more.reference } : {}),
    ...explain(words, { ...base, ...more }),
  });
};

/** What became of the action on an offer: `none` if it never arrived. */
export const outcomeOf = (
  facts: OrderFacts,
  offerId: string,
  locale: string,
  policy: Policy = MAISON_VERRE,
): Outcome => {
  const claim = facts.claims.find((candidate) => candidate.offerId === offerId);
  if (!claim) return { status: 'none' };
  const refuse = refuser(facts, locale, policy);
  const { reference, endedAt } = claim;
  const withdrawn = facts.refunds.some(
    (refund) => refund.reference === reference && refund.state === 'withdrawn',
  );
  return claimOutcome(facts, claim, () =>
    withdrawn
      ? refuse('taken-back', 'taken-back', { reference, at: endedAt })
      : refuse('refund-failed', 'refund-failed', { reference }),
  );
};

/**
 * The shop's answer to a command, and what must be written for it. Pure: it decides from the facts it
 * is given. That an obligation is met once although two decisions are taken from the same facts is
 * the database's work, by a unique constraint.
 *
 * Refusal codes: `unknown-offer`, `not-yet`, `expired`, `amount-changed`, `already-resolved`,
 * `unavailable`, `too-late`.
 *
 * @param now server time, epoch milliseconds
 */
export const decide = (
  facts: OrderFacts,
  command: Omit<OrderCommand, 'order'>,
  now: EpochMilliseconds,
  mint: Mint,
  locale: string,
  given: Policy = MAISON_VERRE,
): Decision => {
  const policy = policyFor(facts, given);
  const refuse = refuser(facts, locale, policy);
  const refused = (...parameters: Parameters<Refuse>): Decision => ({
    outcome: refuse(...parameters),
  });
  const offer = facts.offers.find((candidate) => candidate.offerId === command.offerId);
  const state = offer && standing(facts, offer.obligationId, policy, now);
  if (!offer || !state) return refused('unknown-offer', 'unknown-offer');
  const claim = facts.claims.find((candidate) => candidate.offerId === offer.offerId);
  return command.type === 'claim' ? take(state, offer) : takeBack(offer);

  function take(
    at: NonNullable<typeof state>,
    { obligationId, remedy, offerId, way }: OfferFacts,
  ): Decision {
    // The same offer again, from another tab or after a lost answer: what became of it, not a second one.
    if (claim && claim.endedAt === undefined)
      return { outcome: outcomeOf(facts, offerId, locale, policy) };
    if (claim)
      return refused('unavailable', 'taken-back', {
        at: claim.endedAt,
        reference: claim.reference,
      });
    if (at.met)
      return refused('already-resolved', 'already-resolved', { reference: at.met.reference });
    if (at.delivered !== 'no') return refused('unavailable', 'delivered', { at: at.deliveredAt });
    if (now < at.lapses) return refused('not-yet', 'not-yet', { at: at.lapses });
    if (now >= at.ends) return refused('expired', 'expired', { at: at.ends - 1 });
    if (!canSend(facts, at, remedy)) return refused('unavailable', 'out-of-stock');
    const { failure } = at.obligation;
    if (remedy === 'wait' && failure && !failure.again) return refused('unavailable', 'no-date');

    const parts = refundParts(facts, at.units, policy, languageOf(locale));
    const amount = refundAmount(parts);
    if (remedy === 'refund' && !amount) return refused('unknown-offer', 'unknown-offer');
    const asked = command.amount;
    const owed = remedy === 'refund' ? amount : undefined;
    if (asked && (asked.amount !== owed?.amount || asked.currency !== owed.currency)) {
      const { outcome } = refused('amount-changed', 'amount-changed');
      return { outcome: { ...outcome, ...(owed ? { amount: owed } : {}) } };
    }

    const reference = mint.reference(remedy);
    const common = { reference, offerId, obligationId, remedy, askedAt: now };
    if (remedy !== 'refund' || !amount) {
      const expectedBy =
        remedy !== 'wait'
          ? reshipBy(at, policy, now)
          : failure?.again && dueDay(failure.again, at.timeZone);
      const made: ClaimFacts = { ...common, ...(expectedBy ? { expectedBy } : {}) };
      const takes = goodsFor(facts, at, remedy);
      return {
        outcome: claimOutcome(facts, made, () => ({ status: 'unknown' })),
        effect: { kind: 'claim', claim: made, ...(takes.length ? { takes } : {}) },
      };
    }
    const dates = refundDates(at, policy, now, way?.days);
    const refund: RefundFacts = {
      reference,
      offerId,
      state: 'asked',
      amount,
      method: way?.method ?? facts.method,
      askedAt: now,
      answerBy: now + policy.answerSeconds * 1000,
      confirmAt: now + policy.bankDelay * 1000,
      ...dates,
    };
    return {
      outcome: refundOutcome(refund, facts.timeZone, () => ({ status: 'unknown' })),
      effect: { kind: 'claim', claim: { ...common, expectedBy: dates.expectedBy }, refund },
    };
  }

  function takeBack({ remedy, obligationId, way }: OfferFacts): Decision {
    if (!claim) return refused('unavailable', 'nothing-asked');
    const refund = facts.refunds.find((candidate) => candidate.reference === claim.reference);
    if (refund?.state === 'failed' || refund?.state === 'returned')
      return { outcome: outcomeOf(facts, claim.offerId, locale, policy) };
    // Taken back already: saying so again is no harm.
    if (claim.endedAt !== undefined)
      return {
        outcome: {
          status: 'done',
          reference: claim.reference,
          askedAt: inZone(claim.askedAt, facts.timeZone),
        },
      };
    if (claim.remedy === 'reship' || claim.remedy === 'replace')
      return refused('too-late', 'parcel-prepared', { reference: claim.reference });
    if (refund && refund.state !== 'asked' && refund.state !== 'ordered')
      return refused('too-late', 'too-late', { at: refund.sentAt, reference: refund.reference });
    const known = refund ? { amount: refund.amount, method: refund.method } : {};
    return {
      outcome: {
        status: 'done',
        reference: claim.reference,
        ...known,
        askedAt: inZone(claim.askedAt, facts.timeZone),
      },
      effect: {
        kind: 'withdraw',
        claim,
        endedAt: now,
        reoffer: { offerId: mint.offerId(), obligationId, remedy, ...(way && { way }) },
      },
    };
  }
};

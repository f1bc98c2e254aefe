import type { EpochMilliseconds } from '../../src/model/index.js';
import { bankStep } from './bank.js';
import type { Effect } from './decide.js';
import type { OrderFacts } from './facts.js';

/** The facts once an effect is written. The server writes rows instead; the result is the same. */
export const applied = (facts: OrderFacts, effect: Effect): OrderFacts => {
  const version = facts.version + 1;
  if (effect.kind === 'claim')
    return {
      ...facts,
      version,
      claims: [...facts.claims, effect.claim],
      refunds: effect.refund ? [...facts.refunds, effect.refund] : facts.refunds,
    };
  const { claim, endedAt, reoffer } = effect;
  return {
    ...facts,
    version,
    claims: facts.claims.map((one) =>
      one.reference === claim.reference ? { ...one, endedAt } : one,
    ),
    refunds: facts.refunds.map((one) =>
      one.reference === claim.reference ? { ...one, state: 'withdrawn', endedAt } : one,
    ),
    offers: [...facts.offers, reoffer],
  };
};

/** The facts after every step that the bank owes by now; the same object if there is none. */
export const settledBy = (facts: OrderFacts, now: EpochMilliseconds): OrderFacts => {
  const refunds = facts.refunds.map((refund) => {
    let current = refund;
    for (let next = bankStep(current, now); next; next = bankStep(current, now)) current = next;
    return current;
  });
  const moved = refunds.some((refund, index) => refund !== facts.refunds[index]);
  return moved ? { ...facts, version: facts.version + 1, refunds } : facts;
};

import type { Blocked, EpochMilliseconds } from '../../src/model/index.js';
import type { RefundFacts } from './facts.js';

/** The next thing the bank does with a refund, and when; `undefined` once it has ended. */
export const bankDue = (refund: RefundFacts): EpochMilliseconds | undefined => {
  if (refund.blocked) return undefined;
  switch (refund.state) {
    case 'asked':
      return refund.confirmAt;
    case 'ordered':
      return refund.leavesAt;
    case 'sent':
      return refund.settlesAt;
    default:
      return undefined;
  }
};

/**
 * Something holds a refund up, or lets it go on: what was due meanwhile is done then, and not dated back.
 * The dates that were promised stay as they are.
 *
 * @param blocked by whom and why; `undefined` lets it go on
 * @returns `undefined` if the refund has ended, or is so already
 */
export const heldUp = (
  refund: RefundFacts,
  blocked: Blocked | undefined,
  now: EpochMilliseconds,
): RefundFacts | undefined => {
  const moves = ['asked', 'ordered', 'sent'].includes(refund.state);
  if (!moves || !blocked === !refund.blocked) return undefined;
  return {
    ...refund,
    blocked,
    ...(!blocked && {
      confirmAt: Math.max(refund.confirmAt, now),
      leavesAt: Math.max(refund.leavesAt, now),
      settlesAt: Math.max(refund.settlesAt, now),
    }),
  };
};

/**
 * One step of the bank: it confirms, sends, credits, each dated with the instant it was due. A refund
 * that was taken back takes no step.
 *
 * @param now server time, epoch milliseconds
 * @returns the refund afterwards, or `undefined` if nothing happens yet
 */
export const bankStep = (refund: RefundFacts, now: EpochMilliseconds): RefundFacts | undefined => {
  const due = bankDue(refund);
  if (due === undefined || now < due) return undefined;
  switch (refund.state) {
    case 'asked':
      return { ...refund, state: 'ordered', orderedAt: due };
    case 'ordered':
      return { ...refund, state: 'sent', sentAt: due };
    default:
      return { ...refund, state: 'settled', settledAt: due };
  }
};

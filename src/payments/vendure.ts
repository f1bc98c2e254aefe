/**
 * A refund as Vendure tells of it. Its `Settled` means that the payment provider has carried it out, not
 * that the money is on the customer's account: it is `sent` here, never `settled`.
 */
import type { Refund } from '../model/index.js';
import { numberOf, recordOf } from './read.js';

/**
 * Vendure's refund as a refund of the order, over what was known of it.
 *
 * | Vendure | here |
 * | --- | --- |
 * | `Pending` | `asked`: nobody has told the bank yet, or it has not answered |
 * | `Settled` | `sent` |
 * | `Failed` | `failed`, or `returned` if it had been sent |
 *
 * @param now when Vendure said so, as an RFC 3339 instant
 * @returns `undefined` if it is no refund, or one in a state nobody knows: then what was known stands
 */
export const vendureRefund = (input: unknown, known: Refund, now: string): Refund | undefined => {
  const { state, total } = recordOf(input);
  const minor = numberOf(total);
  const amount =
    known.amount && minor !== undefined && minor >= 0
      ? { ...known.amount, amount: minor }
      : known.amount;
  const base: Refund = {
    ...known,
    ...(amount && { amount }),
    parts: amount?.amount === known.amount?.amount ? known.parts : undefined,
  };
  const hadLeft = known.state === 'sent' || known.state === 'settled';
  switch (state) {
    case 'Pending':
      // What a bank has confirmed before is not taken back by a copy that does not know it.
      return { ...base, state: known.state === 'ordered' ? 'ordered' : 'asked' };
    case 'Settled':
      return { ...base, state: hadLeft ? known.state : 'sent', sentAt: known.sentAt ?? now };
    case 'Failed':
      return {
        ...base,
        state: hadLeft ? 'returned' : 'failed',
        endedAt: known.endedAt ?? now,
      };
    default:
      return undefined;
  }
};

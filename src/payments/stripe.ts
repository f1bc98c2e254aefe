/**
 * A refund as Stripe tells of it. Nothing is said that Stripe has not: its `succeeded` means that the money
 * has left, and only a bank statement can say more, so it is never `settled` here.
 */
import type { Refund } from '../model/index.js';
import { instantOf, numberOf, recordOf, textOf } from './read.js';

/** Currencies that Stripe counts in hundredths, and ISO 4217 in whole units. */
const IN_HUNDREDTHS = ['ISK', 'UGX'];

/**
 * Stripe's refund object as a refund of the order. Give the refund as it was known to it: its reference,
 * dates and parts stay, and what failed after it had left is told as come back.
 *
 * | Stripe | here |
 * | --- | --- |
 * | `requires_action` | `asked`, blocked by the customer |
 * | `pending` | `ordered`; with `insufficient_funds` blocked by the shop |
 * | `succeeded` | `sent`; a reversal where the card's charge is taken back |
 * | `failed` | `failed`, or `returned` if it had been sent |
 * | `canceled` | `failed` |
 *
 * @param now when Stripe said so, as an RFC 3339 instant
 * @returns `undefined` if it is no refund, or one in a state nobody knows: then what was known stands
 */
export const stripeRefund = (input: unknown, known: Refund, now: string): Refund | undefined => {
  const { status, created, amount, currency, pending_reason, destination_details } =
    recordOf(input);
  const code = textOf(currency)?.toUpperCase();
  const minor = numberOf(amount);
  const whole = code !== undefined && IN_HUNDREDTHS.includes(code);
  const said =
    code === undefined || minor === undefined || minor < 0 || (whole && minor % 100 !== 0)
      ? known.amount
      : { amount: whole ? minor / 100 : minor, currency: code };
  const card = recordOf(recordOf(destination_details)['card']);
  const base: Refund = {
    ...known,
    // What holds it up is what Stripe says now.
    blocked: undefined,
    ...(said && { amount: said }),
    // Parts of another sum would not add up to it.
    parts: said?.amount === known.amount?.amount ? known.parts : undefined,
    ...(card['type'] === 'reversal' && { reversal: true }),
  };
  const orderedAt = known.orderedAt ?? instantOf(created);
  switch (status) {
    case 'requires_action':
      return { ...base, state: 'asked', blocked: { by: { kind: 'customer' } } };
    case 'pending':
      return {
        ...base,
        state: 'ordered',
        ...(orderedAt && { orderedAt }),
        ...(pending_reason === 'insufficient_funds' && { blocked: { by: { kind: 'shop' } } }),
      };
    case 'succeeded':
      return {
        ...base,
        state: known.state === 'settled' ? 'settled' : 'sent',
        ...(orderedAt && { orderedAt }),
        sentAt: known.sentAt ?? now,
      };
    case 'failed':
    case 'canceled': {
      const hadLeft = known.state === 'sent' || known.state === 'settled';
      return {
        ...base,
        state: status === 'failed' && hadLeft ? 'returned' : 'failed',
        ...(orderedAt && { orderedAt }),
        endedAt: known.endedAt ?? now,
      };
    }
    default:
      return undefined;
  }
};

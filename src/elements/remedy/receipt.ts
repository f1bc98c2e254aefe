import type { RemedyMessages } from '../../i18n/index.js';
import { toEpoch, type Refund } from '../../model/index.js';
import { methodWords, type Context } from '../telling.js';

/**
 * What the customer can keep of a refund: every date with its year, the sum and its parts to the minor
 * unit, the references. Nothing that the backend has not said.
 */
export const receiptText = (
  refund: Refund,
  { order, m, f, now }: Context,
  rm: RemedyMessages,
): string => {
  const { amount, parts, expectedBy, settledAt, endedAt, statement } = refund;
  // A `now` of another year writes the year with every date.
  const at = (instant: string | undefined): string | undefined => {
    const epoch = toEpoch(instant);
    return epoch === undefined ? undefined : f.dateTime(epoch, 0);
  };
  const due =
    typeof expectedBy === 'string'
      ? at(expectedBy)
      : expectedBy && `${f.civil(expectedBy.date)}\u00a0${expectedBy.date.slice(0, 4)}`;
  const adds =
    parts?.length && parts.reduce((sum, part) => sum + part.amount.amount, 0) === amount?.amount;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [rm.refund, refund.reference],
    [rm.order, order.reference],
    [
      rm.amount,
      amount &&
        f.money(amount) +
          (adds
            ? ` (${parts.map((part) => `${part.label} ${f.money(part.amount)}`).join(', ')})`
            : ''),
    ],
    [rm.to, methodWords(refund.method, m)],
    [rm.wrong, statement && rm.ground[statement.ground]],
    [rm.asked, at(refund.askedAt)],
    [rm.ordered, at(refund.orderedAt)],
    [rm.sent, at(refund.sentAt)],
    [rm.settled, at(settledAt)],
    [rm.ended, at(endedAt)],
    [rm.expected, settledAt || endedAt ? undefined : due],
    [rm.written, f.dateTime(now, 0)],
  ];
  return rows
    .flatMap(([label, value]) => (value === undefined ? [] : [rm.row(label, value)]))
    .join('\n');
};

import type { RemedyMessages } from '../../i18n/index.js';
import { toEpoch, type Refund } from '../../model/index.js';
import { refundVerdict } from '../../verdicts/index.js';
import { methodWords, type Context } from '../telling.js';
import { partsOf, stepNames } from '../templates/path.js';

/**
 * What the customer can keep of a refund: every date with its year, the sum and its parts to the minor
 * unit, the references. Nothing that the backend has not said.
 */
export const receiptText = (
  refund: Refund,
  { order, m, f, now, asOf }: Context,
  rm: RemedyMessages,
): string => {
  const { amount, expectedBy, state, statement } = refund;
  const parts = partsOf(refund);
  // A `now` of another year writes the year with every date.
  const at = (instant: string | undefined): string | undefined => {
    const epoch = toEpoch(instant);
    return epoch === undefined ? undefined : f.dateTime(epoch, 0);
  };
  const due =
    typeof expectedBy === 'string'
      ? at(expectedBy)
      : expectedBy && f.wall.date(Date.parse(expectedBy.date), 0);
  const names = stepNames(refund, rm);
  const steps = refundVerdict(refund, asOf).steps.map(
    ({ step, done }) =>
      [names[step], done ? (at(refund[`${step}At`]) ?? rm.notDated) : undefined] as const,
  );
  const isOver = state === 'failed' || state === 'returned' || state === 'withdrawn';
  const rows: readonly (readonly [string, string | undefined])[] = [
    [rm.refund, refund.reference || undefined],
    [rm.order, order.reference],
    [
      rm.amount,
      amount
        ? f.money(amount) +
          (parts
            ? ` (${f.list(parts.map((part) => `${part.label} ${f.money(part.amount)}`))})`
            : '')
        : rm.noAmount,
    ],
    [rm.to, methodWords(refund.method, m)],
    [rm.wrong, statement && rm.ground[statement.ground]],
    ...steps,
    [isOver ? rm.over[state] : '', isOver ? (at(refund.endedAt) ?? rm.notDated) : undefined],
    [rm.expected, isOver || state === 'settled' ? undefined : due],
    [rm.written, f.dateTime(now, 0)],
  ];
  return rows
    .flatMap(([label, value]) => (value === undefined ? [] : [rm.row(label, value)]))
    .join('\n');
};

import { toEpoch, type EpochMilliseconds, type Refund } from '../model/index.js';
import type { Timed } from './freshness.js';
import { earliest } from './freshness.js';
import { dueAt } from './promise.js';

/** One step of the money's path, as it is shown. */
export interface RefundStep extends Timed {
  readonly step: 'asked' | 'ordered' | 'sent' | 'settled';
  readonly done: boolean;
  readonly at: EpochMilliseconds | undefined;
}

/** What can be said of a refund (R8). */
export interface RefundVerdict extends Timed {
  readonly state: Refund['state'];
  readonly steps: readonly RefundStep[];
  /** A date that was given has passed: the answer of the bank, the sending or the arrival. */
  readonly late: 'answer' | 'sending' | 'arrival' | undefined;
  /** Nothing moves, and the next step that was promised is overdue. */
  readonly stuck: boolean;
  /** Whether the customer may still take it back. */
  readonly undoable: boolean;
}

const PATH = ['asked', 'ordered', 'sent', 'settled'] as const;

/**
 * R7 and R8: a step is done only if the backend says so; the date of a later step is a promise, and
 * when it passes the verdict says which.
 *
 * @param now server time, epoch milliseconds
 */
export const refundVerdict = (refund: Refund, now: EpochMilliseconds): RefundVerdict => {
  const times = {
    asked: toEpoch(refund.askedAt),
    ordered: toEpoch(refund.orderedAt),
    sent: toEpoch(refund.sentAt),
    settled: toEpoch(refund.settledAt),
  };
  const reached = PATH.indexOf(refund.state as 'asked');
  // A refund that failed, came back or was withdrawn got as far as its dated steps show.
  const done = (index: number): boolean =>
    reached >= 0 ? index <= reached : PATH.slice(index).some((step) => times[step] !== undefined);
  const dues = {
    answer: refund.state === 'asked' ? toEpoch(refund.answerBy) : undefined,
    sending: refund.state === 'ordered' ? dueAt(refund.sendBy) : undefined,
    arrival:
      refund.state === 'ordered' || refund.state === 'sent' ? dueAt(refund.expectedBy) : undefined,
  };
  const passed = (due: EpochMilliseconds | undefined): boolean => due !== undefined && now >= due;
  const step = toEpoch(refund.blocked?.deadline);
  const undoUntil = toEpoch(refund.undoUntil);
  const open = refund.state === 'asked' || refund.state === 'ordered';
  return {
    state: refund.state,
    steps: PATH.map((step, index) => ({
      step,
      done: done(index),
      at: done(index) ? times[step] : undefined,
    })),
    late: passed(dues.arrival)
      ? 'arrival'
      : passed(dues.sending)
        ? 'sending'
        : passed(dues.answer)
          ? 'answer'
          : undefined,
    stuck: passed(step),
    undoable: open && undoUntil !== undefined && now < undoUntil,
    changesAt: earliest(
      now,
      step,
      dues.answer,
      dues.sending,
      dues.arrival,
      open ? undoUntil : undefined,
    ),
  };
};

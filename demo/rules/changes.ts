import type {
  DeliveryPromise,
  EpochMilliseconds,
  Instant,
  Revision,
  Source,
  Window,
} from '../../src/model/index.js';
import { agreedOf, windowEnd } from '../../src/verdicts/index.js';
import type { OrderFacts } from './facts.js';
import { inZone } from './time.js';

/** What a carrier says of a promise: another time, as a question or as a fact. */
export interface ChangeFacts {
  /** The carrier's own; said again it is the same change. */
  readonly id: string;
  readonly from: Instant;
  readonly before: Instant;
  /** In the carrier's words, and their language (BCP 47). */
  readonly reason?: string | undefined;
  readonly lang?: string | undefined;
  readonly answerBy?: Instant | undefined;
  readonly ifSilent?: Revision['ifSilent'];
}

const withPromise = (facts: OrderFacts, promise: DeliveryPromise): OrderFacts => ({
  ...facts,
  promises: facts.promises.map((one) => (one.id === promise.id ? promise : one)),
});

/** What follows from a question that ran out, where the carrier had said that it comes anyway. */
const madeAnyway = ({ id, window, source, reason, lang, answerBy }: Revision): Revision => ({
  ...{ id: `${id}-imposed`, window, state: 'imposed', source, madeAt: answerBy },
  ...(reason && { reason, lang }),
  answerable: true,
});

/**
 * The order once every answer that was to come by now has come or not: silence is not consent. The question
 * has run out and what was agreed stands; where the carrier had said so, it comes at the other time all the
 * same, and that is a change of its own, made without consent (R5, R6).
 *
 * @returns the same object if nothing has run out
 */
export const answered = (facts: OrderFacts, now: EpochMilliseconds): OrderFacts => {
  let next = facts;
  for (const promise of facts.promises) {
    const due = ({ state, answerBy }: Revision) =>
      state === 'proposed' && answerBy !== undefined && now >= Date.parse(answerBy);
    const { revisions = [] } = promise;
    if (!revisions.some(due)) continue;
    next = withPromise(next, {
      ...promise,
      revisions: [
        ...revisions.map((one) => (due(one) ? { ...one, state: 'expired' as const } : one)),
        ...revisions.filter((one) => due(one) && one.ifSilent === 'moves').map(madeAnyway),
      ],
    });
  }
  return next;
};

/** The promise a carrier means: the only one of its parcel. */
const promiseOf = (facts: OrderFacts, shipmentId: string): DeliveryPromise | undefined => {
  const own = facts.promises.filter(
    (promise) => promise.shipmentId === undefined || promise.shipmentId === shipmentId,
  );
  return own.length === 1 ? own[0] : undefined;
};

const sameWindow = (one: Window | undefined, other: Window): boolean =>
  one?.kind === other.kind && one.from === other.from && one.before === other.before;

/** Adds a change; a question of the same carrier that is still open is replaced by it. */
const added = (
  promise: DeliveryPromise,
  revision: Revision,
  replaces: (one: Revision) => boolean,
): DeliveryPromise => ({
  ...promise,
  revisions: [
    ...(promise.revisions ?? []).map((one) =>
      one.state === 'proposed' && replaces(one) ? { ...one, state: 'replaced' as const } : one,
    ),
    revision,
  ],
});

/** What became of a carrier's word: the order after it, or the code of why there is none. */
export type Changed = OrderFacts | 'unknown' | 'invalid' | 'answered';

/**
 * A carrier asks for another time, or says that it comes at another time whatever the customer wants.
 * The promise itself stays as it was (R5).
 *
 * @returns the same order for a change that is known already
 */
export const changeOf = (
  facts: OrderFacts,
  shipmentId: string,
  change: ChangeFacts,
  state: 'proposed' | 'imposed',
  now: EpochMilliseconds,
): Changed => {
  const promise = promiseOf(facts, shipmentId);
  const carrier = facts.shipments.find(({ id }) => id === shipmentId)?.carrier.name;
  if (!promise || !carrier) return 'unknown';
  if (promise.revisions?.some(({ id }) => id === change.id)) return facts;
  const { timeZone } = promise;
  const zoned = (instant: Instant) => inZone(Date.parse(instant), timeZone);
  const { id, reason, lang, answerBy, ifSilent } = change;
  const window: Window = {
    kind: 'slot',
    from: zoned(change.from),
    before: zoned(change.before),
    timeZone,
  };
  const end = windowEnd(window)!;
  if (
    Date.parse(change.from) >= end ||
    now >= end ||
    (state === 'proposed' && answerBy !== undefined && now >= Date.parse(answerBy)) ||
    sameWindow(agreedOf(promise), window)
  )
    return 'invalid';
  const source: Source = { kind: 'carrier', name: carrier };
  const revision: Revision = {
    ...{ id, window, state, source, madeAt: inZone(now, timeZone) },
    ...(reason ? { reason } : {}),
    ...(reason && lang ? { lang } : {}),
    ...(state === 'proposed' && answerBy ? { answerBy: zoned(answerBy) } : {}),
    ...(state === 'proposed' && ifSilent ? { ifSilent } : {}),
    // Who was not asked may still say what he wants.
    ...(state === 'imposed' ? { answerable: true } : {}),
  };
  return withPromise(
    facts,
    added(
      promise,
      revision,
      // What is imposed leaves no question open.
      (one) => state === 'imposed' || one.source?.name === carrier,
    ),
  );
};

/** A carrier takes its question back. @returns the same order if it has already */
export const withdrawn = (facts: OrderFacts, id: string): Changed => {
  const promise = facts.promises.find(({ revisions }) => revisions?.some((one) => one.id === id));
  const revision = promise?.revisions?.find((one) => one.id === id);
  if (!promise || !revision) return 'unknown';
  if (revision.state === 'withdrawn') return facts;
  if (revision.state !== 'proposed') return 'answered';
  return withPromise(facts, {
    ...promise,
    revisions: promise.revisions!.map((one) =>
      one === revision ? { ...one, state: 'withdrawn' } : one,
    ),
  });
};

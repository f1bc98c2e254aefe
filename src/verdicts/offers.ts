import { toEpoch, type EpochMilliseconds, type Order, type RemedyOffer } from '../model/index.js';
import { earliest, type Timed } from './freshness.js';

/** An offer as it may be shown now: open to a click, or listed with its reason (R10). */
export interface ShownOffer {
  readonly offer: RemedyOffer;
  readonly open: boolean;
}

/** The remedies to show now. */
export interface OffersVerdict extends Timed {
  readonly shown: readonly ShownOffer[];
  /** Those for something else than a broken promise: the customer says first what is wrong. */
  readonly told: readonly ShownOffer[];
  /** Those for goods that came after the money had left. */
  readonly after: readonly ShownOffer[];
}

const RANK: readonly RemedyOffer['remedy'][] = ['refund', 'reship', 'replace', 'cancel', 'wait'];
// Where goods cannot be had, several answers are fair: keeping the order comes first.
const LINE_RANK: readonly RemedyOffer['remedy'][] = [
  'wait',
  'replace',
  'reship',
  'refund',
  'cancel',
];
// Store credit is never first: it comes after every other way (R12).
const rank = ({ remedy, lineId, method }: RemedyOffer): number =>
  (lineId === undefined ? RANK : LINE_RANK).indexOf(remedy) +
  (method?.kind === 'credit' ? RANK.length : 0);

/**
 * Which offers stand now. One that opens later is not shown before its time (R6: never early); one
 * whose time ran out disappears unless the backend gives a reason; one that was claimed is no offer.
 *
 * @param now server time, epoch milliseconds; a lower bound
 */
export const offersVerdict = (order: Order, now: EpochMilliseconds): OffersVerdict => {
  const taken = new Set<string | undefined>([
    ...(order.refunds ?? [])
      .filter((refund) => refund.state !== 'withdrawn')
      .map((refund) => refund.offerId),
    ...(order.claims ?? []).map((claim) => claim.offerId),
  ]);
  const offers = (order.offers ?? []).filter((offer) => !taken.has(offer.offerId));
  const standing = offers
    .filter((offer) => {
      const from = toEpoch(offer.availableFrom);
      const until = toEpoch(offer.availableUntil);
      return (
        (from === undefined || now >= from) &&
        (until === undefined || now < until || offer.unavailable !== undefined)
      );
    })
    .map((offer) => ({ offer, open: offer.unavailable === undefined }))
    .sort((a, b) => rank(a.offer) - rank(b.offer));
  const isAfter = ({ offer: { remedy } }: ShownOffer): boolean =>
    remedy === 'keep' || remedy === 'return';
  const isTold = ({ offer: { grounds } }: ShownOffer): boolean =>
    !!grounds && !grounds.includes('not-delivered');
  return {
    shown: standing.filter((entry) => !isAfter(entry) && !isTold(entry)),
    told: standing.filter((entry) => !isAfter(entry) && entry.offer.grounds),
    after: standing.filter(isAfter),
    changesAt: earliest(
      now,
      ...offers.flatMap((offer) => [toEpoch(offer.availableFrom), toEpoch(offer.availableUntil)]),
    ),
  };
};

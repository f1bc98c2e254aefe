import { toEpoch, type CarrierChoice, type EpochMilliseconds } from '../model/index.js';
import type { JudgedShipment } from './order.js';

/** Who may bring a parcel, as it stands now. */
export interface CarrierVerdict {
  /** What comes about if nobody chooses. */
  readonly stands: CarrierChoice;
  /** Everything there is to choose from, what stands first, the rest as the backend lists it. */
  readonly choices: readonly CarrierChoice[];
  /** Whether the time to choose has not run out. */
  readonly open: boolean;
  /** When it does; `undefined` if only the parcel's leaving ends it. */
  readonly ends: EpochMilliseconds | undefined;
  /** When the customer chose what stands. */
  readonly chosenAt: EpochMilliseconds | undefined;
}

/**
 * Who may bring a parcel; `undefined` where nothing is offered, or where anything but its announcement was
 * recorded: a parcel that has left has its carrier.
 *
 * @param now server time, epoch milliseconds
 */
export const carrierVerdict = (
  { shipment: { carrierOffer }, verdict: { event } }: JudgedShipment,
  now: EpochMilliseconds,
): CarrierVerdict | undefined => {
  const stands = carrierOffer?.choices.find(({ choiceId }) => choiceId === carrierOffer.stands);
  if (!carrierOffer || !stands || (event && event.phase !== 'announced')) return undefined;
  const ends = toEpoch(carrierOffer.until);
  return {
    stands,
    choices: [stands, ...carrierOffer.choices.filter((choice) => choice !== stands)],
    open: now < (ends ?? Infinity),
    ends,
    chosenAt: toEpoch(carrierOffer.chosenAt),
  };
};

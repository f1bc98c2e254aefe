import type { Estimate } from '../model/index.js';
import {
  address,
  backwards,
  day,
  entries,
  estimateBy,
  eventTime,
  instant,
  known,
  list,
  placeOf,
  reading,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `status` of a Tracker and of each TrackingDetail, and `status_detail`, which adds to it.
 * Source: `ITrackerStatus` and `ITrackerStatusDetail` of EasyPost's client library (npm @easypost/api 8.9.0),
 * compared on 30 November 2026: 10 and 28 words, 5 of them in both.
 * `unknown` and `error` speak of EasyPost's knowledge, `expired` of its patience, not of the parcel: no
 * phase. A party stands only where the word itself names one: `lost` or `held` does not say who.
 * `canceled` is how older payloads spell it.
 */
const MEANINGS: Meanings = {
  unknown: {},
  pre_transit: { phase: 'announced' },
  in_transit: { phase: 'in-transit' },
  out_for_delivery: { phase: 'out-for-delivery' },
  delivered: { phase: 'delivered' },
  available_for_pickup: { phase: 'ready-for-pickup' },
  return_to_sender: { phase: 'returning' },
  failure: { phase: 'problem' },
  cancelled: { phase: 'cancelled' },
  canceled: { phase: 'cancelled' },
  error: {},

  address_correction: {},
  arrived_at_destination: { movement: 'arrived' },
  arrived_at_facility: { movement: 'arrived' },
  arrived_at_pickup_location: { phase: 'ready-for-pickup', movement: 'arrived' },
  awaiting_information: {},
  damaged: { phase: 'problem', besideDelivery: true },
  delayed: { phase: 'problem', besideDelivery: true },
  delivery_exception: { phase: 'problem' },
  departed_facility: { movement: 'left' },
  departed_origin_facility: { movement: 'left' },
  expired: {},
  held: { phase: 'problem' },
  label_created: { phase: 'announced' },
  lost: { phase: 'problem' },
  missorted: { phase: 'problem', party: 'carrier', besideDelivery: true },
  received_at_destination_facility: { movement: 'arrived' },
  received_at_origin_facility: { movement: 'arrived' },
  refused: { phase: 'problem', party: 'recipient' },
  return: { phase: 'returning' },
  status_update: {},
  transferred_to_destination_carrier: {},
  transit_exception: { phase: 'problem' },
  weather_delay: { phase: 'problem', party: 'weather', besideDelivery: true },
};

/** EasyPost writes a local date as midnight with a Z; the local day, where given, is preferred. */
const estimateOf = (tracker: Readonly<Record<string, unknown>>): Estimate | undefined => {
  const localDay = day(entries(tracker['carrier_detail'])['est_delivery_date_local']);
  const estimate = localDay ? { date: localDay } : estimateBy(tracker['est_delivery_date']);
  return estimate && known({ ...estimate, observedAt: instant(tracker['updated_at']) });
};

/**
 * Reads an EasyPost Tracker, bare or inside the Event that a webhook delivers.
 *
 * Never throws. What cannot be read is left out; a code that EasyPost added since is kept with its
 * words and counted in `unmapped`. `datetime` carries the local offset when EasyPost knows the place,
 * else UTC (docs.easypost.com/docs/trackers).
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if this is not a Tracker
 */
export const parseEasyPost = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const outer = entries(payload);
  const tracker = outer['object'] === 'Event' ? entries(outer['result']) : outer;
  if (tracker['object'] !== 'Tracker') return undefined;

  const { meaning, event, report } = reading(options);
  const trackingNumber = text(tracker['tracking_code']);
  if (!trackingNumber) return report([]);

  const carrierName = options.carrierName ?? text(tracker['carrier']);
  const onItsWay = (...codes: readonly (string | undefined)[]) => {
    const said = meaning(...codes.map((code) => [MEANINGS, code] as const));
    return tracker['is_return'] === true ? backwards(said) : said;
  };
  const events = list(tracker['tracking_details']).map((item) => {
    const scan = entries(item);
    const status = text(scan['status']);
    const detail = text(scan['status_detail']);
    const location = entries(scan['tracking_location']);
    return event(onItsWay(status, detail), {
      ...eventTime(scan['datetime'], {
        country: text(location['country']),
        region: text(location['state']),
        postalCode: text(location['zip']),
      }),
      code: text(scan['carrier_code']) ?? detail ?? status,
      words: text(scan['message']) ?? text(scan['description']),
      place: placeOf(location['city'], location['state'], location['country']),
      name: options.carrierName ?? text(scan['source']) ?? carrierName,
    });
  });
  const status = text(tracker['status']);

  return report([
    {
      trackingNumber,
      status: event(onItsWay(status), { code: status }),
      proof: known({ signatory: text(tracker['signed_by']) }),
      shipment: known({
        carrier: carrierName ? { name: carrierName } : undefined,
        trackingUrl: address(tracker['public_url']),
        events,
        estimate: estimateOf(tracker),
        statusWords: status,
        observedAt: instant(tracker['updated_at']),
      }),
    },
  ]);
};

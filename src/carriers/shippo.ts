import {
  entries,
  estimateBy,
  eventTime,
  instant,
  known,
  list,
  nameOf,
  placeOf,
  reading,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `status`.
 * Source: `TrackingStatusEnum` of Shippo's client library (npm shippo 2.18.0), compared on 30 November 2026.
 * RETURNED is on its way back or back already: the lesser of both. UNKNOWN was not found.
 */
const STATUS: Meanings = {
  UNKNOWN: {},
  PRE_TRANSIT: { phase: 'announced' },
  TRANSIT: { phase: 'in-transit', broad: true },
  DELIVERED: { phase: 'delivered' },
  RETURNED: { phase: 'returning' },
  FAILURE: { phase: 'problem', broad: true },
};

/**
 * `substatus.code`.
 * Source: docs.goshippo.com/docs/tracking/tracking, "Event definitions", read November 2026; compared on
 * 30 November 2026 with integrations that repeat the list.
 * None of them says whose doing it is.
 */
const SUBSTATUS: Meanings = {
  information_received: { phase: 'announced' },
  address_issue: { phase: 'problem' },
  contact_carrier: { phase: 'problem', asks: 'contact' },
  delayed: { phase: 'problem', besideDelivery: true },
  delivery_attempted: { phase: 'attempted' },
  delivery_rescheduled: { phase: 'in-transit' },
  delivery_scheduled: { phase: 'in-transit' },
  location_inaccessible: { phase: 'problem' },
  notice_left: { phase: 'attempted' },
  out_for_delivery: { phase: 'out-for-delivery' },
  package_accepted: { phase: 'collected' },
  package_arrived: { phase: 'in-transit', movement: 'arrived' },
  package_damaged: { phase: 'problem', besideDelivery: true },
  package_departed: { phase: 'in-transit', movement: 'left' },
  package_forwarded: { phase: 'in-transit' },
  package_held: { phase: 'problem' },
  package_processed: { phase: 'in-transit' },
  package_processing: { phase: 'in-transit' },
  pickup_available: { phase: 'ready-for-pickup' },
  reschedule_delivery: { phase: 'problem', asks: 'arrange' },
  delivered: { phase: 'delivered' },
  return_to_sender: { phase: 'returning' },
  package_unclaimed: { phase: 'problem' },
  package_undeliverable: { phase: 'problem' },
  package_disposed: { phase: 'problem' },
  package_lost: { phase: 'problem' },
  other: {},
};

/**
 * Reads a Shippo track, bare or as `data` of a `track_updated` webhook.
 *
 * Never throws. `status_details` are Shippo's English sentences. An `eta` at midnight UTC is a day. A time
 * without a zone is placed by the scan's country, else kept local.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if this is not a track
 */
export const parseShippo = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const outer = entries(payload);
  const track = outer['event'] === 'track_updated' ? entries(outer['data']) : outer;
  if (!('tracking_status' in track) || !('tracking_history' in track)) return undefined;

  const { meaning, event, report } = reading(options);
  const trackingNumber = text(track['tracking_number']);
  if (!trackingNumber) return report([]);

  const name = options.carrierName ?? nameOf(track['carrier']);
  const eventOf = (item: unknown) => {
    const scan = entries(item);
    const status = text(scan['status']);
    const detail = text(entries(scan['substatus'])['code']);
    const location = entries(scan['location']);
    const words = text(scan['status_details']);
    const said = meaning([STATUS, status], [SUBSTATUS, detail]);
    // Shippo says itself where the customer has to act; what to do is in its code, or in its words.
    const required = entries(scan['substatus'])['action_required'] === true;
    const asks =
      said.asks ?? (required ? (detail === 'address_issue' ? 'address' : 'contact') : undefined);
    return event(asks ? { ...said, asks } : said, {
      ...eventTime(scan['status_date'], {
        country: text(location['country']),
        region: text(location['state']),
        postalCode: text(location['zip']),
      }),
      code: detail ?? status,
      words,
      lang: words ? 'en' : undefined,
      place: placeOf(location['city'], location['state'], location['country']),
      name,
    });
  };
  const now = entries(track['tracking_status']);
  const to = entries(track['address_to']);

  return report([
    {
      trackingNumber,
      status: eventOf(now),
      shipment: known({
        carrier: name ? { name } : undefined,
        events: list(track['tracking_history']).map(eventOf),
        estimate: estimateBy(track['eta'], {
          country: text(to['country']),
          region: text(to['state']),
          postalCode: text(to['zip']),
        }),
        statusWords: text(now['status_details']) ?? text(now['status']),
        observedAt: instant(now['object_updated'] ?? now['object_created']),
      }),
    },
  ]);
};

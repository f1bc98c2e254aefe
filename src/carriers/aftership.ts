import type { Estimate } from '../model/index.js';
import {
  address,
  day,
  entries,
  estimateBetween,
  estimateBy,
  eventTime,
  instant,
  known,
  list,
  nameOf,
  placeOf,
  reading,
  text,
  withoutZulu,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meaning, Meanings } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `tag` of a tracking and of each checkpoint.
 * Source: `Tag` of AfterShip's client library (npm @aftership/tracking-sdk 17.0.0), compared on
 * 30 November 2026.
 * Pending and Expired speak of AfterShip's search, not of the parcel: no phase.
 */
const TAG: Meanings = {
  Pending: {},
  InfoReceived: { phase: 'announced' },
  InTransit: { phase: 'in-transit', broad: true },
  OutForDelivery: { phase: 'out-for-delivery' },
  AttemptFail: { phase: 'attempted' },
  Delivered: { phase: 'delivered' },
  AvailableForPickup: { phase: 'ready-for-pickup' },
  Exception: { phase: 'problem', broad: true },
  Expired: {},
};

/**
 * `subtag`.
 * Source: www.aftership.com/docs/tracking, "Delivery Sub-statuses", versions 2025-04 and 2026-07, and
 * support.aftership.com, "Learn About Delivery Sub-Status" (016 to 018), read November 2026; compared on
 * 30 November 2026 with integrations that repeat the list. OutForDelivery_002 is of older versions.
 * An address that is wrong or documents that are missing do not say who got them wrong.
 */
const SUBTAG: Meanings = {
  Delivered_001: { phase: 'delivered' },
  // picked up by the customer, signed by the customer, paid on delivery, given to a neighbour
  Delivered_002: { phase: 'delivered' },
  Delivered_003: { phase: 'delivered' },
  Delivered_004: { phase: 'delivered' },
  Delivered_005: { phase: 'delivered', to: 'neighbour' },
  AvailableForPickup_001: { phase: 'ready-for-pickup' },
  Exception_001: { phase: 'problem' },
  // the customer moved, refused; customs; external factors
  Exception_002: { phase: 'problem', party: 'recipient' },
  Exception_003: { phase: 'problem', party: 'recipient' },
  Exception_004: { phase: 'problem', party: 'customs' },
  Exception_005: { phase: 'problem', party: 'other' },
  // a payment of the customer is awaited; wrong address; not collected by the customer
  Exception_006: { phase: 'problem', party: 'recipient', asks: 'pay' },
  Exception_007: { phase: 'problem' },
  Exception_008: { phase: 'problem', party: 'recipient' },
  // the carrier rejects what does not follow its rules
  Exception_009: { phase: 'problem' },
  Exception_010: { phase: 'returning' },
  Exception_011: { phase: 'returned' },
  // damaged, lost
  Exception_012: { phase: 'problem' },
  Exception_013: { phase: 'problem' },
  // the carrier's own processing, extreme weather, documents
  Exception_016: { phase: 'problem', party: 'carrier' },
  Exception_017: { phase: 'problem', party: 'weather' },
  Exception_018: { phase: 'problem' },
  AttemptFail_001: { phase: 'attempted' },
  // nobody there, business closed
  AttemptFail_002: { phase: 'attempted', party: 'recipient' },
  AttemptFail_003: { phase: 'attempted', party: 'recipient' },
  InTransit_001: { phase: 'in-transit' },
  InTransit_002: { phase: 'collected' },
  // at a hub, in the destination country
  InTransit_003: { phase: 'in-transit', movement: 'arrived' },
  InTransit_004: { phase: 'in-transit', movement: 'arrived' },
  // customs completed, customs started
  InTransit_005: { phase: 'customs', movement: 'left' },
  InTransit_006: { phase: 'customs', movement: 'arrived' },
  InTransit_007: { phase: 'in-transit', movement: 'left' },
  // problem resolved, forwarded to another address
  InTransit_008: { phase: 'in-transit' },
  InTransit_009: { phase: 'in-transit' },
  InfoReceived_001: { phase: 'announced' },
  OutForDelivery_001: { phase: 'out-for-delivery' },
  // at a sorting centre to be picked up, or on the van: its descriptions differ, and nobody is sent there for it
  OutForDelivery_002: { phase: 'in-transit' },
  // the customer is contacted, an appointment is made: the van has not left yet
  OutForDelivery_003: { phase: 'in-transit' },
  OutForDelivery_004: { phase: 'in-transit' },
  Pending_001: {},
  Pending_002: {},
  Pending_003: {},
  Pending_004: {},
  Pending_005: {},
  Pending_006: {},
  Expired_001: {},
};

type Entries = Readonly<Record<string, unknown>>;

/** The trackings of a webhook (`msg`), or of an answer (`data`), whose members moved between versions. */
const trackingsIn = (payload: unknown): Entries[] | undefined => {
  const outer = entries(payload);
  const data = entries(outer['data']);
  const several = data['trackings'];
  const found = (
    Array.isArray(several)
      ? list(several)
      : [outer['msg'], data['tracking'], outer['data'], payload]
  ).map(entries);
  const trackings = found.filter(
    (tracking) => Array.isArray(tracking['checkpoints']) && 'slug' in tracking,
  );
  return trackings.length > 0 || (Array.isArray(several) && 'meta' in outer)
    ? trackings
    : undefined;
};

/**
 * The estimate, the latest one first. AfterShip passes on a date, a local time or a time with `Z`, all of
 * them in the recipient's zone: a `Z` is not believed.
 */
const estimateOf = (tracking: Entries): Estimate | undefined => {
  const where = {
    country: text(
      tracking['destination_country_region'] ??
        tracking['destination_country_iso3'] ??
        tracking['courier_destination_country_iso3'],
    ),
    region: text(tracking['destination_state']),
    postalCode: text(tracking['destination_postal_code']),
  };
  const newest = entries(tracking['latest_estimated_delivery']);
  const [from, until] = [newest['datetime_min'], newest['datetime_max']].map(withoutZulu);
  const stated = [
    newest['datetime'],
    tracking['courier_estimated_delivery_date'] &&
      entries(tracking['courier_estimated_delivery_date'])['estimated_delivery_date'],
    tracking['expected_delivery'],
  ].find((value) => day(value));
  return (from ?? until)
    ? estimateBetween(from, until, where)
    : estimateBy(withoutZulu(stated), where);
};

/**
 * Reads AfterShip trackings: a webhook's body, an answer about one or several, or one alone.
 *
 * Never throws. A checkpoint time without a zone is placed by the checkpoint's country, else kept local.
 * A delivery after AfterShip saw the parcel go back (`return_to_sender`) may be the shop's door, so it is
 * in doubt. `proof_of_delivery` does not say whether its picture is a photo or a signature: it is no photo.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if there is no tracking in it
 */
export const parseAfterShip = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const trackings = trackingsIn(payload);
  if (!trackings) return undefined;

  const { meaning, event, report } = reading(options);
  return report(
    trackings.flatMap((tracking) => {
      const trackingNumber = text(tracking['tracking_number']);
      if (!trackingNumber) return [];
      const name = options.carrierName ?? nameOf(tracking['slug']);
      const wentBack = tracking['return_to_sender'] === true;
      const onItsWay = (tag: unknown, subtag: unknown): Meaning => {
        const said = meaning([TAG, text(tag)], [SUBTAG, text(subtag)]);
        return wentBack && said.phase === 'delivered' ? {} : said;
      };

      const events = list(tracking['checkpoints']).map((item) => {
        const scan = entries(item);
        const country = text(scan['country_region'] ?? scan['country_iso3']);
        const city = text(scan['city']);
        return event(onItsWay(scan['tag'], scan['subtag']), {
          ...eventTime(scan['checkpoint_time'], {
            country,
            region: text(scan['state']),
            postalCode: text(scan['postal_code'] ?? scan['zip']),
          }),
          code: text(scan['subtag']) ?? text(scan['tag']),
          words: text(scan['message']),
          lang: text(scan['message']) && text(scan['language']),
          place: city ? placeOf(city, scan['state'], country) : text(scan['location']),
          name: options.carrierName ?? nameOf(scan['slug']) ?? name,
        });
      });

      return [
        {
          trackingNumber,
          status: event(onItsWay(tracking['tag'], tracking['subtag']), {
            ...eventTime(tracking['shipment_delivery_date']),
            code: text(tracking['subtag']) ?? text(tracking['tag']),
            words: text(tracking['subtag_message']),
            name,
          }),
          proof: known({ signatory: text(tracking['signed_by']) }),
          shipment: known({
            carrier: name ? { name } : undefined,
            trackingUrl: address(tracking['courier_tracking_link']),
            events,
            estimate: estimateOf(tracking),
            statusWords: text(tracking['subtag_message']) ?? text(tracking['tag']),
            observedAt: instant(tracking['last_updated_at'] ?? tracking['updated_at']),
          }),
        },
      ];
    }),
  );
};

import {
  address,
  day,
  each,
  entries,
  eventTime,
  identifier,
  instant,
  known,
  list,
  nameOf,
  reading,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `status` of a tracker and of its events.
 * Source: github.com/karrioapi/karrio, `TrackerStatus` of the server's serializers and the design paper on
 * tracking events, compared on 30 November 2026.
 */
const STATUS: Meanings = {
  pending: { phase: 'announced' },
  unknown: {},
  picked_up: { phase: 'collected' },
  in_transit: { phase: 'in-transit', broad: true },
  out_for_delivery: { phase: 'out-for-delivery' },
  ready_for_pickup: { phase: 'ready-for-pickup' },
  on_hold: { phase: 'problem', broad: true },
  delivery_delayed: { phase: 'problem', broad: true },
  delivery_failed: { phase: 'problem', broad: true },
  return_to_sender: { phase: 'returning' },
  cancelled: { phase: 'cancelled' },
  delivered: { phase: 'delivered' },
};

/**
 * `reason` of an event: the one open list that says whose doing it is, by its families.
 * Source: github.com/karrioapi/karrio, its design paper on tracking events with both lists of
 * `TrackingIncidentReason`, and the reasons that its connectors use (`carrier_delay`,
 * `delivery_exception_…`), compared on 30 November 2026. What nobody did is `other`; what it does not
 * attribute stays without a party.
 */
const REASON: Meanings = {
  ...each(
    { phase: 'problem', party: 'carrier' },
    `carrier_damaged_parcel carrier_sorting_error carrier_address_not_found carrier_parcel_lost
    carrier_not_enough_time carrier_not_enough_time_in_timeslot carrier_vehicle_issue
    carrier_capacity_exceeded carrier_mechanical_delay carrier_delay`,
  ),
  ...each(
    { phase: 'problem', party: 'shop' },
    `retailer_cancelled retailer_delivery_cancelled_by_store retailer_incorrect_data
    retailer_incorrect_delivery_data retailer_not_ready retailer_parcel_not_ready_at_pickup
    retailer_incorrect_parcel retailer_parcel_not_correct retailer_incorrect_dimensions
    retailer_incorrect_size_registered retailer_packaging_issue`,
  ),
  ...each(
    { phase: 'problem', party: 'recipient' },
    `consignee_refused consignee_refused_at_door consignee_business_closed consignee_company_closed
    consignee_not_available consignee_not_delivered consignee_not_home consignee_customer_not_home
    consignee_cancelled consignee_cancelled_by_customer consignee_verification_failed
    consignee_incorrect_address consignee_access_restricted consignee_safe_place_unavailable
    consignee_safe_place_not_available`,
  ),
  ...each(
    { phase: 'problem', party: 'customs' },
    `customs_delay customs_clearance_delay customs_documentation customs_documentation_required
    customs_duties_unpaid customs_prohibited customs_prohibited_items customs_inspection
    customs_inspection_required`,
  ),
  weather_delay: { phase: 'problem', party: 'weather' },
  ...each({ phase: 'problem', party: 'other' }, 'natural_disaster force_majeure'),
  ...each(
    { phase: 'problem' },
    `delivery_exception_hold delivery_exception_undeliverable parcel_being_researched
    other_parcel_being_researched security_issue other_security_issue regulatory_hold
    other_regulatory_hold`,
  ),
  ...each({}, 'unknown other_unknown'),
};

const CLOCK = /^(\d\d):(\d\d)(?::(\d\d))?(?: ?([AP])M)?$/i;

/**
 * When an event happened. Karrio writes the carrier's local clock and gives `timestamp` a `Z` it did not
 * work out, so a `Z` is not believed; a real offset is. The last part of `location` is often the country.
 */
const timeOf = (scan: Readonly<Record<string, unknown>>) => {
  const parts =
    text(scan['location'])
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  const country = parts.find(
    (part, index) => index > 0 && index === parts.length - 1 && /^[A-Z]{2}$/.test(part),
  );
  const where = { country, region: parts[1], postalCode: parts.at(-2) };
  const stamp = text(scan['timestamp'])?.replace(/(?:\.\d+)?Z$/, '');
  if (stamp) return eventTime(stamp, where);
  const clock = CLOCK.exec(text(scan['time']) ?? '');
  if (!clock) return eventTime(scan['date'], where);
  // "13:47 PM" is written, too.
  const written = Number(clock[1]);
  const half = clock[4]?.toUpperCase();
  const hour =
    half === 'P' && written < 12 ? written + 12 : half === 'A' && written === 12 ? 0 : written;
  const civil = `${String(hour).padStart(2, '0')}:${clock[2]}:${clock[3] ?? '00'}`;
  return eventTime(`${text(scan['date']) ?? ''}T${civil}`, where);
};

/**
 * Reads Karrio trackers: one, a list of them, or the one in a webhook's `data`.
 *
 * Never throws. `status` and `delivered` must agree for a delivery. Karrio's own reading of a carrier is
 * taken as it is, so a reason is as good as its connector.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if there is no tracker in it
 */
export const parseKarrio = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const outer = entries(payload);
  const items = Array.isArray(outer['results']) ? list(outer['results']) : [outer['data'], payload];
  const trackers = items
    .map(entries)
    .filter(
      (item) =>
        item['object_type'] === 'tracker' ||
        ('carrier_name' in item && 'tracking_number' in item && 'delivered' in item),
    );
  if (trackers.length === 0) return undefined;

  const { meaning, event, report } = reading(options);
  return report(
    trackers.flatMap((tracker) => {
      const trackingNumber = identifier(tracker['tracking_number']);
      if (!trackingNumber) return [];
      const info = entries(tracker['info']);
      const name = options.carrierName ?? nameOf(tracker['carrier_name']);
      const events = list(tracker['events']).map((value) => {
        const scan = entries(value);
        const [status, reason] = [text(scan['status']), text(scan['reason'])];
        return event(meaning([STATUS, status], [REASON, reason]), {
          ...timeOf(scan),
          code: text(scan['code']) ?? status,
          words: text(scan['description']),
          place: text(scan['location']),
          name,
        });
      });
      const status = text(tracker['status']);
      const said = meaning([STATUS, status]);
      // A flag that denies what the status says makes it worth nothing.
      const denied = said.phase === 'delivered' && tracker['delivered'] === false;
      const expected = day(tracker['estimated_delivery']);

      return [
        {
          trackingNumber,
          status: event(denied ? { phase: 'in-transit' } : said, { code: status, name }),
          proof: known({
            signatory: text(info['signed_by']),
            photo: address(tracker['delivery_image_url']),
          }),
          shipment: known({
            carrier: name ? { name } : undefined,
            trackingUrl: address(info['carrier_tracking_link']),
            events,
            estimate: expected ? { date: expected } : undefined,
            statusWords: status,
            observedAt: instant(tracker['updated_at']),
          }),
        },
      ];
    }),
  );
};

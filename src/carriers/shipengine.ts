import {
  address,
  entries,
  estimateBy,
  eventTime,
  known,
  latest,
  list,
  nameOf,
  placeOf,
  reading,
  text,
  withoutZulu,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `status_code`: headings over the detail codes. AT stands over parcels out for delivery as well as over
 * failed attempts, so by itself it says neither.
 * Source: ShipEngine's tracking status codes as public integrations repeat them: second hand, compared on
 * 30 November 2026.
 */
const STATUS: Meanings = {
  UN: {},
  AC: { phase: 'collected', broad: true },
  IT: { phase: 'in-transit', broad: true },
  DE: { phase: 'delivered' },
  EX: { phase: 'problem', broad: true },
  AT: { phase: 'attempted', broad: true },
  NY: { phase: 'announced', broad: true },
  SP: { phase: 'ready-for-pickup', broad: true },
};

/**
 * `status_detail_code`.
 * Source: the 72 of `tracking_status_detail_code` with their descriptions, in a client generated from
 * ShipEngine's API description: second hand; and the beginning of `StandardizedStatusDetailCodes` in
 * ShipEngine's own npm @shipengine/connect-carrier-api 4.16.6, whose end we could not read. Both compared on
 * 30 November 2026.
 * A party stands only where the code or its description names one.
 */
const DETAIL: Meanings = {
  // accepted
  COLLECTION_FAILED: { phase: 'problem' },
  AWAITING_DESPATCH: { phase: 'announced' },
  COLLECTION_REQUESTED: { phase: 'announced' },
  DESPATCHED: { phase: 'collected' },
  SHIPMENT_CREATED: { phase: 'announced' },
  AWAITING_PICKUP_DROP_OFF: { phase: 'announced' },
  DROPPED_OFF: { phase: 'collected' },
  PICKED_UP: { phase: 'collected' },
  ELEC_ADVICE_RECD_BY_CARRIER: { phase: 'announced' },
  NOT_YET_RECEIVED_BY_CARRIER: { phase: 'announced', party: 'shop' },
  COLLECTION_MADE: { phase: 'collected' },
  // at the door
  ATTEMPTED_DELIVERY: { phase: 'attempted' },
  ATTEMPTED_DELIVERY_2ND: { phase: 'attempted' },
  ATTEMPTED_DELIVERY_3RD: { phase: 'attempted' },
  ATTEMPTED_DELIVERY_FINAL: { phase: 'attempted' },
  COD_AMOUNT_NOT_PAID: { phase: 'attempted', asks: 'pay' },
  COD_AMOUNT_PAID: {},
  CUSTOMER_CARDED: { phase: 'attempted' },
  CUSTOMER_IDENTIFICATION_FAILED: { phase: 'attempted', party: 'recipient' },
  INVALID_METHOD_OF_PAYMENT: { phase: 'attempted' },
  NO_ACCESS_TO_RECIPIENTS_ADDRESS: { phase: 'attempted' },
  OUT_FOR_DELIVERY: { phase: 'out-for-delivery' },
  // delivered: damaged, in part, at a safe place, elsewhere, to a neighbour, into a box
  DELIVERED: { phase: 'delivered' },
  DELIVERED_DAMAGED: { phase: 'delivered' },
  DELIVERED_IN_PART: { phase: 'delivered', part: true },
  DELIVERED_SPECIFIED_SAFE_PLACE: { phase: 'delivered', to: 'safe-place' },
  DELIVERED_TO_ALTERNATIVE_DELIVERY_LOCATION: { phase: 'ready-for-pickup' },
  DELIVERED_TO_NEIGHBOUR: { phase: 'delivered', to: 'neighbour' },
  DELIVERED_TO_PO_BOX: { phase: 'delivered' },
  PARCEL_COLLECTED_FROM_PICKUP_POINT: { phase: 'delivered' },
  POST_TRANSIT_STATUS: {},
  PROOF_OF_DELIVERY: { phase: 'delivered' },
  // exceptions
  CANCELLED: { phase: 'cancelled' },
  CANCELLED_BEFORE_DESPATCH: { phase: 'cancelled' },
  CUSTOMER_MOVED: { phase: 'returning', party: 'recipient' },
  HAZARDOUS_PROHIBITED: { phase: 'returning' },
  NOT_COLLECTED_FROM_PICKUP_POINT: { phase: 'returning', party: 'recipient' },
  NOT_DELIVERED: { phase: 'returning' },
  NOT_DELIVERED_ADDRESSEE_DECEASED: { phase: 'problem' },
  PARCEL_DAMAGED: { phase: 'returning' },
  PARCEL_DISPOSED: { phase: 'problem' },
  PARCEL_LOST: { phase: 'problem' },
  PARCEL_OUTSIDE_OF_SERVICE_CAPABILITY: { phase: 'returning' },
  REFUSED_BY_CUSTOMER: { phase: 'returning', party: 'recipient' },
  RETURN_TO_SENDER: { phase: 'returning' },
  // in transit
  ADDRESS_QUERY: { phase: 'problem', asks: 'address' },
  CARRIER_DELAYS: { phase: 'problem', party: 'carrier' },
  CUSTOMS_CLEARED: { phase: 'customs', movement: 'left' },
  CUSTOMS_PROCESSING: { phase: 'customs' },
  DELAYED_NOT_CARRIER: { phase: 'problem', party: 'other' },
  DELIVERY_ARRANGED_WITH_RECIPIENT: { phase: 'in-transit' },
  DELIVERY_SCHEDULED: { phase: 'in-transit' },
  DELIVERY_RESCHEDULED: { phase: 'in-transit' },
  HELD_BY_CARRIER: { phase: 'problem', party: 'carrier' },
  HELD_BY_CARRIER_FOR_CLEARANCE_PRE_PROCESSING: { phase: 'problem', party: 'customs' },
  HELD_BY_CUSTOMS: { phase: 'problem', party: 'customs' },
  HELD_BY_EXPORT_CUSTOMS: { phase: 'problem', party: 'customs' },
  HELD_BY_IMPORT_CUSTOMS: { phase: 'problem', party: 'customs' },
  HUB_SCAN_IN: { phase: 'in-transit', movement: 'arrived' },
  HUB_SCAN_OUT: { phase: 'in-transit' },
  HUB_PROCESSING: { phase: 'in-transit' },
  IN_TRANSIT: { phase: 'in-transit' },
  INCORRECT_DECLARATION: { phase: 'problem' },
  INFORMATION: {},
  MISSORTED: { phase: 'problem', party: 'carrier' },
  PARCEL_OVER_LABELLED: { phase: 'in-transit' },
  PARCEL_REDIRECTED: { phase: 'in-transit' },
  PARCEL_REPACKED: { phase: 'problem' },
  PARCEL_UPDATE_NOTIFICATION: {},
  PARCEL_UPDATE_NOTIFICATION_VIA_EMAIL: {},
  PARCEL_UPDATE_NOTIFICATION_VIA_SMS: {},
  RECEIVED_BY_CARRIER: { phase: 'collected' },
  RECEIVED_LOCAL_DELIVERY_DEPOT: { phase: 'in-transit', movement: 'arrived' },
  ROUTING_ERROR: { phase: 'problem', party: 'carrier' },
  SUB_CONTRACTOR_EVENT: { phase: 'in-transit' },
  SUB_CONTRACTOR_RECEIVED: { phase: 'in-transit' },
  RECD_BY_CARRIER_NO_ELEC_ADVICE: { phase: 'collected' },
  // not yet in the system
  AWAITING_ELECTRONIC_ADVICE: { phase: 'announced' },
  // at a place to collect it
  AWAITING_COLLECTION_FROM_PICKUP_POINT: { phase: 'ready-for-pickup' },
  COLLECT_AT_LOCAL_PO: { phase: 'ready-for-pickup' },
  CUSTOMER_TO_COLLECT_FROM_CARRIER: { phase: 'ready-for-pickup' },
  DELIVERED_TO_LOCKER_COLLECTION_POINT: { phase: 'ready-for-pickup' },
  CARRIER_STATUS_NOT_MAPPED: {},
};

/**
 * Reads ShipEngine's tracking: the answer of the API, or a webhook with it as `data`.
 *
 * Never throws. `occurred_at` is the instant. `carrier_occurred_at` is the local clock, which some
 * carriers' data give a `Z` it does not have, so it only serves where the instant is missing. Many events
 * state no status; then the status of the whole, dated by `actual_delivery_date`, is one event.
 * ShipEngine does not say when it looked.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if this is not a tracking
 */
export const parseShipEngine = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const outer = entries(payload);
  const tracking = outer['resource_type'] === 'API_TRACK' ? entries(outer['data']) : outer;
  const isTracking =
    Array.isArray(tracking['events']) &&
    'tracking_number' in tracking &&
    ('status_code' in tracking || 'carrier_status_code' in tracking);
  if (!isTracking) return undefined;

  const { meaning, event, report } = reading(options);
  const trackingNumber = text(tracking['tracking_number']);
  if (!trackingNumber) return report([]);

  const name = options.carrierName ?? nameOf(tracking['carrier_code']);
  const said = (scan: Readonly<Record<string, unknown>>) =>
    meaning([STATUS, text(scan['status_code'])], [DETAIL, text(scan['status_detail_code'])]);
  const scans = list(tracking['events']).map((item) => {
    const scan = entries(item);
    const where = {
      country: text(scan['country_code']),
      region: text(scan['state_province']),
      postalCode: text(scan['postal_code']),
    };
    const stated = eventTime(scan['occurred_at'], where);
    const localTime = withoutZulu(scan['carrier_occurred_at']);
    const made = event(said(scan), {
      ...(stated.at === undefined ? { ...eventTime(localTime, where), ...stated } : stated),
      code:
        text(scan['status_detail_code']) ??
        text(scan['carrier_status_code']) ??
        text(scan['event_code']) ??
        text(scan['status_code']),
      words: text(scan['description']) ?? text(scan['carrier_status_description']),
      label: text(scan['status_description']),
      place: placeOf(scan['city_locality'], scan['state_province'], scan['country_code']),
      name,
    });
    return {
      made,
      signatory: text(scan['signer']),
      photo: address(scan['proof_of_delivery_url']),
    };
  });
  const events = scans.map(({ made }) => made);
  const arrival = latest(events.filter(({ phase }) => phase === 'delivered'));
  const proof = scans.find(({ made }) => made === arrival);
  const words = text(tracking['status_description']);

  return report([
    {
      trackingNumber,
      status: event(said(tracking), {
        ...eventTime(tracking['actual_delivery_date']),
        code: text(tracking['status_detail_code']) ?? text(tracking['status_code']),
        words: text(tracking['carrier_status_description']) ?? words,
        label: words,
        name,
      }),
      proof: known({ signatory: proof?.signatory, photo: proof?.photo }),
      shipment: known({
        carrier: name ? { name } : undefined,
        trackingUrl: address(tracking['tracking_url']),
        events,
        estimate: estimateBy(tracking['estimated_delivery_date']),
        statusWords: text(tracking['carrier_status_description']) ?? words,
      }),
    },
  ]);
};

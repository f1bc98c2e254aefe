import type { Estimate, Phase, Proof, TrackingEvent } from '../model/index.js';
import {
  address,
  day,
  entries,
  eventId,
  eventTime,
  instant,
  known,
  latest,
  list,
  lookUp,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meaning } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment } from './carrier.js';

/**
 * `status` of a Tracker and of each TrackingDetail.
 * Source: docs.easypost.com/docs/trackers, "Tracker object", November 2026.
 * `unknown` and `error` speak of EasyPost's knowledge, not of the parcel: no phase.
 * `canceled` is how older payloads spell it.
 */
const STATUS: Readonly<Record<string, Meaning>> = {
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
};

/**
 * `status_detail`: what it adds to the status.
 * Source: docs.easypost.com/docs/trackers, "status_detail", November 2026.
 * A party stands only where the word itself names one: EasyPost's `lost` or `held` does not say who.
 * `expired` means that EasyPost stopped looking, which says nothing about the parcel.
 */
const DETAIL: Readonly<Record<string, Meaning>> = {
  address_correction: {},
  arrived_at_destination: { movement: 'arrived' },
  arrived_at_facility: { movement: 'arrived' },
  arrived_at_pickup_location: { phase: 'ready-for-pickup', movement: 'arrived' },
  awaiting_information: {},
  cancelled: { phase: 'cancelled' },
  damaged: { phase: 'problem' },
  delayed: { phase: 'problem' },
  delivery_exception: { phase: 'problem' },
  departed_facility: { movement: 'left' },
  departed_origin_facility: { movement: 'left' },
  expired: {},
  failure: { phase: 'problem' },
  held: { phase: 'problem' },
  in_transit: { phase: 'in-transit' },
  label_created: { phase: 'announced' },
  lost: { phase: 'problem' },
  missorted: { phase: 'problem', party: 'carrier' },
  out_for_delivery: { phase: 'out-for-delivery' },
  received_at_destination_facility: { movement: 'arrived' },
  received_at_origin_facility: { movement: 'arrived' },
  refused: { phase: 'problem', party: 'recipient' },
  return: { phase: 'returning' },
  status_update: {},
  transferred_to_destination_carrier: {},
  transit_exception: { phase: 'problem' },
  unknown: {},
  weather_delay: { phase: 'problem', party: 'weather' },
};

// In these the parcel's own state is stated; a detail such as "delayed" must not take it back.
const SETTLED: ReadonlySet<Phase> = new Set(['delivered', 'returning', 'returned', 'cancelled']);

const phaseOf = (status: Meaning, detail: Meaning, isReturn: boolean): Phase | undefined => {
  const worse =
    detail.phase === 'problem' ||
    detail.phase === 'ready-for-pickup' ||
    detail.phase === 'returning';
  const phase =
    status.phase === undefined || (worse && !SETTLED.has(status.phase))
      ? (detail.phase ?? status.phase)
      : status.phase;
  // On a return label the same words describe the way back to the shop.
  if (!isReturn) return phase;
  if (phase === 'delivered') return 'returned';
  return phase === 'in-transit' || phase === 'out-for-delivery' ? 'returning' : phase;
};

const MIDNIGHT_UTC = /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:00)$/;

/** EasyPost writes a local date as midnight with a Z: that is a day, and up to 23 hours off as an instant. */
const estimateOf = (tracker: Readonly<Record<string, unknown>>): Estimate | undefined => {
  const localDay = day(entries(tracker['carrier_detail'])['est_delivery_date_local']);
  const observedAt = instant(tracker['updated_at']);
  if (localDay) return known({ date: localDay, observedAt });
  const stated = text(tracker['est_delivery_date']);
  const until = instant(stated);
  if (until && !MIDNIGHT_UTC.test(until)) return known({ until, observedAt });
  const date = day(stated);
  return date ? known({ date, observedAt }) : undefined;
};

const placeOf = (value: unknown): string | undefined => {
  const place = entries(value);
  const parts = [text(place['city']), text(place['state']), text(place['country'])];
  return text(parts.filter((part) => part !== undefined).join(', '));
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

  const unmapped: string[] = [];
  const meaning = (table: Readonly<Record<string, Meaning>>, code: string | undefined): Meaning => {
    const found = lookUp(table, code);
    if (!found && code !== undefined) unmapped.push(code);
    return found ?? {};
  };
  const trackingNumber = text(tracker['tracking_code']);
  if (!trackingNumber) return { shipments: [], unmapped };

  const carrierName = options.carrierName ?? text(tracker['carrier']);
  const isReturn = tracker['is_return'] === true;
  const events = list(tracker['tracking_details']).map((item): TrackingEvent => {
    const scan = entries(item);
    const status = text(scan['status']);
    const detail = text(scan['status_detail']);
    const said = meaning(STATUS, status);
    const added = meaning(DETAIL, detail);
    const name = options.carrierName ?? text(scan['source']) ?? carrierName;
    const event = known({
      ...eventTime(scan['datetime']),
      phase: phaseOf(said, added, isReturn),
      movement: added.movement,
      party: added.party,
      code: text(scan['carrier_code']) ?? detail ?? status,
      words: text(scan['message']) ?? text(scan['description']),
      place: placeOf(scan['tracking_location']),
      source: known({ kind: 'carrier' as const, name }),
    });
    return { id: eventId(event), ...event };
  });

  const arrival = latest(events.filter((event) => event.phase === 'delivered'));
  const signatory = text(tracker['signed_by']);
  const proof: Proof | undefined =
    signatory && arrival ? known({ signatory, at: arrival.at, place: arrival.place }) : undefined;
  const status = text(tracker['status']);
  meaning(STATUS, status);

  return {
    shipments: [
      {
        trackingNumber,
        shipment: known({
          trackingNumber,
          carrier: carrierName ? { name: carrierName } : undefined,
          trackingUrl: address(tracker['public_url']),
          events,
          estimate: estimateOf(tracker),
          statusWords: status,
          observedAt: instant(tracker['updated_at']),
          proof,
        }),
      },
    ],
    unmapped,
  };
};

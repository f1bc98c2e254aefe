import type { TrackingEvent } from '../model/index.js';
import {
  entries,
  estimateBetween,
  eventTime,
  identifier,
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
 * `status`, and `stage` of an event (its milestone).
 * Source: 17TRACK's main statuses and milestones (v2.2, v2.4) as public integrations name them: second hand,
 * compared on 30 November 2026.
 * NotFound and Expired speak of the search, not of the parcel: no phase.
 */
const STATUS: Meanings = {
  NotFound: {},
  InfoReceived: { phase: 'announced' },
  InTransit: { phase: 'in-transit', broad: true },
  Expired: {},
  AvailableForPickup: { phase: 'ready-for-pickup' },
  OutForDelivery: { phase: 'out-for-delivery' },
  DeliveryFailure: { phase: 'attempted', broad: true },
  Delivered: { phase: 'delivered' },
  Exception: { phase: 'problem', broad: true },

  PickedUp: { phase: 'collected' },
  Departure: { phase: 'in-transit', movement: 'left' },
  Arrival: { phase: 'in-transit', movement: 'arrived' },
  Returning: { phase: 'returning' },
  Returned: { phase: 'returned' },
};

/**
 * `sub_status`.
 * Source: 17TRACK's 30 sub-statuses (v2.2, v2.4) as public integrations repeat them with their descriptions:
 * second hand, compared on 30 November 2026. The two of `Transport` are in no list; one of them saw them in
 * live answers.
 * `Security` is security, customs or fees, so nobody in particular. A wrong address does not say who
 * wrote it.
 */
const SUB_STATUS: Meanings = {
  NotFound_Other: {},
  NotFound_InvalidCode: {},
  InfoReceived: { phase: 'announced' },
  InTransit_PickedUp: { phase: 'collected' },
  InTransit_Other: { phase: 'in-transit' },
  // left the port of origin, arrived at the port of destination
  InTransit_Departure: { phase: 'in-transit', movement: 'left' },
  InTransit_Arrival: { phase: 'in-transit', movement: 'arrived' },
  InTransit_TransportDeparted: { phase: 'in-transit', movement: 'left' },
  InTransit_TransportArrived: { phase: 'in-transit', movement: 'arrived' },
  InTransit_CustomsProcessing: { phase: 'customs' },
  InTransit_CustomsReleased: { phase: 'customs', movement: 'left' },
  InTransit_CustomsRequiringInformation: { phase: 'problem', party: 'customs' },
  Expired_Other: {},
  AvailableForPickup_Other: { phase: 'ready-for-pickup' },
  OutForDelivery_Other: { phase: 'out-for-delivery' },
  DeliveryFailure_Other: { phase: 'attempted' },
  DeliveryFailure_NoBody: { phase: 'attempted', party: 'recipient' },
  DeliveryFailure_Security: { phase: 'attempted' },
  DeliveryFailure_Rejected: { phase: 'attempted', party: 'recipient' },
  DeliveryFailure_InvalidAddress: { phase: 'attempted' },
  Delivered_Other: { phase: 'delivered' },
  Exception_Other: { phase: 'problem' },
  Exception_Returning: { phase: 'returning' },
  Exception_Returned: { phase: 'returned' },
  Exception_NoBody: { phase: 'problem' },
  Exception_Security: { phase: 'problem' },
  Exception_Damage: { phase: 'problem' },
  Exception_Rejected: { phase: 'problem', party: 'recipient' },
  Exception_Delayed: { phase: 'problem' },
  Exception_Lost: { phase: 'problem' },
  Exception_Destroyed: { phase: 'problem' },
  Exception_Cancel: { phase: 'cancelled' },
};

/**
 * When an event happened. `time_raw` is what the carrier wrote; where it has no zone, the offset of
 * `time_iso` is 17TRACK's guess. Such a time is placed by the event's country, else kept local. So is one
 * whose `time_utc` is another instant than its `time_iso`.
 */
const timeOf = (
  scan: Readonly<Record<string, unknown>>,
): Pick<TrackingEvent, 'at' | 'localTime'> => {
  const written = entries(scan['time_raw']);
  const where = {
    country: text(entries(scan['address'])['country']),
    region: text(entries(scan['address'])['state']),
    postalCode: text(entries(scan['address'])['postal_code']),
  };
  const [date, time, zone] = [written['date'], written['time'], written['timezone']].map(text);
  if (date && !zone) return eventTime(time ? `${date}T${time}` : date, where);
  const iso = eventTime(scan['time_iso'], where);
  const utc = instant(scan['time_utc']);
  if (!iso.at) return utc ? { at: utc } : iso;
  if (!utc || Date.parse(utc) === Date.parse(iso.at)) return iso;
  return { localTime: iso.at.replace(/(?:Z|[+-]\d\d:\d\d)$/, '') };
};

/**
 * Reads 17TRACK: the body of a `TRACKING_UPDATED` webhook, or an answer about several numbers.
 *
 * Never throws. Numbers that 17TRACK rejected are not in the report. A parcel may have two carriers, one
 * after the other; each event names its own, the parcel the last. `homepage` is the carrier's front
 * page, so it is not taken for a tracking link; neither signature nor photo is handed out.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if there is no `track_info` in it
 */
export const parseSeventeenTrack = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const outer = entries(payload);
  const data = entries(outer['data']);
  const accepted = data['accepted'];
  const items = (Array.isArray(accepted) ? list(accepted) : [outer['data'], payload]).map(entries);
  const found = items.filter((item) => 'track_info' in item);
  if (found.length === 0 && !(Array.isArray(accepted) && 'rejected' in data)) return undefined;

  const { meaning, event, report } = reading(options);
  return report(
    found.flatMap((item) => {
      const trackingNumber = identifier(item['number']);
      if (!trackingNumber) return [];
      const info = entries(item['track_info']);
      const providers = list(entries(info['tracking'])['providers']).map((value) => {
        const provider = entries(value);
        const who = entries(provider['provider']);
        return { provider, name: text(who['name']), phone: text(who['tel']) };
      });
      const last = providers.at(-1);
      const carrierName = options.carrierName ?? last?.name;

      const events = providers.flatMap(({ provider, name }) =>
        list(provider['events']).map((value) => {
          const scan = entries(value);
          const [stage, detail] = [text(scan['stage']), text(scan['sub_status'])];
          const where = entries(scan['address']);
          return event(meaning([STATUS, stage], [SUB_STATUS, detail]), {
            ...timeOf(scan),
            code: detail ?? stage,
            words: text(scan['description']),
            place:
              text(scan['location']) ?? placeOf(where['city'], where['state'], where['country']),
            name: options.carrierName ?? name,
          });
        }),
      );
      const now = entries(info['latest_status']);
      const [status, detail] = [text(now['status']), text(now['sub_status'])];
      const expected = entries(entries(info['time_metrics'])['estimated_delivery_date']);
      const to = entries(entries(info['shipping_info'])['recipient_address']);
      const where = { country: text(to['country']), region: text(to['state']) };

      return [
        {
          trackingNumber,
          status: event(meaning([STATUS, status], [SUB_STATUS, detail]), {
            code: detail ?? status,
            name: carrierName,
          }),
          shipment: known({
            carrier: carrierName ? known({ name: carrierName, phone: last?.phone }) : undefined,
            events,
            estimate: estimateBetween(expected['from'], expected['to'], where),
            statusWords: detail ?? status,
            observedAt: instant(last?.provider['latest_sync_time']),
          }),
        },
      ];
    }),
  );
};

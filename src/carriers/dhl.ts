import {
  address,
  backwards,
  entries,
  estimateBetween,
  estimateBy,
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
 * `statusCode`, the same for every DHL service.
 * Source: DHL "Shipment Tracking - Unified", track_v1.5.8, as public integrations repeat it: second hand,
 * compared on 30 November 2026.
 */
const STATUS: Meanings = {
  'pre-transit': { phase: 'announced' },
  transit: { phase: 'in-transit', broad: true },
  delivered: { phase: 'delivered' },
  failure: { phase: 'problem', broad: true },
  unknown: {},
};

/**
 * `status` of the service parcel-de, which is a code there; elsewhere it is words.
 * Source: the rows parcel-de of DHL's status list of October 2024, as summarised by others: second hand,
 * gathered November 2026. We found no text of DHL's to compare it with. LA is any storage, not only one for the recipient. ZU is also what a destroyed
 * parcel gets, so the `statusCode` must agree.
 */
const PARCEL_DE: Meanings = {
  VA: { phase: 'announced' },
  ES: { phase: 'collected' },
  AE: { phase: 'collected' },
  AN: { phase: 'problem' },
  AA: { phase: 'in-transit', movement: 'left' },
  EE: { phase: 'in-transit', movement: 'arrived' },
  NB: { phase: 'in-transit' },
  LA: { phase: 'in-transit' },
  ZO: { phase: 'customs' },
  PO: { phase: 'out-for-delivery' },
  ZF: { phase: 'ready-for-pickup' },
  ZN: { phase: 'attempted' },
  ZU: { phase: 'delivered' },
  BV: { phase: 'problem' },
  DD: {},
  GT: {},
};

type Entries = Readonly<Record<string, unknown>>;

const whereIs = (place: unknown) => {
  const stated = entries(entries(place)['address']);
  return {
    country: text(stated['countryCode']),
    postalCode: text(stated['postalCode']),
    locality: text(stated['addressLocality']),
  };
};

/**
 * Reads DHL's unified tracking: the answer of the API, or what its push sends.
 *
 * Never throws. Event times mostly have no zone: they are placed by the event's country, else kept local.
 * `returnFlag` turns the journey round: what is delivered then is back with its sender. The words are
 * in the language that was asked for, which the answer does not repeat. Signature and document are
 * behind a login, so they are no photo.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if this is not DHL's
 */
export const parseDhl = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const items = list(entries(payload)['shipments']).map(entries);
  const shipments = items.filter(
    (item) => 'id' in item && ('statusCode' in entries(item['status']) || 'service' in item),
  );
  if (shipments.length === 0) return undefined;

  const { meaning, event, report } = reading(options);
  const name = options.carrierName ?? 'DHL';
  return report(
    shipments.flatMap((shipment) => {
      const trackingNumber = identifier(shipment['id']);
      if (!trackingNumber) return [];
      const isGerman = shipment['service'] === 'parcel-de';
      const goesBack = shipment['returnFlag'] === true;
      const eventOf = (scan: Entries) => {
        const code = text(scan['statusCode']);
        const status = text(scan['status']);
        const isCode = isGerman && status !== undefined && /^[A-Z]{2}$/.test(status);
        const said = meaning([STATUS, code], [PARCEL_DE, isCode ? status : undefined]);
        const { locality, ...where } = whereIs(scan['location']);
        return event(goesBack ? backwards(said) : said, {
          ...eventTime(scan['timestamp'], where),
          code: isCode ? status : code,
          words: text(scan['description']) ?? text(scan['remark']) ?? status,
          label: status,
          place: placeOf(locality, where.country),
          name,
        });
      };
      const now = entries(shipment['status']);
      const to = whereIs(shipment['destination']);
      const frame = entries(shipment['estimatedDeliveryTimeFrame']);
      const details = entries(shipment['details']);
      const pod = entries(details['proofOfDelivery']);
      const signer = entries(pod['signed']);

      return [
        {
          trackingNumber,
          status: eventOf(now),
          proof: known({
            signatory:
              text(signer['name']) ??
              text([signer['givenName'], signer['familyName']].map(text).filter(Boolean).join(' ')),
            at: instant(pod['timestamp']),
          }),
          shipment: known({
            carrier: { name },
            trackingUrl: address(shipment['serviceUrl']),
            events: list(shipment['events']).map((item) => eventOf(entries(item))),
            estimate:
              'estimatedFrom' in frame || 'estimatedThrough' in frame
                ? estimateBetween(frame['estimatedFrom'], frame['estimatedThrough'], to)
                : estimateBy(shipment['estimatedTimeOfDelivery'], to),
            statusWords: text(now['description']) ?? text(now['status']) ?? text(now['statusCode']),
          }),
        },
      ];
    }),
  );
};

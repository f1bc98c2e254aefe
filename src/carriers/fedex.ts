import {
  entries,
  estimateBetween,
  estimateBy,
  eventTime,
  identifier,
  known,
  list,
  pageFor,
  placeOf,
  reading,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `eventType` of a scan, and the status codes (`derivedStatusCode`, `latestStatusDetail.code`), which are
 * headings over it.
 * Source: the codes of FedEx's Developer Guide of 2015 as quoted by others, and of Karrio's FedEx connector:
 * second hand, gathered November 2026. EA is both "enroute to airport"
 * and "export approved". SP stands for several statuses at once, so it is none. "At delivery" is not
 * delivered.
 */
const EVENT: Meanings = {
  // announced
  IN: { phase: 'announced' },
  OC: { phase: 'announced' },
  OX: { phase: 'announced' },
  MD: { phase: 'announced' },
  EP: { phase: 'announced' },
  AP: { phase: 'announced' },
  // taken over
  PU: { phase: 'collected' },
  PX: { phase: 'collected' },
  OF: { phase: 'collected', movement: 'arrived' },
  // being carried
  IT: { phase: 'in-transit', broad: true },
  IX: { phase: 'in-transit', broad: true },
  OW: { phase: 'in-transit', broad: true },
  AA: { phase: 'in-transit', movement: 'arrived' },
  AC: { phase: 'in-transit', movement: 'arrived' },
  AF: { phase: 'in-transit', movement: 'arrived' },
  AR: { phase: 'in-transit', movement: 'arrived' },
  AX: { phase: 'in-transit', movement: 'arrived' },
  FD: { phase: 'in-transit', movement: 'arrived' },
  SF: { phase: 'in-transit', movement: 'arrived' },
  PL: { phase: 'in-transit', movement: 'arrived' },
  DP: { phase: 'in-transit', movement: 'left' },
  LO: { phase: 'in-transit', movement: 'left' },
  EA: { phase: 'in-transit' },
  EO: { phase: 'in-transit' },
  PF: { phase: 'in-transit' },
  PM: { phase: 'in-transit' },
  TR: { phase: 'in-transit' },
  HA: { phase: 'in-transit' },
  // customs: cleared, delayed, in progress
  CC: { phase: 'customs', movement: 'left' },
  CD: { phase: 'problem', party: 'customs' },
  CP: { phase: 'customs' },
  // at the door
  OD: { phase: 'out-for-delivery' },
  ED: { phase: 'out-for-delivery' },
  AD: { phase: 'out-for-delivery' },
  DL: { phase: 'delivered' },
  // held for the recipient
  HL: { phase: 'ready-for-pickup' },
  HP: { phase: 'ready-for-pickup' },
  // exceptions and delays
  DE: { phase: 'problem', broad: true },
  SE: { phase: 'problem', broad: true },
  DY: { phase: 'problem', broad: true },
  DD: { phase: 'problem' },
  PD: { phase: 'problem' },
  PY: { phase: 'problem' },
  CA: { phase: 'cancelled' },
  RS: { phase: 'returning' },
  RT: { phase: 'returning' },
  // location changed, vehicle not used, vehicle sent, several statuses
  CH: {},
  DR: {},
  DS: {},
  SP: {},
  // delivery options asked for, changed, withdrawn; links for a return label
  RR: {},
  RM: {},
  RC: {},
  RP: {},
  LP: {},
  RG: {},
  RD: {},
};

/**
 * `exceptionCode`, which adds a reason.
 * Source: FedEx status exception codes 03 (wrong address), 07 (refused) and 08 (recipient not there), as used
 * in public integrations, read November 2026. FedEx publishes no whole list.
 */
const EXCEPTION: Meanings = {
  '03': { phase: 'attempted' },
  '07': { phase: 'attempted', party: 'recipient' },
  '08': { phase: 'attempted', party: 'recipient' },
};

/**
 * `delayDetail.type`, if its `status` is DELAYED.
 * Source: WEATHER is in published answers of the Track API; the others are not confirmed by a document.
 * Gathered November 2026.
 */
const DELAY: Meanings = {
  WEATHER: { phase: 'problem', party: 'weather', besideDelivery: true },
  OPERATIONAL: { phase: 'problem', party: 'carrier', besideDelivery: true },
  CLEARANCE: { phase: 'problem', party: 'customs', besideDelivery: true },
  LOCAL: { phase: 'problem', besideDelivery: true },
  GENERAL: { phase: 'problem', besideDelivery: true },
};

type Entries = Readonly<Record<string, unknown>>;

const whereIs = (place: Entries) => ({
  country: text(place['countryCode']),
  region: text(place['stateOrProvinceCode']),
  postalCode: text(place['postalCode']),
});

/**
 * Reads an answer of FedEx's Track API, whose `output` its push messages repeat.
 *
 * Never throws. Scans carry an offset, `dateAndTimes` mostly do not: they are placed by the destination,
 * else only their day is used. Several results under one number are several parcels until they are told
 * apart (`trackingNumberUniqueId`), so what they disagree about is left out. A result with an error is no
 * news. Proof is the name of the receiver and where it was left; pictures need another request.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if this is not FedEx's
 */
export const parseFedEx = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const output = entries(entries(payload)['output']);
  if (!('completeTrackResults' in output)) return undefined;

  const { meaning, event, report } = reading(options);
  const name = options.carrierName ?? 'FedEx';
  const delayOf = (scan: Entries) => {
    const delay = entries(scan['delayDetail']);
    return delay['status'] === 'DELAYED' ? text(delay['type']) : undefined;
  };
  const results = list(output['completeTrackResults']).flatMap((item) => {
    const complete = entries(item);
    return list(complete['trackResults']).map((value) => {
      const result = entries(value);
      const own = entries(result['trackingNumberInfo'])['trackingNumber'];
      return { result, number: identifier(complete['trackingNumber']) ?? identifier(own) };
    });
  });

  return report(
    results.flatMap(({ result, number }) => {
      if (!number || !Array.isArray(result['scanEvents'])) return [];
      const events = list(result['scanEvents']).map((value) => {
        const scan = entries(value);
        const place = entries(scan['scanLocation']);
        const [type, exception] = [text(scan['eventType']), text(scan['exceptionCode'])];
        const said = meaning(
          [EVENT, text(scan['derivedStatusCode'])],
          [EVENT, type],
          [EXCEPTION, exception, 'open'],
          [DELAY, delayOf(scan), 'open'],
        );
        const sentence = text(scan['eventDescription']);
        return event(said, {
          ...eventTime(scan['date'], whereIs(place)),
          code: type ?? text(scan['derivedStatusCode']),
          words: text(scan['exceptionDescription']) ?? sentence,
          label: sentence ?? text(scan['derivedStatus']),
          place: placeOf(place['city'], place['stateOrProvinceCode'], place['countryCode']),
          name,
        });
      });

      const now = entries(result['latestStatusDetail']);
      const [general, code] = [text(now['derivedCode']), text(now['code'])];
      const times = list(result['dateAndTimes']).map(entries);
      const timeOf = (type: string) => times.find((one) => one['type'] === type)?.['dateTime'];
      const received = entries(result['deliveryDetails']);
      const contact = entries(entries(result['destinationLocation'])['locationContactAndAddress']);
      const to = whereIs(
        entries(contact['address'] ?? entries(result['recipientInformation'])['address']),
      );
      const arrived = eventTime(timeOf('ACTUAL_DELIVERY'), to);
      const window = entries(entries(result['estimatedDeliveryTimeWindow'])['window']);
      const isOver = timeOf('ACTUAL_DELIVERY') !== undefined;

      return [
        {
          trackingNumber: number,
          status: event(meaning([EVENT, general], [EVENT, code], [DELAY, delayOf(now), 'open']), {
            ...arrived,
            code: code ?? general,
            words: text(now['statusByLocale']) ?? text(now['description']),
            label: text(now['description']),
            place: placeOf(
              ...['city', 'stateOrProvinceCode', 'countryCode'].map(
                (part) => entries(now['scanLocation'])[part],
              ),
            ),
            name,
          }),
          proof: known({
            signatory: text(received['signedByName']) ?? text(received['receivedByName']),
            place: text(received['locationDescription']),
          }),
          shipment: known({
            carrier: { name },
            trackingUrl: pageFor('https://www.fedex.com/fedextrack/?trknbr=', number),
            events,
            estimate: isOver
              ? undefined
              : (window['begins'] ?? window['ends'])
                ? estimateBetween(window['begins'], window['ends'], to)
                : estimateBy(timeOf('ESTIMATED_DELIVERY'), to),
            statusWords: text(now['statusByLocale']) ?? text(now['description']),
          }),
        },
      ];
    }),
  );
};

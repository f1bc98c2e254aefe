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
 * Source: FedEx, "Tracking Status Codes" (developer.fedex.com, API reference), in the copy kept by
 * github.com/karrioapi/karrio (modules/connectors/fedex/vendor), compared on 30 November 2026. IN, MD, HA, PY and RT
 * are of Karrio's FedEx connector and AE, AS and IP of other integrations: second hand. EA is both "enroute to
 * airport" and "export approved". SP stands for several statuses at once, so it is none. "At delivery" is
 * not delivered. SH, CU, BR and TP say who has it; so do CA and RC, which mean something else as a movement.
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
  IP: { phase: 'collected' },
  // being carried
  IT: { phase: 'in-transit', broad: true },
  IX: { phase: 'in-transit', broad: true },
  // FedEx writes it with a small letter
  Ow: { phase: 'in-transit', broad: true },
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
  // expected in time, expected early: only a forecast
  AO: {},
  AE: {},
  // location changed, address corrected, vehicle not used, vehicle sent, several statuses
  CH: {},
  AS: {},
  DR: {},
  DS: {},
  SP: {},
  SH: {},
  CU: {},
  BR: {},
  TP: {},
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
 * Source: codes with their words in published answers of the Track API (A25 in FedEx's own sample): second
 * hand, compared on 30 November 2026. FedEx publishes no whole list.
 */
const EXCEPTION: Meanings = {
  // wrong address, which does not say that somebody went there; refused; recipient not there
  '03': { phase: 'problem' },
  '07': { phase: 'attempted', party: 'recipient' },
  '08': { phase: 'attempted', party: 'recipient' },
  // paid at the door, another day was asked for
  '16': {},
  '17': {},
  // at the station after the van had left, local restrictions, payment could not be collected
  '31': { phase: 'problem' },
  '84': { phase: 'problem' },
  '93': { phase: 'problem', asks: 'pay' },
  // ready for clearance, which FedEx calls an exception: its heading stands
  '71': {},
  A25: {},
};

/**
 * `delayDetail.type`, if its `status` is DELAYED.
 * Source: the five of `DelayDetail` in a client generated from FedEx's description of the Track API: second
 * hand, compared on 30 November 2026.
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

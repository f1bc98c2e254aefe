import type { Due, TrackingEvent } from '../model/index.js';
import {
  compactTime,
  day,
  entries,
  estimateBetween,
  eventTime,
  identifier,
  known,
  latest,
  list,
  pageFor,
  placeOf,
  reading,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';
import { zoneOf } from './zones.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `status.type`: headings.
 * Source: github.com/UPS-API/api-documentation, Tracking.yaml and UPSTrackAlert.yaml, and the activity
 * types of the Track API, read November 2026. Type D is "delivery information": loaded, out for delivery
 * and delivered alike, so by itself it is no delivery. U is an update of a date. DO and DD are a freight
 * station, not the customer.
 */
const TYPE: Meanings = {
  D: {},
  I: { phase: 'in-transit', broad: true },
  M: { phase: 'announced', broad: true },
  MV: { phase: 'cancelled' },
  P: { phase: 'collected', broad: true },
  X: { phase: 'problem', broad: true },
  RS: { phase: 'returning', broad: true },
  DO: { phase: 'in-transit', broad: true },
  DD: { phase: 'in-transit', broad: true },
  W: { phase: 'in-transit', broad: true },
  U: {},
  NA: {},
  O: { phase: 'out-for-delivery' },
};

/**
 * `status.statusCode`, "activity package detail status code".
 * Source: UPS package status codes as public integrations name them: second hand, gathered November 2026. UPS
 * renumbers its newest ones, so the list is known to be incomplete.
 */
const STATUS: Meanings = {
  '000': {},
  '003': { phase: 'announced' },
  '005': { phase: 'in-transit' },
  '006': { phase: 'out-for-delivery' },
  '007': { phase: 'cancelled' },
  '010': { phase: 'in-transit' },
  '011': { phase: 'delivered' },
  // clearance in progress, completed
  '012': { phase: 'customs' },
  '013': { phase: 'problem' },
  '014': { phase: 'customs', movement: 'left' },
  // held: in a warehouse, for pickup, a hold requested, for later
  '016': { phase: 'problem' },
  '017': { phase: 'ready-for-pickup' },
  '018': { phase: 'in-transit' },
  '019': { phase: 'in-transit' },
  '020': { phase: 'in-transit' },
  '021': { phase: 'out-for-delivery' },
  '022': { phase: 'attempted' },
  '023': { phase: 'attempted' },
  '024': { phase: 'attempted' },
  // given to the local post office, delivered by it
  '025': { phase: 'in-transit' },
  '026': { phase: 'delivered' },
  // address change requested, changed; action required; the post office's exception; weather
  '027': { phase: 'in-transit' },
  '028': { phase: 'in-transit' },
  '029': { phase: 'problem' },
  '030': { phase: 'problem' },
  '032': { phase: 'problem', party: 'weather' },
  '033': { phase: 'returning' },
  '034': { phase: 'returned' },
  '035': { phase: 'returning' },
  '036': { phase: 'returning' },
  '037': { phase: 'returning' },
  '038': { phase: 'collected' },
  '039': { phase: 'in-transit' },
  // at an access point, waiting for the customer
  '040': { phase: 'ready-for-pickup' },
  '041': {},
  '042': {},
  '043': { phase: 'cancelled' },
  '044': { phase: 'announced' },
  '045': { phase: 'announced' },
  '046': { phase: 'problem' },
  '047': { phase: 'problem' },
  '048': { phase: 'problem' },
  '049': { phase: 'problem' },
  '050': { phase: 'problem' },
  // an emergency or severe weather: which of them is not said
  '051': { phase: 'problem' },
  '052': { phase: 'problem', party: 'weather' },
  '053': { phase: 'problem', party: 'weather' },
  '054': { phase: 'in-transit' },
  '055': { phase: 'in-transit' },
  '056': {},
  '057': { phase: 'in-transit' },
  '058': { phase: 'problem', party: 'customs' },
  '059': { phase: 'problem' },
  '060': { phase: 'attempted' },
  '061': { phase: 'attempted' },
  '062': { phase: 'attempted' },
  '063': { phase: 'in-transit' },
  '064': { phase: 'problem', party: 'recipient' },
  '065': { phase: 'announced' },
  '066': { phase: 'attempted' },
  '067': { phase: 'returned' },
  '068': { phase: 'problem' },
  '069': { phase: 'problem', party: 'recipient' },
  '070': { phase: 'in-transit' },
  '071': { phase: 'in-transit' },
  '072': { phase: 'in-transit' },
  '077': { phase: 'announced' },
};

/**
 * `status.code` of an activity.
 * Source: the codes published with their descriptions in github.com/UPS-API and by users of the Track API,
 * read November 2026. UPS has hundreds and publishes no whole list.
 */
const CODE: Meanings = {
  MP: { phase: 'announced' },
  OR: { phase: 'collected' },
  DS: { phase: 'in-transit' },
  YP: { phase: 'in-transit' },
  YI: { phase: 'in-transit' },
  DP: { phase: 'in-transit', movement: 'left' },
  AR: { phase: 'in-transit', movement: 'arrived' },
  OF: { phase: 'in-transit' },
  OT: { phase: 'out-for-delivery' },
  KB: {},
  FS: { phase: 'delivered' },
  '2W': { phase: 'delivered' },
  '8Q': { phase: 'delivered' },
  '9E': { phase: 'delivered' },
  IP: { phase: 'in-transit' },
  VP: { phase: 'cancelled' },
  // on the way to an access point, there
  ZA: { phase: 'in-transit' },
  ZC: { phase: 'in-transit' },
  ZP: { phase: 'ready-for-pickup' },
};

type Entries = Readonly<Record<string, unknown>>;

/** The UTC clock beside the local one, or the local one where its place leaves no doubt. */
const timeOf = (
  local: readonly [date: unknown, time: unknown],
  greenwich: readonly [date: unknown, time: unknown],
  where: {
    country: string | undefined;
    region: string | undefined;
    postalCode: string | undefined;
  },
): Pick<TrackingEvent, 'at' | 'localTime'> => {
  const utc = compactTime(...greenwich);
  const stated = utc?.includes('T') ? eventTime(`${utc}Z`) : {};
  return stated.at ? stated : eventTime(compactTime(...local), where);
};

const TRACKING_PAGE = 'https://www.ups.com/track?tracknum=';

/**
 * Reads UPS: an answer of the Track API, or one message of Track Alert.
 *
 * Never throws. Type D alone is not taken for a delivery. Times are local; where UPS gives the UTC clock
 * with them, that is the instant, else the place decides or the time stays local. Several packages of
 * one shipment have numbers of their own. Photo and signature come as pictures inside the payload, which
 * are not passed on; the name of the receiver is.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if this is not UPS's
 */
export const parseUps = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const outer = entries(payload);
  const isAlert = 'activityStatus' in outer && 'trackingNumber' in outer;
  if (!isAlert && !('trackResponse' in outer)) return undefined;

  const { meaning, event, report } = reading(options);
  const name = options.carrierName ?? 'UPS';
  const whereIs = (place: Entries) => ({
    country: text(place['countryCode'] ?? place['country']),
    region: text(place['stateProvince']),
    postalCode: text(place['postalCode']),
  });
  const eventOf = (
    status: Entries,
    place: Entries,
    time: Pick<TrackingEvent, 'at' | 'localTime'>,
    collectBy?: Due,
  ) => {
    const [type, code] = [text(status['type']), text(status['code'])];
    const detail = text(status['statusCode'] ?? status['descriptionCode']);
    return event(meaning([TYPE, type], [STATUS, detail, 'open'], [CODE, code, 'open']), {
      ...time,
      code: code ?? detail ?? type,
      words: text(status['description']),
      label: text(status['simplifiedTextDescription']),
      place: placeOf(
        place['city'],
        place['stateProvince'],
        place['countryCode'] ?? place['country'],
      ),
      name,
      collectBy,
    });
  };
  const common = (trackingNumber: string) => ({
    carrier: { name },
    trackingUrl: pageFor(TRACKING_PAGE, trackingNumber),
  });

  if (isAlert) {
    const trackingNumber = identifier(outer['trackingNumber']);
    if (!trackingNumber) return report([]);
    const place = entries(outer['activityLocation']);
    const status = entries(outer['activityStatus']);
    const expected = day(compactTime(outer['scheduledDeliveryDate'], undefined));
    const time = timeOf(
      [outer['localActivityDate'], outer['localActivityTime']],
      [outer['gmtActivityDate'], outer['gmtActivityTime']],
      whereIs(place),
    );
    return report([
      {
        trackingNumber,
        shipment: known({
          ...common(trackingNumber),
          events: [eventOf(status, place, time)],
          estimate: expected ? { date: expected } : undefined,
          statusWords: text(status['description']),
        }),
      },
    ]);
  }

  const shipments = list(entries(outer['trackResponse'])['shipment']).map(entries);
  return report(
    shipments.flatMap((shipment) =>
      list(shipment['package']).flatMap((item) => {
        const parcel = entries(item);
        const trackingNumber =
          identifier(parcel['trackingNumber']) ?? identifier(shipment['inquiryNumber']);
        if (!trackingNumber) return [];
        const to = list(parcel['packageAddress'])
          .map(entries)
          .find((place) => place['type'] === 'DESTINATION');
        const destination = whereIs(entries(to?.['address']));
        // A day ends where the parcel waits: without a certain zone it is nobody's deadline.
        const last = day(
          compactTime(entries(parcel['accessPointInformation'])['pickupByDate'], undefined),
        );
        const timeZone = zoneOf(destination);
        const collectBy = last && timeZone ? { date: last, timeZone } : undefined;
        const events = list(parcel['activity']).map((activity) => {
          const scan = entries(activity);
          const place = entries(entries(scan['location'])['address']);
          const time = timeOf(
            [scan['date'], scan['time']],
            [scan['gmtDate'], text(scan['gmtTime'])?.replaceAll(':', '')],
            whereIs(place),
          );
          return eventOf(entries(scan['status']), place, time, collectBy);
        });
        const now = entries(parcel['currentStatus']);
        const dates = list(parcel['deliveryDate']).map(entries);
        // A date of type DEL is the delivery itself; the rescheduled one replaces the scheduled one.
        const expected = ['RDD', 'SDD']
          .map((type) => dates.find((date) => date['type'] === type)?.['date'])
          .find((date) => date !== undefined);
        const window = entries(parcel['deliveryTime']);
        const hasWindow = ['EDW', 'CDW', 'IDW'].includes(text(window['type']) ?? '');
        const received = entries(parcel['deliveryInformation']);

        return [
          {
            trackingNumber,
            status: eventOf(now, {}, {}),
            proof: known({
              signatory: text(received['receivedBy']),
              place: text(received['location']),
            }),
            shipment: known({
              ...common(trackingNumber),
              events,
              estimate: estimateBetween(
                compactTime(expected, hasWindow ? window['startTime'] : undefined),
                compactTime(expected, hasWindow ? window['endTime'] : undefined),
                destination,
              ),
              statusWords: text(now['description']) ?? latest(events)?.words,
            }),
          },
        ];
      }),
    ),
  );
};

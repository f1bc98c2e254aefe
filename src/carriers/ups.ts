import type { Due, TrackingEvent } from '../model/index.js';
import {
  compactTime,
  day,
  each,
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
 * Source: github.com/UPS-API/api-documentation, UPSTrackAlert.yaml (D, I, M, MV, U, X), compared on 30 November
 * 2026; the others are types of older answers, second hand. Type D is "delivery information": loaded, out for delivery
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
 * Source: UPS's package status codes with their descriptions, as two public integrations repeat them (an older
 * list to 069, a newer to 169): second hand, compared on 30 November 2026. Where the two differ (such as 037, 047, 069),
 * the one that promises less stands. UPS adds to them, so the list is known to be incomplete.
 */
const STATUS: Meanings = {
  // nothing of where it is: changes asked for or agreed, a pickup called off, upgrades, new times, investigations, claims opened, a photo
  ...each(
    {},
    `000 018 020 027 028 041 042 043 054 056 063 082 088 094 095 096 097 098 099 100 101 102 103 104
    105 106 107 108 109 110 111 112 113 114 115 116 117 120 121 122 127 128 133 142 148 153 154 155
    156 163`,
  ),
  // label made, not yet with UPS, a pickup due or tried
  ...each({ phase: 'announced' }, '003 044 045 065 077 079 080 131 135 157 166'),
  ...each({ phase: 'collected' }, '038 160 167 168 169'),
  // with partners as well: "delivered to agent" is on its way
  ...each(
    { phase: 'in-transit' },
    `005 010 019 025 039 055 057 070 071 072 073 074 075 087 136 137 138 143 158 159 164 165`,
  ),
  ...each({ phase: 'customs' }, '012 092 123 126'),
  ...each({ phase: 'customs', movement: 'left' }, '014 084 134'),
  ...each({ phase: 'out-for-delivery' }, '006 021 078 089 091 146 162'),
  ...each({ phase: 'attempted' }, '022 023 024 060 061 066 145'),
  '062': { phase: 'attempted', asks: 'pay' },
  // held for the customer, at an access point or a post office
  ...each({ phase: 'ready-for-pickup' }, '017 040 144 161'),
  // by UPS, by the post office
  ...each({ phase: 'delivered' }, '011 026'),
  // 051 is an emergency or severe weather: which of them is not said
  ...each(
    { phase: 'problem' },
    `013 016 029 030 046 047 048 049 051 059 068 069 076 083 086 090 093 129 130 132 139 140 141 147 149`,
  ),
  '050': { phase: 'problem', asks: 'address' },
  '085': { phase: 'problem', asks: 'pay' },
  ...each({ phase: 'problem', party: 'weather' }, '032 052 053'),
  ...each({ phase: 'problem', party: 'customs' }, '058 124 125'),
  '064': { phase: 'problem', party: 'recipient' },
  ...each({ phase: 'returning' }, '033 035 036 037 081 118 119'),
  ...each({ phase: 'returned' }, '034 067'),
  '007': { phase: 'cancelled' },
};

/**
 * `status.code` of an activity.
 * Source: samples in github.com/UPS-API/api-documentation, Tracking.yaml and UPSTrackAlert.yaml (MP, OR, DP, YP, OT,
 * FS, SR), compared on 30 November 2026; the others from users of the Track API, second hand. UPS has hundreds
 * and publishes no whole list.
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
  // released by customs
  SR: { phase: 'customs', movement: 'left' },
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

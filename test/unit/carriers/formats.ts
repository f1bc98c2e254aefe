import { parseAfterShip } from '../../../src/carriers/aftership.js';
import { parseChronopost } from '../../../src/carriers/chronopost.js';
import { parseDhl } from '../../../src/carriers/dhl.js';
import { parseEasyPost } from '../../../src/carriers/easypost.js';
import type { CarrierOptions, CarrierReport } from '../../../src/carriers/easypost.js';
import { parseFedEx } from '../../../src/carriers/fedex.js';
import { parseKarrio } from '../../../src/carriers/karrio.js';
import { parseLaPoste } from '../../../src/carriers/laposte.js';
import type { CarrierFormat } from '../../../src/carriers/read.js';
import { parseSeventeenTrack } from '../../../src/carriers/seventeentrack.js';
import { parseShipEngine } from '../../../src/carriers/shipengine.js';
import { parseShippo } from '../../../src/carriers/shippo.js';
import { parseUps } from '../../../src/carriers/ups.js';

type Parts = Readonly<Record<string, unknown>>;

/** How a format is written. All numbers, people and links in it are invented. */
export interface Format {
  readonly read: (payload: unknown, options?: CarrierOptions) => CarrierReport | undefined;
  /** One scan in Lyon, on 22 November 2026 at 21:14 there. */
  readonly scan: (parts?: Parts) => Parts;
  readonly payload: (scans: readonly unknown[], parts?: Parts) => unknown;
  /** What differs in the scans of a whole journey, from the announcement to the delivery. */
  readonly journey: readonly Parts[];
  /** Parts of a payload that belong to a delivered one. */
  readonly arrived: Parts;
  /** Parts of a payload that says nothing of the whole. */
  readonly silent: Parts;
}

/** 22 November 2026 and the days after it. */
const on = (dayAndTime: string, zone = '+01:00') => `2026-11-${dayAndTime}${zone}`;
const compact = (dayAndTime: string) => {
  const [day, time] = dayAndTime.split('T') as [string, string];
  return { date: `202611${day}`, time: time.replaceAll(':', '') };
};

const easypost: Format = {
  read: parseEasyPost,
  scan: (parts = {}) => ({
    object: 'TrackingDetail',
    message: 'Arrived at the Lyon depot',
    description: '',
    status: 'in_transit',
    status_detail: 'arrived_at_facility',
    datetime: on('22T21:14:00'),
    source: 'RelaisNord',
    carrier_code: '',
    tracking_location: {
      object: 'TrackingLocation',
      city: 'Lyon',
      state: null,
      country: 'FR',
      zip: '69000',
    },
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    id: 'trk_demo',
    object: 'Tracker',
    mode: 'test',
    tracking_code: 'RN-TEST-0001',
    status: 'in_transit',
    status_detail: 'arrived_at_facility',
    updated_at: '2026-11-24T20:20:00Z',
    signed_by: null,
    est_delivery_date: null,
    carrier: 'RelaisNord',
    tracking_details: scans,
    carrier_detail: null,
    is_return: false,
    public_url: 'https://track.example/RN-TEST-0001',
    ...parts,
  }),
  journey: [
    { status: 'pre_transit', status_detail: 'label_created', datetime: on('21T10:00:00') },
    { datetime: on('22T21:14:00') },
    { status: 'out_for_delivery', status_detail: 'out_for_delivery', datetime: on('24T06:40:00') },
    {
      status: 'delivered',
      status_detail: 'arrived_at_destination',
      message: 'Delivered',
      datetime: on('24T09:12:00'),
    },
  ],
  arrived: { status: 'delivered', signed_by: 'front desk' },
  silent: { status: 'unknown' },
};

const aftership: Format = {
  read: parseAfterShip,
  scan: (parts = {}) => ({
    slug: 'relais-nord',
    city: 'Lyon',
    location: 'Lyon, FR',
    country_name: 'France',
    country_iso3: 'FRA',
    message: 'Arrived at the Lyon depot',
    tag: 'InTransit',
    subtag: 'InTransit_003',
    subtag_message: 'Arrival scan',
    checkpoint_time: on('22T21:14:00'),
    state: null,
    zip: null,
    raw_tag: 'A1',
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    event: 'tracking_update',
    event_id: 'demo-event',
    ts: 1795464000,
    msg: {
      id: 'demo-tracking',
      tracking_number: 'RN-TEST-0002',
      slug: 'relais-nord',
      tag: 'InTransit',
      subtag: 'InTransit_003',
      subtag_message: 'Arrival scan',
      checkpoints: scans,
      expected_delivery: null,
      destination_country_iso3: 'FRA',
      signed_by: null,
      return_to_sender: false,
      courier_tracking_link: 'https://track.example/RN-TEST-0002',
      updated_at: '2026-11-24T20:20:00+00:00',
      ...parts,
    },
  }),
  journey: [
    { tag: 'InfoReceived', subtag: 'InfoReceived_001', checkpoint_time: on('21T10:00:00') },
    { checkpoint_time: on('22T21:14:00') },
    { tag: 'OutForDelivery', subtag: 'OutForDelivery_001', checkpoint_time: on('24T06:40:00') },
    {
      tag: 'Delivered',
      subtag: 'Delivered_003',
      message: 'Delivered',
      checkpoint_time: on('24T09:12:00'),
    },
  ],
  arrived: {
    tag: 'Delivered',
    subtag: 'Delivered_003',
    subtag_message: 'Signed by customer',
    signed_by: 'front desk',
  },
  silent: { tag: null, subtag: null },
};

const shippo: Format = {
  read: parseShippo,
  scan: (parts = {}) => ({
    object_created: '2026-11-22T20:20:00.000Z',
    object_id: 'demo-scan',
    status: 'TRANSIT',
    substatus: { code: 'package_arrived', text: 'Package has arrived.', action_required: false },
    status_details: 'Your shipment has arrived at the depot.',
    status_date: '2026-11-22T20:14:00Z',
    location: { city: 'Lyon', state: '', zip: '69000', country: 'FR' },
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    event: 'track_updated',
    test: true,
    data: {
      carrier: 'relais_nord',
      tracking_number: 'RN-TEST-0003',
      address_to: { city: 'Paris', state: '', zip: '75011', country: 'FR' },
      eta: null,
      tracking_status: scans[scans.length - 1] ?? null,
      tracking_history: scans,
      ...parts,
    },
  }),
  journey: [
    {
      status: 'PRE_TRANSIT',
      substatus: { code: 'information_received' },
      status_date: '2026-11-21T09:00:00Z',
    },
    { status_date: '2026-11-22T20:14:00Z' },
    { substatus: { code: 'out_for_delivery' }, status_date: '2026-11-24T05:40:00Z' },
    {
      status: 'DELIVERED',
      substatus: { code: 'delivered' },
      status_details: 'Delivered',
      status_date: '2026-11-24T08:12:00Z',
    },
  ],
  arrived: {
    tracking_status: {
      status: 'DELIVERED',
      substatus: { code: 'delivered' },
      status_details: 'Delivered',
      status_date: '2026-11-24T08:12:00Z',
      location: { city: 'Lyon', state: '', zip: '69000', country: 'FR' },
    },
  },
  silent: { tracking_status: null },
};

const shipengine: Format = {
  read: parseShipEngine,
  scan: (parts = {}) => ({
    occurred_at: '2026-11-22T20:14:00Z',
    carrier_occurred_at: '2026-11-22T21:14:00Z',
    description: 'Arrived at the Lyon depot',
    city_locality: 'Lyon',
    state_province: '',
    postal_code: '69000',
    country_code: 'FR',
    company_name: '',
    signer: '',
    event_code: 'A1',
    status_code: 'IT',
    status_detail_code: 'RECEIVED_LOCAL_DELIVERY_DEPOT',
    status_description: 'In Transit',
    proof_of_delivery_url: null,
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    resource_url: 'https://api.example/v1/tracking',
    resource_type: 'API_TRACK',
    data: {
      tracking_number: 'RN-TEST-0004',
      tracking_url: 'https://track.example/RN-TEST-0004',
      carrier_code: 'relais_nord',
      status_code: 'IT',
      status_detail_code: 'IN_TRANSIT',
      status_description: 'In Transit',
      carrier_status_description: 'In transit',
      estimated_delivery_date: null,
      actual_delivery_date: null,
      events: scans,
      ...parts,
    },
  }),
  journey: [
    {
      status_code: 'NY',
      status_detail_code: 'ELEC_ADVICE_RECD_BY_CARRIER',
      occurred_at: '2026-11-21T09:00:00Z',
    },
    { occurred_at: '2026-11-22T20:14:00Z' },
    { status_detail_code: 'OUT_FOR_DELIVERY', occurred_at: '2026-11-24T05:40:00Z' },
    {
      status_code: 'DE',
      status_detail_code: 'DELIVERED',
      status_description: 'Delivered',
      description: 'Delivered',
      signer: 'front desk',
      proof_of_delivery_url: 'https://track.example/photo/4',
      occurred_at: '2026-11-24T08:12:00Z',
    },
  ],
  arrived: {
    status_code: 'DE',
    status_detail_code: 'DELIVERED',
    status_description: 'Delivered',
    carrier_status_description: 'Delivered',
    actual_delivery_date: '2026-11-24T08:12:00Z',
  },
  silent: { status_code: null, status_detail_code: null },
};

const seventeentrack: Format = {
  read: parseSeventeenTrack,
  scan: (parts = {}) => ({
    time_iso: on('22T21:14:00'),
    time_utc: '2026-11-22T20:14:00Z',
    time_raw: { date: '2026-11-22', time: '21:14:00', timezone: '+01:00' },
    description: 'Arrived at the Lyon depot',
    location: 'Lyon, FR',
    stage: null,
    sub_status: 'InTransit_Other',
    address: { country: 'FR', state: null, city: 'Lyon', postal_code: null },
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    event: 'TRACKING_UPDATED',
    data: {
      number: 'RNTEST0005',
      carrier: 7000,
      param: null,
      tag: '',
      track_info: {
        shipping_info: { recipient_address: { country: 'FR', state: null } },
        latest_status: { status: 'InTransit', sub_status: 'InTransit_Other' },
        time_metrics: { estimated_delivery_date: { source: null, from: null, to: null } },
        tracking: {
          providers: [
            {
              provider: { key: 7000, name: 'Relais Nord', tel: '+33 1 00 00 00 00' },
              latest_sync_time: '2026-11-24T20:20:00Z',
              events: scans,
            },
          ],
        },
        ...parts,
      },
    },
  }),
  journey: [
    { sub_status: 'InfoReceived', stage: 'InfoReceived', ...at17('21T10:00:00', '21T09:00:00') },
    { ...at17('22T21:14:00', '22T20:14:00') },
    {
      sub_status: 'OutForDelivery_Other',
      stage: 'OutForDelivery',
      ...at17('24T06:40:00', '24T05:40:00'),
    },
    {
      sub_status: 'Delivered_Other',
      stage: 'Delivered',
      description: 'Delivered',
      ...at17('24T09:12:00', '24T08:12:00'),
    },
  ],
  arrived: { latest_status: { status: 'Delivered', sub_status: 'Delivered_Other' } },
  silent: { latest_status: null },
};
function at17(local: string, utc: string) {
  return {
    time_iso: on(local),
    time_utc: on(utc, 'Z'),
    time_raw: { date: on(local, '').slice(0, 10), time: local.slice(3), timezone: '+01:00' },
  };
}

const dhl: Format = {
  read: parseDhl,
  scan: (parts = {}) => ({
    timestamp: on('22T21:14:00', ''),
    location: { address: { countryCode: 'FR', postalCode: '69000', addressLocality: 'LYON' } },
    statusCode: 'transit',
    status: 'TRANSIT',
    description: 'Arrived at the Lyon depot',
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    url: '/shipments?trackingNumber=7000000006',
    shipments: [
      {
        id: '7000000006',
        service: 'express',
        destination: { address: { countryCode: 'FR', postalCode: '75011' } },
        status: dhl.scan(),
        serviceUrl: 'https://track.example/7000000006',
        details: {},
        events: scans,
        ...parts,
      },
    ],
  }),
  journey: [
    { statusCode: 'pre-transit', status: 'PRE-TRANSIT', timestamp: on('21T10:00:00', '') },
    { timestamp: on('22T21:14:00', '') },
    { statusCode: 'transit', status: 'On the van', timestamp: on('24T06:40:00', '') },
    {
      statusCode: 'delivered',
      status: 'DELIVERED',
      description: 'Delivered',
      timestamp: on('24T09:12:00', ''),
    },
  ],
  arrived: {
    status: {
      statusCode: 'delivered',
      status: 'DELIVERED',
      timestamp: on('24T09:12:00', 'Z'),
    },
    details: { proofOfDelivery: { signed: { name: 'front desk' } } },
  },
  silent: { status: {} },
};

const laposte: Format = {
  read: parseLaPoste,
  scan: (parts = {}) => ({
    code: 'ET1',
    label: 'Votre colis est en cours d’acheminement.',
    date: on('22T21:14:00'),
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    lang: 'fr_FR',
    scope: 'open',
    returnCode: 200,
    shipment: {
      idShip: 'TEST00000007',
      product: 'colissimo',
      isFinal: false,
      event: scans,
      url: 'https://suivi.example/TEST00000007',
      ...parts,
    },
  }),
  journey: [
    { code: 'DR1', label: 'Annoncé.', date: on('21T10:00:00') },
    { date: on('22T21:14:00') },
    { code: 'MD2', label: 'En livraison.', date: on('24T06:40:00') },
    { code: 'DI1', label: 'Votre colis est livré.', date: on('24T09:12:00') },
  ],
  arrived: { isFinal: true },
  silent: {},
};

const chronopost: Format = {
  read: parseChronopost,
  scan: (parts = {}) => ({
    code: 'TS',
    eventDate: on('22T21:14:00'),
    eventLabel: 'Colis en cours d’acheminement',
    highPriority: 'false',
    officeLabel: 'LYON CHRONOPOST',
    zipCode: '69000',
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    return: {
      errorCode: '0',
      listEventInfoComp: { events: scans, skybillNumber: 'XTEST00008FR', ...parts },
    },
  }),
  journey: [
    { code: 'DC', eventLabel: 'En préparation', eventDate: on('21T10:00:00') },
    { eventDate: on('22T21:14:00') },
    { code: 'TA', eventLabel: 'En cours de livraison', eventDate: on('24T06:40:00') },
    { code: 'D', eventLabel: 'Livraison effectuée', eventDate: on('24T09:12:00') },
  ],
  arrived: {},
  silent: {},
};

const ups: Format = {
  read: parseUps,
  scan: (parts = {}) => ({
    date: '20261122',
    time: '211400',
    location: { address: { city: 'LYON', countryCode: 'FR', country: 'FR' } },
    status: { type: 'I', code: 'AR', description: 'Arrived at the depot', statusCode: '005' },
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    trackResponse: {
      shipment: [
        {
          inquiryNumber: '1ZTEST0000000009',
          package: [
            {
              trackingNumber: '1ZTEST0000000009',
              activity: scans,
              currentStatus: { code: '005', description: 'In transit' },
              deliveryDate: [],
              packageAddress: [
                { type: 'DESTINATION', address: { city: 'PARIS', countryCode: 'FR' } },
              ],
              ...parts,
            },
          ],
        },
      ],
    },
  }),
  journey: [
    { status: { type: 'M', code: 'MP', statusCode: '003' }, ...compact('21T10:00:00') },
    { ...compact('22T21:14:00') },
    { status: { type: 'I', code: 'OT', statusCode: '021' }, ...compact('24T06:40:00') },
    {
      status: { type: 'D', code: 'FS', statusCode: '011', description: 'DELIVERED' },
      ...compact('24T09:12:00'),
    },
  ],
  arrived: {
    currentStatus: { type: 'D', code: 'FS', statusCode: '011', description: 'DELIVERED' },
    deliveryInformation: { receivedBy: 'FRONT DESK', location: 'Reception' },
  },
  silent: { currentStatus: null },
};

const fedex: Format = {
  read: parseFedEx,
  scan: (parts = {}) => ({
    date: on('22T21:14:00'),
    eventType: 'AR',
    eventDescription: 'Arrived at the depot',
    exceptionCode: '',
    exceptionDescription: '',
    derivedStatusCode: 'IT',
    derivedStatus: 'In transit',
    scanLocation: { city: 'LYON', countryCode: 'FR', postalCode: '69000' },
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    transactionId: 'demo',
    output: {
      completeTrackResults: [
        {
          trackingNumber: '700000000010',
          trackResults: [
            {
              trackingNumberInfo: {
                trackingNumber: '700000000010',
                trackingNumberUniqueId: '1~700000000010~DEMO',
              },
              latestStatusDetail: { code: 'IT', derivedCode: 'IT', description: 'In transit' },
              scanEvents: scans,
              dateAndTimes: [],
              destinationLocation: {
                locationContactAndAddress: { address: { city: 'PARIS', countryCode: 'FR' } },
              },
              ...parts,
            },
          ],
        },
      ],
    },
  }),
  journey: [
    {
      eventType: 'OC',
      derivedStatusCode: 'IN',
      eventDescription: 'Shipment information sent',
      date: on('21T10:00:00'),
    },
    { date: on('22T21:14:00') },
    { eventType: 'OD', eventDescription: 'On the van', date: on('24T06:40:00') },
    {
      eventType: 'DL',
      derivedStatusCode: 'DL',
      eventDescription: 'Delivered',
      date: on('24T09:12:00'),
    },
  ],
  arrived: {
    latestStatusDetail: { code: 'DL', derivedCode: 'DL', description: 'Delivered' },
    deliveryDetails: { receivedByName: 'FRONT DESK', locationDescription: 'Reception' },
  },
  silent: { latestStatusDetail: null },
};

const karrio: Format = {
  read: parseKarrio,
  scan: (parts = {}) => ({
    date: '2026-11-22',
    time: '09:14 PM',
    timestamp: '2026-11-22T21:14:00.000Z',
    status: 'in_transit',
    code: 'A1',
    reason: null,
    description: 'Arrived at the Lyon depot',
    location: 'Lyon, 69000, FR',
    ...parts,
  }),
  payload: (scans, parts = {}) => ({
    type: 'tracker_updated',
    data: {
      id: 'trk_demo',
      object_type: 'tracker',
      carrier_name: 'relais_nord',
      carrier_id: 'relais',
      tracking_number: 'RN-TEST-0011',
      status: 'in_transit',
      delivered: false,
      estimated_delivery: null,
      events: scans,
      info: { carrier_tracking_link: 'https://track.example/RN-TEST-0011' },
      delivery_image_url: null,
      ...parts,
    },
  }),
  journey: [
    { status: 'pending', timestamp: '2026-11-21T10:00:00.000Z' },
    { timestamp: '2026-11-22T21:14:00.000Z' },
    { status: 'out_for_delivery', timestamp: '2026-11-24T06:40:00.000Z' },
    { status: 'delivered', description: 'Delivered', timestamp: '2026-11-24T09:12:00.000Z' },
  ],
  arrived: {
    status: 'delivered',
    delivered: true,
    delivery_image_url: 'https://track.example/photo/11',
  },
  silent: { status: 'unknown' },
};

export const formats: Readonly<Record<CarrierFormat, Format>> = {
  easypost,
  aftership,
  shippo,
  shipengine,
  seventeentrack,
  dhl,
  laposte,
  chronopost,
  ups,
  fedex,
  karrio,
};

/** A whole journey that ended at the door, in agreement with itself. */
export const delivered = ({ scan, payload, journey, arrived }: Format): unknown =>
  payload(
    journey.map((parts) => scan(parts)),
    arrived,
  );

/** The events of the only shipment read. */
export const eventsOf = (format: Format, payload: unknown, options?: CarrierOptions) =>
  format.read(payload, options)?.shipments[0]?.shipment.events ?? [];

/** The one event that a scan with these parts becomes, and what was reported. */
export const one = (format: Format, parts: Parts, more?: Parts, options?: CarrierOptions) => {
  const report = format.read(
    format.payload([format.scan(parts)], { ...format.silent, ...more }),
    options,
  )!;
  const { phase, movement, party, ...event } = report.shipments[0]!.shipment.events![0]!;
  return {
    event,
    meaning: [phase ?? '-', movement, party].filter((part) => part !== undefined),
    unmapped: report.unmapped,
    doubts: report.doubts,
  };
};

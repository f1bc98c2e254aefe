import { readCarrier } from '../../src/carriers/read.js';
import type { CarrierFormat } from '../../src/carriers/read.js';
import type { EpochMilliseconds } from '../../src/model/index.js';
import type { OrderFacts } from './facts.js';

/** What a carrier or an aggregator sends to the shop, in its own format. */
export interface CarrierNews {
  readonly format: CarrierFormat;
  readonly payload: unknown;
}

type Step = readonly [time: string, kind: keyof typeof KINDS, city: string, words: string];

/** The same step in the codes of the four: EasyPost, AfterShip, Shippo, 17TRACK. */
const KINDS = {
  sent: [
    ['in_transit', 'received_at_origin_facility'],
    ['InTransit', 'InTransit_002'],
    ['TRANSIT', 'package_accepted'],
    'InTransit_PickedUp',
  ],
  left: [
    ['in_transit', 'departed_facility'],
    ['InTransit', 'InTransit_007'],
    ['TRANSIT', 'package_departed'],
    'InTransit_Departure',
  ],
  out: [
    ['out_for_delivery', 'out_for_delivery'],
    ['OutForDelivery', 'OutForDelivery_001'],
    ['TRANSIT', 'out_for_delivery'],
    'OutForDelivery_Other',
  ],
  delivered: [
    ['delivered', 'arrived_at_destination'],
    ['Delivered', 'Delivered_001'],
    ['DELIVERED', 'delivered'],
    'Delivered_Other',
  ],
} as const;

const easypost = (number: string, steps: readonly Step[]): CarrierNews => {
  const last = KINDS[steps.at(-1)![1]][0];
  return {
    format: 'easypost',
    payload: {
      object: 'Tracker',
      mode: 'test',
      tracking_code: number,
      status: last[0],
      status_detail: last[1],
      updated_at: steps.at(-1)![0],
      carrier: 'Nordfracht',
      is_return: false,
      public_url: `https://nordfracht.example/${number}`,
      tracking_details: steps.map(([time, kind, city, message]) => ({
        object: 'TrackingDetail',
        message,
        status: KINDS[kind][0][0],
        status_detail: KINDS[kind][0][1],
        datetime: time,
        tracking_location: {
          object: 'TrackingLocation',
          city,
          state: null,
          country: null,
          zip: null,
        },
      })),
    },
  };
};

const aftership = (number: string, steps: readonly Step[]): CarrierNews => {
  const last = KINDS[steps.at(-1)![1]][1];
  return {
    format: 'aftership',
    payload: {
      event: 'tracking_update',
      msg: {
        tracking_number: number,
        slug: 'tamesis',
        tag: last[0],
        subtag: last[1],
        last_updated_at: steps.at(-1)![0],
        courier_tracking_link: `https://tamesis.example/${number}`,
        checkpoints: steps.map(([time, kind, city, message]) => ({
          slug: 'tamesis',
          city,
          message,
          tag: KINDS[kind][1][0],
          subtag: KINDS[kind][1][1],
          checkpoint_time: time,
        })),
      },
    },
  };
};

const shippo = (number: string, steps: readonly Step[], eta?: string): CarrierNews => {
  const scans = steps.map(([time, kind, city, words]) => ({
    status: KINDS[kind][2][0],
    substatus: { code: KINDS[kind][2][1], text: words, action_required: false },
    status_details: words,
    status_date: time,
    object_created: time,
    location: { city, state: '', zip: '', country: '' },
  }));
  return {
    format: 'shippo',
    payload: {
      event: 'track_updated',
      test: true,
      data: {
        carrier: 'brightline',
        tracking_number: number,
        eta: eta ?? null,
        tracking_status: scans.at(-1),
        tracking_history: scans,
      },
    },
  };
};

const seventeentrack = (number: string, steps: readonly Step[], day?: string): CarrierNews => {
  const last = KINDS[steps.at(-1)![1]][3];
  return {
    format: 'seventeentrack',
    payload: {
      event: 'TRACKING_UPDATED',
      data: {
        number,
        carrier: 7000,
        param: null,
        tag: '',
        track_info: {
          shipping_info: { recipient_address: { country: 'GB', state: null } },
          latest_status: { status: last.split('_')[0], sub_status: last },
          time_metrics: {
            estimated_delivery_date: { source: null, from: day ?? null, to: day ?? null },
          },
          tracking: {
            providers: [
              {
                provider: { key: 7000, name: 'Pennine Post', tel: null },
                latest_sync_time: steps.at(-1)![0],
                events: steps.map(([time, kind, city, description]) => ({
                  time_iso: time,
                  time_utc: time,
                  description,
                  location: city,
                  stage: null,
                  sub_status: KINDS[kind][3],
                  address: { country: null, state: null, city, postal_code: null },
                })),
              },
            ],
          },
        },
      },
    },
  };
};

const CAME: readonly Step[] = [
  ['2026-11-10T16:10:00Z', 'sent', 'Hull', 'Parcel received'],
  ['2026-11-12T07:02:00Z', 'out', 'London', 'Out for delivery'],
  ['2026-11-12T10:12:00Z', 'delivered', 'London', 'Delivered'],
];
const WORKTOP: readonly Step[] = [
  ['2026-11-21T09:10:00Z', 'sent', 'Leeds', 'Parcel received'],
  ['2026-11-22T18:40:00Z', 'left', 'Leeds', 'Left the Leeds hub'],
];
const number = (parcel: number): string => `UK310DEMO${parcel}`;

/** What three of them say of the kitchen's eight parcels by Sunday night, and what four add on Monday. */
export const kitchenNews = (): {
  readonly before: CarrierNews[];
  readonly monday: CarrierNews[];
} => ({
  before: [
    easypost(number(1), CAME),
    easypost(number(2), CAME),
    easypost(number(3), CAME),
    aftership(number(4), CAME),
    aftership(number(5), CAME.slice(0, 1)),
    shippo(number(6), WORKTOP, '2026-11-24T12:00:00Z'),
    shippo(number(8), WORKTOP),
  ],
  monday: [
    aftership(number(5), [
      ...CAME.slice(0, 1),
      ['2026-11-23T07:20:00Z', 'out', 'London', 'Out for delivery'],
      ['2026-11-23T09:40:00Z', 'delivered', 'London', 'Delivered'],
    ]),
    shippo(
      number(6),
      [...WORKTOP, ['2026-11-23T15:30:00Z', 'left', 'Luton', 'Left the Luton depot']],
      '2026-11-24T12:00:00Z',
    ),
    seventeentrack(
      number(7),
      [['2026-11-23T15:30:00Z', 'sent', 'Hull', 'Parcel received']],
      '2026-11-26T00:00:00Z',
    ),
    shippo(number(8), [
      ...WORKTOP,
      ['2026-11-23T06:50:00Z', 'out', 'London', 'Out for delivery'],
      ['2026-11-23T09:12:00Z', 'delivered', 'London', 'Delivered'],
    ]),
  ],
});

/** The order with what carriers said of it, read as the shop's server reads it. */
export const toldBy = (
  facts: OrderFacts,
  news: readonly CarrierNews[],
  now: EpochMilliseconds,
): OrderFacts => ({
  ...facts,
  shipments: facts.shipments.map((parcel) =>
    news.reduce((one, { payload }) => {
      const said = readCarrier(payload, { carrierName: one.carrier.name })?.shipments.find(
        ({ trackingNumber }) => trackingNumber === one.trackingNumber,
      )?.shipment;
      if (!said) return one;
      const { observedAt, estimate, trackingUrl, proof, statusWords, doubts } = said;
      const known = new Set(one.events.map(({ id }) => id));
      return {
        ...one,
        events: [...one.events, ...(said.events ?? []).filter(({ id }) => !known.has(id))],
        observedAt: observedAt ? Date.parse(observedAt) : now,
        ...(estimate ? { estimate: { observedAt: new Date(now).toISOString(), ...estimate } } : {}),
        ...(trackingUrl ? { trackingUrl } : {}),
        ...(proof ? { proof } : {}),
        ...(statusWords ? { statusWords } : {}),
        doubts,
      };
    }, parcel),
  ),
});

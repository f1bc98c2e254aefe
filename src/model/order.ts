import * as v from 'valibot';
import {
  AmountPartSchema,
  factEntries,
  HttpsUrlSchema,
  MethodSchema,
  MoneySchema,
  SecondsSchema,
  SourceSchema,
  TextSchema,
} from './common.js';
import { CivilDateSchema, DueSchema, InstantSchema, offsetAgrees, TimeZoneSchema } from './time.js';

const PositiveUnitsSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** One line of the order. */
export const LineSchema = v.object({
  id: TextSchema,
  sku: v.optional(TextSchema),
  name: v.optional(TextSchema),
  /** One common noun, lower case, in the answer's language: "display". Sentences use it: "your display". */
  noun: v.optional(TextSchema),
  quantity: v.optional(PositiveUnitsSchema),
  /** Price of one unit. */
  price: v.optional(MoneySchema),
  image: v.optional(HttpsUrlSchema),
});
/** See {@link LineSchema}. */
export type Line = v.InferOutput<typeof LineSchema>;

/** Where in its journey a shipment was when an event was recorded. Missing is unknown. */
export const PhaseSchema = v.picklist([
  'announced',
  'collected',
  'in-transit',
  'customs',
  'out-for-delivery',
  'attempted',
  'ready-for-pickup',
  'delivered',
  'problem',
  'returning',
  'returned',
  'cancelled',
]);
/** See {@link PhaseSchema}. */
export type Phase = v.InferOutput<typeof PhaseSchema>;

/**
 * One scan or message about a shipment. Nothing is required: a scan without a readable time or
 * status is still shown, as one.
 */
export const TrackingEventSchema = v.object({
  /** Stable across repeated deliveries of the same event. */
  id: v.optional(TextSchema),
  at: v.optional(InstantSchema),
  /** A local time whose zone nobody stated: shown as it is, and said to be local. */
  localTime: v.optional(TextSchema),
  phase: v.optional(PhaseSchema),
  /** Arrival at or departure from `place`. */
  movement: v.optional(v.picklist(['arrived', 'left'])),
  /** Whose doing a problem was, only where the source says so. */
  party: v.optional(v.picklist(['carrier', 'shop', 'recipient', 'customs', 'weather', 'other'])),
  /** The carrier's own code. */
  code: v.optional(TextSchema),
  /** The carrier's own words, unchanged, and their language (BCP 47). */
  words: v.optional(TextSchema),
  lang: v.optional(TextSchema),
  place: v.optional(TextSchema),
  source: v.optional(SourceSchema),
});
/** See {@link TrackingEventSchema}. */
export type TrackingEvent = v.InferOutput<typeof TrackingEventSchema>;

/** Today's estimate, which never replaces the promise (R5). An estimate is `from`–`until`, or a day. */
export const EstimateSchema = v.object({
  ...factEntries,
  from: v.optional(InstantSchema),
  until: v.optional(InstantSchema),
  date: v.optional(CivilDateSchema),
});
/** See {@link EstimateSchema}. */
export type Estimate = v.InferOutput<typeof EstimateSchema>;

/** What proves a delivery. */
export const ProofSchema = v.object({
  at: v.optional(InstantSchema),
  signatory: v.optional(TextSchema),
  place: v.optional(TextSchema),
  photo: v.optional(HttpsUrlSchema),
});
/** See {@link ProofSchema}. */
export type Proof = v.InferOutput<typeof ProofSchema>;

/** What one carrier moves: a "parcel" for the customer. */
export const ShipmentSchema = v.object({
  ...factEntries,
  id: TextSchema,
  carrier: v.optional(v.object({ name: TextSchema, phone: v.optional(TextSchema) })),
  trackingNumber: v.optional(TextSchema),
  trackingUrl: v.optional(HttpsUrlSchema),
  lines: v.optional(
    v.array(v.object({ lineId: TextSchema, quantity: v.optional(PositiveUnitsSchema) })),
  ),
  events: v.optional(v.array(TrackingEventSchema)),
  estimate: v.optional(EstimateSchema),
  /** Seconds between two scans that are usual for this carrier and leg; beyond it there is silence. */
  newsEvery: v.optional(SecondsSchema),
  /** Somebody undertook to say more by then, even if there is nothing new. */
  nextNewsBy: v.optional(InstantSchema),
  proof: v.optional(ProofSchema),
  /** The carrier's own status words, unchanged. */
  statusWords: v.optional(TextSchema),
  /** The shipment this one replaces. */
  replaces: v.optional(TextSchema),
});
/** See {@link ShipmentSchema}. */
export type Shipment = v.InferOutput<typeof ShipmentSchema>;

/**
 * A dated commitment. Exactly one form:
 * `by` has `before`; `slot` has `from` and `before`; `date` has `date`.
 * It carries the delivery address's zone, and offsets must be that zone's (R3).
 */
export const DeliveryPromiseSchema = v.pipe(
  v.object({
    ...factEntries,
    id: TextSchema,
    kind: v.picklist(['by', 'slot', 'date']),
    from: v.optional(InstantSchema),
    before: v.optional(InstantSchema),
    date: v.optional(CivilDateSchema),
    timeZone: TimeZoneSchema,
    /** Seconds after the deadline before it counts as missed, as the merchant publicly states. */
    grace: v.optional(SecondsSchema),
    shipmentId: v.optional(TextSchema),
    madeAt: v.optional(InstantSchema),
    /** Whether the customer agreed to it. */
    agreed: v.optional(v.boolean()),
  }),
  v.check(
    (promise) =>
      promise.kind === 'date'
        ? promise.date !== undefined
        : promise.before !== undefined && (promise.kind === 'by' || promise.from !== undefined),
    'the promise lacks its own date or time',
  ),
  v.check(
    (promise) =>
      [promise.from, promise.before].every(
        (at) => at === undefined || offsetAgrees(at, promise.timeZone),
      ),
    'offset and time zone disagree',
  ),
  v.check(
    (promise) =>
      promise.from === undefined ||
      promise.before === undefined ||
      Date.parse(promise.from) < Date.parse(promise.before),
    'the promise ends before it begins',
  ),
);
/** See {@link DeliveryPromiseSchema}. */
export type DeliveryPromise = v.InferOutput<typeof DeliveryPromiseSchema>;

/** What the customer may ask for. */
export const RemedySchema = v.picklist(['refund', 'reship', 'replace', 'cancel', 'wait']);
/** See {@link RemedySchema}. */
export type Remedy = v.InferOutput<typeof RemedySchema>;

/**
 * One remedy the backend permits, or lists as unavailable with its reason (R10).
 * `offerId` is minted by the backend and is the same in every tab and on every device.
 */
export const RemedyOfferSchema = v.object({
  offerId: TextSchema,
  remedy: RemedySchema,
  promiseId: v.optional(TextSchema),
  shipmentId: v.optional(TextSchema),
  amount: v.optional(MoneySchema),
  parts: v.optional(v.array(AmountPartSchema)),
  method: v.optional(MethodSchema),
  /** When it is done: money on the account, or goods at the door. */
  expectedBy: v.optional(DueSchema),
  availableFrom: v.optional(InstantSchema),
  availableUntil: v.optional(InstantSchema),
  /** Until when the customer may take it back, if claimed now. */
  undoUntil: v.optional(InstantSchema),
  unavailable: v.optional(v.object({ code: TextSchema, reason: TextSchema })),
});
/** See {@link RemedyOfferSchema}. */
export type RemedyOffer = v.InferOutput<typeof RemedyOfferSchema>;

/** How far the money is. `returned` came back to the shop; `withdrawn` was taken back by the customer. */
export const RefundStateSchema = v.picklist([
  'asked',
  'ordered',
  'sent',
  'settled',
  'failed',
  'returned',
  'withdrawn',
]);

/** One refund and its path (R8). Every step that happened is dated. */
export const RefundSchema = v.object({
  ...factEntries,
  reference: TextSchema,
  offerId: v.optional(TextSchema),
  state: RefundStateSchema,
  amount: v.optional(MoneySchema),
  parts: v.optional(v.array(AmountPartSchema)),
  method: v.optional(MethodSchema),
  askedAt: v.optional(InstantSchema),
  /** If nobody has confirmed by then, a person takes over. */
  answerBy: v.optional(InstantSchema),
  orderedAt: v.optional(InstantSchema),
  orderedBy: v.optional(SourceSchema),
  sendBy: v.optional(DueSchema),
  sentAt: v.optional(InstantSchema),
  expectedBy: v.optional(DueSchema),
  settledAt: v.optional(InstantSchema),
  /** When it failed, came back or was withdrawn, and why. */
  endedAt: v.optional(InstantSchema),
  reason: v.optional(TextSchema),
  undoUntil: v.optional(InstantSchema),
});
/** See {@link RefundSchema}. */
export type Refund = v.InferOutput<typeof RefundSchema>;

/** A remedy other than money that the customer chose. */
export const ClaimSchema = v.object({
  ...factEntries,
  reference: TextSchema,
  offerId: TextSchema,
  remedy: RemedySchema,
  askedAt: v.optional(InstantSchema),
  expectedBy: v.optional(DueSchema),
});
/** See {@link ClaimSchema}. */
export type Claim = v.InferOutput<typeof ClaimSchema>;

/** A way to a person (R10). */
export const ContactSchema = v.object({
  kind: v.picklist(['phone', 'email', 'page']),
  /** Telephone number, e-mail address, or https address of a chat or form. */
  value: TextSchema,
  label: v.optional(TextSchema),
  openUntil: v.optional(InstantSchema),
  opensAt: v.optional(InstantSchema),
  /** Whether the people there see the same facts as this page. Said to the customer only if true. */
  seesThis: v.optional(v.boolean()),
});
/** See {@link ContactSchema}. */
export type Contact = v.InferOutput<typeof ContactSchema>;

/** An order. Its reference is enough to show something true; what is missing is unknown. */
export const OrderSchema = v.object({
  ...factEntries,
  reference: TextSchema,
  placedAt: v.optional(InstantSchema),
  /** Zone of the delivery address; all hours are shown in it. */
  timeZone: v.optional(TimeZoneSchema),
  lines: v.optional(v.array(LineSchema)),
  deliveryCharge: v.optional(MoneySchema),
  shipments: v.optional(v.array(ShipmentSchema)),
  promises: v.optional(v.array(DeliveryPromiseSchema)),
  offers: v.optional(v.array(RemedyOfferSchema)),
  refunds: v.optional(v.array(RefundSchema)),
  claims: v.optional(v.array(ClaimSchema)),
  contacts: v.optional(v.array(ContactSchema)),
});
/** See {@link OrderSchema}. */
export type Order = v.InferOutput<typeof OrderSchema>;

import {
  AmountPartSchema,
  factEntries,
  HttpsUrlSchema,
  MethodSchema,
  MoneySchema,
  SecondsSchema,
  SourceSchema,
  TextSchema,
  UnavailableSchema,
} from './common.js';
import { CivilDateSchema, DueSchema, InstantSchema, TimeZoneSchema } from './time.js';
import { ContactSchema } from './contact.js';
import { BlockedSchema, GroundSchema, StatementSchema } from './statement.js';
import { ConstraintSchema, RevisionSchema, windowChecks, windowEntries } from './slot.js';
import {
  choice,
  entire,
  flag,
  integer,
  limiting,
  list,
  object,
  optional,
  type Definition,
  type Infer,
} from './schema.js';

const PositiveUnitsSchema = integer(1);

/**
 * Some units of a line, and what has become of their supply after the order was placed.
 *
 * - `reserved`: put aside for this order.
 * - `awaited`: ordered from the maker, or being made.
 * - `failed`: cannot be had after all. What the customer may choose then are offers for the line.
 */
export const SupplySchema = object({
  ...factEntries,
  state: choice(['reserved', 'awaited', 'failed']),
  quantity: PositiveUnitsSchema,
  /** The day they are expected; an estimate, shown with "about". */
  from: optional(CivilDateSchema),
  /** What must happen first, as told before paying. */
  condition: optional(choice(['prepaid', 'deposit'])),
  /** Warehouse or shop. */
  where: optional(TextSchema),
  /** Why it failed, in the shop's words, only if known. */
  reason: optional(TextSchema),
});
/** See {@link SupplySchema}. */
export type Supply = Infer<typeof SupplySchema>;

/** One line of the order. */
export const LineSchema = object({
  id: TextSchema,
  sku: optional(TextSchema),
  name: optional(TextSchema),
  /** One common noun, lower case, in the answer's language: "display". Sentences use it: "your display". */
  noun: optional(TextSchema),
  /** The same noun for several: "displays". */
  nouns: optional(TextSchema),
  quantity: optional(PositiveUnitsSchema),
  supply: optional(list(SupplySchema)),
  /** Price of one unit. */
  price: optional(MoneySchema),
  image: optional(HttpsUrlSchema),
});
/** See {@link LineSchema}. */
export type Line = Infer<typeof LineSchema>;

/** Where in its journey a shipment was when an event was recorded. Missing is unknown. */
export const PhaseSchema = choice([
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
export type Phase = Infer<typeof PhaseSchema>;

/**
 * What only the recipient can do so that a parcel goes on: collect it, pay a duty or a fee, correct the
 * address, send papers, agree on a day, call the carrier. Never guessed: somebody said so.
 */
export const RecipientActionSchema = object({
  kind: choice(['collect', 'pay', 'address', 'documents', 'arrange', 'contact']),
  /** Until when; afterwards it is too late, or goes back. */
  by: optional(DueSchema),
  /** What has to be shown or brought, in the answer's language: "an ID". */
  bring: optional(TextSchema),
  amount: optional(MoneySchema),
  /** Where it can be done. */
  url: optional(HttpsUrlSchema),
});
/** See {@link RecipientActionSchema}. */
export type RecipientAction = Infer<typeof RecipientActionSchema>;

/**
 * One scan or message about a shipment. Nothing is required: a scan without a readable time or
 * status is still shown, as one.
 */
export const TrackingEventSchema = object({
  /** Stable across repeated deliveries of the same event. */
  id: optional(TextSchema),
  at: optional(InstantSchema),
  /** A local time whose zone nobody stated: shown as it is, and said to be local. */
  localTime: optional(TextSchema),
  phase: optional(PhaseSchema),
  /** Arrival at or departure from `place`. */
  movement: optional(choice(['arrived', 'left'])),
  /** Whose doing a problem was, only where the source says so. */
  party: optional(choice(['carrier', 'shop', 'recipient', 'customs', 'weather', 'other'])),
  /** The carrier's own code. */
  code: optional(TextSchema),
  /** The carrier's own words, unchanged, and their language (BCP 47). */
  words: optional(TextSchema),
  lang: optional(TextSchema),
  place: optional(TextSchema),
  /** What it asks of the recipient. It stands until the parcel goes on. */
  action: optional(RecipientActionSchema),
  source: optional(SourceSchema),
});
/** See {@link TrackingEventSchema}. */
export type TrackingEvent = Infer<typeof TrackingEventSchema>;

/** Today's estimate, which never replaces the promise (R5). An estimate is `from`–`until`, or a day. */
export const EstimateSchema = object(
  {
    ...factEntries,
    from: optional(InstantSchema),
    until: limiting(InstantSchema),
    date: optional(CivilDateSchema),
  },
  [
    (estimate) =>
      estimate.from === undefined ||
      estimate.until === undefined ||
      Date.parse(estimate.from) <= Date.parse(estimate.until),
    'the estimate ends before it begins',
  ],
);
/** See {@link EstimateSchema}. */
export type Estimate = Infer<typeof EstimateSchema>;

/** What proves a delivery. */
export const ProofSchema = object({
  at: optional(InstantSchema),
  signatory: optional(TextSchema),
  place: optional(TextSchema),
  photo: optional(HttpsUrlSchema),
  /** Into whose hands, or where it was left, only where the source says so. */
  to: optional(choice(['recipient', 'neighbour', 'safe-place', 'mailbox', 'reception'])),
  /** Only a part was handed over: that is no delivery of the parcel. */
  part: optional(flag()),
});
/** See {@link ProofSchema}. */
export type Proof = Infer<typeof ProofSchema>;

/** What the recipient says of a parcel that its carrier calls delivered, and what settles it (R11). */
export const AccountSchema = object({
  received: flag(),
  at: optional(InstantSchema),
  /** How it was said, in the answer's language: "by chat". */
  channel: optional(TextSchema),
  /** What decides between the two, in the answer's language; until when; and what follows if it does not come. */
  settledBy: optional(TextSchema),
  due: optional(DueSchema),
  otherwise: optional(TextSchema),
});
/** See {@link AccountSchema}. */
export type Account = Infer<typeof AccountSchema>;

/** One carrier who may bring a parcel. */
export const CarrierChoiceSchema = object({
  choiceId: TextSchema,
  /** Its name. Missing: not this one, "another carrier, please"; the backend finds one. */
  carrier: optional(TextSchema),
  /** When it would bring the parcel; missing is told as "no date yet". */
  expectedBy: optional(DueSchema),
  /** Listed, and why it cannot be had. */
  unavailable: limiting(UnavailableSchema),
});
/** See {@link CarrierChoiceSchema}. */
export type CarrierChoice = Infer<typeof CarrierChoiceSchema>;

/**
 * Who may bring a parcel that has not left. `source` is who lets the customer choose. A choice costs
 * nothing: one that does is a purchase, and no part of this.
 */
export const CarrierOfferSchema = object(
  {
    source: optional(SourceSchema),
    /** All there is to choose from, what stands included; refused as a whole if one cannot be read. */
    choices: entire(list(CarrierChoiceSchema)),
    /** The `choiceId` that stands; it comes about if nobody chooses. */
    stands: TextSchema,
    /** When the customer chose what stands. Missing: it was chosen for him. */
    chosenAt: optional(InstantSchema),
    /** From then on nothing can be chosen here; missing: until the parcel leaves. */
    until: limiting(InstantSchema),
  },
  [
    ({ choices, stands }) => choices.some(({ choiceId }) => choiceId === stands),
    'what stands is not among the choices',
  ],
);
/** See {@link CarrierOfferSchema}. */
export type CarrierOffer = Infer<typeof CarrierOfferSchema>;

/** What one carrier moves: a "parcel" for the customer. */
export const ShipmentSchema = object({
  ...factEntries,
  id: TextSchema,
  carrier: optional(object({ name: TextSchema, phone: optional(TextSchema) })),
  trackingNumber: optional(TextSchema),
  trackingUrl: optional(HttpsUrlSchema),
  lines: optional(list(object({ lineId: TextSchema, quantity: optional(PositiveUnitsSchema) }))),
  events: optional(list(TrackingEventSchema)),
  estimate: optional(EstimateSchema),
  /** Seconds between two scans that are usual for this carrier and leg; beyond it there is silence. */
  newsEvery: optional(SecondsSchema),
  /** Somebody undertook to say more by then, even if there is nothing new. */
  nextNewsBy: optional(InstantSchema),
  proof: optional(ProofSchema),
  /** The carrier's own status words, unchanged. */
  statusWords: optional(TextSchema),
  /** The shipment this one replaces. */
  replaces: optional(TextSchema),
  /** The fault it repairs, where it makes good for a part of another one: "the wrong left door". */
  repairs: optional(
    object({
      fault: TextSchema,
      on: optional(CivilDateSchema),
      shipmentId: optional(TextSchema),
    }),
  ),
  /**
   * Why its sources cannot all be true, each as a code: `codes-disagree`, `words-disagree`,
   * `status-disagrees`, `delivered-before-events`, `two-parcels`. With any of them nothing is claimed.
   */
  doubts: optional(list(TextSchema)),
  /** Without it, or with one that cannot be read, the carrier's word would stand alone. */
  account: limiting(AccountSchema),
  /** Who may bring it, while it has not left and the backend lets the customer choose. */
  carrierOffer: optional(CarrierOfferSchema),
});
/** See {@link ShipmentSchema}. */
export type Shipment = Infer<typeof ShipmentSchema>;

/**
 * A dated commitment, as it was first made: a {@link Window} and who gave it. It is never rewritten (R5);
 * changes are `revisions`, the oldest first.
 */
export const DeliveryPromiseSchema = object(
  {
    ...factEntries,
    ...windowEntries,
    id: TextSchema,
    /** Seconds after the deadline before it counts as missed, as the merchant publicly states. */
    grace: limiting(SecondsSchema),
    shipmentId: optional(TextSchema),
    madeAt: optional(InstantSchema),
    /** Whether the customer agreed to it. */
    agreed: optional(flag()),
    /** Half of them would be another story: one that has no `id` makes all of them unknown. */
    revisions: limiting(entire(list(RevisionSchema))),
  },
  ...windowChecks,
);
/** See {@link DeliveryPromiseSchema}. */
export type DeliveryPromise = Infer<typeof DeliveryPromiseSchema>;

/**
 * What the customer may ask for. `keep` and `return` are for goods that arrive after the money has left:
 * keep them and pay the amount back, or send them back.
 */
export const RemedySchema = choice([
  'refund',
  'reship',
  'replace',
  'cancel',
  'wait',
  'keep',
  'return',
]);
/** See {@link RemedySchema}. */
export type Remedy = Infer<typeof RemedySchema>;

/**
 * One remedy the backend permits, or lists as unavailable with its reason (R10).
 * `offerId` is minted by the backend and is the same in every tab and on every device.
 */
export const RemedyOfferSchema = object({
  offerId: TextSchema,
  remedy: RemedySchema,
  promiseId: optional(TextSchema),
  shipmentId: optional(TextSchema),
  /** The line it is about, and how many of its units; all if not stated. */
  lineId: optional(TextSchema),
  quantity: limiting(PositiveUnitsSchema),
  /** With `replace`: what is sent instead, if it is something else. */
  goods: optional(TextSchema),
  /** A sum that cannot be read is none to agree to. */
  amount: limiting(MoneySchema),
  parts: optional(list(AmountPartSchema)),
  method: optional(MethodSchema),
  /** When it is done: money on the account, or goods at the door. */
  expectedBy: optional(DueSchema),
  availableFrom: limiting(InstantSchema),
  availableUntil: limiting(InstantSchema),
  /** Until when the customer may take it back, if claimed now. */
  undoUntil: optional(InstantSchema),
  unavailable: limiting(UnavailableSchema),
  /** What may be wrong for it to be taken; nothing but a broken promise, if not stated. */
  grounds: limiting(entire(list(GroundSchema))),
  /** Whether the shop owes it by law, or has promised more than that. */
  basis: optional(choice(['promise', 'law'])),
});
/** See {@link RemedyOfferSchema}. */
export type RemedyOffer = Infer<typeof RemedyOfferSchema>;

/** How far the money is. `returned` came back to the shop; `withdrawn` was taken back by the customer. */
export const RefundStateSchema = choice([
  'asked',
  'ordered',
  'sent',
  'settled',
  'failed',
  'returned',
  'withdrawn',
]);

/** One refund and its path (R8). Every step that happened is dated. */
export const RefundSchema = object({
  ...factEntries,
  reference: TextSchema,
  offerId: optional(TextSchema),
  state: RefundStateSchema,
  amount: optional(MoneySchema),
  parts: optional(list(AmountPartSchema)),
  method: optional(MethodSchema),
  askedAt: optional(InstantSchema),
  /** If nobody has confirmed by then, a person takes over. */
  answerBy: optional(InstantSchema),
  orderedAt: optional(InstantSchema),
  orderedBy: optional(SourceSchema),
  sendBy: optional(DueSchema),
  sentAt: optional(InstantSchema),
  expectedBy: optional(DueSchema),
  settledAt: optional(InstantSchema),
  /** When it failed, came back or was withdrawn, and why. */
  endedAt: optional(InstantSchema),
  reason: optional(TextSchema),
  undoUntil: optional(InstantSchema),
  /** The charge itself is taken back: it disappears from the statement, and no credit appears. */
  reversal: optional(flag()),
  /** Set while nothing moves. */
  blocked: optional(BlockedSchema),
  /** What the customer said when asking. */
  statement: optional(StatementSchema),
});
/** See {@link RefundSchema}. */
export type Refund = Infer<typeof RefundSchema>;

/** A remedy other than money that the customer chose. */
export const ClaimSchema = object({
  ...factEntries,
  reference: TextSchema,
  offerId: TextSchema,
  remedy: RemedySchema,
  askedAt: optional(InstantSchema),
  expectedBy: optional(DueSchema),
  blocked: optional(BlockedSchema),
  statement: optional(StatementSchema),
});
/** See {@link ClaimSchema}. */
export type Claim = Infer<typeof ClaimSchema>;

/** Why an offer is `unavailable` that a refund or a claim names which cannot be read. */
export const TAKEN_UNREAD = 'taken-unread';

interface Taken {
  readonly offerId?: string | undefined;
}
/** Which offers the customer has taken, by what is listed as `refunds` and `claims`. */
const takenIn = (order: object): (string | undefined)[] =>
  ['refunds', 'claims'].flatMap((list) => {
    const entries = (order as Readonly<Record<string, unknown>>)[list];
    return Array.isArray(entries)
      ? (entries as (Taken | null | undefined)[]).map((entry) => entry?.offerId)
      : [];
  });

/** An offer that an unreadable refund or claim names has been taken, and nobody may take it again (R7). */
/* @__NO_SIDE_EFFECTS__ */
const closing = <S extends Definition>(schema: S): S => ({
  ...schema,
  read: (value, ...reading) => {
    const order = schema.read(value, ...reading) as { offers?: readonly RemedyOffer[] } | undefined;
    if (!order?.offers) return order;
    const known = takenIn(order);
    const lost = takenIn(value as object).filter((offerId) => {
      const place = known.indexOf(offerId);
      if (place >= 0) known.splice(place, 1);
      return place < 0;
    });
    const unavailable = Object.freeze({ code: TAKEN_UNREAD, reason: TAKEN_UNREAD });
    const offers = order.offers.map((offer) =>
      lost.includes(offer.offerId) ? Object.freeze({ unavailable, ...offer }) : offer,
    );
    return lost.length ? Object.freeze({ ...order, offers: Object.freeze(offers) }) : order;
  },
});

/**
 * An order. Its reference is enough to show something true; what is missing is unknown. An offer that an
 * unreadable refund or claim names is unavailable.
 */
export const OrderSchema = closing(
  object({
    ...factEntries,
    reference: TextSchema,
    placedAt: optional(InstantSchema),
    /** Zone of the delivery address; all hours are shown in it. */
    timeZone: optional(TimeZoneSchema),
    lines: optional(list(LineSchema)),
    deliveryCharge: optional(MoneySchema),
    /**
     * Where the merchant has switched on the law that protects the customer: ISO 3166-1 alpha-2, or `EU`. It
     * is told of only if the page has that country's pack too.
     */
    law: optional(TextSchema),
    shipments: optional(list(ShipmentSchema)),
    promises: optional(list(DeliveryPromiseSchema)),
    offers: optional(list(RemedyOfferSchema)),
    refunds: optional(list(RefundSchema)),
    claims: optional(list(ClaimSchema)),
    contacts: optional(list(ContactSchema)),
    /** What the customer has ruled out. Missing: never asked. An empty list: asked, and nothing. */
    constraints: optional(list(ConstraintSchema)),
  }),
);
/** See {@link OrderSchema}. */
export type Order = Infer<typeof OrderSchema>;

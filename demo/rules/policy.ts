import type { OrderFacts, Words } from './facts.js';

/** What a shop publicly states about its promises; the demo shop's is {@link MAISON_VERRE}. */
export interface Policy {
  readonly name: string;
  readonly phone: { readonly number: string; readonly opens: string; readonly closes: string };
  /** Days from the claim to the money on the account. */
  readonly refundDays: number;
  /** A claim may be taken back for this many seconds at least, and until `undoUntil` on the day after the deadline. */
  readonly undoSeconds: number;
  readonly undoUntil: string;
  /** Local time at which the bank's payouts leave. */
  readonly payoutTime: string;
  /** Seconds the bank takes to confirm. */
  readonly bankDelay: number;
  /** Seconds after which a person takes over if the bank has not confirmed. */
  readonly answerSeconds: number;
  /** Days to the door for a second parcel, and the time of day. */
  readonly reshipDays: number;
  readonly reshipBefore: string;
  /** Days after the deadline for which the offers stand. */
  readonly offerDays: number;
  readonly delivery: Words;
  /** Seconds for which units are put aside, and for which they stay so however often it is asked again. */
  readonly holdSeconds: number;
  readonly holdLongest: number;
  /** Seconds for which a slot is put aside. */
  readonly slotSeconds: number;
  /** Days after which a wish to be told ends. */
  readonly wishDays: number;
}

/** The demo shop. No bank, courier or phone works on Sundays. */
export const MAISON_VERRE: Policy = {
  name: 'Maison Verre',
  phone: { number: '01 99 00 42 42', opens: '09:00', closes: '19:00' },
  refundDays: 4,
  undoSeconds: 20 * 3600,
  undoUntil: '14:00',
  payoutTime: '15:00',
  bankDelay: 7 * 60,
  answerSeconds: 30 * 60,
  reshipDays: 2,
  reshipBefore: '13:00',
  offerDays: 14,
  delivery: { en: 'delivery', fr: 'livraison' },
  holdSeconds: 600,
  holdLongest: 1800,
  slotSeconds: 600,
  wishDays: 60,
};

/** Another shop, whose wardrobe is on its way with the demo's orders. */
export const MEUBLE_LEMAN: Policy = {
  ...MAISON_VERRE,
  name: 'Meuble Léman',
  phone: { number: '022 555 01 42', opens: '08:00', closes: '18:00' },
};

/** A shop in London that sends a kitchen in many parcels. */
export const CAMDEN_KITCHENS: Policy = {
  ...MAISON_VERRE,
  name: 'Camden Kitchens',
  phone: { number: '020 7946 0142', opens: '08:00', closes: '18:00' },
};

/** What counts for an order: the shop of Geneva delivers with the Geneva round, and nobody else does. */
export const policyFor = (
  { round, shop }: Pick<OrderFacts, 'round' | 'shop'>,
  policy: Policy,
): Policy =>
  shop === 'camden'
    ? { ...CAMDEN_KITCHENS, bankDelay: policy.bankDelay }
    : round === 'geneva'
      ? { ...MEUBLE_LEMAN, bankDelay: policy.bankDelay }
      : policy;

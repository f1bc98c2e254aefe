import type {
  Account,
  Contact,
  EpochMilliseconds,
  Order,
  Refund,
  Shipment,
  Supply,
} from '../../src/model/index.js';
import type {
  AccountFacts,
  Language,
  OrderFacts,
  RefundFacts,
  ShipmentFacts,
  SupplyFacts,
} from './facts.js';
import { offerView, refundAmount, refundParts, standing } from './offers.js';
import { carrierOfferView } from './carrier.js';
import { answered } from './changes.js';
import { MAISON_VERRE, policyFor } from './policy.js';
import type { Policy } from './policy.js';
import { atLocal, dateOf, inZone, isSunday, plusDays } from './time.js';
import { explain, languageOf } from './words.js';

/** How long the shop waits for the proof of a delivery that its customer denies. */
const PROOF_DAYS = 2;

/** Both accounts are kept; the carrier's proof settles it, or the customer's word. */
const accountView = (
  { received, saidAt, channel }: AccountFacts,
  timeZone: string,
  language: Language,
): Account => ({
  received,
  at: inZone(saidAt, timeZone),
  channel: channel[language],
  settledBy: { en: 'the driver’s proof', fr: 'la preuve du livreur' }[language],
  due: inZone(atLocal(plusDays(dateOf(saidAt, timeZone), PROOF_DAYS), '12:00', timeZone), timeZone),
  otherwise: {
    en: 'If none has come by then, your word counts',
    fr: 'Si rien n’est venu d’ici là, votre parole l’emporte',
  }[language],
});

const shipmentView = (
  shipment: ShipmentFacts,
  shop: string,
  timeZone: string,
  language: Language,
): Shipment => ({
  id: shipment.id,
  carrier: {
    name: shipment.carrier.name,
    ...(shipment.carrier.phone ? { phone: shipment.carrier.phone } : {}),
  },
  trackingNumber: shipment.trackingNumber,
  ...(shipment.trackingUrl ? { trackingUrl: shipment.trackingUrl } : {}),
  lines: shipment.lineIds.map((lineId) => {
    const quantity = shipment.units?.[lineId];
    return { lineId, ...(quantity === undefined ? {} : { quantity }) };
  }),
  events: [...shipment.events],
  newsEvery: shipment.newsEvery,
  source: { kind: 'carrier', name: shipment.carrier.name },
  ...(shipment.observedAt === undefined
    ? {}
    : { observedAt: inZone(shipment.observedAt, timeZone) }),
  ...(shipment.statusWords ? { statusWords: shipment.statusWords } : {}),
  ...(shipment.estimate ? { estimate: shipment.estimate } : {}),
  ...(shipment.proof ? { proof: shipment.proof } : {}),
  ...(shipment.doubts?.length ? { doubts: [...shipment.doubts] } : {}),
  ...(shipment.repairs
    ? { repairs: { ...shipment.repairs, fault: shipment.repairs.fault[language] } }
    : {}),
  ...(shipment.account ? { account: accountView(shipment.account, timeZone, language) } : {}),
  ...carrierOfferView(shipment, shop, timeZone, language),
});

const refundView = (
  facts: OrderFacts,
  refund: RefundFacts,
  policy: Policy,
  language: Language,
): Refund => {
  const { timeZone } = facts;
  const at = (key: string, epoch: EpochMilliseconds | undefined) =>
    epoch === undefined ? {} : { [key]: inZone(epoch, timeZone) };
  const claim = facts.claims.find((candidate) => candidate.reference === refund.reference);
  const state = claim && standing(facts, claim.obligationId, policy, refund.askedAt);
  const parts = state ? [...refundParts(facts, state.units, policy, language)] : [];
  const context = { language, timeZone, phone: policy.phone.number };
  return {
    reference: refund.reference,
    offerId: refund.offerId,
    state: refund.state,
    amount: refund.amount,
    // Parts that no longer add up to what was refunded are not shown as if they did.
    ...(refundAmount(parts)?.amount === refund.amount.amount ? { parts } : {}),
    method: refund.method,
    ...at('askedAt', refund.askedAt),
    ...at('answerBy', refund.answerBy),
    ...at('orderedAt', refund.orderedAt),
    ...(refund.orderedAt === undefined
      ? {}
      : { orderedBy: { kind: refund.method.kind === 'cash' ? 'shop' : 'bank' } as const }),
    sendBy: refund.sendBy,
    ...at('sentAt', refund.sentAt),
    expectedBy: refund.expectedBy,
    ...at('settledAt', refund.settledAt),
    ...at('endedAt', refund.endedAt),
    ...(refund.state === 'failed' || refund.state === 'returned'
      ? { reason: explain('refund-failed', context).reason }
      : {}),
    ...at('undoUntil', refund.undoUntil),
    ...(refund.blocked && refund.endedAt === undefined ? { blocked: refund.blocked } : {}),
    source: { kind: 'shop', name: policy.name },
  };
};

/** A person (R10), with the hours of the server's today, or when the phone is next answered. */
export const phoneView = (policy: Policy, now: EpochMilliseconds, timeZone: string): Contact => {
  const { number, opens, closes } = policy.phone;
  const contact = { kind: 'phone' as const, value: number, seesThis: true };
  for (let date = dateOf(now, timeZone); ; date = plusDays(date, 1)) {
    if (isSunday(date)) continue;
    const opensAt = atLocal(date, opens, timeZone);
    const closesAt = atLocal(date, closes, timeZone);
    if (now >= closesAt) continue;
    const openUntil = inZone(closesAt, timeZone);
    return now >= opensAt
      ? { ...contact, openUntil }
      : { ...contact, opensAt: inZone(opensAt, timeZone) };
  }
};

const supplyView = (
  { where, reason, ...supply }: SupplyFacts,
  policy: Policy,
  language: Language,
): Supply => ({
  ...supply,
  ...(where ? { where: where[language] } : {}),
  ...(reason ? { reason: reason[language] } : {}),
  source: { kind: 'shop', name: policy.name },
});

/**
 * The order as the customer may see it at an instant: facts, and what the shop's policy makes of them.
 *
 * Offers are in it before the deadline too, with the instant they open: nothing has to happen on the
 * server at that minute for the button to appear (R6).
 *
 * @param now server time, epoch milliseconds
 * @param locale BCP 47; the shop writes French and English
 */
export const orderView = (
  known: OrderFacts,
  now: EpochMilliseconds,
  locale: string,
  given: Policy = MAISON_VERRE,
): Order => {
  const facts = answered(known, now);
  const policy = policyFor(facts, given);
  const language = languageOf(locale);
  const { timeZone } = facts;
  return {
    reference: facts.reference,
    version: facts.version,
    source: { kind: 'shop', name: policy.name },
    placedAt: inZone(facts.placedAt, timeZone),
    timeZone,
    lines: facts.lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      name: line.name[language],
      noun: line.noun[language],
      ...(line.nouns ? { nouns: line.nouns[language] } : {}),
      quantity: line.quantity,
      price: line.price,
      ...(line.supply
        ? { supply: line.supply.map((one) => supplyView(one, policy, language)) }
        : {}),
    })),
    deliveryCharge: facts.deliveryCharge,
    shipments: facts.shipments.map((shipment) =>
      shipmentView(shipment, policy.name, timeZone, language),
    ),
    promises: [...facts.promises],
    ...(facts.ruledOut ? { constraints: [...facts.ruledOut] } : {}),
    offers: facts.offers.flatMap((offer) => offerView(facts, offer, policy, now, language) ?? []),
    refunds: facts.refunds.map((refund) => refundView(facts, refund, policy, language)),
    claims: facts.claims
      .filter((claim) => claim.remedy !== 'refund' && claim.endedAt === undefined)
      .map((claim) => ({
        reference: claim.reference,
        offerId: claim.offerId,
        remedy: claim.remedy,
        askedAt: inZone(claim.askedAt, timeZone),
        ...(claim.expectedBy ? { expectedBy: claim.expectedBy } : {}),
        source: { kind: 'customer' as const },
      })),
    contacts: [phoneView(policy, now, timeZone)],
  };
};

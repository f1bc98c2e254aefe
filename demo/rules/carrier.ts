import type {
  CarrierOffer,
  ChooseCarrierCommand,
  EpochMilliseconds,
} from '../../src/model/index.js';
import type { Language, ShipmentFacts } from './facts.js';
import { policyFor } from './policy.js';
import type { SlotContext, SlotDecision } from './slots.js';
import { inZone } from './time.js';
import { explain, languageOf } from './words.js';

/** Whether a carrier has it: then there is nothing to choose. */
const hasLeft = ({ events }: ShipmentFacts): boolean =>
  events.some(({ phase }) => phase !== undefined && phase !== 'announced');

/** Who may bring a parcel, as the customer may see it. */
export const carrierOfferView = (
  shipment: ShipmentFacts,
  shop: string,
  timeZone: string,
  language: Language,
): { readonly carrierOffer?: CarrierOffer } => {
  const { carrierOffer: offer } = shipment;
  if (!offer || hasLeft(shipment)) return {};
  return {
    carrierOffer: {
      source: { kind: 'shop', name: shop },
      choices: offer.choices.map(({ choiceId, carrier, expectedBy, reason }) => ({
        choiceId,
        ...(carrier ? { carrier: carrier.name } : {}),
        ...(expectedBy ? { expectedBy } : {}),
        ...(reason ? { unavailable: { code: 'not-taken', reason: reason[language] } } : {}),
      })),
      stands: offer.stands,
      until: inZone(offer.until, timeZone),
      ...(offer.chosenAt === undefined ? {} : { chosenAt: inZone(offer.chosenAt, timeZone) }),
    },
  };
};

/**
 * The shop's answer to the choice of a carrier, and the parcel as it is then.
 *
 * Refusal codes: `unknown-choice`, `too-late`, `unavailable`.
 */
export const decideCarrier = (
  command: ChooseCarrierCommand,
  { facts, now, locale, policy }: SlotContext,
): SlotDecision => {
  const language = languageOf(locale);
  const timeZone = facts?.timeZone ?? 'UTC';
  const refused = (
    code: string,
    words: Parameters<typeof explain>[0],
    at?: EpochMilliseconds,
  ): SlotDecision => {
    const { number } = policyFor(facts ?? {}, policy).phone;
    const told = explain(words, { language, timeZone, phone: number, at });
    return { outcome: { status: 'refused', code, ...told } };
  };
  const shipment = facts?.shipments.find(({ id }) => id === command.shipment);
  const offer = shipment?.carrierOffer;
  const chosen = offer?.choices.find(({ choiceId }) => choiceId === command.choice);
  if (!facts || !shipment || !offer || !chosen) return refused('unknown-choice', 'unknown-offer');
  const done = (at: EpochMilliseconds) => ({
    status: 'done' as const,
    reference: facts.reference,
    askedAt: inZone(at, timeZone),
  });
  // The same again, from another device or after a lost answer.
  if (offer.stands === command.choice && offer.chosenAt !== undefined)
    return { outcome: done(offer.chosenAt) };
  if (hasLeft(shipment)) return refused('too-late', 'carrier-left');
  if (now >= offer.until) return refused('too-late', 'carrier-over', offer.until);
  if (chosen.reason) {
    const { outcome } = refused('unavailable', 'unknown-offer');
    return { outcome: { ...outcome, reason: chosen.reason[language] } };
  }
  return {
    outcome: done(now),
    effect: {
      shipment: {
        ...shipment,
        carrier: chosen.carrier ?? shipment.carrier,
        carrierOffer: { ...offer, stands: command.choice, chosenAt: now },
      },
    },
  };
};

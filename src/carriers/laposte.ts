import type { Estimate, TrackingEvent } from '../model/index.js';
import {
  address,
  day,
  entries,
  eventId,
  eventTime,
  known,
  latest,
  list,
  lookUp,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meaning } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment } from './carrier.js';

/**
 * Event codes of Suivi v2, common to letters, Colissimo and Chronopost.
 * Source: developer.laposte.fr, product "Suivi" v2, list of event codes, November 2026.
 * ID0 is in that list without a meaning we could confirm, so it stays unmapped.
 */
const CODE: Readonly<Record<string, Meaning>> = {
  // announced by the sender
  DR1: { phase: 'announced' },
  DR2: { phase: 'announced' },
  // taken over; in the country it is sent from
  PC1: { phase: 'collected' },
  PC2: { phase: 'collected' },
  // being carried; in the country of origin, of destination, of transit
  ET1: { phase: 'in-transit' },
  ET2: { phase: 'in-transit' },
  ET3: { phase: 'in-transit' },
  ET4: { phase: 'in-transit' },
  // waiting to be presented at the address
  EP1: { phase: 'in-transit' },
  // entered customs, left customs, held by customs
  DO1: { phase: 'customs', movement: 'arrived' },
  DO2: { phase: 'customs', movement: 'left' },
  DO3: { phase: 'problem', party: 'customs' },
  // a problem, which does not say whose; the problem solved
  PB1: { phase: 'problem' },
  PB2: { phase: 'in-transit' },
  MD2: { phase: 'out-for-delivery' },
  // cannot be delivered
  ND1: { phase: 'problem' },
  // waiting at the counter
  AG1: { phase: 'ready-for-pickup' },
  // sent back; DI2 is the arrival there
  RE1: { phase: 'returning' },
  // delivered in a lot, delivered, delivered to the sender, delivered late
  DI0: { phase: 'delivered' },
  DI1: { phase: 'delivered' },
  DI2: { phase: 'returned' },
  DI3: { phase: 'delivered' },
};

/** `product` as the customer knows it; letters and everything else are La Poste's. */
const PRODUCT: Readonly<Record<string, string>> = {
  colissimo: 'Colissimo',
  chronopost: 'Chronopost',
};

const ANSWERED = 200;

const estimateOf = (shipment: Readonly<Record<string, unknown>>): Estimate | undefined => {
  const stated = shipment['estimDate'];
  // After the delivery the field repeats what happened, which is no estimate.
  if (shipment['isFinal'] === true) return undefined;
  // Suivi gives a day; the hour it writes with it is not a promise of an hour.
  const date = day(stated);
  return date ? { date } : undefined;
};

/**
 * Reads an answer of La Poste's Suivi v2: one object, or the list that several numbers get.
 *
 * Never throws. A number that La Poste could not answer for (`returnCode` other than 200) is not in
 * the report: it is no news, good or bad. `timeline` is five fixed sentences drawn from the events
 * and partly in the future, so the events are read instead. Their words stay in the answer's
 * language, French unless it says otherwise. Suivi does not say when it looked, so `observedAt` is
 * absent: whoever asked knows it.
 *
 * @param payload the parsed JSON body
 * @returns `undefined` if this is not an answer of Suivi
 */
export const parseLaPoste = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const answers = (Array.isArray(payload) ? list(payload) : [payload]).map(entries);
  const isSuivi = answers.some(
    (answer) =>
      typeof answer['returnCode'] === 'number' ||
      text(entries(answer['shipment'])['idShip']) !== undefined,
  );
  if (!isSuivi) return undefined;

  const unmapped: string[] = [];
  const shipments = answers.flatMap((answer) => {
    const code = answer['returnCode'];
    if (code !== undefined && code !== ANSWERED) return [];
    const shipment = entries(answer['shipment']);
    const trackingNumber = text(shipment['idShip']);
    if (!trackingNumber) return [];

    const lang = text(answer['lang'])?.replace('_', '-').split('-')[0] ?? 'fr';
    const name =
      options.carrierName ??
      lookUp(PRODUCT, text(shipment['product'])?.toLowerCase()) ??
      'La Poste';
    const counter = text(entries(entries(shipment['contextData'])['removalPoint'])['name']);
    const events = list(shipment['event']).map((item): TrackingEvent => {
      const scan = entries(item);
      const eventCode = text(scan['code']);
      const said = lookUp(CODE, eventCode);
      if (!said && eventCode !== undefined) unmapped.push(eventCode);
      const words = text(scan['label']);
      const event = known({
        ...eventTime(scan['date']),
        ...said,
        code: eventCode,
        words,
        lang: words ? lang : undefined,
        place: said?.phase === 'ready-for-pickup' ? counter : undefined,
        source: { kind: 'carrier' as const, name },
      });
      return { id: eventId(event), ...event };
    });

    return [
      {
        trackingNumber,
        shipment: known({
          trackingNumber,
          carrier: { name },
          trackingUrl: address(shipment['url']),
          events,
          estimate: estimateOf(shipment),
          statusWords: latest(events)?.words,
        }),
      },
    ];
  });
  return { shipments, unmapped };
};

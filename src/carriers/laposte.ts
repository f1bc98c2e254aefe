import {
  address,
  day,
  entries,
  eventTime,
  known,
  latest,
  list,
  lookUp,
  reading,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * Event codes of Suivi v2, common to letters, Colissimo and Chronopost.
 * Source: the 23 codes of developer.laposte.fr, product "Suivi" v2, as two public integrations repeat
 * them with their labels: second hand, compared on 30 November 2026. MD1 is in no list; it was seen in
 * live answers (github.com/plhery/universal-parcel-scraper). ID0 is information for customs.
 */
const CODE: Meanings = {
  // announced by the sender; a problem while it is prepared
  DR1: { phase: 'announced' },
  DR2: { phase: 'problem' },
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
  ID0: {},
  // a problem, which does not say whose; the problem solved
  PB1: { phase: 'problem' },
  PB2: { phase: 'in-transit' },
  MD1: { phase: 'out-for-delivery' },
  MD2: { phase: 'out-for-delivery' },
  // cannot be delivered
  ND1: { phase: 'problem' },
  // waiting at the counter
  AG1: { phase: 'ready-for-pickup' },
  // sent back; DI2 is the arrival there
  RE1: { phase: 'returning' },
  // delivered in a lot, delivered, delivered to the sender; DI3 is "delayed", which is no delivery
  DI0: { phase: 'delivered' },
  DI1: { phase: 'delivered' },
  DI2: { phase: 'returned' },
  DI3: { phase: 'problem' },
};

/** `product` as the customer knows it; letters and everything else are La Poste's. */
const PRODUCT: Readonly<Record<string, string>> = {
  colissimo: 'Colissimo',
  chronopost: 'Chronopost',
};

const ANSWERED = 200;

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

  const { meaning, event, report } = reading(options);
  return report(
    answers.flatMap((answer) => {
      const answered = answer['returnCode'];
      if (answered !== undefined && answered !== ANSWERED) return [];
      const shipment = entries(answer['shipment']);
      const trackingNumber = text(shipment['idShip']);
      if (!trackingNumber) return [];

      const lang = /^[a-z]{2,3}(?=[_-]|$)/.exec(text(answer['lang']) ?? '')?.[0] ?? 'fr';
      const name =
        options.carrierName ??
        lookUp(PRODUCT, text(shipment['product'])?.toLowerCase()) ??
        'La Poste';
      const counter = text(entries(entries(shipment['contextData'])['removalPoint'])['name']);
      const events = list(shipment['event']).map((item) => {
        const scan = entries(item);
        const code = text(scan['code']);
        const said = meaning([CODE, code]);
        const words = text(scan['label']);
        return event(said, {
          ...eventTime(scan['date']),
          code,
          words,
          lang: words ? lang : undefined,
          place: said.phase === 'ready-for-pickup' ? counter : undefined,
          name,
        });
      });
      // After the delivery the field repeats what happened. The hour it writes is no promise of an hour.
      const expected = shipment['isFinal'] === true ? undefined : day(shipment['estimDate']);

      return [
        {
          trackingNumber,
          shipment: known({
            carrier: { name },
            trackingUrl: address(shipment['url']),
            events,
            estimate: expected ? { date: expected } : undefined,
            statusWords: latest(events)?.words,
          }),
        },
      ];
    }),
  );
};

import {
  entries,
  eventTime,
  identifier,
  known,
  latest,
  list,
  pageFor,
  reading,
  text,
} from './carrier.js';
import type { CarrierOptions, CarrierReport, Meanings } from './carrier.js';
import { elementsOf } from './xml.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/**
 * `code` of an event.
 * Source: answers of ws.chronopost.fr/tracking-cxf/TrackingServiceWS with their labels, as published by
 * karrioapi/karrio (tests of the Chronopost connector, read November 2026) and
 * plhery/universal-parcel-scraper (carriers/chronopost/statuses.json, compared on 30 November 2026): second
 * hand, Chronopost publishes no list. SD was seen
 * with two labels, "sorted at the delivery site" and "postponed by a day": neither is more than on
 * its way. SM is a message to the recipient.
 */
const CODE: Meanings = {
  // being prepared, part of several, handed over by the sender, registered by the post office
  DC: { phase: 'announced' },
  EA: { phase: 'announced' },
  DB: { phase: 'collected' },
  DY: { phase: 'collected' },
  // sorted, carried, arrived at an agency, at a relay's driver, in the country
  SC: { phase: 'in-transit' },
  TS: { phase: 'in-transit' },
  O: { phase: 'in-transit' },
  TP: { phase: 'in-transit' },
  T: { phase: 'in-transit', movement: 'arrived' },
  TT: { phase: 'in-transit' },
  EI: { phase: 'in-transit', movement: 'arrived' },
  SD: { phase: 'in-transit' },
  IS: { phase: 'in-transit' },
  SM: {},
  // delayed at the agency, postponed, waiting for information
  A2: { phase: 'problem' },
  IA: { phase: 'problem' },
  SK: { phase: 'problem' },
  TA: { phase: 'out-for-delivery' },
  // on the way to a pickup point, put at disposal there
  RB: { phase: 'in-transit' },
  AB: { phase: 'ready-for-pickup' },
  // nobody at home
  P: { phase: 'attempted', party: 'recipient' },
  D: { phase: 'delivered' },
};

// Partners reuse the letters for scans of their own, so a delivery is only believed in so many words.
const DELIVERED =
  /livr[ée]|livraison effectuée|remis|retiré|deliver|zugestellt|entregad|consegnat|afgeleverd/i;
// What stands for an office where a computer wrote the event.
const SERVICE = /web ?services?|service d['’]/i;

type Entries = Readonly<Record<string, unknown>>;

// A SOAP client writes one element alone as an object and several as a list.
const several = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? list(value) : value === undefined ? [] : [value];

/** The answer inside its envelope, whatever the SOAP client left of it. */
const answerIn = (payload: unknown): Entries | undefined => {
  let inside = entries(payload);
  for (const wrapper of ['Envelope', 'Body', 'trackSkybillV2Response', 'return'])
    if (wrapper in inside) inside = entries(inside[wrapper]);
  return 'listEventInfoComp' in inside ? inside : undefined;
};

/**
 * Reads an answer of Chronopost's tracking service, `trackSkybillV2`: its XML, or the object that a SOAP
 * client makes of it. Chronopost parcels asked at La Poste's Suivi are read by `parseLaPoste`.
 *
 * Never throws. The service gives the offset with the time, no estimate, no proof, and labels in the
 * language that was asked for, which it does not repeat.
 *
 * @param payload the XML as text, or an object
 * @returns `undefined` if this is not such an answer
 */
export const parseChronopost = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReport | undefined => {
  const answer = answerIn(typeof payload === 'string' ? elementsOf(payload) : payload);
  if (!answer) return undefined;

  const { meaning, event, report } = reading(options);
  const name = options.carrierName ?? 'Chronopost';
  return report(
    several(answer['listEventInfoComp']).flatMap((value) => {
      const history = entries(value);
      const trackingNumber = identifier(history['skybillNumber']);
      if (!trackingNumber) return [];
      const events = several(history['events']).map((item) => {
        const scan = entries(item);
        const code = text(scan['code']);
        const words = text(scan['eventLabel']);
        const said = meaning([CODE, code]);
        const unsaid = said.phase === 'delivered' && !DELIVERED.test(words?.slice(0, 200) ?? '');
        const office = text(scan['officeLabel']);
        return event(unsaid ? {} : said, {
          ...eventTime(scan['eventDate']),
          code,
          words,
          place: office && !SERVICE.test(office) ? office : undefined,
          name,
        });
      });
      return [
        {
          trackingNumber,
          shipment: known({
            carrier: { name },
            trackingUrl: pageFor(
              'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=',
              trackingNumber,
            ),
            events,
            statusWords: latest(events)?.words,
          }),
        },
      ];
    }),
  );
};

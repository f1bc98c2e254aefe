import { CivilDateSchema, HttpsUrlSchema, InstantSchema, parseWhole } from '../model/index.js';
import type {
  Due,
  Estimate,
  Phase,
  Proof,
  RecipientAction,
  Shipment,
  TrackingEvent,
} from '../model/index.js';
import { placed, type Where } from './zones.js';

/** What a payload says about one shipment. The shop adds what only it knows: id, lines, promise. */
export type CarrierShipment = Partial<Omit<Shipment, 'id'>>;

/**
 * Why a phase was left out although a code states it.
 *
 * - `codes-disagree`: the codes of one event cannot all be true ("in transit", "delivered").
 * - `words-disagree`: the words beside the code say something else ("could not be delivered").
 * - `status-disagrees`: the payload's own status says something else than its events.
 * - `delivered-before-events`: it would have arrived before everything else that happened to it.
 * - `two-parcels`: two journeys under one number.
 */
export type Doubt =
  | 'codes-disagree'
  | 'words-disagree'
  | 'status-disagrees'
  | 'delivered-before-events'
  | 'two-parcels';

/**
 * What could be read from a carrier's payload.
 *
 * - `shipments`: one entry per tracking number. Events keep the payload's order.
 * - `unmapped`: each code that no table knows, once per occurrence. Such an event is still in the
 *   list, with the carrier's words and code.
 * - `doubts`: why phases were left out, once per occurrence. The events are still in the list.
 */
export interface CarrierReport {
  readonly shipments: readonly {
    readonly trackingNumber: string;
    readonly shipment: CarrierShipment;
  }[];
  readonly unmapped: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** What the shop knows better than the payload. */
export interface CarrierOptions {
  /** What the shop calls this carrier; without it the payload's own name is used. */
  readonly carrierName?: string | undefined;
  /** What a code means here, before our own tables. It alone then decides the phase of its event. */
  readonly meanings?: Meanings | undefined;
}

/** What one code of a carrier means. Absent parts are not said by the code. */
export interface Meaning {
  readonly phase?: Phase | undefined;
  readonly movement?: TrackingEvent['movement'];
  readonly party?: TrackingEvent['party'];
  /** A heading such as "in transit" or "exception": a finer code beside it decides. */
  readonly broad?: true | undefined;
  /** How a delivery went, not where the parcel is ("late", "damaged"): both may be true. */
  readonly besideDelivery?: true;
  /** Only a part arrived, which is no delivery of the parcel. */
  readonly part?: true;
  /** Into whose hands, or where it was left. */
  readonly to?: Proof['to'];
  /** What the code asks of the recipient. */
  readonly asks?: RecipientAction['kind'];
  /** Set where the codes of one event cannot all be true. */
  readonly doubt?: Doubt;
}

/** Codes and what they mean. */
export type Meanings = Readonly<Record<string, Meaning>>;

/** One meaning of several codes, with white space between them. */
export const each = (said: Meaning, codes: string): Meanings =>
  Object.fromEntries(
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, said]),
  );

type Entries = Readonly<Record<string, unknown>>;

/** The value as an object, or an empty one: payloads are read, never trusted. */
export const entries = (value: unknown): Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : {};

/** The value as a list without holes, or an empty one. */
export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? [...(value as unknown[])] : [];

// NUL and half a surrogate pair cannot be stored as text by PostgreSQL, nor shown.
const UNSTORABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text with something in it, or `undefined`. Otherwise unchanged. */
export const text = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const clean = value.replace(UNSTORABLE, '').trim();
  return clean === '' ? undefined : clean;
};

/** A number of a parcel, which some payloads write as a number. */
export const identifier = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : text(value);

/** An https address, or `undefined`. */
export const address = (value: unknown): string | undefined => {
  const found = text(value);
  return parseWhole(HttpsUrlSchema, found);
};

/** A carrier's public page for a number, where the payload brings no link. */
export const pageFor = (start: string, trackingNumber: string): string | undefined =>
  /^[A-Za-z0-9]+$/.test(trackingNumber) ? start + trackingNumber : undefined;

/** An instant, accepting `+0100` for `+01:00`; `undefined` when the zone or the date is not stated. */
export const instant = (value: unknown): string | undefined => {
  const found = text(value)?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return parseWhole(InstantSchema, found);
};

const LOCAL_TIME = /^\d{4}-\d\d-\d\d(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?$/;

/**
 * When it happened: `at` with a stated offset, or with the one its place leaves no doubt about;
 * `localTime` as written otherwise; neither if it cannot be read.
 */
export const eventTime = (
  value: unknown,
  where: Where = {},
): Pick<TrackingEvent, 'at' | 'localTime'> => {
  const stated = instant(value);
  if (stated) return { at: stated };
  const localTime = text(value);
  if (!localTime || !LOCAL_TIME.test(localTime) || !day(localTime)) return {};
  const at = instant(placed(localTime.replace(' ', 'T'), where));
  return at ? { at } : { localTime };
};

/** `20261122` and `211400` as `2026-11-22T21:14:00`; the date alone without a time. */
export const compactTime = (date: unknown, time: unknown): string | undefined => {
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(text(date) ?? '');
  if (!day) return undefined;
  const clock = /^(\d\d)(\d\d)(\d\d)?$/.exec(text(time) ?? '');
  const civil = `${day[1]}-${day[2]}-${day[3]}`;
  return clock ? `${civil}T${clock[1]}:${clock[2]}:${clock[3] ?? '00'}` : civil;
};

/** The same without the `Z` that some write behind a local time. */
export const withoutZulu = (value: unknown): string | undefined =>
  text(value)?.replace(/(?<=\d)Z$/, '');

/** The civil date at the start of the text, or `undefined`. */
export const day = (value: unknown): string | undefined => {
  const found = text(value)?.slice(0, 10);
  return parseWhole(CivilDateSchema, found);
};

const MIDNIGHT = /^\d{4}-\d\d-\d\d(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?$/;

/**
 * An estimate from one time. Midnight in UTC is how several write a day: as an instant it would be up
 * to 23 hours off. A local time that cannot be placed is its day.
 */
export const estimateBy = (value: unknown, where: Where = {}): Estimate | undefined => {
  const until = MIDNIGHT.test(text(value) ?? '') ? undefined : eventTime(value, where).at;
  if (until) return { until };
  const date = day(value);
  return date ? { date } : undefined;
};

/**
 * An estimate from its ends. Two that cannot be placed are their day, if it is one; the first alone is
 * its day; an end before its beginning is none.
 */
export const estimateBetween = (
  start: unknown,
  end: unknown,
  where: Where = {},
): Estimate | undefined => {
  const [first, last] = [day(start), day(end)];
  if (!first) return estimateBy(end, where);
  if (!last) return { date: first };
  const { at: from } = eventTime(start, where);
  const { at: until } = eventTime(end, where);
  const wholeDay = MIDNIGHT.test(text(start) ?? '') && first === last;
  if (from && until && !wholeDay)
    return Date.parse(from) <= Date.parse(until) ? { from, until } : undefined;
  return first === last ? { date: first } : undefined;
};

/** What is stated of a place, the smallest part first. */
export const placeOf = (...parts: readonly unknown[]): string | undefined =>
  text(
    parts
      .map(text)
      .filter((part) => part !== undefined)
      .join(', '),
  );

/** How carriers are called by their customers, where an aggregator writes an identifier. */
const NAMES: Readonly<Record<string, string>> = {
  chronopostfrance: 'Chronopost',
  dhlexpress: 'DHL Express',
  dhluniversal: 'DHL',
  dpdfr: 'DPD',
  fedex: 'FedEx',
  laposte: 'La Poste',
  lapostecolissimo: 'Colissimo',
  mondialrelay: 'Mondial Relay',
  royalmail: 'Royal Mail',
  dhl: 'DHL',
  dpd: 'DPD',
  gls: 'GLS',
  tnt: 'TNT',
  ups: 'UPS',
  usps: 'USPS',
  chronopost: 'Chronopost',
  colissimo: 'Colissimo',
};

/** The name of a carrier that is given as an identifier; unknown ones as they are written. */
export const nameOf = (value: unknown): string | undefined => {
  const written = text(value);
  return lookUp(NAMES, written?.toLowerCase().replace(/[^a-z]/g, '')) ?? written;
};

/** The meaning a table gives to a code. `hasOwn`, because a payload may say `constructor`. */
export const lookUp = <T>(
  table: Readonly<Record<string, T>>,
  code: string | undefined,
): T | undefined => (code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined);

const hash = (input: string, seed: number): string => {
  let state = seed;
  for (let index = 0; index < input.length; index++)
    state = Math.imul(state ^ input.charCodeAt(index), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
};

/**
 * An id that a repeated delivery of the same event has again: derived from the instant (so that two
 * spellings of it agree), the code, the words and the place. Two 32-bit FNV-1a sums; not a signature.
 */
export const eventId = (event: TrackingEvent): string => {
  const time = event.at === undefined ? (event.localTime ?? '') : `${Date.parse(event.at)}`;
  const input = JSON.stringify([time, event.code ?? '', event.words ?? '', event.place ?? '']);
  return hash(input, 0x811c9dc5) + hash(input, 0x01234567);
};

/** The object without its unknown parts: what is missing is left out, not written as `undefined`. */
export const known = <T extends object>(
  value: T,
): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };

/** The event that happened last, by its instant. */
export const latest = (events: readonly TrackingEvent[]): TrackingEvent | undefined =>
  events.reduce<TrackingEvent | undefined>(
    (last, event) =>
      event.at !== undefined &&
      (last?.at === undefined || Date.parse(event.at) >= Date.parse(last.at))
        ? event
        : last,
    undefined,
  );

/*
 * The rule of contradictions, for every carrier (R3).
 *
 * A payload that contradicts itself is not asked which half sounds better. "Delivered" is said only
 * when everything beside it agrees: the finer code, the words, the payload's own status, the other
 * events and their dates, and that there is one journey under the number. Otherwise the phase is left
 * out, the event stays with the carrier's words, and the report names the doubt. Between two other
 * phases the one that promises less is kept. An unknown finer code leaves the phase out as well: what
 * it adds may be the opposite. Words never add a phase, they only take one away.
 */

/** From the one that promises least to the one that promises most, short of a delivery. */
const MODEST: readonly Phase[] = [
  'returning',
  'problem',
  'attempted',
  'customs',
  'announced',
  'collected',
  'in-transit',
  'ready-for-pickup',
  'out-for-delivery',
];
const SMOOTH: readonly Phase[] = [
  'announced',
  'collected',
  'in-transit',
  'ready-for-pickup',
  'out-for-delivery',
];
/** Under "delivered" these say where to: a pickup point, or the sender. */
const ELSEWHERE: readonly Phase[] = ['ready-for-pickup', 'returning', 'returned'];
const ENDED: readonly Phase[] = ['delivered', 'returned', 'cancelled'];

/** What a heading and a finer code say together; `null` when they cannot both be true. */
const together = (heading: Meaning, finer: Meaning): Phase | undefined | null => {
  const [general, fine] = [heading.phase, finer.phase];
  if (fine === undefined || general === undefined || fine === general) return fine ?? general;
  if (general === 'delivered')
    return finer.besideDelivery ? general : ELSEWHERE.includes(fine) ? fine : null;
  if (fine === 'delivered') return null;
  if (heading.broad) return general === 'problem' && SMOOTH.includes(fine) ? general : fine;
  if (ENDED.includes(general) || ENDED.includes(fine)) return null;
  return MODEST.find((phase) => phase === general || phase === fine);
};

// The first words decide; a carrier's essay behind them is not searched.
const start = (words: string): string => words.slice(0, 200);
const DENIES =
  /\b(?:not|never) (?:be |been |yet )?delivered|\b(?:unable|failed) to (?:be )?deliver|\bundeliver|\bdelivered to (?:the |a )?(?:local )?(?:carrier|agent|partner)\b|\bdelivery (?:attempt|fail|exception)|\battempted delivery|\bdelivery refused|\brefused (?:by|delivery)|\breturn(?:ed|ing)? to (?:the )?(?:sender|shipper)|\bn['’](?:a|est|ont)\b[^.]{0,30}\bpas\b[^.]{0,30}(?:livr|distribu|remis)|\bnon (?:livr|distribu)|\bimpossible|échec|\brefusé|\brefus d[ue]\b|\bretour[^.]{0,10} (?:à|vers) l['’]exp|\bnicht (?:zugestellt|ausgeliefert)|\bkonnte nicht/i;
const CLAIMS =
  /^(?:delivered|livrée?|votre (?:colis|envoi) (?:est|a été) livré|livraison effectuée|zugestellt)[\s.!]*$/i;

/** One code of an event with the table that knows it; `open` lists are known to be incomplete. */
type Said = readonly [table: Meanings, code: string | undefined, open?: 'open'];

/** An event without what its codes mean. */
interface Scan extends Pick<
  TrackingEvent,
  'at' | 'localTime' | 'code' | 'words' | 'lang' | 'place'
> {
  readonly name?: string | undefined;
  /** A name of the status that is not shown, beside the words. */
  readonly label?: string | undefined;
  /** Until when it can be collected, if it can. */
  readonly collectBy?: Due | undefined;
}

/** One shipment as its payload tells it. */
interface Part {
  readonly trackingNumber: string;
  readonly shipment: CarrierShipment & { readonly events: readonly TrackingEvent[] };
  /** What the payload says of the whole. It joins the events if it is dated and they are silent. */
  readonly status?: TrackingEvent | undefined;
  /** Who signed, a photo: kept if a delivery stands. */
  readonly proof?: Proof | undefined;
}

/** The phase taken out of the events it must not be claimed for. */
const withdrawn = (
  events: readonly TrackingEvent[],
  doubtful: (event: TrackingEvent) => boolean,
): TrackingEvent[] =>
  events.map((event) => (doubtful(event) ? known({ ...event, phase: undefined }) : event));

const isDelivery = (event: TrackingEvent): boolean => event.phase === 'delivered';
const BEGINS: readonly (Phase | undefined)[] = ['announced', 'collected'];
const FOLLOWS: readonly (Phase | undefined)[] = ['delivered', 'returning', 'returned'];

/** What a code means on the way back to the shop, where the same words are used. */
export const backwards = (said: Meaning): Meaning => {
  if (said.phase === 'delivered') return { ...said, phase: 'returned' };
  const moves = said.phase === 'in-transit' || said.phase === 'out-for-delivery';
  return moves ? { ...said, phase: 'returning' } : said;
};

const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

/** What a reader of payloads does the same way for every carrier. */
export const reading = (options: CarrierOptions) => {
  const unmapped: string[] = [];
  const doubts: Doubt[] = [];
  const doubt = (why: Doubt): undefined => void doubts.push(why);

  /** What the codes of one event mean together, the general one first. */
  const meaning = (...said: readonly Said[]): Meaning => {
    for (const [, code] of [...said].reverse()) {
      const ours = lookUp(options.meanings ?? {}, code);
      if (ours) return ours;
    }
    let whole: Meaning = {};
    let certain = true;
    let disagree = false;
    for (const [table, code, open] of said) {
      if (code === undefined) continue;
      const found = lookUp(table, code);
      if (!found) unmapped.push(code);
      const phase = found && together(whole, found);
      if (phase === null) disagree = true;
      if (phase === null || (!found && !open)) certain = false;
      const broad = found?.phase === undefined ? whole.broad : found.broad;
      whole = { ...whole, ...found, broad, phase: phase ?? whole.phase };
    }
    return certain ? whole : disagree ? { doubt: 'codes-disagree' } : {};
  };

  /** The phase, or the doubt about it. */
  const phaseOf = (
    said: Meaning,
    texts: readonly (string | undefined)[],
  ): { phase?: Phase | undefined; doubt?: Doubt } => {
    const { phase } = said;
    const some = (pattern: RegExp) => texts.some((one) => one && pattern.test(start(one)));
    if (said.doubt) return { doubt: said.doubt };
    if (phase === 'delivered') {
      if (said.part) return {};
      return some(DENIES) ? { doubt: 'words-disagree' } : { phase };
    }
    const claimed = phase !== undefined && phase !== 'returned' && some(CLAIMS);
    return claimed ? { doubt: 'words-disagree' } : { phase };
  };

  /** What is known of an event beside what is shown of it. */
  const beside = new WeakMap<TrackingEvent, { readonly said: Meaning; readonly doubt?: Doubt }>();

  /** One event with its id. */
  const event = (said: Meaning, { name, label, collectBy, ...scan }: Scan): TrackingEvent => {
    const { phase, doubt: why } = phaseOf(said, [scan.words, label]);
    if (why) doubt(why);
    // Whatever the carrier calls it: what is ready waits for the recipient.
    const asks = said.asks ?? (phase === 'ready-for-pickup' ? 'collect' : undefined);
    const until = asks === 'collect' ? collectBy : undefined;
    const made = known({
      ...scan,
      phase,
      movement: said.movement,
      party: said.party,
      action: asks && !ENDED.includes(phase!) ? known({ kind: asks, by: until }) : undefined,
      source: known({ kind: 'carrier' as const, name }),
    });
    const whole = { id: eventId(made), ...made };
    beside.set(whole, { said, ...(why ? { doubt: why } : {}) });
    return whole;
  };

  /** The events that can stand beside each other, and why others lost their phase. */
  const settled = ({ shipment, status }: Part): { events: TrackingEvent[]; why: Doubt[] } => {
    const why: Doubt[] = [];
    const doubtAll = (one: Doubt): undefined => {
      why.push(one);
      return doubt(one);
    };
    let events = distinct(shipment.events);
    const told = events.filter((one) => one.phase !== undefined);
    const stated = status?.phase;
    if (status && stated && !told.some((one) => one.phase === stated)) {
      if (isDelivery(status) && told.length > 0) doubtAll('status-disagrees');
      else if (status.at ?? status.localTime) events = distinct([...events, status]);
    }
    if (stated && !FOLLOWS.includes(stated) && told.some(isDelivery)) {
      doubtAll('status-disagrees');
      events = withdrawn(events, isDelivery);
    }
    const dated = events.flatMap((one) =>
      one.at === undefined ? [] : [{ phase: one.phase, at: Date.parse(one.at) }],
    );
    const others = dated.filter(({ phase }) => !FOLLOWS.includes(phase));
    const standing = withdrawn(events, (one) => {
      if (!isDelivery(one) || one.at === undefined) return false;
      const at = Date.parse(one.at);
      if (others.length > 0 && others.every((other) => other.at > at)) {
        doubtAll('delivered-before-events');
        return true;
      }
      const begunAgain = others.some((other) => BEGINS.includes(other.phase) && other.at > at);
      if (begunAgain) doubtAll('two-parcels');
      return begunAgain;
    });
    return { events: standing, why };
  };

  /** Several entries under one number: what they agree about, and no delivery unless all say so. */
  const merged = (parts: readonly CarrierShipment[]): CarrierShipment => {
    const [first, ...rest] = parts;
    if (rest.length === 0) return first ?? {};
    doubt('two-parcels');
    const agreed = Object.fromEntries(
      Object.entries(first ?? {}).filter(([key, value]) =>
        rest.every(
          (other) => JSON.stringify(other[key as keyof CarrierShipment]) === JSON.stringify(value),
        ),
      ),
    ) as CarrierShipment;
    const all = parts.every((part) => part.events?.some(isDelivery));
    const events = distinct(parts.flatMap((part) => part.events ?? []));
    return {
      ...agreed,
      events: all ? events : withdrawn(events, isDelivery),
      doubts: distinct([...parts.flatMap((part) => part.doubts ?? []), 'two-parcels']).sort(),
    };
  };

  /** The report on everything read. */
  const report = (parts: readonly Part[]): CarrierReport => {
    const shipments = new Map<string, CarrierShipment[]>();
    for (const part of distinct(parts)) {
      // What a doubt concerns is the whole only as long as nothing newer was said without one.
      const newest = latest(part.shipment.events);
      const ofNewest = newest && beside.get(newest)?.doubt;
      const { events, why } = settled(part);
      const doubts = distinct([...why, ...(ofNewest ? [ofNewest] : [])]).sort();
      const partial = latest(part.shipment.events.filter((one) => beside.get(one)?.said.part));
      const arrival = latest(events.filter(isDelivery)) ?? events.find(isDelivery);
      const { signatory, photo, at, place } = part.proof ?? {};
      const handed = [...part.shipment.events, ...(part.status ? [part.status] : [])].find(
        (one) => arrival && one.id === arrival.id,
      );
      const to = handed && beside.get(handed)?.said.to;
      const proof =
        arrival && (signatory ?? photo ?? to)
          ? known({ signatory, photo, at: at ?? arrival.at, place: place ?? arrival.place, to })
          : !arrival && partial
            ? known({ part: true, at: partial.at, place: partial.place })
            : undefined;
      const { trackingNumber } = part;
      const shipment = known({
        trackingNumber,
        ...part.shipment,
        events,
        proof,
        doubts: doubts.length ? doubts : undefined,
      });
      shipments.set(trackingNumber, [...(shipments.get(trackingNumber) ?? []), shipment]);
    }
    return {
      shipments: [...shipments].map(([trackingNumber, found]) => ({
        trackingNumber,
        shipment: merged(found),
      })),
      unmapped,
      doubts,
    };
  };

  return { meaning, event, report };
};

import { ContactSchema } from './contact.js';
import { factEntries, MoneySchema, SourceSchema, TextSchema, UnavailableSchema } from './common.js';
import {
  CivilDateSchema,
  InstantSchema,
  LocalTimeSchema,
  offsetAgrees,
  TimeZoneSchema,
} from './time.js';
import {
  choice,
  entire,
  flag,
  integer,
  limiting,
  list,
  object,
  optional,
  type Infer,
} from './schema.js';

/** The members of a {@link Window}, for whatever is one. */
export const windowEntries = {
  kind: choice(['by', 'slot', 'date']),
  from: optional(InstantSchema),
  before: optional(InstantSchema),
  date: optional(CivilDateSchema),
  timeZone: TimeZoneSchema,
};

/** What makes a {@link Window} sound. */
export const windowChecks = [
  [
    (window: Window) =>
      window.kind === 'date'
        ? window.date !== undefined
        : window.before !== undefined && (window.kind === 'by' || window.from !== undefined),
    'the promise lacks its own date or time',
  ],
  [
    (window: Window) =>
      [window.from, window.before].every(
        (at) => at === undefined || offsetAgrees(at, window.timeZone),
      ),
    'offset and time zone disagree',
  ],
  [
    (window: Window) =>
      window.from === undefined ||
      window.before === undefined ||
      Date.parse(window.from) < Date.parse(window.before),
    'the promise ends before it begins',
  ],
] as const;

/**
 * When something is to be at the door. Exactly one form: `by` has `before`; `slot` has `from` and
 * `before`; `date` has `date`. It carries the delivery address's zone, and offsets must be that zone's
 * (R3): a local time inside a daylight-saving gap does not exist, one inside an overlap is told by its offset.
 */
export const WindowSchema = object(windowEntries, ...windowChecks);
/** See {@link WindowSchema}. */
export interface Window {
  readonly kind: 'by' | 'slot' | 'date';
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  readonly date?: string | undefined;
  readonly timeZone: string;
}

/**
 * One change of a promise: asked for, answered, or applied without asking. The promise itself stays as
 * it was first made (R5); what counts now is its last accepted revision, or else the promise.
 *
 * - `proposed`: waits for the customer's answer. Nothing has changed.
 * - `accepted`: the customer agreed, or chose it. It is what counts since.
 * - `declined`: the customer keeps what was agreed.
 * - `withdrawn`: who had asked for it took it back.
 * - `expired`: nobody answered by `answerBy`. Silence is not consent: what was agreed stands.
 * - `replaced`: a later proposal took its place.
 * - `imposed`: applied without the customer's consent. What was agreed still counts, and is broken.
 */
export const RevisionSchema = object({
  id: TextSchema,
  /** Missing where it could not be read: then nobody can agree to it. */
  window: optional(WindowSchema),
  /** Missing is unknown: then nobody knows what counts. */
  state: optional(
    choice(['proposed', 'accepted', 'declined', 'withdrawn', 'expired', 'replaced', 'imposed']),
  ),
  /** Who asked for it. */
  source: optional(SourceSchema),
  madeAt: optional(InstantSchema),
  /** Why, in the words of who asked, and their language (BCP 47). */
  reason: optional(TextSchema),
  lang: optional(TextSchema),
  /** Until when an answer counts. */
  answerBy: optional(InstantSchema),
  /**
   * What the backend says will happen without an answer: `stands` (what was agreed), or `moves` (they
   * come at the other time, without consent). Missing: nobody said.
   */
  ifSilent: optional(choice(['stands', 'moves'])),
  /**
   * Of a change that was imposed: whether the backend still takes an answer to it, accepting it or
   * insisting on what was agreed.
   */
  answerable: optional(flag()),
  answeredAt: optional(InstantSchema),
  /** Who gave the answer: the customer, or somebody of the shop for the customer. */
  answeredBy: optional(SourceSchema),
});
/** See {@link RevisionSchema}. */
export type Revision = Infer<typeof RevisionSchema>;

/** Days of the week, Monday first (ISO 8601). */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/**
 * When the customer can never be there: every Saturday, one date, every day before 10:00. Days and hours
 * are those of the delivery address. Without `from` and `until` it is the whole day; without `weekday` and
 * `date`, every day. A window that shares a moment with it is ruled out.
 */
export const ConstraintSchema = object(
  {
    weekday: limiting(choice(WEEKDAYS)),
    date: limiting(CivilDateSchema),
    /** From this local time of the day, its beginning if not stated. */
    from: limiting(LocalTimeSchema),
    /** To this local time, which is not part of it; the end of the day if not stated. */
    until: limiting(LocalTimeSchema),
  },
  [
    ({ weekday, date, from, until }) =>
      (weekday ?? date ?? from ?? until) !== undefined &&
      (weekday === undefined || date === undefined),
    'neither one day nor hours',
  ],
  [
    ({ from = '00:00', until }) => until === undefined || from < until,
    'the hours end before they begin',
  ],
);
/** See {@link ConstraintSchema}. */
export type Constraint = Infer<typeof ConstraintSchema>;

/** One window that can be chosen, or that is listed with the reason why not (R10). */
export const SlotSchema = object(
  {
    slotId: TextSchema,
    from: InstantSchema,
    before: InstantSchema,
    /** Places left; none is full. Missing: nobody said, and the choice itself will tell. */
    capacity: limiting(integer(0)),
    /** What it costs on top; missing is nothing stated, an amount of 0 is free. */
    price: limiting(MoneySchema),
    unavailable: limiting(UnavailableSchema),
  },
  [({ from, before }) => Date.parse(from) < Date.parse(before), 'the slot ends before it begins'],
);
/** See {@link SlotSchema}. */
export type Slot = Infer<typeof SlotSchema>;

/** A slot put aside for this customer for a while. From `until` on anybody may take it. */
export const SlotHoldSchema = object({
  reference: TextSchema,
  slotId: TextSchema,
  until: InstantSchema,
});
/** See {@link SlotHoldSchema}. */
export type SlotHold = Infer<typeof SlotHoldSchema>;

/** The slots of some days, with what limits them. */
export const SlotListSchema = object({
  ...factEntries,
  /** Zone of the delivery address; all days and hours are shown in it. */
  timeZone: TimeZoneSchema,
  slots: list(SlotSchema),
  /** Days without any, and why: "Alpline does not drive on Sundays". */
  closed: optional(list(object({ date: CivilDateSchema, reason: optional(TextSchema) }))),
  /** The first day after these that may be asked for; without it there are none. */
  next: optional(CivilDateSchema),
  /** What this customer holds now. */
  hold: optional(SlotHoldSchema),
  /** What the customer has ruled out. Missing: never asked. An empty list: asked, and nothing. */
  constraints: optional(list(ConstraintSchema)),
  contacts: optional(list(ContactSchema)),
});
/** See {@link SlotListSchema}. */
export type SlotList = Infer<typeof SlotListSchema>;

/** Which slots are asked for. */
export const SlotQuerySchema = object({
  /** For an order there is. */
  order: optional(TextSchema),
  /** For goods that are about to be ordered. */
  skus: optional(entire(list(TextSchema))),
  /** From this day on, in the zone of the delivery address; the first possible one if not stated. */
  from: optional(CivilDateSchema),
  /** How many days; the backend's choice if not stated. */
  days: optional(integer(1)),
});
/** See {@link SlotQuerySchema}. */
export type SlotQuery = Infer<typeof SlotQuerySchema>;

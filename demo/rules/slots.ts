import { toEpoch } from '../../src/model/index.js';
import type {
  Constraint,
  DeliveryPromise,
  EpochMilliseconds,
  Outcome,
  Revision,
  SlotCommand,
  SlotList,
  SlotQuery,
  Window,
} from '../../src/model/index.js';
import { agreedOf, conflictOf, imposedOf, windowEnd } from '../../src/verdicts/index.js';
import { decideCarrier } from './carrier.js';
import type { OrderFacts, PlaceFacts, ShipmentFacts } from './facts.js';
import { standing } from './offers.js';
import { policyFor } from './policy.js';
import type { Policy } from './policy.js';
import { daysFrom, planOf, restOf, roundFor, ROUNDS, slotAt, slotsOn, slotView } from './rounds.js';
import type { RoundId, SlotFacts } from './rounds.js';
import { inZone, plusDays } from './time.js';
import { phoneView } from './view.js';
import { explain, languageOf, spanOf } from './words.js';

/** Seconds for which a list may be repeated. */
const MAX_AGE = 60;
const PAGE_DAYS = 7;
const MOST_DAYS = 28;
/** How many free slots a refusal names. */
const OFFERED = 3;

/** Who has which places. */
export interface Book {
  /** Places of a slot, by identifier, where they are not those it began with. */
  readonly counts: Readonly<Record<string, number>>;
  /** Places that have not ended. */
  readonly places: readonly PlaceFacts[];
}

/** Whose places are not in the way. */
export interface SlotAsker {
  readonly customer: string;
  readonly order?: string | undefined;
}

const runs = ({ endedAt, until = Infinity }: PlaceFacts, now: EpochMilliseconds): boolean =>
  endedAt === undefined && now < until;
const isOwn = (place: PlaceFacts, { customer, order }: SlotAsker): boolean =>
  order === undefined
    ? place.until !== undefined && place.customer === customer
    : place.order === order || (place.until !== undefined && place.customer === customer);

/** Places left for somebody; what he has himself is his, whatever becomes of the others. */
export const placesLeft = (
  slot: SlotFacts,
  { counts, places }: Book,
  asker: SlotAsker,
  now: EpochMilliseconds,
): number => {
  const given = places.filter((place) => place.slotId === slot.slotId && runs(place, now));
  const own = given.filter((place) => isOwn(place, asker)).length;
  return Math.max((counts[slot.slotId] ?? slot.places) - given.length, 0) + own;
};

/** What somebody holds for an order, or for what he is about to order. */
const heldBy = (
  { places }: Book,
  asker: SlotAsker,
  now: EpochMilliseconds,
): PlaceFacts | undefined =>
  places.findLast(
    (place) =>
      place.until !== undefined &&
      runs(place, now) &&
      isOwn(place, asker) &&
      place.order === asker.order,
  );

/** The round that is asked about; `undefined` where there is nothing to choose. */
export const roundAsked = (
  facts: OrderFacts | undefined,
  { skus = [] }: Pick<SlotQuery, 'skus'>,
): RoundId | undefined => (facts ? facts.round : roundFor(skus));

/** The days that an answer is about, none of them before the first that may be chosen. */
export const daysAsked = (
  round: RoundId,
  { from = '', days = PAGE_DAYS }: Pick<SlotQuery, 'from' | 'days'>,
  now: EpochMilliseconds,
): { readonly days: readonly string[]; readonly next: string | undefined } => {
  const { first, end } = planOf(round, now);
  const start = from > first ? from : first;
  const after = plusDays(start, Math.min(days, MOST_DAYS));
  return start >= end
    ? { days: [], next: undefined }
    : { days: daysFrom(start, after < end ? after : end), next: after < end ? after : undefined };
};

/** The slots of some days, as a customer may choose from them. */
export const slotsView = (
  round: RoundId,
  { days, next }: ReturnType<typeof daysAsked>,
  book: Book,
  ruledOut: readonly Constraint[] | undefined,
  asker: SlotAsker,
  {
    now,
    locale,
    policy,
  }: { readonly now: EpochMilliseconds; readonly locale: string; readonly policy: Policy },
): SlotList => {
  const { timeZone, carrier } = ROUNDS[round];
  const slots = days.flatMap((date) => slotsOn(round, date));
  const rest = days.filter((date) => slotsOn(round, date).length === 0);
  const hold = heldBy(book, asker, now);
  return {
    observedAt: inZone(now, timeZone),
    maxAge: MAX_AGE,
    source: { kind: 'carrier', name: carrier },
    timeZone,
    slots: slots.map((slot) =>
      slotView(slot, placesLeft(slot, book, asker, now), asker.order === undefined),
    ),
    ...(rest.length
      ? { closed: rest.map((date) => ({ date, reason: restOf(round)[languageOf(locale)] })) }
      : {}),
    ...(next === undefined ? {} : { next }),
    ...(hold
      ? {
          hold: {
            reference: hold.reference,
            slotId: hold.slotId,
            until: inZone(hold.until!, timeZone),
          },
        }
      : {}),
    ...(ruledOut ? { constraints: [...ruledOut] } : {}),
    contacts: [phoneView(policyFor({ round }, policy), now, timeZone)],
  };
};

/** What has to be written, in one transaction, for an outcome about slots to be true. */
export interface SlotEffect {
  /** References of places that end. */
  readonly ends?: readonly string[];
  /** A place that is given, or one that is kept differently from now on. */
  readonly takes?: PlaceFacts;
  /** The promise as it has been revised. */
  readonly promise?: DeliveryPromise;
  /** The parcel as its customer wants it brought. */
  readonly shipment?: ShipmentFacts;
  readonly ruledOut?: readonly Constraint[];
}

/** An outcome that is true once its effect, if any, is written. */
export interface SlotDecision {
  readonly outcome: Outcome;
  readonly effect?: SlotEffect;
}

/** What a decision about slots looks at. */
export interface SlotContext {
  /** The order, as {@link answered} leaves it; without one the command is about what will be ordered. */
  readonly facts: OrderFacts | undefined;
  readonly customer: string;
  readonly book: Book;
  /** What the customer has ruled out. */
  readonly ruledOut: readonly Constraint[] | undefined;
  readonly now: EpochMilliseconds;
  readonly locale: string;
  readonly policy: Policy;
  mint(): string;
}

/** The slots among which a refusal looks for others: those of the days around, and of the first page. */
export const slotsAround = (
  slot: SlotFacts | undefined,
  round: RoundId,
  now: EpochMilliseconds,
): readonly SlotFacts[] => {
  const near = slot ? plusDays(slot.date, -PAGE_DAYS) : '';
  return daysAsked(round, { from: near, days: 2 * PAGE_DAYS }, now).days.flatMap((date) =>
    slotsOn(round, date),
  );
};

type Words = Parameters<typeof explain>[0];

const refuser = (context: SlotContext, slot?: SlotFacts) => {
  const { facts, customer, book, now, locale, policy } = context;
  const round = slot?.round ?? facts?.round ?? 'nantes';
  const { timeZone } = ROUNDS[round];
  const language = languageOf(locale);
  const others = () => {
    const asker = { customer, order: facts?.reference };
    const wanted = slot?.from ?? now;
    return slotsAround(slot, round, now)
      .filter(
        (one) =>
          one.slotId !== slot?.slotId &&
          now < one.from &&
          placesLeft(one, book, asker, now) > 0 &&
          !conflictOf({ kind: 'slot', ...spanIn(one, timeZone) }, context.ruledOut, timeZone),
      )
      .sort((a, b) => Math.abs(a.from - wanted) - Math.abs(b.from - wanted))
      .slice(0, OFFERED)
      .sort((a, b) => a.from - b.from)
      .map((one) => spanOf(one, timeZone, language));
  };
  return (
    code: string,
    words: Words,
    more: { readonly at?: EpochMilliseconds | undefined; readonly reference?: string } = {},
  ): SlotDecision => ({
    outcome: {
      status: 'refused',
      code,
      ...explain(words, {
        language,
        timeZone: facts?.timeZone ?? timeZone,
        phone: policyFor({ round }, policy).phone.number,
        ...more,
        ...(slot ? { slot: spanOf(slot, timeZone, language) } : {}),
        others: others(),
      }),
    },
  });
};

const spanIn = ({ from, before }: SlotFacts, timeZone: string) => ({
  from: inZone(from, timeZone),
  before: inZone(before, timeZone),
});

/** The window that a slot becomes once it is agreed. */
export const windowOf = (slot: SlotFacts): Window => {
  const { timeZone } = ROUNDS[slot.round];
  return { kind: 'slot', ...spanIn(slot, timeZone), timeZone };
};

/** Whether a slot can be had now, and what it costs nobody: the place it would be. */
const placeIn = (
  slotId: string,
  context: SlotContext,
): { readonly slot: SlotFacts } | { readonly refused: SlotDecision } => {
  const { facts, customer, book, now } = context;
  const slot = slotAt(slotId, now);
  const fits = slot && (facts ? facts.round === slot.round : ROUNDS[slot.round].skus.length > 0);
  if (!fits) return { refused: refuser(context)('unknown-slot', 'unknown-slot') };
  const refused = refuser(context, slot);
  if (now >= slot.from) return { refused: refused('past', 'slot-past') };
  const asker = { customer, order: facts?.reference };
  const mine = book.places.some(
    (place) => place.slotId === slotId && runs(place, now) && isOwn(place, asker),
  );
  // What is put aside stays so although the list has closed meanwhile.
  if (slot.date < planOf(slot.round, now).first && !mine)
    return { refused: refused('too-late', 'slot-closed') };
  if (placesLeft(slot, book, asker, now) === 0) return { refused: refused('taken', 'slot-taken') };
  return { slot };
};

/** What ends when a customer takes or holds another place: his holds, and what the order had. */
const endedBy = (
  { customer, book }: SlotContext,
  order: string | undefined,
  kept: PlaceFacts | undefined,
  isAgreed: boolean,
): string[] =>
  book.places
    .filter(
      (place) =>
        place !== kept &&
        place.endedAt === undefined &&
        (place.until !== undefined
          ? place.customer === customer || (isAgreed && place.order === order)
          : isAgreed && place.order === order),
    )
    .map(({ reference }) => reference);

/**
 * A slot for an order that is about to exist: from the customer's hold, or from what is free.
 *
 * @param order its reference
 */
export const sellSlot = (
  slotId: string,
  order: string,
  promise: string,
  context: SlotContext,
): { readonly slot: SlotFacts; readonly effect: SlotEffect } | { readonly outcome: Outcome } => {
  const found = placeIn(slotId, context);
  if ('refused' in found) return { outcome: found.refused.outcome };
  const held = heldBy(context.book, context, context.now);
  const kept = held?.slotId === slotId ? held : undefined;
  return {
    slot: found.slot,
    effect: {
      ends: endedBy(context, order, kept, true),
      takes: {
        ...{ reference: kept?.reference ?? context.mint(), slotId, order, promise },
        ...{ customer: context.customer, since: context.now },
      },
    },
  };
};

/**
 * The shop's answer to a command about slots, and what must be written for it. Pure, as `decide` is:
 * that the last place is given once is the database's work.
 *
 * Refusal codes: `unknown-slot`, `taken`, `past`, `too-late`, `withdrawn`, `answered`, `delivered`,
 * `already-resolved`, `unknown-promise`.
 */
export const decideSlot = (command: SlotCommand, context: SlotContext): SlotDecision => {
  const { facts, customer, book, now, policy } = context;
  if (command.type === 'choose-carrier') return decideCarrier(command, context);
  if (command.type === 'constrain')
    return { outcome: { status: 'done' }, effect: { ruledOut: command.constraints } };
  if (command.type === 'hold') {
    const found = placeIn(command.slot, context);
    if ('refused' in found) return found.refused;
    const asker = { customer, order: facts?.reference };
    const held = heldBy(book, asker, now);
    const { slotId, round } = found.slot;
    const place: PlaceFacts =
      held?.slotId === slotId
        ? held
        : {
            ...{ reference: context.mint(), slotId, customer, since: now },
            ...(facts ? { order: facts.reference } : {}),
            until: Math.min(now + policy.slotSeconds * 1000, found.slot.from),
          };
    return {
      outcome: {
        status: 'done',
        reference: place.reference,
        until: inZone(place.until!, ROUNDS[round].timeZone),
      },
      ...(place === held
        ? {}
        : { effect: { ends: endedBy(context, facts?.reference, undefined, false), takes: place } }),
    };
  }
  const refused = refuser(context);
  const promise = facts?.promises.find(({ id }, _, all) =>
    command.promise === undefined ? all.length === 1 : id === command.promise,
  );
  if (!facts || !promise) return refused('unknown-promise', 'unknown-change');
  const { timeZone } = promise;
  const revisions = promise.revisions ?? [];
  const asked = revisions.find(({ id }) => id === command.revision);
  const at = inZone(now, timeZone);
  const answer = { answeredAt: at, answeredBy: { kind: 'customer' as const } };

  const gone = settledAlready(facts, promise, policyFor(facts, policy), now);
  if (gone) return refused(gone.code, gone.words, gone);

  if (command.type === 'choose') {
    const found = placeIn(command.slot, context);
    if ('refused' in found) return found.refused;
    const window = windowOf(found.slot);
    const held = book.places.find(
      (place) =>
        place.slotId === command.slot &&
        runs(place, now) &&
        isOwn(place, { customer, order: facts.reference }),
    );
    const agreed = agreedOf(promise);
    const same =
      agreed?.kind === 'slot' &&
      Date.parse(agreed.from!) === found.slot.from &&
      Date.parse(agreed.before!) === found.slot.before;
    const chosen: Revision = {
      id: context.mint(),
      window,
      state: 'accepted',
      source: { kind: 'customer' },
      madeAt: at,
      ...answer,
    };
    // Whatever was proposed is answered with it.
    const closed = revisions.map((one) =>
      one.state === 'proposed' ? { ...one, state: 'declined' as const, ...answer } : one,
    );
    return {
      outcome: { status: 'done', reference: facts.reference, askedAt: at },
      effect: {
        ends: endedBy(context, facts.reference, held, true),
        takes: {
          ...{ reference: held?.reference ?? context.mint(), slotId: command.slot, customer },
          ...{ order: facts.reference, promise: promise.id, since: now },
        },
        promise: { ...promise, revisions: same ? closed : [...closed, chosen] },
      },
    };
  }

  // An answer to what somebody has proposed.
  const done = { status: 'done' as const, reference: facts.reference, askedAt: at };
  const wanted = command.answer === 'accept' ? 'accepted' : 'declined';
  if (!asked) return refused('unknown-change', 'unknown-change');
  switch (asked.state) {
    case 'proposed':
      break;
    case 'imposed':
      if (asked === imposedOf(promise)) break;
      return refused('too-late', 'change-imposed');
    case wanted:
      // The same answer again, from another device or after a lost one.
      return { outcome: { ...done, askedAt: asked.answeredAt ?? at } };
    case 'accepted':
    case 'declined':
      return refused('answered', `change-${asked.state}`, { at: toEpoch(asked.answeredAt) });
    case 'expired':
      return refused('too-late', 'change-expired', { at: toEpoch(asked.answerBy) });
    default:
      return refused(
        'withdrawn',
        asked.state === 'replaced' ? 'change-replaced' : 'change-withdrawn',
      );
  }
  const { window } = asked;
  if (wanted === 'accepted') {
    if (!window) return refused('unknown-change', 'unknown-change');
    const end = windowEnd(window);
    if (end === undefined || now >= end) return refused('past', 'change-expired', { at: end });
  }
  return {
    outcome: done,
    effect: {
      ...(wanted === 'accepted'
        ? { ends: endedBy(context, facts.reference, undefined, true) }
        : {}),
      promise: {
        ...promise,
        revisions: revisions.map((one) =>
          one === asked
            ? { ...one, state: wanted, ...answer }
            : one.state === 'proposed' && wanted === 'accepted'
              ? { ...one, state: 'declined', ...answer }
              : one,
        ),
      },
    },
  };
};

/** Why nothing can be agreed about a promise any more: it was kept, met otherwise, or has run out. */
const settledAlready = (
  facts: OrderFacts,
  promise: DeliveryPromise,
  policy: Policy,
  now: EpochMilliseconds,
):
  | {
      readonly code: string;
      readonly words: Words;
      readonly at?: EpochMilliseconds | undefined;
      readonly reference?: string;
    }
  | undefined => {
  const obligation = facts.obligations.find(({ promiseId }) => promiseId === promise.id);
  const state = obligation && standing(facts, obligation.id, policy, now);
  if (!state) return undefined;
  if (state.delivered !== 'no')
    return { code: 'delivered', words: 'delivered', at: state.deliveredAt };
  if (state.met)
    return { code: 'already-resolved', words: 'already-resolved', reference: state.met.reference };
  // A new time would take away what the customer may ask for since it ran out.
  const end = state.deadline + (promise.grace ?? 0) * 1000;
  return now >= end ? { code: 'too-late', words: 'promise-lapsed', at: end } : undefined;
};

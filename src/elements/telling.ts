import { html, nothing, type TemplateResult } from 'lit';
import {
  gap,
  sentences,
  stopOf,
  stopped,
  type Formatter,
  type OrderMessages,
} from '../i18n/index.js';
import {
  civilDate,
  toEpoch,
  type DeliveryPromise,
  type Estimate,
  type Line,
  type Method,
  type Money,
  type Order,
  type RecipientAction,
  type RemedyOffer,
  type Revision,
  type Source,
  type Supply,
  type TrackingEvent,
  type Window,
} from '../model/index.js';
import { isShown, type ActionState, type OrderState } from '../store/index.js';
import {
  agreedOf,
  deadlineOf,
  dueAt,
  earliest,
  FUTURE_TOLERANCE,
  happened,
  isDay,
  orderVerdict,
  supplyDoubt,
  wallOf,
  type JudgedShipment,
  type Lead,
  type OrderVerdict,
  type ShortLine,
} from '../verdicts/index.js';
import type { IconName } from './icons.js';

/** Everything a sentence is made from. */
export interface Context {
  readonly state: OrderState;
  readonly order: Order;
  readonly verdict: OrderVerdict;
  /** The action the page is about, if one is in flight or has just ended. */
  readonly action: ActionState | undefined;
  readonly m: OrderMessages;
  readonly f: Formatter;
  /** Server time, epoch milliseconds. */
  readonly now: number;
  /** The instant the verdict speaks for: now, or the last contact if the backend is out of reach. */
  readonly asOf: number;
  readonly inContact: boolean;
  /** A question has only just left; its answer is worth waiting for before a copy is called a copy. */
  readonly justAsked: boolean;
  readonly online: boolean;
}

/** The head of a card: the sentence, then who said it and how old it is. */
export interface Telling {
  readonly kind: string;
  readonly tone: 'good' | 'care' | 'bad' | 'unknown';
  readonly sentence: string;
  readonly icon: IconName;
  readonly strong: string;
  readonly source: string;
  /** Somebody's own words at the end of the source, and their language. */
  readonly quote?: { readonly words: string; readonly lang: string | undefined } | undefined;
}

/** Milliseconds without a word from the backend after which a copy is called a copy. */
const CONTACT = 60_000;
/** Milliseconds that an answer may take before anything on screen speaks of waiting. */
const PATIENCE = 400;

/** Whether the last answer was one after which nobody is asked again. */
const isFinal = ({ error }: OrderState): boolean => !!error && error.retryAt === undefined;

/** Judges an order for the screen. @returns the context, and when it changes by itself */
export const contextOf = (
  state: OrderState,
  lastSign: number | undefined,
  action: ActionState | undefined,
  m: OrderMessages,
  formatter: (timeZone: string | undefined) => Formatter,
  now: number,
  online: boolean,
): { context: Context; changesAt: number | undefined } => {
  const order = state.order!;
  const contact = Math.max(state.confirmedAt ?? 0, lastSign ?? 0);
  const lostAt = contact + CONTACT;
  const inContact = now < lostAt && !isFinal(state) && !state.stoodStill;
  const asOf = inContact ? now : contact;
  const patientUntil = state.error ? 0 : (state.askedAt ?? 0) + PATIENCE;
  const justAsked = state.asking && now < patientUntil;
  const verdict = orderVerdict(order, asOf);
  const zone = order.timeZone ?? order.promises?.[0]?.timeZone;
  return {
    context: {
      state,
      order,
      verdict,
      action,
      m,
      f: formatter(zone),
      now,
      asOf,
      inContact,
      justAsked,
      online,
    },
    changesAt: earliest(
      now,
      inContact ? verdict.changesAt : undefined,
      inContact ? lostAt : undefined,
      justAsked ? patientUntil : undefined,
      // The page shows the minute and ages in minutes.
      now - (now % 60_000) + 60_000,
    ),
  };
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who, as a name within a sentence. */
export const who = (source: Source | undefined, m: OrderMessages, fallback = m.carrier): string =>
  source?.name ?? (source?.kind === 'bank' ? m.bank : source?.kind === 'shop' ? m.shop : fallback);

/** Who asked for a change: nobody is named who is not known. */
const asker = (source: Source | undefined, m: OrderMessages): string =>
  source ? lowerName(source, m) : m.somebody;

/** A name as it is, else who it is, within a sentence. */
const lowerName = (source: Source, m: OrderMessages): string =>
  source.name ?? lower(who(source, m));

/** The words of who asked for a change, as they are. */
const reasonOf = ({ reason, lang }: Revision, m: OrderMessages): Telling['quote'] =>
  reason === undefined ? undefined : { words: m.quoted(reason), lang };

/** The zone of the hours of an order, if they are not the reader's: on one side of a clock change it may be so. */
export const foreignZone = ({ order: { promises = [] }, f, now }: Context): string | undefined =>
  [
    undefined,
    ...promises.flatMap((one) => [one, ...(one.revisions ?? []).map((each) => each.window)]),
  ]
    .map((window) => f.foreignZone(toEpoch(window?.from ?? window?.before) ?? now))
    .find(Boolean);

/** "before 17:00 on Mon 23 Nov"; midnight is the end of the day before, by its name. */
const beforeWords = (end: number, { m, f, now }: Pick<Context, 'm' | 'f' | 'now'>): string => {
  const last = civilDate(f.zone, end - 1)!;
  return last === civilDate(f.zone, end)
    ? m.before(f.time(end), f.day(end, now))
    : m.byDay(f.civil(last));
};

/** "before 17:00 on Mon 23 Nov"; the day is left out when it is today, and stays for a `now` of 0. */
const windowWords = (
  { kind, date, from, before }: Window,
  { m, f, now }: Pick<Context, 'm' | 'f' | 'now'>,
): string => {
  if (kind === 'date') return m.byDay(f.civil(date!));
  const end = toEpoch(before)!;
  if (kind === 'by') return beforeWords(end, { m, f, now });
  const day = f.day(end - 1, now);
  return m.between(...f.ends(toEpoch(from)!, end), day);
};

/** The day of a window, if it is not today. */
const dayOf = ({ kind, date, from, before }: Window, f: Formatter, now: number): string => {
  if (kind === 'date') return f.civil(date!);
  const at = toEpoch(from) ?? toEpoch(before)!;
  return f.daysAway(at, now) ? f.date(at, now) : '';
};

/** What was agreed, in words; as it was first promised where nobody knows what counts now. */
export const promiseWords = (
  promise: DeliveryPromise,
  context: Pick<Context, 'm' | 'f' | 'now'>,
): string => windowWords(agreedOf(promise) ?? promise, context);

/** "First promised before 17:00.": where something else counts now, or nobody knows what (R5). */
export const firstPromise = (
  promise: DeliveryPromise,
  context: Pick<Context, 'm' | 'f' | 'now'>,
): string => {
  const agreed = agreedOf(promise);
  const first = windowWords(promise, context);
  return agreed && windowWords(agreed, context) === first ? '' : context.m.firstPromised(first);
};

/** "between 14:00 and 16:00", or undefined if the estimate has no readable time. */
export const estimateWords = (
  estimate: Estimate,
  { m, f, now }: Pick<Context, 'm' | 'f' | 'now'>,
): { words: string; exact: boolean } | undefined => {
  const from = toEpoch(estimate.from);
  const until = toEpoch(estimate.until);
  if (from !== undefined && until !== undefined) {
    const away = f.daysAway(from, now);
    const day = away === 0 ? f.locale.today : away === 1 ? f.locale.tomorrow : f.day(from, now);
    const [start, end] = f.ends(from, until);
    return { words: sentences(day, m.between(start, end, '')), exact: true };
  }
  const point = from ?? until;
  if (point !== undefined)
    return {
      words: f.brief(point, now),
      exact: false,
    };
  return estimate.date ? { words: f.civil(estimate.date), exact: false } : undefined;
};

/** A recorded event in a few words. */
export const eventWords = (event: TrackingEvent, m: OrderMessages): string =>
  event.phase === 'in-transit' && event.movement && event.place
    ? event.movement === 'arrived'
      ? m.arrivedIn(event.place)
      : m.leftFrom(event.place)
    : event.phase
      ? m.phase[event.phase]
      : event.words
        ? m.quoted(event.words)
        : m.noWords;

/** When an event happened: "today at 09:00", "Mon 23 Nov, 09:10, local time"; nothing if nobody says. */
const eventMoment = (
  event: TrackingEvent | undefined,
  { m, f, now }: Pick<Context, 'm' | 'f' | 'now'>,
): string | undefined => {
  const at = toEpoch(event?.at);
  if (at !== undefined) return f.moment(at, now);
  const local = wallOf(event?.localTime);
  return local === undefined
    ? undefined
    : f.list([isDay(event!) ? f.wall.date(local, now) : f.wall.dateTime(local, now), m.localTime]);
};

export const carrierOf = (subject: JudgedShipment | undefined, m: OrderMessages): string =>
  subject?.shipment.carrier?.name ?? subject?.verdict.lastEvent?.source?.name ?? m.carrier;

/** How money comes back, as the customer knows it. */
export const methodWords = (method: Method | undefined, m: OrderMessages): string | undefined =>
  method && (method.label ?? m[method.kind]);

export const amountWords = (
  amount: Money | undefined,
  { m, f }: Pick<Context, 'm' | 'f'>,
): string => (amount ? f.money(amount) : m.noAmount);

/** "2 of your 5 handles". */
export const unitsWords = (
  { quantity, noun, nouns, name }: Line,
  count: number | undefined,
  m: OrderMessages,
): string =>
  m.units(
    count,
    quantity,
    ((quantity ?? count) === 1 ? noun : nouns) ?? (name ? m.quoted(name) : m.goods(quantity)),
  );

/** "2 of your 5 handles cannot be had after all." */
export const shortWords = ({ line, failed }: ShortLine, m: OrderMessages): string =>
  capital(
    failed === undefined
      ? m.shortUnsure(unitsWords(line, line.quantity, m), line.quantity)
      : m.short(unitsWords(line, failed, m)),
  );

/** Who said what has become of some units, and when. */
export const toldWords = (
  { source, observedAt }: Supply,
  { order, m, f, now }: Context,
): string => {
  const name = who(source ?? order.source, m, m.shop);
  const at = toEpoch(observedAt);
  return at === undefined || at > now + FUTURE_TOLERANCE
    ? m.recordedUndated(name)
    : capital(m.toldUs(name, f.moment(at, now)));
};

/** Where no scan can be dated: whether there is one all the same. */
const undatedWords = ({ verdict: { subject }, m }: Context): string =>
  subject?.shipment.events?.length ? m.recordedUndated(carrierOf(subject, m)) : m.neverScanned;

const lastScanWords = (context: Context): string => {
  const { verdict, m } = context;
  const event = verdict.subject?.verdict.lastEvent;
  const moment = eventMoment(event, context);
  if (moment === undefined) return undatedWords(context);
  const name = carrierOf(verdict.subject, m);
  return event?.phase === 'announced'
    ? m.onlyAnnounced(name === m.carrier ? lower(name) : name, moment)
    : m.lastScan(name, moment, event?.place);
};

const scanWords = (context: Context, name?: string): string => {
  const { verdict, m } = context;
  const event = verdict.subject?.verdict.event ?? verdict.subject?.verdict.lastEvent;
  const moment = eventMoment(event, context);
  return event && moment !== undefined
    ? m.scannedAs(name ?? carrierOf(verdict.subject, m), lower(eventWords(event, m)), moment)
    : undatedWords(context);
};

const placeIn = ({ verdict: { lastEvent } }: JudgedShipment): number =>
  (lastEvent && happened(lastEvent)?.place) ?? 0;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Whether the time in which the customer could do something is over. */
export const isTooLate = (action: RecipientAction | undefined, { asOf }: Context): boolean =>
  asOf >= (dueAt(action?.by) ?? Infinity);

/** What the customer has to do, until when and with what; that it is too late, if it is. */
export const actionWords = (subject: JudgedShipment | undefined, context: Context): string => {
  const { m } = context;
  const { action } = subject?.verdict ?? {};
  if (!action) return '';
  const { kind, by, bring, amount } = action;
  const name = carrierOf(subject, m);
  const late = isTooLate(action, context);
  const todo = m.todo(kind, {
    by: by && dueWords(by, context),
    late,
    bring,
    amount: amount && amountWords(amount, context),
    who: name === m.carrier ? lower(name) : name,
  });
  return sentences(todo, late && m.findWay);
};

/** "No scan for 31 hours; usual is one a day.": how long nothing was heard, or the word that was not kept. */
const silenceWords = ({ verdict, m, f, now }: Context, since: number): string => {
  const { newsMissed } = verdict.subject!.verdict;
  return newsMissed === undefined
    ? m.silentFor((now - since) / 1000, verdict.subject!.shipment.newsEvery)
    : m.newsMissed(f.brief(newsMissed, now));
};

const freshSource = (
  context: Context,
  estimate: Estimate,
  live: boolean,
): Pick<Telling, 'tone' | 'icon' | 'strong' | 'source'> => {
  const { verdict, m, f, now } = context;
  const name = who(estimate.source, m, carrierOf(verdict.subject, m));
  const ago = f.ago(now - toEpoch(estimate.observedAt)!);
  const every = verdict.subject?.shipment.newsEvery;
  if (live)
    return { tone: 'good', icon: 'live', strong: m.live, source: capital(m.toldUs(name, ago)) };
  return {
    tone: 'unknown',
    icon: 'recent',
    strong: '',
    source: capital(
      every && every >= 3600
        ? m.stillGood(name, ago, m.hours(Math.round(every / 3600)))
        : m.toldUs(name, ago),
    ),
  };
};

const telling = (
  kind: string,
  tone: Telling['tone'],
  icon: IconName,
  sentence: string,
  strong = '',
  source = '',
): Telling => ({ kind, tone, icon, sentence: capital(sentence), strong, source });

/** The sentence that follows from the facts alone. */
const tellFacts = (context: Context): Telling => {
  const { order, verdict, m, f, now } = context;
  const { lead, subject, line, promise } = verdict;
  const thing = m.thing(
    line?.noun ??
      (lead.kind === 'promised' && order.promises!.length > 1 ? m.firstParcel : undefined),
  );
  const when = promise && promiseWords(promise, context);
  const promiser = promise?.source?.kind === 'carrier' ? who(promise.source, m) : m.we;
  const say = (
    tone: Telling['tone'],
    icon: IconName,
    sentence: string,
    strong?: string,
    source?: string,
    kind: string = lead.kind,
  ): Telling => telling(kind, tone, icon, sentence, strong, source);
  /** A moment in words; nothing if nobody says when. */
  const said = (instant: string | undefined, words = (moment: string): string => moment) => {
    const at = toEpoch(instant);
    return at === undefined ? '' : words(f.moment(at, now));
  };

  switch (lead.kind) {
    case 'refund': {
      const { refund, verdict: money } = lead;
      // A sum that nobody states, or that cannot be read, is left out.
      const amount = refund.amount ? f.money(refund.amount) : '';
      const { state, expectedBy } = refund;
      const teller = who(refund.source ?? order.source, m, m.shop);
      const isCash = refund.method?.kind === 'cash';
      const kind = `refund-${state}`;
      if (money.late === 'arrival')
        return say(
          'care',
          'old',
          m.refundLate(amount, m.byDay(f.due(expectedBy!, now))),
          '',
          m.dateLate,
          'refund-late',
        );
      if (state === 'failed' || state === 'returned')
        return say(
          'bad',
          'cross',
          state === 'failed' ? m.refundFailed(amount) : m.refundReturned(amount),
          '',
          said(refund.endedAt, (moment) => m.endedAt(moment, refund.reason?.replace(/\.$/, ''))) ||
            f.apart(refund.reason),
          kind,
        );
      if (refund.blocked && state !== 'settled') {
        const { by, since } = refund.blocked;
        const held = toEpoch(since);
        return say(
          'care',
          'old',
          m.refundBlocked(amount),
          '',
          held
            ? m.heldSince(f.dateTime(held, now), by && lowerName(by, m), by?.kind === 'customer')
            : '',
          'refund-blocked',
        );
      }
      const answer = toEpoch(refund.answerBy);
      const [sentence, strong, source] =
        state === 'ordered'
          ? [
              m.refundOrdered,
              m.confirmed,
              said(refund.orderedAt, (moment) =>
                m.byWhomWhen(refund.orderedBy ? who(refund.orderedBy, m, m.shop) : teller, moment),
              ),
            ]
          : state === 'sent'
            ? [
                isCash ? m.cashReady : m.refundSent,
                isCash ? '' : said(refund.sentAt, m.sentAt),
                isCash || !expectedBy
                  ? ''
                  : (refund.reversal ? m.goneBy : m.onAccountBy)(f.due(expectedBy, now)),
              ]
            : state === 'settled'
              ? [
                  m.refundSettled,
                  '',
                  said(refund.settledAt, (moment) => m.recorded(teller, moment)),
                ]
              : [
                  m.refundAsked,
                  said(refund.askedAt, m.askedAt),
                  answer === undefined
                    ? m.waitForAnswer
                    : (money.late ? m.answerLate : m.answerBy)(f.brief(answer, now)),
                ];
      const asked = sentence === m.refundAsked;
      return say(
        asked ? 'unknown' : 'good',
        asked ? 'working' : 'done',
        sentence(amount, isCash),
        strong,
        source,
        kind,
      );
    }
    case 'taken-back': {
      const { refund } = lead;
      return say(
        'unknown',
        'done',
        m.saidArrived(thing),
        m.takenBack(refund.reference, said(refund.endedAt)),
        m.stillOpen,
      );
    }
    case 'claimed': {
      const { claim } = lead;
      const due = claim.expectedBy && datedWords(claim.expectedBy, context);
      const { lineId, quantity, goods } = lead.offer ?? {};
      const about = order.lines?.find(({ id }) => id === lineId);
      const what = about ? unitsWords(about, quantity ?? about.quantity, m) : thing;
      const resends = claim.remedy === 'reship' || claim.remedy === 'replace';
      const chosen =
        claim.remedy === 'wait' ? m.claimedWait(what, due) : goods && m.claimedGoods(goods, due);
      return say(
        lead.late ? 'care' : 'good',
        lead.late ? 'old' : 'done',
        chosen ||
          (!resends
            ? m.claimedOther
            : lead.late
              ? m.claimedLate(what, due!)
              : m.claimed(what, due)),
        said(claim.askedAt, m.askedAt),
        lead.late ? m.callUs : '',
      );
    }
    case 'disputed':
      return say(
        'unknown',
        'swap',
        m.disputed(carrierOf(subject, m)),
        '',
        sentences(
          said(subject?.verdict.event?.at, (moment) => m.recorded(carrierOf(subject, m), moment)),
          m.bothNoted,
        ),
      );
    case 'contradicted': {
      const [doubt] = subject!.verdict.doubts;
      return say(
        'unknown',
        'unknown',
        m.contradicted(thing),
        m.doubts[doubt as keyof typeof m.doubts] ?? m.doubts.other,
        m.notRepeated,
      );
    }
    case 'partly':
      return say(
        'care',
        'cross',
        m.partly(thing),
        '',
        said(subject?.shipment.proof?.at, (moment) => m.recorded(carrierOf(subject, m), moment)) ||
          m.recordedUndated(carrierOf(subject, m)),
      );
    case 'missed': {
      const several = verdict.shipments.length > 1 && !subject;
      const known = verdict.short[0];
      return say(
        'unknown',
        known ? 'cross' : lead.silent ? 'unknown' : 'recent',
        several ? m.missedSeveral(promiser, when!) : m.missed(promiser, thing, when!),
        known
          ? shortWords(known, m)
          : lead.silent
            ? several
              ? m.unknownPlaces
              : m.unknownPlace
            : '',
        known
          ? toldWords(known.supply, context)
          : lead.silent
            ? lastScanWords(context)
            : scanWords(context),
      );
    }
    case 'short': {
      const { supply } = lead;
      const doubt = supplyDoubt(lead.line, context.asOf);
      return say(
        doubt ? 'unknown' : 'bad',
        doubt ? 'unknown' : 'cross',
        shortWords(lead, m),
        doubt ? m.doubt[doubt] : '',
        sentences(
          toldWords(supply, context),
          !doubt && supply.reason && f.apart(stopped(supply.reason)),
          !verdict.offers.shown.length && m.callToChoose,
        ),
      );
    }
    case 'imposed': {
      const { revision } = lead;
      const agreed = agreedOf(lead.promise);
      const { reason, ...told } = revision;
      return {
        ...say(
          'bad',
          'cross',
          told.window
            ? m.imposed(
                asker(told.source, m),
                dayOf(told.window, f, now),
                windowWords(told.window, context),
              )
            : m.imposedSome(asker(told.source, m)),
          m.brokenPromise,
          sentences(
            agreed && m.stillCounts(windowWords(agreed, context)),
            said(told.madeAt, m.toldAt),
            reason && m.theirReason,
          ),
          `imposed ${revision.id}`,
        ),
        quote: reasonOf(revision, m),
      };
    }
    case 'proposed': {
      const { revisions, narrows, late } = lead;
      const revision = revisions.at(-1)!;
      const { source, madeAt, reason } = revision;
      const kinds = new Set(revisions.map((each) => each.source?.kind));
      const by = kinds.size === 1 ? source?.kind : undefined;
      const agreed = agreedOf(lead.promise);
      if (late)
        return say(
          'care',
          'recent',
          sentences(
            m.timeOver,
            agreed ? m.stillCounts(windowWords(agreed, context)) : m.changeUnread,
          ),
          '',
          m.theyDecide(asker(source, m)),
          `late ${revision.id}`,
        );
      return {
        ...say(
          'care',
          'swap',
          m.proposed(by, revisions.length, narrows),
          said(madeAt, m.askedWhen) || m.askedSome,
          sentences(m.askedBy(asker(source, m)), reason && m.theirReason),
          // Another one is news.
          `proposed ${revision.id}`,
        ),
        quote: reasonOf(revision, m),
      };
    }
    case 'arrived': {
      const single = eventMoment(subject?.verdict.event, context);
      const moment = lead.at === undefined ? single : f.moment(lead.at, now);
      const sentence =
        verdict.shipments.length > 1 && !subject
          ? m.arrivedSeveral(verdict.shipments.length)
          : moment
            ? m.arrived(thing, moment)
            : m.arrivedSome(thing);
      const name = carrierOf(subject, m);
      const { to } = subject?.shipment.proof ?? {};
      const recorded = `${moment ? m.recorded(name, moment) : m.recordedUndated(name)}${to ? m.handedTo[to] : ''}`;
      if (lead.late === undefined) return say('unknown', 'done', sentence, '', recorded);
      return lead.late
        ? say('care', 'recent', sentence, m.late, sentences(m.lateBy(when!), recorded))
        : say('good', 'done', sentence, m.inTime, recorded);
    }
    case 'several': {
      const newest = [...verdict.shipments].sort((a, b) => placeIn(b) - placeIn(a))[0]!;
      const source = scanWords(
        { ...context, verdict: { ...verdict, subject: newest } },
        m.parcel(newest.position, newest.shipment.carrier?.name),
      );
      const { next } = lead;
      const at = next && next.at - 1;
      return say(
        'unknown',
        'recent',
        m.several(lead.arrived, lead.total, lead.needs, lead.trouble),
        at === undefined
          ? ''
          : m.nextOne(
              next!.position,
              f.daysAway(at, now) ? f.day(at, now) : m.before(f.time(next!.at), ''),
              next!.promised,
            ),
        source,
        // Another one that needs the customer is news.
        `several ${lead.needs} ${lead.trouble}`,
      );
    }
    case 'phase': {
      const name = carrierOf(subject, m);
      const sentence =
        lead.phase === 'attempted'
          ? m.attempted(name, eventMoment(subject?.verdict.event, context)!)
          : lead.phase === 'ready-for-pickup' && isTooLate(subject?.verdict.action, context)
            ? m.pickupOver(thing)
            : m[lead.phase](thing);
      const wrong =
        lead.phase === 'problem' || lead.phase === 'returned' || lead.phase === 'cancelled';
      const { party, words, lang } = subject?.verdict.event ?? {};
      return {
        ...say(
          wrong ? 'bad' : 'care',
          wrong ? 'cross' : 'recent',
          sentence,
          '',
          sentences(scanWords(context), party && party !== lead.phase && m.theirDoing[party]),
          lead.phase,
        ),
        quote: lead.phase === 'problem' && words ? { words: m.quoted(words), lang } : undefined,
      };
    }
    case 'expected': {
      const words = estimateWords(lead.estimate, context);
      const live = lead.freshness.state === 'live' && context.inContact;
      const source = freshSource(context, lead.estimate, live);
      if (!words) return say('unknown', 'unknown', m.silent(thing), '', scanWords(context));
      const agreed = promise && agreedOf(promise);
      const isToday =
        agreed && agreed.kind !== 'date' && !f.daysAway(toEpoch(agreed.before)! - 1, now);
      // Both days are named.
      const late = lead.atRisk && when && (isToday ? sentences(f.locale.today, when) : when);
      return say(
        late ? 'care' : source.tone,
        source.icon,
        late
          ? m.expectedLate(thing, words.words, late)
          : (words.exact ? m.expectedBetween : m.expectedAround)(thing, words.words),
        source.strong,
        source.source,
        late ? 'at-risk' : undefined,
      );
    }
    case 'silent':
      return say(
        'unknown',
        'unknown',
        m.silent(thing),
        silenceWords(context, lead.since),
        lastScanWords(context),
      );
    case 'estimate-stale': {
      const words = estimateWords(lead.estimate, context);
      const at = lead.freshness.observedAt;
      return say(
        'care',
        'old',
        m.estimateStale(thing),
        at === undefined ? '' : m.lastChecked(f.ago(now - at)),
        words ? m.tooOld(words.words) : '',
      );
    }
    case 'announced':
      return say('unknown', 'recent', m.announced(thing), '', scanWords(context));
    case 'moving':
      return say(
        'unknown',
        'recent',
        lead.outForDelivery ? m.outForDelivery(thing) : m.moving(thing),
        '',
        scanWords(context),
      );
    case 'promised': {
      const { part } = lead;
      const first = firstPromise(promise!, context);
      // R3: what was changed cannot be read, so nobody knows what counts.
      if (!agreedOf(promise!))
        return say('unknown', 'unknown', m.estimateStale(thing), first, m.changeUnread, 'unread');
      return say(
        'unknown',
        'recent',
        part?.of
          ? m.promisedPart(
              unitsWords(part.of.line, part.of.units, m),
              part.of.units,
              when!,
              part.of.rest,
              part.of.from && f.civil(part.of.from),
            )
          : part
            ? m.promisedSome(when!)
            : m.promised(thing, when!),
        '',
        // What the customer agreed to since was said then, and the first promise stays in sight.
        first
          ? sentences(
              said(
                promise!.revisions!.findLast(({ state }) => state === 'accepted')!.answeredAt,
                m.agreedAt,
              ),
              first,
            )
          : m.madeBy(promiser === m.we ? m.us : promiser, said(promise!.madeAt)),
      );
    }
    case 'nothing': {
      // What was recorded without saying where it is, is not nothing.
      if (subject?.shipment.events?.length)
        return say('unknown', 'unknown', m.silent(thing), '', scanWords(context), 'unclear');
      const at = toEpoch(order.observedAt);
      return say(
        'unknown',
        'unknown',
        m.nothing,
        '',
        at === undefined ? '' : m.lastChecked(f.ago(now - at)),
      );
    }
  }
};

/** "by Wed 25 Nov, before 13:00" in one phrase. */
export const dueWords = (
  due: NonNullable<RemedyOffer['expectedBy']>,
  { m, f, now }: Pick<Context, 'm' | 'f' | 'now'>,
): string =>
  typeof due === 'string'
    ? beforeWords(Date.parse(due), { m, f, now })
    : m.byDay(f.civil(due.date));

/** The same with its day where it is today: "today before 13:00". */
const datedWords = (due: NonNullable<RemedyOffer['expectedBy']>, context: Context): string => {
  const { f, now } = context;
  const isToday = typeof due === 'string' && !f.daysAway(Date.parse(due), now);
  return sentences(isToday && f.locale.today, dueWords(due, context));
};

/** The reference to give to a person: of the money or the claim, where there is one. */
export const referenceOf = ({ order, verdict: { lead } }: Context): string =>
  lead.kind === 'refund'
    ? lead.refund.reference || order.reference
    : (lead.kind === 'claimed' && lead.claim.reference) || order.reference;

/**
 * The head of the card: what the customer's own action is doing outweighs the facts, and a backend
 * that does not answer outweighs what it said before (R2, R7).
 */
export const tell = (context: Context): Telling => {
  const { state, order, action, m, f, now, inContact, online } = context;
  const shown = action && action.command.type === 'claim' && isShown(order, action);
  if (action && !shown) {
    const moment = f.moment(action.startedAt, now);
    const { outcome, phase, command } = action;
    const takesBack = command.type === 'withdraw';
    // Where nobody will be heard, nothing is being checked: who signs in again is told how it ended.
    const isChecked = !isFinal(state);
    if (phase === 'unknown' && isChecked)
      return telling(
        'checking',
        'unknown',
        'working',
        m.checking,
        m.doNotAsk,
        m.askedNoAnswer(moment),
      );
    if (phase === 'not-sent')
      return telling(
        phase,
        'care',
        online ? 'cross' : 'offline',
        online ? m.notReceived : m.notSentOffline,
        takesBack ? '' : m.nothingMoved,
        takesBack ? m.refundGoesOn : online ? m.pressOnce : m.pressAgain,
      );
    if (phase === 'refused')
      return telling(
        phase,
        'bad',
        'cross',
        takesBack ? m.notTakenBack : m.refused,
        takesBack ? '' : m.refusedAt(moment),
        sentences(
          f.apart(outcome?.reason) ?? (outcome?.code === 'amount-changed' && m.amountChanged),
          f.apart(outcome?.nextStep),
        ),
      );
    // Money that was asked for is told as the order's own; of goods nothing is promised yet.
    if (phase === 'pending' && !takesBack)
      return telling(
        phase,
        'unknown',
        'working',
        m.claimedOther,
        m.askedAt(moment),
        m.waitForAnswer,
      );
  }
  if (!inContact && !context.justAsked) {
    const { error } = state;
    const retry = error?.retryAt === undefined ? '' : m.tryAgainAt(f.time(error.retryAt + 59_000));
    // Only what has failed does not answer; a first question may still be on its way.
    const waits = online && state.asking && !error;
    return telling(
      waits ? 'asking' : 'no-answer',
      waits ? 'unknown' : 'care',
      waits ? 'working' : online ? 'old' : 'offline',
      waits
        ? m.askingCopy
        : error?.code === 'forbidden'
          ? m.forbiddenCopy
          : error?.code === 'not-found'
            ? m.notFound
            : online
              ? m.lastCopy
              : m.lastCopyOffline,
      m.copiedAt(f.moment(context.asOf, now), f.ago(now - context.asOf)),
      sentences(m.mayHaveMoved, retry),
    );
  }
  const told = tellFacts(context);
  const todo = actionWords(context.verdict.subject, context);
  // What only the customer can do stands before who said it.
  return todo && !OVER.includes(context.verdict.lead.kind)
    ? { ...told, tone: 'care', icon: 'hourglass', strong: todo, kind: `${told.kind} ${todo}` }
    : needsWay(context)
      ? { ...told, source: sentences(told.source, m.findWay) }
      : told;
};

/** Whether nothing else on the card says what to do next, and it has somebody to call (R10). */
const needsWay = ({ order, verdict, now }: Context): boolean => {
  const { lead, shipments, subject, offers } = verdict;
  if (offers.shown.length || order.contacts?.[0]?.kind !== 'phone') return false;
  // Once for all of several parcels, above them.
  if (lead.kind === 'several') return lead.trouble > 0;
  if (shipments.length > 1) return false;
  return lead.kind === 'silent'
    ? !((toEpoch(subject?.shipment.nextNewsBy) ?? 0) > now)
    : lead.kind === 'phase' && ['attempted', 'returned', 'cancelled'].includes(lead.phase);
};

/** Leads beside which nothing has to be done with a parcel. */
const OVER: readonly Lead['kind'][] = [
  'refund',
  'taken-back',
  'claimed',
  'missed',
  'short',
  'arrived',
];

/** What the sentence was when the backend was last heard. */
export const tellThen = (context: Context): string =>
  tellFacts({ ...context, inContact: true }).sentence;

/** The lapsed or standing promise in a copy that nobody vouches for now. */
export const promiseNote = ({ verdict, m, now }: Context): string => {
  const deadline = verdict.promise && deadlineOf(verdict.promise);
  return deadline === undefined ? '' : now >= deadline ? m.passedMeanwhile : m.stillStands;
};

/** Bold words first, then the rest of a line, and somebody's own words at its end. */
export const strongFirst = (
  strong: string,
  rest: string,
  quote?: Telling['quote'],
): TemplateResult =>
  html`<span
    >${strong ? html`<b>${strong}</b>${gap(strong)}` : nothing}${rest}${
      quote
        ? html`${gap(rest)}<span lang=${quote.lang ?? nothing} dir="auto">${quote.words}</span
            >${stopOf(rest)}`
        : nothing
    }</span
  >`;

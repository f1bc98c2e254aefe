import { html, nothing, type TemplateResult } from 'lit';
import type { Formatter, OrderMessages } from '../i18n/index.js';
import {
  offsetMinutes,
  toEpoch,
  type DeliveryPromise,
  type Estimate,
  type Method,
  type Money,
  type Order,
  type RemedyOffer,
  type Source,
  type TrackingEvent,
} from '../model/index.js';
import type { ActionState, OrderState } from '../store/index.js';
import {
  deadlineOf,
  earliest,
  orderVerdict,
  type JudgedShipment,
  type OrderVerdict,
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
}

/** Milliseconds without a word from the backend after which a copy is called a copy. */
const CONTACT = 60_000;
/** Milliseconds that an answer may take before anything on screen speaks of waiting. */
const PATIENCE = 400;

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
  const refused = state.error?.code === 'forbidden' || state.error?.code === 'not-found';
  const inContact = now < lostAt && !refused;
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

/** The same context narrowed to one shipment, for a parcel that stands alone. */
export const contextFor = (context: Context, subject: JudgedShipment): Context => {
  const { order, asOf } = context;
  const promises = (order.promises ?? []).filter(
    ({ shipmentId }) => shipmentId === undefined || shipmentId === subject.shipment.id,
  );
  const narrowed = { ...order, promises, shipments: [subject.shipment], refunds: [], claims: [] };
  const verdict = orderVerdict(narrowed, asOf);
  return {
    ...context,
    action: undefined,
    verdict: {
      ...verdict,
      shipments: context.verdict.shipments,
      subject: { ...verdict.subject!, position: subject.position },
    },
  };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who, as a name within a sentence. */
export const who = (source: Source | undefined, m: OrderMessages, fallback = m.carrier): string =>
  source?.name ?? (source?.kind === 'bank' ? m.bank : source?.kind === 'shop' ? m.shop : fallback);

/** The two ends of a window; with their zones where a clock change lies between them. */
const ends = (from: number, until: number, f: Formatter): [string, string] => {
  const differ = offsetMinutes(f.timeZone, from) !== offsetMinutes(f.timeZone, until);
  const end = (at: number) => (differ ? `${f.time(at)}\u00a0${f.offset(at)}` : f.time(at));
  return [end(from), end(until)];
};

/** "before 17:00 on Mon 23 Nov"; the day is left out when it is today, and stays for a `now` of 0. */
export const promiseWords = (
  promise: DeliveryPromise,
  { m, f, now }: Pick<Context, 'm' | 'f' | 'now'>,
): string => {
  if (promise.kind === 'date') return m.byDay(f.civil(promise.date!));
  const before = toEpoch(promise.before)!;
  const day = f.day(before, now);
  if (promise.kind === 'by') return m.before(f.time(before), day);
  return m.between(...ends(toEpoch(promise.from)!, before, f), day);
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
    const [start, end] = ends(from, until, f);
    return { words: `${day} ${m.between(start, end, '')}`, exact: true };
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

export const carrierOf = (subject: JudgedShipment | undefined, m: OrderMessages): string =>
  subject?.shipment.carrier?.name ?? subject?.verdict.lastEvent?.source?.name ?? m.carrier;

/** How money comes back, as the customer knows it. */
export const methodWords = (method: Method | undefined, m: OrderMessages): string | undefined =>
  method && (method.label ?? m[method.kind]);

export const amountWords = (
  amount: Money | undefined,
  { m, f }: Pick<Context, 'm' | 'f'>,
): string => (amount ? f.money(amount) : m.noAmount);

const lastScanWords = (context: Context): string => {
  const { verdict, m, f, now } = context;
  const event = verdict.subject?.verdict.lastEvent;
  const at = toEpoch(event?.at);
  return event && at !== undefined
    ? m.lastScan(carrierOf(verdict.subject, m), f.moment(at, now), event.place)
    : m.neverScanned;
};

const scanWords = (context: Context): string => {
  const { verdict, m, f, now } = context;
  const event = verdict.subject?.verdict.event ?? verdict.subject?.verdict.lastEvent;
  const at = toEpoch(event?.at);
  if (!event) return m.neverScanned;
  const name = carrierOf(verdict.subject, m);
  return at === undefined
    ? m.recordedUndated(name)
    : m.scannedAs(name, lower(eventWords(event, m)), f.moment(at, now));
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

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

/** The sentence that follows from the facts alone. */
const tellFacts = (context: Context): Telling => {
  const { order, verdict, m, f, now } = context;
  const { lead, subject, line, promise } = verdict;
  const thing = m.thing(line?.noun);
  const when = promise && promiseWords(promise, context);
  const promiser = promise?.source?.kind === 'carrier' ? who(promise.source, m) : m.we;
  const say = (
    tone: Telling['tone'],
    icon: IconName,
    sentence: string,
    strong: string,
    source: string,
    kind: string = lead.kind,
  ): Telling => ({ kind, tone, icon, sentence: capital(sentence), strong, source });
  const promiseSource = (): string => {
    const at = toEpoch(promise?.madeAt);
    return promise && at !== undefined
      ? m.madeBy(promiser === m.we ? m.us : promiser, f.moment(at, now))
      : '';
  };

  switch (lead.kind) {
    case 'refund': {
      const { refund, verdict: money } = lead;
      const amount = amountWords(refund.amount, context);
      const at = (instant: string | undefined) => {
        const epoch = toEpoch(instant);
        return epoch === undefined ? undefined : f.moment(epoch, now);
      };
      const kind = `refund-${refund.state}`;
      const bank = who(refund.orderedBy ?? refund.source, m, m.bank);
      if (money.late === 'arrival')
        return say(
          'care',
          'old',
          m.refundLate(amount, m.byDay(f.due(refund.expectedBy!, now))),
          '',
          m.dateLate,
          'refund-late',
        );
      switch (refund.state) {
        case 'ordered': {
          const moment = at(refund.orderedAt);
          return say(
            'good',
            'done',
            m.refundOrdered(amount),
            m.confirmed,
            moment ? m.byWhomWhen(bank, moment) : '',
            kind,
          );
        }
        case 'sent': {
          const moment = at(refund.sentAt);
          const due = refund.expectedBy && m.onAccountBy(f.due(refund.expectedBy, now));
          return say(
            'good',
            'done',
            m.refundSent(amount),
            moment ? m.sentAt(moment) : '',
            due ?? '',
            kind,
          );
        }
        case 'settled': {
          const moment = at(refund.settledAt);
          return say(
            'good',
            'done',
            m.refundSettled(amount),
            '',
            moment ? m.paidAt(moment) : '',
            kind,
          );
        }
        case 'failed':
        case 'returned': {
          const moment = at(refund.endedAt);
          const sentence =
            refund.state === 'failed' ? m.refundFailed(amount) : m.refundReturned(amount);
          return say(
            'bad',
            'cross',
            sentence,
            '',
            moment ? m.endedAt(moment, refund.reason?.replace(/\.$/, '')) : (refund.reason ?? ''),
            kind,
          );
        }
        default: {
          const moment = at(refund.askedAt);
          const answer = toEpoch(refund.answerBy);
          const rest =
            answer === undefined
              ? m.waitForAnswer
              : money.late === 'answer'
                ? m.answerLate(f.brief(answer, now))
                : m.answerBy(f.brief(answer, now));
          return say(
            'unknown',
            'working',
            m.refundAsked(amount),
            moment ? m.askedAt(moment) : '',
            rest,
            kind,
          );
        }
      }
    }
    case 'taken-back': {
      const { refund } = lead;
      const at = toEpoch(refund.endedAt);
      return say(
        'unknown',
        'done',
        m.saidArrived(thing),
        m.takenBack(refund.reference, at === undefined ? '' : f.moment(at, now)),
        m.stillOpen,
      );
    }
    case 'claimed': {
      const { claim } = lead;
      const due = claim.expectedBy && dueWords(claim.expectedBy, context);
      const at = toEpoch(claim.askedAt);
      const resends = claim.remedy === 'reship' || claim.remedy === 'replace';
      return say(
        lead.late ? 'care' : 'good',
        lead.late ? 'old' : 'done',
        !resends ? m.claimedOther : lead.late ? m.claimedLate(thing, due) : m.claimed(thing, due),
        at === undefined ? '' : m.askedAt(f.moment(at, now)),
        lead.late ? m.callUs : '',
      );
    }
    case 'missed': {
      const several = verdict.shipments.length > 1 && !subject;
      return say(
        'unknown',
        lead.silent ? 'unknown' : 'recent',
        several ? m.missedSeveral(promiser, when!) : m.missed(promiser, thing, when!),
        lead.silent ? (several ? m.unknownPlaces : m.unknownPlace) : '',
        lead.silent ? lastScanWords(context) : scanWords(context),
      );
    }
    case 'arrived': {
      const moment = lead.at === undefined ? undefined : f.moment(lead.at, now);
      const sentence =
        verdict.shipments.length > 1 && !subject
          ? m.arrivedSeveral(verdict.shipments.length)
          : moment
            ? m.arrived(thing, moment)
            : m.arrivedSome(thing);
      const name = carrierOf(subject, m);
      const recorded = moment ? m.recorded(name, moment) : m.recordedUndated(name);
      if (lead.late === undefined) return say('unknown', 'done', sentence, '', recorded);
      return lead.late
        ? say('care', 'recent', sentence, m.late, `${m.lateBy(when!)} ${recorded}`)
        : say('good', 'done', sentence, m.inTime, recorded);
    }
    case 'several': {
      const newest = [...verdict.shipments].sort(
        (a, b) => (toEpoch(b.verdict.lastEvent?.at) ?? 0) - (toEpoch(a.verdict.lastEvent?.at) ?? 0),
      )[0]!;
      const source = scanWords({ ...context, verdict: { ...verdict, subject: newest } });
      return say(
        'unknown',
        'recent',
        m.several(lead.arrived, lead.total, lead.trouble),
        '',
        source,
      );
    }
    case 'phase': {
      const name = carrierOf(subject, m);
      const at = toEpoch(subject?.verdict.event?.at);
      const sentence =
        lead.phase === 'attempted'
          ? m.attempted(name, at === undefined ? '' : f.moment(at, now))
          : m[lead.phase](thing);
      const wrong =
        lead.phase === 'problem' || lead.phase === 'returned' || lead.phase === 'cancelled';
      return say(
        wrong ? 'bad' : 'care',
        wrong ? 'cross' : 'recent',
        sentence,
        '',
        scanWords(context),
        lead.phase,
      );
    }
    case 'expected': {
      const words = estimateWords(lead.estimate, context);
      const live = lead.freshness.state === 'live' && context.inContact;
      const source = freshSource(context, lead.estimate, live);
      if (!words) return say('unknown', 'unknown', m.silent(thing), '', scanWords(context));
      if (lead.atRisk && when)
        return say(
          'care',
          source.icon,
          m.expectedLate(thing, words.words, when),
          source.strong,
          source.source,
          'at-risk',
        );
      return say(
        source.tone,
        source.icon,
        words.exact ? m.expectedBetween(thing, words.words) : m.expectedAround(thing, words.words),
        source.strong,
        source.source,
      );
    }
    case 'silent':
      return say(
        'unknown',
        'unknown',
        m.silent(thing),
        m.silentSince(f.dateTime(lead.since, now)),
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
    case 'promised':
      return say('unknown', 'recent', m.promised(thing, when!), '', promiseSource());
    case 'nothing': {
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
    ? m.before(f.time(Date.parse(due)), f.day(Date.parse(due), now))
    : m.byDay(f.civil(due.date));

/** The reference to give to a person: of the money or the claim, where there is one. */
export const referenceOf = ({ order, verdict: { lead } }: Context): string =>
  lead.kind === 'refund'
    ? lead.refund.reference
    : lead.kind === 'claimed'
      ? lead.claim.reference
      : order.reference;

/** Whether the order itself already tells what became of this action. */
export const isShown = (order: Order, action: ActionState): boolean =>
  [...(order.refunds ?? []), ...(order.claims ?? [])].some(
    (entry) =>
      entry.offerId === action.command.offerId &&
      !('state' in entry && entry.state === 'withdrawn'),
  );

/**
 * The head of the card: what the customer's own action is doing outweighs the facts, and a backend
 * that does not answer outweighs what it said before (R2, R7).
 */
export const tell = (context: Context): Telling => {
  const { state, order, action, m, f, now, inContact, online } = context;
  const shown = action && action.command.type === 'claim' && isShown(order, action);
  if (action && !shown) {
    const time = f.time(action.startedAt);
    const moment = f.moment(action.startedAt, now);
    const { outcome, phase, command } = action;
    const takesBack = command.type === 'withdraw';
    switch (phase) {
      case 'unknown':
        return {
          kind: 'checking',
          tone: 'unknown',
          icon: 'working',
          sentence: m.checking,
          strong: m.doNotAsk,
          source: m.askedNoAnswer(time),
        };
      case 'not-sent':
        return {
          kind: 'not-sent',
          tone: 'care',
          icon: online ? 'cross' : 'offline',
          sentence: online ? m.notReceived : m.notSentOffline,
          strong: takesBack ? '' : m.nothingMoved,
          source: takesBack ? m.refundGoesOn : online ? m.pressOnce : m.pressAgain,
        };
      case 'refused':
        return {
          kind: 'refused',
          tone: 'bad',
          icon: 'cross',
          sentence: takesBack ? m.notTakenBack : m.refused,
          strong: takesBack ? '' : m.refusedAt(moment),
          source: [
            outcome?.reason ?? (outcome?.code === 'amount-changed' ? m.amountChanged : ''),
            outcome?.nextStep,
          ]
            .filter(Boolean)
            .join(' '),
        };
      case 'pending':
        if (command.type === 'claim' && outcome?.amount)
          return {
            kind: 'refund-asked',
            tone: 'unknown',
            icon: 'working',
            sentence: m.refundAsked(amountWords(outcome.amount, context)),
            strong: m.askedAt(moment),
            source: m.waitForAnswer,
          };
        break;
      default:
    }
  }
  if (!inContact && !context.justAsked) {
    const { error } = state;
    const retry = error?.retryAt === undefined ? '' : m.tryAgainAt(f.time(error.retryAt + 59_000));
    return {
      kind: 'no-answer',
      tone: 'care',
      icon: online ? 'old' : 'offline',
      sentence:
        error?.code === 'forbidden' ? m.forbiddenCopy : online ? m.lastCopy : m.lastCopyOffline,
      strong: m.copiedAt(f.moment(context.asOf, now), f.ago(now - context.asOf)),
      source: `${m.mayHaveMoved} ${retry}`.trim(),
    };
  }
  return tellFacts(context);
};

/** What the sentence was when the backend was last heard. */
export const tellThen = (context: Context): string =>
  tellFacts({ ...context, inContact: true }).sentence;

/** The lapsed or standing promise in a copy that nobody vouches for now. */
export const promiseNote = ({ verdict, m, now }: Context): string => {
  const deadline = verdict.promise && deadlineOf(verdict.promise);
  return deadline === undefined ? '' : now >= deadline ? m.passedMeanwhile : m.stillStands;
};

/** Bold words first, then the rest of a line. */
export const strongFirst = (strong: string, rest: string): TemplateResult =>
  html`<span>${strong ? html`<b>${strong}</b> ` : nothing}${rest}</span>`;

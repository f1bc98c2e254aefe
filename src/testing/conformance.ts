/**
 * What a backend must hold so that one broken promise is refunded once (R7), with every date and sum the
 * customer was told (R8): checks for an adapter of your own, in any test runner.
 *
 * @example
 * const report = await conformance({
 *   device: () => rest({ baseUrl: 'http://localhost:8787/doorstep' }),
 *   brokenOrder: () => makeTestOrder({ due: yesterday }),
 * });
 * if (!report.holds || !report.complete) throw new Error(reportText(report));
 */
import { AdapterError } from '../adapter/index.js';
import type { AdapterErrorCode, AdapterRequest, OrderAdapter } from '../adapter/index.js';
import {
  OrderAnswerSchema,
  OutcomeAnswerSchema,
  parse,
  type Money,
  type Order,
  type OrderCommand,
  type Outcome,
  type Refund,
  type RemedyOffer,
} from '../model/index.js';
import { FAILED, NO_EARLY_ORDER, NO_ORDER } from './failed.js';

/** A backend to be checked. **Test orders only: refunds are really asked for.** */
export interface Subject {
  /** An adapter as on one more device: it shares nothing with those before. */
  device(): OrderAdapter;
  /**
   * The reference of an order whose promise is broken and whose refund may be claimed now. `undefined`: there is
   * none left.
   *
   * @param use `claim`: each time another one, since the check uses it up; `look`: nothing that counts is claimed,
   *   so that one order may serve all such checks
   */
  brokenOrder(use: 'claim' | 'look'): string | undefined | Promise<string | undefined>;
  /** The same, of an order whose promise has not lapsed: its refund is not open yet. */
  earlyOrder?(): string | undefined | Promise<string | undefined>;
  /** Lets time pass at the backend, in seconds: for keys and offers that expire. */
  pass?(seconds: number): void | Promise<void>;
  /** What the books really say was paid back for an order. Without it the order's own refunds count. */
  payouts?(order: string): readonly Money[] | Promise<readonly Money[]>;
  /** The HTTP contract itself, if that is what is checked. */
  readonly http?: HttpSubject;
}

/** Where the HTTP contract is served, for checks below the level of an adapter. */
export interface HttpSubject {
  readonly baseUrl: string;
  /** Headers that show who asks: a session, a token. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** One thing a backend must hold. */
export interface Check {
  /** Short and stable, for selecting one. */
  readonly id: string;
  /** The rule it belongs to. */
  readonly rule: 'R1' | 'R3' | 'R6' | 'R7' | 'R8' | 'R10' | 'trust';
  /** What must hold, as a sentence. */
  readonly says: string;
  /** Whether it needs `pass`: the time at the backend has to be moved. */
  readonly movesTime?: true;
  readonly run: (subject: Subject) => Promise<void>;
}

/**
 * What came of one check. `why` says what was seen, what was missing to check it, or why it does not apply: the
 * backend need not offer what it is about, and does not.
 */
export interface Result {
  readonly check: Pick<Check, 'id' | 'rule' | 'says'>;
  readonly state: 'holds' | 'broken' | 'not-checked' | 'does-not-apply';
  readonly why?: string | undefined;
}

/**
 * What came of all of them. `holds` is false if one is broken, or if none could be checked: that proves
 * nothing. What was not checked beside others is no failure, but no pass either: then `complete` is false.
 */
export interface Report {
  readonly holds: boolean;
  /** Whether everything that applies was checked. */
  readonly complete: boolean;
  readonly results: readonly Result[];
}

class NotChecked extends Error {}
class DoesNotApply extends Error {}

const must = (holds: boolean, seen: string): void => {
  if (!holds) throw new Error(seen);
};

const TWO_DAYS = 48 * 3600;

let keys = 0;
/** What travels with each call; the key is new unless one is given. */
const request = (attemptKey = `conformance-${Date.now()}-${++keys}`): AdapterRequest => ({
  signal: new AbortController().signal,
  locale: 'en',
  freshness: 'fresh',
  attemptKey,
});

const isLive = ({ state }: Refund): boolean =>
  state !== 'withdrawn' && state !== 'failed' && state !== 'returned';

/** One order under test, as seen from as many devices as wanted. */
class Case {
  readonly #subject: Subject;
  readonly reference: string;
  readonly offer: RemedyOffer;
  readonly others: readonly RemedyOffer[];

  constructor(subject: Subject, reference: string, offer: RemedyOffer, order: Order) {
    this.#subject = subject;
    this.reference = reference;
    this.offer = offer;
    this.others = (order.offers ?? []).filter(
      (other) =>
        other !== offer &&
        !other.unavailable &&
        other.remedy !== 'wait' &&
        other.promiseId === offer.promiseId &&
        other.shipmentId === offer.shipmentId &&
        other.lineId === offer.lineId,
    );
  }

  static async open(subject: Subject, use: 'claim' | 'look' | 'early' = 'claim'): Promise<Case> {
    const reference = await (use === 'early' ? subject.earlyOrder?.() : subject.brokenOrder(use));
    if (reference === undefined) throw new NotChecked(use === 'early' ? NO_EARLY_ORDER : NO_ORDER);
    const device = subject.device();
    if (!device.act) throw new NotChecked('the adapter offers no actions');
    const { order } = await device.order(reference, request());
    if (order.refunds?.some(isLive))
      throw new NotChecked(`order ${reference} has a refund already`);
    const offer = order.offers?.find(
      ({ remedy, amount, unavailable }) => remedy === 'refund' && amount && !unavailable,
    );
    if (!offer) throw new NotChecked(`order ${reference} offers no refund with an amount`);
    return new Case(subject, reference, offer, order);
  }

  async act(
    type: OrderCommand['type'],
    more: Partial<OrderCommand> = {},
    key?: string,
  ): Promise<Outcome> {
    const answer = await this.#subject.device().act!(
      {
        ...{ type, order: this.reference, offerId: this.offer.offerId },
        ...(type === 'claim' && { amount: this.offer.amount }),
        ...more,
      },
      request(key),
    );
    const { broken } = parse(OutcomeAnswerSchema, answer);
    must(
      broken.length === 0,
      `the outcome cannot be read: ${broken[0]?.path} is ${broken[0]?.problem}`,
    );
    return answer.outcome;
  }

  claim = async (key?: string): Promise<Outcome> => this.act('claim', {}, key);

  /** What the backend says became of it; `none` where it has no such capability. */
  async outcome(): Promise<Outcome> {
    const device = this.#subject.device();
    if (!device.outcome) throw new DoesNotApply('the adapter reads no outcomes');
    return (await device.outcome(this.reference, this.offer.offerId, request())).outcome;
  }

  async order(): Promise<Order> {
    return (await this.#subject.device().order(this.reference, request())).order;
  }

  /** How often the refund was given, by the books if they are open, and by the order. */
  async refunds(): Promise<number> {
    const live = ((await this.order()).refunds ?? []).filter(isLive).length;
    const paid = (await this.#subject.payouts?.(this.reference))?.length;
    return Math.max(live, paid ?? 0);
  }

  async isRefundedOnce(after: string): Promise<void> {
    const count = await this.refunds();
    must(count === 1, `after ${after} there are ${count} refunds`);
  }
}

const accepted = ({ status }: Outcome): boolean => status === 'done' || status === 'pending';
const told = ({ status, code }: Outcome): string => (code ? `${status} (${code})` : status);
const same = (left: Money | undefined, right: Money | undefined): boolean =>
  left?.amount === right?.amount && left?.currency === right?.currency;

const codeOf = async (run: () => Promise<unknown>): Promise<AdapterErrorCode | 'answered'> => {
  try {
    await run();
    return 'answered';
  } catch (error) {
    if (error instanceof AdapterError) return error.code;
    throw error;
  }
};

const onAdapter: readonly Check[] = [
  {
    id: 'readable',
    rule: 'R3',
    says: 'An order can be read whole, and its answer says what time it is at the backend.',
    async run(subject) {
      const { reference } = await Case.open(subject, 'look');
      const answer = await subject.device().order(reference, request());
      const { broken } = parse(OrderAnswerSchema, answer);
      must(broken.length === 0, `${broken[0]?.path} is ${broken[0]?.problem}`);
      must(answer.serverNow !== undefined, 'the answer has no `serverNow`');
      must(answer.order.reference === reference, `it is order ${answer.order.reference}`);
    },
  },
  {
    id: 'ages',
    rule: 'R1',
    says: 'An order has a version, or says when it was last looked at, so that late answers are told from new ones.',
    async run(subject) {
      const order = await (await Case.open(subject, 'look')).order();
      must((order.version ?? order.observedAt) !== undefined, 'it has neither');
    },
  },
  {
    id: 'stranger',
    rule: 'trust',
    says: 'An order nobody knows is not shown.',
    async run(subject) {
      const unknown = 'NO-SUCH-ORDER-7f3a';
      const code = await codeOf(async () => subject.device().order(unknown, request()));
      must(code === 'not-found' || code === 'forbidden', `it is ${code}`);
    },
  },
  {
    id: 'complete',
    rule: 'R8',
    says: 'A refund that was accepted has a reference, the amount and the method that were shown, and a date.',
    async run(subject) {
      const one = await Case.open(subject);
      const outcome = await one.claim();
      must(accepted(outcome), `the claim was ${told(outcome)}`);
      const refund = (await one.order()).refunds?.find(isLive);
      must(refund !== undefined, 'the order shows no refund');
      for (const [name, value] of Object.entries({
        reference: outcome.reference,
        'amount of the outcome': same(outcome.amount, one.offer.amount) || undefined,
        'amount of the refund': same(refund?.amount, one.offer.amount) || undefined,
        'reference of the refund': refund?.reference === outcome.reference || undefined,
        method: refund?.method,
        'date expected': refund?.expectedBy,
      }))
        must(value !== undefined, `${name}: missing, or not what was shown`);
      const parts = refund?.parts;
      if (parts)
        must(
          parts.reduce((sum, { amount }) => sum + amount.amount, 0) === refund.amount?.amount,
          'the parts of the refund do not add up to its amount',
        );
    },
  },
  {
    id: 'fifty',
    rule: 'R7',
    says: 'Fifty devices that claim in the same moment get one refund, all of them the same.',
    async run(subject) {
      const one = await Case.open(subject);
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, async () =>
          one.claim().catch((error: unknown) => {
            // A backend may turn somebody away under load; it must not pay twice.
            if (error instanceof AdapterError && error.code === 'unavailable') return undefined;
            throw error;
          }),
        ),
      );
      const answers = outcomes.filter((outcome) => outcome !== undefined);
      const wrong = answers.find(
        (outcome) => !accepted(outcome) && outcome.code !== 'already-resolved',
      );
      must(!wrong, `one of them was told ${wrong && told(wrong)}`);
      must(answers.some(accepted), 'none of them was accepted');
      const references = new Set(
        answers.filter(accepted).map(({ reference }) => reference ?? 'none'),
      );
      must(references.size === 1, `they were given ${references.size} references`);
      await one.isRefundedOnce('fifty claims');
    },
  },
  {
    id: 'same-key',
    rule: 'R7',
    says: 'The same attempt again, and the same claim by another device, get the same refund.',
    async run(subject) {
      const one = await Case.open(subject);
      const key = request().attemptKey!;
      const first = await one.claim(key);
      must(accepted(first), `the claim was ${told(first)}`);
      for (const again of [await one.claim(key), await one.claim()])
        must(again.reference === first.reference, `another reference: ${again.reference}`);
      await one.isRefundedOnce('three claims');
    },
  },
  {
    id: 'other-body',
    rule: 'R7',
    says: 'A key that comes back with another command is refused, and nothing is done for it.',
    async run(subject) {
      const one = await Case.open(subject);
      const key = request().attemptKey!;
      await one.claim(key);
      const other: OrderCommand = {
        ...{ type: 'withdraw', order: one.reference, offerId: one.offer.offerId },
      };
      const code = await codeOf(async () => subject.device().act!(other, request(key)));
      must(code === 'invalid', `it was ${code}`);
      await one.isRefundedOnce('the refused withdrawal');
    },
  },
  {
    id: 'old-key',
    rule: 'R7',
    movesTime: true,
    says: 'An attempt that comes back two days later, when its key is long forgotten, does not pay again.',
    async run(subject) {
      if (!subject.pass) throw new NotChecked('the time at the backend cannot be moved');
      const one = await Case.open(subject);
      const key = request().attemptKey!;
      await one.claim(key);
      await subject.pass(TWO_DAYS);
      await codeOf(async () => one.claim(key));
      await one.isRefundedOnce('the claim of the day before yesterday');
    },
  },
  {
    id: 'lost-answer',
    rule: 'R7',
    says: 'When an answer is lost, the outcome can be read, and says the same as the claim did.',
    async run(subject) {
      const one = await Case.open(subject);
      const before = await one.outcome();
      must(before.status === 'none', `before any claim the outcome is ${told(before)}`);
      const { reference, status } = await one.claim();
      const outcome = await one.outcome();
      must(accepted(outcome), `the claim was ${status}, and its outcome is ${told(outcome)}`);
      must(outcome.reference === reference, `another reference: ${outcome.reference}`);
      must(same(outcome.amount, one.offer.amount), 'another amount');
    },
  },
  {
    id: 'cut-off',
    rule: 'R7',
    says: 'A claim whose sender hung up is either there or not, and another one does not double it.',
    async run(subject) {
      const one = await Case.open(subject);
      for (const wait of [0, 1, 5]) {
        const controller = new AbortController();
        const sent = subject.device().act!(
          {
            ...{ type: 'claim', order: one.reference, offerId: one.offer.offerId },
            amount: one.offer.amount,
          },
          { ...request(), signal: controller.signal },
        );
        await new Promise((resolve) => setTimeout(resolve, wait));
        controller.abort(new AdapterError('unavailable'));
        await sent.catch(() => undefined);
      }
      const outcome = await one.claim();
      must(accepted(outcome), `the claim was ${told(outcome)}`);
      await one.isRefundedOnce('claims that were cut off');
    },
  },
  {
    id: 'amount',
    rule: 'R7',
    says: 'A claim for another sum than the one on offer is refused with the sum that is, and nothing is paid.',
    async run(subject) {
      const one = await Case.open(subject, 'look');
      const { amount, currency } = one.offer.amount!;
      const outcome = await one.act('claim', { amount: { amount: amount + 100, currency } });
      must(
        outcome.status === 'refused' && outcome.code === 'amount-changed',
        `it was ${told(outcome)}`,
      );
      must(same(outcome.amount, one.offer.amount), 'the refusal does not say the sum on offer');
      must((await one.refunds()) === 0, 'something was paid');
    },
  },
  {
    id: 'one-obligation',
    rule: 'R7',
    says: 'Once the refund is taken, another remedy for the same promise is refused as already resolved.',
    async run(subject) {
      const one = await Case.open(subject);
      const [other] = one.others;
      if (!other) throw new DoesNotApply('the order offers nothing beside the refund');
      await one.claim();
      const outcome = await one.act('claim', { offerId: other.offerId, amount: other.amount });
      must(outcome.code === 'already-resolved', `${other.remedy} was ${told(outcome)}`);
      await one.isRefundedOnce('a claim for another remedy');
    },
  },
  {
    id: 'unknown-offer',
    rule: 'R10',
    says: 'An offer nobody made is refused with a reason, and its outcome is none.',
    async run(subject) {
      const one = await Case.open(subject, 'look');
      const offerId = 'no-such-offer-7f3a';
      const outcome = await one.act('claim', { offerId });
      must(outcome.status === 'refused', `it was ${told(outcome)}`);
      must((outcome.reason ?? outcome.code) !== undefined, 'the refusal gives no reason');
      must((await one.refunds()) === 0, 'something was paid');
    },
  },
  {
    id: 'withdrawn',
    rule: 'R7',
    says: 'A refund can be taken back before the payout leaves, and a late copy of the claim does not bring it back.',
    async run(subject) {
      const one = await Case.open(subject);
      const key = request().attemptKey!;
      await one.claim(key);
      const undoUntil = (await one.order()).refunds?.find(isLive)?.undoUntil ?? one.offer.undoUntil;
      if (undoUntil === undefined)
        throw new DoesNotApply('neither the offer nor the refund has `undoUntil`');
      const taken = await one.act('withdraw');
      if (taken.code === 'too-late')
        throw new NotChecked(`its \`undoUntil\` is over: ${undoUntil}`);
      must(taken.status !== 'refused', `until ${undoUntil} it may be, and was ${told(taken)}`);
      must((await one.refunds()) === 0, 'the refund is still there');
      must((await one.act('withdraw')).status === 'done', 'taking it back twice is not the same');
      await codeOf(async () => one.claim(key));
      must((await one.refunds()) === 0, 'a late copy of the claim brought the refund back');
    },
  },
  {
    id: 'not-yet',
    rule: 'R6',
    says: 'Before the deadline the refund is refused as not yet, whatever clock the customer has.',
    async run(subject) {
      const one = await Case.open(subject, 'early');
      const outcome = await one.claim();
      must(outcome.status === 'refused' && outcome.code === 'not-yet', `it was ${told(outcome)}`);
      must((await one.refunds()) === 0, 'something was paid');
    },
  },
  {
    id: 'expired',
    rule: 'R7',
    movesTime: true,
    says: 'After its last moment an offer is refused as expired.',
    async run(subject) {
      if (!subject.pass) throw new NotChecked('the time at the backend cannot be moved');
      const one = await Case.open(subject);
      const until = Date.parse(one.offer.availableUntil ?? '');
      if (Number.isNaN(until)) throw new DoesNotApply('the offer has no end');
      const { serverNow } = await subject.device().order(one.reference, request());
      await subject.pass(Math.ceil((until - Date.parse(serverNow ?? '')) / 1000) + 60);
      const outcome = await one.claim();
      must(outcome.status === 'refused' && outcome.code === 'expired', `it was ${told(outcome)}`);
      must((await one.refunds()) === 0, 'something was paid');
    },
  },
];

const httpOf = (subject: Subject): HttpSubject => {
  if (!subject.http) throw new DoesNotApply('it is not asked over HTTP');
  return subject.http;
};

/** A request as it is on the wire. */
const send = async (
  { baseUrl, headers, fetch: send_ = fetch }: HttpSubject,
  path: string,
  init: RequestInit = {},
): Promise<Response> =>
  send_(baseUrl.replace(/\/+$/, '') + path, {
    ...init,
    redirect: 'manual',
    headers: { Accept: 'application/json', ...headers, ...init.headers },
  });

/** Posts a claim with these headers. Nothing may come of it. */
const isTurnedAway = async (
  subject: Subject,
  headers: Record<string, string>,
  body?: string,
): Promise<void> => {
  const http = httpOf(subject);
  const one = await Case.open(subject, 'look');
  const { offerId, amount } = one.offer;
  const response = await send(http, `/orders/${encodeURIComponent(one.reference)}/actions`, {
    method: 'POST',
    headers,
    body: body ?? JSON.stringify({ type: 'claim', offerId, amount }),
  });
  await response.arrayBuffer();
  must(response.status >= 400 && response.status < 500, `it was answered with ${response.status}`);
  must((await one.refunds()) === 0, 'something was paid');
};

const json = { 'Content-Type': 'application/json' };
const key = () => ({ 'Idempotency-Key': request().attemptKey! });

const onHttp: readonly Check[] = [
  {
    id: 'not-stored',
    rule: 'trust',
    says: 'No browser and no proxy may keep an order: its answer is `private, no-store`.',
    async run(subject) {
      const http = httpOf(subject);
      const { reference } = await Case.open(subject, 'look');
      const response = await send(http, `/orders/${encodeURIComponent(reference)}`);
      await response.arrayBuffer();
      must(response.status === 200, `it was answered with ${response.status}`);
      const control = response.headers.get('Cache-Control') ?? '';
      must(/no-store/.test(control), `its \`Cache-Control\` is "${control}"`);
    },
  },
  {
    id: 'unchanged',
    rule: 'R6',
    says: 'An order that has not changed is answered with 304 and the time at the backend.',
    async run(subject) {
      const http = httpOf(subject);
      const { reference } = await Case.open(subject, 'look');
      const path = `/orders/${encodeURIComponent(reference)}`;
      const first = await send(http, path);
      await first.arrayBuffer();
      const tag = first.headers.get('ETag');
      if (!tag) throw new DoesNotApply('the order has no `ETag`');
      const second = await send(http, path, { headers: { 'If-None-Match': tag } });
      await second.arrayBuffer();
      must(second.status === 304, `it was answered with ${second.status}`);
      must(second.headers.get('Doorstep-Now') !== null, 'the 304 has no `Doorstep-Now`');
    },
  },
  {
    id: 'form',
    rule: 'trust',
    says: 'A form on another site cannot claim: what a form can send is refused.',
    async run(subject) {
      const form = { 'Content-Type': 'text/plain', Origin: 'https://elsewhere.example' };
      await isTurnedAway(subject, form);
      await isTurnedAway(subject, { 'Content-Type': 'text/plain', ...key() });
    },
  },
  {
    id: 'other-site',
    rule: 'trust',
    says: 'A script on another site cannot claim.',
    async run(subject) {
      await isTurnedAway(subject, { ...json, ...key(), Origin: 'https://elsewhere.example' });
    },
  },
  {
    id: 'no-key',
    rule: 'R7',
    says: 'A claim without an `Idempotency-Key` is refused.',
    run: async (subject) => isTurnedAway(subject, json),
  },
  {
    id: 'nonsense',
    rule: 'R3',
    says: 'A claim that cannot be read, or whose sum cannot be read, is refused and not guessed.',
    async run(subject) {
      await isTurnedAway(subject, { ...json, ...key() }, '{"type":"claim",');
      await isTurnedAway(
        subject,
        { ...json, ...key() },
        JSON.stringify({ type: 'claim', offerId: 'x', amount: { amount: '28900', currency: 1 } }),
      );
    },
  },
];

/** What claims nothing that counts, so that one order serves all of it; what could be paid wrongly comes last. */
const looks = ['readable', 'ages', 'stranger'];
const tries = ['amount', 'unknown-offer'];
const among =
  (ids: readonly string[]) =>
  ({ id }: Check): boolean =>
    ids.includes(id);

/** All checks, in the order in which they are run. */
export const checks: readonly Check[] = [
  ...onAdapter.filter(among(looks)),
  ...onHttp,
  ...onAdapter.filter(among(tries)),
  ...onAdapter.filter(({ id }) => ![...looks, ...tries].includes(id)),
];

/**
 * Runs the checks one after the other. Never throws for what the backend does.
 *
 * @param only ids of the checks to run; all if not stated
 */
export const conformance = async (
  subject: Subject,
  only: readonly string[] = checks.map(({ id }) => id),
): Promise<Report> => {
  const results: Result[] = [];
  for (const check of checks.filter(({ id }) => only.includes(id))) {
    const { id, rule, says } = check;
    const result = { check: { id, rule, says } };
    try {
      await check.run(subject);
      results.push({ ...result, state: 'holds' });
    } catch (error) {
      const why =
        error instanceof AdapterError
          ? FAILED[error.code]
          : error instanceof Error
            ? error.message
            : String(error);
      results.push({
        ...result,
        state:
          error instanceof NotChecked
            ? 'not-checked'
            : error instanceof DoesNotApply
              ? 'does-not-apply'
              : 'broken',
        why,
      });
    }
  }
  return {
    holds:
      results.some(({ state }) => state === 'holds') &&
      results.every(({ state }) => state !== 'broken'),
    complete: results.every(({ state }) => state !== 'not-checked'),
    results,
  };
};

/** The report as a person reads it. */
export const reportText = ({ results }: Report): string => {
  const count = (state: Result['state']) =>
    results.filter((result) => result.state === state).length;
  const marks = { holds: 'ok  ', broken: 'NOT ', 'not-checked': '?   ', 'does-not-apply': '-   ' };
  const leads = {
    holds: '',
    broken: 'Seen',
    'not-checked': 'Not checked',
    'does-not-apply': 'Does not apply',
  };
  const lines = results.map(
    ({ check, state, why }) =>
      `${marks[state]}${check.says} (${check.rule}, ${check.id})${why === undefined ? '' : `\n      ${leads[state]}: ${why}.`}`,
  );
  return [
    ...lines,
    '',
    `${count('holds')} hold, ${count('broken')} do not, ${count('does-not-apply')} do not apply, ${count('not-checked')} could not be checked.`,
  ].join('\n');
};

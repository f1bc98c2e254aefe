/** A page that lives through a timeline with the real clock, parser and verdicts, watched by the oracle. */
import type * as Model from '../../../src/model/index.js';
import type * as Clock from '../../../src/store/clock.js';
import type { Environment } from '../../../src/store/environment.js';
import type * as Verdicts from '../../../src/verdicts/index.js';
import { agreement, judge, type Facts } from './oracle.js';
import { sent, turns, type Timeline } from './timeline.js';

/** The code under test. */
export type Code = Pick<typeof Model, 'parse' | 'OrderSchema'> &
  Pick<typeof Verdicts, 'orderVerdict'> &
  Pick<typeof Clock, 'ServerClock'>;

/** What a run came across, so that nobody takes an empty run for a good one. */
export interface Seen {
  readonly violation: string | undefined;
  readonly judged: number;
  /** Promises that could not be read. */
  readonly unreadable: number;
  /** Times at which the page itself came to say that the promise was missed. */
  readonly lapsed: number;
  readonly states: readonly string[];
}

const iso = (at: number): string => new Date(at).toISOString();

export const live = (timeline: Timeline, code: Code): Seen => {
  const { zone, rounds, skew } = timeline;
  let now = rounds[0]!.asks;
  /** Milliseconds for which the device's monotonic clock stood still. */
  let stood = 0;
  let violation: string | undefined;
  let judged = 0;
  let lapsed = 0;
  const states = new Set<string>();
  let timer: { readonly due: number; readonly run: () => void } | undefined;

  const fail = (what: string): void => {
    violation ??= `${zone.name}, ${iso(now)}: ${what}`;
  };
  const monotonic = (): number => now - stood - 1.7e12;
  const environment = {
    monotonic,
    wallClock: () => now + skew,
    timer(run: () => void, delay: number) {
      const mine = { due: monotonic() + delay, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = undefined;
      };
    },
  } as Environment;

  const clock = new code.ServerClock(environment);
  let facts: Facts | undefined;
  let order: Model.Order | undefined;
  let shown: { state: string | undefined; offered: boolean } | undefined;
  let cancel: (() => void) | undefined;

  /** What is said at an instant must be what the oracle says. */
  const said = (
    at: number,
  ): { state: string | undefined; changesAt: number | undefined; offered: boolean } => {
    const { promiseVerdict, changesAt, offers } = code.orderVerdict(order!, at);
    const expected = judge(facts!, zone, at);
    judged++;
    const { state, deadline } = promiseVerdict ?? {};
    if (state !== expected?.state || deadline !== expected?.deadline)
      fail(
        `at ${iso(at)} it says "${state}" (until ${deadline && iso(deadline)}), ` +
          `and "${expected?.state}" (until ${expected?.deadline && iso(expected.deadline)}) is true`,
      );
    if (changesAt !== undefined && changesAt <= at) fail(`it changed before ${iso(at)}`);
    const offered = offers.shown.length > 0;
    if (offered !== at >= opens())
      fail(`R6: at ${iso(at)} the remedy is ${offered ? 'offered too early' : 'not there'}`);
    if (state !== undefined) states.add(state);
    return { state, changesAt, offered };
  };

  const draw = (): void => {
    const at = clock.now();
    if (at > now) fail(`its clock says ${iso(at)}, which is to come`);
    const { state, changesAt, offered } = said(at);
    if (state === 'missed' && now < lapses()) fail('R6: missed too early, by the true time');
    if (offered && now < opens()) fail('R6: the remedy is offered too early, by the true time');
    if (shown && shown.state !== 'missed' && state === 'missed') lapsed++;
    shown = { state, offered };
    cancel?.();
    cancel = changesAt === undefined ? undefined : clock.wake(changesAt, draw);
  };
  const lapses = (): number => agreement(facts!, zone)?.lapses ?? Infinity;
  const opens = (): number => {
    const from = order!.offers?.[0]?.availableFrom;
    return from === undefined ? Infinity : Date.parse(from);
  };

  /** Time goes by on a device that is awake. */
  const wait = (until: number): void => {
    while (timer && !violation) {
      const due = Math.max(now, timer.due + stood + 1.7e12);
      if (due > until) break;
      now = due;
      const { run } = timer;
      timer = undefined;
      run();
    }
    now = Math.max(now, until);
  };

  /** @param doubt milliseconds by which the page may be behind, with all that it knows */
  const isCurrent = (doubt: number): void => {
    const at = clock.now();
    if (now - at > doubt) fail(`its clock is ${now - at} ms late, and ${doubt} would do`);
    const { state, offered } = said(at);
    if (shown!.state !== state || shown!.offered !== offered)
      fail(
        `it still says "${shown!.state}", remedy ${shown!.offered}; ` +
          `by its own clock it is "${state}", ${offered}`,
      );
  };

  let doubt = Infinity;
  for (const { asks, there, back, whole, facts: next, asleep, stands } of rounds) {
    if (order) {
      wait(asks - asleep);
      isCurrent(doubt);
    }
    now = asks;
    if (stands) stood += asleep;
    // Before the answer to its question a device that slept may be behind: by one refresh, no more.
    const askedAt = monotonic();
    if (order && !asleep) wait(asks + there);
    now = asks + there;
    const stated = whole ? Math.floor(now / 1000) * 1000 : now;
    const answer = code.parse(code.OrderSchema, sent(next, zone, timeline.offers));
    if (order && !asleep) wait(now + back);
    else now += back;
    facts = next;
    order = answer.value!;
    clock.learn(iso(stated), askedAt);
    doubt = now - stated + 1;
    draw();
    for (const at of turns(facts, zone)) if (!violation) said(at);
    if (violation) break;
  }
  if (!violation) {
    wait(timeline.ends);
    isCurrent(doubt);
  }
  const unreadable = rounds.filter((round) => !judge(round.facts, zone, round.asks)).length;
  return { violation, judged, unreadable, lapsed, states: [...states] };
};

/** Lives through timelines in a thread of its own; compiled like the schedules. */
import { parentPort, workerData } from 'node:worker_threads';
import type * as Clock from '../../../src/store/clock.js';
import type * as Model from '../../../src/model/index.js';
import type * as Verdicts from '../../../src/verdicts/index.js';
import { mix } from '../schedules/schedule.js';
import { live, type Code } from './page.js';
import { changesOf, timelineOf, type Timeline } from './timeline.js';
import type { Zone } from './zones.js';

export interface Question {
  /** The timelines `first` to `first + count - 1` of this seed. */
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** One timeline alone. */
  readonly single?: number | undefined;
  readonly zones: readonly Zone[];
  /** The folder of the sources: `src`, or a copy with a fault. */
  readonly sources: string;
}

export interface Answer {
  readonly runs: number;
  readonly judged: number;
  readonly unreadable: number;
  readonly lapsed: number;
  readonly states: Readonly<Record<string, number>>;
  /** Clock changes that a timeline was placed around. */
  readonly changes: number;
  readonly seconds: number;
  readonly failure:
    | { readonly number: number; readonly violation: string; readonly timeline: Timeline }
    | undefined;
}

const answer = async ({
  seed,
  first,
  count,
  single,
  zones,
  sources,
}: Question): Promise<Answer> => {
  const from = (file: string): Promise<unknown> => import(`../../../${sources}/${file}`);
  const code = {
    ...((await from('model/index.js')) as typeof Model),
    ...((await from('verdicts/index.js')) as typeof Verdicts),
    ...((await from('store/clock.js')) as typeof Clock),
  } as Code;
  const changes = changesOf(zones);
  const around = new Set<number>();
  const total = { runs: 0, judged: 0, unreadable: 0, lapsed: 0 };
  const states: Record<string, number> = {};
  let failure: Answer['failure'];
  const before = process.cpuUsage();
  for (let index = 0; index < count && !failure; index++) {
    const number = single ?? first + index;
    // Three of four are placed around a change of some clock: all changes in turn.
    const turn = Math.floor((number * 3) / 4) % changes.length;
    const change = number % 4 === 3 ? undefined : changes[turn];
    if (change) around.add(turn);
    const timeline = timelineOf(mix(seed, number), zones, change);
    const seen = live(timeline, code);
    total.runs++;
    total.judged += seen.judged;
    total.unreadable += seen.unreadable;
    total.lapsed += seen.lapsed;
    for (const state of seen.states) states[state] = (states[state] ?? 0) + 1;
    if (seen.violation !== undefined) failure = { number, violation: seen.violation, timeline };
  }
  const { user, system } = process.cpuUsage(before);
  return { ...total, states, changes: around.size, seconds: (user + system) / 1e6, failure };
};

parentPort?.postMessage(await answer(workerData as Question));

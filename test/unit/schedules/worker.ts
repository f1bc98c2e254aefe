/** Runs schedules in a thread of its own; compiled by `compile.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { mix, scheduleOf, shrink } from './schedule.js';
import type { Schedule } from './schedule.js';
import { describe, run, runAll } from './world.js';
import type { Client, Options } from './world.js';

export interface Question {
  /** The schedules `first` to `first + count - 1` of this seed. */
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** One schedule by its own seed instead. */
  readonly single?: number | undefined;
  /** The folder of the store: `store`, or a copy with a fault. */
  readonly store: string;
  readonly shopFault?: Options['shopFault'];
  /** Whether a failure is made small and told in full. */
  readonly explain: boolean;
}

export interface Answer {
  readonly runs: number;
  readonly http: number;
  readonly messages: number;
  readonly faults: number;
  readonly presses: number;
  readonly seconds: number;
  readonly failure:
    { readonly seed: number; readonly violation: string; readonly story: string } | undefined;
}

/** Schedules that run side by side: more of them no longer fit into the processor's cache. */
const TOGETHER = 8;

/** What two violations of the same rule have in common. */
const ruleOf = (violation: string): string => violation.replace(/page \w+|[\w-]*\d+/g, '');

const told = async (schedule: Schedule, violation: string, options: Options): Promise<string> => {
  const small = await shrink(schedule, async (candidate) => {
    const result = await run(candidate, options);
    const same = result.violation && ruleOf(result.violation) === ruleOf(violation);
    return same ? result.faults : undefined;
  });
  const lines: string[] = [];
  const { violation: last } = await run(small, { ...options, trace: (line) => lines.push(line) });
  const { tabs, http, live, reoffers } = small;
  return [
    `Tabs ${tabs.join(' and ')}, ${http ? 'HTTP' : 'direct'}, ${live ? 'live' : 'polling'}, ` +
      `what is taken back is offered ${reoffers ? 'anew' : 'again'}; steps:`,
    ...small.steps.map((step) => `  ${step.at} ms: ${describe(step)}`),
    'What happened:',
    // Copies of the order that change nothing are not told.
    ...lines.filter((line, index) => line.slice(10) !== lines[index - 1]?.slice(10)).slice(0, 150),
    last ?? '',
  ].join('\n');
};

const answer = async (question: Question): Promise<Answer> => {
  const client = (await import(`../../../src/${question.store}/index.js`)) as Client;
  const options: Options = { client, shopFault: question.shopFault };
  const total = { runs: 0, http: 0, messages: 0, faults: 0, presses: 0 };
  let failure: Answer['failure'];
  const before = process.cpuUsage();
  for (let index = 0; index < question.count && !failure; index += TOGETHER) {
    const schedules = Array.from({ length: Math.min(TOGETHER, question.count - index) }, (_, one) =>
      scheduleOf(question.single ?? mix(question.seed, question.first + index + one)),
    );
    for (const [one, result] of (await runAll(schedules, options)).entries()) {
      const schedule = schedules[one]!;
      const { violation, messages, faults, presses } = result;
      total.runs++;
      total.http += schedule.http ? 1 : 0;
      total.messages += messages;
      total.faults += faults.length;
      total.presses += presses;
      if (violation === undefined) continue;
      const story = question.explain ? await told(schedule, violation, options) : '';
      failure = { seed: schedule.seed, violation, story };
      break;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return { ...total, seconds: (user + system) / 1e6, failure };
};

parentPort?.postMessage(await answer(workerData as Question));

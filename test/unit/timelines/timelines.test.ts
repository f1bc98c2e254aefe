/**
 * R3, R5 and R6 over generated timelines: every zone this engine knows, every change of a clock to the end
 * of 2036, promises on and around it, changes of them, grace, deliveries, estimates, and devices whose
 * clock is up to a day wrong, that sleep, and that wait for answers. The real parser, verdicts and clock
 * run; what they say is compared with `oracle.ts`.
 *
 * 200 timelines for each run of DOORSTEP_RUNS: 20,000, and 1,000,000 in `npm run test:deep`.
 * `DOORSTEP_TIMELINE=<its number>` repeats one alone, with the same DOORSTEP_SEED.
 */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { after, describe, test } from 'node:test';
import { Compiled } from '../schedules/compile.ts';
import { seededFaults } from './faults.ts';
import { changesOf } from './timeline.ts';
import type { Answer, Question } from './worker.ts';
import { allZones } from './zones.ts';

const seed = Number(process.env['DOORSTEP_SEED'] ?? 1);
const runs = Number(process.env['DOORSTEP_RUNS'] ?? 100);
const deep = process.env['DOORSTEP_DEEP'] === '1';
const repeated = process.env['DOORSTEP_TIMELINE'];

/** Timelines within which a seeded fault must be found. */
const ENOUGH = 20_000;

const compiled = new Compiled<Question, Answer>('test/unit/timelines/worker');
after(() => compiled.remove());
const zones = allZones();

describe('R3, R5, R6: the word on a promise, in every zone and over every change of a clock', () => {
  test('it is the oracle’s; the remedy is never early, and at most one refresh late', async (context) => {
    const threads = deep ? availableParallelism() : 1;
    const shares = repeated === undefined ? threads : 1;
    const count = Math.ceil((runs * 200) / threads);
    const answers = await Promise.all(
      Array.from({ length: shares }, (_, share) =>
        compiled.run({
          seed,
          first: share * count,
          count: repeated === undefined ? count : 1,
          single: repeated === undefined ? undefined : Number(repeated),
          zones,
          sources: 'src',
        }),
      ),
    );
    const sum = (part: 'runs' | 'judged' | 'unreadable' | 'lapsed' | 'seconds'): number =>
      answers.reduce((total, answer) => total + answer[part], 0);
    const states = ['kept', 'kept-late', 'on-time', 'at-risk', 'broken', 'missed', 'unknown'];
    const met = states.map(
      (state) => [state, answers.reduce((all, one) => all + (one.states[state] ?? 0), 0)] as const,
    );
    const changes = changesOf(zones).length;
    context.diagnostic(
      `${sum('runs')} timelines in ${zones.length} zones, around ${changes} changes of clocks: ` +
        `${sum('judged')} verdicts, ${sum('lapsed')} promises lapsed before the reader's eyes, ` +
        `${sum('unreadable')} answers with one that cannot be read, ` +
        `${met.map(([state, times]) => `${times} ${state}`).join(', ')}; ${sum('seconds').toFixed(0)} s of one core`,
    );
    for (const { failure } of answers)
      if (failure)
        assert.fail(
          `${failure.violation}\nDOORSTEP_TIMELINE=${failure.number} repeats it.\n` +
            JSON.stringify({ ...failure.timeline, zone: failure.timeline.zone.name }, null, 1),
        );
    if (repeated !== undefined || runs < 100) return;
    for (const [state, times] of met) assert.ok(times > sum('runs') / 1000, `${times} ${state}`);
    assert.ok(sum('lapsed') > sum('runs') / 10);
    assert.ok(answers.every((answer) => answer.changes === changes));
  });
});

describe('The timelines find what is wrong', () => {
  for (const { name, folder, edit, found } of seededFaults)
    test(name, async (context) => {
      const sources = compiled.copy(folder, [edit]);
      const { failure, runs: taken } = await compiled.run({
        seed,
        first: 0,
        count: ENOUGH,
        zones,
        sources,
      });
      assert.ok(failure, `not found in ${ENOUGH} timelines`);
      assert.match(failure.violation, found);
      context.diagnostic(`found by timeline ${taken}: ${failure.violation}`);
    });
});

/**
 * R7 and R8 under generated faults: two devices with up to four tabs each, the real store and adapters, a
 * network that loses, repeats, delays and garbles. What is simulated and what is not stands at the top of
 * `world.ts`; the rules are those of `oracle.ts`.
 *
 * 50,000 schedules, 20,000 of them in a plain `npm test`, 1,000,000 in `npm run test:deep`, or as many as
 * DOORSTEP_SCHEDULES says. A failure is made small and told line by line; `DOORSTEP_SCHEDULE=<its seed>`
 * repeats that one alone.
 */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { after, describe, test } from 'node:test';
import { Compiled } from './compile.ts';
import { seededFaults } from './faults.ts';
import type { Answer, Question } from './worker.ts';

const seed = Number(process.env['DOORSTEP_SEED'] ?? 1);
const deep = process.env['DOORSTEP_DEEP'] === '1';
const usual = process.env['DOORSTEP_BRIEF'] ? 20_000 : 50_000;
const schedules = Number(process.env['DOORSTEP_SCHEDULES'] ?? (deep ? 1_000_000 : usual));
const repeated = process.env['DOORSTEP_SCHEDULE'];

/** Schedules within which a seeded fault must be found. */
const ENOUGH = 20_000;

const compiled = new Compiled<Question, Answer>('test/unit/schedules/worker');
after(() => compiled.remove());

describe('R7, R8: any fault, one refund, and never a false word', () => {
  test('in every schedule', async (context) => {
    // Node runs files by their names, and this longest one late: alone in one thread it would leave a processor idle.
    const threads = availableParallelism();
    const count = Math.ceil(schedules / threads);
    const shares = repeated === undefined ? threads : 1;
    const answers = await Promise.all(
      Array.from({ length: shares }, (_, share) =>
        compiled.run({
          seed,
          first: share * count,
          count: repeated === undefined ? count : 1,
          single: repeated === undefined ? undefined : Number(repeated),
          store: 'store',
          explain: true,
        }),
      ),
    );
    const sum = (part: 'runs' | 'http' | 'messages' | 'faults' | 'presses' | 'seconds'): number =>
      answers.reduce((total, answer) => total + answer[part], 0);
    context.diagnostic(
      `${sum('runs')} schedules (${sum('http')} over HTTP), ${sum('presses')} presses, ` +
        `${sum('messages')} messages, ${sum('faults')} of them harmed, ${sum('seconds').toFixed(0)} s of one core`,
    );
    for (const { failure } of answers)
      if (failure)
        assert.fail(
          `${failure.violation}\nDOORSTEP_SCHEDULE=${failure.seed} repeats it.\n${failure.story}`,
        );
    if (repeated === undefined) assert.ok(sum('http') > sum('runs') * 0.05);
  });
});

describe('The schedules find what is wrong', () => {
  for (const { name, edits, shopFault, found } of seededFaults)
    test(name, async (context) => {
      const store = edits ? compiled.variant(edits) : 'store';
      const question = { seed, first: 0, count: ENOUGH, store, shopFault, explain: false };
      const { failure, runs: taken } = await compiled.run(question);
      assert.ok(failure, `not found in ${ENOUGH} schedules`);
      assert.match(failure.violation, found);
      context.diagnostic(`found by schedule ${taken}: ${failure.violation}`);
    });
});

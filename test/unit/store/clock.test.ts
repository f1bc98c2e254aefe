import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import { ServerClock } from '../../../src/store/index.js';
import { FakePage, OPENED } from './fake.js';

const HOUR = 3_600_000;
const iso = (epoch: number, wholeSeconds: boolean): string =>
  wholeSeconds
    ? new Date(Math.floor(epoch / 1000) * 1000).toISOString().replace('.000', '')
    : new Date(epoch).toISOString();

const sample = fc.record({
  there: fc.integer({ min: 0, max: 5000 }),
  back: fc.integer({ min: 0, max: 5000 }),
  wholeSeconds: fc.boolean(),
  asked: fc.boolean(),
  pause: fc.integer({ min: 0, max: 60_000 }),
});

/** A question that travels there and back; what the backend said is learnt when it arrives. */
const exchange = async (
  page: FakePage,
  clock: ServerClock,
  {
    there,
    back,
    wholeSeconds,
    asked,
  }: { there: number; back: number; wholeSeconds: boolean; asked: boolean },
  serverSkew = 0,
): Promise<number> => {
  const askedAt = page.monotonic();
  await page.pass(there);
  const said = iso(page.server() + serverSkew, wholeSeconds);
  await page.pass(back);
  clock.learn(said, asked ? askedAt : undefined);
  return page.server() + serverSkew - Date.parse(said);
};

describe("R6: the server's clock, whatever the device's", () => {
  test('R6: never ahead of the backend, and behind by no more than its best answer was old', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -24 * HOUR, max: 24 * HOUR }),
        fc.array(sample, { minLength: 1, maxLength: 8 }),
        async (wallOffset, samples) => {
          const page = new FakePage();
          page.wallOffset = wallOffset;
          const clock = new ServerClock(page);
          assert.equal(clock.now(), page.wallClock());
          let best = Infinity;
          for (const each of samples) {
            const age = await exchange(page, clock, each);
            best = Math.min(best, age);
            assert.ok(age <= each.back + 1000);
            await page.pass(each.pause);
            const behind = page.server() - clock.now();
            assert.ok(behind >= 0, `ahead by ${-behind}`);
            assert.ok(behind <= best, `behind by ${behind}, best was ${best}`);
          }
        },
      ),
    );
  });

  test('R6: a backend whose clock is set, back or forth, is followed from its next answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sample, { minLength: 1, maxLength: 3 }),
        fc.oneof(
          fc.integer({ min: 15_000, max: 48 * HOUR }),
          fc.integer({ min: -48 * HOUR, max: -15_000 }),
        ),
        sample,
        async (before, shift, after) => {
          const page = new FakePage();
          const clock = new ServerClock(page);
          for (const each of before) await exchange(page, clock, { ...each, asked: true });
          await exchange(page, clock, { ...after, asked: true }, shift);
          const behind = page.server() + shift - clock.now();
          assert.ok(behind >= 0 && behind <= after.back + 1000, `behind by ${behind}`);
        },
      ),
    );
  });

  test('R3: an answer that does not say the time, or says rubbish, teaches nothing', () => {
    const page = new FakePage();
    page.wallOffset = HOUR;
    const clock = new ServerClock(page);
    clock.learn(undefined, 0);
    clock.learn('soon', 0);
    assert.equal(clock.now(), page.wallClock());
    clock.learn(iso(page.server(), false), page.monotonic());
    const now = clock.now();
    clock.learn('soon', page.monotonic());
    assert.equal(clock.now(), now);
  });
});

describe('R6: waking at an instant', () => {
  const synchronized = (page: FakePage): ServerClock => {
    const clock = new ServerClock(page);
    clock.learn(iso(page.server(), false), page.monotonic());
    return clock;
  };

  test('R6: each runs once, never early, and when its time has come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -1000, max: 10 * 60_000 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0, 1, 4),
        async (delays, early) => {
          const page = new FakePage();
          // Browsers round timers; some fire a little before their time.
          const timer = page.timer.bind(page);
          page.timer = (run, delay) => timer(run, delay > early ? delay - early : delay);
          const clock = synchronized(page);
          const ran: number[] = [];
          for (const [index, delay] of delays.entries())
            clock.wake(OPENED + delay, () => {
              const late = page.server() - Math.max(OPENED + delay, OPENED);
              assert.ok(late >= 0, `early by ${-late}`);
              assert.ok(late <= 5, `late by ${late}`);
              ran.push(index);
            });
          await page.pass(11 * 60_000);
          assert.deepEqual([...ran].sort(), delays.map((_, index) => index).sort());
          assert.equal(page.pending.timers, 0);
        },
      ),
    );
  });

  test('R6: a fractional instant is not run in the millisecond before it', async () => {
    const page = new FakePage();
    const clock = synchronized(page);
    let ran = 0;
    clock.wake(OPENED + 100.5, () => ran++);
    await page.pass(100);
    assert.equal(ran, 0);
    await page.pass(1);
    assert.equal(ran, 1);
  });

  test('R6: a better answer moves a waking that is already set', async () => {
    const page = new FakePage();
    const clock = new ServerClock(page);
    page.wallOffset = -24 * HOUR;
    let ran = 0;
    clock.wake(OPENED + 30_000, () => ran++);
    await page.pass(10_000);
    clock.learn(iso(page.server(), false), page.monotonic());
    await page.pass(19_999);
    assert.equal(ran, 0);
    await page.pass(1);
    assert.equal(ran, 1);
  });

  test('R6: a device that was ahead by a day does not wake early once the backend has spoken', async () => {
    const page = new FakePage();
    page.wallOffset = 24 * HOUR;
    const clock = new ServerClock(page);
    clock.learn(iso(page.server(), false), page.monotonic());
    let ran = 0;
    clock.wake(OPENED + HOUR, () => ran++);
    await page.pass(HOUR - 1);
    assert.equal(ran, 0);
    await page.pass(1);
    assert.equal(ran, 1);
  });

  test('what is cancelled does not run, and leaves no timer', async () => {
    const page = new FakePage();
    const clock = synchronized(page);
    const ran: string[] = [];
    const cancel = clock.wake(OPENED + 10, () => ran.push('cancelled'));
    const other = clock.wake(OPENED + 20, () => ran.push('kept'));
    cancel();
    cancel();
    await page.pass(30);
    assert.deepEqual(ran, ['kept']);
    other();
    clock.wake(OPENED + 60_000, () => ran.push('never'))();
    assert.equal(page.pending.timers, 0);
  });

  test('what runs may set the next waking, and cancel another that is due', async () => {
    const page = new FakePage();
    const clock = synchronized(page);
    const ran: string[] = [];
    const second = { cancel: () => {} };
    clock.wake(OPENED + 10, () => {
      ran.push('first');
      second.cancel();
      clock.wake(OPENED + 20, () => ran.push('third'));
    });
    second.cancel = clock.wake(OPENED + 10, () => ran.push('second'));
    await page.pass(100);
    assert.deepEqual(ran, ['first', 'third']);
    assert.equal(page.pending.timers, 0);
  });
});

import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import { AdapterError } from '../../../src/adapter/index.js';
import type { OrderCommand, Order, Outcome } from '../../../src/model/index.js';
import { Actions, browserEnvironment, Orders, Store } from '../../../src/store/index.js';
import { FakeBackend, FakePage, OPENED, settled } from './fake.js';

const claim: OrderCommand = {
  type: 'claim',
  order: 'FR-1042',
  offerId: 'o-refund',
  amount: { amount: 28900, currency: 'EUR' },
};
const withdraw: OrderCommand = { type: 'withdraw', order: 'FR-1042', offerId: 'o-refund' };
const NOTE = 'doorstep:o-refund';
const offered = (more: Partial<Order> = {}): Order => ({
  reference: 'FR-1042',
  offers: [{ offerId: 'o-refund', remedy: 'refund' }],
  ...more,
});

/** A page with an order on it whose backend answers every question about the order. */
const opened = async ({
  withOutcome = true,
  page = new FakePage(),
  order: first = offered(),
} = {}) => {
  const backend = new FakeBackend();
  if (!withOutcome) Object.defineProperty(backend, 'outcome', { value: undefined });
  const store = new Store(backend, page);
  let told = first;
  let answers = true;
  const answerOrders = () => {
    for (const question of backend.orders.splice(0)) {
      if (answers)
        question.answer({ order: told, serverNow: new Date(page.server()).toISOString() });
      else question.fail(new AdapterError('unavailable'));
    }
  };
  const orders = store.part(Orders);
  const actions = store.part(Actions);
  const phases: (string | undefined)[] = [];
  actions.watch(() => phases.push(actions.state('o-refund')?.phase));
  const stop = orders.watch('FR-1042', 'en', () => {
    const { order } = orders.state('FR-1042', 'en');
    if (order) actions.resume(order);
  });
  answerOrders();
  await settled();
  const pass = async (milliseconds: number) => {
    for (let gone = 0; gone < milliseconds; gone += 100) {
      await page.pass(Math.min(100, milliseconds - gone));
      answerOrders();
    }
    await settled();
  };
  return {
    backend,
    page,
    store,
    orders,
    actions,
    phases,
    pass,
    stop,
    /** What the backend says of the order from now on; it is asked anew. */
    list(more: Partial<Order>) {
      told = offered(more);
      void orders.refresh('FR-1042');
    },
    silence: (silent: boolean) => (answers = !silent),
    phase: () => actions.state('o-refund')?.phase,
  };
};

describe('R7: one click', () => {
  test('R7: two presses in the same instant are one question', async () => {
    const { actions, backend, pass, phase } = await opened();
    const first = actions.perform(claim);
    const second = actions.perform(claim);
    assert.equal(phase(), 'sending');
    assert.equal(backend.acts.length, 1);
    assert.deepEqual(await second, { status: 'unknown' });
    backend.acts[0]!.answer({ outcome: { status: 'done', reference: 'RF-8842' } });
    await pass(100);
    assert.deepEqual(await first, { status: 'done', reference: 'RF-8842' });
    assert.equal(phase(), 'done');
    assert.equal(actions.state('o-refund')?.outcome?.reference, 'RF-8842');
    assert.equal(backend.acts.length, 1);
  });

  test('R7: any number of presses while the outcome is unknown is one question', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('lost', 'rubbish', 'unknown', 'never'),
        async (pauses, how) => {
          const { actions, backend, pass, phase } = await opened();
          void actions.perform(claim);
          if (how === 'lost') backend.acts[0]!.fail(new TypeError('connection reset'));
          if (how === 'rubbish') backend.acts[0]!.answer({ outcome: { status: 'ok' } } as never);
          if (how === 'unknown') backend.acts[0]!.answer({ outcome: { status: 'unknown' } });
          for (const pause of pauses) {
            await pass(pause);
            await settled();
            assert.deepEqual(await actions.perform(claim), { status: 'unknown' });
            assert.ok(phase() === 'unknown' || phase() === 'sending');
          }
          assert.equal(backend.acts.length, 1);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('R7: what is sent carries a key, passes caches, and nothing is called done before the answer', async () => {
    const { actions, backend, phases } = await opened();
    void actions.perform(claim);
    const { attemptKey, freshness } = backend.acts[0]!.request;
    assert.ok(attemptKey && attemptKey.length > 0);
    assert.equal(freshness, 'fresh');
    assert.deepEqual(phases, ['sending']);
  });

  test('R7: pending and refused are said as the backend said them', async () => {
    const outcomes: Outcome[] = [
      { status: 'pending', reference: 'RF-1' },
      { status: 'refused', code: 'amount-changed', reason: 'It is €279.00 now.' },
    ];
    for (const outcome of outcomes) {
      const { actions, backend, page, pass, phase } = await opened();
      const end = actions.perform(claim);
      backend.acts[0]!.answer({ outcome });
      await pass(100);
      assert.deepEqual(await end, outcome);
      assert.equal(phase(), outcome.status);
      assert.equal(page.notes.size, outcome.status === 'pending' ? 1 : 0);
      assert.equal(backend.outcomes.length, 0);
    }
  });

  test('R7: codes that say it was not taken end it at once; it can be pressed again', async () => {
    for (const code of ['forbidden', 'not-found', 'offline'] as const) {
      const { actions, backend, page, pass, phase } = await opened();
      const end = actions.perform(claim);
      backend.acts[0]!.fail(new AdapterError(code));
      await pass(100);
      assert.deepEqual(await end, { status: 'none' });
      assert.equal(phase(), 'not-sent');
      assert.equal(page.notes.size, 0);
      void actions.perform(claim);
      assert.equal(backend.acts.length, 2);
    }
  });

  test('R7: offline, or without a backend that can act, nothing is sent and nothing is noted', async () => {
    const { actions, backend, page, phase } = await opened();
    page.isOnline = false;
    assert.deepEqual(await actions.perform(claim), { status: 'none' });
    assert.equal(phase(), 'not-sent');
    assert.equal(backend.acts.length, 0);
    assert.deepEqual(page.written, []);
    page.isOnline = true;
    Object.defineProperty(backend, 'act', { value: undefined });
    assert.deepEqual(await actions.perform(claim), { status: 'none' });
    assert.deepEqual(page.written, []);
  });
});

describe('R7: a lost answer', () => {
  test('R7: is read, never sent again, until somebody can say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('reset', 'timeout', 'rubbish'),
        fc.array(fc.constantFrom('fail', 'unknown', 'rubbish'), { maxLength: 5 }),
        fc.constantFrom('done', 'pending', 'refused'),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async (how, meanwhile, last, draw) => {
          const { actions, backend, page, pass, phase, phases } = await opened();
          page.randomly = () => draw;
          const end = actions.perform(claim);
          if (how === 'reset') backend.acts[0]!.fail(new TypeError('connection reset'));
          else if (how === 'rubbish') backend.acts[0]!.answer('<html>' as never);
          else await pass(20_100);
          await settled();
          assert.equal(phase(), 'unknown');
          for (const [index, answer] of meanwhile.entries()) {
            for (let waited = 0; backend.outcomes.length <= index; waited += 500) {
              assert.ok(waited <= 11_000, 'stopped reading');
              await pass(500);
            }
            const question = backend.outcomes[index]!;
            assert.equal(question.what, 'o-refund');
            if (answer === 'fail') question.fail(new AdapterError('unavailable'));
            else if (answer === 'unknown') question.answer({ outcome: { status: 'unknown' } });
            else question.answer({} as never);
            await settled();
            assert.equal(phase(), 'unknown');
          }
          await pass(11_000);
          backend.outcomes.at(-1)!.answer({ outcome: { status: last } });
          await pass(200);
          assert.deepEqual(await end, { status: last });
          assert.equal(phase(), last);
          assert.equal(backend.acts.length, 1);
          assert.equal(page.notes.size, last === 'done' || last === 'pending' ? 1 : 0);
          assert.ok(!phases.includes('not-sent'));
          const read = backend.outcomes.length;
          await pass(30_000);
          assert.equal(backend.outcomes.length, read);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('R7: "never arrived" is believed only of a question asked 5 s after the press', async () => {
    const { actions, backend, page, pass, phase } = await opened();
    page.randomly = () => 0;
    const end = actions.perform(claim);
    backend.acts[0]!.fail(new TypeError('connection reset'));
    let answered = 0;
    for (let gone = 0; gone < 9000; gone += 100) {
      await pass(100);
      if (gone < 4900) assert.equal(phase(), 'unknown');
      for (const question of backend.outcomes.slice(answered)) {
        answered++;
        question.answer({ outcome: { status: 'none' } });
      }
      await settled();
      if (gone < 4900) assert.equal(phase(), 'unknown');
    }
    await pass(100);
    assert.equal(phase(), 'not-sent');
    assert.deepEqual(await end, { status: 'none' });
    assert.equal(page.notes.size, 0);
    assert.equal(backend.acts.length, 1);
  });

  test('R7: an answer "never arrived" that was itself under way for long proves nothing', async () => {
    const { actions, backend, page, pass, phase } = await opened();
    page.randomly = () => 0;
    void actions.perform(claim);
    backend.acts[0]!.fail(new TypeError('connection reset'));
    await pass(600);
    assert.equal(backend.outcomes.length, 1);
    await pass(6000);
    backend.outcomes[0]!.answer({ outcome: { status: 'none' } });
    await settled();
    assert.equal(phase(), 'unknown');
  });

  test('R7: "never arrived" is believed only 5 s after the connection ended, however long ago the press', async () => {
    const { actions, backend, page, pass, phase } = await opened();
    page.randomly = () => 0;
    void actions.perform(claim);
    // Twenty seconds without an answer, and then a request that is still on its way.
    await pass(20_100);
    assert.equal(phase(), 'unknown');
    for (let gone = 0; gone < 4_000; gone += 500) {
      for (const question of backend.outcomes) question.answer({ outcome: { status: 'none' } });
      await pass(500);
    }
    assert.equal(phase(), 'unknown');
  });

  test('R7: a withdrawal pressed while the order is read after the claim is read to its end too', async () => {
    const { actions, backend, page, orders, pass, phase, silence } = await opened();
    page.randomly = () => 0;
    void actions.perform(claim);
    backend.acts[0]!.fail(new TypeError('connection reset'));
    await pass(600);
    const settling = orders.refresh('FR-1042');
    backend.outcomes[0]!.answer({ outcome: { status: 'pending' } });
    await settled();
    assert.equal(phase(), 'pending');
    // The order shows the refund before the question about it is answered.
    actions.resume(
      offered({ refunds: [{ reference: 'RF', offerId: 'o-refund', state: 'asked' }] }),
    );
    assert.equal(phase(), undefined);
    const end = actions.perform(withdraw);
    backend.acts[1]!.fail(new TypeError('connection reset'));
    await settled();
    assert.equal(phase(), 'unknown');
    silence(false);
    await pass(15_000);
    await settling;
    assert.equal(phase(), undefined);
    assert.deepEqual(await end, { status: 'unknown' });
  });

  test('R7: hidden, nothing is read; seen again, it is', async () => {
    const { actions, backend, page, pass } = await opened();
    void actions.perform(claim);
    backend.acts[0]!.fail(new Error('lost'));
    await settled();
    page.change({ visible: false });
    await pass(60_000);
    assert.equal(backend.outcomes.length, 0);
    page.change({ visible: true });
    await pass(11_000);
    assert.equal(backend.outcomes.length, 1);
  });

  test('R7: without a way to read the outcome, the order tells; after 5 s it may be pressed again', async () => {
    const { actions, backend, page, pass, phase } = await opened({ withOutcome: false });
    page.randomly = () => 0;
    const end = actions.perform(claim);
    backend.acts[0]!.fail(new TypeError('connection reset'));
    await pass(4000);
    assert.equal(phase(), 'unknown');
    await pass(3000);
    assert.equal(phase(), undefined);
    assert.deepEqual(await end, { status: 'unknown' });
    // It does not begin again with the next copy of the order.
    await pass(60_000);
    assert.equal(phase(), undefined);
    assert.equal(page.notes.size, 0);
  });

  test('R7: a withdrawal whose answer is lost is over when the order has been read, not before', async () => {
    const { actions, backend, pass, phase, silence } = await opened();
    silence(true);
    const end = actions.perform(withdraw);
    assert.equal(backend.acts[0]!.what, 'withdraw o-refund');
    backend.acts[0]!.fail(new TypeError('connection reset'));
    await pass(30_000);
    assert.equal(phase(), 'unknown');
    silence(false);
    await pass(15_000);
    assert.equal(phase(), undefined);
    assert.deepEqual(await end, { status: 'unknown' });
    assert.equal(backend.acts.length, 1);
    assert.equal(backend.outcomes.length, 0);
  });

  test('R7: a withdrawal is read to its end although nobody looks any more', async () => {
    const { actions, backend, page, pass, stop } = await opened();
    const end = actions.perform(withdraw);
    backend.acts[0]!.fail(new TypeError('connection reset'));
    await settled();
    stop();
    await pass(20_000);
    assert.deepEqual(await end, { status: 'unknown' });
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
  });
});

describe('R7: nobody can be asked what became of it', () => {
  for (const code of ['not-found', 'forbidden'] as const)
    test(`R7: where the outcome is ${code} the order tells, and the button is not locked for good`, async () => {
      const { actions, backend, pass, phase, page } = await opened();
      const end = actions.perform(claim);
      backend.acts[0]!.fail(new AdapterError('timeout'));
      await settled();
      let refused = 0;
      for (let gone = 0; gone < 60 && phase(); gone++) {
        // What is said once may be a proxy's word.
        if (refused < 5) assert.equal(phase(), 'unknown');
        await pass(1000);
        for (const question of backend.outcomes.splice(0)) {
          refused++;
          question.fail(new AdapterError(code));
        }
      }
      await pass(200);
      assert.equal(phase(), undefined);
      assert.deepEqual(await end, { status: 'unknown' });
      assert.ok(refused <= 7, `${refused} questions`);
      assert.equal(backend.acts.length, 1);
      assert.equal(page.notes.size, 0);
    });

  for (const command of [claim, withdraw])
    test(`R7: nobody is asked without end after a sign-out; the next copy ends a ${command.type}`, async () => {
      const { actions, backend, orders, page, phase } = await opened({
        order:
          command.type === 'claim'
            ? offered()
            : offered({
                refunds: [{ reference: 'R', state: 'asked', offerId: 'o-refund' }],
              }),
      });
      const end = actions.perform(command);
      const startedAt = actions.state('o-refund')!.startedAt;
      backend.acts[0]!.fail(new AdapterError('timeout'));
      let asked = 0;
      for (let gone = 0; gone < 600; gone++) {
        await page.pass(1000);
        for (const question of [...backend.orders.splice(0), ...backend.outcomes.splice(0)]) {
          asked++;
          question.fail(new AdapterError('forbidden'));
        }
      }
      assert.ok(asked <= 10, `${asked} questions`);
      assert.equal(phase(), 'unknown');
      assert.deepEqual(await end, { status: 'unknown' });
      // Signed in again: the order is told, and the outcome.
      void orders.refresh('FR-1042');
      for (let gone = 0; gone < 30; gone++) {
        for (const question of backend.orders.splice(0)) question.answer({ order: offered() });
        for (const question of backend.outcomes.splice(0))
          question.answer({ outcome: { status: 'pending' } });
        await page.pass(1000);
        if (phase() === 'unknown') assert.equal(actions.state('o-refund')!.startedAt, startedAt);
      }
      assert.equal(phase(), command.type === 'claim' ? 'pending' : undefined);
      assert.equal(backend.acts.length, 1);
    });

  test('a pause that the backend asks for is kept, by the outcome and by the order', async () => {
    for (const asked of ['outcomes', 'orders'] as const) {
      const { actions, backend, page, phase } = await opened();
      void actions.perform(claim);
      backend.acts[0]!.fail(new AdapterError('timeout'));
      let reads = 0;
      for (let gone = 0; gone < 600; gone++) {
        await page.pass(1000);
        for (const list of ['outcomes', 'orders'] as const)
          for (const question of backend[list].splice(0)) {
            reads++;
            if (list === asked)
              question.fail(new AdapterError('unavailable', { retryAfter: 3600 }));
            else question.answer({ outcome: { status: 'unknown' }, order: offered() } as never);
          }
      }
      assert.equal(phase(), 'unknown');
      // The order itself is asked every half minute.
      assert.ok(reads < 50, `${reads} questions`);
      if (asked === 'orders') assert.ok(reads <= 4, `${reads} questions`);
      await page.pass(3_600_000);
      assert.ok(backend.outcomes.length);
    }
  });

  test('R7: an action on an order that has been forgotten since is read to its end', async () => {
    const { actions, backend, orders, pass, phase, stop } = await opened();
    void actions.perform(withdraw);
    backend.acts[0]!.fail(new AdapterError('timeout'));
    stop();
    for (let index = 0; index < 30; index++) orders.watch(`A-${index}`, 'en', () => {})();
    assert.equal(orders.state('FR-1042', 'en').order, undefined);
    await pass(30_000);
    assert.equal(phase(), undefined);
  });
});

describe('R7: a reload', () => {
  test('R7: the note holds the offer and the instant, and no more; it is gone once the order lists it', async () => {
    const { actions, backend, page, pass, list } = await opened();
    void actions.perform(claim);
    assert.deepEqual([...page.notes.keys()], [NOTE]);
    assert.deepEqual(JSON.parse(page.notes.get(NOTE)!), {
      offerId: 'o-refund',
      startedAt: page.server(),
    });
    backend.acts[0]!.answer({ outcome: { status: 'done' } });
    await pass(100);
    assert.equal(page.notes.size, 1);
    list({ offers: [], refunds: [{ reference: 'RF', offerId: 'o-refund', state: 'ordered' }] });
    await pass(100);
    assert.equal(page.notes.size, 0);
    void actions.perform(withdraw);
    assert.equal(page.notes.size, 0);
  });

  test('R7: loaded again while the order lags, what was taken is read again and not offered anew', async () => {
    const first = await opened();
    const { page } = first;
    void first.actions.perform(claim);
    first.backend.acts[0]!.answer({ outcome: { status: 'done', reference: 'RF-8842' } });
    await first.pass(100);
    first.stop();
    const { actions, backend, pass, phase } = await opened({ page });
    assert.equal(phase(), 'unknown');
    assert.deepEqual(await actions.perform(claim), { status: 'unknown' });
    await pass(2000);
    backend.outcomes[0]!.answer({ outcome: { status: 'done', reference: 'RF-8842' } });
    await pass(100);
    assert.equal(phase(), 'done');
    assert.equal(actions.told(offered()).refunds?.[0]?.reference, 'RF-8842');
    assert.equal(backend.acts.length, 0);
  });

  test('R7: with a note the outcome is read first, and nothing can be pressed until then', async () => {
    const page = new FakePage();
    page.notes.set(NOTE, JSON.stringify({ offerId: 'o-refund', startedAt: OPENED - 60_000 }));
    const { actions, backend, pass, phase } = await opened({ page });
    assert.equal(phase(), 'unknown');
    assert.deepEqual(await actions.perform(claim), { status: 'unknown' });
    await pass(2000);
    assert.equal(backend.outcomes.length, 1);
    assert.equal(backend.acts.length, 0);
    backend.outcomes[0]!.answer({ outcome: { status: 'done', reference: 'RF-8842' } });
    await pass(100);
    assert.equal(phase(), 'done');
    assert.equal(backend.acts.length, 0);
  });

  test('R7: rubbish in the note, or a clock that was ahead then, locks nothing for long', async () => {
    for (const note of [
      '',
      'null',
      '{',
      '[]',
      '{"startedAt":"x"}',
      JSON.stringify({ offerId: 'o-refund', startedAt: OPENED + 24 * 3_600_000 }),
    ]) {
      const page = new FakePage();
      page.notes.set(NOTE, note);
      const { backend, pass, phase } = await opened({ page });
      assert.equal(phase(), 'unknown', note);
      for (let gone = 0; gone < 30_000 && phase() === 'unknown'; gone += 1000) {
        for (const question of backend.outcomes) question.answer({ outcome: { status: 'none' } });
        await pass(1000);
      }
      assert.equal(phase(), 'not-sent', note);
      assert.equal(page.notes.size, 0);
    }
  });

  test('R7: a note whose refund the order already shows is done with', async () => {
    const page = new FakePage();
    page.notes.set(NOTE, JSON.stringify({ offerId: 'o-refund', startedAt: OPENED }));
    const order = offered({
      refunds: [{ reference: 'RF', offerId: 'o-refund', state: 'asked' }],
    });
    const { pass, phase, backend } = await opened({ page, order });
    await pass(20_000);
    assert.equal(phase(), undefined);
    assert.equal(page.notes.size, 0);
    assert.equal(backend.outcomes.length, 0);
  });

  test('R7: a refund that was withdrawn earlier does not hide that it was claimed again', async () => {
    const page = new FakePage();
    page.notes.set(NOTE, JSON.stringify({ offerId: 'o-refund', startedAt: OPENED }));
    const order = offered({
      refunds: [{ reference: 'RF', offerId: 'o-refund', state: 'withdrawn' }],
    });
    const { phase } = await opened({ page, order });
    assert.equal(phase(), 'unknown');
  });

  test('R7: another tab does not say "not sent" while the one that sends may still wait', async () => {
    const page = new FakePage();
    page.notes.set(NOTE, JSON.stringify({ offerId: 'o-refund', startedAt: OPENED - 1_000 }));
    const { backend, pass, phase } = await opened({ page });
    page.randomly = () => 0;
    const answer = () => {
      for (const question of backend.outcomes) question.answer({ outcome: { status: 'none' } });
    };
    for (let gone = 0; gone < 24_000; gone += 500) {
      await pass(500);
      answer();
      assert.equal(phase(), 'unknown');
    }
    for (let gone = 0; gone < 3_000; gone += 500) {
      await pass(500);
      answer();
    }
    assert.equal(phase(), 'not-sent');
  });

  test('R7: the note of a tab that has sent since is left alone', async () => {
    const { actions, backend, page, pass } = await opened();
    const end = actions.perform(claim);
    const other = JSON.stringify({ offerId: 'o-refund', startedAt: OPENED + 60_000 });
    page.notes.set(NOTE, other);
    backend.acts[0]!.answer({ outcome: { status: 'refused', code: 'not-yet' } });
    await pass(100);
    await end;
    assert.equal(page.notes.get(NOTE), other);
  });

  test('R7: two copies of the order at once read the outcome once', async () => {
    const page = new FakePage();
    page.notes.set(NOTE, JSON.stringify({ offerId: 'o-refund', startedAt: OPENED }));
    const { actions, backend, pass } = await opened({ page });
    actions.resume(offered());
    actions.resume(offered());
    await pass(2000);
    assert.equal(backend.outcomes.length, 1);
  });

  /** A page with a note that knows its order from what was served alone. */
  const served = () => {
    const page = new FakePage();
    page.notes.set(NOTE, JSON.stringify({ offerId: 'o-refund', startedAt: OPENED }));
    const backend = new FakeBackend();
    const actions = new Store(backend, page).part(Actions);
    for (let copies = 0; copies < 2; copies++) actions.resume(offered(), true);
    const phase = () => actions.state('o-refund')?.phase;
    return { actions, backend, page, phase };
  };

  test('R7: beside a copy that was served it is told, and read with the first answer, whatever is offered by then', async () => {
    for (const order of [offered(), offered({ offers: [] })]) {
      const { actions, backend, page, phase } = served();
      assert.equal(phase(), 'unknown');
      await page.pass(60_000);
      assert.equal(backend.outcomes.length, 0);
      // Another order's answer is none.
      actions.resume({ reference: 'FR-2' });
      actions.resume(order);
      actions.resume(order);
      await page.pass(2000);
      assert.equal(phase(), 'unknown');
      assert.equal(backend.outcomes.length, 1);
    }
  });

  test('R7: what the first answer after a served copy lists needs no reading', async () => {
    const refunds = [{ reference: 'RF', offerId: 'o-refund', state: 'asked' as const }];
    for (const order of [offered({ refunds }), offered({ refunds, offers: [] })]) {
      const { actions, backend, page, phase } = served();
      actions.resume(order);
      assert.equal(phase(), undefined);
      assert.equal(page.notes.get(NOTE), undefined);
      await page.pass(60_000);
      assert.equal(backend.outcomes.length, 0);
    }
  });
});

describe('a browser that keeps nothing', () => {
  const key = 'localStorage';
  const withStorage = (descriptor: PropertyDescriptor, run: () => void) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, key);
    Object.defineProperty(globalThis, key, { configurable: true, ...descriptor });
    try {
      run();
    } finally {
      if (before) Object.defineProperty(globalThis, key, before);
      else Reflect.deleteProperty(globalThis, key);
    }
  };

  test('R7: storage that is missing, forbidden or full is without effect, and no fault', () => {
    const fault = () => {
      throw new Error('SecurityError');
    };
    const descriptors: PropertyDescriptor[] = [
      { value: undefined },
      { value: null },
      { get: fault },
      { value: { getItem: fault, setItem: fault, removeItem: fault } },
    ];
    for (const descriptor of descriptors)
      withStorage(descriptor, () => {
        browserEnvironment.write('a', 'b');
        browserEnvironment.write('a', undefined);
        assert.equal(browserEnvironment.read('a'), undefined);
      });
    const kept = new Map<string, string>();
    withStorage(
      {
        value: {
          getItem: (name: string) => kept.get(name) ?? null,
          setItem: (name: string, value: string) => kept.set(name, value),
          removeItem: (name: string) => kept.delete(name),
        },
      },
      () => {
        browserEnvironment.write('a', 'b');
        assert.equal(browserEnvironment.read('a'), 'b');
        browserEnvironment.write('a', undefined);
        assert.equal(browserEnvironment.read('a'), undefined);
      },
    );
  });

  test('in Node there is nothing to see, to lose or to hear, and timers can be cancelled', () => {
    assert.equal(browserEnvironment.visible(), true);
    assert.equal(browserEnvironment.online(), true);
    browserEnvironment.onChange(() => {})();
    browserEnvironment.timer(() => assert.fail('was cancelled'), 1)();
    assert.ok(browserEnvironment.monotonic() > 0);
    assert.ok(Math.abs(browserEnvironment.wallClock() - Date.now()) < 1000);
  });
});

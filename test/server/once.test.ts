import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runBank } from '../../demo/server/bank.js';
import { ServerClock } from '../../demo/server/clock.js';
import { loadOrder, writeEffect } from '../../demo/server/records.js';
import { decide } from '../../demo/rules/index.js';
import { ORDER, november, outcomeOf, suite } from './fixture.js';

suite('one obligation is met once', (fixture) => {
  const counts = async () => {
    const [row] = await fixture.database.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM refunds) AS refunds, (SELECT count(*)::int FROM outbox) AS outbox,
         (SELECT count(*)::int FROM claims WHERE remedy <> 'wait' AND ended_at IS NULL) AS claims`,
    );
    return row;
  };

  test('R7: fifty claims at once, from many devices, and other offers between them', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const refund = await shop.offerId('refund');
    const reship = await shop.offerId('reship');
    const wait = await shop.offerId('wait');
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => [
        shop.act('claim', refund, 28900),
        ...(index % 5 === 0 ? [shop.act('claim', reship), shop.act('claim', wait)] : []),
      ]).flat(),
    );
    const row = await counts();
    assert.equal(row!['claims'], 1);
    assert.ok(row!['refunds']! <= 1);
    assert.equal(row!['outbox'], row!['refunds']);
    for (const outcome of outcomes)
      assert.ok(
        outcome.status === 'pending' ||
          outcome.status === 'done' ||
          outcome.code === 'already-resolved',
        JSON.stringify(outcome),
      );
    const references = new Set(
      outcomes
        .filter((outcome) => outcome.reference?.startsWith('RF-'))
        .map((outcome) => outcome.reference),
    );
    assert.equal(references.size, row!['refunds'], 'everybody is told the same reference');
  });

  test('R7: fifty identical claims make one refund, and all hear of it', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const refund = await shop.offerId('refund');
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => shop.act('claim', refund, 28900)),
    );
    assert.deepEqual([...new Set(outcomes.map((outcome) => outcome.status))], ['pending']);
    assert.equal(new Set(outcomes.map((outcome) => outcome.reference)).size, 1);
    assert.deepEqual(await counts(), { refunds: 1, outbox: 1, claims: 1 });
  });

  test('R7: the database itself refuses the second refund, whatever the code above it does', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const { database } = fixture;
    // Two decisions from the same facts, both of them right when they were taken.
    const facts = (await loadOrder(database, ORDER))!;
    const write = (remedy: string, number: string) => {
      const { offerId } = facts.offers.find((offer) => offer.remedy === remedy)!;
      const mint = { offerId: () => 'unused', reference: () => number };
      const { effect } = decide(facts, { type: 'claim', offerId }, shop.server.now(), mint, 'en');
      return database.transaction((connection) => writeEffect(connection, facts, effect!));
    };
    assert.deepEqual(await Promise.all([write('refund', 'RF-1'), write('reship', 'RS-1')]), [
      true,
      false,
    ]);
    assert.equal(await write('refund', 'RF-2'), false);
    await assert.rejects(
      database.query(
        `INSERT INTO claims (reference, offer_id, obligation_id, remedy, asked_at)
         SELECT 'RF-3', offer_id, obligation_id, 'refund', now() FROM offers WHERE remedy = 'wait'`,
      ),
      { code: '23505' },
    );
  });

  test('the same key again tells how it stands now; another body under it is refused with 422', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const refund = await shop.offerId('refund');
    const first = await shop.act('claim', refund, 28900, 'one-key');
    assert.equal(first.status, 'pending');
    await shop.clock('23T17:10:00');
    const again = await shop.act('claim', refund, 28900, 'one-key');
    assert.deepEqual([again.status, again.reference], ['done', first.reference]);
    const other = await shop.send({ type: 'withdraw', offerId: refund }, 'one-key');
    assert.equal(other.status, 422);
    assert.equal((await shop.order()).refunds![0]!.state, 'ordered');
    assert.equal((await counts())!['refunds'], 1);
  });

  test('a refusal under a key stays; a new key is a new question', async (context) => {
    const shop = await fixture.start(context);
    const refund = await shop.offerId('refund');
    await shop.clock('23T16:59:59');
    assert.equal((await shop.act('claim', refund, 28900, 'early')).code, 'not-yet');
    await shop.clock('23T17:00:00');
    assert.equal((await shop.act('claim', refund, 28900, 'early')).code, 'not-yet');
    assert.equal((await shop.act('claim', refund, 28900, 'later')).status, 'pending');
  });

  test('R7: a forgotten key pays nothing twice', async (context) => {
    const shop = await fixture.start(context, { keySeconds: 60 });
    await shop.clock('23T17:03:00');
    const wait = await shop.offerId('wait');
    const refund = await shop.offerId('refund');
    const first = await shop.act('claim', refund, 28900, 'one-key');
    await shop.clock('23T17:05:00');
    const again = await shop.act('claim', refund, 28900, 'one-key');
    assert.equal(again.reference, first.reference);
    // The key was free again, so it may stand for something else now.
    await shop.clock('23T17:07:00');
    assert.equal((await shop.act('claim', wait, undefined, 'one-key')).code, 'already-resolved');
    assert.equal((await counts())!['refunds'], 1);
  });

  test('another amount than the screen showed is refused, with the right one', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const outcome = await shop.act('claim', await shop.offerId('refund'), 27900);
    assert.deepEqual([outcome.code, outcome.amount?.amount], ['amount-changed', 28900]);
    assert.equal((await counts())!['refunds'], 0);
    const unreadable = await shop.send({
      type: 'claim',
      offerId: await shop.offerId('refund'),
      amount: { amount: '289.00', currency: 'EUR' },
    });
    assert.equal(unreadable.status, 400);
  });

  test('R7: the answer is lost on the way; the outcome can be read, and nothing is sent twice', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const refund = await shop.offerId('refund');
    const { url } = await shop.server.listen(0);
    await shop.post('/demo/faults', { mode: 'lose-answers' });
    const headers = {
      Authorization: `Bearer ${shop.server.token(ORDER)}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'lost',
    };
    await assert.rejects(
      fetch(`${url}/doorstep/orders/${ORDER}/actions`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ type: 'claim', offerId: refund }),
      }),
    );
    const read = await fetch(`${url}/doorstep/orders/${ORDER}/actions/${refund}`, { headers });
    const outcome = outcomeOf(await read.json());
    assert.deepEqual([outcome.status, outcome.reference], ['pending', 'RF-8842']);
    assert.equal((await counts())!['refunds'], 1);

    await shop.post('/demo/faults', { mode: 'down' });
    await assert.rejects(fetch(`${url}/doorstep/orders/${ORDER}`, { headers }));
  });

  test('the bank’s work survives a restart, also one that never came to an end', async (context) => {
    const shop = await fixture.start(context);
    await shop.clock('23T17:03:00');
    const refund = await shop.offerId('refund');
    await shop.act('claim', refund, 28900);
    await shop.server.close();

    // A process takes the row, works, and dies before it commits.
    const clock = new ServerClock(() => Date.parse(november('23T17:30:00')));
    const dying = {
      ...fixture.database,
      transaction: <T>(work: Parameters<typeof fixture.database.transaction<T>>[0]) =>
        fixture.database.transaction(async (connection) => {
          await work(connection);
          throw new Error('power cut');
        }),
    };
    await assert.rejects(runBank(dying, clock), /power cut/);
    const facts = await loadOrder(fixture.database, ORDER);
    assert.equal(facts!.refunds[0]!.state, 'asked');

    // Several processes come back at once; each row is worked off by one of them.
    await Promise.all([1, 2, 3].map(() => runBank(fixture.database, clock)));
    const after = await loadOrder(fixture.database, ORDER);
    assert.equal(after!.refunds[0]!.state, 'ordered');
    assert.equal(after!.refunds[0]!.orderedAt, Date.parse(november('23T17:10:00')));
    // So does a server that starts: what fell due while none ran is done before it answers.
    const later = Date.parse(november('25T12:00:00')) - Date.parse(november('23T17:03:00'));
    const again = await fixture.start(context, {
      goOn: true,
      realTime: () => Date.parse(november('01T12:00:00')) + later,
    });
    assert.equal((await again.order()).refunds![0]!.state, 'sent');
    const [row] = await fixture.database.query<{ done: number; open: number }>(
      `SELECT count(done_at)::int AS done, (count(*) - count(done_at))::int AS open FROM outbox`,
    );
    assert.deepEqual(row, { done: 2, open: 1 });
  });

  test('withdrawing while the bank works: one of the two, never both', async (context) => {
    const shop = await fixture.start(context);
    for (let round = 0; round < 5; round++) {
      await shop.post('/demo/reset', {});
      await shop.clock('23T17:03:00');
      const refund = await shop.offerId('refund');
      await shop.act('claim', refund);
      await shop.clock('24T14:59:59');
      const [outcome] = await Promise.all([
        shop.act('withdraw', refund),
        shop.clock('24T15:00:00'),
      ]);
      const { state } = (await shop.order()).refunds![0]!;
      assert.equal(state, outcome.status === 'done' ? 'withdrawn' : 'sent');
    }
  });
});

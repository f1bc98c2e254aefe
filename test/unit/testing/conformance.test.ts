import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { AdapterError } from '../../../src/adapter/index.js';
import { decide, memory } from '../../../src/adapters/memory/memory.js';
import type { Decide, MemoryAdapter } from '../../../src/adapters/memory/memory.js';
import { createHandler } from '../../../src/adapters/rest/handler.js';
import { rest } from '../../../src/adapters/rest/rest.js';
import type { Order, Refund } from '../../../src/model/index.js';
import { checks, conformance, reportText } from '../../../src/testing/index.js';
import type { Subject } from '../../../src/testing/index.js';
import { DEADLINE, order } from '../adapters/fixture.js';

const BASE = 'https://shop.example/doorstep';

/** A backend in memory that makes as many broken orders as are wanted. */
const backend = (
  rule: Decide = decide,
  wrap: (adapter: MemoryAdapter) => Partial<MemoryAdapter> = () => ({}),
  onHttp?: (request: Request, answer: () => Promise<Response>) => Promise<Response>,
): Subject => {
  let now = DEADLINE + 60_000;
  let made = 0;
  const inner = memory({ now: () => now, decide: rule });
  const adapter: MemoryAdapter = { ...inner, ...wrap(inner) };
  const make = (change: Partial<Order> = {}): string => {
    const reference = `T-${++made}`;
    // A promise of today, wherever the clock of the backend has got to.
    const at = (offset: number) => new Date(now + offset).toISOString();
    const { offers = [], promises = [] } = order();
    const late = change.observedAt === undefined;
    inner.setOrder({
      ...order(),
      reference,
      observedAt: at(0),
      promises: promises.map((each) => ({ ...each, before: at(late ? -1000 : 3_600_000) })),
      offers: offers.map((offer) => ({
        ...offer,
        availableFrom: at(late ? -1000 : 3_600_000),
        availableUntil: at(14 * 86_400_000),
        undoUntil: at(86_400_000),
      })),
    });
    return reference;
  };
  const handler = createHandler({ basePath: '/doorstep', backend: adapter, onError: () => {} });
  const fetch_: typeof fetch = async (input, init) => {
    const asked = new Request(input, init);
    const answer = async () => (await handler(asked.clone()))!;
    return onHttp ? onHttp(asked, answer) : answer();
  };
  return {
    device: () => (onHttp ? rest({ baseUrl: BASE, fetch: fetch_ }) : adapter),
    brokenOrder: () => make(),
    earlyOrder: () => make({ observedAt: 'early' }),
    pass: (seconds) => void (now += seconds * 1000),
    ...(onHttp && { http: { baseUrl: BASE, fetch: fetch_ } }),
  };
};
const overHttp: Parameters<typeof backend>[2] = async (_, answer) => answer();

const brokenBy = async (subject: Subject): Promise<readonly string[]> =>
  (await conformance(subject)).results
    .filter(({ state }) => state === 'broken')
    .map(({ check }) => check.id);

describe('R7, R8: the conformance suite', () => {
  test('the memory adapter holds all of it', async () => {
    const report = await conformance(backend());
    assert.ok(report.holds && report.complete, reportText(report));
    assert.deepEqual(
      report.results.filter(({ state }) => state === 'does-not-apply').map(({ check }) => check.id),
      ['not-stored', 'unchanged', 'form', 'other-site', 'no-key', 'nonsense'],
      'what is about HTTP is said to be left out',
    );
  });

  test('the REST adapter and the handler hold all of it', async () => {
    const report = await conformance(backend(decide, undefined, overHttp));
    assert.deepEqual(
      report.results.filter(({ state }) => state !== 'holds'),
      [],
    );
    assert.equal(report.results.length, checks.length);
  });

  test('without orders nothing is said to hold', async () => {
    const report = await conformance({ device: () => memory(), brokenOrder: () => undefined });
    assert.ok(
      report.results.every(({ state, check }) => state !== 'holds' || check.id === 'stranger'),
    );
    assert.match(reportText(report), /could not be checked\.$/);
    assert.ok(!report.complete);
  });

  test('one order serves all checks that claim nothing; the others want one each', async () => {
    const subject = backend(decide, undefined, overHttp);
    const kept = await subject.brokenOrder('look');
    const uses: string[] = [];
    const report = await conformance({
      ...subject,
      brokenOrder(use) {
        uses.push(use);
        return use === 'look' ? kept : subject.brokenOrder(use);
      },
    });
    assert.ok(report.holds && report.complete, reportText(report));
    assert.equal(uses.lastIndexOf('look'), uses.indexOf('claim') - 1, 'looked at before any claim');
    const used = await subject.brokenOrder('claim');
    const again = await conformance({ ...subject, brokenOrder: () => used }, ['complete', 'fifty']);
    assert.deepEqual(
      again.results.map(({ state, why }) => [state, why]),
      [
        ['holds', undefined],
        ['not-checked', `order ${used} has a refund already`],
      ],
    );
  });

  test('what cannot be taken back, and does not say it can, is not broken by that', async () => {
    const withoutUndo = (undone: boolean): Subject =>
      backend(
        (before, command, now) =>
          command.type === 'withdraw'
            ? { order: before, outcome: { status: 'refused', code: 'unavailable' } }
            : decide(before, command, now),
        (inner) => ({
          async order(reference, request) {
            const answer = await inner.order(reference, request);
            if (undone) return answer;
            const without = <T extends object>(list: readonly T[] | undefined): T[] =>
              (list ?? []).map((each) => ({ ...each, undoUntil: undefined }));
            const { offers, refunds } = answer.order;
            return {
              ...answer,
              order: { ...answer.order, offers: without(offers), refunds: without(refunds) },
            };
          },
        }),
      );
    const states = async (subject: Subject) =>
      (await conformance(subject, ['withdrawn'])).results.map(({ state }) => state);
    assert.deepEqual(await states(withoutUndo(false)), ['does-not-apply']);
    assert.deepEqual(await states(withoutUndo(true)), ['broken'], 'a date that does not count');
  });
});

/** Another refund each time, whatever there was before. */
const always: Decide = (before, command, now) => {
  if (command.type !== 'claim') return decide(before, command, now);
  const fresh = { ...before, refunds: [], claims: [] };
  const { order: after, outcome } = decide(fresh, command, now);
  const made = (after.refunds ?? []).map((refund) => ({
    ...refund,
    reference: `${refund.reference}-${before.refunds?.length ?? 0}`,
  }));
  return {
    order: { ...before, refunds: [...(before.refunds ?? []), ...made] },
    outcome: made[0] ? { ...outcome, reference: made[0].reference } : outcome,
  };
};
const changing =
  (change: Partial<Parameters<Decide>[1]>, when: (now: number) => number = (now) => now): Decide =>
  (before, command, now) =>
    decide(before, { ...command, ...change }, when(now));
const refunded =
  (change: (refund: Refund) => Refund): Decide =>
  (before, command, now) => {
    const { order: after, outcome } = decide(before, command, now);
    return { order: { ...after, refunds: (after.refunds ?? []).map(change) }, outcome };
  };

describe('the conformance suite can fail: seeded bugs', () => {
  const bugs: Record<string, { readonly by: readonly string[]; readonly subject: () => Subject }> =
    {
      'a refund for each claim': {
        by: ['fifty', 'same-key', 'cut-off'],
        subject: () => backend(always),
      },
      'one refund for each key': {
        by: ['fifty'],
        subject: () => {
          const known = new Map<string, ReturnType<Decide>['outcome']>();
          return backend(always, (inner) => ({
            async act(command, request) {
              const key = `${request.attemptKey} ${JSON.stringify(command)}`;
              if (!known.has(key)) {
                const answer = await inner.act(command, {
                  ...request,
                  attemptKey: undefined,
                });
                known.set(key, answer.outcome);
              }
              return { outcome: known.get(key)! };
            },
          }));
        },
      },
      'keys that are forgotten after a day': {
        by: ['old-key'],
        subject: () => {
          const seen = new Map<string, number>();
          return backend(decide, (inner) => ({
            async act(command, request) {
              const { serverNow } = await inner.order(
                (command as { order: string }).order,
                request,
              );
              const at = Date.parse(serverNow!);
              const last = seen.get(request.attemptKey!);
              seen.set(request.attemptKey!, at);
              if (last !== undefined && at - last > 86_400_000)
                inner.updateOrder((command as { order: string }).order, (before) => ({
                  ...before,
                  refunds: [...before.refunds!, { ...before.refunds![0]!, reference: 'RF-again' }],
                }));
              return inner.act(command, request);
            },
          }));
        },
      },
      'looked, waited, then booked': {
        by: ['fifty'],
        subject: () =>
          backend(decide, (inner) => ({
            async act(command, request) {
              if (command.type !== 'claim') return inner.act(command, request);
              const { order: seen } = await inner.order(command.order, request);
              await new Promise((resolve) => setTimeout(resolve, 2));
              if (seen.refunds?.length) return inner.act(command, request);
              const { outcome, order: after } = decide(seen, command, DEADLINE + 60_000);
              inner.updateOrder(command.order, (now) => ({
                ...now,
                refunds: [...(now.refunds ?? []), ...(after.refunds ?? [])],
              }));
              return { outcome };
            },
          })),
      },
      'a key with another command is answered as if it were new': {
        by: ['other-body'],
        subject: () =>
          backend(decide, (inner) => ({
            act: (command, request) =>
              inner.act(command, { ...request, attemptKey: `${Math.random()}` }),
          })),
      },
      'any sum will do': {
        by: ['amount'],
        subject: () => backend(changing({ amount: undefined })),
      },
      'refunds before the deadline': {
        by: ['not-yet'],
        subject: () => backend(changing({}, (now) => now + 7_200_000)),
      },
      'offers never expire': {
        by: ['expired'],
        subject: () => backend(changing({}, () => DEADLINE + 120_000)),
      },
      'the outcome of a claim is forgotten': {
        by: ['lost-answer'],
        subject: () =>
          backend(decide, () => ({ outcome: async () => ({ outcome: { status: 'none' } }) })),
      },
      'what nobody asked for is done': {
        by: ['lost-answer'],
        subject: () =>
          backend(decide, () => ({
            outcome: async () => ({ outcome: { status: 'done', reference: 'RF-0' } }),
          })),
      },
      'another remedy beside the refund': {
        by: ['one-obligation'],
        subject: () =>
          backend((before, command, now) =>
            before.offers?.find(({ offerId }) => offerId === command.offerId)?.remedy === 'reship'
              ? { order: before, outcome: { status: 'done', reference: 'RS-1' } }
              : decide(before, command, now),
          ),
      },
      'a late copy brings a withdrawn refund back': {
        by: ['withdrawn'],
        subject: () =>
          backend(decide, (inner) => ({
            act: (command, request) =>
              inner.act(command, { ...request, attemptKey: `${Math.random()}` }),
          })),
      },
      'refunds without a date': {
        by: ['complete'],
        subject: () => backend(refunded((refund) => ({ ...refund, expectedBy: undefined }))),
      },
      'parts that do not add up': {
        by: ['complete'],
        subject: () =>
          backend(
            refunded((refund) => ({
              ...refund,
              parts: [{ label: 'display', amount: { amount: 27_900, currency: 'EUR' } }],
            })),
          ),
      },
      'no time of its own': {
        by: ['readable'],
        subject: () =>
          backend(decide, (inner) => ({
            order: async (reference, request) => ({
              order: (await inner.order(reference, request)).order,
            }),
          })),
      },
      'every order exists': {
        by: ['stranger'],
        subject: () =>
          backend(decide, (inner) => ({
            order: (reference, request) =>
              inner.order(reference, request).catch(() => ({ order: { reference } })),
          })),
      },
      'an offer nobody made is paid': {
        by: ['unknown-offer'],
        subject: () =>
          backend((before, command, now) => {
            const refund = before.offers!.find(({ remedy }) => remedy === 'refund')!;
            const known = before.offers!.some(({ offerId }) => offerId === command.offerId);
            return decide(before, known ? command : { ...command, offerId: refund.offerId }, now);
          }),
      },
      'orders that proxies may keep': {
        by: ['not-stored'],
        subject: () =>
          backend(decide, undefined, async (_, answer) => {
            const response = await answer();
            response.headers.set('Cache-Control', 'max-age=60');
            return response;
          }),
      },
      'never says that nothing changed': {
        by: ['unchanged'],
        subject: () =>
          backend(decide, undefined, async (asked, answer) => {
            asked.headers.delete('If-None-Match');
            return answer();
          }),
      },
      'takes whatever a form sends': {
        by: ['form'],
        subject: () => forgiving((headers) => headers.set('Content-Type', 'application/json')),
      },
      'listens to other sites': {
        by: ['other-site'],
        subject: () => forgiving((headers) => headers.delete('Origin')),
      },
      'needs no key': {
        by: ['no-key'],
        subject: () =>
          forgiving((headers) =>
            headers.set('Idempotency-Key', headers.get('Idempotency-Key') ?? `${Math.random()}`),
          ),
      },
    };
  /** A server that mends each request before it looks at it. */
  const forgiving = (mend: (headers: Headers) => void): Subject =>
    backend(decide, undefined, async (asked, answer) => {
      if (asked.method === 'POST') {
        asked.headers.delete('Sec-Fetch-Site');
        mend(asked.headers);
      }
      return answer();
    });

  for (const [name, { by, subject }] of Object.entries(bugs))
    test(name, async () => {
      const broken = await brokenBy(subject());
      for (const id of by) assert.ok(broken.includes(id), `${id} in ${broken.join()}`);
    });

  test('a backend that fails breaks checks, and the suite goes on', async () => {
    const inner = memory({ orders: [{ ...order(), reference: 'T-1' }], now: () => DEADLINE });
    const report = await conformance({
      device: () => ({ ...inner, order: () => Promise.reject(new AdapterError('unavailable')) }),
      brokenOrder: () => 'T-1',
    });
    assert.ok(!report.holds);
    assert.match(reportText(report), /the backend did not answer, or answered that it cannot now/);
    const none = await conformance({ device: () => inner, brokenOrder: () => undefined }, [
      'fifty',
    ]);
    assert.ok(!none.holds, 'what checked nothing proves nothing');
  });
});

describe('npx doorstep-check', () => {
  const run = async (...parameters: string[]) =>
    promisify(execFile)('npx', ['tsx', 'src/testing/check.ts', ...parameters])
      .then(({ stdout }) => ({ code: 0, text: stdout }))
      .catch((error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        text: error.stdout + error.stderr,
      }));

  test('checks a running server and says what holds; without an order it says how', async () => {
    const inner = memory({ now: () => DEADLINE + 60_000 });
    const references = Array.from({ length: 30 }, (_, index) => `T-${index}`);
    for (const reference of references) inner.setOrder({ ...order(), reference });
    const soon = new Date(DEADLINE + 3_600_000).toISOString();
    inner.setOrder({
      ...order(),
      reference: 'early',
      offers: (order().offers ?? []).map((offer) => ({ ...offer, availableFrom: soon })),
    });
    const handler = createHandler({ basePath: '/doorstep', backend: inner });
    const server = createServer((incoming, outgoing) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const { port } = server.address() as AddressInfo;
        const asked = new Request(`http://127.0.0.1:${port}${incoming.url}`, {
          method: incoming.method!,
          headers: incoming.headers as Record<string, string>,
          ...(parts.length && { body: Buffer.concat(parts) }),
        });
        void handler(asked).then(async (response) => {
          outgoing.writeHead(response!.status, Object.fromEntries(response!.headers));
          outgoing.end(Buffer.from(await response!.arrayBuffer()));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/doorstep`;
      const given = (from: number, until: number) =>
        references.slice(from, until).flatMap((one) => ['--order', one]);
      const { code, text } = await run(url, ...given(0, 8), '--early', 'early');
      assert.equal(code, 0, text);
      assert.match(text, /^ok {2}Fifty devices that claim in the same moment/m);
      assert.match(text, /\d+ hold, 0 do not, \d+ do not apply, 0 could not be checked\./);
      assert.match(text, /cannot move the time at your backend: R7 old-key, R7 expired\./);
      assert.equal((await run(url)).code, 2);
      // What is not checked is not passed, and says in one line what it wants.
      const one = await run(url, ...given(8, 9));
      assert.equal(one.code, 1, one.text);
      assert.match(
        one.text,
        /^Missing: 7 more with --order \(for R7 fifty, R7 same-key, .*\); one with --early \(for R6 not-yet\)\.$/m,
      );
      assert.equal((await run(url, ...given(9, 10), '--partial')).code, 0);
      const used = await run(url, ...given(9, 10));
      assert.equal(used.code, 1, 'an order that is used up proves nothing');
      assert.match(used.text, /^Order T-9 has a refund already, and is left out\.$/m);
      const few = await run(url, '--order', 'T-29', '--check', 'complete', '--check', 'fifty');
      assert.equal(few.code, 1);
      assert.match(few.text, /Missing: 1 more with --order \(for R7 fifty\)\./);
      const misspelt = await run(url, '--order', 'T-29', '--check', 'fivty');
      assert.equal(misspelt.code, 2);
      assert.match(misspelt.text, /There is no check fivty/);
      const stranger = await run(url, '--order', 'T-99');
      assert.equal(stranger.code, 2);
      assert.match(stranger.text, /Nothing could be checked: .*does not know the order/);
      assert.match((await run('http://127.0.0.1:9', '--order', 'T-1')).text, /did not answer/);
      assert.match((await run('--list')).text, /^fifty +R7/m);
    } finally {
      server.close();
    }
  });
});

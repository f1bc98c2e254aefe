import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { AdapterError } from '../../../src/adapter/index.js';
import type { AdapterRequest, Alive, Notify } from '../../../src/adapter/index.js';
import type { Basket, SlotQuery, SlotsAnswer, StockAnswer } from '../../../src/model/index.js';
import { memory } from '../../../src/adapters/memory/memory.js';
import { createHandler } from '../../../src/adapters/rest/handler.js';
import type { HandlerOptions } from '../../../src/adapters/rest/handler.js';
import { DEADLINE, order, request, slots, stock, wardrobe } from './fixture.js';

const BASE = 'https://shop.test/doorstep';

const start = (options: Partial<HandlerOptions> = {}) => {
  const backend = memory({ orders: [order()], stock: stock(), now: () => DEADLINE });
  const handler = createHandler({ basePath: '/doorstep', backend, ...options });
  const ask = async (path: string, init?: RequestInit) =>
    (await handler(new Request(BASE + path, init)))!;
  const act = (
    headers: Record<string, string> = {},
    body: unknown = { type: 'claim', offerId: 'offer-wait' },
  ) =>
    ask('/orders/FR-1042/actions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'one', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { backend, handler, ask, act };
};

/** A backend that hands its callbacks to the test. */
const watched = () => {
  const calls: {
    topics: readonly string[];
    notify: Notify;
    alive: Alive;
    request: AdapterRequest;
  }[] = [];
  let left = 0;
  const backend = {
    ...memory({ now: () => DEADLINE }),
    watch: (topics: readonly string[], notify: Notify, alive: Alive, request: AdapterRequest) => {
      calls.push({ topics, notify, alive, request });
      return () => void left++;
    },
  };
  return { backend, calls, left: () => left };
};

const reader = (response: Response) => {
  const bytes = response.body!.getReader();
  const decoder = new TextDecoder();
  return {
    next: async () => {
      const { value } = await bytes.read();
      return value && decoder.decode(value);
    },
    cancel: () => bytes.cancel(),
  };
};

describe('the handler', () => {
  test('a path outside its own is not its affair; inside, every answer is its own', async () => {
    const { handler, ask } = start();
    for (const path of [
      '/',
      '/doorstep',
      '/doorsteps/orders/FR-1042',
      '/shop/doorstep/orders/FR-1042',
    ])
      assert.equal(await handler(new Request(`https://shop.test${path}`)), undefined, path);
    for (const path of [
      '/',
      '/nothing',
      '/orders',
      '/orders/',
      '/orders/FR-1042/',
      '/orders/%E0%A4%A',
      '/stock/A',
    ])
      assert.ok([404, 405].includes((await ask(path)).status), path);
    assert.equal((await ask('/orders/FR-1042', { method: 'DELETE' })).headers.get('Allow'), 'GET');
    assert.equal((await ask('/orders/FR-1042/actions')).headers.get('Allow'), 'POST');
  });

  test('references and SKUs arrive as they were meant', async () => {
    const { backend, ask } = start();
    backend.setOrder({ reference: 'A/B ?#é' });
    const answer = (await (await ask(`/orders/${encodeURIComponent('A/B ?#é')}`)).json()) as object;
    assert.deepEqual(answer, {
      serverNow: '2026-11-23T16:00:00.000Z',
      order: { reference: 'A/B ?#é', version: 1 },
    });
  });

  test('the tag is strong, of the order alone, and known by a list of tags too', async () => {
    let now = DEADLINE;
    const backend = memory({ orders: [order()], now: () => now });
    const { ask } = start({ backend });
    const first = (await ask('/orders/FR-1042')).headers.get('ETag')!;
    assert.match(first, /^"[0-9a-f]{32}"$/);
    now += 1000;
    const second = await ask('/orders/FR-1042', {
      headers: { 'If-None-Match': `"other", W/${first}` },
    });
    assert.equal(second.status, 304);
    assert.equal(second.headers.get('Doorstep-Now'), '2026-11-23T16:00:01.000Z');
    backend.updateOrder('FR-1042', (before) => before);
    assert.equal(
      (await ask('/orders/FR-1042', { headers: { 'If-None-Match': first } })).status,
      200,
    );
  });

  test('an order of somebody else is answered like one that does not exist, and is not touched', async () => {
    const { ask, act, backend } = start({ authorize: (_, reference) => reference !== 'FR-1042' });
    const text = async (response: Response) => [response.status, await response.text()];
    const hidden = await text(await ask('/orders/FR-1042'));
    const missing = await text(await ask('/orders/FR-9999'));
    assert.deepEqual(hidden, missing);
    assert.equal((await ask('/orders/FR-1042/actions/offer-wait')).status, 404);
    assert.equal((await act()).status, 404);
    const { signal } = new AbortController();
    const { order: untouched } = await backend.order('FR-1042', {
      signal,
      locale: 'en',
      freshness: 'any',
    });
    assert.equal(untouched.claims, undefined);
    assert.equal((await ask('/changes?topic=order:FR-1042')).status, 404);
    const expired = start({ authorize: () => Promise.reject(new AdapterError('forbidden')) });
    assert.equal((await expired.ask('/orders/FR-1042')).status, 401);
  });

  test('an action from another site is refused, however it is disguised', async () => {
    const { act } = start();
    const refused: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://shop.test' },
      { Origin: 'https://elsewhere.test' },
      { Origin: 'https://shop.test.elsewhere.test' },
      { Origin: 'https://shop.test:8443' },
      { Origin: 'null' },
    ];
    for (const headers of refused)
      assert.equal((await act(headers)).status, 403, JSON.stringify(headers));
    const accepted: Record<string, string>[] = [
      {},
      { Origin: 'https://shop.test' },
      { 'Sec-Fetch-Site': 'same-origin' },
      // Behind a proxy that changes the host, the browser's word counts.
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://www.shop.test' },
    ];
    for (const headers of accepted)
      assert.equal((await act(headers)).status, 200, JSON.stringify(headers));
  });

  test('a page of an origin that was named may press, and no other', async () => {
    const { act } = start({ origins: ['https://www.shop.test', 'https://app.test'] });
    const accepted: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'same-site', Origin: 'https://www.shop.test' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://app.test' },
      { Origin: 'https://app.test' },
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://shop.test' },
    ];
    for (const headers of accepted)
      assert.equal((await act(headers)).status, 200, JSON.stringify(headers));
    for (const headers of [
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.shop.test' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'http://www.shop.test' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://app.test.elsewhere.test' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
    ])
      assert.equal(
        (await act(headers as Record<string, string>)).status,
        403,
        JSON.stringify(headers),
      );
  });

  test('an action without a key, or that a form could send, is refused', async () => {
    const { act } = start();
    assert.equal((await act({ 'Idempotency-Key': '' })).status, 400);
    assert.equal((await act({ 'Idempotency-Key': 'x'.repeat(256) })).status, 400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])
      assert.equal((await act({ 'Content-Type': type })).status, 415, type);
    assert.equal((await act({ 'Content-Type': 'application/json; charset=utf-8' })).status, 200);
  });

  test('R7: a command is read strictly: a sum that is not one is no claim without a sum', async () => {
    const { act } = start();
    const commands = [
      '',
      '{',
      'null',
      '[]',
      '"claim"',
      { type: 'claim' },
      { type: 'pay', offerId: 'offer-refund' },
      { type: 'claim', offerId: '' },
      { type: 'claim', offerId: 'offer-refund', amount: '289.00' },
      { type: 'claim', offerId: 'offer-refund', amount: { amount: 289.5, currency: 'EUR' } },
      { type: 'claim', offerId: 'offer-refund', amount: { amount: 28900, currency: 'eur' } },
      { type: 'claim', offerId: 'offer-refund', amount: { amount: -1, currency: 'EUR' } },
    ];
    for (const command of commands)
      assert.equal((await act({}, command)).status, 400, JSON.stringify(command));
  });

  test('the path names the order, whatever the body says', async () => {
    const { act, backend } = start();
    backend.setOrder({ reference: 'FR-2000', offers: order().offers! });
    await act({}, { type: 'claim', offerId: 'offer-wait', order: 'FR-2000' });
    const { signal } = new AbortController();
    const read = async (reference: string) =>
      (await backend.order(reference, { signal, locale: 'en', freshness: 'any' })).order;
    assert.equal((await read('FR-1042')).claims?.length, 1);
    assert.equal((await read('FR-2000')).claims, undefined);
  });

  describe('before there is an order', () => {
    const lines = [{ id: 'a', sku: 'DSP-27-4K', quantity: 1 }];
    const check = { lines: [{ lineId: 'a', parts: [{ quantity: 1 }] }] };
    const open = (options: Partial<HandlerOptions> = {}) => {
      const asked: unknown[] = [];
      const levels = stock().map((level) => ({
        ...level,
        channels: [{ id: 'email', kind: 'email' as const }],
      }));
      const memo = memory({ stock: levels, now: () => DEADLINE, basket: () => check });
      const backend = {
        ...memo,
        basket: (basket: Basket, one: AdapterRequest) => (
          asked.push([basket, one.customer, one.locale]),
          memo.basket!(basket, one)
        ),
      };
      const handler = createHandler({ basePath: '/doorstep', backend, ...options });
      const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
        (await handler(
          new Request(BASE + path, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'one', ...headers },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
        ))!;
      return { asked, post, handler, memo };
    };
    const subscribe = { type: 'subscribe', sku: 'DSP-27-4K', channel: 'email', quantity: 2 };
    const bodies = [['/basket', { lines }] as const, ['/actions', subscribe] as const];

    test('a basket and an action are answered, in the customer’s name and language', async () => {
      const { post, asked } = open({ customer: () => Promise.resolve('somebody') });
      const answer = await post('/basket', { lines }, { 'Accept-Language': 'fr' });
      assert.deepEqual(await answer.json(), { serverNow: '2026-11-23T16:00:00.000Z', check });
      assert.deepEqual(asked, [[{ lines }, 'somebody', 'fr']]);
      const { outcome } = (await (await post('/actions', subscribe)).json()) as {
        outcome: { status: string };
      };
      assert.equal(outcome.status, 'done');
      const nobody = open();
      await nobody.post('/basket', { lines });
      assert.deepEqual(nobody.asked, [[{ lines }, undefined, 'en']]);
    });

    test('from another site, from a form, too long or by another method it is refused', async () => {
      const { post, handler, asked } = open();
      for (const [path, body] of bodies) {
        assert.equal((await post(path, body, { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
        assert.equal((await post(path, body, { Origin: 'https://elsewhere.test' })).status, 403);
        assert.equal((await post(path, body, { 'Content-Type': 'text/plain' })).status, 415);
        const long = JSON.stringify({ ...body, padding: 'x'.repeat(200_001) });
        assert.equal((await post(path, long)).status, 413);
        const read = (await handler(new Request(BASE + path)))!;
        assert.deepEqual([read.status, read.headers.get('Allow')], [405, 'POST']);
      }
      assert.deepEqual(asked, []);
    });

    test('R4: a basket is read strictly: a line that cannot be read is no line left out', async () => {
      const { post, asked } = open();
      const wrong = [
        ...['', '{', 'null', '[]', {}, { lines: [] }, { lines: 'one' }, { lines: [null] }],
        ...[0, -1, 0.5, '2', 1e300, null].map((quantity) => ({
          lines: [...lines, { id: 'b', sku: 'A', quantity }],
        })),
        { lines: [{ id: 'a', quantity: 1 }] },
        { lines: [{ ...lines[0], promised: [{ quantity: 1 }, { quantity: 'two' }] }] },
        { lines: [{ ...lines[0], parts: [{ sku: 'A' }] }] },
      ];
      for (const body of wrong)
        assert.equal((await post('/basket', body)).status, 400, JSON.stringify(body));
      assert.deepEqual(asked, []);
      // Only to be told leaves nothing to pay for.
      assert.equal((await post('/basket', { lines: [], choice: 'notify' })).status, 200);
    });

    test('an action is read strictly, needs a key, and a key stands for one', async () => {
      const { post } = open();
      const wrong = [
        ...['', 'null', {}, { type: 'subscribe' }, { type: 'pay', sku: 'A' }],
        ...[{ ...subscribe, quantity: 0 }, { ...subscribe, channel: '' }, { type: 'release' }],
        { type: 'claim', offerId: 'offer-refund' },
      ];
      for (const body of wrong)
        assert.equal((await post('/actions', body)).status, 400, JSON.stringify(body));
      assert.equal((await post('/actions', subscribe, { 'Idempotency-Key': ' ' })).status, 400);
      assert.equal((await post('/actions', subscribe)).status, 200);
      assert.equal((await post('/actions', { ...subscribe, quantity: 3 })).status, 422);
    });

    test('what the backend cannot do is said: 501', async () => {
      const bare = {
        now: () => DEADLINE,
        order: () => Promise.reject(new AdapterError('not-found')),
      };
      const { post } = open({ backend: bare });
      for (const [path, body] of bodies) assert.equal((await post(path, body)).status, 501, path);
    });
  });

  describe('slots', () => {
    const open = (options: Partial<HandlerOptions> = {}) => {
      const asked: [unknown, string | undefined, string][] = [];
      const memo = memory({ orders: [order(), wardrobe()], slots: slots(), now: () => DEADLINE });
      const backend = {
        ...memo,
        slots: (query: SlotQuery, one: AdapterRequest) => (
          asked.push([query, one.customer, one.locale]),
          memo.slots!(query, one)
        ),
      };
      const { ask } = start({ backend, ...options });
      const post = (path: string, body: object, headers: Record<string, string> = {}) =>
        ask(path, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': JSON.stringify(body),
            ...headers,
          },
          body: JSON.stringify(body),
        });
      const outcome = async (response: Response) =>
        ((await response.json()) as { outcome: { status: string; code?: string } }).outcome;
      const revisions = async () =>
        (await memo.order('FR-2077', { ...request(), customer: 'anybody' })).order.promises![0]!
          .revisions!;
      return { ask, post, asked, memo, outcome, revisions };
    };
    const hold = { type: 'hold', slot: 'thu-10' };
    const choose = { type: 'choose', slot: 'thu-10' };
    const keep = { type: 'answer', promise: 'delivery', revision: 'to-saturday', answer: 'keep' };

    test('a question is passed on as it was meant, in the customer’s name and language', async () => {
      const { ask, asked } = open({ customer: () => 'somebody' });
      const response = await ask('/slots?sku=A&sku=B%20%26%20C&sku=A&from=2026-11-26&days=2', {
        headers: { 'Accept-Language': 'fr' },
      });
      assert.equal(response.status, 200);
      await ask('/orders/FR-2077/slots');
      assert.deepEqual(asked, [
        [{ skus: ['A', 'B & C'], from: '2026-11-26', days: 2 }, 'somebody', 'fr'],
        [{ order: 'FR-2077', skus: [] }, 'somebody', 'en'],
      ]);
    });

    test('more days than a quarter count as a quarter, whoever asks', async () => {
      const { ask, asked } = open();
      for (const days of [92, 93, 1_000_000])
        assert.equal((await ask(`/slots?sku=A&days=${days}`)).status, 200);
      assert.deepEqual(
        asked.map(([query]) => (query as { days: number }).days),
        [92, 92, 92],
      );
    });

    test('R3: a question that cannot be read is none: 400, and the backend is not asked', async () => {
      const { ask, asked } = open();
      const many = Array.from({ length: 201 }, (_, index) => `sku=A${index}`).join('&');
      for (const query of [
        ...['from=tomorrow', 'from=2026-02-30', 'from=', 'days=0', 'days=-1', 'days=1.5'],
        ...['days=all', 'days=', 'days=1e300', 'sku=', many],
      ])
        for (const path of ['/slots', '/orders/FR-2077/slots'])
          assert.equal((await ask(`${path}?${query}`)).status, 400, query);
      assert.deepEqual(asked, []);
    });

    test('they are read with GET alone, and there is nothing beneath them', async () => {
      const { ask, post } = open();
      for (const path of ['/slots', '/orders/FR-2077/slots']) {
        const response = await post(path, hold);
        assert.deepEqual([response.status, response.headers.get('Allow')], [405, 'GET'], path);
        assert.equal((await ask(`${path}/thu-10`)).status, 404, path);
      }
    });

    test('the slots of an order nobody knows, and of somebody else’s, are the same answer', async () => {
      const { ask, post, asked, revisions } = open({
        authorize: (_, reference) => reference !== 'FR-2077',
      });
      const text = async (response: Response) => [response.status, await response.text()];
      const missing = await text(await ask('/orders/FR-9/slots'));
      assert.deepEqual(await text(await ask('/orders/FR-2077/slots')), missing);
      assert.equal(missing[0], 404);
      const before = await revisions();
      for (const command of [hold, choose, keep, { type: 'constrain', constraints: [] }])
        assert.equal((await post('/orders/FR-2077/actions', command)).status, 404, command.type);
      assert.deepEqual(await revisions(), before);
      assert.deepEqual(asked.length, 1);
    });

    test('commands come from the shop’s own pages only, and with a key', async () => {
      const { post, revisions } = open();
      const before = await revisions();
      for (const [path, command] of [
        ['/orders/FR-2077/actions', choose],
        ['/orders/FR-2077/actions', keep],
        ['/actions', hold],
        ['/actions', { type: 'constrain', constraints: [] }],
      ] as const) {
        assert.equal((await post(path, command, { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
        assert.equal((await post(path, command, { Origin: 'https://elsewhere.test' })).status, 403);
        assert.equal((await post(path, command, { 'Content-Type': 'text/plain' })).status, 415);
        assert.equal((await post(path, command, { 'Idempotency-Key': ' ' })).status, 400);
      }
      assert.deepEqual(await revisions(), before);
    });

    test('R5: a command is read strictly, and only about the order the path names', async () => {
      const { post, revisions, outcome, memo } = open();
      const before = await revisions();
      for (const command of [
        { type: 'answer', promise: 'delivery', revision: 'to-saturday' },
        { ...keep, answer: 'maybe' },
        { ...keep, revision: '' },
        { type: 'choose' },
        { ...choose, slot: 7 },
        { ...choose, promise: '' },
        { type: 'constrain' },
        { type: 'constrain', constraints: [{ weekday: 'someday' }] },
        { type: 'constrain', constraints: [{ from: '12:00', until: '08:00' }] },
        { type: 'hold' },
      ])
        assert.equal(
          (await post('/orders/FR-2077/actions', command)).status,
          400,
          JSON.stringify(command),
        );
      // Without an order nothing is chosen and nothing answered, whatever order the body names.
      for (const command of [choose, keep])
        assert.equal((await post('/actions', { ...command, order: 'FR-2077' })).status, 400);
      assert.deepEqual(await revisions(), before);
      const done = await post('/orders/FR-2077/actions', { ...choose, order: 'FR-1042' });
      assert.equal((await outcome(done)).status, 'done');
      assert.equal((await revisions()).at(-1)!.state, 'accepted');
      const { order: other } = await memo.order('FR-1042', request());
      assert.equal(other.promises![0]!.revisions, undefined);
    });

    test('of one place, two customers are told apart by the session alone', async () => {
      const { post, ask, outcome } = open({
        customer: (one) => one.headers.get('Cookie') ?? undefined,
      });
      const mine = await outcome(
        await post('/actions', hold, { Cookie: 'a', 'Idempotency-Key': '1' }),
      );
      const theirs = await outcome(
        await post('/actions', { ...hold, customer: 'a' }, { Cookie: 'b', 'Idempotency-Key': '2' }),
      );
      assert.deepEqual([mine.status, theirs.code], ['done', 'taken']);
      const seen = async (Cookie: string) =>
        ((await (await ask('/slots', { headers: { Cookie } })).json()) as SlotsAnswer).slots.hold;
      assert.equal((await seen('a'))!.slotId, 'thu-10');
      assert.equal(await seen('b'), undefined);
    });

    test('what is free is a topic of its own, and needs no order', async () => {
      const { backend, calls } = watched();
      const { ask } = start({ backend });
      const { next, cancel } = reader(await ask('/changes?topic=slots'));
      await next();
      assert.deepEqual(calls[0]!.topics, ['slots']);
      calls[0]!.notify({ topic: 'slots', serverNow: '2026-11-23T16:00:02Z' });
      assert.match((await next())!, /data: \{"topic":"slots"/);
      await cancel();
      for (const topic of ['slot', 'slots:A', 'slotsx'])
        assert.equal((await ask(`/changes?topic=${topic}`)).status, 400, topic);
    });
  });

  test('what goes wrong inside is told to the shop, never to the sender', async () => {
    const told: unknown[] = [];
    const error = new Error('password of the database');
    const backend = { now: () => DEADLINE, order: () => Promise.reject(error) };
    const { ask } = start({ backend, onError: (one) => void told.push(one) });
    const response = await ask('/orders/FR-1042');
    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), {
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'unavailable',
    });
    assert.deepEqual(told, [error]);
  });

  test('a pause the backend asks for is passed on', async () => {
    const failing = () => Promise.reject(new AdapterError('unavailable', { retryAfter: 12.3 }));
    const { ask } = start({ backend: { now: () => DEADLINE, order: failing } });
    assert.equal((await ask('/orders/FR-1042')).headers.get('Retry-After'), '13');
  });

  test('the backend learns the language, the freshness and the key', async () => {
    const requests: AdapterRequest[] = [];
    const memo = memory({ orders: [order()], now: () => DEADLINE });
    const backend = {
      ...memo,
      order: (reference: string, one: AdapterRequest) => (
        requests.push(one),
        memo.order(reference, one)
      ),
      act: (command: Parameters<typeof memo.act>[0], one: AdapterRequest) => (
        requests.push(one),
        memo.act(command, one)
      ),
    };
    const { ask, act } = start({ backend });
    await ask('/orders/FR-1042', {
      headers: { 'Accept-Language': 'fr-CH, fr;q=0.9', 'Cache-Control': 'no-cache' },
    });
    await ask('/orders/FR-1042', { headers: { 'Accept-Language': '*' } });
    await act({ 'Idempotency-Key': 'of-this-click' });
    assert.deepEqual(
      requests.map(({ locale, freshness, attemptKey }) => [locale, freshness, attemptKey]),
      [
        ['fr-CH', 'fresh', undefined],
        ['en', 'any', undefined],
        ['en', 'any', 'of-this-click'],
      ],
    );
  });

  test('a question about more SKUs than the backend takes at once is put to it in parts', async () => {
    const skus = Array.from({ length: 50 }, (_, index) => `S${index}`);
    for (const [stockBatch, calls, serverNow] of [
      [20, 3, '2026-11-23T16:00:00Z'],
      [undefined, 1, '2026-11-23T16:00:00Z'],
      [0, 50, undefined],
    ] as const) {
      const asked: (readonly string[])[] = [];
      const backend = Object.assign(memory({ orders: [], now: () => DEADLINE }), {
        stockBatch: stockBatch!,
        stock: async (some: readonly string[]) => {
          asked.push(some);
          return { ...(serverNow && { serverNow }), stock: some.map((sku) => ({ sku })) };
        },
      });
      const { ask } = start({ backend });
      const response = await ask(`/stock?${skus.map((sku) => `sku=${sku}`).join('&')}`);
      const answer = (await response.json()) as StockAnswer;
      assert.deepEqual(
        answer.stock.map(({ sku }) => sku),
        skus,
      );
      assert.equal(Date.parse(answer.serverNow!), DEADLINE);
      assert.equal(asked.length, calls);
      assert.ok(asked.every((some) => some.length <= (stockBatch || 200)));
    }
    // One part that has no answer is no answer: half of it would call the others unknown.
    const broken = Object.assign(memory({ orders: [], now: () => DEADLINE }), {
      stockBatch: 20,
      stock: async (some: readonly string[]) => {
        if (some.includes('S30')) throw new AdapterError('unavailable');
        return { stock: some.map((sku) => ({ sku })) };
      },
    });
    const { ask } = start({ backend: broken });
    assert.equal((await ask(`/stock?${skus.map((sku) => `sku=${sku}`).join('&')}`)).status, 503);
  });

  test('more SKUs or topics than anybody needs are refused', async () => {
    const { ask } = start();
    const many = (name: string, prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${name}=${prefix}${index}`).join('&');
    assert.equal((await ask(`/stock?${many('sku', 'A', 200)}`)).status, 200);
    assert.equal((await ask(`/stock?${many('sku', 'A', 201)}`)).status, 400);
    assert.equal((await ask(`/changes?${many('topic', 'stock:A', 201)}`)).status, 400);
    assert.equal((await ask('/changes?topic=stock:')).status, 400);
  });

  test('a stream greets at once, beats, tells changes with ids, and everything after a gap', async (context) => {
    mock.timers.enable({ apis: ['setInterval'] });
    context.after(() => mock.timers.reset());
    const { backend, calls, left } = watched();
    const { ask } = start({ backend, authorize: (_, reference) => reference === 'FR-1042' });
    const response = await ask(
      '/changes?topic=order:FR-1042&topic=order:FR-1&topic=stock:A&topic=stock:A',
    );
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream; charset=utf-8');
    const { next, cancel } = reader(response);
    const beat = 'event: heartbeat\ndata: {"serverNow":"2026-11-23T16:00:00.000Z"}\n\n';
    assert.equal(await next(), beat);
    // The order of somebody else is not watched, and nobody is told so.
    assert.deepEqual(calls[0]?.topics, ['order:FR-1042', 'stock:A']);
    mock.timers.tick(15_000);
    assert.equal(await next(), beat);
    calls[0]?.notify({ topic: 'stock:A', serverNow: '2026-11-23T16:00:02Z' });
    assert.equal(
      await next(),
      'event: change\nid: 1\ndata: {"topic":"stock:A","serverNow":"2026-11-23T16:00:02Z"}\n\n',
    );
    calls[0]?.notify(undefined);
    assert.match((await next())!, /^event: change\nid: 2\ndata: \{"topic":"order:FR-1042"/);
    assert.match((await next())!, /^event: change\nid: 3\ndata: \{"topic":"stock:A"/);
    await cancel();
    assert.equal(left(), 1);
    assert.ok(calls[0]?.request.signal.aborted);
    mock.timers.tick(60_000);
    calls[0]?.notify(undefined);
    calls[0]?.alive(false);
    assert.equal(left(), 1);
  });

  test('a stream ends with the request, and when the backend is no longer live', async () => {
    for (const way of ['request', 'backend'] as const) {
      const { backend, calls, left } = watched();
      const page = new AbortController();
      const { next } = reader(
        await start({ backend }).ask('/changes?topic=stock:A', { signal: page.signal }),
      );
      await next();
      if (way === 'request') page.abort();
      else calls[0]?.alive(false);
      assert.equal(await next(), undefined, way);
      assert.equal(left(), 1, way);
    }
  });

  test('a receiver that does not read is cut off', async () => {
    const { backend, calls, left } = watched();
    await start({ backend }).ask('/changes?topic=stock:A');
    for (let count = 0; count < 1000; count++) calls[0]?.notify({ topic: 'stock:A' });
    assert.equal(left(), 1);
  });
});

import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import { rest } from '../../../src/adapters/rest/rest.js';
import { request } from './fixture.js';

/** Lets everything run that waits for a promise only, the late import of the stream included. */
const settle = async () => {
  await import('../../../src/adapters/rest/stream.js');
  for (let turn = 0; turn < 10; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
};

type Script = (signal: AbortSignal) => Response | Promise<Response>;

/** One stream of events that the test feeds. */
const open = (signal: AbortSignal) => {
  let stream!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => void (stream = controller),
  });
  signal.addEventListener('abort', () => {
    try {
      stream.error(signal.reason);
    } catch {
      // It had ended before.
    }
  });
  return {
    response: new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    write: (text: string | Uint8Array) =>
      stream.enqueue(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    end: () => stream.close(),
    breakOff: () => stream.error(new TypeError('terminated')),
  };
};

const HEARTBEAT = 'event: heartbeat\ndata: {"serverNow":"2026-11-23T16:00:00Z"}\n\n';
const change = (topic: string, id?: number) =>
  `event: change\n${id === undefined ? '' : `id: ${id}\n`}data: {"topic":"${topic}","serverNow":"2026-11-23T16:00:01Z"}\n\n`;

/** A body that never ends, and whether it was let go of. */
const endless = () => {
  const state = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(new TextEncoder().encode('x')),
    cancel: () => void (state.cancelled = true),
  });
  return { body, state };
};

/** Watches with fake timers; `random` is what the jitter draws. */
const watch = (context: TestContext, script: Script, random = 1) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const draw = mock.method(Math, 'random', () => random);
  const log: string[] = [];
  const urls: string[] = [];
  const signals: AbortSignal[] = [];
  const adapter = rest({
    baseUrl: 'https://shop.test/doorstep',
    fetch: async (url, init) => {
      urls.push(url as string);
      signals.push(init!.signal!);
      return script(init!.signal!);
    },
  });
  const page = new AbortController();
  const stop = adapter.watch(
    ['order:FR-1042', 'stock:A&B'],
    (one) => log.push(one ? `change ${one.topic} ${one.serverNow}` : 'everything'),
    (alive) => log.push(alive ? 'alive' : 'lost'),
    request({ signal: page.signal }),
  );
  context.after(() => {
    stop();
    draw.mock.restore();
    mock.timers.reset();
  });
  return {
    log,
    urls,
    signals,
    stop,
    page,
    take: () => log.splice(0),
    tick: async (seconds: number) => {
      mock.timers.tick(seconds * 1000);
      await settle();
    },
  };
};

describe('rest.watch', () => {
  test('one connection for all topics; heartbeats are signs of life, changes are told', async (context) => {
    let stream!: ReturnType<typeof open>;
    const { log, urls } = watch(context, (signal) => (stream = open(signal)).response);
    await settle();
    assert.deepEqual(urls, [
      'https://shop.test/doorstep/changes?topic=order%3AFR-1042&topic=stock%3AA%26B',
    ]);
    assert.deepEqual(log, []);
    stream.write(HEARTBEAT);
    await settle();
    assert.deepEqual(log, ['alive']);
    stream.write(change('order:FR-1042', 1));
    await settle();
    assert.deepEqual(log, ['alive', 'alive', 'change order:FR-1042 2026-11-23T16:00:01Z']);
  });

  test('events arrive whole however the bytes are cut', async () => {
    const text = `: hello\r\n\r\n${HEARTBEAT}${change('order:dépôt-🚚', 1)}${change('stock:A', 2)}`;
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 })),
        async (cuts) => {
          const topics: (string | undefined)[] = [];
          let stream!: ReturnType<typeof open>;
          const stop = rest({
            baseUrl: '/doorstep',
            fetch: async (_, init) => (stream = open(init!.signal!)).response,
          }).watch(
            ['stock:A'],
            (one) => topics.push(one?.topic),
            () => {},
            request(),
          );
          await settle();
          const ends = [...cuts.sort((a, b) => a - b), bytes.length];
          ends.forEach((end, index) =>
            stream.write(bytes.slice(index === 0 ? 0 : ends[index - 1]!, end)),
          );
          await settle();
          while (topics.length < 2) await settle();
          stop();
          assert.deepEqual(topics, ['order:dépôt-🚚', 'stock:A']);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a gap in the ids is a lost change: everything is asked again', async (context) => {
    let stream!: ReturnType<typeof open>;
    const { take } = watch(context, (signal) => (stream = open(signal)).response);
    await settle();
    stream.write(change('stock:A', 1) + change('stock:A', 3) + change('stock:A', 4));
    await settle();
    assert.deepEqual(
      take().filter((line) => line !== 'alive'),
      ['change stock:A 2026-11-23T16:00:01Z', 'everything', 'change stock:A 2026-11-23T16:00:01Z'],
    );
    // Ids are optional; a change nobody can read is still a change.
    stream.write(change('stock:A') + change('stock:A') + 'event: change\ndata: {"topic"\n\n');
    await settle();
    assert.deepEqual(
      take().filter((line) => line !== 'alive'),
      ['change stock:A 2026-11-23T16:00:01Z', 'change stock:A 2026-11-23T16:00:01Z', 'everything'],
    );
  });

  test('R2: at the end of the stream the connection is lost; it comes back, and asks everything again', async (context) => {
    let stream!: ReturnType<typeof open>;
    const { take, tick, urls } = watch(context, (signal) => (stream = open(signal)).response);
    await settle();
    stream.write(HEARTBEAT);
    stream.end();
    await settle();
    assert.deepEqual(take(), ['alive', 'lost']);
    await tick(0.99);
    assert.equal(urls.length, 1);
    await tick(0.01);
    assert.equal(urls.length, 2);
    assert.deepEqual(take(), ['everything']);
    stream.write(HEARTBEAT);
    stream.breakOff();
    await settle();
    assert.deepEqual(take(), ['alive', 'lost']);
  });

  test('pauses double up to half a minute, with full jitter, until a stream has lasted', async (context) => {
    const { urls, tick, take } = watch(context, () => Promise.reject(new TypeError('refused')));
    await settle();
    for (const [tries, pause] of [1, 2, 4, 8, 16, 30, 30, 30].entries()) {
      assert.equal(urls.length, tries + 1);
      await tick(pause - 0.01);
      assert.equal(urls.length, tries + 1);
      await tick(0.01);
    }
    assert.equal(urls.length, 9);
    assert.ok(take().every((line) => line === 'lost'));
  });

  test('a server that greets and hangs up is not asked more and more often', async (context) => {
    const { urls, tick } = watch(context, (signal) => {
      const stream = open(signal);
      stream.write(HEARTBEAT);
      stream.end();
      return stream.response;
    });
    await settle();
    await tick(1);
    assert.equal(urls.length, 2);
    await tick(1);
    assert.equal(urls.length, 2);
    await tick(1);
    assert.equal(urls.length, 3);
  });

  test('a second sign of life makes the next pause short again', async (context) => {
    let fail = true;
    let stream!: ReturnType<typeof open>;
    const { urls, tick } = watch(context, (signal) =>
      fail ? new Response(null, { status: 500 }) : (stream = open(signal)).response,
    );
    await settle();
    await tick(1);
    await tick(2);
    fail = false;
    await tick(4);
    assert.equal(urls.length, 4);
    stream.write(HEARTBEAT);
    stream.write(HEARTBEAT);
    await settle();
    stream.end();
    await settle();
    await tick(1);
    assert.equal(urls.length, 5);
  });

  test('R2: a stream that is silent for forty seconds is lost, and let go', async (context) => {
    let stream!: ReturnType<typeof open>;
    const { take, tick, signals, urls } = watch(
      context,
      (signal) => (stream = open(signal)).response,
    );
    await settle();
    stream.write(HEARTBEAT);
    await settle();
    await tick(39);
    stream.write(HEARTBEAT);
    await settle();
    await tick(39.9);
    assert.deepEqual(take(), ['alive', 'alive']);
    await tick(0.1);
    assert.deepEqual(take(), ['lost']);
    assert.ok(signals[0]!.aborted);
    await tick(1);
    assert.equal(urls.length, 2);
  });

  test('a connection that never opens is lost too', async (context) => {
    const { take, tick, urls } = watch(context, () => new Promise<Response>(() => {}));
    await settle();
    await tick(40);
    assert.deepEqual(take(), ['lost']);
    await tick(1);
    assert.equal(urls.length, 2);
  });

  test('Retry-After is waited for', async (context) => {
    const { tick, urls } = watch(
      context,
      () => new Response(null, { status: 503, headers: { 'Retry-After': '50' } }),
      0,
    );
    await settle();
    await tick(49);
    assert.equal(urls.length, 1);
    await tick(1);
    assert.equal(urls.length, 2);
  });

  test('a server without changes is left alone: the store polls', async (context) => {
    for (const status of [404, 501]) {
      const { log, tick, urls, stop } = watch(context, () => new Response(null, { status }));
      await settle();
      await tick(3600);
      assert.deepEqual(log, ['lost']);
      assert.equal(urls.length, 1);
      stop();
      mock.restoreAll();
      mock.timers.reset();
    }
  });

  test('a page in place of the stream is no connection', async (context) => {
    const page = () =>
      new Response('<h1>Sign in</h1>', { headers: { 'Content-Type': 'text/html' } });
    const { log, tick } = watch(context, page);
    await settle();
    await tick(1);
    assert.deepEqual(log, ['lost', 'lost']);
  });

  test('left while connected: the request ends and nothing more is told', async (context) => {
    let stream!: ReturnType<typeof open>;
    const { log, stop, signals, tick, urls } = watch(
      context,
      (signal) => (stream = open(signal)).response,
    );
    await settle();
    stream.write(HEARTBEAT);
    await settle();
    stop();
    await tick(120);
    assert.ok(signals[0]!.aborted);
    assert.deepEqual(log, ['alive']);
    assert.equal(urls.length, 1);
  });

  test('left while waiting to come back, by the signal of the page: it does not come back', async (context) => {
    const { log, page, tick, urls } = watch(context, () =>
      Promise.reject(new TypeError('refused')),
    );
    await settle();
    page.abort();
    await tick(120);
    assert.deepEqual(log, ['lost']);
    assert.equal(urls.length, 1);
  });

  test('left from within a change: the events after it in the same chunk are not told', async () => {
    const topics: (string | undefined)[] = [];
    let stream!: ReturnType<typeof open>;
    const stop = rest({
      baseUrl: '/doorstep',
      fetch: async (_, init) => (stream = open(init!.signal!)).response,
    }).watch(
      ['stock:A'],
      (one) => {
        topics.push(one?.topic);
        stop();
      },
      () => {},
      request(),
    );
    await settle();
    stream.write(change('stock:A', 1) + change('stock:A', 2));
    await settle();
    assert.deepEqual(topics, ['stock:A']);
  });

  test('what is no stream, and what comes too late, is let go of', async (context) => {
    const stream = { 'Content-Type': 'text/event-stream' };
    for (const init of [
      { status: 404 },
      { status: 503 },
      { status: 200, headers: { 'Content-Type': 'text/html' } },
    ]) {
      const { body, state } = endless();
      const { stop } = watch(context, () => new Response(body, init));
      await settle();
      assert.ok(state.cancelled, `${init.status}`);
      stop();
      mock.timers.reset();
    }
    const { body, state } = endless();
    let arrive!: (response: Response) => void;
    const deaf = new Promise<Response>((resolve) => (arrive = resolve));
    const { log, stop } = watch(context, () => deaf);
    await settle();
    stop();
    arrive(new Response(body, { headers: stream }));
    await settle();
    assert.ok(state.cancelled);
    assert.deepEqual(log, []);
  });
});

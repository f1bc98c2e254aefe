import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, mock, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AdapterError } from '../../../src/adapter/index.js';
import { rest } from '../../../src/adapters/rest/rest.js';
import type { RestOptions } from '../../../src/adapters/rest/rest.js';
import { order, request } from './fixture.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * A `fetch` of a caller who counts the bytes. What it wraps is collected at once, as it may be at any
 * moment: Node 20 then heeds no signal for it, and the connection would stay open.
 */
const wrapping =
  (count: (bytes: number) => void = () => {}): typeof fetch =>
  async (url, init) => {
    const response = await fetch(url, init);
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        collectGarbage();
        count(chunk.byteLength);
        out.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(counter) ?? null, response);
  };

let respond: RequestListener = () => {};
let seen: IncomingMessage[] = [];
const server = createServer((incoming, response) => {
  seen.push(incoming);
  respond(incoming, response);
});
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const adapter = (options: Partial<RestOptions> = {}) =>
  rest({ baseUrl: `${address()}/doorstep/`, timeout: 5, ...options });

const json = (response: ServerResponse, body: unknown, headers: Record<string, string> = {}) => {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

/** The error a call ends with. */
const errorOf = async (call: Promise<unknown>): Promise<AdapterError> => {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(outcome instanceof AdapterError, `an AdapterError, not ${String(outcome)}`);
  return outcome;
};

const read = (options: Partial<RestOptions> = {}) => adapter(options).order('FR-1042', request());
const answerWith = (status: number, headers: Record<string, string> = {}) => {
  respond = (_, response) => {
    response.writeHead(status, headers);
    response.end('<h1>nothing to read here</h1>');
  };
};

// A connection that is never let go fails by name, not as a file that hangs.
describe('R3: rest, against a server that misbehaves', { timeout: 30_000 }, () => {
  before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  test('what is asked: path, language, no cache of the browser, the headers of the merchant', async () => {
    seen = [];
    respond = (_, response) => json(response, { order: { reference: 'A/B ?#' } });
    const mine = adapter({
      headers: () => Promise.resolve({ Authorization: 'Bearer of-the-session' }),
    });
    await mine.order('A/B ?#', request({ locale: 'fr-CH', freshness: 'fresh' }));
    assert.equal(seen[0]?.url, '/doorstep/orders/A%2FB%20%3F%23');
    assert.equal(seen[0]?.headers['accept-language'], 'fr-CH');
    assert.equal(seen[0]?.headers['cache-control'], 'no-cache');
    assert.equal(seen[0]?.headers['authorization'], 'Bearer of-the-session');
    await mine.stock(['A&B', 'C'], request());
    assert.equal(seen[1]?.url, '/doorstep/stock?sku=A%26B&sku=C');
    assert.equal(seen[1]?.headers['cache-control'], 'max-age=60');
  });

  test('R7: an action carries its attempt key, and the offer without the order in its body', async () => {
    let body = '';
    seen = [];
    respond = (incoming, response) => {
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => json(response, { outcome: { status: 'pending' } }));
    };
    const amount = { amount: 28900, currency: 'EUR' };
    const command = { type: 'claim', order: 'FR-1042', offerId: 'offer-refund', amount } as const;
    await adapter().act(command, request({ attemptKey: 'attempt-7' }));
    assert.equal(seen[0]?.method, 'POST');
    assert.equal(seen[0]?.url, '/doorstep/orders/FR-1042/actions');
    assert.equal(seen[0]?.headers['idempotency-key'], 'attempt-7');
    assert.deepEqual(JSON.parse(body), { type: 'claim', offerId: 'offer-refund', amount });
  });

  test('each status has its meaning', async () => {
    const meanings = {
      400: 'invalid',
      401: 'forbidden',
      403: 'forbidden',
      404: 'not-found',
      410: 'invalid',
      422: 'invalid',
      429: 'unavailable',
      500: 'unavailable',
      502: 'unavailable',
      503: 'unavailable',
    } as const;
    for (const [status, code] of Object.entries(meanings)) {
      answerWith(Number(status));
      assert.equal((await errorOf(read())).code, code, status);
    }
  });

  test('Retry-After is read as seconds and as a date, by the clock of the server', async () => {
    answerWith(503, { 'Retry-After': '120' });
    assert.equal((await errorOf(read())).retryAfter, 120);
    answerWith(429, {
      Date: 'Mon, 23 Nov 2020 16:00:00 GMT',
      'Retry-After': 'Mon, 23 Nov 2020 16:01:30 GMT',
    });
    assert.equal((await errorOf(read())).retryAfter, 90);
    answerWith(503, { 'Retry-After': '99999999999' });
    assert.equal((await errorOf(read())).retryAfter, 86400);
    answerWith(503, { 'Retry-After': 'soon' });
    assert.equal((await errorOf(read())).retryAfter, undefined);
  });

  test('a server that says nothing is a timeout, before the answer and in the middle of it', async () => {
    respond = () => {};
    assert.equal((await errorOf(read({ timeout: 0.05 }))).code, 'timeout');
    respond = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"order":');
    };
    assert.equal((await errorOf(read({ timeout: 0.05 }))).code, 'timeout');
  });

  test('headers that never come, and a fetch that does not heed its signal, are a timeout too', async () => {
    const never = () => new Promise<never>(() => {});
    assert.equal((await errorOf(read({ timeout: 0.02, headers: never }))).code, 'timeout');
    assert.equal((await errorOf(read({ timeout: 0.02, fetch: never }))).code, 'timeout');
  });

  test('what is not JSON is invalid, whatever it calls itself', async () => {
    respond = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end('{"order": {"reference": "FR-10');
    };
    assert.equal((await errorOf(read())).code, 'invalid');
    answerWith(200, { 'Content-Type': 'text/html' });
    assert.equal((await errorOf(read())).code, 'invalid');
    respond = (_, response) => response.writeHead(204).end();
    assert.equal((await errorOf(read())).code, 'invalid');
  });

  test('an answer that breaks off is unavailable', async () => {
    respond = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"order":{"reference":"FR-1042"}}', () => response.destroy());
    };
    assert.equal((await errorOf(read())).code, 'unavailable');
  });

  test('nobody at the address is unavailable, and offline only if the device says so beforehand', async () => {
    const nobody = createServer();
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}`;
    await new Promise((resolve) => nobody.close(resolve));
    assert.equal((await errorOf(read({ baseUrl }))).code, 'unavailable');

    let onLine = false;
    const original = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', {
      configurable: true,
      get: () => ({ onLine }),
    });
    try {
      assert.equal((await errorOf(read({ baseUrl }))).code, 'offline');
      const act = (options: Partial<RestOptions>) =>
        adapter(options).act(
          { type: 'claim', order: 'FR-1042', offerId: 'offer-refund' },
          request({ attemptKey: 'one' }),
        );
      assert.equal((await errorOf(act({ baseUrl }))).code, 'offline');
      // R7: it had left when the line went down, so nobody may say that nothing was sent.
      onLine = true;
      const dropped = () => {
        onLine = false;
        return Promise.reject(new TypeError('the line went down'));
      };
      assert.equal((await errorOf(act({ fetch: dropped }))).code, 'unavailable');
    } finally {
      if (original) Object.defineProperty(globalThis, 'navigator', original);
      else Reflect.deleteProperty(globalThis, 'navigator');
    }
  });

  test('an answer of 10 MB is let go after about 2', async () => {
    let left = () => {};
    const gone = new Promise<void>((resolve) => (left = resolve));
    let sent = 0;
    respond = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const block = Buffer.alloc(64_000, 'x');
      const more = () => {
        while (sent < 10_000_000 && !response.destroyed) {
          sent += block.length;
          if (!response.write(block)) return;
        }
        response.end();
      };
      response.on('drain', more);
      response.on('close', left);
      more();
    };
    let received = 0;
    assert.equal(
      (await errorOf(read({ fetch: wrapping((bytes) => (received += bytes)) }))).code,
      'invalid',
    );
    await gone;
    assert.ok(received > 1_900_000 && received < 3_000_000, `${received} bytes were read`);
  });

  test('a limit in bytes counts bytes, and characters cut by a chunk arrive whole', async () => {
    const place = 'Maison Verre, “Lyon” 🚚 départ';
    respond = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const bytes = Buffer.from(JSON.stringify({ order: { reference: place } }));
      let at = 0;
      const next = () => {
        if (at >= bytes.length) return void response.end();
        response.write(bytes.subarray(at, (at += 3)));
        setImmediate(next);
      };
      next();
    };
    assert.equal((await read()).order.reference, place);
    const size = Buffer.byteLength(JSON.stringify({ order: { reference: place } }));
    assert.equal((await read({ maxBytes: size })).order.reference, place);
    assert.equal((await errorOf(read({ maxBytes: size - 1 }))).code, 'invalid');
  });

  test('a redirect is not followed, by a question or by an action', async () => {
    seen = [];
    respond = (_, response) => {
      response.writeHead(307, { Location: `${address()}/elsewhere` });
      response.end();
    };
    assert.equal((await errorOf(read())).code, 'unavailable');
    const acting = adapter().act(
      { type: 'claim', order: 'FR-1042', offerId: 'offer-refund' },
      request({ attemptKey: 'one' }),
    );
    assert.equal((await errorOf(acting)).code, 'unavailable');
    assert.deepEqual(
      seen.map((one) => one.url),
      ['/doorstep/orders/FR-1042', '/doorstep/orders/FR-1042/actions'],
    );
  });

  test('R6: 304 brings back the last answer with the new time, for each order and language apart', async () => {
    seen = [];
    respond = (incoming, response) => {
      const tag = `"${incoming.url} ${incoming.headers['accept-language']}"`;
      if (incoming.headers['if-none-match'] === tag) {
        response.writeHead(304, { ETag: tag, 'Doorstep-Now': '2026-11-23T16:01:00Z' });
        response.end();
      } else {
        json(response, { serverNow: '2026-11-23T16:00:00Z', order: order() }, { ETag: tag });
      }
    };
    const one = adapter();
    await one.order('FR-1042', request());
    const again = await one.order('FR-1042', request());
    assert.equal(seen[1]?.headers['if-none-match'], '"/doorstep/orders/FR-1042 en"');
    assert.deepEqual(again, { serverNow: '2026-11-23T16:01:00Z', order: order() });
    await one.order('FR-1042', request({ locale: 'fr' }));
    await one.order('FR-2000', request());
    assert.equal(seen[2]?.headers['if-none-match'], undefined);
    assert.equal(seen[3]?.headers['if-none-match'], undefined);
    // A bounded memory: the oldest is forgotten, and asked for whole.
    for (let number = 0; number < 20; number++) await one.order(`FR-${3000 + number}`, request());
    seen = [];
    await one.order('FR-1042', request());
    await one.order('FR-3019', request());
    assert.equal(seen[0]?.headers['if-none-match'], undefined);
    assert.ok(seen[1]?.headers['if-none-match']);
  });

  test('R6: a 304 that does not tell the time does not repeat the old one', async () => {
    respond = (incoming, response) => {
      if (incoming.headers['if-none-match']) response.writeHead(304).end();
      else json(response, { serverNow: '2026-11-23T16:00:00Z', order: order() }, { ETag: '"1"' });
    };
    const one = adapter();
    await one.order('FR-1042', request());
    assert.equal((await one.order('FR-1042', request())).serverNow, undefined);
  });

  test('the order that was asked for last is remembered longest, and one without a tag not at all', async () => {
    let tagged = true;
    respond = (_, response) => json(response, { order: order() }, tagged ? { ETag: '"1"' } : {});
    const one = adapter();
    await one.order('FR-1042', request());
    for (let number = 0; number < 19; number++) await one.order(`FR-${number}`, request());
    await one.order('FR-1042', request());
    await one.order('FR-99', request());
    seen = [];
    tagged = false;
    await one.order('FR-1042', request());
    await one.order('FR-0', request());
    await one.order('FR-1042', request());
    assert.deepEqual(
      seen.map((incoming) => incoming.headers['if-none-match']),
      ['"1"', undefined, undefined],
    );
  });

  test('nothing is left behind on a signal that lives as long as the page; no cache of the browser is used', async () => {
    respond = (_, response) => json(response, { order: order() });
    const page = new AbortController();
    let cache: RequestCache | undefined;
    const looking: typeof fetch = (url, init) => {
      cache = init?.cache;
      return fetch(url, init);
    };
    await adapter({ fetch: looking }).order('FR-1042', request({ signal: page.signal }));
    assert.equal(getEventListeners(page.signal, 'abort').length, 0);
    assert.equal(cache, 'no-store');
    adapter().watch(
      ['stock:A'],
      () => {},
      () => {},
      request({ signal: page.signal }),
    )();
    assert.equal(getEventListeners(page.signal, 'abort').length, 0);
  });

  test('a stream over the network: cut in pieces, ended, found again, left', async (context) => {
    const draw = mock.method(Math, 'random', () => 0);
    context.after(() => draw.mock.restore());
    const log: string[] = [];
    let connections = 0;
    let left = () => {};
    const gone = new Promise<void>((resolve) => (left = resolve));
    respond = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      if (++connections > 1) {
        response.on('close', left);
        response.write('event: heartbeat\ndata: {}\n\n');
        return;
      }
      response.write('event: heartbeat\ndata: {}\n\nevent: chan');
      setTimeout(
        () => response.end('ge\nid: 1\ndata: {"topic":"stock:A"}\n\nevent: change\nid: 2'),
        20,
      );
    };
    await new Promise<void>((resolve) => {
      const stop = adapter().watch(
        ['stock:A'],
        (change) => log.push(change?.topic ?? 'everything'),
        (alive) => {
          log.push(alive ? 'alive' : 'lost');
          if (alive && connections > 1) {
            stop();
            resolve();
          }
        },
        request(),
      );
    });
    await gone;
    assert.deepEqual(log, ['alive', 'alive', 'stock:A', 'lost', 'everything', 'alive']);
  });

  test('a stream and an error that never ends are let go, also by a wrapped fetch', async () => {
    const gone = (status: number, type: string) =>
      new Promise<void>((resolve) => {
        respond = (_, response) => {
          response.writeHead(status, { 'Content-Type': type });
          response.on('close', resolve);
          response.write('event: heartbeat\ndata: {}\n\n');
        };
      });
    const answered = gone(503, 'text/plain');
    assert.equal((await errorOf(read({ fetch: wrapping() }))).code, 'unavailable');
    await answered;
    const streamed = gone(200, 'text/event-stream');
    await new Promise<void>((resolve) => {
      const stop = adapter({ fetch: wrapping() }).watch(
        ['stock:A'],
        () => {},
        () => {
          stop();
          resolve();
        },
        request(),
      );
    });
    await streamed;
  });

  test('an error whose body the page has read keeps its meaning', async () => {
    answerWith(404);
    const reading: typeof fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (!response.ok) await response.text();
      return response;
    };
    assert.equal((await errorOf(read({ fetch: reading }))).code, 'not-found');
    const holding: typeof fetch = async (url, init) => {
      const response = await fetch(url, init);
      response.body?.getReader();
      return response;
    };
    assert.equal((await errorOf(read({ fetch: holding }))).code, 'not-found');
  });

  test('what nobody waits for is given up on the network too', async () => {
    const reason = new Error('the page moved on');
    const controller = new AbortController();
    const closed = new Promise((resolve) => {
      respond = (_, response) => {
        response.on('close', resolve);
        controller.abort(reason);
      };
    });
    await assert.rejects(
      adapter().order('FR-1042', request({ signal: controller.signal })),
      reason,
    );
    await closed;
  });
});

/**
 * Connects a backend that speaks the HTTP contract of Doorstep (`openapi.json`).
 *
 * Imports nothing of the DOM and touches no global before a method is called, so it loads in plain Node.
 */
import { AdapterError } from '../../adapter/adapter.js';
import type { AdapterRequest, OrderAdapter } from '../../adapter/adapter.js';
import type { OrderAnswer, OrderCommand } from '../../model/index.js';
import { readText } from './text.js';

/** What {@link rest} needs to know. */
export interface RestOptions {
  /** Where the contract is served: `/doorstep` or `https://shop.example/doorstep`. */
  readonly baseUrl: string;
  /** Further request headers, asked for before each request: a token that may expire. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** Whether cookies travel; `same-origin` if not stated. */
  readonly credentials?: RequestCredentials;
  /** Instead of the global `fetch`: for tests and servers. */
  readonly fetch?: typeof fetch;
  /** Seconds to wait for a whole answer; 15 if not stated. */
  readonly timeout?: number;
  /** The longest answer that is read, in bytes; 2,000,000 if not stated. */
  readonly maxBytes?: number;
}

/** Answers kept for a 304: the orders a page shows, with room. */
const KEPT = 20;

const header = (response: Response, name: string) => response.headers.get(name) ?? '';

// A hint: `false` is reliable enough to say "offline", `true` proves nothing.
const isOffline = () => globalThis.navigator?.onLine === false;

const failure = (response: Response) => {
  const { status } = response;
  const asked = header(response, 'Retry-After');
  const seconds = /^\d+$/.test(asked)
    ? Number(asked)
    : // The server's own clock, if it states it: the device's may be hours off.
      (Date.parse(asked) - (Date.parse(header(response, 'Date')) || Date.now())) / 1000;
  return new AdapterError(
    status === 404 || status === 501
      ? 'not-found'
      : status === 401 || status === 403
        ? 'forbidden'
        : status === 429 || status >= 500
          ? 'unavailable'
          : 'invalid',
    { retryAfter: seconds },
  );
};

/** Its own to end, and ended with a caller's; then it listens no longer. */
const follower = (signal: AbortSignal) => {
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort(signal.reason), {
    signal: controller.signal,
  });
  return controller;
};

const query = (asked: Record<string, string | number | readonly string[] | undefined>) =>
  Object.entries(asked)
    .flatMap(([name, values = []]) =>
      [values].flat().map((value) => `${name}=${encodeURIComponent(value)}`),
    )
    .join('&');

/**
 * An adapter for the HTTP contract.
 *
 * It neither retries nor validates nor caches: the store does. A redirect is never followed, so that
 * neither an action nor a header reaches an address nobody named. When the caller's signal aborts, the
 * promise rejects with the signal's reason; every other failure is an {@link AdapterError}.
 *
 * @example
 * provider.adapter = rest({ baseUrl: '/doorstep' });
 */
export const rest = (options: RestOptions): Required<OrderAdapter> => {
  const base = options.baseUrl.replace(/\/+$/, '');
  const kept = new Map<string, { tag: string; answer: OrderAnswer }>();

  const send = async (
    path: string,
    { locale, freshness }: AdapterRequest,
    signal: AbortSignal,
    headers: Record<string, string>,
    init?: RequestInit,
  ) =>
    (options.fetch ?? fetch)(base + path, {
      credentials: options.credentials ?? 'same-origin',
      // The backend must answer, never the browser's cache.
      cache: 'no-store',
      redirect: 'error',
      ...init,
      signal,
      headers: {
        Accept: 'application/json',
        'Accept-Language': locale,
        // Stated in both cases, since browsers write `no-cache` by themselves where nothing is.
        'Cache-Control': freshness === 'fresh' ? 'no-cache' : 'max-age=60',
        ...(await options.headers?.()),
        ...headers,
      },
    });

  const call = async <Answer>(
    path: string,
    request: AdapterRequest,
    orderKey = '',
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer> => {
    const { signal } = request;
    signal.throwIfAborted();
    const controller = follower(signal);
    const timer = setTimeout(
      () => controller.abort(new AdapterError('timeout')),
      (options.timeout ?? 15) * 1000,
    );
    const startedOffline = isOffline();
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

    const answer = async (): Promise<Answer> => {
      const last = kept.get(orderKey);
      const response = await send(
        path,
        request,
        controller.signal,
        {
          ...headers,
          ...(body && { 'Content-Type': 'application/json' }),
          ...(last && { 'If-None-Match': last.tag }),
        },
        body && { method: 'POST', body: JSON.stringify(body) },
      );
      // A page's own `fetch` may have read the body of an error.
      if (!response.body?.locked) reader = response.body?.getReader();
      if (last && response.status === 304) {
        const serverNow = header(response, 'Doorstep-Now') || undefined;
        // The order is the same, the time is not.
        return { ...last.answer, serverNow } as Answer;
      }
      if (!response.ok) throw failure(response);
      if (!/\bjson\b/.test(header(response, 'Content-Type'))) throw new AdapterError('invalid');
      const value = JSON.parse(await readText(reader, options.maxBytes ?? 2e6)) as Answer;
      const tag = header(response, 'ETag');
      if (orderKey) {
        kept.delete(orderKey);
        if (tag) kept.set(orderKey, { tag, answer: value as OrderAnswer });
        if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      }
      return value;
    };

    try {
      return await Promise.race([
        answer(),
        // Also ends a wait for `headers`, or for a `fetch` that does not heed its signal.
        new Promise<never>((_, reject) =>
          controller.signal.addEventListener('abort', () =>
            reject(controller.signal.reason as Error),
          ),
        ),
      ]);
    } catch (cause) {
      if (signal.aborted || cause instanceof AdapterError) throw cause;
      throw new AdapterError(
        cause instanceof SyntaxError
          ? 'invalid'
          : // An action that left before the line went down may have arrived: that is not "offline".
            (body ? startedOffline : isOffline())
            ? 'offline'
            : 'unavailable',
        { cause },
      );
    } finally {
      clearTimeout(timer);
      // Lets go of a body nobody reads. The signal is not enough: Node 20 forgets it for a response that
      // was wrapped and whose original is collected.
      reader?.cancel().catch(() => {});
      controller.abort();
    }
  };

  // What is asked before there is an order has no path of its own.
  const orderPath = (reference: string | undefined) =>
    reference === undefined ? '' : `/orders/${encodeURIComponent(reference)}`;

  return {
    stockBatch: 100,
    order: async (reference, request) =>
      call(orderPath(reference), request, `${request.locale} ${reference}`),
    stock: async (skus, request) => call(`/stock?${query({ sku: skus })}`, request),
    slots: async ({ order, skus, from, days }, request) =>
      call(`${orderPath(order)}/slots?${query({ sku: skus, from, days })}`, request),
    basket: async (basket, request) => call('/basket', request, '', basket),
    act: async (command, request) => {
      // An order is named by the path.
      const { order, ...rest } = command as Partial<OrderCommand>;
      return call(`${orderPath(order)}/actions`, request, '', rest, {
        'Idempotency-Key': request.attemptKey ?? '',
      });
    },
    outcome: async (order, offerId, request) =>
      call(`${orderPath(order)}/actions/${encodeURIComponent(offerId)}`, request),

    watch(topics, notify, alive, request) {
      const controller = follower(request.signal);
      const open = (signal: AbortSignal) =>
        send(`/changes?${query({ topic: topics })}`, request, signal, {
          Accept: 'text/event-stream',
        });
      // The live connection comes after what is shown first, and so does its code.
      import('./stream.js').then(
        ({ stream }) => stream(open, failure, notify, alive, controller.signal),
        () => alive(false),
      );
      return () => controller.abort();
    },
  };
};

/**
 * The server half of the HTTP contract (`openapi.json`) on web-standard `Request` and `Response`: for
 * Node, for any server that speaks them, and for a page that answers itself in a demo.
 *
 * @example
 * const handler = createHandler({ basePath: '/doorstep', backend, authorize });
 * app.all('/doorstep/*', async (context) => (await handler(context.req.raw)) ?? context.notFound());
 */
import { AdapterError } from '../../adapter/adapter.js';
import type { AdapterRequest, OrderAdapter } from '../../adapter/adapter.js';
import {
  BasketSchema,
  OrderCommandSchema,
  parseWhole,
  ShopCommandSchema,
  SlotCommandSchema,
  SlotQuerySchema,
} from '../../model/index.js';
import type { Change } from '../../model/index.js';
import { readText } from './text.js';

/** What answers behind the contract: an adapter that also knows what time it is. */
export interface Backend extends OrderAdapter {
  /** Milliseconds since the Unix epoch on the clock that deadlines run on. */
  now(): number;
}

/** What {@link createHandler} needs to know. */
export interface HandlerOptions {
  /** The path in front of `/orders`, `/stock`, `/slots`, `/basket`, `/actions` and `/changes`, such as `/doorstep`. */
  readonly basePath: string;
  readonly backend: Backend;
  /**
   * Whether the sender of the request may see the order, from your session. `false` is answered like
   * an order that does not exist; throw `AdapterError('forbidden')` to ask for a new sign-in.
   *
   * Without it every order is shown to everyone who knows its reference.
   */
  readonly authorize?: (request: Request, reference: string) => boolean | Promise<boolean>;
  /**
   * Who sends the request, from your session: passed to the backend as `request.customer`, for holds and
   * for wishes to be told. `undefined` if nobody knows.
   */
  readonly customer?: (request: Request) => string | undefined | Promise<string | undefined>;
  /**
   * Further origins whose pages may press and ask about a basket, exactly as browsers state them
   * (`https://www.shop.example`); without it only pages of the handler's own origin may. What CORS asks for
   * stays your server's work, in front of this handler: answer `OPTIONS`, allow that origin and, where cookies
   * are the session, credentials; allow the headers `Content-Type`, `Idempotency-Key`, `Cache-Control` and
   * `If-None-Match`; expose `ETag`, `Doorstep-Now`, `Retry-After` and `Date`.
   */
  readonly origins?: readonly string[];
  /** Seconds between two heartbeats of a stream; 15 if not stated. */
  readonly heartbeat?: number;
  /** Told of what went wrong inside; the answer never says. `console.error` if not stated. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** Actions are a few hundred bytes, a basket a few hundred for each line. */
const LONGEST_COMMAND = 16_000;
const LONGEST_BASKET = 200_000;
const MOST_TOPICS = 200;
const MOST_SKUS = 200;
/** Days in one list of slots: a quarter. More are asked for from `next` on. */
const MOST_DAYS = 92;
/** Events a receiver may leave unread before it is cut off; it asks anew when it comes back. */
const MOST_UNREAD = 256;

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** Ends the handling of a request with an error answer. */
class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }
}

const problemOf = (error: unknown, acting: boolean): Problem => {
  if (error instanceof Problem) return error;
  if (!(error instanceof AdapterError))
    return new Problem(500, 'unavailable', { 'Retry-After': '5' });
  switch (error.code) {
    case 'not-found':
      return new Problem(404, 'not-found');
    case 'forbidden':
      return new Problem(401, 'forbidden', { 'WWW-Authenticate': 'Session' });
    case 'invalid':
      return new Problem(acting ? 422 : 502, 'invalid');
    default:
      return new Problem(503, 'unavailable', {
        'Retry-After': `${Math.ceil(error.retryAfter ?? 5)}`,
      });
  }
};

const isCrossSite = (request: Request, origins: readonly string[]): boolean => {
  const from = request.headers.get('Origin');
  // A page cannot state another origin than its own.
  if (from !== null && origins.includes(from)) return false;
  const site = request.headers.get('Sec-Fetch-Site');
  // The browser itself says so; a proxy in between may have changed the host.
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  if (from === null) return false;
  const host = request.headers.get('Host') ?? new URL(request.url).host;
  return !URL.canParse(from) || new URL(from).host !== host;
};

const entityTag = async (value: unknown): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${[...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
};

// Firefox has no `body` on requests; there the whole is read first.
const bodyOf = (request: Request): Request['body'] | undefined => request.body;

/**
 * Makes the handler.
 *
 * It adds no CORS headers: an order is for the shop's own pages, and `origins` names those elsewhere. It keeps nothing between requests:
 * that one obligation is met once is the backend's work (see `OrderAdapter.act`), and so is refusing an
 * attempt key that comes back with another command (throw `AdapterError('invalid')`).
 *
 * @returns a function from request to response; `undefined` for a path outside `basePath`
 */
export const createHandler = (
  options: HandlerOptions,
): ((request: Request) => Promise<Response | undefined>) => {
  const { backend } = options;
  const base = options.basePath.replace(/\/+$/, '');
  const onError = options.onError ?? ((error: unknown) => console.error(error));
  const now = () => new Date(backend.now()).toISOString();

  const headers = (more: Record<string, string>) => ({
    'Cache-Control': 'private, no-store',
    'Doorstep-Now': now(),
    'X-Content-Type-Options': 'nosniff',
    ...more,
  });

  const json = (body: object, more: Record<string, string> = {}, status = 200) =>
    new Response(JSON.stringify(body), {
      status,
      headers: headers({ 'Content-Type': 'application/json', ...more }),
    });

  const mayRead = async (request: Request, reference: string) =>
    !options.authorize || (await options.authorize(request, reference));

  const only = (request: Request, method: string) => {
    if (request.method !== method) throw new Problem(405, 'invalid', { Allow: method });
  };

  const customerOf = async (request: Request): Promise<{ customer?: string }> => {
    const customer = await options.customer?.(request);
    return customer === undefined ? {} : { customer };
  };

  const adapterRequest = async (request: Request): Promise<AdapterRequest> => ({
    ...(await customerOf(request)),
    signal: request.signal,
    locale:
      /^[a-z]{2,8}(-[a-z0-9]{1,8})*/i.exec(request.headers.get('Accept-Language') ?? '')?.[0] ??
      'en',
    freshness: /no-cache/.test(request.headers.get('Cache-Control') ?? '') ? 'fresh' : 'any',
  });

  const order = async (request: Request, reference: string): Promise<Response> => {
    const answer = await backend.order(reference, await adapterRequest(request));
    if (!answer?.order) throw new AdapterError('not-found');
    const tag = await entityTag(answer.order);
    const known = (request.headers.get('If-None-Match') ?? '').split(/\s*,\s*/);
    // Proxies that compress mark the tag as weak; a comparison for 304 ignores that.
    if (known.some((one) => one.replace(/^W\//, '') === tag))
      return new Response(null, { status: 304, headers: headers({ ETag: tag }) });
    return json({ serverNow: answer.serverNow ?? now(), order: answer.order }, { ETag: tag });
  };

  /** A body that only a page of the shop itself, or of an origin that was named, can send. */
  const bodyOfPost = async (request: Request, longest: number): Promise<unknown> => {
    if (isCrossSite(request, options.origins ?? [])) throw new Problem(403, 'forbidden');
    // A form cannot send this, so no other site's page can without a preflight.
    if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
      throw new Problem(415, 'invalid');
    try {
      return JSON.parse(
        await readText(
          (bodyOf(request) ?? new Response(await request.blob()).body)?.getReader(),
          longest,
        ),
      );
    } catch (error) {
      throw new Problem(error instanceof AdapterError ? 413 : 400, 'invalid');
    }
  };

  const act = async (request: Request, reference?: string): Promise<Response> => {
    const body = await bodyOfPost(request, LONGEST_COMMAND);
    const attemptKey = request.headers.get('Idempotency-Key')?.trim();
    if (!attemptKey || attemptKey.length > 255) throw new Problem(400, 'invalid');
    // Checked strictly: a claim whose amount cannot be read must not become a claim without one.
    const command =
      reference === undefined
        ? // An order is named by the path, where it is known who may see it.
          parseWhole(ShopCommandSchema, { ...(body as object), order: undefined })
        : (parseWhole(OrderCommandSchema, { ...(body as object), order: reference }) ??
          parseWhole(SlotCommandSchema, { ...(body as object), order: reference }));
    if (!command) throw new Problem(400, 'invalid');
    if (!backend.act) throw new Problem(501, 'unavailable');
    const answer = await backend.act(command, { ...(await adapterRequest(request)), attemptKey });
    return json({ serverNow: answer.serverNow ?? now(), outcome: answer.outcome });
  };

  const basket = async (request: Request): Promise<Response> => {
    const asked = parseWhole(BasketSchema, await bodyOfPost(request, LONGEST_BASKET));
    // A choice may leave nothing to pay for: only to be told when it is back.
    if (!asked || !(asked.lines.length || asked.choice)) throw new Problem(400, 'invalid');
    if (!backend.basket) throw new Problem(501, 'unavailable');
    const answer = await backend.basket(asked, await adapterRequest(request));
    return json({ serverNow: answer.serverNow ?? now(), check: answer.check });
  };

  const slots = async (request: Request, url: URL, order?: string): Promise<Response> => {
    const { searchParams: asked } = url;
    const days = asked.get('days');
    const query = parseWhole(SlotQuerySchema, {
      order,
      skus: [...new Set(asked.getAll('sku'))],
      from: asked.get('from') ?? undefined,
      days: days === null ? undefined : Number(days),
    });
    if (!query || (query.skus?.length ?? 0) > MOST_SKUS) throw new Problem(400, 'invalid');
    if (!backend.slots) throw new Problem(501, 'unavailable');
    const limited = query.days === undefined ? {} : { days: Math.min(query.days, MOST_DAYS) };
    const answer = await backend.slots({ ...query, ...limited }, await adapterRequest(request));
    return json({ serverNow: answer.serverNow ?? now(), slots: answer.slots });
  };

  const stock = async (request: Request, url: URL): Promise<Response> => {
    const skus = [...new Set(url.searchParams.getAll('sku'))];
    // A batch of nothing would never end.
    const size = Math.max(Math.floor(backend.stockBatch ?? MOST_SKUS), 1) || MOST_SKUS;
    if (skus.length === 0 || skus.length > Math.max(size, MOST_SKUS) || skus.includes(''))
      throw new Problem(400, 'invalid');
    if (!backend.stock) throw new Problem(501, 'unavailable');
    const asker = await adapterRequest(request);
    // A page knows nothing of this limit, and asks for a hundred at once.
    const batches = Array.from({ length: Math.ceil(skus.length / size) }, (_, index) =>
      skus.slice(index * size, (index + 1) * size),
    );
    const answers = await Promise.all(batches.map(async (some) => backend.stock!(some, asker)));
    return json({
      serverNow: answers[0]!.serverNow ?? now(),
      stock: answers.flatMap((answer) => answer.stock),
    });
  };

  const changes = async (request: Request, url: URL): Promise<Response> => {
    const asked = [...new Set(url.searchParams.getAll('topic'))];
    if (
      asked.length === 0 ||
      asked.length > MOST_TOPICS ||
      !asked.every((one) => /^((order|stock):.|slots$)/.test(one))
    )
      throw new Problem(400, 'invalid');
    if (!backend.watch) throw new Problem(501, 'unavailable');
    const topics: string[] = [];
    for (const topic of asked) {
      // What may not be seen never changes: the stream does not tell whether it exists.
      const order = /^order:(.*)/s.exec(topic)?.[1];
      if (order === undefined || (await mayRead(request, order))) topics.push(topic);
    }
    if (topics.length === 0) throw new Problem(404, 'not-found');

    const watch = backend.watch.bind(backend);
    const asker = await adapterRequest(request);
    const encoder = new TextEncoder();
    const ended = new AbortController();
    let id = 0;
    let timer: ReturnType<typeof setInterval> | undefined;
    let unwatch: (() => void) | undefined;
    let close: () => void;
    const end = () => {
      ended.abort();
      clearInterval(timer);
      unwatch?.();
      request.signal.removeEventListener('abort', close);
    };

    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        close = () => {
          if (ended.signal.aborted) return;
          end();
          stream.close();
        };
        const send = (event: string, data: object, head = '') => {
          if (ended.signal.aborted) return;
          if ((stream.desiredSize ?? 0) < -MOST_UNREAD) return close();
          stream.enqueue(
            encoder.encode(`event: ${event}\n${head}data: ${JSON.stringify(data)}\n\n`),
          );
        };
        const heartbeat = () => send('heartbeat', { serverNow: now() });
        const change = ({ topic, serverNow }: Change) =>
          send('change', { topic, serverNow: serverNow ?? now() }, `id: ${++id}\n`);

        request.signal.addEventListener('abort', close);
        if (request.signal.aborted) return close();
        heartbeat();
        unwatch = watch(
          topics,
          (one) => {
            // After a gap on this side nobody knows what was missed.
            if (one) change(one);
            else topics.forEach((topic) => change({ topic }));
          },
          // Not live here is not live there: the receiver comes back and asks again.
          (alive) => {
            if (!alive) close();
          },
          { ...asker, signal: ended.signal },
        );
        if (ended.signal.aborted) return unwatch();
        timer = setInterval(heartbeat, (options.heartbeat ?? 15) * 1000);
      },
      cancel: end,
    });
    return new Response(body, {
      headers: headers({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'private, no-store, no-transform',
        // A buffering proxy would hold the heartbeats back.
        'X-Accel-Buffering': 'no',
      }),
    });
  };

  const route = async (request: Request, url: URL): Promise<Response> => {
    let path: string[];
    try {
      path = url.pathname
        .slice(base.length + 1)
        .split('/')
        .map(decodeURIComponent);
    } catch {
      throw new Problem(404, 'not-found');
    }
    const [resource, reference, actions, offerId] = path;
    if (path.length === 1 && (resource === 'stock' || resource === 'slots')) {
      only(request, 'GET');
      return resource === 'stock' ? stock(request, url) : slots(request, url);
    }
    if (path.length === 1 && (resource === 'basket' || resource === 'actions')) {
      only(request, 'POST');
      return resource === 'basket' ? basket(request) : act(request);
    }
    if (resource === 'changes' && path.length === 1) {
      only(request, 'GET');
      return changes(request, url);
    }
    if (
      resource !== 'orders' ||
      !reference ||
      path.length > 4 ||
      (path.length > 2 && actions !== 'actions' && !(actions === 'slots' && path.length === 3))
    )
      throw new Problem(404, 'not-found');
    only(request, path.length === 3 && actions === 'actions' ? 'POST' : 'GET');
    if (!(await mayRead(request, reference))) throw new Problem(404, 'not-found');
    if (path.length === 2) return order(request, reference);
    if (actions === 'slots') return slots(request, url, reference);
    if (path.length === 3) return act(request, reference);
    if (!offerId) throw new Problem(404, 'not-found');
    if (!backend.outcome) throw new Problem(501, 'unavailable');
    const answer = await backend.outcome(reference, offerId, await adapterRequest(request));
    return json({ serverNow: answer.serverNow ?? now(), outcome: answer.outcome });
  };

  return async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(`${base}/`)) return undefined;
    try {
      return await route(request, url);
    } catch (error) {
      if (!(error instanceof Problem) && !(error instanceof AdapterError)) onError(error, request);
      const problem = problemOf(error, request.method === 'POST');
      return json(
        {
          type: 'about:blank',
          title: titles[problem.status] ?? 'Error',
          status: problem.status,
          code: problem.code,
        },
        { 'Content-Type': 'application/problem+json', ...problem.headers },
        problem.status,
      );
    }
  };
};

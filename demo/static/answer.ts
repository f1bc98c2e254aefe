/**
 * The demo without a server: a service worker hands each request back to the page, where the shop's
 * rules answer it over facts in memory. Nothing leaves the page; a reload goes on where it was.
 */
import { createHandler } from '../../src/adapters/rest/handler.js';
import { PhaseSchema, parseWhole } from '../../src/model/index.js';
import { inZone, pageShop, type PageShop, type SavedShop } from '../rules/index.js';
import { closing, streams } from './stream.js';

const KEY = 'doorstep-static-demo';
const ZONE = 'Europe/Paris';

/** The policy that allows the page to name its service worker, and no other script. */
const trustWorker = (address: string): void => {
  const { trustedTypes } = globalThis as {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
    };
  };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).href !== address) throw new TypeError('Not this script');
      return url;
    },
  });
};

const restored = (): SavedShop | undefined => {
  try {
    const saved = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as SavedShop | null;
    return saved ?? undefined;
  } catch {
    return undefined;
  }
};

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });

type Fault = { mode: string; delay: number; left: number };
const faultless: Fault = { mode: 'none', delay: 0, left: Infinity };

/** The controls under `/demo`, as the demo's server has them. */
const controls = (shop: PageShop, fault: { now: Fault }) => {
  const written = () => inZone(shop.now(), ZONE);
  const refunds = () => shop.saved().facts.refunds;
  const state = () => ({
    serverNow: written(),
    faults: fault.now.left > 0 ? fault.now.mode : 'none',
    orders: 1,
    claims: shop.saved().facts.claims.length,
    refunds: refunds().length,
    waiting: refunds().filter(({ state }) => ['asked', 'ordered', 'sent'].includes(state)).length,
  });
  type Body = Readonly<Record<string, string | number | undefined>>;
  const turn = (
    { now, mode, delay, times, phase, place, words, reference, state }: Body,
    name?: string,
  ) => {
    switch (name) {
      case 'clock':
        return shop.setClock(Date.parse(`${now}`));
      case 'reset':
        fault.now = faultless;
        return shop.reset();
      case 'faults':
        fault.now = {
          mode: `${mode}`,
          delay: Number(delay ?? 10_000),
          left: Number(times ?? Infinity),
        };
        return;
      case 'scan': {
        const known = parseWhole(PhaseSchema, phase);
        const source = { kind: 'carrier' as const, name: 'Relais Nord' };
        if (!known) return false;
        return shop.scan({
          id: `demo-${crypto.randomUUID()}`,
          at: written(),
          phase: known,
          source,
          ...(words ? { words: `${words}` } : {}),
          ...(place ? { place: `${place}` } : {}),
        });
      }
      case 'refund':
        return shop.failRefund(`${reference}`, state === 'failed' ? 'failed' : 'returned');
      default:
        return false;
    }
  };
  return async (request: Request): Promise<Response> => {
    // What is due by now is done before anybody counts.
    await shop.order('FR-1042', { signal: request.signal, locale: 'en', freshness: 'any' });
    const name = new URL(request.url).pathname.split('/').at(-1);
    if (request.method === 'GET')
      return json(name === 'refunds' ? { serverNow: written(), refunds: refunds() } : state());
    const body = (await request.json().catch(() => ({}))) as Body;
    return turn(body, name) === false ? json({ code: 'invalid' }, 400) : json(state());
  };
};

/** Resolves once requests of this page are answered by it. */
export const answerHere = async (): Promise<void> => {
  const { http } = await import('msw/http');
  const { setupWorker } = await import('msw/browser');

  const shop = pageShop(undefined, undefined, restored());
  const fault = { now: faultless };
  const handler = createHandler({
    basePath: '/doorstep',
    backend: streams() ? shop : closing(shop, 'order:FR-1042'),
  });
  const turn = controls(shop, fault);
  const keep = () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(shop.saved()));
    } catch {
      // Without storage a reload begins the story again.
    }
  };

  const worker = setupWorker(
    http.all('*/demo/*', async ({ request }) => {
      const response = await turn(request);
      keep();
      return response;
    }),
    http.all('*/doorstep/*', async ({ request }) => {
      const { mode, delay } = fault.now.left > 0 ? fault.now : faultless;
      const acting = request.method === 'POST';
      if (mode !== 'none' && (mode !== 'lose-answers' || acting)) fault.now.left--;
      if (mode === 'down') return Response.error();
      if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, delay));
      if (mode === '500') return new Response('<h1>Internal Server Error</h1>', { status: 500 });
      const response = await handler(request);
      keep();
      return mode === 'lose-answers' && acting ? Response.error() : response;
    }),
  );
  const folder = new URL(import.meta.env.BASE_URL, document.baseURI);
  const address = new URL('mockServiceWorker.js', folder).href;
  trustWorker(address);
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: address, options: { scope: folder.pathname } },
  });
};

/**
 * The demo without a server: a service worker hands each request back to the page, where the shop's
 * rules answer it over facts in memory. Nothing leaves the page; a reload goes on where it was.
 */
import { createHandler } from '../../src/adapters/rest/handler.js';
import {
  BasketSchema,
  BlockedSchema,
  InstantSchema,
  PhaseSchema,
  parseWhole,
} from '../../src/model/index.js';
import {
  GLASSWARE,
  inZone,
  languageOf,
  MAISON_VERRE,
  numbered,
  pageShop,
  PRODUCTS,
  productView,
  slotOf,
  type PageShop,
  type SavedShop,
} from '../rules/index.js';
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
  const refunds = () => shop.saved().orders.flatMap((order) => order.refunds);
  const state = () => ({
    serverNow: written(),
    faults: fault.now.left > 0 ? fault.now.mode : 'none',
    orders: shop.saved().orders.length,
    slotHolds: shop.saved().places.filter(({ until }) => until !== undefined).length,
    holds: shop.saved().hold?.endedAt === undefined && shop.saved().hold ? 1 : 0,
    claims: shop.saved().orders.flatMap((order) => order.claims).length,
    refunds: refunds().length,
    waiting: refunds().filter(({ state }) => ['asked', 'ordered', 'sent'].includes(state)).length,
  });
  type Body = Readonly<Record<string, string | number | undefined>> & { readonly blocked?: never };
  const turn = (
    { now, mode, delay, times, phase, place, words, reference, state, ...goods }: Body,
    name?: string,
  ) => {
    const sku = `${goods['sku']}`;
    const quantity = Number(goods['quantity']);
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
      case 'block':
        return shop.block(`${reference}`, parseWhole(BlockedSchema, goods.blocked));
      case 'refund':
        return shop.failRefund(`${reference}`, state === 'failed' ? 'failed' : 'returned');
      case 'stock':
        return shop.setStock(sku, goods['quantity'] === undefined ? undefined : quantity);
      case 'restock':
        return shop.restock(sku, quantity);
      case 'sell':
        return shop.sell(sku, quantity);
      case 'propose':
      case 'impose': {
        const [from, before] = [goods['from'], goods['before']].map((at) =>
          parseWhole(InstantSchema, at),
        );
        const { id, trackingNumber, answerBy, ifSilent, reason, lang } = goods;
        if (!from || !before) return false;
        const change = {
          ...{ id: `${id}`, from, before },
          ...(reason ? { reason: `${reason}`, lang: `${lang}` } : {}),
          answerBy: parseWhole(InstantSchema, answerBy),
          ifSilent: ifSilent === 'moves' ? ('moves' as const) : ('stands' as const),
        };
        return shop.change(
          `${trackingNumber}`,
          change,
          name === 'propose' ? 'proposed' : 'imposed',
        );
      }
      case 'estimate': {
        const [from, until] = [goods['from'], goods['until']].map((at) =>
          parseWhole(InstantSchema, at),
        );
        return Boolean(from && until && shop.estimate(`${goods['trackingNumber']}`, from, until));
      }
      case 'withdraw':
        return shop.withdraw(`${goods['order']}`, `${goods['id']}`);
      case 'slot':
        return shop.setSlot(`${goods['slot']}`, Number(goods['capacity']));
      case 'fail-supply':
        return shop.failSupply(`${goods['order']}`, sku, quantity);
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

/** The shop's own routes, as the demo's server has them. */
const shopRoutes = (shop: PageShop) => {
  // One payment is taken once, however often it is sent.
  const taken = new Map<string, string>();
  return async (request: Request): Promise<Response> => {
    const locale = request.headers.get('Accept-Language') ?? 'en';
    const language = languageOf(locale);
    const [, resource, name] =
      /\/shop\/(\w+)(?:\/(.+))?$/.exec(new URL(request.url).pathname) ?? [];
    if (resource === 'products' && name) {
      const product = PRODUCTS.find(({ sku }) => sku === decodeURIComponent(name));
      return product
        ? json(productView(product, language, shop.now(), MAISON_VERRE))
        : json({ code: 'not-found' }, 404);
    }
    if (resource === 'products')
      return json({
        page: 1,
        products: GLASSWARE.map((one) => ({
          sku: one.sku,
          name: one.name[language],
          price: one.price,
        })),
      });
    const key = request.headers.get('Idempotency-Key') ?? '';
    const body = await request.text();
    const basket = parseWhole(BasketSchema, numbered(body));
    if (resource !== 'orders' || !key || !basket?.lines.length)
      return json({ code: 'invalid' }, 400);
    const before = taken.get(key);
    const sale = before ? { reference: before } : shop.place(basket, locale, slotOf(body));
    if (!('reference' in sale)) return json(sale, 409);
    taken.set(key, sale.reference);
    return json({ ...sale, address: `?order=${sale.reference}` }, 201);
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
    backend: streams() ? shop : closing(shop),
    customer: () => 'page',
  });
  const turn = controls(shop, fault);
  const sold = shopRoutes(shop);
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
    http.all('*/shop/products*', ({ request }) => sold(request)),
    http.all('*/shop/products/*', ({ request }) => sold(request)),
    http.post('*/shop/orders', async ({ request }) => {
      const response = await sold(request);
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

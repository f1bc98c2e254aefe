import { randomUUID } from 'node:crypto';
import { Hono, type Context, type Env } from 'hono';
import { AdapterError, type AdapterRequest } from '../../src/adapter/index.js';
import type { Backend } from '../../src/adapters/rest/handler.js';
import { BasketSchema, parseWhole } from '../../src/model/index.js';
import { renderSlotPicker, renderStock } from '../../src/server/server.js';
import { numbered, ZONE } from '../rules/index.js';
import type { Checkout, Sale } from './checkout.js';
import { headersOf } from './pages.js';
import { fieldsOf, isForeign, languageIn, written } from './served.js';
import { cookie, hourOf, partsOf, tell, toldBy, untell } from './told.js';
import { cookieOf, type Visitors } from './visitors.js';

const PAGE = '/served-checkout.html';
const SKU = 'WM-9KG';
const BASKET = JSON.stringify({ lines: [{ sku: SKU, quantity: 1 }] });
const NO_SERVER = /<!-- no server -->[^]*<!-- \/no server -->/;
const KEY = /^[\w-]{36}$/;

/** The cookie that tells why nothing was sold. */
const NOTE = 'told-checkout';
const REFERENCE = /^[\w-]+$/;
const PHONE = '<a href="tel:+33199004242">01 99 00 42 42</a>';

/** Why nothing was sold, and at what time that was; `order` is the one that the form had placed before. */
const TOLD = {
  en: {
    goods: (at: string) =>
      `At ${at} nothing was charged: it could not be had as you saw it. This is how it is now.`,
    time: (at: string) =>
      `At ${at} nothing was charged: that time could not be had. This is how the times stand now.`,
    none: (at: string) => `At ${at} nothing was charged: no time was chosen.`,
    cookie: (at: string) =>
      `At ${at} nothing was charged: to pay here, your browser has to keep a cookie. Without it we could not tell a form that was sent twice from two orders. Allow it, then pay again.`,
    earlier: (at: string, order?: string) =>
      `At ${at} nothing more was charged: that form had already placed an order. Before you pay once more, ${order ? `look at <a href="/served.html?lang=en&amp;order=${order}">order ${order}</a>` : `please call us: ${PHONE}`}.`,
  },
  fr: {
    goods: (at: string) =>
      `À ${at}, rien n’a été débité : ce n’était plus disponible comme vous l’aviez vu. Voici où nous en sommes.`,
    time: (at: string) =>
      `À ${at}, rien n’a été débité : cette heure n’était pas disponible. Voici où en sont les heures.`,
    none: (at: string) => `À ${at}, rien n’a été débité : aucune heure n’était choisie.`,
    cookie: (at: string) =>
      `À ${at}, rien n’a été débité : pour payer ici, votre navigateur doit garder un cookie. Sans lui, un formulaire envoyé deux fois serait pour nous deux commandes. Autorisez-le, puis payez de nouveau.`,
    earlier: (at: string, order?: string) =>
      `À ${at}, rien de plus n’a été débité : ce formulaire avait déjà passé une commande. Avant de payer de nouveau, ${order ? `regardez <a href="/served.html?lang=fr&amp;order=${order}">la commande ${order}</a>` : `appelez-nous : ${PHONE}`}.`,
  },
};
type Told = keyof (typeof TOLD)['en'];

/**
 * The checkout that a server writes: one machine, the times it can be brought, and a form that pays where no
 * script runs.
 *
 * - `GET /served-checkout.html`: what is there now; `?lang=fr` in French. Why nothing was sold is said for some minutes, until
 *   something is.
 * - `POST /pay`: the form, with the `slot` and, from a guard that lives, `doorstep-checkout`. The basket is checked
 *   where it is sold, whatever was checked before. 303 to the order, or back with the reason. Sent twice by one visitor it is one
 *   payment; whoever cannot be known again, as his browser keeps no cookie, is sold nothing: 403, with the page.
 */
export const servedCheckout = (
  folder: string,
  backend: Backend,
  checkout: Checkout,
  visitors: Visitors,
): Hono => {
  const app = new Hono();
  const askerOf = (request: Request, locale: string): AdapterRequest => ({
    ...{ locale, signal: request.signal, customer: visitors.of(request), freshness: 'fresh' },
  });

  /** @param why nothing is sold to whoever asked just now */
  const show = async (context: Context<Env, string>, why?: Told): Promise<Response> => {
    const request = context.req.raw;
    const language = languageIn(context.req);
    const page = await written(folder, PAGE, language);
    if (page === undefined) return context.notFound();
    const asker = askerOf(request, language);
    const src = '/doorstep';
    const stock = await backend.stock!([SKU], asker);
    const badge = renderStock(stock, {
      ...{ language, timeZone: ZONE, attributes: { sku: SKU, src } },
    });
    const times = renderSlotPicker(await backend.slots!({ skus: [SKU] }, asker), {
      ...{ language, attributes: { name: 'slot', required: '', skus: SKU, src } },
    });
    const now = Date.parse(stock.serverNow!);
    const told = why ? { why, at: now, order: '' } : toldBy(request, NOTE, now);
    const note =
      told && Object.hasOwn(TOLD.en, told.why)
        ? TOLD[language][told.why as Told](
            hourOf(told.at, language),
            REFERENCE.test(told.order) ? told.order : undefined,
          )
        : '';
    return new Response(
      page
        .replace(NO_SERVER, '')
        .replace(
          'action="/pay" method="post" hidden',
          `action="/pay?lang=${language}" method="post"`,
        )
        .replace('<!-- key -->', `<input type="hidden" name="key" value="${randomUUID()}" />`)
        .replace('<!-- note -->', () => note)
        .replace('<!-- stock -->', () => badge)
        .replace('<!-- time -->', () => times),
      { status: why ? 403 : 200, headers: headersOf('text/html; charset=utf-8') },
    );
  };

  // Without its ending too, as every page of the demo.
  app.on('GET', [PAGE, PAGE.replace('.html', '')], (context) => show(context));

  app.post('/pay', async (context) => {
    const request = context.req.raw;
    if (isForeign(request)) return context.json({ code: 'forbidden' }, 403);
    const form = await fieldsOf(request);
    const key = form.get('key') ?? '';
    const basket = parseWhole(BasketSchema, numbered(form.get('doorstep-checkout') ?? BASKET));
    const language = languageIn(context.req);
    const customer = visitors.of(request);
    const back = async (why: Told, order = '') => {
      const { serverNow } = await backend.stock!([SKU], askerOf(request, language));
      tell(context, NOTE, why, Date.parse(serverNow!), order);
      return context.redirect(`${PAGE}?lang=${language}`, 303);
    };
    if (!KEY.test(key) || !basket?.lines.length) return context.json({ code: 'invalid' }, 400);
    // The key is the visitor's: of one who is new with every form, each would be another payment.
    if (cookieOf(request, 'visitor') !== customer) return show(context, 'cookie');
    const slot = form.get('slot');
    // No machine of this shop is brought without a time.
    if (!slot) return back('none');
    let sale: Sale;
    try {
      sale = await checkout.order(basket, { customer, locale: language }, key, slot);
    } catch (error) {
      // The key stands for another basket, or another time.
      if (!(error instanceof AdapterError && error.code === 'invalid')) throw error;
      const [paid, reference] = partsOf(request, 'paid');
      return back('earlier', paid === key ? reference : '');
    }
    if ('refused' in sale) return back('slot' in sale.refused ? 'time' : 'goods');
    context.header('Set-Cookie', cookie('paid', '/pay', key, sale.reference), { append: true });
    untell(context, NOTE);
    const order = encodeURIComponent(sale.reference);
    return context.redirect(`/served.html?lang=${language}&order=${order}`, 303);
  });

  return app;
};

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { AdapterError } from '../../src/adapter/index.js';
import type { Backend } from '../../src/adapters/rest/handler.js';
import { BasketSchema, parseWhole } from '../../src/model/index.js';
import { renderSlotPicker, renderStock } from '../../src/server/server.js';
import { numbered } from '../rules/index.js';
import type { Checkout, Sale } from './checkout.js';
import { headersOf } from './pages.js';
import { fieldsOf, isForeign, languageIn, written } from './served.js';
import type { Visitors } from './visitors.js';

const PAGE = '/served-checkout.html';
const SKU = 'WM-9KG';
const BASKET = JSON.stringify({ lines: [{ sku: SKU, quantity: 1 }] });
const NO_SERVER = /<!-- no server -->[^]*<!-- \/no server -->/;
const KEY = /^[\w-]{36}$/;

/** Why nothing was sold. */
const TOLD = {
  en: {
    goods: 'Nothing was charged: it cannot be had as you saw it. This is how it is now.',
    time: 'Nothing was charged: that time cannot be had. These are the times there are now.',
    earlier:
      'An earlier order of yours has reached us. Look at your orders before you pay once more.',
  },
  fr: {
    goods:
      'Rien n’a été débité : ce n’est plus disponible comme vous l’avez vu. Voici où nous en sommes.',
    time: 'Rien n’a été débité : cette heure n’est pas disponible. Voici celles qui le sont.',
    earlier:
      'Une commande précédente nous est parvenue. Regardez vos commandes avant de payer de nouveau.',
  },
} as const;
type Told = keyof (typeof TOLD)['en'];

/**
 * The checkout that a server writes: one machine, the times it can be brought, and a form that pays where no
 * script runs.
 *
 * - `GET /served-checkout.html`: what is there now; `?lang=fr` in French.
 * - `POST /pay`: the form, with the `slot` and, from a guard that lives, `doorstep-checkout`. The basket is checked
 *   where it is sold, whatever was checked before. 303 to the order, or back with the reason.
 */
export const servedCheckout = (
  folder: string,
  backend: Backend,
  checkout: Checkout,
  visitors: Visitors,
): Hono => {
  const app = new Hono();

  // Without its ending too, as every page of the demo.
  app.on('GET', [PAGE, PAGE.replace('.html', '')], async (context) => {
    const request = context.req.raw;
    const language = languageIn(context.req);
    const page = await written(folder, PAGE, language);
    if (page === undefined) return context.notFound();
    const asker = {
      ...{ locale: language, signal: request.signal, customer: visitors.of(request) },
      freshness: 'fresh' as const,
    };
    const src = '/doorstep';
    const badge = renderStock(await backend.stock!([SKU], asker), {
      ...{ language, timeZone: 'Europe/Paris', attributes: { sku: SKU, src } },
    });
    const times = renderSlotPicker(await backend.slots!({ skus: [SKU] }, asker), {
      ...{ language, attributes: { name: 'slot', required: '', skus: SKU, src } },
    });
    const told = TOLD[language][context.req.query('told') as Told] ?? '';
    return new Response(
      page
        .replace(NO_SERVER, '')
        .replace(
          'action="/pay" method="post" hidden',
          `action="/pay?lang=${language}" method="post"`,
        )
        // Sent twice it is one payment.
        .replace('<!-- key -->', `<input type="hidden" name="key" value="${randomUUID()}" />`)
        .replace('<!-- note -->', told)
        .replace('<!-- stock -->', () => badge)
        .replace('<!-- time -->', () => times),
      { headers: headersOf('text/html; charset=utf-8') },
    );
  });

  app.post('/pay', async (context) => {
    const request = context.req.raw;
    if (isForeign(request)) return context.json({ code: 'forbidden' }, 403);
    const form = await fieldsOf(request);
    const key = form.get('key') ?? '';
    const basket = parseWhole(BasketSchema, numbered(form.get('doorstep-checkout') ?? BASKET));
    const language = languageIn(context.req);
    const back = (told: Told) => context.redirect(`${PAGE}?lang=${language}&told=${told}`, 303);
    if (!KEY.test(key) || !basket?.lines.length) return context.json({ code: 'invalid' }, 400);
    const slot = form.get('slot');
    // No machine of this shop is brought without a time.
    if (!slot) return back('time');
    const asker = { customer: visitors.of(request), locale: language };
    let sale: Sale;
    try {
      sale = await checkout.order(basket, asker, key, slot);
    } catch (error) {
      // The key stands for another basket, or another time.
      if (error instanceof AdapterError && error.code === 'invalid') return back('earlier');
      throw error;
    }
    if ('refused' in sale) return back('slot' in sale.refused ? 'time' : 'goods');
    const order = encodeURIComponent(sale.reference);
    return context.redirect(`/served.html?lang=${language}&order=${order}`, 303);
  });

  return app;
};

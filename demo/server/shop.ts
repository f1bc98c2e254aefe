import { Hono } from 'hono';
import { AdapterError } from '../../src/adapter/index.js';
import { BasketSchema, parseWhole } from '../../src/model/index.js';
import type { EpochMilliseconds } from '../../src/model/index.js';
import { languageOf, numbered, productView, slotOf } from '../rules/index.js';
import type { Policy, ProductFacts } from '../rules/index.js';
import type { Access } from './access.js';
import type { Checkout, Sale } from './checkout.js';
import type { Database } from './database.js';
import { loadGoods } from './shelves.js';
import type { Visitors } from './visitors.js';

const PAGE = 1000;
const LONGEST_BODY = 200_000;

/** What the shop's own routes are made of. */
export interface ShopOptions {
  readonly database: Database;
  readonly checkout: Checkout;
  readonly visitors: Visitors;
  readonly access: Access;
  readonly policy: Policy;
  now(): EpochMilliseconds;
}

/**
 * The shop's own routes, which are no part of the contract: its pages and its payment use them.
 *
 * - `GET /products?page=1`: the listing, by the thousand. `GET /products/:sku`: one product.
 * - `POST /orders`: the basket that was paid for, as the check confirmed it, with an `Idempotency-Key`.
 *   With `slot`, the time that was chosen for it. 201 with the order's reference, token and page; 409
 *   if it cannot be had as promised, with a fresh check or what is said of the slot: then there is no order.
 */
export const shopRoutes = (options: ShopOptions): Hono => {
  const { database, checkout, visitors, access } = options;
  const app = new Hono();

  app.get('/products', async (context) => {
    const page = Math.max(Math.trunc(Number(context.req.query('page'))) || 1, 1);
    const products = await database.query<ProductFacts>(
      `SELECT sku, name, price FROM products WHERE listed ORDER BY position LIMIT ${PAGE} OFFSET $1`,
      [(Math.min(page, 1000) - 1) * PAGE],
    );
    const language = languageOf(context.req.header('Accept-Language') ?? '');
    return context.json({
      page,
      products: products.map((one) => ({ ...one, name: one.name[language] })),
    });
  });

  app.get('/products/:sku', async (context) => {
    const sku = context.req.param('sku');
    const now = options.now();
    const product = (await loadGoods(database, [sku], undefined, now)).products.get(sku);
    if (!product) return context.json({ code: 'not-found' }, 404);
    const language = languageOf(context.req.header('Accept-Language') ?? '');
    return context.json(productView(product, language, now, options.policy));
  });

  app.post('/orders', async (context) => {
    const request = context.req.raw;
    const site = request.headers.get('Sec-Fetch-Site');
    const refused = (status: 400 | 403 | 413 | 415 | 422) =>
      context.json({ code: 'invalid' }, status);
    if (site !== null && site !== 'same-origin') return refused(403);
    if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
      return refused(415);
    if (Number(request.headers.get('Content-Length') ?? 0) > LONGEST_BODY) return refused(413);
    const text = await request.text();
    if (text.length > LONGEST_BODY) return refused(413);
    const key = request.headers.get('Idempotency-Key')?.trim();
    const basket = parseWhole(BasketSchema, numbered(text));
    if (!key || key.length > 255 || !basket?.lines.length) return refused(400);
    const asker = {
      customer: visitors.of(request),
      locale: request.headers.get('Accept-Language') ?? 'en',
    };
    let sale: Sale;
    try {
      sale = await checkout.order(basket, asker, key, slotOf(text));
    } catch (error) {
      // The key stands for another basket.
      if (error instanceof AdapterError && error.code === 'invalid') return refused(422);
      throw error;
    }
    if ('refused' in sale) return context.json(sale.refused, 409);
    const { reference } = sale;
    return context.json(
      {
        reference,
        token: access.token(reference),
        address: `/?order=${encodeURIComponent(reference)}`,
      },
      201,
    );
  });

  return app;
};

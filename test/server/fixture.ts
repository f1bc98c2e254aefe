import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { openTestDatabase } from '../database.js';
import { read } from '../read.js';
import { openPostgres } from '../../demo/server/database.js';
import type { Database } from '../../demo/server/database.js';
import { createServer } from '../../demo/server/server.js';
import type { DemoServer, ServerOptions } from '../../demo/server/server.js';
import {
  BasketAnswerSchema,
  OrderAnswerSchema,
  OutcomeAnswerSchema,
  SlotsAnswerSchema,
  StockAnswerSchema,
} from '../../src/model/index.js';
import type { BasketCheck, Order, Outcome, SlotList, StockLevel } from '../../src/model/index.js';

/** The order of the story. */
export const ORDER = 'FR-1042';
/** A moment of the story's November, in its own zone. */
export const november = (time: string): string => `2026-11-${time}+01:00`;

/** One database for a suite, and the servers on it. */
export interface Fixture {
  readonly database: Database;
  /** Set where several processes can share the database. */
  readonly url: string | undefined;
  /** Whether this is a PostgreSQL of its own, which can lose connections. */
  readonly remote: boolean;
  /**
   * Starts a server at the beginning of the story; it is closed after the test. Real
   * time stands still. With `goOn` it takes up what is in the database.
   */
  start(
    context: TestContext,
    options?: Partial<ServerOptions> & { readonly goOn?: boolean },
  ): Promise<Client>;
}

let databases = 0;

/** Runs a suite on PostgreSQL inside the process, and on a real one where `DATABASE_URL` names it. */
export const suite = (name: string, body: (fixture: Fixture) => void): void => {
  const given = process.env['DATABASE_URL'];
  for (const kind of given ? ['PGlite', 'PostgreSQL'] : ['PGlite'])
    describe(`${name} [${kind}]`, () => {
      let database: Database | undefined;
      let url: string | undefined;
      const admin = async (sql: string) => {
        const client = new pg.Client({ connectionString: given });
        await client.connect();
        await client.query(sql).finally(() => client.end());
      };
      const own = `doorstep_test_${process.pid}_${++databases}`;
      before(async () => {
        if (kind === 'PGlite') {
          database = await openTestDatabase();
          return;
        }
        await admin(`CREATE DATABASE ${own}`);
        const address = new URL(given!);
        address.pathname = `/${own}`;
        url = address.href;
        database = openPostgres(url);
      });
      after(async () => {
        await database?.close();
        if (kind === 'PostgreSQL') await admin(`DROP DATABASE ${own} WITH (FORCE)`);
      });
      body({
        get database() {
          assert.ok(database);
          return database;
        },
        remote: kind === 'PostgreSQL',
        get url() {
          return url;
        },
        async start(context, options = {}) {
          const frozen = Date.parse(november('01T12:00:00'));
          const server = await createServer({
            demo: true,
            realTime: () => frozen,
            // A server of its own pool where that is possible: like a process of its own.
            ...(url ? { databaseUrl: url } : { database: database! }),
            ...options,
          });
          context.after(() => server.close());
          const client = new Client(server);
          if (options.demo !== false && !options.goOn) await client.post('/demo/reset', {});
          return client;
        },
      });
    });
};

let keys = 0;

/** The outcome in an answer, which must fit the model in every part. */
export const outcomeOf = (answer: unknown): Outcome => read(OutcomeAnswerSchema, answer).outcome;

/** Talks to a server in the process, without a network, as the customer of the story. */
export class Client {
  readonly server: DemoServer;

  constructor(server: DemoServer) {
    this.server = server;
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('Authorization') && !headers.has('Cookie'))
      headers.set('Authorization', `Bearer ${this.server.token(ORDER)}`);
    return Promise.resolve(
      this.server.app.request(`http://shop.example${path}`, { ...init, headers }),
    );
  }

  async post(path: string, body: unknown): Promise<Record<string, unknown>> {
    const response = await this.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200, `${path}: ${response.status}`);
    return (await response.json()) as Record<string, unknown>;
  }

  /** Moves the server's clock: `clock('23T17:03:00')`. */
  clock(time: string): Promise<unknown> {
    return this.post('/demo/clock', { now: november(time) });
  }

  async order(locale = 'en'): Promise<Order> {
    const response = await this.request(`/doorstep/orders/${ORDER}`, {
      headers: { 'Accept-Language': locale },
    });
    assert.equal(response.status, 200);
    return read(OrderAnswerSchema, await response.json()).order;
  }

  async offerId(remedy: string): Promise<string> {
    const offer = (await this.order()).offers!.find((candidate) => candidate.remedy === remedy);
    assert.ok(offer, `no offer: ${remedy}`);
    return offer.offerId;
  }

  /** Sends an action and gives the whole response. */
  send(
    body: unknown,
    key = `key-${++keys}`,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.request(`/doorstep/orders/${ORDER}/actions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
      body: JSON.stringify(body),
    });
  }

  async act(
    type: 'claim' | 'withdraw',
    offerId: string,
    amount?: number,
    key?: string,
  ): Promise<Outcome> {
    const response = await this.send(
      { type, offerId, ...(amount === undefined ? {} : { amount: { amount, currency: 'EUR' } }) },
      key,
    );
    assert.equal(response.status, 200);
    return read(OutcomeAnswerSchema, await response.json()).outcome;
  }

  async outcome(offerId: string): Promise<Outcome> {
    const response = await this.request(
      `/doorstep/orders/${ORDER}/actions/${encodeURIComponent(offerId)}`,
    );
    assert.equal(response.status, 200);
    return read(OutcomeAnswerSchema, await response.json()).outcome;
  }

  async refunds(): Promise<{ reference: string; state: string }[]> {
    const response = await this.request('/demo/refunds');
    return ((await response.json()) as { refunds: { reference: string; state: string }[] }).refunds;
  }
}

let visitors = 0;

/** Somebody with a cookie of his own, before there is an order. */
export const buyer = (shop: Client, id = `visitor-${`${++visitors}`.padStart(14, '0')}`) => {
  const headers = { Cookie: `visitor=${id}`, 'Content-Type': 'application/json' };
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    shop.request(path, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    });
  return {
    id,
    /** The answer to a whole basket, which must fit the model in every part. */
    async basket(basket: unknown, locale = 'en'): Promise<BasketCheck> {
      const response = await post('/doorstep/basket', basket, { 'Accept-Language': locale });
      assert.equal(response.status, 200);
      return read(BasketAnswerSchema, await response.json()).check;
    },
    order: (basket: unknown, key = `order-${++keys}`) =>
      post('/shop/orders', basket, { 'Idempotency-Key': key }),
    send: (command: unknown, key = `action-${++keys}`) =>
      post('/doorstep/actions', command, { 'Idempotency-Key': key }),
    async act(command: unknown, key?: string): Promise<Outcome> {
      const response = await this.send(command, key);
      assert.equal(response.status, 200);
      return outcomeOf(await response.json());
    },
    stock: (sku: string, locale?: string) => shelf(shop, sku, headers, locale),
    get: (path: string) => shop.request(path, { headers }),
    async seen(reference: string): Promise<Order> {
      const response = await this.get(`/doorstep/orders/${reference}`);
      assert.equal(response.status, 200);
      return read(OrderAnswerSchema, await response.json()).order;
    },
    post,
  };
};

/** Somebody who may see an order, on a device of his own. */
export const owner = (
  shop: Client,
  reference: string,
  id = `visitor-${`${++visitors}`.padStart(14, '0')}`,
) => {
  const headers = {
    Authorization: `Bearer ${shop.server.token(reference)}`,
    Cookie: `visitor=${id}`,
    'Content-Type': 'application/json',
  };
  const path = `/doorstep/orders/${reference}`;
  return {
    id,
    async order(): Promise<Order> {
      const response = await shop.request(path, { headers });
      assert.equal(response.status, 200);
      return read(OrderAnswerSchema, await response.json()).order;
    },
    async slots(query = '', locale = 'en'): Promise<SlotList> {
      const response = await shop.request(`${path}/slots${query}`, {
        headers: { ...headers, 'Accept-Language': locale },
      });
      assert.equal(response.status, 200);
      return read(SlotsAnswerSchema, await response.json()).slots;
    },
    send: (command: unknown, key = `slot-${++keys}`, locale = 'en') =>
      shop.request(`${path}/actions`, {
        method: 'POST',
        headers: { ...headers, 'Idempotency-Key': key, 'Accept-Language': locale },
        body: JSON.stringify(command),
      }),
    async act(command: unknown, key?: string, locale?: string): Promise<Outcome> {
      const response = await this.send(command, key, locale);
      assert.equal(response.status, 200);
      return outcomeOf(await response.json());
    },
  };
};

/** What a badge is told of a product. */
export const shelf = async (
  shop: Client,
  sku: string,
  headers: Record<string, string> = { Cookie: 'visitor=-' },
  locale = 'en',
): Promise<StockLevel> => {
  const response = await shop.request(`/doorstep/stock?sku=${encodeURIComponent(sku)}`, {
    headers: { ...headers, 'Accept-Language': locale },
  });
  assert.equal(response.status, 200);
  const [level] = read(StockAnswerSchema, await response.json()).stock;
  assert.ok(level);
  return level;
};

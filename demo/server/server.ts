import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createHandler } from '../../src/adapters/rest/handler.js';
import type { EpochMilliseconds } from '../../src/model/index.js';
import { DEMO_ADDRESS, MAISON_VERRE } from '../rules/index.js';
import { Access, storedSecret } from './access.js';
import { Agenda } from './agenda.js';
import { createBackend } from './backend.js';
import { carrierRoutes } from './carrier.js';
import { Checkout } from './checkout.js';
import { ServerClock } from './clock.js';
import { openPGlite, openPostgres } from './database.js';
import type { Database } from './database.js';
import { demoRoutes, seed } from './demo.js';
import { Faults } from './faults.js';
import { Live } from './live.js';
import { pages } from './pages.js';
import { migrate } from './schema.js';
import { servedCheckout } from './served-checkout.js';
import { served } from './served.js';
import { shopRoutes } from './shop.js';
import { Slots } from './slots.js';
import { Visitors } from './visitors.js';
import { webhooks, type CarrierSecrets } from './webhooks.js';

/** How a server is started. */
export interface ServerOptions {
  /** Whether the demo's controls and its story are there. Without it the clock is real time. */
  readonly demo: boolean;
  /** Where PostgreSQL is; without it PostgreSQL runs inside this process. */
  readonly databaseUrl?: string | undefined;
  /** Folder in which the database inside this process is kept; in memory if not stated. */
  readonly dataDir?: string | undefined;
  /** A database that is already open, and that the caller closes. */
  readonly database?: Database | undefined;
  /** Seconds of the server's clock that the bank takes to confirm; 420 if not stated. */
  readonly bankDelay?: number | undefined;
  /** From which the orders' tokens follow; if not stated, one is kept in the database. */
  readonly secret?: string | undefined;
  /** Of those who bring news of parcels. */
  readonly carrierSecrets?: CarrierSecrets | undefined;
  /** With which the carrier of furniture says who it is; without it, it cannot say anything. */
  readonly alplineSecret?: string | undefined;
  /** Seconds for which an idempotency key is remembered; a day if not stated. */
  readonly keySeconds?: number | undefined;
  /** Seconds between two heartbeats of a stream. */
  readonly heartbeat?: number | undefined;
  /** Folder of built pages. */
  readonly pages?: string | undefined;
  /** The address under which the shop knows a customer, if it does; in the demo everybody has one. */
  readonly addressOf?: ((customer: string) => string | undefined) | undefined;
  /** Real time, for tests. */
  readonly realTime?: (() => EpochMilliseconds) | undefined;
}

/** A server that answers, and can be asked without a network through `app.request`. */
export interface DemoServer {
  readonly app: Hono<{ Bindings: HttpBindings }>;
  /** The order's token, for `Authorization: Bearer`. */
  token(reference: string): string;
  /** Milliseconds since the epoch on the server's clock. */
  now(): EpochMilliseconds;
  /** @param port nought for any free one */
  listen(port: number, host?: string): Promise<{ readonly url: string; readonly port: number }>;
  close(): Promise<void>;
}

const DAY = 86_400;

/** The reference backend: HTTP contract, carriers' webhooks, and, as a demo, its controls and pages. */
export const createServer = async (options: ServerOptions): Promise<DemoServer> => {
  const database =
    options.database ??
    (options.databaseUrl
      ? openPostgres(options.databaseUrl)
      : await openPGlite({ dataDir: options.dataDir }));
  await migrate(database);
  const clock = new ServerClock(options.realTime);
  if (options.demo) {
    await seed({ database, clock }, undefined, true);
    await clock.refresh(database);
  }
  const visitors = new Visitors();
  const access = new Access(options.secret ?? (await storedSecret(database)), database, visitors);
  const live = new Live(clock);
  await live.start(database);
  const policy = { ...MAISON_VERRE, bankDelay: options.bankDelay ?? MAISON_VERRE.bankDelay };
  const backendOptions = {
    database,
    clock,
    live,
    policy,
    keySeconds: options.keySeconds ?? DAY,
    // Whoever looks at the demo is its customer.
    addressOf: options.addressOf ?? (options.demo ? () => DEMO_ADDRESS : undefined),
  };
  const slots = new Slots(backendOptions);
  const checkout = new Checkout(backendOptions, slots);
  const agenda = new Agenda(database, clock, live, checkout, slots);
  live.onChange(() => void agenda.run());
  const faults = new Faults();
  const backend = createBackend(backendOptions, checkout, slots);
  const handler = createHandler({
    basePath: '/doorstep',
    backend,
    authorize: access.authorize,
    customer: visitors.of,
    ...(options.heartbeat === undefined ? {} : { heartbeat: options.heartbeat }),
  });

  const app = new Hono<{ Bindings: HttpBindings }>();
  if (options.demo) app.use('/doorstep/*', faults.middleware);
  app.use('/doorstep/*', visitors.middleware);
  app.use('/shop/*', visitors.middleware);
  app.all('/doorstep/*', async (context) => (await handler(context.req.raw)) ?? context.notFound());
  app.route('/webhooks', webhooks({ database, clock, ...options }));
  app.route('/carrier', carrierRoutes({ database, clock, slots, ...options }));
  app.get('/health', async (context) => {
    await database.query('SELECT 1');
    return context.json({ status: 'ok' });
  });
  app.route(
    '/shop',
    shopRoutes({ database, checkout, visitors, access, policy, now: () => clock.now() }),
  );
  if (options.demo)
    app.route('/demo', demoRoutes({ database, clock, agenda, access, faults, checkout, slots }));
  if (options.demo && options.pages) {
    app.use('*', visitors.middleware);
    app.route('/', served(options.pages, backend, access));
    app.route('/', servedCheckout(options.pages, backend, checkout, visitors));
    app.route('/', pages(options.pages, access, ['FR-1042', 'CH-77', 'UK-310', 'FR-1180']));
  }
  // A restart takes up what an earlier process left in the outbox.
  await agenda.run();

  const servers = new Set<Server>();
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await agenda.stop();
    await live.stop();
    await Promise.all(
      [...servers].map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      ),
    );
    if (!options.database) await database.close();
  };
  return {
    app,
    token: (reference) => access.token(reference),
    now: () => clock.now(),

    listen: (port, host = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        const server = createAdaptorServer({ fetch: app.fetch }) as Server;
        server.once('error', reject);
        // Node's own five seconds may end just when a browser uses the connection again, and what it loads fails.
        server.keepAliveTimeout = 75_000;
        server.listen(port, host, () => {
          servers.add(server);
          const { port: bound } = server.address() as AddressInfo;
          resolve({ url: `http://${host}:${bound}`, port: bound });
        });
      }),

    close: () => (closing ??= close()),
  };
};

/**
 * A shop for the stories: the real backend over HTTP, and a page of its own that embeds the built one-file
 * library under the strict policy, with rules of its own that reach into everything they can.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openPostgres } from '../../demo/server/database.js';
import { buildPages } from '../../demo/server/pages.js';
import { createServer, type DemoServer, type ServerOptions } from '../../demo/server/server.js';
import { easyPostSignature } from '../../demo/server/signatures.js';
import { openTestDatabase } from '../database.js';
import type { Browser, Page } from '../run/driver.js';

const LIBRARY = fileURLToPath(new URL('../../dist/doorstep.js', import.meta.url));
export const SECRET = 'a secret of the tests';
export const NUMBER = 'RN-DEMO-1042';

/** A moment of the story's November, in its own zone. */
export const november = (time: string): string => `2026-11-${time}+01:00`;

/**
 * What is put before a page's own scripts: a device whose clock is wrong, a monotonic clock that
 * `passTime` lets run ahead, and a record of what was thrown, said and moved.
 *
 * @param wrong milliseconds, as an expression
 */
const device = (wrong: string): string => `
  const now = Date.now, wrong = ${wrong}, RealDate = Date, monotonic = performance.now.bind(performance);
  let ahead = 0;
  globalThis.Date = class extends RealDate {
    constructor(...parts) { parts.length ? super(...parts) : super(now() + wrong); }
    static now() { return now() + wrong; }
  };
  performance.now = () => monotonic() + ahead;
  globalThis.passTime = (milliseconds) => { ahead += milliseconds; };
  globalThis.thrown = [];
  addEventListener('error', (event) => thrown.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => thrown.push(String(event.reason)));
  // Every sentence that was ever on screen, to be held against what the backend knew.
  globalThis.said = [];
  setInterval(() => {
    const sentence = document.querySelector('doorstep-order')?.shadowRoot?.querySelector('[part=sentence]')?.textContent.trim();
    if (sentence && said.at(-1) !== sentence) said.push(sentence);
    const remedy = document.querySelector('doorstep-order')?.shadowRoot?.querySelector('doorstep-remedy')?.shadowRoot?.querySelector('[part=refund]');
    if (remedy && !globalThis.appearedAt) globalThis.appearedAt = monotonic();
  }, 20);
  // Questions about the order that are on their way, and those that were answered.
  const ask = fetch;
  globalThis.asking = globalThis.answered = 0;
  globalThis.fetch = (...parts) => {
    const answer = ask(...parts);
    if (/\\/orders\\/[^/]+$/.test(String(parts[0].url ?? parts[0]))) {
      asking++;
      answer.catch(() => {}).finally(() => { asking--; answered++; });
    }
    return answer;
  };
  // A person presses when nothing moves any more; a test does not wait for that.
  document.documentElement.style.setProperty('scroll-behavior', 'auto');
  globalThis.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
`;
const THREE_HOURS = '3 * 3600 * 1000';
/** Near the story, so that what was served with the page is as old as it would be in a shop. */
const STORY_TIME = `Date.parse('2026-11-23T16:40:30+01:00') - now()`;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Your order</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/host.css" />
    <script src="/device.js"></script>
    <script type="module" src="/doorstep.js"></script>
  </head>
  <body>
    <h2>Your order</h2>
    <doorstep-order order="FR-1042" src="/doorstep"><p>Promised for Monday, before 17:00.</p></doorstep-order>
  </body>
</html>`;

const HOST_CSS = `
  html { font-size: 62.5%; color-scheme: light dark; }
  * { margin: 0; padding: 0; letter-spacing: 0.05em; box-sizing: content-box; }
  button, p, span { text-transform: uppercase; line-height: 3; }
  body { font: 1.6rem/1.2 Georgia, serif; max-width: 40rem; margin: 0 auto; }
`;

/** One shop, open until it is closed. */
export interface Shop {
  readonly url: string;
  readonly server: DemoServer;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<void>;
  get(path: string): Promise<unknown>;
  /** Moves the server's clock: `clock('23T17:03:00')`. */
  clock(time: string): Promise<void>;
  easyPost(payload: unknown): Promise<void>;
  laPoste(payload: unknown): Promise<void>;
  refunds(): Promise<{ reference: string; state: string; amount: unknown }[]>;
  /** What the backend has: the story's own order among the orders, and holds that still run. */
  state(): Promise<{ orders: number; holds: number; slotHolds: number; refunds: number }>;
  close(): Promise<void>;
}

/** Seconds between two heartbeats where a test decides itself what the page hears, and when. */
const QUIET = 600;

/**
 * Opens the shop at the beginning of the story, Monday 16:40, with a page of its own.
 *
 * @param bankDelay seconds that the bank takes to confirm; the demo's own if not stated
 */
export const openShop = async (databaseUrl?: string, bankDelay?: number): Promise<Shop> => {
  const pages = await mkdtemp(join(tmpdir(), 'doorstep-shop-'));
  await Promise.all([
    copyFile(LIBRARY, join(pages, 'doorstep.js')),
    writeFile(join(pages, 'index.html'), PAGE),
    writeFile(join(pages, 'host.css'), HOST_CSS),
    writeFile(join(pages, 'device.js'), device(THREE_HOURS)),
    writeFile(join(pages, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>'),
  ]);
  const shop = await serve(pages, databaseUrl, { heartbeat: QUIET, bankDelay });
  const close = async () => {
    await shop.close();
    await rm(pages, { recursive: true });
  };
  return { ...shop, close };
};

/** A shop's pages, on a device whose clock is near the story; built once for all files where the runner has done it. */
const builtDemo = async (): Promise<string> => {
  const pages = await mkdtemp(join(tmpdir(), 'doorstep-demo-'));
  process.once('exit', () => rmSync(pages, { recursive: true, force: true }));
  const built = process.env['DOORSTEP_PAGES'];
  await (built ? cp(built, pages, { recursive: true }) : buildPages(pages));
  await writeFile(join(pages, 'device.js'), device(STORY_TIME));
  for (const name of (await readdir(pages)).filter((file) => file.endsWith('.html'))) {
    const page = await readFile(join(pages, name), 'utf8');
    await writeFile(
      join(pages, name),
      page.replace('<head>', '<head><script src="/device.js"></script>'),
    );
  }
  return pages;
};
let demo: Promise<string> | undefined;

/** Opens the demo's own shop at the beginning of the story, Monday 16:40. */
export const openDemo = async (databaseUrl?: string): Promise<Shop> =>
  serve(await (demo ??= builtDemo()), databaseUrl);

let databases = 0;

/** A database of its own on a PostgreSQL: stories run side by side, and each begins anew. */
const ownDatabase = async (
  given: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> => {
  const name = `doorstep_story_${process.pid}_${++databases}`;
  const tell = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: given });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await tell(`CREATE DATABASE ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => tell(`DROP DATABASE ${name} WITH (FORCE)`) };
};

const serve = async (
  pages: string,
  databaseUrl?: string,
  options: Pick<ServerOptions, 'heartbeat' | 'bankDelay'> = {},
): Promise<Shop> => {
  const own = databaseUrl ? await ownDatabase(databaseUrl) : undefined;
  const database = own ? openPostgres(own.url) : await openTestDatabase();
  const server = await createServer({
    demo: true,
    pages,
    carrierSecrets: {
      ...{ easypost: SECRET, laposte: SECRET, aftership: SECRET },
      ...{ shippo: SECRET, seventeentrack: SECRET },
    },
    database,
    ...options,
  });
  const { url } = await server.listen(0);
  const post: Shop['post'] = async (path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200, `${path}: ${response.status} ${await response.text()}`);
  };
  const get: Shop['get'] = async (path) => (await fetch(url + path)).json();
  await post('/demo/reset', {});
  return {
    url,
    server,
    post,
    get,
    clock: (time) => post('/demo/clock', { now: november(time) }),
    easyPost: (payload) =>
      post('/webhooks/easypost', payload, {
        'X-Hmac-Signature': easyPostSignature(
          new TextEncoder().encode(JSON.stringify(payload)),
          SECRET,
        ),
      }),
    laPoste: (payload) => post('/webhooks/laposte', payload, { 'X-Webhook-Secret': SECRET }),
    refunds: async () => ((await get('/demo/refunds')) as { refunds: never[] }).refunds,
    state: async () => (await get('/demo/state')) as never,
    close: async () => {
      await server.close();
      await database.close();
      await own?.drop();
    },
  };
};

export const REFUND = 'doorstep-order >>> doorstep-remedy >>> [part=refund]';

/** Opens the order's page and waits for its first sentence. */
export const openOrder = async (browser: Browser, shop: Shop): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(`${shop.url}/`);
  await page.waitFor(() => Boolean((globalThis as never as { said: string[] }).said.length));
  return page;
};

/**
 * Waits until the page has been answered so often, no question of it is on its way, and nothing on it moves. An answer or a
 * first sign of life that came only later would renew a copy that a test has just let grow old; with the first
 * sign of life everything is asked again, so that a page of which two questions were answered hears by itself.
 */
export const untilQuiet = async (page: Page, answers = 0): Promise<void> => {
  await page.waitFor((least) => {
    const { asking, answered } = globalThis as never as { asking: number; answered: number };
    return asking === 0 && answered >= least;
  }, answers);
  await settle(page);
};

/** The middle of what a path through shadow roots leads to. Where no script runs no timer does: it is not waited for. */
export const middleOf = (page: Page, path: string): Promise<[x: number, y: number]> =>
  page.evaluate((steps) => {
    const found = steps
      .split(' >>> ')
      .reduce<Element | Document>(
        (scope, step) => ((scope as Element).shadowRoot ?? scope).querySelector(step)!,
        document,
      ) as Element;
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = found.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as [number, number];
  }, path);

/** Everything an element says, through its shadow trees. */
export const textOf = (page: Page, selector = 'doorstep-order'): Promise<string> =>
  page.evaluate((wanted) => {
    const read = (root: ParentNode): string =>
      [...root.childNodes]
        .map((node) => {
          if (node.nodeType === 3) return node.textContent;
          const element = node as HTMLElement;
          if (element.nodeType !== 1 || element.localName === 'style') return '';
          return read(element.shadowRoot ?? element);
        })
        .join(' ');
    const element = document.querySelector(wanted);
    return element ? read(element.shadowRoot ?? element).replace(/[\s\u00a0\u202f]+/g, ' ') : '';
  }, selector);

/** Words that are to stand there, all of them at once. */
export type Words = string | RegExp | readonly (string | RegExp)[];

/**
 * Waits until the element says something and nothing of what it must not say beside it, on this page or
 * on the one that is being opened. Answers come in steps, so what belongs together is asked for together.
 */
export const says = async (
  page: Page,
  words: Words,
  selector?: string,
  without?: RegExp,
): Promise<string> => {
  const wanted = typeof words === 'string' || words instanceof RegExp ? [words] : words;
  const missing = (text: string) =>
    wanted.filter((each) => !(typeof each === 'string' ? text.includes(each) : each.test(text)));
  const end = performance.now() + 60_000;
  let text = '';
  while (performance.now() < end) {
    // While another page is being opened there is none to be asked.
    text = await textOf(page, selector).catch(() => '');
    if (text && missing(text).length === 0 && !without?.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `Waited in vain for ${missing(text).join(', ') || `the end of ${without}`} in: ${text}`,
  );
};

/** Every sentence that was on screen, in order. */
export const said = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (globalThis as never as { said: string[] }).said.map((sentence) =>
      sentence.replace(/[\s\u00a0]+/g, ' '),
    ),
  );

/** What reached the page's own error handlers. */
export const thrown = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as never as { thrown: string[] }).thrown);

/** Waits until there is no button for the money, not even one that is locked. */
export const noRefundButton = (page: Page): Promise<boolean> =>
  page.waitFor(
    () =>
      !document
        .querySelector('doorstep-order')
        ?.shadowRoot?.querySelector('doorstep-remedy')
        ?.shadowRoot?.querySelector('[part=refund]'),
  );

export const hasRefundButton = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    Boolean(
      document
        .querySelector('doorstep-order')
        ?.shadowRoot?.querySelector('doorstep-remedy')
        ?.shadowRoot?.querySelector('[part=refund]'),
    ),
  );

/**
 * Waits until a press is meant for what stands there: nothing has appeared or changed its words for more
 * than half a second.
 */
export const settle = async (page: Page): Promise<void> => {
  let text = await textOf(page);
  for (let since = performance.now(); performance.now() - since < 600;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const next = await textOf(page);
    if (next !== text) since = performance.now();
    text = next;
  }
};

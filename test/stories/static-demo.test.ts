import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { drawnEngines, openBrowser } from '../run/driver.ts';
import type { Page } from '../run/driver.ts';
import { violations } from './axe.js';
import { pick, press } from './checkout.js';
import { says as tells, settle } from './shop.js';

const BASE = '/some/path/';
/** Firefox calls it an error that a page is left while a service worker still streams to it. */
const CUT_OFF = /ServiceWorker intercepted the request/;
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A host of static files, as simple as they come: a folder below a path, and nothing else. */
const serve = async (folder: string): Promise<{ server: Server; url: string }> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.startsWith(BASE) ? pathname.slice(BASE.length) || 'index.html' : '';
    readFile(join(folder, name)).then(
      (content) =>
        response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? '' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}` };
};

/** The text of the card. Runs in the page. */
const card = (): string => {
  const order = document.querySelector('doorstep-order');
  const remedy = order?.shadowRoot?.querySelector('doorstep-remedy');
  return [order, remedy]
    .map((element) => element?.shadowRoot?.querySelector<HTMLElement>('.base')?.innerText ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
};

const says = (page: Page, words: RegExp): Promise<boolean> =>
  page.waitFor(`new RegExp(${JSON.stringify(words.source)}).test((${card.toString()})())`);

/** Runs in the page. */
const refundButton = (): boolean => {
  const order = document.querySelector('doorstep-order');
  const remedy = order?.shadowRoot?.querySelector('doorstep-remedy');
  const button = remedy?.shadowRoot?.querySelector('[part="refund"]');
  return Boolean(button && button.getBoundingClientRect().height > 0);
};

const rows = (page: Page, count: number): Promise<boolean> =>
  page.waitFor(
    (wanted) =>
      document.querySelector('demo-controls')?.shadowRoot?.querySelector('#refunds')
        ?.textContent === `${wanted}`,
    count,
  );

describe('the demo without a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-static-'));
  let server: Server;
  let url: string;

  before(async () => {
    execFileSync('npm', ['run', '--silent', 'demo:static', '--', '--outDir', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    ({ server, url } = await serve(folder));
  });
  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  for (const engine of drawnEngines())
    test(`R6 R7: the lost screen ends well under a sub-path, in ${engine}`, async () => {
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.setViewport(1280, 900);
        await page.goto(url);
        await page.find('doorstep-order >>> .way');
        assert.equal(await page.evaluate(refundButton), false, 'nothing to claim before 17:00');

        await page.clickOn('demo-controls >>> [name=pass]');
        await page.waitFor(refundButton);
        await says(page, /promised .*before 17:00/);
        await rows(page, 0);

        // A press right after the button has appeared asks once more, and rightly so.
        await settle(page);
        await page.clickOn('doorstep-order >>> doorstep-remedy >>> [part="refund"]');
        await rows(page, 1);
        await page.clickOn('demo-controls >>> [name=ten]');
        await says(page, /refund of €289.00 is ordered/);
        await rows(page, 1);

        await page.reload();
        await says(page, /refund of €289.00 is ordered/);
        await page.clickOn('demo-controls >>> [name=reset]');
        await rows(page, 0);
        const complaints = (await page.errors()).filter((error) => !CUT_OFF.test(error));
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
      }
    });

  for (const engine of drawnEngines())
    test(`R4: the washing machine is told before paying, without a server, in ${engine}`, async () => {
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.setViewport(1280, 900);
        await page.goto(`${url}washing-machine.html`);
        await tells(page, /1 left Checked now/, 'doorstep-stock');
        await page.clickOn('.product .primary');
        await tells(page, /1 left/, '#lines doorstep-stock');
        await pick(page, 'nantes.2026-11-28.08');
        await page.clickOn('demo-controls >>> [name=buy]');
        await tells(page, /Sold out/, '#lines doorstep-stock');
        await page.clickOn('doorstep-checkout-guard > button');
        await tells(page, /washing machine is sold out/, 'doorstep-checkout-guard');
        await press(page, 'doorstep-checkout-guard', 'Back to the basket');

        await page.clickOn('demo-controls >>> [name=restock]');
        await tells(page, /In stock/, '#lines doorstep-stock');
        await page.clickOn('doorstep-checkout-guard > button');
        await tells(page, /Order FR-1043 .*Agreed Sat 28 Nov, 08:00–10:00/);
        const complaints = (await page.errors()).filter((error) => !CUT_OFF.test(error));
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
      }
    });

  for (const engine of drawnEngines())
    test(`R5: the moved wardrobe is kept and another time taken, without a server, in ${engine}`, async () => {
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.setViewport(1280, 900);
        await page.goto(`${url}wardrobe.html`);
        await tells(page, /Agreed Thu 26 Nov, 07:00–14:00/);
        await page.clickOn('demo-controls >>> [name=move]');
        await tells(page, /The carrier asks to move .*You said: never on a Saturday/);
        await settle(page);
        const slot = 'doorstep-order >>> doorstep-slot';
        await press(page, slot, 'Keep Thu 26 Nov');
        await tells(page, /You kept/);
        await settle(page);
        await press(page, slot, 'Pick another time');
        await pick(page, 'geneva.2026-11-26.10', undefined, `${slot} >>> doorstep-slot-picker`);
        await settle(page);
        await press(page, `${slot} >>> doorstep-slot-picker`, 'Take Thu 26 Nov');
        await tells(
          page,
          /Agreed Thu 26 Nov, 10:00–12:00 .*First promised Thu 26 Nov, 07:00–14:00/,
        );
        await page.reload();
        await tells(page, /Agreed Thu 26 Nov, 10:00–12:00/);
        const complaints = (await page.errors()).filter((error) => !CUT_OFF.test(error));
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
      }
    });

  for (const engine of drawnEngines())
    test(`R7: another carrier is taken for the parcel that has not left, without a server, in ${engine}`, async () => {
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.setViewport(1280, 900);
        await page.goto(`${url}kitchen.html`);
        await tells(page, /Keep Pennine Post .*Send it with Tamesis .*Another carrier, please/);
        await settle(page);
        const parcel = 'doorstep-order >>> .rows li:nth-child(3) doorstep-parcel';
        await press(page, parcel, 'Send it with Tamesis');
        await tells(page, /You chose Tamesis, today at/);
        await page.reload();
        await tells(page, /You chose Tamesis, today at .*Keep Tamesis/);
        const complaints = (await page.errors()).filter((error) => !CUT_OFF.test(error));
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
      }
    });

  describe('and its documentation', () => {
    const pages = (): string[] => readdirSync(join(folder, 'docs'));

    test('is built whole: each file that a page names is there, or is a page of the demo', () => {
      assert.ok(pages().length > 15);
      const missing = pages().flatMap((name) =>
        [...readFileSync(join(folder, 'docs', name), 'utf8').matchAll(/ (?:href|src)="([^"#]+)/g)]
          .map(([, address]) => address!)
          .filter((address) => !/^(?:https:|tel:)/.test(address))
          // What stands in an example is somebody else's page.
          .filter((address) => !existsSync(join(folder, 'docs', address)))
          .map((address) => `${name}: ${address}`),
      );
      assert.deepEqual(missing, []);
    });

    test('can be read by everybody: axe finds nothing, light and dark, and nothing is wider than 320 px', async () => {
      const browser = await openBrowser('chromium');
      const page = await browser.newPage();
      try {
        // A plain run reads every other page, by its seed.
        const isBrief = Boolean(process.env['DOORSTEP_BRIEF']);
        const drawn = Number(process.env['DOORSTEP_SEED']);
        const read = pages().filter((_, place) => !isBrief || (place + drawn) % 2 === 0);
        assert.notEqual(read.length, 0);
        for (const name of read) {
          await page.setViewport(320, 800);
          await page.goto(`${url}docs/${name}`);
          await page.waitFor(() =>
            [...document.querySelectorAll('[data-live], [data-state]')].every((place) =>
              place.querySelector(
                place.matches('[data-live]') ? '.choices' : '[heading-level="2"]',
              ),
            ),
          );
          const wider = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          assert.equal(wider, 0, name);
          assert.deepEqual(await violations(page), [], name);
        }
        assert.deepEqual(await page.errors(), []);
      } finally {
        await browser.close();
      }
    });

    for (const engine of drawnEngines())
      test(`is found by an attribute’s name, with keys alone, and its example lives, in ${engine}`, async () => {
        const browser = await openBrowser(engine);
        try {
          const page = await browser.newPage();
          await page.setViewport(1280, 900);
          await page.goto(`${url}docs/index.html`);
          await page.waitFor(() => Boolean(document.querySelector('.pair doorstep-order')));
          await page.key('/');
          await page.type('confirmabove');
          await page.waitFor(() => document.querySelector('#found a')?.textContent);
          await page.key('ArrowDown');
          await page.key('Enter');
          await page.waitFor(() => location.hash === '#attribute-confirm-above');
          await tells(page, /expected today between 14:00 and 16:00/, '.stage doorstep-order');

          const choose = (name: string, value: string): Promise<void> =>
            page.evaluate(
              (id, chosen) => {
                const select = document.querySelector<HTMLSelectElement>(`#${id}`)!;
                select.value = chosen;
                select.dispatchEvent(new Event('change'));
              },
              name,
              value,
            );
          await choose('language', 'de');
          await tells(page, /heute zwischen 14 und 16 Uhr erwartet/, '.stage doorstep-order');
          await choose('theme', 'playful');
          const radius = await page.evaluate(() =>
            getComputedStyle(document.querySelector('.stage')!).getPropertyValue(
              '--doorstep-radius',
            ),
          );
          assert.notEqual(radius, '');
          assert.deepEqual(await page.errors(), []);
        } finally {
          await browser.close();
        }
      });
  });

  test('the page in ten lines answers too', async () => {
    const browser = await openBrowser(drawnEngines()[0]!);
    try {
      const page = await browser.newPage();
      await page.goto(`${url}embed.html`);
      await page.find('doorstep-order >>> .way');
      await says(page, /FR-1042/);
      assert.deepEqual(await page.errors(), []);
    } finally {
      await browser.close();
    }
  });
});

/** The stories stand on the driver, so what they rely on is tried in each engine first. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { enginesToTest, openBrowser } from './driver.ts';
import type { Browser, Page } from './driver.ts';

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Driver</title>
  <link rel="icon" href="data:,"><div style="height: 1500px"></div><x-host></x-host>
  <input><a href="/next">next</a>
  <script>
    window.clicks = [];
    window.doubles = 0;
    customElements.define('x-host', class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML = '<button id="first">first</button><button id="second">second</button>';
        root.getElementById('first').onclick = (event) => clicks.push(event.isTrusted);
        root.getElementById('first').ondblclick = () => doubles++;
      }
    });
  </script>`;

const focused = () =>
  document.activeElement?.shadowRoot?.activeElement?.id ?? document.activeElement?.tagName;

for (const engine of enginesToTest()) {
  describe(`the driver in ${engine}`, () => {
    let server: Server;
    let origin = '';
    let browser: Browser;
    let page: Page;

    before(async () => {
      server = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end(html);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      browser = await openBrowser(engine, {
        timeZone: 'Pacific/Chatham',
        locale: 'fr-FR',
        colorScheme: 'dark',
        reducedMotion: true,
      });
      page = await browser.newPage();
      await page.goto(origin);
    });
    after(async () => {
      await browser?.close();
      server.close();
    });

    test('takes the traits of the device', async () => {
      const traits = await page.evaluate(() => [
        Intl.DateTimeFormat().resolvedOptions().timeZone,
        navigator.language,
        matchMedia('(prefers-color-scheme: dark)').matches,
        matchMedia('(prefers-reduced-motion: reduce)').matches,
      ]);
      assert.deepEqual(traits, [
        'Pacific/Chatham',
        engine === 'webkit' ? 'en-US' : 'fr-FR',
        true,
        true,
      ]);
    });

    test('presses, twice too, inside shadow roots', async () => {
      await page.clickOn('x-host >>> #first');
      await page.doubleClickOn('x-host >>> #first');
      assert.deepEqual(await page.evaluate('[clicks, doubles]'), [[true, true, true], 1]);
    });

    test('moves and acts by keyboard', async () => {
      await page.key('Tab');
      assert.equal(await page.evaluate(focused), 'second');
      await page.key('Shift+Tab');
      assert.equal(await page.evaluate(focused), 'first');
      await page.key('Enter');
      await page.key('Space');
      assert.equal(await page.evaluate('clicks.length'), 5);
    });

    test('types', async () => {
      await page.clickOn('input');
      await page.type('Été 3+');
      assert.equal(await page.evaluate(`document.querySelector('input').value`), 'Été 3+');
    });

    test('shares storage and stays awake in a second page, not on a second device', async () => {
      const second = await browser.newPage();
      await second.goto(origin);
      await page.evaluate(() => localStorage.setItem('key', 'value'));
      assert.equal(await second.waitFor(`localStorage.getItem('key')`), 'value');
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(true)));
      await Promise.all([page.evaluate(frame), second.evaluate(frame)]);
      await second.close();

      const other = await openBrowser(engine);
      const stranger = await other.newPage();
      await stranger.goto(origin);
      assert.equal(await stranger.evaluate(`localStorage.getItem('key')`), null);
      await other.close();
    });

    test('goes on, back and again', async () => {
      await page.clickOn('a');
      await page.waitFor(`location.pathname === '/next'`);
      await page.back();
      assert.equal(await page.evaluate('location.pathname'), '/');
      await page.reload();
      await page.goto(`${origin}/third`);
      assert.equal(await page.evaluate('location.pathname'), '/third');
    });

    test('hears errors', async () => {
      await page.evaluate(() => {
        console.error('said');
        setTimeout(() => {
          throw new Error('thrown');
        });
      });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      const errors = (await page.errors()).join();
      assert.match(errors, /said/);
      assert.match(errors, /thrown/);
      await assert.rejects(page.evaluate('missing.thing'), /missing/);
    });

    test('says what it cannot do', async () => {
      assert.equal(await page.setViewport(600, 500), true);
      assert.deepEqual(await page.evaluate('[innerWidth, innerHeight]'), [600, 500]);
      const offline = await page.emulate({ offline: true });
      const reached = await page.evaluate(() => fetch('/').then(Boolean, () => false));
      assert.equal(reached, !offline);
    });
  });
}

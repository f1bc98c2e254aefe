/**
 * R7 in a page that another site shows inside its own, where a press can be stolen: the first one only asks,
 * the second one sends. The shop's page lies under one host name, the page around it under another.
 */
import assert from 'node:assert/strict';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { drawnEngines, openBrowser } from '../run/driver.js';
import type { Box, Browser, Page } from '../run/driver.js';
import { openShop, type Shop } from './shop.js';

/** What the framed page tells the page around it, which cannot look inside. */
interface Inside {
  readonly framed: boolean;
  readonly text: string;
  /** The one button that decides, in the framed page. */
  readonly button: Box | undefined;
  readonly label: string;
}

const OUTER = (inner: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Another site</title>
  <style>body { margin: 0 } iframe { display: block; width: 100%; height: 600px; border: 0 }</style>
  <iframe src="${inner}" title="The shop"></iframe>
  <script>addEventListener('message', ({ data }) => { globalThis.inside = data; });</script>
</html>`;

const TELL = `
  setInterval(() => {
    const read = (root) => [...root.childNodes].map((node) =>
      node.nodeType === 3 ? node.textContent
      : node.nodeType === 1 && node.localName !== 'style' ? read(node.shadowRoot ?? node) : '').join(' ');
    const order = document.querySelector('doorstep-order')?.shadowRoot;
    const button = order?.querySelector('doorstep-remedy')?.shadowRoot?.querySelector('[part=refund]');
    button?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = button?.getBoundingClientRect() ?? {};
    let framed = false;
    try { void top.location.href } catch { framed = true }
    parent.postMessage({ framed, text: order ? read(order).replace(/\\s+/g, ' ') : '',
      button: button && { x, y, width, height }, label: button?.textContent.trim() ?? '' }, '*');
  }, 50);`;

/**
 * The shop as it is, but that any site may frame it: without its policy's word on that, and with its cookies,
 * which browsers keep from a framed page, put in on the way.
 */
const openFrame = async (shop: Shop) => {
  const { hostname, port } = new URL(shop.url);
  const cookies = new Map<string, string>();
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const { method, url: path, headers } = from;
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const asked = request(
      { hostname, port, method, path, headers: { ...headers, cookie } },
      (answer) => {
        const { 'content-security-policy': policy, ...rest } = answer.headers;
        for (const line of answer.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
          cookies.set(name!, value!);
        }
        if (path === '/device.js') delete rest['content-length'];
        to.writeHead(answer.statusCode!, {
          ...rest,
          ...(policy && {
            'content-security-policy': String(policy).replace(/frame-ancestors [^;]+;/, ''),
          }),
        });
        to.once('close', () => answer.destroy());
        answer.pipe(to, { end: path !== '/device.js' });
        if (path === '/device.js') answer.once('end', () => to.end(TELL));
      },
    );
    asked.once('error', () => to.destroy());
    from.pipe(asked);
  };
  const server = createServer((from, to) => {
    const { port } = server.address() as AddressInfo;
    if (from.url !== '/around') return pass(from, to);
    to.writeHead(200, { 'Content-Type': 'text/html' }).end(OUTER(`http://127.0.0.1:${port}/`));
  });
  // Under both families, as nobody knows what "localhost" is first.
  await new Promise<void>((listening) => server.listen(0, listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/around`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** Waits for what the framed page tells. */
const inside = (page: Page, words: string): Promise<Inside> =>
  page.waitFor((wanted) => {
    const told = (globalThis as { inside?: Inside }).inside;
    return told?.text.includes(wanted) ? told : undefined;
  }, words) as Promise<Inside>;

/** Presses in the middle of the button, once it has stood there for longer than a double click. */
const press = async (page: Page, words: string): Promise<Inside> => {
  await inside(page, words);
  await new Promise((resolve) => setTimeout(resolve, 900));
  const told = await inside(page, words);
  const { x, y, width, height } = told.button!;
  await page.click(x + width / 2, y + height / 2);
  return told;
};

for (const engine of drawnEngines())
  describe(`R7: framed by another site, in ${engine}`, () => {
    let shop: Shop;
    let frame: Awaited<ReturnType<typeof openFrame>>;
    let browser: Browser;

    before(async () => {
      [shop, browser] = await Promise.all([openShop(), openBrowser(engine)]);
      frame = await openFrame(shop);
    });
    after(async () => {
      await browser?.close();
      await frame?.close();
      await shop?.close();
    });

    test('the first press only asks, the second one sends; one refund', async () => {
      await shop.clock('23T17:03:00');
      const page = await browser.newPage();
      await page.goto(frame.url);
      const first = await press(page, 'Not delivered: refund €289.00');
      assert.equal(first.framed, true, 'the page around it is of another origin');
      await inside(page, 'One more look, as this page is shown inside another.');
      assert.deepEqual(await shop.refunds(), [], 'the first press has sent nothing');
      const second = await press(page, 'One more look, as this page is shown inside another.');
      assert.equal(second.label, 'Yes, do it');
      await inside(page, 'You asked for €289.00 back.');
      assert.equal((await shop.refunds()).length, 1);
      await page.close();
    });
  });

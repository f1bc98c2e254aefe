/** The page that a server writes: read and pressed where no script runs, and taken over where one does. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { served } from '../../demo/server/served.js';
import { enginesToTest, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { middleOf, openDemo, REFUND, says, settle, textOf, thrown, type Shop } from './shop.js';

/** The button of the form. */
const BUTTON = 'doorstep-order >>> doorstep-remedy >>> [part=refund]';

const late = async (shop: Shop): Promise<void> => {
  await shop.post('/demo/reset', {});
  await shop.clock('23T17:03:00');
};

/** What became of the page: its policy's complaints are among the errors. */
const isSound = async (page: Page): Promise<void> => assert.deepEqual(await page.errors(), []);

describe('a page written by the server, without a script, in Chromium', () => {
  let shop: Shop;
  let browser: Browser;
  let page: Page;

  before(async () => {
    [shop, browser] = await Promise.all([openDemo(), openBrowser('chromium')]);
  });
  after(async () => {
    await browser?.close();
    await shop?.close();
  });
  beforeEach(async () => {
    await late(shop);
    page = await browser.newPage();
    await page.emulate({ scripts: false });
    await page.setViewport(375, 800);
    await page.goto(`${shop.url}/served.html`);
  });

  test('says what is known and as of when, and leads to a person', async () => {
    const text = await textOf(page);
    for (const words of [
      /We promised your display before 17:00 on Mon 23 Nov\. It has not arrived\./,
      /Copied on Mon 23 Nov 2026 at 17:03, Central European Time\./,
      /Not delivered: refund €289\.00/,
    ])
      assert.match(text, words);
    assert.doesNotMatch(text, /\b(today|ago|just now)\b/);
    const links = await page.evaluate(() =>
      [...document.querySelector('doorstep-order')!.shadowRoot!.querySelectorAll('a')].map(
        (link) => link.href,
      ),
    );
    assert.deepEqual(links, ['tel:0199004242']);
    await isSound(page);
  });

  test('its styles come in spite of the strict policy', async () => {
    const [radius, hidden] = await page.evaluate(() => {
      const root = document.querySelector('doorstep-order')!.shadowRoot!;
      return [
        getComputedStyle(root.querySelector('.card')!).borderRadius,
        getComputedStyle(root.querySelector('.rail')!).visibility,
      ];
    });
    assert.deepEqual([radius, hidden], ['12px', 'hidden']);
  });

  test('R7: the form asks for the money once, pressed twice', async () => {
    await page.doubleClick(...(await middleOf(page, BUTTON)));
    await says(page, 'You asked for €289.00 back.');
    assert.equal((await shop.refunds()).length, 1);
    await isSound(page);
  });

  test('R7: the form of a page that was kept open asks for nothing again', async () => {
    const other = await browser.newPage();
    await other.emulate({ scripts: false });
    await other.goto(`${shop.url}/served.html`);
    for (const each of [other, page]) {
      await each.click(...(await middleOf(each, BUTTON)));
      await says(each, 'You asked for €289.00 back.');
      if (each === other) await other.close();
    }
    assert.equal((await shop.refunds()).length, 1);
  });

  test('R7: another sum than the backend’s is refused and said to be', async () => {
    const answer = await fetch(`${shop.url}/claim`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Authorization: `Bearer ${shop.server.token('FR-1042')}` },
      body: new URLSearchParams({
        order: 'FR-1042',
        offerId: await page.evaluate(
          () =>
            document
              .querySelector('doorstep-order')!
              .shadowRoot!.querySelector('doorstep-remedy')!
              .shadowRoot!.querySelector<HTMLInputElement>('[name=offerId]')!.value,
        ),
        ...{ amount: '1', currency: 'EUR' },
      }),
    });
    assert.equal(answer.status, 303);
    assert.equal((await shop.refunds()).length, 0);
    // It is told to this browser for some minutes, and by no link.
    const noted = answer.headers.getSetCookie().map((each) => each.split(';')[0]!);
    const read = async (query: string, ...cookies: string[]): Promise<string> => {
      const headers = { Cookie: cookies.join('; ') };
      return (await fetch(`${shop.url}/served.html${query}`, { headers })).text();
    };
    assert.match(await read('', ...noted), /At 17:03 that offer no longer stood as you saw it\./);
    assert.match(await read('?lang=fr', ...noted), /À 17:03, cette offre n’était plus/);
    assert.doesNotMatch(await read('?told=refused'), /that offer/);
    await shop.clock('23T17:09:00');
    assert.doesNotMatch(await read('', ...noted), /that offer/);
  });
});

test('that nobody can be asked whose an order is does not mean that it does not exist', async () => {
  const broken = { authorize: () => Promise.reject(new Error('no database')) };
  const app = served('/nowhere', {} as never, broken as never);
  app.onError((error, context) => context.text(error.message, 503));
  const answer = await app.request('/served.html?order=FR-2001');
  assert.deepEqual([answer.status, await answer.text()], [503, 'no database']);
});

for (const engine of enginesToTest())
  describe(`a page written by the server comes alive, in ${engine}`, () => {
    let shop: Shop;
    let browser: Browser;

    before(async () => {
      [shop, browser] = await Promise.all([openDemo(), openBrowser(engine)]);
    });
    after(async () => {
      await browser?.close();
      await shop?.close();
    });

    test('nothing moves, and one press asks for the money once', async () => {
      await late(shop);
      const page = await browser.newPage();
      await page.goto(`${shop.url}/served.html`);
      await says(page, 'Not delivered: refund €289.00', undefined, /Copied on/);
      await settle(page);
      const moved = await page.evaluate(() =>
        (globalThis as never as { shifts: number[] }).shifts.reduce((sum, each) => sum + each, 0),
      );
      assert.equal(moved, 0);
      await page.clickOn(REFUND);
      await says(page, 'You asked for €289.00 back.');
      assert.equal((await shop.refunds()).length, 1);
      assert.deepEqual(await thrown(page), []);
      await isSound(page);
      await page.close();
    });
  });

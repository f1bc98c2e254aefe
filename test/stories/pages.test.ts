/** What holds for the demo's pages as they stand: nothing for axe to find, by day and by night. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { violations } from './axe.js';
import { goToCheckout, openProduct, pick, press } from './checkout.js';
import { november, openDemo, says, settle, type Shop } from './shop.js';

const SLOT = 'doorstep-order >>> doorstep-slot';

describe('the pages of the demo, in Chromium', () => {
  let shop: Shop;
  let browser: Browser;

  before(async () => {
    [shop, browser] = await Promise.all([openDemo(), openBrowser('chromium')]);
  });
  after(async () => {
    await browser?.close();
    await shop?.close();
  });

  const pages: [name: string, open: (page: Page) => Promise<void>][] = [
    [
      'the basket with a delivery time that has a price',
      async (page) => {
        await openProduct(page, shop, 'washing-machine', 'In stock, 1 left');
        await goToCheckout(page, 'In stock, 1 left');
        await pick(page, 'nantes.2026-11-28.14');
        await says(page, ['Delivery at that time', '€15.00', '€564.00'], 'form .facts');
      },
    ],
    [
      'the theme studio, with pairs that are too faint and every tool open',
      async (page) => {
        await page.goto(`${shop.url}/studio.html#action=%23ffb000`);
        await says(page, 'The refund button’s label is too faint in light', '.readable');
        await page.evaluate(
          `document.querySelectorAll('#tools details').forEach((each) => (each.open = true))`,
        );
        // What is faint there is shown on purpose: the theme that is tried on the wall, and its samples.
        await page.evaluate(
          `document.querySelectorAll('#states > :last-child, .sample').forEach((each) => each.remove())`,
        );
      },
    ],
    [
      'the wardrobe, whose delivery the carrier asks to move, with other times to pick',
      async (page) => {
        await page.goto(`${shop.url}/wardrobe.html`);
        await shop.clock('24T11:45:00');
        await shop.post('/demo/propose', {
          id: 'AP-1',
          trackingNumber: 'AL-DEMO-77',
          from: november('28T07:00:00'),
          before: november('28T14:00:00'),
          reason: 'lorry unavailable',
          lang: 'en',
          answerBy: november('25T18:00:00'),
          ifSilent: 'stands',
        });
        await says(page, ['Keep Thu 26 Nov', 'Pick another time']);
        await settle(page);
        await press(page, SLOT, 'Pick another time');
        await says(page, ['You ruled out Saturdays', 'Alpline does not drive on Sundays']);
      },
    ],
  ];
  for (const [name, open] of pages)
    test(`axe finds nothing, light and dark: ${name}`, async () => {
      await shop.post('/demo/reset', {});
      const page = await browser.newPage();
      await page.setViewport(375, 800);
      await open(page);
      await settle(page);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
});

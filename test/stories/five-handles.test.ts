/** Story 4, the five handles, on the demo's pages against the real HTTP backend in every engine. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { drawnEngines, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import {
  BADGE,
  choose,
  goToCheckout,
  GUARD,
  isClean,
  openProduct,
  PAY,
  placedOrder,
  pressTwice,
  until,
} from './checkout.js';
import { openDemo, says, settle, type Shop } from './shop.js';

const SKU = 'HND-BRASS';
const TOLD = '3 now, 2 about 1 Dec';
/** The orders the demo begins with. */
const STORY = 4;

const databases = process.env['DATABASE_URL']
  ? [undefined, process.env['DATABASE_URL']]
  : [undefined];

for (const engine of drawnEngines())
  for (const database of engine === 'chromium' ? databases : [undefined])
    describe(`story 4, the five handles, in ${engine}${database ? ' on PostgreSQL' : ''}`, () => {
      let shop: Shop;
      let browser: Browser;
      let page: Page;

      before(async () => {
        [shop, browser] = await Promise.all([
          openDemo(database),
          openBrowser(engine, { timeZone: 'Europe/Paris' }),
        ]);
      });
      after(async () => {
        await browser?.close();
        await shop?.close();
      });
      beforeEach(() => shop.post('/demo/reset', {}));

      const inPage = (name: string, work: () => Promise<void>) =>
        void test(name, async () => {
          page = await browser.newPage();
          await work();
          await page.close();
        });
      /** Told on the product's page, and again before paying. */
      const toPanel = async (): Promise<string> => {
        await openProduct(page, shop, 'handles', TOLD);
        await goToCheckout(page, TOLD);
        await page.clickOn(PAY);
        return says(page, '2 of your 5 handles are not on the shelf.', GUARD);
      };

      inPage(
        'R1, R4: told on the product’s page and before paying, with the condition and the hold',
        async () => {
          await openProduct(page, shop, 'handles', TOLD);
          await says(page, 'The 2 are ordered once you have paid.', BADGE);
          if (engine === 'chromium')
            assert.deepEqual(
              await page.evaluate(() => (globalThis as never as { shifts: number[] }).shifts),
              [],
              'what was served is replaced without moving anything',
            );
          await goToCheckout(page, TOLD);
          await page.clickOn(PAY);
          const told = [
            '2 of your 5 handles are not on the shelf.',
            'You have not been charged.',
            'held for you until 16:5',
            'ordered once you have paid',
            'Pay for 5, €94.50',
            'Pay for the 3 on the shelf, €56.70',
            'Back to the basket',
            '01 99 00 42 42',
            /2 handles about (Tue )?1 Dec/,
          ];
          await says(page, told, GUARD);
          const { orders, holds } = await shop.state();
          assert.deepEqual({ orders, holds }, { orders: STORY, holds: 1 });
          await isClean(page);
        },
      );

      inPage('R4: five are paid for: three reserved, two awaited about 1 December', async () => {
        await toPanel();
        await choose(page, 'Pay for 5');
        const order = await placedOrder(page);
        assert.deepEqual(
          order.lines?.map(({ sku, quantity }) => [sku, quantity]),
          [[SKU, 5]],
        );
        const [line] = order.lines ?? [];
        assert.deepEqual(
          line?.supply?.map(({ state, quantity, from }) => [state, quantity, from]),
          [
            ['reserved', 3, undefined],
            ['awaited', 2, '2026-12-01'],
          ],
        );
        await says(page, order.reference);
        const { orders, holds } = await shop.state();
        assert.deepEqual({ orders, holds }, { orders: STORY + 1, holds: 0 });
        await isClean(page);
      });

      inPage('R4: only the three are paid for', async () => {
        await toPanel();
        await choose(page, 'Pay for the 3 on the shelf, €56.70');
        const { lines } = await placedOrder(page);
        assert.deepEqual(
          lines?.map(({ sku, quantity, price }) => [sku, quantity, price?.amount]),
          [[SKU, 3, 1890]],
        );
        await isClean(page);
      });

      inPage(
        'the hold outlasts the way back, is renewed by the next look, and ends with the basket',
        async () => {
          await toPanel();
          await choose(page, 'Back to the basket');
          assert.equal((await shop.state()).holds, 1);
          await shop.clock('23T16:45:00');
          await page.clickOn(PAY);
          await says(page, 'held for you until 16:55', GUARD);
          await choose(page, 'Back to the basket');
          assert.equal((await shop.state()).holds, 1);
          await page.clickOn('.change button');
          await says(page, 'Your basket is empty.', '#lines');
          await page.waitFor(
            async () =>
              ((await (await fetch('/demo/state')).json()) as { holds: number }).holds === 0,
          );
          await isClean(page);
        },
      );

      for (const [remedy, title, taken] of [
        [
          'wait',
          'Wait for them',
          'You chose to wait for 2 of your 5 handles. Promised by Tue 15 Dec.',
        ],
        ['replace', 'Take Steel lever handle instead', 'You chose Steel lever handle instead.'],
        ['refund', 'Refund €37.80', 'You asked for €37.80 back.'],
      ] as const)
        inPage(
          `after payment the maker fails: told in one place, and "${remedy}" is taken once`,
          async () => {
            await toPanel();
            await choose(page, 'Pay for 5');
            const { reference } = await placedOrder(page);
            await says(page, reference);
            await shop.post('/demo/fail-supply', {
              ...{ order: reference, sku: SKU, quantity: 2, again: '2026-12-15' },
            });
            await says(page, [
              /2 of your 5 handles cannot be had after all\./,
              'Wait for them',
              'Take Steel lever handle instead',
              'Refund €37.80',
              /01 99 00 42 42/,
            ]);
            await settle(page);
            const remedies = 'doorstep-order >>> doorstep-remedy';
            await pressTwice(page, remedies, title);
            await until(shop, ({ claims }: { claims: number }) => claims === 1);
            await says(page, taken);
            assert.deepEqual(
              (await shop.refunds()).map(({ amount }) => amount),
              remedy === 'refund' ? [{ amount: 3780, currency: 'EUR' }] : [],
            );
            await isClean(page);
          },
        );
    });

/** Story 2, the lost screen, against the real HTTP backend in every engine. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { enginesToTest, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { enterOn } from './checkout.js';
import {
  hasRefundButton,
  noRefundButton,
  november,
  NUMBER,
  openOrder,
  openShop,
  REFUND,
  said,
  says,
  settle,
  thrown,
  untilQuiet,
  type Shop,
} from './shop.js';

const easyPostScan = (datetime: string) => ({
  object: 'Event',
  description: 'tracker.updated',
  result: {
    object: 'Tracker',
    tracking_code: NUMBER,
    status: 'in_transit',
    carrier: 'RN',
    updated_at: datetime,
    tracking_details: [
      {
        object: 'TrackingDetail',
        message: 'Sorted',
        status: 'in_transit',
        status_detail: 'arrived_at_facility',
        datetime,
        tracking_location: { city: 'Lyon', country: 'FR' },
      },
    ],
  },
});

const laPosteScan = (date: string) => ({
  returnCode: 200,
  shipment: {
    idShip: NUMBER,
    product: 'colis',
    isFinal: false,
    event: [{ code: 'PC1', label: 'Votre colis est pris en charge.', date }],
  },
});

/** No screen said more than the backend knew: nothing ordered, paid, failed or refused before it was. */
const neverAheadOf = async (page: Page, ordered: boolean): Promise<void> => {
  for (const sentence of await said(page)) {
    assert.doesNotMatch(sentence, /paid|did not go through|cannot be done|has left/);
    if (!ordered) assert.doesNotMatch(sentence, /is ordered/);
  }
};

const databases = process.env['DATABASE_URL']
  ? [undefined, process.env['DATABASE_URL']]
  : [undefined];

for (const engine of enginesToTest())
  for (const database of engine === 'chromium' ? databases : [undefined])
    describe(`story 2, the lost screen, in ${engine}${database ? ' on PostgreSQL' : ''}`, () => {
      let shop: Shop;
      let browser: Browser;

      before(async () => {
        [shop, browser] = await Promise.all([
          openShop(database),
          openBrowser(engine, { timeZone: 'Pacific/Chatham' }),
        ]);
      });
      after(async () => {
        await browser?.close();
        await shop?.close();
      });
      beforeEach(() => shop.post('/demo/reset', {}));

      test('R6, R7, R8: from the last scan to the ordered refund, without a reload', async (context) => {
        const page = await openOrder(browser, shop);
        await page.evaluate(() => void ((globalThis as { kept?: boolean }).kept = true));

        // The carriers' news arrives at the backend and on the screen, late and out of order.
        await shop.easyPost(easyPostScan(november('22T22:40:00')));
        await says(page, /last scanned it .*22:40/);
        await shop.laPoste(laPosteScan(november('21T09:00:00')));
        await says(page, /We do not know where your display is\. .*22:40/);
        assert.equal(await hasRefundButton(page), false);

        // Long before 17:00, so that looking takes no part of the last minute, however slow the machine.
        await shop.clock('23T16:59:00');
        await says(page, 'Now 16:59');
        assert.equal(await hasRefundButton(page), false, 'before 17:00 there is no button');
        await shop.clock('23T16:59:57');
        await page.waitFor(() => Boolean((globalThis as { appearedAt?: number }).appearedAt));
        const delay = await page.evaluate(async () => {
          const { serverNow } = (await (await fetch('/demo/state')).json()) as {
            serverNow: string;
          };
          // The answer left the server before now: the button stood there no earlier than this.
          const since =
            performance.now() - (globalThis as never as { appearedAt: number }).appearedAt;
          return Date.parse(serverNow) - Date.parse('2026-11-23T17:00:00+01:00') - since;
        });
        await says(page, [
          'We promised your display before 17:00. It has not arrived.',
          /Not delivered: refund €289\.00 to Visa ••42, there by Fri 27 Nov/,
        ]);
        context.diagnostic(
          `the button stood there at most ${delay.toFixed(0)} ms after 17:00:00, server time`,
        );
        assert.ok(delay > -100, `the button stood there ${-delay} ms early`);

        await shop.clock('23T17:03:00');
        await says(page, 'Now 17:03');
        await settle(page);
        await page.clickOn(REFUND);
        await says(page, 'You asked for €289.00 back. The bank has not confirmed yet.');
        // The answer to the press is told first; the order that shows the refund is read after it.
        await noRefundButton(page);
        await neverAheadOf(page, false);

        await shop.clock('23T17:10:00');
        await says(page, 'Your refund of €289.00 is ordered.');
        const [refund, ...others] = await shop.refunds();
        assert.equal(others.length, 0, 'one row in the refunds table');
        await says(page, [
          refund!.reference,
          'Confirmed',
          '17:10',
          '€289.00',
          'Visa ••42',
          'by Fri 27 Nov',
          'by Tue 24 Nov',
        ]);
        assert.equal(
          await page.evaluate(() => (globalThis as { kept?: boolean }).kept),
          true,
          'no reload',
        );
        assert.deepEqual(await thrown(page), []);
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });

      test('R8: the money leaves and is paid on the days that were promised, and the receipt says so', async () => {
        await shop.clock('23T17:03:00');
        const page = await openOrder(browser, shop);
        await says(page, 'Not delivered: refund €289.00');
        await settle(page);
        await page.clickOn(REFUND);
        await says(page, 'You asked for €289.00 back.');
        await shop.clock('23T17:10:00');
        await says(page, ['Your refund of €289.00 is ordered.', 'by Tue 24 Nov', 'by Fri 27 Nov']);
        await shop.clock('24T15:01:00');
        await says(page, [
          'Your refund of €289.00 has left our bank.',
          'On your account by Fri 27 Nov.',
        ]);
        await shop.clock('27T08:01:00');
        const [refund, ...others] = await shop.refunds();
        assert.deepEqual([others.length, refund!.state], [0, 'settled']);
        await says(page, [
          'Your refund of €289.00 has been paid.',
          `Refund: ${refund!.reference}`,
          'Amount: €289.00',
          'To: Visa ••42',
          'Asked: Mon 23 Nov 2026, 17:03',
          'Ordered: Mon 23 Nov 2026, 17:10',
          'Sent by the bank: Tue 24 Nov 2026, 15:00',
          'On your account: Fri 27 Nov 2026, 08:00',
        ]);
        assert.deepEqual(await thrown(page), []);
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });

      test('the keyboard alone runs it', async () => {
        await shop.clock('23T17:03:00');
        const page = await openOrder(browser, shop);
        await says(page, 'Not delivered: refund €289.00');
        await settle(page);
        await enterOn(page, 'Not delivered: refund');
        await says(page, 'You asked for €289.00 back.');
        assert.equal((await shop.refunds()).length, 1);
        await page.close();
      });

      test('R7: a double click is one refund', async () => {
        await shop.clock('23T17:03:00');
        const page = await openOrder(browser, shop);
        await says(page, 'Not delivered: refund €289.00');
        await settle(page);
        await page.doubleClickOn(REFUND);
        await says(page, 'You asked for €289.00 back.');
        assert.equal((await shop.refunds()).length, 1);
        await neverAheadOf(page, false);
        await page.close();
      });

      test('R7: two tabs and a second device are one refund', async () => {
        await shop.clock('23T17:03:00');
        const other = await openBrowser(enginesToTest()[0]!);
        const screens = [
          await openOrder(browser, shop),
          await openOrder(browser, shop),
          await openOrder(other, shop),
        ];
        for (const page of screens) await says(page, 'Not delivered: refund €289.00');
        for (const page of screens) await settle(page);
        // Each presses before any of them can have heard of the others.
        await Promise.all(
          screens.map((page) =>
            page.evaluate(() =>
              document
                .querySelector('doorstep-order')!
                .shadowRoot!.querySelector('doorstep-remedy')!
                .shadowRoot!.querySelector<HTMLButtonElement>('[part=refund]')
                ?.click(),
            ),
          ),
        );
        for (const page of screens) await says(page, 'You asked for €289.00 back.');
        assert.equal((await shop.refunds()).length, 1);
        await shop.clock('23T17:10:00');
        for (const page of screens) {
          await says(page, 'Your refund of €289.00 is ordered.');
          await neverAheadOf(page, true);
          await page.close();
        }
        assert.equal((await shop.refunds()).length, 1);
        await other.close();
      });

      test('R7: the answer is lost after the backend has committed', async () => {
        await shop.clock('23T17:03:00');
        const page = await openOrder(browser, shop);
        await says(page, 'Not delivered: refund €289.00');
        await settle(page);
        await shop.post('/demo/faults', { mode: 'lose-answers' });
        await page.clickOn(REFUND);
        await says(page, 'You asked for €289.00 back.');
        await shop.post('/demo/faults', { mode: 'none' });
        assert.equal((await shop.refunds()).length, 1);
        await neverAheadOf(page, false);
        assert.deepEqual(await thrown(page), []);
        await page.close();
      });

      test('R7: the page is loaded again while the request is in flight', async () => {
        await shop.clock('23T17:03:00');
        const page = await openOrder(browser, shop);
        await says(page, 'Not delivered: refund €289.00');
        await settle(page);
        await shop.post('/demo/faults', { mode: 'slow', delay: 5000 });
        await page.clickOn(REFUND);
        await says(page, 'Sending your request');
        await page.reload();
        await shop.post('/demo/faults', { mode: 'none' });
        // Whether the request had arrived is the backend's word: either it is asked, or it can be pressed again.
        const text = await says(
          page,
          /You asked for €289\.00 back|Your request did not reach the shop\. Nothing was charged/,
        );
        if (!text.includes('You asked')) {
          await settle(page);
          // It may arrive even now; then there is nothing left to press.
          await page.evaluate(() =>
            document
              .querySelector('doorstep-order')
              ?.shadowRoot?.querySelector('doorstep-remedy')
              ?.shadowRoot?.querySelector<HTMLElement>('[part=refund]')
              ?.click(),
          );
        }
        await says(page, 'You asked for €289.00 back.');
        assert.equal((await shop.refunds()).length, 1);
        await neverAheadOf(page, false);
        await page.close();
      });

      test('R7: Back to a page that stood still: it asks anew before anything can be pressed', async (context) => {
        await shop.clock('23T17:03:00');
        const page = await openOrder(browser, shop);
        await says(page, 'Not delivered: refund €289.00');
        await untilQuiet(page, 2);
        await page.evaluate(() => {
          addEventListener('pageshow', ({ persisted }) => {
            document
              .querySelector('doorstep-order')!
              .shadowRoot!.querySelector('doorstep-remedy')!
              .shadowRoot!.querySelector<HTMLButtonElement>('[part=refund]')!
              .click();
            Object.assign(globalThis, {
              persisted,
              askingThen: (globalThis as { asking?: number }).asking,
            });
          });
        });
        await page.goto(`${shop.url}/host.css`);
        // Meanwhile it is asked for elsewhere.
        const other = await openOrder(browser, shop);
        await says(other, 'Not delivered: refund €289.00');
        await settle(other);
        await other.clickOn(REFUND);
        await says(other, 'You asked for €289.00 back.');
        await other.close();
        await page.back();
        await says(page, 'You asked for €289.00 back.');
        await noRefundButton(page);
        const { persisted, askingThen } = await page.evaluate(() => {
          const { persisted, askingThen } = globalThis as {
            persisted?: boolean;
            askingThen?: number;
          };
          return { persisted, askingThen };
        });
        context.diagnostic(persisted ? 'the page stood still' : 'the page was loaded again');
        if (persisted) assert.ok(askingThen! > 0, 'asked anew as it was shown');
        assert.equal((await shop.refunds()).length, 1);
        assert.deepEqual(
          await said(page).then((all) => all.filter((each) => /Sending/.test(each))),
          [],
        );
        await shop.clock('23T17:10:00');
        await says(page, 'Your refund of €289.00 is ordered.');
        assert.deepEqual(await thrown(page), []);
        await page.close();
      });

      test('R2, R3, R10: whatever the backend does, the page keeps what it knew and says how old it is', async () => {
        const page = await openOrder(browser, shop);
        await says(page, 'We do not know where your display is.');
        await untilQuiet(page, 2);
        for (const mode of ['500', 'malformed', 'wrong-types', 'huge', 'down'] as const) {
          await shop.post('/demo/faults', { mode });
          await page.evaluate(() => {
            (globalThis as never as { passTime(ms: number): void }).passTime(61_000);
            document.dispatchEvent(new Event('visibilitychange'));
          });
          await says(page, [
            'The shop’s system does not answer. This is our last copy.',
            /Copied today at/,
            /Was then We do not know where your display is\./,
            /Promised before 17:00 on Mon 23 Nov/,
            // A person within reach.
            /01 99 00 42 42/,
            /Try now/,
          ]);
          await shop.post('/demo/faults', { mode: 'none' });
          // Either the press or the page's own next try brings it back, whichever is first.
          await page.evaluate(() =>
            [...document.querySelector('doorstep-order')!.shadowRoot!.querySelectorAll('button')]
              .find((button) => button.textContent.includes('Try now'))
              ?.click(),
          );
          await says(
            page,
            /Parcel 1 of 1 We do not know where your display is\./,
            undefined,
            /last copy/,
          );
          await untilQuiet(page);
        }
        // No promise lapses on a copy: nobody could say whether it arrived.
        await shop.clock('23T16:59:00');
        await says(page, 'Now 16:59');
        await untilQuiet(page);
        await shop.post('/demo/faults', { mode: 'down' });
        await page.evaluate(() => {
          document.dispatchEvent(new Event('visibilitychange'));
          (globalThis as never as { passTime(ms: number): void }).passTime(120_000);
          document.dispatchEvent(new Event('visibilitychange'));
        });
        await says(page, 'Whether it arrived, this copy cannot say.');
        assert.equal(await hasRefundButton(page), false);
        assert.deepEqual(await thrown(page), []);
        await shop.post('/demo/faults', { mode: 'none' });
        await page.close();
      });
    });

/** Story 3, the moved wardrobe, on the demo's page against the real HTTP backend in every engine. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Order } from '../../src/model/index.js';
import { drawnEngines, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { enterOn, isClean, pick, pickByKeys, press } from './checkout.js';
import { november, openDemo, says, settle, textOf, type Shop } from './shop.js';

const SLOT = 'doorstep-order >>> doorstep-slot';
const PICKER = `${SLOT} >>> doorstep-slot-picker`;
const THURSDAY = 'geneva.2026-11-26.10';
const AGREED = 'Agreed Thu 26 Nov, 07:00–14:00';
const ASKED = 'The carrier asks to move your delivery. Nothing changes unless you agree.';

const databases = process.env['DATABASE_URL']
  ? [undefined, process.env['DATABASE_URL']]
  : [undefined];

for (const engine of drawnEngines())
  for (const database of engine === 'chromium' ? databases : [undefined])
    describe(`story 3, the moved wardrobe, in ${engine}${database ? ' on PostgreSQL' : ''}`, () => {
      let shop: Shop;
      let browser: Browser;

      before(async () => {
        [shop, browser] = await Promise.all([openDemo(database), openBrowser(engine)]);
      });
      after(async () => {
        await browser?.close();
        await shop?.close();
      });
      beforeEach(() => shop.post('/demo/reset', {}));

      const open = async (query = '', words = AGREED): Promise<Page> => {
        const page = await browser.newPage();
        await page.goto(`${shop.url}/wardrobe.html${query}`);
        await says(page, words);
        await page.evaluate(() => void ((globalThis as { kept?: boolean }).kept = true));
        return page;
      };
      /** Tuesday, 11:45: the carrier wants Saturday instead. */
      const carrierAsks = async (more: object = {}): Promise<void> => {
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
          ...more,
        });
      };
      /** What the backend has of it. */
      const promiseOf = async (page: Page) => {
        const { order } = await page.evaluate(
          async () => (await (await fetch('/doorstep/orders/CH-77')).json()) as { order: Order },
        );
        const [promise] = order.promises!;
        assert.deepEqual(
          [promise!.from, promise!.before],
          [november('26T07:00:00'), november('26T14:00:00')],
          'the first promise is never lost',
        );
        return { order, revisions: promise!.revisions ?? [] };
      };
      const states = async (page: Page) =>
        (await promiseOf(page)).revisions.map(({ state }) => state);
      const ends = async (page: Page): Promise<void> => {
        assert.equal(
          await page.evaluate(() => (globalThis as { kept?: boolean }).kept),
          true,
          'no reload',
        );
        await isClean(page);
        await page.close();
      };

      test('R5, R9, R12: asked, flagged, kept in one press, then another time taken, without a reload', async () => {
        const page = await open();
        await carrierAsks();
        await says(page, [
          ASKED,
          'Asked today at 11:45 by Alpline. Their reason: “lorry unavailable”',
          `${AGREED} with you`,
          'It still counts.',
          'Proposed Sat 28 Nov, 07:00–14:00',
          'You said: never on a Saturday',
          'Keep Thu 26 Nov',
          'Accept Sat 28 Nov',
          'Pick another time',
          'If you do not answer by Wed 25 Nov, 18:00, Thu 26 Nov stands.',
          '022 555 01 42',
        ]);
        assert.deepEqual(await states(page), ['proposed']);

        await settle(page);
        await press(page, SLOT, 'Keep Thu 26 Nov');
        await says(page, 'You kept Thu 26 Nov');
        assert.deepEqual(await states(page), ['declined']);

        await settle(page);
        await press(page, SLOT, 'Pick another time');
        await says(page, ['You ruled out Saturdays', 'Alpline does not drive on Sundays']);
        await pick(page, THURSDAY, 'Held for you until 11:55', PICKER);
        await settle(page);
        await press(page, PICKER, 'Take Thu 26 Nov, 10:00–12:00');
        await says(page, [
          'Agreed Thu 26 Nov, 10:00–12:00',
          'First promised Thu 26 Nov, 07:00–14:00',
        ]);
        const { order, revisions } = await promiseOf(page);
        assert.deepEqual(
          revisions.map(({ state, window }) => [state, window?.from]),
          [
            ['declined', november('28T07:00:00')],
            ['accepted', november('26T10:00:00')],
          ],
        );
        // R6: the agreed time is what runs out now.
        assert.equal(order.offers![0]!.availableFrom, november('26T12:00:00'));
        await ends(page);
      });

      test('the keyboard alone runs it', async () => {
        const page = await open();
        await carrierAsks();
        await says(page, ASKED);
        await settle(page);
        await enterOn(page, 'Keep Thu 26 Nov');
        await says(page, 'You kept Thu 26 Nov');
        await settle(page);
        await enterOn(page, 'Pick another time');
        await says(page, 'You ruled out Saturdays');
        await pickByKeys(page, 'Thursday 26 November', 'from 10');
        await says(page, 'Held for you until 11:55');
        await settle(page);
        await enterOn(page, 'Take Thu 26 Nov, 10:00–12:00');
        await says(page, 'Agreed Thu 26 Nov, 10:00–12:00');
        assert.deepEqual(await states(page), ['declined', 'accepted']);
        await ends(page);
      });

      test('R5: another time picked at once answers what was asked', async () => {
        const page = await open();
        await carrierAsks();
        await says(page, ASKED);
        await settle(page);
        await press(page, SLOT, 'Pick another time');
        await pick(page, THURSDAY, 'Held for you until 11:55', PICKER);
        await settle(page);
        await press(page, PICKER, 'Take Thu 26 Nov, 10:00–12:00');
        await says(page, 'Agreed Thu 26 Nov, 10:00–12:00');
        assert.deepEqual(await states(page), ['declined', 'accepted']);
        await ends(page);
      });

      test('R5: two devices answer differently: the backend’s word is on both', async () => {
        const pages = [await open(), await open()];
        await carrierAsks();
        for (const page of pages) {
          await says(page, ASKED);
          await settle(page);
        }
        // Each presses before it can have heard of the other.
        await Promise.all(
          pages.map((page, index) =>
            page.evaluate((answer) => {
              const slot = document
                .querySelector('doorstep-order')!
                .shadowRoot!.querySelector('doorstep-slot')!;
              for (const button of slot.shadowRoot!.querySelectorAll('button'))
                if (button.textContent.includes(answer)) button.click();
            }, ['Keep Thu', 'Accept Sat'][index]!),
          ),
        );
        const end = performance.now() + 60_000;
        let state = (await states(pages[0]!))[0];
        while (state === 'proposed' && performance.now() < end)
          state = (await states(pages[0]!))[0];
        const agreed = state === 'accepted' ? 'Agreed Sat 28 Nov, 07:00–14:00' : AGREED;
        for (const page of pages) {
          // An answer may still be on its way where it will come too late.
          await says(
            page,
            agreed,
            undefined,
            /From the times that are free|Your answer is on its way/,
          );
          await ends(page);
        }
      });

      test('R5, R6: silence is not consent, and moved without it the promise is broken', async () => {
        const page = await open();
        await carrierAsks();
        await says(page, ASKED);
        await shop.clock('25T18:00:00');
        await says(page, 'The time to answer has ended.');
        assert.deepEqual(await states(page), ['expired']);
        await shop.post('/demo/impose', {
          id: 'AP-2',
          trackingNumber: 'AL-DEMO-77',
          from: november('28T07:00:00'),
          before: november('28T14:00:00'),
        });
        await says(page, [/without your consent/, AGREED]);
        assert.deepEqual(await states(page), ['expired', 'imposed']);
        await ends(page);
      });

      test('R8, R10, R12: every way for the money has its date; held up, it says by whom, and then goes on', async () => {
        const page = await open();
        await shop.clock('25T18:00:00');
        await shop.post('/demo/impose', {
          id: 'AP-3',
          trackingNumber: 'AL-DEMO-77',
          from: november('28T07:00:00'),
          before: november('28T14:00:00'),
        });
        await says(page, [
          /without your consent/,
          'Refund CHF 1,349.00 to Visa ••42, there by Mon 30 Nov',
          'To a bank account, there by Sat 28 Nov',
          'In cash in the shop, ready by Thu 26 Nov',
        ]);
        assert.doesNotMatch(await textOf(page), /store credit/i);
        await settle(page);
        const row = 'doorstep-order >>> doorstep-remedy >>> [part=choices] button:nth-of-type(1)';
        await page.clickOn(row);
        await says(page, ['You asked for CHF 1,349.00 back.', 'a bank account']);
        const [refund] = await shop.refunds();
        await shop.post('/demo/block', {
          reference: refund!.reference,
          blocked: {
            by: { kind: 'bank', name: 'Banque du Rhône' },
            unblocks: 'The bank checks the account number.',
            owner: 'Inès, customer accounts',
            deadline: november('26T12:00:00'),
          },
        });
        await says(page, [
          'Your refund of CHF 1,349.00 is held up.',
          'Held up by Banque du Rhône since',
          'The bank checks the account number.',
          'Inès, customer accounts',
          'Next step by',
        ]);
        // Nothing moves, and that the step is late is said.
        await shop.clock('26T12:00:01');
        await says(page, 'That time has passed. Call us');
        assert.equal((await shop.refunds())[0]!.state, 'asked');
        await shop.post('/demo/block', { reference: refund!.reference });
        await says(page, 'Your refund of CHF 1,349.00 is ordered.', undefined, /held up/i);
        await shop.clock('27T18:00:00');
        await says(page, 'Your refund of CHF 1,349.00 has left our bank.');
        await shop.clock('30T12:00:00');
        await says(page, 'has been paid', undefined, /held up/i);
        assert.equal((await shop.refunds()).length, 1);
        await ends(page);
      });

      test('in French, dates as people say them', async () => {
        const page = await open('?lang=fr', 'de 7 h à 14 h');
        await carrierAsks({ reason: 'camion indisponible', lang: 'fr' });
        await says(page, ['camion indisponible', /jeudi 26 novembre, de 7 h à 14 h/, /samedi/]);
        await ends(page);
      });
    });

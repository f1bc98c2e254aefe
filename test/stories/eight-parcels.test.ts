/** Story 5, eight parcels, on the demo's page: four vendors' webhooks at once, in every engine. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { kitchenNews, type CarrierNews } from '../../demo/rules/index.js';
import {
  afterShipSignature,
  easyPostSignature,
  seventeenTrackSignature,
  shippoSignature,
} from '../../demo/server/signatures.js';
import { drawnEngines, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { isClean, press } from './checkout.js';
import { openDemo, says, SECRET, settle, type Shop } from './shop.js';

const signed = ({ format }: CarrierNews, body: Uint8Array): Record<string, string> =>
  format === 'easypost'
    ? { 'X-Hmac-Signature': easyPostSignature(body, SECRET) }
    : format === 'aftership'
      ? { 'aftership-hmac-sha256': afterShipSignature(body, SECRET) }
      : format === 'shippo'
        ? { 'Shippo-Auth-Signature': shippoSignature(body, SECRET, Math.floor(Date.now() / 1000)) }
        : { sign: seventeenTrackSignature(body, SECRET) };

const databases = process.env['DATABASE_URL']
  ? [undefined, process.env['DATABASE_URL']]
  : [undefined];

for (const engine of drawnEngines())
  for (const database of engine === 'chromium' ? databases : [undefined])
    describe(`story 5, eight parcels, in ${engine}${database ? ' on PostgreSQL' : ''}`, () => {
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

      const send = (news: CarrierNews): Promise<void> =>
        shop.post(
          `/webhooks/${news.format}`,
          news.payload,
          signed(news, new TextEncoder().encode(JSON.stringify(news.payload))),
        );
      const open = async (query: string, words: string | RegExp): Promise<Page> => {
        const page = await browser.newPage();
        await page.goto(`${shop.url}/kitchen.html${query}`);
        await says(page, words);
        return page;
      };
      const ends = async (page: Page): Promise<void> => {
        await isClean(page);
        await page.close();
      };

      test('R9, R11: four carriers at once, the problem first, both accounts, each replacement tied to its fault', async () => {
        const page = await open('', '4 of your 8 parcels have arrived.');
        const { before: earlier, monday } = kitchenNews();
        // Late, repeated and out of order, all of them at once: nothing goes back.
        await Promise.all([...monday, ...earlier, ...monday.toReversed()].map(send));
        await says(page, [
          '6 of your 8 parcels have arrived.',
          'Parcel 6 is expected on Tue 24 Nov.',
          'Parcel 6, Worktop, oak',
          'Parcel 7, Left door',
          'Replaces the wrong left door of Thu 12 Nov, in parcel 3.',
          'Not sent yet',
          '4 of 12 × Hinge',
          'Show the 6 that arrived',
          '020 7946 0142',
        ]);

        await shop.post('/demo/account', {
          order: 'UK-310',
          shipment: 'parcel-8',
          received: false,
        });
        await says(page, [
          '5 of your 8 parcels have arrived. One needs you.',
          'Parcel 8, 8 of 12 × Hinge',
          'Brightline says delivered. You say it is not there.',
          'Not received',
          'by chat',
          'What settles it: the driver’s proof, before 12:00 on Wed 25 Nov.',
        ]);
        // The problem stands first.
        const positions = () =>
          page.evaluate(() =>
            [
              ...document
                .querySelector('doorstep-order')!
                .shadowRoot!.querySelectorAll('doorstep-parcel'),
            ].map((parcel) => (parcel as HTMLElement & { shipment: string }).shipment),
          );
        assert.deepEqual(await positions(), ['parcel-8', 'parcel-6', 'parcel-7']);

        await settle(page);
        await page.evaluate(() => {
          const card = document.querySelector('doorstep-order')!.shadowRoot!;
          for (const button of card.querySelectorAll('button'))
            if (button.textContent.includes('Show the 5')) button.click();
        });
        await says(page, ['Hide those that arrived', 'Parcel 3, Left door']);
        assert.equal((await positions()).length, 8);
        await ends(page);
      });

      test('R7, R12: the parcel that has not left takes another carrier, until it leaves', async () => {
        const page = await open('', 'Who brings it');
        await says(page, [
          'Keep Pennine Post',
          'Send it with Tamesis',
          'Not possible: it takes nothing longer than a metre.',
          'Another carrier, please',
          'you can choose until today 18:00, says Camden Kitchens. If you do nothing, it stays with Pennine Post.',
        ]);
        const parcel = 'doorstep-order >>> .rows li:nth-child(3) doorstep-parcel';
        await settle(page);
        await press(page, parcel, 'Send it with Tamesis');
        await says(page, ['You chose Tamesis, today at', 'Keep Tamesis']);
        await page.reload();
        await says(page, ['You chose Tamesis, today at', 'Keep Tamesis']);
        await shop.clock('23T19:00:00');
        await says(
          page,
          'You could choose until today 18:00. Now the shop decides; so far it is Tamesis.',
        );
        await send(kitchenNews().monday[2]!);
        await says(page, 'Parcel 7, Left door', undefined, /Who brings it/);
        await ends(page);
      });

      test('R3: a status that its own scans do not bear out is told as that', async () => {
        const page = await open('', '4 of your 8 parcels have arrived.');
        const news = kitchenNews().monday[3]!;
        const told = structuredClone(news) as {
          format: 'shippo';
          payload: { data: { tracking_history: unknown[] } };
        };
        told.payload.data.tracking_history.pop();
        await send(told);
        await says(page, [
          '4 of your 8 parcels have arrived.',
          'What we are told about your parcel contradicts itself.',
          'The carrier’s status and its own scans say different things.',
        ]);
        // The next word of the carrier clears it up.
        const cleared = structuredClone(news) as unknown as {
          format: 'shippo';
          payload: { data: { tracking_status: { object_created: string } } };
        };
        cleared.payload.data.tracking_status.object_created = '2026-11-23T09:30:00Z';
        await send(cleared);
        await says(page, '5 of your 8 parcels have arrived.', undefined, /contradicts itself/);
        await ends(page);
      });

      test('R10: what customs wants is an action with its deadline', async () => {
        const page = await browser.newPage();
        await page.goto(`${shop.url}/customs.html`);
        await says(page, [
          'Your lamp is at customs.',
          'Pay €12.40, by Fri 27 Nov.',
          'Pay it here',
          '01 99 00 42 42',
        ]);
        await ends(page);
      });

      test('in French', async () => {
        const page = await open('?lang=fr', '4 de vos 8 colis sont arrivés.');
        await Promise.all(kitchenNews().monday.map(send));
        await says(page, [
          '6 de vos 8 colis sont arrivés.',
          'Le colis 6 est prévu',
          'Remplace la mauvaise porte gauche du jeu. 12 nov., dans le colis 3.',
          '4 sur 12 × Charnière',
        ]);
        await ends(page);
      });
    });

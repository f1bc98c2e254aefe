/** Story 1, the washing machine, on the demo's pages against the real HTTP backend in every engine. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { enginesToTest, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import {
  ADD,
  BADGE,
  choose,
  enterOn,
  goToCheckout,
  GUARD,
  hasFocus,
  isClean,
  openProduct,
  PAY,
  pick,
  pickByKeys,
  PICKER,
  placedOrder,
  press,
  until,
} from './checkout.js';
import { november, openDemo, says, type Shop } from './shop.js';

const SKU = 'WM-9KG';
/** Saturday, 08:00 to 10:00. */
const SATURDAY = 'nantes.2026-11-28.08';
const SOLD_OUT = 'Your washing machine is sold out.';
/** The orders the demo begins with. */
const STORY = 4;

const databases = process.env['DATABASE_URL']
  ? [undefined, process.env['DATABASE_URL']]
  : [undefined];

for (const engine of enginesToTest())
  for (const database of engine === 'chromium' ? databases : [undefined])
    describe(`story 1, the washing machine, in ${engine}${database ? ' on PostgreSQL' : ''}`, () => {
      let shop: Shop;
      let browser: Browser;
      let page: Page;

      before(async () => {
        [shop, browser] = await Promise.all([openDemo(database), openBrowser(engine)]);
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
      /** To the pay button, with the one machine still there and its time chosen. */
      const toCheckout = async (on = page): Promise<void> => {
        await openProduct(on, shop, 'washing-machine', 'In stock, 1 left');
        await goToCheckout(on, 'In stock, 1 left');
        await pick(on, SATURDAY);
      };
      const somebodyBuysIt = () => shop.post('/demo/sell', { sku: SKU, quantity: 1 });
      const setFault = (mode: string, delay?: number) =>
        shop.post('/demo/faults', { mode, ...(delay === undefined ? {} : { delay }) });

      inPage('R4: what is as promised is paid for with one press', async () => {
        await toCheckout();
        await page.clickOn(PAY);
        const { reference, lines, promises } = await placedOrder(page);
        assert.deepEqual(
          lines?.map(({ sku, quantity }) => [sku, quantity]),
          [[SKU, 1]],
        );
        assert.deepEqual(
          promises?.map(({ kind, from, before }) => [kind, from, before]),
          [['slot', november('28T08:00:00'), november('28T10:00:00')]],
        );
        await says(page, 'Agreed Sat 28 Nov, 08:00–10:00');
        await says(page, reference);
        const { orders, holds, slotHolds } = await shop.state();
        assert.deepEqual([orders, holds, slotHolds], [STORY + 1, 0, 0]);
        await openProduct(page, shop, 'washing-machine', 'Sold out');
        await isClean(page);
      });

      inPage(
        'R1, R4, R10: sold to somebody else before paying, it is told before charging',
        async () => {
          await toCheckout();
          await somebodyBuysIt();
          await says(page, 'Sold out', `#lines ${BADGE}`);
          await page.clickOn(PAY);
          const told = [
            SOLD_OUT,
            'Checked now, the whole basket. You have not been charged.',
            'Be told when it is back',
            'Back to the basket',
            '01 99 00 42 42',
          ];
          await says(page, told, GUARD);
          const { orders, holds } = await shop.state();
          assert.deepEqual(
            { orders, holds },
            { orders: STORY, holds: 0 },
            'the order never exists',
          );

          await choose(page, 'Back to the basket');
          await page.find(PAY);
          await hasFocus(page, '#basket');
          await isClean(page);
        },
      );

      inPage('R10: the wish to be told is seen later, and can be taken back', async () => {
        await toCheckout();
        await somebodyBuysIt();
        await page.clickOn(PAY);
        await says(page, SOLD_OUT, GUARD);
        await choose(page, 'Be told when it is back');
        await says(page, 'We tell you when it is back. You have not been charged.', GUARD);
        assert.equal((await shop.state()).orders, STORY);

        await openProduct(page, shop, 'washing-machine', /You asked .* to be told/);
        await page.reload();
        await says(page, /You asked .* to be told/, BADGE);
        await press(page, BADGE, 'Stop telling me');
        await says(page, 'You asked us to stop', BADGE);
        await page.reload();
        await says(page, 'You asked us to stop', BADGE);
        await isClean(page);
      });

      inPage('R4: without a time nothing is paid, and the list says what is missing', async () => {
        await openProduct(page, shop, 'washing-machine', 'In stock, 1 left');
        await goToCheckout(page, 'In stock, 1 left');
        await says(page, 'Sat 28 Nov', PICKER);
        await page.clickOn(PAY);
        await says(page, 'Choose a delivery time.', PICKER);
        await hasFocus(page, PICKER);
        assert.equal((await shop.state()).orders, STORY);
        await isClean(page);
      });

      inPage(
        'R2, R4: a time that somebody takes is said at once, and others stand there',
        async () => {
          await openProduct(page, shop, 'washing-machine', 'In stock, 1 left');
          await goToCheckout(page, 'In stock, 1 left');
          await shop.post('/demo/slot', { slot: SATURDAY, capacity: 1 });
          await pick(page, SATURDAY);
          // Ten minutes later nothing is put aside any more, and somebody else has it.
          await shop.clock('23T16:50:30');
          await says(page, /The hold on Sat 28 Nov, 08:00–10:00 ended at 16:50/, PICKER);
          await shop.post('/demo/slot', { slot: SATURDAY, capacity: 0 });
          await says(page, 'Sat 28 Nov, 08:00–10:00 has just been taken.', PICKER);
          await page.clickOn(PAY);
          await says(page, 'Choose a delivery time.', PICKER);
          assert.equal((await shop.state()).orders, STORY, 'nothing was charged');
          await pick(page, 'nantes.2026-11-28.10');
          await page.clickOn(PAY);
          const { promises } = await placedOrder(page);
          assert.equal(promises?.[0]?.from, november('28T10:00:00'));
        },
      );

      inPage('the keyboard alone leads through it', async () => {
        await openProduct(page, shop, 'washing-machine', 'In stock, 1 left');
        await enterOn(page, 'Add to the basket');
        await says(page, 'In stock, 1 left', `#lines ${BADGE}`);
        await says(page, 'Sat 28 Nov', PICKER);
        await pickByKeys(page, 'Saturday', '8');
        await says(page, 'Held for you until 16:50', PICKER);
        await somebodyBuysIt();
        await enterOn(page, 'Pay €549.00');
        await says(page, SOLD_OUT, GUARD);
        await enterOn(page, 'Be told when it is back');
        await says(page, 'We tell you when it is back.', GUARD);
        await enterOn(page, 'Back to the basket');
        await page.find(PAY);
        assert.equal((await shop.state()).orders, STORY);
        await isClean(page);
      });

      inPage(
        'R3, R4: no answer is "not confirmed", and sold meanwhile is told when asked again',
        async () => {
          await toCheckout();
          await setFault('down');
          await page.clickOn(PAY);
          await says(
            page,
            [
              'The shop has not confirmed your basket.',
              /We got no answer that could be used\. You have not been charged\./,
            ],
            GUARD,
            /in stock|as we told you/i,
          );
          await setFault('none');
          await somebodyBuysIt();
          await choose(page, 'Ask the shop again');
          await says(page, SOLD_OUT, GUARD);
          assert.equal((await shop.state()).orders, STORY);
        },
      );

      inPage(
        'R4: paid for unconfirmed and gone meanwhile: nothing is charged, and the next press tells',
        async () => {
          await toCheckout();
          await setFault('down');
          await page.clickOn(PAY);
          await says(page, 'The shop has not confirmed your basket.', GUARD);
          await setFault('none');
          await somebodyBuysIt();
          await choose(page, 'Pay all the same');
          await page.waitFor(() =>
            document.querySelector('#note')?.textContent.startsWith('Nothing was charged'),
          );
          assert.equal((await shop.state()).orders, STORY);
          await page.waitFor(
            (pay) => !document.querySelector(pay)?.hasAttribute('aria-disabled'),
            PAY,
          );
          // Right after a press nothing passes again; a second later the same press asks anew.
          await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1100)));
          await page.clickOn(PAY);
          await says(page, SOLD_OUT, GUARD);
        },
      );

      inPage(
        'R4: an answer after the deadline is not used, and its hold is given back',
        async () => {
          await toCheckout();
          await page.evaluate((guard) => {
            document.querySelector<HTMLElement>(guard)!.setAttribute('deadline', '1');
          }, GUARD);
          await setFault('slow', 2500);
          await page.clickOn(PAY);
          await says(page, 'We got no answer that could be used.', GUARD);
          await until(shop, ({ holds }: { holds: number }) => holds === 1);
          await until(shop, ({ holds }: { holds: number }) => holds === 0);
          await setFault('none');
          await says(page, 'The shop has not confirmed your basket.', GUARD);
          assert.equal((await shop.state()).orders, STORY);
          await isClean(page);
        },
      );

      inPage(
        'R4: when-unsure="block" takes no payment, "allow" lets it go on and says so',
        async () => {
          await toCheckout();
          const policy = (value: string) =>
            page.evaluate(
              (guard, wanted) => {
                document.querySelector<HTMLElement>(guard)!.setAttribute('when-unsure', wanted);
              },
              GUARD,
              value,
            );
          await policy('block');
          await setFault('down');
          await page.clickOn(PAY);
          await says(page, 'Without that, the shop takes no payment.', GUARD, /Pay all the same/);
          await choose(page, 'Back to the basket');
          assert.equal((await shop.state()).orders, STORY);

          await policy('allow');
          await page.clickOn(PAY);
          await page.waitFor(() => new URLSearchParams(location.search).has('order'));
          await setFault('none');
          await placedOrder(page);
          assert.equal((await shop.state()).orders, STORY + 1);
        },
      );

      inPage('a double click on pay is one order', async () => {
        await toCheckout();
        await page.doubleClickOn(PAY);
        await placedOrder(page);
        assert.equal((await shop.state()).orders, STORY + 1);
        await isClean(page);
      });

      inPage('R4: two customers, one last machine: one order, the other is told', async () => {
        const other = await openBrowser(enginesToTest()[0]!);
        const pages = [page, await other.newPage()];
        for (const one of pages) await toCheckout(one);
        await Promise.all(
          pages.map((one) =>
            one.evaluate((pay) => document.querySelector<HTMLButtonElement>(pay)!.click(), PAY),
          ),
        );
        const ends = await Promise.all(
          pages.map((one) =>
            one.waitFor((guard) => {
              if (new URLSearchParams(location.search).has('order')) return 'ordered';
              const panel = document.querySelector(guard)?.shadowRoot?.querySelector('[part=card]');
              return panel && 'told';
            }, GUARD),
          ),
        );
        assert.deepEqual(ends.sort(), ['ordered', 'told']);
        await until(shop, ({ orders }: { orders: number }) => orders === STORY + 1);
        for (const one of pages) {
          if (await one.evaluate(() => location.search.includes('order='))) await placedOrder(one);
          else await says(one, SOLD_OUT, GUARD);
        }
        assert.equal((await shop.state()).holds, 0);
        await other.close();
      });

      inPage(
        'every page of the shop keeps to the strict policy without a complaint, in both languages',
        async () => {
          for (const query of ['', '?lang=fr'])
            for (const [name, words] of [
              ['washing-machine', /In stock, 1 left|En stock, il en reste 1/],
              ['handles', /3 now, 2 about 1.Dec|3 tout de suite, 2 vers le 1/],
              ['listing', /In stock, 3 left|En stock, il en reste 3/],
            ] as const) {
              await page.goto(`${shop.url}/${name}.html${query}`);
              await says(page, [words, query ? /Vérifié/ : /Checked/], BADGE);
              await isClean(page);
            }
          await page.goto(`${shop.url}/washing-machine.html?lang=fr`);
          await says(page, 'il en reste 1', BADGE);
          await page.clickOn(ADD);
          await says(page, 'il en reste 1', `#lines ${BADGE}`);
          await page.waitFor(() => document.title === 'Panier et paiement · Maison Verre');
          await pick(page, SATURDAY, 'Réservé pour vous');
          await page.clickOn(PAY);
          const { reference } = await placedOrder(page);
          await says(page, `Commande ${reference}`);
          await isClean(page);
        },
      );
    });

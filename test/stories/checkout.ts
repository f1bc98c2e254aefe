/** What the stories of the checkout share: the demo's shop as a customer goes through it. */
import assert from 'node:assert/strict';
import type { Order } from '../../src/model/index.js';
import type { Page } from '../run/driver.js';
import { says, type Shop } from './shop.js';

export const GUARD = 'doorstep-checkout-guard';
export const PAY = `${GUARD} > button`;
export const ADD = '.product .primary';
/** The badge on a product's page, and of one line of the basket. */
export const BADGE = 'doorstep-stock';

/** Opens a product's page and waits for its badge. */
export const openProduct = async (
  page: Page,
  shop: Shop,
  name: 'washing-machine' | 'handles',
  words: string | RegExp,
  query = '',
): Promise<void> => {
  await page.goto(`${shop.url}/${name}.html${query}`);
  await says(page, words, BADGE);
};

/** From the product's page to the basket, as it is told there. */
export const goToCheckout = async (page: Page, words: string | RegExp): Promise<void> => {
  await page.clickOn(ADD);
  await page.find(PAY);
  await says(page, words, `#lines ${BADGE}`);
};

/** Presses one of the ways to go on. */
export const choose = async (page: Page, title: string): Promise<void> => {
  const position = await page.waitFor(
    (guard, wanted) => {
      const rows = document
        .querySelector(guard)!
        .shadowRoot!.querySelectorAll('[part=choices] button');
      const texts = [...rows].map((row) => row.textContent.replace(/\s+/g, ' '));
      return 1 + texts.findIndex((text) => text.includes(wanted));
    },
    GUARD,
    title,
  );
  await page.clickOn(`${GUARD} >>> [part=choices] button:nth-of-type(${position})`);
};

/** What has the focus, through shadow trees. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.textContent || element?.getAttribute('aria-label') || '').replace(/\s+/g, ' ');
  });

/** Goes on by Tab until something has the focus, and presses Enter. */
export const enterOn = async (page: Page, words: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)).includes(words)) return page.key('Enter');
    await page.key('Tab');
  }
  assert.fail(`Tab did not lead to "${words}"`);
};

/** Waits for the page of the customer's own order, and reads what the backend says of it. */
export const placedOrder = async (page: Page): Promise<Order> => {
  const reference = await page.waitFor(
    () => location.pathname === '/index.html' && new URLSearchParams(location.search).get('order'),
  );
  const { order } = await page.evaluate(
    async (wanted) =>
      (await (await fetch(`/doorstep/orders/${wanted}`)).json()) as { order: Order },
    `${reference}`,
  );
  return order;
};

/** Waits until the backend has something. */
export const until = async (shop: Shop, holds: (state: never) => boolean): Promise<void> => {
  const end = performance.now() + 15_000;
  while (performance.now() < end) {
    if (holds((await shop.state()) as never)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`It stayed at ${JSON.stringify(await shop.state())}`);
};

/** No page of the shop has complained, and nothing was charged that was not confirmed. */
export const isClean = async (page: Page): Promise<void> => {
  assert.deepEqual(
    await page.evaluate(() => (globalThis as never as { thrown: string[] }).thrown),
    [],
  );
  assert.deepEqual(await page.errors(), []);
};

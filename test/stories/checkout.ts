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

export const PICKER = 'doorstep-slot-picker';

/** Chooses a time of the list, and waits until it is held. `path` leads to the picker. */
export const pick = async (
  page: Page,
  slotId: string,
  held: string | RegExp = 'Held for you until',
  path = PICKER,
): Promise<void> => {
  await page.clickOn(`${path} >>> [data-key="${slotId}"]`);
  await says(page, held, path.split('>>>')[0]!.trim());
};

/** The same by keys: Tab into the list, arrows to the time, Enter. */
export const pickByKeys = async (page: Page, ...words: readonly string[]): Promise<void> => {
  const cell = (): Promise<string> =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element?.matches('[role=gridcell]')) return '';
      return (element.getAttribute('aria-label') ?? element.textContent).replace(
        /[\s\u00a0\u202f]+/g,
        ' ',
      );
    });
  for (let presses = 0; !(await cell()); presses++) {
    assert.ok(presses < 60, 'Tab did not lead into the list');
    await page.key('Tab');
  }
  /** Presses until the cell says something else; at an edge it goes on saying the same. */
  const move = async (key: string): Promise<void> => {
    const before = await cell();
    await page.key(key);
    const end = performance.now() + 2_000;
    while (performance.now() < end && ['', before].includes(await cell()))
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const [day, hours] = words as [string, string];
  for (let presses = 0; !(await cell()).includes(day); presses++) {
    assert.ok(presses < 10, `no ${day} below ${await cell()}`);
    await move('ArrowDown');
  }
  await move('Home');
  for (let presses = 0; !(await cell()).includes(hours); presses++) {
    assert.ok(presses < 4, `no ${hours} on ${await cell()}`);
    await move('ArrowRight');
  }
  await page.key('Enter');
};

/** Presses the button of an element that says something; `a >>> b` looks inside the shadow root of `a`. */
export const press = async (page: Page, host: string, words: string): Promise<void> =>
  page.click(...(await placeOf(page, host, words)));

/** Presses twice on one spot, as an impatient finger does: whatever stands there at the second press. */
export const pressTwice = async (page: Page, host: string, words: string): Promise<void> =>
  page.doubleClick(...(await placeOf(page, host, words)));

const placeOf = async (
  page: Page,
  host: string,
  words: string,
): Promise<readonly [number, number]> =>
  page
    .waitFor(
      async (path, wanted) => {
        const root = path
          .split('>>>')
          .reduce<ParentNode | null | undefined>(
            (scope, step) => scope?.querySelector(step.trim())?.shadowRoot,
            document,
          );
        for (const button of root?.querySelectorAll('button') ?? []) {
          if (!button.textContent.replace(/\s+/g, ' ').includes(wanted)) continue;
          button.scrollIntoView({ block: 'center', behavior: 'instant' });
          const before = button.getBoundingClientRect();
          await new Promise((resolve) => setTimeout(resolve, 50));
          const box = button.getBoundingClientRect();
          if (box.width > 0 && box.x === before.x && box.y === before.y)
            return [box.x + box.width / 2, box.y + box.height / 2] as const;
        }
        return undefined;
      },
      host,
      words,
    )
    .then((found) => found!);

/** Takes one of the ways to go on. */
export const choose = (page: Page, title: string): Promise<void> => press(page, GUARD, title);

/** What has the focus, through shadow trees. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element?.matches('a, button, input')) return '';
    return (element.textContent || element.getAttribute('aria-label') || '').replace(/\s+/g, ' ');
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
    () =>
      location.pathname.endsWith('/index.html') &&
      new URLSearchParams(location.search).get('order'),
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
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    if (holds((await shop.state()) as never)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`It stayed at ${JSON.stringify(await shop.state())}`);
};

/** Waits until something of the page itself has the focus, and not what is inside it. */
export const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.waitFor((wanted) => Boolean(document.activeElement?.matches(wanted)), selector);

/** No page of the shop has complained, and nothing was charged that was not confirmed. */
export const isClean = async (page: Page): Promise<void> => {
  // Served words stand before the page's own script is done; leaving it half loaded would be an error of ours.
  await page.waitFor(() => Boolean(customElements.get('demo-controls')));
  assert.deepEqual(
    await page.evaluate(() => (globalThis as never as { thrown: string[] }).thrown),
    [],
  );
  assert.deepEqual(await page.errors(), []);
};

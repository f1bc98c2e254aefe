/** The checkout that a server writes: paid for where no script runs, and taken over where one does. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { enginesToTest, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { violations } from './axe.js';
import { GUARD, isClean, PAY, PICKER, until } from './checkout.js';
import { openDemo, says, textOf, thrown, type Shop } from './shop.js';

const SKU = 'WM-9KG';
/** Saturday, 08:00 to 10:00. */
const SATURDAY = 'nantes.2026-11-28.08';
const AGREED = 'Agreed Sat 28 Nov, 08:00–10:00';
/** The orders the demo begins with. */
const STORY = 4;

/** The middle of something. No timer runs in a page without scripts, so it is not waited for. */
const middleOf = (page: Page, selector: string): Promise<[number, number]> =>
  page.evaluate((wanted) => {
    const found = document.querySelector(wanted)!;
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = found.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as [number, number];
  }, selector);
const radio = (slot: string): string => `input[value="${slot}"]`;

describe('a checkout written by the server, without a script, in Chromium', () => {
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
    await shop.post('/demo/reset', {});
    page = await browser.newPage();
    await page.emulate({ scripts: false });
    await page.setViewport(375, 800);
    await page.goto(`${shop.url}/served-checkout.html`);
  });
  const click = async (selector: string): Promise<void> =>
    page.click(...(await middleOf(page, selector)));

  test('says what is there and when it can be brought, in dates', async () => {
    const text = await textOf(page, 'main');
    for (const words of [
      'In stock, 1 left',
      'When shall we bring it?',
      'Saturday 28 November 08:00–10:00',
      'Copied on Mon 23 Nov 2026 at 16:40, Central European Time.',
    ])
      assert.ok(text.includes(words), `${words} in: ${text}`);
    assert.doesNotMatch(text, /\b(today|ago|just now)\b|npm start/);
    assert.deepEqual(await page.errors(), []);
  });

  test('the form pays once for the time that was ticked, pressed twice', async () => {
    await click(radio(SATURDAY));
    await page.doubleClick(...(await middleOf(page, PAY)));
    await says(page, AGREED);
    assert.equal((await shop.state()).orders, STORY + 1);
    assert.deepEqual(await page.errors(), []);
  });

  test('R4: what is sold meanwhile, or given to somebody else, is not charged, and it is said why', async () => {
    await click(radio(SATURDAY));
    await shop.post('/demo/slot', { slot: SATURDAY, capacity: 0 });
    await click(PAY);
    await says(page, 'Nothing was charged: that time cannot be had.', '#note');
    await says(page, /Saturday 28 November 08:00–10:00: Full/, 'main');
    await click(radio('nantes.2026-11-28.10'));
    await shop.post('/demo/sell', { sku: SKU, quantity: 1 });
    await click(PAY);
    await says(page, 'Nothing was charged: it cannot be had as you saw it.', '#note');
    await says(page, 'Sold out', 'main');
    assert.equal((await shop.state()).orders, STORY);
  });

  test('R4: without a time nothing is paid', async () => {
    await click(PAY);
    const answer = await fetch(`${shop.url}/pay`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ key: crypto.randomUUID() }),
    });
    assert.match(answer.headers.get('Location')!, /told=time/);
    assert.equal((await shop.state()).orders, STORY);
  });

  test('it is in French, whatever runs', async () => {
    await page.goto(`${shop.url}/served-checkout.html?lang=fr`);
    const text = await textOf(page, 'body');
    assert.match(text, /Votre lave-linge .* Samedi 28 novembre .* Payer/);
    assert.doesNotMatch(text, /Your|Payment|Delivery|Français/);
    await click(radio(SATURDAY));
    await click(PAY);
    await says(page, /Convenu .*28 nov/);
  });
});

for (const engine of enginesToTest())
  describe(`a checkout written by the server comes alive, in ${engine}`, () => {
    let shop: Shop;
    let browser: Browser;
    let page: Page;

    before(async () => {
      [shop, browser] = await Promise.all([openDemo(), openBrowser(engine)]);
    });
    after(async () => {
      await browser?.close();
      await shop?.close();
    });
    beforeEach(async () => {
      await shop.post('/demo/reset', {});
      page = await browser.newPage();
    });

    test('what was ticked before is taken over, held, and paid for with one press', async () => {
      // Nothing answers yet: what the server wrote can be chosen all the same.
      await shop.post('/demo/faults', { mode: 'down' });
      await page.goto(`${shop.url}/served-checkout.html`);
      await says(page, 'The shop’s system does not answer.', PICKER);
      await page.clickOn(radio(SATURDAY));
      await shop.post('/demo/faults', { mode: 'none' });
      await says(page, 'Held for you until', PICKER);
      assert.equal(
        await page.evaluate(() => document.querySelector('doorstep-slot-picker :checked')),
        null,
      );
      await until(shop, ({ slotHolds }) => slotHolds === 1);
      if (engine === 'chromium') assert.deepEqual(await violations(page), []);
      await page.clickOn(PAY);
      await says(page, AGREED);
      assert.equal((await shop.state()).orders, STORY + 1);
      // That nobody answered for a while is among the errors of the network.
      assert.deepEqual(await thrown(page), []);
      await page.close();
    });

    test('R4: sold to somebody else before paying, it is told before charging', async () => {
      await page.goto(`${shop.url}/served-checkout.html`);
      await page.clickOn(`${PICKER} >>> [data-key="${SATURDAY}"]`);
      await says(page, 'Held for you until', PICKER);
      await shop.post('/demo/sell', { sku: SKU, quantity: 1 });
      await page.clickOn(PAY);
      await says(page, 'Your washing machine is sold out.', GUARD);
      assert.equal((await shop.state()).orders, STORY);
      await isClean(page);
      await page.close();
    });
  });

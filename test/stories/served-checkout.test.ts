/** The checkout that a server writes: paid for where no script runs, and taken over where one does. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { enginesToTest, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { violations } from './axe.js';
import { GUARD, isClean, PAY, PICKER, until } from './checkout.js';
import { middleOf, openDemo, says, textOf, thrown, type Shop } from './shop.js';

const SKU = 'WM-9KG';
/** Saturday, 08:00 to 10:00. */
const SATURDAY = 'nantes.2026-11-28.08';
const AGREED = 'Agreed Sat 28 Nov, 08:00–10:00';
/** The orders the demo begins with. */
const STORY = 4;

/** A visitor whose browser keeps its cookie. */
const visitor = (letter: string): string => `visitor=${letter.repeat(22)}`;
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

  /** Sends the form as some browser would. */
  const pay = async (cookies: string, fields: Record<string, string>) => {
    const answer = await fetch(`${shop.url}/pay`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookies },
      body: new URLSearchParams(fields),
    });
    const set = answer.headers.getSetCookie().map((each) => each.split(';')[0]!);
    return { answer, cookies: [cookies, ...set].join('; ') };
  };
  const read = async (path: string, cookies: string): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${shop.url}${path}`, { headers: { Cookie: cookies } });
    return { status: answer.status, text: await answer.text() };
  };

  test('R4: what is sold meanwhile, or given to somebody else, is not charged, and it is said why', async () => {
    await click(radio(SATURDAY));
    await shop.post('/demo/slot', { slot: SATURDAY, capacity: 0 });
    await click(PAY);
    await says(page, 'At 16:40 nothing was charged: that time could not be had.', '#note');
    await says(page, /Saturday 28 November 08:00–10:00: Full/, 'main');
    await click(radio('nantes.2026-11-28.10'));
    await shop.post('/demo/sell', { sku: SKU, quantity: 1 });
    await click(PAY);
    await says(page, 'At 16:40 nothing was charged: it could not be had as you saw it.', '#note');
    await says(page, 'Sold out', 'main');
    assert.equal((await shop.state()).orders, STORY);
  });

  test('R4: that nothing was charged is said for some minutes, until something is, and by no link', async () => {
    const noteAt = async (query = ''): Promise<string> => {
      await page.goto(`${shop.url}/served-checkout.html${query}`);
      return textOf(page, '#note');
    };
    const refuse = async (): Promise<void> => {
      await click(radio(SATURDAY));
      await shop.post('/demo/slot', { slot: SATURDAY, capacity: 0 });
      await click(PAY);
      await says(page, 'At 16:40 nothing was charged', '#note');
    };
    for (const told of ['goods', 'earlier', 'valueOf']) {
      const { status, text } = await read(`/served-checkout.html?told=${told}`, visitor('l'));
      assert.equal(status, 200);
      assert.match(text, /id="note"/);
      assert.doesNotMatch(text, /nothing was charged|object/);
    }
    await refuse();
    assert.match(await noteAt('?lang=fr'), /^À 16:40, rien n’a été débité/);
    await shop.clock('23T16:46:00');
    assert.equal(await noteAt(), '');

    await shop.post('/demo/reset', {});
    await noteAt();
    await refuse();
    await click(radio('nantes.2026-11-28.10'));
    await click(PAY);
    await says(page, 'Agreed Sat 28 Nov, 10:00–13:00');
    assert.equal(await noteAt(), '');
    assert.equal((await shop.state()).orders, STORY + 1);
  });

  test('R4: what a cookie claims to have been told is no reason to fail', async () => {
    const at = shop.server.now();
    for (const told of [`valueOf.${at}`, `earlier.${at}.<wbr>`, 'time', 'time.1e99']) {
      const { status, text } = await read('/served-checkout.html', `told-checkout=${told}`);
      assert.equal(status, 200, told);
      assert.doesNotMatch(text, /<wbr>|\[object/, told);
    }
  });

  test('R4: without a time nothing is paid', async () => {
    await click(PAY);
    assert.equal(await textOf(page, '#note'), '');
    const sent = await pay(visitor('a'), { key: crypto.randomUUID() });
    assert.equal(sent.answer.status, 303);
    const { text } = await read('/served-checkout.html', sent.cookies);
    assert.match(text, /At 16:40 nothing was charged: no time was chosen\./);
    assert.equal((await shop.state()).orders, STORY);
  });

  test('R7: a browser that keeps no cookie is sold nothing, and is told why', async () => {
    await shop.post('/demo/stock', { sku: SKU, quantity: 5 });
    const fields = { key: crypto.randomUUID(), slot: SATURDAY };
    for (const cookies of ['', '', 'visitor=nobody']) {
      const { answer } = await pay(cookies, fields);
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /At 16:40 nothing was charged: .* keep a cookie\./);
    }
    assert.equal((await shop.state()).orders, STORY);
  });

  test('R7: one form is one order, and leads to it when it is sent with another time', async () => {
    await shop.post('/demo/stock', { sku: SKU, quantity: 5 });
    const fields = { key: crypto.randomUUID(), slot: SATURDAY };
    const first = await pay(visitor('a'), fields);
    const address = first.answer.headers.get('Location')!;
    assert.match(address, /^\/served\.html\?lang=en&order=FR-\d+$/);
    const again = await pay(visitor('a'), fields);
    assert.equal(again.answer.headers.get('Location'), address);

    const other = { ...fields, slot: 'nantes.2026-11-28.10' };
    const earlier = await pay(first.cookies, other);
    const { text } = await read('/served-checkout.html', earlier.cookies);
    assert.match(
      text,
      /At 16:40 nothing more was charged: that form had already placed an order\./,
    );
    assert.ok(text.includes(`href="${address.replace('&', '&amp;')}"`), text);
    assert.equal((await read(address, visitor('a'))).status, 200);

    // The answer to the first was lost on its way, and its cookie with it.
    const lost = await pay(visitor('a'), other);
    assert.match(
      (await read('/served-checkout.html', lost.cookies)).text,
      /nothing more was charged.* please call us: <a href="tel:/,
    );
    assert.equal((await shop.state()).orders, STORY + 1);
  });

  test('an order is shown to whoever placed it, in either language, and to nobody else', async () => {
    const { answer } = await pay(visitor('a'), { key: crypto.randomUUID(), slot: SATURDAY });
    const address = answer.headers.get('Location')!;
    const reference = new URLSearchParams(address.split('?')[1]).get('order')!;
    for (const [language, other] of [
      ['en', 'fr'],
      ['fr', 'en'],
    ] as const) {
      const path = `/served.html?lang=${language}&order=${reference}`;
      const { status, text } = await read(path, visitor('a'));
      assert.equal(status, 200);
      assert.ok(text.includes(`href="?lang=${other}&amp;order=${reference}" hreflang="${other}"`));
      for (const foreign of ['', visitor('b')])
        assert.equal((await read(path, foreign)).status, 404);
    }
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
      // What the server wrote into the order's page stays when it comes alive.
      const address = await page.evaluate(() => location.href);
      const order = new URL(address).searchParams.get('order');
      await page.evaluate(
        (value) => void (document.cookie = `told-claim=${value}`),
        `refused.${shop.server.now()}.${order}`,
      );
      await page.goto(address);
      await says(page, AGREED);
      await page.waitFor(() => Boolean(customElements.get('demo-controls')));
      await says(page, /^At 16:4\d that offer no longer stood/, 'doorstep-order > p[slot=note]');
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

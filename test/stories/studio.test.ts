/** The theme studio, as somebody uses it who makes the widgets look like a shop. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drawnEngines, openBrowser } from '../run/driver.js';
import type { Page } from '../run/driver.js';
import { openDemo, says, thrown, type Shop } from './shop.js';

/** The accent that the order on the wall shows. Runs in the page. */
const shownAccent = (): string | undefined => {
  for (const order of document.querySelectorAll('#states doorstep-order')) {
    const remedy = order.shadowRoot?.querySelector('doorstep-remedy');
    const button = remedy?.shadowRoot?.querySelector('[part="refund"]');
    if (button) return getComputedStyle(button).backgroundColor;
  }
  return undefined;
};

const write = async (page: Page, selector: string, text: string): Promise<void> => {
  await page.clickOn(selector);
  await page.key('Control+a');
  await page.type(text);
  await page.key('Enter');
};

const sheet = (page: Page): Promise<string> =>
  page.evaluate(`document.querySelector('#css').value`);

describe('the theme studio', () => {
  let shop: Shop;
  before(async () => {
    shop = await openDemo();
  });
  after(() => shop?.close());

  for (const engine of drawnEngines())
    test(`an accent that is too faint is told in words, mended, exported and shared, in ${engine}`, async () => {
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.setViewport(1280, 900);
        await page.goto(`${shop.url}/studio.html?scheme=light`);
        await says(page, 'Everything can be read', '.readable');
        await page.waitFor(shownAccent);

        // A brand's amber: fine as a fill, too faint for what is written.
        await write(page, '#action', '#ffb000');
        await says(
          page,
          ['3 pairs of colours', 'The refund button’s label is too faint in light: 1.83:1'],
          '.readable',
        );
        assert.equal(await page.evaluate(shownAccent), 'rgb(255, 176, 0)');
        await page.clickOn('.complaints li:first-child .offer:nth-of-type(2)');
        await says(page, ['2 pairs of colours', 'Links on the card are too faint'], '.readable');
        await page.clickOn('.complaints li:first-child .offer');
        await says(page, 'Everything can be read', '.readable');

        const theme = await sheet(page);
        assert.match(theme, /^:root \{\n {2}--doorstep-action: light-dark\(#ffb000, #a9c9ef\);/);
        assert.match(theme, /--doorstep-on-action: light-dark\(#[\da-f]{6}, #0e2239\);/);
        assert.match(theme, /--doorstep-link: light-dark\(#[\da-f]{6}, #a9c9ef\);/);

        // The address alone brings it back, here and at somebody else's.
        await page.reload();
        await page.waitFor(shownAccent);
        assert.equal(await sheet(page), theme);
        assert.equal(await page.evaluate(shownAccent), 'rgb(255, 176, 0)');

        // What a shop's sheet says takes its place.
        await page.evaluate(`(() => {
          for (const each of document.querySelectorAll('#tools details')) each.open = true;
          document.querySelector('#paste').value = '.cta { background: #7a1f3d; border-radius: 4px }';
        })()`);
        await page.clickOn('[name=take]');
        await says(page, ['Accent: #7a1f3d, found in .cta', 'Corners of controls: 4px'], '#tools');
        assert.equal(await page.evaluate(shownAccent), 'rgb(122, 31, 61)');

        // Sheets of other sites are not for a page to read, and it says so.
        await write(page, '#address', 'https://shop.example/style.css');
        await page.clickOn('[name=read]');
        await says(page, 'lies on another site', '#tools');
        await write(page, '#address', 'index.html');
        await page.clickOn('[name=read]');
        await says(
          page,
          [/Font: ['"]?Avenir Next.*found in body/, /Font of the sentence: ['"]?Iowan Old Style/],
          '#tools',
        );

        assert.deepEqual(await thrown(page), []);
        assert.deepEqual(await page.errors(), []);
      } finally {
        await browser.close();
      }
    });
});

/**
 * What other people's pages do to what they embed, row by row (`hostile/rows.ts`): every element says what it has to
 * say all the same, or the documented fallback stands there; and nothing of ours reaches the page's error handlers.
 *
 * In one engine, and in all of them in CI: a page that breaks us mostly does so everywhere.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drawnEngines, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { corners, rows, sheets, type Ends, type Row } from './hostile/rows.js';
import { openHost, type Host } from './hostile/server.js';

/** What stands on the page and what reached it. Strings alone: such a page may break how lists are passed on. */
interface Seen {
  readonly order: string;
  readonly stock: string;
  readonly 'slot-picker': string;
  readonly 'checkout-guard': string;
  readonly page: string;
  /** Something of the page, if it is wider than the window. */
  readonly wide: string;
  readonly paid: string;
  readonly troubles: string;
  readonly warnings: string;
}

/** What the customer reads at the end. */
const READS: Record<Ends, Partial<Record<keyof Seen, RegExp>>> = {
  works: {
    order: /before 17:00\. It has not arrived\..*Not delivered: refund €289\.00/,
    stock: /In stock/,
    'slot-picker': /Thu 26 Nov.*7–10/,
    'checkout-guard': /Pay/,
  },
  silent: {
    order: /(does not answer|cannot read).*Promised for Monday, before 17:00\. Ask us/,
    stock: /Not sure/,
    'slot-picker': /We call you/,
    'checkout-guard': /Pay/,
  },
  served: {
    order: /^ *Promised for Monday, before 17:00\. Ask us *$/,
    stock: /Ask us whether it is there\./,
    'slot-picker': /We call you to agree on a time\./,
    'checkout-guard': /Pay/,
    // It was tried.
    warnings: /<doorstep-order> could not be drawn/,
  },
};

const look = (page: Page): Promise<Seen> => page.evaluate('look()');

/** Waits until it is read. */
const reads = async (page: Page, wanted: Partial<Record<keyof Seen, RegExp>>): Promise<Seen> => {
  const end = performance.now() + 15_000;
  for (;;) {
    const seen = await look(page);
    const lacking = Object.entries(wanted).filter(
      ([key, words]) => !words.test(seen[key as never] ?? ''),
    );
    if (!lacking.length) return seen;
    if (performance.now() > end)
      throw new Error(
        [
          ...lacking.map(
            ([key, words]) => `Waited in vain for ${words} in ${seen[key as keyof Seen]}`,
          ),
          ...[seen['checkout-guard'], seen.troubles, seen.warnings],
        ].join('\n'),
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Waits until what is pressed has stood there for longer than a double click takes. */
const settle = async (page: Page): Promise<void> => {
  let { order } = await look(page);
  for (let since = performance.now(); performance.now() - since < 600;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = (await look(page)).order;
    if (next !== order) since = performance.now();
    order = next;
  }
};

/** Presses, once, in the middle of what a path of selectors leads to, from the row's stage on. */
const press = async (page: Page, ...path: string[]): Promise<void> => {
  const find = (): Promise<string> =>
    page.evaluate((text) => {
      let found = (globalThis as never as { stage: ParentNode }).stage;
      for (const selector of text.split('|')) {
        const next = (
          ('shadowRoot' in found && (found.shadowRoot as ParentNode)) ||
          found
        ).querySelector(selector);
        if (!next) throw new Error(`There is no ${selector} to press`);
        found = next;
      }
      (found as Element).scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = (found as Element).getBoundingClientRect();
      return `${x + width / 2} ${y + height / 2}`;
    }, path.join('|'));
  // Pressed where it stands still.
  let last: string;
  let middle = await find();
  do {
    last = middle;
    await new Promise((resolve) => setTimeout(resolve, 100));
    middle = await find();
  } while (middle !== last);
  const [x, y] = middle.split(' ').map(Number);
  await page.click(x!, y!);
};

/** Nothing of ours has reached the page but what is documented. */
const isQuiet = ({ troubles, warnings }: Seen, says?: RegExp): void => {
  const lines = `${troubles}${warnings}`.split('\n').filter((line) => line && !says?.test(line));
  assert.deepEqual(lines, []);
};

const run = async (page: Page, host: Host, row: Row, number: number): Promise<void> => {
  const origin = row.origin === 'insecure' ? host.insecure! : host.url;
  await page.goto(`${origin}/page/${number}/H-${number}`);
  await reads(page, { ...READS[row.ends], ...row.reads });
  if (row.pressed) {
    await settle(page);
    await press(page, '#pay');
    await reads(page, { paid: /^paid$/ });
    await press(page, 'doorstep-order', 'doorstep-remedy', '[part=refund]');
    await reads(page, { order: /You asked for €289\.00 back\./ });
  }
  if (row.short) {
    await settle(page);
    await press(page, '#pay');
    const words = /Pay The shop has not confirmed your basket\. You have not been charged\./;
    await reads(page, { 'checkout-guard': words, paid: /^$/ });
  }
  isQuiet(await look(page), row.says);
};

for (const engine of drawnEngines())
  describe(`a hostile page, in ${engine}`, () => {
    let host: Host;
    let browser: Browser;
    let page: Page;

    before(async () => {
      [host, browser] = await Promise.all([openHost(rows), openBrowser(engine)]);
      page = await browser.newPage();
      await page.setViewport(800, 900);
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    for (const [number, row] of rows.entries()) {
      const reason = row.skip?.[engine];
      test(`${row.name}: ${row.ends}`, reason ? { skip: reason } : {}, async (context) => {
        if (row.origin === 'insecure' && !host.insecure)
          return context.skip('this machine has no address but its own, which counts as secure');
        if (!row.forced) return run(page, host, row, number);
        const other = await openBrowser(engine, { forcedColors: true, reducedMotion: true });
        try {
          await run(await other.newPage(), host, row, number);
        } finally {
          await other.close();
        }
      });
    }

    describe('whose style sheet reaches for everything is drawn as on a plain page', () => {
      const shape = async (): Promise<string[]> =>
        (await page.evaluate<string, []>('shape()')).split('\n');
      const wear = (text: string): Promise<void> =>
        page.evaluate((css) => {
          document.querySelector('#hostile')?.remove();
          const style = document.createElement('style');
          document.head.append(Object.assign(style, { id: 'hostile', textContent: css }));
        }, text);

      before(async () => {
        await page.goto(`${host.url}/page/none/S-1`);
        await reads(page, READS.works);
        await settle(page);
      });

      for (const [name, css] of Object.entries(sheets))
        test(name, async () => {
          // What has changed by itself meanwhile, as an age does, is not the sheet's work.
          let plain: string[], drawn: string[], again: string[];
          do {
            await wear('');
            plain = await shape();
            await wear(css);
            drawn = await shape();
            await wear('');
            again = await shape();
          } while (plain.join() !== again.join());
          await wear(css);
          const other = drawn.findIndex((line, index) => line !== plain[index]);
          assert.equal(drawn[other], plain[other]);
          assert.equal(drawn.length, plain.length);
          // What is read aloud is not seen.
          const region = await page.evaluate(() => {
            const said = document.querySelector<HTMLElement>('[data-doorstep-announcer]')!;
            said.textContent = 'Ordered.';
            const { width, height } = said.getBoundingClientRect();
            said.textContent = '';
            return `${width} ${height}`;
          });
          assert.equal(region, '1 1');
        });

      for (const [name, css] of Object.entries(corners))
        test(`or has its own width: ${name}`, async () => {
          await wear(css);
          const width = await page.evaluate(
            () => document.querySelector<HTMLElement>('doorstep-order')!.offsetWidth,
          );
          assert.ok(width >= 280 && width <= 360, `${width} px`);
        });
    });
  });

/**
 * R7 between a real browser and the real backend: a proxy kills, delays, cuts and repeats at each step of the
 * claim, and the page is loaded again at each of them. Whatever happens, one refund, and no word that is
 * ahead of the backend.
 *
 * 4 runs in each engine, 100 in `.ci/run` and `npm run test:deep`, 1,000 in `npm run test:night`, or as many as
 * DOORSTEP_FAULT_RUNS says. A failure names its run; with the same DOORSTEP_SEED, `DOORSTEP_FAULT_RUN=<its
 * number>` repeats that one alone.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { enginesToTest, openBrowser } from '../run/driver.js';
import type { Browser, Page } from '../run/driver.js';
import { openProxy, type Harm, type Kind, type Proxy, type Step } from './proxy.js';
import { openShop, said, textOf, thrown, type Shop } from './shop.js';

const deep = process.env['DOORSTEP_DEEP'] === '1';
const runs = Number(process.env['DOORSTEP_FAULT_RUNS'] ?? (deep ? 100 : 4));
const single = process.env['DOORSTEP_FAULT_RUN'];
const seed = Number(process.env['DOORSTEP_SEED'] ?? 1);

const HARMS: readonly Harm[] = [
  ...(['none', 'kill before', 'kill after', 'truncate', 'delay request'] as const),
  ...(['delay answer', 'repeat', 'repeat late', 'another answer'] as const),
];
/** When the page goes: at no time, with the press, or at a step of a request that follows it. */
const KILLS: readonly (readonly [Kind, Step] | 'press' | undefined)[] = [
  undefined,
  ['act', 'arrived'],
  'press',
  ['act', 'forwarded'],
  undefined,
  ['act', 'answered'],
  ['order', 'forwarded'],
  ['outcome', 'arrived'],
  ['outcome', 'answered'],
];

interface Run {
  readonly act: Harm;
  readonly outcome: Harm;
  readonly order: Harm;
  readonly kill: (typeof KILLS)[number];
}

/** Every harm of an action meets every moment of a reload before any pair comes again. */
const runOf = (number: number): Run => {
  const turn = seed + number;
  const act = HARMS[turn % HARMS.length]!;
  const later = Math.floor(turn / HARMS.length);
  const kill = KILLS[(turn + later) % KILLS.length];
  const also = Math.imul(turn + 1, 2654435761) >>> 8;
  return {
    act,
    outcome: HARMS[also % HARMS.length]!,
    order: HARMS[(also >> 8) % HARMS.length]!,
    kill,
  };
};

/** Presses the refund as a page's own script would: the press is not what is harmed here. */
const press = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    // The first half second is for what has only just appeared.
    (globalThis as never as { passTime(ms: number): void }).passTime(600);
    const button = document
      .querySelector('doorstep-order')
      ?.shadowRoot?.querySelector('doorstep-remedy')
      ?.shadowRoot?.querySelector<HTMLElement>('[part=refund]:not([aria-disabled=true])');
    button?.click();
    return Boolean(button);
  });

const ASKED = 'You asked for €289.00 back.';
const AGAIN = /Your request (did not reach the shop|has not been sent)|has not arrived\. /;

for (const engine of enginesToTest())
  describe(`R7: faults on the way and pages that go, in ${engine}`, () => {
    let shop: Shop;
    let proxy: Proxy;
    let browser: Browser;

    before(async () => {
      [shop, browser] = await Promise.all([openShop(), openBrowser(engine)]);
      proxy = await openProxy(shop.url);
    });
    after(async () => {
      await browser?.close();
      await proxy?.close();
      await shop?.close();
    });

    /** What the page has said so far; nothing while it is being loaded. */
    const heard = async (page: Page, sentences: Set<string>): Promise<string> => {
      for (const sentence of await said(page).catch(() => [])) sentences.add(sentence);
      return textOf(page).catch(() => '');
    };

    const go = async (page: Page, number: number): Promise<void> => {
      const { act, outcome, order, kill } = runOf(number);
      const named = `run ${number}: action ${act}, outcome ${outcome}, order ${order}, page goes ${String(kill ?? 'never')}`;
      await shop.post('/demo/reset', {});
      await shop.clock('23T17:03:00');
      await page.goto(`${proxy.url}/`);
      await page.waitFor(() =>
        Boolean(
          document
            .querySelector('doorstep-order')
            ?.shadowRoot?.querySelector('doorstep-remedy')
            ?.shadowRoot?.querySelector('[part=refund]:not([aria-disabled=true])'),
        ),
      );
      const sentences = new Set<string>();
      await heard(page, sentences);
      let gone: Promise<unknown> | undefined;
      const reload = (): void => void (gone ??= page.reload().catch(() => undefined));
      proxy.harm('act', act);
      proxy.harm('outcome', outcome);
      proxy.harm('order', order);
      if (Array.isArray(kill))
        proxy.onStep = (kind, step) => {
          if (kind === kill[0] && step === kill[1]) reload();
        };
      assert.ok(await press(page).catch(() => true), `${named}: nothing to press`);
      if (kill === 'press') reload();

      // The customer presses again only where the page says that nothing was sent.
      const end = performance.now() + 60_000;
      for (let text = ''; !text.includes(ASKED);) {
        assert.ok(performance.now() < end, `${named}: it does not end: ${text.slice(0, 300)}`);
        await gone;
        text = await heard(page, sentences);
        if (AGAIN.test(text)) await press(page).catch(() => false);
        // What waits for five seconds to be sure need not make us wait.
        await page
          .evaluate(() => (globalThis as never as { passTime(ms: number): void }).passTime(2_000))
          .catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      proxy.onStep = () => {};
      // A reload may have begun with the very answer that ended it.
      await gone;
      await page.waitFor(() => Array.isArray((globalThis as { thrown?: unknown }).thrown));
      const refunds = await shop.refunds();
      assert.equal(refunds.length, 1, named);
      assert.equal(refunds[0]!.state, 'asked', named);
      for (const sentence of sentences)
        assert.doesNotMatch(
          sentence,
          /is ordered|paid|did not go through|cannot be done|has left/,
          named,
        );
      assert.deepEqual(await thrown(page), [], named);
    };

    test(
      single === undefined ? `${runs} runs are one refund each` : `run ${single} is one refund`,
      { timeout: 60_000 + runs * 30_000 },
      async () => {
        const page = await browser.newPage();
        if (single !== undefined) return go(page, Number(single));
        for (let number = 0; number < runs; number++) await go(page, number);
      },
    );
  });

/**
 * What must hold of the tags in every framework as on a plain page: one list, which each app goes through.
 * The app has the values of `apps/common/stage.ts` as its own state, and its own way to pass and to listen.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { MemoryAdapter } from '../../../src/adapters/memory/memory.js';
import type {} from '../../../src/index.js';
import { enginesToTest, openBrowser } from '../../run/driver.js';
import type { Browser, Page } from '../../run/driver.js';
import { run, serve, type Tool } from './apps.js';

/** What `apps/common/stage.ts` puts into the page. */
declare global {
  interface Window {
    stage: {
      heard: { type: string; detail: unknown; from: string }[];
      backend: MemoryAdapter;
    };
  }
}

const TAGS = {
  order: 'doorstep-order',
  parcel: 'doorstep-parcel',
  guard: 'doorstep-checkout-guard',
  picker: 'doorstep-slot-picker',
} as const;

/** What is read on the screen inside a tag, and inside the remedies in it. */
const says = (page: Page, selector: string, words: RegExp): Promise<boolean> =>
  page.waitFor(
    (tag, source) => {
      const outer = document.querySelector(tag)?.shadowRoot;
      const inner = outer?.querySelector('doorstep-remedy')?.shadowRoot;
      const text = [outer, inner].map(
        (root) => root?.querySelector<HTMLElement>('.base')?.innerText ?? '',
      );
      return new RegExp(source).test(text.join(' ').replace(/\s+/g, ' '));
    },
    selector,
    words.source,
  );

/** Changes the app's own values. */
const set = (page: Page, change: object): Promise<void> =>
  // JSON has no `undefined`, and for these tags it is not the same as `null`.
  page.evaluate(
    `window.stage.set({ ${Object.entries(change)
      .map(
        ([name, value]) => `${name}: ${value === undefined ? 'undefined' : JSON.stringify(value)}`,
      )
      .join(', ')} })`,
  );

const missed = /We promised your display before 17:00. It has not arrived./;
const refund = `${TAGS.order} >>> doorstep-remedy >>> [part="refund"]`;

/** What was heard of one type. */
const heard = (
  page: Page,
  type: string,
): Promise<{ detail: Record<string, unknown>; from: string }[]> =>
  page.evaluate(
    (wanted) => window.stage.heard.filter((each) => each.type === wanted),
    type,
  ) as never;

const hears = async (page: Page, type: string, count: number) => {
  await page.waitFor(
    (wanted, least) => window.stage.heard.filter((each) => each.type === wanted).length >= least,
    type,
    count,
  );
  const all = await heard(page, type);
  assert.equal(all.length, count, `${type} is heard ${all.length} times`);
  return all.at(-1)!;
};

/** A button is not pressed before it has stood still for a while (R7). */
const pressRefund = async (page: Page): Promise<void> => {
  await page.find(refund);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await page.clickOn(refund);
};

const badges = (page: Page): Promise<{ sku: string; mark: string; says: string }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('doorstep-stock')].map((badge) => ({
      sku: badge.sku ?? '',
      mark: (badge as { mark?: string }).mark ?? '',
      says: badge.shadowRoot?.querySelector('[part="phrase"]')?.textContent ?? '',
    })),
  );

const allBadgesSay = (page: Page): Promise<boolean> =>
  page.waitFor(() =>
    [...document.querySelectorAll('doorstep-stock')].every((badge) =>
      badge.shadowRoot?.querySelector('[part="phrase"]')?.textContent?.match(/\d/),
    ),
  );

/** Each begins with a page that has just been opened and says what the backend knows. */
const checks: Record<string, (page: Page) => Promise<void>> = {
  'an adapter passed as a property reaches all tags inside its provider': async (page) => {
    await says(page, TAGS.parcel, /Relais Nord/);
    await allBadgesSay(page);
    await page.waitFor(
      `document.querySelector('${TAGS.picker}').shadowRoot.querySelector('[data-key="slot-10"]')`,
    );
    assert.equal(
      await page.evaluate(`typeof document.querySelector('doorstep-provider').adapter.order`),
      'function',
    );
  },

  'another adapter later, none, and the first one again': async (page) => {
    await page.evaluate('stage.first = document.querySelector("doorstep-provider").adapter, 0');
    await page.evaluate('stage.set({ adapter: stage.other })');
    await says(page, TAGS.order, /Your display was delivered today at 16:40/);
    await page.evaluate('stage.set({ adapter: undefined })');
    await page.waitFor(
      `!document.querySelector('${TAGS.order}').shadowRoot.querySelector('.card')`,
    );
    await page.find(`${TAGS.order} > p:not([slot])`);
    await page.evaluate('stage.set({ adapter: stage.first })');
    await says(page, TAGS.order, missed);
  },

  'words and numbers: as attributes, as properties, changed later, taken away': async (page) => {
    const level = (wanted: string): Promise<boolean> =>
      page.waitFor(
        (tag, value) => {
          const sentence = document
            .querySelector(tag)
            ?.shadowRoot?.querySelector('[part="sentence"]');
          return sentence?.getAttribute('aria-level') === value;
        },
        TAGS.order,
        wanted,
      );
    await level('2');
    await set(page, { headingLevel: 4, order: 'FR-2001' });
    await says(page, TAGS.order, /FR-2001/);
    await says(page, TAGS.order, /€42\.00/);
    await level('4');
    await set(page, { headingLevel: undefined });
    await level('3');

    for (const nothing of [undefined, null]) {
      await set(page, { order: nothing });
      await page.waitFor(
        (tag) => !document.querySelector(tag)!.shadowRoot!.querySelector('.card'),
        TAGS.order,
      );
      await page.find(`${TAGS.order} > p:not([slot])`);
      await set(page, { order: 'FR-1042' });
      await says(page, TAGS.order, missed);
    }
  },

  'booleans: true, false, undefined and null': async (page) => {
    const rows = (count: number): Promise<boolean> =>
      page.waitFor(
        (tag, wanted) =>
          document.querySelector(tag)!.shadowRoot!.querySelectorAll('[part="timeline"] li')
            .length === wanted,
        TAGS.parcel,
        count,
      );
    await rows(5);
    for (const closed of [false, undefined, null]) {
      await set(page, { open: true });
      await rows(7);
      await set(page, { open: closed });
      await rows(5);
    }
    const flags = (): Promise<unknown> =>
      page.evaluate((tag) => {
        const picker = document.querySelector<HTMLElementTagNameMap['doorstep-slot-picker']>(tag)!;
        return [
          Boolean(picker.required),
          Boolean(picker.disabled),
          picker.hasAttribute('disabled'),
          picker.name,
        ];
      }, TAGS.picker);
    assert.deepEqual(await flags(), [true, false, false, 'slot']);
    await set(page, { required: false, disabled: true });
    await page.waitFor((tag) => document.querySelector(tag)!.hasAttribute('disabled'), TAGS.picker);
    assert.deepEqual(await flags(), [false, true, true, 'slot']);
    await set(page, { required: undefined, disabled: undefined });
    await page.waitFor(
      (tag) => !document.querySelector(tag)!.hasAttribute('disabled'),
      TAGS.picker,
    );
    assert.deepEqual(await flags(), [false, false, false, 'slot']);
  },

  'rich data: lists of objects, and an event that carries them and a function': async (page) => {
    const guard = (): Promise<unknown> =>
      page.evaluate(`(() => {
        const { basket } = document.querySelector('${TAGS.guard}');
        return [Array.isArray(basket), basket];
      })()`);
    const one = { id: '1', sku: 'HANDLE', quantity: 2, noun: 'handle', nouns: 'handles' };
    assert.deepEqual(await guard(), [true, [one]]);
    await page.clickOn('#pay');
    await hears(page, 'paid', 1);
    const { detail } = await hears(page, 'doorstep-checkout', 1);
    assert.deepEqual([detail['choice'], detail['basket']], ['confirmed', [one]]);
    const kind = `typeof stage.heard.find(({ type }) => type === 'doorstep-checkout').detail.waitUntil`;
    assert.equal(await page.evaluate(kind), 'function');

    const nine = { ...one, quantity: 9 };
    await set(page, { basket: [nine] });
    await page.waitFor(`document.querySelector('${TAGS.guard}').basket[0].quantity === 9`);
    assert.deepEqual(await guard(), [true, [nine]]);
    // Two are there: nothing is paid, and the customer reads why.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await page.clickOn('#pay');
    await says(page, TAGS.guard, /handles/);
    assert.equal((await heard(page, 'paid')).length, 1);
    assert.deepEqual(await page.evaluate(`[...document.querySelector('${TAGS.picker}').skus]`), [
      'HANDLE',
    ]);
  },

  'children: words served inside a tag, and slots that change': async (page) => {
    const shown = (selector: string): Promise<boolean> =>
      page.evaluate((wanted) => {
        const { height } = document.querySelector(wanted)!.getBoundingClientRect();
        return height > 0;
      }, selector);
    assert.equal(await shown(`${TAGS.order} > [slot=logo]`), true);
    assert.equal(await shown(`${TAGS.order} > [slot=note]`), true);
    assert.equal(await shown(`${TAGS.order} > p:not([slot])`), false);
    await set(page, { note: 'Closed today.' });
    await page.waitFor(
      `document.querySelector('${TAGS.order} > [slot=note]').innerText === 'Closed today.'`,
    );
    assert.equal(await shown(`${TAGS.order} > [slot=note]`), true);
  },

  'events: with dashes and in lower case, heard once; what is refused is not sent': async (
    page,
  ) => {
    await page.evaluate('(() => { stage.refuses = true; })()');
    await pressRefund(page);
    const request = await hears(page, 'doorstep-action-request', 1);
    assert.deepEqual([request.from, request.detail['type']], [TAGS.order, 'claim']);
    assert.deepEqual(await heard(page, 'doorstep-outcome'), []);
    await page.find(refund);

    await page.evaluate('(() => { stage.refuses = false; })()');
    await page.clickOn(`${TAGS.picker} >>> [data-key="slot-12"]`);
    await says(page, TAGS.picker, /Held for you until/);
    await hears(page, 'input', 1);
    await hears(page, 'change', 1);
    assert.equal(await page.evaluate(`document.querySelector('${TAGS.picker}').value`), 'slot-12');
  },

  'the story of one press: asked, ordered when the bank says so, and still so for a tag that comes back':
    async (page) => {
      await pressRefund(page);
      await says(page, TAGS.order, /You asked for €289.00/);
      assert.deepEqual((await hears(page, 'doorstep-action-request', 1)).detail['amount'], {
        amount: 28_900,
        currency: 'EUR',
      });
      const { detail } = await hears(page, 'doorstep-outcome', 1);
      const { status, reference } = detail['outcome'] as { status: string; reference: string };
      assert.deepEqual([status, reference], ['pending', 'RF-1042-1']);

      await set(page, { shown: false });
      await page.waitFor((tag) => !document.querySelector(tag), TAGS.order);
      await set(page, { shown: true });
      await says(page, TAGS.order, /You asked for €289.00/);
      await page.evaluate(() =>
        window.stage.backend.updateOrder('FR-1042', (order) => ({
          ...order,
          refunds: order.refunds!.map((each) => ({
            ...each,
            state: 'ordered' as const,
            orderedAt: '2026-11-23T17:10:00+01:00',
          })),
        })),
      );
      await says(page, TAGS.order, /RF-1042-1/);
      await says(page, TAGS.order, /ordered/);
      await hears(page, 'doorstep-action-request', 1);
    },

  'a tag that comes and goes leaves nothing behind': async (page) => {
    // One connection for everything, while something is shown.
    await page.waitFor('stage.connections === 1');
    for (let round = 0; round < 5; round++) {
      await set(page, { shown: false });
      await page.waitFor((tag) => !document.querySelector(tag), TAGS.order);
      await set(page, { shown: true });
      await says(page, TAGS.order, missed);
    }
    await page.waitFor('stage.connections === 1');
    assert.equal(
      await page.evaluate((tag) => document.querySelectorAll(tag).length, TAGS.order),
      1,
    );
    await page.evaluate('document.querySelector("doorstep-provider").remove()');
    await page.waitFor('stage.connections === 0');
  },

  'a keyed list: reordered, shortened and lengthened without a tag being made anew': async (
    page,
  ) => {
    await allBadgesSay(page);
    const first = await badges(page);
    assert.deepEqual(
      first.map(({ sku }) => sku),
      ['HANDLE', 'HINGE', 'LOCK'],
    );
    await page.evaluate(() => {
      for (const badge of document.querySelectorAll('doorstep-stock'))
        (badge as { mark?: string }).mark = badge.sku!;
    });
    const asked = await page.evaluate<number, []>('stage.questions.stock');
    const [handle, hinge, lock] = [
      { sku: 'HANDLE', quantity: 2 },
      { sku: 'HINGE', quantity: 3 },
      { sku: 'LOCK', quantity: 1 },
    ];
    await set(page, { badges: [lock, hinge, handle] });
    await page.waitFor(`document.querySelector('doorstep-stock').sku === 'LOCK'`);
    assert.deepEqual(
      await badges(page),
      first.map((each) => ({ ...each, mark: each.sku })).reverse(),
    );
    // Whoever comes back asks, all of them together.
    assert.ok((await page.evaluate<number, []>('stage.questions.stock')) <= asked + 1);

    await set(page, { badges: [handle, { sku: 'BOLT', quantity: 1 }, lock] });
    await page.waitFor(`document.querySelectorAll('doorstep-stock')[1].sku === 'BOLT'`);
    await allBadgesSay(page);
    const last = await badges(page);
    assert.deepEqual(
      last.map(({ mark }) => mark),
      ['HANDLE', '', 'LOCK'],
    );
    assert.match(last[1]!.says, /5/);
    await set(page, { badges: [] });
    await page.waitFor('!document.querySelector("doorstep-stock")');
  },
};

/** What was passed to a tag before it was known: kept for it, or lost because the framework asked first. */
const late = async (page: Page, isKept: boolean): Promise<void> => {
  await page.waitFor('Boolean(stage.set)');
  // The shop's own words stand meanwhile.
  await page.find(`${TAGS.order} > p:not([slot])`);
  await page.evaluate('release(), 0');
  const { order } = TAGS;
  await page.waitFor((tag) => document.querySelector(tag)!.matches(':defined'), order);
  const kept = 'Boolean(document.querySelector("doorstep-provider").adapter)';
  assert.equal(await page.evaluate(kept), isKept);
  if (isKept) await says(page, order, missed);
  await page.evaluate('stage.set({ adapter: stage.other })');
  await says(page, order, /Your display was delivered today at 16:40/);
};

/** How one app is made. */
export interface App {
  readonly build: Tool;
  /** Checks the templates, and with them those that must not compile, where that can be written there. */
  readonly types: Tool;
  /** Whether an object passed to a tag that is not known yet waits for it. */
  readonly keeps: boolean;
  /** Elsewhere they are checked apart, and this must be said of them. */
  readonly wrong?: Tool & { readonly complaints: readonly RegExp[] };
}

/** Builds an app, checks its templates, and goes through the list in each engine. */
export function drive(name: string, { build, types, keeps, wrong }: App): void {
  describe(`in ${name}`, () => {
    let site: Awaited<ReturnType<typeof serve>>;
    before(async () => {
      await run(name, build);
      site = await serve(name);
    });
    after(() => site?.close());

    test('right templates compile and wrong ones do not', async () => {
      await run(name, types);
      if (!wrong) return;
      const said = await run(name, wrong).then(() => '', String);
      for (const complaint of wrong.complaints) assert.match(said, complaint);
    });

    for (const engine of enginesToTest())
      describe(engine, () => {
        let browser: Browser;
        before(async () => {
          browser = await openBrowser(engine);
        });
        after(() => browser?.close());

        const open = async (query: string, check: (page: Page) => Promise<void>) => {
          const page = await browser.newPage();
          try {
            await page.goto(site.url + query);
            await check(page);
            assert.deepEqual(await page.errors(), []);
            assert.deepEqual(await page.evaluate('stage.warnings'), []);
          } finally {
            await page.close();
          }
        };

        for (const [what, check] of Object.entries(checks))
          test(what, () =>
            open('', async (page) => {
              await says(page, TAGS.order, missed);
              await page.waitFor('Boolean(stage.set)');
              await check(page);
            }),
          );

        test(`a tag that becomes known late has what it was given ${keeps ? 'before' : 'afterwards'}`, () =>
          open('?late', (page) => late(page, keeps)));
      });
  });
}

/**
 * `npm run bench:refund`: from the broken promise to the reference, in a real Chromium against the real
 * backend on this machine.
 *
 *   npm run bench:refund                 30 rounds
 *   npm run bench:refund -- --readme     writes the figures into the README
 *
 * DOORSTEP_ROUNDS sets the rounds. Nothing is asserted about time.
 */
import { parseArgs } from 'node:util';
import { writeBlock } from '../package/readme.ts';
import { buildIfStale } from '../run/build.ts';
import { openBrowser, type Browser } from '../run/driver.ts';
import { november, openOrder, openShop, REFUND, settle, type Shop } from '../stories/shop.ts';
import { quantile, roundsOr } from './measure.ts';

/** Seconds that the bank takes: the least with which "asked" is a state of its own. */
const BANK = 0.5;
const DEADLINE = Date.parse(november('23T17:00:00'));

/** What one customer went through. Milliseconds, each up to the frame in which it can be seen. */
interface Sample {
  /** From the promised minute, by the backend's clock. */
  readonly button: number;
  readonly asked: number;
  readonly reference: number;
  /** Presses of the customer until then. */
  readonly activations: number;
  /** Fields to fill in and second looks that stood there until then. */
  readonly questions: number;
}

/** Milliseconds since the epoch at which each first could be seen, by the machine's clock. */
interface Seen {
  readonly pressed: number;
  readonly button: number;
  readonly asked: number;
  readonly reference: number;
  readonly activations: number;
  readonly questions: number;
}

/** Runs in the page: looks at each frame, and counts. */
const watch = `(() => {
  const now = () => performance.timeOrigin + performance.now();
  const bench = (globalThis.bench = { activations: 0, questions: 0 });
  addEventListener('click', (event) => {
    if (!event.isTrusted || bench.reference) return;
    bench.activations++;
    bench.pressed ??= now();
  }, true);
  const look = () => {
    const order = document.querySelector('doorstep-order').shadowRoot;
    const remedy = order.querySelector('doorstep-remedy')?.shadowRoot;
    const sentence = order.querySelector('[part=sentence]')?.textContent ?? '';
    if (remedy?.querySelector('[part=refund][aria-disabled=false]')) bench.button ??= now();
    bench.questions = Math.max(bench.questions,
      remedy?.querySelectorAll('input, select, textarea, dialog[open], .stack[role=group]').length ?? 0);
    if (/^\\s*You asked for/.test(sentence)) bench.asked ??= now();
    if (/is ordered/.test(sentence) && remedy?.textContent.match(/RF-\\w+/)) bench.reference ??= now();
    if (!bench.reference) requestAnimationFrame(look);
  };
  look();
})()`;

async function sample(browser: Browser, shop: Shop): Promise<Sample> {
  await shop.post('/demo/reset', {});
  await shop.clock('23T16:59:00');
  const page = await openOrder(browser, shop);
  try {
    await settle(page);
    await page.evaluate(watch);
    await shop.clock('23T16:59:57');
    const deadline = Date.now() + DEADLINE - shop.server.now();
    await page.waitFor(() => 'button' in (globalThis as never as { bench: object }).bench);
    // A person presses what stands still; before, a press would be asked about.
    await settle(page);
    await page.clickOn(REFUND);
    await page.waitFor(() => 'reference' in (globalThis as never as { bench: object }).bench);
    const seen = await page.evaluate(() => (globalThis as never as { bench: Seen }).bench);
    const refunds = await shop.refunds();
    if (refunds.length !== 1) throw new Error(`${refunds.length} refunds`);
    return {
      button: seen.button - deadline,
      asked: seen.asked - seen.pressed,
      reference: seen.reference - seen.pressed,
      activations: seen.activations,
      questions: seen.questions,
    };
  } finally {
    await page.close();
  }
}

const { values } = parseArgs({ options: { readme: { type: 'boolean' } } });
const rounds = roundsOr(30);
buildIfStale();
const shop = await openShop(undefined, BANK);
const browser = await openBrowser('chromium');
try {
  // The first customer pays for what all later ones share.
  await sample(browser, shop);
  const samples: Sample[] = [];
  for (let round = 0; round < rounds; round++) samples.push(await sample(browser, shop));
  const at = (key: keyof Sample, q: number): string =>
    quantile(
      samples.map((each) => each[key]),
      q,
    ).toFixed(0);
  const rows = (
    [
      ['button', 'the promised minute to the button'],
      ['asked', 'the press to “You asked”'],
      ['reference', `the press to the reference, ${BANK * 1000} ms of it the bank’s`],
    ] as const
  ).map(([key, what]) => [`from ${what}`, `${at(key, 0.5)} ms`, `${at(key, 0.95)} ms`]);
  for (const key of ['activations', 'questions'] as const) {
    const most = String(Math.max(...samples.map((each) => each[key])));
    rows.push([key === 'questions' ? 'questions asked' : 'presses', at(key, 0.5), most]);
  }
  const columns = ['from the broken promise to the reference', 'median', 'p95'];
  for (const [what, median, p95] of [columns, ...rows])
    console.log(what!.padEnd(64) + median!.padStart(8) + p95!.padStart(8));
  console.log(`${rounds} rounds; of presses and questions the median and the most`);
  if (values.readme)
    await writeBlock(
      'bench-refund',
      [
        `| ${columns.join(' | ')} |`,
        '| --- | --- | --- |',
        ...rows.map((row) => `| ${row.join(' | ')} |`),
        '',
        `(${new Date().toISOString().slice(0, 10)}, ${rounds} rounds in Chromium against the local backend on two shared cores; of presses and questions the most)`,
      ].join('\n'),
    );
} finally {
  await browser.close();
  await shop.close();
}

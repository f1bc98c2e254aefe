/**
 * `npm run bench`: what 1,000 stock badges on a listing page cost, beside the same page without us.
 *
 *   npm run bench                        9 rounds
 *   npm run bench -- --json samples.json    with every sample in a file
 *   npm run bench -- --readme               writes the figures that have a target into the README
 *   npm run bench -- --without-hint         the bundle without the line for Chromium's compiler
 *
 * DOORSTEP_ROUNDS sets the rounds, DOORSTEP_SEED repeats an order. Each sample is a fresh page, and
 * the ways take turns in a shuffled order: a busy machine slows all of them, so read the ratios.
 * Nothing is asserted about time. Sizes are in `npm run size`.
 */
import { writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession } from 'puppeteer-core';
import { writeBlock } from '../package/readme.ts';
import { buildIfStale } from '../run/build.ts';
import {
  BADGES,
  BURSTS,
  CHANGES,
  LAYOUTS,
  SEEN,
  page,
  skuOf,
  unitsOf,
  vanilla,
  variants,
  type Variant,
} from './listing.ts';
import {
  built,
  bundle,
  launch,
  listen,
  mainThread,
  quantile,
  roundsOr,
  traced,
} from './measure.ts';

interface Sample {
  /** Milliseconds of JavaScript on the main thread, without the layout it forced. */
  readonly script: number;
  /** Milliseconds of everything on the main thread: script, style, layout, paint. */
  readonly task: number;
  /** Milliseconds until the first paint in which the badges in the window say what the backend said. */
  readonly paint: number;
  /** Milliseconds that the main thread itself ran until then: waiting, and other work on the machine, do not count. */
  readonly work: number;
  /** Milliseconds of the first question, which `paint` contains. */
  readonly answer: number;
  readonly requests: number;
  /** Bytes of JavaScript heap for one badge. */
  readonly heap: number;
  readonly shift: number;
  /** Microseconds for one change of one badge, early in the life of a page. */
  readonly first: number;
  /** The same once the engine has compiled what runs often. */
  readonly change: number;
  /** The same with the layout that follows. */
  readonly changeLayout: number;
  /** Microseconds for each badge when all of them, awake, change at once. */
  readonly burst: number;
  /** The same with the one layout that follows. */
  readonly burstLayout: number;
  /** Badges that were written to when the live connection told of one change. */
  readonly touched: number;
}

/** A page of another size, on a processor this many times slower. */
interface Growth {
  readonly count: number;
  readonly slower: number;
}
const growths: readonly Growth[] = [1, 4].flatMap((slower) =>
  [100, 1000, 5000].map((count) => ({ count, slower })),
);
/** What is compared as pages grow: inserted, in plain rows. */
const grown = variants.filter(({ contained, served }) => !contained && !served);

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    readme: { type: 'boolean' },
    'without-hint': { type: 'boolean' },
  },
});
const rounds = roundsOr(9);
const seed = Number(process.env['DOORSTEP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** The badge and the REST adapter, with one backend for the page as in the other script. */
const ENTRY = `
  import ${built('elements/stock/define.js')};
  import { setDefaultAdapter } from ${built('index.js')};
  import { rest } from ${built('adapters/rest/rest.js')};
  setDefaultAdapter(rest({ baseUrl: '/doorstep' }));`;

/** As the README advises for a listing page: V8 compiles the file beside its loading, not at the first call. */
const HINT = values['without-hint'] ? '' : '//# allFunctionsCalledOnLoad';

/** Answers at once: pages, scripts, stock, and a stream that says "alive" and then nothing. */
async function serve(
  doorstep: Record<string, string>,
): Promise<{ origin: string; close: () => void }> {
  const files: Record<string, string> = { ...doorstep, '/vanilla.js': vanilla };
  const units = new Map(Array.from({ length: 5000 }, (_, i) => [skuOf(i), unitsOf(i)]));
  const streams = new Set<ServerResponse>();
  // The vanilla page asks for all of its badges at once, in one address.
  const maxHeaderSize = 2 ** 20;
  return listen(
    (request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
      const answer = (type: string, body: string) =>
        response.writeHead(200, { 'Content-Type': type }).end(body);
      const serverNow = new Date().toISOString();
      if (pathname === '/doorstep/stock') {
        const level = (sku: string) => ({
          sku,
          quantity: units.get(sku),
          availability: 'InStock',
          where: 'Lyon warehouse',
          observedAt: serverNow,
        });
        const stock = searchParams.getAll('sku').map(level);
        answer('application/json', JSON.stringify({ serverNow, stock }));
      } else if (pathname === '/doorstep/changes') {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(`event: heartbeat\ndata: {"serverNow":"${serverNow}"}\n\n`);
        streams.add(response);
        response.on('close', () => streams.delete(response));
      } else if (pathname === '/sell') {
        const sku = searchParams.get('sku')!;
        units.set(sku, Number(searchParams.get('left')));
        const data = JSON.stringify({ topic: `stock:${sku}`, serverNow });
        for (const stream of streams) stream.write(`event: change\ndata: ${data}\n\n`);
        answer('text/plain', '');
      } else if (files[pathname] !== undefined) answer('text/javascript', files[pathname]);
      else if (/^\/\d+$/.test(pathname)) {
        const size = {
          count: Number(searchParams.get('count') ?? BADGES),
          far: searchParams.has('far'),
        };
        answer('text/html', page(variants[+pathname.slice(1)]!, size));
      } else response.writeHead(404).end();
    },
    { maxHeaderSize },
  );
}

const usedHeap = async (cdp: CDPSession): Promise<number> => {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
};
const taskTime = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
};

/** Microseconds that the thread ran between all pairs of marks of a name; `NaN` if there are none. */
function spent(trace: Awaited<ReturnType<typeof traced>>, name: string): number {
  const at = (side: string) =>
    trace
      .flatMap((event) => (event.name === `${name}-${side}` ? event.tts : []))
      .sort((a, b) => a - b);
  const ends = at('to');
  return at('from').reduce((total, from, index) => total + ends[index]! - from, 0) || NaN;
}

/** The first text seen; all techniques must show the same. */
let text: string | undefined;

async function sample(
  browser: Browser,
  origin: string,
  variant: Variant,
  growth?: Growth,
): Promise<Sample> {
  const { count, slower } = growth ?? { count: BADGES, slower: 1 };
  const tab = await browser.newPage();
  try {
    const errors: unknown[] = [];
    tab.on('pageerror', (error) => errors.push(error));
    await tab.setViewport({ width: 1200, height: 900 });
    await tab.goto(`${origin}/${variants.indexOf(variant)}?count=${count}`);
    await tab.evaluate('bench.prepare()');
    const cdp = await tab.createCDPSession();
    await cdp.send('Performance.enable');
    const heapBefore = await usedHeap(cdp);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await tab.tracing.start({
      categories: ['-*', 'devtools.timeline', 'blink.user_timing', 'v8.execute'],
    });
    const taskBefore = await taskTime(cdp);
    const seen = (await tab.evaluate('bench.run()')) as Pick<
      Sample,
      'paint' | 'answer' | 'requests' | 'shift'
    > & { text: string; inWindow: boolean };
    const task = (await taskTime(cdp)) - taskBefore;
    const events = await traced(tab);
    const heap = ((await usedHeap(cdp)) - heapBefore) / count;
    await tab.tracing.start({ categories: ['-*', 'blink.user_timing'] });
    if (!growth) await tab.evaluate('bench.change()');
    // In contained rows a badge that was never near has no layout to be compared.
    const bursts =
      !growth && !variant.contained && !variant.served && variant.technique !== 'vanilla';
    if (bursts) await tab.evaluate('bench.burst()');
    const changes = await traced(tab);
    const touched =
      bursts && variant.technique === 'doorstep'
        ? ((await tab.evaluate('bench.live()')) as number)
        : NaN;
    if (errors.length) throw errors[0];
    if (!seen.inWindow) throw new Error('The badges that are waited for are not all in the window');
    text ??= seen.text;
    if (seen.text !== text) throw new Error(`Another text than the others: ${seen.text} / ${text}`);
    const { paint, answer, requests, shift } = seen;
    const ran = (mark: string) => events.find(({ name }) => name === mark)!.tts / 1000;
    return {
      script: mainThread(events).script,
      work: ran('bench-painted') - ran('bench-start'),
      task,
      paint,
      answer,
      requests,
      heap,
      shift,
      first: spent(changes, 'first') / CHANGES,
      change: spent(changes, 'change') / CHANGES,
      changeLayout: spent(changes, 'changeLayout') / LAYOUTS,
      burst: spent(changes, 'burst') / BURSTS / count,
      burstLayout: spent(changes, 'burstLayout') / BURSTS / count,
      touched,
    };
  } finally {
    await tab.close();
  }
}

/** Bytes of JavaScript heap for a badge that was put in far below the window, and sleeps. */
async function asleep(browser: Browser, origin: string): Promise<number> {
  const variant = find('doorstep', { contained: false, served: false });
  const tab = await browser.newPage();
  try {
    await tab.setViewport({ width: 1200, height: 900 });
    await tab.goto(`${origin}/${variants.indexOf(variant)}?far`);
    await tab.evaluate('bench.prepare()');
    const cdp = await tab.createCDPSession();
    const before = await usedHeap(cdp);
    const awake = await tab.evaluate('bench.insertFar()');
    if (awake !== 0) throw new Error(`${String(awake)} badges are awake although none is near`);
    return ((await usedHeap(cdp)) - before) / BADGES;
  } finally {
    await tab.close();
  }
}

/** mulberry32: the same order for the same seed. */
function generator(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const samples = new Map<Variant, Sample[]>(variants.map((variant) => [variant, []]));
const median = (variant: Variant, key: keyof Sample): number =>
  quantile(
    samples.get(variant)!.map((each) => each[key]),
    0.5,
  );
const find = (technique: Variant['technique'], { contained, served }: Omit<Variant, 'technique'>) =>
  variants.find(
    (each) =>
      each.technique === technique && each.contained === contained && each.served === served,
  )!;
const nameOf = ({ contained, served }: Omit<Variant, 'technique'>): string =>
  `${served ? 'over served text' : 'inserted'}, ${contained ? 'contained' : 'plain'} rows`;

/** A figure that has a target. */
const figures: [what: string, measured: string, limit: string][] = [];

function print(): void {
  const columns: [keyof Sample, string, number][] = [
    ['script', 'script ms', 1],
    ['task', 'task ms', 0],
    ['paint', 'paint ms', 0],
    ['work', 'of it work', 0],
    ['answer', 'of it answer', 0],
    ['requests', 'requests', 0],
    ['heap', 'heap B/badge', 0],
    ['shift', 'shift', 4],
    ['first', 'first µs', 1],
    ['change', 'change µs', 1],
    ['changeLayout', '+ layout µs', 0],
    ['burst', 'burst µs', 1],
    ['burstLayout', '+ layout µs', 1],
  ];
  for (const group of new Set(variants.map(nameOf))) {
    console.log(`\n${group}: median, and half of the samples between`);
    const rows = variants
      .filter((each) => nameOf(each) === group)
      .map((variant) => [
        variant.technique,
        ...columns.map(([key, , digits]) => {
          const all = samples.get(variant)!.map((each) => each[key]);
          const [low, middle, high] = [0.25, 0.5, 0.75].map((q) =>
            quantile(all, q).toFixed(digits),
          );
          return low === high ? middle! : `${middle} (${low}–${high})`;
        }),
      ]);
    rows.unshift(['', ...columns.map(([, title]) => title)]);
    const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)) + 2);
    for (const row of rows) console.log(row.map((cell, at) => cell.padStart(widths[at]!)).join(''));
  }

  console.log('\nRatios of medians, and what they should be at most');
  const ratio = (
    key: keyof Sample,
    what: string,
    form: Omit<Variant, 'technique'>,
    to: Variant,
    limit?: number,
  ) => {
    const value = median(find('doorstep', form), key) / median(to, key);
    const beside =
      to.technique === 'vanilla'
        ? 'a vanilla element'
        : key === 'paint'
          ? 'one innerHTML string'
          : 'the bare write';
    if (limit !== undefined)
      figures.push([`${what}, ${nameOf(form)}`, `${value.toFixed(2)} × ${beside}`, `${limit} ×`]);
    const goal = limit === undefined ? '' : `≤ ${limit}  ${value <= limit ? 'ok' : 'MISSED'}`;
    console.log(
      `${value.toFixed(2).padStart(6)} × ${`${to.technique} ${what}, ${nameOf(form)}`.padEnd(52)} ${goal}`,
    );
  };
  for (const contained of [false, true]) {
    const form = { contained, served: false };
    const plain = { contained: false, served: false };
    ratio('script', 'script', form, find('vanilla', form), 1);
    ratio('script', 'script', form, find('innerHTML', form));
    ratio('paint', 'paint', form, find('vanilla', form));
    // Contained rows are also the shop's own remedy, so they are held against the page without them.
    ratio(
      'paint',
      contained ? 'paint (its rows plain)' : 'paint',
      form,
      find('innerHTML', plain),
      contained ? 0.5 : 0.8,
    );
    ratio('work', 'work until painted', form, find('innerHTML', plain));
    if (contained) ratio('paint', 'paint', form, find('innerHTML', form));
    ratio('first', 'first changes', form, find('innerHTML', form));
    ratio('change', 'change', form, find('innerHTML', form), 2);
    ratio('changeLayout', 'change + layout', form, find('innerHTML', form));
    if (!contained) {
      ratio('burst', 'burst', form, find('innerHTML', form), 1.5);
      ratio('burstLayout', 'burst + layout', form, find('innerHTML', form), 1.1);
    }
    const served = { contained, served: true };
    ratio('script', 'script', served, find('vanilla', served));
    ratio('paint', 'paint', served, find('vanilla', served), 0.25);
    ratio('work', 'work until painted', served, find('vanilla', served));
  }
}

/** How each figure was obtained, for whoever doubts it. */
function explain(): void {
  console.log(`
How the figures were obtained: each sample is a fresh page of ${BADGES} badges in a window of 1200 x 900.
  script    from Chromium's trace: time that the main thread ran scripts, from putting the list in (or, over
            served text, from loading the script) until nothing moves, less the layout that scripts forced;
            our bundle ${HINT ? 'begins with' : 'is without'} the line that tells V8 to compile all of it while it is loaded
  paint     from the same start until after the frame in which the ${SEEN} first badges say what the shop said
  work      what the main thread ran until that paint, by its own clock: the part of it that does not depend on
            frames, the network and how busy the machine is
  requests  questions about stock that the page sent
  heap      growth of the JavaScript heap after collection, for each badge of the page
  change    what the thread ran while one badge got another quantity and wrote its words, ${CHANGES} times, one after
            the other, after 1000 times for the engine to compile what runs often; the direct DOM write of innerHTML
            and vanilla is the same words by textContent: those that are seen and those that are heard
  first     the same after 100 times: most of it not compiled yet
  burst     what the thread ran while all ${BADGES} badges, woken first, got another quantity at once, against direct
            writes of the same words into ${BADGES} rows
  touched   the backend tells by the live connection that one SKU has changed; badges of ${BADGES} awake ones
            whose tree was written to before that badge says so, and 100 ms longer`);
}

/** The script time of one way, on a page of another size. */
const grownScript = (growth: Growth, variant: Variant): number =>
  quantile(
    growthSamples
      .get(growth)!
      .get(variant)!
      .map((each) => each.script),
    0.5,
  );

async function writeFigures(version: string): Promise<void> {
  const growth = growths.map((each) => {
    const [mine, theirs] = (['doorstep', 'vanilla'] as const).map((technique) =>
      grownScript(each, find(technique, { contained: false, served: false })),
    );
    return [
      `script of ${each.count} badges${each.slower > 1 ? `, processor ${each.slower} times slower` : ''}`,
      `${(mine! / theirs!).toFixed(2)} × a vanilla element`,
      '',
    ];
  });
  await writeBlock(
    'bench',
    [
      '| 1,000 badges on a listing page | measured | at most |',
      '| --- | --- | --- |',
      ...[...figures, ...growth].map((row) => `| ${row.join(' | ')} |`),
      '',
      `(${new Date().toISOString().slice(0, 10)}, ${version}, ${HINT ? 'the bundle begins with the line for the compiler' : 'without the line for the compiler'}, medians of ${rounds} rounds on two shared cores)`,
    ].join('\n'),
  );
}

function printGrowth(): void {
  console.log('\nGrowth: medians, inserted, plain rows');
  console.log('  badges   CPU   ' + grown.map(({ technique }) => technique.padStart(20)).join(''));
  for (const growth of growths) {
    const cells = grown.map((variant) => {
      const all = growthSamples.get(growth)!.get(variant)!;
      const [script, paint] = (['script', 'paint'] as const).map((key) =>
        quantile(
          all.map((each) => each[key]),
          0.5,
        ).toFixed(0),
      );
      return `${script} / ${paint} ms`.padStart(20);
    });
    console.log(
      `${String(growth.count).padStart(8)}  ${`${growth.slower}x`.padStart(4)}   ${cells.join('')}`,
    );
  }
  console.log('  script / paint; 4x: the processor slowed four times by the DevTools protocol');
}

const growthSamples = new Map(
  growths.map((growth) => [growth, new Map(grown.map((variant) => [variant, [] as Sample[]]))]),
);
const heaps: number[] = [];

buildIfStale();
const { origin, close } = await serve(
  await bundle(ENTRY, { codeSplitting: true, postBanner: HINT }),
);
const browser = await launch();
try {
  console.log(
    `${BADGES} stock badges, ${await browser.version()}, ${rounds} rounds, DOORSTEP_SEED=${seed}`,
  );
  const random = generator(seed);
  // The first page of a process pays for what all later ones share.
  await sample(browser, origin, variants[0]!);
  for (let round = 0; round < rounds; round++) {
    const order = variants
      .map((variant) => ({ variant, at: random() }))
      .sort((a, b) => a.at - b.at);
    for (const { variant } of order)
      samples.get(variant)!.push(await sample(browser, origin, variant));
    heaps.push(await asleep(browser, origin));
    // A third of the rounds is enough to see how pages grow.
    if (round % 3 === 0)
      for (const growth of growths)
        for (const variant of grown)
          growthSamples
            .get(growth)!
            .get(variant)!
            .push(await sample(browser, origin, variant, growth));
  }
  print();
  const touched = median(find('doorstep', { contained: false, served: false }), 'touched');
  console.log(
    `${String(touched).padStart(6)}   of ${BADGES} badges awake written to by one live change ≤ 1  ${touched === 1 ? 'ok' : 'MISSED'}`,
  );
  const heap = quantile(heaps, 0.5);
  const mine = find('doorstep', { contained: false, served: false });
  figures.push(
    ['questions about stock', String(median(mine, 'requests')), '1'],
    ['layout shift', median(mine, 'shift').toFixed(4), '0'],
    ['badges written to by one live change', String(touched), '1'],
    ['heap of a badge off screen', `${heap.toFixed(0)} B`, '350 B'],
  );
  console.log(
    `${heap.toFixed(0).padStart(6)} B of JavaScript heap for a badge asleep (all of them far below the window) ≤ 350  ${heap <= 350 ? 'ok' : 'MISSED'}`,
  );
  printGrowth();
  explain();
  if (values.readme) await writeFigures(await browser.version());
  if (values.json)
    writeFileSync(
      values.json,
      JSON.stringify(
        {
          seed,
          rounds,
          samples: [...samples].map(([variant, all]) => ({ ...variant, samples: all })),
        },
        null,
        1,
      ),
    );
} finally {
  await browser.close();
  close();
}

/**
 * `npm run bench:parcels`: an order in eight parcels with forty events each: the card that rolls them up, eight parcels that stand
 * alone, and one innerHTML string with all 320 events, as most shops write it.
 */
import type { Browser } from 'puppeteer-core';
import { buildIfStale } from '../run/build.ts';
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

const PARCELS = 8;
const EVENTS = 40;
/**
 * News, each in a task of its own: the first ones, that the engine compiles what runs often, those that count, and some
 * that come after a pause of so many milliseconds, when other work has had the processor.
 */
const WARM = 40;
const NEWS = 100;
const ALONE = 20;
const PAUSE = 20;

const ways = ['order', 'parcels', 'innerHTML'] as const;
type Way = (typeof ways)[number];

interface Sample {
  /** Milliseconds of script from putting it in until nothing moves, and of style and layout. */
  readonly script: number;
  readonly layout: number;
  /** Milliseconds of script for each new event, from the answer's facts until all that follows is in the DOM. */
  readonly news: readonly number[];
  /** Objects of `Intl` that were made for it. */
  readonly formats: number;
}

const styles = `
  body { margin: 0; font: 16px/1.5 sans-serif }
  main { display: grid; gap: 24px; max-width: 640px; margin: 16px }
  section { padding: 24px; border-radius: 12px; background: #fff }
  section h3 { margin: 0; font-size: 18px }
  section ol { margin: 0; padding: 0; list-style: none }
  section li { display: grid; grid-template-columns: 44px 20px 1fr; gap: 0 8px }
  section li > .day { grid-column: 1 / -1; margin: 8px 0 0; font-weight: 600 }
  section li time, section small { font-size: 14px; color: #5b5851 }
  section small { display: block }
  section svg { width: 20px; height: 20px; fill: none; stroke: #1c1b19; stroke-width: 1.6 }`;

/** Runs in the page. */
const harness = `
const HOUR = 3_600_000;
const begin = Date.now() - ${EVENTS + 2} * HOUR;
const wordsOf = ({ phase, place }) => phase === 'announced' ? 'Announced to the carrier' : 'Arrived at ' + place;
const eventOf = (parcel, index) => ({
  id: parcel + '-' + index,
  ...(dated ? { at: new Date(begin + index * HOUR + parcel * 60_000).toISOString() } : {}),
  ...(index ? { phase: 'in-transit', movement: 'arrived' } : { phase: 'announced' }),
  place: 'Depot ' + index,
  source: { kind: 'carrier', name: 'Relais Nord' },
});
const lists = Array.from({ length: ${PARCELS} }, (_, parcel) =>
  Array.from({ length: ${EVENTS} }, (_, index) => eventOf(parcel, index)));
let version = 1;
const answer = () => JSON.parse(JSON.stringify({
  serverNow: new Date().toISOString(),
  order: {
    reference: 'B-1',
    version: version++,
    ...(dated ? { timeZone: 'Europe/Paris' } : {}),
    shipments: lists.map((events, parcel) => ({
      id: 'parcel-' + parcel,
      carrier: { name: 'Relais Nord' },
      trackingNumber: 'RN-TEST-' + parcel,
      events,
    })),
  },
}));
let next = answer();
let tell;
const adapter = {
  order: () => Promise.resolve(next),
  watch: (topics, notify, alive) => {
    tell = () => notify({ topic: 'order:B-1', serverNow: new Date().toISOString() });
    alive(true);
    return () => {};
  },
};

let formats = 0;
for (const name of ['DateTimeFormat', 'NumberFormat', 'RelativeTimeFormat', 'PluralRules', 'ListFormat']) {
  const real = Intl[name];
  Intl[name] = new Proxy(real, {
    construct: (target, parts) => (formats++, new target(...parts)),
    apply: (target, self, parts) => (formats++, target(...parts)),
  });
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const rowOf = (event, day) =>
  '<li>' + (day ? '<p class="day">' + day + '</p>' : '') + '<time datetime="' + event.at + '">' + time.format(new Date(event.at)) +
  '</time><svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.2"/></svg><div>' + wordsOf(event) +
  '<small>Relais Nord</small></div></li>';
const listOf = (events) => {
  let last;
  return [...events].reverse().map((event) => {
    const day = date.format(new Date(event.at));
    const row = rowOf(event, day === last ? undefined : day);
    last = day;
    return row;
  }).join('');
};
const htmlOf = () => lists.map((events, parcel) =>
  '<section><h3>Your parcel is on its way.</h3><p>Parcel ' + (parcel + 1) + ', Relais Nord</p><ol>' + listOf(events) + '</ol></section>').join('');

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const main = document.querySelector('main');
const parcels = () => way === 'order'
  ? [...(main.firstElementChild?.shadowRoot?.querySelectorAll('doorstep-parcel') ?? [])]
  : [...main.children];
const shows = (parcel) => !!(parcel.shadowRoot ?? parcel).querySelector('[part=sentence], h3')?.textContent;

window.bench = {
  async prepare() {
    if (way !== 'innerHTML') await import('/doorstep.js');
    await pause(100);
    formats = 0;
  },
  run: () => new Promise((resolve) => setTimeout(async () => {
    performance.mark('bench-start');
    if (way === 'innerHTML') main.innerHTML = htmlOf();
    else for (let index = 0; index < (way === 'order' ? 1 : ${PARCELS}); index++) {
      const element = document.createElement(way === 'order' ? 'doorstep-order' : 'doorstep-parcel');
      Object.assign(element, { adapter, order: 'B-1', shipment: 'parcel-' + index });
      main.append(element);
    }
    do await frame(); while (!(parcels().length === ${PARCELS} && parcels().every(shows)));
    await pause(250);
    await frame();
    performance.mark('bench-end');
    resolve({ formats });
  })),
  /**
   * New events: the backend says that there is something new, and answers with all of the order, read from JSON before
   * the clock starts. Their layout is the frame's.
   */
  async news() {
    const channel = new MessageChannel();
    const nextTask = () => new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
    for (let index = 0; index < ${NEWS + ALONE}; index++) {
      const event = { ...eventOf(3, ${EVENTS}), id: 'news-' + index, place: 'Stop ' + index,
        at: new Date(begin + ${EVENTS} * HOUR + index * 1000).toISOString() };
      lists[3] = [...lists[3].slice(-${EVENTS - 1}), event];
      next = answer();
      await (index < ${NEWS} ? nextTask() : pause(${PAUSE}));
      performance.mark('news-start-' + index);
      if (way === 'innerHTML')
        main.children[3].querySelector('ol').insertAdjacentHTML('afterbegin', rowOf(event));
      else tell();
      // All that is drawn for it is drawn before the next task.
      await nextTask();
      performance.mark('news-end-' + index);
      if (way !== 'innerHTML' && !parcels()[3].shadowRoot.textContent.includes(event.place)) throw event;
    }
  },
};`;

/** The page of one way, its events with times or, to see what is made without a date, with none. */
const parcelsPage = (way: string, dated: boolean): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Eight parcels</title>
<style>${styles}</style>
<main></main>
<script>
const way = ${JSON.stringify(way)};
const dated = ${String(dated)};
${harness}
</script>`;

async function sample(browser: Browser, origin: string, way: Way, dated = true): Promise<Sample> {
  const tab = await browser.newPage();
  try {
    const errors: unknown[] = [];
    tab.on('pageerror', (error) => errors.push(error));
    await tab.setViewport({ width: 800, height: 900 });
    await tab.goto(`${origin}/parcels/${way}${dated ? '' : '?undated'}`);
    await tab.evaluate('bench.prepare()');
    await tab.tracing.start({
      categories: ['-*', 'devtools.timeline', 'blink.user_timing', 'v8.execute'],
    });
    const { formats } = (await tab.evaluate('bench.run()')) as { formats: number };
    if (dated) await tab.evaluate('bench.news()');
    const trace = await traced(tab);
    if (errors.length) throw errors[0];
    const news = Array.from(
      { length: dated ? NEWS + ALONE : 0 },
      (_, index) => mainThread(trace, `news-start-${index}`, `news-end-${index}`).script,
    );
    return { ...mainThread(trace), news, formats };
  } finally {
    await tab.close();
  }
}

/** Measures and prints: medians, ratios, and what they should be at most. */
async function benchParcels(browser: Browser, origin: string, rounds: number): Promise<void> {
  const samples = new Map<Way, Sample[]>(ways.map((way) => [way, []]));
  await sample(browser, origin, 'order');
  for (let round = 0; round < rounds; round++)
    for (const way of round % 2 ? ways : [...ways].reverse())
      samples.get(way)!.push(await sample(browser, origin, way));
  const undated = await sample(browser, origin, 'order', false);
  const median = (way: Way, key: 'script' | 'layout' | 'formats') =>
    quantile(
      samples.get(way)!.map((each) => each[key]),
      0.5,
    );
  const news = (way: Way, from: number, to: number) =>
    quantile(
      samples.get(way)!.flatMap((each) => each.news.slice(from, to)),
      0.5,
    );
  console.log(`\n${PARCELS} parcels of ${EVENTS} events: medians of ${rounds} rounds`);
  console.log('             script ms   layout ms   Intl objects');
  for (const way of ways)
    console.log(
      way.padEnd(11) +
        [median(way, 'script').toFixed(1), median(way, 'layout').toFixed(1)]
          .map((cell) => cell.padStart(11))
          .join(' ') +
        String(median(way, 'formats')).padStart(15),
    );
  console.log(`\nms of script for one new event, ${NEWS} in tasks one after the other, then alone`);
  console.log(
    `               first    2 to 10   11 to ${WARM}   after ${WARM}   after a pause of ${PAUSE} ms`,
  );
  for (const way of ways)
    console.log(
      way.padEnd(11) +
        [
          news(way, 0, 1),
          news(way, 1, 10),
          news(way, 10, WARM),
          news(way, WARM, NEWS),
          news(way, NEWS, NEWS + ALONE),
        ]
          .map((cell) => cell.toFixed(3).padStart(9))
          .join('  '),
    );
  const row = (value: number, what: string, limit: number) =>
    console.log(
      `${value.toFixed(3).padStart(7)} ${what.padEnd(62)} ≤ ${limit}  ${value <= limit ? 'ok' : 'MISSED'}`,
    );
  for (const way of ['order', 'parcels'] as const) {
    row(
      median(way, 'layout') / median('innerHTML', 'layout'),
      `× layout of innerHTML, ${way}`,
      0.5,
    );
    row(news(way, WARM, NEWS), `ms of script for one new event after ${WARM}, ${way}`, 0.1);
  }
  row(undated.formats, 'objects of Intl before a date is shown', 0);
}

buildIfStale();
const files = await bundle(
  `import ${built('elements/order/define.js')}; import ${built('elements/parcel/define.js')};`,
  { codeSplitting: false },
);
const { origin, close } = await listen((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  const code = files[pathname];
  const [type, body] = code
    ? ['text/javascript', code]
    : ['text/html', parcelsPage(pathname.slice(9), !searchParams.has('undated'))];
  response.writeHead(200, { 'Content-Type': type }).end(body);
});
const browser = await launch();
try {
  await benchParcels(browser, origin, roundsOr(9));
} finally {
  await browser.close();
  close();
}

/** The element tests: web-test-runner in each engine of this machine. */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import type { TestRunnerConfig, TestRunnerPlugin } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import type { ChromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { france } from '../../src/law/fr.ts';
import { useLaw } from '../../src/law/law.ts';
import {
  renderOrder,
  renderParcel,
  renderRemedy,
  renderSlot,
  renderSlotPicker,
  renderStock,
} from '../../src/server/server.ts';
import { served } from '../../src/styles/served.ts';
import type { Served } from '../elements/served-first.ts';
import { findEngine, firefoxPreferences, startWebKit } from './browsers.ts';
import type { EngineName } from './browsers.ts';
import { add, none, type Counts } from './node-tests.ts';

type Launcher = NonNullable<TestRunnerConfig['browsers']>[number];
type Reporter = NonNullable<TestRunnerConfig['reporters']>[number];
type Session = Parameters<NonNullable<Reporter['stop']>>[0]['sessions'][number];
type Suite = NonNullable<Session['testResults']>;

async function launcherFor(name: EngineName): Promise<{ launcher: Launcher; stop: () => void }> {
  const engine = findEngine(name);
  if (name === 'webkit') {
    const server = await startWebKit(engine);
    const launcher = webdriverLauncher({
      hostname: server.host,
      port: server.port,
      path: '/',
      logLevel: 'error',
      capabilities: {
        ...server.capabilities,
        'wdio:enforceWebDriverClassic': true,
      },
    });
    return { launcher, stop: server.stop };
  }
  const launcher = chromeLauncher({
    // Given explicitly, because the launcher otherwise refuses anything but Chrome.
    puppeteer: puppeteer as never,
    launchOptions: {
      browser: name === 'firefox' ? 'firefox' : 'chrome',
      executablePath: engine.executable,
      args: [...engine.args],
      // Nobody here listens to requests, and Firefox takes long to tell of each.
      networkEnabled: false,
      ...(name === 'firefox' ? { extraPrefsFirefox: firefoxPreferences({}) } : {}),
    },
    createPage: async ({ context }) => {
      const page = await context.newPage();
      if (name === 'chromium') await page.emulateFocusedPage(true);
      return page;
    },
  });
  return { launcher, stop: () => undefined };
}

const connections = new WeakMap<Page, CDPSession>();

/**
 * `executeServerCommand('doorstep:media', { 'forced-colors': 'active' })` sets media features, none when
 * empty. Answers false where the engine cannot, so that a test can tell and look at less.
 */
const mediaPlugin: TestRunnerPlugin<Record<string, string>> = {
  name: 'doorstep:media',
  async executeCommand({ command, payload = {}, session }) {
    if (command !== 'doorstep:media') return undefined;
    if (session.browser.name !== 'Chromium') return false;
    const page = (session.browser as ChromeLauncher).getPage(session.id);
    // What one connection has set, another does not take back; and the page serves the next file too.
    const cdp = connections.get(page) ?? (await page.createCDPSession());
    connections.set(page, cdp);
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await cdp.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

const renders: Record<string, (answer: never, options: never) => string> = {
  'doorstep-order': renderOrder,
  'doorstep-parcel': renderParcel,
  'doorstep-remedy': renderRemedy,
  'doorstep-slot': renderSlot,
  'doorstep-slot-picker': renderSlotPicker,
  'doorstep-stock': renderStock,
};

/** The languages that the server speaks too, once asked for one of them. */
const loadLanguage = async (language: string): Promise<boolean> =>
  language === 'en' ||
  (/^[a-z]{2}$/.test(language) &&
    (await import(`../../src/i18n/locales/${language}.ts`).then(
      () => true,
      () => false,
    )));

/**
 * `executeServerCommand('doorstep:served', [{ tag, answer, options }])`: what a server would write.
 *
 * @param counts how many elements were written for each test file
 */
const servedPlugin = (counts: Map<string, number>): TestRunnerPlugin<Served[]> => ({
  name: 'doorstep:served',
  async executeCommand({ command, payload = [], session }) {
    if (command !== 'doorstep:served') return undefined;
    // As the page that shows it; only the orders that name the country tell of it.
    useLaw(france);
    const markup: (string | undefined)[] = [];
    for (const { tag, answer, options } of payload) {
      const isSpoken = await loadLanguage(options.language ?? 'en');
      markup.push(isSpoken ? renders[tag]?.(answer as never, options as never) : undefined);
    }
    const { testFile = '' } = session;
    counts.set(testFile, (counts.get(testFile) ?? 0) + markup.filter(Boolean).length);
    return markup;
  },
  serve: ({ path }) => (path === '/served.css' ? { body: served, type: 'css' } : undefined),
});

/** The mocking worker must be served from the root to see every request of a page. */
const mockWorkerPlugin: TestRunnerPlugin = {
  name: 'doorstep:mock-worker',
  serve({ path }) {
    if (path !== '/mockServiceWorker.js') return undefined;
    return { body: readFileSync('node_modules/msw/lib/mockServiceWorker.js', 'utf8'), type: 'js' };
  },
};

function countTests(suite: Suite | undefined, counts: Counts, where: string): void {
  for (const test of suite?.tests ?? []) {
    const result = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
    counts[result] += 1;
    if (result === 'failed') {
      const { message = 'no message', actual = '', stack = '' } = test.error ?? {};
      counts.failures.push([`${where} › ${test.name}`, message, actual, stack].join('\n'));
    }
  }
  for (const inner of suite?.suites ?? []) countTests(inner, counts, `${where} › ${inner.name}`);
}

function countSession(session: Session): Counts {
  const counts = none();
  const where = `${relative(process.cwd(), session.testFile ?? '')} in ${session.browser.name}`;
  countTests(session.testResults, counts, where);
  // A file that does not load, or a page that breaks outside of a test, is a failure too.
  if (!session.passed && counts.failed === 0) {
    counts.failed = 1;
    counts.failures.push([where, ...session.errors.map(({ message }) => message)].join('\n'));
  }
  return counts;
}

/** Seconds from which a test is named. */
const SLOW = 2;

/** Each test with what it took. */
const testsOf = (suite: Suite | undefined): { seconds: number; name: string }[] => [
  ...(suite?.tests ?? []).map(({ name, duration = 0 }) => ({ name, seconds: duration / 1000 })),
  ...(suite?.suites ?? []).flatMap((inner) =>
    testsOf(inner).map(({ name, seconds }) => ({ name: `${inner.name} › ${name}`, seconds })),
  ),
];

/** What the tests of each file took in each engine, the slowest first; what stands around them is not in it. */
function tellTimes(sessions: Iterable<Session>): void {
  const files = new Map<string, Map<string, number>>();
  const slow: { seconds: number; name: string }[] = [];
  for (const { testFile = '', browser, testResults } of sessions) {
    const file = relative(process.cwd(), testFile);
    const engines = files.get(file) ?? new Map<string, number>();
    const tests = testsOf(testResults);
    const seconds = tests.reduce((sum, test) => sum + test.seconds, 0);
    files.set(file, engines.set(browser.name, seconds));
    slow.push(
      ...tests
        .filter((test) => test.seconds > SLOW)
        .map((test) => ({ ...test, name: `${browser.name} ${file}: ${test.name}` })),
    );
  }
  const total = (engines: Map<string, number>) => [...engines.values()].reduce((a, b) => a + b, 0);
  for (const [file, engines] of [...files].sort(([, a], [, b]) => total(b) - total(a))) {
    const each = [...engines].map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`);
    console.log(`${file}: ${each.join(', ')}`);
  }
  for (const { seconds, name } of slow.sort((a, b) => b.seconds - a.seconds).slice(0, 40))
    console.log(`  ${seconds.toFixed(1)} s ${name}`);
}

/** Tells how many elements stood served before they were alive; a file without one proves nothing of them. */
function countServed(files: readonly string[], written: ReadonlyMap<string, number>): Counts {
  const counts = none();
  for (const file of files) {
    const stood = written.get(resolve(file)) ?? 0;
    console.log(`${file}: ${stood} elements stood served first`);
    if (stood > 0) continue;
    counts.failed += 1;
    counts.failures.push(`${file}\nNo element stood served first`);
  }
  return counts;
}

export async function runElements(
  files: string[],
  engines: EngineName[],
  options: { watch: boolean; isServedFirst?: boolean },
): Promise<Counts> {
  const { watch, isServedFirst } = options;
  const launchers = await Promise.all(engines.map(launcherFor));
  // Every state read by axe in every engine, colours too: where there is time for it, or nothing else to do it.
  const thorough =
    !isServedFirst &&
    (Boolean(process.env['DOORSTEP_DEEP'] ?? process.env['CI']) || !engines.includes('chromium'));
  const total = none();
  const written = new Map<string, number>();
  const counter: Reporter = {
    stop({ sessions }) {
      for (const session of sessions) add(total, countSession(session));
      if (!watch) tellTimes(sessions);
    },
  };
  try {
    const runner = await startTestRunner({
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
      config: {
        files,
        browsers: launchers.map(({ launcher }) => launcher),
        // One page per engine: a background page gets no animation frames.
        concurrency: 1,
        concurrentBrowsers: engines.length,
        watch,
        nodeResolve: { exportConditions: ['browser', 'development'] },
        plugins: [
          esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
          a11ySnapshotPlugin(),
          mediaPlugin,
          mockWorkerPlugin,
          servedPlugin(written),
        ],
        reporters: [defaultReporter({ reportTestProgress: false }), counter],
        filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
        testFramework: { config: { timeout: 60_000 } },
        browserStartTimeout: 120_000,
        testsStartTimeout: 120_000,
        testsFinishTimeout: thorough ? 1_800_000 : 600_000,
        testRunnerHtml: (testFramework) =>
          `<!doctype html><html lang="en"${thorough ? ' data-thorough' : ''}${isServedFirst ? ' data-served-first' : ''} data-seed="${process.env['DOORSTEP_SEED']}"><head><meta charset="utf-8"><title>Test</title></head>` +
          `<body><script type="module" src="${testFramework}"></script></body></html>`,
      },
    });
    if (!runner) throw new Error('The element tests did not start');
    await new Promise((stopped) => runner.on('stopped', stopped));
    if (isServedFirst) add(total, countServed(files, written));
    return total;
  } finally {
    for (const { stop } of launchers) stop();
  }
}

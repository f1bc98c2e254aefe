/** The element tests: web-test-runner in each engine of this machine. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
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
import type { OrderAnswer } from '../../src/model/index.ts';
import {
  renderOrder,
  renderParcel,
  renderRemedy,
  renderSlot,
  type ServedOrderOptions,
} from '../../src/server/server.ts';
import { served } from '../../src/styles/served.ts';
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

interface Served {
  readonly tag: string;
  readonly answer: OrderAnswer;
  readonly options: ServedOrderOptions;
}

/** `executeServerCommand('doorstep:served', [{ tag, answer, options }])`: what a server would write. */
const servedPlugin: TestRunnerPlugin<Served[]> = {
  name: 'doorstep:served',
  async executeCommand({ command, payload = [] }) {
    if (command !== 'doorstep:served') return undefined;
    await import('../../src/i18n/locales/fr.ts');
    // As the page that shows it; only the orders that name the country tell of it.
    useLaw(france);
    const write: Record<string, typeof renderOrder> = {
      'doorstep-order': renderOrder,
      'doorstep-parcel': renderParcel,
      'doorstep-remedy': renderRemedy,
      'doorstep-slot': renderSlot,
    };
    return payload.map(({ tag, answer, options }) => write[tag]!(answer, options));
  },
  serve: ({ path }) => (path === '/served.css' ? { body: served, type: 'css' } : undefined),
};

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

function secondsOf(suite: Suite | undefined): number {
  const own = (suite?.tests ?? []).reduce((sum, { duration }) => sum + (duration ?? 0) / 1000, 0);
  return (suite?.suites ?? []).reduce((sum, inner) => sum + secondsOf(inner), own);
}

/** What the tests of each file took in each engine, the slowest first; what stands around them is not in it. */
function tellTimes(sessions: Iterable<Session>): void {
  const files = new Map<string, Map<string, number>>();
  for (const { testFile = '', browser, testResults } of sessions) {
    const file = relative(process.cwd(), testFile);
    const engines = files.get(file) ?? new Map<string, number>();
    files.set(file, engines.set(browser.name, secondsOf(testResults)));
  }
  const total = (engines: Map<string, number>) => [...engines.values()].reduce((a, b) => a + b, 0);
  for (const [file, engines] of [...files].sort(([, a], [, b]) => total(b) - total(a))) {
    const each = [...engines].map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`);
    console.log(`${file}: ${each.join(', ')}`);
  }
}

export async function runElements(
  files: string[],
  engines: EngineName[],
  options: { watch: boolean },
): Promise<Counts> {
  const launchers = await Promise.all(engines.map(launcherFor));
  // Every state read by axe in every engine, colours too: where there is time for it, or nothing else to do it.
  const thorough =
    Boolean(process.env['DOORSTEP_DEEP'] ?? process.env['CI']) || !engines.includes('chromium');
  const total = none();
  const counter: Reporter = {
    stop({ sessions }) {
      for (const session of sessions) add(total, countSession(session));
      if (!options.watch) tellTimes(sessions);
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
        watch: options.watch,
        nodeResolve: { exportConditions: ['browser', 'development'] },
        plugins: [
          esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
          a11ySnapshotPlugin(),
          mediaPlugin,
          mockWorkerPlugin,
          servedPlugin,
        ],
        reporters: [defaultReporter({ reportTestProgress: false }), counter],
        filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
        testFramework: { config: { timeout: 60_000 } },
        browserStartTimeout: 120_000,
        testsStartTimeout: 120_000,
        testsFinishTimeout: thorough ? 1_800_000 : 600_000,
        testRunnerHtml: (testFramework) =>
          `<!doctype html><html lang="en"${thorough ? ' data-thorough' : ''} data-seed="${process.env['DOORSTEP_SEED']}" data-draws="${thorough ? 10 : 4}"><head><meta charset="utf-8"><title>Test</title></head>` +
          `<body><script type="module" src="${testFramework}"></script></body></html>`,
      },
    });
    if (!runner) throw new Error('The element tests did not start');
    await new Promise((resolve) => runner.on('stopped', resolve));
    return total;
  } finally {
    for (const { stop } of launchers) stop();
  }
}

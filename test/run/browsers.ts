/**
 * The browsers of this machine: where they are, how to start them, and how to get the missing ones.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

export interface Engine {
  readonly name: EngineName;
  /** The browser itself. */
  readonly executable: string;
  /** WebKit only: the WebDriver server. */
  readonly driver?: string;
  readonly args: readonly string[];
}

/** What only a fresh browser process can take, whatever the engine. */
export interface Device {
  /** IANA name: the device's own time zone. */
  timeZone?: string;
  /** BCP 47 tag of the user's language; WebKit's is always en-US. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  /** Firefox only; Chromium can do it per page. */
  forcedColors?: boolean;
}

const onMac = process.platform === 'darwin';
const isRoot = process.getuid?.() === 0;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstExecutable(names: string[], folders: string[]): string | undefined {
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

const path = (process.env['PATH'] ?? '').split(delimiter);

const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // A second page stands for a second window of the same customer: neither may be throttled.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

function findChromium(): Engine | undefined {
  const executable = onMac
    ? [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ].find(isExecutable)
    : firstExecutable(
        ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
        path,
      );
  // Chromium's sandbox refuses to run as root.
  const args = isRoot ? ['--no-sandbox', ...chromiumArgs] : chromiumArgs;
  return executable ? { name: 'chromium', executable, args } : undefined;
}

function findFirefox(): Engine | undefined {
  const executable = onMac
    ? ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(isExecutable)
    : firstExecutable(['firefox-esr', 'firefox'], path);
  return executable ? { name: 'firefox', executable, args: [] } : undefined;
}

function findWebKit(): Engine | undefined {
  if (onMac) return undefined;
  const driver = firstExecutable(['WebKitWebDriver'], [...path, '/usr/libexec']);
  const roots = ['/usr/lib', '/usr/lib64', '/usr/libexec'];
  const folders = roots.flatMap((root) => [root, ...subfolders(root)]);
  const executable = firstExecutable(
    ['MiniBrowser'],
    folders.map((folder) => join(folder, 'webkit2gtk-4.1')),
  );
  const hasDisplay = firstExecutable(['Xvfb'], path) !== undefined;
  return driver && executable && hasDisplay
    ? { name: 'webkit', executable, driver, args: ['--automation'] }
    : undefined;
}

function subfolders(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, entry.name));
  } catch {
    return [];
  }
}

/** The engines that are installed, in a fixed order. */
export function findEngines(): Engine[] {
  return [findChromium(), findFirefox(), findWebKit()].filter((engine) => engine !== undefined);
}

export function findEngine(name: EngineName): Engine {
  const engine = findEngines().find((candidate) => candidate.name === name);
  if (!engine) throw new Error(`No ${name} browser is installed on this machine`);
  return engine;
}

/** The engines a test file should run in: the runner's list, or everything installed. */
export function enginesToTest(): EngineName[] {
  const wanted = process.env['DOORSTEP_ENGINES']?.split(',').filter(Boolean);
  const found = findEngines().map((engine) => engine.name);
  return wanted ? engineNames.filter((name) => wanted.includes(name)) : found;
}

/**
 * For pages whose elements are tested in each engine by themselves: one of {@link enginesToTest}, drawn by the seed,
 * in a plain `npm test`; all of them in `.ci/run`, `npm run test:deep`, and when a part is asked for by name.
 */
export function drawnEngines(): EngineName[] {
  const engines = enginesToTest();
  if (!process.env['DOORSTEP_BRIEF']) return engines;
  const drawn = engines[Number(process.env['DOORSTEP_SEED']) % engines.length];
  return drawn ? [drawn] : [];
}

const debianPackages = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'fonts-noto-core',
  'fonts-ipafont-gothic',
];

/** On Debian as root the missing browsers come from Debian; anywhere else we use what is there. */
export function installMissingEngines(): void {
  if (findEngines().length === engineNames.length || !isRoot || !isDebian()) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(`Installing ${debianPackages.join(' ')}`);
  apt('update', '-q');
  apt('install', '-q', '-y', '--no-install-recommends', ...debianPackages);
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Firefox has no per-page emulation over BiDi, so a device's traits are preferences. */
export function firefoxPreferences(device: Device): Record<string, string | number | boolean> {
  const dark = 0;
  const light = 1;
  const documentColorsNever = 2;
  return {
    ...(device.locale ? { 'intl.accept_languages': device.locale } : {}),
    'layout.css.prefers-color-scheme.content-override':
      device.colorScheme === 'dark' ? dark : light,
    'ui.prefersReducedMotion': device.reducedMotion ? 1 : 0,
    ...(device.forcedColors ? { 'browser.display.document_color_use': documentColorsNever } : {}),
  };
}

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill();
});

function start(command: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // A left-over server must not keep a finished test file alive.
  child.unref();
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

let display: Promise<string> | undefined;

/** WebKitGTK draws on an X server; one virtual screen serves every browser of this process. */
function startDisplay(): Promise<string> {
  display ??= new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '2000x1600x24', '-nolisten', 'tcp'];
    const xvfb = start('Xvfb', args, process.env);
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    xvfb.stdio[3]?.once('data', (number) => {
      (xvfb.stdio[3] as unknown as { unref(): void }).unref();
      resolve(`:${String(number).trim()}`);
    });
  });
  return display;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface WebKitServer {
  readonly host: string;
  readonly port: number;
  /** What a new session must ask for. */
  readonly capabilities: Record<string, unknown>;
  stop(): void;
}

/** One server per browser: WebKitWebDriver holds a single session. */
export async function startWebKit(engine: Engine, device: Device = {}): Promise<WebKitServer> {
  if (!engine.driver) throw new Error('WebKit needs its WebDriver server');
  const host = '127.0.0.1';
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'doorstep-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(
    join(home, 'gtk-3.0', 'settings.ini'),
    `[Settings]\ngtk-enable-animations=${device.reducedMotion ? 0 : 1}\n`,
  );
  const child = start(engine.driver, [`--port=${port}`], {
    ...process.env,
    ...(device.timeZone ? { TZ: device.timeZone } : {}),
    // Without a language WebKit names its locale "C", which no `Intl` accepts.
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US',
    LC_ALL: '',
    DISPLAY: await startDisplay(),
    XDG_CONFIG_HOME: home,
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  });
  const stop = () => {
    child.kill();
    rmSync(home, { recursive: true, force: true });
  };
  await until(async () => (await fetch(`http://${host}:${port}/status`)).ok).catch((error) => {
    stop();
    throw error;
  });
  const args = [...engine.args, ...(device.colorScheme === 'dark' ? ['--dark-mode'] : [])];
  const capabilities = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: engine.executable, args },
  };
  return { host, port, capabilities, stop };
}

/**
 * Polls until the check holds; what it throws meanwhile counts as "not yet". The end is for what never
 * comes, and far beyond what the slowest machine needs.
 */
export async function until(
  check: () => Promise<boolean> | boolean,
  timeoutMs = 60_000,
  everyMs = 30,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown = new Error('it never held');
  while (Date.now() < deadline) {
    try {
      if (await check()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw new Error(`Gave up after ${timeoutMs} ms`, { cause: last });
}

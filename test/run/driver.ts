/**
 * One small way to drive the three engines, for tests that need real pages, tabs and devices.
 *
 * A second `openBrowser` is another device (own storage); a second `newPage` is another window of
 * the same one. Chromium and Firefox go through puppeteer-core, WebKit through plain WebDriver.
 */
import { writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { CDPSession, KeyInput, Page as PuppeteerPage } from 'puppeteer-core';
import { findEngine, firefoxPreferences, startWebKit, until } from './browsers.ts';
import type { Device, Engine, EngineName, WebKitServer } from './browsers.ts';

export { drawnEngines, enginesToTest } from './browsers.ts';
export type { Device, EngineName } from './browsers.ts';

export interface Emulation {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  forcedColors?: boolean;
  offline?: boolean;
  /** Whether the pages that are opened next run their scripts; timers inside `evaluate` do not run then. */
  scripts?: boolean;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Runs in the page; awaits promises; the result travels as JSON. A string is an expression. */
  evaluate<T, A extends unknown[]>(
    script: string | ((...args: A) => T | Promise<T>),
    ...args: A
  ): Promise<T>;
  /** Evaluates until the answer is truthy, and returns it. */
  waitFor<T, A extends unknown[]>(
    script: string | ((...args: A) => T | Promise<T>),
    ...args: A
  ): Promise<T>;
  /** `a >>> b` looks for `b` inside the shadow root of `a`. Waits for it and scrolls to it. */
  find(selector: string): Promise<Box>;
  /** Real pointer events at viewport coordinates. */
  click(x: number, y: number): Promise<void>;
  doubleClick(x: number, y: number): Promise<void>;
  /** `click` in the middle of what `find` finds. */
  clickOn(selector: string): Promise<void>;
  doubleClickOn(selector: string): Promise<void>;
  /** Tab, Enter, Space, Escape, arrows, a character; with `Shift+`, `Control+` and the like before. */
  key(name: string): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** False when the window could not take that size (WebKit's is at least 447 px wide). */
  setViewport(width: number, height: number): Promise<boolean>;
  /** False when the engine cannot do all of it on a living page; see `Device` for the others. */
  emulate(emulation: Emulation): Promise<boolean>;
  /** Uncaught errors and `console.error`, oldest first. In WebKit only those after loading. */
  errors(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Browser {
  readonly engine: EngineName;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export async function openBrowser(name: EngineName, device: Device = {}): Promise<Browser> {
  const engine = findEngine(name);
  return name === 'webkit' ? openWebKit(engine, device) : openPuppeteer(engine, device);
}

/** The source of a call, for engines that only take source. */
function toExpression(script: string | ((...args: never[]) => unknown), args: unknown[]): string {
  // TypeScript runners wrap named functions in a `__name` helper that pages do not have.
  const body =
    typeof script === 'string'
      ? `(${script})`
      : `((__name) => (${script.toString()}))((f) => f)(...${JSON.stringify(args)})`;
  return `(async () => JSON.stringify(await ${body}))()`;
}

const fromJson = (json: string | null | undefined) =>
  json === undefined || json === null ? undefined : (JSON.parse(json) as unknown);

/** Where it is, once it stands still: what moves is pressed beside. */
async function locate(selector: string): Promise<Box | null> {
  let scope: ParentNode | null | undefined = document;
  let found: Element | null | undefined = null;
  for (const step of selector.split('>>>')) {
    found = scope?.querySelector(step.trim());
    scope = found?.shadowRoot;
  }
  if (!found) return null;
  found.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const before = found.getBoundingClientRect();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { x, y, width, height } = found.getBoundingClientRect();
  const still = x === before.x && y === before.y && height === before.height;
  return width > 0 && height > 0 && still ? { x, y, width, height } : null;
}

abstract class BasePage implements Page {
  abstract goto(url: string): Promise<void>;
  abstract reload(): Promise<void>;
  abstract back(): Promise<void>;
  abstract click(x: number, y: number): Promise<void>;
  abstract doubleClick(x: number, y: number): Promise<void>;
  abstract key(name: string): Promise<void>;
  abstract type(text: string): Promise<void>;
  abstract screenshot(path: string): Promise<void>;
  abstract setViewport(width: number, height: number): Promise<boolean>;
  abstract emulate(emulation: Emulation): Promise<boolean>;
  abstract errors(): Promise<string[]>;
  abstract close(): Promise<void>;
  /** Evaluates an expression whose value is a promise of a string. */
  protected abstract run(expression: string): Promise<string | null | undefined>;

  async evaluate<T, A extends unknown[]>(
    script: string | ((...args: A) => T | Promise<T>),
    ...args: A
  ): Promise<T> {
    return fromJson(await this.run(toExpression(script, args))) as T;
  }

  async waitFor<T, A extends unknown[]>(
    script: string | ((...args: A) => T | Promise<T>),
    ...args: A
  ): Promise<T> {
    let answer: T | undefined;
    try {
      await until(async () => Boolean((answer = await this.evaluate(script, ...args))));
    } catch (cause) {
      throw new Error(`Waited in vain for ${String(script)} ${JSON.stringify(args)}`, { cause });
    }
    return answer as T;
  }

  async find(selector: string): Promise<Box> {
    return (await this.waitFor(locate, selector)) as Box;
  }

  async clickOn(selector: string): Promise<void> {
    const box = await this.find(selector);
    await this.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  async doubleClickOn(selector: string): Promise<void> {
    const box = await this.find(selector);
    await this.doubleClick(box.x + box.width / 2, box.y + box.height / 2);
  }
}

/** `Shift+Tab` → modifiers held, then the key. A lone `+` is a key. */
function splitKeys(name: string): string[] {
  return name.length === 1 ? [name] : name.split('+');
}

// ---------------------------------------------------------------- Chromium and Firefox

async function openPuppeteer(engine: Engine, device: Device): Promise<Browser> {
  const firefox = engine.name === 'firefox';
  const browser = await puppeteer.launch({
    browser: firefox ? 'firefox' : 'chrome',
    executablePath: engine.executable,
    headless: true,
    // Nobody here listens to requests, and Firefox takes long to tell of each; in Chromium "offline" needs it.
    networkEnabled: !firefox,
    args: [
      ...engine.args,
      ...(!firefox && device.locale
        ? [`--accept-lang=${device.locale}`, `--lang=${device.locale}`]
        : []),
    ],
    env: { ...process.env, ...(device.timeZone ? { TZ: device.timeZone } : {}) },
    ...(firefox ? { extraPrefsFirefox: firefoxPreferences(device) } : {}),
  });
  let front: PuppeteerPage | undefined;
  return {
    engine: engine.name,
    async newPage() {
      // Windows of their own, because Firefox gives background tabs no animation frames.
      const page = await browser.newPage({ type: 'window' });
      const cdp = firefox ? undefined : await page.createCDPSession();
      // Only one window can have the focus; each of ours must behave as if it did.
      await cdp?.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      // Firefox has no such emulation and drops keys in a window behind another.
      const focus = async () => {
        if (cdp || front === page) return;
        await page.bringToFront();
        front = page;
      };
      const opened = new PuppeteerDrivenPage(page, cdp, focus);
      if (cdp) await opened.emulate(device);
      return opened;
    },
    close: () => browser.close(),
  };
}

class PuppeteerDrivenPage extends BasePage {
  readonly #page: PuppeteerPage;
  readonly #cdp: CDPSession | undefined;
  readonly #focus: () => Promise<void>;
  readonly #errors: string[] = [];

  constructor(page: PuppeteerPage, cdp: CDPSession | undefined, focus: () => Promise<void>) {
    super();
    this.#focus = focus;
    this.#page = page;
    this.#cdp = cdp;
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    page.on('dialog', (dialog) => void dialog.dismiss());
  }

  async goto(url: string) {
    await this.#page.goto(url, { waitUntil: 'load' });
  }
  async reload() {
    await this.#leave('location.reload()');
  }
  async back() {
    await this.#leave('history.back()');
  }
  /** Puppeteer waits in vain around pages restored from Firefox's back/forward cache; we look. */
  async #leave(how: string) {
    await this.#page.evaluate(`window.doorstepLeaving = location.href; ${how}`);
    await until(async () =>
      this.evaluate<boolean, []>(
        `document.readyState === 'complete' &&
          (window.doorstepLeaving === undefined || window.doorstepLeaving !== location.href)`,
      ),
    );
  }
  protected async run(expression: string) {
    return (await this.#page.evaluate(expression)) as string | undefined;
  }
  async click(x: number, y: number) {
    await this.#focus();
    await this.#page.mouse.click(x, y);
  }
  async doubleClick(x: number, y: number) {
    await this.#focus();
    await this.#page.mouse.click(x, y, { count: 2 });
  }
  async key(name: string) {
    await this.#focus();
    const keys = splitKeys(name).map((key) => (key === 'Space' ? ' ' : key)) as KeyInput[];
    const last = keys.pop()!;
    for (const modifier of keys) await this.#page.keyboard.down(modifier);
    await this.#page.keyboard.press(last);
    for (const modifier of keys.reverse()) await this.#page.keyboard.up(modifier);
  }
  async type(text: string) {
    await this.#focus();
    await this.#page.keyboard.type(text);
  }
  async screenshot(path: string) {
    writeFileSync(path, await this.#page.screenshot());
  }
  async setViewport(width: number, height: number) {
    await this.#page.setViewport({ width, height, deviceScaleFactor: 1 });
    return true;
  }
  async emulate({ colorScheme, reducedMotion, forcedColors, offline, scripts }: Emulation) {
    let complete = true;
    if (scripts !== undefined) {
      await this.#page.setJavaScriptEnabled(scripts).catch(() => (complete = false));
    }
    if (offline !== undefined) {
      await this.#page.setOfflineMode(offline).catch(() => (complete = false));
    }
    const features = [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-reduced-motion', value: word(reducedMotion, 'reduce', 'no-preference') },
      { name: 'forced-colors', value: word(forcedColors, 'active', 'none') },
    ].filter((feature): feature is { name: string; value: string } => feature.value !== undefined);
    if (features.length === 0) return complete;
    if (!this.#cdp) return false;
    await this.#cdp.send('Emulation.setEmulatedMedia', { features });
    return complete;
  }
  errors() {
    return Promise.resolve([...this.#errors]);
  }
  async close() {
    await this.#page.close();
  }
}

const word = <Y, N>(flag: boolean | undefined, yes: Y, no: N) =>
  flag === undefined ? undefined : flag ? yes : no;

// ---------------------------------------------------------------- WebKit

async function openWebKit(engine: Engine, device: Device): Promise<Browser> {
  const server = await startWebKit(engine, device);
  try {
    return await WebKitBrowser.open(server);
  } catch (error) {
    server.stop();
    throw error;
  }
}

class WebKitBrowser implements Browser {
  readonly engine = 'webkit';
  readonly #server: WebKitServer;
  #session = '';
  #firstWindow = '';
  #current = '';
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(server: WebKitServer) {
    this.#server = server;
  }

  static async open(server: WebKitServer): Promise<WebKitBrowser> {
    const browser = new WebKitBrowser(server);
    const { sessionId } = (await browser.call('POST', '/session', {
      capabilities: { alwaysMatch: server.capabilities },
    })) as { sessionId: string };
    browser.#session = `/session/${sessionId}`;
    browser.#firstWindow = (await browser.command('GET', '/window')) as string;
    browser.#current = browser.#firstWindow;
    return browser;
  }

  async call(method: string, path: string, body?: object): Promise<unknown> {
    const url = `http://${this.#server.host}:${this.#server.port}${path}`;
    const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebDriver ${method} ${path.split('/').pop()}: ${error}: ${message}`);
  }

  command(method: string, path: string, body?: object): Promise<unknown> {
    return this.call(method, this.#session + path, body);
  }

  /** A session has one current window, so pages take turns. */
  inWindow<T>(handle: string, work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      if (this.#current !== handle) {
        await this.command('POST', '/window', { handle });
        this.#current = handle;
      }
      return work();
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async newPage(): Promise<Page> {
    return new WebKitPage(this, await this.#openWindow());
  }

  async #openWindow(): Promise<string> {
    // The first window is never handed out: with its last window a session ends.
    const opened = await this.inWindow(this.#firstWindow, () =>
      // A window, because a background tab gets no animation frames.
      this.command('POST', '/window/new', { type: 'window' }),
    );
    return (opened as { handle: string }).handle;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.command('DELETE', '').catch(() => undefined);
    this.#server.stop();
  }
}

const webDriverKeys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

class WebKitPage extends BasePage {
  readonly #browser: WebKitBrowser;
  readonly #handle: string;
  #closed = false;
  readonly #pastErrors: string[] = [];

  constructor(browser: WebKitBrowser, handle: string) {
    super();
    this.#browser = browser;
    this.#handle = handle;
  }

  #command(method: string, path: string, body?: object): Promise<unknown> {
    return this.#browser.inWindow(this.#handle, () => this.#browser.command(method, path, body));
  }

  /** WebDriver has no hook before a page's own scripts, so we listen from the load on. */
  async #navigate(path: string, body: object) {
    this.#pastErrors.push(...(await this.#errorsOfThisDocument()));
    await this.#command('POST', path, body);
    await this.evaluate(() => {
      const scope = window as unknown as { doorstepErrors?: string[] };
      if (scope.doorstepErrors) return;
      const errors: string[] = (scope.doorstepErrors = []);
      addEventListener('error', (event) => errors.push(String(event.error ?? event.message)));
      addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
      const original = console.error;
      console.error = (...args: unknown[]) => {
        errors.push(args.map(String).join(' '));
        original.apply(console, args);
      };
    });
  }

  async #errorsOfThisDocument(): Promise<string[]> {
    return this.evaluate<string[], []>('window.doorstepErrors ?? []');
  }

  goto(url: string) {
    return this.#navigate('/url', { url });
  }
  reload() {
    return this.#navigate('/refresh', {});
  }
  back() {
    return this.#navigate('/back', {});
  }
  protected async run(expression: string) {
    const script = `
      const done = arguments[arguments.length - 1];
      ${expression}.then(
        (json) => done({ json }),
        (error) => done({ error: String(error), stack: String(error?.stack) }),
      );`;
    const answer = (await this.#command('POST', '/execute/async', { script, args: [] })) as {
      json?: string;
      error?: string;
      stack?: string;
    };
    if (answer.error !== undefined) throw new Error(`${answer.error}\n${answer.stack}`);
    return answer.json;
  }
  async #pointer(x: number, y: number, times: number) {
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      ...Array.from({ length: times }, () => press).flat(),
    ];
    await this.#command('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
    await this.#command('DELETE', '/actions');
  }
  click(x: number, y: number) {
    return this.#pointer(x, y, 1);
  }
  doubleClick(x: number, y: number) {
    return this.#pointer(x, y, 2);
  }
  async key(name: string) {
    const keys = splitKeys(name).map((key) => webDriverKeys[key] ?? key);
    const actions = [
      ...keys.map((value) => ({ type: 'keyDown', value })),
      ...keys.reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.#command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
    await this.#command('DELETE', '/actions');
  }
  async type(text: string) {
    for (const character of text) await this.key(character);
  }
  async screenshot(path: string) {
    const base64 = (await this.#command('GET', '/screenshot')) as string;
    writeFileSync(path, Buffer.from(base64, 'base64'));
  }
  async setViewport(width: number, height: number) {
    const inner = () => this.evaluate(() => [innerWidth, innerHeight] as [number, number]);
    // The window's tool bar counts in its size and can be measured only once the size is known.
    let chrome = { width: 0, height: 0 };
    for (let attempt = 0; attempt < 3; attempt++) {
      const rect = (await this.#command('POST', '/window/rect', {
        width: width + chrome.width,
        height: height + chrome.height,
      })) as { width: number; height: number };
      const [innerW, innerH] = await inner();
      if (innerW === width && innerH === height) return true;
      chrome = { width: rect.width - innerW, height: rect.height - innerH };
    }
    return false;
  }
  emulate(emulation: Emulation) {
    return Promise.resolve(Object.values(emulation).every((value) => value === undefined));
  }
  async errors() {
    return [...this.#pastErrors, ...(await this.#errorsOfThisDocument())];
  }
  async close() {
    if (this.#closed) return;
    this.#closed = true;
    await this.#command('DELETE', '/window');
  }
}

/**
 * The apps under `test/embed/apps`: what builds each of them, what checks its templates, and how one is
 * served. They are given the package as `npm pack` would make it, not its sources.
 */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

const FOLDER = 'test/embed/apps';
const INSTALLED = `${FOLDER}/node_modules`;

/** A command of the apps' own package, run in the folder of one of them. */
export interface Tool {
  readonly bin: string;
  readonly args: readonly string[];
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Installs the frameworks if that has not been done for this lock, and the package as it is now. */
export function prepareApps(): void {
  const lock = `${FOLDER}/package-lock.json`;
  const installed = `${INSTALLED}/.installed-lock.json`;
  if (textOf(installed) !== textOf(lock)) {
    console.log('Installing the frameworks');
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    copyFileSync(lock, installed);
  }
  const target = `${INSTALLED}/doorstep-elements`;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  for (const name of ['package.json', 'dist'])
    cpSync(name, join(target, name), { recursive: true, preserveTimestamps: true });
}

/** Runs one of the apps' tools. @throws with what it printed, if it fails */
export async function run(app: string, { bin, args }: Tool): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      join('..', 'node_modules', '.bin', bin),
      args,
      {
        cwd: join(FOLDER, app),
        // Nothing is asked, coloured or reported.
        env: {
          ...process.env,
          CI: '1',
          NO_COLOR: '1',
          NG_CLI_ANALYTICS: 'false',
          ASTRO_TELEMETRY_DISABLED: '1',
        },
      },
    );
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${app}: ${bin} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Keeps our tags unknown until `release()` is called, as if their file came late. */
const LATE = `<script>
  const define = customElements.define.bind(customElements);
  const waiting = [];
  customElements.define = (name, ...rest) =>
    name.startsWith('doorstep-') ? waiting.push([name, ...rest]) : define(name, ...rest);
  window.release = () => waiting.splice(0).forEach((each) => define(...each));
</script>`;

/** A host of the built files, and nothing else; asked for `?late`, tags are unknown at first. */
export async function serve(app: string): Promise<{ url: string; close: () => void }> {
  const root = join(FOLDER, app, app === 'angular' ? 'dist/browser' : 'dist');
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    readFile(join(root, name)).then(
      (content) =>
        response
          .writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? '' })
          .end(
            search === '?late' ? content.toString().replace('<head>', `<head>${LATE}`) : content,
          ),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import pkg from '../../package.json' with { type: 'json' };
import apps from '../embed/apps/package.json' with { type: 'json' };

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('the package as published', () => {
  let folder = '';
  let tarball = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'doorstep-pack-'));
    // Without scripts: dist is fresh, and building again would pull it from under other tests.
    const answer = run('npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
    const [{ filename }] = JSON.parse(answer) as [{ filename: string }];
    tarball = join(folder, filename);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('publint has nothing to say', async () => {
    const bytes = readFileSync(tarball);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages } = await publint({ strict: true, pack: { tarball: buffer } });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  test('types resolve for every entry', () => {
    const form = ['--profile', 'esm-only', '--format', 'ascii', '--no-emoji'];
    // A style sheet has no types.
    const sheets = Object.keys(pkg.exports).filter((name) => name.endsWith('.css'));
    run('npx', 'attw', tarball, ...form, '--exclude-entrypoints', ...sheets);
  });

  test('holds dist and the obligatory files only', () => {
    const files = run('tar', '-tzf', tarball).trim().split('\n');
    const others = files.filter((file) => !file.startsWith('package/dist/'));
    const expected = ['LICENSE', 'README.md', 'package.json'].filter(existsSync);
    assert.deepEqual(others.sort(), expected.map((file) => `package/${file}`).sort());
  });

  test('dist holds what the entries need, and nothing else', () => {
    const files = run('tar', '-tzf', tarball)
      .trim()
      .split('\n')
      .map((file) => file.replace('package/', './'))
      .filter((file) => file.startsWith('./dist/'))
      // Each declaration is that of a file of src, and some of those are only types.
      .filter((file) => !file.endsWith('.d.ts'));
    const entries = Object.values(pkg.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target.types, target.default],
    );
    // Beside the one file lie its licences and the languages that it fetches.
    const known = [
      ...Object.values(pkg.bin),
      pkg.customElements,
      './dist/doorstep.licenses.md',
      ...readdirSync('src/i18n/locales')
        .filter((name) => !/\.|^(en|fr)$/.test(name))
        .map((name) => `./dist/doorstep.${name}.js`),
    ];
    const needed = new Set([...entries, ...known].map((file) => resolve(file)));
    for (const file of needed) {
      if (!/\.(js|d\.ts)$/.test(file)) continue;
      // Declarations name the JavaScript file beside which they lie.
      const ending = file.endsWith('.js') ? '.js' : '.d.ts';
      for (const [, name] of readFileSync(file, 'utf8').matchAll(
        /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g,
      ))
        needed.add(resolve(dirname(file), name!.replace(/\.js$/, ending)));
    }
    assert.deepEqual(
      files.map((file) => resolve(file)).filter((file) => !needed.has(file)),
      [],
    );
    assert.deepEqual(
      [...needed].filter((file) => !existsSync(file)),
      [],
    );
  });

  test('no file names the folder it was built in', () => {
    run('tar', '-xzf', tarball, '-C', folder);
    const leaks = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|json|ts|md)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file, 'utf8').includes(process.cwd()));
    assert.deepEqual(leaks, []);
  });
});

for (const [folder, { dependencies, devDependencies, overrides }] of [
  ['.', pkg],
  ['test/embed/apps', apps],
] as const)
  describe(`package.json of ${folder}`, () => {
    const all = { ...dependencies, ...devDependencies, ...overrides };
    for (const [name, version] of Object.entries(all)) {
      test(`${name} is pinned to one version`, () => {
        assert.match(version, /^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/);
      });
    }

    test('the lock names no registry host', () => {
      assert.doesNotMatch(readFileSync(`${folder}/package-lock.json`, 'utf8'), /"resolved"/);
    });
  });

describe('package.json', () => {
  test('the test runner has one core', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: object };
    const cores = Object.keys(lock.packages).filter((path) =>
      path.endsWith('node_modules/@web/test-runner-core'),
    );
    assert.deepEqual(cores, ['node_modules/@web/test-runner-core']);
  });
});

test('the top level holds only what must lie there', () => {
  const allowed = [
    ...['src', 'demo', 'test', '.ci', '.gitignore'],
    ...['README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md'],
    ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
    ...['eslint.config.js', 'custom-elements-manifest.config.mjs'],
  ];
  // A checkout may belong to another user than the one who tests it.
  const tracked = run('git', '-c', 'safe.directory=*', 'ls-files').trim().split('\n');
  const topLevel = new Set(tracked.map((file) => file.split('/')[0]!));
  assert.deepEqual(
    [...topLevel].filter((name) => !allowed.includes(name)),
    [],
  );
});

test('the version that two copies on a page tell each other is the published one', async () => {
  const { VERSION } = (await import(
    new URL('../../dist/elements/register.js', import.meta.url).href
  )) as { VERSION: string };
  assert.equal(VERSION, pkg.version);
});

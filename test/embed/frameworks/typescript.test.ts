/** The package's types in the compilers that shops have: declarations are read, not skipped. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';

const COMPILERS = {
  '5.9': 'test/embed/apps/node_modules/typescript/bin/tsc',
  '6.0': 'node_modules/typescript/bin/tsc6',
  '7.0': 'node_modules/@typescript/native/bin/tsc',
};
const RESOLUTIONS = [
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
] as const;

const compile = async (compiler: string, ...args: string[]): Promise<string> => {
  try {
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [resolve(compiler), ...args], {
      cwd: 'test/embed/apps/typescript',
    });
    return stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout || String(error);
  }
};

for (const [version, compiler] of Object.entries(COMPILERS))
  describe(`TypeScript ${version}`, () => {
    test('is what it is called', async () => {
      assert.match(await compile(compiler, '--version'), new RegExp(`Version ${version}\\.`));
    });
    for (const [resolution, module] of RESOLUTIONS)
      test(`takes the package, resolved as ${resolution} does`, async () => {
        const answer = await compile(
          compiler,
          ...['-p', '.', '--moduleResolution', resolution, '--module', module],
        );
        assert.equal(answer, '');
      });
    test('refuses what the types forbid', async () => {
      const answer = await compile(compiler, '-p', 'wrong.json');
      assert.match(answer, /wrong\.ts\(5,.*'number' is not assignable/);
      assert.match(answer, /wrong\.ts\(6,.*'order' is missing/);
      assert.match(answer, /wrong\.ts\(7,.*'string' is not assignable/);
      assert.equal(answer.trim().match(/error/g)?.length, 3);
    });
  });

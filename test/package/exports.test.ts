import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import pkg from '../../package.json' with { type: 'json' };

/** Plain Node: no TypeScript loader, no DOM. Fails when the script throws or prints. */
function runInNode(script: string): void {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  assert.equal(output, '');
}

for (const [name, target] of Object.entries(pkg.exports)) {
  const files = typeof target === 'string' ? [target] : [target.types, target.default];
  const specifier = name.replace('.', pkg.name);

  describe(specifier, () => {
    for (const file of files) {
      test(`${file} exists`, () => assert.ok(existsSync(file)));
    }
    // The one-file build is for browsers; it is tried in them.
    if (typeof target === 'string' || name === './doorstep.js') return;

    test('loads in plain Node, and a second time', () => {
      const url = new URL(`../../${target.default}`, import.meta.url).href;
      runInNode(`await import('${specifier}'); await import('${url}?copy=2')`);
    });
  });
}

test('the classes come without side effects', () => {
  runInNode(`
    globalThis.customElements = { define: () => { throw new Error('registered') }, get() {} };
    await import('${pkg.name}');
  `);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The files do not exist, so the rules that need types have nothing to work with.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked as never });

async function rulesBrokenBy(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  const fatal = result!.messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, fatal?.message);
  return result!.messages.flatMap((message) => message.ruleId ?? []);
}

describe('dependencies point one way', () => {
  const forbidden: [file: string, code: string][] = [
    ['src/model/x.ts', `import { a } from '../verdicts/index.js'; a();`],
    ['src/model/x.ts', `import { html } from 'lit'; html;`],
    ['src/verdicts/x.ts', `import { a } from '../store/index.js'; a();`],
    ['src/verdicts/x.ts', `import { a } from '../i18n/index.js'; a();`],
    ['src/adapter/x.ts', `import type { A } from '../verdicts/index.js'; export type B = A;`],
    ['src/adapters/rest/x.ts', `import { a } from '../../store/index.js'; a();`],
    ['src/carriers/x.ts', `import { a } from '../adapter/index.js'; a();`],
    ['src/law/x.ts', `import { a } from '../i18n/index.js'; a();`],
    ['src/payments/x.ts', `import { a } from '../store/index.js'; a();`],
    ['src/store/x.ts', `import { a } from '../elements/stock/stock.js'; a();`],
    ['src/store/x.ts', `import { a } from '../adapters/rest/rest.js'; a();`],
    ['src/store/x.ts', `import { html } from 'lit'; html;`],
    ['src/i18n/x.ts', `import { a } from '../verdicts/index.js'; a();`],
    ['src/i18n/x.ts', `import type { A } from '../store/index.js'; export type B = A;`],
    ['src/styles/x.ts', `import { a } from '../i18n/index.js'; a();`],
    ['src/elements/stock/x.ts', `import { a } from '../../adapters/rest/rest.js'; a();`],
    ['src/elements/stock/x.ts', `import { a } from '../../index.js'; a();`],
    ['src/elements/stock/x.ts', `export * from '../../carriers/easypost.js';`],
    ['src/elements/stock/x.ts', `void import('../../adapters/rest/rest.js');`],
    ['src/elements/slot/x.ts', `import { a } from '../../calendar/calendar.js'; a();`],
    ['src/calendar/x.ts', `import { a } from '../store/index.js'; a();`],
    ['src/testing/x.ts', `import { a } from '../store/index.js'; a();`],
  ];
  for (const [file, code] of forbidden) {
    test(`${file} may not: ${code}`, async () => {
      assert.ok((await rulesBrokenBy(code, file)).includes('doorstep/layers'));
    });
  }

  const allowed: [file: string, code: string][] = [
    ['src/verdicts/x.ts', `import { a } from '../model/index.js'; a();`],
    ['src/i18n/x.ts', `import type { A } from '../verdicts/index.js'; export type B = A;`],
    ['src/elements/order/x.ts', `import { a } from '../stock/stock.js'; a();`],
    ['src/elements/order/x.ts', `import { a } from '../../store/index.js'; a();`],
    ['src/elements/slot/x.ts', `void import('../../calendar/calendar.js');`],
    ['src/define.ts', `import './elements/order/define.js';`],
  ];
  for (const [file, code] of allowed) {
    test(`${file} may: ${code}`, async () => {
      assert.ok(!(await rulesBrokenBy(code, file)).includes('doorstep/layers'));
    });
  }
});

describe('what a layer may not do', () => {
  const forbidden: [rule: string, file: string, code: string][] = [
    ['no-restricted-syntax', 'src/verdicts/x.ts', `export const now = Date.now();`],
    ['no-restricted-syntax', 'src/verdicts/x.ts', `export const now = new Date();`],
    ['no-restricted-globals', 'src/elements/stock/x.ts', `void fetch('/x');`],
    ['no-restricted-properties', 'src/elements/stock/x.ts', `void window.fetch('/x');`],
    [
      'no-restricted-syntax',
      'src/elements/stock/x.ts',
      `import { unsafeHTML } from 'lit/directives/unsafe-html.js'; unsafeHTML;`,
    ],
    [
      'no-restricted-syntax',
      'src/elements/stock/x.ts',
      `import { styleMap } from 'lit/directives/style-map.js'; styleMap;`,
    ],
    [
      'no-restricted-syntax',
      'src/elements/stock/x.ts',
      `import { html } from 'lit'; export const a = html\`<p style="color: red"></p>\`;`,
    ],
    [
      'no-restricted-syntax',
      'src/elements/stock/x.ts',
      `export const a = (b: Element) => (b.innerHTML = '');`,
    ],
  ];
  for (const [rule, file, code] of forbidden) {
    test(`${file} may not: ${code}`, async () => {
      assert.ok((await rulesBrokenBy(code, file)).includes(rule));
    });
  }

  test('verdicts may parse a given instant', async () => {
    assert.deepEqual(await rulesBrokenBy(`export const a = new Date(0);`, 'src/verdicts/x.ts'), []);
  });
});

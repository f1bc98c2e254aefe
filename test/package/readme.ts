/**
 * Keeps the README true: its embed carries the hash of the built file, its adapter is the one that is
 * tested, its sizes are the measured ones. `--write` writes them; the test compares.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { measure } from './size.js';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const between = (text: string, mark: string, content: string): string =>
  text.replace(
    new RegExp(`<!-- ${mark} -->[^]*?<!-- /${mark} -->`),
    () => `<!-- ${mark} -->\n\n${content}\n\n<!-- /${mark} -->`,
  );

/** What the README says now. */
export const readme = (): string => readFileSync(path('README.md'), 'utf8');

/** What it should say in the parts that can be known. */
export const trueReadme = async (date?: string): Promise<string> => {
  const text = readme();
  const hash = createHash('sha384')
    .update(readFileSync(path('dist/doorstep.js')))
    .digest('base64');
  const written = /measured on (\d{4}-\d\d-\d\d)/.exec(text)?.[1] ?? '';
  const rows = (await measure()).map(
    ({ name, size, later }) =>
      `| ${name} | ${(size / 1000).toFixed(1)} kB${later ? `, and ${(later / 1000).toFixed(1)} kB after the first paint` : ''} |`,
  );
  const embed = /```html[^]*?```/.exec(text)![0].replace(/sha384-[^"]*/, `sha384-${hash}`);
  const adapter = `\`\`\`ts\n${readFileSync(path('demo/shop/own-backend.ts'), 'utf8')}\`\`\``;
  const sizes = ['| | |', '| --- | --- |', ...rows, '', `(measured on ${date ?? written})`].join(
    '\n',
  );
  const whole = between(between(between(text, 'embed', embed), 'adapter', adapter), 'sizes', sizes);
  return format(whole, { ...(await resolveConfig(path('README.md'))), parser: 'markdown' });
};

if (process.argv.includes('--write'))
  writeFileSync(path('README.md'), await trueReadme(new Date().toISOString().slice(0, 10)));

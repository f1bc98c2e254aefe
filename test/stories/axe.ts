/** What axe has to say of a page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '../run/driver.js';

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What differs between day and night. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What is wrong with a page by day and by night, one line each. */
export const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(`(() => { ${source}; })()`);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulate({ colorScheme, reducedMotion: true });
    const seen = await page.evaluate(
      async (rules) => {
        const { violations } = await axe.run(document, {
          resultTypes: ['violations'],
          ...(rules && { runOnly: { type: 'rule', values: rules } }),
        });
        return violations.flatMap(({ id, help, nodes }) =>
          nodes.map(
            ({ target, html }) => `${id}: ${help}: ${target.join(' ')} ${html.slice(0, 120)}`,
          ),
        );
      },
      colorScheme === 'dark' && COLOURS,
    );
    found.push(...seen.map((each) => `${colorScheme}: ${each}`));
  }
  return found;
};

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

const formatted = async (text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(path('README.md'))), parser: 'markdown' });

/** The answer the README shows; the test reads it with the model. */
export const exampleAnswer = {
  serverNow: '2026-11-23T17:03:00+01:00',
  order: {
    reference: 'FR-1042',
    version: 7,
    timeZone: 'Europe/Paris',
    promises: [
      { id: 'delivery', kind: 'by', before: '2026-11-23T17:00:00+01:00', timeZone: 'Europe/Paris' },
    ],
    shipments: [
      {
        id: 'parcel-1',
        carrier: { name: 'Relais Nord' },
        newsEvery: 21600,
        events: [
          {
            at: '2026-11-22T21:14:00+01:00',
            phase: 'in-transit',
            movement: 'arrived',
            place: 'Lyon',
          },
        ],
      },
    ],
    offers: [
      {
        offerId: 'of_7Q2M',
        remedy: 'refund',
        promiseId: 'delivery',
        amount: { amount: 28900, currency: 'EUR' },
        method: { kind: 'card', label: 'Visa ••42', original: true },
        expectedBy: { date: '2026-11-27', timeZone: 'Europe/Paris' },
        availableFrom: '2026-11-23T17:00:00+01:00',
      },
    ],
    contacts: [{ kind: 'phone', value: '01 99 00 42 42', openUntil: '2026-11-23T19:00:00+01:00' }],
  },
};

/** The answer about a basket the README shows; the test reads it with the model. */
export const exampleBasket = {
  serverNow: '2026-11-23T14:05:00+01:00',
  check: {
    observedAt: '2026-11-23T14:05:00+01:00',
    lines: [
      {
        lineId: '1',
        parts: [{ quantity: 3 }, { quantity: 2, from: '2026-12-01', condition: 'prepaid' }],
      },
    ],
    hold: {
      reference: 'hold_4KQ',
      until: '2026-11-23T14:20:00+01:00',
      lines: [{ lineId: '1', quantity: 3 }],
    },
    choices: [
      {
        choiceId: 'available',
        kind: 'available',
        lines: [{ id: '1', sku: 'HND-BRASS', quantity: 3 }],
        total: { amount: 5670, currency: 'EUR' },
      },
    ],
  },
};

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
  const answer = `\`\`\`json\n${JSON.stringify(exampleAnswer, null, 2)}\n\`\`\``;
  const basket = `\`\`\`json\n${JSON.stringify(exampleBasket, null, 2)}\n\`\`\``;
  const sizes = ['| | |', '| --- | --- |', ...rows, '', `(measured on ${date ?? written})`].join(
    '\n',
  );
  const whole = [
    ['embed', embed],
    ['adapter', adapter],
    ['answer', answer],
    ['basket', basket],
    ['sizes', sizes],
  ].reduce((whole, [mark, content]) => between(whole, mark!, content!), text);
  return formatted(whole);
};

/** Writes what stands between two marks; the bench does so with its own figures. */
export const writeBlock = async (mark: string, content: string): Promise<void> =>
  writeFileSync(path('README.md'), await formatted(between(readme(), mark, content)));

if (process.argv.includes('--write'))
  writeFileSync(path('README.md'), await trueReadme(new Date().toISOString().slice(0, 10)));

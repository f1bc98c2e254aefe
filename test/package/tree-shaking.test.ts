/** What a shop's bundler takes along: the badge brings nothing of the order, and what is not used brings nothing. */
import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const ENTRY = 'a-shop';
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The modules whose code is in the bundle, those that are loaded later too: ours from `dist`, others by their path. */
async function bundled(script: string): Promise<string[]> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: ENTRY,
        enforce: 'pre',
        resolveId: (source) => {
          if (source.endsWith(ENTRY)) return ENTRY;
          return source.startsWith('doorstep-elements')
            ? fileURLToPath(import.meta.resolve(source))
            : undefined;
        },
        load: (source) => (source === ENTRY ? script : null),
      },
    ],
    build: { write: false, target: 'es2022', lib: { entry: ENTRY, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  return outputs[0]!.output
    .flatMap((output) => (output.type === 'chunk' ? Object.entries(output.modules) : []))
    .filter(([id, { renderedLength }]) => id !== ENTRY && renderedLength > 0)
    .map(([id]) => relative(DIST, id))
    .sort();
}

/** What belongs to an order and not to a badge. */
const OF_AN_ORDER =
  /^elements\/(order|parcel|remedy|slot|slot-picker|guard|telling)|^verdicts\/(order|shipment|promise|slot|money)|^store\/(orders|actions|slots)|^model\/order|^calendar|^law/;
/** Lit at run time; the badge writes its own nodes. */
const LIT = /node_modules\/(lit|lit-html|lit-element|@lit)\//;

for (const script of [
  `import 'doorstep-elements/define/stock'`,
  `import { DoorstepStock } from 'doorstep-elements'; customElements.define('my-badge', class extends DoorstepStock {});`,
])
  test(`brings nothing of the order: ${script}`, async () => {
    const modules = await bundled(script);
    assert.ok(modules.includes('elements/stock/stock.js'), modules.join('\n'));
    assert.deepEqual(
      modules.filter((module) => OF_AN_ORDER.test(module) || LIT.test(module)),
      [],
    );
  });

test('the order does bring what the badge must not: the patterns above name files that exist', async () => {
  const modules = await bundled(`import 'doorstep-elements/define/order'`);
  assert.ok(modules.some((module) => LIT.test(module)));
  const kinds = new Set(
    modules.map((module) => OF_AN_ORDER.exec(module)?.[0]).filter((kind) => kind !== undefined),
  );
  for (const kind of ['elements/order', 'elements/telling', 'verdicts/order', 'store/orders'])
    assert.ok(kinds.has(kind), `${kind} in ${[...kinds].join(', ')}`);
});

test('what is imported and not used brings nothing', async () => {
  assert.deepEqual(
    await bundled(
      `import { DoorstepOrder, DoorstepStock, useLaw } from 'doorstep-elements';
       import { rest } from 'doorstep-elements/adapters/rest';
       import { france } from 'doorstep-elements/law/fr';
       import { readCarrier } from 'doorstep-elements/carriers/read';
       console.log(1);`,
    ),
    [],
  );
});

/** `npm run size`: what a shop's customers download, minified and brotli, against the budget. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';

// 1 kB is 1000 bytes.
const budgets: [name: string, limit: number, code: () => string | Promise<string>][] = [
  [
    'stock badge + REST adapter',
    12_000,
    () => bundle('elements/stock/define.js', 'adapters/rest/rest.js'),
  ],
  [
    'order + REST adapter',
    22_000,
    () => bundle('elements/order/define.js', 'adapters/rest/rest.js'),
  ],
  ['doorstep.js, everything in one file', 30_000, () => readFileSync('dist/doorstep.js', 'utf8')],
];

/** Bundled from dist, Lit included, the way a shop's own bundler would. */
async function bundle(...files: string[]): Promise<string> {
  const id = 'doorstep:entry';
  const dist = resolve('dist');
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: id,
        resolveId: (source) => (source.endsWith(id) ? id : undefined),
        load: (source) =>
          source === id ? files.map((file) => `export * from '${dist}/${file}';`).join('') : null,
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: id, formats: ['es'] },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  return outputs[0]!.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
for (const [name, limit, code] of budgets) {
  const size = brotliCompressSync(await code(), quality).length;
  const verdict = size <= limit ? 'ok' : 'TOO BIG';
  console.log(
    `${(size / 1000).toFixed(2).padStart(6)} kB of ${limit / 1000} kB  ${name}: ${verdict}`,
  );
  if (size > limit) process.exitCode = 1;
}

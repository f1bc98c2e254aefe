/**
 * `npm run size`: what a shop's customers download, minified and brotli, against the budget.
 * With `-- --why`: what each module adds, the heaviest first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { relative, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { needs } from '../../src/i18n/locales/load.js';

const dist = resolve('dist');
const why = process.argv.includes('--why');

/** Minified code, and the maps that say which module each piece of its files comes from. */
interface Built {
  readonly code: string;
  /** In place of it, what is sent in files of their own, each compressed by itself. */
  readonly files?: readonly string[];
  readonly maps?: readonly (readonly [code: string, map: SourceMapPayload])[];
  /** What is loaded by itself when something asks for it, after the first drawing. */
  readonly later?: readonly string[];
}

/**
 * The target is what the design asks for, the ceiling what is reached and may not grow without an argument
 * in the README's design notes. 1 kB is 1000 bytes.
 */
interface Limit {
  readonly target: number;
  readonly ceiling: number;
}

const budgets: [name: string, limit: Limit, built: () => Built | Promise<Built>][] = [
  [
    'stock badge + REST adapter',
    { target: 12_000, ceiling: 12_000 },
    () => bundle('elements/stock/define.js', 'adapters/rest/rest.js'),
  ],
  [
    'order + REST adapter',
    { target: 22_000, ceiling: 38_800 },
    () => bundle('elements/order/define.js', 'adapters/rest/rest.js'),
  ],
  [
    'checkout guard + REST adapter',
    { target: 25_000, ceiling: 26_000 },
    () => bundle('elements/guard/define.js', 'adapters/rest/rest.js'),
  ],
  [
    'slot picker + REST adapter',
    { target: 32_000, ceiling: 33_400 },
    () => bundle('elements/slot-picker/define.js', 'adapters/rest/rest.js'),
  ],
  [
    'agreed slot + REST adapter',
    { target: 43_000, ceiling: 45_900 },
    () => bundle('elements/slot/define.js', 'adapters/rest/rest.js'),
  ],
  ...[
    'easypost',
    'aftership',
    'shippo',
    'shipengine',
    'seventeentrack',
    'dhl',
    'laposte',
    'chronopost',
    'ups',
    'fedex',
    'karrio',
  ].map((name): (typeof budgets)[number] => [
    `carriers/${name}, for a server or a page`,
    { target: 6_200, ceiling: 6_200 },
    () => bundle(`carriers/${name}.js`),
  ]),
  [
    'carriers, all eleven formats found by their shape',
    { target: 13_500, ceiling: 13_500 },
    () => bundle('carriers/read.js'),
  ],
  ...readdirSync('src/i18n/locales', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .flatMap(({ name }): typeof budgets => [
      [
        `locales/${name}, fetched for a badge`,
        { target: 2_500, ceiling: 2_500 },
        () => tables(name, 'doorstep-stock'),
      ],
      [
        `locales/${name}, fetched for an order`,
        { target: 2_500, ceiling: 11_300 },
        () => tables(name, 'doorstep-order'),
      ],
    ]),
  [
    'doorstep.js, everything in one file',
    { target: 30_000, ceiling: 108_700 },
    () => ({ code: readFileSync(`${dist}/doorstep.js`, 'utf8') }),
  ],
];

/** Bundled from dist, Lit included, the way a shop's own bundler would. */
async function chunksOf(...files: string[]): Promise<Rolldown.OutputChunk[]> {
  const id = 'doorstep:entry';
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
      // The map is made beside the code and not named in it.
      sourcemap: why && 'hidden',
      lib: { entry: id, formats: ['es'] },
      rolldownOptions: {
        // A page's own script exports nothing to others, so what comes later may import from it.
        preserveEntrySignatures: 'allow-extension',
        // A page keeps no hints for bundlers; in a library build Vite would.
        output: { minify: true, comments: { annotation: false } },
      },
    },
  })) as Rolldown.RolldownOutput[];
  return outputs[0]!.output.filter((output) => output.type === 'chunk');
}

/** Files, and those that they import. */
function withImports(
  chunks: readonly Rolldown.OutputChunk[],
  first: readonly Rolldown.OutputChunk[],
): Set<Rolldown.OutputChunk> {
  const needed = new Set(first);
  for (const { imports } of needed)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
  return needed;
}

async function bundle(...files: string[]): Promise<Built> {
  const chunks = await chunksOf(...files);
  // The page waits for the entry and for what it imports; a chunk that only `import()` names is later.
  const needed = withImports(chunks, [chunks.find((chunk) => chunk.isEntry)!]);
  return {
    code: [...needed].map((chunk) => chunk.code).join(''),
    later: chunks.filter((chunk) => !needed.has(chunk)).map((chunk) => chunk.code),
    maps: [...needed].flatMap(({ code, map }) =>
      map ? [[code, { ...map, sourceRoot: '' }] as const] : [],
    ),
  };
}

let languages: Promise<Rolldown.OutputChunk[]> | undefined;

/** What a page with this tag fetches of a language: its tables and what they share, each file once. */
async function tables(language: string, tag: string): Promise<Built> {
  const chunks = await (languages ??= chunksOf('i18n/locales/load.js'));
  const files = ['base', ...needs[tag]!].map(
    (kind) => `/locales/${language}/${kind === 'slotPicker' ? 'picker' : kind}.js`,
  );
  const isTable = ({ facadeModuleId }: Rolldown.OutputChunk): boolean =>
    files.some((file) => facadeModuleId?.endsWith(file));
  const page = withImports(chunks, [chunks.find((chunk) => chunk.isEntry)!]);
  const own = chunks.filter(isTable);
  if (own.length < files.length) throw new Error(`${language}: ${files.join()} are not all built`);
  const fetched = [...withImports(chunks, own)].filter((each) => !page.has(each));
  return { code: '', files: fetched.map(({ code }) => code) };
}

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const brotli = (code: string): number => brotliCompressSync(code, quality).length;

const sizeOf = ({ code, files = [code] }: Built): number =>
  files.reduce((total, file) => total + brotli(file), 0);

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(2);

/** The minified text of each module, in the order in which it stands in the file. */
function pieces(code: string, map: SourceMapPayload): [module: string, text: string][] {
  const found = new SourceMap(map);
  return code.split(/(?<=\n)/).flatMap((line, row) => {
    const parts: [string, string][] = [];
    let last = '';
    for (let column = 0; column < line.length; column++) {
      const entry = found.findEntry(row, column);
      // What has no origin (a closing bracket) belongs to what stands before it.
      if ('originalSource' in entry && entry.originalSource) last = entry.originalSource;
      if (parts.at(-1)?.[0] === last) parts.at(-1)![1] += line[column];
      else parts.push([last, line[column]!]);
    }
    return parts;
  });
}

/** What the file would be smaller by without a module: its own cost beside all others. */
function explain(code: string, map: SourceMapPayload): void {
  const all = pieces(code, map);
  const total = brotli(code);
  const rows = [...new Set(all.map(([module]) => module))].map((module) => {
    const rest = all.filter(([other]) => other !== module).map(([, text]) => text);
    const own = all.filter(([other]) => other === module).map(([, text]) => text);
    return { module, adds: total - brotli(rest.join('')), plain: own.join('').length };
  });
  console.log('   adds   plain');
  for (const { module, adds, plain } of rows.sort((a, b) => b.adds - a.adds)) {
    const short = relative(dist, resolve(module)).replace(/^.*node_modules\//, '');
    console.log(`${String(adds).padStart(7)} ${String(plain).padStart(7)}  ${short}`);
  }
}

/** One row: bytes the page waits for, and bytes that come after the first paint. */
export interface Measured {
  readonly name: string;
  readonly size: number;
  readonly later: number;
}

/** Measures everything; the build must be there. */
export async function measure(): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [name, , make] of budgets) {
    const built = await make();
    const { later = [] } = built;
    rows.push({
      name,
      size: sizeOf(built),
      later: later.reduce((total, chunk) => total + brotli(chunk), 0),
    });
  }
  return rows;
}

if (process.argv[1]?.endsWith('size.ts')) {
  if (!existsSync(`${dist}/doorstep.js`)) throw new Error('Build first: npm run build');
  for (const [name, { target, ceiling }, make] of budgets) {
    const built = await make();
    const { maps = [], later = [] } = built;
    const size = sizeOf(built);
    const verdict = size > ceiling ? 'TOO BIG' : size > target ? 'above the target' : 'ok';
    const rest = later.map((chunk) => `, ${kilobytes(brotli(chunk))} kB later`).join('');
    console.log(
      `${kilobytes(size)} kB (target ${target / 1000}, ceiling ${ceiling / 1000})  ${name}: ${verdict}${rest}`,
    );
    for (const [own, map] of maps) explain(own, map);
    if (size > ceiling) process.exitCode = 1;
  }
}

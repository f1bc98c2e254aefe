import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build, defineConfig, type Plugin } from 'vite';
import pkg from './package.json' with { type: 'json' };
import { served } from './src/styles/served.ts';
import { shorten } from './test/run/shorten.ts';

const external = [
  /^node:/,
  ...Object.keys({ ...pkg.dependencies, ...pkg.peerDependencies }).map(
    (name) => new RegExp(`^${name}(/|$)`),
  ),
];

/** The exports and the commands are the list of entries: `./dist/x.js` is built from `src/x.ts`. */
const entry = Object.fromEntries(
  [
    ...Object.values(pkg.exports).flatMap((target) =>
      typeof target === 'string' ? [] : target.default,
    ),
    ...Object.values(pkg.bin),
  ]
    .map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, '$1'))
    .map((name) => [name, `src/${name}.ts`] as const)
    .filter(([, source]) => existsSync(source)),
);

/** The contract file ships as it is written. */
const openapi: Plugin = {
  name: 'doorstep:openapi',
  generateBundle() {
    const file = 'src/adapters/rest/openapi.json';
    if (!existsSync(file)) return;
    this.emitFile({ type: 'asset', fileName: 'openapi.json', source: readFileSync(file, 'utf8') });
  },
};

/**
 * The languages that are not in the one file: `doorstep.de.js` holds the tables of German and imports
 * nothing, so that a page can add them to whichever copy of `doorstep.js` it has.
 */
const languages: Plugin = {
  name: 'doorstep:languages',
  async closeBundle() {
    const folder = 'src/i18n/locales';
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const language = entry.name;
      if (!entry.isDirectory() || ['en', 'fr'].includes(language)) continue;
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          emptyOutDir: false,
          target: 'es2022',
          lib: {
            entry: `${folder}/${language}/tables.ts`,
            formats: ['es'],
            fileName: () => `doorstep.${language}.js`,
          },
          rolldownOptions: { output: { minify: true } },
        },
      });
    }
  },
};

/**
 * What Lit does while it is imported fails on a page that does not allow it: its policy is not on the page's
 * list of trusted types, or `Symbol` is frozen. Thrown there it would reach the page and take all elements with
 * it. In the one file it is left undone: what can be drawn is drawn, and elsewhere the served words stand.
 */
const soften: Plugin = {
  name: 'doorstep:soften',
  transform: {
    filter: { id: /\/(lit-html|reactive-element)\.js$/ },
    handler(code) {
      const soft = code.replace(
        /\w+\.createPolicy\("lit-html",\{[^}]*\}\)|Symbol\.metadata\?\?=Symbol\("metadata"\)/,
        '(()=>{try{return $&}catch{}})()',
      );
      if (soft === code) this.error('Lit does other things at its import than it did');
      return { code: soft, map: null };
    },
  },
};

/** The themes ship as they are written. */
const themes: Plugin = {
  name: 'doorstep:themes',
  generateBundle() {
    const folder = 'src/styles/themes';
    for (const name of readdirSync(folder))
      this.emitFile({
        type: 'asset',
        fileName: `themes/${name}`,
        source: readFileSync(`${folder}/${name}`, 'utf8'),
      });
  },
};

/** What a server writes has its styles from one file. */
const servedStyles: Plugin = {
  name: 'doorstep:served-styles',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'served.css', source: served });
  },
};

/** One file per module for npm; `--mode cdn` adds the single file with everything in it. */
export default defineConfig(({ mode }) =>
  mode === 'cdn'
    ? {
        plugins: [shorten, soften, languages],
        build: {
          emptyOutDir: false,
          target: 'es2022',
          license: { fileName: 'doorstep.licenses.md' },
          lib: { entry: 'src/cdn.ts', formats: ['es'], fileName: () => 'doorstep.js' },
          // Nobody bundles this file again, so hints for bundlers are of no use in it.
          rolldownOptions: {
            output: { minify: true, codeSplitting: false, comments: { annotation: false } },
          },
        },
      }
    : {
        plugins: [openapi, themes, servedStyles, shorten],
        build: {
          target: 'es2022',
          minify: false,
          lib: { entry, formats: ['es'] },
          rolldownOptions: {
            external,
            output: {
              preserveModules: true,
              preserveModulesRoot: 'src',
              entryFileNames: '[name].js',
            },
          },
        },
      },
);

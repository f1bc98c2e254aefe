import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { POLICY } from '../server/pages.js';
import { docs } from '../docs/plugin.js';
import { FILE, embedded, framed, quiet } from '../vite.config.js';

const DEMO = fileURLToPath(new URL('..', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/doorstep-static', import.meta.url));
const WORKER = 'mockServiceWorker.js';

/** The server's policy as a page can state it itself, and the one policy that names the worker. */
const policy = POLICY.split('; ')
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .map((directive) => directive.replace('lit-html', 'lit-html default'))
  .join('; ');

/** What the server does for the pages, done at build time. */
const selfAnswering: Plugin = {
  name: 'doorstep:static',
  config: ({ build }) => ({
    // A folder on the command line is meant from where the command was given.
    build: { outDir: build?.outDir ? resolve(build.outDir) : CACHE },
  }),
  generateBundle() {
    const path = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
    this.emitFile({ type: 'asset', fileName: WORKER, source: readFileSync(path, 'utf8') });
  },
  transformIndexHtml: {
    order: 'pre',
    handler(page) {
      const charset = '<meta charset="utf-8" />';
      const tag = new RegExp(`<script type="module" [^>]*${FILE}"[^>]*></script>`);
      const head = page.includes('<head>') ? '' : '<head>';
      return page
        .replace(
          charset,
          `${head}${charset}<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
        .replace(
          tag,
          `<script type="module" src="./static/embed.ts"></script>${head && '</head>'}`,
        );
    },
  },
};

export default defineConfig({
  root: DEMO,
  base: './',
  mode: 'static',
  plugins: [framed, embedded(), selfAnswering, docs()],
  build: {
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The mocking library is what it is, and loaded after the page.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      ...quiet,
      input: readdirSync(DEMO)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(DEMO, name)),
    },
  },
});

import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { PluginOption } from 'vite';
import type { Access } from './access.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = fileURLToPath(new URL('../../node_modules/.cache/doorstep-demo', import.meta.url));

/** What every page of the demo lives under; the widgets need nothing more. */
export const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `connect-src 'self'`,
  `img-src 'self'`,
  `font-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'self'`,
  `trusted-types lit-html 'allow-duplicates'`,
  `require-trusted-types-for 'script'`,
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Builds the demo's pages. Vite's development server would add inline styles and a socket of its own,
 * which the policy above forbids; the pages are to be seen as a shop would serve them.
 *
 * @param folder where they are put; in the cache if not stated
 * @param plugins what else is built with them
 * @returns the folder, or `undefined` if there is no page to build
 */
export const buildPages = async (
  folder = BUILT,
  plugins: PluginOption[] = [],
): Promise<string | undefined> => {
  const pages = (await readdir(ROOT)).filter((name) => name.endsWith('.html'));
  if (pages.length === 0) return undefined;
  const { build } = await import('vite');
  const own = join(ROOT, 'vite.config.ts');
  await build({
    root: ROOT,
    configFile: existsSync(own) ? own : false,
    base: '/',
    logLevel: 'warn',
    plugins,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      // Nothing inline: neither a script nor a `data:` picture would be allowed.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: pages.map((name) => join(ROOT, name)) },
    },
  });
  return folder;
};

/** What is sent with every page, and with what belongs to it. */
export const headersOf = (type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
});

/** Serves a folder of built pages; each page opens the demo's orders for whoever looks at it. */
export const pages = (folder: string, access: Access, references: readonly string[]): Hono => {
  const app = new Hono();
  app.get('*', async (context) => {
    const { pathname } = new URL(context.req.url);
    let path: string;
    try {
      path = decodeURIComponent(pathname);
    } catch {
      return context.notFound();
    }
    const file = resolve(folder, `.${path.endsWith('/') ? `${path}index.html` : path}`);
    const candidates = extname(file) ? [file] : [file, `${file}.html`];
    for (const candidate of candidates) {
      if (!candidate.startsWith(resolve(folder) + sep) || candidate.includes('\0')) continue;
      const content = await readFile(candidate).catch(() => undefined);
      if (!content) continue;
      const type = TYPES[extname(candidate)] ?? 'application/octet-stream';
      const isPage = type.startsWith('text/html');
      return new Response(new Uint8Array(content), {
        headers: {
          ...headersOf(type),
          ...(isPage ? { 'Set-Cookie': access.cookie(...references) } : {}),
        },
      });
    }
    return context.notFound();
  });
  return app;
};

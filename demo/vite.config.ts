import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Where the one-file build is served. */
export const FILE = 'doorstep.js';

/** The one-file build, made with the library's own settings. */
const oneFile = async (): Promise<string> => {
  const [result] = [
    await build({
      root: ROOT,
      configFile: `${ROOT}vite.config.ts`,
      mode: 'cdn',
      logLevel: 'error',
      build: { write: false },
    }),
  ].flat();
  for (const file of result && 'output' in result ? result.output : [])
    if (file.type === 'chunk' && file.isEntry) return file.code;
  throw new Error('The library was built into no file');
};

/** Serves the one-file build beside the pages, and pins it by its hash where a page loads it. */
export const embedded = (): Plugin => {
  let code: Promise<string>;
  return {
    name: 'doorstep:embedded',
    apply: 'build',
    buildStart() {
      code = oneFile();
      // Awaited where it is needed; until then a failure must not end the process.
      code.catch(() => undefined);
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: await code });
    },
    transformIndexHtml: {
      // Before Vite looks for a module to bundle: this one stays as it is.
      order: 'pre',
      async handler(page, { path }) {
        const tag = `<script type="module" src="/${FILE}"></script>`;
        if (!page.includes(tag)) return page;
        const hash = createHash('sha384')
          .update(await code)
          .digest('base64');
        const up = '../'.repeat(path.split('/').length - 2) || './';
        return page.replace(
          tag,
          `<script type="module" vite-ignore src="${up}${FILE}" integrity="sha384-${hash}"></script>`,
        );
      },
    },
  };
};

/** What stands at the head and at the foot of every page of the shop, put in where a page says so. */
export const framed: Plugin = {
  name: 'doorstep:framed',
  transformIndexHtml: {
    order: 'pre',
    async handler(page) {
      for (const part of ['masthead', 'foot'])
        page = page.replace(
          `<!-- ${part} -->`,
          (await readFile(`${ROOT}demo/shop/${part}.html`, 'utf8')).trimEnd(),
        );
      return page;
    },
  },
};

/** What every build of the pages shares: that the library is built inside it takes its time. */
export const quiet = { checks: { pluginTimings: false } };

/** The pages as the demo's server serves them; folder and base are its own. */
export default defineConfig({ plugins: [framed, embedded()], build: { rolldownOptions: quiet } });

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { site } from './site.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const SEARCH = 'virtual:doorstep-docs-search';

/** Adds the documentation to a build of the demo's pages, below `docs/`. Its pages are files only there. */
export const docs = async (): Promise<Plugin> => {
  const { pages, index } = await site();
  const files = new Map([...pages].map(([name, page]) => [FOLDER + name, page]));
  return {
    name: 'doorstep:docs',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { input: [...files.keys()] } } }),
    resolveId: (id) => (files.has(id) ? id : id === SEARCH ? `\0${SEARCH}` : undefined),
    load: (id) =>
      files.get(id) ??
      (id === `\0${SEARCH}` ? `export default ${JSON.stringify(index)};` : undefined),
  };
};

import { copyFileSync } from 'node:fs';
import { defineConfig } from 'vite';

/** The page is served as it is written; only the shop behind it is built. */
export default defineConfig({
  plugins: [
    {
      name: 'one-file-build',
      closeBundle: () =>
        copyFileSync('../node_modules/doorstep-elements/dist/doorstep.js', 'dist/doorstep.js'),
    },
  ],
  build: {
    lib: { entry: '../common/stage.ts', formats: ['es'], fileName: () => 'stage.js' },
  },
});

/** The manifest describes what is published, so paths point at dist instead of src. */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [
    {
      name: 'doorstep:dist-paths',
      packageLinkPhase({ customElementsManifest }) {
        JSON.stringify(customElementsManifest, (_key, value) => {
          if (value && typeof value === 'object') {
            for (const key of ['path', 'module']) {
              if (typeof value[key] === 'string') value[key] = published(value[key]);
            }
          }
          return value;
        });
      },
    },
  ],
};

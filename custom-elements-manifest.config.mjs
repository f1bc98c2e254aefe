/** The manifest describes what is published, so paths point at dist instead of src. */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const LANG = 'Language of the texts (BCP 47); the nearest `lang` around the element if not set.';

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
    {
      // What the analyzer cannot know: base classes are no elements, private state is no attribute,
      // and an event whose name is a variable is described where it is named.
      name: 'doorstep:public-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations } of customElementsManifest.modules)
          for (const declaration of declarations.filter((each) => each.customElement)) {
            if (!declaration.tagName) delete declaration.customElement;
            const hidden = new Set(
              (declaration.members ?? [])
                .filter((member) => member.privacy === 'private')
                .map((member) => member.name),
            );
            declaration.attributes = (declaration.attributes ?? [])
              .filter((attribute) => !hidden.has(attribute.fieldName))
              .map((attribute) =>
                attribute.name === 'lang' ? { ...attribute, description: LANG } : attribute,
              );
            declaration.events = (declaration.events ?? []).filter(
              (event) => event.name !== 'name',
            );
          }
      },
    },
  ],
};

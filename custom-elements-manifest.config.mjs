import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { typings } from './test/run/typings.mjs';

const tokens = Object.values(JSON.parse(readFileSync('src/styles/tokens.json', 'utf8')));

/** The text of a module and of all that it loads, now or later; not that of other tags. */
const textOf = (path, seen = new Set()) => {
  if (seen.has(path) || !existsSync(path)) return '';
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']+)\.js'/g)]
    .map(([, name]) => join(dirname(path), `${name}.ts`))
    .filter((name) => /^src\/(elements|styles)\//.test(name) && !name.endsWith('/define.ts'))
    .map((name) => textOf(name, seen))
    .join('')
    .concat(text);
};

/** The manifest describes what is published, so paths point at dist instead of src. */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Attributes of the platform that an element looks at. */
const PLATFORM = {
  lang: {
    description:
      'Language of the texts (BCP 47); the nearest `lang` around the element if not set.',
  },
  hidden: {
    description: 'Hides the element and all that is inside it.',
    fieldName: 'hidden',
    type: { text: 'boolean' },
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [
    {
      // Two kinds of prose the analyzer does not know: how to write the tag, and how it is to be used
      // without seeing it or without a mouse.
      name: 'doorstep:prose',
      analyzePhase({ ts, node, moduleDoc }) {
        if (!ts.isClassDeclaration(node)) return;
        const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
        const said = (tag) =>
          ts
            .getJSDocTags(node)
            .filter(({ tagName }) => tagName.text === tag)
            .map(({ comment }) => ts.getTextOfJSDocComment(comment).trim());
        if (declaration)
          Object.assign(declaration, { example: said('example')[0], accessibility: said('a11y') });
      },
      packageLinkPhase({ customElementsManifest }) {
        const classes = customElementsManifest.modules.flatMap(({ declarations }) => declarations);
        const notes = ({ accessibility = [], superclass }) => {
          const parent = classes.find(({ name }) => name === superclass?.name);
          return [...accessibility, ...(parent ? notes(parent) : [])];
        };
        const all = classes.map((each) => [each, notes(each)]);
        for (const [each, accessibility] of all)
          if (each.tagName)
            each.accessibility = accessibility.map((note) => note.replace(/\s+/g, ' '));
          else delete each.accessibility;
      },
    },
    {
      // Tokens are described once, on their own page; an element has those that its styles read.
      name: 'doorstep:tokens',
      packageLinkPhase({ customElementsManifest }) {
        for (const { path, declarations } of customElementsManifest.modules)
          for (const declaration of declarations.filter((each) => each.tagName)) {
            const text = textOf(path);
            const used = tokens
              .flatMap(Object.entries)
              .filter(([name]) => text.includes(`var(${name},`))
              .map(([name, { literal, says }]) => ({
                name,
                default: literal,
                description: says,
              }));
            if (used.length) declaration.cssProperties = used;
          }
      },
    },
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
            // What has no words of its own is not for the page: it is inherited, or the platform's.
            declaration.members = declaration.members?.filter(
              (member) => member.privacy || member.description,
            );
            const hidden = new Set(
              (declaration.members ?? [])
                .filter((member) => member.privacy === 'private')
                .map((member) => member.name),
            );
            declaration.attributes = (declaration.attributes ?? [])
              .filter((attribute) => !hidden.has(attribute.fieldName))
              .map((attribute) => ({ ...attribute, ...PLATFORM[attribute.name] }));
            declaration.events = (declaration.events ?? []).filter(
              (event) => event.name !== 'name',
            );
          }
      },
    },
    typings,
  ],
};

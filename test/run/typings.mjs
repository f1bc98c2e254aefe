/**
 * What editors and compilers know of the tags, written beside the manifest and from it: types for the
 * templates of each framework, data for VS Code (`html-data.json`) and for JetBrains (`web-types.json`).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** A tag as its users see it. */
const describe = ({ path, declaration }) => ({
  tag: declaration.tagName,
  className: declaration.name,
  path,
  description: declaration.description,
  slots: declaration.slots ?? [],
  parts: declaration.cssParts ?? [],
  states: declaration.cssStates ?? [],
  tokens: declaration.cssProperties ?? [],
  attributes: declaration.attributes.map((each) => ({
    ...each,
    name: each.name ?? each.fieldName,
  })),
  // Of what is marked as internal the analyzer keeps the name and nothing else.
  properties: declaration.members.filter(
    ({ kind, privacy, readonly, static: isStatic, type }) =>
      kind === 'field' && (privacy ?? 'public') === 'public' && !readonly && !isStatic && type,
  ),
  events: declaration.events ?? [],
});

const comment = (text, indent) => `${indent}/** ${text.replace(/\s+/g, ' ').trim()} */\n`;

/** One interface with a member for each tag. */
const members = (tags, of) =>
  tags.map((tag) => `  '${tag.tag}': {\n${of(tag).join('')}  };\n`).join('');

const propertyOf = (tag) => (each) =>
  `${comment(each.description, '    ')}    ${each.name}?: ${tag.className}['${each.name}'] | null;\n`;

const attributeOf = (each) =>
  `${comment(each.description, '    ')}    '${each.name}'?: ${/\bnumber\b/.test(each.type.text) ? 'number | string' : 'string'} | null;\n`;

const eventOf = (each) =>
  `${comment(each.description, '    ')}    '${each.name}': ${each.type.text};\n`;

const tagsFile = (tags) => {
  const details = new Set(
    tags.flatMap(({ events }) =>
      events.flatMap(({ type }) => type.text.match(/<(\w+)>/)?.[1] ?? []),
    ),
  );
  return `import type { ${[...details].sort().join(', ')} } from '../index.js';
${tags.map(({ className, path }) => `import type { ${className} } from '../${path.replace('dist/', '')}';\n`).join('')}
/** What each tag takes, by its names in JavaScript. */
export interface Properties {
${members(tags, (tag) => tag.properties.map(propertyOf(tag)))}}

/** The attributes that have another name than their property. */
export interface Attributes {
${members(tags, (tag) => tag.attributes.filter((each) => each.fieldName !== each.name).map(attributeOf))}}

/** What each tag tells the page. */
export interface Events {
${members(tags, (tag) => tag.events.map(eventOf))}}

export type Tag = keyof Properties;
/** Whether a property or an attribute: a template may say either. */
export type Values<T extends Tag> = Properties[T] & Attributes[T];
export type Handlers<T extends Tag, Prefix extends string> = {
  [Name in keyof Events[T] & string as \`\${Prefix}\${Name}\`]?: (event: Events[T][Name]) => void;
};
/** The events that no other element has; a framework knows \`input\` and \`change\` itself. */
export type OwnHandlers<T extends Tag, Prefix extends string> = Omit<
  Handlers<T, Prefix>,
  \`\${Prefix}\${'input' | 'change'}\`
>;
`;
};

/** How the templates of each framework name what a tag takes and tells. */
const frameworks = {
  react: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { OwnHandlers, Tag, Values } from './tags.js';

type Tags = {
  [T in Tag]: DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[T]>, HTMLElementTagNameMap[T]> &
    Values<T> &
    OwnHandlers<T, 'on'>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`,
  preact: `import type { HTMLAttributes } from 'preact';
import type { OwnHandlers, Tag, Values } from './tags.js';

type Tags = {
  [T in Tag]: HTMLAttributes<HTMLElementTagNameMap[T]> & Values<T> & OwnHandlers<T, 'on'>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`,
  solid: `import type { JSX as Solid } from 'solid-js';
import type { Handlers, Properties, Tag, Values } from './tags.js';

type Explicit<P> = { [Name in keyof P & string as \`prop:\${Name}\`]?: P[Name] };
type Tags = {
  [T in Tag]: Solid.HTMLAttributes<HTMLElementTagNameMap[T]> &
    Values<T> &
    Explicit<Properties[T]> &
    Handlers<T, 'on:'>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
import type { OwnHandlers, Tag, Values } from './tags.js';

type Tags = {
  [T in Tag]: HTMLAttributes<HTMLElementTagNameMap[T]> & Values<T> & OwnHandlers<T, 'on'>;
};

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Tags {}
}
`,
  vue: `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Events, Tag, Values } from './tags.js';

type Emits<T extends Tag> = {
  [Name in keyof Events[T]]: (event: Events[T][Name]) => void;
};
type Tags = {
  [T in Tag]: new () => {
    $props: Omit<HTMLAttributes, keyof Values<T>> & Values<T> & PublicProps;
    $emit: EmitFn<Emits<T>>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`,
};

/** Custom data for HTML as VS Code reads it: https://github.com/microsoft/vscode-custom-data */
const htmlData = (tags) => ({
  version: 1.1,
  tags: tags.map(({ tag, description, attributes, events, slots }) => ({
    name: tag,
    description: [
      description,
      ...slots.map((slot) => `- slot \`${slot.name || 'default'}\`: ${slot.description}`),
      ...events.map((event) => `- event \`${event.name}\`: ${event.description}`),
    ].join('\n'),
    attributes: attributes.map((each) => ({
      name: each.name,
      description: each.description,
      ...(each.type.text === 'boolean' && { valueSet: 'v' }),
      ...(/'/.test(each.type.text) && {
        values: [...each.type.text.matchAll(/'([^']+)'/g)].map(([, value]) => ({ name: value })),
      }),
    })),
  })),
});

const pick = ({ name: each, description }) => ({ name: each, description });

/** Web types as JetBrains reads them: https://github.com/JetBrains/web-types */
const webTypes = (tags) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: tags.map((each) => ({
        name: each.tag,
        description: each.description,
        attributes: each.attributes.map((attribute) => ({
          ...pick(attribute),
          value: { type: attribute.type.text },
        })),
        slots: each.slots.map(pick),
        js: {
          properties: each.properties.map((property) => ({
            ...pick(property),
            type: property.type.text,
          })),
          events: each.events.map(pick),
        },
        css: {
          properties: each.tokens.map(pick),
          parts: each.parts.map(pick),
        },
      })),
    },
  },
});

/** A plugin for the analyzer; it comes last. */
export const typings = {
  name: 'doorstep:typings',
  packageLinkPhase({ customElementsManifest }) {
    const tags = customElementsManifest.modules
      .flatMap(({ path, declarations }) =>
        declarations
          .filter(({ tagName }) => tagName)
          .map((declaration) => describe({ path, declaration })),
      )
      .sort((a, b) => (a.tag < b.tag ? -1 : 1));
    mkdirSync('dist/types', { recursive: true });
    writeFileSync('dist/types/tags.d.ts', tagsFile(tags));
    for (const [framework, text] of Object.entries(frameworks)) {
      writeFileSync(`dist/types/${framework}.d.ts`, text);
      // Who imports the types by mistake as a module gets one, with nothing in it.
      writeFileSync(`dist/types/${framework}.js`, 'export {};\n');
    }
    writeFileSync('dist/html-data.json', `${JSON.stringify(htmlData(tags), null, 2)}\n`);
    writeFileSync('dist/web-types.json', `${JSON.stringify(webTypes(tags), null, 2)}\n`);
  },
};

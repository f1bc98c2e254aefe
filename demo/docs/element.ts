/** The page of one element: what its doc comment and the manifest say of it, and an example that lives. */
import tokens from '../../src/styles/tokens.json' with { type: 'json' };
import { escape, slug } from './html.js';
import { publicMembers, type Declaration, type Described, type Member } from './manifest.js';
import { code, inline, markdown } from './markdown.js';
import type { DocsPage, Section, Term } from './page.js';

/** A type, its names leading to where they are described. */
export type Types = (text: string) => string;

/** One row of a list: a name that can be linked to, and what is said of it. */
const row = ({ id, name }: Term, beside: string, about: string): string =>
  `<div id="${id}"><dt><a class="here" href="#${id}"><code>${escape(name)}</code></a>${
    beside && ` <span class="beside">${beside}</span>`
  }</dt><dd>${about}</dd></div>`;

const list = (
  title: string,
  kind: string,
  named: readonly (Described & { readonly also?: string })[],
  beside: (each: never) => string = () => '',
  intro = '',
): Section[] => {
  if (!named.length) return [];
  const terms = named.map(({ name, description = '', also }) => ({
    id: slug(kind, name || 'default'),
    name: name || '(default)',
    kind,
    about: description,
    ...(also && { also }),
  }));
  const rows = terms.map((term, index) =>
    row(term, beside(named[index] as never), inline(term.about)),
  );
  return [
    { id: slug(title), title, terms, body: `${intro}<dl class="terms">${rows.join('')}</dl>` },
  ];
};

const without = (type: string): string => type.replace(' | undefined', '');

/** The tokens an element reads, in the groups of their own page. */
const tokensOf = ({ cssProperties = [] }: Declaration): Section[] => {
  if (!cssProperties.length) return [];
  const used = new Map(cssProperties.map((each) => [each.name, each]));
  const groups = Object.entries(tokens).map(([group, all]) => {
    const rows = Object.keys(all)
      .flatMap((name) => used.get(name) ?? [])
      .map(
        ({ name, description = '' }) =>
          `<li><a href="./tokens.html#${slug('token', name)}"><code>${name}</code></a> ${inline(description)}</li>`,
      );
    return rows.length ? `<h3>${group}</h3><ul class="tokens">${rows.join('')}</ul>` : '';
  });
  return [{ id: 'tokens', title: 'Tokens', body: groups.join('') }];
};

/** The example as it lives here: without a backend, since the page gives it one. */
const served = (example: string): string => example.replaceAll(/ (?:src|action)="[^"]*"/g, '');

export const elementPage = (declaration: Declaration, types: Types): DocsPage => {
  const { tagName, description, example, accessibility } = declaration;
  const name = tagName.replace('doorstep-', '');
  const members = publicMembers(declaration);
  const attributes = (declaration.attributes ?? []).map((each) => ({
    ...each,
    also: each.fieldName === each.name ? '' : each.fieldName,
  }));
  const [first = '', ...rest] = description.split(/\n\n/);
  const events = (declaration.events ?? []).map((event) => ({
    ...event,
    description: (event.description ?? '').replace(/\s+/g, ' '),
  }));
  return {
    name,
    title: `<${tagName}>`,
    headline: `<code>&lt;${tagName}&gt;</code>`,
    about: first.replace(/\s+/g, ' '),
    group: 'Elements',
    lead: `${markdown(first)}${rest.map(markdown).join('')}`,
    sections: [
      {
        id: 'example',
        title: 'Example',
        body: `<div class="live" data-live="${tagName}"><div class="stage">${served(example)}</div></div>${code(
          example,
          'html',
        )}${code(`import 'doorstep-elements/define/${name}';`, 'js')}`,
      },
      ...list(
        'Attributes',
        'attribute',
        attributes,
        ({ type, also }: (typeof attributes)[number]) =>
          types(without(type?.text ?? '')) + (also ? `, property <code>${also}</code>` : ''),
        '<p>Each has a property of the same meaning, by its own name or the one beside it. They may be set in any order, before or after the tag is known.</p>',
      ),
      ...list(
        'Properties',
        'property',
        members.filter(
          ({ kind, attribute, name }) =>
            kind === 'field' && !(attribute ?? attributes.some((each) => each.fieldName === name)),
        ),
        (each: Member) =>
          types(without(each.type?.text ?? '')) + (each.readonly ? ', read only' : ''),
        attributes.length ? '<p>Beside those of the attributes.</p>' : '',
      ),
      ...list(
        'Methods',
        'method',
        members.filter(({ kind }) => kind === 'method'),
      ),
      ...list('Events', 'event', events, (each: Described) => types(each.type?.text ?? 'Event')),
      ...list('Slots', 'slot', declaration.slots ?? []),
      ...list(
        'Parts',
        'part',
        declaration.cssParts ?? [],
        undefined,
        `<p>Reached from your own sheet with <code>${tagName}::part(…)</code>.</p>`,
      ),
      ...list(
        'States',
        'state',
        declaration.cssStates ?? [],
        undefined,
        `<p>Reached with <code>${tagName}:state(…)</code>, also before <code>::part(…)</code>.</p>`,
      ),
      ...tokensOf(declaration),
      {
        id: 'accessibility',
        title: 'Accessibility',
        body: `<ul>${accessibility.map((note) => `<li>${inline(note)}</li>`).join('')}</ul>`,
      },
    ],
  };
};

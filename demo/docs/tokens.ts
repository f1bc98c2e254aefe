/** The page of tokens, from the file that is their one place. */
import groups from '../../src/styles/tokens.json' with { type: 'json' };
import { escape, slug } from './html.js';
import { inline, markdown } from './markdown.js';
import type { DocsPage } from './page.js';

/** How a colour looks by day and by night. Attributes, since a strict policy knows no inline style. */
const swatch = (literal: string): string => {
  const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(literal) ?? [];
  return light
    ? `<svg class="swatch" viewBox="0 0 48 24" aria-hidden="true"><rect width="24" height="24" fill="${light}"/><rect x="24" width="24" height="24" fill="${dark}"/></svg> `
    : '';
};

export const tokensPage = (): DocsPage => ({
  name: 'tokens',
  title: 'Tokens',
  about:
    'Every custom property the widgets read, its value when nothing is set, and what it is for.',
  group: 'Reference',
  lead: markdown(
    'Every custom property the widgets read, its value when nothing is set, and what it is for. Set them where you like: on `:root`, on one tag, on a section of your page. Colours are shown by day and by night.',
  ),
  sections: Object.entries(
    groups as Record<string, Record<string, { literal: string; says: string }>>,
  ).map(([group, tokens]) => {
    const terms = Object.entries(tokens).map(([name, { literal, says }]) => ({
      id: slug('token', name),
      name,
      kind: 'token',
      about: says,
      literal,
    }));
    return {
      id: slug(group),
      title: group[0]!.toUpperCase() + group.slice(1),
      terms,
      body: `<dl class="terms">${terms
        .map(
          ({ id, name, about, literal }) =>
            `<div id="${id}"><dt><a class="here" href="#${id}"><code>${name}</code></a></dt><dd>${inline(about)} <span class="beside">${swatch(literal)}<code>${escape(literal)}</code></span></dd></div>`,
        )
        .join('')}</dl>`,
    };
  }),
});

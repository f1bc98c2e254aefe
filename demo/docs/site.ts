/** The documentation, whole: every page as it is served, and the index of its search. */
import MiniSearch from 'minisearch';
import { httpPage, modelPage, types } from './contract.js';
import { elementPage } from './element.js';
import { guidePage, readmeSection } from './guides.js';
import { escape, plain } from './html.js';
import { framed } from './layout.js';
import { elements } from './manifest.js';
import type { DocsPage } from './page.js';
import { INDEX, type Entry } from './index-options.js';
import { tokensPage } from './tokens.js';

const GUIDES = ['adapter', 'theme', 'translate', 'backend', 'security', 'upgrade'];

/** Two cards that say at once what this is; on a phone the second of them. */
const PAIR = [
  ['expected, live', 'Your delivery is expected today between 14:00 and 16:00.'],
  ['missed', 'We promised your delivery before 17:00. It has not arrived.'],
] as const;
const pair = `<div class="pair">${PAIR.map(
  ([state, words]) => `<div data-state="${state}"><p>${words}</p></div>`,
).join('')}</div>`;

const listed = (pages: readonly DocsPage[], group: DocsPage['group']): string =>
  `<dl class="cards">${pages
    .filter((page) => page.group === group)
    .map(
      (page) =>
        `<div><dt><a href="./${page.name}.html">${page.headline ?? escape(page.title)}</a></dt><dd>${escape(page.about)}</dd></div>`,
    )
    .join('')}</dl>`;

const overview = (pages: readonly DocsPage[]): DocsPage => {
  const { lead, ...page } = guidePage('index', 'Start');
  const sections = (['Start', 'Elements', 'Guides', 'Reference'] as const).map((group) => ({
    id: group.toLowerCase(),
    title: group,
    body: listed(pages, group),
  }));
  return { ...page, lead, below: pair, sections: [...sections, readmeSection('The rules')] };
};

const entries = (page: DocsPage): Omit<Entry, 'id' | 'excerpt' | 'also'>[] => [
  {
    title: page.title,
    kind: 'page',
    where: page.group,
    about: page.about,
    href: `./${page.name}.html`,
  },
  ...page.sections.flatMap(({ id, title, body, terms = [] }) => [
    // What has terms is found by them.
    {
      title,
      kind: 'section',
      where: page.title,
      about: terms.length ? '' : plain(body).slice(0, 4000),
      href: `./${page.name}.html#${id}`,
    },
    ...terms.map((term) => ({
      title: term.name,
      kind: term.kind,
      where: page.title,
      about: plain(term.about),
      also: term.also ?? '',
      href: `./${page.name}.html#${term.id}`,
    })),
  ]),
];

const excerpt = (text: string): string =>
  text.length < 120 ? text : `${text.slice(0, 110).replace(/\s*\S*$/, '')} …`;

/** The files of the site: `index.html` and the others, and what the search asks. */
export const site = async (): Promise<{
  readonly pages: ReadonlyMap<string, string>;
  readonly index: string;
}> => {
  const others = [
    guidePage('embed', 'Start'),
    guidePage('stories', 'Start'),
    ...GUIDES.map((name) => guidePage(name, 'Guides')),
    ...(await elements()).map((each) => elementPage(each, types)),
    tokensPage(),
    httpPage(),
    modelPage(),
    guidePage('notes', 'Reference'),
  ];
  const all = [overview(others), ...others];
  const search = new MiniSearch<Entry>(INDEX);
  search.addAll(
    all
      .flatMap(entries)
      .map((entry, id) => ({ id, also: '', ...entry, excerpt: excerpt(entry.about) })),
  );
  return {
    pages: new Map(all.map((page) => [`${page.name}.html`, framed(page, all)])),
    index: JSON.stringify(search),
  };
};

/** The frame of every page. */
import pkg from '../../package.json' with { type: 'json' };
import { escape, heading } from './html.js';
import type { DocsPage } from './page.js';

const link = (page: DocsPage, current: DocsPage): string =>
  `<a href="./${page.name}.html"${page === current ? ' aria-current="page"' : ''}>${page.headline ?? escape(page.title)}</a>`;

const contents = (current: DocsPage, pages: readonly DocsPage[]): string =>
  (['Start', 'Guides', 'Elements', 'Reference'] as const)
    .map(
      (group) =>
        `<p class="overline">${group}</p><ul>${pages
          .filter((page) => page.group === group)
          .map((page) => `<li>${link(page, current)}</li>`)
          .join('')}</ul>`,
    )
    .join('');

const neighbours = (current: DocsPage, pages: readonly DocsPage[]): string => {
  const index = pages.indexOf(current);
  const [before, after] = [pages[index - 1], pages[index + 1]];
  return `<nav class="neighbours" aria-label="Before and after">${
    before ? `<p><span class="overline">Before</span> ${link(before, current)}</p>` : ''
  }${after ? `<p class="after"><span class="overline">Next</span> ${link(after, current)}</p>` : ''}</nav>`;
};

const SCHEMES = [
  ['auto', 'Automatic'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** A page as it is served, from `docs/`. */
export const framed = (page: DocsPage, pages: readonly DocsPage[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${escape(page.about)}" />
    <title>${escape(page.title)} · Doorstep</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="./docs.css" />
    <script type="module" src="./docs.ts"></script>
  </head>
  <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="masthead" id="top">
      <a class="wordmark" href="./index.html">Doorstep</a>
      <form class="search" role="search">
        <label for="search">Search</label>
        <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="Search the documentation" aria-controls="found" />
        <div id="found" hidden></div>
      </form>
      <a class="to-pages" href="#pages">All pages</a>
    </header>
    <div class="columns">
      <main id="content" tabindex="-1">
        <header class="opening">
          <h1>${page.headline ?? escape(page.title)}</h1>
          <div class="lead">${page.lead}</div>
        </header>${page.below ?? ''}
        <nav class="toc" aria-labelledby="toc">
          <p class="overline" id="toc">On this page</p>
          <ul>${page.sections.map(({ id, title }) => `<li><a href="#${id}">${escape(title)}</a></li>`).join('')}</ul>
        </nav>
        <div class="text">${page.sections
          .map(
            ({ id, title, body }) => `<section>${heading(2, id, escape(title))}${body}</section>`,
          )
          .join('\n')}</div>
        ${neighbours(page, pages)}
      </main>
      <nav class="pages" id="pages" aria-label="Documentation">${contents(page, pages)}</nav>
    </div>
    <footer class="foot">
      <p class="quiet">Doorstep ${pkg.version}, ${pkg.license}. <a href="#top">Back to the top</a></p>
      <fieldset class="scheme">
        <legend class="overline">Appearance</legend>
        ${SCHEMES.map(
          ([value, name]) =>
            `<label><input type="radio" name="scheme" value="${value}"${value === 'auto' ? ' checked' : ''} /> ${name}</label>`,
        ).join(' ')}
      </fieldset>
    </footer>
  </body>
</html>
`;

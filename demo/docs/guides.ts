/** The guides: Markdown files that take from the README, from the sources and from the checks what stands there already. */
import { checks } from '../../src/testing/conformance.js';
import { plain, slug } from './html.js';
import { markdown, part, textAt } from './markdown.js';
import type { DocsPage, Section } from './page.js';

/** The comment at the top of a source file as Markdown, and what follows as code. */
const source = (path: string): string => {
  const [, comment = '', rest = ''] =
    /^\/\*\*([^]*?)\*\/\s*(?:import type [^;]*;\s*)*([^]*)$/.exec(textAt(path)) ?? [];
  const [words = ''] = comment.replace(/^ ?\* ?/gm, '').split('@example');
  return `${words.replace(/^# .*$/m, '').replace(/\{@link (\w+)\}/g, '`$1`')}\n\n\`\`\`ts\n${rest.trim()}\n\`\`\``;
};

const table = (): string =>
  `| Check | Rule | What must hold |\n| --- | --- | --- |\n${checks
    .map(({ id, rule, says }) => `| \`${id}\` | ${rule} | ${says} |`)
    .join('\n')}`;

/** A guide as it is meant, whole: what it takes from elsewhere is in it. */
export const guideText = (name: string): string =>
  textAt(`demo/docs/guides/${name}.md`).replace(
    /^<!-- (readme|changelog|source|checks)(?:: (.*))? -->$/gm,
    (_, kind: string, what: string) =>
      kind === 'readme'
        ? part('README.md', what)
        : kind === 'changelog'
          ? part('CHANGELOG.md', 'Changelog').replace(/^##/gm, '###')
          : kind === 'source'
            ? source(what)
            : table(),
  );

/** Markup cut at its headings of the second level. */
const cut = (markup: string): { readonly lead: string; readonly sections: Section[] } => {
  const [lead = '', ...parts] = markup.split(/(?=<h2 )/);
  const sections = parts.map((each) => {
    const [, id, title, body] = /^<h2 id="([^"]*)">([^]*?)<\/h2>([^]*)$/.exec(each)!;
    return { id: id!, title: plain(title!), body: body! };
  });
  return { lead, sections };
};

export const guidePage = (name: string, group: DocsPage['group']): DocsPage => {
  const { lead, sections } = cut(markdown(guideText(name)));
  const [, title = '', rest = ''] = /^<h1[^>]*>([^]*?)<\/h1>([^]*)$/.exec(lead.trim()) ?? [];
  const [, first = ''] = /<p>([^]*?)<\/p>/.exec(rest) ?? [];
  return { name, title: plain(title), about: plain(first), group, lead: rest, sections };
};

/** A part of the README, with a heading. */
export const readmeSection = (title: string): Section => ({
  id: slug(title),
  title,
  body: markdown(part('README.md', title)),
});

/** Guides and doc comments are Markdown; code in them is coloured here, so that no page needs a script for it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { Marked } from 'marked';
import pkg from '../../package.json' with { type: 'json' };
import { escape, heading, plain, slug } from './html.js';

const languages = { bash, css, json, typescript, xml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);
const NAMES: Readonly<Record<string, keyof typeof languages>> = {
  html: 'xml',
  js: 'typescript',
  jsx: 'typescript',
  ts: 'typescript',
  sh: 'bash',
  css: 'css',
  json: 'json',
};
/** A file of the project. */
export const fileAt = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const textAt = (path: string): string => readFileSync(fileAt(path), 'utf8');

/** Code that can be scrolled by keys too. */
export const code = (text: string, language = ''): string => {
  const known = NAMES[language];
  const coloured = known ? hljs.highlight(text, { language: known }).value : escape(text);
  return `<pre tabindex="0"><code>${coloured}</code></pre>`;
};

/** Files of the project that have a page here. */
const PAGES: Readonly<Record<string, string>> = {
  'src/adapter/adapter.ts': './adapter.html#the-interface',
  'src/adapters/rest/openapi.json': './http.html',
  'src/model/order.ts': './model.html#order',
  'src/model/slot.ts': './model.html#slot',
  'src/styles/tokens.json': './tokens.html',
};
const { repository } = pkg as { repository?: { url: string } };

/** A link to a file of the project leads to its page here, or to where the project is kept; else it is its name. */
const linked = (href: string, label: string): string => {
  const page = PAGES[href];
  if (page) return `<a href="${page}">${label}</a>`;
  if (/^(?:https?:|mailto:|#|\.\.?\/)/.test(href) || !existsSync(fileAt(href)))
    return `<a href="${escape(href)}">${label}</a>`;
  if (repository)
    return `<a href="${repository.url.replace(/^git\+|\.git$/g, '')}/blob/HEAD/${href}">${label}</a>`;
  const name = `<code>${href}</code>`;
  return label === name ? name : `${label} (${name})`;
};

const marked = new Marked({
  renderer: {
    code: ({ text, lang }) => code(text, lang),
    heading({ tokens, depth }) {
      const markup = this.parser.parseInline(tokens);
      return heading(depth, slug(plain(markup)), markup);
    },
    link({ href, tokens }) {
      return linked(href, this.parser.parseInline(tokens));
    },
    table({ header, rows }) {
      const cells = (row: typeof header, tag: string): string =>
        `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
      // A table that Markdown gives a head only because it has to has none.
      const head = header.some(({ text }) => text) ? `<thead>${cells(header, 'th')}</thead>` : '';
      const body = rows.map((row) => cells(row, 'td')).join('');
      return `<div class="wide" tabindex="0"><table>${head}<tbody>${body}</tbody></table></div>`;
    },
  },
});

export const markdown = (text: string): string => marked.parse(text, { async: false });
export const inline = (text: string): string => marked.parseInline(text, { async: false });

/** The part of a Markdown file under one of its headings, without the marks of what is generated. */
export const part = (path: string, title: string): string => {
  const lines = textAt(path).split('\n');
  let fenced = false;
  const levels = lines.map((line) => {
    if (line.startsWith('```')) fenced = !fenced;
    return fenced ? 0 : (/^(#+) /.exec(line)?.[1]?.length ?? 0);
  });
  const start = lines.findIndex(
    (line, index) => levels[index] && line.replace(/^#+ /, '') === title,
  );
  if (start < 0) throw new Error(`${path} has no part called ${title}`);
  const after = levels.findIndex(
    (level, index) => index > start && level > 0 && level <= levels[start]!,
  );
  return lines
    .slice(start + 1, after < 0 ? undefined : after)
    .filter((line) => !/^<!-- .* -->$/.test(line))
    .join('\n')
    .trim();
};

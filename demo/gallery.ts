/**
 * Every state of every element on one page. `?lang=fr`, `?dark`, `?only=missed|ordered`, `?width=phone` (one
 * column, as wide as the window), `?theme=`, `?icons` (three of one's own), `?tag=`, `?from=` and `?count=` choose what
 * is looked at.
 */
import '../src/i18n/locales/load.js';
import { exhibitsOf } from './wall.js';

const query = new URLSearchParams(location.search);
const language = query.get('lang') ?? 'en';
document.documentElement.lang = language;
if (query.has('dark')) document.documentElement.dataset['scheme'] = 'dark';
const theme = query.get('theme');
const themes = import.meta.glob<string>('../src/styles/themes/*.css', {
  query: '?inline',
  import: 'default',
});
if (theme) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((await themes[`../src/styles/themes/${theme}.css`]?.()) ?? '');
  document.adoptedStyleSheets.push(sheet);
}
if (query.has('icons'))
  for (const name of ['phone', 'chevron', 'done']) {
    const { href } = new URL(`icons/${name}.svg`, document.baseURI);
    document.documentElement.style.setProperty(`--doorstep-icon-${name}`, `url("${href}")`);
  }
if (query.has('width')) document.body.dataset['width'] = query.get('width') ?? '';
const only = query.get('only')?.split('|');
const first = Number(query.get('from') ?? 0);
const count = Number(query.get('count') ?? Infinity);
const tag = query.get('tag') ?? 'doorstep-order';
const main = document.querySelector('main')!;

const all = exhibitsOf(tag, language);
// Whoever looks at the page without a wish sees the badges too.
const shown = tag === 'doorstep-order' ? [...all, ...exhibitsOf('doorstep-stock', language)] : all;
for (const exhibit of shown.slice(first, first + count)) {
  if (only && !only.includes(exhibit.name)) continue;
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = tag === exhibit.tag ? exhibit.name : `stock: ${exhibit.name}`;
  section.append(heading, exhibit.make());
  main.append(section);
}

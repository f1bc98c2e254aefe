import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import { INDEX, type Entry } from './index-options.js';

const MOST = 12;

/** Made when somebody goes to the field: nobody else needs it. */
let search: Promise<MiniSearch<Entry>> | undefined;
const load = (): Promise<MiniSearch<Entry>> =>
  (search ??= Promise.all([import('minisearch'), import('virtual:doorstep-docs-search')]).then(
    ([{ default: Mini }, { default: index }]) => Mini.loadJSON(index, INDEX),
  ));

const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...inside);
  return made;
};

const row = ({ title, kind, where, excerpt, href }: Entry & SearchResult): HTMLLIElement => {
  const link = element(
    'a',
    '',
    element('b', '', title),
    ' ',
    element('span', 'beside', kind === 'page' ? where : `${kind}, ${where}`),
    element('span', 'excerpt', excerpt),
  );
  link.href = href;
  return element('li', '', link);
};

/** `/` leads to the field, the arrows from it to what was found and back, Escape out of it. */
export const openSearch = (): void => {
  const field = document.querySelector<HTMLInputElement>('#search')!;
  const found = document.querySelector<HTMLElement>('#found')!;
  const said = element('p', 'quiet');
  said.setAttribute('role', 'status');
  const list = element('ul', '');
  found.append(said, list);

  const show = async (): Promise<void> => {
    const words = field.value.trim();
    const index = words ? await load() : undefined;
    const exact = index?.search(words) ?? [];
    // A question in a sentence has words that no text has; what has most of the others is better than nothing.
    const results = exact.length ? exact : (index?.search(words, { combineWith: 'OR' }) ?? []);
    // Somebody has written on meanwhile.
    if (words !== field.value.trim()) return;
    const shown = results.slice(0, MOST) as (Entry & SearchResult)[];
    found.hidden = !words;
    said.textContent = !words
      ? ''
      : !results.length
        ? 'Nothing has that name, and no text has any of these words'
        : !exact.length
          ? 'Nothing has all of these words. Nearest to them:'
          : results.length > MOST
            ? `The ${MOST} best of ${results.length} found`
            : `${results.length} found`;
    list.replaceChildren(...shown.map(row));
  };
  const close = (): void => {
    found.hidden = true;
  };

  field.addEventListener('focus', () => void load());
  field.addEventListener('input', () => void show());
  field.form!.addEventListener('submit', (event) => {
    event.preventDefault();
    void show().then(() => list.querySelector('a')?.click());
  });
  field.form!.addEventListener('focusin', (event) => {
    if (event.target === field && field.value.trim()) found.hidden = false;
  });
  field.form!.addEventListener('keydown', (event) => {
    const stops = [field, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && !found.hidden) {
      event.preventDefault();
      close();
      field.focus();
      close();
    } else if (step && at >= 0 && !found.hidden) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)]!.focus();
    }
  });
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || ctrlKey || metaKey || altKey) return;
    if (
      event
        .composedPath()
        .some((each) => each instanceof Element && each.matches('input,select,textarea'))
    )
      return;
    if (target === field) return;
    event.preventDefault();
    field.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!field.form!.contains(event.target as Node)) close();
  });
  // A link to a place on this page leaves the page where it is.
  list.addEventListener('click', close);
};

import type { Options } from 'minisearch';

/** What is found: a page, a section of one, or something that has a name there. */
export interface Entry {
  readonly id: number;
  readonly title: string;
  /** `page`, `section`, `attribute`, `token`, … */
  readonly kind: string;
  /** The page it is on. */
  readonly where: string;
  /** What is said of it: searched, and its beginning shown. */
  readonly about: string;
  /** Another name of the same, or nothing. */
  readonly also: string;
  readonly excerpt: string;
  readonly href: string;
}

/** The same where the index is made and where it is asked. */
export const INDEX: Options<Entry> = {
  fields: ['title', 'where', 'about', 'also', 'kind'],
  // Whoever writes American finds the same.
  processTerm: (term) => term.toLowerCase().replace('color', 'colour'),
  storeFields: ['title', 'kind', 'where', 'href', 'excerpt'],
  searchOptions: {
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: 'AND',
    boost: { title: 4, where: 2 },
    boostDocument: (_id, _term, stored) =>
      ({ page: 3, section: 1.5 })[stored?.['kind'] as string] ?? 1,
  },
};

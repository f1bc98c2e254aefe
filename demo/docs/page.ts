/** A page of the documentation, before it stands in its frame. */
export interface DocsPage {
  /** File name without its ending. */
  readonly name: string;
  readonly title: string;
  /** The title as markup, where it is more than text. */
  readonly headline?: string;
  /** One sentence of text: for search engines, and for the page that lists all. */
  readonly about: string;
  readonly group: 'Start' | 'Guides' | 'Elements' | 'Reference';
  /** Markup of what stands above the list of what is on the page. */
  readonly lead: string;
  /** Markup between that and the rest. */
  readonly below?: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Markup, without the heading. */
  readonly body: string;
  /** Things inside that can be found by name. */
  readonly terms?: readonly Term[];
}

/** Something with a name, a kind and words: an attribute, a token, a field of the model. */
export interface Term {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly about: string;
  /** Another name of the same. */
  readonly also?: string;
}

import type { CSSResult } from 'lit';

/** The sheets of a root, as they were made for this page. */
const worn = new WeakMap<ShadowRoot, CSSStyleSheet[]>();
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();

/** A sheet as the document takes it that a root is in now: each takes only those it has made itself. */
const fitting = ({ ownerDocument }: ShadowRoot, sheet: CSSStyleSheet): CSSStyleSheet => {
  const view = ownerDocument?.defaultView;
  // On a server there is no document.
  if (!view || view === globalThis.window) return sheet;
  const made = copies.get(ownerDocument) ?? new Map<CSSStyleSheet, CSSStyleSheet>();
  copies.set(ownerDocument, made);
  let copy = made.get(sheet);
  if (!copy) {
    made.set(sheet, (copy = new view.CSSStyleSheet()));
    copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join(''));
  }
  return copy;
};

/** Puts more styles on a root. */
export const wear = (root: ShadowRoot, ...styles: readonly CSSResult[]): void => {
  const sheets = styles.map(({ styleSheet }) => styleSheet!);
  worn.set(root, [...(worn.get(root) ?? []), ...sheets]);
  root.adoptedStyleSheets.push(...sheets.map((sheet) => fitting(root, sheet)));
};

/** Puts the styles of a root on again: a move into another document, a frame's, takes them all off. */
export const wearAgain = (root: ShadowRoot | null): void => {
  if (root?.ownerDocument.defaultView)
    root.adoptedStyleSheets = (worn.get(root) ?? []).map((sheet) => fitting(root, sheet));
};

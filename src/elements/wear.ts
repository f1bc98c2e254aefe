import type { CSSResult } from 'lit';

/** The sheets of a root, as they were made for this page. */
const worn = new WeakMap<ShadowRoot, CSSStyleSheet[]>();

const putOn = (root: ShadowRoot, sheets: readonly CSSStyleSheet[]): void => {
  const view = root.ownerDocument?.defaultView;
  // A document takes only sheets that it has made itself. On a server there is none.
  const fitting = (sheet: CSSStyleSheet): CSSStyleSheet => {
    if (!view || view === globalThis.window) return sheet;
    const copy = new view.CSSStyleSheet();
    copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join(''));
    return copy;
  };
  root.adoptedStyleSheets.push(...sheets.map(fitting));
};

/** Puts more styles on a root. */
export const wear = (root: ShadowRoot, ...styles: readonly CSSResult[]): void => {
  const sheets = styles.map(({ styleSheet }) => styleSheet!);
  worn.set(root, [...(worn.get(root) ?? []), ...sheets]);
  putOn(root, sheets);
};

/** Puts the styles of a root on again: a move into another document, a frame's, takes them all off. */
export const wearAgain = (root: ShadowRoot | null): void => {
  if (root?.ownerDocument.defaultView) putOn(root, worn.get(root) ?? []);
};

import { keepRoom } from './room.js';

/** Milliseconds in which nothing moves afterwards: longer than any movement. */
const STILL = 1000;

/**
 * Draws over what was served, so that nobody notices: what stands below stays where it is, and a reader where
 * he was.
 *
 * @param draw clears the root and draws
 * @param target who has the focus in place of what is gone
 */
export const replace = (
  host: HTMLElement,
  draw: () => void,
  target: () => HTMLElement | null,
): void => {
  const root = host.shadowRoot!;
  const { activeElement } = root;
  const href = activeElement?.getAttribute('href');
  // Dates are longer than ages.
  const heightOf = (part: Element | null): number => part?.getBoundingClientRect().height ?? 0;
  const head = heightOf(root.querySelector('[part="head"]'));
  keepRoom(root, `.base{min-height:${heightOf(host)}px}[part="head"]{min-height:${head}px}`);
  // Nothing arrives that was there, here or in the elements inside.
  const still = new CSSStyleSheet();
  still.replaceSync('.base{--doorstep-motion:0s}');
  setTimeout(() => still.replaceSync(''), STILL);
  root.adoptedStyleSheets.push(still);
  draw();
  if (!activeElement) return;
  const same = [...root.querySelectorAll('a')].find((link) => link.getAttribute('href') === href);
  const next = same ?? target();
  if (!next) return;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus({ preventScroll: true });
};

import { css, type CSSResultGroup } from 'lit';
import { base } from './base.js';
import { card } from './card.js';
import { items } from './items.js';
import { line } from './line.js';
import { parcel } from './parcel.js';
import { path } from './path.js';
import { remedyStyles } from './remedy.js';
import { slot } from './slot.js';

/** What is in a served page and never in one that is alive. */
const copy = css`
  /* What takes a script keeps its room until there is one. Choices are read: a person can be told. */
  :disabled,
  /* Where its marks stand cannot be written without a style of their own. */
  .promise :is(.top, .rail) {
    visibility: hidden;
  }
  [aria-disabled='true']:disabled,
  .choices :disabled {
    visibility: visible;
    background: var(--_tint);
    color: var(--_soft);
    cursor: default;
  }
  .as-of {
    color: var(--_soft);
    /* as high as the line that names the zone to a reader in another one */
    padding: calc(var(--_unit) * 3) 0;
  }
  /* Here already: it did not come just now, whatever the element's own sheets say. */
  .base .arriving {
    animation: none;
  }
`;

const textOf = (styles: CSSResultGroup): string =>
  Array.isArray(styles) ? styles.map(textOf).join('\n') : (styles as { cssText: string }).cssText;

/** One sheet for everything that a server writes, since a strict policy allows none inside a page. */
export const served: string = textOf([
  ...[base, card, line, items, parcel, path, remedyStyles, slot],
  copy,
]);

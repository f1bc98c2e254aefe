import { css } from './sheet.js';

/**
 * The stock badge: icon, phrase in its colour, one line of source, and what else there is to say. Its base has
 * no box of its own, which spares the layout one for each of a thousand badges.
 */
export const stockStyles = css`
  .base {
    display: contents;
  }
  .stock {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 0 calc(var(--_unit) * 2);
    line-height: 20px;
  }
  .stock > b {
    color: var(--_tone);
  }
  .stock > .small {
    grid-column: 2;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

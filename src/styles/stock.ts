import { css } from 'lit';

/** The stock badge: icon, phrase in its colour, one line of source. */
export const stockStyles = css`
  .stock {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 0 calc(var(--_unit) * 2);
    line-height: 20px;
  }
  .stock > b {
    color: var(--_tone);
  }
  .stock > .small {
    grid-column: 2;
  }
`;

import { css } from 'lit';

/** What was ordered: a picture, the name, what is known of its units. */
export const items = css`
  .item {
    display: grid;
    grid-template-columns: 48px 1fr;
    gap: calc(var(--_unit) * 3);
    align-items: center;
    font-size: 0.875em;
    line-height: 1.45;
  }
  .picture {
    width: 48px;
    height: 48px;
    border-radius: var(--_control);
    background: var(--_tint);
    display: grid;
    place-items: center;
    object-fit: cover;
  }
  .picture .icon {
    width: 26px;
    height: 26px;
    stroke-width: 1.2;
  }
  .item small {
    font-size: 1em;
  }
`;

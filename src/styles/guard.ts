import { css } from 'lit';

/** The checkout guard: what is held, the quiet line while it is checked, the panel. */
export const guardStyles = css`
  :host {
    position: relative;
  }
  slot[hidden] {
    display: none;
  }
  /* lies over what follows, so that nothing moves while the shop is asked */
  .status {
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    pointer-events: none;
  }
  .status > p {
    display: flex;
    gap: calc(var(--_unit) * 2);
    width: fit-content;
    max-width: 100%;
    padding: var(--_unit) calc(var(--_unit) * 2);
    border-radius: var(--_control);
    background: var(--_surface);
    margin-top: var(--_unit);
  }
  .after {
    margin-top: calc(var(--_unit) * 4);
  }
  .note,
  .status .icon {
    margin-top: calc(var(--_unit) * 2);
  }
  .status .icon {
    margin-top: 0;
  }
  .facts {
    grid-template-columns: minmax(3em, max-content) 1fr;
  }
  .name {
    margin-bottom: calc(var(--_unit) * 1.5);
  }
  @media print {
    .stack:has(> .choices) {
      display: none;
    }
  }
`;

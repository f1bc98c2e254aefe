import { css } from './sheet.js';

/** What a badge says when it is asked for more: the names, and the wish to be told. */
export const wishStyles = css`
  .more {
    padding-inline-start: calc(20px + var(--_unit) * 2);
    --_edge: var(--doorstep-edge, light-dark(#8a857a, #857f74));
    --_control: var(--doorstep-control-radius, 8px);
    --_rule: var(--doorstep-rule, 1px);
    text-wrap: pretty;
  }
  [role='group'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 2);
    padding-block: calc(var(--_unit) * 3);
    max-width: 28em;
  }
  label {
    color: var(--_ink);
  }
  .choices {
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
    overflow: hidden;
  }
  .choices > button,
  .send,
  .input {
    font: inherit;
    color: var(--_ink);
    background: none;
    min-height: 48px;
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 4);
    border: 0 solid var(--_edge);
  }
  .choices > button {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_unit) * 2);
    align-items: center;
    width: 100%;
    text-align: start;
    cursor: pointer;
  }
  .choices > button + button {
    border-top-width: var(--_rule);
  }
  .choices span {
    color: var(--_soft);
  }
  .choices :focus-visible {
    outline-offset: -3px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2);
  }
  .input,
  .send {
    border-width: var(--_rule);
    border-radius: var(--_control);
  }
  .input {
    flex: 1 1 min(12em, 100%);
    min-width: 0;
    /* a smaller one makes a telephone zoom in */
    font-size: max(16px, 1em);
  }
  .send {
    font-weight: var(--_strong);
    cursor: pointer;
  }
  .problem {
    color: var(--_bad);
  }
  [aria-invalid='true'] {
    border-color: var(--_bad);
  }
  [aria-disabled='true'],
  [aria-disabled='true'] * {
    color: var(--_soft);
    cursor: default;
  }
  @media (forced-colors: active) {
    .more {
      --_edge: CanvasText;
    }
  }
  @media print {
    [role='group'] {
      display: none;
    }
  }
`;

import { css } from 'lit';

/** What the remedy shows after the press: the receipt, the law, and what else can be wrong. */
export const remedyStyles = css`
  summary {
    cursor: pointer;
    color: var(--_link);
    min-height: 44px;
    align-content: center;
    width: fit-content;
  }
  details > :not(summary) {
    margin-top: calc(var(--_unit) * 2);
  }
  pre {
    font: inherit;
    font-size: 0.875em;
    line-height: 1.6;
    margin: 0;
    padding: calc(var(--_unit) * 4);
    background: var(--_tint);
    border-radius: var(--_control);
    white-space: pre-wrap;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: calc(var(--_unit) * 2);
  }
  .ground {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: calc(var(--_unit) * 2);
    align-items: center;
    min-height: 44px;
    cursor: pointer;
  }
  .ground input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_action);
  }
  .law a {
    display: inline-block;
    padding-block: 12px;
    margin-block: -12px;
  }
  @media print {
    .law,
    .receipt summary {
      display: none;
    }
  }
`;

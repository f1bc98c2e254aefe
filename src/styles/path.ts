import { css } from 'lit';

/** Steps one below the other: the path of the money, the changes of what was agreed. */
export const path = css`
  .when,
  .ahead-step > .icon + span {
    color: var(--_soft);
  }
  .when {
    font-size: 0.875em;
    text-align: end;
  }
  .path li {
    display: grid;
    grid-template-columns: 20px 1fr auto;
    gap: 0 calc(var(--_unit) * 3);
    padding-bottom: calc(var(--_unit) * 5);
    position: relative;
    line-height: 20px;
  }
  .path li:last-child {
    padding: 0;
  }
  .path li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(10px - var(--_mark) / 2);
    top: 22px;
    bottom: 2px;
    border-inline-start: var(--_mark) solid var(--_line);
  }
  .path .good:not(.next)::before {
    border-color: var(--_good);
  }
  .path small {
    grid-column: 2/-1;
  }
`;

import { css } from 'lit';

/** The slot picker: days below one another, windows beside one another, and what the customer rules out. */
export const pickerStyles = css`
  .grid {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: calc(var(--_unit) * 2);
    max-width: 44em;
  }
  .row {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1/-1;
    align-items: start;
  }
  .day-name {
    display: grid;
    align-content: center;
    min-height: 48px;
    font-size: 0.875em;
    line-height: 1.25;
    color: var(--_soft);
  }
  .grid .day-name b {
    background: none;
  }
  .cells {
    display: grid;
    grid-template-columns: repeat(var(--_columns, 1), minmax(0, 1fr));
    gap: calc(var(--_unit) * 2);
  }
  .columns-2 {
    --_columns: 2;
  }
  .columns-3 {
    --_columns: 3;
  }
  .columns-4 {
    --_columns: 4;
  }
  .columns-0 .cells {
    grid-template-columns: repeat(auto-fill, minmax(min(4.75em, 100%), 1fr));
  }
  .cell {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-width: 0;
    min-height: 48px;
    padding: var(--_unit) 1px;
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
    background: var(--_surface);
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
    transition: opacity calc(var(--_motion) * 0.6);
  }
  .cell small {
    line-height: 1.25;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .shut,
  .whole,
  [aria-disabled='true'] > .row .cell {
    background: var(--_tint);
    border-color: transparent;
    color: var(--_soft);
    font-size: 0.875em;
    cursor: default;
  }
  .shut small {
    font-size: 1em;
    color: inherit;
  }
  .shut s {
    text-decoration-thickness: 1px;
  }
  /* English in place of a language without words here is written its own way, at that language's edge. */
  :is(p, label, .link, .button, .day-name, .cell > *),
  :is([role='heading'], [part='rules'], .source > *, .note > *, .note b, .way > *) {
    unicode-bidi: plaintext;
  }
  :is(p, label, [role='heading'], [part='rules'], .cell > *, .source > *, .note > *, .way > *) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .hours {
    white-space: nowrap;
  }
  .shut.bad {
    color: var(--_bad);
  }
  .whole {
    grid-column: 1/-1;
    flex-direction: row;
    justify-content: start;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    color: var(--_ink);
    text-align: start;
    line-height: 1.3;
    --_tone: var(--_bad);
  }
  .cell.chosen {
    background: var(--_action);
    border-color: var(--_action);
    color: var(--_on-action);
    font-weight: var(--_strong);
  }
  .chosen small {
    color: inherit;
  }
  .chosen .icon {
    /* ours, as it has no words beside it */
    --_icon: initial;
    width: 16px;
    height: 16px;
    stroke-width: 2.2;
    color: inherit;
    margin-bottom: -2px;
  }
  .reason {
    grid-column: 1/-1;
    font-size: 0.875em;
    line-height: 1.45;
    color: var(--_soft);
  }
  .jumps {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_unit) * 6);
    margin-block: -12px;
  }
  .jumps .link {
    margin: 0;
  }
  :is([part='take'], [part='keep']) {
    text-wrap: balance;
  }
  .rules {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 3);
    padding: calc(var(--_unit) * 4);
    border-radius: var(--_control);
    background: var(--_tint);
    max-width: 44em;
  }
  .toggles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(4.7em, 100%), 1fr));
    gap: calc(var(--_unit) * 2);
    margin-top: calc(var(--_unit) * 1.5);
  }
  /* whose short names of days are the long ones */
  .base:lang(ar) .toggles {
    grid-template-columns: repeat(auto-fill, minmax(min(6.4em, 100%), 1fr));
  }
  .base .toggles.wide {
    grid-template-columns: minmax(0, 1fr);
  }
  .toggle {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 1.5);
    min-height: 48px;
    padding: var(--_unit) calc(var(--_unit) * 2);
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
    background: var(--_surface);
    cursor: pointer;
  }
  input {
    width: 20px;
    height: 20px;
    margin: 0;
    flex: none;
    accent-color: var(--_action);
  }
  label:not(.toggle) {
    display: grid;
    gap: var(--_unit);
    font-size: 0.875em;
    color: var(--_soft);
  }
  .input {
    width: 100%;
    min-height: 48px;
    padding: 0 calc(var(--_unit) * 2);
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    /* a smaller one makes a telephone zoom in */
    font-size: max(16px, 1.143em);
  }
  /* side by side where "toute heure" fits beside its arrow */
  .rules .two {
    grid-template-columns: repeat(auto-fit, minmax(min(8.5em, 100%), 1fr));
  }
  .rules .button {
    padding-inline: calc(var(--_unit) * 2);
  }
  .problem,
  .note.bad b {
    color: var(--_bad);
  }
  .stack > .source,
  .stack > .note {
    margin: 0;
  }
  @media (hover: hover) {
    .cell:not([aria-disabled]):hover {
      opacity: 0.86;
    }
  }
  @container (max-width: 26em) {
    .columns-4 {
      --_columns: 2;
    }
  }
  /* Three columns on the smallest phone: "10–12 h" stays on one line. */
  @container (max-width: 18em) {
    .cell {
      font-size: 0.875em;
    }
  }
  /* Text so large that a day finds no room beside its windows stands above them. */
  @container (max-width: 15em) {
    .grid,
    .row {
      display: block;
    }
    .row + .row {
      margin-top: calc(var(--_unit) * 3);
    }
    .day-name {
      display: block;
      min-height: 0;
      margin-bottom: var(--_unit);
    }
    .columns-3,
    .columns-4 {
      --_columns: 2;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cell {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .cell.chosen {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
    .shut,
    .whole {
      border-color: GrayText;
      border-style: dotted;
    }
  }
  @media print {
    .rules,
    .link {
      display: none;
    }
  }
`;

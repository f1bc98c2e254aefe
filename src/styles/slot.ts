import { css } from 'lit';

/** What the slot element adds to a card: facts that share one edge, flags, the list of changes. */
export const slot = css`
  .slot .facts {
    grid-template-columns: 5.25em 1fr;
    gap: calc(var(--_unit) * 3) calc(var(--_unit) * 3);
  }
  .slot dt {
    line-height: 1.715;
  }
  .slot dd {
    font-size: 1.143em;
    line-height: 1.5;
  }
  .slot dd small {
    font-size: 0.875em;
    line-height: 1.45;
  }
  .flag {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: calc(var(--_unit) * 2);
    font-size: 0.875em;
    line-height: 20px;
    margin-top: calc(var(--_unit) * 1.5);
  }
  .flag b {
    color: var(--_tone);
  }
  .changes li > span {
    grid-column: 2/-1;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2);
  }
  .actions .button {
    flex: 1 1 auto;
    width: auto;
    padding-inline: calc(var(--_unit) * 3);
  }
  .folded {
    display: none;
  }
  /* English in place of a language without words here is written its own way, at that language's edge. */
  :is(p, dt, dd, small, .button, .choices b, .flag > *, .path span),
  :is(.source > *, .note > *, .note b, .way > *, [role='heading']) {
    unicode-bidi: plaintext;
  }
  :is(
    p,
    dt,
    dd,
    .path small,
    .choices small,
    .choices b,
    .flag > *,
    .path span,
    .source > *,
    .way > *
  ),
  [role='heading'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  @container (max-width: 20em) {
    .slot .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .slot dd + dt {
      margin-top: calc(var(--_unit) * 3);
    }
  }
  @media print {
    .folded {
      display: block;
    }
  }
`;

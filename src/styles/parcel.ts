import { css } from 'lit';

/** What one parcel and several of them have beside what every card has. */
export const parcel = css`
  .timeline {
    display: grid;
    grid-template-columns: minmax(44px, max-content) 20px 1fr;
    gap: 0 calc(var(--_unit) * 2);
    /* a record far from the window is laid out when it comes near; until then it has the room of five rows */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 300px;
  }
  .timeline li {
    display: grid;
    grid-column: 1/-1;
    grid-template-columns: subgrid;
    padding-bottom: calc(var(--_unit) * 4);
    line-height: 20px;
  }
  .timeline li > * {
    grid-row: 2;
  }
  .timeline .icon,
  .timeline li:not(.last)::before {
    grid-column: 2;
  }
  .timeline li > div {
    grid-column: 3;
  }
  /* from below the mark down to the next one; in the flow, which is laid out faster */
  .timeline li:not(.last)::before {
    content: '';
    grid-row: 2;
    justify-self: center;
    margin-block: 22px calc(2px - var(--_unit) * 4);
    border-inline-start: var(--_mark) solid var(--_line);
  }
  /* what a mark lacks is not laid out */
  .timeline [d=''] {
    display: none;
  }
  .timeline :is(time, .notime) {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .timeline .day {
    grid-column: 1/-1;
    grid-row: 1;
    font-size: 0.875em;
    line-height: 1.45;
    font-weight: var(--_strong);
    padding-bottom: calc(var(--_unit) * 2);
  }
  li + li > .day {
    padding-top: calc(var(--_unit) * 2);
  }
  .accounts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
  }
  .accounts > * {
    padding: calc(var(--_unit) * 3);
  }
  .accounts > * + * {
    border-inline-start: var(--_rule) solid var(--_line);
  }
  .accounts b {
    display: block;
  }
  .link {
    color: var(--_link);
  }
  .facts a {
    display: inline-block;
    padding-block: 12px;
    margin-block: -8px;
  }
  a.button {
    display: block;
    text-decoration: none;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(60px, 1fr));
    gap: calc(var(--_unit) * 2);
  }
  .tiles > * {
    display: grid;
    place-items: center;
    padding: calc(var(--_unit) * 1.5) 0;
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
    font-size: 0.875em;
    line-height: 1.45;
    --_tone: var(--_ink);
  }
  /* a mark with no words beside it stays ours: a picture may be refused by a policy, or never come */
  .tiles .icon {
    --_icon: initial;
  }
  .tiles .good {
    --_tone: var(--_good);
    color: var(--_good);
    background: color-mix(in srgb, var(--_good) 13%, var(--_surface));
    border-color: transparent;
  }
  .tiles .bad {
    --_tone: var(--_bad);
    color: var(--_bad);
    border: 1.5px dashed;
  }
  .visually-hidden {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
    white-space: nowrap;
  }
  @media print {
    .timeline {
      content-visibility: visible;
    }
  }
  /* narrower, a date would break within its digits */
  @container (max-width: 20.5em) {
    .accounts {
      grid-template-columns: 1fr;
    }
    .accounts > * + * {
      border-inline-start: 0;
      border-top: var(--_rule) solid var(--_line);
    }
  }
`;

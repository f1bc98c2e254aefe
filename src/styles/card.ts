import { css } from 'lit';

/** Everything that stands on a card: sentence, source, promise line, choices, record, way out. */
export const card = css`
  .base {
    container-type: inline-size;
  }
  .card {
    background: var(--_surface);
    border: var(--_rule) solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_pad);
    --_pad: calc(var(--_unit) * 6);
  }
  .card,
  .column {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 6);
  }
  .bare {
    border: 0;
    border-radius: 0;
    padding: 0;
    background: none;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 3);
  }
  .reference {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_unit) * 3);
  }
  .say {
    font-family: var(--doorstep-font-say, inherit);
    font-size: var(--_say);
    font-weight: var(--doorstep-say-weight, 600);
    line-height: var(--doorstep-say-leading, 1.25);
    --_say: var(--doorstep-say-size, 1.5em);
    letter-spacing: var(--doorstep-say-tracking, -0.01em);
    text-wrap: pretty;
    margin-top: calc(var(--_unit) * 2);
  }
  .lesser .say {
    --_say: 1.125em;
    margin-top: 0;
  }
  .source {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 0 calc(var(--_unit) * 2);
    margin-top: calc(var(--_unit) * 3);
    text-wrap: pretty;
  }
  .heading {
    font-size: 1em;
    font-weight: var(--_strong);
    line-height: 1.4;
  }

  /* the promise line */
  .promise {
    font-size: 0.875em;
    line-height: 1.3;
    color: var(--_soft);
  }
  .top {
    position: relative;
    height: 1.3em;
    margin-bottom: 12px;
  }
  .top span {
    position: absolute;
    white-space: nowrap;
    inset-inline-start: var(--a);
    translate: -50% 0;
  }
  .top span:dir(rtl) {
    translate: 50% 0;
  }
  .top .end,
  .top .end:dir(rtl) {
    inset-inline: auto 0;
    translate: 0;
  }
  .top .missed-mark {
    color: var(--_bad);
  }
  .top .start-label,
  .top .start-label:dir(rtl) {
    inset-inline-start: 0;
    translate: 0;
  }
  .rail {
    position: relative;
    height: 22px;
  }
  .rail i {
    position: absolute;
    inset-inline-start: var(--a, 0%);
    width: calc(var(--b) - var(--a, 0%));
  }
  .known,
  .ahead {
    top: calc(11px - var(--_mark) / 2);
    height: var(--_mark);
    background: var(--_ink);
  }
  .ahead {
    background: var(--_edge);
    opacity: 0.55;
  }
  .silent {
    top: calc(11px - var(--_mark) / 2);
    border-top: var(--_mark) dashed var(--_edge);
  }
  .window {
    top: 5px;
    height: 12px;
    border-radius: min(var(--_control), 3px);
    background: var(--_good);
  }
  .risk .window {
    background: var(--_care);
  }
  .late {
    top: 5px;
    height: 12px;
    border: 1.5px solid var(--_bad);
    border-inline-start: 0;
    background: repeating-linear-gradient(-45deg, var(--_bad) 0 1.5px, transparent 1.5px 5px);
  }
  .rail .dot,
  .rail .ring {
    width: 12px;
    height: 12px;
    top: 5px;
    margin-inline-start: -6px;
    border-radius: 50%;
    background: var(--_ink);
  }
  .rail .start {
    margin-inline-start: 0;
  }
  .rail .ring {
    background: var(--_surface);
    border: 3px solid var(--_ink);
  }
  .rail .due {
    width: 3px;
    top: 0;
    height: 22px;
    margin-inline-start: -3px;
    background: var(--_ink);
    border-radius: 1px;
  }
  .missed .due {
    background: var(--_bad);
  }
  .bottom {
    overflow-wrap: break-word;
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_unit) * 4);
    margin-top: 8px;
  }
  .bottom > :last-child {
    flex: none;
    text-align: end;
    margin-inline-end: var(--b, 0);
  }
  .bottom b {
    display: block;
  }

  /* what you can do */
  .button {
    font: inherit;
    font-weight: var(--_strong);
    line-height: 1.35;
    display: block;
    width: 100%;
    min-height: 48px;
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 5);
    border-radius: var(--_control);
    border: var(--_rule) solid var(--_edge);
    background: var(--_surface);
    color: var(--_ink);
    text-align: center;
    cursor: pointer;
    transition: opacity 120ms;
  }
  .button small,
  .choices small {
    display: block;
    font-weight: 400;
    font-size: 0.875em;
    line-height: 1.45;
  }
  .button.primary {
    background: var(--_action);
    border-color: var(--_action);
    color: var(--_on-action);
  }
  .button[aria-disabled='true'],
  .choices [aria-disabled='true'] {
    background: var(--_tint);
    border-color: var(--_line);
    color: var(--_soft);
    cursor: default;
  }
  @media (hover: hover) {
    .button:not([aria-disabled='true']):hover,
    .choices button:not([aria-disabled='true']):hover {
      opacity: 0.86;
    }
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_unit) * 2);
  }
  .choices {
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
    overflow: hidden;
  }
  .choices > * {
    font: inherit;
    line-height: 1.4;
    color: var(--_ink);
    background: none;
    border: 0;
    width: 100%;
    text-align: start;
    display: grid;
    grid-template-columns: 1fr 20px;
    gap: calc(var(--_unit) * 3);
    align-items: center;
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    min-height: 48px;
    cursor: pointer;
  }
  .choices > * + * {
    border-top: var(--_rule) solid var(--_edge);
  }
  .choices :focus-visible {
    outline-offset: -3px;
  }
  .choices b {
    display: block;
  }
  .choices small {
    color: var(--_soft);
  }
  .choices [aria-disabled='true'] b {
    color: var(--_soft);
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }

  /* the record */
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: calc(var(--_unit) * 1.5) calc(var(--_unit) * 4);
    font-size: 0.875em;
    line-height: 1.45;
  }
  .facts dt {
    color: var(--_soft);
  }
  .facts small {
    font-size: 1em;
    color: var(--_soft);
    display: block;
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
    padding-bottom: 0;
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
  .path .when {
    font-size: 0.875em;
    color: var(--_soft);
    text-align: end;
  }
  .path small {
    grid-column: 2/-1;
    font-size: 0.875em;
    line-height: 1.45;
    color: var(--_soft);
  }
  .path .ahead-step > span:first-of-type {
    color: var(--_soft);
  }
  .day {
    font-size: 0.875em;
    font-weight: var(--_strong);
    line-height: 1.45;
    padding-bottom: calc(var(--_unit) * 2);
  }
  .timeline + .day {
    padding-top: calc(var(--_unit) * 2);
  }
  .timeline {
    display: grid;
    grid-template-columns: minmax(44px, max-content) 20px 1fr;
    gap: 0 calc(var(--_unit) * 2);
  }
  .timeline li {
    display: grid;
    grid-column: 1/-1;
    grid-template-columns: subgrid;
    padding-bottom: calc(var(--_unit) * 4);
    position: relative;
    line-height: 20px;
  }
  .timeline time,
  .timeline .notime {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .timeline small {
    display: block;
    font-size: 0.875em;
    line-height: 1.45;
    color: var(--_soft);
  }
  .timeline li:not(:last-child)::before {
    content: '';
    position: absolute;
    grid-column: 2;
    inset-inline-start: 9px;
    top: 23px;
    bottom: 3px;
    border-inline-start: 2px solid var(--_line);
  }
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
    color: var(--_soft);
    object-fit: cover;
  }
  .picture .icon {
    width: 26px;
    height: 26px;
    stroke-width: 1.2;
  }
  .item small {
    display: block;
    font-size: 1em;
    color: var(--_soft);
  }
  .rows > li {
    padding-block: calc(var(--_unit) * 4);
    border-top: var(--_rule) solid var(--_line);
  }
  .rows > li:first-child {
    border: 0;
    padding-top: 0;
  }
  .rows > li:last-child {
    padding-bottom: 0;
  }
  .note {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 0 calc(var(--_unit) * 2);
  }
  .note b {
    display: block;
    font-size: 1.143em;
    line-height: 20px;
  }

  /* the way out */
  .way {
    border-top: var(--_rule) solid var(--_line);
    margin: 0 calc(var(--_pad) * -1) calc(var(--_pad) * -1);
    padding: calc(var(--_unit) * 4) var(--_pad);
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: calc(var(--_unit) * 2);
    text-wrap: pretty;
  }
  .way a {
    white-space: nowrap;
    padding-block: 12px;
    margin-block: -12px;
  }
  .way b {
    display: inline-block;
  }
  .way ::slotted(*) {
    display: inline;
  }

  /* waiting for the first answer */
  .bones {
    display: grid;
    gap: calc(var(--_unit) * 2);
    opacity: 0;
    animation: appear 0s 400ms forwards;
  }
  .bones i {
    background: var(--_tint);
    border-radius: 4px;
    height: 1.5em;
  }
  .bones i:nth-child(2) {
    width: 60%;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .arriving {
    animation: rise 200ms ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .wide {
    display: grid;
    gap: calc(var(--_unit) * 6);
  }

  @container (min-width: 760px) {
    .wide.split {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
      gap: calc(var(--_unit) * 12);
    }
  }
  @container (max-width: 380px) {
    .card {
      --_pad: calc(var(--_unit) * 5);
      gap: calc(var(--_unit) * 5);
    }
    .say {
      font-size: calc(var(--_say) * 0.917);
    }
    .top .expected,
    .top .expected:dir(rtl) {
      inset-inline: auto 0;
      translate: 0;
    }
    .top .now-label {
      translate: calc(-100% + 10px) 0;
    }
    .top .now-label:dir(rtl) {
      translate: calc(100% - 10px) 0;
    }
  }
  @container (max-width: 330px) {
    .card {
      --_pad: calc(var(--_unit) * 4);
    }
  }
  @container (max-width: 300px) {
    .two {
      grid-template-columns: 1fr;
    }
  }
  /* Text so large that the labels find no room above their marks stands in lines of its own. */
  @container (max-width: 17em) {
    .top {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 calc(var(--_unit) * 3);
      height: auto;
    }
    .promise .top span,
    .promise .top span:dir(rtl) {
      position: static;
      translate: none;
      white-space: normal;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .arriving {
      animation: none;
    }
    .button {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .rail i {
      forced-color-adjust: none;
    }
  }
  @media print {
    .card {
      border-color: #000;
      break-inside: avoid;
    }
    .button,
    .choices {
      display: none;
    }
  }
`;

import { css } from 'lit';

/**
 * Everything that stands on a card: sentence, source, promise line, choices, record, way out.
 * Rules that several parts share stand first.
 */
export const card = css`
  .base {
    container-type: inline-size;
    --_radius: var(--doorstep-radius, 12px);
    --_control: var(--doorstep-control-radius, 8px);
    --_rule: var(--doorstep-rule, 1px);
    --_mark: var(--doorstep-line-thickness, 2px);
    --_surface: var(--doorstep-surface, light-dark(#fff, #1e1c19));
    --_tint: var(--doorstep-tint, light-dark(#f6f4ef, #282521));
    --_line: var(--doorstep-line, light-dark(#e2ded5, #3a3630));
    --_edge: var(--doorstep-edge, light-dark(#8a857a, #857f74));
    --_on-action: var(--doorstep-on-action, light-dark(#fff, #0e2239));
  }
  .card,
  .column,
  .stack {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 6);
  }
  .stack {
    gap: calc(var(--_unit) * 3);
  }
  .card {
    background: var(--_surface);
    border: var(--_rule) solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_pad);
    --_pad: calc(var(--_unit) * 6);
  }
  .source,
  .note,
  .way {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 0 calc(var(--_unit) * 2);
    text-wrap: pretty;
  }
  .reference,
  .bottom {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_unit) * 4);
  }
  .reference {
    gap: calc(var(--_unit) * 3);
  }
  small,
  .facts,
  .item {
    font-size: 0.875em;
    line-height: 1.45;
  }
  small {
    display: block;
    font-weight: 400;
    color: var(--_soft);
  }
  :is(.facts, .item) small {
    font-size: 1em;
  }
  .promise,
  dt,
  .when,
  .ahead-step > .icon + span {
    color: var(--_soft);
  }
  .when {
    font-size: 0.875em;
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
    margin-top: calc(var(--_unit) * 3);
  }
  .heading {
    font-weight: var(--_strong);
    line-height: 1.4;
  }

  /* the promise line */
  .promise {
    font-size: 0.875em;
    line-height: 1.3;
  }
  .top,
  .rail {
    position: relative;
    height: 22px;
  }
  .top {
    height: 1.3em;
    margin-bottom: 12px;
  }
  .top span,
  .rail i {
    position: absolute;
    inset-inline-start: var(--a, 0%);
  }
  .top span {
    white-space: nowrap;
    translate: calc(-50% * var(--_way));
  }
  .top .end {
    inset-inline: auto 0;
    translate: 0;
  }
  .top .start-label {
    inset-inline-start: 0;
    translate: 0;
  }
  .missed-mark {
    color: var(--_bad);
  }
  .rail i {
    top: 5px;
    width: calc(var(--b) - var(--a, 0%));
    height: 12px;
    background: var(--_ink);
  }
  .rail :is(.known, .ahead, .silent) {
    top: calc(11px - var(--_mark) / 2);
    height: var(--_mark);
  }
  .rail .ahead {
    background: var(--_edge);
    opacity: 0.55;
  }
  .rail .silent {
    background: none;
    border-top: var(--_mark) dashed var(--_edge);
  }
  .rail .window {
    border-radius: min(var(--_control), 3px);
    background: var(--_good);
  }
  .risk .window {
    background: var(--_care) !important;
  }
  .rail .late {
    border: 1.5px solid var(--_bad);
    border-inline-start: 0;
    background: repeating-linear-gradient(-45deg, var(--_bad) 0 1.5px, transparent 1.5px 5px);
  }
  .rail :is(.dot, .ring) {
    width: 12px;
    margin-inline-start: -6px;
    border-radius: 50%;
  }
  .rail .start {
    margin: 0;
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
    border-radius: 1px;
  }
  .missed .rail .due {
    background: var(--_bad);
  }
  .bottom {
    flex-wrap: wrap;
    overflow-wrap: break-word;
    margin-top: 8px;
  }
  .bottom > :first-child {
    flex: 1 1 0;
  }
  .bottom > :last-child {
    max-width: calc(100% - var(--b, 0%));
    text-align: end;
    margin-inline: auto var(--b, 0);
  }
  .bottom b,
  .choices b,
  .note b {
    display: block;
  }

  /* what you can do */
  .button,
  .choices > * {
    font: inherit;
    line-height: 1.4;
    width: 100%;
    min-height: 48px;
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    border: 0 solid var(--_edge);
    background: var(--_surface);
    color: var(--_ink);
    cursor: pointer;
    transition: opacity 120ms;
  }
  .button,
  .choices {
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
  }
  .button {
    font-weight: var(--_strong);
    line-height: 1.35;
    padding-inline: calc(var(--_unit) * 5);
    text-align: center;
  }
  .button small {
    color: inherit;
  }
  .primary {
    background: var(--_action);
    border-color: var(--_action);
    color: var(--_on-action);
  }
  .choices {
    overflow: hidden;
  }
  .choices > * {
    text-align: start;
    display: grid;
    grid-template-columns: 1fr 20px;
    gap: calc(var(--_unit) * 3);
    align-items: center;
  }
  .choices > * + * {
    border-top-width: var(--_rule);
  }
  .choices :focus-visible {
    outline-offset: -3px;
  }
  button[aria-disabled='true'],
  [aria-disabled='true'] b {
    background: var(--_tint);
    border-color: var(--_line);
    color: var(--_soft);
    cursor: default;
  }
  @media (hover: hover) {
    :is(.button, .choices button):not([aria-disabled='true']):hover {
      opacity: 0.86;
    }
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_unit) * 2);
  }
  .flip {
    scale: var(--_way) 1;
  }

  /* the record */
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: calc(var(--_unit) * 1.5) calc(var(--_unit) * 4);
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
  .when {
    text-align: end;
  }
  .path small {
    grid-column: 2/-1;
  }
  .item {
    display: grid;
    grid-template-columns: 48px 1fr;
    gap: calc(var(--_unit) * 3);
    align-items: center;
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
  .rows > li + li {
    padding-top: calc(var(--_unit) * 4);
    border-top: var(--_rule) solid var(--_line);
    margin-top: calc(var(--_unit) * 4);
  }
  .note b {
    font-size: 1.143em;
    line-height: 20px;
  }

  /* the way out */
  .way {
    border-top: var(--_rule) solid var(--_line);
    margin: 0 calc(var(--_pad) * -1) calc(var(--_pad) * -1);
    padding: calc(var(--_unit) * 4) var(--_pad);
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
  }
  .bones i {
    background: var(--_tint);
    border-radius: 4px;
    height: 1.5em;
  }
  .bones :last-child {
    width: 60%;
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

  @container (max-width: 380px) {
    .card {
      --_pad: calc(var(--_unit) * 5);
      gap: calc(var(--_unit) * 5);
    }
    .say {
      font-size: calc(var(--_say) * 0.917);
    }
    .top .expected {
      inset-inline: auto 0;
      translate: 0;
    }
    /* Ends at its mark, or where it has room to begin. */
    .top .now-label {
      inset-inline: auto min(100% - var(--a) - 10px, 100% - 7.5em);
      translate: 0;
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
  /* The same for two labels in long words, on the narrowest phone. */
  @container (max-width: 21em) {
    .top:has(.expected) {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 calc(var(--_unit) * 3);
      height: auto;
    }
    .promise .top:has(.expected) span,
    .promise .top:has(.expected) span:dir(rtl) {
      position: static;
      translate: none;
      white-space: normal;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .arriving {
      animation: none;
    }
    .button,
    .choices > * {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .base {
      --_surface: Canvas;
      --_tint: Canvas;
      --_line: CanvasText;
      --_edge: CanvasText;
      --_on-action: ButtonFace;
    }
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

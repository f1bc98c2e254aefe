import { css } from 'lit';

/**
 * What every card begins with: sentence, source, choices, facts, way out. Rules that several parts share
 * stand first; the parts that come later bring their own.
 */
export const card = css`
  .base {
    container-type: inline-size;
    /* where the place takes its width from us: a container has none of its own, and would vanish */
    contain-intrinsic-inline-size: 280px;
    text-wrap: pretty;
    --_radius: var(--doorstep-radius, 12px);
    --_control: var(--doorstep-control-radius, 8px);
    --_rule: var(--doorstep-rule, 1px);
    --_motion: var(--doorstep-motion, 200ms);
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
  }
  /* two lines rather than a reference broken at its hyphen */
  .reference {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_unit) * 3);
  }
  small,
  .facts {
    font-size: 0.875em;
    line-height: 1.45;
  }
  small {
    display: block;
    font-weight: 400;
    color: var(--_soft);
  }
  .facts small {
    font-size: 1em;
  }
  dt {
    color: var(--_soft);
  }
  .say {
    font-family: var(--doorstep-font-say, inherit);
    font-size: var(--_say);
    font-weight: var(--doorstep-say-weight, 600);
    line-height: var(--doorstep-say-leading, 1.25);
    --_say: var(--doorstep-say-size, 1.5em);
    letter-spacing: var(--doorstep-say-tracking, -0.01em);
    margin-top: calc(var(--_unit) * 2);
  }
  .lesser .say {
    --_say: 1.125em;
    margin-top: 0;
  }
  .source {
    margin-top: calc(var(--_unit) * 3);
  }
  /* what the promise line will take: nothing moves when it comes */
  .room {
    height: calc(3.4125em + 42px);
  }
  .heading {
    font-weight: var(--_strong);
    line-height: 1.4;
  }

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
    transition: opacity calc(var(--_motion) * 0.6);
  }
  .button,
  .choices {
    border: var(--_rule) solid var(--_edge);
    border-radius: var(--_control);
  }
  .button {
    border-radius: var(--doorstep-button-radius, var(--_control));
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
    grid-template-columns: fit-content(50%) 1fr;
    gap: calc(var(--_unit) * 1.5) calc(var(--_unit) * 4);
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
    padding-block: 13px;
    margin-block: -13px;
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
    margin-top: calc(var(--_unit) * 2);
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
    animation: rise var(--_motion) ease-out;
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
    .way::before {
      content: attr(data-now);
      grid-column: 1 / -1;
      margin-bottom: calc(var(--_unit) * 2);
    }
  }
`;

import { css } from './sheet.js';

/**
 * What every element needs: tokens with their literals, a reset of what a page's own rules push into
 * a shadow tree, and links. It is set on the inner `.base`, since a page's `* { … }` beats `:host`. What a
 * page means for all that is inside stays: its font, its colour scheme, whether it can be seen and pressed.
 *
 * `--doorstep-size` defaults to `medium`: the reader's own text size, whatever the page made of `1rem`.
 */
export const reset = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    --_unit: var(--doorstep-unit, 4px);
    --_strong: var(--doorstep-strong, 600);
    --_ink: var(--doorstep-ink, light-dark(#1c1b19, #f2efe9));
    --_soft: var(--doorstep-soft, light-dark(#5b5851, #b8b2a7));
    --_action: var(--doorstep-action, light-dark(#1e4a7a, #a9c9ef));
    --_link: var(--doorstep-link, var(--_action));
    --_good: var(--doorstep-good, light-dark(#1a6b43, #85cfa6));
    --_care: var(--doorstep-care, light-dark(#855000, #e6b76c));
    --_bad: var(--doorstep-bad, light-dark(#a1301e, #f4a594));
    all: initial;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-text-size-adjust: inherit;
    font-family: var(--doorstep-font, inherit);
    font-size: var(--doorstep-size, medium);
    line-height: 1.5;
    font-variant: tabular-nums;
    color: var(--_ink);
    overflow-wrap: anywhere;
  }
  * {
    box-sizing: border-box;
  }
  :where(p) {
    margin: 0;
  }
  b {
    font-weight: var(--_strong);
    color: var(--_ink);
  }
  a,
  .link {
    color: var(--_link);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .link {
    text-decoration-line: underline;
    font: inherit;
    background: none;
    border: 0;
    margin: -12px 0;
    padding: 12px 0;
    cursor: pointer;
    text-align: start;
  }
  :focus-visible {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  .icon {
    width: 20px;
    height: 20px;
    flex: none;
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    color: var(--_tone, var(--_soft));
  }
  .fill {
    fill: currentColor;
    stroke: none;
  }
  .good {
    --_tone: var(--_good);
  }
  .care {
    --_tone: var(--_care);
  }
  .bad {
    --_tone: var(--_bad);
  }
  .unknown {
    --_tone: var(--_ink);
  }
  .small {
    font-size: 0.875em;
    line-height: 1.45;
    color: var(--_soft);
  }
  @media (forced-colors: active) {
    .base {
      --_ink: CanvasText;
      --_soft: CanvasText;
      --_action: ButtonText;
      --_link: LinkText;
      --_good: CanvasText;
      --_care: CanvasText;
      --_bad: CanvasText;
    }
  }
`;

import { css } from 'lit';

/**
 * The base of every element: tokens with their literals, and a reset of what a page's own rules push
 * into a shadow tree. It is set on the inner `.base`, since a page's `* { … }` beats `:host`.
 *
 * `--doorstep-size` defaults to `medium`: the reader's own text size, whatever the page made of `1rem`.
 */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    --_unit: var(--doorstep-unit, 4px);
    --_radius: var(--doorstep-radius, 12px);
    --_control: var(--doorstep-control-radius, 8px);
    --_rule: var(--doorstep-rule, 1px);
    --_mark: var(--doorstep-line-thickness, 2px);
    --_strong: var(--doorstep-strong, 600);
    --_surface: var(--doorstep-surface, light-dark(#fff, #1e1c19));
    --_tint: var(--doorstep-tint, light-dark(#f6f4ef, #282521));
    --_ink: var(--doorstep-ink, light-dark(#1c1b19, #f2efe9));
    --_soft: var(--doorstep-soft, light-dark(#5b5851, #b8b2a7));
    --_line: var(--doorstep-line, light-dark(#e2ded5, #3a3630));
    --_edge: var(--doorstep-edge, light-dark(#8a857a, #857f74));
    --_action: var(--doorstep-action, light-dark(#1e4a7a, #a9c9ef));
    --_on-action: var(--doorstep-on-action, light-dark(#fff, #0e2239));
    --_link: var(--doorstep-link, var(--_action));
    --_good: var(--doorstep-good, light-dark(#1a6b43, #85cfa6));
    --_care: var(--doorstep-care, light-dark(#855000, #e6b76c));
    --_bad: var(--doorstep-bad, light-dark(#a1301e, #f4a594));
    font-family: var(--doorstep-font, inherit);
    font-size: var(--doorstep-size, medium);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    color: var(--_ink);
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    -webkit-font-smoothing: antialiased;
  }
  .base,
  .base * {
    box-sizing: border-box;
  }
  :where(p, ol, ul, dl, dd, h2) {
    margin: 0;
    padding: 0;
  }
  :where(ol, ul) {
    list-style: none;
  }
  b,
  strong {
    font-weight: var(--_strong);
    color: var(--_ink);
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
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
  .link {
    font: inherit;
    background: none;
    border: 0;
    margin: -12px 0;
    padding: 12px 0;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
    cursor: pointer;
    text-align: start;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .base {
      --_surface: Canvas;
      --_tint: Canvas;
      --_ink: CanvasText;
      --_soft: CanvasText;
      --_line: CanvasText;
      --_edge: CanvasText;
      --_action: ButtonText;
      --_on-action: ButtonFace;
      --_link: LinkText;
      --_good: CanvasText;
      --_care: CanvasText;
      --_bad: CanvasText;
    }
  }
`;

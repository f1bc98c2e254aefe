import { html, svg, type TemplateResult, type SVGTemplateResult } from 'lit';

// Drawn on a 20 px grid with a 1.6 px stroke; meaning never rests on colour alone, each has its own shape.
const ring = svg`<circle cx="10" cy="10" r="7.2"/>`;
const shapes = {
  live: svg`${ring}<circle class="fill" cx="10" cy="10" r="3.2"/>`,
  recent: svg`${ring}<path d="M10 6v4l2.6 1.7"/>`,
  old: svg`<circle cx="10" cy="10" r="7.2" stroke-dasharray="2.7 2.3"/><path d="M10 6v4l2.6 1.7"/>`,
  unknown: svg`<circle cx="10" cy="10" r="7.2" stroke-dasharray="2.7 2.3"/><path d="M8 8.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3m0 2.3v.01"/>`,
  done: svg`${ring}<path d="m6.8 10.2 2.2 2.2 4.2-4.6"/>`,
  half: svg`${ring}<path class="fill" d="M10 2.8a7.2 7.2 0 0 1 0 14.4z"/>`,
  cross: svg`${ring}<path d="m7.6 7.6 4.8 4.8m0-4.8-4.8 4.8"/>`,
  slash: svg`${ring}<path d="m5.2 14.8 9.6-9.6"/>`,
  working: svg`<path d="M17.2 10A7.2 7.2 0 1 1 10 2.8"/><path d="M7 10h3.5"/>`,
  offline: svg`<path d="M4 4l12 12M3.5 9a9.5 9.5 0 0 1 4-2.4M16.5 9a9.5 9.5 0 0 0-5-2.6M6.3 12a5.5 5.5 0 0 1 4-1.5M10 15.6v.01"/>`,
  ahead: svg`<circle cx="10" cy="10" r="4.5"/>`,
  dot: svg`<circle class="fill" cx="10" cy="10" r="4.5"/>`,
  parcel: svg`<path d="M3.5 6.4 10 3.2l6.5 3.2v7.2L10 16.8l-6.5-3.2zM3.5 6.4 10 9.6l6.5-3.2M10 9.6v7.2"/>`,
  chevron: svg`<path d="m8 5.5 4.5 4.5L8 14.5"/>`,
  phone: svg`<path d="M6.4 3.4 8 6.8 6.5 8.5a11 11 0 0 0 5 5l1.7-1.5 3.4 1.6-.4 2.4c-.1.7-.7 1.1-1.4 1.1C8.7 16.9 3.3 11.4 2.9 5.2c0-.7.4-1.3 1.1-1.4z"/>`,
  look: svg`<circle cx="8.8" cy="8.8" r="5"/><path d="m12.6 12.6 4 4"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The icons' names. */
export type IconName = keyof typeof shapes;

/** An icon; always decoration, the words beside it say the same. */
export const icon = (name: IconName, extra = ''): TemplateResult =>
  html`<svg class="icon ${extra}" viewBox="0 0 20 20" aria-hidden="true">${shapes[name]}</svg>`;

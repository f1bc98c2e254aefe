import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from '../icons.js';
import { strongFirst } from '../telling.js';

/** A word on the customer's own answer. */
export interface Notice {
  readonly tone: 'care' | 'bad' | 'unknown';
  readonly icon: IconName;
  readonly strong: string;
  readonly rest: string;
}

/** The line that says it. */
export const noted = ({ tone, icon: name, strong, rest }: Notice): TemplateResult =>
  html`<p class="source small ${tone} arriving" part="notice">
    ${icon(name)}${strongFirst(strong, rest)}
  </p>`;

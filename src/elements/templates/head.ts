import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';
import { strongFirst, type Telling } from '../telling.js';

/** Reference, sentence, source: always in this order. */
export const head = (
  telling: Telling,
  left: string,
  right: string | undefined,
  level: number,
): TemplateResult => html`
  <div part="head">
    <slot name="logo"></slot>
    <p class="reference small" part="reference">
      <span>${left}</span>${right ? html`<span>${right}</span>` : nothing}
    </p>
    <div class="say" part="sentence" role="heading" aria-level=${level}>${telling.sentence}</div>
    ${
      telling.strong || telling.source
        ? html`<p class="source small ${telling.tone}" part="source">
            ${icon(telling.icon)}${strongFirst(telling.strong, telling.source, telling.quote)}
          </p>`
        : nothing
    }
  </div>
`;

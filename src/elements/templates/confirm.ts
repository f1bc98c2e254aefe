import { html, type TemplateResult } from 'lit';
import type { OrderMessages } from '../../i18n/index.js';

/** A second look in place, without an overlay: what is asked, why again, and two answers. */
export const secondLook = (
  what: string,
  why: string,
  part: string,
  m: OrderMessages,
  yes: () => void,
  no: () => void,
): TemplateResult =>
  html`<div class="stack arriving" role="group" aria-label=${m.confirmTitle(what)}>
    <p class="heading">${m.confirmTitle(what)}</p>
    <p class="small">${why}</p>
    <div class="two">
      <button
        type="button"
        class="button primary"
        part=${part}
        @click=${(event: MouseEvent) => {
          // The second half of a double click was not meant for what has just appeared under it.
          if (event.detail < 2) yes();
        }}
      >
        ${m.confirmYes}
      </button>
      <button type="button" class="button" part="button" @click=${no}>${m.confirmNo}</button>
    </div>
  </div>`;

import { html, nothing, type TemplateResult } from 'lit';
import { formatterFor } from '../../i18n/index.js';
import { icon } from '../icons.js';
import { strongFirst } from '../telling.js';
import type { Choice } from './choice.js';
import type { Host, View } from './view.js';
import { slotWords, windowWords, type Words } from './words.js';

/** What is said of the choice, and what can be done with it. */
export const choiceTemplate = (
  view: View,
  choice: Choice,
  host: Host,
  isInvalid: boolean,
): TemplateResult | typeof nothing => {
  const { m } = view;
  const { value, order } = host.element;
  const { slot, sending } = choice;
  const notice = choice.noticeOf(view);
  const canTake =
    order && value && slot && host.canAct() && choice.got !== value && !host.isDisabled();
  const price = slot?.price;
  const keep = keepTemplate(choice, host, view);
  if (!notice && !canTake && keep === nothing && !isInvalid) return nothing;
  return html`<div class="stack">
    ${
      isInvalid
        ? html`<p class="note small bad" id="invalid" part="notice">
            ${icon('cross')}<span><b>${m.required}</b></span>
          </p>`
        : nothing
    }
    ${
      notice
        ? html`<p
            class="source small ${notice.tone} ${notice.icon === 'working' ? 'late-appear' : ''}"
            part="notice"
          >
            ${icon(notice.icon)}${strongFirst(notice.strong, notice.text)}
          </p>`
        : nothing
    }
    ${
      choice.ended && !choice.held && host.canAct()
        ? html`<button
            type="button"
            class="button"
            part="button"
            aria-disabled=${sending !== undefined}
            @click=${() => slot && choice.choose(slot)}
          >
            ${m.holdAgain}
          </button>`
        : nothing
    }
    ${
      canTake
        ? html`<button
            type="button"
            class="button ${keep === nothing ? 'primary' : ''}"
            part="take"
            aria-disabled=${sending !== undefined || choice.isBusy}
            @click=${choice.take}
          >
            ${
              sending?.type === 'choose'
                ? m.sending
                : unbroken(m.take(slotWords(slot, view), price?.amount ? view.f.money(price) : ''))
            }
          </button>`
        : nothing
    }
    ${keep}
  </div>`;
};

/** The same words, whose hours stay on one line: engines break one after its dash. */
const unbroken = (text: string): unknown[] =>
  text
    .split(/(\S+–\S+)/)
    .map((part, index) => (index % 2 ? html`<span class="hours">${part}</span>` : part));

/** The button that keeps what is agreed, times or no times: the way back inside another element. */
export const keepTemplate = (
  choice: Choice,
  host: Host,
  view?: Words,
): TemplateResult | typeof nothing => {
  const { agreed, embedded } = host.element;
  if (!(agreed ?? embedded) || choice.got) return nothing;
  const words = view ?? { m: host.messages(), f: formatterFor(host.language(), agreed?.timeZone) };
  return html`<button
    type="button"
    class="button"
    part="keep"
    aria-disabled=${choice.mustWait}
    @click=${choice.keep}
  >
    ${agreed ? unbroken(words.m.keep(windowWords(agreed, words))) : words.m.keepAgreed}
  </button>`;
};

import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One of a few, side by side. */
export const choice = <Name extends string>(
  name: string,
  legend: string,
  options: Readonly<Record<Name, string>>,
  now: Name,
  choose: (option: Name) => void,
): TemplateResult =>
  html`<fieldset class="choice">
    <legend>${legend}</legend>
    ${(Object.entries(options) as [Name, string][]).map(
      ([option, label]) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            value=${option}
            .checked=${live(option === now)}
            @change=${() => choose(option)}
          /><span>${label}</span>
        </label>`,
    )}
  </fieldset>`;

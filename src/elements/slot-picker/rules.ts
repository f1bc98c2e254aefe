import { html, nothing, type TemplateResult } from 'lit';
import { WEEKDAYS, type Constraint } from '../../model/index.js';
import { allConstraints, clockTime, constraintWords, dayCalled, type Words } from './words.js';

/** What the customer can never do, as far as it is known, and what the page may do about it. */
export interface Rules {
  /** `undefined`: never asked. */
  readonly constraints: readonly Constraint[] | undefined;
  readonly isOpen: boolean;
  readonly isSaving: boolean;
  /** Reference of the order it is kept with. */
  readonly order: string | undefined;
  /** What became of the last attempt, unless it went well. */
  readonly problem: string;
  readonly open: (isOpen: boolean) => void;
  readonly save: (constraints: Constraint[]) => void;
}

/** Hours before or after which somebody may be away. */
const MORNING = ['07:00', '08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00'];
const EVENING = ['12:00', '13:00', '14:00', '15:00', '16:00', '17:00', '18:00', '19:00', '20:00'];

const isDay = ({ weekday, from, until }: Constraint): boolean =>
  weekday !== undefined && from === undefined && until === undefined;
const isMorning = ({ weekday, date, from, until }: Constraint): boolean =>
  (weekday ?? date ?? from) === undefined && MORNING.includes(until!);
const isEvening = ({ weekday, date, from, until }: Constraint): boolean =>
  (weekday ?? date ?? until) === undefined && EVENING.includes(from!);

/** Asked once, said ever after, and changed on demand. */
export const rulesTemplate = (rules: Rules, words: Words): TemplateResult => {
  const { constraints, isOpen, isSaving, order, problem } = rules;
  const { m } = words;
  const trouble = problem ? html`<p class="small problem">${problem}</p>` : nothing;
  if (isOpen) return form(rules, words, trouble);
  const locked = isSaving;
  if (!constraints)
    return html`<div class="rules" part="rules" role="group" aria-labelledby="ask">
      <p class="heading" id="ask">${m.ask}</p>
      <p class="small">${isSaving ? m.saving : m.askOnce(order)}</p>
      ${trouble}
      <div class="two">
        <button
          type="button"
          class="button"
          part="button"
          aria-disabled=${locked}
          @click=${() => !locked && rules.open(true)}
        >
          ${m.yes}
        </button>
        <button
          type="button"
          class="button"
          part="button"
          aria-disabled=${locked}
          @click=${() => !locked && rules.save([])}
        >
          ${m.no}
        </button>
      </div>
    </div>`;
  return html`<div class="small" part="rules">
    <span
      >${constraints.length ? m.youRuledOut(allConstraints(constraints, words)) : m.nothingRuledOut}</span
    >
    <button type="button" class="link" part="button" @click=${() => rules.open(true)}>
      ${m.change}
    </button>
  </div>`;
};

const form = (
  { constraints = [], isSaving, open, save }: Rules,
  words: Words,
  trouble: unknown,
): TemplateResult => {
  const { m, f } = words;
  const morning = constraints.find(isMorning);
  const evening = constraints.find(isEvening);
  // What the fields below cannot hold is kept as it was said.
  const others = constraints.filter((each) => !isDay(each) && each !== morning && each !== evening);
  const hour = (
    id: string,
    label: string,
    hours: readonly string[],
    chosen: string | undefined,
  ): TemplateResult =>
    html`<label for=${id}
      >${label}<select class="input" id=${id}>
        <option value="">${m.anyHour}</option>
        ${hours.map(
          (time) =>
            html`<option value=${time} ?selected=${time === chosen}>
              ${clockTime(time, words)}
            </option>`,
        )}
      </select></label
    >`;
  const toggle = (value: string, label: string, name: string, checked: boolean): TemplateResult =>
    html`<label class="toggle"
      ><input
        type="checkbox"
        value=${value}
        aria-label=${name}
        ?checked=${checked}
      />${label}</label
    >`;
  const submit = (event: Event): void => {
    if (isSaving) return;
    const root = (event.currentTarget as Element).closest('.rules')!;
    const checked = [...root.querySelectorAll('input')].filter((each) => each.checked);
    const until = root.querySelector<HTMLSelectElement>('#morning')!.value;
    const from = root.querySelector<HTMLSelectElement>('#evening')!.value;
    save([
      ...WEEKDAYS.filter((day) => checked.some(({ value }) => value === day)).map((weekday) => ({
        weekday,
      })),
      ...(until ? [{ until }] : []),
      ...(from ? [{ from }] : []),
      ...others.filter((_, index) => checked.some(({ value }) => value === `${index}`)),
    ]);
  };
  return html`<div class="rules" part="rules" role="group" aria-labelledby="ask">
    <p class="heading" id="ask">${m.when2}</p>
    <div role="group" aria-labelledby="never">
      <p class="small" id="never">${m.daysNever}</p>
      <div class="toggles">
        ${WEEKDAYS.map((day) =>
          toggle(
            day,
            f.weekday(dayCalled(day), 'short').replace(/\.$/, ''),
            f.weekday(dayCalled(day)),
            constraints.some((each) => isDay(each) && each.weekday === day),
          ),
        )}
      </div>
    </div>
    <div class="two">
      ${hour('morning', m.notBefore, MORNING, morning?.until)}
      ${hour('evening', m.notAfter, EVENING, evening?.from)}
    </div>
    ${
      others.length
        ? html`<div role="group" aria-labelledby="also">
            <p class="small" id="also">${m.also}</p>
            <div class="toggles wide">
              ${others.map((each, index) => {
                const said = constraintWords(each, words);
                return toggle(`${index}`, said, said, true);
              })}
            </div>
          </div>`
        : nothing
    }
    ${trouble}
    <div class="two">
      <button type="button" class="button" part="button" aria-disabled=${isSaving} @click=${submit}>
        ${isSaving ? m.saving : m.save}
      </button>
      <button type="button" class="button" part="button" @click=${() => open(false)}>
        ${m.leave}
      </button>
    </div>
  </div>`;
};

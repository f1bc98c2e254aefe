import { html, nothing, type TemplateResult } from 'lit';
import { gridOf, type Cell } from '../elements/slot-picker/grid.js';
import { capital, dayWords, reasonOf, stateWord } from '../elements/slot-picker/view.js';
import type { Words } from '../elements/slot-picker/words.js';
import { contactLink } from '../elements/templates/contact.js';
import { messagesFor, spoken } from '../i18n/index.js';
import { order as englishOrder } from '../i18n/locales/en/order.js';
import { slotPicker as english } from '../i18n/locales/en/picker.js';
import { toEpoch, type SlotList } from '../model/index.js';
import { slotsVerdict } from '../verdicts/slot.js';
import { AbsoluteFormatter } from './absolute.js';

/** The control as its attributes ask for it. */
export interface Control {
  readonly name: string;
  readonly required: boolean;
  readonly disabled: boolean;
  /** Identifier of the slot that is chosen already. */
  readonly value: string | undefined;
}

/** What stands in one row of a day: a time to choose, or why there is none. */
const rowOf = (
  { listed, reason }: Cell,
  words: Words,
  { name, required, value }: Control,
): TemplateResult => {
  const { m, f } = words;
  if (!listed) return html`<div>${dayWords(reason!, words)}</div>`;
  const { slot, state } = listed;
  const hours = f.span(toEpoch(slot.from)!, toEpoch(slot.before)!);
  if (state !== 'free')
    return html`<div>
      ${m.because(hours, f.list([stateWord(listed, m), reasonOf(listed, words)]))}
    </div>`;
  const price = slot.price && (slot.price.amount ? f.money(slot.price) : m.noCharge);
  return html`<div>
    <label
      ><input
        type="radio"
        name=${name}
        value=${slot.slotId}
        ?required=${required}
        ?checked=${slot.slotId === value}
      />
      ${f.list([hours, price])}</label
    >
  </div>`;
};

/**
 * The times of a list as controls of the page's own form, with dates in place of ages.
 *
 * @param isBroken whether parts of the list could not be read
 */
export const times = (
  list: SlotList,
  now: number,
  language: string,
  control: Control,
  isBroken: boolean,
): TemplateResult => {
  const f = new AbsoluteFormatter(language, list.timeZone, now);
  // When it is read, a person may be there or not.
  const m = {
    ...messagesFor('slotPicker', spoken(language), english),
    ...{ personUntil: () => '', personClosed: () => '' },
  };
  const { copiedAt } = messagesFor('order', spoken(language), englishOrder);
  const verdict = slotsVerdict(list, now);
  const { observedAt, state } = verdict.freshness;
  const { hold } = verdict;
  const ago = observedAt === undefined ? undefined : f.ago(now - observedAt);
  const who = list.source?.name;
  const told = ago !== undefined && (who ? m.told(who, ago) : m.checked(ago));
  const { rows } = gridOf(verdict.days, Infinity, list.timeZone, hold);
  const words = { m, f };
  const row = (cell: Cell): TemplateResult =>
    rowOf(cell, words, { ...control, value: control.value || hold?.slotId });
  const link = (list.contacts ?? []).map((each) => contactLink(each, m, f, now)).find(Boolean);
  return html`<fieldset data-doorstep-served ?disabled=${control.disabled}>
    <legend>${verdict.free ? m.when : verdict.days.length ? m.noneFree : m.none}</legend>
    <p>
      ${/live|recent/.test(state) ? nothing : html`<b>${m.notSure}</b> `}${
        told ? `${capital(told)} ` : nothing
      }${copiedAt(...f.stamped)}
    </p>
    ${hold ? html`<p>${m.held(f.brief(toEpoch(hold.until)!, now))}</p>` : nothing}
    ${rows.map(
      ({ date, cells }) =>
        html`<fieldset>
          <legend>${capital(f.longCivil(date))}</legend>
          ${cells.map(row)}
        </fieldset>`,
    )}
    ${isBroken ? html`<p><b>${m.someUnreadable}</b> ${m.leftOut}</p>` : nothing}
    <p>${link ? html`${m.person} ${link}` : m.personNoWay}</p>
  </fieldset>`;
};

/**
 * Every state of every element on one page. `?lang=fr`, `?dark`, `?only=missed|ordered`, `?width=phone` (one
 * column, as wide as the window) choose what is looked at.
 */
import '../src/define.js';
import '../src/i18n/locales/fr.js';
import { france } from '../src/law/fr.js';
import { useLaw } from '../src/law/law.js';
import { guardFor, guardStates, pressRow } from './guard-states.js';
import { pressSlot, slotAdapterFor, slotStates } from './slot-states.js';
import { pickerFor, pickerStates, pressPicker } from './picker-states.js';
import {
  adapterFor,
  inLanguage,
  orderStates,
  pressIn,
  stockAdapterFor,
  stockStates,
} from './states.js';

// Only the orders that name the country tell of it.
useLaw(france);

const query = new URLSearchParams(location.search);
const language = query.get('lang') ?? 'en';
document.documentElement.lang = language;
if (query.has('dark')) document.documentElement.dataset['scheme'] = 'dark';
if (query.has('width')) document.body.dataset['width'] = query.get('width') ?? '';
const only = query.get('only');
const first = Number(query.get('from') ?? 0);
const count = Number(query.get('count') ?? Infinity);
const tag = query.get('tag') ?? 'doorstep-order';
const main = document.querySelector('main')!;

const stand = (name: string, element: HTMLElement): HTMLElement => {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = name;
  section.append(heading, element);
  main.append(section);
  return element;
};

const GUARD = 'doorstep-checkout-guard';
const PICKER = 'doorstep-slot-picker';
for (const example of tag === GUARD || tag === PICKER
  ? []
  : orderStates.slice(first, first + count)) {
  if (tag === 'doorstep-stock' || tag === 'doorstep-slot') break;
  if (only !== null && !only.split('|').includes(example.name)) continue;
  const element = document.createElement(tag) as HTMLElementTagNameMap['doorstep-order'];
  element.adapter = adapterFor(inLanguage(example, language));
  element.order = example.order?.reference ?? 'FR-1042';
  element.confirmAbove = example.confirmAbove;
  stand(example.name, element);
  const { press, fault } = example;
  if (press)
    setTimeout(() => {
      const remedy =
        element.shadowRoot?.querySelector('doorstep-remedy')?.shadowRoot ?? element.shadowRoot;
      remedy
        ?.querySelector<HTMLButtonElement>(
          {
            refund: '[part="refund"]',
            arrived: '[part="button"]',
            choice: '[part="choices"] button',
            ground: ':host > .base .column > [part="button"], .card > [part="button"]',
          }[press],
        )
        ?.click();
      if (press === 'ground')
        setTimeout(
          () => remedy?.querySelector<HTMLInputElement>('[part="grounds"] input')?.click(),
          200,
        );
    }, 900);
  if (example.open)
    setTimeout(() => {
      const remedy = element.shadowRoot?.querySelector('doorstep-remedy')?.shadowRoot;
      for (const each of remedy?.querySelectorAll('details') ?? []) each.open = true;
    }, 900);
  if (fault === 'after-first')
    setTimeout(() => document.dispatchEvent(new Event('visibilitychange')), 300);
}
if (
  tag === 'doorstep-stock' ||
  (only === null && tag === 'doorstep-order' && first + count >= orderStates.length)
)
  for (const example of stockStates) {
    if (only !== null && !only.split('|').includes(example.name)) continue;
    const element = document.createElement('doorstep-stock');
    element.adapter = stockAdapterFor(example);
    element.sku = example.level?.sku ?? 'X';
    if (example.quantity) element.quantity = example.quantity;
    stand(`stock: ${example.name}`, element);
    void pressIn(element, example.press);
  }
if (tag === GUARD)
  for (const example of guardStates.slice(first, first + count)) {
    if (only !== null && !only.split('|').includes(example.name)) continue;
    const { guard, button } = guardFor(GUARD, example, language);
    stand(example.name, guard);
    setTimeout(() => button.click(), 200);
    const { press } = example;
    if (press !== undefined) setTimeout(() => pressRow(guard, press), 900);
  }
if (tag === PICKER)
  for (const example of pickerStates.slice(first, first + count)) {
    if (only !== null && !only.split('|').includes(example.name)) continue;
    const picker = pickerFor(PICKER, example, language);
    stand(example.name, picker);
    setTimeout(() => pressPicker(picker, example, 1), 400);
    setTimeout(() => pressPicker(picker, example, 2), 900);
  }
if (tag === 'doorstep-slot' || (only !== null && tag === 'doorstep-order'))
  for (const example of slotStates.slice(first, first + count)) {
    if (only !== null && !only.split('|').includes(example.name)) continue;
    const element = document.createElement(tag) as HTMLElementTagNameMap['doorstep-slot'];
    element.adapter = slotAdapterFor(example, language);
    element.order = example.order.reference;
    stand(example.name, element);
    setTimeout(() => pressSlot(element, example.press), 1500);
  }

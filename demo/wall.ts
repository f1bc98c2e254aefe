/** Every state of every element, each made when it is to be seen. */
import '../src/define.js';
import '../src/i18n/locales/fr.js';
import { france } from '../src/law/fr.js';
import { useLaw } from '../src/law/law.js';
import { guardFor, guardStates, pressRow } from './guard-states.js';
import { pickerFor, pickerStates, pressPicker } from './picker-states.js';
import { pressSlot, slotAdapterFor, slotStates } from './slot-states.js';
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

/** One state of one element. */
export interface Exhibit {
  readonly tag: string;
  readonly name: string;
  /** The element, to be put on the page at once: what belongs to the state is pressed soon after. */
  readonly make: () => HTMLElement;
}

const remedyIn = (element: Element): ShadowRoot | null | undefined =>
  element.shadowRoot?.querySelector('doorstep-remedy')?.shadowRoot ?? element.shadowRoot;

/** The states of an order, in one of the tags that show it. */
const ordersIn = (tag: string, language: string): Exhibit[] =>
  orderStates.map((example) => ({
    tag,
    name: example.name,
    make: () => {
      const element = document.createElement(tag) as HTMLElementTagNameMap['doorstep-order'];
      element.adapter = adapterFor(inLanguage(example, language));
      element.order = example.order?.reference ?? 'FR-1042';
      element.confirmAbove = example.confirmAbove;
      const { press, fault } = example;
      if (press)
        setTimeout(() => {
          const remedy = remedyIn(element);
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
          for (const each of remedyIn(element)?.querySelectorAll('details') ?? []) each.open = true;
        }, 900);
      if (fault === 'after-first')
        setTimeout(() => document.dispatchEvent(new Event('visibilitychange')), 300);
      return element;
    },
  }));

const badges = (): Exhibit[] =>
  stockStates.map((example) => ({
    tag: 'doorstep-stock',
    name: example.name,
    make: () => {
      const element = document.createElement('doorstep-stock');
      element.adapter = stockAdapterFor(example);
      element.sku = example.level?.sku ?? 'X';
      if (example.quantity) element.quantity = example.quantity;
      void pressIn(element, example.press);
      return element;
    },
  }));

const guards = (language: string): Exhibit[] =>
  guardStates.map((example) => ({
    tag: 'doorstep-checkout-guard',
    name: example.name,
    make: () => {
      const { guard, button } = guardFor('doorstep-checkout-guard', example, language);
      const { press } = example;
      setTimeout(() => button.click(), 200);
      if (press !== undefined) setTimeout(() => pressRow(guard, press), 900);
      return guard;
    },
  }));

const pickers = (language: string): Exhibit[] =>
  pickerStates.map((example) => ({
    tag: 'doorstep-slot-picker',
    name: example.name,
    make: () => {
      const picker = pickerFor('doorstep-slot-picker', example, language);
      setTimeout(() => pressPicker(picker, example, 1), 400);
      setTimeout(() => pressPicker(picker, example, 2), 900);
      return picker;
    },
  }));

/** The states of a proposed change, in the slot's own tag or inside the order. */
const slotsIn = (tag: string, language: string): Exhibit[] =>
  slotStates.map((example) => ({
    tag,
    name: example.name,
    make: () => {
      const element = document.createElement(tag) as HTMLElementTagNameMap['doorstep-slot'];
      element.adapter = slotAdapterFor(example, language);
      element.order = example.order.reference;
      setTimeout(() => pressSlot(element, example.press), 1500);
      return element;
    },
  }));

/** Every state an element can be in. */
export const exhibitsOf = (tag: string, language: string): Exhibit[] => {
  switch (tag) {
    case 'doorstep-stock':
      return badges();
    case 'doorstep-checkout-guard':
      return guards(language);
    case 'doorstep-slot-picker':
      return pickers(language);
    case 'doorstep-slot':
      return slotsIn(tag, language);
    case 'doorstep-order':
      return [...ordersIn(tag, language), ...slotsIn(tag, language)];
    default:
      return ordersIn(tag, language);
  }
};

/** A product's page: how many, what that costs and whether it is there. Its form leads to the basket by itself. */
import { money } from './money.js';
import { openPage } from './page.js';

await openPage();

const form = document.querySelector<HTMLFormElement>('form.product')!;
const input = form.querySelector<HTMLInputElement>('#quantity')!;
const output = form.querySelector('output')!;
const badge = form.querySelector('doorstep-stock')!;

const show = (): void => {
  if (!input.validity.valid) return;
  badge.quantity = input.valueAsNumber;
  output.value = money({
    amount: Number(output.dataset['each']) * input.valueAsNumber,
    currency: 'EUR',
  });
};

input.addEventListener('input', show);
for (const button of form.querySelectorAll<HTMLButtonElement>('.stepper button'))
  button.addEventListener('click', () => {
    input.stepUp(Number(button.value));
    show();
  });
show();

/** What a shop does around `<doorstep-checkout-guard>`: give it the basket, follow the choice, take the order. */
import type { Outcome } from '../../src/index.js';
import { forgetPayment, keepBasket, paymentKey, takeFromAddress } from './basket.js';
import { pageAddress, pageLanguage } from './language.js';
import { basketLines, drawLines, totalOf, type Line } from './lines.js';
import { money } from './money.js';
import { openPage } from './page.js';

await openPage();

const guard = document.querySelector('doorstep-checkout-guard')!;
const form = guard.closest('form')!;
const note = document.querySelector('#note')!;
const time = document.querySelector<HTMLElement>('#time')!;

const words = {
  en: {
    notCharged: 'Nothing was charged.',
    taken:
      'Nothing was charged: not everything is there any more. Press once more to see what is left.',
    earlier:
      'An earlier order of yours has reached us. Look at your orders before you pay once more.',
    lost: 'We do not know whether your order has reached us. Press once more: you are charged only once.',
  },
  fr: {
    notCharged: 'Rien n’a été débité.',
    taken:
      'Rien n’a été débité : tout n’est plus disponible. Appuyez encore une fois pour voir ce qui reste.',
    earlier:
      'Une commande précédente nous est parvenue. Regardez vos commandes avant de payer de nouveau.',
    lost: 'Nous ne savons pas si votre commande nous est parvenue. Appuyez encore une fois : vous ne serez débité qu’une fois.',
  },
}[pageLanguage()];

takeFromAddress();

/** Asks for a delivery time as long as something in the basket is brought by appointment. */
const askTime = (lines: readonly Line[]): void => {
  const skus = lines.filter(({ appointment }) => appointment).map(({ sku }) => sku);
  const shown = time.querySelector('doorstep-slot-picker');
  if (!skus.length) return time.replaceChildren();
  const picker = shown ?? document.createElement('doorstep-slot-picker');
  picker.skus = skus;
  if (shown) return;
  picker.setAttribute('src', '/doorstep');
  Object.assign(picker, { name: 'slot', required: true });
  picker.addEventListener('change', drawTotal);
  time.append(picker);
};

/** What the goods cost. */
let goods: Line['price'] = totalOf([]);
/** Draws the total: the goods, and the delivery time that was chosen. */
const drawTotal = (): void => {
  const price = time.querySelector('doorstep-slot-picker')?.chosen?.price;
  const charge = document.querySelector<HTMLElement>('#charge')!;
  charge.hidden = !price?.amount;
  if (price) charge.querySelector('dd')!.textContent = money(price);
  const total = money({ ...goods, amount: goods.amount + (price?.amount ?? 0) });
  for (const output of form.querySelectorAll('output')) output.value = total;
};

/** Draws the basket as it is kept. */
const show = async (total?: Line['price']): Promise<Line[]> => {
  const lines = await basketLines();
  form.hidden = lines.length === 0;
  askTime(lines);
  goods = total ?? totalOf(lines);
  drawTotal();
  drawLines(document.querySelector('#lines')!, lines, () => void follow());
  return lines;
};
/** The customer changed the basket: the guard is told what is to be paid for now. */
const follow = async (): Promise<void> => {
  guard.basket = await show();
};
await follow();
// The Back button shows the page as it was left: what was paid for since is no longer in the basket.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void follow();
});

// Confirmed, the basket stays as it is. If the customer took one of the ways to go on, what was chosen
// is the basket now; payment waits until the page shows it.
guard.addEventListener('doorstep-checkout', ({ detail }) => {
  if (!detail.total) return;
  guard.basket = detail.basket;
  keepBasket(detail.basket);
  detail.waitUntil(show(detail.total));
});

guard.addEventListener('doorstep-leave', () =>
  document.querySelector<HTMLElement>('#basket')!.focus(),
);

const pay = async (): Promise<void> => {
  note.textContent = '';
  // The guard has put the basket in: its lines, the choice and the hold; the picker the slot.
  const data = new FormData(form);
  const basket = JSON.parse(data.get('doorstep-checkout') as string) as object;
  const response = await fetch('/shop/orders', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': pageLanguage(),
      'Idempotency-Key': paymentKey(),
    },
    body: JSON.stringify({ ...basket, slot: data.get('slot') ?? undefined }),
  }).catch(() => undefined);
  if (response?.status === 201) {
    const { reference } = (await response.json()) as { reference: string };
    forgetPayment();
    keepBasket([]);
    location.assign(pageAddress(`./index.html?order=${reference}`));
  } else if (response?.status === 409 || response?.status === 422) {
    // Not as promised; or paid for with this key before, when the answer was lost.
    forgetPayment();
    const { slot } = (await response.json()) as { slot?: Outcome };
    note.textContent = slot
      ? `${words.notCharged} ${slot.reason} ${slot.nextStep}`
      : response.status === 409
        ? words.taken
        : words.earlier;
  } else note.textContent = words.lost;
};

// The guard lets this through only once the whole basket is confirmed.
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void pay();
});

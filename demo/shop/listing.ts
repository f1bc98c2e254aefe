/** A thousand products, each with its badge; what is off screen asks for nothing. */
import { addToBasket, askShop, type Product } from './basket.js';
import { pageLanguage } from './language.js';
import { pictureOf } from './lines.js';
import { money } from './money.js';
import { openPage } from './page.js';

await openPage();

const list = document.querySelector('#rows')!;
const pattern = document.querySelector<HTMLTemplateElement>('#row')!;
const found = document.querySelector('#found')!;
const find = document.querySelector<HTMLInputElement>('#find')!;

const words = {
  en: {
    add: 'Add',
    addOf: (name: string) => `Add to the basket: ${name}`,
    found: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'piece' : 'pieces'}`,
    lost: 'The rest of the list has not come. Load the page again to see it.',
  },
  fr: {
    add: 'Ajouter',
    addOf: (name: string) => `Ajouter au panier : ${name}`,
    found: (count: number) => `${count.toLocaleString('fr')} ${count < 2 ? 'pièce' : 'pièces'}`,
    lost: 'La suite de la liste n’est pas venue. Rechargez la page pour la voir.',
  },
}[pageLanguage()];

// Also given up when the customer leaves before it has come.
const answer = await askShop<{ products: Product[] }>('products').catch(() => undefined);
const rows = (answer?.products ?? []).map(({ sku, name, price }) => {
  const served = list.querySelector(`[data-sku=${CSS.escape(sku)}]`);
  const row = served ?? document.importNode(pattern.content, true).firstElementChild!;
  row.querySelector('use')!.setAttribute('href', pictureOf(sku));
  row.querySelector('h2')!.textContent = name;
  row.querySelector('.price')!.textContent = money(price);
  row.querySelector('doorstep-stock')!.setAttribute('sku', sku);
  const button = row.querySelector('button')!;
  button.textContent = words.add;
  button.ariaLabel = words.addOf(name);
  button.addEventListener('click', () => addToBasket(sku, 1));
  return { row: row as HTMLElement, text: `${name} ${sku}`.toLocaleLowerCase() };
});
list.append(...rows.map(({ row }) => row));

const search = (): void => {
  const wanted = find.value.trim().toLocaleLowerCase();
  let count = 0;
  for (const { row, text } of rows) {
    row.hidden = !text.includes(wanted);
    if (!row.hidden) count++;
  }
  found.textContent = answer ? words.found(count) : words.lost;
};
find.addEventListener('input', search);
search();

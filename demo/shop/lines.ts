import { html, render, type TemplateResult } from 'lit';
import type { BasketLine } from '../../src/index.js';
import { askShop, keepBasket, readBasket, type Product } from './basket.js';
import { pageAddress, pageLanguage } from './language.js';
import { money } from './money.js';

/** A line of this shop's basket: what the guard asks about, and what it costs. */
export type Line = BasketLine & Pick<Product, 'price' | 'appointment'>;

const words = {
  en: {
    quantity: (name: string) => `How many: ${name}`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove: ${name}`,
    empty: 'Your basket is empty.',
    glassware: 'See the glassware',
  },
  fr: {
    quantity: (name: string) => `Combien : ${name}`,
    remove: 'Retirer',
    removeOf: (name: string) => `Retirer : ${name}`,
    empty: 'Votre panier est vide.',
    glassware: 'Voir la verrerie',
  },
}[pageLanguage()];

const sprite = new URL('goods.svg', document.baseURI);

/** The picture of a product, from the shop's one sheet of drawings. */
export const pictureOf = (sku: string): string => {
  const glass = /^GLS-(\d+)$/.exec(sku)?.[1];
  return `${sprite.pathname}#${glass ? `GLS-${(Number(glass) - 1) % 10}` : sku}`;
};

/** The basket of this visit, with what the shop says of each product. */
export const basketLines = (): Promise<Line[]> =>
  Promise.all(
    readBasket().map(async ({ sku, quantity }) => {
      const path = `products/${encodeURIComponent(sku)}`;
      const { name, noun, nouns, price, parts, appointment } = await askShop<Product>(path);
      return {
        ...{ id: sku, sku, quantity, name, noun, nouns, price },
        ...(appointment ? { appointment } : {}),
        ...(parts ? { parts } : {}),
      };
    }),
  );

/** What the lines cost together. */
export const totalOf = (lines: readonly Line[]): Product['price'] => ({
  amount: lines.reduce((total, { price, quantity }) => total + price.amount * quantity, 0),
  currency: lines[0]?.price.currency ?? 'EUR',
});

/** Draws the basket; `changed` gets it as it is after the customer changed it. */
export const drawLines = (
  container: HTMLElement,
  lines: readonly Line[],
  changed: (lines: Line[]) => void,
): void => {
  const keep = (next: Line[]): void => {
    keepBasket(next);
    changed(next);
  };
  const row = (line: Line): TemplateResult => {
    const { id, sku, quantity, name = sku, price } = line;
    const set = ({ target }: Event): void => {
      const input = target as HTMLInputElement;
      if (input.validity.valid)
        keep(lines.map((one) => (one.id === id ? { ...one, quantity: input.valueAsNumber } : one)));
      // What is not a quantity says why, and does not stand there as if it were paid for.
      else if (!input.reportValidity()) input.value = `${quantity}`;
    };
    return html`<li>
      <svg viewBox="32 4 184 184" aria-hidden="true"><use href=${pictureOf(sku)}></use></svg>
      <p>${name}</p>
      <p class="price">${money({ ...price, amount: price.amount * quantity })}</p>
      <doorstep-stock .sku=${sku} .quantity=${quantity} src="/doorstep"></doorstep-stock>
      <p class="change">
        <input
          type="number"
          min="1"
          max="99"
          inputmode="numeric"
          required
          aria-label=${words.quantity(name)}
          .value=${`${quantity}`}
          @change=${set}
        />
        <button
          type="button"
          aria-label=${words.removeOf(name)}
          @click=${() => keep(lines.filter((one) => one.id !== id))}
        >
          ${words.remove}
        </button>
      </p>
    </li>`;
  };
  render(
    lines.length
      ? html`<ul class="lines">
          ${lines.map(row)}
        </ul>`
      : html`<p>${words.empty} <a href=${pageAddress('./listing.html')}>${words.glassware}</a></p>`,
    container,
  );
};

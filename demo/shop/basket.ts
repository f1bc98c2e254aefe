import type { BasketLine, Money } from '../../src/index.js';
import { pageLanguage } from './language.js';

const BASKET = 'maison-verre-basket';
const PAYMENT = 'maison-verre-payment';

/** What is kept of a line; everything else is the shop's to say, and asked anew on each page. */
export interface Wanted {
  readonly sku: string;
  readonly quantity: number;
}

/** What `GET /shop/products/:sku` says, in the language asked for. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly noun: string;
  readonly nouns: string;
  readonly price: Money;
  /** Whether it is brought at a time that the customer chooses. */
  readonly appointment?: boolean;
  /** What one unit is made of, if it is a set. */
  readonly parts?: BasketLine['parts'] | null;
}

/** The basket of this visit. */
export const readBasket = (): Wanted[] => {
  try {
    return JSON.parse(sessionStorage.getItem(BASKET) ?? '[]') as Wanted[];
  } catch {
    return [];
  }
};

/** Keeps the basket, one line for each SKU, and says in the masthead how much is in it. */
export const keepBasket = (basket: readonly Wanted[]): void => {
  const units = new Map<string, number>();
  for (const { sku, quantity } of basket) units.set(sku, (units.get(sku) ?? 0) + quantity);
  const kept = [...units].map(([sku, quantity]): Wanted => ({ sku, quantity }));
  sessionStorage.setItem(BASKET, JSON.stringify(kept));
  countBasket();
};

/** Puts some more of something into the basket. */
export const addToBasket = (sku: string, quantity: number): void =>
  keepBasket([...readBasket(), { sku, quantity }]);

/** Takes over what a product's page was left with, once. */
export const takeFromAddress = (): void => {
  const address = new URL(location.href);
  const { searchParams } = address;
  const sku = searchParams.get('sku');
  const quantity = Number(searchParams.get('quantity'));
  if (!sku || !(Number.isSafeInteger(quantity) && quantity > 0)) return;
  addToBasket(sku, quantity);
  searchParams.delete('sku');
  searchParams.delete('quantity');
  history.replaceState(null, '', address);
};

/** How many things are in the basket, in the masthead of a page that has one. */
export const countBasket = (): void => {
  const output = document.querySelector('.basket .count');
  const count = readBasket().reduce((total, { quantity }) => total + quantity, 0);
  if (output) output.textContent = `${count}`;
};

/**
 * The key under which the shop takes this payment once, however often it is sent. It stays the same
 * until an answer has come, so that a payment nobody heard of again can be sent again safely.
 */
export const paymentKey = (): string => {
  const key = sessionStorage.getItem(PAYMENT) ?? crypto.randomUUID();
  sessionStorage.setItem(PAYMENT, key);
  return key;
};

/** An answer has come: what is paid next is another payment. */
export const forgetPayment = (): void => sessionStorage.removeItem(PAYMENT);

/** Asks the shop for something, in the language of the page. */
export const askShop = async <T>(path: string): Promise<T> => {
  const response = await fetch(`/shop/${path}`, { headers: { 'Accept-Language': pageLanguage() } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
};

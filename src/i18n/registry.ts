import type { Locale } from './locale.js';
import type { CheckoutMessages } from './locales/en/checkout.js';
import type { OrderMessages } from './locales/en/order.js';
import type { ParcelMessages } from './locales/en/parcel.js';
import type { SlotPickerMessages } from './locales/en/picker.js';
import type { RemedyMessages } from './locales/en/remedy.js';
import type { SlotMessages } from './locales/en/slot.js';
import type { StockMessages } from './locales/en/stock.js';
import type { WishMessages } from './locales/en/wishes.js';

/** All tables of one language. What is left out is said in English. */
export interface Tables {
  readonly base?: Partial<Locale>;
  readonly stock?: Partial<StockMessages>;
  readonly order?: Partial<OrderMessages>;
  readonly parcel?: Partial<ParcelMessages>;
  readonly checkout?: Partial<CheckoutMessages>;
  readonly wishes?: Partial<WishMessages>;
  readonly slot?: Partial<SlotMessages>;
  readonly slotPicker?: Partial<SlotPickerMessages>;
  readonly remedy?: Partial<RemedyMessages>;
}

/** The same, with nothing left out. */
interface Whole {
  readonly base: Locale;
  readonly stock: StockMessages;
  readonly order: OrderMessages;
  readonly parcel: ParcelMessages;
  readonly checkout: CheckoutMessages;
  readonly wishes: WishMessages;
  readonly slot: SlotMessages;
  readonly slotPicker: SlotPickerMessages;
  readonly remedy: RemedyMessages;
}

const languages = new Map<string, Tables[]>();
const made = new Map<string, unknown>();
const listeners = new Set<() => void>();

/**
 * Adds a language, or changes single sentences of one: later calls win, sentence by sentence.
 *
 * @param language BCP 47, such as `fr` or `fr-CA`
 */
export const registerLocale = (language: string, tables: Tables): void => {
  const key = language.toLowerCase();
  languages.set(key, [...(languages.get(key) ?? []), tables]);
  made.clear();
  for (const listener of [...listeners]) listener();
};

/** Tells when a language was added. @returns the cancellation */
export const onLocales = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What was registered for `fr`, then for `fr-CA`: the nearest last, which wins. */
const registered = (language: string): Tables[] =>
  language
    .toLowerCase()
    .split('-')
    .flatMap((_, last, parts) => languages.get(parts.slice(0, last + 1).join('-')) ?? []);

/** What follows from the tables is made once, until a language is added. */
export const once = <T>(key: string, make: () => T): T => {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
};

/** The table of one kind in a language, over the English one. */
export const messagesFor = <K extends keyof Whole>(
  kind: K,
  language: string,
  english: Whole[K],
): Whole[K] =>
  once(`${kind} ${language}`, () => {
    const tables = registered(language).map((table) => table[kind]);
    return Object.assign({}, english, ...(tables as object[])) as Whole[K];
  });

/**
 * The language that is really spoken: the wanted one, if any of it was registered, else English.
 * Numbers and dates follow it, so that a sentence never mixes two.
 */
export const spoken = (language: string): string =>
  once(`spoken ${language}`, () => {
    try {
      const valid = Intl.getCanonicalLocales(language)[0] ?? 'en';
      if (/^en\b/.test(valid) || registered(valid).length) return valid;
    } catch {
      // `lang="english"` on a page is no reason to fail.
    }
    return 'en';
  });

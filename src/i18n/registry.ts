import type { Locale } from './locale.js';
import type { CheckoutMessages } from './locales/en/checkout.js';
import type { OrderMessages } from './locales/en/order.js';
import type { ParcelMessages } from './locales/en/parcel.js';
import type { SlotPickerMessages } from './locales/en/picker.js';
import type { RemedyMessages } from './locales/en/remedy.js';
import type { SlotMessages } from './locales/en/slot.js';
import type { StockMessages } from './locales/en/stock.js';
import type { WishMessages } from './locales/en/wishes.js';

/** All tables of one language, with nothing left out: what every language that is shipped has. */
export interface Language {
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

/** Tables of one language, whole or in part. What is left out is said in English. */
export type Tables = { readonly [Kind in keyof Language]?: Partial<Language[Kind]> };

const languages = new Map<string, Tables[]>();
const made = new Map<string, unknown>();
const listeners = new Set<() => void>();
let fetchLanguage: ((language: string) => void) | undefined;

/** Tells every element that it may have another language to speak. */
export const languageChanged = (): void => {
  for (const listener of [...listeners]) listener();
};

const forget = (): void => {
  made.clear();
  languageChanged();
};

/** Adds what was fetched of a language, below whatever the page itself says in it. */
export const registerBelow = (language: string, tables: Tables): void => {
  languages.set(language, [tables, ...(languages.get(language) ?? [])]);
  forget();
};

/** Who is told of each language that somebody wants to speak, more than once too. */
export const fetchWith = (fetch: (language: string) => void): void => {
  fetchLanguage = fetch;
  forget();
};

/**
 * Adds a language, or changes single sentences of one: later calls win, sentence by sentence.
 *
 * @param language BCP 47, such as `fr` or `fr-CA`
 */
export const registerLocale = (language: string, tables: Tables): void => {
  const key = language.toLowerCase();
  languages.set(key, [...(languages.get(key) ?? []), tables]);
  forget();
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
export const messagesFor = <K extends keyof Language>(
  kind: K,
  language: string,
  english: Language[K],
): Language[K] =>
  once(`${kind} ${language}`, () => {
    const tables = registered(language).map((table) => table[kind]);
    return Object.assign({}, english, ...(tables as object[])) as Language[K];
  });

/**
 * The language that is really spoken: the wanted one, if any of it was registered, else English.
 * Numbers and dates follow it, so that a sentence never mixes two.
 */
export const spoken = (language: string): string =>
  once(`spoken ${language}`, () => {
    try {
      const valid = Intl.getCanonicalLocales(language)[0] ?? 'en';
      if (/^en\b/.test(valid)) return valid;
      fetchLanguage?.(valid);
      if (registered(valid).length) return valid;
    } catch {
      // `lang="english"` on a page is no reason to fail.
    }
    return 'en';
  });

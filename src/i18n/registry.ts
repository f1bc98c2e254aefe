import { Formatter } from './format.js';
import type { Locale } from './locale.js';
import { base } from './locales/en/base.js';
import type { OrderMessages } from './locales/en/order.js';
import type { StockMessages } from './locales/en/stock.js';

/** All tables of one language. What is left out is said in English. */
export interface Tables {
  readonly base?: Partial<Locale>;
  readonly stock?: Partial<StockMessages>;
  readonly order?: Partial<OrderMessages>;
}

const languages = new Map<string, Tables>();
const formatters = new Map<string, Formatter>();
const merged = new Map<string, object>();
const listeners = new Set<() => void>();

/**
 * Adds a language, or changes single sentences of one: later calls win, sentence by sentence.
 *
 * @param language BCP 47, such as `fr` or `fr-CA`
 */
export const registerLocale = (language: string, tables: Tables): void => {
  const key = language.toLowerCase();
  const known = languages.get(key) ?? {};
  languages.set(key, {
    base: { ...known.base, ...tables.base },
    stock: { ...known.stock, ...tables.stock },
    order: { ...known.order, ...tables.order },
  });
  formatters.clear();
  merged.clear();
  for (const listener of [...listeners]) listener();
};

/** Tells when a language was added. @returns the cancellation */
export const onLocales = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** `fr-CA`, then `fr`: what was registered of it, nearest last. */
const chain = (language: string): Tables[] => {
  const tables: Tables[] = [];
  let part = language.toLowerCase();
  while (part) {
    const found = languages.get(part);
    if (found) tables.unshift(found);
    part = part.slice(0, Math.max(part.lastIndexOf('-'), 0));
  }
  return tables;
};

/** The sentences of one kind in a language, over the English ones. */
export const messagesFor = <K extends 'stock' | 'order'>(
  kind: K,
  language: string,
  english: NonNullable<Required<Tables>[K]> & object,
): K extends 'stock' ? StockMessages : OrderMessages => {
  const key = `${kind} ${language}`;
  let messages = merged.get(key);
  if (!messages)
    merged.set(
      key,
      (messages = Object.assign({}, english, ...chain(language).map((tables) => tables[kind]))),
    );
  return messages as never;
};

/**
 * The language that is really spoken: the wanted one, if any of it was registered, else English.
 * Numbers and dates follow it, so that a sentence never mixes two.
 */
export const spoken = (language: string): string =>
  /^en\b/i.test(language) || chain(language).length ? language : 'en';

/** The formatter of a language and zone, made once. */
export const formatterFor = (language: string, timeZone: string | undefined): Formatter => {
  let valid = spoken(language);
  try {
    valid = Intl.getCanonicalLocales(valid)[0] ?? 'en';
  } catch {
    valid = 'en'; // `lang="english"` on a page is no reason to fail
  }
  const key = `${valid} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const locale = Object.assign({}, base, ...chain(valid).map((tables) => tables.base)) as Locale;
    formatters.set(key, (formatter = new Formatter(locale, valid, timeZone)));
  }
  return formatter;
};

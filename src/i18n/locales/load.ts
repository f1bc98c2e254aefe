import { fetchWith, registerBelow, type Language } from '../registry.js';

type Kind = keyof Language;

/** Where the tables of a language are: one that is missing, or is not whole, does not compile. */
type Files = { readonly [K in Kind]: () => Promise<Readonly<Record<K, Language[K]>>> };

// Written out, so that every bundler finds the files.
const files: Readonly<Record<string, Files>> = {
  ar: {
    base: () => import('./ar/base.js'),
    stock: () => import('./ar/stock.js'),
    order: () => import('./ar/order.js'),
    parcel: () => import('./ar/parcel.js'),
    checkout: () => import('./ar/checkout.js'),
    wishes: () => import('./ar/wishes.js'),
    slot: () => import('./ar/slot.js'),
    slotPicker: () => import('./ar/picker.js'),
    remedy: () => import('./ar/remedy.js'),
  },
  de: {
    base: () => import('./de/base.js'),
    stock: () => import('./de/stock.js'),
    order: () => import('./de/order.js'),
    parcel: () => import('./de/parcel.js'),
    checkout: () => import('./de/checkout.js'),
    wishes: () => import('./de/wishes.js'),
    slot: () => import('./de/slot.js'),
    slotPicker: () => import('./de/picker.js'),
    remedy: () => import('./de/remedy.js'),
  },
  es: {
    base: () => import('./es/base.js'),
    stock: () => import('./es/stock.js'),
    order: () => import('./es/order.js'),
    parcel: () => import('./es/parcel.js'),
    checkout: () => import('./es/checkout.js'),
    wishes: () => import('./es/wishes.js'),
    slot: () => import('./es/slot.js'),
    slotPicker: () => import('./es/picker.js'),
    remedy: () => import('./es/remedy.js'),
  },
  fr: {
    base: () => import('./fr/base.js'),
    stock: () => import('./fr/stock.js'),
    order: () => import('./fr/order.js'),
    parcel: () => import('./fr/parcel.js'),
    checkout: () => import('./fr/checkout.js'),
    wishes: () => import('./fr/wishes.js'),
    slot: () => import('./fr/slot.js'),
    slotPicker: () => import('./fr/picker.js'),
    remedy: () => import('./fr/remedy.js'),
  },
  it: {
    base: () => import('./it/base.js'),
    stock: () => import('./it/stock.js'),
    order: () => import('./it/order.js'),
    parcel: () => import('./it/parcel.js'),
    checkout: () => import('./it/checkout.js'),
    wishes: () => import('./it/wishes.js'),
    slot: () => import('./it/slot.js'),
    slotPicker: () => import('./it/picker.js'),
    remedy: () => import('./it/remedy.js'),
  },
  ja: {
    base: () => import('./ja/base.js'),
    stock: () => import('./ja/stock.js'),
    order: () => import('./ja/order.js'),
    parcel: () => import('./ja/parcel.js'),
    checkout: () => import('./ja/checkout.js'),
    wishes: () => import('./ja/wishes.js'),
    slot: () => import('./ja/slot.js'),
    slotPicker: () => import('./ja/picker.js'),
    remedy: () => import('./ja/remedy.js'),
  },
  nl: {
    base: () => import('./nl/base.js'),
    stock: () => import('./nl/stock.js'),
    order: () => import('./nl/order.js'),
    parcel: () => import('./nl/parcel.js'),
    checkout: () => import('./nl/checkout.js'),
    wishes: () => import('./nl/wishes.js'),
    slot: () => import('./nl/slot.js'),
    slotPicker: () => import('./nl/picker.js'),
    remedy: () => import('./nl/remedy.js'),
  },
  pl: {
    base: () => import('./pl/base.js'),
    stock: () => import('./pl/stock.js'),
    order: () => import('./pl/order.js'),
    parcel: () => import('./pl/parcel.js'),
    checkout: () => import('./pl/checkout.js'),
    wishes: () => import('./pl/wishes.js'),
    slot: () => import('./pl/slot.js'),
    slotPicker: () => import('./pl/picker.js'),
    remedy: () => import('./pl/remedy.js'),
  },
  pt: {
    base: () => import('./pt/base.js'),
    stock: () => import('./pt/stock.js'),
    order: () => import('./pt/order.js'),
    parcel: () => import('./pt/parcel.js'),
    checkout: () => import('./pt/checkout.js'),
    wishes: () => import('./pt/wishes.js'),
    slot: () => import('./pt/slot.js'),
    slotPicker: () => import('./pt/picker.js'),
    remedy: () => import('./pt/remedy.js'),
  },
};

/** The tables that each tag speaks from, what it opens by itself included. */
export const needs: Readonly<Record<string, readonly Kind[]>> = {
  'doorstep-stock': ['stock', 'wishes'],
  'doorstep-checkout-guard': ['checkout'],
  'doorstep-slot-picker': ['slotPicker'],
  'doorstep-parcel': ['order', 'parcel', 'slot'],
  'doorstep-remedy': ['order', 'remedy'],
  'doorstep-slot': ['order', 'slot', 'slotPicker'],
  'doorstep-order': ['order', 'parcel', 'remedy', 'slot'],
};

const asked = new Set<string>();

/** Seconds until what could not be had is fetched again; after the last only a connection that comes back is waited for. */
const PAUSES = [2, 10, 60];

const load = async (language: string, tags: readonly string[], failures = 0): Promise<void> => {
  const kinds = new Set<Kind>(['base', ...tags.flatMap((tag) => needs[tag]!)]);
  try {
    const parts = await Promise.all([...kinds].map((kind) => files[language]![kind]()));
    // All at once, so that no sentence has the dates of another language.
    registerBelow(language, Object.assign({}, ...parts) as Partial<Language>);
  } catch (error) {
    if (!failures)
      console.warn(`Doorstep: "${language}" could not be loaded; English is spoken.`, error);
    // An older Firefox remembers what failed until the page is loaded again, and stays with English.
    const again = (): void => {
      clearTimeout(timer);
      removeEventListener('online', again);
      void load(language, tags, failures + 1);
    };
    const pause = PAUSES[failures];
    const timer = pause && setTimeout(again, pause * 1000);
    addEventListener('online', again);
  }
};

/**
 * Fetches a language when an element of the page first wants it, and of it only what the tags of the
 * page say: importing this file is all it takes. Until it is there, and while it cannot be had, English is
 * spoken; it is tried again. A language of which there are no files asks no network.
 */
fetchWith((wanted) => {
  const language = wanted.split('-')[0]!;
  if (asked.has(language) || !Object.hasOwn(files, language)) return;
  asked.add(language);
  const [now, later] = [true, false].map((isDefined) =>
    Object.keys(needs).filter((tag) => isDefined === Boolean(customElements.get(tag))),
  ) as [string[], string[]];
  void load(language, now);
  for (const tag of later) void customElements.whenDefined(tag).then(() => load(language, [tag]));
});

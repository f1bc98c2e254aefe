export { BriefFormatter, briefFor } from './brief.js';
export { Formatter, formatterFor } from './format.js';
export { gap, sentences, stopOf, stopped } from './sentences.js';
export type { Locale } from './locale.js';
export type { CheckoutMessages } from './locales/en/checkout.js';
export type { OrderMessages } from './locales/en/order.js';
export type { ParcelMessages } from './locales/en/parcel.js';
export type { SlotPickerMessages } from './locales/en/picker.js';
export type { RemedyMessages } from './locales/en/remedy.js';
export type { SlotMessages } from './locales/en/slot.js';
export type { StockMessages } from './locales/en/stock.js';
export type { WishMessages } from './locales/en/wishes.js';
export {
  languageChanged,
  messagesFor,
  onLocales,
  registerLocale,
  spoken,
  type Tables,
} from './registry.js';

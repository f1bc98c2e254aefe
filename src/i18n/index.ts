export { BriefFormatter, briefFor } from './brief.js';
export { Formatter, formatterFor } from './format.js';
export type { Locale } from './locale.js';
export type { CheckoutMessages } from './locales/en/checkout.js';
export type { OrderMessages } from './locales/en/order.js';
export type { SlotPickerMessages } from './locales/en/picker.js';
export type { StockMessages } from './locales/en/stock.js';
export type { WishMessages } from './locales/en/wishes.js';
export { messagesFor, onLocales, registerLocale, spoken, type Tables } from './registry.js';

export {
  AdapterError,
  type AdapterErrorCode,
  type AdapterRequest,
  type OrderAdapter,
} from './adapter/index.js';
export type { OutcomeDetail, UnreadableDetail } from './elements/element.js';
export {
  DoorstepCheckoutGuard,
  type CheckoutChoice,
  type CheckoutDetail,
} from './elements/guard/guard.js';
export { DoorstepOrder } from './elements/order/order.js';
export { DoorstepParcel } from './elements/parcel/parcel.js';
export { DoorstepProvider } from './elements/provider/provider.js';
export { DoorstepRemedy } from './elements/remedy/remedy.js';
export { DoorstepSlotPicker } from './elements/slot-picker/slot-picker.js';
export { DoorstepSlot } from './elements/slot/slot.js';
export { DoorstepStock } from './elements/stock/stock.js';
export { registerLocale, type Tables } from './i18n/index.js';
export { useLaw, type Article, type LawPack } from './law/law.js';
export type * from './model/index.js';
export { setDefaultAdapter } from './store/index.js';

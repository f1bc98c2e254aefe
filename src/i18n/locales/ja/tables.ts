import type { Language } from '../../registry.js';
import { base } from './base.js';
import { checkout } from './checkout.js';
import { order } from './order.js';
import { parcel } from './parcel.js';
import { slotPicker } from './picker.js';
import { remedy } from './remedy.js';
import { slot } from './slot.js';
import { stock } from './stock.js';
import { wishes } from './wishes.js';

/** All that is said in Japanese. */
export const tables = {
  base,
  stock,
  order,
  parcel,
  checkout,
  wishes,
  slot,
  slotPicker,
  remedy,
} satisfies Language;

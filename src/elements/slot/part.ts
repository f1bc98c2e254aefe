import type { DeliveryPromise } from '../../model/index.js';
import type { SlotVerdict } from '../../verdicts/index.js';
import type { Context } from '../telling.js';
import type { Speech } from './words.js';

/** One promise with all that is said of it. */
export interface Part {
  readonly promise: DeliveryPromise;
  readonly verdict: SlotVerdict;
  readonly context: Context;
  readonly speech: Speech;
  /** Set where no answer can change anything any more: it arrived, or it will not come. */
  readonly over: 'arrived' | 'paid' | 'cancelled' | undefined;
}

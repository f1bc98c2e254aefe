import { OutcomeSchema } from './action.js';
import { BasketCheckSchema } from './basket.js';
import { OrderSchema } from './order.js';
import { SlotListSchema } from './slot.js';
import { StockLevelSchema } from './stock.js';
import { InstantSchema } from './time.js';
import { list, object, optional, text, type Infer } from './schema.js';

/** Every answer says what time it is at the backend: deadlines run on that clock (R6). */
const serverNow = optional(InstantSchema);

/** Answer to a question about one order. */
export const OrderAnswerSchema = object({ serverNow, order: OrderSchema });
/** See {@link OrderAnswerSchema}. */
export type OrderAnswer = Infer<typeof OrderAnswerSchema>;

/** Answer to a question about several SKUs. A SKU that is missing from it is unknown. */
export const StockAnswerSchema = object({
  serverNow,
  stock: list(StockLevelSchema),
});
/** See {@link StockAnswerSchema}. */
export type StockAnswer = Infer<typeof StockAnswerSchema>;

/** Answer to a question about a whole basket. */
export const BasketAnswerSchema = object({ serverNow, check: BasketCheckSchema });
/** See {@link BasketAnswerSchema}. */
export type BasketAnswer = Infer<typeof BasketAnswerSchema>;

/** Answer to a question about slots. */
export const SlotsAnswerSchema = object({ serverNow, slots: SlotListSchema });
/** See {@link SlotsAnswerSchema}. */
export type SlotsAnswer = Infer<typeof SlotsAnswerSchema>;

/** Answer to an action, or to a question about one. */
export const OutcomeAnswerSchema = object({ serverNow, outcome: OutcomeSchema });
/** See {@link OutcomeAnswerSchema}. */
export type OutcomeAnswer = Infer<typeof OutcomeAnswerSchema>;

/** Something changed: `order:FR-1042`, `stock:SKU-1` or `slots`. The receiver asks again. */
export const ChangeSchema = object({ topic: text(), serverNow });
/** See {@link ChangeSchema}. */
export type Change = Infer<typeof ChangeSchema>;

import * as v from 'valibot';
import { OutcomeSchema } from './action.js';
import { OrderSchema } from './order.js';
import { StockLevelSchema } from './stock.js';
import { InstantSchema } from './time.js';

/** Every answer says what time it is at the backend: deadlines run on that clock (R6). */
const serverNow = v.optional(InstantSchema);

/** Answer to a question about one order. */
export const OrderAnswerSchema = /* @__PURE__ */ v.object({ serverNow, order: OrderSchema });
/** See {@link OrderAnswerSchema}. */
export type OrderAnswer = v.InferOutput<typeof OrderAnswerSchema>;

/** Answer to a question about several SKUs. A SKU that is missing from it is unknown. */
export const StockAnswerSchema = /* @__PURE__ */ v.object({
  serverNow,
  stock: v.array(StockLevelSchema),
});
/** See {@link StockAnswerSchema}. */
export type StockAnswer = v.InferOutput<typeof StockAnswerSchema>;

/** Answer to an action, or to a question about one. */
export const OutcomeAnswerSchema = /* @__PURE__ */ v.object({ serverNow, outcome: OutcomeSchema });
/** See {@link OutcomeAnswerSchema}. */
export type OutcomeAnswer = v.InferOutput<typeof OutcomeAnswerSchema>;

/** Something changed: `order:FR-1042` or `stock:SKU-1`. The receiver asks again. */
export const ChangeSchema = /* @__PURE__ */ v.object({ topic: v.string(), serverNow });
/** See {@link ChangeSchema}. */
export type Change = v.InferOutput<typeof ChangeSchema>;

/** What the types of the package must not let through. */
import type { DoorstepOrder, OrderAdapter } from 'doorstep-elements';

declare const order: DoorstepOrder;
order.order = 1042;
export const adapter: OrderAdapter = {};
document.querySelector('doorstep-stock')!.quantity = 'two';

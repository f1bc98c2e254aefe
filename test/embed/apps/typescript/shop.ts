/** A shop that uses what the package exports by its types alone; its declarations are read too, not skipped. */
import { AdapterError, DoorstepOrder, type OrderAdapter } from 'doorstep-elements';
import 'doorstep-elements/define';
import { rest } from 'doorstep-elements/adapters/rest';
import { createHandler } from 'doorstep-elements/adapters/rest/handler';
import 'doorstep-elements/calendar';
import { readCarrier } from 'doorstep-elements/carriers/read';
import { france } from 'doorstep-elements/law/fr';

const adapter: OrderAdapter = rest({ baseUrl: '/doorstep' });
const order: DoorstepOrder = document.createElement('doorstep-order');
order.adapter = adapter;
order.order = 'FR-1042';
document.querySelector('doorstep-stock')!.quantity = 2;

const readings: string[] = [];
for (const shipment of readCarrier({})?.shipments ?? [])
  readings.push(shipment.shipment.carrier?.name ?? 'nobody');
export { AdapterError, createHandler, france, order, readings };

/** The customer's orders: the one named in the address, or the one of the story. */
import { openPage } from './page.js';

const reference = new URLSearchParams(location.search).get('order');
const widget = document.querySelector('doorstep-order')!;
// A page that the server wrote is about the order that was asked for, with what it has to say of it.
if (reference && reference !== widget.getAttribute('order')) {
  for (const element of document.querySelectorAll('doorstep-order, demo-controls'))
    element.setAttribute('order', reference);
  // What was served is about another order.
  const served = document.createElement('p');
  served.dataset['fr'] = `Commande ${reference}. Nous demandons à la boutique où elle en est.`;
  served.textContent = `Order ${reference}. We are asking the shop how it stands.`;
  widget.replaceChildren(served);
}
await openPage();

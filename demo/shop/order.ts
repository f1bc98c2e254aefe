/** The customer's orders: the one named in the address, or the one of the story. */
import { openPage } from './page.js';

const reference = new URLSearchParams(location.search).get('order');
if (reference && reference !== 'FR-1042') {
  for (const element of document.querySelectorAll('doorstep-order, demo-controls'))
    element.setAttribute('order', reference);
  // What was served is about another order.
  const served = document.createElement('p');
  served.dataset['fr'] = `Commande ${reference}. Nous demandons à la boutique où elle en est.`;
  served.textContent = `Order ${reference}. We are asking the shop how it stands.`;
  document.querySelector('doorstep-order')!.replaceChildren(served);
}
await openPage();

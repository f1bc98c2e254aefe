import type { CheckoutMessages } from '../en/checkout.js';

/** What the checkout guard says, in French. */
export const checkout: CheckoutMessages = {
  checking: 'Nous vérifions tout le panier avec le magasin',
};

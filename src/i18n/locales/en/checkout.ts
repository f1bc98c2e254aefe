/** What the checkout guard says, in English. */
export const checkout = {
  checking: 'Checking the whole basket with the shop',
};

/** See {@link checkout}. */
export type CheckoutMessages = typeof checkout;

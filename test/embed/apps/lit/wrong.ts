import type {} from 'doorstep-elements';

/** Templates of Lit have no types; what is done by hand has. None of this may compile. */
const order = document.createElement('doorstep-order');
// @ts-expect-error: a level is a number.
order.headingLevel = 'two';
// @ts-expect-error: an adapter has an `order`.
order.adapter = {};
// @ts-expect-error: no such member of what the backend said.
order.addEventListener('doorstep-outcome', (event) => event.detail.nothing);

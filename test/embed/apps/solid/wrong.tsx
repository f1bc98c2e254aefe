import type {} from 'doorstep-elements/types/solid';

/** None of this may compile. */
export const wrong = [
  // @ts-expect-error: a level is a number.
  () => <doorstep-order order="FR-1042" headingLevel="two" />,
  // @ts-expect-error: an adapter has an `order`.
  () => <doorstep-order adapter={{}} />,
  // @ts-expect-error: one of three words.
  () => <doorstep-checkout-guard whenUnsure="maybe" />,
  // @ts-expect-error: no such member of what the backend said.
  () => <doorstep-order on:doorstep-outcome={(event) => event.detail.nothing} />,
];

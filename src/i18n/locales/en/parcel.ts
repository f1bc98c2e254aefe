import type { RecipientAction, Supply } from '../../../model/index.js';

/** What a parcel's own part of the page says, in English. */
export const parcel = {
  allEvents: (count: number) => (count === 1 ? 'Show the event' : `Show all ${count} events`),
  fewerEvents: 'Show fewer events',
  future: 'dated in the future by its source',
  inTheirWords: (who: string) => `${who}, in its own words`,
  recorded: 'What was recorded',

  // Where to follow it, and what proves that it came
  carrier: 'Carrier',
  trackingNumber: 'Number',
  trackOn: (who: string) => `Follow it at ${who}`,
  call: (number: string) => `call ${number}`,
  proof: 'Proof',
  signedBy: (who: string) => `signed for by ${who}`,
  photo: 'see the photo',
  partOnly: 'only a part of it',
  noProof: 'nobody signed, and there is no photo',

  // Two accounts
  said: 'Delivered',
  denied: 'Not received',
  you: 'You',
  settles: 'What settles it:',
  settledBy: (what: string, due?: string) => `${what}${due ? `, ${due}` : ''}.`,

  // Why there is another parcel
  instead: (fault: string, on?: string, position?: number) =>
    `Replaces ${fault}${on ? ` of ${on}` : ''}${position ? `, in parcel ${position}` : ''}.`,
  inPlaceOf: (position: number) => `Replaces parcel ${position}.`,
  replacedBy: (position: number) => `Parcel ${position} replaces it.`,
  doIt: {
    collect: 'See where to collect it',
    pay: 'Pay it here',
    address: 'Correct the address here',
    documents: 'Send the papers here',
    arrange: 'Choose a day here',
    contact: 'Write to them here',
  } satisfies Record<RecipientAction['kind'], string>,

  // Who brings it, while it has not left
  carrierAnswers: 'Who brings it',
  keepCarrier: (name: string) => `Keep ${name}`,
  takeCarrier: (name: string) => `Send it with ${name}`,
  otherCarrier: 'Another carrier, please',
  otherCarrierHelp: 'The shop has yet to say which one',
  anotherCarrier: 'another carrier',
  carrierChosen: (name: string, moment: string) =>
    name ? `You chose ${name}, ${moment}.` : `You asked for another carrier, ${moment}.`,
  carrierUntil: (moment: string, who: string, stands: string) =>
    `Not sent yet: you can choose ${moment ? `until ${moment}` : 'until it is sent'}${who && `, says ${who}`}. If you do nothing, ${stands ? `it stays with ${stands}` : 'the shop chooses another'}.`,
  carrierOver: (moment: string, stands: string) =>
    `You could choose until ${moment}. Now the shop ${stands ? `decides; so far it is ${stands}` : 'chooses another'}.`,

  // Several parcels
  parcels: 'Your parcels',
  tile: {
    arrived: 'arrived',
    coming: 'to come',
    needs: 'needs you',
    trouble: 'not as it should be',
    replaced: 'another one replaces it',
  },
  holds: (count: number, total: number | undefined, name: string) =>
    `${total !== undefined && count < total ? `${count} of ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count: number) =>
    count === 1 ? 'Show the one that arrived' : `Show the ${count} that arrived`,
  hideArrived: 'Hide those that arrived',
  showOthers: (count: number) => (count === 1 ? 'Show the other one' : `Show the other ${count}`),
  hideOthers: 'Hide the others',
  notSent: 'Not sent yet',

  // The promise line
  /** Before an hour, or before a date. */
  now: (_isDay: boolean): string => 'Now',
  expected: 'Expected',
  missedMark: 'Missed.',
  deliveredMark: 'Delivered',
  lastScanLabel: 'Last scan',
  orderedLabel: 'Ordered',
  madeLabel: 'Promise made',
  promisedLabel: (day: string) => (day ? `Promised ${day}` : 'Promised today'),
  lineExpected: (window: string, promise: string) => `Expected ${window}. Promised ${promise}.`,
  lineMissed: (promise: string) => `Promised ${promise}. That time has passed.`,
  lineOpen: (promise: string) => `Promised ${promise}. That time has not passed yet.`,
  lineDelivered: (moment: string, promise: string) => `Delivered ${moment}. Promised ${promise}.`,
  lineSince: (label: string, moment: string) => `${label}: ${moment}.`,

  // What was ordered
  secondComing: (reference: string) =>
    `Another one is on its way to you (${reference}). Call us if you do not want it.`,
  priceEach: (count: number, price: string) => `${count} × ${price}`,
  reserved: (count: number) => `${count} put aside for you`,
  awaited: (count: number, date?: string, condition?: Supply['condition']) =>
    `${count} ${date ? `about ${date}` : 'later, no date yet'}${
      condition
        ? `, ordered once ${condition === 'deposit' ? 'the deposit is paid' : 'you have paid'}`
        : ''
    }`,
  failed: (count: number) => `${count} not to be had`,
  delivery: (charge: string) => `delivery ${charge}`,
};

/** See {@link parcel}. */
export type ParcelMessages = typeof parcel;

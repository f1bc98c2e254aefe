import type { Ground } from '../../../model/index.js';

/** What the remedy says beyond the button and the path of the money, in English. Loaded when needed. */
export const remedy = {
  // It came after all
  turnedUp: (who: string, moment: string) => `${who} recorded it as delivered ${moment}.`,
  turnedUpHelp:
    'If you have it, tell us. If you do not, there is nothing to do: the refund goes on.',
  arrivedAfterAll: 'It arrived after all',
  otherMind: 'I have changed my mind',
  arrivedUntil: (until: string) => `Takes the refund back, until ${until}`,

  // Held up
  heldBy: 'Held up by',
  since: (moment: string) => `since ${moment}`,
  you: 'you',
  takes: 'What it takes',
  owner: 'Who sees to it',
  nextStep: 'Next step by',
  stepLate: 'That time has passed. Call us: it is owed to you all the same.',

  reversal: 'The charge itself is taken back.',
  reversalHelp: 'It disappears from your statement; no separate credit appears.',

  // The law, where the merchant has switched it on
  law: 'What the law says',
  ownPromise: 'What we offer here is our own promise, beyond what the law asks of us.',
  rightsStand: 'Your rights stand, whatever you choose here.',
  lawDay: (day: string) => `By law the money must be back by ${day}.`,
  /** Whether it is owed is known only where nothing can have been paid meanwhile. */
  lawGrown: (percent: number, more: string, total: string, isOwed: boolean) =>
    `${isOwed ? 'By' : 'If it has not reached you, by'} law the sum has grown by ${percent} %: ${more} on top, ${total} in all.`,
  lawGrows: (percent: number, day: string) => `From ${day} it grows by ${percent} %.`,

  // It came after the money had left
  cameLate: 'It came after the money had left. Choose what happens; nothing is decided for you.',
  keep: (amount: string) => (amount ? `Keep it and pay ${amount} back` : 'Keep it'),
  keepHelp: 'We tell you how',
  chargedTo: (method: string) => `Charged to ${method}`,
  giveBack: 'Send it back',
  giveBackHelp: 'Nothing to pay',

  // Something else is wrong
  other: 'Something else is wrong',
  what: 'What is wrong?',
  ground: {
    'not-delivered': 'It has not come',
    late: 'It came too late',
    incomplete: 'Something is missing',
    damaged: 'It is damaged',
    'wrong-item': 'It is not what I ordered',
    'delivered-elsewhere': 'It was left somewhere else',
    'not-received': 'It says delivered, and I have not got it',
  } satisfies Record<Ground, string>,
  attached:
    'We attach what was promised, what the carrier recorded and what this page says. Nothing to write.',
  thenWhat: 'What would you like us to do?',
  close: 'Close',

  // To keep
  receipt: 'Receipt to keep',
  order: 'Order',
  refund: 'Refund',
  amount: 'Amount',
  noAmount: 'We do not know it',
  to: 'To',
  asked: 'Asked',
  ordered: 'Ordered',
  sent: 'Sent by the bank',
  settled: 'On your account',
  reversed: 'Gone from your statement',
  ready: 'Ready in the shop',
  fetched: 'Fetched by you',
  ifDatePasses: 'If a date passes, this page says so.',
  reference: 'Reference',
  sameEverywhere: 'the one to give by phone or in the shop',
  paidWith: 'the one you paid with',
  over: { failed: 'Did not go through', returned: 'Came back to us', withdrawn: 'Taken back' },
  notDated: 'date not given',
  expected: 'Expected by',
  wrong: 'What was wrong',
  written: 'Written',
  another: (reference: string, amount: string, state: string) =>
    `${reference}${amount && `, ${amount}`}: ${state}`,
  inAll: (amount: string, count: number) => `${amount} in all, in ${count} refunds.`,
  row: (label: string, value: string) => `${label}: ${value}`,
  print: 'Print',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Copying was not possible. The text is selected: copy it from here.',
  save: 'Save as text',
  remind: 'Remind me of the date',
  notMade: 'The reminder could not be made. Press again.',
  remindWhat: (amount: string) => `${amount} should be back by today`,
};
/** See {@link remedy}. */
export type RemedyMessages = typeof remedy;

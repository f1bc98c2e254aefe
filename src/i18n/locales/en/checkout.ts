/** What the checkout guard says, in English. */
export const checkout = {
  before: 'Before you pay',
  checking: 'Checking the whole basket with the shop',
  handing: 'Your choice goes into your basket',

  // First sentences: who or what, and what is to be said of it
  yours: (noun: string) => `Your ${noun}`,
  goods: (count: number, total: number, nouns: string) =>
    count === total ? `Your ${total} ${nouns}` : `${count} of your ${total} ${nouns}`,
  named: (count: number, total: number, name: string) =>
    count === total ? `Your ${total} × ${name}` : `${count} of your ${total} × ${name}`,
  things: (count: number, total: number) =>
    `${count === total ? `All ${total}` : `${count} of the ${total}`} things in your basket`,
  notOnShelf: (subject: string, count: number) =>
    `${subject} ${count === 1 ? 'is' : 'are'} not on the shelf.`,
  soldOut: (subject: string, count: number) => `${subject} ${count === 1 ? 'is' : 'are'} sold out.`,
  notAsTold: (subject: string, count: number) =>
    `${subject} ${count === 1 ? 'does' : 'do'} not come as we told you.`,
  unconfirmed: 'The shop has not confirmed your basket.',
  unconfirmedGoesOn: 'The shop could not confirm the stock. Your payment goes on all the same.',
  notTaken: 'Your choice has not reached your basket.',
  noted: 'We tell you when it is back.',
  holdEnded: (time: string) => `Your units were held until\u00a0${time}. That time has passed.`,
  tooOld: 'What we knew of your basket is too old to go by.',

  // Where it comes from: a strong beginning and the rest
  checkedNow: 'Checked now,',
  changedNow: 'It changed just now.',
  checked: (ago: string) => `Checked ${ago},`,
  whole: 'the whole basket. You have not been charged.',
  notCharged: 'You have not been charged.',
  askingAgain: 'We ask the shop again.',
  noAnswer: 'We got no answer that could be used.',
  offline: 'You are offline.',
  noSense: 'What its system answered cannot be relied on.',
  incomplete: 'Its answer does not cover everything.',
  noBasket: 'This page did not say what is in it.',
  blocked: 'Without that, the shop takes no payment.',
  pageKept: 'This page still has the basket as it was.',
  writesTo: (channel: string) => `We write to ${channel}.`,

  // Facts
  now: 'Now',
  later: 'Later',
  none: 'Not to be had',
  told: 'You were told',
  unknown: 'Not known',
  unknownHelp: 'Nobody has said whether it is there',
  units: (count: number, total: number, noun?: string) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} of ${total}`,
  about: (date?: string) => (date ? ` about ${date}` : ', no date yet'),
  held: (time: string) => `, held for you until\u00a0${time}`,
  someHeld: (count: number, time: string) => `, ${count} held for you until\u00a0${time}`,
  prepaid: 'ordered once you have paid',
  deposit: 'ordered once you have paid a deposit',
  afterHold: (time: string) =>
    `After\u00a0${time} anybody may buy what is held; we ask again before you pay.`,
  rest: (count: number) =>
    count === 1
      ? 'The other line of your basket is as we told you.'
      : `The other ${count} lines of your basket are as we told you.`,
  showAll: (count: number) => `Show all ${count}`,
  showFewer: 'Show fewer',

  // What may be done
  choices: 'How would you like to go on?',
  pay: (count: number, amount: string) => `Pay for ${count === 1 ? 'it' : count}${amount}`,
  payAll: (amount: string) => `Pay for everything${amount}`,
  payShelf: (count: number, amount: string) => `Pay for the ${count} on the shelf${amount}`,
  payAllShelf: (amount: string) => `Pay for what is on the shelf${amount}`,
  swap: (goods: string | undefined, amount: string) =>
    `${goods ? `Take ${goods} instead` : 'Take something else instead'}${amount}`,
  payRest: (amount: string) => `Pay for the rest and be told${amount}`,
  beTold: 'Be told when it is back',
  amount: (amount: string) => `, ${amount}`,
  dueNow: (due: string, total: string) => `, ${due} now of ${total}`,
  allCanLeave: (count: number) => (count === 1 ? 'It can leave now' : `All ${count} can leave now`),
  canLeave: (count: number) => `${count} can leave now`,
  comes: (count: number, about: string) => `${count}${about}`,
  writes: (channel?: string) =>
    channel ? `We write to ${channel} when it is back` : 'We tell you when it is back',
  nothingPaid: 'Nothing is paid',
  notPossible: (reason: string) => `Not possible: ${reason}`,
  back: 'Back to the basket',
  nothingCharged: 'Nothing is charged',
  staysHeld: (count: number, time: string) =>
    `Nothing is lost, the ${count} ${count === 1 ? 'stays' : 'stay'} held until\u00a0${time}`,
  again: 'Ask the shop again',
  againHelp: 'You pay only if everything is confirmed',
  anyway: 'Pay all the same',
  anywayHelp: 'It may turn out afterwards that something is missing',

  // Under the button, once the panel has gone
  basketChanged: 'Your basket has changed. It is checked again when you pay.',
  pageChanged: 'The page changed while we asked the shop. Nothing was paid by that press.',
  restored: 'Everything is there as we told you. You can pay now.',

  // A person
  person: 'A question first?',
  personUntil: (time: string) => `, until\u00a0${time}`,
  personClosed: (moment?: string) => `, closed now${moment ? `, open again ${moment}` : ''}`,
  personNoWay: 'A question first? Ask the shop before you pay.',
};

/** See {@link checkout}. */
export type CheckoutMessages = typeof checkout;

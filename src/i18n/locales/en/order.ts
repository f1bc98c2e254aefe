import type { Phase, Proof, RecipientAction, Source } from '../../../model/index.js';

/** What is known of something the customer has to do: until when, with what, how much, with whom. */
export interface Todo {
  readonly by: string | undefined;
  readonly late: boolean;
  readonly bring: string | undefined;
  readonly amount: string | undefined;
  readonly who: string;
}

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)} minutes`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} hours`
      : `${Math.floor(minutes / 1440)} days`;
};

const YOURS = 'your money';

/** What the order, the parcel and the remedy say, in English. Subject first, exact time, full stop. */
export const order = {
  order: (reference: string) => `Order ${reference}`,
  refund: (reference: string) => `Refund ${reference}`,
  parcelOf: (position: number, total: number) => `Parcel ${position} of ${total}`,
  parcel: (position: number, name?: string) => `Parcel ${position}${name ? `, ${name}` : ''}`,
  thing: (noun?: string) => `your ${noun ?? 'parcel'}`,
  firstParcel: 'first parcel',
  goods: (count?: number): string => (count === 1 ? 'item' : 'items'),
  units: (count: number | undefined, total: number | undefined, noun: string) =>
    total === 1 || count === undefined
      ? `your ${noun}`
      : total === undefined
        ? `${count} ${noun}`
        : count === total
          ? `your ${count} ${noun}`
          : `${count} of your ${total} ${noun}`,
  we: 'We',
  carrier: 'The carrier',

  // A promise in words
  before: (time: string, day: string) => `before ${time}${day && ` ${day}`}`,
  between: (from: string, until: string, day: string) =>
    `between ${from} and ${until}${day && ` ${day}`}`,
  byDay: (date: string) => `by ${date}`,

  // First sentences
  missed: (who: string, thing: string, when: string) =>
    `${who} promised ${thing} ${when}. It has not arrived.`,
  missedSeveral: (who: string, when: string) =>
    `${who} promised your parcels ${when}. They have not all arrived.`,
  expectedBetween: (thing: string, when: string) => `${thing} is expected ${when}.`,
  expectedAround: (thing: string, when: string) => `${thing} is expected about ${when}.`,
  expectedLate: (thing: string, when: string, promised: string) =>
    `${thing} is now expected ${when}, later than promised (${promised}).`,
  arrived: (thing: string, moment: string) => `${thing} was delivered ${moment}.`,
  arrivedSome: (thing: string) => `${thing} was delivered.`,
  arrivedSeveral: (count: number) => `All ${count} parcels were delivered.`,
  several: (arrived: number, total: number, needs: number, trouble: number) =>
    [
      arrived === 0
        ? `None of your ${total} parcels has arrived yet.`
        : `${arrived} of your ${total} parcels ${arrived === 1 ? 'has' : 'have'} arrived.`,
      needs === 0 ? '' : needs === 1 ? 'One needs you.' : `${needs} need you.`,
      trouble === 0
        ? ''
        : trouble === 1
          ? 'One is not as it should be.'
          : `${trouble} are not as they should be.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position: number, when: string, promised: boolean) =>
    `Parcel ${position} is ${promised ? 'promised' : 'expected'} ${when}.`,
  disputed: (who: string) => `${who} says delivered. You say it is not there.`,
  bothNoted: 'Both are written down. A scan is not yet a delivery.',
  contradicted: (thing: string) => `What we are told about ${thing} contradicts itself.`,
  doubts: {
    'codes-disagree': 'The carrier’s own codes say different things.',
    'words-disagree': 'The carrier’s code and its words say different things.',
    'status-disagrees': 'The carrier’s status and its own scans say different things.',
    'delivered-before-events': 'It would have been delivered before it left.',
    'two-parcels': 'Two journeys are recorded under one number.',
    other: 'Its sources disagree.',
  },
  notRepeated: 'We repeat neither as true. Call us if you need to know more.',
  partly: (thing: string) => `Only a part of ${thing} was delivered.`,
  handedTo: {
    recipient: '',
    neighbour: ' It was given to a neighbour.',
    'safe-place': ' It was left in a safe place.',
    mailbox: ' It was left in the mailbox.',
    reception: ' It was handed in at the reception.',
  } satisfies Record<NonNullable<Proof['to']>, string>,
  todo: (kind: RecipientAction['kind'], { by = '', late, bring, amount, who }: Todo): string => {
    const what = {
      collect: `Collect it${bring ? ` with ${bring}` : ''}`,
      pay: `Pay ${amount ?? 'what is asked'}`,
      address: 'Correct the address',
      documents: 'Send the papers that are asked for',
      arrange: `Agree on a day with ${who}`,
      contact: `Call ${who}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `It could be collected ${by.replace(/^(by|before)/, 'until')}. We do not know whether it is still there.`
      : kind === 'pay'
        ? `${amount ?? 'What is asked'} was to be paid ${by}.`
        : `${what}. That had to be done ${by}.`;
  },
  /** What to do where only a person can help. */
  findWay: 'Call us: we look for a way with you.',
  silent: (thing: string) => `We do not know where ${thing} is.`,
  estimateStale: (thing: string) => `We are not sure when ${thing} comes.`,
  outForDelivery: (thing: string) => `${thing} is out for delivery.`,
  moving: (thing: string) => `${thing} is on its way.`,
  announced: (thing: string) => `${thing} has not left yet.`,
  promised: (thing: string, when: string) => `${thing} is promised ${when}.`,
  promisedPart: (units: string, count: number, when: string, rest: number, date?: string) =>
    `${units} ${count === 1 ? 'is' : 'are'} promised ${when}. The other ${rest === 1 ? 'one' : rest}: ${date ? `about ${date}` : 'later'}.`,
  promisedSome: (when: string) => `A part of your order is promised ${when}. The rest comes later.`,
  nothing: 'We have your order. Nobody has told us more yet.',
  attempted: (who: string, moment: string) => `${who} tried to deliver ${moment}.`,
  'ready-for-pickup': (thing: string) => `${thing} is waiting for you.`,
  pickupOver: (thing: string) => `${thing} was waiting for you.`,
  problem: (thing: string) => `Something is wrong with ${thing}.`,
  returning: (thing: string) => `${thing} is on its way back to us.`,
  returned: (thing: string) => `${thing} came back to us.`,
  cancelled: (thing: string) => `The delivery of ${thing} was cancelled.`,
  customs: (thing: string) => `${thing} is at customs.`,
  claimed: (thing: string, by?: string) =>
    by
      ? `A replacement for ${thing} is promised at your door ${by}.`
      : `We are sending a replacement for ${thing}.`,
  claimedLate: (thing: string, by: string) =>
    `A replacement for ${thing} was promised at your door ${by}. It has not arrived.`,
  callUs: 'That time has passed. Call us: what you chose is owed to you all the same.',
  claimedWait: (units: string, by?: string) =>
    `You chose to wait for ${units}.${by ? ` Promised ${by}.` : ''}`,
  claimedGoods: (goods: string, by?: string) =>
    `You chose ${goods} instead.${by ? ` Promised ${by}.` : ''}`,
  short: (units: string) => `${units} cannot be had after all.`,
  shortUnsure: (units: string, total?: number) =>
    `We do not know ${total === 1 ? 'whether' : 'how many of'} ${units} can be had.`,
  doubt: {
    contradiction: 'What we were told contradicts itself.',
    age: 'What we were told is too old to repeat as true.',
  },
  callToChoose: 'Call us: nothing is decided without you.',
  imposed: (who: string, day: string, when: string) =>
    `${who} moved your delivery${day ? ` to ${day}` : `, now ${when},`} without your consent.`,
  imposedSome: (who: string) => `${who} moved your delivery without your consent.`,
  brokenPromise: 'That breaks what was promised.',
  stillCounts: (agreed: string) => `What was agreed, ${agreed}, still counts.`,
  toldAt: (moment: string) => `Told ${moment}.`,
  theirReason: 'Their reason:',
  proposed: (by: Source['kind'] | undefined, count: number, narrows: boolean) =>
    `${by === 'carrier' ? 'The carrier asks' : by === 'shop' ? 'We ask' : 'You are asked'}${by && narrows && count === 1 ? ' you' : ''} to ${
      count > 1
        ? `move your delivery: there are ${count} proposals`
        : narrows
          ? 'agree to a shorter time within what was agreed'
          : 'move your delivery'
    }. Nothing changes unless you agree.`,
  timeOver: 'The time to answer has ended.',
  theyDecide: (who: string) => `Whether it comes then is for ${who} to decide.`,
  askedWhen: (moment: string) => `Asked ${moment}`,
  askedSome: 'Asked',
  askedBy: (who: string) => `by ${who}.`,
  somebody: 'somebody who is not named',
  firstPromised: (when: string) => `First promised ${when}.`,
  changeUnread: 'A change followed that we cannot read.',
  agreedAt: (moment: string) => `Agreed ${moment}.`,
  saidArrived: (thing: string) => `You told us that ${thing} arrived.`,
  takenBack: (reference: string, moment: string) => `You took refund ${reference} back ${moment}.`,
  stillOpen: 'Nothing was paid. If it is not there after all, you can ask again.',
  claimedOther: 'We have noted what you chose.',
  claim: (reference: string) => `Reference ${reference}`,

  /** Cash comes from the shop's till: no bank has anything to say of it. */
  refundAsked: (amount: string, isCash: boolean) =>
    `You asked for ${amount || YOURS} back. The ${isCash ? 'shop' : 'bank'} has not confirmed yet.`,
  refundOrdered: (amount: string) => `Your refund${amount && ` of ${amount}`} is ordered.`,
  refundSent: (amount: string) => `Your refund${amount && ` of ${amount}`} has left our bank.`,
  cashReady: (amount: string) =>
    `Your refund${amount && ` of ${amount}`} is ready in cash in the shop.`,
  refundSettled: (amount: string) => `Your refund${amount && ` of ${amount}`} has been paid.`,
  refundBlocked: (amount: string) => `Your refund${amount && ` of ${amount}`} is held up.`,
  heldSince: (date: string, by: string | undefined, you: boolean) =>
    you
      ? `We have waited for you since ${date}.`
      : `Held up ${by ? `by ${by} ` : ''}since ${date}.${by ? '' : ' Nobody has said by whom.'}`,
  refundFailed: (amount: string) =>
    `Your refund${amount && ` of ${amount}`} did not go through. We still owe it to you.`,
  refundReturned: (amount: string) =>
    `Your ${amount || 'refund'} came back to us. We still owe it to you.`,
  refundLate: (amount: string, due: string) =>
    `Your refund${amount && ` of ${amount}`} was due ${due}. Nobody has confirmed it.`,
  noAmount: YOURS,

  checking: 'We are checking whether your request went through.',
  notReceived: 'Your request did not reach the shop.',
  pressOnce: 'Press once more. It can only be done once.',
  notTakenBack: 'The refund can no longer be taken back here.',
  refundGoesOn: 'The refund goes on as it is.',
  notSentOffline: 'Your request has not been sent. You are offline.',
  refused: 'This cannot be done from here.',
  takenUnread: 'Something is recorded for this already, and we cannot read what it says.',
  withdrawing: 'We are taking your refund request back.',
  askingCopy: 'We are asking the shop’s system. Until it answers, this is our last copy.',
  lastCopy: 'The shop’s system does not answer. This is our last copy.',
  lastCopyOffline: 'You are offline. This is our last copy.',
  wasThen: 'Was then',
  promisedRow: 'Promised',
  alsoPromised: 'Also promised',
  needsAnswer: 'It cannot be sent just now. It will still be here when the shop’s system answers.',
  noCopy: 'The shop’s system does not answer. We cannot show your order just now.',
  notFound: 'We cannot find this order here.',
  forbidden: 'Please sign in again to see this order.',
  forbiddenCopy: 'Please sign in again to see what is new.',
  offlineNoCopy: 'You are offline. We cannot show your order just now.',
  unreadable: 'We cannot read what the shop’s system says about this order.',
  loading: 'Asking the shop where your order is',

  // Who said it, and how old it is: a strong beginning and the rest
  live: 'Live.',
  toldUs: (who: string, ago: string) => `${who} told us ${ago}.`,
  scannedAs: (who: string, words: string, moment: string) => `${who}: ${words}, ${moment}.`,
  stillGood: (who: string, ago: string, every: string) =>
    `${who} told us ${ago}. It scans about every ${every}, so this is still good.`,
  hours: (count: number) => (count === 1 ? 'hour' : `${count} hours`),
  unknownPlace: 'We do not know where it\u00a0is.',
  unknownPlaces: 'We do not know where they are.',
  lastScan: (who: string, moment: string, place?: string) =>
    `${who} last scanned it ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who: string, moment: string) => `Announced to ${who} ${moment}; nothing since.`,
  neverScanned: 'No carrier has recorded it yet.',
  silentFor: (seconds: number, every?: number) =>
    `No scan for ${span(seconds)}${
      every ? `; usual is one ${every === 86_400 ? 'a day' : `every ${span(every)}`}` : ''
    }.`,
  newsMissed: (time: string) => `News was promised by ${time} and has not come.`,
  recorded: (who: string, moment: string) => `Recorded by ${who} ${moment}.`,
  recordedUndated: (who: string) => `Recorded by ${who}, without a time.`,
  inTime: 'In time.',
  late: 'Late.',
  lateBy: (promised: string) => `It was promised ${promised}.`,
  lastChecked: (ago: string) => `Last checked ${ago}.`,
  tooOld: (was: string) => `The time we had was ${was}; it is too old to repeat as true.`,
  madeBy: (who: string, moment: string) =>
    `Said by ${who}${moment ? ` ${moment}` : ', without a date'}.`,
  us: 'us',
  shop: 'the shop',
  bank: 'the shop’s bank',
  confirmed: 'Confirmed',
  byWhomWhen: (who: string, moment: string) => `by ${who} ${moment}.`,
  askedAt: (moment: string) => `Asked ${moment}.`,
  answerBy: (due: string) => `If there is no answer by ${due}, a person takes it over.`,
  answerLate: (due: string) =>
    `The answer was due by ${due}. Call us: the money is owed to you all the same.`,
  waitForAnswer: 'Nothing more for you to do.',
  sentAt: (moment: string) => `Sent ${moment}.`,
  onAccountBy: (due: string) => `On your account by ${due}.`,
  goneBy: (due: string) => `Gone from your statement by ${due}.`,
  endedAt: (moment: string, reason?: string) => `${reason ?? 'Nobody gave a reason'} (${moment}).`,
  doNotAsk: 'Do not ask again, nothing is lost.',
  askedNoAnswer: (moment: string) => `You asked ${moment}; the answer did not reach us.`,
  nothingMoved: 'Nothing was charged or refunded.',
  pressAgain: 'When you are back, press once more. It can only be paid once.',
  refusedAt: (moment: string) => `Refused ${moment}.`,
  amountChanged: 'The amount has changed. The new one is below; nothing was done.',
  copiedAt: (moment: string, ago: string) => `Copied ${moment}, ${ago}.`,
  mayHaveMoved: 'Things may have moved since.',
  tryAgainAt: (time: string) => `We try again by ourselves at ${time}.`,
  notFoundHelp: 'Perhaps a digit is off, or it was placed with another account.',
  forbiddenHelp: 'Your access has ended; your order has not.',
  passedMeanwhile: 'That time has passed. Whether it arrived, this copy cannot say.',
  stillStands: 'It still stands.',
  newsBy: 'News by',
  newsEvenIfNone: 'here, even if there is none',
  chosenWait: 'You chose to wait. The refund stays here for you.',

  allHours: (zone: string) => `All hours are ${zone}.`,

  // What you can do
  refundAction: (amount: string) => `Not delivered: refund ${amount}`,
  cancelAction: 'Cancel the order',
  reshipAction: 'Send another one instead',
  replaceAction: 'Replace it',
  swapAction: (goods: string) => `Take ${goods} instead`,
  waitFor: (count?: number) => `Wait for ${count === 1 ? 'it' : 'them'}`,
  choose: (count: number | undefined, paid: boolean) =>
    `${paid ? `You have paid for ${count === 1 ? 'it' : 'them'}. ` : ''}Choose what happens; nothing is decided for you.`,
  waitAction: 'Wait a little longer',
  refundChoice: (amount: string) => `Refund ${amount}`,
  toMethod: (method: string, due?: string) => {
    const isCash = /^cash/.test(method);
    return `${isCash ? 'in' : method === 'store credit' ? 'as' : 'to'} ${method}${due ? `, ${isCash ? 'ready' : 'there'} by ${due}` : ''}`;
  },
  credit: 'store credit',
  cash: 'cash in the shop',
  transfer: 'a bank account',
  card: 'the card you paid with',
  wallet: 'the wallet you paid with',
  thereBy: (due: string) => `there by ${due}`,
  atDoor: (due: string) => `At your door ${due}`,
  refundStays: (until: string) => `The refund stays here for you until ${until}`,
  refundStaysOpen: 'The refund stays here for you',
  nothingToExplain: 'Nothing to explain.',
  undoUntil: (until: string) => `If it turns up, you can undo this until ${until}.`,
  notPossible: (reason: string) => `Not possible: ${reason}`,
  locked: 'Sending your request',
  lockedChecking: 'Checking',
  onlyOnce: 'it can only be paid once',
  needsConnection: 'works again when you have a connection',
  confirmTitle: (what: string) => `${what}?`,
  confirmLarge: 'One more look, as it is a large sum.',
  confirmSure: 'One more look, to be sure.',
  confirmFramed: 'One more look, as this page is shown inside another.',
  confirmChanged: 'One more look: this has only just appeared or changed.',
  confirmYes: 'Yes, do it',
  confirmNo: 'Not now',
  tryNow: 'Try now',
  choices: 'Other ways',
  whatNow: 'What would you like us to do?',

  // The path of the money
  by: (due: string) => `by ${due}`,
  dateLate: 'This date has passed. It is owed to you all the same: call us.',
  noDate: 'no date yet',

  // The record
  noTime: 'no time',
  localTime: 'local time',
  noWords: 'Recorded without words',
  quoted: (words: string) => `“${words}”`,
  theirDoing: {
    carrier: 'The carrier’s doing.',
    shop: 'Our doing.',
    recipient: 'At the address.',
    customs: 'Customs.',
    weather: 'The weather.',
    other: '',
  },
  phase: {
    announced: 'Announced to the carrier',
    collected: 'Handed to the carrier',
    'in-transit': 'On its way',
    customs: 'At customs',
    'out-for-delivery': 'Out for delivery',
    attempted: 'Delivery tried, not possible',
    'ready-for-pickup': 'Ready to collect',
    delivered: 'Delivered',
    problem: 'Something went wrong',
    returning: 'On its way back',
    returned: 'Back at the sender',
    cancelled: 'Cancelled',
  } satisfies Record<Phase, string>,
  arrivedIn: (place: string) => `Arrived at ${place}`,
  leftFrom: (place: string) => `Left ${place}`,
  partUnreadable: {
    shipments: (position: number) => `Parcel ${position} could not be read`,
    promises: () => 'What was promised could not be read',
    offers: () => 'One of your choices could not be read',
    refunds: () => 'Part of your refund could not be read',
    events: () => 'An entry of the history could not be read',
    other: () => 'A part of this page could not be read',
  } satisfies Record<string, (position: number) => string>,
  partUnreadableHelp: 'We know it exists, not what it says. The rest of this page is sound.',

  // A person
  person: 'Rather talk to a person?',
  personUntil: (time: string) => `, until ${time}`,
  personClosed: (moment?: string) => `, closed now${moment ? `, open again ${moment}` : ''}`,
  give: 'Give',
  theySee: ': they see this same page.',
  personNoWay: 'Rather talk to a person? Ask the shop and give',
  stop: '.',
};

/** See {@link order}. */
export type OrderMessages = typeof order;

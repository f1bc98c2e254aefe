import type { CheckoutMessages } from '../en/checkout.js';
import { apart, counted, UNITS } from './base.js';

/** What the checkout guard says, in Arabic. Goods stand in brackets, so that no noun is inflected. */
export const checkout: CheckoutMessages = {
  before: 'قبل أن تدفع',
  checking: 'نتحقق من السلة كلها لدى المتجر',
  handing: 'نضع اختيارك في سلتك',

  yours: (noun) => `المطلوب (${apart(noun)})`,
  goods: (count, total, nouns) =>
    count === total
      ? `المطلوب كله (${total}، ${apart(nouns)})`
      : `${count} من أصل ${total} (${apart(nouns)})`,
  named: (count, total, name) =>
    count === total
      ? `المطلوب كله (${apart(`${total} × ${name}`)})`
      : `${count} من أصل ${apart(`${total} × ${name}`)}`,
  things: (count, total) =>
    count === total ? `كل ما في سلتك (${total})` : `${count} من أصل ${total} في سلتك`,
  notOnShelf: (subject) => `غير موجود على الرف: ${subject}.`,
  soldOut: (subject) => `نفد من المخزون: ${subject}.`,
  notAsTold: (subject) => `لن يصل كما أخبرناك: ${subject}.`,
  unconfirmed: 'لم يؤكد المتجر سلتك.',
  unconfirmedGoesOn: 'لم يستطع المتجر تأكيد المخزون. يستمر دفعك مع ذلك.',
  notTaken: 'لم يصل اختيارك إلى سلتك.',
  noted: 'سنخبرك حين يعود.',
  holdEnded: (time) => `كانت قطعك محجوزة حتى الساعة\u00a0${time}. انتهى ذلك الوقت.`,
  tooOld: 'ما كنا نعرفه عن سلتك قديم ولا يُعتمد عليه.',

  checkedNow: 'تحققنا الآن،',
  changedNow: 'تغيّر قبل لحظة.',
  checked: (ago) => `آخر تحقق ${ago}،`,
  whole: 'من السلة كلها. لم يُخصم منك شيء.',
  notCharged: 'لم يُخصم منك شيء.',
  askingAgain: 'نسأل المتجر من جديد.',
  noAnswer: 'لم نتلقَّ جوابًا يمكن الأخذ به.',
  offline: 'أنت غير متصل بالإنترنت.',
  noSense: 'جواب نظامه لا يُعتمد عليه.',
  incomplete: 'جوابه لا يشمل كل شيء.',
  noBasket: 'لم تذكر هذه الصفحة ما في السلة.',
  blocked: 'من دون ذلك لا يقبل المتجر أي دفع.',
  pageKept: 'ما زالت السلة في هذه الصفحة كما كانت.',
  writesTo: (channel) => `سنكتب إلى ${apart(channel)}.`,

  now: 'الآن',
  later: 'لاحقًا',
  none: 'لا يمكن توفيره',
  told: 'قيل لك',
  unknown: 'غير معروف',
  unknownHelp: 'لم يقل أحد هل هو موجود',
  units: (count, total, noun) =>
    noun ? `${count} (${apart(noun)})` : total === 1 ? '1' : `${count} من ${total}`,
  about: (date) => (date ? ` نحو ${date}` : '، من دون موعد بعد'),
  held: (time) => `، محجوز لك حتى الساعة\u00a0${time}`,
  someHeld: (count, time) => `، منها ${count} محجوزة لك حتى الساعة\u00a0${time}`,
  prepaid: 'يُطلب بعد أن تدفع',
  deposit: 'يُطلب بعد أن تدفع عربونًا',
  afterHold: (time) =>
    `بعد الساعة\u00a0${time} يمكن لأي شخص شراء المحجوز؛ سنسأل من جديد قبل أن تدفع.`,
  rest: (count) =>
    count === 1 ? 'السطر الآخر في سلتك كما أخبرناك.' : `بقية أسطر سلتك (${count}) كما أخبرناك.`,
  showAll: (count) => `إظهار الكل (${count})`,
  showFewer: 'إظهار أقل',

  choices: 'كيف تود أن تتابع؟',
  pay: (count, amount) =>
    count === 1 ? `ادفع ثمنه${amount}` : `ادفع ثمن ${counted(count, UNITS)}${amount}`,
  payAll: (amount) => `ادفع ثمن الكل${amount}`,
  payShelf: (count, amount) => `ادفع ثمن ما على الرف (${count})${amount}`,
  payAllShelf: (amount) => `ادفع ثمن ما هو على الرف${amount}`,
  swap: (goods, amount) =>
    `${goods ? `خذ بدلًا منه: ${apart(goods)}` : 'خذ شيئًا آخر بدلًا منه'}${amount}`,
  payRest: (amount) => `ادفع ثمن الباقي ونخبرك${amount}`,
  beTold: 'أخبروني حين يعود',
  amount: (amount) => `، ${apart(amount)}`,
  dueNow: (due, total) => `، ${apart(due)} الآن من أصل ${apart(total)}`,
  allCanLeave: (count) => (count === 1 ? 'يمكن إرساله الآن' : `يمكن إرسال الكل الآن (${count})`),
  canLeave: (count) => `يمكن إرسال ${counted(count, UNITS)} الآن`,
  comes: (count, about) => `${count}${about}`,
  writes: (channel) => (channel ? `سنكتب إلى ${apart(channel)} حين يعود` : 'سنخبرك حين يعود'),
  nothingPaid: 'لا يُدفع شيء',
  notPossible: (reason) => `غير ممكن: ${apart(reason)}`,
  back: 'العودة إلى السلة',
  nothingCharged: 'لا يُخصم شيء',
  staysHeld: (count, time) => `لا يضيع شيء، ويبقى المحجوز (${count}) لك حتى الساعة\u00a0${time}`,
  again: 'اسأل المتجر من جديد',
  againHelp: 'لا تدفع إلا إذا تأكد كل شيء',
  anyway: 'ادفع مع ذلك',
  anywayHelp: 'قد يتبيّن لاحقًا أن شيئًا ينقص',

  basketChanged: 'تغيّرت سلتك. سنتحقق منها من جديد حين تدفع.',
  pageChanged: 'تغيّرت الصفحة في هذه الأثناء. لم يُدفع شيء بهذه الضغطة.',
  restored: 'كل شيء موجود كما أخبرناك. يمكنك أن تدفع الآن.',

  person: 'لديك سؤال قبل ذلك؟',
  personUntil: (time) => `، حتى الساعة\u00a0${time}`,
  personClosed: (moment) => `، مغلق الآن${moment ? `، ويفتح ${moment}` : ''}`,
  personNoWay: 'لديك سؤال قبل ذلك؟ اسأل المتجر قبل أن تدفع.',
};

import type { OrderMessages } from '../en/order.js';
import { apart, counted, from, hours, PARCELS, span } from './base.js';

const WE = 'متجرنا';
const YOURS = 'مالك';
/** A sum, or whose money it is. */
const sum = (amount: string): string => (amount ? apart(amount) : YOURS);

/**
 * What the order, the parcel and the remedy say, in Arabic. Names and nouns nobody knows here stand after a
 * preposition or in brackets, and the verbs are of words that are known, so that nothing has to agree with them.
 */
export const order: OrderMessages = {
  order: (reference) => `الطلب ${apart(reference)}`,
  refund: (reference) => `رد المال ${apart(reference)}`,
  parcelOf: (position, total) => `الطرد ${position} من ${total}`,
  parcel: (position, name) => `الطرد ${position}${name ? `، ${apart(name)}` : ''}`,
  thing: (noun) => (noun ? `طردك (${apart(noun)})` : 'طردك'),
  firstParcel: 'الطرد الأول',
  goods: (count) => (count === 1 ? 'منتج' : 'منتجات'),
  units: (count, total, noun) =>
    total === 1 || count === undefined
      ? `طلبك (${apart(noun)})`
      : total === undefined
        ? `${count} (${apart(noun)})`
        : count === total
          ? `طلبك كله (${count}، ${apart(noun)})`
          : `${count} من أصل ${total} (${apart(noun)})`,
  we: WE,
  carrier: 'شركة النقل',

  before: (time, day) => `قبل الساعة ${time}${day && ` ${day}`}`,
  between: (start, until, day) => `بين الساعة ${start} والساعة ${until}${day && ` ${day}`}`,
  byDay: (date) => `في موعد أقصاه ${date}`,

  missed: (who, thing, when) =>
    who === WE
      ? `وعدناك بوصول ${thing} ${when}. لم يصل.`
      : `جاءك وعد ${from(who)} بوصول ${thing} ${when}. لم يصل.`,
  missedSeveral: (who, when) =>
    who === WE
      ? `وعدناك بوصول طرودك ${when}. لم تصل كلها.`
      : `جاءك وعد ${from(who)} بوصول طرودك ${when}. لم تصل كلها.`,
  expectedBetween: (thing, when) => `يُتوقع أن يصل ${thing} ${when}.`,
  expectedAround: (thing, when) => `يُتوقع أن يصل ${thing} نحو ${when}.`,
  expectedLate: (thing, when, promised) =>
    `يُتوقع الآن أن يصل ${thing} ${when}، بعد الموعد الموعود (${promised}).`,
  arrived: (thing, moment) => `سُلّم ${thing} ${moment}.`,
  arrivedSome: (thing) => `سُلّم ${thing}.`,
  arrivedSeveral: (count) => `سُلّمت كل طرودك (${count}).`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `لم يصل بعد أي طرد من أصل ${total}.`
        : `وصل إليك ${arrived} من أصل ${counted(total, PARCELS)}.`,
      needs === 0 ? '' : needs === 1 ? 'أحدها يحتاج إليك.' : `عدد ما يحتاج إليك منها ${needs}.`,
      trouble === 0
        ? ''
        : trouble === 1
          ? 'أحدها ليس كما ينبغي.'
          : `عدد ما ليس كما ينبغي منها ${trouble}.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, promised) =>
    `الطرد ${position} ${promised ? 'موعود' : 'متوقع'} ${when}.`,
  disputed: (who) => `بحسب ${apart(who)} تم التسليم. وأنت تقول إنه لم يصلك.`,
  bothNoted: 'كلا القولين مسجّل. تسجيل الطرد ليس تسليمًا بعد.',
  contradicted: (thing) => `ما يصلنا عن ${thing} يناقض بعضه بعضًا.`,
  doubts: {
    'codes-disagree': 'رموز شركة النقل نفسها تقول أشياء مختلفة.',
    'words-disagree': 'رمز شركة النقل وكلماتها يقولان شيئين مختلفين.',
    'status-disagrees': 'الحالة التي تذكرها شركة النقل وتسجيلاتها تقول أشياء مختلفة.',
    'delivered-before-events': 'يكون بذلك قد سُلّم قبل أن يغادر.',
    'two-parcels': 'رحلتان مسجّلتان تحت رقم واحد.',
    other: 'المصادر لا تتفق.',
  },
  notRepeated: 'لا نكرر أيًّا من القولين على أنه صحيح. اتصل بنا إن أردت أن تعرف أكثر.',
  partly: (thing) => `سُلّم جزء فقط من ${thing}.`,
  handedTo: {
    recipient: '',
    neighbour: ' سُلّم إلى أحد الجيران.',
    'safe-place': ' تُرك في مكان آمن.',
    mailbox: ' تُرك في صندوق البريد.',
    reception: ' سُلّم إلى الاستقبال.',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `استلمه${bring ? ` ومعك: ${apart(bring)}` : ''}`,
      pay: `ادفع ${amount ? apart(amount) : 'المبلغ المطلوب'}`,
      address: 'صحّح العنوان',
      documents: 'أرسل الأوراق المطلوبة',
      arrange: `اتفق على يوم مع ${apart(who)}`,
      contact: `اتصل بـ${apart(who)}`,
    }[kind];
    if (!late) return `${what}${by ? `، ${by}` : ''}.`;
    return kind === 'collect'
      ? `كان يمكن استلامه ${by}. لا نعلم هل ما زال هناك.`
      : kind === 'pay'
        ? `كان يجب دفع ${amount ? apart(amount) : 'المبلغ المطلوب'} ${by}.`
        : `${what}. كان يجب أن يتم ذلك ${by}.`;
  },
  findWay: 'اتصل بنا: نبحث معك عن حل.',
  silent: (thing) => `لا نعلم أين ${thing}.`,
  estimateStale: (thing) => `لسنا متأكدين متى يصل ${thing}.`,
  outForDelivery: (thing) => `خرج ${thing} للتوصيل.`,
  moving: (thing) => `${thing} في الطريق إليك.`,
  announced: (thing) => `لم يغادر ${thing} بعد.`,
  promised: (thing, when) => `وصول ${thing} موعود ${when}.`,
  promisedPart: (units, _count, when, rest, date) =>
    `وصول ${units} موعود ${when}. الباقي (${rest}): ${date ? `نحو ${date}` : 'لاحقًا'}.`,
  promisedSome: (when) => `وصول جزء من طلبك موعود ${when}. الباقي لاحقًا.`,
  nothing: 'طلبك عندنا. لم يخبرنا أحد بأكثر من ذلك بعد.',
  attempted: (who, moment) => `جرت محاولة توصيل ${from(who)} ${moment}.`,
  'ready-for-pickup': (thing) => `${thing} بانتظارك.`,
  pickupOver: (thing) => `كان ${thing} بانتظارك.`,
  problem: (thing) => `هناك مشكلة في ${thing}.`,
  returning: (thing) => `${thing} في طريق العودة إلينا.`,
  returned: (thing) => `عاد إلينا ${thing}.`,
  cancelled: (thing) => `أُلغي توصيل ${thing}.`,
  customs: (thing) => `${thing} في الجمارك.`,
  claimed: (thing, by) =>
    by ? `وصول بديل عن ${thing} إلى بابك موعود ${by}.` : `نرسل إليك بديلًا عن ${thing}.`,
  claimedLate: (thing, by) => `وعدناك بوصول بديل عن ${thing} إلى بابك ${by}. لم يصل.`,
  callUs: 'انتهى ذلك الوقت. اتصل بنا: ما اخترته من حقك مع ذلك.',
  claimedWait: (units, by) => `اخترت أن تنتظر: ${units}.${by ? ` الوعد ${by}.` : ''}`,
  claimedGoods: (goods, by) => `اخترت بدلًا منه: ${apart(goods)}.${by ? ` الوعد ${by}.` : ''}`,
  short: (units) => `تبيّن أنه لا يمكن توفير ${units}.`,
  shortUnsure: (units, total) =>
    total === 1 ? `لا نعلم هل يمكن توفير ${units}.` : `لا نعلم كم يمكن توفيره من ${units}.`,
  doubt: {
    contradiction: 'ما قيل لنا يناقض بعضه بعضًا.',
    age: 'ما قيل لنا قديم ولا يصح تكراره.',
  },
  callToChoose: 'اتصل بنا: لا شيء يُقرَّر من دونك.',
  imposed: (who, day, when) =>
    `نُقل موعد توصيلك${day ? ` إلى ${day}` : `، فصار ${when}،`} بقرار ${from(who)} ومن دون موافقتك.`,
  imposedSome: (who) => `نُقل موعد توصيلك بقرار ${from(who)} ومن دون موافقتك.`,
  brokenPromise: 'هذا يخالف ما وُعدت به.',
  stillCounts: (agreed) => `ما اتُّفق عليه، ${agreed}، ما زال هو المعتمد.`,
  toldAt: (moment) => `أُبلغنا بذلك ${moment}.`,
  theirReason: 'السبب كما ذُكر:',
  proposed: (by, count, narrows) =>
    `${by === 'carrier' ? 'تطلب شركة النقل' : by === 'shop' ? 'نطلب منك' : 'يُطلب منك'} ${
      count > 1
        ? `نقل موعد توصيلك، وعدد المقترحات ${count}`
        : narrows
          ? 'الموافقة على وقت أقصر ضمن ما اتُّفق عليه'
          : 'نقل موعد توصيلك'
    }. لا يتغير شيء إلا بموافقتك.`,
  timeOver: 'انتهى وقت الرد.',
  theyDecide: (who) => `هل يأتي الطرد في ذلك الوقت: القرار لدى ${apart(who)}.`,
  askedWhen: (moment) => `طُلب ${moment}`,
  askedSome: 'طُلب',
  askedBy: (who) => `${from(who)}.`,
  somebody: 'جهة لم يُذكر اسمها',
  firstPromised: (when) => `الوعد الأول ${when}.`,
  changeUnread: 'تلاه تغيير لا نستطيع قراءته.',
  agreedAt: (moment) => `تم الاتفاق ${moment}.`,
  saidArrived: (thing) => `أخبرتنا بأن ${thing} وصل.`,
  takenBack: (reference, moment) => `سحبت طلب رد المال ${apart(reference)} ${moment}.`,
  stillOpen: 'لم يُدفع شيء. إن تبيّن أنه لم يصل، يمكنك أن تطلب من جديد.',
  claimedOther: 'سجّلنا ما اخترته.',
  claim: (reference) => `المرجع ${apart(reference)}`,

  refundAsked: (amount, isCash) =>
    `طلبت رد ${sum(amount)}. لم يؤكد ${isCash ? 'المتجر' : 'البنك'} ذلك بعد.`,
  refundOrdered: (amount) => `أصدرنا الأمر برد ${sum(amount)} إليك.`,
  refundSent: (amount) => `غادر المبلغ المردود إليك${amount && ` (${apart(amount)})`} بنكنا.`,
  cashReady: (amount) => `مبلغك النقدي${amount && ` (${apart(amount)})`} جاهز في المتجر.`,
  refundSettled: (amount) => `دُفع المبلغ المردود إليك${amount && ` (${apart(amount)})`}.`,
  refundBlocked: (amount) => `رد ${sum(amount)} إليك متوقف.`,
  heldSince: (date, by, you) =>
    you
      ? `ننتظر ردك منذ ${date}.`
      : `متوقف ${by ? `لدى ${apart(by)} ` : ''}منذ ${date}.${by ? '' : ' لم يقل أحد من أوقفه.'}`,
  refundFailed: (amount) => `لم ينجح رد ${sum(amount)} إليك. ما زال المبلغ حقًا لك علينا.`,
  refundReturned: (amount) =>
    `عاد إلينا مبلغك${amount && ` (${apart(amount)})`}. ما زال حقًا لك علينا.`,
  refundLate: (amount, due) => `كان موعد رد ${sum(amount)} إليك ${due}. لم يؤكده أحد.`,
  noAmount: YOURS,

  checking: 'نتحقق هل وصل طلبك.',
  notReceived: 'لم يصل طلبك إلى المتجر.',
  pressOnce: 'اضغط مرة أخرى. لا يمكن أن يُنفَّذ إلا مرة واحدة.',
  notTakenBack: 'لم يعد ممكنًا سحب رد المال هنا.',
  refundGoesOn: 'رد المال مستمر كما هو.',
  notSentOffline: 'لم يُرسل طلبك. أنت غير متصل بالإنترنت.',
  refused: 'لا يمكن فعل ذلك من هنا.',
  takenUnread: 'سُجّل شيء بشأن هذا من قبل، ولا نستطيع قراءته.',
  withdrawing: 'نسحب طلبك رد المال.',
  lastCopy: 'نظام المتجر لا يجيب. هذه آخر نسخة لدينا.',
  askingCopy: 'نسأل نظام المتجر. إلى أن يجيب، هذه آخر نسخة لدينا.',
  lastCopyOffline: 'أنت غير متصل بالإنترنت. هذه آخر نسخة لدينا.',
  wasThen: 'كان حينها',
  promisedRow: 'الوعد',
  alsoPromised: 'وعد آخر',
  needsAnswer: 'لا يمكن إرساله الآن. سيبقى هنا حين يجيب نظام المتجر.',
  noCopy: 'نظام المتجر لا يجيب. لا نستطيع عرض طلبك الآن.',
  notFound: 'لا نجد هذا الطلب هنا.',
  forbidden: 'سجّل الدخول من جديد لترى هذا الطلب.',
  forbiddenCopy: 'سجّل الدخول من جديد لترى الجديد.',
  offlineNoCopy: 'أنت غير متصل بالإنترنت. لا نستطيع عرض طلبك الآن.',
  unreadable: 'لا نستطيع قراءة ما يقوله نظام المتجر عن هذا الطلب.',
  loading: 'نسأل المتجر أين طلبك',

  live: 'مباشر.',
  toldUs: (who, ago) => `بلغنا ذلك ${from(who)} ${ago}.`,
  scannedAs: (who, words, moment) => `${apart(who)}: ${words}، ${moment}.`,
  stillGood: (who, ago, every) =>
    `بلغنا ذلك ${from(who)} ${ago}. يُسجَّل عادة مرة كل ${every}، فما زال صالحًا.`,
  hours: (count) => (count === 1 ? 'ساعة' : hours(count)),
  unknownPlace: 'لا نعلم أين\u00a0هو.',
  unknownPlaces: 'لا نعلم أين هي.',
  lastScan: (who, moment, place) =>
    `آخر تسجيل لدى ${apart(who)} ${moment}${place ? ` (${apart(place)})` : ''}.`,
  onlyAnnounced: (who, moment) => `أُعلن عنه لدى ${apart(who)} ${moment}؛ ولا شيء بعد ذلك.`,
  neverScanned: 'لم تسجّله أي شركة نقل بعد.',
  silentFor: (seconds, every) =>
    `لا تسجيل منذ ${span(seconds)}${
      every ? `؛ والمعتاد مرة كل ${every === 86_400 ? 'يوم' : span(every)}` : ''
    }.`,
  newsMissed: (time) => `وُعدنا بخبر حتى ${time} ولم يأتِ.`,
  recorded: (who, moment) => `سُجّل لدى ${apart(who)} ${moment}.`,
  recordedUndated: (who) => `سُجّل لدى ${apart(who)}، من دون وقت.`,
  inTime: 'في الموعد.',
  late: 'متأخر.',
  lateBy: (promised) => `كان الوعد ${promised}.`,
  lastChecked: (ago) => `آخر تحقق ${ago}.`,
  tooOld: (was) => `الوقت الذي كان لدينا هو ${was}؛ وهو قديم ولا يصح تكراره.`,
  madeBy: (who, moment) => `المصدر: ${apart(who)}، ${moment || 'من دون تاريخ'}.`,
  us: WE,
  shop: 'المتجر',
  bank: 'بنك المتجر',
  confirmed: 'تأكيد',
  byWhomWhen: (who, moment) => `${from(who)} ${moment}.`,
  askedAt: (moment) => `طُلب ${moment}.`,
  answerBy: (due) => `إن لم يأتِ جواب حتى ${due}، يتولى الأمر شخص منا.`,
  answerLate: (due) => `كان الجواب مستحقًا حتى ${due}. اتصل بنا: حقك محفوظ مع ذلك.`,
  waitForAnswer: 'لا شيء آخر عليك فعله.',
  sentAt: (moment) => `أُرسل ${moment}.`,
  onAccountBy: (due) => `في حسابك حتى ${due}.`,
  goneBy: (due) => `يختفي من كشف حسابك حتى ${due}.`,
  endedAt: (moment, reason) => `${reason ? apart(reason) : 'لم يذكر أحد سببًا'} (${moment}).`,
  doNotAsk: 'لا تطلب من جديد، لم يضع شيء.',
  askedNoAnswer: (moment) => `طلبت ${moment}؛ ولم يصلنا الجواب.`,
  nothingMoved: 'لم يُخصم شيء ولم يُرد شيء.',
  pressAgain: 'حين يعود الاتصال اضغط مرة أخرى. لا يمكن أن يُدفع إلا مرة واحدة.',
  refusedAt: (moment) => `رُفض ${moment}.`,
  amountChanged: 'تغيّر المبلغ. المبلغ الجديد أدناه؛ ولم يُنفَّذ شيء.',
  copiedAt: (moment, ago) => `نُسخ ${moment}، ${ago}.`,
  mayHaveMoved: 'ربما تغيّرت الأمور منذ ذلك الحين.',
  tryAgainAt: (time) => `نحاول من جديد من تلقاء أنفسنا الساعة ${time}.`,
  notFoundHelp: 'ربما هناك رقم خطأ، أو تم الطلب من حساب آخر.',
  forbiddenHelp: 'انتهى دخولك؛ أما طلبك فباقٍ.',
  passedMeanwhile: 'انتهى ذلك الوقت. لا تستطيع هذه النسخة أن تقول هل وصل.',
  stillStands: 'ما زال قائمًا.',
  newsBy: 'الخبر حتى',
  newsEvenIfNone: 'هنا، حتى إن لم يكن هناك جديد',
  chosenWait: 'اخترت أن تنتظر. يبقى رد المال متاحًا لك هنا.',

  allHours: (zone) => `كل الساعات حسب ${apart(zone)}.`,

  refundAction: (amount) => `لم يصل: رد ${apart(amount)}`,
  cancelAction: 'إلغاء الطلب',
  reshipAction: 'إرسال بديل',
  replaceAction: 'استبداله',
  swapAction: (goods) => `أخذ بديل: ${apart(goods)}`,
  waitFor: (count) => (count === 1 ? 'انتظاره' : 'انتظارها'),
  choose: (_count, paid) => `${paid ? 'دفعت الثمن بالفعل. ' : ''}القرار لك: لا شيء يُقرَّر نيابة عنك.`,
  waitAction: 'الانتظار قليلًا بعد',
  refundChoice: (amount) => `رد ${apart(amount)}`,
  toMethod: (method, due) => `إلى ${apart(method)}${due ? `، يصل حتى ${due}` : ''}`,
  credit: 'رصيد لدى المتجر',
  cash: 'مبلغ نقدي في المتجر',
  transfer: 'حساب بنكي',
  card: 'البطاقة التي دفعت بها',
  wallet: 'المحفظة التي دفعت بها',
  thereBy: (due) => `يصل حتى ${due}`,
  atDoor: (due) => `عند بابك ${due}`,
  refundStays: (until) => `يبقى رد المال متاحًا لك هنا حتى ${until}`,
  refundStaysOpen: 'يبقى رد المال متاحًا لك هنا',
  nothingToExplain: 'لا حاجة إلى شرح شيء.',
  undoUntil: (until) => `إن وصل لاحقًا، يمكنك التراجع حتى ${until}.`,
  notPossible: (reason) => `غير ممكن: ${apart(reason)}`,
  locked: 'نرسل طلبك',
  lockedChecking: 'نتحقق',
  onlyOnce: 'لا يمكن أن يُدفع إلا مرة واحدة',
  needsConnection: 'يعمل من جديد حين يعود الاتصال',
  confirmTitle: (what) => `${what}؟`,
  confirmLarge: 'نظرة أخيرة، لأن المبلغ كبير.',
  confirmSure: 'نظرة أخيرة، للتأكد.',
  confirmFramed: 'نظرة أخيرة، لأن هذه الصفحة معروضة داخل صفحة أخرى.',
  confirmChanged: 'نظرة أخيرة: هذا ظهر أو تغيّر قبل لحظة.',
  confirmYes: 'نعم، نفّذ',
  confirmNo: 'ليس الآن',
  tryNow: 'حاول الآن',
  choices: 'إمكانات أخرى',
  whatNow: 'ماذا تريد أن نفعل؟',

  by: (due) => `حتى ${due}`,
  dateLate: 'فات هذا الموعد. حقك محفوظ مع ذلك: اتصل بنا.',
  noDate: 'من دون موعد بعد',

  noTime: 'من دون وقت',
  localTime: 'بالتوقيت المحلي',
  noWords: 'سُجّل من دون كلمات',
  quoted: (words) => `«${words}»`,
  theirDoing: {
    carrier: 'بسبب شركة النقل.',
    shop: 'بسببنا.',
    recipient: 'عند العنوان.',
    customs: 'الجمارك.',
    weather: 'الطقس.',
    other: '',
  },
  phase: {
    announced: 'أُعلن لشركة النقل',
    collected: 'سُلّم إلى شركة النقل',
    'in-transit': 'في الطريق',
    customs: 'في الجمارك',
    'out-for-delivery': 'خرج للتوصيل',
    attempted: 'محاولة توصيل لم تنجح',
    'ready-for-pickup': 'جاهز للاستلام',
    delivered: 'تم التسليم',
    problem: 'حدثت مشكلة',
    returning: 'في طريق العودة',
    returned: 'عاد إلى المرسل',
    cancelled: 'أُلغي',
  },
  arrivedIn: (place) => `وصل إلى ${apart(place)}`,
  leftFrom: (place) => `غادر ${apart(place)}`,
  partUnreadable: {
    shipments: (position) => `تعذرت قراءة الطرد ${position}`,
    promises: () => 'تعذرت قراءة ما وُعدت به',
    offers: () => 'تعذرت قراءة أحد اختياراتك',
    refunds: () => 'تعذرت قراءة جزء من رد المال',
    events: () => 'تعذرت قراءة حدث من السجل',
    other: () => 'تعذرت قراءة جزء من هذه الصفحة',
  },
  partUnreadableHelp: 'نعلم أنه موجود، ولا نعلم ما يقوله. بقية هذه الصفحة سليمة.',

  person: 'تفضّل التحدث إلى شخص؟',
  personUntil: (time) => `، حتى الساعة ${time}`,
  personClosed: (moment) => `، مغلق الآن${moment ? `، ويفتح ${moment}` : ''}`,
  give: 'اذكر الرقم',
  theySee: ': يرى هذه الصفحة نفسها.',
  personNoWay: 'تفضّل التحدث إلى شخص؟ اسأل المتجر واذكر الرقم',
  stop: '.',
};

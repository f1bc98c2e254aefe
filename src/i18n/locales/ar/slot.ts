import type { SlotMessages } from '../en/slot.js';
import { apart, from, YOU } from './base.js';

/** What the slot element says, in Arabic: who did something stands after a preposition, so that no verb agrees. */
export const slot: SlotMessages = {
  day: (_day, longDay) => longDay,
  onDay: (day) => day,
  window: (day, hours) => (hours ? `${day}، ${hours}` : day),
  wholeDay: 'اليوم كله',
  you: YOU,
  carrier: 'شركة النقل',

  agreed: 'المتفق عليه',
  promised: 'الوعد',
  firstPromised: 'الوعد الأول',
  expected: 'المتوقع',
  proposed: 'المقترح',
  moved: 'نُقل إلى',
  narrowed: 'بدقة أكبر',
  withYou: (moment) => `معك${moment && `، ${moment}`}`,
  toldBy: (who, moment) => `${from(who)}${moment && `، ${moment}`}`,
  agreedBy: (who, moment) => `موافقة${who && ` ${from(who)}`}${moment && ` ${moment}`}`,
  stillCounts: 'ما زال هو المعتمد.',
  notKept: 'لم يُوفَ به.',
  unreadAgreed: 'لا أحد يستطيع أن يقول ما المعتمد الآن: تلاه تغيير لا يمكن قراءته.',
  within: 'تقدير، ضمن ما اتُّفق عليه.',
  outside: 'تقدير. لا يغيّر شيئًا مما اتُّفق عليه.',
  estimate: 'تقدير، وليس وعدًا.',
  noConsent: 'من دون موافقتك',
  withinAgreed: 'ضمن ما اتُّفق عليه',
  askedBy: (who, moment) => `طلب ${from(who)}${moment && `، ${moment}`}`,
  movedBy: (who, moment) => `${from(who)}${moment && `، ${moment}`}`,
  reason: 'السبب كما ذُكر:',
  unreadWindow: 'وقت لا نستطيع قراءته',
  unreadWindowHelp: 'لا أحد يستطيع الموافقة عليه هنا.',

  youSaid: (what) => `قلت: ${what}`,
  never: (weekday, date, start, until) =>
    `لا توصيل${weekday ? ` يوم ${weekday}` : date && ` يوم ${date}`}${
      start && until
        ? ` بين الساعة ${start} والساعة ${until}`
        : start
          ? ` بعد الساعة ${start}`
          : until && ` قبل الساعة ${until}`
    }`,

  countsAnyway: (canPick) =>
    `تم الاتفاق عليه مع ذلك، وهو المعتمد حتى يُتفق على وقت آخر. ${canPick ? 'اختر وقتًا أو اتصل بنا.' : 'اتصل بنا.'}`,

  answers: (what) => `ردك على: ${what}`,
  unreadProposal: 'التغيير الذي لا يمكن قراءته',
  keep: (what) => `الإبقاء على ${what}`,
  insist: (what) => `التمسك بـ${apart(what)}`,
  keepAgreed: 'الإبقاء على ما اتُّفق عليه',
  asAgreed: (when) => `كما اتُّفق${when && `، ${when}`}`,
  nothingMoves: 'لا يتغير شيء',
  accept: (what) => `قبول ${what}`,
  sameHours: (hours) => `الساعات نفسها، ${hours}`,
  narrower: 'وقت أقصر، ضمن ما اتُّفق عليه',
  once: (words) => `${words}، هذه المرة فقط`,
  another: 'اختيار وقت آخر',
  anotherHelp: 'من الأوقات المتاحة',
  sending: 'نرسل ردك',
  oneAnswer: 'ردك في الطريق',
  notLoaded: 'تعذر تحميل الأوقات المتاحة. اضغط من جديد.',
  elsewhere: 'لا تستطيع هذه الصفحة إرسال ردك. يمكن لشخص أن يأخذه.',
  ifSilent: (due) => `إن لم ترد${due && ` ${due}`}،`,
  stands: (what) => `يبقى المعتمد ${what}.`,
  standsAgreed: 'يبقى ما اتُّفق عليه.',
  refundEnds: 'إن وافقت على وقت آخر صار هو المعتمد، وقد ينتهي رد المال المعروض هنا.',
  refundWaits: (moment) =>
    `إن وافقت على وقت آخر صار هو المعتمد: ورد المال الذي كان يمكنك طلبه ${moment} ينتظره.`,
  moves: (who, what) =>
    `يكون التوصيل ${from(who)} ${what} ومن دون موافقتك. ويبقى ما اتُّفق عليه هو المعتمد.`,
  atOther: (day) => `يوم ${day}`,
  otherTime: 'في ذلك الوقت الآخر',
  nobodySaid: 'لم يخبرنا أحد بما يحدث. المعتمد هو ما اتُّفق عليه.',
  tooLate: (moment) => `انتهى وقت الرد ${moment}.`,
  lateMoves: (who) =>
    `قد يكون التوصيل ${from(who)} في ذلك الوقت الآخر ومن دون موافقتك، وذلك يخالف ما وُعدت به.`,
  lateCounts: 'لم يخبرنا أحد بما يحدث الآن. المعتمد هو ما اتُّفق عليه.',
  pickStill: 'ما زال يمكنك اختيار وقت آخر.',
  pickOver:
    'انتهى ذلك الوقت، فلا يمكن اختيار غيره هنا. اتصل بنا: يتفق معك شخص عليه، ولا يضيع شيء من حقك.',
  notAsked: 'لم يُطلب رأيك، وما لا ترد عليه ليس موافقة. المعتمد هو ما اتُّفق عليه.',
  imposedHelp: 'لا تستطيع هذه الصفحة إرسال رد عليه. اتصل بنا: المعتمد هو ما اتُّفق عليه.',

  kept: (by, name, what) =>
    !by
      ? `بقي الموعد كما هو: ${what}.`
      : by === 'customer'
        ? `أبقيت على ${what}.`
        : `بقي الموعد ${what} من أجلك، ${from(name)}.`,
  whatAgreed: 'ما اتُّفق عليه',
  hadAsked: (who, what) => `كان هناك طلب ${from(who)}: ${what}.`,
  anotherTime: 'وقت آخر',
  withdrawn: (who) => `لم يعد هناك طلب ${from(who)} لوقت آخر.`,
  answered: (moment) => `تم الرد ${moment}.`,
  lost: 'لا نعلم هل وصل ردك إلى المتجر.',
  lostHelp: 'لم يتغير شيء هنا حتى الآن. يمكنك أن ترد من جديد: رد واحد فقط يُحسب.',
  lostLater: 'حالما يجيب نظام المتجر، تقول هذه الصفحة ذلك.',
  neverArrived: (moment) => `لم يصل ردك (${moment}) إلى المتجر.`,
  received: (what) => `ردك${what && ` «${what}»`} لدى المتجر.`,
  receivedHelp: 'لا نعلم هنا بعد ما ينتج عنه.',
  notSent: 'لم يُرسل ردك.',
  notSentOffline: 'لم يُرسل ردك. أنت غير متصل بالإنترنت.',
  pressOnce: 'لم يتغير شيء. اضغط مرة أخرى.',
  pressOnline: 'لم يتغير شيء. حين يعود الاتصال اضغط مرة أخرى.',
  pressLater: 'لم يتغير شيء. حين يجيب نظام المتجر من جديد اضغط مرة أخرى.',
  refused: (what, moment) => `ردك${what && ` «${what}»`} (${moment}) لا يُحسب.`,
  why: {
    answered: (what) => `سبقه رد آخر: «${what}».`,
    withdrawn: 'سُحب الطلب قبل أن يصل ردك.',
    late: 'كان وقت الرد قد انتهى.',
    other: 'لم يذكر نظام المتجر سببًا.',
  },
  counts: (what) => `المعتمد الآن: ${what}.`,
  below: 'المعتمد هو ما تراه هنا.',

  changes: (count) => `كل التغييرات (${count})`,
  fewer: 'إخفاء التغييرات',
  first: 'الوعد الأول. هذا السطر لا يتغير أبدًا.',
  askedFor: (who) => `طلب ${from(who)}.`,
  movedTo: (who) => `تغيير ${from(who)}.`,
  chosen: (who) => `اختيار ${from(who)}.`,
  state: {
    proposed: 'ينتظر ردك.',
    late: 'لم يرد أحد في الوقت.',
    accepted: (by, name, moment) =>
      !by
        ? `تمت الموافقة${moment && ` ${moment}`}.`
        : by === 'customer'
          ? `وافقت أنت${moment && ` ${moment}`}.`
          : `تمت الموافقة من أجلك${moment && ` ${moment}`}، ${from(name)}.`,
    declined: (by, name, moment) =>
      !by
        ? `بقي ما اتُّفق عليه${moment && ` ${moment}`}.`
        : by === 'customer'
          ? `أبقيت على ما اتُّفق عليه${moment && ` ${moment}`}.`
          : `بقي ما اتُّفق عليه${moment && ` ${moment}`}، ${from(name)}.`,
    withdrawn: 'سحبه من طلبه.',
    expired: 'لم يرد أحد في الوقت. بقي ما اتُّفق عليه.',
    replaced: 'حل تغيير آخر محله.',
    imposed: 'تم من دون موافقتك.',
    narrowed: 'تم من دون سؤال، ضمن ما اتُّفق عليه.',
    unknown: 'ما آل إليه لا يمكن قراءته.',
  },

  calendar: 'إضافة إلى التقويم',
  calendarAgain: 'تحديث التقويم',
  calendarWhat: (thing) => `توصيل ${thing}`,
  calendarOld: (was) => `يُظهر التقويم الذي أخذته: ${was}.`,
  calendarOldHelp: 'خذ الجديد: يحل محل القديم.',
  calendarEnded: 'لن يأتي شيء بعد الآن. احذفه من تقويمك.',
  calendarFailed: 'تعذر إنشاء موعد التقويم. اضغط من جديد.',
};

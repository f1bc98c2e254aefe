import type { ParcelMessages } from '../en/parcel.js';
import { apart } from './base.js';

/** What a parcel's own part of the page says, in Arabic. */
export const parcel: ParcelMessages = {
  allEvents: (count) => (count === 1 ? 'إظهار الحدث' : `كل الأحداث (${count})`),
  fewerEvents: 'إظهار أحداث أقل',
  future: 'بتاريخ لم يأتِ بعد، بحسب المصدر',
  inTheirWords: (who) => `${apart(who)}، بكلماتها`,
  recorded: 'ما سُجّل',

  carrier: 'شركة النقل',
  trackingNumber: 'الرقم',
  trackOn: (who) => `المتابعة لدى ${apart(who)}`,
  call: (number) => `اتصل بالرقم ${apart(number)}`,
  proof: 'الإثبات',
  signedBy: (who) => `بتوقيع ${apart(who)}`,
  photo: 'انظر الصورة',
  partOnly: 'جزء منه فقط',
  noProof: 'لا توقيع ولا صورة',

  said: 'تم التسليم',
  denied: 'لم أستلم',
  you: 'أنت',
  settles: 'ما يحسم الأمر:',
  settledBy: (what, due) => `${apart(what)}${due ? `، ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `بديل عن: ${apart(fault)}${on ? `، ${on}` : ''}${position ? `، في الطرد ${position}` : ''}.`,
  inPlaceOf: (position) => `بديل عن الطرد ${position}.`,
  replacedBy: (position) => `الطرد ${position} بديل عنه.`,
  doIt: {
    collect: 'انظر أين تستلمه',
    pay: 'ادفع هنا',
    address: 'صحّح العنوان هنا',
    documents: 'أرسل الأوراق هنا',
    arrange: 'اختر يومًا هنا',
    contact: 'اكتب إليهم هنا',
  },

  carrierAnswers: 'من يوصله',
  keepCarrier: (name) => `الإبقاء على ${apart(name)}`,
  takeCarrier: (name) => `الإرسال مع ${apart(name)}`,
  otherCarrier: 'شركة نقل أخرى',
  otherCarrierHelp: 'لم يحدد المتجر بعد أي شركة',
  anotherCarrier: 'شركة نقل أخرى',
  carrierChosen: (name, moment) =>
    name ? `اخترت ${apart(name)}، ${moment}.` : `طلبت شركة نقل أخرى، ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `لم يُرسل بعد: يمكنك الاختيار ${moment ? `حتى ${moment}` : 'إلى أن يُرسل'}${who && `، بحسب ${apart(who)}`}. إن لم تفعل شيئًا ${stands ? `يبقى مع ${apart(stands)}` : 'يختار المتجر غيرها'}.`,
  carrierOver: (moment, stands) =>
    `كان يمكنك الاختيار حتى ${moment}. القرار الآن للمتجر؛ ${stands ? `والمعتمد حتى الآن ${apart(stands)}` : 'وهو يختار غيرها'}.`,

  parcels: 'طرودك',
  tile: {
    arrived: 'وصل',
    coming: 'في الطريق إليك',
    needs: 'يحتاج إليك',
    trouble: 'ليس كما ينبغي',
    replaced: 'له بديل',
  },
  holds: (count, total, name) =>
    total !== undefined && count < total
      ? `${count} من ${apart(`${total} × ${name}`)}`
      : count > 1
        ? apart(`${count} × ${name}`)
        : name,
  showArrived: (count) => (count === 1 ? 'إظهار ما وصل' : `إظهار ما وصل (${count})`),
  hideArrived: 'إخفاء ما وصل',
  showOthers: (count) => (count === 1 ? 'إظهار الآخر' : `إظهار الباقي (${count})`),
  hideOthers: 'إخفاء الباقي',
  notSent: 'لم يُرسل بعد',

  now: () => 'الآن',
  expected: 'المتوقع',
  missedMark: 'فات الموعد.',
  deliveredMark: 'سُلّم',
  lastScanLabel: 'آخر تسجيل',
  orderedLabel: 'وقت الطلب',
  madeLabel: 'وقت الوعد',
  promisedLabel: (day) => (day ? `الوعد ${day}` : 'الوعد اليوم'),
  lineExpected: (window, promise) => `المتوقع ${window}. الوعد ${promise}.`,
  lineMissed: (promise) => `الوعد ${promise}. انتهى ذلك الوقت.`,
  lineOpen: (promise) => `الوعد ${promise}. لم ينتهِ ذلك الوقت بعد.`,
  lineDelivered: (moment, promise) => `سُلّم ${moment}. الوعد ${promise}.`,
  lineSince: (label, moment) => `${label}: ${moment}.`,

  secondComing: (reference) =>
    `طرد آخر في الطريق إليك (${apart(reference)}). اتصل بنا إن كنت لا تريده.`,
  priceEach: (count, price) => `\u200f${count} × ${apart(price)}`,
  reserved: (count) => `${count} محفوظة لك`,
  awaited: (count, date, condition) =>
    `${count} ${date ? `نحو ${date}` : 'لاحقًا، من دون موعد بعد'}${
      condition ? `، تُطلب بعد أن ${condition === 'deposit' ? 'يُدفع العربون' : 'تدفع'}` : ''
    }`,
  failed: (count) => `${count} لا يمكن توفيرها`,
  delivery: (charge) => `التوصيل ${apart(charge)}`,
};

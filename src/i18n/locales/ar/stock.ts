import type { StockMessages } from '../en/stock.js';
import { apart, counted, UNITS } from './base.js';

const left = (count: number): string => `بقيت ${count === 2 ? 'قطعتان' : counted(count, UNITS)}`;

/** What the stock badge says, in Arabic. */
export const stock: StockMessages = {
  enough: (count) => (count !== undefined && count < 10 ? `متوفر، ${left(count)}` : 'متوفر'),
  few: 'متوفر، القطع الأخيرة',
  now: (count) => `${count} الآن`,
  later: (count, date) => (date ? `${count} نحو ${date}` : `${count} لاحقًا، من دون موعد بعد`),
  missing: (count) => `${count} لا يمكن توفيرها`,
  nowAloud: (count) => `يمكن إرسال ${counted(count, UNITS)} الآن`,
  laterAloud: (count, date) =>
    `ويمكن إرسال ${counted(count, UNITS)} ${date ? `نحو ${date}` : 'لاحقًا، من دون موعد بعد'}`,
  missingAloud: (count) => `ولا يمكن توفير ${counted(count, UNITS)}`,
  made: (date) => `يُصنع عند الطلب${date ? `، نحو ${date}` : ''}`,
  pre: (date) => `طلب مسبق${date ? `، نحو ${date}` : ''}`,
  back: (date) => `يُطلب لك من المورّد${date ? `، نحو ${date}` : ''}`,
  shopOnly: (count) => `في المتجر فقط${count === undefined ? '' : `، ${left(count)}`}`,
  out: (date) => `نفد من المخزون${date ? `، يعود نحو ${date}` : ''}`,
  discontinued: 'لم يعد يُصنع',
  unsure: 'لسنا متأكدين',
  prepaid: (count) => `الباقي (${count}) يُطلب بعد أن تدفع.`,
  deposit: (count) => `الباقي (${count}) يُطلب بعد أن تدفع عربونًا.`,
  checked: (ago, where) => `آخر تحقق ${ago}${where ? `، ${apart(where)}` : ''}`,
  checkedNow: (where) => `تحققنا الآن${where ? `، ${apart(where)}` : ''}`,
  openUntil: (time) => `مفتوح حتى الساعة ${time}`,
  dateFrom: (who, when) => `الموعد من ${apart(who)}، ${when}`,
  maker: 'الشركة المصنّعة',
  lastChecked: (ago) => `آخر تحقق ${ago}.`,
  never: 'لم يقل المتجر شيئًا عن ذلك.',
  noAnswer: 'نظام المتجر لا يجيب.',
  asking: 'نسأل المتجر',
  again: 'تحقق مجددًا',
  againFor: (sku) => `تحقق مجددًا: مخزون ${apart(sku)}`,
  tell: 'أخبروني',
  tellFor: (sku) => `أخبروني حين يتوفر: ${apart(sku)}`,
  who: 'من قال ذلك؟',
  whoFor: (sku) => `من قال ذلك؟ مخزون ${apart(sku)}`,
};

import type { WishMessages } from '../en/wishes.js';
import { apart, counted, UNITS } from './base.js';

const when = (count: number): string =>
  count > 1 ? `عند توفر ${counted(count, UNITS)}` : 'عند توفره';

const ways = {
  email: (to?: string) => (to ? `سنكتب إلى ${apart(to)}` : 'سنكتب إليك'),
  sms: (to?: string) => (to ? `سنرسل رسالة نصية إلى ${apart(to)}` : 'سنرسل إليك رسالة نصية'),
  push: (to?: string) => (to ? `سنرسل إشعارًا إلى ${apart(to)}` : 'سنرسل إليك إشعارًا'),
  account: (_to?: string) => 'سنذكر ذلك في حسابك',
};

/** What the stock badge says when it is asked for more, in Arabic. */
export const wishes: WishMessages = {
  saidBy: (who, moment) => `المصدر: ${apart(who)}، ${moment}.`,
  countedAt: (where) => `مكان عدّ القطع: ${apart(where)}.`,
  kinds: {
    carrier: 'شركة النقل',
    shop: 'المتجر',
    warehouse: 'المستودع',
    maker: 'الشركة المصنّعة',
    bank: 'البنك',
    customer: 'أنت',
    system: 'نظام المتجر',
  },
  how: (count) => `كيف نخبرك ${when(count)}؟`,
  channel: {
    email: 'بالبريد الإلكتروني',
    sms: 'برسالة نصية',
    push: 'بإشعار',
    account: 'في حسابك',
  },
  address: { email: 'عنوان بريدك الإلكتروني', sms: 'رقم هاتفك المحمول' },
  unreadable: {
    email: 'هذا لا يشبه عنوان بريد إلكتروني.',
    sms: 'هذا لا يشبه رقم هاتف.',
  },
  send: 'أخبروني',
  asking: 'نسأل المتجر.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `طلبت ${since} أن نخبرك. ` : ''}${
      channel ? ways[channel](to) : 'سنخبرك'
    } ${when(count)}${until ? `، حتى ${until}` : ''}.`,
  stop: 'أوقفوا إخباري',
  back: (moment) => (moment ? `أخبرناك ${moment} بأنه توفر.` : 'توفر المنتج بعد أن طلبت أن نخبرك.'),
  expired: (day) => `لم يتوفر${day ? ` حتى ${day}` : ''}، ولم نعد نتابعه من أجلك.`,
  used: 'اشتريته بعد أن طلبت أن نخبرك.',
  cancelled: 'طلبت أن نتوقف: لن نخبرك بعد الآن.',
  again: 'أخبروني من جديد',
  noted: 'سجّل المتجر ذلك.',
  pending: 'وصل طلبك إلى المتجر ولم يؤكده بعد.',
  lost: 'لا نعلم هل سُجّل ذلك. يمكنك أن تطلب من جديد: يُحسب مرة واحدة.',
  lostStop: 'لا نعلم هل سيتوقف المتجر. يمكنك أن تطلب من جديد: يُحسب مرة واحدة.',
  offline: 'أنت غير متصل بالإنترنت. لم يُرسل شيء.',
  signIn: 'يطلب المتجر أن تسجّل الدخول من جديد. لم يُسجّل شيء.',
  refused: 'المتجر لا يسجّل هذا.',
};

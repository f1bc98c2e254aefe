import type { WishMessages } from '../en/wishes.js';
import { close } from './close.js';

const when = (count: number): string => (count > 1 ? `${count}点そろったら` : '入荷したら');

const ways = {
  email: (to?: string) => (to ? `${to}にメールでお知らせします` : 'メールでお知らせします'),
  sms: (to?: string) => (to ? `${to}にSMSでお知らせします` : 'SMSでお知らせします'),
  push: (to?: string) => (to ? `${to}に通知でお知らせします` : '通知でお知らせします'),
  account: (_to?: string) => 'お客様のアカウントでお知らせします',
};

/** What the stock badge says when somebody asks it for more, in Japanese. */
export const wishes = close<WishMessages>({
  saidBy: (who, moment) => `${who}の情報です（${moment}）。`,
  countedAt: (where) => `数えた場所：${where}。`,
  kinds: {
    carrier: '配送業者',
    shop: 'ショップ',
    warehouse: '倉庫',
    maker: 'メーカー',
    bank: '銀行',
    customer: 'お客様',
    system: 'ショップのシステム',
  },
  how: (count) => `${when(count)}、どのようにお知らせしましょうか？`,
  channel: { email: 'メール', sms: 'SMS', push: '通知', account: 'アカウント内' },
  address: { email: 'メールアドレス', sms: '携帯電話の番号' },
  unreadable: {
    email: 'メールアドレスとして読み取れません。',
    sms: '電話番号として読み取れません。',
  },
  send: '知らせてほしい',
  asking: 'ショップに問い合わせています。',
  waiting: (count, channel, to, since, until) =>
    `${since ? `${since}にご希望を承りました。` : ''}${when(count)}、${
      channel ? ways[channel](to) : 'お知らせします'
    }${until ? `（${until}まで）` : ''}。`,
  stop: 'もう知らせなくてよい',
  back: (moment) =>
    moment
      ? `入荷したことを${moment}にお知らせしました。`
      : 'ご希望を承ってから、入荷がありました。',
  expired: (day) => `${day ? `${day}までに` : ''}入荷がなく、お知らせの受付は終わりました。`,
  used: 'ご希望を承ってから、ご購入になりました。',
  cancelled: 'ご希望により、お知らせをやめました。',
  again: 'もう一度知らせてほしい',
  noted: 'ショップが承りました。',
  pending: 'ショップに届きましたが、まだ確認されていません。',
  lost: '承れたかどうか分かりません。もう一度お申し出になれます。二重にはなりません。',
  lostStop:
    'お知らせが止まるかどうか分かりません。もう一度お申し出になれます。二重にはなりません。',
  offline: 'インターネットにつながっていません。何も送られていません。',
  signIn: 'もう一度ログインが必要です。まだ承っていません。',
  refused: 'ショップはこのお申し出を受け付けていません。',
});

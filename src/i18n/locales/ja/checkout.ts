import type { CheckoutMessages } from '../en/checkout.js';
import { close } from './close.js';

/** Of how many: `5点のうち2点`. */
const of = (count: number, total: number): string =>
  count === total ? `${total}点` : `${total}点のうち${count}点`;

/** What the checkout guard says, in Japanese. */
export const checkout = close<CheckoutMessages>({
  before: 'お支払いの前に',
  checking: 'カートの中身をすべてショップに確認しています',
  handing: 'お選びの内容をカートに入れています',

  yours: (noun) => `ご注文の${noun}`,
  goods: (count, total, nouns) => `ご注文の${nouns}（${of(count, total)}）`,
  named: (count, total, name) => `ご注文の${name}（${of(count, total)}）`,
  things: (count, total) => `カートの商品（${of(count, total)}）`,
  notOnShelf: (subject) => `${subject}は、すぐにお出しできる在庫がありません。`,
  soldOut: (subject) => `${subject}は売り切れです。`,
  notAsTold: (subject) => `${subject}は、お伝えしたとおりには届きません。`,
  unconfirmed: 'ショップはまだカートの中身を確認していません。',
  unconfirmedGoesOn: 'ショップは在庫を確認できませんでした。お支払いはこのまま進みます。',
  notTaken: 'お選びの内容がカートに届いていません。',
  noted: '入荷したらお知らせします。',
  holdEnded: (time) => `お取り置きは${time}まででした。その時間は過ぎました。`,
  tooOld: 'カートについて分かっている内容が古く、当てにできません。',

  checkedNow: '今確認しました、',
  changedNow: 'たった今変わりました。',
  checked: (ago) => `${ago}に確認、`,
  whole: 'カートの中身すべてです。ご請求はしていません。',
  notCharged: 'ご請求はしていません。',
  askingAgain: 'ショップにもう一度問い合わせます。',
  noAnswer: '使える返事がありませんでした。',
  offline: 'インターネットにつながっていません。',
  noSense: 'ショップのシステムの返事は当てにできません。',
  incomplete: '返事がすべての商品には及んでいません。',
  noBasket: 'このページはカートの中身を伝えていません。',
  blocked: '確認できないため、ショップはお支払いを受け付けません。',
  pageKept: 'このページのカートは元のままです。',
  writesTo: (channel) => `${channel}にお知らせします。`,

  now: '今',
  later: '後日',
  none: 'ご用意できません',
  told: 'お伝えした内容',
  unknown: '不明',
  unknownHelp: 'あるかどうか、誰も伝えていません',
  units: (count, total, noun) =>
    noun ? `${noun}${count}点` : total === 1 ? '1点' : of(count, total),
  about: (date) => (date ? `（${date}ごろ）` : '（日付は未定）'),
  held: (time) => `、${time}までお取り置き`,
  someHeld: (count, time) => `、うち${count}点は${time}までお取り置き`,
  prepaid: 'お支払いの後に取り寄せます',
  deposit: '内金のお支払いの後に取り寄せます',
  afterHold: (time) =>
    `${time}を過ぎると、お取り置きの品はほかの方も買えます。お支払いの前にもう一度確認します。`,
  rest: (count) => `カートのほかの商品（${count}件）は、お伝えしたとおりです。`,
  showAll: (count) => `${count}件すべて見る`,
  showFewer: '減らす',

  choices: 'どうなさいますか？',
  pay: (count, amount) => `${count}点の代金を払う${amount}`,
  payAll: (amount) => `すべての代金を払う${amount}`,
  payShelf: (count, amount) => `今ある${count}点の代金を払う${amount}`,
  payAllShelf: (amount) => `今あるものの代金を払う${amount}`,
  swap: (goods, amount) => `代わりに${goods?.replace(/,$/, '') ?? '別の商品'}にする${amount}`,
  payRest: (amount) => `残りの代金を払い、入荷を知らせてもらう${amount}`,
  beTold: '入荷したら知らせてもらう',
  amount: (amount) => `、${amount}`,
  dueNow: (due, total) => `、合計${total}のうち今は${due}`,
  allCanLeave: (count) =>
    count === 1 ? 'すぐに発送できます' : `${count}点すべて、すぐに発送できます`,
  canLeave: (count) => `${count}点はすぐに発送できます`,
  comes: (count, about) => `${count}点${about}`,
  writes: (channel) =>
    channel ? `入荷したら${channel}にお知らせします` : '入荷したらお知らせします',
  nothingPaid: 'お支払いはありません',
  notPossible: (reason) => `できません：${reason}`,
  back: 'カートに戻る',
  nothingCharged: '請求はされません',
  staysHeld: (count, time) => `何も失われません。${count}点は${time}までお取り置きします`,
  again: 'ショップにもう一度問い合わせる',
  againHelp: 'すべて確認できたときだけ、お支払いになります',
  anyway: 'このまま払う',
  anywayHelp: '足りないものが後で分かるかもしれません',

  basketChanged: 'カートの中身が変わりました。お支払いのときにもう一度確認します。',
  pageChanged: 'その間にページが変わりました。今の操作では何も支払われていません。',
  restored: 'すべてお伝えしたとおりにそろいました。お支払いいただけます。',

  person: 'ご質問がありますか？',
  personUntil: (time) => `、${time}まで`,
  personClosed: (moment) => `、ただ今は時間外${moment ? `、次は${moment}から` : ''}`,
  personNoWay: 'ご質問がありますか？お支払いの前にショップにお尋ねください。',
});

import type { ParcelMessages } from '../en/parcel.js';
import { close } from './close.js';

/** What a parcel's own part of the page says, in Japanese. */
export const parcel = close<ParcelMessages>({
  allEvents: (count) => (count === 1 ? '記録を見る' : `記録を${count}件すべて見る`),
  fewerEvents: '記録を減らす',
  future: '情報元では未来の日付',
  inTheirWords: (who) => `${who}の言葉のまま`,
  recorded: '記録',

  carrier: '配送業者',
  trackingNumber: '番号',
  trackOn: (who) => `${who}で追跡する`,
  call: (number) => `電話する：${number}`,
  proof: '配達の証明',
  signedBy: (who) => `${who}の署名`,
  photo: '写真を見る',
  partOnly: '一部だけ',
  noProof: '署名も写真もありません',

  said: '配達済み',
  denied: '受け取っていない',
  you: 'お客様',
  settles: '決め手：',
  settledBy: (what, due) => `${what}${due ? `（${due}）` : ''}。`,

  instead: (fault, on, position) =>
    `${fault}の代わりです${on || position ? `（${[on, position && `お荷物${position}`].filter(Boolean).join('、')}）` : ''}。`,
  inPlaceOf: (position) => `お荷物${position}の代わりです。`,
  replacedBy: (position) => `お荷物${position}が代わりになります。`,
  doIt: {
    collect: '受け取り場所を見る',
    pay: 'ここで支払う',
    address: 'ここで住所を訂正する',
    documents: 'ここで書類を送る',
    arrange: 'ここで日を選ぶ',
    contact: 'ここで連絡する',
  },

  carrierAnswers: '配送業者の選択',
  keepCarrier: (name) => `${name}のままにする`,
  takeCarrier: (name) => `${name}で送ってもらう`,
  otherCarrier: 'ほかの配送業者にしてほしい',
  otherCarrierHelp: 'どこになるかは、これからショップがお知らせします',
  anotherCarrier: 'ほかの配送業者',
  carrierChosen: (name, moment) =>
    name
      ? `${name}をお選びになりました（${moment}）。`
      : `ほかの配送業者をご希望です（${moment}）。`,
  carrierUntil: (moment, who, stands) =>
    `まだ発送されていません。${moment ? `${moment}まで` : '発送されるまで'}選べます${who && `（${who}による）`}。何もなさらなければ、${stands ? `${stands}のままです` : 'ほかの業者をショップが選びます'}。`,
  carrierOver: (moment, stands) =>
    `選べる期限は${moment}でした。今は${stands ? `ショップが決めます。今のところ${stands}です` : 'ほかの業者をショップが選びます'}。`,

  parcels: 'お荷物',
  tile: {
    arrived: '届きました',
    coming: 'これから届きます',
    needs: 'お手続きが必要です',
    trouble: '問題があります',
    replaced: '代わりのお荷物があります',
  },
  holds: (count, total, name) =>
    `${name}${total !== undefined && count < total ? ` × ${count}（${total}点のうち）` : count > 1 ? ` × ${count}` : ''}`,
  showArrived: (count) => `届いた${count}個を見る`,
  hideArrived: '届いたものを隠す',
  showOthers: (count) => `ほかの${count}個を見る`,
  hideOthers: 'ほかを隠す',
  notSent: 'まだ発送されていません',

  now: () => '現在',
  expected: '見込み',
  missedMark: '期限を過ぎました。',
  deliveredMark: '配達済み',
  lastScanLabel: '最後のスキャン',
  orderedLabel: 'ご注文',
  madeLabel: 'お約束した日時',
  promisedLabel: (day) => `お約束：${day || '今日'}`,
  lineExpected: (window, promise) => `見込みは${window}です。お約束は${promise}です。`,
  lineMissed: (promise) => `お約束は${promise}でした。その時は過ぎました。`,
  lineOpen: (promise) => `お約束は${promise}です。その時はまだ来ていません。`,
  lineDelivered: (moment, promise) => `${moment}に配達されました。お約束は${promise}でした。`,
  lineSince: (label, moment) => `${label}：${moment}。`,

  secondComing: (reference) =>
    `もう1つのお荷物（${reference}）がそちらへ向かっています。不要なときはお電話ください。`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count}点をお取り置き`,
  awaited: (count, date, condition) =>
    `${count}点は${date ? `${date}ごろ` : '後日（日付は未定）'}${
      condition
        ? `、${condition === 'deposit' ? '内金のお支払いの後に' : 'お支払いの後に'}取り寄せ`
        : ''
    }`,
  failed: (count) => `${count}点はご用意できません`,
  delivery: (charge) => `送料 ${charge}`,
});

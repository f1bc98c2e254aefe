import type { OrderMessages } from '../en/order.js';
import { close } from './close.js';

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)}分`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)}時間`
      : `${Math.floor(minutes / 1440)}日`;
};

const firstParcel = '最初のお荷物';
const credit = 'ショップのクレジット';
const cash = '店頭の現金';

/** What the order, the parcel and the remedy say, in Japanese. */
export const order = close<OrderMessages>({
  order: (reference) => `ご注文 ${reference}`,
  refund: (reference) => `返金 ${reference}`,
  parcelOf: (position, total) => `お荷物 ${position}/${total}`,
  parcel: (position, name) => `お荷物${position}${name ? `：${name}` : ''}`,
  thing: (noun) => (noun === firstParcel ? noun : `お荷物${noun ? `（${noun}）` : ''}`),
  firstParcel,
  goods: () => '商品',
  units: (count, total, noun) =>
    total === 1 || count === undefined
      ? noun
      : `${noun}（${total === undefined || count === total ? '' : `${total}点のうち`}${count}点）`,
  we: '当店',
  carrier: '配送業者',

  before: (time, day) => `${day}${time}まで`,
  between: (from, before, day) => `${day}${from}〜${before}`,
  byDay: (date) => `${date}まで`,

  missed: (who, thing, when) =>
    `${who}は、${thing}を${when}にお届けするとお約束しました。まだ届いていません。`,
  missedSeveral: (who, when) =>
    `${who}は、お荷物を${when}にお届けするとお約束しました。まだ全部は届いていません。`,
  expectedBetween: (thing, when) => `${thing}は${when}に届く見込みです。`,
  expectedAround: (thing, when) => `${thing}は${when}ごろに届く見込みです。`,
  expectedLate: (thing, when, promised) =>
    `${thing}が届く見込みは${when}となり、お約束（${promised}）より遅くなります。`,
  arrived: (thing, moment) => `${thing}は${moment}に配達されました。`,
  arrivedSome: (thing) => `${thing}は配達されました。`,
  arrivedSeveral: (count) => `お荷物${count}個は、すべて配達されました。`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `お荷物${total}個は、まだ1個も届いていません。`
        : `お荷物${total}個のうち、${arrived}個が届きました。`,
      needs === 0 ? '' : `${needs}個は、お客様のお手続きが必要です。`,
      trouble === 0 ? '' : `${trouble}個に問題があります。`,
    ].join(''),
  nextOne: (position, when, promised) =>
    `お荷物${position}は${when}に${promised ? 'お届けするお約束です' : '届く見込みです'}。`,
  disputed: (who) => `${who}は配達済みとしています。お客様のお話では、届いていません。`,
  bothNoted: '両方の話を記録しました。スキャンの記録だけでは、お届けしたことになりません。',
  contradicted: (thing) => `${thing}について、食い違う情報が届いています。`,
  doubts: {
    'codes-disagree': '配送業者のコード同士が食い違っています。',
    'words-disagree': '配送業者のコードと説明文が食い違っています。',
    'status-disagrees': '配送業者の示す状況とスキャンの記録が食い違っています。',
    'delivered-before-events': '発送より前に配達されたことになってしまいます。',
    'two-parcels': '1つの番号に2つの経路が記録されています。',
    other: '情報の出どころが互いに食い違っています。',
  },
  notRepeated: 'どちらも事実としてはお伝えしません。詳しく知りたいときはお電話ください。',
  partly: (thing) => `${thing}は、一部だけが配達されました。`,
  handedTo: {
    recipient: '',
    neighbour: 'ご近所の方に預けられました。',
    'safe-place': '安全な場所に置かれました。',
    mailbox: '郵便受けに入れられました。',
    reception: '受付に預けられました。',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `${bring ? `${bring}を持って` : ''}お受け取りください`,
      pay: `${amount ?? '求められている金額'}をお支払いください`,
      address: '住所を訂正してください',
      documents: '求められている書類をお送りください',
      arrange: `${who}とお届け日を決めてください`,
      contact: `${who}にお電話ください`,
    }[kind];
    if (!late) return `${by ? `${by}に、` : ''}${what}。`;
    return kind === 'collect'
      ? `お受け取りは${by}でした。今もそこにあるかどうかは分かりません。`
      : kind === 'pay'
        ? `${amount ?? '求められている金額'}のお支払いは${by}でした。`
        : `${what}。期限は${by}でした。`;
  },
  findWay: 'お電話ください。一緒に方法を探します。',
  silent: (thing) => `${thing}が今どこにあるのか、分かりません。`,
  estimateStale: (thing) => `${thing}がいつ届くのか、はっきりしません。`,
  outForDelivery: (thing) => `${thing}は配達に出ています。`,
  moving: (thing) => `${thing}は輸送中です。`,
  announced: (thing) => `${thing}は、まだ発送されていません。`,
  promised: (thing, when) => `${thing}は${when}にお届けするお約束です。`,
  promisedPart: (units, _count, when, rest, date) =>
    `${units}は${when}にお届けするお約束です。残りの${rest}点は${date ? `${date}ごろ` : '後日'}です。`,
  promisedSome: (when) => `ご注文の一部は${when}にお届けするお約束です。残りは後日です。`,
  nothing: 'ご注文は承っています。それより先のことは、まだ知らされていません。',
  attempted: (who, moment) => `${who}が${moment && `${moment}に`}配達を試みました。`,
  'ready-for-pickup': (thing) => `${thing}は、お受け取りを待っています。`,
  pickupOver: (thing) => `${thing}は、お受け取りを待っていました。`,
  problem: (thing) => `${thing}に問題が起きています。`,
  returning: (thing) => `${thing}は、当店へ戻る途中です。`,
  returned: (thing) => `${thing}は、当店に戻ってきました。`,
  cancelled: (thing) => `${thing}の配達は取り消されました。`,
  customs: (thing) => `${thing}は税関にあります。`,
  claimed: (thing, by) =>
    by ? `${thing}の代わりを、${by}にお届けするお約束です。` : `${thing}の代わりをお送りします。`,
  claimedLate: (thing, by) =>
    `${thing}の代わりを${by}にお届けするとお約束しました。まだ届いていません。`,
  callUs:
    'お約束の時を過ぎました。お電話ください。お選びの内容を果たす責任は、当店に残っています。',
  claimedWait: (units, by) =>
    `ご注文の${units}を待つことをお選びになりました。${by ? `${by}にお届けするお約束です。` : ''}`,
  claimedGoods: (goods, by) =>
    `代わりに${goods}をお選びになりました。${by ? `${by}にお届けするお約束です。` : ''}`,
  short: (units) => `ご注文の${units}は、ご用意できないことが分かりました。`,
  shortUnsure: (units, total) =>
    total === 1
      ? `ご注文の${units}をご用意できるか、分かりません。`
      : `ご注文の${units}のうち、いくつご用意できるか分かりません。`,
  doubt: {
    contradiction: '届いている情報が食い違っています。',
    age: '届いている情報が古く、事実としてはお伝えできません。',
  },
  callToChoose: 'お電話ください。お客様抜きで決めることはありません。',
  imposed: (who, day, when) => `${who}が、お客様の同意なしにお届けを${day || when}に変更しました。`,
  imposedSome: (who) => `${who}が、お客様の同意なしにお届けを変更しました。`,
  brokenPromise: 'これはお約束に反しています。',
  stillCounts: (agreed) => `決まっていた内容（${agreed}）は、今も有効です。`,
  toldAt: (moment) => `${moment}に知らされました。`,
  theirReason: '先方の理由：',
  proposed: (by, count, narrows) =>
    `${by === 'carrier' ? '配送業者から' : by === 'shop' ? '当店から' : ''}${
      count > 1
        ? `お届け日時を変えるご相談が${count}件あります`
        : narrows
          ? '決まっていた範囲の中で時間を絞るご相談があります'
          : 'お届け日時を変えるご相談があります'
    }。同意がなければ、何も変わりません。`,
  timeOver: '回答の期限が過ぎました。',
  theyDecide: (who) => `その時間に届くかどうかを決めるのは、${who}です。`,
  askedWhen: (moment) => `${moment}のご相談`,
  askedSome: 'ご相談',
  askedBy: (who) => `（${who}から）。`,
  somebody: '名前の示されていない相手',
  firstPromised: (when) => `最初のお約束：${when}。`,
  changeUnread: 'その後の変更が読み取れません。',
  agreedAt: (moment) => `${moment}に決まりました。`,
  saidArrived: (thing) => `${thing}が届いたと、お知らせいただきました。`,
  takenBack: (reference, moment) =>
    `返金${reference}を${moment && `${moment}に`}お取り下げになりました。`,
  stillOpen: '返金は行われていません。やはり届いていないときは、もう一度お申し出になれます。',
  claimedOther: 'お選びの内容を記録しました。',
  claim: (reference) => `受付番号 ${reference}`,

  refundAsked: (amount, isCash) =>
    `${amount && `${amount}の`}返金をお申し出になりました。${isCash ? 'ショップ' : '銀行'}はまだ確認していません。`,
  refundOrdered: (amount) => `${amount && `${amount}の`}返金を手配しました。`,
  refundSent: (amount) => `${amount && `${amount}の`}返金は、当店の銀行から送られました。`,
  cashReady: (amount) => `${amount || '返金'}を、店頭で現金でお受け取りになれます。`,
  refundSettled: (amount) => `${amount && `${amount}の`}返金が済みました。`,
  refundBlocked: (amount) => `${amount && `${amount}の`}返金が止まっています。`,
  heldSince: (date, by, you) =>
    you
      ? `${date}から、お客様のお手続きを待っています。`
      : `${date}から${by ? `${by}のところで` : ''}止まっています。${by ? '' : 'どこで止まっているのかは知らされていません。'}`,
  refundFailed: (amount) =>
    `${amount && `${amount}の`}返金は届きませんでした。お返しする責任は、当店に残っています。`,
  refundReturned: (amount) =>
    `${amount || '返金'}が当店に戻ってきました。お返しする責任は、当店に残っています。`,
  refundLate: (amount, due) =>
    `${amount && `${amount}の`}返金は${due}の予定でした。誰も確認していません。`,
  noAmount: 'お支払いの金額',

  checking: 'お申し出が届いたかどうか、確かめています。',
  notReceived: 'お申し出はショップに届きませんでした。',
  pressOnce: 'もう一度押してください。二重に行われることはありません。',
  notTakenBack: '返金は、もうここでは取り下げられません。',
  refundGoesOn: '返金はこのまま進みます。',
  notSentOffline: 'お申し出は送られていません。インターネットにつながっていません。',
  refused: 'ここではお受けできません。',
  takenUnread: 'これについてはすでに記録がありますが、その内容を読み取れません。',
  withdrawing: '返金のお申し出を取り下げています。',
  askingCopy: 'ショップのシステムに問い合わせています。返事があるまで、これは最後の控えです。',
  lastCopy: 'ショップのシステムから返事がありません。これは最後の控えです。',
  lastCopyOffline: 'インターネットにつながっていません。これは最後の控えです。',
  wasThen: 'そのときの状況',
  promisedRow: 'お約束',
  alsoPromised: 'そのほかのお約束',
  needsAnswer: '今は送れません。ショップのシステムから返事があれば、またここに出ます。',
  noCopy: 'ショップのシステムから返事がありません。今はご注文をお見せできません。',
  notFound: 'このご注文は、ここでは見つかりません。',
  forbidden: 'ご注文を見るには、もう一度ログインしてください。',
  forbiddenCopy: '新しい状況を見るには、もう一度ログインしてください。',
  offlineNoCopy: 'インターネットにつながっていません。今はご注文をお見せできません。',
  unreadable: 'このご注文についてショップのシステムが伝える内容を読み取れません。',
  loading: 'ご注文がどこにあるか、ショップに問い合わせています',

  live: '最新の情報です。',
  toldUs: (who, ago) => `${who}からのお知らせ（${ago}）。`,
  scannedAs: (who, words, moment) => `${who}：${words}（${moment}）。`,
  stillGood: (who, ago, every) =>
    `${who}からのお知らせ（${ago}）。スキャンは約${every}ごとなので、まだ有効です。`,
  hours: (count) => `${count}時間`,
  unknownPlace: '今どこにあるのか、分かりません。',
  unknownPlaces: '今どこにあるのか、どれも分かりません。',
  lastScan: (who, moment, place) =>
    `${who}の最後のスキャンは${moment}です${place ? `（${place}）` : ''}。`,
  onlyAnnounced: (who, moment) => `${who}への通知は${moment}です。その後の記録はありません。`,
  neverScanned: 'どの配送業者も、まだ記録していません。',
  silentFor: (seconds, every) =>
    `${span(seconds)}スキャンがありません${
      every ? `（普段は${every === 86_400 ? '1日に1回' : `${span(every)}に1回`}）` : ''
    }。`,
  newsMissed: (time) => `${time}までにお知らせがあるはずでしたが、届いていません。`,
  recorded: (who, moment) => `${who}の記録（${moment}）。`,
  recordedUndated: (who) => `${who}の記録（日時なし）。`,
  inTime: '時間どおりです。',
  late: '遅れました。',
  lateBy: (promised) => `お約束は${promised}でした。`,
  lastChecked: (ago) => `最後の確認は${ago}です。`,
  tooOld: (was) => `分かっていた時間は${was}ですが、古いため、事実としてはお伝えできません。`,
  madeBy: (who, moment) => `${who}によるお約束（${moment || '日付なし'}）。`,
  us: '当店',
  shop: 'ショップ',
  bank: 'ショップの銀行',
  confirmed: '確認済み',
  byWhomWhen: (who, moment) => `（${who}、${moment}）。`,
  askedAt: (moment) => `お申し出は${moment}です。`,
  answerBy: (due) => `${due}までに返事がなければ、担当者が引き継ぎます。`,
  answerLate: (due) =>
    `返事の期限は${due}でした。お電話ください。お金をお返しする責任は、当店に残っています。`,
  waitForAnswer: 'もう何もなさる必要はありません。',
  sentAt: (moment) => `送金は${moment}です。`,
  onAccountBy: (due) => `${due}までに口座に入ります。`,
  goneBy: (due) => `${due}までに明細から消えます。`,
  endedAt: (moment, reason) => `${reason ?? '理由は示されていません'}（${moment}）。`,
  doNotAsk: 'もう一度お申し出になる必要はありません。何も失われていません。',
  askedNoAnswer: (moment) => `お申し出は${moment}で、返事がこちらに届いていません。`,
  nothingMoved: '請求も返金も行われていません。',
  pressAgain: 'つながったら、もう一度押してください。二重に支払われることはありません。',
  refusedAt: (moment) => `${moment}に断られました。`,
  amountChanged: '金額が変わりました。新しい金額は下にあります。何も行われていません。',
  copiedAt: (moment, ago) => `${moment}の控え（${ago}）。`,
  mayHaveMoved: 'その後、状況が変わっているかもしれません。',
  tryAgainAt: (time) => `${time}に自動でもう一度試します。`,
  notFoundHelp: '番号が1文字違うか、別のアカウントでのご注文かもしれません。',
  forbiddenHelp: '切れたのはログインだけで、ご注文はそのままです。',
  passedMeanwhile: 'その時は過ぎました。届いたかどうか、この控えからは分かりません。',
  stillStands: '今も有効です。',
  newsBy: '次のお知らせの期限',
  newsEvenIfNone: '変わりがなくても、ここでお知らせします',
  chosenWait: '待つことをお選びになりました。返金はいつでもここから選べます。',

  allHours: (zone) => `時刻はすべて${zone}です。`,

  refundAction: (amount) => `届いていない：${amount}を返金`,
  cancelAction: '注文を取り消す',
  reshipAction: 'もう一度送ってもらう',
  replaceAction: '交換してもらう',
  swapAction: (goods) => `代わりに${goods}にする`,
  waitFor: () => '入荷を待つ',
  choose: (_count, paid) =>
    `${paid ? 'お支払いは済んでいます。' : ''}この先をお選びください。勝手に決まることはありません。`,
  waitAction: 'もう少し待つ',
  refundChoice: (amount) => `${amount}を返金`,
  toMethod: (method, due) =>
    `${method}${method === cash || method === credit ? 'で' : 'へ'}${due ? `、${due}まで` : ''}`,
  credit,
  cash,
  transfer: '銀行口座',
  card: 'お支払いに使ったカード',
  wallet: 'お支払いに使ったウォレット',
  thereBy: (due) => `${due}までに着く予定`,
  atDoor: (due) => `${due}にお届け`,
  refundStays: (until) => `返金は${until}までここで選べます`,
  refundStaysOpen: '返金はこの先もここで選べます',
  nothingToExplain: '理由を書く必要はありません。',
  undoUntil: (until) => `届いたときは、${until}まで取り消せます。`,
  notPossible: (reason) => `できません：${reason}`,
  locked: 'お申し出を送っています',
  lockedChecking: '確かめています',
  onlyOnce: '二重に支払われることはありません',
  needsConnection: 'インターネットにつながると、また使えます',
  confirmTitle: (what) => `${what}？`,
  confirmLarge: '金額が大きいため、もう一度お確かめください。',
  confirmSure: '念のため、もう一度お確かめください。',
  confirmFramed: 'このページは別のページの中に表示されているため、もう一度お確かめください。',
  confirmChanged: '今出たばかり、または変わったばかりです。もう一度お確かめください。',
  confirmYes: 'はい、お願いします',
  confirmNo: '今はしない',
  tryNow: '今すぐ試す',
  choices: 'ほかの方法',
  whatNow: 'どうなさいますか？',

  by: (due) => `${due}まで`,
  dateLate: 'この日付は過ぎました。果たす責任は当店に残っています。お電話ください。',
  noDate: '日付は未定',

  noTime: '日時なし',
  localTime: '現地時間',
  noWords: '説明のない記録',
  quoted: (words) => `「${words}」`,
  theirDoing: {
    carrier: '配送業者の事情です。',
    shop: '当店の事情です。',
    recipient: 'お届け先での事情です。',
    customs: '税関の事情です。',
    weather: '天候のためです。',
    other: '',
  },
  phase: {
    announced: '配送業者に連絡済み',
    collected: '配送業者に引き渡し済み',
    'in-transit': '輸送中',
    customs: '税関',
    'out-for-delivery': '配達中',
    attempted: '配達を試みたが、できなかった',
    'ready-for-pickup': '受け取り可能',
    delivered: '配達済み',
    problem: '問題が発生',
    returning: '返送中',
    returned: '差出人に返送済み',
    cancelled: '取り消し',
  },
  arrivedIn: (place) => `拠点（${place}）に到着`,
  leftFrom: (place) => `拠点（${place}）を出発`,
  partUnreadable: {
    shipments: (position) => `お荷物${position}を読み取れませんでした`,
    promises: () => 'お約束の内容を読み取れませんでした',
    offers: () => '選べる方法の1つを読み取れませんでした',
    refunds: () => '返金の一部を読み取れませんでした',
    events: () => '履歴の1件を読み取れませんでした',
    other: () => 'このページの一部を読み取れませんでした',
  },
  partUnreadableHelp: 'あることは分かりますが、中身が分かりません。ほかの部分は正しく出ています。',

  person: '人と直接お話しになりますか？',
  personUntil: (time) => `、${time}まで`,
  personClosed: (moment) => `、ただ今は時間外${moment ? `、次は${moment}から` : ''}`,
  give: 'お伝えいただく番号は',
  theySee: 'です。係の者も、これと同じページを見ています。',
  personNoWay: '人と直接お話しになりますか？ショップにご連絡ください。お伝えいただく番号は',
  stop: '。',
});

import type { SlotMessages } from '../en/slot.js';
import { yearFirst } from './base.js';
import { close } from './close.js';

/** What the slot element says of an agreed time and of changes to it, in Japanese. */
export const slot = close<SlotMessages>({
  day: (day) => yearFirst(day),
  onDay: (day) => day,
  window: (day, hours) => `${day}${hours && ` ${hours}`}`,
  wholeDay: '終日',
  you: 'お客様',
  carrier: '配送業者',

  agreed: '決まった日時',
  promised: 'お約束',
  firstPromised: '最初のお約束',
  expected: '見込み',
  proposed: 'ご提案',
  moved: '変更後',
  narrowed: '時間の絞り込み',
  withYou: (moment) => `お客様と決めました${moment && `（${moment}）`}`,
  toldBy: (who, moment) => `${who}から${moment && `（${moment}）`}`,
  agreedBy: (who, moment) => `${who && `${who}が`}同意${moment && `（${moment}）`}`,
  stillCounts: '今も有効です。',
  notKept: '守られませんでした。',
  unreadAgreed: '今どれが有効なのか、誰にも分かりません。その後の変更が読み取れないためです。',
  within: '見込みです。決まっていた範囲の中です。',
  outside: '見込みです。決まっていた内容は何も変わりません。',
  estimate: '見込みであって、お約束ではありません。',
  noConsent: 'お客様の同意なし',
  withinAgreed: '決まっていた範囲の中',
  askedBy: (who, moment) => `${who}から${moment && `（${moment}）`}`,
  movedBy: (who, moment) => `${who}による変更${moment && `（${moment}）`}`,
  reason: '先方の理由：',
  unreadWindow: '読み取れない日時',
  unreadWindowHelp: 'ここでは誰も同意できません。',

  youSaid: (what) => `ご希望：${what}`,
  never: (weekday, date, from, until) =>
    `${[
      weekday || date,
      from && until ? `${from}〜${until}` : from ? `${from}以降` : until && `${until}より前`,
    ]
      .filter(Boolean)
      .join('の')}は不可`,

  countsAnyway: (canPick) =>
    `それでも一度決まったことなので、別の日時が決まるまでは有効です。${canPick ? '別の日時を選ぶか、お電話ください。' : 'お電話ください。'}`,

  answers: (what) => `${what}へのご回答`,
  unreadProposal: '読み取れない変更',
  keep: (what) => `${what}のままにする`,
  insist: (what) => `${what}を求める`,
  keepAgreed: '決まった日時のままにする',
  asAgreed: (when) => `決まったとおり${when && `（${when}）`}`,
  nothingMoves: '何も変わりません',
  accept: (what) => `${what}に同意する`,
  sameHours: (hours) => `時間は同じ（${hours}）`,
  narrower: '決まっていた範囲の中で、短い時間帯',
  once: (words) => `${words}（今回だけ）`,
  another: '別の日時を選ぶ',
  anotherHelp: '空いている日時から',
  sending: 'ご回答を送っています',
  oneAnswer: 'ご回答を送っているところです',
  notLoaded: '空いている日時を読み込めませんでした。もう一度押してください。',
  elsewhere: 'このページからはご回答を送れません。係の者が承ります。',
  ifSilent: (due) => `${due && `${due}に`}ご回答がなければ、`,
  stands: (what) => `${what}が有効です。`,
  standsAgreed: '決まった日時が有効です。',
  refundEnds:
    '別の日時に同意なさると、その日時が有効になり、ここでご案内している返金はなくなることがあります。',
  refundWaits: (moment) =>
    `別の日時に同意なさると、その日時が有効になり、${moment}からお申し出になれるはずの返金は、その日時まで待つことになります。`,
  moves: (who, what) =>
    `${who}が、お客様の同意なしに${what}に伺うことになります。それでも、決まった日時は有効です。`,
  atOther: (day) => day,
  otherTime: 'その別の日時',
  nobodySaid: 'どうなるのか知らされていません。有効なのは、決まった日時です。',
  tooLate: (moment) => `回答の期限は${moment}でした。`,
  lateMoves: (who) =>
    `${who}が、お客様の同意なしにその別の日時に伺うかもしれません。それはお約束に反します。`,
  lateCounts: 'この先どうなるのか知らされていません。有効なのは、決まった日時です。',
  pickStill: '今からでも別の日時を選べます。',
  pickOver:
    'その時は過ぎたため、ここでは別の日時を選べません。お電話ください。係の者が一緒に決めます。お客様の権利は何も失われません。',
  notAsked:
    'お客様には尋ねられていません。ご回答がないことは、同意ではありません。有効なのは、決まった日時です。',
  imposedHelp:
    'このページからは、これに回答できません。お電話ください。有効なのは、決まった日時です。',

  kept: (by, name, what) =>
    !by
      ? `${what}のままになりました。`
      : by === 'customer'
        ? `${what}のままになさいました。`
        : `${name}がお客様に代わって${what}のままにしました。`,
  whatAgreed: '決まった日時',
  hadAsked: (who, what) => `${who}のご希望は${what}でした。`,
  anotherTime: '別の日時',
  withdrawn: (who) => `別の日時のご相談は取り下げられました（${who}）。`,
  answered: (moment) => `ご回答は${moment}でした。`,
  lost: 'ご回答がショップに届いたかどうか、分かりません。',
  lostHelp: '今のところ何も変わっていません。もう一度回答できます。数えられるのは1つだけです。',
  lostLater: 'ショップのシステムから返事があれば、このページでお知らせします。',
  neverArrived: (moment) => `${moment}のご回答は、ショップに届きませんでした。`,
  received: (what) => `ご回答${what && `「${what}」`}はショップに届いています。`,
  receivedHelp: 'その後どうなるかは、まだここでは分かりません。',
  notSent: 'ご回答は送られませんでした。',
  notSentOffline: 'ご回答は送られませんでした。インターネットにつながっていません。',
  pressOnce: '何も変わっていません。もう一度押してください。',
  pressOnline: '何も変わっていません。つながったら、もう一度押してください。',
  pressLater:
    '何も変わっていません。ショップのシステムから返事があったら、もう一度押してください。',
  refused: (what, moment) => `${moment}のご回答${what && `「${what}」`}は、有効になりません。`,
  why: {
    answered: (what) => `別の回答が先に届きました。「${what}」です。`,
    withdrawn: 'ご回答が届く前に、ご相談が取り下げられました。',
    late: '回答の期限が過ぎていました。',
    other: 'ショップのシステムは理由を示していません。',
  },
  counts: (what) => `今有効なのは、${what}です。`,
  below: 'ここに書かれている内容が有効です。',

  changes: (count) => `すべての変更（${count}件）`,
  fewer: '変更を隠す',
  first: '最初のお約束です。この記録は変わりません。',
  askedFor: (who) => `${who}からのご相談です。`,
  movedTo: (who) => `${who}による変更です。`,
  chosen: (who) => `${who}が選びました。`,
  state: {
    proposed: 'ご回答を待っています。',
    late: '期限までに回答がありませんでした。',
    accepted: (by, name, moment) =>
      `${!by ? '' : by === 'customer' ? 'お客様が' : `${name}がお客様に代わって`}同意しました${moment && `（${moment}）`}。`,
    declined: (by, name, moment) =>
      `${!by ? '' : by === 'customer' ? 'お客様が' : `${name}が`}決まった日時のままにしました${moment && `（${moment}）`}。`,
    withdrawn: 'ご相談は取り下げられました。',
    expired: '期限までに回答がありませんでした。決まった日時のままでした。',
    replaced: '別の変更に置き換えられました。',
    imposed: 'お客様の同意なしに行われました。',
    narrowed: '決まっていた範囲の中で、お尋ねせずに行われました。',
    unknown: 'どうなったのか、読み取れません。',
  },

  calendar: 'カレンダーに追加',
  calendarAgain: 'カレンダーを更新',
  calendarWhat: (thing) => `${thing}のお届け`,
  calendarOld: (was) => `カレンダーの予定は${was}のままです。`,
  calendarOldHelp: '新しい予定を追加すると、古い予定と入れ替わります。',
  calendarEnded: 'お届けはなくなりました。カレンダーから消してください。',
  calendarFailed: 'カレンダーの予定を作れませんでした。もう一度押してください。',
});

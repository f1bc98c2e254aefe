import type { StockMessages } from '../en/stock.js';
import { close } from './close.js';

/** What the stock badge says, in Japanese. */
export const stock = close<StockMessages>({
  enough: (left) => (left !== undefined && left < 10 ? `在庫あり、残り${left}点` : '在庫あり'),
  few: '在庫わずか',
  now: (count) => `${count}点はすぐ`,
  later: (count, date) => (date ? `${count}点は${date}ごろ` : `${count}点は後日（日付は未定）`),
  missing: (count) => `${count}点はご用意できません`,
  nowAloud: (count) => `${count}点はすぐに発送できます`,
  laterAloud: (count, date) =>
    date ? `${count}点は${date}ごろになります` : `${count}点は後日で、日付は未定です`,
  missingAloud: (count) => `${count}点は、ご用意できません`,
  made: (date) => `受注生産${date ? `、${date}ごろ` : ''}`,
  pre: (date) => `予約受付中${date ? `、${date}ごろ` : ''}`,
  back: (date) => `取り寄せ${date ? `、${date}ごろ` : ''}`,
  shopOnly: (left) => `店頭のみ${left === undefined ? '' : `、残り${left}点`}`,
  out: (date) => `売り切れ${date ? `、${date}ごろ再入荷` : ''}`,
  discontinued: '生産終了',
  unsure: '確かではありません',
  prepaid: (count) => `残りの${count}点は、お支払いの後に取り寄せます。`,
  deposit: (count) => `残りの${count}点は、内金のお支払いの後に取り寄せます。`,
  checked: (ago, where) => `${ago}に確認${where ? `、${where}` : ''}`,
  checkedNow: (where) => `今確認しました${where ? `、${where}` : ''}`,
  openUntil: (time) => `${time}まで営業`,
  dateFrom: (who, when) => `日付は${who}による（${when}）`,
  maker: 'メーカー',
  lastChecked: (ago) => `最後の確認は${ago}です。`,
  never: 'ショップからの情報がありません。',
  noAnswer: 'ショップのシステムから返事がありません。',
  asking: 'ショップに問い合わせています',
  again: 'もう一度確認',
  againFor: (sku) => `もう一度確認：${sku}の在庫`,
  tell: '知らせてほしい',
  tellFor: (sku) => `入荷したら知らせてほしい：${sku}`,
  who: '誰の情報？',
  whoFor: (sku) => `誰の情報？${sku}の在庫`,
});

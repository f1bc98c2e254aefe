/** How sentences follow each other, whatever the script. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { formatterFor, gap, sentences, stopped } from '../../../src/i18n/index.js';
import '../../../src/i18n/locales/ja.js';
import { tables as japanese } from '../../../src/i18n/locales/ja/tables.js';

describe('R9: sentences follow each other', () => {
  test('with a space, and in Japanese without one', () => {
    assert.equal(sentences('It has not come.', '', false, 'Call us.'), 'It has not come. Call us.');
    assert.equal(sentences(undefined, 'Call us.'), 'Call us.');
    assert.equal(sentences(), '');
    assert.equal(
      sentences('届いていません。', 'お電話ください。'),
      '届いていません。お電話ください。',
    );
    assert.equal(sentences('理由：', 'neige'), '理由：neige');
    assert.equal(gap('FR-1042'), ' ');
  });

  test('and end with the full stop of their script, once', () => {
    assert.deepEqual(['Broken', 'Broken.', '破損', '破損。', 'Why?'].map(stopped), [
      'Broken.',
      'Broken.',
      '破損。',
      '破損。',
      'Why?',
    ]);
  });
});

describe('R9: Japanese', () => {
  const at = (text: string): number => Date.parse(`${text}:00+09:00`);
  const f = formatterFor('ja', 'Asia/Tokyo');
  const now = at('2026-11-23T17:03');

  test('says days and hours without a space between them', () => {
    assert.equal(f.moment(at('2026-11-23T09:05'), now), '今日9:05');
    assert.equal(f.moment(at('2026-11-16T10:31'), now), '11月16日(月)10:31');
    assert.equal(f.dateTime(at('2026-11-22T21:14'), now), '11月22日(日)、21:14');
    assert.equal(japanese.slot.day('1月4日(月)\u00a02027', ''), '2027年1月4日(月)');
    assert.equal(japanese.stock.lastChecked(f.ago(4 * 60_000)), '最後の確認は4分前です。');
  });

  test('needs no plural, and puts who and what where Japanese does', () => {
    const { order } = japanese;
    assert.equal(
      order.missed(order.we, order.thing('display'), order.before('17:00', '')),
      '当店は、お荷物（display）を17:00までにお届けするとお約束しました。まだ届いていません。',
    );
    assert.equal(order.several(1, 8, 0, 0), 'お荷物8個のうち、1個が届きました。');
  });
});

/** What holds in every language that is shipped: each folder under `src/i18n/locales` is tried. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { english, languages, saidIn, tablesOf } from './tables.js';

/** Said alike in every language: names, numbers and signs. */
const ALIKE = [
  'base.span', // 10:00–12:00
  'checkout.amount',
  'checkout.comes',
  'checkout.units',
  'order.handedTo.recipient', // nothing to add
  'order.endedAt', // with a reason it is the bank's words and a date
  'parcel.priceEach',
  'order.scannedAs',
  'parcel.lineSince',
  'order.confirmTitle',
  'order.stop',
  'order.theirDoing.other', // nothing to say
  'order.quoted',
  'order.units', // "5 handles"
  'parcel.holds',
  'parcel.inTheirWords',
  'parcel.settledBy',
  'remedy.another', // a reference, a sum and a state
  'remedy.row',
  'slot.counts',
  'slot.day',
  'slot.onDay',
  'slot.window',
  'slot.stands',
  'slotPicker.aloud',
  'slotPicker.because',
  'slotPicker.day',
  'slotPicker.dayAloud',
  'slotPicker.jump',
  'slotPicker.onDate',
  'slotPicker.slot',
];

/** Words that are spelled alike, language by language. */
const SAME_WORD: Readonly<Record<string, readonly string[]>> = {
  de: ['order.live', 'slotPicker.live'],
  nl: ['order.live', 'slotPicker.live', 'checkout.later', 'order.we'],
};

/** Facts that a language says in another way: the short or the long form of a day, a count in a word. */
const OTHER_FORM =
  /^(slot\.day|slotPicker\.(slot|by|day)|slot\.window|order\.(goods|imposed|choose|claimedLate))\b/;

/** How each language quotes. */
const QUOTED: Readonly<Record<string, string>> = {
  fr: '«\u202fAlpha\u202f»',
  de: '„Alpha“',
  nl: '‘Alpha’',
  es: '«Alpha»',
  it: '«Alpha»',
  pt: '«Alpha»',
  pl: '„Alpha”',
  ar: '«Alpha»',
  ja: '「Alpha」',
};

/** English words that none of the other languages has. */
const ENGLISH =
  /\b(the|your|you|have|been|this|there|what|which|would|could|their|ordered|nothing|shop’s|and)\b/i;

/** What a sentence ends with, whatever the script. */
const endOf = (text: string): string => {
  const last = text.trimEnd().at(-1) ?? '';
  const signs = [
    ['.', '。'],
    ['?', '؟', '？'],
    [',', '،', '、'],
    [':', '：'],
  ];
  return signs.find((alike) => alike.includes(last))?.[0] ?? '';
};

const source = await english();
const inEnglish = new Map(saidIn(source).map((said) => [said.name, said]));

test('English itself is told without a hole', () => {
  for (const { name, text } of inEnglish.values())
    assert.ok(!/undefined|NaN|\bnull\b|\[object|['"]/.test(text), `${name}: ${text}`);
  assert.ok(inEnglish.size > 1500, `${inEnglish.size} sentences`);
});

for (const language of languages)
  describe(`R9: ${language}`, async () => {
    const said = saidIn(await tablesOf(language));

    test('says everything that English says, and no more', () => {
      const optional = new Set(['base.clock']);
      assert.deepEqual(
        [...new Set(said.map(({ key }) => key))].filter((key) => !optional.has(key)).sort(),
        [...new Set([...inEnglish.values()].map(({ key }) => key))].sort(),
      );
    });

    test('has no hole in any sentence, whatever is known and whatever is not', () => {
      for (const { name, text } of said) {
        assert.ok(!/undefined|NaN|\bnull\b|\[object/.test(text), `${name}: ${text}`);
        assert.ok(!/ {2}|\s$|\.\.(?!\.)|,,/.test(text), `${name}: ${text}|`);
        assert.equal(text.trim() === '', inEnglish.get(name)?.text.trim() === '', name);
      }
    });

    test('is not English: neither a whole sentence nor a word of one', () => {
      const alike = new Set([...ALIKE, ...(SAME_WORD[language] ?? [])]);
      for (const { name, key, text } of said) {
        if (!alike.has(key)) assert.notEqual(text, inEnglish.get(name)?.text, name);
        assert.ok(!ENGLISH.test(text), `${name}: ${text}`);
      }
    });

    test('leaves out no fact that English tells', () => {
      for (const { name, key, parameters, text } of said) {
        if (OTHER_FORM.test(key)) continue;
        const facts = parameters
          .flatMap((each) => (each && typeof each === 'object' ? Object.values(each) : each))
          .filter((each): each is string => typeof each === 'string' && /^[A-Z]/.test(each));
        for (const fact of facts)
          if (inEnglish.get(name)!.text.includes(fact))
            assert.ok(text.includes(fact), `${name}: ${text}`);
      }
    });

    test('ends its sentences as English does, so that what is put together stays whole', () => {
      for (const { name, text } of said) {
        const wanted = inEnglish.get(name)?.text;
        if (wanted !== undefined) assert.equal(endOf(text), endOf(wanted), `${name}: ${text}`);
      }
    });

    const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
    if (short.format(Date.UTC(2026, 10, 26)).endsWith('.'))
      test('ends a sentence with one full stop, after an abbreviated month too', async () => {
        for (const { name, text } of saidIn(await tablesOf(language), '.'))
          assert.ok(!text.includes('..'), `${name}: ${text}`);
      });

    test('sets its own signs: quotation marks, no typewriter quotes, no space before a full stop', () => {
      const quoted = said.find(({ key }) => key === 'order.quoted')!.text;
      assert.equal(quoted, QUOTED[language]);
      const beforeSigns = language === 'fr' ? / [.,;:?!»]/ : /[ \u00a0\u202f][.,;:?!]/;
      for (const { name, key, text } of said) {
        assert.ok(!/['"]/.test(text), `${name}: ${text}`);
        if (key !== 'parcel.theySee') assert.ok(!beforeSigns.test(text), `${name}: ${text}`);
      }
    });
  });

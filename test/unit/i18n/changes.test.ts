/** What is said of times around every change of the clocks, in every zone and every language. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { slotWords, windowWords } from '../../../src/elements/slot-picker/words.js';
import { formatterFor, messagesFor } from '../../../src/i18n/index.js';
import { slotPicker as english } from '../../../src/i18n/locales/en/picker.js';
import { registerLocale } from '../../../src/i18n/registry.js';
import { languages, tablesOf } from './tables.js';
import { allZones, offsetAt } from '../timelines/zones.js';

for (const language of languages) registerLocale(language, await tablesOf(language));

const MINUTE = 60_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Of each zone the first change of its kind: from one offset to another one. */
const changes = allZones().flatMap((zone) => {
  const kinds = zone.begins.slice(1).map((at, index) => {
    const [before, after] = zone.offsets.slice(index) as [number, number];
    return [`${before} ${after}`, { zone, at, before, after }] as const;
  });
  return [...new Map(kinds.reverse()).values()];
});

/** Every change in two languages, and in one of the others each: all in all of them where there is time for it. */
const changesFor = (language: string): typeof changes => {
  const share = languages.filter((each) => each !== 'fr').indexOf(language);
  const shares = languages.length - 1;
  const first = (share + Number(process.env['DOORSTEP_SEED'] ?? 0)) % shares;
  return share < 0 || process.env['DOORSTEP_DEEP'] === '1'
    ? changes
    : changes.filter((_, index) => index % shares === first);
};

describe('R3: times around a change of the clocks', () => {
  for (const language of ['en', ...languages])
    test(`no two deadlines, and no two windows, of one day are told in the same words (${language})`, () => {
      const m = messagesFor('slotPicker', language, english);
      for (const { zone, at } of changesFor(language)) {
        const { name: timeZone } = zone;
        const words = { m, f: formatterFor(language, timeZone) };
        // The hours around it, an hour that comes twice among them; in steps of half an hour.
        const times = Array.from({ length: 9 }, (_, step) => at + (step - 4) * 30 * MINUTE);
        const said = new Map<string, string>();
        const tell = (text: string, meant: string): void => {
          assert.equal(said.get(text) ?? meant, meant, `${timeZone} ${iso(at)}: ${text}`);
          said.set(text, meant);
        };
        for (const before of times)
          tell(windowWords({ kind: 'by', before: iso(before), timeZone }, words), iso(before));
        for (const from of times)
          for (const hours of [0.5, 2]) {
            const before = from + hours * 60 * MINUTE;
            const span = `${iso(from)}/${iso(before)}`;
            tell(slotWords({ from: iso(from), before: iso(before) }, words), span);
            tell(
              `short ${words.f.civil(iso(from).slice(0, 10))} ${words.f.shortSpan(from, before)}`,
              span,
            );
          }
      }
    });

  test('R6: where the two offsets differ both ends name their zone, and nowhere else a zone is named', () => {
    for (const { zone, at, before, after } of changes) {
      const { name: timeZone } = zone;
      const f = formatterFor('en', timeZone);
      const [start, end] = f.ends(at - 8 * 60 * MINUTE, at + 8 * 60 * MINUTE);
      for (const text of [start, end, ...f.shortEnds(at - 8 * 60 * MINUTE, at + 8 * 60 * MINUTE)])
        assert.match(text, /[\d,]\u00a0[A-Z]{2,}[+-]?[\d:]*$/, `${timeZone} ${iso(at)}: ${text}`);
      assert.notEqual(start.split('\u00a0')[1], end.split('\u00a0')[1], timeZone);
      // Beside the change, and further from it than the clocks were moved.
      const away = Math.abs(after - before) * MINUTE + 60 * MINUTE;
      for (const each of [at - away, at + away]) {
        assert.equal(offsetAt(zone, each), each < at ? before : after);
        assert.match(f.time(each), /^\d\d:\d\d$/, `${timeZone} ${iso(each)}`);
      }
    }
  });
});

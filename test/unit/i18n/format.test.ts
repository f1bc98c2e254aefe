import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import { promiseWords } from '../../../src/elements/telling.js';
import { formatterFor, messagesFor } from '../../../src/i18n/index.js';
import { order as english } from '../../../src/i18n/locales/en/order.js';
import '../../../src/i18n/locales/de.js';
import '../../../src/i18n/locales/fr.js';
import '../../../src/i18n/locales/nl.js';

const PARIS = 'Europe/Paris';
const at = (text: string): number => Date.parse(`${text}+01:00`);
const NOW = at('2026-11-23T17:03:00');
const words = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '^');
const en = formatterFor('en', PARIS);
const fr = formatterFor('fr', PARIS);
const us = formatterFor('en-US', PARIS);

describe('hours', () => {
  const told: [string, string, string, string][] = [
    ['2026-11-23T17:00:00', '17:00', '17_h', '5:00_PM'],
    ['2026-11-23T17:03:59', '17:03', '17_h_03', '5:03_PM'],
    ['2026-11-23T09:05:00', '09:05', '9_h_05', '9:05_AM'],
    ['2026-11-23T00:00:00', '00:00', '0_h', '12:00_AM'],
    ['2026-11-23T00:30:00', '00:30', '0_h_30', '12:30_AM'],
    ['2026-11-23T12:00:00', '12:00', '12_h', '12:00_PM'],
    ['2026-11-23T23:59:59', '23:59', '23_h_59', '11:59_PM'],
  ];
  for (const [instant, inEnglish, inFrench, inAmerican] of told)
    test(`${instant} is ${inEnglish}, ${inFrench} and ${inAmerican}`, () => {
      assert.equal(words(en.time(at(instant))), inEnglish);
      assert.equal(words(fr.time(at(instant))), inFrench);
      assert.equal(words(us.time(at(instant))), inAmerican);
    });

  test('each minute of a day has its own words, in every zone they are those of its wall clock', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.integer({ min: 0, max: 366 * 1440 }),
        (zone, minute) => {
          const epoch = Date.UTC(2026, 0, 1) + minute * 60_000;
          const wall = new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            hour: '2-digit',
            minute: '2-digit',
          }).format(epoch);
          assert.equal(formatterFor('en', zone).time(epoch), wall);
          const [hour, rest] = wall.split(':').map(Number) as [number, number];
          assert.equal(
            words(formatterFor('fr', zone).time(epoch)),
            rest ? `${hour}_h_${String(rest).padStart(2, '0')}` : `${hour}_h`,
          );
        },
      ),
    );
  });
});

describe('days', () => {
  test('with no-break spaces, without commas, with the year when it is not this one', () => {
    assert.equal(words(en.date(at('2026-11-23T12:00:00'), NOW)), 'Mon_23_Nov');
    assert.equal(words(en.date(at('2027-01-04T12:00:00'), NOW)), 'Mon_4_Jan_2027');
    assert.equal(words(us.date(at('2026-11-23T12:00:00'), NOW)), 'Mon_Nov_23');
    assert.equal(words(fr.date(at('2026-11-23T12:00:00'), NOW)), 'lun._23_nov.');
    assert.equal(words(en.civil('2026-11-27')), 'Fri_27_Nov');
    assert.equal(words(en.shortDate('2026-12-01')), '1_Dec');
    assert.equal(
      words(en.dateTime(at('2026-11-22T21:14:00'), NOW)).replace(', ', ',_'),
      'Sun_22_Nov,_21:14',
    );
  });

  test('French counts the first day of a month as an ordinal, and no other day', () => {
    const first = at('2026-12-01T12:00:00');
    assert.equal(words(fr.date(first, NOW)), 'mar._1er_déc.');
    assert.equal(words(fr.date(first, NOW, 'long')), 'mardi_1er_décembre');
    assert.equal(words(fr.civil('2027-01-01')), 'ven._1er_janv.');
    assert.equal(words(fr.shortDate('2026-12-01', 'long')), '1er_décembre');
    assert.equal(words(fr.civil('2026-12-11')), 'ven._11_déc.');
    assert.equal(words(fr.civil('2026-12-21')), 'lun._21_déc.');
    assert.equal(words(fr.time(at('2026-12-01T01:00:00'))), '1_h');
  });

  test('the day is that of the delivery address, not of the device', () => {
    const late = Date.parse('2026-11-23T23:30:00Z');
    assert.equal(words(en.date(late, NOW)), 'Tue_24_Nov');
    assert.equal(words(formatterFor('en', 'America/New_York').date(late, NOW)), 'Mon_23_Nov');
    assert.equal(en.daysAway(late, NOW), 1);
    assert.equal(formatterFor('en', 'America/New_York').daysAway(late, NOW), 0);
  });

  test('a civil date is the same in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (zone) => {
        assert.equal(words(formatterFor('en', zone).civil('2026-11-27')), 'Fri_27_Nov');
      }),
    );
  });

  test('days away are counted by the calendar, over clock changes too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Paris', 'America/Santiago', 'Australia/Lord_Howe', 'Africa/Cairo'),
        fc.integer({ min: 0, max: 366 * 24 }),
        fc.integer({ min: -400, max: 400 }),
        (zone, hours, days) => {
          const f = formatterFor('en', zone);
          const now = Date.UTC(2026, 0, 1) + hours * 3_600_000;
          const day = (epoch: number) =>
            Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(epoch));
          const then = now + days * 86_400_000;
          assert.equal(f.daysAway(then, now), (day(then) - day(now)) / 86_400_000);
        },
      ),
    );
  });

  test('moments: today, yesterday, tomorrow, a weekday of the last week, a date', () => {
    const moment = (text: string) => words(en.moment(at(text), NOW));
    assert.equal(moment('2026-11-23T17:10:00'), 'today_at_17:10');
    assert.equal(moment('2026-11-22T21:14:00'), 'yesterday_at_21:14');
    assert.equal(moment('2026-11-24T09:00:00'), 'tomorrow_at_09:00');
    assert.equal(moment('2026-11-20T10:31:00'), 'on_Friday_at_10:31');
    assert.equal(moment('2026-11-16T10:31:00'), 'on_Mon_16_Nov_at_10:31');
    assert.equal(moment('2026-11-25T13:00:00'), 'on_Wed_25_Nov_at_13:00');
    assert.equal(
      words(fr.moment(at('2026-11-23T17:00:00'), NOW)).replaceAll('’', "'"),
      "aujourd'hui_à_17_h",
    );
    assert.equal(en.day(NOW, NOW), '');
    // Where a day within a sentence is said in full.
    assert.equal(
      words(fr.moment(at('2026-11-16T10:31:00'), NOW)),
      'le lundi_16_novembre à 10_h_31',
    );
    assert.equal(words(fr.day(at('2027-01-04T10:31:00'), NOW)), 'le lundi_4_janvier_2027');
    assert.equal(words(en.stamp(at('2026-11-23T17:03:00'), NOW)), 'today_17:03');
  });

  test('R1: ages in whole minutes, hours, days; what is just now, or seems to be ahead, is just now', () => {
    const ago = (minutes: number) => words(en.ago(minutes * 60_000));
    assert.equal(ago(-3), 'just now');
    assert.equal(ago(0.99), 'just now');
    assert.equal(ago(1), '1_minute_ago');
    assert.equal(ago(59.9), '59_minutes_ago');
    assert.equal(ago(60), '1_hour_ago');
    assert.equal(ago(47 * 60 + 59), '47_hours_ago');
    assert.equal(ago(48 * 60), '2_days_ago');
    assert.equal(words(fr.ago(4 * 60_000)), 'il_y_a_4_minutes');
  });
});

describe('days and hours as other languages say them', () => {
  const told: Record<string, readonly string[]> = {
    de: [
      'Mo.,_23._Nov.',
      'Donnerstag,_26._November',
      'am_Freitag_um_10:31_Uhr',
      'heute_um_17_Uhr',
      '7–14_Uhr',
      '7:30–14_Uhr',
      '22_Uhr–Sa.,_28._Nov.,_2_Uhr',
      '2:30_Uhr_MESZ–4_Uhr_MEZ',
      '289,00_€',
    ],
    nl: [
      'ma_23_nov',
      'donderdag_26_november',
      'op_vrijdag_om_10:31_uur',
      'vandaag_om_17:00_uur',
      '7:00–14:00_uur',
      '7:30–14:00_uur',
      '22:00_uur–za_28_nov,_2:00_uur',
      '2:30_uur_CEST–4:00_uur_CET',
      '€_289,00',
    ],
  };
  for (const [language, expected] of Object.entries(told))
    test(language, () => {
      const f = formatterFor(language, PARIS);
      const span = (from: string, before: string) =>
        f.span(at(`2026-11-${from}:00`), at(`2026-11-${before}:00`));
      const found = [
        f.date(NOW, NOW),
        f.longCivil('2026-11-26'),
        f.moment(at('2026-11-20T10:31:00'), NOW),
        f.moment(at('2026-11-23T17:00:00'), NOW),
        span('27T07:00', '27T14:00'),
        span('27T07:30', '27T14:00'),
        span('27T22:00', '28T02:00'),
        f.span(Date.parse('2026-10-25T02:30:00+02:00'), Date.parse('2026-10-25T04:00:00+01:00')),
        f.money({ amount: 28900, currency: 'EUR' }),
      ];
      assert.deepEqual(
        found.map((text) => words(text).replaceAll(' ', '_')),
        expected,
      );
    });
});

describe('windows over a clock change', () => {
  const window = (from: string, before: string, language = 'en') =>
    promiseWords(
      { id: 'p', kind: 'slot', from, before, timeZone: PARIS },
      {
        m: messagesFor('order', language, english),
        f: formatterFor(language, PARIS),
        now: Date.parse('2026-10-25T00:00:00Z'),
      },
    );

  test('R6: where an hour comes twice both ends name their zone; elsewhere neither does', () => {
    assert.match(
      words(window('2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00')),
      /^between 02:30_(CEST|GMT\+2) and 02:30_(CET|GMT\+1)$/,
    );
    assert.equal(
      window('2026-10-25T08:00:00+01:00', '2026-10-25T10:00:00+01:00'),
      'between 08:00 and 10:00',
    );
    assert.match(
      words(window('2026-10-25T02:30:00+02:00', '2026-10-25T04:00:00+01:00', 'fr')),
      /^entre 2_h_30_(UTC\+2|CEST) et 4_h_(UTC\+1|CET)$/,
    );
  });

  test('a slot on its day, where there is room and where there is little', () => {
    const told: [string, string, string, string, string, string, string][] = [
      ['27T10:00', '27T12:00', '10:00–12:00', '10–12', 'de 10_h à 12_h', '10–12_h', '10_AM–12_PM'],
      [
        '27T07:30',
        '27T10:00',
        '07:30–10:00',
        '7:30–10',
        'de 7_h 30 à 10_h',
        '7_h 30–10_h',
        '7:30–10_AM',
      ],
      ['27T20:00', '28T00:00', '20:00–00:00', '20–0', 'de 20_h à 0_h', '20–0_h', '8_PM–12_AM'],
    ];
    for (const [from, before, ...wanted] of told) {
      const span = [at(`2026-11-${from}:00`), at(`2026-11-${before}:00`)] as const;
      const found = [
        en.span(...span),
        en.shortSpan(...span),
        fr.span(...span),
        fr.shortSpan(...span),
      ];
      found.push(us.shortSpan(...span));
      assert.deepEqual(
        found.map(words),
        wanted.map((text) => text.replace(/ (?=30)/, '_')),
      );
    }
    const night = [at('2026-11-27T22:00:00'), at('2026-11-28T02:00:00')] as const;
    assert.equal(words(en.span(...night)), '22:00–Sat_28_Nov, 02:00');
    assert.equal(words(en.shortSpan(...night)), '22–Sat 2');
    assert.deepEqual(en.shortEnds(...night).map(words), ['22', 'Sat_28_Nov, 2']);
    assert.equal(words(en.longCivil('2026-11-27')), 'Friday_27_November');
    assert.equal(words(fr.longCivil('2026-11-26')), 'jeudi_26_novembre');
    assert.equal(en.weekday('2026-11-28'), 'Saturday');
  });

  test('R6: a slot over a clock change names the zone of both ends, short or long', () => {
    const span = [
      Date.parse('2026-10-25T00:00:00+02:00'),
      Date.parse('2026-10-25T08:00:00+01:00'),
    ] as const;
    assert.match(words(en.span(...span)), /^00:00_(CEST|GMT\+2)–08:00_(CET|GMT\+1)$/);
    assert.match(words(en.shortSpan(...span)), /^0_(CEST|GMT\+2)–8_(CET|GMT\+1)$/);
  });

  test("the zone is named in words where it is not the reader's own", () => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.equal(formatterFor('en', here).foreignZone(NOW), undefined);
    const other = here === 'Pacific/Chatham' ? PARIS : 'Pacific/Chatham';
    assert.match(formatterFor('en', other).foreignZone(NOW)!, /[A-Z]/);
    assert.equal(formatterFor('en', undefined).zone, here);
  });
});

describe('R8: the exact amount', () => {
  const money = (language: string, amount: number, currency: string) =>
    words(formatterFor(language, PARIS).money({ amount, currency }));

  test('R8: minor units are those of ISO 4217, whatever coins the engine thinks are in use', () => {
    assert.equal(money('en', 28900, 'EUR'), '€289.00');
    assert.equal(money('fr', 28900, 'EUR'), '289,00_€');
    assert.equal(money('en', 28900, 'JPY'), 'JP¥28,900');
    assert.equal(money('en', 28900, 'KWD'), 'KWD_28.900');
    for (const [currency, sum] of [
      ['HUF', '289.00'],
      ['IDR', '289.00'],
      ['PKR', '289.00'],
      ['COP', '289.00'],
      ['RSD', '289.00'],
      ['TND', '28.900'],
      ['KRW', '28,900'],
      ['XOF', '28,900'],
      ['CLF', '2.8900'],
    ] as const)
      assert.ok(money('en', 28900, currency).endsWith(sum), money('en', 28900, currency));
  });

  test('R8: every amount reads back as itself, in minor units', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'en-US', 'fr'),
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom('EUR', 'GBP', 'HUF', 'IDR', 'JPY', 'KWD', 'CHF', 'USD', 'XAF'),
        (language, amount, currency) => {
          const text = money(language, amount, currency);
          assert.equal(Number(text.replace(/\D/g, '')), amount, text);
          assert.ok(!/\s/.test(text), 'it would break over lines');
        },
      ),
    );
  });
});

describe('formatters', () => {
  test('each Intl object is made once, not with every sentence', () => {
    const real = Intl.DateTimeFormat;
    let made = 0;
    const counting = function (...parameters: ConstructorParameters<typeof real>) {
      made++;
      return new real(...parameters);
    };
    Object.assign(counting, { supportedLocalesOf: real.supportedLocalesOf.bind(real) });
    Object.defineProperty(Intl, 'DateTimeFormat', { value: counting, configurable: true });
    try {
      const say = () => {
        const f = formatterFor('en', 'Asia/Kathmandu');
        for (let minute = 0; minute < 50; minute++) {
          f.moment(NOW - minute * 7_000_000, NOW);
          f.stamp(NOW - minute * 7_000_000, NOW);
          f.civil('2026-11-27');
          f.ends(NOW, NOW);
        }
      };
      say();
      const first = made;
      assert.ok(first > 0 && first < 12, `made ${first}`);
      say();
      assert.equal(made, first);
    } finally {
      Object.defineProperty(Intl, 'DateTimeFormat', { value: real, configurable: true });
    }
  });
});

import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  civilDate,
  CivilDateSchema,
  DeliveryPromiseSchema,
  DueSchema,
  endOfDay,
  InstantSchema,
  offsetAgrees,
  offsetMinutes,
  parse,
  TimeZoneSchema,
  toEpoch,
} from '../../../src/model/index.js';

const HOUR = 3_600_000;
const zones = Intl.supportedValuesOf('timeZone');
const odd = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Santiago',
  'America/St_Johns',
  'America/Scoresbysund',
  'America/Havana',
  'Asia/Gaza',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Antarctica/Troll',
  'Europe/Paris',
  'UTC',
];
const zone = fc.oneof(fc.constantFrom(...odd), fc.constantFrom(...zones));

// An oracle with another calendar text and no arithmetic of its own: the day as Swedes write it.
const days = new Map<string, Intl.DateTimeFormat>();
const dayIn = (timeZone: string, epoch: number): string => {
  let format = days.get(timeZone);
  if (!format) days.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
  return format.format(epoch);
};

/** The instants, to the second, at which a zone's day turns from `date` or earlier to a later one. */
const turns = (date: string, timeZone: string): number[] => {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const found: number[] = [];
  const quarter = 15 * 60_000;
  for (let at = noon - 30 * HOUR; at < noon + 45 * HOUR; at += quarter) {
    if (dayIn(timeZone, at) > date || dayIn(timeZone, at + quarter) <= date) continue;
    let second = at;
    while (dayIn(timeZone, second + 60_000) <= date) second += 60_000;
    while (dayIn(timeZone, second) <= date) second += 1000;
    found.push(second);
  }
  return found;
};

const dateBetween = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

describe('the end of a day', () => {
  test('R6: "by Monday" holds until the first instant of Tuesday there, in every zone', () => {
    fc.assert(
      fc.property(zone, dateBetween('2012-01-01', '2037-12-31'), (timeZone, date) => {
        assert.deepEqual([endOfDay(date, timeZone)], turns(date, timeZone), `${date} ${timeZone}`);
      }),
    );
  });

  test('R6: days on which the clocks change end once and at the right second', () => {
    // Each transition of a few years in the zones whose clocks change at or near midnight.
    const changing = zones.filter(
      (timeZone) =>
        offsetMinutes(timeZone, Date.UTC(2026, 0, 15)) !==
        offsetMinutes(timeZone, Date.UTC(2026, 6, 15)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...changing, ...odd),
        fc.integer({ min: 2020, max: 2030 }),
        (timeZone, year) => {
          for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 24 * HOUR) {
            if (
              offsetMinutes(timeZone, day - 12 * HOUR) === offsetMinutes(timeZone, day + 36 * HOUR)
            )
              continue;
            const date = new Date(day).toISOString().slice(0, 10);
            const end = endOfDay(date, timeZone)!;
            assert.ok(dayIn(timeZone, end) > date, `${date} ${timeZone}`);
            assert.ok(dayIn(timeZone, end - 1) <= date, `${date} ${timeZone}`);
            const next = new Date(day + 24 * HOUR).toISOString().slice(0, 10);
            assert.ok(endOfDay(next, timeZone)! - end >= 22 * HOUR);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('R6: known days', () => {
    const known: [string, string, string][] = [
      ['2026-11-23', 'Europe/Paris', '2026-11-23T23:00:00Z'],
      ['2026-03-29', 'Europe/Paris', '2026-03-29T22:00:00Z'], // 23 hours long
      ['2026-10-25', 'Europe/Paris', '2026-10-25T23:00:00Z'], // 25 hours long
      ['2026-11-23', 'Asia/Kathmandu', '2026-11-23T18:15:00Z'],
      ['2026-04-05', 'Australia/Lord_Howe', '2026-04-05T13:30:00Z'], // half an hour back
      ['2026-04-05', 'Pacific/Chatham', '2026-04-05T11:15:00Z'],
      ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
      ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'], // a day that did not take place
      ['2011-12-31', 'Pacific/Apia', '2011-12-31T10:00:00Z'],
      ['2026-04-23', 'Africa/Cairo', '2026-04-23T22:00:00Z'], // the next midnight does not exist
      ['2026-10-29', 'Africa/Cairo', '2026-10-29T22:00:00Z'], // 23:00 to 24:00 comes twice
      ['2026-03-28', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
      ['2026-09-05', 'America/Santiago', '2026-09-06T04:00:00Z'],
      ['2026-04-04', 'America/Santiago', '2026-04-05T04:00:00Z'],
      ['2026-11-01', 'America/St_Johns', '2026-11-02T03:30:00Z'],
      ['2026-12-31', 'Pacific/Kiritimati', '2026-12-31T10:00:00Z'],
      ['2026-12-31', 'Etc/GMT+12', '2027-01-01T12:00:00Z'],
      ['2028-02-29', 'UTC', '2028-03-01T00:00:00Z'],
    ];
    for (const [date, timeZone, end] of known)
      assert.equal(
        new Date(endOfDay(date, timeZone)!).toISOString(),
        end.replace('Z', '.000Z'),
        date,
      );
  });

  test('R3: an unknown zone has no end of day and no offset', () => {
    assert.equal(endOfDay('2026-11-23', 'Mars/Olympus'), undefined);
    assert.equal(offsetMinutes('Mars/Olympus', 0), undefined);
    assert.equal(civilDate('Mars/Olympus', 0), undefined);
    assert.equal(parse(TimeZoneSchema, 'Mars/Olympus').value, undefined);
    assert.equal(parse(TimeZoneSchema, 'Europe/Paris').value, 'Europe/Paris');
  });

  test('dates that stand for "never" and "unknown" in databases throw nothing', () => {
    for (const date of ['0001-01-01', '1900-01-01', '1970-01-01', '9999-12-31'])
      for (const timeZone of odd) assert.ok(Number.isFinite(endOfDay(date, timeZone)), date);
  });
});

describe('offsets and zones', () => {
  const local = (epoch: number, offset: number): string => {
    const sign = offset < 0 ? '-' : '+';
    const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
    const wall = new Date(epoch + offset * 60_000).toISOString().slice(0, 19);
    return `${wall}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
  };
  const epochs = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2037, 0, 1) });

  test("R3: the zone's own offset is accepted, any other is refused, Z says nothing about it", () => {
    fc.assert(
      fc.property(zone, epochs, fc.integer({ min: -56, max: 56 }), (timeZone, epoch, quarters) => {
        const own = offsetMinutes(timeZone, epoch)!;
        assert.ok(offsetAgrees(local(epoch, own), timeZone), local(epoch, own));
        const other = quarters * 15;
        if (other !== own)
          assert.ok(!offsetAgrees(local(epoch, other), timeZone), local(epoch, other));
        assert.ok(offsetAgrees(new Date(epoch).toISOString(), timeZone));
      }),
    );
  });

  test('R3: the offset agrees with what Intl itself says in words', () => {
    fc.assert(
      fc.property(zone, epochs, (timeZone, epoch) => {
        const words = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
          .formatToParts(epoch)
          .find((part) => part.type === 'timeZoneName')!.value;
        const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(words)!;
        const said = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
        assert.equal(offsetMinutes(timeZone, epoch), said);
      }),
    );
  });

  const by = (before: string, timeZone = 'Europe/Paris') =>
    parse(DeliveryPromiseSchema, { id: 'p', kind: 'by', before, timeZone });

  test("R3: another country's offset is refused, named, and shown as unknown", () => {
    const { value, broken } = by('2026-11-23T17:00:00+05:00');
    assert.equal(value, undefined);
    assert.match(broken[0]!.problem, /disagree/);
    assert.ok(by('2026-11-23T17:00:00+01:00').value);
    assert.ok(!by('2026-11-23T17:00:00+02:00').value); // summer time in winter
    assert.ok(by('2026-11-23T16:00:00Z').value);
    assert.ok(by('2026-11-23T16:00:00-00:00').value, 'RFC 9557: -00:00 states no local offset');
    assert.ok(by('2026-11-23T16:00:00-00:00', 'America/New_York').value);
  });

  test('R3: a time inside a daylight-saving gap does not exist; both times of an overlap do', () => {
    assert.ok(!by('2026-03-29T02:30:00+01:00').value);
    assert.ok(!by('2026-03-29T02:30:00+02:00').value);
    assert.ok(by('2026-03-29T03:00:00+02:00').value);
    assert.ok(by('2026-10-25T02:30:00+02:00').value);
    assert.ok(by('2026-10-25T02:30:00+01:00').value);
    assert.ok(!by('2026-04-24T00:30:00+02:00', 'Africa/Cairo').value);
    assert.ok(by('2026-04-05T01:45:00+11:00', 'Australia/Lord_Howe').value);
    assert.ok(by('2026-04-05T01:45:00+10:30', 'Australia/Lord_Howe').value);
  });

  test('R3: each kind of promise has its own date or time, and ends after it begins', () => {
    const zoned = { id: 'p', timeZone: 'Europe/Paris' };
    const [from, before] = ['2026-11-23T14:00:00+01:00', '2026-11-23T16:00:00+01:00'];
    const reads = (more: object) =>
      parse(DeliveryPromiseSchema, { ...zoned, ...more }).value !== undefined;
    assert.ok(reads({ kind: 'slot', from, before }));
    assert.ok(!reads({ kind: 'slot', before }));
    assert.ok(!reads({ kind: 'slot', from }));
    assert.ok(!reads({ kind: 'slot', from: before, before: from }));
    assert.ok(!reads({ kind: 'slot', from, before: from }));
    assert.ok(!reads({ kind: 'by', from }));
    assert.ok(!reads({ kind: 'by', date: '2026-11-23' }));
    assert.ok(!reads({ kind: 'date', before }));
    assert.ok(reads({ kind: 'date', date: '2026-11-23' }));
    assert.ok(!reads({ kind: 'date', date: '2026-11-31' }));
  });
});

describe('instants and dates', () => {
  test('R3: only real days are dates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
          const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
          const length = month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
          const two = (value: number) => String(value).padStart(2, '0');
          const text = `${year}-${two(month)}-${two(day)}`;
          const real = day >= 1 && day <= length;
          assert.equal(parse(CivilDateSchema, text).value !== undefined, real, text);
          assert.equal(parse(InstantSchema, `${text}T12:00:00Z`).value !== undefined, real, text);
        },
      ),
    );
    for (const text of ['2026-02-30', '2026-2-3', '20261123', '2026-11-23T', '23/11/2026', ''])
      assert.equal(parse(CivilDateSchema, text).value, undefined, text);
  });

  test('R3: an instant without an offset is no instant', () => {
    for (const text of [
      '2026-11-23T17:00:00',
      '2026-11-23',
      '2026-11-23T17+01:00',
      '2026-11-23T17:00:00+0100',
      '2026-11-23T17:00:00+01',
      '2026-11-23T24:00:00+01:00',
      '2026-11-23T17:60:00+01:00',
      '2026-11-23T17:00:60+01:00',
      '2026-11-23T17:00:00+24:00',
      '2026-11-23T17:00:00 +01:00',
      '2026-11-23T17:00:00+01:00[Europe/Paris]',
      '2026-11-23T17:00:00+01:00\n',
      'Mon, 23 Nov 2026 16:00:00 GMT',
      1_795_449_600_000,
    ])
      assert.equal(parse(InstantSchema, text).value, undefined, String(text));
  });

  test('every instant that is accepted can be compared', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }),
        fc.constantFrom('', '.5', '.123456789'),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (date, fraction, offset) => {
          const sign = offset < 0 ? '-' : '+';
          const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
          const text = `${date.toISOString().slice(0, 19)}${fraction}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
          assert.equal(parse(InstantSchema, text).value, text);
          const second = Math.floor(date.getTime() / 1000) * 1000;
          const said = toEpoch(text)!;
          assert.ok(Math.abs(said - (second - offset * 60_000)) < 1000, text);
        },
      ),
    );
    assert.equal(toEpoch(undefined), undefined);
  });

  test('what is due is an instant or a whole day in a zone', () => {
    const day = { date: '2026-11-27', timeZone: 'Europe/Paris' };
    assert.deepEqual(parse(DueSchema, day).value, day);
    assert.equal(parse(DueSchema, '2026-11-27T10:00:00Z').value, '2026-11-27T10:00:00Z');
    assert.equal(parse(DueSchema, '2026-11-27').value, undefined);
    assert.equal(parse(DueSchema, { date: '2026-11-27' }).value, undefined);
    assert.equal(parse(DueSchema, { ...day, date: '2026-11-31' }).value, undefined);
  });
});

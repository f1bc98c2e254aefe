import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placed, zoneOf } from '../../../src/carriers/zones.js';
import { offsetMinutes } from '../../../src/model/index.js';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

test('R3: a country has a zone only if all of it keeps that time, on every day of these years', () => {
  const covered = pairs.filter((country) => zoneOf({ country }));
  assert.ok(covered.length > 160);
  for (const country of covered) {
    // The engine knows the zones of a country, as a getter or a method.
    const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
      timeZones?: string[];
      getTimeZones?: () => string[];
    };
    const zone = zoneOf({ country })!;
    for (const own of locale.getTimeZones?.() ?? locale.timeZones ?? [])
      for (let at = Date.UTC(2022, 0, 1); at < Date.UTC(2030, 0, 1); at += 5 * 86_400_000)
        assert.equal(offsetMinutes(zone, at), offsetMinutes(own, at), `${country} ${own} ${at}`);
  }
});

test('R3: a country with several times, or an unknown one, is not placed', () => {
  for (const country of ['US', 'CA', 'BR', 'AU', 'RU', 'ES', 'PT', 'MX', 'ZZ', '__proto__', ''])
    assert.equal(zoneOf({ country }), undefined, country);
  assert.equal(zoneOf({ country: 'US', region: 'NY' }), 'America/New_York');
  assert.equal(zoneOf({ country: 'US', region: 'TX' }), undefined);
  assert.equal(zoneOf({ country: 'FR', postalCode: '97400' }), undefined);
  assert.equal(zoneOf({}), undefined);
});

test('R3: an hour that came twice or never is not placed', () => {
  const paris = { country: 'FR' };
  assert.equal(placed('2026-11-22T21:14:00', paris), '2026-11-22T21:14:00+01:00');
  assert.equal(placed('2026-07-22T21:14', paris), '2026-07-22T21:14+02:00');
  assert.equal(placed('2026-10-25T02:30:00', paris), undefined);
  assert.equal(placed('2026-03-29T02:30:00', paris), undefined);
  assert.equal(placed('2026-10-25T03:00:00', paris), '2026-10-25T03:00:00+01:00');
  assert.equal(placed('2026-11-22T21:14:00', { country: 'NP' }), '2026-11-22T21:14:00+05:45');
  assert.equal(placed('2026-11-22', paris), undefined);
  assert.equal(placed('2026-13-22T21:14:00', paris), undefined);
});

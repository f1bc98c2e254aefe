/** What happens to one promise and to the page that tells of it: drawn from a seed. */
import { Draw } from '../schedules/schedule.js';
import { agreement, instant, type Facts, type SentRevision, type SentWindow } from './oracle.js';
import { offsetAt, type Zone } from './zones.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One answer of the backend, and how it came. */
export interface Round {
  /** When it is asked for, by true time. */
  readonly asks: number;
  /** Milliseconds on the way there and back. */
  readonly there: number;
  readonly back: number;
  /** Whether the backend states whole seconds. */
  readonly whole: boolean;
  /** What is true when the backend answers. */
  readonly facts: Facts;
  /** Milliseconds for which the device sleeps before it asks, and whether its clocks stand still in its sleep. */
  readonly asleep: number;
  readonly stands: boolean;
}

export interface Timeline {
  readonly zone: Zone;
  /** The clock change it is placed around. */
  readonly change: number | undefined;
  readonly rounds: readonly Round[];
  /** True time at which the page is closed. */
  readonly ends: number;
  /** Milliseconds by which the device's own clock is wrong. */
  readonly skew: number;
  /** Whether the backend offers a remedy from the moment the promise lapses. */
  readonly offers: boolean;
}

/** A clock change: which zone's, and its number there. */
export type Change = readonly [zone: number, change: number];

/** All clock changes until the end of 2036. */
export const changesOf = (zones: readonly Zone[]): Change[] =>
  zones.flatMap(({ begins }, zone) =>
    begins.flatMap((at, index): Change[] =>
      index && at < Date.UTC(2037, 0, 1) ? [[zone, index]] : [],
    ),
  );

const stamp = (wall: number, offset: number, draw: Draw): string => {
  const text = new Date(wall).toISOString().slice(0, -1);
  const short = wall % MINUTE === 0 && draw.below(2) ? text.slice(0, 16) : text;
  const size = Math.abs(offset);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${short}${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
};

/** Draws the timeline of a seed; around this clock change if one is given. */
export const timelineOf = (
  seed: number,
  zones: readonly Zone[],
  change: Change | undefined,
): Timeline => {
  const draw = new Draw(seed);
  const zone = change ? zones[change[0]]! : draw.of(zones);
  const at = change
    ? zone.begins[change[1]]!
    : Date.UTC(2024, 6, 1) + draw.below(12 * 365 * 24 * 60) * MINUTE;
  const offsets = change ? [zone.offsets[change[1] - 1]!, zone.offsets[change[1]]!] : [];
  const near = change ? offsets : [offsetAt(zone, at)];

  /** A wall clock time on or around the change: within its gap or overlap, on its edges, at a midnight. */
  const wallTime = (): number => {
    const wall = at + draw.of(near) * MINUTE;
    const [low, high] = [Math.min(...near), Math.max(...near)];
    switch (draw.below(8)) {
      case 0:
        return wall;
      case 1:
        return wall + draw.of([-1, 1]) * draw.of([1, SECOND, MINUTE]);
      case 2:
        return at + low * MINUTE + draw.below((high - low) * 60 + 1) * SECOND;
      case 3:
        return Math.floor(wall / DAY) * DAY + draw.of([-1, 0, 1]) * DAY;
      case 4:
        return wall + draw.between(-6, 6) * HOUR;
      case 5:
        return wall + draw.between(-3 * 24 * 60, 3 * 24 * 60) * MINUTE;
      default:
        return Math.floor(wall / DAY) * DAY + draw.between(6, 22) * HOUR;
    }
  };

  /** The same time with an offset: mostly one that is in force then, if there is any. */
  const text = (wall: number): string => {
    const real = [...new Set([...near, offsetAt(zone, wall - near[0]! * MINUTE)])].filter(
      (offset) => offsetAt(zone, wall - offset * MINUTE) === offset,
    );
    const luck = draw.below(12);
    // Inside a gap no offset is right, and each of them may be written.
    if (!real.length) return stamp(wall, draw.of(near), draw);
    if (luck === 0) return stamp(wall, draw.of([...near, near[0]! + 60, 0]), draw);
    if (luck < 4) return new Date(wall - draw.of(real) * MINUTE).toISOString();
    return stamp(wall, draw.of(real), draw);
  };

  const window = (): SentWindow => {
    const kind = draw.of(['by', 'slot', 'slot', 'date'] as const);
    const timeZone = draw.below(60) ? zone.name : draw.of(['Mars/Olympus', undefined]);
    const named = timeZone === undefined ? {} : { timeZone };
    const end = wallTime();
    if (kind === 'date') return { kind, date: new Date(end).toISOString().slice(0, 10), ...named };
    const before = draw.below(60) ? { before: text(end) } : {};
    if (kind === 'by') return { kind, ...before, ...named };
    const length = draw.below(25) ? draw.of([30, 60, 120, 180, 420]) * MINUTE : draw.of([0, -HOUR]);
    return { kind, from: text(end - length), ...before, ...named };
  };

  let number = 0;
  const revision = (state: string): SentRevision => ({
    ...(draw.below(150) && { id: `r${++number}` }),
    ...(draw.below(25) && { state }),
    ...(draw.below(25) && { window: window() }),
    ...(draw.below(2) && { answerBy: new Date(at + draw.between(-5, 5) * HOUR).toISOString() }),
  });

  let facts: Facts = {
    promise: {
      id: 'p',
      ...window(),
      ...(draw.below(2) && { grace: draw.below(50) ? draw.of([0, 1, 900, DAY / SECOND]) : -1 }),
    },
    deliveries: [],
  };
  /** The world goes on until `now`. */
  const goesOn = (now: number): void => {
    const { promise, deliveries } = facts;
    const { revisions = [] } = promise;
    const add = (state: string): Facts => ({
      ...facts,
      promise: { ...promise, revisions: [...revisions, revision(state)] },
    });
    switch (draw.below(12)) {
      case 0:
      case 1:
        facts = add('proposed');
        break;
      case 2:
        facts = add('accepted');
        break;
      case 3:
        facts = add('imposed');
        break;
      case 4:
        facts = add(draw.of(['countered', 'declined', 'expired', 'replaced']));
        break;
      case 5:
      case 6: {
        const state = draw.of(['accepted', 'accepted', 'declined', 'withdrawn', 'imposed']);
        const answered = revisions.map((one, index) =>
          one.state === 'proposed' && index === revisions.length - 1 ? { ...one, state } : one,
        );
        facts = {
          ...facts,
          promise: { ...promise, ...(revisions.length && { revisions: answered }) },
        };
        break;
      }
      case 7:
        if (!deliveries.length)
          facts = {
            ...facts,
            deliveries: [
              draw.below(4) ? { at: new Date(now - draw.below(2 * HOUR)).toISOString() } : {},
            ],
          };
        break;
      case 8:
      case 9: {
        const until = now + draw.between(-60, 240) * MINUTE;
        facts = {
          ...facts,
          estimate: {
            ...(draw.below(12) && {
              observedAt: new Date(now - draw.below(5 * 60) * MINUTE).toISOString(),
            }),
            ...(draw.below(2) && { maxAge: draw.of([0, 60, 3600, DAY / SECOND]) }),
            ...draw.of([
              { until: new Date(until).toISOString() },
              { from: new Date(until - HOUR).toISOString(), until: new Date(until).toISOString() },
              { from: new Date(until).toISOString() },
              { date: new Date(until).toISOString().slice(0, 10) },
              {},
            ]),
          },
        };
        break;
      }
      default:
    }
  };

  // The page is open around the time that counts, whenever that turns out to be.
  for (let steps = draw.below(4); steps > 0; steps--) goesOn(at - DAY);
  const counts = agreement(facts, zone)?.lapses ?? at;
  const rounds: Round[] = [];
  let now =
    counts +
    draw.of([-90 * MINUTE, -20 * MINUTE, -5 * SECOND, -1, 0, 3 * MINUTE]) -
    draw.below(HOUR);
  for (let left = draw.between(1, 4); left > 0; left--) {
    const asleep = rounds.length && !draw.below(4) ? draw.below(2 * HOUR) : 0;
    now += asleep;
    const there = draw.below(draw.below(6) ? 400 : 20_000);
    const back = draw.below(draw.below(6) ? 400 : 20_000);
    goesOn(now + there);
    rounds.push({
      asks: now,
      there,
      back,
      whole: !draw.below(3),
      facts,
      asleep,
      stands: draw.below(2) === 0,
    });
    now += there + back + draw.below(draw.below(3) ? HOUR : 10 * SECOND) + 1;
  }
  return {
    zone,
    change: change && at,
    rounds,
    ends: now + draw.below(30 * MINUTE),
    skew: draw.between(-DAY, DAY),
    offers: draw.below(3) > 0,
  };
};

/** The order as the backend sends it. */
export const sent = (facts: Facts, zone: Zone, offers: boolean): object => {
  const { promise, deliveries, estimate } = facts;
  const lapses = agreement(facts, zone)?.lapses;
  return {
    reference: 'FR-1',
    timeZone: zone.name,
    promises: [promise],
    shipments: [
      {
        id: 's',
        events: deliveries.map((one) => ({ ...one, phase: 'delivered' })),
        ...(estimate && { estimate }),
      },
    ],
    offers:
      lapses === undefined || !offers
        ? []
        : [
            {
              offerId: 'o',
              remedy: 'refund',
              promiseId: 'p',
              availableFrom: new Date(lapses).toISOString(),
            },
          ],
  };
};

/** Instants at which something of these facts may change, and the one before the promise lapses. */
export const turns = (facts: Facts, zone: Zone): number[] => {
  const { lapses } = agreement(facts, zone) ?? {};
  const until = facts.estimate?.until;
  return [
    ...(lapses === undefined ? [] : [lapses - 1, lapses]),
    ...(until === undefined ? [] : [instant(until)]),
  ];
};

/** What happens in one run: drawn from a seed, printable, and small once {@link shrink} has been over it. */

/** Random numbers that a seed repeats (mulberry32). */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** One seed from several numbers. */
export const mix = (...numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => {
    const mixed = Math.imul(sum ^ (number + 0x9e3779b9 + (sum << 6) + (sum >>> 2)), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }, 0x2545f491);

export type DeviceTrouble =
  'go offline' | 'go online' | 'evict storage' | 'break storage' | 'mend storage';

/** Something a person, a device or the shop does, `at` milliseconds after the pages were opened. */
export type Step = { readonly at: number } & (
  | {
      readonly do: 'press';
      readonly tab: number;
      readonly offer: number;
      /** Twice is twice in the same tick. */
      readonly times: number;
    }
  | { readonly do: 'reload'; readonly tab: number; readonly away: number }
  | { readonly do: 'take back' | 'hide' | 'show'; readonly tab: number }
  | { readonly do: DeviceTrouble; readonly device: number }
  | { readonly do: 'set clock'; readonly device: number; readonly hours: number }
  | {
      readonly do:
        | 'forget keys'
        | 'parcel turns up'
        | 'late scan'
        | 'change amount'
        | 'end offers'
        | 'bank confirms'
        | 'bank sends'
        | 'bank fails';
    }
);

export interface Schedule {
  /** Also draws what becomes of each message ({@link fateOf}). */
  readonly seed: number;
  /** Tabs of the first and the second device. */
  readonly tabs: readonly [number, number];
  /** Through `rest`, `fetch` and `createHandler`; else straight to the backend. */
  readonly http: boolean;
  /** Whether the backend tells of changes by itself. Only without HTTP. */
  readonly live: boolean;
  /** What was taken back is offered under a new identifier (or under the same one). */
  readonly reoffers: boolean;
  readonly steps: readonly Step[];
  /** Messages that pass unharmed whatever the seed says, by name. */
  readonly clean: readonly string[];
}

/** `[weight, value]` pairs as a list in which a value stands as often as it weighs. */
const weighted = <T>(...pairs: readonly (readonly [number, T])[]): readonly T[] =>
  pairs.flatMap(([weight, value]) => Array<T>(weight).fill(value));

const STEPS = weighted<Step['do']>(
  [14, 'press'],
  [5, 'reload'],
  [4, 'take back'],
  [3, 'bank confirms'],
  [2, 'bank fails'],
  [2, 'change amount'],
  [2, 'forget keys'],
  [2, 'go offline'],
  [2, 'go online'],
  [2, 'hide'],
  [2, 'show'],
  [1, 'evict storage'],
  [1, 'break storage'],
  [1, 'mend storage'],
  [1, 'set clock'],
  [1, 'parcel turns up'],
  [1, 'late scan'],
  [1, 'end offers'],
  [1, 'bank sends'],
);
const GAPS = [0, 1, 40, 200, 200, 700, 2_000, 2_000, 6_000, 6_000, 20_000];
const TABS = [1, 1, 1, 1, 2, 2, 3, 4];
const HOURS = [-24, -1, 1, 24];

/** Every ninth run goes through HTTP. */
const HTTP = 9;

export const scheduleOf = (seed: number): Schedule => {
  const draw = new Draw(seed);
  const tabs = [draw.of(TABS), draw.of(TABS)] as const;
  const http = draw.below(HTTP) === 0;
  // Most of what happens happens on one or two pages: there it meets.
  const busy = draw.between(1, tabs[0] + tabs[1]);
  const pick = { tab: () => draw.below(busy), device: () => draw.below(2) };
  const count = draw.between(2, 13);
  const steps: Step[] = [];
  let at = 400;
  while (steps.length < count) {
    at += draw.below(draw.of(GAPS) + 1);
    const what = steps.length === 0 ? 'press' : draw.of(STEPS);
    switch (what) {
      case 'press':
        steps.push({
          at,
          do: what,
          tab: pick.tab(),
          offer: draw.below(3),
          times: draw.of([1, 1, 2]),
        });
        break;
      case 'reload':
        steps.push({ at, do: what, tab: pick.tab(), away: draw.below(draw.of(GAPS) + 1) });
        break;
      case 'set clock':
        steps.push({ at, do: what, device: pick.device(), hours: draw.of(HOURS) });
        break;
      case 'take back':
      case 'hide':
      case 'show':
        steps.push({ at, do: what, tab: pick.tab() });
        break;
      case 'go offline':
      case 'go online':
      case 'evict storage':
      case 'break storage':
      case 'mend storage':
        steps.push({ at, do: what, device: pick.device() });
        break;
      default:
        steps.push({ at, do: what });
    }
  }
  return {
    seed,
    tabs,
    http,
    live: !http && draw.below(4) > 0,
    reoffers: draw.below(2) === 0,
    steps,
    clean: [],
  };
};

/** What the client hears: the backend's answer, or something else in its place. */
export type Heard = 'answer' | 'reset' | 'nothing' | 'truncated' | 'malformed' | number;

/** What becomes of one message. */
export interface Fate {
  /** Milliseconds until the request is at the backend; `undefined`: it never is. */
  readonly arrives: number | undefined;
  /** A second copy of it is there so much later. */
  readonly repeated: number | undefined;
  /** What the client hears, and when: milliseconds after sending, and never before there is an answer. */
  readonly heard: Heard;
  readonly after: number;
  readonly harmed: boolean;
}

/** Answers that somebody on the way gives instead of the backend, which got nothing. */
const AT_THE_DOOR = [401, 404, 409, 422, 429, 500, 502, 503, 504];
/** Answers in place of the backend's, which did its work. */
const IN_PLACE = [409, 422, 500, 502, 503, 504];
const DELAYS = [50, 300, 300, 1_500, 8_000, 24_000];

const quick = (draw: Draw): Fate => {
  const arrives = draw.between(5, 120);
  return {
    arrives,
    repeated: undefined,
    heard: 'answer',
    after: arrives + draw.between(5, 120),
    harmed: false,
  };
};

/** The fate of a message: harmless as soon as the faults are over. */
export const fateOf = (seed: number, acting: boolean, faulty: boolean): Fate => {
  const draw = new Draw(seed);
  if (!faulty || draw.next() > (acting ? 0.75 : 0.3)) return quick(draw);
  const arrives = draw.below(draw.of(DELAYS));
  const after = arrives + draw.below(draw.of(DELAYS));
  const whole = { arrives, repeated: undefined, heard: 'answer', after, harmed: true } as const;
  switch (draw.below(10)) {
    case 0: // Lost on the way there.
      return { ...whole, arrives: undefined, heard: draw.of(['reset', 'nothing']) };
    case 1: // Lost on the way back.
      return { ...whole, heard: draw.of(['reset', 'nothing']) };
    case 2: // The connection ends first, and the request arrives nevertheless.
      return { ...whole, after: draw.below(arrives + 1), heard: 'reset' };
    case 3:
      return { ...whole, repeated: draw.below(draw.of(DELAYS)) };
    case 4: // Repeated by somebody on the way, and only the first answer is lost.
      return {
        ...whole,
        repeated: draw.below(draw.of(DELAYS)),
        heard: draw.of(['reset', 'answer', ...IN_PLACE]),
      };
    case 5:
      return { ...whole, arrives: undefined, heard: draw.of(AT_THE_DOOR) };
    case 6:
      return { ...whole, heard: draw.of(IN_PLACE) };
    case 7:
      return { ...whole, heard: 'truncated' };
    case 8:
      return { ...whole, heard: 'malformed' };
    default: // Late, and so in another order than it was sent.
      return whole;
  }
};

/** Smaller schedules, most hopeful first. */
function* smaller(schedule: Schedule, faults: readonly string[]): Generator<Schedule> {
  const { steps, tabs, clean } = schedule;
  for (let size = steps.length >> 1; size >= 1; size >>= 1)
    for (let from = 0; from < steps.length; from += size)
      yield { ...schedule, steps: [...steps.slice(0, from), ...steps.slice(from + size)] };
  if (schedule.http) yield { ...schedule, http: false };
  if (schedule.live) yield { ...schedule, live: false };
  if (schedule.reoffers) yield { ...schedule, reoffers: false };
  for (const [index, count] of tabs.entries())
    if (count > 1) yield { ...schedule, tabs: tabs.with(index, count - 1) as [number, number] };
  const open = faults.filter((name) => !clean.includes(name));
  if (open.length > 1) yield { ...schedule, clean: [...clean, ...open] };
  for (const name of open) yield { ...schedule, clean: [...clean, name] };
  for (const [index, step] of steps.entries())
    if (step.do === 'press' && step.times > 1)
      yield { ...schedule, steps: steps.with(index, { ...step, times: 1 }) };
}

/**
 * The smallest schedule found that still fails.
 *
 * @param failing tells the names of the messages that were harmed if it fails, else `undefined`
 */
export const shrink = async (
  schedule: Schedule,
  failing: (schedule: Schedule) => Promise<readonly string[] | undefined>,
): Promise<Schedule> => {
  let best = schedule;
  let faults = (await failing(best)) ?? [];
  let tries = 0;
  for (let progress = true; progress && tries < 600;) {
    progress = false;
    for (const candidate of smaller(best, faults)) {
      if (++tries > 600) break;
      const found = await failing(candidate);
      if (!found) continue;
      best = candidate;
      faults = found;
      progress = true;
      break;
    }
  }
  return best;
};

import type { EpochMilliseconds, Money, Slot } from '../../src/model/index.js';
import type { Words } from './facts.js';
import { atLocal, dateOf, inZone, isSunday, plusDays } from './time.js';

/** Where and when a carrier drives; no round drives on Sundays. */
export interface RoundFacts {
  readonly carrier: string;
  /** Zone of the addresses it serves. */
  readonly timeZone: string;
  /** Local times. */
  readonly windows: readonly (readonly [from: string, before: string])[];
  /** Days between today and the first that may be chosen. */
  readonly leadDays: number;
  /** Days for which there is a plan, counted from today. */
  readonly planDays: number;
  /** What is brought by appointment where an order is placed here. */
  readonly skus: readonly string[];
  /** What a Saturday afternoon costs where an order is placed with it. */
  readonly saturdayAfternoon?: Money;
}

export const ROUNDS = {
  geneva: {
    carrier: 'Alpline',
    timeZone: 'Europe/Zurich',
    windows: [
      ['07:00', '10:00'],
      ['10:00', '12:00'],
      ['12:00', '14:00'],
    ],
    leadDays: 2,
    planDays: 56,
    skus: [],
  },
  nantes: {
    carrier: 'Relais Nord',
    timeZone: 'Europe/Paris',
    windows: [
      ['08:00', '10:00'],
      ['10:00', '13:00'],
      ['14:00', '18:00'],
    ],
    leadDays: 2,
    planDays: 56,
    skus: ['WM-9KG', 'FRG-300'],
    saturdayAfternoon: { amount: 1500, currency: 'EUR' },
  },
} as const satisfies Readonly<Record<string, RoundFacts>>;
/** See {@link ROUNDS}. */
export type RoundId = keyof typeof ROUNDS;

/** The round that brings some of these goods, if any of them comes by appointment. */
export const roundFor = (skus: readonly string[]): RoundId | undefined =>
  skus.some((sku) => ROUNDS.nantes.skus.some((one) => one === sku)) ? 'nantes' : undefined;

/** One window of one day, and the places the round has in it. */
export interface SlotFacts {
  readonly slotId: string;
  readonly round: RoundId;
  readonly date: string;
  readonly from: EpochMilliseconds;
  readonly before: EpochMilliseconds;
  /** Places at the start; what was given since is kept elsewhere. */
  readonly places: number;
  /** What it costs with a new order; another time for an order there is costs nothing. */
  readonly price?: Money;
}

/** Few or no places on some days and many on others, always the same ones for a day and a window. */
const placesAt = (date: string, index: number): number =>
  Math.min(((Date.parse(date) / 86_400_000) * 10 + index * 5) % 12, 4);

/** The slots of a day. */
export const slotsOn = (round: RoundId, date: string): readonly SlotFacts[] => {
  const { windows, timeZone, saturdayAfternoon }: RoundFacts = ROUNDS[round];
  if (isSunday(date)) return [];
  const isSaturday = isSunday(plusDays(date, 1));
  return windows.map(([from, before], index) => ({
    slotId: `${round}.${date}.${from.slice(0, 2)}`,
    round,
    date,
    from: atLocal(date, from, timeZone),
    before: atLocal(date, before, timeZone),
    places: placesAt(date, index),
    ...(saturdayAfternoon && isSaturday && from >= '12:00' ? { price: saturdayAfternoon } : {}),
  }));
};

/** The first day that may be chosen now, and the first that is not planned yet. */
export const planOf = (
  round: RoundId,
  now: EpochMilliseconds,
): { readonly first: string; readonly end: string } => {
  const { timeZone, leadDays, planDays } = ROUNDS[round];
  const today = dateOf(now, timeZone);
  return { first: plusDays(today, leadDays), end: plusDays(today, planDays) };
};

/** The days from one to another, which is not among them. */
export const daysFrom = (first: string, end: string): readonly string[] => {
  const days: string[] = [];
  for (let date = first; date < end; date = plusDays(date, 1)) days.push(date);
  return days;
};

/** The slot of an identifier, also a past one; `undefined` if no plan has ever had it. */
export const slotAt = (slotId: string, now: EpochMilliseconds): SlotFacts | undefined => {
  const [round, date] = slotId.split('.');
  if ((round !== 'geneva' && round !== 'nantes') || !/^\d{4}-\d\d-\d\d$/.test(date ?? ''))
    return undefined;
  if (date! >= planOf(round, now).end || !Number.isFinite(Date.parse(date!))) return undefined;
  return slotsOn(round, date!).find((slot) => slot.slotId === slotId);
};

/** A slot as the customer sees it; with its price before there is an order. */
export const slotView = (
  { slotId, round, from, before, price }: SlotFacts,
  capacity: number,
  isNew: boolean,
): Slot => {
  const { timeZone } = ROUNDS[round];
  return {
    ...{ slotId, from: inZone(from, timeZone), before: inZone(before, timeZone), capacity },
    ...(isNew && price ? { price } : {}),
  };
};

/** Why there is nothing on a day. */
export const restOf = (round: RoundId): Words => ({
  en: `${ROUNDS[round].carrier} does not drive on Sundays`,
  fr: `${ROUNDS[round].carrier} ne roule pas le dimanche`,
});

/**
 * What the law says beside a shop's own promises. Nothing is said of any country until the merchant
 * switches it on: with the country's pack on the page, and with the country on the order.
 *
 * @example
 * import { useLaw } from 'doorstep-elements/law';
 * import { france } from 'doorstep-elements/law/fr';
 * useLaw(france);
 */
import {
  civilDate,
  toEpoch,
  type EpochMilliseconds,
  type Money,
  type Refund,
} from '../model/index.js';

/** One rule, what it says in the customer's language, and where it can be read. */
export interface Article {
  /** As lawyers cite it. */
  readonly cited: string;
  readonly url: string;
  /** One sentence by language; English where the language is not among them. */
  readonly says: Readonly<Record<'en' | 'fr', string>>;
}

/** The law of one country on what was not delivered. Data, and nothing else. */
export interface LawPack {
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly country: string;
  /** The day on which the sentences were last revised: `2026-11-23`. Laws change; read the source before you switch it on. */
  readonly revised: string;
  /** What the sentences are drawn from. */
  readonly source: string;
  /** What the customer may do when the promise is broken. */
  readonly delivery: Article;
  /** Within which time the money must be back. */
  readonly refund: Article;
  /** Days after the request within which the money must be back, where the law counts in days. */
  readonly refundDays?: number;
  /** What the sum grows by when it is not: from the day after the last one on. */
  readonly late?: Article & {
    /** Up to and with so many days late it grows by so much; the last one has no end. */
    readonly steps: readonly { readonly untilDay: number; readonly percent: number }[];
  };
}

const packs = new Map<string, LawPack>();

/** Switches a country on. A pack given later replaces the one of the same country. */
export const useLaw = (pack: LawPack): void => void packs.set(pack.country, pack);

/** The pack of a country, if it is on; in a country of the Union without one, that of the Union is not assumed. */
export const lawOf = (country: string | undefined): LawPack | undefined =>
  country === undefined ? undefined : packs.get(country);

const DAY = 86_400_000;
const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** What the law makes of a refund that takes its time. */
export interface LawVerdict {
  readonly pack: LawPack;
  /** The last civil day on which the money may be back, where the law counts in days. */
  readonly lastDay: string | undefined;
  /** What is owed on top, and since which day. */
  readonly growth:
    { readonly percent: number; readonly more: Money; readonly total: Money } | undefined;
  /** When it grows next, and to how much. */
  readonly next: { readonly percent: number; readonly from: string } | undefined;
}

/**
 * What the law says of a refund, counted in days of the delivery address's zone. Cents are rounded to the
 * nearest, halves up.
 *
 * What was paid is counted to the day it was, and what has left to the day it left: many banks never say
 * that it arrived, and without that nobody can say that the sum has grown since.
 *
 * @param now server time, epoch milliseconds
 */
export const lawVerdict = (
  pack: LawPack,
  { askedAt, orderedAt, sentAt, settledAt, amount, state }: Refund,
  timeZone: string,
  now: EpochMilliseconds,
): LawVerdict => {
  const asked = toEpoch(askedAt ?? orderedAt);
  const day = asked === undefined ? undefined : civilDate(timeZone, asked);
  const nothing = { pack, lastDay: undefined, growth: undefined, next: undefined };
  if (day === undefined || pack.refundDays === undefined || state === 'withdrawn') return nothing;
  const lastDay = plusDays(day, pack.refundDays);
  const hasLeft = state === 'sent' || state === 'settled';
  const paid = hasLeft ? toEpoch(settledAt ?? sentAt) : now;
  const late = paid === undefined ? 0 : daysBetween(lastDay, civilDate(timeZone, paid)!);
  const steps = pack.late?.steps ?? [];
  const at = steps.findIndex(({ untilDay }) => late <= untilDay);
  const step = late > 0 ? steps[at] : undefined;
  const more = step && amount && Math.round((amount.amount * step.percent) / 100);
  const following = late > 0 ? steps[at + 1] : steps[0];
  return {
    pack,
    lastDay,
    growth:
      more === undefined
        ? undefined
        : {
            percent: step!.percent,
            more: { ...amount!, amount: more },
            total: { ...amount!, amount: amount!.amount + more },
          },
    next:
      following && !hasLeft
        ? { percent: following.percent, from: plusDays(lastDay, (step?.untilDay ?? 0) + 1) }
        : undefined,
  };
};

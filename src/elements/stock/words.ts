import type { BriefFormatter, StockMessages } from '../../i18n/index.js';
import { toEpoch, type StockLevel } from '../../model/index.js';
import { isOpen, type StockVerdict } from '../../verdicts/stock.js';
import { isAhead } from '../../verdicts/freshness.js';
import type { Tone } from './view.js';

/** Tone and words of a verdict; and other words for somebody who listens, where these are too short. */
export const phraseOf = (
  verdict: StockVerdict,
  level: StockLevel | undefined,
  m: StockMessages,
  f: BriefFormatter,
  now: number,
): readonly [tone: Tone, phrase: string, aloud?: string] => {
  const dayOf = (day: string | undefined, month?: 'long'): string | undefined =>
    isAhead(day, now) ? f.shortDate(day, month) : undefined;
  const { later = [], missing, backOn } = verdict;
  switch (verdict.state) {
    case 'enough':
      return [
        'good',
        verdict.left === undefined && level?.availability === 'LimitedAvailability'
          ? m.few
          : m.enough(verdict.left),
      ];
    case 'shop-only':
      return ['care', m.shopOnly(verdict.left)];
    case 'parts': {
      const { comma } = f.locale;
      const tell = (
        here: StockMessages['now'],
        then: StockMessages['later'],
        never: StockMessages['missing'],
        month?: 'long',
      ): string => {
        let words = verdict.now ? here(verdict.now) : '';
        for (const { quantity, from } of later)
          words += `${words && comma}${then(quantity, dayOf(from, month))}`;
        return missing ? `${words}${words && comma}${never(missing)}` : words;
      };
      return [
        'care',
        tell(m.now, m.later, m.missing),
        `${tell(m.nowAloud, m.laterAloud, m.missingAloud, 'long')}.`,
      ];
    }
    case 'order':
      return ['care', m[verdict.how!](dayOf(backOn))];
    case 'out':
      return ['bad', m.out(dayOf(backOn))];
    case 'discontinued':
      return ['bad', m.discontinued];
    default:
      return ['unknown', m.unsure];
  }
};

/** Conditions first, then the age and the place. */
export const sourceOf = (
  verdict: StockVerdict,
  level: StockLevel | undefined,
  failed: boolean,
  m: StockMessages,
  f: BriefFormatter,
  now: number,
): string => {
  const { observedAt } = verdict.freshness;
  if (verdict.state === 'unknown' || !level || observedAt === undefined)
    return failed ? m.noAnswer : m.never;
  const age = now - observedAt;
  if (verdict.state === 'stale')
    return `${failed ? `${m.noAnswer} ` : ''}${m.lastChecked(f.ago(age))}`;
  let line = '';
  for (const condition of ['prepaid', 'deposit'] as const) {
    let awaited = 0;
    for (const batch of verdict.later ?? [])
      if (batch.condition === condition) awaited += batch.quantity;
    if (awaited) line += `${m[condition](awaited)} `;
  }
  const { backSaid, openUntil } = level;
  const said = toEpoch(backSaid?.at);
  if (verdict.state === 'out' && said !== undefined)
    return m.dateFrom(
      backSaid?.source?.name ??
        (backSaid?.source?.kind === 'maker' ? m.maker : (level.where ?? m.maker)),
      f.ago(now - said),
    );
  let where = level.where ?? level.source?.name;
  if (isOpen(openUntil, now))
    where = `${where ? where + f.locale.comma : ''}${m.openUntil(f.time(wallClock(openUntil!)))}`;
  return line + (age < 60_000 ? m.checkedNow(where) : m.checked(f.ago(age), where));
};

/** Whether somebody or some place stands behind the claim that the line does not name. */
export const hasMoreToSay = (line: string, { where, source }: StockLevel): boolean => {
  const isUnsaid = (part = ''): boolean => !line.includes(part);
  return isUnsaid(where) || isUnsaid(source?.name ?? (where ? '' : source?.kind));
};

/** A shop's hours are said as they are written there, by the clock on its own wall. */
const wallClock = (instant: string): number => Date.parse(`${instant.slice(0, 16)}Z`);

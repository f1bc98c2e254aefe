import { civilDate, offsetMinutes, type Due, type Money } from '../model/index.js';
import type { Locale } from './locale.js';

const HOUR = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

// Making an Intl object is the dearest thing this library does; each is made once, when first needed.
const formatOf = (language: string, timeZone: string, options: Intl.DateTimeFormatOptions) => {
  const key = [language, timeZone, ...Object.values(options)].join();
  let format = formats.get(key);
  if (!format)
    formats.set(key, (format = new Intl.DateTimeFormat(language, { ...options, timeZone })));
  return format;
};

const glue = (text: string): string => text.replace(/[ \u202f]/g, '\u00a0');

/**
 * Dates, times, money and ages in one language and one zone. Whatever it returns does not break over
 * lines: the spaces inside are no-break spaces.
 */
export class Formatter {
  readonly locale: Locale;
  readonly language: string;
  readonly timeZone: string;

  /**
   * @param language BCP 47; plain `en` is written the international way, with 24 hours
   * @param timeZone IANA zone of the delivery address
   */
  constructor(locale: Locale, language: string, timeZone: string | undefined) {
    this.locale = locale;
    this.language = language === 'en' ? 'en-GB' : language;
    this.timeZone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** `17:00`, `17 h`, `5:00 PM`. */
  time(epoch: number): string {
    const { clock } = this.locale;
    const format = formatOf(this.language, this.timeZone, {
      hour: 'numeric',
      minute: '2-digit',
      ...(clock || this.language === 'en-GB' ? { hourCycle: 'h23' as const } : {}),
    });
    if (!clock)
      return glue(format.format(epoch)).replace(
        /^(\d):/,
        this.language === 'en-GB' ? '0$1:' : '$1:',
      );
    const [hour, minute] = format.format(epoch).match(/\d+/g)!.map(Number);
    return glue(clock(hour!, minute!));
  }

  /** `CET`: told beside a time only where a clock change would make it ambiguous. */
  offset(epoch: number): string {
    return (
      formatOf(this.language, this.timeZone, { timeZoneName: 'short' })
        .formatToParts(epoch)
        .find((part) => part.type === 'timeZoneName')?.value ?? ''
    );
  }

  /** `Fri 27 Nov`, with the year when it is not this one. */
  date(epoch: number, now: number): string {
    const year = (at: number) => civilDate(this.timeZone, at)!.slice(0, 4);
    return this.#parts(epoch, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(year(epoch) === year(now) ? {} : { year: 'numeric' as const }),
    });
  }

  /** `Sun 22 Nov, 21:14`. */
  dateTime(epoch: number, now: number): string {
    return `${this.date(epoch, now)}, ${this.time(epoch)}`;
  }

  /** `27 Nov`, for a civil date. */
  shortDate(date: string): string {
    return this.#parts(Date.parse(`${date}T12:00:00Z`), { day: 'numeric', month: 'short' }, 'UTC');
  }

  /** `Fri 27 Nov`, for a civil date. */
  civil(date: string): string {
    return this.#parts(
      Date.parse(`${date}T12:00:00Z`),
      { weekday: 'short', day: 'numeric', month: 'short' },
      'UTC',
    );
  }

  /** `Fri 27 Nov` for a day; `Wed 25 Nov, 13:00` for an instant. */
  due(due: Due, now: number): string {
    return typeof due === 'string' ? this.dateTime(Date.parse(due), now) : this.civil(due.date);
  }

  /** `today 17:03` or `Sun 22 Nov, 21:14`: a moment at the end of a row. */
  stamp(epoch: number, now: number): string {
    return this.daysAway(epoch, now) === 0
      ? glue(`${this.locale.today} ${this.time(epoch)}`)
      : this.dateTime(epoch, now);
  }

  /** Days from now to that instant, by the calendar of the zone: 0 is today. */
  daysAway(epoch: number, now: number): number {
    const day = (at: number) => Date.parse(civilDate(this.timeZone, at)!);
    return Math.round((day(epoch) - day(now)) / (24 * HOUR));
  }

  /** `today at 17:10`, `yesterday at …`, `on Sunday at 21:14`, `on Fri 6 Nov at 10:31`. */
  moment(epoch: number, now: number): string {
    const away = this.daysAway(epoch, now);
    const { today, tomorrow, yesterday, onDay, at } = this.locale;
    const near = away === 0 ? today : away === 1 ? tomorrow : away === -1 ? yesterday : undefined;
    const day =
      near ??
      onDay(
        away < 0 && away > -7 ? this.#parts(epoch, { weekday: 'long' }) : this.date(epoch, now),
      );
    return glue(at(day, this.time(epoch)));
  }

  /** The day alone, as {@link moment} says it; empty for today. */
  day(epoch: number, now: number): string {
    return this.daysAway(epoch, now) === 0 ? '' : this.locale.onDay(this.date(epoch, now));
  }

  /** `€289.00`. */
  money(money: Money): string {
    const format = new Intl.NumberFormat(this.language, {
      style: 'currency',
      currency: money.currency,
    });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return glue(format.format(money.amount / 10 ** digits));
  }

  /** `4 minutes ago`; less than a minute is "just now". */
  ago(milliseconds: number): string {
    const minutes = Math.floor(milliseconds / 60_000);
    if (minutes < 1) return this.locale.justNow;
    const [value, unit] =
      minutes < 60
        ? ([minutes, 'minute'] as const)
        : minutes < 48 * 60
          ? ([Math.floor(minutes / 60), 'hour'] as const)
          : ([Math.floor(minutes / 1440), 'day'] as const);
    return glue(new Intl.RelativeTimeFormat(this.language).format(-value, unit));
  }

  /** The zone in words, if its hours are not those of the reader's device at that instant. */
  foreignZone(epoch: number): string | undefined {
    const here = -new Date(epoch).getTimezoneOffset();
    if (offsetMinutes(this.timeZone, epoch) === here) return undefined;
    return formatOf(this.language, this.timeZone, { timeZoneName: 'longGeneric' })
      .formatToParts(epoch)
      .find((part) => part.type === 'timeZoneName')?.value;
  }

  // The order of the parts is the locale's; its commas differ between engines and are left out.
  #parts(epoch: number, options: Intl.DateTimeFormatOptions, timeZone = this.timeZone): string {
    return formatOf(this.language, timeZone, options)
      .formatToParts(epoch)
      .filter((part) => part.type !== 'literal')
      .map((part) => part.value)
      .join('\u00a0');
  }
}

import { civilDate, offsetMinutes, type Due, type Money } from '../model/index.js';
import { BriefFormatter, formatOf, glue, OURS } from './brief.js';
import { apart } from './apart.js';
import { once, spoken } from './registry.js';

// Minor units by ISO 4217 where they are not hundredths. Engines go by the coins in use instead: of
// forints they would show a hundred times the sum.
const minorDigits = (currency: string): number =>
  /^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|X[AO]F|XPF)$/.test(currency)
    ? 0
    : /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency)
      ? 3
      : /^(CLF|UYW)$/.test(currency)
        ? 4
        : 2;

const DAY = 86_400_000;
let here: string | undefined;

/** Everything an order says of days, hours and money, in one language and the zone of its address. */
export class Formatter extends BriefFormatter {
  /** The zone all of it is told in: the device's, which is asked for only once something has to be told in it. */
  get zone(): string {
    return this.timeZone ?? (here ??= Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  /** As everywhere; with its zone in an hour that comes twice: `02:30 CET`. */
  override time(epoch: number): string {
    return this.#comesTwice(epoch) ? this.#zoned(epoch) : super.time(epoch);
  }

  /** `02:30 CET`: told only where a clock change would make it ambiguous. */
  #zoned(epoch: number): string {
    return `${super.time(epoch)}\u00a0${this.zoneName(epoch, 'short')}`;
  }

  /** Whether the wall clock shows the same at another instant, a clock change before or after it. */
  #comesTwice(epoch: number): boolean {
    const { zone: timeZone } = this;
    const offset = offsetMinutes(timeZone, epoch)!;
    return [epoch - DAY, epoch + DAY].some((at) => {
      const other = offsetMinutes(timeZone, at)!;
      const again = epoch + (offset - other) * 60_000;
      return other !== offset && offsetMinutes(timeZone, again) === other;
    });
  }

  /** `Fri 27 Nov`, with the year when it is not this one. */
  date(epoch: number, now: number, length: 'short' | 'long' = 'short'): string {
    const year = (at: number) => civilDate(this.zone, at)!.slice(0, 4);
    return this.parts(epoch, {
      weekday: length,
      day: 'numeric',
      month: length,
      year: year(epoch) === year(now) ? undefined : 'numeric',
    });
  }

  /** Somebody else's words within ours: from right to left they keep their own direction, to their full stop. */
  apart<T extends string | undefined>(words: T): T {
    return words && this.locale.direction ? (apart(words) as T) : words;
  }

  /** Things side by side: `Relais Nord, Lyon`. */
  list(words: readonly (string | false | undefined)[]): string {
    return words.flatMap((each) => (each ? this.apart(each) : [])).join(this.locale.comma);
  }

  /** `Sun 22 Nov, 21:14`. */
  dateTime(epoch: number, now: number): string {
    return this.list([this.date(epoch, now), this.time(epoch)]);
  }

  /** `Fri 27 Nov`, for a civil date. */
  civil(date: string): string {
    return this.parts(Date.parse(date), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  }

  /** `Friday 27 November`, for a civil date that is read aloud or said in full. */
  longCivil(date: string): string {
    return this.parts(Date.parse(date), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
  }

  /** `Saturday`, of a civil date. */
  weekday(date: string, length: 'short' | 'long' = 'long'): string {
    return this.parts(Date.parse(date), { weekday: length, timeZone: 'UTC' });
  }

  /** `10:00–12:00`, `de 10 h à 12 h`: a window; with the day of its end where that is another one. */
  span(from: number, before: number): string {
    const [start, end] = this.ends(from, before);
    return this.locale.span(start, this.#onItsDay(end, from, before));
  }

  /** `10–12`, `7:30–10`, `10–12 h`, `10–12h`: the same where there is little room. */
  shortSpan(from: number, before: number): string {
    const [start, end] = this.#short(from, before);
    const unit = /\D+$/.exec(end)?.[0];
    const begin = unit && start.endsWith(unit) ? start.slice(0, -unit.length) : start;
    return `${begin}–${this.#onItsDay(end, from, before, (date) => `${this.weekday(date, 'short')} `)}`;
  }

  /** `7:30` and `10`. */
  shortEnds(from: number, before: number): [string, string] {
    const [start, end] = this.#short(from, before);
    return [start, this.#onItsDay(end, from, before)];
  }

  #short(from: number, before: number): [string, string] {
    const [start, end] = this.ends(from, before);
    const short = (time: string): string => time.replace(/^0(?=\d)/, '').replace(/:00\b/, '');
    return [short(start), short(end)];
  }

  /** `10:00` and `12:00`; with their zones where a clock change makes one of them ambiguous, or lies between. */
  ends(from: number, before: number): [string, string] {
    const { zone: timeZone } = this;
    const isZoned =
      offsetMinutes(timeZone, from) !== offsetMinutes(timeZone, before) ||
      this.#comesTwice(from) ||
      this.#comesTwice(before);
    const end = (at: number): string => (isZoned ? this.#zoned(at) : super.time(at));
    return [end(from), end(before)];
  }

  #onItsDay(
    end: string,
    from: number,
    before: number,
    say = (date: string): string => `${this.civil(date)}${this.locale.comma}`,
  ): string {
    // Midnight belongs to the day that ends with it.
    const last = civilDate(this.zone, before - 1)!;
    return last === civilDate(this.zone, from) ? end : say(last) + end;
  }

  /** `Fri 27 Nov` for a day; `Wed 25 Nov, 13:00` for an instant. */
  due(due: Due, now: number): string {
    return typeof due === 'string' ? this.dateTime(Date.parse(due), now) : this.civil(due.date);
  }

  /** `today 17:03` or `Sun 22 Nov, 21:14`: a moment at the end of a row. */
  stamp(epoch: number, now: number): string {
    return this.daysAway(epoch, now)
      ? this.dateTime(epoch, now)
      : glue(`${this.locale.today} ${this.time(epoch)}`);
  }

  /** `17:03` today, `Sun 22 Nov, 21:14` otherwise. */
  brief(epoch: number, now: number): string {
    return this.daysAway(epoch, now) ? this.dateTime(epoch, now) : this.time(epoch);
  }

  /** Days from now to that instant, by the calendar of the zone: 0 is today. */
  daysAway(epoch: number, now: number): number {
    const day = (at: number) => Date.parse(civilDate(this.zone, at)!);
    return (day(epoch) - day(now)) / DAY;
  }

  /** The date as it is said within a sentence. */
  #said(epoch: number, now: number): string {
    return this.date(epoch, now, this.locale.daysInFull ? 'long' : 'short');
  }

  /** `today at 17:10`, `yesterday at …`, `on Sunday at 21:14`, `on Fri 6 Nov at 10:31`. */
  moment(epoch: number, now: number): string {
    const away = this.daysAway(epoch, now);
    const { today, tomorrow, yesterday, onDay, at } = this.locale;
    const near = away === 0 ? today : away === 1 ? tomorrow : away === -1 ? yesterday : undefined;
    const day =
      near ??
      onDay(
        away < 0 && away > -7 ? this.parts(epoch, { weekday: 'long' }) : this.#said(epoch, now),
      );
    const words = at(day, this.time(epoch));
    // A date in full does not fit beside an icon on a narrow phone: it breaks between day and hour.
    return words.length > 24 ? words : glue(words);
  }

  /** The same words for a wall clock whose zone nobody states: it is read as if it stood in Greenwich. */
  get wall(): Formatter {
    return formatterFor(this.language, 'UTC');
  }

  /** The day alone, as {@link moment} says it; empty for today. */
  day(epoch: number, now: number): string {
    return this.daysAway(epoch, now) ? this.locale.onDay(this.#said(epoch, now)) : '';
  }

  /** `€289.00`. */
  money({ amount, currency }: Money): string {
    const digits = minorDigits(currency);
    const format = new Intl.NumberFormat(this.language, {
      ...OURS,
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return glue(format.format(amount / 10 ** digits));
  }

  /** The zone in words, if its hours are not those of the reader's device at that instant. */
  foreignZone(epoch: number): string | undefined {
    const { timeZone } = this;
    return timeZone === undefined ||
      offsetMinutes(timeZone, epoch) === -new Date(epoch).getTimezoneOffset()
      ? undefined
      : this.zoneName(epoch, 'longGeneric');
  }

  /** The zone in words: `CET`, `Central European Time`. */
  protected zoneName(epoch: number, timeZoneName: 'short' | 'longGeneric'): string {
    const { zone: timeZone } = this;
    const parts = formatOf(this.language, { timeZone, timeZoneName }).formatToParts(epoch);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  }
}

/** The formatter of a language and zone, made once. */
export const formatterFor = (language: string, timeZone?: string): Formatter =>
  once(`formatter ${spoken(language)} ${timeZone}`, () => new Formatter(language, timeZone));

import type { Locale } from './locale.js';
import { base } from './locales/en/base.js';
import { messagesFor, once, spoken } from './registry.js';

/**
 * Digits are 0 to 9 and days Gregorian in every language: so are the references, telephone numbers and promises
 * beside them. `Intl` would have it otherwise for some languages, regions and engines: `ar` by itself, `ar-EG` not.
 */
export const OURS = { numberingSystem: 'latn', calendar: 'gregory' };

/** A date format of its own for each language, zone and options: made once, when first needed. */
// Making an Intl object is the dearest thing this library does.
export const formatOf = (
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  once(
    JSON.stringify([language, options]),
    () => new Intl.DateTimeFormat(language, { ...OURS, ...options }),
  );

/** The brief formatter of a language, by the clock of what it is given; made once. */
export const briefFor = (language: string): BriefFormatter =>
  once(`brief ${language}`, () => new BriefFormatter(language, 'UTC'));

/** The same words with no-break spaces. */
export const glue = (text: string): string => text.replace(/[ \u202f]/g, '\u00a0');

// Only some engines set them.
const withoutCommas = (date: string) => date.replace(/[,،]/g, '');

// What `Intl` takes for a language without a region is written for another one than our words.
const regions: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' };

/**
 * Hours, days of the calendar and ages in one language and one zone: what even the smallest element
 * says. Whatever it returns does not break over lines: the spaces inside are no-break spaces.
 */
export class BriefFormatter {
  readonly locale: Locale;
  readonly language: string;
  readonly timeZone: string | undefined;
  #ages: Intl.RelativeTimeFormat | undefined;

  /**
   * @param wanted BCP 47; plain `en` is written the international way, with 24 hours, `pt` as in Portugal
   * @param timeZone IANA zone; the device's if not stated
   */
  constructor(wanted: string, timeZone?: string) {
    const language = spoken(wanted);
    this.locale = messagesFor('base', language, base);
    this.language = regions[language] ?? language;
    this.timeZone = timeZone;
  }

  /** `17:00`, `17 h`, `5:00 PM`. */
  time(epoch: number): string {
    const { language, timeZone } = this;
    const { clock } = this.locale;
    const british = language === 'en-GB';
    const text = formatOf(language, {
      timeZone,
      hour: british ? '2-digit' : 'numeric',
      minute: '2-digit',
      hourCycle: clock || british ? 'h23' : undefined,
    }).format(epoch);
    return glue(clock ? clock(...(text.match(/\d+/g)!.map(Number) as [number, number])) : text);
  }

  /** `27 Nov`, for a civil date; `27 November` where it is read aloud. */
  shortDate(date: string, month: 'short' | 'long' = 'short'): string {
    return this.parts(Date.parse(date), { day: 'numeric', month, timeZone: 'UTC' });
  }

  /** `4 minutes ago`; less than a minute is "just now". */
  ago(milliseconds: number): string {
    const minutes = Math.floor(milliseconds / 60_000);
    if (minutes < 1) return this.locale.justNow;
    const [length, unit] =
      minutes < 60
        ? ([1, 'minute'] as const)
        : minutes < 48 * 60
          ? ([60, 'hour'] as const)
          : ([1440, 'day'] as const);
    const count = Math.floor(minutes / length);
    this.#ages ??= new Intl.RelativeTimeFormat(this.language, OURS as object);
    return glue(this.#ages.format(-count, unit));
  }

  /** As the language writes a date. */
  protected parts(epoch: number, options: Intl.DateTimeFormatOptions): string {
    const text = formatOf(this.language, { timeZone: this.timeZone, ...options }).format(epoch);
    return glue((this.locale.date ?? withoutCommas)(text));
  }
}

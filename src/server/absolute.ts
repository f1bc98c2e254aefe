import { Formatter } from '../i18n/format.js';

/** No day is near one that nobody knows: a page may be read long after it was made. */
const FAR = 1000;

/**
 * The same words for a page that does not know when it is read: dates in place of ages, the weekday and
 * the date in place of "today".
 */
export class AbsoluteFormatter extends Formatter {
  readonly #now: number;

  /** @param now when the page is made, epoch milliseconds */
  constructor(language: string, timeZone: string, now: number) {
    super(language, timeZone);
    this.#now = now;
  }

  override ago(milliseconds: number): string {
    return this.moment(this.#now - milliseconds, this.#now);
  }

  override daysAway(): number {
    return FAR;
  }

  /** Whose hours they are is said once, with the time of the copy. */
  override foreignZone(): undefined {}

  /** `on Mon 23 Nov at 17:03 CET`: an age where nothing around it names the zone. */
  zoned(milliseconds: number): string {
    const zone = this.zoneName(this.#now - milliseconds, 'short');
    return `${this.ago(milliseconds)}\u00a0${zone}`;
  }

  /** `on Mon 23 Nov 2026 at 17:03`, and the zone in words. */
  get stamped(): readonly [moment: string, zone: string] {
    // A `now` of another year writes the year.
    return [this.moment(this.#now, 0), this.zoneName(this.#now, 'longGeneric')];
  }
}

/** How a language says days and hours. */
export interface Locale {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly justNow: string;
  /** `on Fri 27 Nov`. */
  readonly onDay: (day: string) => string;
  /** Whether a day within a sentence is said in full: `vendredi 27 novembre`. */
  readonly daysInFull?: boolean;
  /** `today at 17:10`. */
  readonly at: (day: string, time: string) => string;
  /** `10:00–12:00`. */
  readonly span: (from: string, before: string) => string;
  /** A date that `Intl` wrote, as the language has it: `Do., 26. Nov.`; without commas where not stated. */
  readonly date?: (text: string) => string;
  /** The hour as the language writes it, where `Intl` writes it otherwise. */
  readonly clock?: (hour: number, minute: number) => string;
  /** Where lines run from right to left. */
  readonly direction?: 'rtl';
  /** What stands between things side by side. */
  readonly comma: string;
}

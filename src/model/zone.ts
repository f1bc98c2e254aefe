const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

const formatterFor = (timeZone: string): Intl.DateTimeFormat | undefined => {
  if (!formatters.has(timeZone)) {
    let made: Intl.DateTimeFormat | undefined;
    try {
      made = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      });
    } catch {
      // An unknown zone is a fact about the data (R3), not a fault of the page.
    }
    formatters.set(timeZone, made);
  }
  return formatters.get(timeZone);
};

/** What the wall clock of a zone shows at an instant, as if it were UTC; `undefined` for an unknown zone. */
const wallClock = (timeZone: string, epoch: number): number | undefined => {
  const parts = formatterFor(timeZone)?.format(epoch).split(/\D+/).map(Number);
  if (!parts) return undefined;
  const [month, day, year, hour, minute, second] = parts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const DAY = 86_400_000;
/** Milliseconds east of UTC at the beginning of each day in UTC that was asked about, by zone. */
const beginnings = new Map<string, Map<number, number | undefined>>();

/** Milliseconds east of UTC; `undefined` for an unknown zone. */
const offset = (timeZone: string, epoch: number): number | undefined => {
  const exactly = (at: number): number | undefined => {
    const wall = wallClock(timeZone, at);
    return wall === undefined ? undefined : wall - Math.floor(at / 1000) * 1000;
  };
  let days = beginnings.get(timeZone);
  if (!days) beginnings.set(timeZone, (days = new Map<number, number | undefined>()));
  const atBeginning = (day: number): number | undefined => {
    if (!days.has(day)) days.set(day, exactly(day * DAY));
    return days.get(day);
  };
  const day = Math.floor(epoch / DAY);
  const found = atBeginning(day);
  // No zone has ever changed its clocks twice in such a day; to ask the engine each time is far dearer.
  return found === atBeginning(day + 1) ? found : exactly(epoch);
};

/** Minutes east of UTC in force in the zone at that instant; `undefined` for an unknown zone. */
export const offsetMinutes = (timeZone: string, epoch: number): number | undefined => {
  const found = offset(timeZone, epoch);
  return found === undefined ? undefined : Math.round(found / 60000);
};

/** The civil date (`2026-11-23`) in the zone at that instant; `undefined` for an unknown zone. */
export const civilDate = (timeZone: string, epoch: number): string | undefined => {
  const found = offset(timeZone, epoch);
  return found === undefined ? undefined : new Date(epoch + found).toISOString().slice(0, 10);
};

const HOUR = 3_600_000;

/**
 * The first instant after a civil day in a zone: the moment a promise "by Monday" lapses.
 *
 * Found on the zone's wall clock itself, since no offset can be assumed: days of 23 and 25 hours,
 * midnights that do not exist and whole days skipped all come out right.
 *
 * @returns epoch milliseconds, or `undefined` for an unknown zone
 */
export const endOfDay = (date: string, timeZone: string): number | undefined => {
  const nextMidnight = Date.parse(`${date}T00:00:00Z`) + 24 * HOUR;
  const isOver = (epoch: number): boolean | undefined => {
    const there = civilDate(timeZone, epoch);
    return there === undefined ? undefined : there > date;
  };
  let before = nextMidnight - 26 * HOUR;
  let after = nextMidnight + 26 * HOUR;
  if (isOver(before) === undefined) return undefined;
  // Mostly no clock changes around that midnight: then the first guess is right, at a fifth of the price.
  const guess = nextMidnight - offsetMinutes(timeZone, nextMidnight)! * 60_000;
  if (isOver(guess) && !isOver(guess - 1)) return guess;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (isOver(middle)) after = middle;
    else before = middle;
  }
  return after;
};

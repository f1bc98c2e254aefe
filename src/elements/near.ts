/** An element that sleeps until it is near. Asking it when it is up to date wakes it. */
export interface Sleeper extends Element {
  readonly updateComplete: Promise<boolean>;
  /** Milliseconds for which what was served inside the tag may still be repeated, unseen. */
  readonly servedFor: number;
}

/** How many wake at once because of their age: a page that was kept open must not stand still for it. */
const PORTION = 100;

/** Milliseconds after which one that has no text is looked at again: some pages write it later. */
const EMPTY = 600_000;

/** By the page's own clock, when what was served inside a sleeper has grown too old. */
const sleepers = new Map<Sleeper, number>();
/** What to wake when an element is near: those inside it that have no box of their own. */
const inside = new WeakMap<Element, Element[]>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let next = Infinity;

const wake = (sleeper: Element): void => {
  if (sleepers.has(sleeper as Sleeper)) void (sleeper as Sleeper).updateComplete;
};
const wakeAll = (): void => sleepers.forEach((_, sleeper) => wake(sleeper));

const wakeOld = (): void => {
  const now = performance.now();
  let left = PORTION;
  next = Infinity;
  for (const [sleeper, due] of sleepers) {
    if (due > now || !left) next = Math.min(next, due);
    else if (!sleeper.textContent?.trim()) sleepers.set(sleeper, Infinity);
    else {
      left--;
      wake(sleeper);
    }
  }
  arm();
};

const arm = (): void => {
  clearTimeout(timer);
  // A longer timer would fire at once.
  if (next < Infinity) timer = setTimeout(wakeOld, Math.min(next - performance.now(), 86_400_000));
};

/** So long from now it may sleep, whatever is near. */
const letSleep = (sleeper: Sleeper, milliseconds: number): void => {
  const due = performance.now() + milliseconds;
  sleepers.set(sleeper, due);
  if (due >= next) return;
  next = due;
  arm();
};

const look: IntersectionObserverCallback = (entries) => {
  for (const entry of entries) {
    const { target } = entry;
    if (!entry.isIntersecting) {
      // By now its text is there, where it has one.
      const sleeper = target as Sleeper;
      if (sleepers.get(sleeper) === Infinity)
        letSleep(sleeper, sleeper.hasChildNodes() ? sleeper.servedFor : EMPTY);
      const { width, height } = entry.boundingClientRect;
      // Far away, as most of them are: what costs more is not even looked at.
      if (width || height) continue;
      const { parentElement } = target;
      if (!parentElement) continue;
      // `display: contents`, or in a row that the browser skips: as near as what is around it.
      const others = inside.get(parentElement);
      const whom = inside.get(target) ?? [target];
      if (others) others.push(...whom.filter((each) => !others.includes(each)));
      else inside.set(parentElement, whom);
      observer!.observe(parentElement);
    } else (inside.get(target) ?? [target]).forEach(wake);
    // It has done its part.
    inside.delete(target);
    observer!.unobserve(target);
  }
};

/**
 * Wakes an element when it comes near the window, is about to be printed, or when its served text has
 * grown too old. One observer serves the page. Asked again, it looks anew how old the text is.
 *
 * Nothing tells a page that it is searched or read aloud: what is read there of a sleeper is the served
 * text, which is why that is withdrawn by its age, seen or not.
 *
 * @returns false if nothing here can tell, and the element has to be awake
 */
export const sleepUntilNear = (sleeper: Sleeper): boolean => {
  if (!observer) {
    if (!globalThis.IntersectionObserver) return false;
    // TypeScript does not know the second margin yet; it is for rows that scroll inside the page.
    const margins = { rootMargin: '200px', scrollMargin: '200px' } as IntersectionObserverInit;
    observer = new IntersectionObserver(look, margins);
    addEventListener('beforeprint', wakeAll);
  }
  if (!sleepers.has(sleeper)) {
    observer.observe(sleeper);
    sleepers.set(sleeper, Infinity);
  }
  // Where nothing is served, and nothing is most of the time, no age need be read.
  if (sleeper.hasChildNodes()) letSleep(sleeper, sleeper.servedFor);
  return true;
};

/** It is awake, or gone. */
export const stopSleeping = (sleeper: Sleeper): void => {
  if (sleepers.delete(sleeper)) observer!.unobserve(sleeper);
  if (sleepers.size) return;
  clearTimeout(timer);
  next = Infinity;
};

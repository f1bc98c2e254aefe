import type { LitElement } from 'lit';

/** Milliseconds after which what was served inside a tag is no longer repeated, seen or not. */
const SERVED_MAX_AGE = 600_000;

const sleepers = new Set<Element>();
/** What to wake when an element is near: those inside it that have no box of their own. */
const inside = new WeakMap<Element, Element[]>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

// Asking an element when it is up to date wakes it.
const wake = (sleeper: Element): void => {
  if (sleepers.has(sleeper)) void (sleeper as LitElement).updateComplete;
};
const wakeAll = (): void => sleepers.forEach(wake);
const wakeOld = (): void => {
  timer = undefined;
  for (const sleeper of sleepers) if (sleeper.textContent?.trim()) wake(sleeper);
};

const look: IntersectionObserverCallback = (entries) => {
  for (const { isIntersecting, target, boundingClientRect } of entries) {
    const whom = inside.get(target) ?? [target];
    const parent = target.parentElement;
    if (isIntersecting) {
      inside.delete(target);
      whom.forEach(wake);
    } else if (parent && !boundingClientRect.width && !boundingClientRect.height) {
      // `display: contents`, or in a row that the browser skips: as near as what is around it.
      const others = inside.get(parent) ?? [];
      others.push(...whom.filter((each) => !others.includes(each)));
      inside.set(parent, others);
      observer!.observe(parent);
    }
  }
};

/**
 * Wakes an element when it comes near the window, is about to be printed, or when its served text has
 * grown too old. One observer serves the page.
 *
 * @returns false if nothing here can tell, and the element has to be awake
 */
export const sleepUntilNear = (sleeper: LitElement): boolean => {
  if (!globalThis.IntersectionObserver) return false;
  if (!observer) {
    // TypeScript does not know the second margin yet; it is for rows that scroll inside the page.
    const margins = { rootMargin: '200px', scrollMargin: '200px' } as IntersectionObserverInit;
    observer = new IntersectionObserver(look, margins);
    addEventListener('beforeprint', wakeAll);
  }
  timer ??= setTimeout(wakeOld, SERVED_MAX_AGE);
  sleepers.add(sleeper);
  observer.observe(sleeper);
  return true;
};

/** It is awake, or gone. */
export const stopSleeping = (sleeper: LitElement): void => {
  if (sleepers.delete(sleeper)) observer!.unobserve(sleeper);
  if (sleepers.size) return;
  clearTimeout(timer);
  timer = undefined;
};

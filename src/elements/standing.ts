/** A button that has only just appeared, or moved, may catch a press that was meant for something else. */
const SETTLE = 500;

/** What can be pressed, with all that can move it, and since when it stands so by device time (R7). */
export class Standing {
  #form: string | undefined;
  #at = 0;

  /** Notes how it stands now. */
  note(form: readonly unknown[]): void {
    const text = JSON.stringify(form);
    if (text === this.#form) return;
    this.#form = text;
    this.#at = performance.now();
  }

  /** Whether it has stood so only for a moment. */
  get isNew(): boolean {
    return performance.now() - this.#at < SETTLE;
  }
}

/** Whether another site shows this page inside its own, where a press can be stolen. */
export const isFramed = (): boolean => {
  try {
    return window.top !== window.self && window.top!.location.origin !== window.location.origin;
  } catch {
    return true;
  }
};

/** Something that is asked for while somebody watches it. */
export interface Watched<State extends { readonly asking: boolean }> {
  state: State;
  readonly listeners: Set<() => void>;
  /** Number of the last question. */
  sequence: number;
  failures: number;
  stop: (() => void) | undefined;
  cancelTimer: (() => void) | undefined;
  /** What gives up the questions that are on their way. */
  readonly pending: Set<() => void>;
}

export const unwatched = <State extends { readonly asking: boolean }>(
  state: State,
): Watched<State> => ({
  state,
  listeners: new Set(),
  sequence: 0,
  failures: 0,
  stop: undefined,
  cancelTimer: undefined,
  pending: new Set(),
});

/** Changes what is known, and tells everybody who watches. */
export const put = <State extends { readonly asking: boolean }>(
  entry: Watched<State>,
  change: Partial<State>,
): void => {
  entry.state = Object.freeze({ ...entry.state, ...change });
  for (const listener of [...entry.listeners]) listener();
};

/** Starts with the first listener, and ends everything with the last. @returns the cancellation */
export const listen = <State extends { readonly asking: boolean }>(
  entry: Watched<State>,
  listener: () => void,
  start: () => void,
): (() => void) => {
  entry.listeners.add(listener);
  if (entry.listeners.size === 1) start();
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size) return;
    entry.stop?.();
    entry.stop = undefined;
    entry.cancelTimer?.();
    // Nobody waits for these answers any more.
    entry.sequence++;
    for (const giveUp of entry.pending) giveUp();
    put(entry, { asking: false } as Partial<State>);
  };
};

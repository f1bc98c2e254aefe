/**
 * What the store needs from where it runs. The browser's is the default; tests and the demo pass
 * their own. Nothing here throws: what an environment lacks (no storage in a sandboxed frame) is
 * simply without effect.
 */
export interface Environment {
  /** Milliseconds that only ever grow; their zero means nothing. */
  monotonic(): number;
  /** Device wall clock, epoch milliseconds. Used only until the backend has said its time. */
  wallClock(): number;
  /** Runs once after `delay` milliseconds; returns its cancellation. */
  timer(run: () => void, delay: number): () => void;
  /** A number in [0, 1). */
  random(): number;
  /** A note that outlives a reload, by key. */
  read(key: string): string | undefined;
  /** Writes a note; `undefined` removes it. */
  write(key: string, value: string | undefined): void;
  /** Whether somebody can see the page. */
  visible(): boolean;
  /** Whether the device believes that it has a connection. Only `false` means something. */
  online(): boolean;
  /**
   * Tells of a change of `visible` or `online`, and of the way into the back-forward cache and back.
   *
   * @param run is told whether the page stood still, in that cache, so that what it knows is of before
   * @param ofNotes whether a note of ours counts that another tab has written or removed; listening for
   *   it makes the browser read the page's storage
   */
  onChange(run: (stoodStill?: boolean) => void, ofNotes?: boolean): () => void;
  /** For the developer's console. */
  warn(message: string): void;
}

interface HostEvent {
  readonly persisted?: boolean;
  readonly key?: string | null;
}

interface EventTargetLike {
  addEventListener(type: string, listener: (event?: HostEvent) => void, capture: true): void;
  removeEventListener(type: string, listener: (event?: HostEvent) => void, capture: true): void;
}

// The few globals this layer touches, declared here so that it compiles without the DOM's types.
const host = globalThis as unknown as Partial<EventTargetLike> & {
  performance: { now(): number };
  setTimeout(run: () => void, delay: number): unknown;
  clearTimeout(handle: unknown): void;
  console: { warn(message: string): void };
  document?: { visibilityState: string };
  navigator?: { onLine?: boolean };
  localStorage?: {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
  };
};

const CHANGES = ['visibilitychange', 'online', 'offline', 'pageshow', 'pagehide'];

/** Where there is no storage, or none that may be used, there is no note either. */
const attempt = <T>(run: (storage: NonNullable<typeof host.localStorage>) => T): T | undefined => {
  try {
    return run(host.localStorage!);
  } catch {
    return undefined;
  }
};

/** The environment of a browser page (or of Node, where there is nothing to see or to store). */
export const browserEnvironment: Environment = {
  monotonic: () => host.performance.now(),
  wallClock: () => Date.now(),
  timer(run, delay) {
    const handle = host.setTimeout(run, delay);
    return () => host.clearTimeout(handle);
  },
  random: () => Math.random(),
  read: (key) => attempt((storage) => storage.getItem(key)) ?? undefined,
  write: (key, value) =>
    attempt((storage) =>
      value === undefined ? storage.removeItem(key) : storage.setItem(key, value),
    ),
  visible: () => host.document?.visibilityState !== 'hidden',
  online: () => host.navigator?.onLine !== false,
  onChange(run, ofNotes) {
    // The first showing of a page changes nothing; a return from the back-forward cache does. What
    // the shop keeps in storage is none of ours.
    const listener = ({ persisted, key }: HostEvent = {}): void => {
      if (persisted !== false && /^(doorstep:|$)/.test(key ?? '')) run(persisted);
    };
    const all = (method: 'addEventListener' | 'removeEventListener'): void => {
      // On its way down, before a page can stop it.
      for (const type of ofNotes ? [...CHANGES, 'storage'] : CHANGES)
        host[method]?.(type, listener, true);
    };
    all('addEventListener');
    return () => all('removeEventListener');
  },
  warn: (message) => host.console.warn(message),
};

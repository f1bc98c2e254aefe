import type { Backend } from '../../src/adapters/rest/handler.js';

/** Milliseconds after which a quiet stream is ended; the receiver then comes back. */
const QUIET = 10_000;

/**
 * Whether an answer reaches the page while it is still being written. Where streams cannot be handed
 * to the service worker, it arrives only once it has ended.
 */
export const streams = (): boolean => {
  try {
    const stream = new ReadableStream();
    new MessageChannel().port1.postMessage(stream, [stream]);
    return true;
  } catch {
    return false;
  }
};

/**
 * The same backend with streams that end after their first change, so that it arrives. What changes
 * before the receiver is back is told as soon as it is.
 */
export const closing = (backend: Backend): Backend => {
  const waiting = new Set<() => void>();
  let changes = 0;
  let told = 0;
  const { signal } = new AbortController();
  const followed = new Set<string>();
  /** Counts the changes of a topic from now on, also while nobody is there to hear of them. */
  const follow = (topic: string): void => {
    if (followed.has(topic)) return;
    followed.add(topic);
    backend.watch?.(
      [topic],
      () => {
        changes++;
        for (const end of [...waiting]) end();
      },
      () => undefined,
      { signal, locale: 'en', freshness: 'any' },
    );
  };
  return {
    ...backend,
    watch(topics, notify, alive) {
      topics.forEach(follow);
      const stop = (): void => {
        clearTimeout(timer);
        waiting.delete(end);
      };
      const end = (): void => {
        stop();
        told = changes;
        // Also when all is quiet: a stream without a change would look like one that failed.
        notify(undefined);
        alive(false);
      };
      const timer = setTimeout(end, QUIET);
      waiting.add(end);
      if (told < changes) end();
      return stop;
    },
  };
};

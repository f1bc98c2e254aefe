import { createParser } from 'eventsource-parser';
import type { AdapterError, Alive, Notify } from '../../adapter/adapter.js';
import type { Change } from '../../model/index.js';

/** Seconds without a sign of life after which a stream counts as lost: the server beats every 15. */
const SILENCE = 40;
const LONGEST_PAUSE = 30;

/**
 * The live half of the contract: server-sent events over `fetch`, opened again with full jitter until
 * `signal` ends it. After each return everything is asked again, since something may have been missed.
 *
 * @param open asks for the stream
 * @param failure what an answer that is no stream means
 */
export const stream = (
  open: (signal: AbortSignal) => Promise<Response>,
  failure: (response: Response) => AdapterError,
  notify: Notify,
  alive: Alive,
  signal: AbortSignal,
): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let connectedBefore = false;
  let failures = 0;

  const connect = async () => {
    const mine = new AbortController();
    let beats = 0;
    let lastId = 0;
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    const end = () => {
      clearTimeout(timer);
      // Both, for the reason in `rest`.
      reader?.cancel().catch(() => {});
      mine.abort();
    };
    // Whoever notices first ends this connection, once: silence, network, server or caller.
    const lost = (pause?: number) => {
      if (mine.signal.aborted) return;
      end();
      signal.removeEventListener('abort', end);
      if (pause !== undefined) {
        const jitter = Math.random() * Math.min(LONGEST_PAUSE, 2 ** failures++);
        timer = setTimeout(() => void connect(), Math.max(jitter, pause) * 1000);
        signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      }
      alive(false);
    };
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(lost, SILENCE * 1000, 0);
    };
    if (signal.aborted) return;
    signal.addEventListener('abort', end, { once: true });
    listen();
    try {
      const response = await open(mine.signal);
      // Taken first, so that whatever it is, it is let go of.
      if (!response.body?.locked) reader = response.body?.getReader();
      // A `fetch` that does not heed its signal brings what nobody waits for any more.
      if (mine.signal.aborted) return await reader?.cancel();
      // No such capability: the store polls.
      if (response.status === 404 || response.status === 501) return lost();
      if (!response.ok) throw failure(response);
      if (!/event-stream/.test(response.headers.get('Content-Type') ?? '')) return lost(0);
      if (connectedBefore) notify(undefined);
      connectedBefore = true;
      const decoder = new TextDecoder();
      const parser = createParser({
        maxBufferSize: 1e5,
        onEvent({ id, event, data }) {
          if (mine.signal.aborted) return;
          listen();
          // One event proves little: a server may greet and hang up each time.
          if (beats++) failures = 0;
          alive(true);
          if (event !== 'change') return;
          let change: Change | undefined;
          // Ids count up by one: a gap is a lost change, and everything is asked again.
          const gap = lastId && Number(id) > lastId + 1;
          lastId = Number(id);
          try {
            const { topic, serverNow } = JSON.parse(data) as Change;
            if (!gap) change = { topic, serverNow };
          } catch {
            // Something changed and nobody can tell what.
          }
          notify(change);
        },
      });
      for (;;) {
        const { done, value } = await reader!.read();
        if (done) return lost(0);
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } catch (error) {
      lost((error as AdapterError | undefined)?.retryAfter ?? 0);
    }
  };
  void connect();
};

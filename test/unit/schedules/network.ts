import { AdapterError } from '../../../src/adapter/index.js';
import type { AdapterErrorCode } from '../../../src/adapter/index.js';
import { Draw, fateOf, mix } from './schedule.js';
import type { Schedule } from './schedule.js';
import { REFERENCE } from './shop.js';
import type { VirtualTime } from './time.js';

/** Milliseconds after the end of its connection at which a request can still arrive. */
const LATEST = 4_900;

const KINDS = ['order', 'act', 'outcome'] as const;
export type Kind = (typeof KINDS)[number];

/** Where messages come from: the place of a page, whichever page is in it. */
export interface Sender {
  readonly name: string;
  readonly index: number;
  readonly sent: Record<Kind, number>;
  /** Connections that are open, each with what cuts it, and what forgets it. */
  readonly open: Set<{ readonly cut: () => void; readonly forget: () => void }>;
  online(): boolean;
}

/** How answers look to the client on one of the two ways there are. */
export interface Face<Answer> {
  readonly status: (status: number) => Answer;
  readonly malformed: (draw: Draw) => Answer;
  readonly truncated: (answer: Answer) => Answer | Promise<Answer>;
}

const RUBBISH: readonly unknown[] = [
  {},
  [],
  null,
  'ok',
  { outcome: { status: 'ok' } },
  { outcome: 'done' },
  { order: { reference: 7 } },
  { order: { reference: REFERENCE, offers: 'none', refunds: {}, version: 99 } },
];

const codes: Readonly<Record<number, AdapterErrorCode>> = { 401: 'forbidden', 404: 'not-found' };

/** An adapter that speaks with the backend in its own way, and keeps the contract of errors. */
export const direct: Face<never> = {
  status: (status) => {
    const unavailable = status === 429 || status >= 500;
    throw new AdapterError(
      codes[status] ?? (unavailable ? 'unavailable' : 'invalid'),
      status === 429 ? { retryAfter: 2 } : {},
    );
  },
  malformed: (draw) => draw.of(RUBBISH) as never,
  truncated: () => {
    throw new AdapterError('invalid');
  },
};

const json = (text: string, status = 200): Response =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'application/json', ...(status === 429 && { 'Retry-After': '2' }) },
  });

export const http: Face<Response> = {
  status: (status) => json('{"title":"Somebody on the way"}', status),
  malformed: (draw) =>
    draw.below(3) === 0
      ? new Response('<h1>Sign in</h1>', { headers: { 'Content-Type': 'text/html' } })
      : json(JSON.stringify(draw.of(RUBBISH))),
  truncated: async (answer) => {
    const text = await answer.text();
    return json(text.slice(0, text.length >> 1), 200);
  },
};

/** Carries messages between pages and backend, and harms them as the schedule says. */
export class Network {
  readonly #time: VirtualTime;
  readonly #schedule: Schedule;
  readonly #trace: ((line: string) => void) | undefined;
  /** Whether messages that are sent now may be harmed. */
  faulty = true;
  messages = 0;
  /** Requests that are on their way to the backend. */
  underWay = 0;
  readonly faults: string[] = [];

  constructor(time: VirtualTime, schedule: Schedule, trace: ((line: string) => void) | undefined) {
    this.#time = time;
    this.#schedule = schedule;
    this.#trace = trace;
  }

  /** @param process what the backend makes of the request; called once for each copy that arrives */
  send<Answer>(
    from: Sender,
    kind: Kind,
    signal: AbortSignal,
    face: Face<Answer>,
    process: () => Promise<Answer>,
  ): Promise<Answer> {
    const time = this.#time;
    const { seed, clean } = this.#schedule;
    const count = ++from.sent[kind];
    const name = `${from.name} ${kind}#${count}`;
    const own = mix(seed, from.index, KINDS.indexOf(kind), count);
    const fate = fateOf(own, kind === 'act', this.faulty && !clean.includes(name));
    this.messages++;
    if (fate.harmed) this.faults.push(name);
    if (this.#trace) {
      const { arrives, repeated, heard, after } = fate;
      const there = arrives === undefined ? 'never arrives' : `arrives after ${arrives}`;
      const again = repeated === undefined ? '' : ` and once more ${repeated} later`;
      this.#trace(`${name} leaves: ${there}${again}; the page hears ${heard} after ${after}`);
    }

    return new Promise<Answer>((resolve, reject) => {
      let endedAt = Infinity;
      const end = (settle: () => void): void => {
        if (endedAt !== Infinity) return;
        endedAt = time.now;
        from.open.delete(connection);
        settle();
      };
      const cut = (): void => end(() => reject(new TypeError('connection reset')));
      const connection = { cut, forget: () => end(() => {}) };
      from.open.add(connection);
      signal.addEventListener('abort', () => end(() => reject(signal.reason as Error)));
      if (!from.online()) {
        time.after(1, cut);
        return;
      }

      let answer!: (answer: Promise<Answer>) => void;
      const answered = new Promise<Answer>((settle) => (answer = settle));
      answered.catch(() => {});
      const hear = (heard: Promise<Answer>): void => {
        heard.then(
          (value) => end(() => resolve(value)),
          (error) => end(() => reject(error as Error)),
        );
      };
      const arrive = (): void => {
        this.underWay--;
        if (time.now > endedAt + LATEST) return;
        this.#trace?.(`${name} arrives`);
        answer(process());
      };
      if (fate.arrives !== undefined) {
        this.underWay++;
        time.after(fate.arrives, arrive);
        if (fate.repeated !== undefined) {
          this.underWay++;
          time.after(fate.arrives + fate.repeated, arrive);
        }
      }
      time.after(fate.after, () => {
        const { heard } = fate;
        if (heard === 'reset') cut();
        else if (heard === 'answer') hear(answered);
        else if (heard === 'truncated') hear(answered.then((value) => face.truncated(value)));
        else if (heard === 'malformed')
          hear(Promise.resolve().then(() => face.malformed(new Draw(own))));
        else if (heard !== 'nothing') hear(Promise.resolve().then(() => face.status(heard)));
      });
    });
  }
}

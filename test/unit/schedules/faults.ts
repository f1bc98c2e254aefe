import type { Edit } from './compile.ts';
import type { ShopFault } from './shop.ts';

/** A bug that somebody could write: in a copy of the store, in the backend, or in both. */
export interface SeededFault {
  readonly name: string;
  readonly edits?: readonly Edit[];
  readonly shopFault?: ShopFault;
  /** How it must be found: a part of what the oracle says. */
  readonly found: RegExp;
}

const inActions = (from: string, to: string): Edit => ({ file: 'actions.ts', from, to });

const LOCK = "if (running && LOCKED.includes(running.phase)) return { status: 'unknown' };";
const SENDING = "this.#set(offerId, { command, phase: 'sending', startedAt });";
const LEFT_OPEN = "if (code === 'forbidden' || code === 'not-found' || code === 'offline')";
const NOTE = 'environment.write(noteKey(offerId), note);';
const ASKED = '          attemptKey,';
/** Where `perform` gives up waiting for the answer. */
const LOST =
  "    this.#set(offerId, { command, phase: 'unknown', startedAt });\n    return this.#read";

const resent = (key: string) => `    try {
      const { value } = await this.#store.ask(
        OutcomeAnswerSchema,
        (request) => adapter.act!(command, request),
        { attemptKey: ${key}, freshness: 'fresh' },
      );
      return await this.#settle(command, startedAt, value.outcome);
    } catch {}
${LOST}`;

export const seededFaults: readonly SeededFault[] = [
  {
    name: 'no lock: a key for each click',
    edits: [inActions(LOCK, '')],
    found: /two requests in flight/,
  },
  {
    name: 'a new key when it is tried again',
    edits: [inActions(LOST, resent("attemptKey + '2'"))],
    found: /sends press \d+ (again|without a key of its own)/,
  },
  {
    name: 'sent again with the same key after a lost answer',
    edits: [inActions(LOST, resent('attemptKey'))],
    found: /sends press \d+ (again|without a key of its own)/,
  },
  {
    name: 'one key for all presses of an offer',
    edits: [inActions(ASKED, '          attemptKey: offerId,')],
    found: /sends press \d+ (again|without a key of its own)/,
  },
  {
    name: 'checks, waits a moment, then locks',
    edits: [inActions(LOCK, `${LOCK}\n    await Promise.resolve();`)],
    found: /two requests in flight|sends press \d+ again/,
  },
  {
    name: 'locks later than the click',
    edits: [inActions(SENDING, `void Promise.resolve().then(() => { ${SENDING} });`)],
    found: /two requests in flight/,
  },
  {
    name: 'says done at once',
    edits: [inActions(SENDING, SENDING.replace('sending', 'done'))],
    found: /says "done".*has not said/,
  },
  {
    name: 'says a withdrawal is done at once',
    edits: [
      inActions(
        SENDING,
        "this.#set(offerId, { command, phase: command.type === 'withdraw' ? 'done' : 'sending', startedAt });",
      ),
    ],
    found: /says "done" of withdraw/,
  },
  {
    name: 'no answer in time is "not sent"',
    edits: [inActions(LEFT_OPEN, LEFT_OPEN.replace('if (', "if (code === 'timeout' || "))],
    found: /not.sent/,
  },
  {
    name: 'a 5xx is a refusal',
    edits: [
      inActions(
        LEFT_OPEN,
        `if (code === 'unavailable') return this.#settle(command, startedAt, { status: 'refused' });\n      ${LEFT_OPEN}`,
      ),
    ],
    found: /says "refused".*has not said/,
  },
  {
    name: 'a 409 is a failure',
    edits: [inActions(LEFT_OPEN, LEFT_OPEN.replace('if (', "if (code === 'invalid' || "))],
    found: /not.sent/,
  },
  {
    name: '"never arrived" is believed at once',
    edits: [inActions('const SETTLE = 5_000;', 'const SETTLE = 0;')],
    found: /not.sent/,
  },
  {
    name: 'another tab does not wait for the one that sends',
    edits: [inActions('const WAITING = 20_000;', 'const WAITING = 0;')],
    found: /not.sent/,
  },
  {
    name: 'the outcome is not read after a reload',
    edits: [inActions('} else if (!known) {', '} else if (note === offerId) {')],
    found: /is lost, and no page says so/,
  },
  {
    name: 'the note is written when the answer is there',
    edits: [
      inActions(NOTE, ''),
      inActions(
        "      if (outcome.status !== 'unknown') return",
        `      ${NOTE.replace('note)', 'JSON.stringify({ offerId, startedAt }))')}\n      if (outcome.status !== 'unknown') return`,
      ),
    ],
    found: /is lost, and no page says so/,
  },
  {
    name: 'the reading ends with the first failure',
    edits: [
      inActions(
        '        if (!refusals) continue;',
        "        if (!refusals) return { status: 'unknown' };",
      ),
    ],
    found: /it does not end/,
  },
  {
    name: 'an earlier version of the order is accepted',
    edits: [{ file: 'orders.ts', from: 'return by > 0;', to: 'return true;' }],
    found: /goes back to an earlier copy/,
  },
  { name: 'a backend that knows keys only', shopFault: 'key only', found: /paid twice/ },
  { name: 'a backend without obligations', shopFault: 'no obligation', found: /paid twice/ },
  { name: 'a backend that checks, then pays', shopFault: 'check then pay', found: /paid twice/ },
  { name: 'a backend that forgets outcomes', shopFault: 'no memory', found: /not.sent/ },
];

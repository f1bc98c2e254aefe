import type { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';

/**
 * What can go wrong between a shop and a phone, on demand.
 *
 * - `down`: connections are cut before anything is read, and those of live changes that are open.
 * - `slow`: each answer comes after `delay` milliseconds.
 * - `500`: an error page instead of an answer.
 * - `malformed`: half a JSON text. `wrong-types`: JSON of the wrong shape. `huge`: 12 MB of it.
 * - `lose-answers`: actions are carried out and their answers cut off.
 */
export const MODES = [
  'none',
  'down',
  'slow',
  '500',
  'malformed',
  'wrong-types',
  'huge',
  'lose-answers',
] as const;
/** See {@link MODES}. */
export type Mode = (typeof MODES)[number];

const HUGE = 12_000_000;

/** The fault of this process, and the middleware that applies it. */
export class Faults {
  #mode: Mode = 'none';
  #delay = 0;
  #left = Infinity;
  /** Connections on which changes are told. */
  readonly #live = new Set<Socket>();

  /**
   * @param delay milliseconds, for `slow`
   * @param times how many requests are hit before the fault is over
   */
  set(mode: Mode, delay = 10_000, times = Infinity): void {
    this.#mode = mode;
    this.#delay = delay;
    this.#left = times;
    if (mode === 'down') for (const socket of this.#live) socket.destroy();
  }

  get mode(): Mode {
    return this.#left > 0 ? this.#mode : 'none';
  }

  /** The middleware for the routes of the contract. */
  readonly middleware: MiddlewareHandler<{ Bindings: HttpBindings }> = async (context, next) => {
    const { mode } = this;
    const acting = context.req.method === 'POST';
    // Without a network, in tests, there is no socket.
    const socket = context.env?.incoming?.socket;
    if (socket && context.req.path.endsWith('/changes')) {
      this.#live.add(socket);
      socket.once('close', () => this.#live.delete(socket));
    }
    if (mode === 'none' || (mode === 'lose-answers' && !acting)) return next();
    this.#left--;
    const cut = (): Response => {
      context.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    };
    const answer = (body: string, status = 200) =>
      new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
    switch (mode) {
      case 'down':
        return cut();
      case 'lose-answers':
        await next();
        context.res = undefined;
        return cut();
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, this.#delay));
        return next();
      case '500':
        return new Response('<h1>Internal Server Error</h1>', {
          status: 500,
          headers: { 'Content-Type': 'text/html' },
        });
      case 'malformed':
        return answer('{"serverNow":"2026-11-23T17:03:00+01:00","order":{"reference":"FR-10');
      case 'wrong-types':
        return answer(
          JSON.stringify({
            serverNow: 17,
            order: {
              reference: 'FR-1042',
              version: 'new',
              lines: 'one display',
              shipments: [null, { id: 7 }, { id: 'parcel-1', events: [{ at: 'yesterday' }, 3] }],
              promises: [
                { id: 'delivery', kind: 'by', before: '2026-11-23 17:00', timeZone: 'Mars/Base' },
              ],
              offers: [{ offerId: 1, remedy: 'apology', amount: { amount: '289', currency: '€' } }],
              refunds: {},
            },
            outcome: { status: 'fine' },
            stock: [{ sku: 1 }, 'none'],
          }),
        );
      case 'huge':
        return answer(
          JSON.stringify({ order: { reference: 'FR-1042', padding: 'x'.repeat(HUGE) } }),
        );
    }
  };
}

import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

const COOKIE = 'visitor';
const ID = /^[\w-]{22}$/;

/** The value of a cookie. */
export const cookieOf = (request: Request, name: string): string | undefined =>
  new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(request.headers.get('Cookie') ?? '')?.[1];

/**
 * Who asks: a random identifier in a cookie that no script can read. It says nothing about the person;
 * what is put aside or noted for him belongs to it.
 */
export class Visitors {
  readonly #new = new WeakMap<Request, string>();

  /** The visitor who sent the request; a new one if it does not say. */
  of = (request: Request): string => {
    const known = cookieOf(request, COOKIE) ?? this.#new.get(request);
    if (known && ID.test(known)) return known;
    const id = randomBytes(16).toString('base64url');
    this.#new.set(request, id);
    return id;
  };

  /** Gives a new visitor his cookie with the answer. */
  readonly middleware: MiddlewareHandler = async (context, next) => {
    const id = this.of(context.req.raw);
    await next();
    if (this.#new.has(context.req.raw))
      context.header('Set-Cookie', `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`, {
        append: true,
      });
  };
}

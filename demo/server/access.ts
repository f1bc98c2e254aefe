import { createHmac, randomBytes } from 'node:crypto';
import { AdapterError } from '../../src/adapter/index.js';
import type { Queryable } from './database.js';
import { cookieOf } from './visitors.js';
import type { Visitors } from './visitors.js';
import { sameText } from './signatures.js';

/** The demo's cookie: set by its own pages, so that no page has to handle the token. */
export const COOKIE = 'doorstep_demo';

/** Who may see an order: whoever has its token, as `Authorization: Bearer` or in the demo's cookie, or placed it. */
export class Access {
  readonly #secret: string;
  readonly #database: Queryable;
  readonly #visitors: Visitors;

  constructor(secret: string, database: Queryable, visitors: Visitors) {
    this.#secret = secret;
    this.#database = database;
    this.#visitors = visitors;
  }

  /** The order's token. It follows from the secret, so no table of tokens can be stolen. */
  token(reference: string): string {
    return createHmac('sha256', this.#secret).update(`order:${reference}`).digest('base64url');
  }

  /** A `Set-Cookie` value for some orders. */
  cookie(...references: readonly string[]): string {
    const tokens = references.map((reference) => this.token(reference)).join('.');
    return `${COOKIE}=${tokens}; Path=/; HttpOnly; SameSite=Lax`;
  }

  /**
   * @returns true for the holder of the token, and for the visitor who placed the order
   * @throws {AdapterError} `forbidden` for everybody else, whether the order exists or not
   */
  authorize = async (request: Request, reference: string): Promise<boolean> => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    const shown = (bearer ?? cookieOf(request, COOKIE))?.split('.') ?? [];
    if (shown.some((token) => sameText(token, this.token(reference)))) return true;
    const placed = await this.#database.query(
      'SELECT 1 FROM orders WHERE reference = $1 AND customer = $2',
      [reference.replaceAll('\0', ''), this.#visitors.of(request)],
    );
    if (placed.length === 0) throw new AdapterError('forbidden');
    return true;
  };
}

/** The secret of this database, made by the first process that needs one and shared by all. */
export const storedSecret = async (connection: Queryable): Promise<string> => {
  await connection.query(
    `INSERT INTO settings (key, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING`,
    [randomBytes(32).toString('base64url')],
  );
  const [row] = await connection.query<{ value: string }>(
    `SELECT value FROM settings WHERE key = 'secret'`,
  );
  return row!.value;
};

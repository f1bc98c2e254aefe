import { createHmac, randomBytes } from 'node:crypto';
import { AdapterError } from '../../src/adapter/index.js';
import type { Queryable } from './database.js';
import { sameText } from './webhooks.js';

/** The demo's cookie: set by its own pages, so that no page has to handle the token. */
export const COOKIE = 'doorstep_demo';

const cookieOf = (request: Request): string | undefined =>
  /(?:^|;\s*)doorstep_demo=([^;]+)/.exec(request.headers.get('Cookie') ?? '')?.[1];

/** Who may see an order: whoever has its token, as `Authorization: Bearer` or in the demo's cookie. */
export class Access {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The order's token. It follows from the secret, so no table of tokens can be stolen. */
  token(reference: string): string {
    return createHmac('sha256', this.#secret).update(`order:${reference}`).digest('base64url');
  }

  /** A `Set-Cookie` value for one order. */
  cookie(reference: string): string {
    return `${COOKIE}=${this.token(reference)}; Path=/; HttpOnly; SameSite=Lax`;
  }

  /**
   * @returns true for the holder of the token
   * @throws {AdapterError} `forbidden` for everybody else, whether the order exists or not
   */
  authorize = (request: Request, reference: string): boolean => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    const shown = bearer ?? cookieOf(request);
    if (!shown || !sameText(shown, this.token(reference))) throw new AdapterError('forbidden');
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

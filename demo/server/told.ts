/** Why a form was not carried out, said on the page it leads back to. */
import type { Context, Env } from 'hono';
import { ZONE } from '../rules/index.js';
import { cookieOf } from './visitors.js';

/** Milliseconds for which it is said. */
const TOLD_FOR = 5 * 60_000;

/** A `Set-Cookie` value that no script reads. */
export const cookie = (
  name: string,
  path: string,
  ...parts: readonly (string | number)[]
): string => `${name}=${parts.join('.')}; Path=${path}; HttpOnly; SameSite=Lax`;

/** What {@link cookie} wrote. */
export const partsOf = (request: Request, name: string): string[] =>
  cookieOf(request, name)?.split('.') ?? [];

/** Notes why, in a cookie: an address would go on saying it, to anybody. */
export const tell = (
  context: Context<Env, string>,
  name: string,
  why: string,
  at: number,
  order = '',
): void => context.header('Set-Cookie', cookie(name, '/', why, at, order), { append: true });

/** What was noted is over. */
export const untell = (context: Context<Env, string>, name: string): void =>
  context.header('Set-Cookie', `${cookie(name, '/')}; Max-Age=0`, { append: true });

/** Why, at what epoch, and of which order; nothing if that is some minutes ago, or yet to come. */
export const toldBy = (
  request: Request,
  name: string,
  now: number,
): { readonly why: string; readonly at: number; readonly order: string } | undefined => {
  const [why = '', at, order = ''] = partsOf(request, name);
  const age = now - Number(at);
  return age >= 0 && age < TOLD_FOR ? { why, at: Number(at), order } : undefined;
};

/** The hour of a moment, where the shop is. */
export const hourOf = (epoch: number, language: 'en' | 'fr'): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeStyle: 'short',
    timeZone: ZONE,
  }).format(epoch);

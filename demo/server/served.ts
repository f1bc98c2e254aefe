import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type HonoRequest } from 'hono';
import { AdapterError, type AdapterRequest } from '../../src/adapter/index.js';
import type { Backend } from '../../src/adapters/rest/handler.js';
import '../../src/i18n/locales/fr.js';
import { MoneySchema, parseWhole } from '../../src/model/index.js';
import { renderOrder } from '../../src/server/server.js';
import { served as styles } from '../../src/styles/served.js';
import type { Access } from './access.js';
import { headersOf } from './pages.js';
import { hourOf, tell, toldBy, untell } from './told.js';

const ORDER = 'FR-1042';
const PAGE = '/served.html';
const PLACE = /<!-- order -->[^]*<!-- \/order -->/;

/** Asked for with the page, so that no text is painted before it. */
const PRELOAD = '<link rel="preload" as="style" href="/served.css" />';

/** In place of the way to the page in French. */
const ENGLISH = 'href="?lang=en" hreflang="en" lang="en">English';

/** Characters; a form has a few hundred. */
const LONGEST = 4000;

/** The cookie that tells of a claim that was refused. */
const NOTE = 'told-claim';

const REFUSED = {
  en: (at: string) =>
    `At ${at} that offer no longer stood as you saw it. Nothing was sent; this is how it is now.`,
  fr: (at: string) =>
    `À ${at}, cette offre n’était plus celle que vous aviez vue. Rien n’a été envoyé ; voici où vous en êtes.`,
};

/** The language of a page, by its address. */
export const languageIn = (request: HonoRequest): 'en' | 'fr' =>
  request.query('lang') === 'fr' ? 'fr' : 'en';

/** What follows the language in the address of an order's page. */
const whichOf = (order: string, and: '&' | '&amp;'): string =>
  order === ORDER ? '' : `${and}order=${encodeURIComponent(order)}`;

/** A built page in its language, before any script; `undefined` if it was not built. */
export const written = async (
  folder: string,
  name: string,
  language: 'en' | 'fr',
): Promise<string | undefined> => {
  const page = await readFile(join(folder, name), 'utf8').catch(() => undefined);
  return language === 'en'
    ? page
    : page
        ?.replace('<html lang="en">', '<html lang="fr">')
        .replace('href="?lang=fr" hreflang="fr" lang="fr">Français', ENGLISH)
        .replace(/(<[^>]* data-fr="([^"]*)"[^>]*>)[^<]*/g, '$1$2')
        .replace(/aria-label="[^"]*"(\s+data-fr-label="([^"]*)")/g, 'aria-label="$2"$1');
};

/** Whether a form was sent by another site's page, if its browser says so. */
export const isForeign = (request: Request): boolean =>
  (request.headers.get('Sec-Fetch-Site') ?? 'same-origin') !== 'same-origin';

/** The fields of a form. */
export const fieldsOf = async (request: Request): Promise<URLSearchParams> =>
  new URLSearchParams((await request.text()).slice(0, LONGEST));

/**
 * The page that a server writes, with a form that takes an offer where no script runs.
 *
 * - `GET /served.html`: the order as it stands; `?lang=fr` in French. `?order=`: another that this visitor placed.
 * - `POST /claim`: the form. The offer is judged like any other claim, and its identifier is the key: sent
 *   twice it is one claim. 303 back to the page, whatever became of it.
 */
export const served = (folder: string, backend: Backend, access: Access): Hono => {
  const app = new Hono();
  const asker = (locale: string, signal: AbortSignal): AdapterRequest => ({
    ...{ locale, signal, freshness: 'fresh' },
  });

  // Without its ending too, as every page of the demo.
  app.on('GET', [PAGE, '/served'], async (context) => {
    const language = languageIn(context.req);
    const reference = context.req.query('order') ?? ORDER;
    const page = await written(folder, PAGE, language);
    const isTheirs =
      reference === ORDER ||
      (await access.authorize(context.req.raw, reference).catch((error: unknown) => {
        if (error instanceof AdapterError && error.code === 'forbidden') return false;
        throw error;
      }));
    if (page === undefined || !isTheirs) return context.notFound();
    const answer = await backend.order(reference, asker(language, context.req.raw.signal));
    const told = toldBy(context.req.raw, NOTE, Date.parse(answer.serverNow!));
    const order = renderOrder(answer, {
      language,
      styles: '/served.css',
      attributes: { src: '/doorstep' },
      claim: { action: `/claim?lang=${language}` },
      content:
        told?.order === reference
          ? `<p slot="note">${REFUSED[language](hourOf(told.at, language))}</p>`
          : '',
    });
    return new Response(
      page
        .replaceAll(ORDER, () => reference)
        .replace(/href="\?lang=(?:en|fr)/, (link) => link + whichOf(reference, '&amp;'))
        .replace('</head>', `${PRELOAD}</head>`)
        .replace(PLACE, () => order),
      { headers: { ...headersOf('text/html; charset=utf-8'), 'Set-Cookie': access.cookie(ORDER) } },
    );
  });

  app.get('/served.css', () => new Response(styles, { headers: headersOf('text/css') }));

  app.post('/claim', async (context) => {
    const request = context.req.raw;
    if (isForeign(request)) return context.json({ code: 'forbidden' }, 403);
    const form = await fieldsOf(request);
    const order = form.get('order') ?? '';
    const offerId = form.get('offerId') ?? '';
    await access.authorize(request, order);
    const sum = { amount: Number(form.get('amount')), currency: form.get('currency') };
    const amount = form.has('amount') ? parseWhole(MoneySchema, sum) : undefined;
    const language = languageIn(context.req);
    // A sum that cannot be read must not become a claim without one.
    const isWhole = !form.has('amount') || amount !== undefined;
    const { outcome } = isWhole
      ? await backend.act!(
          { ...{ type: 'claim', order, offerId }, ...(amount && { amount }) },
          { ...asker(language, request.signal), attemptKey: `form ${offerId}` },
        )
      : { outcome: { status: 'refused' } };
    if (outcome.status === 'refused') {
      const { serverNow } = await backend.order(order, asker(language, request.signal));
      tell(context, NOTE, 'refused', Date.parse(serverNow!), order);
    } else untell(context, NOTE);
    return context.redirect(`${PAGE}?lang=${language}${whichOf(order, '&')}`, 303);
  });

  return app;
};

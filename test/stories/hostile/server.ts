/**
 * One server for all hostile pages: the built one-file library, a copy of it of another version, a Lit of another
 * version, a backend that answers the contract, and the pages of the table.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import { week } from '../../../demo/picker-states.js';
import { lostScreen, offers } from '../../../demo/states.js';
import { createHandler } from '../../../src/adapters/rest/handler.js';
import { memory } from '../../../src/adapters/memory/memory.js';
import { VERSION } from '../../../src/elements/register.js';
import { PROBE } from './probe.js';
import { pageOf, PLAIN, type Row } from './rows.js';

/** The version that the other copy says it has. */
export const OTHER_VERSION = '0.0.9';

/** Three minutes after the promise was broken. */
const MISSED = Date.parse('2026-11-23T17:03:00+01:00');

const backend = () => {
  const start = performance.now();
  const now = (): number => MISSED + performance.now() - start;
  const observedAt = new Date(MISSED).toISOString();
  // Whatever is asked while the table runs is young enough.
  const maxAge = 3600;
  const shop = memory({ now, slots: week({ observedAt, maxAge }) });
  shop.setStock({ sku: 'HND-BRASS', quantity: 3, observedAt, maxAge });
  const known = new Set<string>();
  // Each page has an order of its own, so that none finds what another has claimed.
  const order: typeof shop.order = (reference, request) => {
    if (!known.has(reference)) {
      known.add(reference);
      const own = offers().map((offer) => ({ ...offer, offerId: `${reference} ${offer.offerId}` }));
      shop.setOrder(lostScreen({ reference, offers: own }));
    }
    return shop.order(reference, request);
  };
  return createHandler({ basePath: '/doorstep', backend: { ...shop, order } });
};

const TYPES = { js: 'text/javascript', html: 'text/html', css: 'text/css', svg: 'image/svg+xml' };

/** What another origin, and a frame without one, may read. */
const OPEN = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

export const openHost = async (rows: readonly Row[]) => {
  const answer = backend();
  const library = await readFile('dist/doorstep.js', 'utf8');
  const other = library.replaceAll(`\`${VERSION}\``, `\`${OTHER_VERSION}\``);
  if (other === library) throw new Error('No version was found in the one file');
  const files = new Map([
    ['/doorstep.js', library],
    ['/other/doorstep.js', other],
    ['/probe.js', PROBE],
    ['/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    [
      '/host.css',
      'body { margin: 0 } #stage { display: block; width: 360px } iframe { width: 360px; height: 900px } .zoomed { width: 320px; height: 256px }',
    ],
  ]);

  const respond = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const url = new URL(from.url!, `http://${from.headers.host}`);
    const send = (type: keyof typeof TYPES, body: string, headers: Record<string, string> = {}) =>
      to
        .writeHead(200, { 'content-type': `${TYPES[type]}; charset=utf-8`, ...OPEN, ...headers })
        .end(body);
    const { pathname } = url;
    const extension = pathname.split('.').pop() as keyof typeof TYPES;
    const file = files.get(pathname);
    if (file !== undefined) return void send(extension, file);
    if (pathname.startsWith('/lit-2/'))
      return void send(
        'js',
        await readFile(`node_modules${pathname.replaceAll('..', '')}`, 'utf8'),
      );
    const [, kind, number = '', order = ''] = pathname.split('/');
    const row = rows[Number(number)];
    if (kind === 'page')
      return void send('html', pageOf(row ?? PLAIN, Number(number), order), row?.headers);
    if (row && kind === 'before') return void send('js', row.before ?? '');
    if (row && kind === 'after') return void send('js', row.after ?? '');
    if (row && kind === 'inside') return void send('html', row.inside!(order), row.insideHeaders);

    // The same backend twice: for this origin, and for everybody.
    const isOpen = pathname.startsWith('/open/');
    if (isOpen && from.method === 'OPTIONS') return void to.writeHead(204, OPEN).end();
    const controller = new AbortController();
    to.once('close', () => controller.abort());
    const body = from.method === 'POST' ? await read(from) : undefined;
    const response = await answer(
      new Request(new URL(from.url!.replace('/open/', '/'), url), {
        method: from.method!,
        headers: Object.entries(from.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
        signal: controller.signal,
        ...(body !== undefined && { body }),
      }),
    );
    if (!response) return void to.writeHead(404).end();
    to.writeHead(response.status, { ...Object.fromEntries(response.headers), ...(isOpen && OPEN) });
    for await (const chunk of response.body ?? []) to.write(chunk);
    to.end();
  };
  const server = createServer((from, to) => {
    // A page that is left lets go of its answers.
    respond(from, to).catch(() => to.destroy());
  });
  // Under every address of this machine: only loopback counts as secure without TLS.
  await new Promise<void>((listening) => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each && !each.internal && each.family === 'IPv4')?.address;
  return {
    url: `http://localhost:${port}`,
    /** An origin that is not secure; `undefined` on a machine with no address of its own. */
    insecure: outside ? `http://${outside}:${port}` : undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

export type Host = Awaited<ReturnType<typeof openHost>>;

const read = async (from: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of from.setEncoding('utf8')) text += chunk as string;
  return text;
};

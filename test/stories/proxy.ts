/** Stands between a browser and the shop's real backend, and harms what passes as it is told. */
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one request and its answer. */
export type Harm =
  | 'none'
  /** The connection ends before the shop has it. */
  | 'kill before'
  /** The shop does its work, and the connection ends before its answer. */
  | 'kill after'
  /** Half of the answer arrives. */
  | 'truncate'
  | 'delay request'
  | 'delay answer'
  /** The shop gets it twice, one after the other; the second answer is heard. */
  | 'repeat'
  /** The shop gets it once more when everything is over. */
  | 'repeat late'
  /** The shop does its work, and somebody on the way says 502. */
  | 'another answer';

/** A step of a request, told as it happens. */
export type Step = 'arrived' | 'forwarded' | 'answered';
/** What is asked: an action, its outcome, or anything else of the contract. */
export type Kind = 'act' | 'outcome' | 'order' | 'other';

/** A proxy, until it is closed. */
export interface Proxy {
  readonly url: string;
  /** What becomes of the next requests of a kind, in order; afterwards they pass. */
  harm(kind: Kind, ...harms: readonly Harm[]): void;
  /** Tells of each step of each request. */
  onStep: (kind: Kind, step: Step) => void;
  close(): Promise<void>;
}

/** Milliseconds of a delay: long enough that the page waits, short enough that nobody gives up. */
const DELAY = 150;

const kindOf = ({ method, url = '' }: IncomingMessage): Kind =>
  !url.startsWith('/doorstep/') || url.includes('/changes')
    ? 'other'
    : method === 'POST'
      ? 'act'
      : url.includes('/actions/')
        ? 'outcome'
        : 'order';

/** @param target the shop's address */
export const openProxy = async (target: string): Promise<Proxy> => {
  const { hostname, port } = new URL(target);
  const plans = new Map<Kind, Harm[]>();
  const agent = new Agent({ keepAlive: true });
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, DELAY));

  const ask = (from: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { method, url, headers } = from;
      const asked = request({ ...{ hostname, port, method, path: url, headers, agent } }, resolve);
      asked.once('error', reject);
      asked.end(body);
    });
  const whole = async (answer: IncomingMessage): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };

  const serve = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const kind = kindOf(from);
    const body = await whole(from);
    const harm = plans.get(kind)?.shift() ?? 'none';
    proxy.onStep(kind, 'arrived');
    if (harm === 'kill before') return void from.socket.destroy();
    if (harm === 'delay request') await pause();
    if (harm === 'repeat') await whole(await ask(from, body));
    const answer = await ask(from, body);
    proxy.onStep(kind, 'forwarded');
    if (kind === 'other') {
      to.writeHead(answer.statusCode!, answer.headers);
      // A stream of changes has no end of its own.
      to.once('close', () => answer.destroy());
      answer.pipe(to);
      return;
    }
    const content = await whole(answer);
    if (harm === 'delay answer') await pause();
    if (harm === 'kill after') return void from.socket.destroy();
    if (harm === 'another answer') {
      to.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
    } else if (harm === 'truncate') {
      to.writeHead(answer.statusCode!, answer.headers);
      to.write(content.subarray(0, content.length >> 1), () => from.socket.destroy());
    } else to.writeHead(answer.statusCode!, answer.headers).end(content);
    proxy.onStep(kind, 'answered');
    if (harm === 'repeat late') {
      await pause();
      await whole(await ask(from, body));
    }
  };

  const server = createServer((from, to) => {
    serve(from, to).catch(() => from.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: Proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    harm: (kind, ...harms) => void plans.set(kind, [...harms]),
    onStep: () => {},
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
};

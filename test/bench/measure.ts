/** What the benches share: a bundle as a shop ships it, a server, a browser, Chromium's trace, quantiles. */
import { createServer, type RequestListener, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { findEngine } from '../run/browsers.ts';

/** The specifier of a module of `dist`, for the source of an entry. */
export const built = (path: string): string => JSON.stringify(resolve('dist', path));

/**
 * An entry as a shop's bundler would ship it, as `/doorstep.js`.
 *
 * @param codeSplitting whether what is loaded later is a file of its own
 * @param postBanner what stands above each file, as the README advises
 * @returns the files by their path
 */
export async function bundle(
  source: string,
  {
    codeSplitting,
    postBanner = '',
  }: { readonly codeSplitting: boolean; readonly postBanner?: string },
): Promise<Record<string, string>> {
  const id = 'bench:entry';
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: id,
        resolveId: (asked) => (asked.endsWith(id) ? id : undefined),
        load: (asked) => (asked === id ? source : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: id, formats: ['es'], fileName: 'doorstep' },
      rolldownOptions: { output: { minify: true, codeSplitting, postBanner } },
    },
  })) as Rolldown.RolldownOutput[];
  return Object.fromEntries(
    outputs[0]!.output.map((file) => [`/${file.fileName}`, (file as Rolldown.OutputChunk).code]),
  );
}

/** A server on a free port of this machine. */
export async function listen(
  answer: RequestListener,
  options: ServerOptions = {},
): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer(options, answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** The Chromium of this machine, without a window. */
export function launch(): Promise<Browser> {
  const { executable, args } = findEngine('chromium');
  return puppeteer.launch({ executablePath: executable, headless: true, args: [...args] });
}

/** How often everything is measured. */
export const roundsOr = (usual: number): number => Number(process.env['DOORSTEP_ROUNDS'] ?? usual);

interface TraceEvent {
  name: string;
  ph: string;
  /** Time that the thread really ran, µs: other work on the machine does not count. */
  tts: number;
  tdur?: number;
  pid: number;
  tid: number;
}
const SCRIPT = /^(FunctionCall|EvaluateScript|RunMicrotasks|v8\.(evaluateModule|compileModule))$/;
const RENDERING = /^(Layout|UpdateLayoutTree|PrePaint|Paint)$/;
const LAYOUT = /^(Layout|UpdateLayoutTree)$/;

/** Time covered by at least one span. */
const covered = (all: [number, number][]) => {
  let total = 0;
  let until = -Infinity;
  for (const [start, end] of all) {
    total += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return total;
};

/** Ends the trace. */
export const traced = async (tab: Page): Promise<TraceEvent[]> =>
  (JSON.parse(Buffer.from((await tab.tracing.stop())!).toString()) as { traceEvents: TraceEvent[] })
    .traceEvents;

/** Milliseconds of script, and of style and layout, between two marks; rendering that script forced is not script. */
export function mainThread(
  trace: readonly TraceEvent[],
  first = 'bench-start',
  last = 'bench-end',
): { readonly script: number; readonly layout: number } {
  const mark = (name: string) => trace.find((event) => event.name === name)!;
  const [from, to] = [mark(first), mark(last)];
  const spans = (kind: RegExp) =>
    trace
      .filter(
        ({ name, ph, pid, tid }) =>
          ph === 'X' && pid === from.pid && tid === from.tid && kind.test(name),
      )
      // The mark stands inside the task that starts it all.
      .map(({ tts, tdur }): [number, number] => [
        Math.max(tts, from.tts),
        Math.min(tts + tdur!, to.tts),
      ])
      .filter(([start, end]) => end > start)
      .sort((a, b) => a[0] - b[0]);
  const script = spans(SCRIPT);
  const inside = spans(RENDERING).filter(([start, end]) =>
    script.some(([begin, end_]) => begin <= start && end <= end_),
  );
  return {
    script: (covered(script) - covered(inside)) / 1000,
    layout: covered(spans(LAYOUT)) / 1000,
  };
}

export const quantile = (numbers: readonly number[], q: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at % 1);
};

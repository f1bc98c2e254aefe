/** What the parcels are measured with: a bundle as a shop ships it, Chromium's trace, quantiles. */
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

/** Modules of `dist` in one file, as a shop's bundler would ship them. */
export async function bundle(...modules: readonly string[]): Promise<string> {
  const id = 'bench:entry';
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: id,
        resolveId: (source) => (source.endsWith(id) ? id : undefined),
        load: (source) =>
          source === id
            ? modules.map((module) => `import '${resolve('dist', module)}';`).join('')
            : null,
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: id, formats: ['es'] },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  return outputs[0]!.output[0].code;
}

export interface TraceEvent {
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

// Reporter for Node's test runner: failures in full, a line per file with what its tests took, the
// slowest of them, and counts in a file.
// Plain JavaScript, because Node loads reporters before any TypeScript loader.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  /** @type {{ passed: number, failed: number, skipped: number, failures: string[] }} */
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  /** @type {Map<string, { passed: number, failed: number, seconds: number }>} */
  const files = new Map();
  /** @type {Map<string, string[]>} */
  const output = new Map();
  /** @type {{ seconds: number, name: string }[]} */
  const tests = [];

  for await (const { type, data } of events) {
    const file = data.file ? relative(process.cwd(), data.file) : '';
    if (type === 'test:stdout' || type === 'test:stderr') {
      output.set(file, [...(output.get(file) ?? []), data.message]);
    }
    // What a test measured, said by `context.diagnostic`; the runner's own totals stand at the top level.
    if (type === 'test:diagnostic' && data.nesting > 0) {
      yield `ℹ ${file}: ${data.message}\n`;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const error = data.details?.error;
    // A suite only repeats what its tests said, unless it broke by itself.
    if (data.details?.type === 'suite' && (!error || error.failureType === 'subtestsFailed')) {
      continue;
    }
    const ofFile = files.get(file) ?? { passed: 0, failed: 0, seconds: 0 };
    files.set(file, ofFile);
    const seconds = (data.details?.duration_ms ?? 0) / 1000;
    ofFile.seconds += seconds;
    if (seconds > 5) tests.push({ seconds, name: `${file}: ${data.name}` });
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped += 1;
    } else if (error) {
      counts.failed += 1;
      ofFile.failed += 1;
      const said = `${file}:${data.line ?? 0} ${data.name}\n${inspect(error.cause ?? error)}`;
      counts.failures.push(said);
      yield `\n✖ ${said}\n`;
    } else {
      counts.passed += 1;
      ofFile.passed += 1;
    }
  }

  for (const [file, { passed, failed, seconds }] of [...files].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    yield `${failed > 0 ? '✖' : '✔'} ${file || '(no file)'}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s\n`;
    if (failed > 0) yield (output.get(file) ?? []).join('');
  }
  for (const { seconds, name } of tests.sort((a, b) => b.seconds - a.seconds)) {
    yield `  ${seconds.toFixed(1)} s ${name}\n`;
  }
  if (process.env.DOORSTEP_RESULTS) {
    writeFileSync(process.env.DOORSTEP_RESULTS, JSON.stringify(counts));
  }
}

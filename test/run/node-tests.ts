import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failed test by name with the beginning of its error, to be said again where a log ends. */
  failures: string[];
}

export const none = (): Counts => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

export function add(total: Counts, more: Counts): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
  total.failures.push(...more.failures);
}

/** Runs files with Node's own test runner; our reporter writes the counts where we can read them. */
export async function runNodeTests(
  files: string[],
  options: { concurrency: number },
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-tests-'));
  const results = join(folder, 'counts.json');
  try {
    const child = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', '--import', './test/run/setup.ts'],
        ...[
          '--test',
          `--test-concurrency=${options.concurrency}`,
          `--test-timeout=${process.env['DOORSTEP_DEEP'] === '1' ? 7_200_000 : 900_000}`,
        ],
        ...['--test-reporter=./test/run/reporter.mjs', '--test-reporter-destination=stdout'],
        ...files,
      ],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DOORSTEP_RESULTS: results },
      },
    );
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    const counts = JSON.parse(readFileSync(results, 'utf8')) as Counts;
    // A runner that ends badly without naming a failed test has failed all the same.
    if (code !== 0 && counts.failed === 0) {
      counts.failed = 1;
      counts.failures.push(`The runner ended with ${code}: ${files.join(' ')}`);
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

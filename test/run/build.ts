import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const inputs = [
  'src',
  'package.json',
  'vite.config.ts',
  'test/run/shorten.ts',
  'test/run/typings.mjs',
  'tsconfig.json',
  'custom-elements-manifest.config.mjs',
  'test/package/tsconfig.types.json',
];

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** The manifest is the last thing a build writes, so its age is the age of a whole build. */
export function buildIfStale(): void {
  const stamp = 'dist/custom-elements.json';
  if (existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...inputs.map(newest))) return;
  console.log('Building, because dist is older than its sources');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

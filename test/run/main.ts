/**
 * `npm test`: every suite, one total.
 *
 *   npm test                                   everything; elements and the two main stories in each engine of this
 *                                              machine, other pages in one that the seed draws
 *   npm test -- unit                           one phase: unit, elements or stories
 *   npm test -- served-first order             elements that were served before they were alive; only when asked
 *                                              for, and where there is time for it (CI=1, test:deep)
 *   npm test -- embed react                    the apps in other frameworks; only when asked for
 *   npm test -- elements chromium stock        one engine, files whose path contains "stock"
 *   npm test -- elements firefox --watch       again after each change
 *
 * DOORSTEP_SEED repeats a run of the property tests, DOORSTEP_RUNS sets how many cases each tries;
 * DOORSTEP_SCHEDULES and DOORSTEP_FAULT_RUNS do so for the faults around a claim.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from '../../demo/server/pages.ts';
import { engineNames, findEngines, installMissingEngines } from './browsers.ts';
import type { EngineName } from './browsers.ts';
import { prepareApps } from '../embed/frameworks/apps.ts';
import { buildIfStale } from './build.ts';
import { runElements } from './elements.ts';
import { add, none, runNodeTests } from './node-tests.ts';
import type { Counts } from './node-tests.ts';

const phases = ['unit', 'elements', 'served-first', 'stories', 'embed'] as const;
const watch = process.argv.includes('--watch');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wantedPhases = phases.filter((phase) => words.includes(phase));
const wantedEngines = engineNames.filter((name) => words.includes(name));
const filters = words.filter((word) => ![...phases, ...engineNames].includes(word as never));
const deep = process.env['DOORSTEP_DEEP'] === '1';
const hasTime = deep || Boolean(process.env['CI']);
const selected =
  wantedPhases.length > 0
    ? wantedPhases
    : phases.filter((phase) => phase !== 'embed' && (hasTime || phase !== 'served-first'));
// Under ten minutes on two cores: then some pages are walked in one engine only, and fewer schedules.
if (words.length === 0 && !hasTime) process.env['DOORSTEP_BRIEF'] = '1';
process.env['DOORSTEP_RUNS'] ??= deep ? '5000' : '100';
process.env['DOORSTEP_SEED'] ??= String(Math.floor(Math.random() * 2 ** 31));
// A zone with a 45-minute offset and a language with its own dotted I: nothing may depend on ours.
process.env['TZ'] = 'Asia/Kathmandu';
process.env['LC_ALL'] = process.env['LANG'] = 'tr_TR.UTF-8';

/** Test files of some folders; the `.deep.test.ts` ones are for long runs only. */
function filesIn(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => {
      try {
        return readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file)}`);
      } catch {
        return [];
      }
    })
    .filter((file) => file.endsWith('.test.ts') && (deep || !file.endsWith('.deep.test.ts')))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort();
}

function prepareEngines(): EngineName[] {
  installMissingEngines();
  const found = findEngines().map((engine) => engine.name);
  const missing = engineNames.filter((name) => !found.includes(name));
  console.log(`Engines: ${found.join(', ') || 'none'}`);
  if (missing.length > 0) console.log(`Not installed, so not tested: ${missing.join(', ')}`);

  const required = (process.env['DOORSTEP_REQUIRE_ENGINES'] ?? '').split(',').filter(Boolean);
  const lacking = [...required, ...wantedEngines].filter((name) => missing.includes(name as never));
  if (found.length === 0 || lacking.length > 0) {
    throw new Error(`Needed and not found: ${lacking.join(', ') || 'any browser'}`);
  }
  return wantedEngines.length > 0 ? wantedEngines : found;
}

/** The suites of the elements that a server can write. */
const SERVED_FIRST = /\/(order(-life)?|parcel.*|remedy.*|slot(-rules)?|stock(-rules|-wish)?)\.test/;

const total = none();

async function phase(name: string, files: string[], run: () => Promise<Counts>): Promise<void> {
  if (files.length === 0) return;
  console.log(`\n${name} (${files.length} files)`);
  const started = Date.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error);
    return { ...none(), failed: 1, failures: [`${name}\n${String(error)}`] };
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed${skipped} in ${seconds} s`,
  );
  add(total, counts);
}

/** Stories wait for browsers more than they compute, so some run side by side, the longest first. */
async function runStories(files: string[]): Promise<Counts> {
  const counts = none();
  const pages = mkdtempSync(join(tmpdir(), 'doorstep-pages-'));
  process.env['DOORSTEP_PAGES'] = await buildPages(pages);
  const waiting = [...files].sort((a, b) => statSync(b).size - statSync(a).size);
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      add(counts, await runNodeTests([file], { concurrency: 1 }));
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  rmSync(pages, { recursive: true });
  return counts;
}

async function main(): Promise<void> {
  const unit = selected.includes('unit')
    ? filesIn('test/unit', 'test/server', 'test/package', 'test/run')
    : [];
  const elements = selected.includes('elements') ? filesIn('test/elements') : [];
  const servedFirst = selected.includes('served-first')
    ? filesIn('test/elements').filter((file) => SERVED_FIRST.test(file))
    : [];
  const stories = selected.includes('stories') ? filesIn('test/stories') : [];

  console.log(
    `Seed ${process.env['DOORSTEP_SEED']}, ${process.env['DOORSTEP_RUNS']} runs per property`,
  );
  const embed = selected.includes('embed') ? filesIn('test/embed/frameworks') : [];
  const needsBrowsers =
    elements.length + servedFirst.length + stories.length + embed.length > 0 ||
    unit.some(drivesBrowsers);
  const engines = needsBrowsers ? prepareEngines() : [];
  process.env['DOORSTEP_ENGINES'] = engines.join(',');

  await phase('unit', unit, () => {
    if (unit.some((file) => file.startsWith('test/package/'))) buildIfStale();
    return runNodeTests(unit, { concurrency: 2 });
  });
  await phase('elements', elements, () => runElements(elements, engines, { watch }));
  await phase('served first', servedFirst, () =>
    // One engine says it all, unless another is asked for.
    runElements(servedFirst, wantedEngines.length > 0 ? engines : engines.slice(0, 1), {
      watch,
      isServedFirst: true,
    }),
  );
  await phase('stories', stories, () => runStories(stories));
  await phase('embed', embed, () => {
    buildIfStale();
    prepareApps();
    return runNodeTests(embed, { concurrency: 2 });
  });
}

const drivesBrowsers = (file: string) =>
  file.startsWith('test/package/') || file.startsWith('test/run/');

await main().catch((error: unknown) => {
  console.error(error);
  total.failed += 1;
  total.failures.push(String(error));
});

// Said again where the log ends: between, a run prints tens of thousands of lines.
for (const failure of total.failures) {
  const lines = failure.split('\n').filter((line) => line.trim() !== '');
  console.log(`\nFailed: ${lines.slice(0, 12).join('\n  ').slice(0, 1500)}`);
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
// Nothing may keep the process alive after its verdict.
process.exit();

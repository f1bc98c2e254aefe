import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import type { Answer, Question } from './worker.ts';

const FOLDERS = [
  'src/model',
  'src/verdicts',
  'src/adapter',
  'src/adapters',
  'src/store',
  'test/unit/schedules',
];

/** A seeded fault: what stands in a file of `src/store`, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The sources as plain JavaScript in a folder of their own: a third faster than through the loader of the
 * tests, and a place for copies of the store with seeded faults.
 */
export class Compiled {
  readonly #folder = mkdtempSync(join(tmpdir(), 'doorstep-schedules-'));
  #variants = 0;

  constructor() {
    writeFileSync(join(this.#folder, 'package.json'), '{"type":"module"}');
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.#folder, 'node_modules'));
    for (const folder of FOLDERS) this.#compile(folder, folder, []);
  }

  /** A copy of the store with faults. @returns its folder beside the real one */
  variant(edits: readonly Edit[]): string {
    const name = `store-${++this.#variants}`;
    this.#compile('src/store', `src/${name}`, edits);
    return name;
  }

  /** Runs schedules in a thread of their own. */
  run(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(join(this.#folder, 'test/unit/schedules/worker.js'), {
        execArgv: [],
        workerData: question,
      });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #compile(from: string, to: string, edits: readonly Edit[]): void {
    const unused = new Set(edits);
    for (const file of readdirSync(from, { recursive: true }).map(String)) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      let source = readFileSync(join(from, file), 'utf8');
      for (const edit of edits) {
        if (edit.file !== file || !source.includes(edit.from)) continue;
        source = source.replace(edit.from, () => edit.to);
        unused.delete(edit);
      }
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      const path = join(this.#folder, to, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, outputText.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
    }
    for (const { file, from: text } of unused)
      throw new Error(`${file} does not contain what a fault replaces: ${text}`);
  }
}

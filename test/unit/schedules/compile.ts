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

const SOURCES = ['model', 'verdicts', 'adapter', 'adapters', 'store'];
const TESTS = ['test/unit/schedules', 'test/unit/timelines'];

/** By source: copies of the sources differ in a line. */
const compiled = new Map<string, string>();

/** A seeded fault: what stands in a file of the sources, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The sources as plain JavaScript in a folder of their own: a third faster than through the loader of the
 * tests, and a place for copies with seeded faults.
 */
export class Compiled<Question, Answer> {
  readonly #folder = mkdtempSync(join(tmpdir(), 'doorstep-compiled-'));
  readonly #worker: string;
  #variants = 0;

  /** @param worker the file that answers questions: `test/unit/schedules/worker` */
  constructor(worker: string) {
    this.#worker = worker;
    writeFileSync(join(this.#folder, 'package.json'), '{"type":"module"}');
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.#folder, 'node_modules'));
    for (const folder of TESTS) this.#compile(folder, folder, []);
    for (const folder of SOURCES) this.#compile(`src/${folder}`, `src/${folder}`, []);
  }

  /** A copy of the store with faults. @returns its folder beside the real one */
  variant(edits: readonly Edit[]): string {
    const name = `store-${++this.#variants}`;
    this.#compile('src/store', `src/${name}`, edits);
    return name;
  }

  /** A copy of all sources with a fault in one folder of them. @returns its folder beside the real one */
  copy(folder: string, edits: readonly Edit[]): string {
    const name = `src-${++this.#variants}`;
    for (const one of SOURCES)
      this.#compile(`src/${one}`, `${name}/${one}`, one === folder ? edits : []);
    return name;
  }

  /** Asks in a thread of its own. */
  run(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(join(this.#folder, `${this.#worker}.js`), {
        execArgv: [],
        // Simulated worlds are made and forgotten: collecting them often was a quarter of the time.
        resourceLimits: { maxYoungGenerationSizeMb: 96 },
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
      let output = compiled.get(source);
      if (output === undefined) {
        const { outputText } = ts.transpileModule(source, {
          compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
        });
        output = outputText.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'");
        compiled.set(source, output);
      }
      const path = join(this.#folder, to, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, output);
    }
    for (const { file, from: text } of unused)
      throw new Error(`${file} does not contain what a fault replaces: ${text}`);
  }
}

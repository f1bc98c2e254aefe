/** Every sentence of every language, called with every kind of argument that it declares. */
import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import type { Language } from '../../../src/i18n/registry.js';

const FOLDER = 'src/i18n/locales';

/** Every language that is shipped beside English: one folder each. */
export const languages = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map((entry) => entry.name);

export const tablesOf = async (language: string): Promise<Language> =>
  ((await import(`../../../${FOLDER}/${language}/tables.ts`)) as { tables: Language }).tables;

/** The English tables, as the others are typed by them. */
export const english = async (): Promise<Language> => {
  const tables = await Promise.all(
    Object.values(FILES).map(
      (file) => import(`../../../${FOLDER}/en/${file}.ts`) as Promise<Partial<Language>>,
    ),
  );
  return Object.assign({}, ...tables) as Language;
};

// ---------------------------------------------------------------- what each function takes

/** Sample values of each type that a parameter has; words are those of its own position. */
const WORDS = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];
const COUNTS = [0, 1, 2, 3, 5, 11, 22];
const SOURCES = ['carrier', 'shop', 'customer', undefined];
const DUTIES = ['collect', 'pay', 'address', 'documents', 'arrange', 'contact'];
const ACCOUNTS = ['email', 'sms', 'push', 'account', undefined];

const samples = (type: string | undefined, position: number): unknown[] => {
  const word = WORDS[position]!;
  switch (type) {
    case undefined:
    case 'string':
      return [word];
    case 'number':
      return COUNTS;
    case 'boolean':
      return [true, false];
    case 'string | undefined':
      return [word, undefined];
    case 'number | undefined':
      return [...COUNTS, undefined];
    case 'By':
    case "Source['kind'] | undefined":
      return SOURCES;
    case "RecipientAction['kind']":
      return DUTIES;
    case "Supply['condition']":
      return ['prepaid', 'deposit', undefined];
    case 'keyof typeof ways | undefined':
      return ACCOUNTS;
    case 'Todo':
      return [true, false].flatMap((late) => [
        { late, by: 'Beta', bring: 'Gamma', amount: 'Delta', who: 'Epsilon' },
        { late, by: 'Beta', bring: undefined, amount: undefined, who: 'Epsilon' },
      ]);
    default:
      throw new Error(`No samples for a parameter of type ${type}`);
  }
};

const combinations = (sets: readonly unknown[][]): unknown[][] =>
  sets.reduce<unknown[][]>(
    (before, set) => before.flatMap((parameters) => set.map((value) => [...parameters, value])),
    [[]],
  );

/** The parameters of each function of a source file, by its path: `state.accepted`. */
const parametersIn = (file: string): Map<string, unknown[][]> => {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found = new Map<string, unknown[][]>();
  const visit = (node: ts.Node, path: readonly string[]): void => {
    const named =
      ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))
        ? [...path, node.name.text]
        : path;
    if (ts.isArrowFunction(node) && named.length)
      found.set(
        named.join('.'),
        combinations(
          node.parameters.map(({ type, initializer, questionToken }, position) => {
            const values = samples(type?.getText(), position);
            return (questionToken ?? initializer) ? [...values, undefined] : values;
          }),
        ),
      );
    else ts.forEachChild(node, (child) => visit(child, named));
  };
  visit(source, []);
  return found;
};

const FILES: Readonly<Record<keyof Language, string>> = {
  base: 'base',
  stock: 'stock',
  order: 'order',
  parcel: 'parcel',
  checkout: 'checkout',
  wishes: 'wishes',
  slot: 'slot',
  slotPicker: 'picker',
  remedy: 'remedy',
};

/** One sentence as it is said with certain arguments. */
export interface Said {
  /** `order.theirDoing.carrier`, and the arguments in brackets. */
  readonly name: string;
  /** The same without the arguments. */
  readonly key: string;
  readonly parameters: readonly unknown[];
  readonly text: string;
}

/** What no customer reads: where lines run, what stands in lists, how a date of `Intl` is put right. */
const SETTINGS = ['base.direction', 'base.comma', 'base.date'];

const parameters = new Map(
  Object.entries(FILES).map(([kind, file]) => [kind, parametersIn(`${FOLDER}/en/${file}.ts`)]),
);

/** Whatever a language can say; `ending` is what the words that it is given end with. */
export const saidIn = (tables: Language, ending = ''): Said[] => {
  const say = (kind: string, value: unknown, path: readonly string[]): Said[] => {
    const key = [kind, ...path].join('.');
    if (typeof value === 'boolean' || SETTINGS.includes(key)) return []; // no sentence
    if (typeof value === 'string') return [{ name: key, key, parameters: [], text: value }];
    if (typeof value === 'object')
      return Object.entries(value as object).flatMap(([name, inner]) =>
        say(kind, inner, [...path, name]),
      );
    const sets = parameters.get(kind)!.get(path.join('.')) ?? [[9, 5]];
    return sets.map((plain) => {
      const set = plain.map((each) =>
        typeof each === 'string' && WORDS.includes(each) ? each + ending : each,
      );
      return {
        name: `${key}(${set.map((each) => JSON.stringify(each)).join(', ')})`,
        key,
        parameters: set,
        text: String((value as (...parameters: unknown[]) => unknown)(...set)),
      };
    });
  };
  return Object.entries(tables).flatMap(([kind, table]) => say(kind, table, []));
};

import * as v from 'valibot';

/** A part that could not be read: its path (`shipments.1.events.0.at`) and what was wrong. */
export interface BrokenPart {
  readonly path: string;
  readonly problem: string;
}

/** What could be read, and what could not. `value` is missing only if nothing true can be said. */
export interface Parsed<T> {
  readonly value: T | undefined;
  readonly broken: readonly BrokenPart[];
}

type Json = Record<string, unknown> | unknown[];

// Characters that reorder or hide text and so could make "refused" read as something else.
const OVERRIDES =
  /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const DEEPEST = 24;

/** A deep copy with overrides stripped and no `__proto__`; remembers where each object came from. */
const copyOf = (
  value: unknown,
  path: string,
  origins: WeakMap<object, string>,
  depth = 0,
): unknown => {
  if (typeof value === 'string') return value.replace(OVERRIDES, '');
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  const at = (key: string | number) => (path ? `${path}.${key}` : `${key}`);
  const copy: Json = Array.isArray(value)
    ? value.map((item, index) => copyOf(item, at(index), origins, depth + 1))
    : {};
  if (!Array.isArray(value)) {
    for (const [key, item] of Object.entries(value)) {
      // `null` is how many backends write "not known".
      if (key !== '__proto__' && item !== null)
        (copy as Record<string, unknown>)[key] = copyOf(item, at(key), origins, depth + 1);
    }
  }
  origins.set(copy, path);
  return copy;
};

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
};

/**
 * Checks a backend's answer against a schema and salvages what is sound.
 *
 * A part that does not fit is taken out alone: an optional field becomes unknown, an item of a list
 * is dropped and named in `broken`, a thing that lacks a required field goes as a whole. The rest
 * stays. The result is frozen; the input is not touched.
 */
export const parse = <Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Parsed<v.InferOutput<Schema>> => {
  const origins = new WeakMap<object, string>();
  const broken: BrokenPart[] = [];
  const data = copyOf(input, '', origins);

  for (;;) {
    const result = v.safeParse(schema, data);
    if (result.success) return { value: freeze(result.output), broken };
    const items = new Map<unknown[], Set<number>>();
    const handled = new Set<string>();
    for (const issue of result.issues) {
      const keys = (issue.path ?? []).map((step) => step.key as string | number);
      // One value can fail several checks; it is taken out once.
      if (handled.has(keys.join('.'))) continue;
      handled.add(keys.join('.'));
      if (!takeOut(data, keys, issue.message, items))
        return {
          value: undefined,
          broken: [...broken, { path: keys.join('.'), problem: issue.message }],
        };
    }
    for (const [list, indexes] of items)
      for (const index of [...indexes].sort((a, b) => b - a)) list.splice(index, 1);
  }

  /** Takes the smallest part out that holds the fault; false when that would be the whole. */
  function takeOut(
    root: unknown,
    keys: readonly (string | number)[],
    problem: string,
    items: Map<unknown[], Set<number>>,
  ): boolean {
    if (keys.length === 0) return false;
    let parent = root as Json;
    for (const key of keys.slice(0, -1)) {
      parent = (parent as Record<string | number, unknown>)[key] as Json;
      // Another fault of this round already took the part that holds it.
      if (parent === undefined) return true;
    }
    const key = keys[keys.length - 1]!;
    const where = origins.get(parent) ?? '';
    if (Array.isArray(parent)) {
      const indexes = items.get(parent) ?? new Set<number>();
      if (!indexes.has(Number(key))) {
        const item = parent[Number(key)];
        const path =
          typeof item === 'object' && item !== null ? origins.get(item) : `${where}.${key}`;
        broken.push({ path: path ?? `${where}.${key}`, problem });
      }
      items.set(parent, indexes.add(Number(key)));
      return true;
    }
    if (Object.hasOwn(parent, key)) {
      delete parent[key];
      broken.push({ path: where ? `${where}.${key}` : `${key}`, problem });
      return true;
    }
    return takeOut(root, keys.slice(0, -1), problem, items);
  }
};

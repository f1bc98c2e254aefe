import type { Definition, Infer } from './schema.js';

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

// Characters that reorder or hide text and so could make "refused" read as something else.
const OVERRIDES =
  /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/**
 * Reads a backend's answer against a schema and salvages what is sound.
 *
 * A part that does not fit is taken out alone: an optional member becomes unknown, an item of a list
 * is dropped, an object that lacks a required member, or whose limits cannot be read, goes as a whole;
 * each is named in `broken`. The rest stays. The result is a frozen copy; members that the schema does not name are left behind.
 *
 * @param known parts of the input that were read before, by the same part of the schema: they stay as they are
 */
export const parse = <S extends Definition>(
  schema: S,
  input: unknown,
  known?: ReadonlySet<unknown>,
): Parsed<Infer<S>> => {
  const broken: BrokenPart[] = [];
  return { value: read(schema, input, '') as Infer<S> | undefined, broken };

  function read(definition: Definition, value: unknown, path: string, said = broken): unknown {
    if (known?.has(value)) return value;
    const refuse = (problem: string): undefined => void said.push({ path: path.slice(1), problem });
    switch (definition.kind) {
      case 'text': {
        const clean = typeof value === 'string' && value.replace(OVERRIDES, '');
        return clean && definition.test?.(clean) !== false
          ? clean
          : refuse(definition.refused ?? 'not a text');
      }
      case 'integer':
        return Number.isSafeInteger(value) && (value as number) >= definition.least
          ? value
          : refuse(`not an integer from ${definition.least}`);
      case 'flag':
        return typeof value === 'boolean' ? value : refuse('not true or false');
      case 'choice':
        return definition.options.includes(value as string)
          ? value
          : refuse(`not one of ${definition.options.join(', ')}`);
      case 'list': {
        if (!Array.isArray(value)) return refuse('not a list');
        const items = value
          .map((item: unknown, index) => read(definition.item, item, `${path}.${index}`, said))
          .filter((item) => item !== undefined);
        return definition.entire && items.length < value.length
          ? refuse('an item cannot be read')
          : Object.freeze(items);
      }
      case 'either': {
        for (const option of definition.options) {
          const ofOption: typeof said = [];
          const fits = read(option, value, path, ofOption);
          if (fits === undefined) continue;
          said.push(...ofOption);
          return fits;
        }
        return refuse('none of the forms it may have');
      }
      case 'object': {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
          return refuse('not an object');
        const result: Record<string, unknown> = {};
        for (const [key, field] of Object.entries(definition.fields)) {
          // `null` is how many backends write "not known".
          const member = Object.hasOwn(value, key)
            ? ((value as Record<string, unknown>)[key] ?? undefined)
            : undefined;
          const content =
            member === undefined ? undefined : read(field, member, `${path}.${key}`, said);
          if (content !== undefined) result[key] = content;
          else if (!field.optional || (field.limits && member !== undefined))
            return refuse(`no ${key}`);
        }
        for (const [holds, problem] of definition.checks)
          if (!holds(result)) return refuse(problem);
        return Object.freeze(result);
      }
    }
  }
};

/** Reads strictly: the value if nothing at all was wrong with it, else `undefined`. */
export const parseWhole = <S extends Definition>(
  schema: S,
  input: unknown,
): Infer<S> | undefined => {
  const { value, broken } = parse(schema, input);
  return broken.length ? undefined : value;
};

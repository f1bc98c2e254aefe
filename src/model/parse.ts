import { read, type BrokenPart, type Definition, type Infer } from './schema.js';

/** What could be read, and what could not. `value` is missing only if nothing true can be said. */
export interface Parsed<T> {
  readonly value: T | undefined;
  readonly broken: readonly BrokenPart[];
}

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
  const value = read(schema, input, '', { broken, known }) as Infer<S> | undefined;
  return { value, broken };
};

/** Reads strictly: the value if nothing at all was wrong with it, else `undefined`. */
export const parseWhole = <S extends Definition>(
  schema: S,
  input: unknown,
): Infer<S> | undefined => {
  const { value, broken } = parse(schema, input);
  return broken.length ? undefined : value;
};

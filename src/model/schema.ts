/**
 * What a value must look like, as data: the types, the checks at the boundary and the OpenAPI
 * document are all made from it. Each kind brings what reads it, so that a page carries only the kinds
 * that its elements use. A fifth of the size of a schema library, because it does one thing:
 * read JSON once and keep what is sound.
 */
export type Schema<T = unknown> = Definition & { readonly type?: (value: T) => T };

/** A part that could not be read: its path (`shipments.1.events.0.at`) and what was wrong. */
export interface BrokenPart {
  readonly path: string;
  readonly problem: string;
}

/** One reading of an answer. */
interface Reading {
  /** Takes each part that could not be read. */
  readonly broken: BrokenPart[];
  /** Parts that were read before, by the same part of the schema: they stay as they are. */
  readonly known: ReadonlySet<unknown> | undefined;
}

/** Gives what is sound of a value, or `undefined` once it has said why nothing is. */
type Reader = (
  value: unknown,
  refuse: (problem: string) => undefined,
  path: string,
  reading: Reading,
) => unknown;

/** The kinds of schema. `refused` says in words what a check cannot express otherwise. */
export type Definition = { readonly read: Reader } & (
  | {
      readonly kind: 'text';
      readonly test?: ((text: string) => boolean) | undefined;
      readonly refused?: string | undefined;
    }
  | { readonly kind: 'integer'; readonly least: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly item: Definition }
  | { readonly kind: 'either'; readonly options: readonly Definition[] }
  | {
      readonly kind: 'object';
      readonly fields: Readonly<Record<string, Field>>;
      readonly checks: readonly Check[];
    }
);

/** A member of an object, whether it may be missing, and whether it limits what the others claim. */
export type Field<T = unknown> = Schema<T> & {
  readonly optional?: boolean;
  readonly limits?: boolean;
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a check knows its own object's type
type Check = readonly [holds: (value: any) => boolean, refused: string];
type Fields = Readonly<Record<string, Definition & { readonly optional?: boolean }>>;

/** The type of what a schema reads. */
export type Infer<S> = S extends { readonly type?: (value: infer T) => unknown } ? T : never;
type OptionalKeys<F> = {
  [K in keyof F]: F[K] extends { readonly optional: true } ? K : never;
}[keyof F];
type Members<F> = { [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]> } & {
  [K in OptionalKeys<F>]?: Infer<F[K]> | undefined;
};
type Flat<T> = { [K in keyof T]: T[K] };

/** Reads one value. `path` is that from the whole answer, with a point before each step. */
export const read = (
  definition: Definition,
  value: unknown,
  path: string,
  reading: Reading,
): unknown =>
  reading.known?.has(value)
    ? value
    : definition.read(
        value,
        (problem) => void reading.broken.push({ path: path.slice(1), problem }),
        path,
        reading,
      );

// Characters that reorder or hide text and so could make "refused" read as something else.
const OVERRIDES =
  /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** Text that is not empty and passes a test. Direction overrides are removed from it. */
/* @__NO_SIDE_EFFECTS__ */
export const text = (test?: (text: string) => boolean, refused?: string): Schema<string> => ({
  kind: 'text',
  test,
  refused,
  read: (value, refuse) => {
    const clean = typeof value === 'string' && value.replace(OVERRIDES, '');
    return clean && test?.(clean) !== false ? clean : refuse(refused ?? 'not a text');
  },
});
/** A safe integer, not below `least`. */
/* @__NO_SIDE_EFFECTS__ */
export const integer = (least: number): Schema<number> => ({
  kind: 'integer',
  least,
  read: (value, refuse) =>
    Number.isSafeInteger(value) && (value as number) >= least
      ? value
      : refuse(`not an integer from ${least}`),
});
/** True or false. */
/* @__NO_SIDE_EFFECTS__ */
export const flag = (): Schema<boolean> => ({
  kind: 'flag',
  read: (value, refuse) => (typeof value === 'boolean' ? value : refuse('not true or false')),
});
/** One of several words. */
/* @__NO_SIDE_EFFECTS__ */
export const choice = <const T extends readonly string[]>(options: T): Schema<T[number]> => ({
  kind: 'choice',
  options,
  read: (value, refuse) =>
    options.includes(value as string) ? value : refuse(`not one of ${options.join(', ')}`),
});
/** A list; an item that cannot be read is taken out of it. */
/* @__NO_SIDE_EFFECTS__ */
export const list = <T>(item: Schema<T>): Schema<T[]> => ({
  kind: 'list',
  item,
  read: (value, refuse, path, reading) =>
    Array.isArray(value)
      ? Object.freeze(
          value
            .map((each: unknown, index) => read(item, each, `${path}.${index}`, reading))
            .filter((each) => each !== undefined),
        )
      : refuse('not a list'),
});
/** The same list, refused as a whole if one of its items cannot be read: half of it would be another claim. */
/* @__NO_SIDE_EFFECTS__ */
export const entire = <S extends Definition>(schema: S): S => ({
  ...schema,
  read: (value, refuse, path, reading) => {
    const items = schema.read(value, refuse, path, reading) as unknown[] | undefined;
    return items && items.length < (value as unknown[]).length
      ? refuse('an item cannot be read')
      : items;
  },
});
/** The first of several schemas that fits. */
/* @__NO_SIDE_EFFECTS__ */
export const either = <const S extends readonly Definition[]>(
  ...options: S
): Schema<Infer<S[number]>> =>
  ({
    kind: 'either',
    options,
    read: (value, refuse, path, reading) => {
      for (const option of options) {
        const ofOption = { ...reading, broken: [] };
        const fits = read(option, value, path, ofOption);
        if (fits === undefined) continue;
        reading.broken.push(...ofOption.broken);
        return fits;
      }
      return refuse('none of the forms it may have');
    },
  }) satisfies Definition;
/** A member that may be missing; one that cannot be read counts as missing. */
/* @__NO_SIDE_EFFECTS__ */
export const optional = <T>(schema: Schema<T>): Schema<T> & { readonly optional: true } => ({
  ...schema,
  optional: true,
});
/**
 * A member that may be missing but not unreadable, because it limits what the rest claims: units
 * "from 1 Dec" whose date cannot be read are not units there now. Then the object goes as a whole.
 */
/* @__NO_SIDE_EFFECTS__ */
export const limiting = <T>(schema: Schema<T>): Schema<T> & { readonly optional: true } =>
  ({ ...schema, optional: true, limits: true }) as never;
/** An object. Members not named are ignored; checks concern it as a whole. */
/* @__NO_SIDE_EFFECTS__ */
export const object = <F extends Fields>(
  fields: F,
  ...checks: readonly (readonly [holds: (value: Flat<Members<F>>) => boolean, refused: string])[]
): Schema<Flat<Members<F>>> & { readonly fields: F } =>
  ({
    kind: 'object',
    fields,
    checks,
    read: (value, refuse, path, reading) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return refuse('not an object');
      const result: Record<string, unknown> = {};
      for (const [key, field] of Object.entries<Field>(fields)) {
        // `null` is how many backends write "not known".
        const member =
          (Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null) ?? null;
        const content =
          member === null ? undefined : read(field, member, `${path}.${key}`, reading);
        if (content !== undefined) result[key] = content;
        else if (!field.optional || (field.limits && member !== null)) return refuse(`no ${key}`);
      }
      for (const [holds, problem] of checks) if (!holds(result as never)) return refuse(problem);
      return Object.freeze(result);
    },
  }) satisfies Definition;

/**
 * What a value must look like, as plain data: the types, the checks at the boundary and the OpenAPI
 * document are all made from it. A fifth of the size of a schema library, because it does one thing:
 * read JSON once and keep what is sound.
 */
export type Schema<T = unknown> = Definition & { readonly type?: (value: T) => T };

/** The kinds of schema. `refused` says in words what a check cannot express otherwise. */
export type Definition =
  | {
      readonly kind: 'text';
      readonly test?: ((text: string) => boolean) | undefined;
      readonly refused?: string | undefined;
    }
  | { readonly kind: 'integer'; readonly least: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly item: Definition; readonly entire?: boolean }
  | { readonly kind: 'either'; readonly options: readonly Definition[] }
  | {
      readonly kind: 'object';
      readonly fields: Readonly<Record<string, Field>>;
      readonly checks: readonly Check[];
    };

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

/** Text that is not empty and passes a test. Direction overrides are removed from it. */
/* @__NO_SIDE_EFFECTS__ */
export const text = (test?: (text: string) => boolean, refused?: string): Schema<string> => ({
  kind: 'text',
  test,
  refused,
});
/** A safe integer, not below `least`. */
/* @__NO_SIDE_EFFECTS__ */
export const integer = (least: number): Schema<number> => ({ kind: 'integer', least });
/** True or false. */
/* @__NO_SIDE_EFFECTS__ */
export const flag = (): Schema<boolean> => ({ kind: 'flag' });
/** One of several words. */
/* @__NO_SIDE_EFFECTS__ */
export const choice = <const T extends readonly string[]>(options: T): Schema<T[number]> => ({
  kind: 'choice',
  options,
});
/** A list; an item that cannot be read is taken out of it. */
/* @__NO_SIDE_EFFECTS__ */
export const list = <T>(item: Schema<T>): Schema<T[]> => ({ kind: 'list', item });
/** The same list, refused as a whole if one of its items cannot be read: half of it would be another claim. */
/* @__NO_SIDE_EFFECTS__ */
export const entire = <S extends Definition>(schema: S): S => ({ ...schema, entire: true });
/** The first of several schemas that fits. */
/* @__NO_SIDE_EFFECTS__ */
export const either = <const S extends readonly Definition[]>(
  ...options: S
): Schema<Infer<S[number]>> => ({ kind: 'either', options }) as never;
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
  ({ kind: 'object', fields, checks }) as never;

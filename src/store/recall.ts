import { parse, type Order } from '../model/index.js';

type Schema = Parameters<typeof parse>[0];
type Members = Readonly<Record<string, unknown>>;

/** Whether what is said now would be read as what was read before; what cannot be told at sight would not. */
const isSame = (schema: Schema, said: unknown, read: unknown): boolean => {
  if (typeof said !== 'object' || typeof read !== 'object' || !said || !read)
    return (said ?? undefined) === read;
  if (schema.kind === 'list' && Array.isArray(said)) {
    const items = read as readonly unknown[];
    let at = said.length;
    if (at !== items.length) return false;
    while (at--) if (!isSame(schema.item, said[at], items[at])) return false;
    return true;
  }
  if (schema.kind !== 'object' || Array.isArray(said)) return false;
  // Hundreds of parts are compared for each answer: a loop over the members is the least that it can cost.
  let more = 0;
  for (const key in said) {
    const member = (said as Members)[key];
    const known = (read as Members)[key];
    if (member !== known) {
      const field = schema.fields[key];
      if (field && !isSame(field, member, known)) return false;
    }
    if (known !== undefined) more++;
  }
  for (const key in read) if ((read as Members)[key] !== undefined) more--;
  return !more;
};

/** What is said, with what was read before in place of what says the same again. */
const recalled = (schema: Schema, said: unknown, last: unknown, known: Set<unknown>): unknown => {
  if (typeof said !== 'object' || typeof last !== 'object' || !said || !last) return said;
  if (schema.kind === 'object' && isSame(schema, said, last)) {
    known.add(last);
    return last;
  }
  if (schema.kind === 'list' && Array.isArray(said)) {
    const before = last as readonly unknown[];
    let from = 0;
    let same = said.length === before.length;
    const items = said.map((item: unknown, index) => {
      // Mostly what is new stands at one end, and the rest in its order.
      let at = from;
      while (at < before.length && !isSame(schema.item, item, before[at])) at++;
      if (at !== index) same = false;
      if (at === before.length) return recalled(schema.item, item, before[index], known);
      from = at + 1;
      // A text may stand where it means something else; only what is one object is the same thing.
      if (typeof item === 'object') known.add(before[at]);
      return before[at];
    });
    if (!same) return items;
    known.add(before);
    return before;
  }
  if (schema.kind !== 'object' || Array.isArray(said)) return said;
  const parts: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.fields))
    if (Object.hasOwn(said, key))
      parts[key] = recalled(field, (said as Members)[key], (last as Members)[key], known);
  return parts;
};

/**
 * Reads the next answer about an order: what says the same as before is not read anew, and stays the same object, so that
 * nothing that follows from it has to be worked out anew. Everything that was read is ours and frozen: what an
 * adapter does with its own answer later changes nothing.
 *
 * @param order what was read of the answer before
 */
export const readAfter =
  (order: Order | undefined): typeof parse =>
  (schema, answer) => {
    // Nothing was read: an answer that holds nothing of an order would look like that.
    if (!order) return parse(schema, answer);
    const known = new Set<unknown>();
    return parse(schema, recalled(schema, answer, { order }, known), known);
  };

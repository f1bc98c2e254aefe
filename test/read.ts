import assert from 'node:assert/strict';
import { parse, type Definition, type Infer } from '../src/model/index.js';

/** What a schema reads, where nothing may be wrong with it. */
export const read = <S extends Definition>(schema: S, value: unknown): Infer<S> => {
  const parsed = parse(schema, value);
  assert.deepEqual(parsed.broken, []);
  return parsed.value as Infer<S>;
};

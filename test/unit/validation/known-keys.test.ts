import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { knownKeys } from '../../../src/core/validation/known-keys';

const schema = z.pipe(
  z.strictObject({
    name: z.string(),
    list: z._default(z.array(z.strictObject({ item: z.string() })), []),
    inner: z.optional(z.catch(z.strictObject({ deep: z.string() }), { deep: '' })),
    free: z.record(z.string(), z.string()),
  }),
  z.transform((value) => value),
);

const knows = (path: readonly PropertyKey[], ...keys: readonly string[]) =>
  assert.deepEqual(knownKeys(schema, path), keys);

describe('knownKeys', () => {
  it('are those of the whole', () => knows([], 'name', 'list', 'inner', 'free'));
  it('are those of a list’s items', () => knows(['list', 7], 'item'));
  it('are those below what is optional', () => knows(['inner'], 'deep'));
  it('are none of a text', () => knows(['name']));
  it('are none where every key is free', () => knows(['free', 'x']));
  it('are none where the schema ends', () => knows(['nowhere', 'x']));
});

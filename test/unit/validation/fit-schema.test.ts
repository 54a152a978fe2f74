import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { fitSchema } from '../../../src/core/validation/fit-schema';

const schema = z.strictObject({
  title: z.string().check(z.minLength(1)),
  minutes: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
  kind: z.optional(z.enum(['bind', 'volume', 'tmpfs'])),
  list: z.optional(z.array(z.string())),
  labels: z.optional(z.record(z.string().check(z.regex(/^[a-z]+$/, 'must be small.')), z.string())),
  flag: z.optional(z.boolean()),
  other: z.optional(z.union([z.string(), z.number()])),
  own: z.optional(z.union([z.string(), z.number()], 'must be one or the other.')),
  letter: z.optional(z.enum([...'abcdefghijklmn'].map((letter) => letter.repeat(4)))),
});

/** A value that has a title, and the only mistake in it. */
function finds(value: Readonly<Record<string, unknown>>, path: string, message: string) {
  const { mistakes } = fitSchema({ title: 'x', ...value }, schema);
  assert.deepEqual(
    mistakes.map((mistake) => [mistake.path.join('.'), mistake.message]),
    [[path, message]],
  );
}

describe('fitSchema', () => {
  it('gives a value that fits', () =>
    assert.deepEqual(fitSchema({ title: 'x', minutes: 5 }, schema), {
      value: { title: 'x', minutes: 5 },
      mistakes: [],
    }));
  it('tells every mistake', () =>
    assert.equal(fitSchema({ minutes: 0, flag: 1 }, schema).mistakes.length, 3));

  it('tells what is missing', () => finds({ title: undefined }, 'title', '"title" is missing.'));
  it('tells what is empty', () => finds({ title: '' }, 'title', '"title" must not be empty.'));
  it('tells that text is wanted', () => finds({ title: 5 }, 'title', '"title" must be text.'));
  it('tells that a number is wanted', () =>
    finds({ minutes: '5' }, 'minutes', '"minutes" must be a number.'));
  it('tells that a whole number is wanted', () =>
    finds({ minutes: 1.5 }, 'minutes', '"minutes" must be a whole number.'));
  it('tells what is too small', () =>
    finds({ minutes: 0 }, 'minutes', '"minutes" must be at least 1.'));
  it('tells what is too big', () =>
    finds({ minutes: 61 }, 'minutes', '"minutes" must be at most 60.'));
  it('tells that true or false is wanted', () =>
    finds({ flag: 'yes' }, 'flag', '"flag" must be true or false.'));
  it('tells that a list is wanted', () =>
    finds({ list: 'a' }, 'list', '"list" must be a list, such as [one, two].'));
  it('tells which item of a list', () =>
    finds({ list: ['a', 1] }, 'list.1', '"list.1" must be text.'));
  it('tells that keys are wanted', () =>
    finds({ labels: ['a'] }, 'labels', '"labels" must be a map of keys.'));
  it('tells a key that does not fit', () =>
    finds({ labels: { A: 'b' } }, 'labels.A', '"labels.A" must be small.'));
  it('tells the choice', () =>
    finds({ kind: 'disk' }, 'kind', '"kind" must be bind, volume or tmpfs.'));
  it('tells which of a choice was meant', () =>
    finds(
      { kind: 'volumes' },
      'kind',
      '"kind" must be bind, volume or tmpfs. Did you mean "volume"?',
    ));
  it('tells which of a long choice was meant, without the rest', () =>
    finds({ letter: 'aaab' }, 'letter', '"letter" knows no "aaab". Did you mean "aaaa"?'));
  it('tells what fits no alternative', () =>
    finds({ other: [] }, 'other', '"other" is not understood.'));
  it('uses the words given with the schema', () =>
    finds({ own: [] }, 'own', '"own" must be one or the other.'));
  it('tells a key that nobody knows', () =>
    finds(
      { colour: 1 },
      'colour',
      '"colour" is not known here. Known: title, minutes, kind, list, labels, flag, other, own, letter.',
    ));
  it('tells which key was meant', () =>
    finds({ minute: 1 }, 'minute', '"minute" is not known here. Did you mean "minutes"?'));
  it('tells which keys belong here when there are none', () =>
    assert.deepEqual(fitSchema('x', z.strictObject({ title: z.string() })).mistakes, [
      {
        path: [],
        message: 'Here belong the keys title, each on a line of its own, such as "title: …".',
      },
    ]));
});

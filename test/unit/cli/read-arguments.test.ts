import assert from 'node:assert/strict';
import { readArguments } from '../../../src/cli/read-arguments';
import { LabError } from '../../../src/core/lab-error';

const read = (...args: readonly string[]) =>
  readArguments(
    { args: [...args], options: { json: { type: 'boolean' }, labs: { type: 'string' } } },
    'Read the help.',
  );

const refuses = (message: string, ...args: readonly string[]) =>
  assert.throws(
    () => read(...args),
    (error) => {
      assert.ok(error instanceof LabError);
      assert.deepEqual(
        [error.code, error.message, error.advice],
        ['usage', message, 'Read the help.'],
      );
      return true;
    },
  );

describe('readArguments', () => {
  it('reads options', () =>
    assert.deepEqual({ ...read('--json', '--labs', 'x').values }, { json: true, labs: 'x' }));
  it('refuses an option that nobody knows', () =>
    refuses("Unknown option '--nonsense'.", '--nonsense'));
  it('refuses a short option that nobody knows', () => refuses("Unknown option '-x'.", '-x'));
  it('refuses a word too many', () => refuses("Unexpected argument 'x'.", 'x'));
  it('refuses an option without its value', () =>
    refuses("Option '--labs <value>' argument missing.", '--labs'));
  it('refuses a value that nobody asked for', () =>
    refuses("Option '--json' does not take an argument.", '--json=yes'));
});

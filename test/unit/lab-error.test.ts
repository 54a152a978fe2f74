import assert from 'node:assert/strict';
import { describeError, exitCodeOf, LabError } from '../../src/core/lab-error';

const advised = new LabError('no-engine', 'No engine answers.', { advice: 'Start one.' });
const plain = new LabError('file', 'It cannot be read.', { cause: 'x' });

describe('LabError', () => {
  it('says what it is', () =>
    assert.deepEqual(
      [plain.name, plain.code, plain.message, plain.advice, plain.cause],
      ['LabError', 'file', 'It cannot be read.', undefined, 'x'],
    ));
  it('takes the docker client’s words over from its cause', () => {
    const cause = new LabError('not-found', 'No x.', { clientWords: 'Error: x' });
    const wrapped = new LabError('not-found', 'There is no x.', { cause });
    assert.deepEqual([wrapped.clientWords, plain.clientWords], ['Error: x', undefined]);
  });
});

describe('describeError', () => {
  const says = (error: unknown, text: string) => assert.equal(describeError(error), text);
  it('says the message and the advice', () => says(advised, 'No engine answers.\nStart one.'));
  it('says the message alone', () => says(plain, 'It cannot be read.'));
  it('says what other errors say', () => says(new TypeError('x is not y'), 'x is not y'));
  it('says what is no error', () => says('thrown', 'thrown'));
});

describe('exitCodeOf', () => {
  const ends = (error: unknown, code: number) => assert.equal(exitCodeOf(error), code);
  it('is the error’s own', () => ends(new LabError('usage', '', { exitCode: 125 }), 125));
  it('is that of an interruption', () => ends(new LabError('cancelled', ''), 130));
  it('is 1 for the rest', () => ends(advised, 1));
  it('is 1 for defects', () => ends(new Error('x'), 1));
});

import assert from 'node:assert/strict';
import type { Check } from '../../../src/core/check/check';
import { isRelevant, watchedFiles } from '../../../src/core/check/relevance';
import { anEvent } from '../../support/fake-facts';

const file: Check = { kind: 'file', say: '', path: 'a.txt' };
const page: Check = { kind: 'http', say: '', url: 'http://localhost', status: 200 };
const ownPage: Check = { ...page, containsFile: 'site/index.html' };
const runs: Check = { kind: 'container', say: '', container: { name: 'web' } };
const port: Check = { kind: 'port', say: '', port: 80, is: 'free' };
const command: Check = { kind: 'command', say: '', container: { name: 'web' }, command: ['ls'] };
const executed: Check = { kind: 'happened', say: '', action: 'exec_start' };

describe('isRelevant', () => {
  const wakes = (action: string, wanted: boolean, ...checks: readonly Check[]) =>
    assert.equal(isRelevant(anEvent({ action }), checks), wanted);

  for (const check of [runs, page, port, command, executed]) {
    it(`is so for checks of ${check.kind}`, () => wakes('start', true, check));
  }
  it('is so when one of several asks the engine', () => wakes('die', true, file, runs));
  it('is not so for files alone', () => wakes('start', false, file));
  it('is not so without checks', () => wakes('start', false));
  it('is not so for commands that our own checks run', () =>
    wakes('exec_start: ls', false, command, runs));
  it('is so for commands that a check waits for', () =>
    wakes('exec_start: touch /x', true, executed));
});

describe('watchedFiles', () => {
  it('are those that checks read', () =>
    assert.deepEqual(watchedFiles([file, runs, page, ownPage]), ['a.txt', 'site/index.html']));
});

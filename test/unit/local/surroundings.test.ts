import assert from 'node:assert/strict';
import { homedir, userInfo } from 'node:os';
import { localSurroundings } from '../../../src/local/surroundings';

/** The surroundings in an environment with these variables only. */
function inEnvironment(variables: NodeJS.ProcessEnv) {
  const before = process.env;
  process.env = variables;
  try {
    return localSurroundings('/work');
  } finally {
    process.env = before;
  }
}

describe('localSurroundings', () => {
  it('are those of this machine', () => {
    const { workingDirectory, home, variables } = localSurroundings('/work');
    assert.deepEqual([workingDirectory, home, variables], ['/work', homedir(), process.env]);
  });
  it('have the user of the environment', () =>
    assert.equal(inEnvironment({ USER: 'me', USERNAME: 'other' }).user, 'me'));
  it('have the user of Windows', () => assert.equal(inEnvironment({ USERNAME: 'me' }).user, 'me'));
  it('have the user’s account', () => assert.equal(inEnvironment({}).user, userInfo().username));
});

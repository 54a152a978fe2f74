import assert from 'node:assert/strict';
import { verify } from '../../../src/cli/verify';
import { LabError } from '../../../src/core/lab-error';
import { runCommand } from '../../support/captured-printer';

describe('verify', () => {
  it('tells its options', async () => {
    const { exitCode, output } = await runCommand(verify, '--help');
    assert.equal(exitCode, 0);
    assert.match(output, /^container-labs verify \[options\] \[LESSON…\]\n/);
  });
  it('refuses an option that nobody knows', () =>
    assert.rejects(
      runCommand(verify, '--nonsense'),
      new LabError('usage', "Unknown option '--nonsense'.", {
        advice: 'See: container-labs verify --help',
      }),
    ));
  it('refuses a lesson that nobody knows, before it looks for an engine', () =>
    assert.rejects(
      runCommand(verify, '--labs', 'labs', 'introduction/nothing'),
      new LabError('usage', 'There is no lesson "introduction/nothing".', {
        advice: 'container-labs labs lists them all.',
      }),
    ));
});

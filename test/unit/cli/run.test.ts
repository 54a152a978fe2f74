import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { LabError } from '../../../src/core/lab-error';
import { runCommand } from '../../support/captured-printer';

const refuses = (message: string, ...arguments_: readonly string[]) =>
  assert.rejects(
    runCommand(run, ...arguments_),
    new LabError('usage', message, {
      advice: 'For example: container-labs run "docker run --rm hello-world"',
    }),
  );

describe('run', () => {
  it('tells its options', async () => {
    const { exitCode, output } = await runCommand(run, '--help');
    assert.equal(exitCode, 0);
    assert.match(output, /^container-labs run \[options\] "<docker command line>"\n/);
  });
  it('refuses nothing', () =>
    refuses('run takes one argument: the whole command line, in quotes.'));
  it('refuses a command line without quotes', () =>
    refuses('run takes one argument: the whole command line, in quotes.', 'docker', 'ps'));
  it('refuses options of docker without quotes', () =>
    refuses("Unknown option '--rm'.", 'docker', 'run', '--rm', 'hello-world'));
});

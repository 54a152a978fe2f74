import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** The program as a person starts it: exit code and both streams. */
function run(...arguments_: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['out/src/cli.js', ...arguments_]);
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

describe('container-labs', () => {
  it('tells its commands', () => {
    const { status, stdout, stderr } = run('--help');
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(
      [...stdout.matchAll(/^ {2}container-labs (\w+)/gm)].map(([, name]) => name),
      ['lint', 'run', 'labs', 'verify'],
    );
  });
  it('tells them, and fails, when it is told nothing', () => {
    const { status, stdout } = run();
    assert.deepEqual([status, /^Container Labs/.test(stdout)], [2, true]);
  });
  it('tells its version', () => assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/));
  it('does what a command says', () => {
    const { status, stdout, stderr } = run('labs', '--json', '--labs', 'labs');
    assert.deepEqual([status, stderr], [0, '']);
    assert.ok(JSON.parse(stdout).length > 0);
  });
  it('refuses a command that nobody knows', () =>
    assert.deepEqual(run('lbas'), {
      status: 2,
      stdout: '',
      stderr: 'container-labs: There is no command "lbas".\nDid you mean "labs"?\n',
    }));
  it('refuses what every object knows', () => {
    const { status, stderr } = run('constructor');
    assert.deepEqual([status, /^container-labs: There is no command/.test(stderr)], [2, true]);
  });
  for (const command of ['lint', 'run', 'labs', 'verify']) {
    it(`refuses an option that ${command} does not know, in plain words`, () => {
      const { status, stdout, stderr } = run(command, '--nonsense');
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^container-labs: Unknown option '--nonsense'\.\n.*container-labs.*\n$/);
    });
  }
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { commandMeanings } from '../../src/core/command/command-names';
import { flagsOf } from '../../src/core/command/flags';
import { isClientFlag } from '../../src/core/command/flags/client-flags';

/** The flags of a command as the client's help lists them: `-f --format value`, `--quiet`. */
function clientFlags(command: string): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    execFile('docker', [...command.split(' '), '--help'], (error, help) => {
      if (error) return resolve(undefined);
      const rows = help.matchAll(/^ {2}(?:(-\w), | {4})(--[\w-]+)(?: (\w+))?(?= {2}|$)/gm);
      resolve(
        [...rows].map(([, short = '', long, value]) =>
          `${short} ${long}${value === undefined ? '' : ' value'}`.trim(),
        ),
      );
    });
  });
}

describe('the flags of each command, next to the docker client', () => {
  before(async function () {
    if ((await clientFlags('run')) !== undefined) return;
    process.stderr.write('SKIPPED: the docker client is not installed to compare with.\n');
    this.skip();
  });

  for (const command of Object.keys(commandMeanings).filter((name) => name !== 'compose')) {
    it(`are known: ${command}`, async () => {
      const ours = (flagsOf(command) ?? []).map(({ short, long, takes }) =>
        `${short ? `-${short} ` : ''}--${long}${takes === 'nothing' ? '' : ' value'}`.trim(),
      );
      const theirs = (await clientFlags(command)) ?? [];
      const missing = theirs.filter(
        (flag) => !ours.includes(flag) && !isClientFlag(command, /--[\w-]+/.exec(flag)?.[0] ?? ''),
      );
      assert.deepEqual(missing, []);
    });
  }
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { planBlock } from '../../src/core/command/plan-block';
import { exitCodeOf } from '../../src/core/lab-error';
import type { ShellParser } from '../../src/core/shell/script';
import { surroundings } from '../support/command-words';
import { testShellParser } from '../support/shell-parser';

/** The client's exit code for a command without quotes; `undefined` where it is not installed. */
function clientExitCode(line: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile('docker', line.split(' ').slice(1), (error) => {
      resolve(error === null ? 0 : typeof error.code === 'number' ? error.code : undefined);
    });
  });
}

describe('commands that are wrong, next to the docker client', () => {
  let shell: ShellParser;
  before(async function () {
    if ((await clientExitCode('docker --version')) === undefined) {
      process.stderr.write('SKIPPED: the docker client is not installed to compare with.\n');
      this.skip();
    }
    shell = await testShellParser();
  });

  const endsAlike = (line: string) =>
    it(`end alike: ${line}`, async () => {
      let exitCode = 0;
      try {
        planBlock(line, shell, surroundings);
      } catch (error) {
        exitCode = exitCodeOf(error);
      }
      assert.notEqual(exitCode, 0);
      assert.equal(exitCode, await clientExitCode(line));
    });

  endsAlike('docker rnu');
  endsAlike('docker network crate back');
  endsAlike('docker ps --nope');
  endsAlike('docker ps web');
  endsAlike('docker ps -n few');
  endsAlike('docker ps --filter name');
  endsAlike('docker run');
  endsAlike('docker run -Z alpine');
  endsAlike('docker run -p');
  endsAlike('docker run -p web alpine');
  endsAlike('docker run --memory lots alpine');
  endsAlike('docker run --pull sometimes alpine');
  endsAlike('docker run --rm=maybe alpine');
  endsAlike('docker create --restart always --rm alpine');
  endsAlike('docker exec web');
  endsAlike('docker logs a b');
  endsAlike('docker tag a');
  endsAlike('docker rm');
  endsAlike('docker volume create a b');
});

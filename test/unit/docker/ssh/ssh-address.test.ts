import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LabError } from '../../../../src/core/lab-error';
import { parseSshAddress, sshArguments } from '../../../../src/docker/ssh/ssh-address';

const always = ['-o', 'ConnectTimeout=30', '-T', '--'];

function calls(url: string, words: readonly string[]): void {
  it(`calls ssh for ${url}`, () => {
    assert.deepEqual(sshArguments(parseSshAddress(url, 'a test')), words);
  });
}

function refuses(url: string, words: RegExp): void {
  it(`refuses ${url}`, () => {
    assert.throws(
      () => parseSshAddress(url, 'a test'),
      (error) => error instanceof LabError && words.test(`${error.message} ${error.advice}`),
    );
  });
}

const dial = ['docker', 'system', 'dial-stdio'];

describe('an SSH address', () => {
  calls('ssh://host', [...always, 'host', ...dial]);
  calls('ssh://me@host', ['-l', 'me', ...always, 'host', ...dial]);
  calls('ssh://me@host:2222', ['-l', 'me', '-p', '2222', ...always, 'host', ...dial]);
  calls('ssh://host/', [...always, 'host', ...dial]);
  calls('ssh://[::1]:22', ['-p', '22', ...always, '::1', ...dial]);
  calls('ssh://host/run/user/1000/docker.sock', [
    ...[...always, 'host', 'docker', '--host=unix:///run/user/1000/docker.sock'],
    ...['system', 'dial-stdio'],
  ]);
  calls("ssh://host/a b'$(id)", [
    ...[...always, 'host', 'docker', `--host='unix:///a b'\\''$(id)'`],
    ...['system', 'dial-stdio'],
  ]);

  refuses('ssh://', /not the address/);
  refuses('ssh://-oProxyCommand=id', /“-”/);
  refuses('ssh://-x@host', /“-”/);
  refuses('ssh://me:secret@host', /me@host No password/);
  refuses('ssh://host?x=1', /not the address/);
  refuses('ssh://host#x', /not the address/);
  refuses('ssh://host:port', /not the address/);
  refuses('ssh://%zz@host', /not the address/);

  it('never gives ssh an option of its own, and throws nothing but a LabError', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          const words = sshArguments(parseSshAddress(`ssh://${text}`, 'a test'));
          const host = words[words.indexOf('--') + 1] ?? '';
          const user = words[0] === '-l' ? (words[1] ?? '') : 'none';
          return host !== '' && !host.startsWith('-') && !user.startsWith('-');
        } catch (error) {
          return error instanceof LabError;
        }
      }),
    );
  });
});

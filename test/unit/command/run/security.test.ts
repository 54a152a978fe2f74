import assert from 'node:assert/strict';
import {
  capabilityNames,
  seccompProfile,
  securityOptions,
} from '../../../../src/core/command/run/security';
import { optionsOf } from '../../../support/command-words';

describe('capabilityNames', () => {
  it('have one spelling, each once, in order', () =>
    assert.deepEqual(capabilityNames(['net_admin', 'CAP_CHOWN', 'NET_ADMIN', 'all']), [
      'ALL',
      'CAP_CHOWN',
      'CAP_NET_ADMIN',
    ]));
});

describe('--security-opt', () => {
  const reads = (line: string, kept: readonly string[] | undefined, profile?: string) =>
    it(`reads ${line}`, () => {
      const options = optionsOf(`${line} alpine`);
      assert.deepEqual(
        [securityOptions(options).SecurityOpt, seccompProfile(options)],
        [kept, profile],
      );
    });
  const refuses = (option: string) =>
    it(`refuses “${option}”`, () =>
      assert.throws(() => securityOptions(optionsOf(`--security-opt ${option} alpine`)), {
        code: 'usage',
        advice: 'Write it as NAME=VALUE, or no-new-privileges.',
      }));

  reads('--rm', undefined);
  reads('--security-opt no-new-privileges', ['no-new-privileges']);
  reads('--security-opt seccomp=unconfined', ['seccomp=unconfined']);
  reads('--security-opt seccomp=my.json', undefined, 'my.json');
  reads(
    '--security-opt seccomp:my.json --security-opt label:disable',
    ['label:disable'],
    'my.json',
  );
  reads('--security-opt seccomp=builtin', ['seccomp=builtin']);
  refuses('nope');
  refuses('seccomp=');

  it('hides nothing with systempaths=unconfined', () =>
    assert.deepEqual(securityOptions(optionsOf('--security-opt systempaths=unconfined alpine')), {
      SecurityOpt: undefined,
      MaskedPaths: [],
      ReadonlyPaths: [],
    }));
});

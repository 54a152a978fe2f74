import assert from 'node:assert/strict';
import { commandMeanings } from '../../../../src/core/command/command-names';
import { flagsOf } from '../../../../src/core/command/flags';
import { composeFlags, composeGlobalFlags } from '../../../../src/core/command/flags/compose-flags';

const tables = [
  ...Object.keys(commandMeanings)
    .filter((name) => name !== 'compose')
    .map((name) => [name, flagsOf(name) ?? []] as const),
  ['compose', composeGlobalFlags] as const,
  ...Object.entries(composeFlags).map(([name, flags]) => [`compose ${name}`, flags] as const),
];

describe('flags', () => {
  it('are there for every command', () =>
    assert.deepEqual(
      tables.filter(([, flags]) => flags.length === 0),
      [],
    ));

  it('have one name and one letter each', () => {
    for (const [command, flags] of tables) {
      const long = flags.map((flag) => flag.long);
      const short = flags.flatMap((flag) => flag.short || []);
      assert.deepEqual(
        [command, long.length, short.length],
        [command, new Set(long).size, new Set(short).size],
      );
    }
  });

  it('each say something short, in a phrase of their own', () => {
    const phrases = tables.flatMap(([command, flags]) =>
      flags.flatMap((flag) => {
        const described = flag.describe?.('VALUE') ?? '';
        return [flag.meaning, described].map((text) => ({ command, flag: flag.long, text }));
      }),
    );
    const wrong = phrases.filter(
      ({ text }) => /\.$|^\s|\s$|undefined/.test(text) || text.length > 110,
    );
    assert.deepEqual(wrong, []);
  });

  it('put their value into words', () => {
    const silent = tables.flatMap(([command, flags]) =>
      flags
        .filter(
          (flag) =>
            flag.describe &&
            !/VALUE|value|port|mount|volume|JSON|images/.test(flag.describe('VALUE')),
        )
        .map((flag) => `${command} --${flag.long}: ${flag.describe?.('VALUE')}`),
    );
    assert.deepEqual(silent, []);
  });

  it('name their risk in a sentence', () => {
    const risks = (flagsOf('run') ?? []).flatMap((flag) => flag.risk?.('host') ?? []);
    assert.ok(risks.length > 8);
    assert.deepEqual(
      risks.filter(({ text }) => !/^[A-Z].*\.$/.test(text)),
      [],
    );
  });

  const risk = (name: string, given: string, level: string | undefined) =>
    it(`--${name} ${given} is ${level ?? 'no'} risk`, () => {
      const flag = flagsOf('run')?.find(({ long }) => long === name);
      assert.equal(flag?.risk?.(given)?.level, level);
    });
  risk('privileged', '', 'high');
  risk('cap-add', 'SYS_ADMIN', 'high');
  risk('cap-add', 'ALL', 'high');
  risk('cap-drop', 'ALL', undefined);
  risk('network', 'host', 'high');
  risk('network', 'back', undefined);
  risk('pid', 'host', 'high');
  risk('ipc', 'host', 'high');
  risk('userns', 'host', 'high');
  risk('uts', 'host', 'high');
  risk('cgroupns', 'host', 'high');
  risk('security-opt', 'seccomp=unconfined', 'high');
  risk('security-opt', 'apparmor:unconfined', 'high');
  risk('security-opt', 'label=disable', 'high');
  risk('security-opt', 'no-new-privileges', undefined);
  risk('device', '/dev/sda', 'high');
  risk('publish', '80:80', 'low');
  risk('publish-all', '', 'low');
  risk('volume', '/var/run/docker.sock:/x', 'high');
  risk('use-api-socket', '', 'high');
  risk('oom-kill-disable', '', 'high');

  it('of create lack what needs a running container', () => {
    const names = (command: string) => (flagsOf(command) ?? []).map(({ long }) => long);
    const missing = names('run').filter((name) => !names('create').includes(name));
    assert.deepEqual(missing, ['detach', 'detach-keys', 'sig-proxy']);
  });
  it('are none for commands that are not ours', () => {
    assert.equal(flagsOf('plugin'), undefined);
    assert.equal(flagsOf('constructor'), undefined);
  });
});

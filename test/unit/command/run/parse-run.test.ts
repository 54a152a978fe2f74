import assert from 'node:assert/strict';
import { parseRun } from '../../../../src/core/command/run/parse-run';
import { optionsOf, surroundings } from '../../../support/command-words';

describe('parseRun', () => {
  const read = (line: string, start = true) => parseRun(optionsOf(line), start, surroundings);
  const refuses = (line: string, message: string) =>
    it(`refuses “${line}”`, () =>
      assert.throws(() => read(line), { name: 'LabError', code: 'usage', message }));

  it('knows what a plain run is', () => {
    const { create, ...request } = read('alpine ls -l');
    assert.deepEqual(request, {
      kind: 'run',
      start: true,
      image: 'alpine',
      command: ['ls', '-l'],
      detach: false,
      interactive: false,
      tty: false,
      remove: false,
      pull: 'missing',
      platform: undefined,
      name: undefined,
      detachKeys: undefined,
      signalProxy: true,
      environmentFiles: [],
      labelFiles: [],
      seccompProfile: undefined,
      cidFile: undefined,
    });
    assert.equal(create.Image, 'alpine');
  });
  it('knows what is not in the body', () => {
    const { create: _, ...request } = read(
      '-itd --rm --name web --pull never --platform linux/arm64 --sig-proxy=false --env-file a --env-file b --label-file c --cidfile d --security-opt seccomp=e --detach-keys ctrl-x alpine',
    );
    assert.deepEqual(request, {
      kind: 'run',
      start: true,
      image: 'alpine',
      command: [],
      detach: true,
      interactive: true,
      tty: true,
      remove: true,
      pull: 'never',
      platform: 'linux/arm64',
      name: 'web',
      detachKeys: 'ctrl-x',
      signalProxy: false,
      environmentFiles: ['a', 'b'],
      labelFiles: ['c'],
      seccompProfile: 'e',
      cidFile: 'd',
    });
  });
  it('only makes what is created', () => {
    const { start, detach } = read('alpine', false);
    assert.deepEqual([start, detach], [false, false]);
  });

  refuses('', 'docker run needs the name of an image.');
  refuses('--rm', 'docker run needs the name of an image.');
  refuses(
    '--rm --restart always alpine',
    '--rm and --restart contradict each other: what is removed cannot start again.',
  );
  refuses('--pull sometimes alpine', '“sometimes” is no value for --pull.');
});

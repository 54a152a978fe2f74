import assert from 'node:assert/strict';
import {
  commandMeanings,
  isClientCommand,
  knownCommands,
  readCommandName,
} from '../../../src/core/command/command-names';
import { requestReaders } from '../../../src/core/command/requests';

describe('readCommandName', () => {
  const reads = (words: string, name: string, length: number, group?: string) =>
    it(`reads ${words} as ${name}`, () =>
      assert.deepEqual(readCommandName(words.split(' ')), { name, length, group }));

  reads('run alpine', 'run', 1);
  reads('container run alpine', 'run', 2, 'container');
  reads('container ls', 'ps', 2, 'container');
  reads('image ls', 'images', 2, 'image');
  reads('image rm x', 'rmi', 2, 'image');
  reads('image inspect x', 'inspect', 2, 'image');
  reads('network ls', 'network ls', 2, 'network');
  reads('volume remove x', 'volume rm', 2, 'volume');
  reads('system info', 'info', 2, 'system');
  reads('buildx build .', 'build', 2, 'buildx');
  reads('image prune', 'image prune', 2, 'image');
  reads('image run alpine', 'image run', 2, 'image');
  reads('container', 'container', 1);
  reads('container --help', 'container', 1);
  reads('rnu', 'rnu', 1);
  reads('constructor ls', 'constructor', 1);
});

describe('isClientCommand', () => {
  const is = (name: string, expected: boolean) =>
    it(`${expected ? 'leaves' : 'keeps'} ${name}`, () =>
      assert.equal(isClientCommand(name), expected));

  is('cp', false);
  is('plugin ls', true);
  is('context create', true);
  is('container stats', false);
  is('container', true);
  is('swarm unlock', true);
  is('buildx ls', true);
  is('rnu', false);
  is('image pruen', false);
  is('network crate', false);
});

describe('the commands that are ours', () => {
  it('each have a meaning and a reader', () => {
    const explained = Object.keys(commandMeanings).filter((name) => name !== 'compose');
    assert.deepEqual(explained.sort(), Object.keys(requestReaders).sort());
  });
  it('are known by all their names', () => {
    const named = ['run', 'container ls', 'image prune', 'network create', 'volume remove', 'cp'];
    assert.deepEqual(
      named.filter((name) => !knownCommands.includes(name)),
      [],
    );
  });
});

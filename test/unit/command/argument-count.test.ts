import assert from 'node:assert/strict';
import { atMost, one, some, two } from '../../../src/core/command/argument-count';

describe('argument counts', () => {
  const refuses = (read: () => unknown, message: string) =>
    assert.throws(read, { name: 'LabError', code: 'usage', exitCode: undefined, message });

  it('take what is right', () => {
    assert.equal(one(['web'], 'logs', 'a container'), 'web');
    assert.deepEqual(some(['a', 'b'], 'rm', 'a container'), ['a', 'b']);
    assert.deepEqual(two(['a', 'b'], 'tag', 'old, new'), { source: 'a', target: 'b' });
    assert.deepEqual(atMost(1, [], 'images'), []);
  });
  it('ask for what is missing', () => {
    refuses(
      () => some([], 'rm', 'the name of a container'),
      'docker rm needs the name of a container.',
    );
    refuses(() => one([], 'logs', 'a container'), 'docker logs needs a container.');
    refuses(() => two(['a'], 'tag', 'old and new'), 'docker tag takes two names: old and new.');
  });
  it('refuse what is too much, and show it', () => {
    refuses(() => one(['a', 'b'], 'logs', 'x'), 'docker logs takes one name, and here are 2: a b.');
    refuses(() => two(['a', 'b', 'c'], 'tag', 'x'), 'docker tag takes two names: x.');
    refuses(() => atMost(0, ['x'], 'ps'), 'docker ps takes no name, and here are 1: x.');
    refuses(
      () => atMost(2, ['x', 'y', 'z'], 'port'),
      'docker port takes 2 names at most, and here are 3: x y z.',
    );
  });
});

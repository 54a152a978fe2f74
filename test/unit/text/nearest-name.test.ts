import assert from 'node:assert/strict';
import { nearestName } from '../../../src/core/text/nearest-name';

describe('nearestName', () => {
  const known = ['run', 'rm', 'publish', 'name', 'network create'];
  const means = (name: string, expected: string | undefined) =>
    it(`${name} means ${expected}`, () => assert.equal(nearestName(name, known), expected));

  means('rnu', 'run');
  means('nmae', 'name');
  means('pubish', 'publish');
  means('publihs', 'publish');
  means('network crate', 'network create');
  means('run', 'run');
  means('xyz', undefined);
  means('', undefined);

  it('is nobody’s when there are none', () => assert.equal(nearestName('run', []), undefined));
});

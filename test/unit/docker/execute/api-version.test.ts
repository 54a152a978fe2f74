import assert from 'node:assert/strict';
import { compareVersions } from '../../../../src/docker/execute/api-version';

describe('compareVersions', () => {
  const compares = (a: string, b: string, expected: number) =>
    it(`${a} against ${b}`, () => assert.equal(Math.sign(compareVersions(a, b)), expected));
  compares('1.41', '1.42', -1);
  compares('1.42', '1.42', 0);
  compares('1.100', '1.42', 1);
  compares('2.0', '1.42', 1);
});

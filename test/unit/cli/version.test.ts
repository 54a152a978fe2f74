import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { version } from '../../../src/cli/version';

describe('version', () => {
  it('is that of the package', () =>
    assert.equal(version, JSON.parse(readFileSync('package.json', 'utf8')).version));
});

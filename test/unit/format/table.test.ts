import assert from 'node:assert/strict';
import { formatTable } from '../../../src/core/format/table';

describe('formatTable', () => {
  it('sets columns three spaces apart, the last one unpadded', () => {
    assert.equal(
      formatTable([
        ['REPOSITORY', 'TAG', 'ID'],
        ['alpine', 'latest', 'x'],
        ['a-long-repository', '', ''],
      ]),
      'REPOSITORY          TAG       ID\nalpine              latest    x\na-long-repository             \n',
    );
  });
});

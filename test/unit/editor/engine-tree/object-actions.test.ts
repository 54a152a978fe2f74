import assert from 'node:assert/strict';
import type { LabObject } from '../../../../src/editor/engine-service';
import { countWords } from '../../../../src/editor/engine-tree/object-actions';

const some = (kind: LabObject['kind'], count: number): readonly LabObject[] =>
  Array.from({ length: count }, (_, index) => ({ kind, id: `${index}`, name: 'x', lesson: 'l' }));

describe('countWords', () => {
  it('counts one kind', () => assert.equal(countWords(some('container', 1)), '1 container'));
  it('joins two kinds', () =>
    assert.equal(
      countWords([...some('image', 1), ...some('container', 2)]),
      '2 containers and 1 image',
    ));
  it('joins three kinds', () =>
    assert.equal(
      countWords([...some('container', 1), ...some('volume', 2), ...some('network', 1)]),
      '1 container, 2 volumes and 1 network',
    ));
  it('counts nothing', () => assert.equal(countWords([]), 'nothing'));
});

import assert from 'node:assert/strict';
import { readImageReference } from '../../../src/core/lint/image-reference';

describe('readImageReference', () => {
  /** Registry, name, tag and digest. */
  function reads(text: string, ...expected: readonly (string | undefined)[]) {
    const word = { raw: text, text, at: 0, start: 10, end: 10 + text.length };
    const { registry, name, tag, tagSpan, digest } = readImageReference(word);
    assert.deepEqual([registry, name, tag, digest], expected);
    assert.equal(tagSpan && text.slice(tagSpan.start - 10, tagSpan.end - 10), tag);
  }

  it('takes a reference apart', () => {
    reads('a', undefined, 'a', undefined, undefined);
    reads('b/a:1.2', undefined, 'b/a', '1.2', undefined);
    reads('x.io:5000/b/a:1@sha256:2', 'x.io:5000', 'b/a', '1', 'sha256:2');
    reads('a@sha256:2', undefined, 'a', undefined, 'sha256:2');
    reads('localhost:5000/a', undefined, 'localhost', '5000/a', undefined);
  });

  it('leaves variables whole', () => {
    reads('${A:-b:1}', undefined, '${A:-b:1}', undefined, undefined);
    reads('a:${B:-1@2}', undefined, 'a', '${B:-1@2}', undefined);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fullReference, isSameImage } from '../../../src/core/check/image-reference';

const means = (reference: string, full: string) =>
  it(`${reference} is ${full}`, () => assert.equal(fullReference(reference), full));

const id = 'a'.repeat(64);

describe('fullReference', () => {
  means('nginx', 'docker.io/library/nginx:latest');
  means('nginx:1.27', 'docker.io/library/nginx:1.27');
  means('nginx@sha256:1', 'docker.io/library/nginx@sha256:1');
  means('bitnami/redis', 'docker.io/bitnami/redis:latest');
  means('docker.io/nginx', 'docker.io/library/nginx:latest');
  means('docker.io/library/nginx:latest', 'docker.io/library/nginx:latest');
  means('index.docker.io/nginx', 'docker.io/library/nginx:latest');
  means('localhost/app', 'localhost/app:latest');
  means('localhost:5000/app', 'localhost:5000/app:latest');
  means('quay.io/a/b:1', 'quay.io/a/b:1');
  means(id, id);
  means(`sha256:${id}`, `sha256:${id}`);

  it('is itself in full', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab./:@-0'), minLength: 1 });
    fc.assert(
      fc.property(name, (reference) => {
        const full = fullReference(reference);
        assert.equal(fullReference(full), full);
      }),
    );
  });
});

describe('isSameImage', () => {
  it('takes names for what they are short for', () =>
    assert.equal(isSameImage('nginx', 'docker.io/library/nginx:latest'), true));
  it('tells tags apart', () => assert.equal(isSameImage('nginx', 'nginx:1.27'), false));
});

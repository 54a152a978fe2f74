import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LabError } from '../../../src/core/lab-error';
import { checkReference, fullRepository } from '../../../src/docker/reference';

describe('fullRepository', () => {
  const is = (name: string, full: string) =>
    it(`${name} is ${full}`, () => assert.equal(fullRepository(name), full));
  is('alpine', 'docker.io/library/alpine');
  is('alpine:3', 'docker.io/library/alpine:3');
  is('team/app', 'docker.io/team/app');
  is('docker.io/alpine', 'docker.io/library/alpine');
  is('index.docker.io/team/app', 'docker.io/team/app');
  is('ghcr.io/team/app:1', 'ghcr.io/team/app:1');
  is('localhost:5000/app', 'localhost:5000/app');
});

describe('checkReference', () => {
  const takes = (name: string) => it(`takes ${name}`, () => checkReference(name));
  takes('alpine');
  takes('alpine:3.22');
  takes('a__b/c-d.e:Tag_1');
  takes('ghcr.io/team/app:1.0');
  takes('localhost:5000/a/b/c');
  takes(`alpine@sha256:${'a'.repeat(64)}`);
  takes(`alpine:3@sha256:${'a'.repeat(64)}`);

  const refuses = (name: string, clientWords: string) =>
    it(`refuses ${name}`, () =>
      assert.throws(() => checkReference(name), { code: 'usage', clientWords }));
  const invalid = 'invalid reference format';
  refuses('Alpine', `${invalid}: repository name (library/Alpine) must be lowercase`);
  refuses('ghcr.io/Team/app:1', `${invalid}: repository name (Team/app) must be lowercase`);
  refuses('', invalid);
  refuses('a b', invalid);
  refuses('alpine:', invalid);
  refuses('alpine:a:b', invalid);
  refuses('-alpine', invalid);
  refuses('a//b', invalid);

  it('throws nothing else, whatever it gets', () =>
    fc.assert(
      fc.property(fc.string(), (name) => {
        try {
          checkReference(name);
        } catch (error) {
          assert.ok(error instanceof LabError);
        }
      }),
    ));
});

import assert from 'node:assert/strict';
import { parseReference } from '../../../../src/core/command/service/parse-reference';

describe('parseReference', () => {
  it('takes a name alone', () =>
    assert.deepEqual(parseReference('secret', 'key'), {
      File: { Name: 'key', UID: '0', GID: '0', Mode: 0o444 },
      SecretName: 'key',
    }));
  it('takes all its fields', () =>
    assert.deepEqual(parseReference('config', 'source=a,target=/b,uid=1,gid=2,mode=0400'), {
      File: { Name: '/b', UID: '1', GID: '2', Mode: 0o400 },
      ConfigName: 'a',
    }));

  for (const value of ['target=/b', 'source=a,nope=b', 'source=a,mode=9', 'source=']) {
    it(`refuses ${value}`, () =>
      assert.throws(() => parseReference('secret', value), { name: 'LabError', code: 'usage' }));
  }
});

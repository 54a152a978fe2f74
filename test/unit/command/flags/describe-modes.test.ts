import assert from 'node:assert/strict';
import {
  describeRestart,
  describeSharing,
  hostRisk,
} from '../../../../src/core/command/flags/describe-modes';

const says = (read: () => unknown, expected: unknown) =>
  it(`says “${expected}”`, () => assert.equal(read(), expected));

describe('describeSharing', () => {
  const describe = describeSharing('the processes');
  says(() => describe('host'), 'shares the processes of the host');
  says(() => describe('container:web'), 'shares the processes of the container web');
  says(() => describe('private'), 'has the processes to itself');
  says(() => describe('odd'), 'the processes: odd');
});

describe('hostRisk', () => {
  it('is high for the host’s own, and none otherwise', () => {
    assert.deepEqual(hostRisk('It sees all.')('host'), { level: 'high', text: 'It sees all.' });
    assert.equal(hostRisk('It sees all.')('private'), undefined);
  });
});

describe('describeRestart', () => {
  says(() => describeRestart('no'), 'is not started again');
  says(() => describeRestart('always'), 'is started again whenever it ends');
  says(
    () => describeRestart('unless-stopped'),
    'is started again whenever it ends, unless you stop it',
  );
  says(() => describeRestart('on-failure'), 'is started again when it fails');
  says(() => describeRestart('on-failure:1'), 'is started again when it fails, 1 time at most');
  says(() => describeRestart('on-failure:3'), 'is started again when it fails, 3 times at most');
  says(() => describeRestart('odd'), 'is started again by itself: odd');
});

import assert from 'node:assert/strict';
import { LabError } from '../../../../src/core/lab-error';
import { parsePairs } from '../../../../src/docker/execute/pairs-file';

function reads(content: string, expected: readonly string[]): void {
  it(JSON.stringify(content), () =>
    assert.deepEqual(parsePairs(content, 'x.env', { HOME: '/me' }), expected),
  );
}

describe('parsePairs', () => {
  reads('A=1\nB=two words\n', ['A=1', 'B=two words']);
  reads('\uFEFFA=1\r\n\r\n# note\r\n  B=2', ['A=1', 'B=2']);
  reads('A="quoted"#x', ['A="quoted"#x']);
  reads('A=', ['A=']);
  reads('HOME\nNOPE', ['HOME=/me']);

  it('names the line of a mistake', () => {
    assert.throws(
      () => parsePairs('A=1\nB C=2', 'x.env'),
      (error) => error instanceof LabError && error.message.startsWith('Line 2 of x.env'),
    );
  });
});

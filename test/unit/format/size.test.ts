import assert from 'node:assert/strict';
import { formatBinarySize, formatSize } from '../../../src/core/format/size';

function prints(bytes: number, expected: string): void {
  it(`${bytes} bytes are ${expected}`, () => assert.equal(formatSize(bytes), expected));
}

describe('formatSize', () => {
  prints(0, '0B');
  prints(999, '999B');
  prints(1000, '1kB');
  prints(1234, '1.23kB');
  prints(7_830_000, '7.83MB');
  prints(186_600_000, '187MB');
  prints(1_060_000_000, '1.06GB');
  prints(999_999, '1e+03kB');

  it('counts in powers of 1024 too', () => {
    assert.equal(formatBinarySize(25_275_000_000), '23.54GiB');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isInRange, parseIpRange } from '../../../src/core/command/ip-range';

describe('parseIpRange', () => {
  const contains = (range: string, address: string, expected: boolean) =>
    it(`${range} ${expected ? 'has' : 'lacks'} ${address}`, () => {
      const parsed = parseIpRange(range);
      assert.ok(parsed);
      assert.equal(isInRange(parsed, address), expected);
    });
  contains('10.1.0.0/24', '10.1.0.255', true);
  contains('10.1.0.0/24', '10.1.1.0', false);
  contains('10.1.0.77/24', '10.1.0.1', true);
  contains('10.0.0.0/8', '10.1.0.0/16', true);
  contains('0.0.0.0/0', '255.255.255.255', true);
  contains('fd00:1::/64', 'fd00:1::9', true);
  contains('fd00:1::/64', 'fd00:2::9', false);
  contains('::ffff:10.0.0.0/112', '::ffff:10.0.9.1', true);
  contains('10.1.0.0/24', 'fd00::1', false);
  contains('10.1.0.0/24', 'nope', false);

  for (const text of ['', '10.1.0.0', '10.1.0.0/33', 'nope/8', 'fd00::/129', '10.1.0.0/-1']) {
    it(`takes ${text || 'nothing'} for no range`, () =>
      assert.equal(parseIpRange(text), undefined));
  }

  it('never throws, and a range has its own first address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), fc.nat(130), (address, length) => {
        const range = parseIpRange(`${address}/${length}`);
        assert.ok(range === undefined || isInRange(range, address));
      }),
    );
  });
});

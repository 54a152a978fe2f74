import assert from 'node:assert/strict';
import { isIP } from 'node:net';
import fc from 'fast-check';
import { isIpAddress } from '../../../src/core/command/ip-address';

describe('isIpAddress', () => {
  it('agrees with the system on addresses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.domain()), (text) =>
        assert.equal(isIpAddress(text), isIP(text) !== 0),
      ),
    );
  });
  it('agrees with the system on texts that look like one', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0129af:.'), maxLength: 12 });
    fc.assert(fc.property(text, (each) => assert.equal(isIpAddress(each), isIP(each) !== 0)));
  });
});

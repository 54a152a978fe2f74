import assert from 'node:assert/strict';
import {
  addressRanges,
  type GivenAddresses,
} from '../../../../src/core/command/network/address-ranges';

const given = (some: Partial<GivenAddresses>) => () =>
  addressRanges({ subnets: [], ranges: [], gateways: [], auxiliary: {}, ...some });

describe('addressRanges', () => {
  it('puts everything to the subnet it lies in', () => {
    const ranges = given({
      subnets: ['10.1.0.0/24', 'fd00::/64'],
      ranges: ['10.1.0.128/25'],
      gateways: ['fd00::1', '10.1.0.1'],
      auxiliary: { a: '10.1.0.7', b: '10.1.0.8' },
    });
    assert.deepEqual(ranges(), [
      {
        Subnet: '10.1.0.0/24',
        IPRange: '10.1.0.128/25',
        Gateway: '10.1.0.1',
        AuxiliaryAddresses: { a: '10.1.0.7', b: '10.1.0.8' },
      },
      { Subnet: 'fd00::/64', Gateway: 'fd00::1' },
    ]);
  });

  const refuses = (clientWords: string, some: Partial<GivenAddresses>) =>
    it(`says: ${clientWords}`, () =>
      assert.throws(given(some), { name: 'LabError', code: 'usage', clientWords, exitCode: 1 }));
  const subnets = ['10.1.0.0/24'];
  refuses('every ip-range or gateway must have a corresponding subnet', { gateways: ['10.1.0.1'] });
  refuses('no matching subnet for gateway 10.2.0.1', { subnets, gateways: ['10.2.0.1'] });
  refuses('no matching subnet for aux-address 10.2.0.1', { auxiliary: { a: '10.2.0.1' } });
  refuses('invalid CIDR address: nope', { subnets, ranges: ['nope'] });
  refuses('multiple overlapping subnet configuration is not supported', {
    subnets: ['10.1.0.0/24', '10.1.0.0/16'],
  });
});

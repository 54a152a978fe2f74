import assert from 'node:assert/strict';
import { readNetworking } from '../../../../src/core/command/run/network';
import { optionsOf } from '../../../support/command-words';

describe('readNetworking', () => {
  const reads = (
    line: string,
    mode: string | undefined,
    endpoints?: Readonly<Record<string, unknown>>,
  ) =>
    it(`reads “${line}”`, () =>
      assert.deepEqual(readNetworking(optionsOf(`${line} alpine`)), {
        mode,
        config: endpoints && { EndpointsConfig: endpoints },
      }));
  const refuses = (line: string, text: RegExp) =>
    it(`refuses ${line}`, () =>
      assert.throws(
        () => readNetworking(optionsOf(`${line} alpine`)),
        ({ code, message, advice }) => code === 'usage' && text.test(`${message} ${advice ?? ''}`),
      ));

  reads('', undefined);
  reads('--network host', 'host');
  reads('--network container:web', 'container:web');
  reads('--network back', 'back');
  reads('--network back --network-alias a --network-alias b --ip 10.0.0.5', 'back', {
    back: { Aliases: ['a', 'b'], IPAMConfig: { IPv4Address: '10.0.0.5' } },
  });
  reads('--network name=back,alias=a,ip6=2001:db8::5,driver-opt=x=y,gw-priority=5', 'back', {
    back: {
      Aliases: ['a'],
      IPAMConfig: { IPv6Address: '2001:db8::5' },
      DriverOpts: { x: 'y' },
      GwPriority: 5,
    },
  });
  reads('--network back --network front', 'back', { back: {}, front: {} });
  reads('--network back --link web:w', 'back', { back: { Links: ['web:w'] } });
  reads('--link web:w', undefined);
  reads('--mac-address 92:d0:c6:0a:29:33', undefined, {
    default: { MacAddress: '92:d0:c6:0a:29:33' },
  });

  refuses('--network alias=x', /needs name=NETWORK/);
  refuses('--network name=back,nope=x', /“nope” is not known/);
  refuses('--network host --network back', /“--network host” cannot stand beside another network/);
  refuses('--network back --network back', /The network back is named twice/);
  refuses('--network name=back,alias=a --network-alias b', /say the same thing twice/);
  refuses('--network bridge --network-alias a', /bridge is built in/);
  refuses('--mac-address nope', /looks like 92:d0/);
  refuses('--network name=back,driver-opt=x', /NAME=VALUE/);
  refuses('--network name=back,gw-priority=x', /whole number/);
});

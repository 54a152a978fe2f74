import assert from 'node:assert/strict';
import { parseHost, parseLink, parseNameServer } from '../../../../src/core/command/run/hosts';

function reads(parse: (value: string) => string, value: string, expected = value) {
  it(`reads ${value}`, () => assert.equal(parse(value), expected));
}

function refuses(parse: (value: string) => string, ...values: readonly string[]) {
  for (const value of values) {
    it(`refuses “${value}”`, () => assert.throws(() => parse(value), { code: 'usage' }));
  }
}

describe('parseHost', () => {
  reads(parseHost, 'db:10.0.0.5');
  reads(parseHost, 'db=10.0.0.5', 'db:10.0.0.5');
  reads(parseHost, 'db:::1');
  reads(parseHost, 'db=[::1]', 'db:::1');
  reads(parseHost, 'host.docker.internal:host-gateway');
  refuses(parseHost, '', 'db', 'db:', ':10.0.0.5', 'db:nope');
});

describe('parseNameServer', () => {
  reads(parseNameServer, '1.1.1.1');
  reads(parseNameServer, '2001:db8::1');
  refuses(parseNameServer, '', 'dns.example.org');
});

describe('parseLink', () => {
  reads(parseLink, 'web');
  reads(parseLink, 'web:w');
  refuses(parseLink, '', ':w', 'web:', 'a:b:c');
});

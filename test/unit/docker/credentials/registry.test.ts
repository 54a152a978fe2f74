import assert from 'node:assert/strict';
import { hubKey, registryNamed, registryOf } from '../../../../src/docker/credentials/registry';

describe('registryOf', () => {
  const is = (image: string, registry: string) =>
    it(`${image} comes from ${registry}`, () => assert.equal(registryOf(image), registry));
  is('alpine', hubKey);
  is('alpine:3.22', hubKey);
  is('team/app', hubKey);
  is('docker.io/library/alpine', hubKey);
  is('index.docker.io/team/app', hubKey);
  is('ghcr.io/team/app', 'ghcr.io');
  is('localhost/app', 'localhost');
  is('localhost:5000/app', 'localhost:5000');
  is('127.0.0.1:5000/team/app', '127.0.0.1:5000');
});

describe('registryNamed', () => {
  const is = (name: string | undefined, registry: string) =>
    it(`${name} is ${registry}`, () => assert.equal(registryNamed(name), registry));
  is(undefined, hubKey);
  is('', hubKey);
  is('docker.io', hubKey);
  is(hubKey, hubKey);
  is('https://index.docker.io/v1/', hubKey);
  is('ghcr.io', 'ghcr.io');
  is('https://ghcr.io/v2/', 'ghcr.io');
  is('http://localhost:5000', 'localhost:5000');
});

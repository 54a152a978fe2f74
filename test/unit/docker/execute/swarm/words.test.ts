import assert from 'node:assert/strict';
import { capitalized, imageWithoutDigest } from '../../../../../src/docker/execute/swarm/words';

describe('words of swarm tables', () => {
  const shows = (image: string, expected: string) =>
    it(`shows ${image}`, () => assert.equal(imageWithoutDigest(image), expected));
  shows('nginx:1@sha256:ab', 'nginx:1');
  shows('docker.io/library/nginx:1@sha256:ab', 'nginx:1');
  shows('localhost:5000/app:2', 'localhost:5000/app:2');
  shows('nginx@sha256:ab', 'nginx@sha256:ab');
  it('begin with a capital', () => assert.deepEqual(['ready', ''].map(capitalized), ['Ready', '']));
});

import assert from 'node:assert/strict';
import { clientEnvironment } from '../../../src/docker/client-environment';
import { parseEndpoint } from '../../../src/docker/endpoint';

function leads(url: string, context: string | undefined, certificates: string | undefined) {
  return async (expected: Readonly<Record<string, string>>): Promise<void> => {
    const endpoint = await parseEndpoint(url, 'a test', certificates);
    assert.deepEqual(clientEnvironment({ ...endpoint, context }), expected);
  };
}

describe('the way of the docker client to an engine', () => {
  it('is its address', () =>
    leads('ssh://me@box', undefined, undefined)({ DOCKER_HOST: 'ssh://me@box' }));
  it('is its address, if a context named it', () =>
    leads('unix:///a.sock', 'lab', undefined)({ DOCKER_HOST: 'unix:///a.sock' }));
  it('is the context that has the certificates', () =>
    leads('tcp://box:2376', 'lab', '/nowhere')({ DOCKER_HOST: '', DOCKER_CONTEXT: 'lab' }));
  it('is its address, if the environment has the certificates', () =>
    leads('tcp://box:2376', undefined, '/nowhere')({ DOCKER_HOST: 'tcp://box:2376' }));
});

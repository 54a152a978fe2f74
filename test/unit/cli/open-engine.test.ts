import assert from 'node:assert/strict';
import { openEngine } from '../../../src/cli/open-engine';

describe('openEngine', () => {
  it('opens the engine that the environment names, and asks nothing of it', async () => {
    const { DOCKER_HOST } = process.env;
    process.env.DOCKER_HOST = 'tcp://engine.example:2375';
    try {
      const engine = await openEngine();
      assert.equal(engine.endpoint.url, 'tcp://engine.example:2375');
      engine.close();
    } finally {
      if (DOCKER_HOST === undefined) delete process.env.DOCKER_HOST;
      else process.env.DOCKER_HOST = DOCKER_HOST;
    }
  });
});

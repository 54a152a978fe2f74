import assert from 'node:assert/strict';
import { openEngine } from '../../../src/cli/open-engine';
import { LabError } from '../../../src/core/lab-error';

describe('openEngine', () => {
  it('goes by the environment, and says so when nobody answers there', async () => {
    const { DOCKER_HOST } = process.env;
    process.env.DOCKER_HOST = 'unix:///nowhere/engine.sock';
    try {
      await assert.rejects(openEngine(), (error) => {
        assert.ok(error instanceof LabError && error.code === 'no-engine');
        assert.match(error.message, /unix:\/\/\/nowhere\/engine\.sock.*DOCKER_HOST/);
        return true;
      });
    } finally {
      if (DOCKER_HOST === undefined) delete process.env.DOCKER_HOST;
      else process.env.DOCKER_HOST = DOCKER_HOST;
    }
  });
});

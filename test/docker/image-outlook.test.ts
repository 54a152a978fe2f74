import assert from 'node:assert/strict';
import type { Engine } from '../../src/docker/engine';
import { readImageOutlook } from '../../src/docker/image-outlook';
import { realEngine } from '../support/engine-real';

describe('the outlook of an image, on a real engine', () => {
  let engine: Engine;

  before(async function () {
    engine = await realEngine(this);
  });

  after(() => engine?.close());

  it('is its size on the disk when it is there', async function () {
    const [some] = (await engine.images()).filter(({ references }) => references.length > 0);
    if (some === undefined) return this.skip();
    const [reference = ''] = some.references;
    assert.deepEqual(await readImageOutlook(engine, reference), {
      isPresent: true,
      size: some.size,
    });
  });

  it('is unknown when nobody has it', async () =>
    assert.deepEqual(await readImageOutlook(engine, 'container-labs/there-is-no-such-image'), {
      isPresent: false,
      size: undefined,
    }));
});

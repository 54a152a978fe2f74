import assert from 'node:assert/strict';
import type { ContainerSelector } from '../../../../src/core/check/check';
import {
  describeSelector,
  selectContainer,
} from '../../../../src/core/check/judges/select-container';
import { aContainer, fakeFacts } from '../../../support/fake-facts';

const facts = fakeFacts({
  containers: [
    aContainer({ id: 'a1', name: 'newest', state: 'exited' }),
    aContainer({ id: 'b2', name: 'running' }),
    aContainer({ id: 'c3', name: 'older' }),
    aContainer({ id: 'd4', name: 'done', image: 'redis:7', state: 'exited' }),
    aContainer({ id: 'e5', name: 'earlier', image: 'redis:7', state: 'exited' }),
  ],
});

const selects = async (selector: ContainerSelector, name: string | undefined) =>
  assert.equal((await selectContainer(selector, facts))?.name, name);

describe('selectContainer', () => {
  it('goes by name', () => selects({ name: 'older' }, 'older'));
  it('takes no id for a name', () => selects({ name: 'c3' }, undefined));
  it('takes the newest of an image that runs', () => selects({ image: 'nginx' }, 'running'));
  it('takes the newest of an image when none runs', () => selects({ image: 'redis:7' }, 'done'));
  it('knows when there is none of an image', () => selects({ image: 'redis' }, undefined));
});

describe('describeSelector', () => {
  const says = (selector: ContainerSelector, text: string) =>
    assert.equal(describeSelector(selector), text);
  it('says the name', () => says({ name: 'web' }, 'a container named web'));
  it('says the image', () => says({ image: 'redis:7' }, 'a container of the image redis:7'));
});

import assert from 'node:assert/strict';
import { type ContainerSummary, lessonLabel } from '../../../src/core/engine';
import type { EngineReader } from '../../../src/core/ports';
import type { LabObject } from '../../../src/editor/engine-service';
import { countWords, readLabObjects } from '../../../src/editor/lab-objects';

const labels = { [lessonLabel]: 'introduction/a-web-server' };
const created = new Date(0);

const web: ContainerSummary = {
  id: 'c1',
  name: 'web',
  image: 'nginx',
  imageId: 'sha256:1',
  command: 'nginx',
  state: 'running',
  status: 'Up 3 minutes',
  created,
  labels,
  ports: [
    { containerPort: 80, protocol: 'tcp', hostAddress: '0.0.0.0', hostPort: 8080 },
    { containerPort: 80, protocol: 'tcp', hostAddress: '::', hostPort: 8080 },
    { containerPort: 443, protocol: 'tcp', hostAddress: '', hostPort: 0 },
  ],
};

function read(
  found: Partial<Pick<EngineReader, 'containers' | 'images' | 'volumes' | 'networks'>>,
) {
  const none = async () => [];
  const lists = { containers: none, images: none, volumes: none, networks: none, ...found };
  return readLabObjects(lists as unknown as EngineReader);
}

describe('readLabObjects', () => {
  it('says state, image and port of a container, each port once', async () => {
    const [object] = await read({ containers: async () => [web] });
    assert.deepEqual(
      [object?.kind, object?.name, object?.description, object?.lesson],
      ['container', 'web', 'running · port 8080 · nginx', 'introduction/a-web-server'],
    );
  });

  it('says how a container ended', async () => {
    const ended = {
      ...web,
      state: 'exited',
      status: 'Exited (137) 2 days ago',
      ports: [],
    } as const;
    const [object] = await read({ containers: async () => [ended] });
    assert.equal(object?.description, 'exited with 137 · nginx');
  });

  it('leaves out what no lesson made', async () =>
    assert.deepEqual(
      await read({ containers: async () => [{ ...web, labels: { other: 'x' } }] }),
      [],
    ));

  it('says the size of an image, and what to call one without a name', async () => {
    const image = { references: [], size: 7_830_000, created, labels };
    const objects = await read({
      images: async () => [{ ...image, id: 'sha256:0123456789abcdef' }],
    });
    assert.deepEqual(
      objects.map(({ kind, name, description }) => [kind, name, description]),
      [['image', 'image without a name (0123456789ab)', '7.83MB']],
    );
  });

  it('lists volumes by name and networks by id', async () => {
    const objects = await read({
      volumes: async () => [{ name: 'data', driver: 'local', labels }],
      networks: async () => [{ id: 'n1', name: 'front', driver: 'bridge', labels }],
    });
    assert.deepEqual(
      objects.map(({ kind, id, name, description }) => [kind, id, name, description]),
      [
        ['volume', 'data', 'data', 'local'],
        ['network', 'n1', 'front', 'bridge'],
      ],
    );
  });
});

const some = (kind: LabObject['kind'], count: number): readonly LabObject[] =>
  Array.from({ length: count }, (_, index) => ({ kind, id: `${index}`, name: 'x', lesson: 'l' }));

describe('countWords', () => {
  it('counts one kind', () => assert.equal(countWords(some('container', 1)), '1 container'));
  it('joins two kinds', () =>
    assert.equal(
      countWords([...some('image', 1), ...some('container', 2)]),
      '2 containers and 1 image',
    ));
  it('joins three kinds', () =>
    assert.equal(
      countWords([...some('container', 1), ...some('volume', 2), ...some('network', 1)]),
      '1 container, 2 volumes and 1 network',
    ));
  it('counts nothing', () => assert.equal(countWords([]), 'nothing'));
});

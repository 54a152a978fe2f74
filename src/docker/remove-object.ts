import { lessonLabel } from '../core/engine';
import { asAnswer, stringMap, strings } from './answer';
import type { LabObject } from './clean-up';
import type { Connection } from './connection';
import { encodeReference } from './reference';
import { Refusal } from './refusal';

/** Removes one object; one that is gone, or is going at this moment, is what was wanted. */
export async function removeObject(connection: Connection, object: LabObject): Promise<void> {
  try {
    await removers[object.kind](connection, object);
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 404)) throw error;
  }
}

type Remove = (connection: Connection, object: LabObject) => Promise<void>;

const removers: Readonly<Record<LabObject['kind'], Remove>> = {
  container: removeContainer,
  network: (connection, { id }) => remove(connection, `/networks/${encodeURIComponent(id)}`),
  volume: removeVolume,
  image: removeImage,
};

async function remove(connection: Connection, path: string, query = {}): Promise<void> {
  await connection.text({ method: 'DELETE', path, query });
}

/** Milliseconds that a container which is going may take. */
const patience = 15_000;

async function removeContainer(connection: Connection, { id }: LabObject): Promise<void> {
  const path = `/containers/${encodeURIComponent(id)}`;
  try {
    await remove(connection, path, { force: 1, v: 1 });
  } catch (error) {
    if (!(error instanceof Refusal) || !/removal .* in progress/.test(error.message)) throw error;
    // Its network and its volumes are free only when it is gone.
    const query = { condition: 'removed' };
    await connection.text({ method: 'POST', path: `${path}/wait`, query, timeout: patience });
  }
}

/** Volumes are known by names: another one may have come in the place of ours. */
async function removeVolume(connection: Connection, { id, lesson }: LabObject): Promise<void> {
  const path = `/volumes/${encodeURIComponent(id)}`;
  const volume = asAnswer(await connection.json({ method: 'GET', path }), 'a volume');
  const isOurs = lesson === '' || stringMap(volume, 'Labels')[lessonLabel] === lesson;
  if (isOurs) await remove(connection, path);
}

/** Without force, so that an image which a container of someone else was made from stays. */
async function removeImage(connection: Connection, { id }: LabObject): Promise<void> {
  const path = `/images/${encodeReference(id)}`;
  try {
    await remove(connection, path);
  } catch (error) {
    if (!(error instanceof Refusal) || !/multiple repositories/.test(error.message)) throw error;
    const image = asAnswer(
      await connection.json({ method: 'GET', path: `${path}/json` }),
      'an image',
    );
    for (const tag of strings(image, 'RepoTags')) {
      await remove(connection, `/images/${encodeReference(tag)}`);
    }
  }
}

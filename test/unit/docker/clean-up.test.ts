import assert from 'node:assert/strict';
import { lessonLabel } from '../../../src/core/engine';
import {
  type CleanUpResult,
  type LabObject,
  listLabObjects,
  removeLabObjects,
} from '../../../src/docker/clean-up';
import { connectEngine } from '../../../src/docker/engine';
import { FakeEngine, type Handler, send, sendJson } from '../../support/engine-socket';

const labels = { [lessonLabel]: '01/hello' };
const other = { 'com.example': 'x' };
let fake: FakeEngine | undefined;

const json =
  (value: unknown): Handler =>
  (_, response) =>
    sendJson(response, 200, value);
const gone = send(204, '');
const refused = (reason: string): Handler => send(409, JSON.stringify({ message: reason }));

/** An engine that does not heed the filter: it lists a stranger's object of every kind, too. */
const listings: Readonly<Record<string, Handler>> = {
  'GET /containers/json': json([
    { Id: 'c-theirs', Names: ['/theirs'], Labels: other },
    { Id: 'c-plain', Names: ['/plain'], Labels: null },
    { Id: 'c-ours', Names: ['/ours'], Labels: labels },
  ]),
  'GET /networks': json([
    { Id: 'n-theirs', Name: 'theirs', Labels: {} },
    { Id: 'n-ours', Name: 'ours', Labels: labels },
  ]),
  'GET /volumes': json({
    Volumes: [
      { Name: 'v-theirs', Labels: null },
      { Name: 'v-ours', Labels: labels },
    ],
  }),
  'GET /images/json': json([
    { Id: 'i-theirs', RepoTags: ['theirs:1'], Labels: other },
    { Id: 'i-ours', RepoTags: ['ours:1'], Labels: labels },
  ]),
};

/** Cleans up, and gives back what was removed, what failed, and what was asked for after the lists. */
async function cleanUp(
  handlers: Readonly<Record<string, Handler>>,
  objects?: readonly LabObject[],
): Promise<CleanUpResult & { readonly requests: readonly string[] }> {
  fake = await FakeEngine.start({ ...handlers, ...listings });
  const engine = connectEngine(fake.endpoint);
  const result = await removeLabObjects(engine, objects ?? (await listLabObjects(engine)));
  engine.close();
  return { ...result, requests: fake.requests.filter((route) => !Object.hasOwn(listings, route)) };
}

function object(kind: LabObject['kind'], id: string): LabObject {
  return { kind, id, name: id, lesson: '01/hello' };
}

describe('clean-up', () => {
  afterEach(() => fake?.stop());

  it('removes what carries our label, in the order in which it can go, and nothing else', async () => {
    const { requests, failed } = await cleanUp({
      'DELETE .*': gone,
      'GET /volumes/v-ours': json({ Name: 'v-ours', Labels: labels }),
    });
    assert.deepEqual(
      [requests, failed],
      [
        [
          'DELETE /containers/c-ours',
          'DELETE /networks/n-ours',
          'GET /volumes/v-ours',
          'DELETE /volumes/v-ours',
          'DELETE /images/i-ours',
        ],
        [],
      ],
    );
  });

  it('removes thousands, a few at once', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => object('container', `c${i}`));
    let now = 0;
    let most = 0;
    const { removed } = await cleanUp(
      {
        'DELETE /containers/.*': (_, response) => {
          now += 1;
          most = Math.max(most, now);
          setImmediate(() => {
            now -= 1;
            response.writeHead(204).end();
          });
        },
      },
      many,
    );
    assert.deepEqual([removed.length, most > 1, most <= 6], [2000, true, true]);
  });

  it('takes what has vanished for removed, and waits for what is going', async () => {
    const { removed, requests } = await cleanUp(
      {
        'DELETE /containers/going': refused('removal of container going is already in progress'),
        'POST /containers/going/wait': json({ StatusCode: 0 }),
        'DELETE /containers/vanished': send(404, '{"message":"No such container: vanished"}'),
      },
      [object('container', 'vanished'), object('container', 'going')],
    );
    assert.deepEqual(
      [removed.map(({ id }) => id), requests.at(-1)],
      [['vanished', 'going'], 'POST /containers/going/wait'],
    );
  });

  it('leaves a volume that came in the place of ours', async () => {
    const { requests } = await cleanUp(
      { 'GET /volumes/data': json({ Name: 'data', Labels: null }) },
      [object('volume', 'data')],
    );
    assert.deepEqual(requests, ['GET /volumes/data']);
  });

  it('leaves an image that a container of someone else was made from, and says so', async () => {
    const reason =
      'conflict: unable to delete i (must be forced) - image is being used by stopped container 0123';
    const { removed, failed } = await cleanUp({ 'DELETE /images/i': refused(reason) }, [
      object('image', 'i'),
    ]);
    assert.deepEqual([removed, failed.map((it) => it.reason.includes('0123'))], [[], [true]]);
  });

  it('removes an image of several names, and one that others were built on', async () => {
    let isBase = true;
    const { failed, requests } = await cleanUp(
      {
        'DELETE /images/base': (...given) => {
          const handler = isBase ? refused('image has dependent child images') : gone;
          handler(...given);
        },
        'DELETE /images/many': refused('image is referenced in multiple repositories'),
        'GET /images/many/json': json({ Id: 'many', RepoTags: ['a:1', 'b:1'] }),
        'DELETE /images/b%3A1': (...given) => {
          isBase = false;
          gone(...given);
        },
        'DELETE /images/a%3A1': gone,
      },
      [object('image', 'base'), object('image', 'many')],
    );
    assert.deepEqual([failed, requests.at(-1)], [[], 'DELETE /images/base']);
  });
});

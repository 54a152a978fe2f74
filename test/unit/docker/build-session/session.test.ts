import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { type ClientHttp2Session, connect, type IncomingHttpHeaders } from 'node:http2';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { credentials, giveCredentials } from '../../../../src/docker/build-session/credentials';
import { diffCopy, syncFolders } from '../../../../src/docker/build-session/file-sync';
import { getSecret, giveSecrets } from '../../../../src/docker/build-session/secrets';
import { openSession } from '../../../../src/docker/build-session/session';
import { Connection } from '../../../../src/docker/connection';
import { syncedFolder } from '../../../../src/docker/execute/build/synced-folder';
import { readMessage, textOf } from '../../../../src/docker/protobuf/read-message';
import { type Fields, writeMessage } from '../../../../src/docker/protobuf/write-message';
import { FakeEngine, upgrade } from '../../../support/engine-socket';

let folder: string;
let fake: FakeEngine;
let asking: ClientHttp2Session;
let close: () => void;

const request = 1;
const end: Fields = [[1, 3]];

/** What the engine gets to hear when it asks: messages, and the status at the end. */
async function ask(
  path: string,
  messages: readonly Fields[],
  metadata: IncomingHttpHeaders = {},
): Promise<{ readonly said: readonly Buffer[]; readonly status: unknown }> {
  const stream = asking.request({ ':method': 'POST', ':path': path, ...metadata });
  let status: unknown;
  stream.on('response', (headers) => (status = headers['grpc-status']));
  stream.on('trailers', (headers) => (status = headers['grpc-status']));
  for (const message of messages.map(writeMessage)) {
    const header = Buffer.alloc(5);
    header.writeUInt32BE(message.length, 1);
    stream.write(Buffer.concat([header, message]));
  }
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return { said: split(Buffer.concat(chunks)), status };
}

function split(bytes: Buffer): readonly Buffer[] {
  if (bytes.length < 5) return [];
  const size = 5 + bytes.readUInt32BE(1);
  return [bytes.subarray(5, size), ...split(bytes.subarray(size))];
}

/** Packets in short: `path`, `3=text` for contents. */
function inShort(said: readonly Buffer[]): readonly string[] {
  return said.map((message) => {
    const fields = [...readMessage(message)];
    const [stat, id, data] = [2, 3, 4].map((it) => fields.find(({ number }) => number === it));
    const path =
      stat && [...readMessage(stat.value as Uint8Array)].find(({ number }) => number === 1);
    if (path !== undefined) return textOf(path);
    return id === undefined && data === undefined
      ? '-'
      : `${id?.value ?? 0}=${data ? textOf(data) : ''}`;
  });
}

describe('a session with BuildKit', function () {
  if (process.platform === 'win32') return;
  this.timeout(5000);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    const files = { 'b.txt': 'two', 'a/x.txt': 'one', 'a.txt': 'first', 'a/deep/y.txt': '' };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    let opened: (session: ClientHttp2Session) => void = () => undefined;
    const engineSide = new Promise<ClientHttp2Session>((resolve) => (opened = resolve));
    fake = await FakeEngine.start({
      'POST /session': upgrade((socket) => {
        opened(connect('http://engine', { createConnection: () => socket }));
      }),
    });
    const secret = async (id: string) => (id === 'token' ? Buffer.from('s3cret') : undefined);
    const services = {
      [diffCopy]: syncFolders({ context: syncedFolder(folder) }),
      [getSecret]: giveSecrets(secret),
      [credentials]: giveCredentials(async (host) => ({ username: 'me', secret: `of ${host}` })),
    };
    ({ close } = await openSession(new Connection(fake.endpoint), services, folder));
    asking = await engineSide;
  });
  afterEach(async () => {
    asking.destroy();
    close();
    await fake.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lists a folder in the order of its names, folder by folder', async () => {
    const { said, status } = await ask(diffCopy, [end], { 'dir-name': 'context' });
    const paths = ['a', 'a/deep', 'a/deep/y.txt', 'a/x.txt', 'a.txt', 'b.txt'];
    assert.deepEqual([inShort(said), status], [[...paths, '-', '-'], '0']);
  });

  it('sends the contents that are asked for', async () => {
    const asked = [
      [
        [1, request],
        [3, 5],
      ],
      end,
    ] as const;
    const { said } = await ask(diffCopy, asked, { 'dir-name': 'context' });
    assert.ok(
      inShort(said).includes('5=two') || inShort(said).includes('5='),
      inShort(said).join(),
    );
  });

  it('sends only what is wanted and not left out', async () => {
    const list = async (metadata: IncomingHttpHeaders) =>
      inShort((await ask(diffCopy, [end], { 'dir-name': 'context', ...metadata })).said).filter(
        (text) => text !== '-',
      );
    assert.deepEqual(
      [
        await list({ followpaths: ['a/x.txt', 'nope'] as unknown as string }),
        await list({ followpaths: '*.txt' }),
        await list({ 'exclude-patterns': ['a', '!a/deep/y.txt'] as unknown as string }),
        await list({ 'exclude-patterns': 'a%2Fdeep', 'exclude-patterns-encoded': '1' }),
      ],
      [
        ['a', 'a/x.txt'],
        ['a.txt', 'b.txt'],
        ['a', 'a/deep', 'a/deep/y.txt', 'a.txt', 'b.txt'],
        ['a', 'a/x.txt', 'a.txt', 'b.txt'],
      ],
    );
  });

  it('sends all where a link is on the way', async () => {
    await symlink('a', join(folder, 'link'));
    const { said } = await ask(diffCopy, [end], {
      'dir-name': 'context',
      followpaths: 'link/x.txt',
    });
    assert.ok(inShort(said).includes('a/x.txt'));
  });

  it('gives modes as Go has them', async () => {
    await chmod(join(folder, 'b.txt'), 0o4750);
    const { said } = await ask(diffCopy, [end], { 'dir-name': 'context', followpaths: 'b.txt' });
    const [stat] = [...readMessage(said[0] ?? Buffer.of())];
    const mode = [...readMessage(stat?.value as Uint8Array)].find(({ number }) => number === 2);
    assert.equal(mode?.value, 2 ** 23 + 0o750);
  });

  it('gives secrets, and says which there are not', async () => {
    const { said, status } = await ask(getSecret, [[[1, 'token']]]);
    const none = await ask(getSecret, [[[1, 'nope']]]);
    assert.deepEqual(
      [[...readMessage(said[0] ?? Buffer.of())].map(textOf), status, none.status],
      [['s3cret'], '0', '5'],
    );
  });

  it('gives the sign-in to a registry', async () => {
    const { said } = await ask(credentials, [[[1, 'registry.example']]]);
    assert.deepEqual(
      said.flatMap((message) => [...readMessage(message)].map(textOf)),
      ['me', 'of registry.example'],
    );
  });

  it('answers that it is alive, and refuses what it does not know', async () => {
    const health = await ask('/grpc.health.v1.Health/Check', [[]]);
    const unknown = await ask('/moby.filesync.v1.FileSend/DiffCopy', [[]]);
    const nothing = await ask(diffCopy, [end], { 'dir-name': 'nope' });
    assert.deepEqual(
      [health.said.map((it) => it.toString('hex')), health.status, unknown.status, nothing.status],
      [['0801'], '0', '12', '2'],
    );
  });
});

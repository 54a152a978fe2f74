import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../../../../src/core/lab-error';
import { openSource } from '../../../../../src/docker/execute/build/open-source';
import { buildRequest } from '../../../../support/engine-requests';

let folder: string;

async function* typed(...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

/** What is built from, with paths relative to the folder. */
async function opened(context: string, file?: string, input?: AsyncIterable<Uint8Array>) {
  const source = await openSource(buildRequest(context, { file }), folder, input);
  if (source.kind !== 'folder') return source;
  const { dockerfile } = source;
  return 'path' in dockerfile ? dockerfile.path.slice(folder.length + 1) : String(dockerfile.text);
}

function refuses(context: string, file: string | undefined, words: RegExp) {
  it(`refuses ${file === undefined ? '' : `-f ${file} `}${context}`, () =>
    assert.rejects(
      opened(context, file),
      (error) => error instanceof LabError && words.test(error.clientWords ?? ''),
    ));
}

describe('openSource', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    await mkdir(join(folder, 'small'));
    await writeFile(join(folder, 'Dockerfile'), 'FROM x');
    await writeFile(join(folder, 'small/dockerfile'), 'FROM x');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('finds the Dockerfile', async () => {
    assert.deepEqual(
      [await opened('.'), await opened('small', 'Dockerfile'), await opened('.', '-', typed('F'))],
      ['Dockerfile', 'Dockerfile', 'F'],
    );
  });

  it('takes the name in small letters too', async () => {
    assert.match(String(await opened('small')), /dockerfile$/i);
  });

  it('leaves addresses to the engine', async () => {
    const urls = ['https://host/a.git#main:sub', 'git@host:a', 'github.com/a/b', 'git://host/a'];
    const kinds = await Promise.all(urls.map(async (url) => opened(url)));
    assert.deepEqual(
      kinds,
      urls.map((url) => ({ kind: 'remote', url, dockerfile: undefined })),
    );
  });

  it('tells a Dockerfile on standard input from an archive', async () => {
    const gzip = Buffer.from('1f8b0800', 'hex').toString('latin1');
    const archive = await openSource(buildRequest('-'), folder, latin(gzip));
    assert.deepEqual(
      [await opened('-', undefined, typed('FROM ', 'x')), archive.kind],
      [{ kind: 'text', text: Buffer.from('FROM x') }, 'archive'],
    );
  });

  refuses('nope', undefined, /^unable to prepare context: path "nope" not found$/);
  refuses('Dockerfile', undefined, /^unable to prepare context: context must be a directory: /);
  refuses('.', 'nope', /Dockerfile path: lstat .*nope: no such file or directory$/);
  refuses('-', '-', /^invalid argument: can't use stdin for both/);
});

async function* latin(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'latin1');
}

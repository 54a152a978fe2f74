import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LabError } from '../../../../../src/core/lab-error';
import { openContext } from '../../../../../src/docker/execute/build/tar-context';
import { asOrdinaryUser } from '../../../../support/unprivileged';

let folder: string;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Names in a tar archive: a block of 512 bytes each, with the content behind it. */
async function sent(
  context: string,
  file = join(context, 'Dockerfile'),
): Promise<{ dockerfile: string; names: string[] }> {
  const { tar, dockerfile } = await openContext({
    kind: 'folder',
    folder: context,
    dockerfile: { path: file },
  });
  const chunks: Buffer[] = [];
  await pipeline(
    tar,
    new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk);
        done();
      },
    }),
  );
  const bytes = Buffer.concat(chunks);
  const names: string[] = [];
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const text = (from: number, to: number): string =>
      bytes
        .subarray(at + from, at + to)
        .toString('utf8')
        .replace(/\0.*$/s, '');
    names.push(text(0, 100).replace(/\/$/, ''));
    at += 512 + Math.ceil(Number.parseInt(text(124, 136), 8) / 512) * 512;
  }
  return { dockerfile, names: names.filter((name) => name !== '.').sort() };
}

describe('openContext', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('sends the folder with its links', async () => {
    await write({ Dockerfile: 'FROM x', 'src/app.js': '1' });
    await symlink('src/app.js', join(folder, 'link'));
    assert.deepEqual(await sent(folder), {
      dockerfile: 'Dockerfile',
      names: ['Dockerfile', 'link', 'src', 'src/app.js'],
    });
  });

  it('leaves out what .dockerignore says, and takes in again what it excepts', async () => {
    await write({
      Dockerfile: 'FROM x',
      '.dockerignore': '# note\nnode_modules\n**/*.log\nsecret/*\n!secret/public.txt\nDockerfile\n',
      'node_modules/a/index.js': '',
      'deep/er/x.log': '',
      'deep/er/x.txt': '',
      'secret/key': '',
      'secret/public.txt': '',
    });
    assert.deepEqual((await sent(folder)).names, [
      '.dockerignore',
      'Dockerfile',
      'deep',
      'deep/er',
      'deep/er/x.txt',
      'secret',
      'secret/public.txt',
    ]);
  });

  it('brings a Dockerfile that lies elsewhere', async () => {
    await write({ 'app/a.txt': '', 'elsewhere/Dockerfile.dev': 'FROM x' });
    const file = join(folder, 'elsewhere/Dockerfile.dev');
    const { dockerfile, names } = await sent(join(folder, 'app'), file);
    assert.match(dockerfile, /^\.dockerfile\.[0-9a-f]{20}$/);
    assert.deepEqual(names, [dockerfile, '.dockerignore', 'a.txt'].sort());
  });

  it('says which folder it may not look into', async function () {
    if (process.platform === 'win32') this.skip();
    await write({ Dockerfile: 'FROM x', 'secret/key': '' });
    await chmod(folder, 0o755);
    await chmod(join(folder, 'secret'), 0o700);
    const open = (): Promise<unknown> => sent(folder);
    const isRoot = process.geteuid?.() === 0;
    if (!isRoot) await chmod(join(folder, 'secret'), 0);
    await assert.rejects(
      asOrdinaryUser(open),
      (error) => error instanceof LabError && /secret .*may not be read/.test(error.message),
    );
    await chmod(join(folder, 'secret'), 0o700);
  });
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildRequest } from '../../src/core/command/request';
import type { Engine } from '../../src/docker/engine';
import { carryOut, type Result, realEngine, removeAll } from '../support/engine-real';
import { buildRequest, runRequest } from '../support/engine-requests';
import { CollectedStreams } from '../support/engine-streams';

const suite = 'build';
const tag = `container-labs-build:${process.pid}`;
let engine: Engine;
let folder: string;

async function build(
  files: Readonly<Record<string, string>>,
  given: Partial<BuildRequest> = {},
  more: { readonly streams?: CollectedStreams; readonly signal?: AbortSignal } = {},
): Promise<Result> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const request = buildRequest('.', { tags: [tag], ...given });
  const { streams, signal } = more;
  return carryOut(engine, request, {
    suite,
    ...(streams && { streams }),
    options: { workingDirectory: folder, ...(signal && { signal }) },
  });
}

/** The processes of the machine that the engine runs on. */
async function processes(): Promise<string> {
  const script = ['sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "'];
  const create = { HostConfig: { PidMode: 'host' } };
  const request = runRequest('alpine', script, { remove: true, create });
  return (await carryOut(engine, request, { suite })).output;
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 200));
}

function buildFromInput(input: Buffer): Promise<Result> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield input;
  }
  const streams = new CollectedStreams({ stdin: once() });
  const request = buildRequest('-', { tags: [tag], quiet: true });
  return carryOut(engine, request, { suite, streams, options: { workingDirectory: folder } });
}

/** A tar archive of some small files. */
function packed(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('ustar\x0000', 257);
    header.write('        ', 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return Buffer.concat([header, body]);
  });
  return Buffer.concat([...entries, Buffer.alloc(1024)]);
}

describe('docker build on the engine', function () {
  this.timeout(120_000);
  before(async function () {
    engine = await realEngine(this);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  after(() => engine && removeAll(engine, suite));

  it('builds from the folder without what is ignored, and labels the image', async () => {
    const dockerfile =
      'FROM alpine\nARG COLOR=red\nCOPY . /app\nRUN echo $COLOR > /color\nCMD ["cat", "/color"]\n';
    const { outcome, output, errors } = await build(
      {
        Dockerfile: dockerfile,
        '.dockerignore': 'secret.txt\n',
        'secret.txt': 'x',
        'a/b.txt': 'y',
      },
      { buildArguments: { COLOR: 'blue' } },
    );
    assert.equal(outcome?.exitCode, 0, output);
    assert.ok(errors.includes(`naming to docker.io/library/${tag} done\n`), errors);
    assert.doesNotMatch(errors, /LABEL/);
    const image = await engine.image(tag);
    assert.equal(image?.labels['container-labs.lesson'], 'test/build');
    const list = runRequest(tag, ['sh', '-c', 'cat /color; ls /app /app/a'], { remove: true });
    const ran = await carryOut(engine, list, { suite });
    assert.equal(ran.output, 'blue\n/app:\nDockerfile\na\n\n/app/a:\nb.txt\n');
  });

  it('tells which step has failed', async () => {
    const { outcome, errors } = await build({ Dockerfile: 'FROM alpine\nRUN echo why; exit 7\n' });
    assert.equal(outcome?.exitCode, 1);
    assert.match(
      errors,
      / > \[2\/2\] RUN echo why; exit 7:\n[\d.]+ why\n------\n.*exit code: 7\n$/,
    );
  });

  it('ends with the exit code of the step that fails in the classic builder', async () => {
    const files = { Dockerfile: 'FROM alpine\nRUN exit 7\n' };
    const { outcome, errors } = await build(files, { classic: true, forceRemove: true });
    assert.equal(outcome?.exitCode, 7);
    assert.match(errors, /exit 7.*returned a non-zero code: 7/);
  });

  it('names the line of a mistake in the Dockerfile', async () => {
    const files = { Dockerfile: 'FROM alpine\nRUNN x\n' };
    assert.match((await build(files)).errors, /line 2.*RUNN/);
    const { error } = await build(files, { classic: true });
    assert.equal(error?.code, 'usage');
    assert.match(error?.message ?? '', /line 2.*RUNN/);
  });

  it('prints the id alone with --quiet', async () => {
    const { output } = await build({ Dockerfile: 'FROM alpine\nRUN echo x\n' }, { quiet: true });
    assert.match(output, /^sha256:[0-9a-f]{64}\n$/);
  });

  it('says that there is no Dockerfile', async () => {
    assert.equal((await build({ 'a.txt': '' })).error?.code, 'file');
  });

  it('writes the id to a file, and takes it away when the build fails', async () => {
    const id = join(folder, 'id');
    await build({ Dockerfile: 'FROM alpine\n' }, { idFile: 'id' });
    assert.equal(await readFile(id, 'utf8'), (await engine.image(tag))?.id);
    await build({ Dockerfile: 'FROM alpine\nRUN false\n' }, { idFile: 'id' });
    await assert.rejects(readFile(id));
  });

  it('builds from an archive on standard input', async () => {
    const { outcome, output } = await buildFromInput(
      packed({ Dockerfile: 'FROM alpine\nCOPY a /\n', a: 'A' }),
    );
    assert.deepEqual([outcome?.exitCode, /^sha256:\w{64}\n$/.test(output)], [0, true]);
  });

  it('says that standard input is empty', async () => {
    const { outcome, errors } = await buildFromInput(Buffer.of());
    assert.deepEqual([outcome?.exitCode, /empty/.test(errors)], [1, true]);
  });

  for (const classic of [false, true]) {
    const builder = classic ? 'the classic builder' : 'BuildKit';

    it(`sends 300 MB to ${builder} without holding them`, async () => {
      const size = 300_000_000;
      await writeFile(join(folder, 'big'), '');
      await truncate(join(folder, 'big'), size);
      const files = { Dockerfile: 'FROM alpine\nCOPY big /\nRUN wc -c < /big > /size\n' };
      const before = process.memoryUsage().rss;
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss - before);
      }, 20);
      const { outcome, errors } = await build(files, { classic });
      clearInterval(watch);
      assert.deepEqual([outcome?.exitCode, errors.includes('rror')], [0, false], errors);
      process.stderr.write(
        `      300 MB to ${builder}: at most ${Math.round(most / 1e6)} MB more\n`,
      );
      assert.ok(most < 150e6, `${most} bytes more`);
    });

    it(`ends a build with ${builder} on the engine when it is stopped`, async () => {
      const seconds = String(10_000 + process.pid);
      const files = { Dockerfile: `FROM alpine\nRUN echo begun; sleep ${seconds}\n` };
      const abort = new AbortController();
      const streams = new CollectedStreams();
      const building = build(
        files,
        { classic, forceRemove: true },
        { streams, signal: abort.signal },
      );
      await eventually(async () => (await processes()).includes(`sleep ${seconds}`));
      abort.abort();
      assert.equal((await building).error?.code, 'cancelled');
      await eventually(async () => !(await processes()).includes(`sleep ${seconds}`));
    });
  }
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildRequest } from '../../src/core/command/request';
import type { Engine } from '../../src/docker/engine';
import { carryOut, type Result, realEngine, removeAll } from '../support/engine-real';
import { buildRequest, runRequest } from '../support/engine-requests';

const suite = 'build';
const tag = `container-labs-build:${process.pid}`;
let engine: Engine;
let folder: string;

async function build(
  files: Readonly<Record<string, string>>,
  given: Partial<BuildRequest> = {},
): Promise<Result> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const request = buildRequest('.', { tags: [tag], ...given });
  return carryOut(engine, request, { suite, options: { workingDirectory: folder } });
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
    const { outcome, output } = await build(
      {
        Dockerfile: dockerfile,
        '.dockerignore': 'secret.txt\n',
        'secret.txt': 'x',
        'a/b.txt': 'y',
      },
      { buildArguments: { COLOR: 'blue' } },
    );
    assert.equal(outcome?.exitCode, 0, output);
    assert.match(output, /^Step 1\/\d : FROM alpine\n/);
    assert.ok(output.endsWith(`Successfully tagged ${tag}\n`), output);
    const image = await engine.image(tag);
    assert.equal(image?.labels['container-labs.lesson'], 'test/build');
    const list = runRequest(tag, ['sh', '-c', 'cat /color; ls /app /app/a'], { remove: true });
    const ran = await carryOut(engine, list, { suite });
    assert.equal(ran.output, 'blue\n/app:\nDockerfile\na\n\n/app/a:\nb.txt\n');
  });

  it('ends with the exit code of the step that fails', async () => {
    const { outcome, errors } = await build({ Dockerfile: 'FROM alpine\nRUN exit 7\n' });
    assert.equal(outcome?.exitCode, 7);
    assert.match(errors, /exit 7.*returned a non-zero code: 7/);
  });

  it('names the line of a mistake in the Dockerfile', async () => {
    const { error } = await build({ Dockerfile: 'FROM alpine\nRUNN x\n' });
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
});

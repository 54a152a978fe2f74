import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const vsix = process.env.CONTAINER_LABS_VSIX ?? '';
const files = (process.env.CONTAINER_LABS_VSIX_FILES ?? '').split('\n');

/** What a user needs. A pattern stands for names with a hash, or for the course's own files. */
const expected = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli.js',
  'dist/cli.mjs',
  'dist/extension.mjs',
  'dist/page/codicon.css',
  'dist/page/codicon.ttf',
  'dist/page/lesson.css',
  'dist/page/lesson.js',
  'dist/tree-sitter-bash.wasm',
  'dist/web-tree-sitter.wasm',
  'labs/course.yaml',
  'media/icon.png',
  'media/icon.svg',
  'media/lesson-dark.svg',
  'media/lesson-light.svg',
  'package.json',
];
const patterns = [
  /^dist\/chunks\/[\w.-]+-[A-Z0-9]{8}\.mjs$/,
  /^labs\/\d\d-[\w-]+\/\d\d-[\w-]+\.md$/,
  /^labs\/\d\d-[\w-]+\/diagrams\/[\w-]+\.svg$/,
  /^labs\/\d\d-[\w-]+\/files\/[\w./-]+$/,
];

describe('the package', () => {
  it('holds what a user needs, and nothing else', () => {
    const single = files.filter((file) => !patterns.some((pattern) => pattern.test(file)));
    assert.deepEqual(single.toSorted(), expected.toSorted());
  });

  it('has something of every kind', () => {
    const empty = patterns.filter((pattern) => !files.some((file) => pattern.test(file)));
    assert.deepEqual(empty, []);
  });

  it('is smaller than 1.5 MB', async () => {
    const { size } = await stat(vsix);
    assert.ok(size < 1.5 * 1024 * 1024, `${vsix} has ${size} bytes`);
  });

  it('is the same for npm', () => {
    const output = execFileSync('npm', ['pack', '--dry-run', '--json'], {
      cwd: project,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const [pack] = JSON.parse(output);
    const paths = pack.files.map((/** @type {{ path: string }} */ file) => file.path);
    assert.deepEqual(paths.toSorted(), files.toSorted());
  });

  it('has a command line that starts from there', () => {
    const output = execFileSync(process.execPath, ['dist/cli.js', '--version'], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.match(output, /^\d+\.\d+\.\d+\n$/);
  });
});

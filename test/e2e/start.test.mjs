import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../../scripts/editor/install-browser.mjs';
import { openBrowser } from '../../scripts/editor/open-browser.mjs';
import { freePort } from '../../scripts/editor/server-process.mjs';
import { Learner } from './learner.mjs';

const project = join(import.meta.dirname, '../..');

/**
 * Runs `npm start` as a newcomer with an empty home folder; what is installed once for the machine
 * is used.
 * @param {string} home
 * @param {readonly string[]} args
 */
function start(home, args) {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: project,
    env: { ...process.env, HOME: home, XDG_CACHE_HOME: cache, XDG_DATA_HOME: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  /** @type {(chunk: Buffer) => void} */
  let listen = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      listen(chunk);
    });
  }
  const ended = new Promise((resolve) => child.on('close', resolve));
  return {
    output: () => output,
    ended,
    stop: () => child.kill('SIGTERM'),
    /** The address it prints when the editor is up. @returns {Promise<string>} */
    ready: () =>
      new Promise((resolve, reject) => {
        listen = () => {
          const url = /^Ready: (\S+)$/m.exec(output)?.[1];
          if (url !== undefined) resolve(url);
        };
        void ended.then(() => reject(new Error(`npm start ended:\n${output}`)));
      }),
  };
}

describe('npm start', () => {
  /** @type {string} */
  let home;
  /** @type {ReturnType<typeof start> | undefined} */
  let running;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'container-labs-start-'));
  });

  afterEach(async () => {
    running?.stop();
    await running?.ended;
    await rm(home, { recursive: true, force: true });
  });

  it('gets to the first lesson, in a folder for the course, and ends when it is told to', async () => {
    const port = await freePort();
    running = start(home, ['--yes', '--port', String(port), '--no-open']);
    const url = await running.ready();
    assert.equal(new URL(url).port, String(port));
    const browser = await openBrowser(await ensureBrowser());
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(url);
      const learner = new Learner(page);
      await learner.lesson.getByRole('heading', { level: 1, name: 'Why containers' }).waitFor();
      await page.getByRole('treeitem', { name: 'Why containers' }).first().waitFor();
      await learner.photograph('npm-start');
    } finally {
      await browser.close();
    }
    assert.deepEqual(await readdir(join(home, 'container-labs')), ['.container-labs']);
    running.stop();
    assert.equal(await running.ended, 0);
  });

  it('says what is wrong with its options, and what would be right', async () => {
    running = start(home, ['--port', 'eighty']);
    assert.equal(await running.ended, 1);
    assert.match(running.output(), /--port takes a number from 1 to 65535, not "eighty"/);
  });
});

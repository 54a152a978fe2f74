import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { cleanEnvironment } from './clean-environment.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { runProgram } from './run-program.mjs';

const version = '4.139.1';
const nodeVersion = '24.18.0';

/** The packages whose install scripts build something that the editor needs. */
const compiled = ['code-server', 'argon2'];

/**
 * VS Code as a server, installed once for this user: the program that runs it, code-server's own
 * entry (for people and end-to-end tests) and the bare VS Code server (for test suites).
 * @typedef {{ node: string, server: string, vscodeServer: string }} Editor
 */

/**
 * Finds the editor in the user's cache or installs it there, which compiles native modules and
 * takes a minute or two. Rejects with a plain sentence where it cannot run.
 * @param {import('./debian-packages.mjs').Talk} [talk]
 * @returns {Promise<Editor>}
 */
export async function ensureEditor(talk = {}) {
  const nodePackage = nodePackageOf(process.platform, process.arch);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(cache, 'container-labs', `editor-${version}`);
  if (!existsSync(join(folder, 'complete'))) await install(folder, nodePackage, talk);
  const server = join(folder, 'node_modules', 'code-server');
  return {
    node: join(folder, 'node_modules', nodePackage, 'bin', 'node'),
    server: join(server, 'out', 'node', 'entry.js'),
    vscodeServer: join(server, 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/**
 * @param {string} platform
 * @param {string} architecture
 */
function nodePackageOf(platform, architecture) {
  if (platform === 'linux' && (architecture === 'x64' || architecture === 'arm64')) {
    return `node-linux-${architecture}`;
  }
  throw new Error(
    `The VS Code server runs on Linux (x64, arm64) only, not on ${platform} ${architecture}. ` +
      'Install VS Code itself and put its `code` command on the PATH.',
  );
}

/**
 * Installs beside the final place and moves it there whole, so that a broken or a second
 * installation at the same time leaves nothing half done.
 * @param {string} folder
 * @param {string} nodePackage
 * @param {import('./debian-packages.mjs').Talk} talk
 */
async function install(folder, nodePackage, talk) {
  const question = `Install VS Code for the browser (code-server, 630 MB) into ${folder}?`;
  if (talk.ask && !(await talk.ask(question))) {
    throw new Error('Without an editor there is nothing to open. Start again when you like.');
  }
  await ensureDebianPackages(
    ['libkrb5-dev', 'python3', 'make', 'g++'],
    'to compile parts of the editor',
    talk,
  );
  talk.report?.(`Installing VS Code (code-server ${version}), about 90 seconds, into ${folder}`);
  const building = `${folder}.installing-${process.pid}`;
  await mkdir(building, { recursive: true });
  try {
    await writeFile(join(building, 'package.json'), packageFile(nodePackage));
    // The node that the editor runs on compiles its modules, so it must be there first.
    await npmInstall(building, ['--ignore-scripts', `${nodePackage}@${nodeVersion}`], {});
    const node = join(building, 'node_modules', nodePackage);
    await npmInstall(building, [`code-server@${version}`], {
      PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}`,
      npm_config_nodedir: node,
    });
    await writeFile(join(building, 'complete'), '');
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    if (!existsSync(join(folder, 'complete'))) throw error;
  }
}

/** @param {string} nodePackage */
function packageFile(nodePackage) {
  const allowScripts = Object.fromEntries([...compiled, nodePackage].map((name) => [name, true]));
  return JSON.stringify({ private: true, allowScripts }, undefined, 2);
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function npmInstall(folder, args, env) {
  await runProgram('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...args], {
    cwd: folder,
    env: { ...cleanEnvironment(), ...env },
  });
}

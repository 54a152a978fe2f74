/*
 * npm start: sets up what is missing, and opens the course in an editor. `--help` has the options.
 */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { ensureEditor } from './editor/install-editor.mjs';
import { ensureEngine, ensureImages } from './engine/engine.mjs';
import { ensureDependencies } from './project/dependencies.mjs';
import { createTalk, step } from './project/talk.mjs';
import { installInBrowserEditor, startBrowserEditor } from './start/browser-editor.mjs';
import { choosePort } from './start/choose-port.mjs';
import { ensureCourseFolder } from './start/course-folder.mjs';
import { findDesktop, installInDesktop, openInDesktop } from './start/desktop.mjs';
import { openUrl } from './start/open-url.mjs';
import { readOptions } from './start/options.mjs';

const project = resolve(import.meta.dirname, '..');

async function main() {
  const options = readOptions();
  if (options === undefined) return;
  const desktop = await chooseDesktop(options);
  // A port that is taken is better known now than in two minutes.
  const port = desktop === undefined ? await choosePort(options.port) : undefined;
  const talk = createTalk({ questions: !options.yes });
  await step('The project’s packages', () => ensureDependencies(project, talk));
  const vsix = await step('Build and pack the extension', buildExtension);
  await step('Container engine', () => ensureEngine(talk))
    .then(() => step('Images for the lessons', () => ensureImages(talk)))
    .catch(goOnWithoutEngine);
  const folder = await ensureCourseFolder();
  if (desktop === undefined) {
    await serveInBrowser({ vsix, folder, talk, port, open: options.open });
  } else {
    await step('Install the extension', () => installInDesktop(desktop, vsix, talk));
    await step('Open VS Code', () => openInDesktop(desktop, folder));
    console.log('\nThe course stands in the side bar of VS Code, behind the icon Container Labs.');
  }
}

/**
 * A port, or no window, means the editor in the browser; but that one runs on Linux only.
 * @param {{ port: number | undefined, open: boolean }} options
 */
async function chooseDesktop({ port, open }) {
  const browser = process.platform === 'linux' && (port !== undefined || !open);
  return browser ? undefined : findDesktop();
}

/** Its packer is one of the project's packages, so it can be loaded only now. */
async function buildExtension() {
  const { packageExtension } = await import('./project/package-extension.mjs');
  return (await packageExtension(project)).vsix;
}

/** @param {Error} error */
function goOnWithoutEngine(error) {
  console.log(`  ${error.message}`);
  console.log('  Lessons and Dockerfile hints work without it; commands in lessons wait for it.');
}

/**
 * @param {object} options
 * @param {string} options.vsix
 * @param {string} options.folder
 * @param {import('./editor/debian-packages.mjs').Talk} options.talk
 * @param {number | undefined} options.port
 * @param {boolean} options.open
 */
async function serveInBrowser({ vsix, folder, talk, port, open }) {
  const editor = await step('Editor', () => ensureEditor(talk));
  await step('Install the extension', () => installInBrowserEditor(editor, vsix));
  const server = await step('Start the editor', async () =>
    startBrowserEditor(editor, { folder, port: port ?? (await choosePort(undefined)) }),
  );
  console.log(`\nReady: ${server.url}\nCtrl-C ends the editor.`);
  if (open) openUrl(server.url);
  const byItself = await Promise.race([
    server.ended.then(() => true),
    ...['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => once(process, name).then(() => false)),
  ]);
  await server.stop();
  if (byItself) throw new Error('The editor ended by itself. Start it again with: npm start');
  console.log(
    '\nThe editor has ended. The engine runs on; `npm run stop` ends what was started here.',
  );
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
